from collections.abc import Callable

import pytest

from knowledge.blocks import Block, BlockKind, ReadDocument
from knowledge.errors import UnreadableDocumentError
from knowledge.reading.html import looks_like_html, read_html

PAGE = """<!DOCTYPE html><html lang="sv"><head><title>Sammanträde</title>
<meta name="description" content="Kort"><link rel="canonical" href="https://exempel.se/moten">
<style>p { color: red }</style></head><body>
<nav><a href="/">Start</a></nav><header>Sidhuvud</header>
<h1>Sammanfattning</h1><p>Regionstyrelsen har <b>beslutat</b><br>om budgeten.</p>
<div>Text i en div<p>och ett stycke</p></div>
<p><strong>Beslut</strong></p><p>Styrelsen godkänner rapporten.</p>
<ul><li>En punkt<ul><li>Underpunkt</li></ul></li></ul><ol start="3"><li>Tredje</li><li>Fjärde</li></ol>
<table><thead><tr><th>Aktivitet</th><th>Slut</th></tr></thead><tbody>
<tr><td>Kartlägga</td><td>Maj&nbsp;2027</td></tr><tr><td colspan="2">Klart</td></tr></tbody></table>
<script>alert('x')</script><footer>Sidfot</footer></body></html>"""


def test_reads_what_a_visitor_sees(holds: Callable[[ReadDocument], None]) -> None:
    document = read_html(PAGE)
    for hidden in ("Start", "Sidhuvud", "Sidfot", "alert", "color"):
        assert hidden not in document.text
    holds(document)


def test_blocks_by_kind(named: Callable[[ReadDocument], list[str]]) -> None:
    document = read_html(PAGE)
    assert named(document) == ["Sammanfattning", "Beslut"]
    assert [b.text for b in document.blocks if b.kind is BlockKind.PARAGRAPH] == [
        "Regionstyrelsen har beslutat om budgeten.",
        "Text i en div",
        "och ett stycke",
        "Styrelsen godkänner rapporten.",
    ]
    assert [(b.text, b.level) for b in document.blocks if b.kind is BlockKind.LIST_ITEM] == [
        ("En punkt", 1),
        ("Underpunkt", 2),
        ("3. Tredje", 1),
        ("4. Fjärde", 1),
    ]


def test_table_rows_have_cells(rows: Callable[[ReadDocument], list[Block]]) -> None:
    header, row, spanning = rows(read_html(PAGE))
    assert header.is_header
    assert [c.text for c in row.cells] == ["Kartlägga", "Maj 2027"]
    assert [c.text for c in spanning.cells] == ["Klart", ""]


def test_says_what_the_page_says_of_itself() -> None:
    front = dict(read_html(PAGE).front_matter)
    assert front["title"] == "Sammanträde"
    assert front["language"] == "sv"
    assert front["url"] == "https://exempel.se/moten"


def test_the_main_element_is_the_content() -> None:
    page = f"<body><div>Meny Meny</div><main><p>{'Innehåll. ' * 40}</p></main></body>"
    assert "Meny" not in read_html(page).text


def test_an_empty_page_is_refused() -> None:
    with pytest.raises(UnreadableDocumentError):
        read_html("   ")


def test_depth_is_bounded() -> None:
    document = read_html("<p>Överst.</p>" + "<div>" * 5_000 + "djupt")
    assert "Överst." in document.text


@pytest.mark.parametrize(
    "start", [b"<!DOCTYPE html>", b"\n <html>", b'<?xml version="1.0"?><html>', b"<!-- x --><body>"]
)
def test_html_is_known_by_its_first_words(start: bytes) -> None:
    assert looks_like_html(start)


def test_text_that_mentions_a_tag_is_no_page() -> None:
    assert not looks_like_html(b"Vi talar om <html> i dag")


JOINED = """<table><thead>
<tr><th rowspan="2">Mål</th><th rowspan="2">Indikator</th><th colspan="2">Utfall</th></tr><tr><th>2025</th><th>2026</th></tr></thead>
<tbody><tr><td rowspan="2">God hälsa</td><td>Sjukfrånvaro</td><td>6,1 %</td><td>5,9 %</td></tr>
<tr><td>Frisknärvaro</td><td colspan="2">redovisas i maj</td></tr>
<tr><td>Hållbar miljö</td><td>Utsläpp</td><td>10</td><td>9</td></tr></tbody></table>"""


def test_joined_cells_stand_in_every_row_that_they_cover(
    rows: Callable[[ReadDocument], list[Block]], holds: Callable[[ReadDocument], None]
) -> None:
    document = read_html(f"<html><body>{JOINED}</body></html>")
    *headers, first, second, third = rows(document)
    assert all(row.is_header for row in headers)
    assert [name.text for name in first.header] == ["Mål", "Indikator", "Utfall 2025", "Utfall 2026"]
    assert [c.text for c in first.cells] == ["God hälsa", "Sjukfrånvaro", "6,1 %", "5,9 %"]
    assert [c.text for c in second.cells] == ["God hälsa", "Frisknärvaro", "redovisas i maj", ""]
    assert [c.text for c in third.cells] == ["Hållbar miljö", "Utsläpp", "10", "9"]
    holds(document)


def test_a_cell_that_claims_to_cover_more_than_there_is_does_no_harm() -> None:
    long = "ord " * 2_000
    rows = "".join(f"<tr><td>{number}</td></tr>" for number in range(3_000))
    page = f"<table><tr><td rowspan=65000 colspan=999>{long}</td><td>a</td></tr>{rows}</table>"
    assert len(read_html(f"<html><body>{page}</body></html>").text) < 600_000


def test_a_cell_that_covers_all_the_rest_stands_in_every_row(
    rows: Callable[[ReadDocument], list[Block]],
) -> None:
    page = "<table><tr><th>Fas</th><th>Steg</th></tr><tr><td rowspan=0>Ett</td><td>a</td></tr><tr><td>b</td></tr></table>"
    assert [[c.text for c in row.cells] for row in rows(read_html(f"<body>{page}</body>"))][1:] == [
        ["Ett", "a"],
        ["Ett", "b"],
    ]
