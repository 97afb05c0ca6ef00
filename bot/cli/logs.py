"""Logging: warnings to standard error, all with tracebacks to a file in the data folder."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

from bot.errors import SettingsError

LARGEST = 5_000_000  # bytes
KEPT = 3
FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class WithoutTraceback(logging.Formatter):
    """One line a record: what a person at a terminal can use."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the message alone."""
        return f"{record.levelname.lower()}: {record.getMessage()}"


def log_to(data_dir: Path, *, verbose: bool) -> Path:
    """Send the log to a file, and to standard error with tracebacks when `verbose`; returns the file.

    Raises SettingsError when the folder cannot be made or written in.
    """
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    stderr = logging.StreamHandler()
    stderr.setLevel(logging.WARNING)
    stderr.setFormatter(logging.Formatter(FORMAT) if verbose else WithoutTraceback())
    root.addHandler(stderr)
    file = data_dir / "kansli.log"
    try:
        data_dir.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(file, maxBytes=LARGEST, backupCount=KEPT, encoding="utf-8")
    except OSError as error:
        raise SettingsError(
            (f"Det går inte att skriva i datamappen {data_dir}. Ange en annan mapp med KANSLI_DATA_DIR.",)
        ) from error
    handler.setFormatter(logging.Formatter(FORMAT))
    root.addHandler(handler)
    for name in ("httpx", "httpcore", "alembic", "pdfminer", "pypdf", "urllib3", "slack_sdk", "kansli.bolt"):
        logging.getLogger(name).setLevel(logging.ERROR)
    return file
