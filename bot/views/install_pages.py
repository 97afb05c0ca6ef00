"""The pages that are shown to whoever installs Kansli in a workspace."""

from html import escape

PAGE = """<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ font: 1.05rem/1.6 system-ui, sans-serif; color: #1d1c1d; max-width: 36rem; margin: 12vh auto; padding: 0 1.5rem }}
h1 {{ font-size: 1.6rem; line-height: 1.25 }}
a.button {{ display: inline-block; background: #1d4e6b; color: #fff; padding: .6rem 1.2rem; border-radius: .4rem; text-decoration: none }}
a.button:focus-visible {{ outline: 3px solid #e8912d; outline-offset: 2px }}
</style>
</head>
<body>
<main>
<h1>{title}</h1>
{body}
</main>
</body>
</html>
"""

REASONS = {
    "access_denied": "Du valde att inte släppa in Kansli. Ingenting har ändrats.",
    "invalid_browser": "Installationen påbörjades i en annan webbläsare, eller så tar webbläsaren inte emot kakor.",
    "invalid_state": "Länken har redan använts, eller så tog det längre tid än tio minuter.",
    "invalid_code": "Slack godkände inte installationen.",
    "missing_code": "Adressen är inte fullständig.",
    "not_allowed": (
        "Den här arbetsytan får inte installera Kansli. Be den som sköter Kansli att lägga till arbetsytan, och börja om."
    ),
    "storage_error": "Kansli kunde inte spara installationen. Kansli installeras i en arbetsyta i taget.",
}


def offer(url: str) -> str:
    """Return the page that offers to install; `url` leads to Slack."""
    return _page(
        "Installera Kansli i Slack",
        "<p>Kansli svarar på frågor om uppdrag, beslutspunkter och beslut, med källan ord för ord.</p>"
        "<p>Alla medarbetare i arbetsytan kan fråga om de handlingar som Kansli har läst in. "
        "Slack visar vilka behörigheter Kansli behöver, och du godkänner dem där.</p>"
        f'<p><a class="button" href="{escape(url)}">Fortsätt till Slack</a></p>',
    )


def installed(team: str) -> str:
    """Return the page for when it is done."""
    where = f" i {escape(team)}" if team else ""
    return _page(
        f"Kansli är installerat{where}",
        "<p>Öppna Slack och skriv till Kansli under Appar, eller bjud in Kansli i en kanal med "
        "<code>/invite @kansli</code>. Du kan stänga den här sidan.</p>",
    )


def not_installed(reason: str, again: str) -> str:
    """Return the page for when it was not done; `reason` is a word of Slack's or Bolt's, `again` where to begin anew."""
    said = REASONS.get(reason, f"Slack svarade: {reason}.")
    return _page(
        "Kansli installerades inte",
        f'<p>{escape(said)}</p><p><a class="button" href="{escape(again)}">Börja om</a></p>',
    )


def _page(title: str, body: str) -> str:
    return PAGE.format(title=title, body=body)
