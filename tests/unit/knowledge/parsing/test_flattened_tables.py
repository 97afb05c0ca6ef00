"""Flattened tables: rows that text extraction ran together still give indicators, each value under its column."""

import pytest

from knowledge.documents import DocumentKind, DocumentProfile
from knowledge.facts import AssignmentFact, DeadlineFact, GoalFact, IndicatorFact
from knowledge.parsing.follow_up import read_follow_up
from knowledge.reading.plain_text import read_plain_text

PROFILE = DocumentProfile("Uppföljning", DocumentKind.FOLLOW_UP, year=2025)
Values = dict[str, list[tuple[str, str, str]]]


def indicators(text: str) -> list[IndicatorFact]:
    facts = read_follow_up(read_plain_text(text), PROFILE)
    return [fact for fact in facts if isinstance(fact, IndicatorFact)]


def values(text: str) -> Values:
    """Return each indicator's values as (role, period, value)."""
    return {f.subject: [(v.role.value, v.period, v.value) for v in f.values] for f in indicators(text)}


SHAPES: list[tuple[str, str, Values]] = [
    (
        "header and rows run on in one line",
        "Uppföljning av fyrarna. Alla lyser. Indikator Utfall 2024 Mål 2025 Andel fyrar som lyser 91 % 95 % Antal bojar per vik 4,2 5,0",
        {
            "Andel fyrar som lyser": [("actual", "2024", "91 %"), ("target", "2025", "95 %")],
            "Antal bojar per vik": [("actual", "2024", "4,2"), ("target", "2025", "5,0")],
        },
    ),
    (
        "kinds on one line, the name and years on the next",
        "Hamnen ska vara trygg\nUtfall Målvärde Utfall\nIndikator 2024 2025 2025\nAndel lyktor som är hela 97,1% >98% 98,4%\nAndel båtar som kommer sent 1,0% <1% 0,9%\n",
        {
            "Andel lyktor som är hela": [
                ("actual", "2024", "97,1%"),
                ("target", "2025", ">98%"),
                ("actual", "2025", "98,4%"),
            ],
            "Andel båtar som kommer sent": [
                ("actual", "2024", "1,0%"),
                ("target", "2025", "<1%"),
                ("actual", "2025", "0,9%"),
            ],
        },
    ),
    (
        "a colour by its letter last, and a name that ends with a time",
        "Indikator Utfall apr 2025 Utfall apr 2026 Mål 2026 Färg\nBåtar som lotsats inom 30 minuter 69 % 66 % 80 % R\nReparerade bojar 40 52 50 G\n",
        {
            "Båtar som lotsats inom 30 minuter": [
                ("actual", "apr 2025", "69 %"),
                ("actual", "apr 2026", "66 %"),
                ("target", "2026", "80 %"),
            ],
            "Reparerade bojar": [
                ("actual", "apr 2025", "40"),
                ("actual", "apr 2026", "52"),
                ("target", "2026", "50"),
            ],
        },
    ),
    (
        "the number of the heading after the last row, and of an assignment below it",
        "2 Mål\n\n2.1 Hamnen ska vara trygg\n\nIndikator Utfall 2024 Mål 2025\nAntal lyktor per kaj 5,6 5,0\n\n2.2 Hamnen ska växa\n\nAnsvarig nämnd: hamnnämnden\n\nUppdrag 1 Mät kajen\nStatus: Pågår\n",
        {"Antal lyktor per kaj": [("actual", "2024", "5,6"), ("target", "2025", "5,0")]},
    ),
    (
        "a name that goes on after its values",
        "Indikator Startvärde Målvärde 2025 Målvärde 2030 Andel besiktigade 5 av 12 (2022) 100 procent 100 procent ansvarsbryggor Andel målade bojar 40 procent 60 procent Mer än 90 procent\n",
        {
            "Andel besiktigade ansvarsbryggor": [
                ("baseline", "", "5 av 12 (2022)"),
                ("target", "2025", "100 procent"),
                ("target", "2030", "100 procent"),
            ],
            "Andel målade bojar": [
                ("baseline", "", "40 procent"),
                ("target", "2025", "60 procent"),
                ("target", "2030", "Mer än 90 procent"),
            ],
        },
    ),
    (
        "one kind over several years",
        "Nyckeltal Utfall 2022 2023 2024 Mål 2025\nSjukfrånvaro i hamnen 6,1 % 5,9 % 5,8 % 5,5 %\nKostnad per brygga, kronor 113 067 119 100 128 512 133 720\n",
        {
            "Sjukfrånvaro i hamnen": [
                ("actual", "2022", "6,1 %"),
                ("actual", "2023", "5,9 %"),
                ("actual", "2024", "5,8 %"),
                ("target", "2025", "5,5 %"),
            ],
            "Kostnad per brygga, kronor": [
                ("actual", "2022", "113 067"),
                ("actual", "2023", "119 100"),
                ("actual", "2024", "128 512"),
                ("target", "2025", "133 720"),
            ],
        },
    ),
    (
        "each cell on a line of its own",
        "Fyrar och bojar\n\nIndikator\n\nUtfall 2024\n\nMål 2025\n\nAndel fyrar som lyser\n\n91 %\n\n95 %\n\nAntal bojar\n\n1 204\n\n1 300\n",
        {
            "Andel fyrar som lyser": [("actual", "2024", "91 %"), ("target", "2025", "95 %")],
            "Antal bojar": [("actual", "2024", "1 204"), ("target", "2025", "1 300")],
        },
    ),
    (
        "months as periods, and a forecast",
        "Mått Utfall jan–aug 2026 Prognos 2026 Budget 2026\nIntäkter från gästhamnen, tkr 1 250 1 900 1 850\nAntal gästnätter 8 400 11 000 10 500\n",
        {
            "Intäkter från gästhamnen, tkr": [
                ("actual", "jan–aug 2026", "1 250"),
                ("forecast", "2026", "1 900"),
                ("unknown", "2026", "1 850"),
            ],
            "Antal gästnätter": [
                ("actual", "jan–aug 2026", "8 400"),
                ("forecast", "2026", "11 000"),
                ("unknown", "2026", "10 500"),
            ],
        },
    ),
    (
        "words and marks as values",
        "Indikator Nuläge Målvärde 2026 Hamnen har en beredskapsplan Nej Ja Antal övningar per år - 4 Andel utbildade lotsar N/A 100 %\n",
        {
            "Hamnen har en beredskapsplan": [("baseline", "", "Nej"), ("target", "2026", "Ja")],
            "Antal övningar per år": [("baseline", "", "-"), ("target", "2026", "4")],
            "Andel utbildade lotsar": [("baseline", "", "N/A"), ("target", "2026", "100 %")],
        },
    ),
    (
        "too few values, and nothing that tells under which columns",
        "Indikator Utfall 2023 Utfall 2024 Prognos 2025 Mål 2025\nAndel fyrar som lyser 91 % 92 % 93 % 95 %\nAndel nya lyktor 12 % 14 %\n",
        {
            "Andel fyrar som lyser": [
                ("actual", "2023", "91 %"),
                ("actual", "2024", "92 %"),
                ("forecast", "2025", "93 %"),
                ("target", "2025", "95 %"),
            ],
            "Andel nya lyktor": [("unknown", "", "12 %"), ("unknown", "", "14 %")],
        },
    ),
    (
        "too few values, set under their columns",
        "Indikator                 Utfall 2023   Utfall 2024   Mål 2025\nAndel fyrar som lyser     91 %          92 %          95 %\nAndel nya lyktor                        14 %          20 %\nAndel målade bojar        50 %                        70 %\n",
        {
            "Andel fyrar som lyser": [
                ("actual", "2023", "91 %"),
                ("actual", "2024", "92 %"),
                ("target", "2025", "95 %"),
            ],
            "Andel nya lyktor": [("actual", "2024", "14 %"), ("target", "2025", "20 %")],
            "Andel målade bojar": [("actual", "2023", "50 %"), ("target", "2025", "70 %")],
        },
    ),
    (
        "a name of two lines around its values",
        "Styrtal Resultat 2024 Målnivå 2025\nAndel invånare som är nöjda med\n71 % 75 %\nbryggorna och badplatserna\nAndel grillplatser som är\n40 % 60 %\ntillgängliga\n",
        {
            "Andel invånare som är nöjda med bryggorna och badplatserna": [
                ("actual", "2024", "71 %"),
                ("target", "2025", "75 %"),
            ],
            "Andel grillplatser som är tillgängliga": [
                ("actual", "2024", "40 %"),
                ("target", "2025", "60 %"),
            ],
        },
    ),
    (
        "years first, kinds under them",
        "Indikator 2024 2025\nUtfall Mål Utfall Mål\nAndel fyrar som lyser 91 % 92 % 93 % 95 %\n",
        {
            "Andel fyrar som lyser": [
                ("actual", "2024", "91 %"),
                ("target", "2024", "92 %"),
                ("actual", "2025", "93 %"),
                ("target", "2025", "95 %"),
            ]
        },
    ),
    (
        "a name with a number in it",
        "Indikator Utfall 2023 Utfall 2024 Mål 2025\nAndel elever i åk 9 som kan simma 84,5 % 82 % 90 %\nAndel barn i årskurs 3 81 79 85\nNöjd-Båt-Index (NBI) ska vara minst 80. 81 82 80\n",
        {
            "Andel elever i åk 9 som kan simma": [
                ("actual", "2023", "84,5 %"),
                ("actual", "2024", "82 %"),
                ("target", "2025", "90 %"),
            ],
            "Andel barn i årskurs 3": [
                ("actual", "2023", "81"),
                ("actual", "2024", "79"),
                ("target", "2025", "85"),
            ],
            "Nöjd-Båt-Index (NBI) ska vara minst 80.": [
                ("actual", "2023", "81"),
                ("actual", "2024", "82"),
                ("target", "2025", "80"),
            ],
        },
    ),
    (
        "a page break with furniture between two rows",
        "Indikator Utfall 2024 Mål 2025\nAndel fyrar som lyser 91 % 95 %\n\n12 (40)\n\nHamnnämnden\n\n13 (40)\n\nAntal bojar per vik 4,2 5,0\n",
        {
            "Andel fyrar som lyser": [("actual", "2024", "91 %"), ("target", "2025", "95 %")],
            "Antal bojar per vik": [("actual", "2024", "4,2"), ("target", "2025", "5,0")],
        },
    ),
    (
        "the order of the columns turned around",
        "Målvärde 2026 Utfall 2025 Indikator\nAndel fyrar som lyser 95 % 91 %\n",
        {"Andel fyrar som lyser": [("target", "2026", "95 %"), ("actual", "2025", "91 %")]},
    ),
    (
        "a unit between the name and its values",
        "Indikator Enhet Utfall 2024 Mål 2025\nSjukfrånvaro % 6,2 5,5\nAntal gästnätter st 8 400 9 000\n",
        {
            "Sjukfrånvaro": [("actual", "2024", "6,2"), ("target", "2025", "5,5")],
            "Antal gästnätter": [("actual", "2024", "8 400"), ("target", "2025", "9 000")],
        },
    ),
    (
        "a status after the values",
        "Indikator Utfall 2024 Mål 2025 Status\nAndel fyrar som lyser 91 % 95 % Delvis uppfyllt\nAntal bojar 12 10 Uppfyllt\n",
        {
            "Andel fyrar som lyser": [("actual", "2024", "91 %"), ("target", "2025", "95 %")],
            "Antal bojar": [("actual", "2024", "12"), ("target", "2025", "10")],
        },
    ),
    (
        "thirds of the year as periods",
        "Indikator Utfall T1 2025 Utfall T2 2025 Mål helår 2025\nAndel fyrar som lyser 91 % 92 % 95 %\n",
        {
            "Andel fyrar som lyser": [
                ("actual", "T1 2025", "91 %"),
                ("actual", "T2 2025", "92 %"),
                ("target", "helår 2025", "95 %"),
            ]
        },
    ),
    (
        "values that words of comparison open",
        "Indikator Startvärde Målvärde 2030\nAreal strandäng 2 112 hektar Inte minskat jämfört med startvärdet\nAndel renoverade fyrar 55 procent Minst 80 procent\n",
        {
            "Areal strandäng": [
                ("baseline", "", "2 112 hektar"),
                ("target", "2030", "Inte minskat jämfört med startvärdet"),
            ],
            "Andel renoverade fyrar": [
                ("baseline", "", "55 procent"),
                ("target", "2030", "Minst 80 procent"),
            ],
        },
    ),
    (
        "a header that comes again with other years",
        "Indikator Utfall 2023 Mål 2024 Andel fyrar som lyser 91 % 95 % Indikator Utfall 2024 Mål 2025 Antal bojar 12 15\n",
        {
            "Andel fyrar som lyser": [("actual", "2023", "91 %"), ("target", "2024", "95 %")],
            "Antal bojar": [("actual", "2024", "12"), ("target", "2025", "15")],
        },
    ),
    (
        "more values than columns",
        "Indikator Utfall 2024 Mål 2025\nAndel fyrar 91 % 92 % 95 %\nAntal bojar 12 15\n",
        {
            "Andel fyrar": [("unknown", "", "91 %"), ("unknown", "", "92 %"), ("unknown", "", "95 %")],
            "Antal bojar": [("actual", "2024", "12"), ("target", "2025", "15")],
        },
    ),
    (
        "a year at the end of a name",
        "Indikator Utfall 2024 Mål 2025\nAntal fyrar byggda före 1950 12 15\nUtsläpp jämfört med 2010 35 50\n",
        {
            "Antal fyrar byggda före 1950": [("actual", "2024", "12"), ("target", "2025", "15")],
            "Utsläpp jämfört med 2010": [("actual", "2024", "35"), ("target", "2025", "50")],
        },
    ),
    (
        "ranges, brackets and leaders",
        "Indikator Utfall 2024 Mål 2025\nAndel nöjda gäster 70–75 % 80–85 %\nResultat, mnkr -12,5 (10,0)\nAndel fyrar ........ 91 % 95 %\n",
        {
            "Andel nöjda gäster": [("actual", "2024", "70–75 %"), ("target", "2025", "80–85 %")],
            "Resultat, mnkr": [("actual", "2024", "-12,5"), ("target", "2025", "(10,0)")],
            "Andel fyrar": [("actual", "2024", "91 %"), ("target", "2025", "95 %")],
        },
    ),
    (
        "a header whose first word was taken for a heading",
        "Indikatorer Basvärde 2021 Etappmål 2025 Målvärde 2030\nUtsläpp, ton 14 500 12 000 8 000\nAndel förnybart (%) 61 75 100\n",
        {
            "Utsläpp, ton": [
                ("baseline", "2021", "14 500"),
                ("target", "2025", "12 000"),
                ("target", "2030", "8 000"),
            ],
            "Andel förnybart (%)": [
                ("baseline", "2021", "61"),
                ("target", "2025", "75"),
                ("target", "2030", "100"),
            ],
        },
    ),
    (
        "running text and a footnote between and after rows",
        "Indikator Utfall 2024 Mål 2025\nAndel fyrar 91 % 95 %\nUtfallet är högre än året innan. Nämnden har bytt lampor.\nAntal bojar* 12 15\n* Avser helår.\n1 Mätt i oktober.\n",
        {
            "Andel fyrar": [("actual", "2024", "91 %"), ("target", "2025", "95 %")],
            "Antal bojar": [("actual", "2024", "12"), ("target", "2025", "15")],
        },
    ),
    (
        "remarks after the values, each row on its own line",
        "Indikator Utfall 2024 Mål 2025 Kommentar\nAndel fyrar 91 % 95 % Vi byter lampor under hösten.\nAntal bojar 12 15 Bojarna är nya och 3 saknas.\n",
        {
            "Andel fyrar": [("actual", "2024", "91 %"), ("target", "2025", "95 %")],
            "Antal bojar": [("actual", "2024", "12"), ("target", "2025", "15")],
        },
    ),
    (
        "two figures that could be one number, and a rate as a value",
        "Indikator Nuläge 2024 Mål 2027\n\nAntal bojar som är lösa 212 120\nvid höststorm\n\nAntal nya fyrar i 35 per år 90 per år\nhamninloppet\n",
        {
            "Antal bojar som är lösa vid höststorm": [
                ("baseline", "2024", "212"),
                ("target", "2027", "120"),
            ],
            "Antal nya fyrar i hamninloppet": [
                ("baseline", "2024", "35 per år"),
                ("target", "2027", "90 per år"),
            ],
        },
    ),
    (
        "a name in the block above its figures, and who answers for it after them",
        "Delmål Indikator Utfall 2024 Mål 2026 Ansvarig\nFler båtar lotsas\n\nAndel båtar utanför kajen med tillgång till\nlots om natten\n\n38 % 55 % Lotschef\n",
        {
            "Andel båtar utanför kajen med tillgång till lots om natten": [
                ("actual", "2024", "38 %"),
                ("target", "2026", "55 %"),
            ]
        },
    ),
    (
        "a table crammed into one cell, a short form after its figures, and whether the goal is reached as a forecast",
        "|  | Mål och indikator Utfall aug 2024 Utfall aug 2025 Mål 2025 Prognos |\n| --- | --- |\n| Antal<br>besök enligt 96 88 150 Uppnås inte<br>LOL |  |\n| Andel hela bojar 80 % 92 % 90 % Uppnås |  |\n",
        {
            "Antal besök enligt LOL": [
                ("actual", "aug 2024", "96"),
                ("actual", "aug 2025", "88"),
                ("target", "2025", "150"),
                ("forecast", "", "Uppnås inte"),
            ],
            "Andel hela bojar": [
                ("actual", "aug 2024", "80 %"),
                ("actual", "aug 2025", "92 %"),
                ("target", "2025", "90 %"),
                ("forecast", "", "Uppnås"),
            ],
        },
    ),
    (
        "short forms explained after the table",
        "Indikator Utfall 2024 Mål 2025\nAndel fyrar som lyser 91 % 95 %\n\nFörkortningar\nHN – Hamnnämnden\n",
        {"Andel fyrar som lyser": [("actual", "2024", "91 %"), ("target", "2025", "95 %")]},
    ),
]


@pytest.mark.parametrize(("text", "expected"), [s[1:] for s in SHAPES], ids=[s[0] for s in SHAPES])
def test_every_row_keeps_its_values(text: str, expected: Values) -> None:
    assert values(text) == expected


@pytest.mark.parametrize("text", [s[1] for s in SHAPES], ids=[s[0] for s in SHAPES])
def test_every_value_stands_in_its_row_and_the_header_in_its_place(text: str) -> None:
    for fact in indicators(text):
        row = " ".join(fact.span.quote(text).split())
        assert all(value.value in row for value in fact.values)
        assert fact.header_span is not None
        header = fact.header_span.quote(text)
        assert all(value.period.split()[-1] in header for value in fact.values if value.period)


def test_an_objective_stands_above_the_indicators_that_follow_it() -> None:
    facts = read_follow_up(
        read_plain_text(
            "Delmål Indikator Utfall 2024 Mål 2025\nFler fyrar lyser om natten Andel fyrar som lyser 91 % 95 %\nAntal släckta fyrar 4 2\n"
        ),
        PROFILE,
    )
    assert [f.subject for f in facts if isinstance(f, GoalFact)] == ["Fler fyrar lyser om natten"]
    assert [(f.subject, f.objective) for f in facts if isinstance(f, IndicatorFact)] == [
        ("Andel fyrar som lyser", "Fler fyrar lyser om natten"),
        ("Antal släckta fyrar", "Fler fyrar lyser om natten"),
    ]


def test_an_objective_goes_on_over_a_page_break() -> None:
    head = "| Delmål | Indikator | Utfall 2024 | Mål 2025 |\n| --- | --- | --- | --- |\n"
    found = indicators(
        f"# Plan\n\n{head}| Fyrarna lyser | Andel fyrar | 91 % | 95 % |\n\nSida 3\n\n{head}| | Antal lampor | 12 | 15 |\n"
    )
    assert [(f.subject, f.objective) for f in found] == [
        ("Andel fyrar", "Fyrarna lyser"),
        ("Antal lampor", "Fyrarna lyser"),
    ]


ASSIGNMENTS = [
    "Åtgärder Ansvarig nämnd Klart senast Måla alla fyrar Hamnnämnden 2025-06-30 Ta fram en plan för bojarna Fastighetsnämnden 2026-12-31",
    "Åtgärd Ansvarig Tidplan\nMåla alla fyrar Hamnnämnden 2025-06-30\nTa fram en plan för bojarna Fastighetsnämnden 2026-12-31\n",
    "Åtgärd\n\nAnsvarig\n\nKlart\n\nMåla alla fyrar\n\nHamnnämnden\n\n2025-06-30\n\nTa fram en plan\nför bojarna\n\nFastighetsnämnden\n\n2026-12-31\n",
]


@pytest.mark.parametrize("text", ASSIGNMENTS)
def test_rows_of_what_by_whom_and_when_end_with_their_date(text: str) -> None:
    facts = read_follow_up(read_plain_text(text), PROFILE)
    assert [(f.subject, f.addressees) for f in facts if isinstance(f, AssignmentFact)] == [
        ("Måla alla fyrar", ("Hamnnämnden",)),
        ("Ta fram en plan för bojarna", ("Fastighetsnämnden",)),
    ]
    assert [(f.subject, f.due.words) for f in facts if isinstance(f, DeadlineFact)] == [
        ("Måla alla fyrar", "2025-06-30"),
        ("Ta fram en plan för bojarna", "2026-12-31"),
    ]


def test_a_row_whose_responsible_cannot_be_told_is_left_out() -> None:
    text = "Åtgärd Ansvarig Tidplan Måla alla fyrar Anna Ek 2025-06-30 Räkna bojarna Fastighetsnämnden 2026-12-31"
    facts = read_follow_up(read_plain_text(text), PROFILE)
    assert not any("Anna Ek" in f.subject for f in facts)


@pytest.mark.parametrize(
    "text",
    [
        "Nämnden följer sina indikatorer. Utfallet 2024 blev 91 procent, vilket är 3 procentenheter över målet 2025.",
        "Mål 2025 är att nå 95 procent. Resultatet 2024 var 91 procent och prognosen för 2026 är 97 procent.",
        "Indikator Utfall 2024 Mål 2025\n\nTabellen redovisas i bilaga 3. Under året har nämnden haft 12 möten och 4 utskott.",
        "Budget 2025 och plan 2026–2027 antogs den 12 juni 2024. Resultat och mål redovisas på sidan 14.",
        "Nyckeltal: se bilaga. Utfall 2024 redovisas i årsredovisningen, mål för 2025 i budgeten. Nämnden mötte 14 föreningar och 22 företag.",
        "Namn Parti Utfall\nAnna Ek S 1\nBo Alm M 2\n",
    ],
)
def test_running_text_gives_no_indicators(text: str) -> None:
    assert indicators(text) == []


def test_prose_after_the_last_row_ends_the_table() -> None:
    found = values(
        "Indikator Utfall 2024 Mål 2025 Andel fyrar som lyser 91 % 95 % Fyrarna har lyst bättre under 2024 och 12 av dem har fått nya lampor. Under 2025 ska 14 procent av bojarna målas."
    )
    assert found == {"Andel fyrar som lyser": [("actual", "2024", "91 %"), ("target", "2025", "95 %")]}


def test_a_blank_column_moves_nobody_into_a_role() -> None:
    facts = read_follow_up(
        read_plain_text(
            "Insats                      Ansvarig           Klart\n"
            "Måla alla fyrar i länet     Hamnnämnden        2025\n"
            "Räkna bojarna i viken                          2026\n"
            "Laga bryggorna i hamnen     Fastighetsnämnden\n"
        ),
        PROFILE,
    )
    assert {f.subject: f.addressees for f in facts if isinstance(f, AssignmentFact)} == {
        "Måla alla fyrar i länet": ("Hamnnämnden",),
        "Räkna bojarna i viken": (),
        "Laga bryggorna i hamnen": ("Fastighetsnämnden",),
    }
