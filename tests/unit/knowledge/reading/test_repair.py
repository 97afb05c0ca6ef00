from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.reading.lines import split_lines
from knowledge.reading.repair import repaired


def joined(text: str) -> str:
    return repaired(text, [(line.start, line.end) for line in split_lines(text)]).text


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("kommun-\nstyrelsen beslutar", "kommunstyrelsen beslutar"),
        ("kommun\u00ad\nstyrelsen", "kommunstyrelsen"),
        ("mjuk\u00adhet", "mjukhet"),
        ("vård-\noch omsorgsnämnden", "vård- och omsorgsnämnden"),
        ("in- och utskrivning", "in- och utskrivning"),
        ("daterat 2026-\n03-12", "daterat 2026-03-12"),
        ("perioden 2026–\n2028", "perioden 2026–2028"),
        ("FVIS-\nprogrammet", "FVIS-programmet"),
        ("e-\ntjänsten", "e-tjänsten"),
        ("delen Norra gatan -\nSödra gatan", "delen Norra gatan - Södra gatan"),
        ("andelsför- hållandena", "andelsförhållandena"),
        ("ett- två team", "ett- två team"),
        ("**Ansvarig:** _Åsa_", "Ansvarig: Åsa"),
        ("filen ta_bort_nu.txt", "filen ta_bort_nu.txt"),
        ("5 * 3 * 2", "5 * 3 * 2"),
        ("se [planen](https://exempel.se/plan)", "se planen"),
        ("första<br>andra", "första andra"),
        ("<i>kursiv</i> text", "kursiv text"),
        ("x < y och y > z", "x < y och y > z"),
        ("…………………… Anna Berg", "Anna Berg"),
        ("hårt\u00a0blanksteg", "hårt blanksteg"),
    ],
)
def test_reads_as_a_person_would(raw: str, words: str) -> None:
    assert joined(raw).strip() == words


@given(st.text(alphabet="abÅö-–\u00ad *_<>[]()|\t.\n1…", max_size=300))
def test_every_character_knows_where_it_came_from(raw: str) -> None:
    content = repaired(raw, [(line.start, line.end) for line in split_lines(raw)])
    assert len(content.text) == len(content.offsets)
    assert all(a < b for a, b in pairwise(content.offsets))
    for character, offset in zip(content.text, content.offsets, strict=True):
        assert character in " \t" or raw[offset] == character


@given(st.text(alphabet="abc åäö.,-\n", max_size=200))
def test_repair_drops_no_letter(raw: str) -> None:
    content = joined(raw)
    assert [c for c in content if c.isalpha()] == [c for c in raw if c.isalpha()]


def test_what_scanning_sets_apart_is_put_together() -> None:
    text = "Lotta Gran ( S ) , ordförande , röstar ja ( 1 ) . KFN / 2027 : 66 , 2027 - 06 - 19 ."
    words = repaired(text, [(0, len(text))])
    assert words.text == "Lotta Gran (S), ordförande, röstar ja (1). KFN/2027:66, 2027-06-19."
    assert words.span().quote(text) == text
