"""Archive: the parts of an Office file, taken out only when they are harmless to unpack and to parse."""

import io
import re
import zipfile
import zlib

from lxml import etree  # type: ignore[import-untyped]

from knowledge.errors import UnreadableDocumentError

_LARGEST_PART = 80 * 1024 * 1024
_LARGEST_WHOLE = 300 * 1024 * 1024
_HIGHEST_RATIO = 200
_RATIO_FROM = 5 * 1024 * 1024
_MOST_PARTS = 10_000
_DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_BOMB = "Filen är misstänkt hårt packad (en så kallad zip-bomb) och lästes inte."
_DAMAGED = "Filen är skadad och gick inte att packa upp."


class Archive:
    """The parts of a zip file by name."""

    def __init__(self, data: bytes) -> None:
        """Open the archive; raise UnreadableDocumentError when it is damaged, encrypted or a bomb."""
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            members = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise UnreadableDocumentError(_DAMAGED) from error
        if len(members) > _MOST_PARTS:
            raise UnreadableDocumentError(_BOMB)
        unpacked = sum(member.file_size for member in members)
        if unpacked > _LARGEST_WHOLE or (unpacked > _RATIO_FROM and unpacked > _HIGHEST_RATIO * len(data)):
            raise UnreadableDocumentError(_BOMB)
        self.names = frozenset(member.filename for member in members)

    def part(self, name: str) -> etree._Element | None:
        """Return the XML part of that name, None when there is none; entities and outside references are refused."""
        if name not in self.names:
            return None
        data = self._bytes(name)
        if _DECLARES.search(data) or _DECLARES.search(data[:4096].replace(b"\0", b"")):
            raise UnreadableDocumentError(
                "Filen innehåller XML-deklarationer som kan vara skadliga och lästes inte."
            )
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, remove_comments=True
        )
        try:
            return etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise UnreadableDocumentError("Filens innehåll är skadat eller för djupt nästlat.") from error

    def _bytes(self, name: str) -> bytes:
        """Unpack one part, never more of it than its limit, whatever the archive claims."""
        try:
            with self._zip.open(name) as part:
                data = part.read(_LARGEST_PART + 1)
        except RuntimeError as error:  # the standard library's word for an encrypted member
            raise UnreadableDocumentError("Filen är krypterad eller lösenordsskyddad.") from error
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
            raise UnreadableDocumentError(_DAMAGED) from error
        if len(data) > _LARGEST_PART:
            raise UnreadableDocumentError(_BOMB)
        return data
