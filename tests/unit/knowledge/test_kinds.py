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


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Region Fjärdhamra                         Uppdragsdirektiv\nStab Vård          Sida 1(5)\n\n\nUPPDRAGSDIREKTIV\n\n"
            "Samlad rehabilitering efter fall\n\n\n1 Bakgrund\nMånga faller varje år och får vänta länge på rehabilitering.\n",
            "Uppdragsdirektiv – Samlad rehabilitering efter fall",
        ),
        (
            "# Projektdirektiv\n\n**Lövnäs kommun – Serviceförvaltningen**\n\n| | |\n|---|---|\n| Projektnamn | Nya lås i skolorna |\n",
            "Projektdirektiv – Nya lås i skolorna",
        ),
        (
            "Ekvik kommun\n\nHandlingsplan för äldres hälsa\n2025–2028\n\nDokumentägare: Strateg\n\nInledning\nPlanen gäller alla som bor här.\n",
            "Handlingsplan för äldres hälsa 2025–2028",
        ),
    ],
)
def test_a_document_is_named_by_what_it_is_about(text: str, title: str) -> None:
    document = read_markdown(text) if text.startswith("#") else read_plain_text(text)
    assert recognise(document, "dokument.txt").title == title


def test_a_paragraph_that_minutes_refer_to_is_none_of_theirs() -> None:
    text = (
        MINUTES
        + "\n§ 32                      Dnr TE-2027-00500\nBelysning\n\nBeslut\nNämnden avslår förslaget.\n\n§ 450 i protokollet från 2019 upphävs.\n"
    )
    assert of(text).title.endswith("§ 31, 32")


def test_a_region_is_known_by_capitals_too() -> None:
    assert (
        of(
            "REGION NORRHAMRA\nDelårsrapport januari–augusti 2025\n\n1 Inledning\nÅret har varit bra.\n"
        ).organisation
        == "Region Norrhamra"
    )


def test_numbered_paragraphs_make_minutes_of_a_text_that_does_not_say_so() -> None:
    profile = of("""\
KOMMUNALFÖRBUNDET ÅNGANS AVFALL
Förbundsfullmäktige                       sammanträde 28 november 2027

FF § 18  Justerare
         Fullmäktige utser Britt Solsken.

FF § 19  Mål
         Målområde                             Läge 2026     Mål 2028
         Restavfall, kg per invånare           178           160
         Matavfall till biogas, andel          49 %          58 %

FF § 20  Avslutning
""")
    assert profile.kind is DocumentKind.MINUTES
    assert profile.board == "Förbundsfullmäktige"
    assert profile.organisation == "Kommunalförbundet Ångans avfall"


def test_an_item_called_agenda_makes_no_agenda_of_notes() -> None:
    profile = of("""\
Samrådsgruppen Södra Hamnen
ANTECKNINGAR 6 mars 2027

1. Dagordning
Godkänns.

2. Fyren
Frågan lyfts till hamnnämnden.
""")
    assert profile.kind is DocumentKind.MINUTES
    assert profile.board == "Samrådsgruppen"


def test_a_meeting_day_may_be_written_with_a_slash_or_after_a_weekday() -> None:
    assert of("HAMNBOLAGET AB   PROTOKOLL NR 3/2027\nDatum: 14/5 2027, kl 17.00\n").date == dt.date(
        2027, 5, 14
    )
    notes = of(
        "Direktionen   Protokoll nr 6/2027\n\nTid: Fredagen den 19 november 2027, 09:00\nJusteras 2027-11-29\n"
    )
    assert notes.date == dt.date(2027, 11, 19)


def test_words_that_scanning_set_apart_name_the_whole_board() -> None:
    profile = of(
        "VIKENS KOMMUN    Sammanträdesprotokoll\nKultur - och fritidsnämnden   2 oktober 2027\n\nÄrende 4 . Bad\n"
    )
    assert profile.board == "Kultur- och fritidsnämnden"


LETTERHEAD = """\
Norrö kommun · Hamnkontoret
PROJEKTDIREKTIV                                     Diarienr HK 2027-318
Ny lotsbrygga vid Skäret                            Version 2.0, 2027-08-25
                                                    Sida 1 av 2

Projektägare: Hamnchef Bo Hav

1  Varför gör vi projektet?
Bryggan är gammal och har stått i femtio år utan att någon har mätt hur djupt den går ned i leran.

2  Vad ska projektet leverera?
En brygga.
"""


def test_the_name_in_a_letterhead_is_told_from_what_registers_it_beside() -> None:
    profile = of(LETTERHEAD, "norro-direktiv.txt")
    assert profile.title == "Projektdirektiv – Ny lotsbrygga vid Skäret"
    assert (profile.date, profile.year) == (dt.date(2027, 8, 25), 2027)


def test_a_programme_description_is_a_directive() -> None:
    profile = of(
        "PROGRAMBESKRIVNING                       Version 2.1\nFramtidens fyrar på Skäret               2027-01-15\n\nProgrammet ska bygga fyrar.\n"
    )
    assert (profile.kind, profile.title) == (
        DocumentKind.DIRECTIVE,
        "Programbeskrivning – Framtidens fyrar på Skäret",
    )
    assert profile.date == dt.date(2027, 1, 15)


@pytest.mark.parametrize(
    ("head", "wanted"),
    [
        (
            "Hamnbudget 2028\nFörslag till direktionen 2027-10-24. Antagen med ändringar 2027-11-21 § 71.\n",
            dt.date(2027, 11, 21),
        ),
        ("Fyrplan 2028\nantagen av FN den 10 december 2027, § 131\n", dt.date(2027, 12, 10)),
        ("Lotsplan 2028\nErsätter lotsplan fastställd 2019-03-04.\n", None),
        (
            "Reglemente för lotsar\n\n| Fastställt av | Datum |\n|---|---|\n| Hamnnämnden | 2027-09-26 § 57 |\n",
            dt.date(2027, 9, 26),
        ),
    ],
)
def test_the_day_of_adoption_stands_in_the_head(head: str, wanted: dt.date | None) -> None:
    text = head + "\nHamnen är djup och lång.\n"
    assert recognise(read_markdown(text), "plan.md").date == wanted


def test_a_group_in_a_compound_and_a_rescue_federation_are_known() -> None:
    notes = of(
        "Länssamverkansgruppen (LSG) lots och fyr\nMINNESANTECKNINGAR\n13 februari 2027\n\n1  Mötet öppnas\nAda hälsar välkommen.\n",
        "anteckningar-2027-02-13.txt",
    )
    assert (notes.board, notes.title) == (
        "Länssamverkansgruppen",
        "Minnesanteckningar Länssamverkansgruppen 2027-02-13",
    )
    assert (
        of(
            "RÄDDNINGSFÖRBUNDET SKÄRET\n\nBUDGET 2028\n\nNorrös kommun har ansökt om att bli medlem.\n"
        ).organisation
        == "Räddningsförbundet Skäret"
    )
    assert (
        of(
            "# Verksamhetsplan 2028\n## Hamn- och fyrnämnden, Norrö kommun\n\nText om fyrar.\n",
            "fyrplan-2028.txt",
        ).board
        == "Hamn- och fyrnämnden"
    )


def test_a_day_in_a_calendar_is_no_day_of_adoption() -> None:
    text = "# Sammanträdesplan 2027\n\n| Datum | Nämnd |\n|---|---|\n| 2027-09-26 | Hamnnämnden |\n| 2027-10-26 | Hamnnämnden |\n"
    assert recognise(read_markdown(text), "plan.md").date is None


COMMITTEE = """\
# Styrmedel för renare hamnar

En särskild utredare ska föreslå hur utsläppen i hamnar kan minska.

Utredaren ska bl.a.

* föreslå avgifter,
* bedöma kostnader.

Uppdraget ska redovisas senast den 4 maj 2026.
"""


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (COMMITTEE, DocumentKind.DIRECTIVE),
        (COMMITTEE.replace("En särskild utredare ska", "En delegation ska"), DocumentKind.DIRECTIVE),
        (COMMITTEE.replace("Uppdraget ska redovisas senast den 4 maj 2026.", ""), DocumentKind.OTHER),
        (
            COMMITTEE.replace("En särskild utredare", "Hamnnämnden").replace("Utredaren", "Den"),
            DocumentKind.OTHER,
        ),
    ],
)
def test_a_committees_directive_is_known_by_its_words(text: str, kind: DocumentKind) -> None:
    assert recognise(read_markdown(text), "blad.md").kind is kind


def test_a_committees_directive_is_known_by_its_number_where_it_is_reported_elsewhere() -> None:
    text = COMMITTEE.replace("Uppdraget ska redovisas senast den 4 maj 2026.", "")
    assert recognise(read_markdown(text), "dir.-202498.md").kind is DocumentKind.DIRECTIVE


def test_a_description_is_called_by_the_name_of_its_assignment() -> None:
    profile = of(
        'Region Sjöland\n\nUPPDRAGSBESKRIVNING\n\nÄrende: TN 2027-41\n\nNamn på uppdraget: Flytande bryggor ("Ring bryggan")\n\nB. VAD SOM SKA LEVERERAS\n\nL1  Ritning\n'
    )
    assert profile.title == 'Uppdragsbeskrivning – Flytande bryggor ("Ring bryggan")'
