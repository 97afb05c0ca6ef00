"""Minutes as plain text lays them out: roll calls in columns, extracts of several meetings, numbers before the sign."""

import datetime as dt

from knowledge.documents import DocumentKind, DocumentProfile
from knowledge.facts import DecisionFact, Fact, MatterFact, MotionFact, Standing, VoteFact
from knowledge.parsing.agenda import read_agenda
from knowledge.parsing.minutes import read_minutes
from knowledge.reading.plain_text import read_plain_text

PROFILE = DocumentProfile("Protokoll", DocumentKind.MINUTES, date=dt.date(2025, 5, 6), year=2025)


def read(text: str) -> tuple[Fact, ...]:
    return read_minutes(read_plain_text(text), PROFILE)


def vote_in(text: str) -> VoteFact:
    (vote,) = [fact for fact in read(text) if isinstance(fact, VoteFact)]
    return vote


def test_a_cross_counts_for_the_column_it_stands_under_also_after_a_page_break() -> None:
    vote = vote_in("""§ 12 Belysning på Fyrvägen

Omröstning

Ledamot                   Ja     Nej    Avstår
Ylva Molander (S)         X
Olle Regnell (M)                 X
Tyra Dimberg (V)                        X
\f
Ledamot                   Ja     Nej    Avstår
Arne Hagelstam (KD)              X
Britt Solsken (C)         X
Gösta Åskmoln (L)         X

Med 3 ja-röster mot 2 nej-röster bifalls förslaget.
""")
    assert vote.yes_members == ("Ylva Molander (S)", "Britt Solsken (C)", "Gösta Åskmoln (L)")
    assert vote.no_members == ("Olle Regnell (M)", "Arne Hagelstam (KD)")
    assert vote.abstaining_members == ("Tyra Dimberg (V)",)
    assert (vote.yes, vote.no) == (3, 2)


def test_a_roll_call_may_put_the_vote_before_the_name() -> None:
    vote = vote_in("""§ 12 Belysning på Fyrvägen

Omröstningsresultat

Ja    Ylva Molander (S)
Ja    Britt Solsken (C)
Nej   Olle Regnell (M)
Avstår Tyra Dimberg (V)
Ja    Gösta Åskmoln (L), ordförande
Nej   Arne Hagelstam (KD)

Med 3 ja-röster mot 2 nej-röster och 1 som avstår bifalls förslaget.
""")
    assert vote.yes_members == ("Ylva Molander (S)", "Britt Solsken (C)", "Gösta Åskmoln (L)")
    assert vote.no_members == ("Olle Regnell (M)", "Arne Hagelstam (KD)")
    assert vote.abstaining_members == ("Tyra Dimberg (V)",)


def test_a_roll_call_may_put_the_vote_after_the_name_in_small_letters() -> None:
    vote = vote_in("""§ 12 Belysning på Fyrvägen

Omröstning

Ylva Molander (S)        ja
Britt Solsken (C)        ja
Olle Regnell (M)         nej
Arne Hagelstam (KD)      ja

Nämnden beslutar med 3 ja mot 1 nej att bifalla förslaget.
""")
    assert (vote.yes, vote.no) == (3, 1)
    assert vote.no_members == ("Olle Regnell (M)",)


def test_two_roll_calls_in_one_matter_are_two_votes() -> None:
    call = "Ja    Ylva Molander (S)\nNej   Olle Regnell (M)\nJa    Britt Solsken (C)\n"
    text = f"§ 12 Belysning\n\nOmröstning 1\n\n{call}\nOmröstning 2\n\n{call.replace('Ja ', 'Nej')}\n"
    votes = [fact for fact in read(text) if isinstance(fact, VoteFact)]
    assert [(vote.yes, vote.no) for vote in votes] == [(2, 1), (0, 3)]


def test_a_decision_ends_where_a_table_or_a_telling_paragraph_begins() -> None:
    facts = read("""§ 8 Interpellation om fyrljus

Kommunfullmäktiges beslut

Interpellationen får ställas.

Olle Regnell (M) har ställt en interpellation till Ylva Molander (S) om fyrljuset.

§ 9 Obesvarade motioner

Kommunfullmäktiges beslut

Redovisningen läggs till handlingarna.

Inkom        Förslagsställare       Ärende                 Läge
2024-09-25   Tyra Dimberg (V)       Fler bojar i hamnen    Bereds i hamnnämnden

§ 10 Avslutning
""")
    decided = [fact.text for fact in facts if isinstance(fact, DecisionFact)]
    assert decided == ["Interpellationen får ställas.", "Redovisningen läggs till handlingarna."]


def test_a_boards_handling_holds_motions_and_no_decision() -> None:
    facts = read("""§ 8 Köp av fyren

Kommunstyrelsens beslut
- Ärendet återremitteras till hamnkontoret.

Kommunstyrelsens överläggning
Olle Regnell (M) yrkar avslag. Ylva Molander (S) yrkar bifall till förslaget.
""")
    assert [fact.text for fact in facts if isinstance(fact, DecisionFact)] == [
        "Ärendet återremitteras till hamnkontoret."
    ]
    assert [fact.movers for fact in facts if isinstance(fact, MotionFact)] == [
        ("Olle Regnell (M)",),
        ("Ylva Molander (S)",),
    ]


def test_extracts_of_several_meetings_keep_their_own_board_and_day() -> None:
    facts = read("""MOLNBY KOMMUN
Protokollsutdrag

MOLNBY KOMMUN              SAMMANTRÄDESPROTOKOLL           Blad 7
Kommunstyrelsen                                            2024-09-03

Ks § 158

Köp av fyren

Kommunstyrelsens förslag till kommunfullmäktige
- Kommunen köper fyren.

MOLNBY KOMMUN              SAMMANTRÄDESPROTOKOLL           Blad 22
Kommunfullmäktige                                          2024-11-25

Kf § 97

Köp av fyren

Kommunfullmäktiges beslut
- Kommunen köper fyren.
""")
    matters = [(fact.board, fact.meeting_date) for fact in facts if isinstance(fact, MatterFact)]
    assert matters == [
        ("Kommunstyrelsen", dt.date(2024, 9, 3)),
        ("Kommunfullmäktige", dt.date(2024, 11, 25)),
    ]
    decided = [
        fact.meeting_date
        for fact in facts
        if isinstance(fact, DecisionFact) and fact.standing is Standing.DECIDED
    ]
    assert decided == [dt.date(2024, 11, 25)]


def test_a_paragraphs_number_may_stand_before_the_sign() -> None:
    facts = read("""66 §  Larm i fyrar

BESLUT
Ärendet bordläggs till nästa möte.

67 §  Sammanträdestider

BESLUT
Direktionen sammanträder sex gånger under året.
""")
    matters = [(fact.paragraph, fact.subject) for fact in facts if isinstance(fact, MatterFact)]
    assert matters == [("§ 66", "Larm i fyrar"), ("§ 67", "Sammanträdestider")]


def test_a_numbered_matter_without_a_title_ends_the_proposal_above_it() -> None:
    text = """Ärende 8

Förslag till beslut
Hamnnämnden sammanträder sex gånger.

Ärende 9
Förteckningen finns tillgänglig på sammanträdet.
"""
    facts = read_agenda(read_plain_text(text), PROFILE)
    assert [fact.text for fact in facts if isinstance(fact, DecisionFact)] == [
        "Hamnnämnden sammanträder sex gånger."
    ]


def test_information_that_is_noted_without_a_heading_is_decided() -> None:
    facts = read("""66 §  Information från hamnen

- Bojarna är målade.

Informationen noteras.

67 §  Avslutning
""")
    assert [fact.text for fact in facts if isinstance(fact, DecisionFact)] == ["Informationen noteras."]


def test_a_list_of_att_points_ends_where_other_words_begin() -> None:
    decided = [
        fact.text
        for fact in read("""§ 3 Uppföljning

Kommunstyrelsens beslut

att   avsluta uppdrag 23-07, samt

att   i övrigt godkänna redovisningen.

Uppdrag    Innehåll            Klart senast
23-07      Se över normen      Slutfört
""")
        if isinstance(fact, DecisionFact)
    ]
    assert decided == ["att avsluta uppdrag 23-07", "att i övrigt godkänna redovisningen."]
