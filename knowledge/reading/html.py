"""HTML to blocks: the main content of a page, its headings, lists and tables; menus and scripts left out."""

import re

from lxml import html as markup  # type: ignore[import-untyped]
from lxml.etree import ParserError  # type: ignore[import-untyped]

from knowledge.blocks import ReadDocument
from knowledge.errors import UnreadableDocumentError
from knowledge.reading.grid import Cell, grid_of
from knowledge.reading.layout import LayoutWriter

_LOOKS = re.compile(
    r"\A[\s\ufeff]{0,100}(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_DROPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "nav",
        "header",
        "footer",
        "aside",
        "form",
        "button",
        "select",
        "option",
        "svg",
        "canvas",
        "iframe",
        "object",
        "embed",
        "video",
        "audio",
        "dialog",
        "head",
    ]
)
_PARTING = frozenset(
    [
        "address",
        "article",
        "blockquote",
        "body",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "hr",
        "html",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "details",
        "table",
        "tbody",
        "thead",
        "tfoot",
        "tr",
        "td",
        "th",
        "caption",
        "ul",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
    ]
)
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_BOLD = frozenset(("b", "strong"))
_DEEPEST = 200
_MOST_COLUMNS = 200
_MOST_JOINED = 20  # columns
_LONGEST_SPAN, _ALL = 5, 99_999
_LEAST_MAIN = 200
_ROLES = frozenset(("navigation", "banner", "contentinfo", "search", "complementary"))


def looks_like_html(start: bytes) -> bool:
    """Tell whether a file's first bytes open an HTML page."""
    return _LOOKS.match(start.decode("latin-1")) is not None


def read_html(text: str) -> ReadDocument:
    """Return the blocks of a page; raise UnreadableDocumentError when it has no content."""
    source = re.sub(r"\A\s*<\?xml[^>]{0,200}\?>", "", text)
    parser = markup.HTMLParser(
        no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, recover=True
    )
    try:
        page = markup.document_fromstring(source, parser=parser)
    except (ParserError, ValueError) as error:
        raise UnreadableDocumentError("Webbsidan har inget innehåll som går att läsa.") from error
    reader = _PageReader()
    reader.read(_main(page))
    front = _front_matter(page)
    warnings = ("Webbsidan är så djupt nästlad att delar av den inte lästes.",) if reader.was_too_deep else ()
    return reader.writer.finished(front, warnings)


def _front_matter(page: markup.HtmlElement) -> list[tuple[str, str]]:
    """Return what the page says of itself: title, language and named meta tags."""
    entries: list[tuple[str, str]] = []
    title = page.find(".//title")
    if title is not None and (words := " ".join(title.text_content().split())):
        entries.append(("title", words))
    if language := page.get("lang"):
        entries.append(("language", language))
    for meta in page.iter("meta"):
        name, content = meta.get("name") or meta.get("property"), meta.get("content")
        if name and content:
            entries.append((name.lower(), content))
    addresses = (link.get("href") for link in page.iter("link") if link.get("rel") == "canonical")
    return entries + [("url", address) for address in addresses if address]


def _main(page: markup.HtmlElement) -> markup.HtmlElement:
    """Return the element that holds the page's main content."""
    for path in (".//main", ".//*[@role='main']", ".//article"):
        found = page.findall(path)
        if len(found) == 1 and len(found[0].text_content()) >= _LEAST_MAIN:
            return found[0]
    body = page.find(".//body")
    return page if body is None else body


class _PageReader:
    """Walk a page and write its blocks; the depth of the walk is bounded."""

    def __init__(self) -> None:
        self.writer = LayoutWriter()
        self.was_too_deep = False
        self._words: list[str] = []
        self._plain = 0  # characters that are not set in bold
        self._lists: list[list[int]] = []  # [number of the item, or 0 for a bullet]
        self._item = ""  # number of the item whose words are being gathered
        self._in_item = False

    def read(self, element: markup.HtmlElement, depth: int = 0, *, is_bold: bool = False) -> None:
        """Write what the element holds."""
        if depth > _DEEPEST:
            self.was_too_deep = True
            return
        self._say(element.text, is_bold=is_bold)
        for child in element:
            if isinstance(child.tag, str):
                self._child(child, depth, is_bold=is_bold)
            self._say(child.tail, is_bold=is_bold)
        if depth == 0:
            self._flush()

    def _child(self, child: markup.HtmlElement, depth: int, *, is_bold: bool) -> None:
        tag = child.tag.lower()
        if (
            tag in _DROPPED
            or child.get("role") in _ROLES
            or child.get("hidden") is not None
            or child.get("aria-hidden") == "true"
        ):
            return
        if tag == "br":
            self._words.append("\n")
        elif tag in _HEADINGS:
            self._flush()
            self.writer.heading(" ".join(child.text_content().split()), _HEADINGS[tag])
        elif tag == "table" and not child.findall(".//table"):
            self._flush()
            self._table(child)
        elif tag in ("ul", "ol"):
            self._flush()
            start = child.get("start") or "1"
            self._lists.append([int(start) if start.isdecimal() and len(start) < 6 else 1, int(tag == "ol")])
            self.read(child, depth + 1)
            self._flush()
            self._lists.pop()
        elif tag == "li":
            self._flush()
            self._open_item()
            self.read(child, depth + 1)
            self._flush()
            self._in_item = False
        elif tag in _PARTING:
            self._flush()
            self.read(child, depth + 1)
            self._flush()
        else:
            self.read(child, depth + 1, is_bold=is_bold or tag in _BOLD)

    def _open_item(self) -> None:
        self._in_item = True
        self._item = ""
        if self._lists and self._lists[-1][1]:
            self._item = f"{self._lists[-1][0]}. "
            self._lists[-1][0] += 1

    def _say(self, words: str | None, *, is_bold: bool) -> None:
        if not words:
            return
        words = " ".join(words.replace("\n", " ").split(" ")) if "\n" in words else words
        self._words.append(words)
        if not is_bold:
            self._plain += len(words.strip())

    def _flush(self) -> None:
        words = re.sub(r"[ \t]+", " ", "".join(self._words))
        is_bold = self._plain == 0
        self._words, self._plain = [], 0
        if not words.strip():
            return
        if self._in_item:
            self.writer.item(self._item + words.strip(), len(self._lists))
            self._item = ""
        else:
            self.writer.paragraph(words, is_bold=is_bold)

    def _table(self, table: markup.HtmlElement) -> None:
        if (caption := table.find("./caption")) is not None:
            self.writer.paragraph(caption.text_content())
        rows: list[list[Cell]] = []
        headers = 0
        for row in table.iter("tr"):
            cells = [cell for cell in row if cell.tag in ("td", "th")]
            words = [
                Cell(
                    " ".join(part for part in cell.itertext() if part),
                    min(_covered(cell.get("colspan")), _MOST_JOINED),
                    _covered(cell.get("rowspan")),
                )
                for cell in cells[:_MOST_COLUMNS]
            ]
            if not any(cell.words.strip() for cell in words):
                continue
            is_header = all(cell.tag == "th" for cell in cells) or row.getparent().tag == "thead"
            if is_header and headers == len(rows):
                headers += 1
            rows.append(words)
        self.writer.grid(grid_of(rows, headers))


def _covered(span: str | None) -> int:
    """Return how many columns or rows an attribute says that a cell covers; 0 stands for all the rest."""
    if not span or not span.isdecimal() or len(span) > _LONGEST_SPAN:
        return 1
    return int(span) or _ALL
