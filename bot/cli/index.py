"""`kansli index`: read files and folders, show how far it has come, and sum up."""

import subprocess
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from bot.cli.console import Exit, result, result_json, tell
from bot.indexing import Indexing
from bot.settings import Settings
from bot.wiring.answering import open_filler
from bot.wiring.ingestion import open_ingestion
from bot.wiring.register import open_register
from knowledge.errors import MissingSourceError
from knowledge.ingest import IngestSummary
from knowledge.ingest import Progress as FileProgress
from retrieval.errors import RetrievalError
from retrieval.vector_filling import Filling

MOST_REMARKS = 20


def index_paths(settings: Settings, paths: Sequence[Path], *, as_json: bool, background: bool) -> Exit:
    """Index files and folders into the data folder; vectors in a process of their own when `background`."""
    opened = open_register(settings)
    with open_ingestion(opened) as ingest, closing(open_filler(settings, opened)) as filler:
        code = index(Indexing(ingest, filler.filler), paths, as_json=as_json, background=background)
    if background and code is Exit.OK:
        _start_apart("fill")
    if settings.model and code is Exit.OK:
        _start_apart("propose")
    return code


def _start_apart(command: str) -> None:
    """Start a command in a process of its own, which nobody waits for."""
    subprocess.Popen(  # noqa: S603  our own words
        [sys.executable, "-m", "bot", command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def fill_vectors(settings: Settings) -> Exit:
    """Make what was read searchable by meaning."""
    opened = open_register(settings)
    with closing(open_filler(settings, opened)) as filler:
        filler.filler.fill()
    return Exit.OK


def index(indexing: Indexing, paths: Sequence[Path], *, as_json: bool, background: bool) -> Exit:
    """Index the paths; vectors are left for a process of their own when `background`."""
    console = Console(stderr=True)
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[file]}"),
        console=console,
        transient=True,
        disable=not console.is_terminal,  # elsewhere it would leave but an empty line
    )
    with bar:
        reading = bar.add_task("Läser dokument", total=None, file="")
        vectors = bar.add_task("Gör sökbart efter betydelse", total=None, file="", visible=False)

        def on_file(progress: FileProgress) -> None:
            bar.update(reading, completed=progress.done, total=progress.total, file=progress.file)

        def on_vectors(filling: Filling) -> None:
            total = filling.embedded + filling.waiting
            bar.update(vectors, completed=filling.embedded, total=total, visible=True)

        try:
            summary = indexing.index(paths, on_file, None if background else on_vectors)
        except MissingSourceError as error:
            tell(f"{error}. Inget har ändrats.")
            return Exit.WRONG_USAGE
        except RetrievalError as error:
            tell(f"Dokumenten är lästa och går att söka efter ord, men inte efter betydelse än: {error}")
            tell("Kör samma kommando igen när felet är rättat.")
            return Exit.FAILED
    _report(summary, as_json=as_json)
    return Exit.OK if summary.documents else Exit.FAILED


def _report(summary: IngestSummary, *, as_json: bool) -> None:
    if as_json:
        result_json(
            {
                "documents": summary.documents,
                "new": summary.new,
                "changed": summary.changed,
                "unchanged": summary.unchanged,
                "withdrawn": summary.withdrawn,
                "facts": summary.facts,
                "passages": summary.passages,
                "skipped": summary.skipped,
                "warnings": [{"file": each.file, "text": each.text} for each in summary.warnings],
                "failed": [{"file": each.file, "text": each.text} for each in summary.failed],
            }
        )
    else:
        result(
            f"{summary.documents} dokument ({summary.new} nya, {summary.changed} ändrade, "
            f"{summary.unchanged} oförändrade, {summary.withdrawn} borttagna), {summary.facts} uppgifter, "
            f"{summary.passages} textavsnitt, {len(summary.warnings)} varningar."
        )
    for remark in (*summary.failed, *summary.warnings)[:MOST_REMARKS]:
        tell(f"{remark.file}: {remark.text}")
    left = len(summary.failed) + len(summary.warnings) - MOST_REMARKS
    if left > 0:
        tell(f"… och {left} till. Skriv --json för att se alla.")
    if summary.skipped:
        tell(f"{summary.skipped} filer av andra format hoppades över.")
    if not summary.documents:
        tell("Inget dokument kunde läsas. Format som läses: .txt, .md, .html, .docx och .pdf.")
