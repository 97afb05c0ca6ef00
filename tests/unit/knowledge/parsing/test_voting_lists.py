"""Roll calls without parties, and voting lists with a column a vote."""

import datetime as dt

from knowledge.documents import DocumentKind, DocumentProfile
from knowledge.facts import VoteFact
from knowledge.parsing.minutes import read_minutes
from knowledge.reading.plain_text import read_plain_text

PROFILE = DocumentProfile("Protokoll", DocumentKind.MINUTES, date=dt.date(2025, 5, 6), year=2025)


def votes_in(text: str) -> list[VoteFact]:
    return [fact for fact in read_minutes(read_plain_text(text), PROFILE) if isinstance(fact, VoteFact)]


def test_surnames_listed_with_their_count_are_the_members_of_the_vote_told_above() -> None:
    (vote,) = votes_in("""§ 12 Belysning på Fyrvägen

Omröstning

Med 3 ja-röster mot 2 nej-röster bifalls förslaget.

Omröstningslista
Ja (3): Molander, Regnell,
Solsken
Nej (2): Dimberg, Åskmoln
Avstår (1): Hagelstam
Frånvarande (2): Lind (jäv), Wass
""")
    assert (vote.yes, vote.no, vote.abstained, vote.absent) == (3, 2, 1, 2)
    assert vote.yes_members == ("Molander", "Regnell", "Solsken")
    assert vote.no_members == ("Dimberg", "Åskmoln")
    assert vote.abstaining_members == ("Hagelstam",)
    assert vote.absent_members == ("Lind", "Wass")


def test_a_count_may_stand_before_the_way_that_names_are_listed_under() -> None:
    (vote,) = votes_in("""§ 12 Belysning på Fyrvägen

Omröstning

2 ja-röster: Molander (S), Regnell (M)
1 nej-röst: Dimberg (V)
""")
    assert (vote.yes_members, vote.no_members) == (("Molander (S)", "Regnell (M)"), ("Dimberg (V)",))


def test_a_list_at_the_end_with_a_column_a_vote_belongs_to_the_paragraphs_that_its_caption_names() -> None:
    lights, harbour = votes_in("""§ 12 Belysning på Fyrvägen

Omröstning

Utfall: 2 Ja, 1 Nej, 1 Frånvarande.

§ 13 Ny hamn

Omröstning

Utfall: 1 Ja, 1 Nej, 1 Avstår, 1 Frånvarande.

§ 14 Anmälningar

Kommunfullmäktiges beslut

Anmälningarna läggs till handlingarna.

OMRÖSTNINGSLISTA   Omröstning 1: § 12 Belysning   Omröstning 2: § 13 Ny hamn
Namn                      Parti   Omr 1          Omr 2
Molander Ylva             S       Ja             Nej
Regnell                   M       Ja             Ja
Dimberg Tyra, ordf.       V       Nej            Avstår
Solsken Britt             C       Frånvarande    Frånvarande
""")
    assert lights.yes_members == ("Molander Ylva (S)", "Regnell (M)")
    assert lights.no_members == ("Dimberg Tyra (V)",)
    assert harbour.no_members == ("Molander Ylva (S)",)
    assert harbour.abstaining_members == ("Dimberg Tyra (V)",)
    assert harbour.absent_members == ("Solsken Britt (C)",)


def test_members_may_stand_side_by_side() -> None:
    (vote,) = votes_in("""§ 12 Belysning på Fyrvägen

Omröstning

Omröstningen utfaller med 3 ja-röster mot 1 nej-röst.

Ledamot          Röst   Ledamot          Röst
Ylva Molander    Ja     Olle Regnell     Nej
Tyra Dimberg     Ja     Britt Solsken    Ja
""")
    assert vote.yes_members == ("Ylva Molander", "Tyra Dimberg", "Britt Solsken")
    assert vote.no_members == ("Olle Regnell",)


def test_a_line_of_sums_below_a_list_tells_no_second_vote() -> None:
    (vote,) = votes_in("""§ 12 Belysning på Fyrvägen

Omröstning

Vid omröstningen avges 2 ja-röster och 1 nej-röst.

Ylva Molander S Ja
Olle Regnell M Ja
Tyra Dimberg – Nej
Britt Solsken C Frånvarande

Summa: Ja 2 Nej 1 Avstår 0 Frånvarande 1
""")
    assert (vote.yes, vote.no, vote.absent) == (2, 1, 1)
    assert vote.absent_members == ("Britt Solsken (C)",)


ANNEX = """§ 12 Belysning på Fyrvägen

Omröstning 1

Omröstningen utfaller med 9 Ja mot 4 Nej.

Omröstning 2

Omröstningen utfaller med 7 Ja mot 6 Nej. Hur var och en röstar framgår av bilaga 1.

§ 13 Ny hamn

Beslut

Ärendet bordläggs.

Bilaga 1 Omröstningslista § 12, omröstning 2 (utdrag)

Namn

Parti

Resultat

Molander Regnell

S

Ja

Dimberg Åskmoln

M

Nej

Hagel Wass

V

Ja
"""


def test_a_list_of_records_at_the_end_belongs_to_the_vote_that_its_caption_names() -> None:
    first, second = votes_in(ANNEX)
    assert (second.paragraph, second.yes, second.no) == ("§ 12", 7, 6)
    assert second.yes_members == ("Molander Regnell (S)", "Hagel Wass (V)")
    assert second.no_members == ("Dimberg Åskmoln (M)",)
    assert not first.yes_members


def test_a_list_whose_caption_names_a_paragraph_of_other_minutes_is_a_vote_of_where_it_stands() -> None:
    alone = ANNEX[ANNEX.index("§ 13") :]
    (vote,) = votes_in(alone)
    assert vote.paragraph == "§ 13"
    assert vote.no_members == ("Dimberg Åskmoln (M)",)


def test_a_table_that_counts_each_partys_votes_gives_its_sums() -> None:
    (vote,) = votes_in("""§ 12 Belysning på Fyrvägen

Omröstning begärs. Den som bifaller förslaget röstar ja. Den som avslår det röstar nej.

Parti               Ja      Nej     Avstår
S                   11      0       1
M                   9       0       0
LPG                 1       8       1
Summa               21      8       2

Fullmäktige bifaller därmed förslaget.
""")
    assert (vote.yes, vote.no, vote.abstained) == (21, 8, 2)
    assert vote.yes_members == ()
    assert vote.proposition.startswith("Den som bifaller förslaget röstar ja")
