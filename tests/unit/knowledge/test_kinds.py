import datetime as dt

import pytest

from knowledge.documents import DocumentKind, DocumentProfile
from knowledge.kinds import recognise
from knowledge.reading.markdown import read_markdown
from knowledge.reading.plain_text import read_plain_text


def of(text: str, name: str = "dokument.txt") -> DocumentProfile:
    return recognise(read_plain_text(text), name)


MINUTES = """\
KUNGSÄNGENS KOMMUN                  SAMMANTRÄDESPROTOKOLL          8 (30)
Nämnden för Teknik
Datum
2027-03-10

§ 31                      Dnr TE-2027-00499
Laddplatser vid idrottsplatser

Beslut
Nämnden för Teknik antar planen.
"""

DIRECTIVE = """\
Uppdragsdirektiv –

Inför digitala kallelser
(till RS)

8. Organisation

Uppdragsägare: Regiondirektör

Region Sydlandet
Diarienummer:
Datum: 2026-11-18

Dokumenttyp: Uppdragsdirektiv
Utgåva: 0.3

Underskrift Uppdragsägare

Datum

Namnförtydligande
"""


def test_minutes_are_known_with_board_day_case_and_organisation() -> None:
    profile = of(MINUTES)
    assert profile.kind is DocumentKind.MINUTES
    assert profile.organisation == "Kungsängens kommun"
    assert profile.board == "Nämnden för Teknik"
    assert profile.date == dt.date(2027, 3, 10)
    assert profile.case_number == "Dnr TE-2027-00499"
    assert "Laddplatser" in profile.title


def test_minutes_of_several_matters_are_named_by_board_and_day() -> None:
    profile = of(
        MINUTES + "\n§ 32                      Dnr TE-2027-00500\nAnnat ärende\n\nBeslut\nNämnden avslår.\n"
    )
    assert profile.title == "Protokoll Nämnden för Teknik 2027-03-10 § 31, 32"


def test_a_directive_below_version_one_is_a_draft() -> None:
    profile = of(DIRECTIVE)
    assert profile.kind is DocumentKind.DIRECTIVE
    assert profile.title == "Uppdragsdirektiv – Inför digitala kallelser (till RS)"
    assert (profile.organisation, profile.version, profile.date) == (
        "Region Sydlandet",
        "0.3",
        dt.date(2026, 11, 18),
    )
    assert profile.is_draft
    assert "0.3" in profile.draft_reason


def test_an_adopted_directive_without_signature_is_a_draft_with_another_reason() -> None:
    profile = of(DIRECTIVE.replace("0.3", "1.2"))
    assert profile.is_draft
    assert "underskrift" in profile.draft_reason


def test_a_signed_directive_is_no_draft() -> None:
    profile = of(
        DIRECTIVE.replace("0.3", "1.0").replace("Namnförtydligande\n", "Namnförtydligande: Åsa Berg\n")
    )
    assert not profile.is_draft


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Regionstyrelsens \nnämndplan 2027\n\n\n\nMål 1. Trygghet\n\nText om mål.\n",
            DocumentKind.BOARD_PLAN,
        ),
        (
            "Regionstyrelsens plan 2027-2029\n\nDnr 1043-2026\n\nSammanfattning\n\nPlanen anger mål.\n",
            DocumentKind.BOARD_PLAN,
        ),
        (
            "Sammanfattning från regionstyrelsen den 17 december 2026\n\nFinansrapport\n\nGodkändes.\n",
            DocumentKind.MEETING_SUMMARY,
        ),
        (
            "Kallelse till kommunstyrelsen\n\nDatum: 2027-02-01\n\n1. Upprop\n\n2. Val av justerare\n",
            DocumentKind.AGENDA,
        ),
        ("Sammanträdesplan 2027\n\nRegionstyrelsen 12 januari, 9 februari.\n", DocumentKind.CALENDAR),
        ("Delårsrapport augusti 2027\n\n1. Verksamhet\n\nKostnaden ökade med 3 %.\n", DocumentKind.FOLLOW_UP),
        (
            "Protokoll från kommunstyrelsen\n\nSammanträdesdatum: 2027-01-12\n\nMötet öppnades.\n",
            DocumentKind.MINUTES,
        ),
        ("Mötesanteckning samrådsorgan\n\nDatum: 3 maj 2027\n\nSvar gavs på frågan.\n", DocumentKind.MINUTES),
        ("Handbok för nyanställda\n\nHär står hur man loggar in på datorn.\n", DocumentKind.OTHER),
    ],
)
def test_kinds(text: str, kind: DocumentKind) -> None:
    assert of(text).kind is kind


def test_a_plan_is_about_the_first_year_it_names() -> None:
    profile = of("Regionstyrelsens plan 2027-2029\n\nDnr 1043-2026\n\nSammanfattning\n\nPlanen anger mål.\n")
    assert profile.year == 2027
    assert profile.board == "Regionstyrelsen"
    assert profile.case_number == "Dnr 1043-2026"


def test_the_meeting_day_is_not_the_day_of_an_earlier_meeting() -> None:
    text = (
        "§ 374 Ärendenummer SLK-2027-00921\nBro över älven\nBeslut\n\nÄrendet återremitterades vid sammanträdet "
        "den 30 januari 2027, § 23.\n\n14 (111)\n\nKommunfullmäktige\n\nProtokoll nr 7\nSammanträdesdatum: 2027-06-18\n"
    )
    profile = of(text)
    assert profile.date == dt.date(2027, 6, 18)
    assert profile.case_number == "SLK-2027-00921"
    assert profile.board == "Kommunfullmäktige"


@pytest.mark.parametrize(
    ("words", "organisation"),
    [
        ("Region Sydlandets vårdplatser är fler i Region Sydlandet.", "Region Sydlandet"),
        ("Ale kommun och Nordstads kommun. Nordstads kommuns budget.", "Nordstads kommun"),
        ("Göteborgs Stads riktlinjer gäller.", "Göteborgs Stad"),
        ("Bolag:          Fiktiva Energi AB", "Fiktiva Energi AB"),
        ("Göteborgsregionens kommunalförbund kallar.", "Göteborgsregionens kommunalförbund"),
        ("Samordningsförbundet Göteborg beslutar.", "Samordningsförbundet Göteborg"),
        ("Västra Götalandsregionen och dess nämnder.", "Västra Götalandsregionen"),
    ],
)
def test_organisations_are_known_by_how_they_are_named(words: str, organisation: str) -> None:
    assert of(f"Protokoll 2027-01-01\n\n{words}\n").organisation == organisation


def test_the_file_name_speaks_only_when_the_words_agree() -> None:
    text = "Budget 2027\n\nStadens bolag lämnar utdelning enligt Samverkan för Mölndal och andra.\n"
    assert of(text, "molndal_kf_2027-11-19_par201.txt").organisation == "Mölndals stad"
    assert of(text, "kungsbacka_kf.txt").organisation == ""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("regeringsuppdrag/2027/03/uppdrag-om-vard.md", DocumentKind.DIRECTIVE),
        ("rattsliga-dokument/kommittedirektiv/2027/03/dir.-20276.md", DocumentKind.DIRECTIVE),
        ("pressmeddelanden/2027/03/ny-satsning.md", DocumentKind.OTHER),
    ],
)
def test_government_pages_are_known_by_their_place(path: str, kind: DocumentKind) -> None:
    document = read_markdown(
        "# Uppdrag om vård\n\nRegeringen uppdrar åt Socialstyrelsen att utreda vården.\n"
    )
    profile = recognise(document, path)
    assert (profile.kind, profile.organisation, profile.year) == (kind, "Regeringskansliet", 2027)


def test_a_government_assignment_is_known_by_its_words_alone() -> None:
    document = read_markdown(
        "# Uppdrag att stärka vården\n\nRegeringen uppdrar åt Socialstyrelsen att stärka vården. Uppdraget ska redovisas i maj.\n"
    )
    profile = recognise(document, "sida.md")
    assert (profile.kind, profile.organisation) == (DocumentKind.DIRECTIVE, "Regeringskansliet")


@pytest.mark.parametrize("word", ["UTKAST", "Arbetsmaterial"])
def test_a_document_that_calls_itself_a_draft_is_one(word: str) -> None:
    assert of(f"{word}\n\nHandlingsplan 2027\n\nMålen är tre.\n").is_draft


def test_a_mention_of_a_draft_in_the_text_makes_none() -> None:
    assert not of(
        "Handlingsplan 2027\n\nEtt utkast skickades på remiss i maj och svaren har vägts in.\n"
    ).is_draft


def test_a_title_is_never_empty() -> None:
    assert of("text", "mitt_dokument.txt").title == "Mitt dokument"


def test_language() -> None:
    assert (
        of(
            "The board has decided that the plan is to be adopted and that the budget was approved by it."
        ).language
        == "en"
    )
    assert of("Styrelsen har beslutat att planen ska antas.").language == "sv"
