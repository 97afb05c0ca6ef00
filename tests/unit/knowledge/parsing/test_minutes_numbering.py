"""How minutes number their matters, or do not."""

import datetime as dt

import pytest

from knowledge.documents import DocumentKind, DocumentProfile
from knowledge.parsing.minutes_matters import matters_of
from knowledge.parsing.minutes_stream import stream_of
from knowledge.reading.markdown import read_markdown
from knowledge.reading.plain_text import read_plain_text

PROFILE = DocumentProfile("Protokoll", DocumentKind.MINUTES, date=dt.date(2027, 2, 9), year=2027)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("KF 21/27    Ny vågbrytare", "KF 22/27    Höjd hamnavgift"),
        ("Ärende 4.  Ny vågbrytare", "Ärende 5.  Höjd hamnavgift"),
        ("Ärende 4 .  Ny vågbrytare", "Ärende 5 .  Höjd hamnavgift"),
        ("ÄRENDE 4   Ny vågbrytare", "ÄRENDE 5   Höjd hamnavgift"),
        ("Punkt nr 4  Ny vågbrytare", "Punkt nr 5  Höjd hamnavgift"),
        ("§ 4. Ny vågbrytare", "§ 5. Höjd hamnavgift"),
        ("FF § 4  Ny vågbrytare", "FF § 5  Höjd hamnavgift"),
    ],
)
def test_matters_are_told_by_their_numbers(first: str, second: str) -> None:
    text = f"{first}\n\nBeslut\nFörslaget antas.\n\n{second}\n\nBeslut\nAvgiften höjs.\n"
    matters = matters_of(stream_of(read_plain_text(text)), "Protokoll")
    assert [matter.title for matter in matters] == ["Ny vågbrytare", "Höjd hamnavgift"]


def test_several_matters_may_share_a_heading() -> None:
    text = "## 1–3 Formalia\n\nMötet öppnades.\n\n## 4 Bokslut\n\n**Beslut:**\n\n1. Bokslutet godkänns.\n2. Vinsten delas ut.\n"
    matters = matters_of(stream_of(read_markdown(text)), "Protokoll")
    assert [(matter.paragraph, matter.title) for matter in matters] == [("1–3", "Formalia"), ("4", "Bokslut")]


def test_headings_part_matters_that_have_no_numbers() -> None:
    text = """\
# Hamnnämndens möte

## Ny vågbrytare

### Beslut

Nämnden godkänner ritningen.

## Höjd hamnavgift

### Bakgrund

Avgiften har varit densamma sedan 2019.

### Beslut

Avgiften höjs.
"""
    matters = matters_of(stream_of(read_markdown(text)), "Protokoll")
    assert [matter.title for matter in matters[-2:]] == ["Ny vågbrytare", "Höjd hamnavgift"]


def test_two_years_after_a_title_are_no_case_number() -> None:
    matters = matters_of(
        stream_of(read_plain_text("§ 3 Vinterväghållning 2026/2027      TN 2026-143\n\nBeslut\nAntas.\n")), ""
    )
    assert [matter.case_number for matter in matters] == ["TN 2026-143"]


def test_a_case_number_behind_the_word_for_it_is_no_title() -> None:
    text = "§ 112     Ärende RF 2027-0733\n\nFyr på Skäret – svar på motion\n\nBeslut\n\nFullmäktige återremitterar ärendet.\n"
    (matter,) = matters_of(stream_of(read_plain_text(text)), "")
    assert (matter.title, matter.case_number) == ("Fyr på Skäret – svar på motion", "RF 2027-0733")
