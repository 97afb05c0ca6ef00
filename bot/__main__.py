"""The command line: `kansli demo | serve | worker | index | watch | limit | propose | ask | status | digest | report | holders | show | facts | correct | evaluate | manifest | doctor`."""
# ruff: noqa: PLC0415 - a command imports what it needs, so that `status list` need not wait for what `ask` uses

import logging
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from typer.exceptions import TyperException

from bot.cli.console import Exit, result, tell
from bot.cli.logs import log_to
from bot.cli.swedish_help import SwedishCommand, SwedishGroup
from bot.errors import BotError, SettingsError
from bot.failures import new_reference
from bot.settings import Settings, read_settings

_log = logging.getLogger(__name__)

app = typer.Typer(
    name="kansli",
    cls=SwedishGroup,
    help="Svarar på frågor om uppdrag, beslutspunkter och beslut, med källa ord för ord.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
status = typer.Typer(cls=SwedishGroup, help="Skriv och läs lägesrapporter.", no_args_is_help=True)
app.add_typer(status, name="status")
holders = typer.Typer(
    cls=SwedishGroup, help="Läs in och visa vem som har en befattning.", no_args_is_help=True
)
app.add_typer(holders, name="holders")

Json = Annotated[bool, typer.Option("--json", help="Skriv resultatet som JSON.")]
Today = Annotated[str, typer.Option("--today", help="Räkna med att det är den här dagen, som 2026-11-23.")]
AsOf = Annotated[str, typer.Option("--today", help="Visa det som registret höll den dagen, som 2026-11-23.")]
Port = Annotated[int, typer.Option(min=0, max=65535, help="Port på 127.0.0.1; 0 tar en ledig.")]

_DATABASE_AWAY = (
    "Databasen svarar inte. Kontrollera att PostgreSQL är igång, att värd, port, användare och lösenord i "
    "KANSLI_DATABASE_URL stämmer och att databasen finns."
)


@app.command(cls=SwedishCommand)
def demo(port: Port = 8123) -> None:
    """Starta en lokal arbetsyta med boten och exempelhandlingar; inget konto behövs."""
    from bot.cli.demo import demo as run
    from bot.demo_data import demo_settings

    settings = demo_settings(read_settings())
    log_to(settings.data_dir, verbose=False)
    _end(run(settings, port))


@app.command(cls=SwedishCommand)
def serve(
    port: Port = 3000,
    host: Annotated[str, typer.Option(help="Adress att lyssna på.")] = "127.0.0.1",
) -> None:
    """Anslut till Slack: Socket Mode när SLACK_APP_TOKEN finns, annars HTTP på /slack/events."""
    from bot.cli.serve import serve as run

    _end(run(_settings(verbose=True, own=True), host, port))


@app.command(cls=SwedishCommand)
def worker() -> None:
    """Gör väntande arbete och schemalagda veckobrev utan att ansluta till Slack."""
    from bot.cli.serve import worker as run

    _end(run(_settings(verbose=True, own=True)))


@app.command(cls=SwedishCommand)
def index(
    paths: Annotated[list[Path], typer.Argument(help="Filer och mappar.")],
    as_json: Json = False,
    background: Annotated[
        bool, typer.Option("--background", help="Vänta inte på sökning efter betydelse.")
    ] = False,
) -> None:
    """Läs in dokument (.txt, .md, .html, .docx, .pdf) och sammanträdesplaner (.csv, .ics)."""
    from bot.cli.index import index_paths

    _end(index_paths(_settings(own=True), paths, as_json=as_json, background=background))


@app.command(cls=SwedishCommand)
def watch(
    folder: Annotated[Path, typer.Argument(help="Mappen med dokument.")],
    poll: Annotated[
        bool, typer.Option("--poll", help="Titta efter ändringar själv, för diskar över nätet.")
    ] = False,
) -> None:
    """Läs in en mapp, och sedan det som läggs till, ändras och tas bort, tills du avslutar."""
    from bot.cli.watch import watch as run

    _end(run(_settings(own=True), folder, poll=poll))


@app.command(cls=SwedishCommand)
def limit(
    path: Annotated[Path | None, typer.Argument(help="Ett dokument eller en mapp.")] = None,
    channel: Annotated[list[str] | None, typer.Option(help="Id för en kanal (C…); kan upprepas.")] = None,
    group: Annotated[list[str] | None, typer.Option(help="Id för en användargrupp (S…).")] = None,
    lifted: Annotated[bool, typer.Option("--open", help="Häv begränsningen.")] = False,
) -> None:
    """Låt dokument citeras bara i vissa kanaler eller för vissa grupper, eller visa vilka som är begränsade."""
    from bot.cli.limit import limit as run

    _end(run(_settings(own=True), path, channel or (), group or (), lifted=lifted))


@app.command(cls=SwedishCommand, hidden=True)
def fill() -> None:
    """Gör inlästa dokument sökbara efter betydelse."""
    from bot.cli.index import fill_vectors

    _end(fill_vectors(_settings(own=True)))


@app.command(cls=SwedishCommand)
def propose() -> None:
    """Låt språkmodellen peka ut uppgifter där reglerna inte fann några."""
    from bot.cli.propose import propose as run

    _end(run(_settings(own=True)))


@app.command(cls=SwedishCommand)
def ask(
    question: Annotated[str | None, typer.Argument(help="Frågan, inom citattecken.")] = None,
    file: Annotated[Path | None, typer.Option("--file", help="JSON Lines med en fråga på varje rad.")] = None,
    today: Today = "",
    as_json: Json = False,
) -> None:
    """Ställ en fråga, eller alla i en fil."""
    from bot.cli.ask import run

    _end(run(_settings(), question, file, _day(today), as_json=as_json))


@status.command("add", cls=SwedishCommand)
def status_add(
    text: Annotated[str, typer.Argument(help="Till exempel: Minska hyrberoendet är gul, två veckor sen")],
    author: Annotated[str, typer.Option(help="Vem som rapporterar.")] = "",
    key: Annotated[str, typer.Option(help="Samma nyckel skrivs en gång.")] = "",
    yes: Annotated[bool, typer.Option("--yes", help="Fråga inte innan det sparas.")] = False,
) -> None:
    """Spara en lägesrapport."""
    from bot.cli.status import add

    _end(add(_settings(), text, author, key, yes=yes))


@status.command("list", cls=SwedishCommand)
def status_list(
    as_json: Json = False,
    history: Annotated[
        bool, typer.Option("--history", help="Visa också dem som är rättade eller återtagna.")
    ] = False,
) -> None:
    """Visa lägesrapporterna, den senaste först."""
    from bot.cli.status import show

    _end(show(_settings(), as_json=as_json, history=history))


@status.command("import", cls=SwedishCommand)
def status_import(
    file: Annotated[
        Path, typer.Argument(help="En lista (.csv eller .xlsx) med kolumnerna Uppdrag och Läge.")
    ],
    author: Annotated[str, typer.Option(help="Vem som rapporterar, där raden inte säger det.")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Visa utan att spara.")] = False,
) -> None:
    """Spara lägesrapporterna i en lista; samma rad sparas en gång."""
    from bot.cli.status_lists import import_list

    _end(import_list(_settings(), file, author, dry_run=dry_run))


@status.command("export", cls=SwedishCommand)
def status_export(
    file: Annotated[Path, typer.Argument(help="Filen att skriva, .csv eller .xlsx.")],
) -> None:
    """Skriv lägesrapporterna till en lista, som går att rätta och läsa in igen."""
    from bot.cli.status_lists import export_list

    _end(export_list(_settings(), file))


@holders.command("import", cls=SwedishCommand)
def holders_import(
    file: Annotated[Path, typer.Argument(help="En lista (.csv) med title, person, from, to, slack_email.")],
    organisation: Annotated[str, typer.Option(help="Vems befattningar det är.")] = "",
) -> None:
    """Läs in befattningslistan; den ersätter den tidigare."""
    from bot.cli.holders import import_list

    _end(import_list(_settings(own=True), file, organisation))


@holders.command("list", cls=SwedishCommand)
def holders_list(today: Today = "") -> None:
    """Visa vem som har vilken befattning."""
    from bot.cli.holders import show

    settings = _settings()
    _end(show(settings, _day(today)(settings)))


@app.command(cls=SwedishCommand)
def digest(
    channel: Annotated[str, typer.Option(help="Kanal, som #uppdrag eller id.")] = "",
    today: Today = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Visa utan att skicka.")] = False,
    again: Annotated[bool, typer.Option("--again", help="Skicka fast veckan redan är skickad.")] = False,
    as_json: Json = False,
) -> None:
    """Visa veckobrevet och skicka det till en kanal."""
    from bot.cli.digest import digest as run

    _end(run(_settings(), channel, _day(today), dry_run=dry_run, again=again, as_json=as_json))


@app.command(cls=SwedishCommand)
def report(
    board: Annotated[
        str, typer.Option(help="Nämnd, styrelse eller styrgrupp, som RS eller Regionstyrelsen.")
    ],
    meeting: Annotated[str, typer.Option(help="Sammanträdets dag, som 2026-12-15.")] = "",
    year: Annotated[int, typer.Option(help="Skriv slutrapporten för ett helt år i stället.")] = 0,
    organisation: Annotated[str, typer.Option(help="Vems nämnd det är, när flera heter så.")] = "",
    out: Annotated[
        Path | None, typer.Option("--out", help="Fil att skriva (.docx eller .md); annars visas rapporten.")
    ] = None,
    today: Today = "",
) -> None:
    """Skriv lägesrapporten till en nämnd inför ett sammanträde, eller slutrapporten för ett år."""
    from bot.cli.report import report as run

    if bool(meeting) == bool(year):
        raise typer.BadParameter("ange antingen --meeting eller --year.")
    settings = _settings()
    about = year or _date(meeting, "--meeting")
    _end(run(settings, board, about, _day(today)(settings), organisation=organisation, out=out))


@app.command(cls=SwedishCommand)
def evaluate(
    file: Annotated[Path, typer.Argument(help="JSON Lines med frågor och vad ett rätt svar innehåller.")],
    details: Annotated[bool, typer.Option("--list", help="Visa de frågor som inte blev rätt.")] = False,
    baseline: Annotated[
        bool,
        typer.Option("--baseline", help="Jämför med det enkla receptet: fasta stycken, närmaste vektor."),
    ] = False,
) -> None:
    """Mät hur väl frågor med kända svar besvaras."""
    from bot.cli.evaluate import run

    _end(run(_settings(), file, _day(""), details=details, baseline=baseline))


@app.command(cls=SwedishCommand)
def show(
    name: Annotated[str, typer.Argument(help="Ett uppdrag eller ett dokuments filnamn.")],
    today: AsOf = "",
) -> None:
    """Visa allt som registret har om ett uppdrag eller ett dokument, med källor."""
    from bot.cli.register import show as run

    settings = _settings()
    _end(run(settings, name, _day(today)(settings) if today else None))


@app.command(cls=SwedishCommand)
def facts(as_json: Json = False, today: AsOf = "") -> None:
    """Skriv ut registrets uppgifter."""
    from bot.cli.register import facts as run

    settings = _settings()
    _end(run(settings, as_json=as_json, as_of=_day(today)(settings) if today else None))


@app.command(cls=SwedishCommand)
def correct(
    number: Annotated[int, typer.Argument(help="Uppgiftens nummer, som kansli show skriver efter den.")],
    confirm: Annotated[bool, typer.Option("--confirm", help="Uppgiften är rätt.")] = False,
    to: Annotated[str, typer.Option(help="Vad som är rätt i stället.")] = "",
    assignment: Annotated[str, typer.Option(help="Uppdraget som uppgiften hör till.")] = "",
    reason: Annotated[str, typer.Option(help="Skälet; det behövs när något rättas.")] = "",
    author: Annotated[str, typer.Option(help="Vem som säger det.")] = "",
) -> None:
    """Bekräfta eller rätta en uppgift, eller koppla den till ett uppdrag."""
    from bot.cli.correct import Saying
    from bot.cli.correct import correct as run

    saying = Saying(confirm, to.strip(), assignment.strip(), reason.strip(), author.strip())
    _end(run(_settings(), number, saying))


@app.command(cls=SwedishCommand)
def manifest(
    request_url: Annotated[str, typer.Option(help="Adressen till /slack/events, för HTTP.")] = "",
    redirect_url: Annotated[
        str,
        typer.Option(
            help="Adressen till /slack/oauth_redirect, när arbetsytor ska kunna installera Kansli själva."
        ),
    ] = "",
) -> None:
    """Skriv ut manifestet för appen hos Slack."""
    from bot.cli.manifest import manifest as text

    result(text(request_url, redirect_url))


@app.command(cls=SwedishCommand)
def doctor() -> None:
    """Kontrollera inställningar, tokens, behörigheter och lagring."""
    from bot.cli.doctor import run

    _end(run(_settings(own=True)))


def main() -> None:
    """Run a command; what goes wrong is said in Swedish, with the traceback in the log."""
    try:
        code = app(standalone_mode=False, prog_name="kansli")
    except TyperException as error:
        code = _misused(error)
    except SettingsError as error:
        tell("Inställningarna går inte att använda:")
        for problem in error.problems:
            tell(f"  – {problem}")
        code = Exit.WRONG_USAGE
    except (KeyboardInterrupt, typer.Abort):
        tell("Avbrutet.")
        code = 130
    except BrokenPipeError:  # the reader of standard output has gone, as `head` does
        code = Exit.OK
        _close_output()
    except Exception as error:  # noqa: BLE001 - the border: a person sees a sentence, the log the traceback
        code = _failed(error)
    sys.exit(code or 0)


def _misused(error: TyperException) -> int:
    """Show the help when nothing was asked for; else say what is wrong with how the command was written."""
    from bot.cli.usage import is_request_for_help, usage_problem

    if is_request_for_help(error):
        result(error.message)
        return Exit.OK
    tell(usage_problem(error))
    return Exit.WRONG_USAGE


def _failed(error: Exception) -> int:
    """Say what went wrong: a known error in its own words, any other by its number."""
    from knowledge.errors import KnowledgeError

    reference = new_reference()
    _log.info("felnummer %s", reference, exc_info=error)
    if _is_database_away(error):
        tell(f"{_DATABASE_AWAY} (felnummer {reference})")
    elif isinstance(error, KnowledgeError | BotError) and str(error):
        tell(f"{error}".rstrip(".") + f". (felnummer {reference})")
    else:
        tell(f"Något gick fel. Se kansli.log i datamappen, felnummer {reference}.")
    return Exit.FAILED


def _is_database_away(error: Exception) -> bool:
    """Tell whether a database server cannot be reached or does not let us in."""
    from knowledge.errors import RegisterError

    # the driver's own word; no library of databases is known out here
    refused = type(error.__cause__).__name__ == "OperationalError"
    return isinstance(error, RegisterError) and refused and not read_settings().is_embedded


def _close_output() -> None:
    """Keep the interpreter from complaining about the broken pipe when it ends."""
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _settings(*, own: bool = False, verbose: bool = False) -> Settings:
    """Return the settings; `own` leaves out the demo's data, which reading commands fall back on."""
    from bot.demo_data import own_or_demo

    settings = read_settings()
    chosen = settings if own else own_or_demo(settings, _holds_something)
    if chosen is not settings:
        tell(f"Använder demons data i {chosen.data_dir}.")
    log_to(chosen.data_dir, verbose=verbose)
    return chosen


def _holds_something(settings: Settings) -> bool:
    """Tell whether anything was ever read or reported into the data folder itself."""
    from bot.wiring.register import open_statuses

    if not (settings.data_dir / "kansli.db").exists():
        return False
    counts = open_statuses(settings).counts()
    return bool(counts.documents or counts.statuses)


def _day(given: str) -> Callable[[Settings], date]:
    """Return what tells the day: the given one, or today in the organisation's time zone."""
    from bot.clock import WallClock

    if not given:
        return lambda settings: WallClock(settings.timezone).today()
    day = _date(given, "--today")
    return lambda _settings: day


def _date(given: str, option: str) -> date:
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise typer.BadParameter(f"{option} ska vara ett datum, som 2026-11-23.") from None


def _end(code: int) -> None:
    raise typer.Exit(int(code))


if __name__ == "__main__":
    main()
