"""Roles are read from labels, from lists below them, and from what sentences say of people."""

import pytest

from knowledge.documents import DocumentKind, DocumentProfile
from knowledge.facts import Role, RoleFact
from knowledge.parsing.any_document import read_any
from knowledge.reading.plain_text import read_plain_text


def held(text: str) -> list[tuple[Role, str]]:
    facts = read_any(read_plain_text(text), DocumentProfile("Bojar", DocumentKind.OTHER))
    return [(fact.role, fact.holder) for fact in facts if isinstance(fact, RoleFact)]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Ada Lind-Berg är uppdragsgivare.", [(Role.GIVER, "Ada Lind-Berg")]),
        (
            "Hamnstrateg Bo Ek är processledare och sammankallande.",
            [(Role.LEADER, "Hamnstrateg Bo Ek"), (Role.COORDINATOR, "Hamnstrateg Bo Ek")],
        ),
        (
            "Arbetet leds av en styrgrupp med hamndirektör Eva Holm som ordförande.",
            [(Role.CHAIR, "hamndirektör Eva Holm")],
        ),
        (
            "I styrgruppen ingår även lotschef Dan Ros, Mia Öst (miljö) och Ulf Ask.",
            [
                (Role.STEERING_GROUP, "lotschef Dan Ros"),
                (Role.STEERING_GROUP, "Mia Öst (miljö)"),
                (Role.STEERING_GROUP, "Ulf Ask"),
            ],
        ),
        ("Förvaltningschef Ivar Dal har varit beställare.", [(Role.GIVER, "Förvaltningschef Ivar Dal")]),
        (
            "För 2027 är Per Hav (Norrvik) ordförande och för 2028 Lia Sund (Södervik).",
            [(Role.CHAIR, "Per Hav (Norrvik)"), (Role.CHAIR, "Lia Sund (Södervik)")],
        ),
        ("Frågor om bojarna besvaras av hamnvärd Kim Dal.", [(Role.HANDLER, "hamnvärd Kim Dal")]),
        ("Gruppen träffas varje vecka och leds av en styrgrupp.", []),
        ("Styrgrupp saknas.", []),
    ],
)
def test_a_sentence_says_who_holds_a_role(sentence: str, wanted: list[tuple[Role, str]]) -> None:
    assert held(f"Organisation\n{sentence}\n") == wanted


def test_a_label_on_a_line_of_its_own_names_those_below_it() -> None:
    assert held("""Uppdrag om bojar

Uppdragsägare
Hamndirektör Eva Holm

Uppdragsmedlemmar
Dan Ros (lots)
Mia Öst (miljö)
facklig representant

Mottagare
Lotschefen

Diarienummer
HN 2027-12
""") == [
        (Role.OWNER, "Hamndirektör Eva Holm"),
        (Role.MEMBER, "Dan Ros"),
        (Role.MEMBER, "Mia Öst"),
        (Role.MEMBER, "facklig representant"),
        (Role.RECIPIENT, "Lotschefen"),
    ]


def test_a_list_of_parts_and_people_tells_who_answers_for_what() -> None:
    assert held("""Arbetsgrupper och ansvariga
• Målning – Dan Ros
• Kättingar – leverantören (efter avtal)
• Belysning – Kompletteras
""") == [(Role.RESPONSIBLE, "Dan Ros"), (Role.RESPONSIBLE, "leverantören (efter avtal)")]


def test_tasks_below_the_one_who_takes_them_on_hold_no_role() -> None:
    assert held("""Uppdragstagare
Hamnstrateg Bo Ek, placerad vid lotsenheten.
I uppdraget ingår att
1. räkna bojarna längs hela kusten varje vår,
2. ta fram en gemensam mall för målning av bojar.
""") == [(Role.ADDRESSEE, "Hamnstrateg Bo Ek")]


def test_whoever_holds_a_role_until_a_day_is_followed_by_another() -> None:
    text = "Projektledare: Ada Lind, till och med 2027-07-31, därefter Bo Ek"
    facts = read_any(read_plain_text(text), DocumentProfile("Bojar", DocumentKind.OTHER))
    assert [(f.holder, f.detail) for f in facts if isinstance(f, RoleFact)] == [
        ("Ada Lind", "till och med 2027-07-31"),
        ("Bo Ek", "därefter"),
    ]


def test_a_titled_person_and_a_unit_after_a_name_are_told_apart() -> None:
    assert held("Projektgrupp: Ada Lind, hamnchef Bo Ek, Eva Ro, fyrenheten") == [
        (Role.MEMBER, "Ada Lind"),
        (Role.MEMBER, "hamnchef Bo Ek"),
        (Role.MEMBER, "Eva Ro"),
    ]


def test_a_table_of_roles_without_a_header_gives_its_first_row_too_and_a_wrapped_cell_whole() -> None:
    assert held(
        "3 Organisation\n\n"
        "Projektägare\tEva Holm, hamndirektör, Norrviks kommun\n"
        "Projektledare\tDan Ros, Söderviks kommun\n"
        "Styrgrupp\tEva Holm (ordförande), Ulf Ask (lots), Mia\n"
        "\tÖst (miljöchef, Södervik)\n"
        "Referensgrupp\tKim Dal\n"
    ) == [
        (Role.OWNER, "Eva Holm"),
        (Role.LEADER, "Dan Ros"),
        (Role.STEERING_GROUP, "Eva Holm"),
        (Role.STEERING_GROUP, "Ulf Ask"),
        (Role.STEERING_GROUP, "Mia Öst"),
        (Role.STAKEHOLDER, "Kim Dal"),
    ]


def test_a_header_that_names_roles_is_no_row() -> None:
    assert held("Organisation\n\nProjektledare\tProjektägare\nDan Ros\tEva Holm\nMia Öst\tEva Holm\n") == []
