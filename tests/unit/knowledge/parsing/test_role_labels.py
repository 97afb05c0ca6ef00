"""Roles are read by what their labels mean, whatever the document calls them, and the label is kept."""

import pytest

from knowledge.documents import DocumentKind, DocumentProfile
from knowledge.facts import Fact, Role, RoleFact, UnfilledFact
from knowledge.parsing.any_document import read_any
from knowledge.parsing.directive import read_directive
from knowledge.parsing.role_labels import role_of
from knowledge.reading.plain_text import read_plain_text


def read(text: str) -> tuple[Fact, ...]:
    return read_any(read_plain_text(text), DocumentProfile("Bojar", DocumentKind.OTHER))


def held(text: str) -> list[tuple[Role, str, str]]:
    return [(fact.role, fact.holder, fact.detail) for fact in read(text) if isinstance(fact, RoleFact)]


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("Genomförandeledare", Role.LEADER),
        ("Projektansvarig", Role.LEADER),
        ("Huvudprojektledare", Role.LEADER),
        ("Operativ ledningsgrupp", Role.STEERING_GROUP),
        ("Styrande grupp", Role.STEERING_GROUP),
        ("Ansvarig beställare", Role.OWNER),
        ("Effektägare", Role.OWNER),
        ("Ytterst ansvarig chef", Role.OWNER),
        ("Kärngrupp", Role.MEMBER),
        ("Projektteam", Role.MEMBER),
        ("Bollplank", Role.STAKEHOLDER),
        ("Ersättare för projektledaren", Role.DEPUTY),
        ("Projektledarens ersättare", Role.DEPUTY),
        ("Ställföreträdande processledare", Role.DEPUTY),
        ("Tar emot resultatet", Role.RECIPIENT),
        ("Överlämnas till", Role.RECIPIENT),
        ("Projektägare och beställare", Role.OWNER),
        ("Målgrupp", None),
        ("Ersättare", None),
        ("Fastighetsägare", None),
    ],
)
def test_a_label_names_a_role_by_its_head_and_its_kind(label: str, role: Role | None) -> None:
    assert role_of(label) is role


def test_labels_on_lines_that_ran_together_are_told_apart() -> None:
    text = """Vilka är med

Ansvarig beställare: Eva Holm, hamn- och farledsdirektör
Genomförandeledare: Dan Ros, lots
Ersättare för genomförandeledaren: Mia Öst
Kärngrupp: Ulf Ask (lots, Norrvik), Lia Sund (upphandlare)
Bollplank: båtklubben Nord, Söderviks kommun
Tar emot resultatet: Farledsområde Nord, områdeschef Per Hav
"""
    assert held(text) == [
        (Role.OWNER, "Eva Holm", "hamn- och farledsdirektör"),
        (Role.LEADER, "Dan Ros", "lots"),
        (Role.DEPUTY, "Mia Öst", "för genomförandeledaren"),
        (Role.MEMBER, "Ulf Ask", "lots, Norrvik"),
        (Role.MEMBER, "Lia Sund", "upphandlare"),
        (Role.STAKEHOLDER, "båtklubben Nord", ""),
        (Role.STAKEHOLDER, "Söderviks kommun", ""),
        (Role.RECIPIENT, "Farledsområde Nord", ""),
        (Role.RECIPIENT, "områdeschef Per Hav", ""),
    ]
    labels = [fact.label for fact in read(text) if isinstance(fact, RoleFact)]
    assert labels[:3] == ["Ansvarig beställare", "Genomförandeledare", "Ersättare för genomförandeledaren"]


def test_a_table_names_who_leads_a_part_and_what_nobody_holds_yet() -> None:
    text = """# Bojplan

| Roll | Namn |
| --- | --- |
| Projektsponsor | Eva Holm, hamndirektör |
| Delprojekt Målning | Dan Ros |
| Delprojekt Kätting | *vakant* |
| Referenspersoner | utses efter BP1 |
"""
    assert held(text) == [(Role.OWNER, "Eva Holm", "hamndirektör"), (Role.LEADER, "Dan Ros", "")]
    facts = read_directive(read_plain_text(text), DocumentProfile("Bojplan", DocumentKind.DIRECTIVE))
    assert [fact.label for fact in facts if isinstance(fact, UnfilledFact)] == [
        "Delprojekt Kätting",
        "Referenspersoner",
    ]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (
            "Delprojektledare för målning är Dan Ros, och delprojektet kätting leds av lotschef Mia Öst.",
            [(Role.LEADER, "lotschef Mia Öst", "delprojektet kätting"), (Role.LEADER, "Dan Ros", "målning")],
        ),
        (
            "I styrgruppen sitter Eva Holm (ordförande), ekonomichef Ulf Ask och verksamhetschef farled Lia Sund.",
            [
                (Role.STEERING_GROUP, "Eva Holm (ordförande)", "styrgruppen"),
                (Role.STEERING_GROUP, "ekonomichef Ulf Ask", "styrgruppen"),
                (Role.STEERING_GROUP, "verksamhetschef farled Lia Sund", "styrgruppen"),
            ],
        ),
        ("Upphandlingen sköts av upphandlare Per Hav.", [(Role.RESPONSIBLE, "upphandlare Per Hav", "Upphandlingen")]),
        ("Kommunikatör Lia Sund håller i webbplatsen.", [(Role.RESPONSIBLE, "Kommunikatör Lia Sund", "webbplatsen")]),
        (
            "Beställare av analysen är bojsamordnaren, för närvarande Mia Öst.",
            [(Role.GIVER, "bojsamordnaren", "för närvarande Mia Öst")],
        ),
        ("Hamn- och farledsdirektör Eva Holm ansvarar för bojarna.", [(Role.RESPONSIBLE, "Hamn- och farledsdirektör Eva Holm", "bojarna")]),
        ("Hamnen utser projektledare.", []),
    ],
)  # fmt: skip
def test_a_sentence_says_who_does_what(sentence: str, wanted: list[tuple[Role, str, str]]) -> None:
    assert held(f"Organisation\n\n{sentence}\n") == wanted


def test_a_contact_stands_below_its_label() -> None:
    assert held("""Bojplan 2027

Kontakt
Eva Holm, budgetchef
Dan Ros (S), hamnråd
""") == [(Role.HANDLER, "Eva Holm", "budgetchef"), (Role.HANDLER, "Dan Ros", "S, hamnråd")]


def test_a_value_ends_where_the_next_line_of_a_letterhead_begins() -> None:
    assert held("Handläggare: Dan Ros Utfärdat 2027-01-02 Telefon: 12 34\n") == [
        (Role.HANDLER, "Dan Ros", "")
    ]
