"""Word's styles and numbering: which paragraphs are headings or list items, and the number that Word would show."""

import re
from dataclasses import dataclass, field, replace

from lxml import etree  # type: ignore[import-untyped]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"(?:heading|rubrik|överskrift)\s*([1-9])(?!\d)", re.IGNORECASE)
_TITLE = re.compile(r"(?:title|titel|dokumenttitel|dokumentrubrik|rubrik)$", re.IGNORECASE)
_LIST = re.compile(r"list|lista|punkt|bullet|numrerad", re.IGNORECASE)
_LIST_DEPTH = re.compile(r"\D([2-5])$")
_DEEPEST = 12


@dataclass(frozen=True, slots=True)
class WordStyle:
    """What a paragraph style makes of its paragraphs; `numbering` is (list, level) or None.

    `depth` is how deep in lists its own list lies, from 1: Word's "List Bullet 2" is a list of its own, set in.
    """

    heading: int = 0
    is_list: bool = False
    is_bold: bool = False
    numbering: tuple[str, int] | None = None
    depth: int = 1


@dataclass(frozen=True, slots=True)
class Label:
    """The number of a list item ("1.", "a)"; "" for a bullet) and its depth from 1."""

    label: str
    depth: int


@dataclass(frozen=True, slots=True)
class Styles:
    """The paragraph styles of a document."""

    by_id: dict[str, WordStyle]

    @classmethod
    def of(cls, part: etree._Element | None) -> "Styles":
        """Read the styles part."""
        if part is None:
            return cls({})
        raw = {style.get(f"{W}styleId") or "": style for style in part.findall(f"{W}style")}
        return cls({key: _style(raw, key) for key in raw})

    def of_paragraph(self, paragraph: etree._Element) -> WordStyle:
        """Return the paragraph's style, its own outline level and numbering counted in."""
        named = paragraph.find(f"{W}pPr/{W}pStyle")
        key = named.get(f"{W}val") or "" if named is not None else ""
        style = self.by_id.get(key) or _by_name(key)
        own = _outline(paragraph.find(f"{W}pPr"))
        return replace(style, heading=own) if own else style


def _style(raw: dict[str, etree._Element], key: str) -> WordStyle:
    """Return a style with what it inherits."""
    heading, is_list, is_bold, numbering, depth = 0, False, False, None, 1
    for _ in range(_DEEPEST):
        style = raw.get(key)
        if style is None:
            break
        name = style.find(f"{W}name")
        named = _by_name((name.get(f"{W}val") or "") if name is not None else "")
        properties = style.find(f"{W}pPr")
        heading = heading or named.heading or _outline(properties)
        is_list = is_list or named.is_list
        depth = max(depth, named.depth)
        bold = style.find(f"{W}rPr/{W}b")
        is_bold = is_bold or (bold is not None and bold.get(f"{W}val") not in ("0", "false", "off"))
        numbering = numbering or _numbering_of(properties)
        based = style.find(f"{W}basedOn")
        if based is None:
            break
        key = based.get(f"{W}val") or ""
    return WordStyle(heading, is_list, is_bold, numbering, depth)


def _by_name(name: str) -> WordStyle:
    """Judge a style by its name alone."""
    if found := _HEADING.search(name):
        return WordStyle(heading=int(found[1]))
    if _TITLE.match(name.strip()):
        return WordStyle(heading=1)
    is_list = _LIST.search(name) is not None and not re.search("table|tabell", name, re.IGNORECASE)
    depth = _LIST_DEPTH.search(name) if is_list else None
    return WordStyle(is_list=is_list, depth=int(depth[1]) if depth else 1)


def _outline(properties: etree._Element | None) -> int:
    """Return the heading level that paragraph properties set, 0 when none."""
    level = properties.find(f"{W}outlineLvl") if properties is not None else None
    value = level.get(f"{W}val") if level is not None else None
    return int(value) + 1 if value and value.isdecimal() and int(value) < 9 else 0


def _numbering_of(properties: etree._Element | None) -> tuple[str, int] | None:
    """Return the list and level that paragraph properties name."""
    mark = properties.find(f"{W}numPr") if properties is not None else None
    if mark is None:
        return None
    number, level = mark.find(f"{W}numId"), mark.find(f"{W}ilvl")
    key = number.get(f"{W}val") or "" if number is not None else ""
    depth = level.get(f"{W}val") or "0" if level is not None else "0"
    return (key, int(depth) if depth.isdecimal() and int(depth) < 9 else 0)


@dataclass(frozen=True, slots=True)
class _Level:
    form: str
    pattern: str
    start: int


@dataclass(slots=True)
class Numbering:
    """The lists of a document and how far each has counted."""

    levels: dict[str, dict[int, _Level]]
    shared: dict[str, str]
    _counts: dict[str, list[int]] = field(default_factory=dict)

    @classmethod
    def of(cls, part: etree._Element | None) -> "Numbering":
        """Read the numbering part."""
        if part is None:
            return cls({}, {})
        abstract = {
            a.get(f"{W}abstractNumId") or "": {
                int(lvl.get(f"{W}ilvl") or 0): _level(lvl) for lvl in a.findall(f"{W}lvl")
            }
            for a in part.findall(f"{W}abstractNum")
        }
        shared: dict[str, str] = {}
        for number in part.findall(f"{W}num"):
            link = number.find(f"{W}abstractNumId")
            key = number.get(f"{W}numId") or ""
            base = link.get(f"{W}val") or "" if link is not None else ""
            # a list that restarts counts for itself, others that share a definition count on together
            shared[key] = base if number.find(f"{W}lvlOverride/{W}startOverride") is None else f"{base}#{key}"
        return cls(abstract, shared)

    def next_label(self, paragraph: etree._Element, style: WordStyle) -> Label | None:
        """Return the label of the next item in the paragraph's list, None when it is in no list."""
        own = _numbering_of(paragraph.find(f"{W}pPr"))
        numbering = own or style.numbering
        if numbering is None or numbering[0] in ("0", ""):
            return None
        key, depth = numbering
        counter = self.shared.get(key)
        levels = self.levels.get((counter or "").split("#")[0], {})
        if counter is None or depth not in levels:
            return Label("", max(depth + 1, style.depth))
        counts = self._counts.setdefault(counter, [])
        del counts[depth + 1 :]
        while len(counts) <= depth:
            level = levels.get(len(counts))
            counts.append(
                level.start - 1 if level and len(counts) == depth else (level.start if level else 1)
            )
        counts[depth] += 1
        return Label(_shown(levels, counts, depth), max(depth + 1, style.depth))


def _level(level: etree._Element) -> _Level:
    def value(name: str, default: str) -> str:
        found = level.find(f"{W}{name}")
        return (found.get(f"{W}val") or default) if found is not None else default

    start = value("start", "1")
    return _Level(
        value("numFmt", "decimal"),
        value("lvlText", ""),
        int(start) if start.isdecimal() and len(start) < 6 else 1,
    )


def _shown(levels: dict[int, _Level], counts: list[int], depth: int) -> str:
    """Return the label as Word would show it, "" for a bullet."""
    level = levels[depth]
    if level.form in ("bullet", "none") or "%" not in level.pattern:
        return ""
    label = level.pattern
    for number, count in enumerate(counts):
        form = levels[number].form if number in levels else "decimal"
        label = label.replace(f"%{number + 1}", _numeral(count, form))
    return label.strip()


def _numeral(count: int, form: str) -> str:
    if form in ("lowerLetter", "upperLetter") and 1 <= count <= 26:
        letter = chr(ord("a") + count - 1)
        return letter if form == "lowerLetter" else letter.upper()
    if form in ("lowerRoman", "upperRoman") and 1 <= count <= 39:
        tens, ones = divmod(count, 10)
        roman = "x" * tens + ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[ones]
        return roman if form == "lowerRoman" else roman.upper()
    return str(count)
