"""Tables in minutes: who is to do what by when, what was decided in each matter or on delegation."""

import datetime as dt

from knowledge.documents import DocumentKind, DocumentProfile
from knowledge.facts import AssignmentFact, DeadlineFact, DecisionFact, Fact, MatterFact, Role, RoleFact
from knowledge.parsing.minutes import read_minutes
from knowledge.reading.markdown import read_markdown
from knowledge.reading.plain_text import read_plain_text

PROFILE = DocumentProfile(
    "Protokoll", DocumentKind.MINUTES, board="Hamnnämnden", date=dt.date(2027, 2, 9), year=2027
)

FOLLOWED_UP = """\
§ 8 Uppföljning av uppdrag

Hamnnämnden beslutar att godkänna redovisningen.

Nr       Uppdrag                        Ansvarig                  Ska redovisas   Status
HN 26-3  Ny fyrbelysning                Lotschef Ylva Molander    april 2027      Pågår
HN 26-4  Taxa för gästbryggan           Hamnkapten                mars 2027       Klart
HN 26-7  Plan för muddring av           Hamningenjör              juni 2027       Försenat
                                        Arne Hagelstam
HN 27-1  Skyltar på engelska            Kommunikatör Tyra Dimberg sep 2027        Pågår
"""


def read(text: str) -> tuple[Fact, ...]:
    return read_minutes(read_plain_text(text), PROFILE)


def test_an_open_row_of_a_list_is_an_assignment_with_its_responsible_and_its_due_time() -> None:
    facts = read(FOLLOWED_UP)
    assignments = [fact for fact in facts if isinstance(fact, AssignmentFact)]
    assert [(each.number, each.subject, each.addressees) for each in assignments] == [
        ("HN 26-3", "Ny fyrbelysning", ("Lotschef Ylva Molander",)),
        ("HN 26-7", "Plan för muddring av", ("Hamningenjör Arne Hagelstam",)),
        ("HN 27-1", "Skyltar på engelska", ("Kommunikatör Tyra Dimberg",)),
    ]
    dues = [fact for fact in facts if isinstance(fact, DeadlineFact)]
    assert [(each.label, each.due.start) for each in dues] == [
        ("Ska redovisas", dt.date(2027, 4, 1)),
        ("Ska redovisas", dt.date(2027, 6, 1)),
        ("Ska redovisas", dt.date(2027, 9, 1)),
    ]
    roles = [fact for fact in facts if isinstance(fact, RoleFact)]
    assert {each.role for each in roles} == {Role.RESPONSIBLE}


def test_a_new_time_in_the_comment_holds_instead_of_the_first() -> None:
    text = """\
## 4 Beslutslista

| Beslut | Ansvarig | Klart | Kommentar |
|---|---|---|---|
| Riskanalys för kajen | Vd | 2027-02-01 | Försenad, ny tid 2027-05-20 |
| Ny ägarpresentation | Vd | 2027-02-01 | Klar |

**Beslut:** Listan godkänns.

## 5 Avslutning

**Beslut:** Mötet avslutas.
"""
    facts = read_minutes(read_markdown(text), PROFILE)
    assert [(f.subject, f.due.start) for f in facts if isinstance(f, DeadlineFact)] == [
        ("Riskanalys för kajen", dt.date(2027, 5, 20))
    ]
    assert [f.text for f in facts if isinstance(f, DecisionFact)] == ["Listan godkänns.", "Mötet avslutas."]


def test_minutes_kept_as_one_table_have_a_matter_and_a_decision_a_row() -> None:
    text = """\
# Styrgruppsmöte fiberkajen 2027-02-09

| Nr | Ärende | Beslut | Ansvarig | Klart |
|---|---|---|---|---|
| 1 | Tidplan | Tidplanen godkänns | – | – |
| 2 | Upphandling | Ta fram ett nytt underlag | Hamnkapten | 2027-03-31 |
| 3 | Information om budget | Information | | |
"""
    facts = read_minutes(read_markdown(text), PROFILE)
    assert [(f.paragraph, f.subject) for f in facts if isinstance(f, MatterFact) if f.paragraph] == [
        ("1", "Tidplan"),
        ("2", "Upphandling"),
    ]
    assert [(f.subject, f.text) for f in facts if isinstance(f, DecisionFact)] == [
        ("Tidplan", "Tidplanen godkänns"),
        ("Upphandling", "Ta fram ett nytt underlag"),
    ]
    assert [(f.subject, f.addressees) for f in facts if isinstance(f, AssignmentFact)] == [
        ("Ta fram ett nytt underlag", ("Hamnkapten",))
    ]


def test_a_list_of_decisions_on_delegation_names_who_decided() -> None:
    decisions = [
        fact
        for fact in read("""\
§ 9 Anmälan av delegationsbeslut

Beslut
Hamnnämnden noterar redovisningen.

Beslut nr   Beslut                          Delegat            Datum
D 12        Bryggplats för Tärnan           Hamnkapten         2027-01-12
D 13        Avslag på ansökan om boj        Hamningenjör       2027-01-14
D 14        Hyra av kran under två veckor   Hamnkapten         2027-01-20
""")
        if isinstance(fact, DecisionFact)
    ]
    assert [(each.number, each.text, each.board) for each in decisions[1:]] == [
        ("D 12", "Bryggplats för Tärnan", "Hamnkapten"),
        ("D 13", "Avslag på ansökan om boj", "Hamningenjör"),
        ("D 14", "Hyra av kran under två veckor", "Hamnkapten"),
    ]
