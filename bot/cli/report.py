"""`kansli report`: the status report to a board for a meeting, or the final report for a year."""

from datetime import date
from pathlib import Path

from bot.cli.console import Exit, result, tell
from bot.reports.building import NoReport
from bot.settings import Settings
from bot.wiring.register import open_register
from bot.wiring.reports import open_reports
from knowledge.writing.document import WrittenDocument
from knowledge.writing.markdown import as_markdown
from knowledge.writing.word_file import as_word_file

ENDINGS = {".docx", ".md"}


def report(
    settings: Settings,
    board: str,
    about: date | int,
    today: date,
    *,
    organisation: str = "",
    out: Path | None = None,
) -> Exit:
    """Print the report as Markdown, or write it to a file; `about` is the day of a meeting, or a year."""
    if out is not None and out.suffix.lower() not in ENDINGS:
        tell(f"Filen {out} ska sluta på .docx eller .md.")
        return Exit.WRONG_USAGE
    reports = open_reports(settings, open_register(settings))
    if isinstance(about, int):
        return hand_over(reports.for_year(board, about, today, organisation), out)
    return hand_over(reports.for_meeting(board, about, today, organisation), out)


def hand_over(found: WrittenDocument | NoReport, out: Path | None) -> Exit:
    """Print a report, write it to a file, or say why there is none."""
    if isinstance(found, NoReport):
        tell(found.reason)
        return Exit.FAILED
    if out is None:
        result(as_markdown(found).rstrip("\n"))
        return Exit.OK
    content = as_word_file(found) if out.suffix.lower() == ".docx" else as_markdown(found).encode()
    try:
        out.write_bytes(content)
    except OSError:
        tell(f"Filen {out} går inte att skriva. Kontrollera att mappen finns och att du får skriva i den.")
        return Exit.FAILED
    tell(f"{found.title} är skriven till {out}.")
    return Exit.OK
