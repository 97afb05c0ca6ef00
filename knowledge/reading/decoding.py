"""Decoding: a file's bytes to text with plain line ends, whatever the encoding was."""

import codecs

from charset_normalizer import from_bytes

from knowledge.errors import UnreadableDocumentError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 65_536
_MOST_CONTROLS = 0.02


def decoded(data: bytes) -> str:
    r"""Return the text of `data` with `\n` line ends; raise UnreadableDocumentError when it is none."""
    text = _text(data).replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        text = text.replace("\0", "")
    sample = text[:_SAMPLE]
    controls = sum(1 for c in sample if c < " " and c not in "\n\t\f\v")
    if controls > _MOST_CONTROLS * len(sample) + 2:
        raise UnreadableDocumentError("Filen är inte text: den innehåller tecken som ingen kan läsa.")
    return text


def _text(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if (wide := _wide(data)) is not None:
        return data.decode(wide, errors="replace")
    if _is_swedish_latin(data):
        return data.decode("cp1252", errors="replace")
    best = from_bytes(data[:_SAMPLE]).best()
    return data.decode(best.encoding if best is not None else "cp1252", errors="replace")


def _wide(data: bytes) -> str | None:
    """Return the encoding of two-byte text without a byte order mark."""
    sample = data[:4096]
    if len(sample) < 8:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.7 * len(sample) / 2 and even < 0.1 * len(sample):
        return "utf-16-le"
    if even > 0.7 * len(sample) / 2 and odd < 0.1 * len(sample):
        return "utf-16-be"
    return None


def _is_swedish_latin(data: bytes) -> bool:
    """Tell whether the bytes above ASCII are mostly å, ä, ö, é and typographic marks as Windows writes them."""
    high = [byte for byte in data[:_SAMPLE] if byte >= 0x80]
    usual = set("åäöÅÄÖéÉüÜ§°´·½".encode("latin-1")) | {
        0x91,
        0x92,
        0x93,
        0x94,
        0x95,
        0x96,
        0x97,
        0x85,
        0xA0,
        0xAD,
    }
    return sum(1 for byte in high if byte in usual) >= 0.9 * len(high)
