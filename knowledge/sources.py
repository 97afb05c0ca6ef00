"""Source files: which files a path means, under which root they are known, and their addresses from sources.csv."""

import csv
import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from knowledge.errors import MissingSourceError, UnreadableDocumentError
from knowledge.reading.calendar_csv import looks_like_calendar
from knowledge.reading.decoding import decoded

ADDRESS_LIST = "sources.csv"
HOLDER_LIST = "holders.csv"
_LIST = ".csv"
_TOP = 16_384  # bytes of a list that tell whether it is a calendar
_LOCK_FILES = ("~$", ".~")  # what office programs lay beside an open document


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to be read; `root` and `path` (relative, with forward slashes) are its identity."""

    root: str
    path: str
    file: Path
    url: str = ""

    @property
    def name(self) -> str:
        """The file's base name."""
        return self.file.name


@dataclass(frozen=True, slots=True)
class FoundSources:
    """What named paths hold: files to read, folders looked through whole, and files that nothing reads.

    `unlisted` are folders that could not be listed: what is known of them stays.
    """

    files: tuple[SourceFile, ...]
    folders: tuple[Path, ...] = ()
    skipped: tuple[Path, ...] = ()
    unlisted: tuple[Path, ...] = ()


@dataclass(slots=True)
class _Gathering:
    files: dict[Path, Path] = field(default_factory=dict)  # the file and the folder that was named
    folders: list[Path] = field(default_factory=list)
    skipped: list[Path] = field(default_factory=list)
    unlisted: list[Path] = field(default_factory=list)


def find_sources(
    paths: Sequence[Path], suffixes: Collection[str], known_roots: Collection[str]
) -> FoundSources:
    """Return the files that the paths mean, each once, in order of path.

    A file in a folder is taken when its suffix is among `suffixes` (of the lists in .csv only meeting calendars);
    one named itself always. `known_roots` are
    those that the register holds, so that a file keeps its identity when a folder above or below is named another
    time. Raises MissingSourceError before anything is read when a path is not there.
    """
    missing = [path for path in paths if not path.exists()]
    if missing:
        raise MissingSourceError(tuple(missing))
    gathered = _Gathering()
    for path in paths:
        resolved = path.resolve()
        if resolved.is_dir():
            gathered.folders.append(resolved)
            _walk(resolved, suffixes, gathered)
        else:
            gathered.files.setdefault(resolved, resolved.parent)
    addresses = _Addresses()
    roots = _longest_first(known_roots)
    files = (_source_file(file, named, roots, addresses) for file, named in sorted(gathered.files.items()))
    return FoundSources(
        tuple(files), tuple(gathered.folders), tuple(gathered.skipped), tuple(gathered.unlisted)
    )


def source_at(place: Path, known_roots: Collection[str]) -> SourceFile:
    """Return how a file at a place is known, as `find_sources` would when the file itself is named."""
    resolved = place.resolve()
    return _source_file(resolved, resolved.parent, _longest_first(known_roots), _Addresses())


def _longest_first(roots: Collection[str]) -> list[Path]:
    return sorted(map(Path, roots), key=lambda root: len(root.parts), reverse=True)


def lies_within(path: Path, folders: Iterable[Path]) -> bool:
    """Tell whether a path lies in one of the folders."""
    return any(path.is_relative_to(folder) for folder in folders)


def _walk(folder: Path, suffixes: Collection[str], gathered: _Gathering) -> None:
    def unlisted(error: OSError) -> None:
        gathered.unlisted.append(Path(error.filename or folder))

    for current, subfolders, names in os.walk(folder, onerror=unlisted):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        for name in sorted(names):
            file = Path(current, name)
            if name.startswith((".", *_LOCK_FILES)) or name.lower() in {ADDRESS_LIST, HOLDER_LIST}:
                continue
            suffix = PurePath(name).suffix.lower()
            if suffix in suffixes and (suffix != _LIST or _may_be_calendar(file)):
                gathered.files[file] = folder
            else:
                gathered.skipped.append(file)


def _may_be_calendar(file: Path) -> bool:
    """Tell whether a list is a meeting calendar; of one that cannot be opened, reading it will tell why."""
    if not file.is_file():
        return True
    try:
        with file.open("rb") as opened:
            top = opened.read(_TOP)
        whole_lines = top[: top.rfind(b"\n") + 1] if len(top) == _TOP else top
        return looks_like_calendar(decoded(whole_lines))
    except OSError:
        return True
    except UnreadableDocumentError:
        return False


def _source_file(file: Path, named: Path, roots: Sequence[Path], addresses: "_Addresses") -> SourceFile:
    root = next((root for root in roots if file.is_relative_to(root)), named)
    return SourceFile(str(root), file.relative_to(root).as_posix(), file, addresses.of(file, root))


class _Addresses:
    """The lists of addresses beside the files, each read once; a list in a folder above names files by path."""

    def __init__(self) -> None:
        self._lists: dict[Path, Mapping[str, str]] = {}

    def of(self, file: Path, root: Path) -> str:
        for folder in _upwards(file.parent, root):
            address = self._list(folder).get(file.relative_to(folder).as_posix().casefold(), "")
            if address:
                return address
        return ""

    def _list(self, folder: Path) -> Mapping[str, str]:
        known = self._lists.get(folder)
        if known is None:
            known = self._lists[folder] = _read_addresses(folder / ADDRESS_LIST)
        return known


def _upwards(folder: Path, root: Path) -> Iterator[Path]:
    yield folder
    while folder != root and folder.is_relative_to(root):
        folder = folder.parent
        yield folder


def _read_addresses(path: Path) -> Mapping[str, str]:
    """Return address by document from a list with the columns `document` and `url`; nothing when it is no such list."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return {}
    header = text.partition("\n")[0]
    rows = csv.DictReader(text.splitlines(), delimiter=";" if header.count(";") > header.count(",") else ",")
    found = {}
    for row in rows:
        cells = {
            (name or "").strip().lower(): (cell or "").strip()
            for name, cell in row.items()
            if isinstance(cell, str)
        }
        if cells.get("document") and is_address(cells.get("url", "")):
            found[cells["document"].casefold()] = cells["url"]
    return found


def is_address(url: str) -> bool:
    """Tell whether a source's address may be shown as a link."""
    return url.startswith(("https://", "http://")) and not any(character.isspace() for character in url)
