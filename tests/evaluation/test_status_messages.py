"""How well the rules read 440 labelled status messages; what they save without asking must never be wrong."""

import json
from datetime import date
from pathlib import Path

import pytest

from knowledge.status_message import KnownAssignment, ReadUpdate, StatusReading, read_status
from knowledge.swedish_words import SwedishWords
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
# Another register, two of whose titles are nearly alike.
MORE_TITLES = {
    "Minska matsvinnet": "Minska matsvinnet i skolköken",
    "Trygg hemgång": "Inför trygg hemgång efter sjukhusvård",
    "Fossilfri fordonsflotta": "Ställ om till en fossilfri fordonsflotta senast 2030",
    "Språkstöd i förskolan": "Stärk språkstödet i förskolan",
    "Ny simhall": "Utred lokalisering av en ny simhall",
    "E-tjänst för bygglov": "Ta fram en e-tjänst för bygglov",
    "Korta vårdköerna": "Korta vårdköerna inom ortopedin",
    "Sjukfrånvaron": "Minska sjukfrånvaron bland medarbetarna",
    "Digital signering": "Inför digital signering av protokoll",
    "Laddstolpar": "Bygg ut laddstolpar vid vårdcentraler",
    "Klimatanpassning": "Klimatanpassningsplan för tätorterna",
    "Ungdomsmottagningen": "Öppna ungdomsmottagningen online",
    "Skolskjuts": "Översyn av reglerna för skolskjuts",
    "Färdtjänst": "Översyn av reglerna för färdtjänst",
}
# A third one, whose messages were written before anybody looked at the rules: typos, compounds, mentions, several at once.
HARD_TITLES = {
    "Åkershus": "Renovera Åkershus äldreboende",
    "Nyckelhantering": "Digitalisera hemtjänstens nyckelhantering",
    "Ekologisk mat": "Öka andelen ekologisk mat i förskolan",
    "Heltid": "Inför heltid som norm",
    "Översiktsplan": "Ny översiktsplan för tätorten",
    "Försörjningsstöd": "Korta handläggningstiden för försörjningsstöd",
    "Resecentrum": "Trygghetsskapande åtgärder i resecentrum",
    "Företagshälsovård": "Samlad upphandling av företagshälsovård",
    "Kollektivtrafiken": "Minska utsläppen från kollektivtrafiken",
    "Vårdcentralen i Lillvik": "Bygg om vårdcentralen i Lillvik",
    "Vårdcentralen i Storvik": "Bygg om vårdcentralen i Storvik",
    "Bemanningsenhet": "Inför gemensam bemanningsenhet",
    "Ofrivillig ensamhet": "Plan mot ofrivillig ensamhet bland äldre",
    "Hamnmarken": "Sanera förorenad mark vid hamnen",
}
# A fourth: 167 of 217 assignments, states and details were read right when it was first asked, and 5 wrongly.
ORDINARY_TITLES = {
    "regionarkivet": "Digitalisera regionarkivet",
    "resepolicy": "Ny resepolicy för anställda",
    "akutmottagningen": "Ombyggnad av akutmottagningen i Hällby",
    "mobila team": "Införa mobila team i hemsjukvården",
    "Solceller": "Solceller på sjukhustaken",
    "hyrläkare": "Minska antalet hyrläkare",
    "journalsystem": "Upphandling av nytt journalsystem",
    "Bredband": "Bredband i glesbygden",
    "öppettider": "Förlänga vårdcentralernas öppettider",
    "barnavårdscentralerna": "Förstärka barnavårdscentralerna",
    "förlossningen": "Ombyggnad av förlossningen i Hällby",
    "ambulansfordon": "Upphandling av ambulansfordon",
    "barn- och ungdomspsykiatrin": "Korta köerna till barn- och ungdomspsykiatrin",
    "sjukfrånvaron": "Minska sjukfrånvaron i hemsjukvården",
}
# A fifth, written when the causes of those had been mended: 200 of 221 right when it was first asked, and 4 wrongly.
COLLEAGUES_TITLES = {
    "simhallen": "Renovera simhallen Delfinen",
    "skyfallsplan": "Ta fram en skyfallsplan för centralorten",
    "bygglov": "Inför e-tjänst för bygglov",
    "ungdomens hus": "Starta ett ungdomens hus i gamla mejeriet",
    "meröppet": "Inför meröppet på stadsbiblioteket",
    "föreningsbidrag": "Inför e-tjänst för föreningsbidrag",
    "gruppbostad": "Öppna en gruppbostad på Lärkvägen",
    "skolnärvaron": "Öka skolnärvaron i årskurs 7–9",
    "ekonomisystem": "Upphandla nytt ekonomisystem",
    "trygghetslarm": "Byt till digitala trygghetslarm i ordinärt boende",
    "lekplatserna i Norrsele": "Rusta upp lekplatserna i Norrsele",
    "brandstation": "Bygg ny brandstation i Hedvik",
    "lekplatserna i Sundby": "Rusta upp lekplatserna i Sundby",
    "gatubelysningen": "Byt ut gatubelysningen till LED",
}
KNOWN = [KnownAssignment(number, title) for number, title in enumerate(TITLES.values(), start=1)]
MORE_KNOWN = [KnownAssignment(number, title) for number, title in enumerate(MORE_TITLES.values(), start=101)]
HARD_KNOWN = [KnownAssignment(number, title) for number, title in enumerate(HARD_TITLES.values(), start=201)]
ORDINARY_KNOWN = [
    KnownAssignment(number, title) for number, title in enumerate(ORDINARY_TITLES.values(), start=301)
]
COLLEAGUES_KNOWN = [
    KnownAssignment(number, title) for number, title in enumerate(COLLEAGUES_TITLES.values(), start=401)
]
SHORT = (
    dict(enumerate(TITLES, start=1))
    | dict(enumerate(MORE_TITLES, start=101))
    | dict(enumerate(HARD_TITLES, start=201))
    | dict(enumerate(ORDINARY_TITLES, start=301))
    | dict(enumerate(COLLEAGUES_TITLES, start=401))
)


def labelled(name: str) -> list[dict]:
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


MESSAGES, MORE_MESSAGES = labelled("status_messages.jsonl"), labelled("status_messages_more.jsonl")
DETAILED_MESSAGES, HARD_MESSAGES, ORDINARY_MESSAGES, COLLEAGUES_MESSAGES = (
    labelled("status_messages_fields.jsonl"),
    labelled("status_messages_hard.jsonl"),
    labelled("status_messages_ordinary.jsonl"),
    labelled("status_messages_colleagues.jsonl"),
)


# Messages, the register they speak of, how many may be misread, how many of the details said may be missed.
SETS = {
    "first": (MESSAGES, KNOWN, 3, 1),
    "more": (MORE_MESSAGES, MORE_KNOWN, 4, 1),
    "details": (DETAILED_MESSAGES, MORE_KNOWN, 0, 1),
    "hard": (HARD_MESSAGES, HARD_KNOWN, 1, 1),
    "ordinary": (ORDINARY_MESSAGES, ORDINARY_KNOWN, 1, 2),
    "colleagues": (COLLEAGUES_MESSAGES, COLLEAGUES_KNOWN, 3, 1),
}
DETAILS = ("delay", "next_step", "risk", "who", "expected")
MONTHS = "januari februari mars april maj juni juli augusti september oktober november december".split()


@pytest.fixture(scope="module", params=SETS)
def named_set(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(scope="module")
def readings(named_set: str, words: SwedishWords) -> list[tuple[dict, StatusReading]]:
    messages, known, _, _ = SETS[named_set]
    return [
        (label, read_status(label["text"], known, words, date.fromisoformat(label["today"])))
        for label in messages
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


def is_named(update: ReadUpdate) -> bool:
    return len(update.candidates) == 1 and not update.hinted


def read(reading: StatusReading) -> list[tuple[str | None, str | None, list[str], str]]:
    return [
        (
            SHORT[update.candidates[0].id] if is_named(update) else None,
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


def test_reads_nearly_all_labelled_messages(
    named_set: str, readings: list[tuple[dict, StatusReading]]
) -> None:
    missed = [label["text"] for label, reading in readings if not is_right(label, reading)]
    assert len(missed) <= SETS[named_set][2], missed


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


def test_asks_when_the_assignment_or_the_state_is_missing(
    readings: list[tuple[dict, StatusReading]],
) -> None:
    assert [label["text"] for label, reading in readings if label["ask"] and not reading.unclear] == []


def in_words(iso: str) -> str:
    if not iso[0].isdigit():
        return iso  # a season
    year, _, rest = iso.partition("-")
    if rest.startswith("W"):
        return f"vecka {int(rest[1:])}, {year}"
    if rest.startswith("Q"):
        return f"{rest} {year}"
    return f"{MONTHS[int(rest) - 1]} {year}" if "-" not in rest else iso


def details_said(label: dict, reading: StatusReading) -> list[tuple[str, str, object, object]]:
    """Return each detail that a message says or was read to say: (text, detail, said, read)."""
    found = []
    for update in label["updates"]:
        said = update.get("fields", {})
        got = [
            each
            for each in reading.updates
            if (SHORT[each.candidates[0].id] if is_named(each) else None) == update["assignment"]
        ]
        for name in DETAILS:
            value = getattr(got[0].details, name) if got else ""
            if name == "expected":
                pair = (sorted(map(in_words, said.get(name, []))), sorted(value))
            else:
                pair = (said.get(name, "").lower(), value.lower())
            if any(pair):
                found.append((label["text"], name, *pair))
    return found


def test_reads_nearly_all_details_in_their_own_words(
    named_set: str, readings: list[tuple[dict, StatusReading]]
) -> None:
    found = [each for label, reading in readings for each in details_said(label, reading)]
    missed = [each for each in found if each[2] and each[2] != each[3]]
    assert len(missed) <= SETS[named_set][3], missed
    assert len(missed) <= 0.05 * len(found)


def test_never_invents_a_detail(readings: list[tuple[dict, StatusReading]]) -> None:
    found = [each for label, reading in readings for each in details_said(label, reading)]
    assert [each for each in found if not each[2]] == []
