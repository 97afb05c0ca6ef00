"""The words of a Word paragraph as they stand when its tracked changes are accepted."""

from lxml import etree  # type: ignore[import-untyped]

from knowledge.reading.word_styles import W

_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
FALLBACK = f"{_CHOICE}Fallback"
_GONE = frozenset(
    (
        f"{W}del",
        f"{W}moveFrom",
        f"{W}delText",
        f"{W}instrText",
        f"{W}pPr",
        f"{W}rPr",
        FALLBACK,
        f"{W}footnoteRef",
    )
)
BOX = f"{W}txbxContent"


def words_of(
    paragraph: etree._Element, cited: list[str] | None = None, *, tab: str = " "
) -> tuple[str, bool]:
    """Return a paragraph's words as they stand when changes are accepted, and whether all are set in bold.

    The notes that they refer to are added to `cited`; `tab` stands for each tabulator.
    """
    parts: list[str] = []
    is_bold, has_words = True, False
    stack = list(reversed(paragraph))
    while stack:
        element = stack.pop()
        tag = element.tag
        if tag in _GONE or tag == BOX or is_blank(element) or _is_hidden(element):
            continue
        if tag == f"{W}t":
            text = element.text or ""
            parts.append(text)
            if text.strip():
                has_words = True
                is_bold = is_bold and _is_bold(element)
        elif tag in (f"{W}tab", f"{W}ptab"):
            parts.append(tab)
        elif tag in (f"{W}br", f"{W}cr"):
            parts.append("\n")
        elif tag == f"{W}noBreakHyphen":
            parts.append("-")
        elif tag in (f"{W}footnoteReference", f"{W}endnoteReference") and cited is not None:
            cited.append(tag[len(W) :].removesuffix("Reference") + (element.get(f"{W}id") or ""))
        else:
            stack.extend(reversed(element))
    return "".join(parts), is_bold and has_words


def is_blank(element: etree._Element) -> bool:
    """Tell a content control that nobody has filled in: its words only say what should stand there."""
    return element.tag == f"{W}sdt" and element.find(f"{W}sdtPr/{W}showingPlcHdr") is not None


def _is_hidden(element: etree._Element) -> bool:
    mark = element.find(f"{W}rPr/{W}vanish") if element.tag == f"{W}r" else None
    return mark is not None and mark.get(f"{W}val") not in ("0", "false", "off")


def _is_bold(text: etree._Element) -> bool:
    run = text.getparent()
    mark = run.find(f"{W}rPr/{W}b") if run is not None else None
    return mark is not None and mark.get(f"{W}val") not in ("0", "false", "off")
