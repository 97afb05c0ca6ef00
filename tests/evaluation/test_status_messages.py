"""How well the rules read 150 labelled status messages; what they save without asking must never be wrong."""

import json
from datetime import date
from pathlib import Path

import pytest

from knowledge.status_message import KnownAssignment, StatusReading, read_status
from knowledge.swedish_words import SwedishWords, read_vocabulary
from knowledge.when import Precision, When

# The labels name assignments in short; these are their titles in the sample documents.
TITLES = {
    "Minska hyrberoendet": "Minska hyrberoendet",
    "Nära vård": "Nära vård",
    "Minska tjänsteresorna": "Minska tjänsteresorna med 20 procent jämfört med 2023",
    "Plan för nödvatten": "Ta fram en plan för nödvatten vid sjukhusen",
    "Gemensam telefonväxel": "Utreda en gemensam telefonväxel för hälsocentralerna",
    "Höjd beredskap": "Säkra regionens förmåga vid höjd beredskap",
    "Resa kollektivt": "Gör det lättare för unga att resa kollektivt",
    "Digitalt arkiv": "Inför ett digitalt arkiv för regionens handlingar",
    "Utbildning om resfria möten": "Utbildning om resfria möten",
    "Bli varaktigt oberoende av inhyrd personal": "Bli varaktigt oberoende av inhyrd personal",
}
KNOWN = [KnownAssignment(number, title) for number, title in enumerate(TITLES.values(), start=1)]
SHORT = dict(enumerate(TITLES, start=1))
MESSAGES = [
    json.loads(line)
    for line in Path(__file__).with_name("status_messages.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.fixture(scope="module")
def readings() -> list[tuple[dict, StatusReading]]:
    words = SwedishWords(read_vocabulary())
    return [
        (label, read_status(label["text"], KNOWN, words, date.fromisoformat(label["today"])))
        for label in MESSAGES
    ]


def told(when: When) -> str:
    day = when.start
    assert day is not None
    if when.precision is Precision.MONTH:
        return f"{day:%Y-%m}"
    if when.precision is Precision.QUARTER:
        return f"{day.year}-Q{(day.month + 2) // 3}"
    if when.precision is Precision.WEEK:
        return "{}-W{:02}".format(*day.isocalendar()[:2])
    return day.isoformat()


def read(reading: StatusReading) -> list[tuple[str | None, str | None, list[str], str]]:
    return [
        (
            SHORT[update.candidates[0].id] if len(update.candidates) == 1 else None,
            update.state.value if update.state else None,
            sorted({told(when) for when in update.dates if when.start}),
            update.text.lower(),
        )
        for update in reading.updates
    ]


def is_right(label: dict, reading: StatusReading) -> bool:
    got = read(reading)
    return (
        reading.is_status == label["save"]
        and len(got) == len(label["updates"])
        and all(
            any(
                one[:3] == (update["assignment"], update["state"], sorted(update["dates"]))
                and update["note"].lower() in one[3]
                for one in got
            )
            for update in label["updates"]
        )
    )


def test_reads_nearly_all_labelled_messages(readings: list[tuple[dict, StatusReading]]) -> None:
    missed = [label["text"] for label, reading in readings if not is_right(label, reading)]
    assert len(missed) <= 6, missed


def test_never_takes_an_ordinary_message_for_a_status(readings: list[tuple[dict, StatusReading]]) -> None:
    assert [label["text"] for label, reading in readings if reading.is_status and not label["save"]] == []


def test_never_gives_an_assignment_a_state_that_was_not_said(
    readings: list[tuple[dict, StatusReading]],
) -> None:
    wrong = [
        (label["text"], update)
        for label, reading in readings
        for update in read(reading)
        if update[0] and update[1]
        if update[:2] not in {(each["assignment"], each["state"]) for each in label["updates"]}
    ]
    assert wrong == []


def test_asks_when_the_assignment_or_the_state_is_missing(readings: list[tuple[dict, StatusReading]]) -> None:
    not_asked = [label["text"] for label, reading in readings if label["ask"] and not reading.unclear]
    assert not_asked == []
