from collections.abc import Callable

from knowledge.blocks import Block, BlockKind, ReadDocument
from knowledge.reading.markdown import read_markdown

TEXT = """\
---
title: Nämndplan 2027
url: "https://exempel.se/plan"
tags:
  - plan
---

# Nämndplan 2027

Inledande text med **fetstil** och en [länk](https://exempel.se).

## Mål 1

Inom befintliga ramar

- punkt ett
  - underpunkt
- punkt två

| Indikator | Mål |
|:---|---:|
| Andel | 60 % |

### § 12 Beslut i ärendet

**Beslut**

Nämnden beslutar.

Understruken rubrik
-------------------

Slut.
"""


def test_front_matter_is_told_apart_but_spans_count_in_the_raw_text(
    holds: Callable[[ReadDocument], None],
) -> None:
    document = read_markdown(TEXT)
    assert dict(document.front_matter) == {"title": "Nämndplan 2027", "url": "https://exempel.se/plan"}
    assert document.text == TEXT
    assert document.blocks[0].text == "Nämndplan 2027"
    holds(document)


def test_only_marked_lines_and_known_words_are_headings(named: Callable[[ReadDocument], list[str]]) -> None:
    document = read_markdown(TEXT)
    assert named(document) == [
        "Nämndplan 2027",
        "Mål 1",
        "§ 12 Beslut i ärendet",
        "Beslut",
        "Understruken rubrik",
    ]


def test_levels_follow_the_marks() -> None:
    levels = {b.text: b.level for b in read_markdown(TEXT).blocks if b.kind is BlockKind.HEADING}
    assert levels["Nämndplan 2027"] == 1
    assert levels["Mål 1"] == 2
    assert levels["Beslut"] > levels["§ 12 Beslut i ärendet"] == 3


def test_marks_are_left_out_of_the_words() -> None:
    texts = [b.text for b in read_markdown(TEXT).blocks]
    assert "Inledande text med fetstil och en länk." in texts


def test_list_items_know_their_depth() -> None:
    items = [(b.text, b.level) for b in read_markdown(TEXT).blocks if b.kind is BlockKind.LIST_ITEM]
    assert items == [("punkt ett", 1), ("underpunkt", 2), ("punkt två", 1)]


def test_table_cells(rows: Callable[[ReadDocument], list[Block]]) -> None:
    header, row = rows(read_markdown(TEXT))
    assert header.is_header
    assert [c.text for c in row.cells] == ["Andel", "60 %"]


def test_a_table_needs_no_outer_bars_and_keeps_empty_and_escaped_cells(
    rows: Callable[[ReadDocument], list[Block]],
) -> None:
    text = "Aktivitet | Slut | Ansvarig\n--- | :-: | ---\nKartlägga | | Eva Ek\nVal a\\|b | maj 2027 | **Bo Ask**\n\nSist.\n"
    header, first, second = rows(read_markdown(text))
    assert header.is_header
    assert [c.text for c in first.cells] == ["Kartlägga", "", "Eva Ek"]
    assert [c.text for c in second.cells][1:] == ["maj 2027", "Bo Ask"]
    assert [name.text for name in second.header] == ["Aktivitet", "Slut", "Ansvarig"]
