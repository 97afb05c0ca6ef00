"""A report as the files that are handed over; pure."""

import re
import unicodedata

from bot.outgoing import Attachment
from bot.reports.building import WantedReport
from knowledge.writing.document import WrittenDocument
from knowledge.writing.markdown import as_markdown
from knowledge.writing.word_file import as_word_file


def report_files(report: WrittenDocument, wanted: WantedReport) -> tuple[Attachment, ...]:
    """Return the report as Word and as Markdown, named after board and day, or year."""
    plain = unicodedata.normalize("NFKD", wanted.body).encode("ascii", "ignore").decode().casefold()
    kind = "slutrapport" if isinstance(wanted.about, int) else "lagesrapport"
    name = f"{kind}-{re.sub(r'[^a-z0-9]+', '-', plain).strip('-')}-{wanted.about}"
    return (
        Attachment(f"{name}.docx", report.title, as_word_file(report)),
        Attachment(f"{name}.md", report.title, as_markdown(report).encode()),
    )
