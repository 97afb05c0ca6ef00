"""Lists of assignments that minutes tell of, given by others than the meeting itself."""

import pytest

from knowledge.facts import AssignmentFact, Role, RoleFact
from knowledge.parsing.announced_assignments import announced_assignments
from knowledge.reading.markdown import read_markdown

LIST = "1. Räkna alla fyrar längs kusten\n2. Minska släckta fyrar med 15 procent.\n"


def given(text: str) -> list[AssignmentFact]:
    return [f for f in announced_assignments(read_markdown(text), 2026) if isinstance(f, AssignmentFact)]


@pytest.mark.parametrize(
    ("lead", "giver", "addressees"),
    [
        (
            "I planen har kommunfullmäktige beslutat om följande uppdrag till kuststyrelsen:",
            "kommunfullmäktige",
            ("kuststyrelsen",),
        ),
        (
            "Planen gäller. Regionfullmäktige ger följande prioriterade uppdrag till fyrnämnden och lotsnämnden;",
            "Regionfullmäktige",
            ("fyrnämnden", "lotsnämnden"),
        ),
        ("Regionfullmäktige riktar följande uppdrag till olika nämnder:", "Regionfullmäktige", ()),
        ("Fyrnämnden har lämnat följande uppdrag:", "Fyrnämnden", ()),
    ],
)
def test_each_item_is_an_assignment(lead: str, giver: str, addressees: tuple[str, ...]) -> None:
    found = given(f"# Protokoll\n\n{lead}\n\n{LIST}")
    assert [each.subject for each in found] == [
        "Räkna alla fyrar längs kusten",
        "Minska släckta fyrar med 15 procent",
    ]
    assert {(each.giver, each.addressees, each.year) for each in found} == {(giver, addressees, 2026)}


def test_the_year_of_the_heading_goes_before_the_documents() -> None:
    text = f"# Protokoll\n\n## Fullmäktigeuppdrag 2027\n\nFullmäktige riktar följande uppdrag till nämnden:\n\n{LIST}"
    assert {each.year for each in given(text)} == {2027}


def test_whom_it_is_directed_to_is_a_role() -> None:
    text = f"# Protokoll\n\nFullmäktige ger följande uppdrag till fyrnämnden:\n\n{LIST}"
    roles = [f for f in announced_assignments(read_markdown(text), None) if isinstance(f, RoleFact)]
    assert {(role.role, role.holder) for role in roles} == {(Role.ADDRESSEE, "fyrnämnden")}


@pytest.mark.parametrize(
    "lead",
    [
        "Styrelsen föreslår att fullmäktige ger följande uppdrag till nämnden:",
        "Ärendet återremitteras till fyrnämnden med följande uppdrag:",
        "Nämnden har följande frågor till styrelsen:",
        "Fullmäktige ger följande uppdrag till nämnden: räkna fyrar.",
    ],
)
def test_what_is_not_given_or_not_announced_is_no_assignment(lead: str) -> None:
    assert given(f"# Protokoll\n\n{lead}\n\n{LIST}") == []
