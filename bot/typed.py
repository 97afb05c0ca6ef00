"""What a person typed: pure; Slack's markup taken out of a message."""

import re

_MENTION = re.compile(r"<@([A-Z0-9]+)(?:\|[^>]*)?>")
_MARKUP = re.compile(r"<([^<>|]*)(?:\|([^<>]*))?>")
_SMALL_TALK = re.compile(
    r"(?:(?:tack|tackar|tusen|så|mycket|för|hjälpen|det|ok|okej|toppen|bra|fint|perfekt|super|kanon|jättebra|ja|"
    r"nej|jo|japp|precis|hej då|hejdå|då|vi|hörs|thanks|thank|you|great|👍|🙏|🙂|😊|:[a-z0-9_+-]+:)[\s,.!]*)+",
    re.IGNORECASE,
)


def words_of(text: str, bot_user: str) -> str:
    """Return the words of a message: without the bot's name, links as their labels, entities as characters."""

    def shown(found: re.Match[str]) -> str:
        target, label = found[1], found[2]
        if target.startswith("@"):
            return " " if target[1:] == bot_user else f"@{label or target[1:]}"
        if target.startswith("#"):
            return f"#{label or target[1:]}"
        if target.startswith("!"):
            return label or f"@{target[1:].partition('^')[0]}"
        return label or target.removeprefix("mailto:")

    words = _MARKUP.sub(shown, text)
    words = words.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return re.sub(r"[^\S\n]+", " ", words).strip()


def mentions(text: str) -> tuple[str, ...]:
    """Return the ids of the users that a message names."""
    return tuple(_MENTION.findall(text))


def is_small_talk(words: str) -> bool:
    """Tell whether a message is thanks or assent, which nobody wants an answer to."""
    return bool(_SMALL_TALK.fullmatch(words.strip()))
