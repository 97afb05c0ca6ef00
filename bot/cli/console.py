"""What a command says: results to standard output, all else to standard error."""

import json
import sys
from enum import IntEnum
from typing import Any


class Exit(IntEnum):
    """Exit codes of every command."""

    OK = 0
    FAILED = 1
    WRONG_USAGE = 2


def result(words: str) -> None:
    """Print a part of the result."""
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


def result_json(value: Any) -> None:
    """Print a result as one line of JSON."""
    result(json.dumps(value, ensure_ascii=False))


def tell(words: str) -> None:
    """Say something that is no result."""
    sys.stderr.write(words + "\n")
    sys.stderr.flush()
