"""What minutes say, read from invented extracts in the ways that organisations write them."""

import re
from array import array
from datetime import date
from typing import Any

import pytest

from knowledge.blocks import Block, BlockKind, ReadDocument, RepairedText
from knowledge.documents import DocumentKind, DocumentProfile
from knowledge.facts import (
    AssignmentFact,
    DeadlineFact,
    DecisionFact,
    DecisionOutcome,
    DispatchFact,
    DissentFact,
    DissentForm,
    Fact,
    LinkFact,
    MatterFact,
    MeetingFact,
    MotionFact,
    Role,
    RoleFact,
    Standing,
    VoteFact,
)
from knowledge.parsing.agenda import read_agenda
from knowledge.parsing.minutes import read_meeting_summary, read_minutes


def document(text: str) -> ReadDocument:
    """Cut a text into paragraphs at empty lines, with table rows where cells are parted by bars."""
    blocks: list[Block] = []
    for found in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text):
        if found[0].startswith("|"):
            blocks += table(found[0], found.start())
        else:
            words = found[0].replace("\n", " ")
            places = array("q", range(found.start(), found.end()))
            blocks.append(Block(BlockKind.PARAGRAPH, RepairedText(words, places)))
    return ReadDocument(text, tuple(blocks))


def table(text: str, offset: int) -> list[Block]:
    rows: list[Block] = []
    header: tuple[RepairedText, ...] = ()
    for line in re.finditer(r"[^\n]+", text):
        start = offset + line.start()
        cells = tuple(
            RepairedText(
                cell[0].strip(),
                array("q", range(start + cell.start(1), start + cell.start(1) + len(cell[0].strip()))),
            )
            for cell in re.finditer(r"(?<=\|)\s*([^|\n]*?)\s*(?=\|)", line[0])
        )
        content = RepairedText(line[0], array("q", range(start, start + len(line[0]))))
        rows.append(
            Block(BlockKind.TABLE_ROW, content, cells=cells, header=header, table=1, is_header=not header)
        )
        header = header or cells
    return rows


def facts(text: str, board: str = "Kommunstyrelsen", day: date | None = date(2025, 3, 4)) -> tuple[Fact, ...]:
    profile = DocumentProfile("Protokoll", DocumentKind.MINUTES, board=board, date=day)
    found = read_minutes(document(text), profile)
    for fact in found:
        assert 0 <= fact.span.start < fact.span.end <= len(text)
    return found


def of(kind: type, found: tuple[Fact, ...]) -> list[Any]:
    return [fact for fact in found if isinstance(fact, kind)]


def decisions(text: str, **profile: object) -> list[DecisionFact]:
    return of(DecisionFact, facts(text, **profile))  # type: ignore[arg-type]


def test_reads_number_title_and_case_number_of_a_paragraph() -> None:
    text = "§ 14 Dnr KS-2025-00112\nNy parkeringspolicy för\ncentrala Ekby\n\nBeslut\nKommunstyrelsen antar policyn.\n"
    [matter] = of(MatterFact, facts(text))
    assert (matter.paragraph, matter.subject, matter.case_number) == (
        "§ 14",
        "Ny parkeringspolicy för centrala Ekby",
        "KS-2025-00112",
    )
    assert matter.board == "Kommunstyrelsen"
    assert matter.meeting_date == date(2025, 3, 4)


def test_reads_case_numbers_in_many_forms() -> None:
    for written in ("RS 68-2024", "KS/2024:123", "1043-2022", "VO-2023-00265", "0123/22", "SLK-2024-00921"):
        text = f"§ 3 Taxor för badhuset dnr {written}\n\nBeslut\nNämnden antar taxorna.\n"
        [matter] = of(MatterFact, facts(text))
        assert (matter.subject, matter.case_number) == ("Taxor för badhuset", written)


def test_cuts_numbered_points_that_flattening_has_joined() -> None:
    text = (
        "§ 5 Taxor\n\nBeslut Direktionen föreslår kommunfullmäktige i medlemskommunerna att besluta: 1. att anta taxa för tillsyn, "
        "2. att anta taxa för sotning, samt 3. att taxorna gäller från och med den 1 januari 2026.\n\nBeslutsunderlag Skrivelse.\n"
    )
    points = decisions(text, board="Direktionen")
    assert [point.number for point in points] == ["1", "2", "3"]
    assert {point.standing for point in points} == {Standing.PROPOSED}
    assert {point.proposed_by for point in points} == {"Direktionen"}


def test_a_proposal_under_a_heading_for_proposals_is_never_decided() -> None:
    text = (
        "§ 8 Arbetsordning\n\nFörslag till beslut\n\nRegionstyrelsen beslutar\n\nArbetsordningen antas.\n\n"
        "Beslut\n\nArbetsutskottet föreslår att regionstyrelsen beslutar\n\nArbetsordningen antas.\n"
    )
    assert [point.standing for point in decisions(text, board="Regionstyrelsen")] == [
        Standing.PROPOSED,
        Standing.PROPOSED,
    ]


def test_points_after_a_request_are_proposals_too() -> None:
    text = "§ 2 Samråd\n\nBeslut\n1. Nämnden hemställer att kommunfullmäktige samråder.\n2. Samrådet ska hållas i maj.\n"
    assert [point.standing for point in decisions(text, board="Nämnden")] == [Standing.PROPOSED] * 2


def test_a_staff_report_after_the_minutes_only_proposes() -> None:
    text = (
        "§ 2 Taxa\n\nBeslut\nNämnden antar taxan.\n\nTjänsteskrivelse\nHandläggare: Mia Ek\n\nBeslut\nNämnden antar taxan.\n\n"
        "Förslag till beslut\nNämnden antar taxan.\n"
    )
    assert [point.standing for point in decisions(text)] == [
        Standing.DECIDED,
        Standing.PROPOSED,
        Standing.PROPOSED,
    ]


def test_reads_att_clauses_as_points() -> None:
    text = (
        "§ 9 Bokslut\n\nKommunstyrelsen beslutar\n\natt godkänna bokslutet,\n\natt uppdra åt ekonomichefen att ta fram en prognos, samt\n\n"
        "att förklara paragrafen omedelbart justerad.\n"
    )
    assert [point.outcome for point in decisions(text)][:2] == [
        DecisionOutcome.APPROVED,
        DecisionOutcome.ASSIGNED,
    ]


def test_reads_att_clauses_on_wrapped_lines() -> None:
    text = "§ 9 Bokslut\n\nNämndens beslut\n\nNämnden beslutar\natt godkänna bokslutet,\natt lägga rapporten till handlingarna.\n"
    assert [point.text for point in decisions(text)] == [
        "att godkänna bokslutet",
        "att lägga rapporten till handlingarna.",
    ]


def test_names_the_outcome_by_the_deciding_word() -> None:
    outcomes = {
        "Nämnden bordlägger ärendet.": DecisionOutcome.TABLED,
        "Ärendet återremitteras för ytterligare beredning.": DecisionOutcome.REFERRED_BACK,
        "Motionen avslås.": DecisionOutcome.REJECTED,
        "Motionen anses besvarad med hänvisning till svaret.": DecisionOutcome.ANSWERED,
        "Nämnden lägger rapporten till handlingarna.": DecisionOutcome.NOTED,
        "Policyn från 2011 upphör att gälla.": DecisionOutcome.REPEALED,
        "Kommunfullmäktige bifaller motionen.": DecisionOutcome.APPROVED,
        "Kommunfullmäktige fastställer avgiften.": DecisionOutcome.ADOPTED,
    }
    for words, outcome in outcomes.items():
        [point] = decisions(f"§ 1 Ärende om något\n\nBeslut\n{words}\n")
        assert point.outcome is outcome, words


def test_gives_each_bullet_to_whom_the_lead_names() -> None:
    text = (
        "§ 4 Öppna förskolan\n\nBeslut\n\nNämnden för Barn & Unga ger förvaltningen i uppdrag att:\n\n• Söka medel av kommunstyrelsen.\n"
        "• Redovisa hur medlen har använts senast den 30 november 2025.\n"
    )
    found = facts(text, board="Nämnden för Barn & Unga")
    tasks = of(AssignmentFact, found)
    assert [task.addressees for task in tasks] == [("förvaltningen",), ("förvaltningen",)]
    assert tasks[0].giver == "Nämnden för Barn & Unga"
    assert [role.holder for role in of(RoleFact, found) if role.role is Role.ADDRESSEE] == [
        "förvaltningen"
    ] * 2
    [deadline] = of(DeadlineFact, found)
    assert deadline.due.end == date(2025, 11, 30)
    assert deadline.subject == tasks[1].subject


def test_reads_assignments_in_every_wording() -> None:
    wordings = (
        "Kommunstyrelsen ger kommundirektören i uppdrag att utreda frågan.",
        "Kommunstyrelsen uppdrar åt kommundirektören att utreda frågan.",
        "Kommundirektören får i uppdrag att utreda frågan.",
        "kommundirektören ges i uppdrag att utreda frågan.",
        "Kommunstyrelsen beslutar att ge kommundirektören i uppdrag att utreda frågan.",
        "Kommunstyrelsen beslutar att ge i uppdrag till kommundirektören att utreda frågan.",
        "att uppdra till kommundirektören att utreda frågan",
    )
    for words in wordings:
        [task] = of(AssignmentFact, facts(f"§ 1 Utredning\n\nBeslut\n{words}\n"))
        assert task.subject == "utreda frågan", words
        assert [who.lower() for who in task.addressees] == ["kommundirektören"], words
        assert task.giver == "Kommunstyrelsen"


def test_a_referral_back_with_tasks_gives_them_to_the_board_it_goes_to() -> None:
    text = (
        "§ 7 Hamnen\n\nBeslut\n\nEnligt yrkande från S:\nÄrendet återremitteras till exploateringsnämnden med följande uppdrag:\n"
        "• Utreda stödet.\n• Ta fram en kalkyl.\n"
    )
    found = facts(text)
    assert of(DecisionFact, found)[0].outcome is DecisionOutcome.REFERRED_BACK
    assert [(task.subject, task.addressees) for task in of(AssignmentFact, found)] == [
        ("Utreda stödet", ("exploateringsnämnden",)),
        ("Ta fram en kalkyl", ("exploateringsnämnden",)),
    ]


def test_a_later_meeting_of_the_year_is_found_from_month_names() -> None:
    text = "§ 1 Stöd\n\nBeslut\nFörvaltningen ska återrapportera till nämnden i maj och november varje år.\n"
    dues = [deadline.due for deadline in of(DeadlineFact, facts(text, day=date(2024, 12, 18)))]
    assert [(due.start.month, due.yearly) for due in dues if due.start] == [(5, True), (11, True)]
    assert all(due.start and due.start.year == 2025 for due in dues)


def test_reports_without_a_date_keep_their_words() -> None:
    text = (
        "§ 1 Uppdrag\n\nBeslut\nInformation om arbetet ska lämnas vid samtliga av styrelsens sammanträden.\n"
    )
    [deadline] = of(DeadlineFact, facts(text))
    assert deadline.due.words == "vid samtliga av styrelsens sammanträden"
    assert deadline.due.start is None


def test_a_date_of_validity_is_no_deadline() -> None:
    text = "§ 1 Taxa\n\nBeslut\nNämnden antar taxan att gälla från och med den 1 januari 2026.\n"
    assert of(DeadlineFact, facts(text)) == []


def test_reads_motions_with_second_choice_and_support() -> None:
    text = (
        "§ 1 Skola\n\nYrkanden\n\nEva Ek (S) och Per Alm (V) yrkar bifall till förslaget.\nUlf Ask (M) yrkar i första hand återremiss och i andra hand avslag.\n"
        "Ida By (L), med instämmande av Bo Ö (KD), yrkar avslag.\nModeraterna yrkar bifall till tillägget.\n"
    )
    motions = of(MotionFact, facts(text))
    assert [motion.movers for motion in motions] == [
        ("Eva Ek (S)", "Per Alm (V)"),
        ("Ulf Ask (M)",),
        ("Ida By (L)", "Bo Ö (KD)"),
        ("Moderaterna",),
    ]
    assert "i andra hand avslag" in motions[1].text


def test_parts_two_motions_in_one_sentence() -> None:
    text = "§ 1 Skola\n\nYrkanden\n\nEva Ek (S) yrkar bifall och Ulf Ask (M) yrkar avslag.\n"
    assert [(m.movers, m.text) for m in of(MotionFact, facts(text))] == [
        (("Eva Ek (S)",), "Eva Ek (S) yrkar bifall"),
        (("Ulf Ask (M)",), "Ulf Ask (M) yrkar avslag."),
    ]


def test_names_who_submitted_a_motion() -> None:
    text = "§ 1 Motion från Eva Ek (S) om gratis buss\n\nBeslut\nMotionen avslås.\n"
    [motion] = of(MotionFact, facts(text))
    assert (motion.movers, motion.is_motion) == (("Eva Ek (S)",), True)


def test_counts_a_vote_and_what_it_was_about() -> None:
    text = (
        "§ 1 Skola\n\nOmröstning\n\nGodkänd voteringsproposition: ”Ja för bifall till förslaget. Nej för avslag.”\n"
        "Omröstningen utfaller med 43 Ja mot 29 Nej. 9 ledamöter avstår från att rösta. 1 ledamot är frånvarande.\n"
    )
    [vote] = of(VoteFact, facts(text))
    assert (vote.yes, vote.no, vote.abstained, vote.absent) == (43, 29, 9, 1)
    assert vote.proposition == "Ja för bifall till förslaget. Nej för avslag"


def test_reads_a_roll_call() -> None:
    text = (
        "§ 1 Skola\n\nOmröstning\n\nEva Ek (S), tjänstgörande ersättaren Per Alm (V) och ordföranden\nIda By (S) röstar Ja (3).\n"
        "Ulf Ask (M) röstar Nej (1).\n"
    )
    [vote] = of(VoteFact, facts(text))
    assert vote.yes_members == ("Eva Ek (S)", "Per Alm (V)", "Ida By (S)")
    assert (vote.yes, vote.no, vote.no_members) == (3, 1, ("Ulf Ask (M)",))


def test_reads_who_voted_which_way_after_the_verb() -> None:
    text = (
        "§ 1 Skola\n\nOmröstning\n\nVid voteringen avges 3 ja-röster och 2 nej-röster. Ja röstar Eva Ek, Per Alm och\nIda By. "
        "Nej röstar Ulf Ask (M) och Bo Ö (KD).\n"
    )
    [vote] = of(VoteFact, facts(text))
    assert vote.yes_members == ("Eva Ek", "Per Alm", "Ida By")
    assert (vote.yes, vote.no, vote.no_members) == (3, 2, ("Ulf Ask (M)", "Bo Ö (KD)"))


def test_reads_a_voting_table_that_a_page_break_has_cut() -> None:
    text = (
        "§ 1 Skola\n\nOmröstningsresultat\n\nMed 2 ja-röster mot 1 nej-röst beslutar nämnden att avslå förslaget.\n\n"
        "| Ledamot | Ersättare | Ja | Nej | Avstår |\n| Eva Ek (S) |  | X |  |  |\n\nBeslutet skickas till\nRektor\n\n"
        "| Per Alm (V) | Ida By (V) | X |  |  |\n| Ulf Ask (M) |  |  | X |  |\n"
    )
    [vote] = of(VoteFact, facts(text))
    assert vote.yes_members == ("Eva Ek (S)", "Ida By (V)")
    assert vote.no_members == ("Ulf Ask (M)",)


def test_reads_a_voting_list_of_records() -> None:
    text = (
        "§ 1 Skola\n\nAntal Ja: 2\n\nAntal Nej: 1\n\nAntal Avstår: 0\n\nEva Ek\n\nS\n\n1\n\nOrdförande\n\nJa\n\nUlf Ask\n\nM\n\n2\n\nLedamot\n\nNej\n\n"
        "Ida By\n\nV\n\n3\n\nErsättare\n\nJa\n"
    )
    [vote] = of(VoteFact, facts(text))
    assert (vote.yes, vote.no) == (2, 1)
    assert vote.yes_members == ("Eva Ek (S)", "Ida By (V)")


def test_reads_a_reservation_with_its_reason() -> None:
    text = (
        "§ 1 Skola\n\nReservation\n\nEva Ek (S) och Per Alm (V) reserverar sig mot beslutet med följande motivering:\n\n"
        "Skolan behövs. Den är billig. Den är bra. Den är röd.\n\nBeslutet skickas till\nRektor\n"
    )
    [dissent] = of(DissentFact, facts(text))
    assert (dissent.who, dissent.form) == (("Eva Ek (S)", "Per Alm (V)"), DissentForm.RESERVATION)
    assert dissent.reason == "Skolan behövs. Den är billig. Den är bra."
    assert dissent.span.quote(text).startswith("Eva Ek")
    assert dissent.span.quote(text).endswith("Den är bra.")


def test_reads_who_stood_apart_in_every_form() -> None:
    wordings = {
        "Ledamöterna från M, D och KD reserverar sig mot beslutet till förmån för det egna yrkandet.": (
            DissentForm.RESERVATION,
            ("M", "D", "KD"),
        ),
        "Mot beslutet reserverar sig Eva Ek (S).": (DissentForm.RESERVATION, ("Eva Ek (S)",)),
        "Eva Ek (S) avstår från att delta i beslutet.": (DissentForm.NOT_PARTICIPATING, ("Eva Ek (S)",)),
        "Eva Ek (S) deltar ej i beslutet.": (DissentForm.NOT_PARTICIPATING, ("Eva Ek (S)",)),
        "Eva Ek (S) anmäler jäv och deltar inte i handläggningen av ärendet.": (
            DissentForm.RECUSED,
            ("Eva Ek (S)",),
        ),
        "På grund av jäv deltar inte Eva Ek (S) i handläggningen.": (DissentForm.RECUSED, ("Eva Ek (S)",)),
        "Vänsterpartiet och Miljöpartiet reserverar sig mot beslutet.": (
            DissentForm.RESERVATION,
            ("Vänsterpartiet", "Miljöpartiet"),
        ),
    }
    for words, (form, who) in wordings.items():
        [dissent] = of(
            DissentFact, facts(f"§ 1 Skola\n\nBeslut\nNämnden antar planen.\n\nReservation\n\n{words}\n")
        )
        assert (dissent.form, dissent.who) == (form, who), words


def test_nobody_is_disqualified_when_nobody_says_so() -> None:
    text = "§ 1 Fråga om jäv\n\nJäv\n\nIngen anmälan gjordes.\n"
    assert of(DissentFact, facts(text)) == []


def test_keeps_why_somebody_took_no_part() -> None:
    text = "§ 1 Skola\n\nDeltar ej i beslut\n\nEva Ek (C) avstår från att delta i beslutet eftersom hon inte fått handlingarna.\n"
    [dissent] = of(DissentFact, facts(text))
    assert dissent.reason == "eftersom hon inte fått handlingarna"


def test_reads_to_whom_a_decision_is_sent() -> None:
    layouts = (
        "Protokollsutdrag skickas till\nSocialnämnden\nTekniska nämnden\n",
        "Expedieras till\nSocialnämnden, Tekniska nämnden\n",
        "Beslutet skickas till: Socialnämnden, Tekniska nämnden\n",
        "Expediering:\n- Socialnämnden\n- Tekniska nämnden\n",
    )
    for layout in layouts:
        [dispatch] = of(DispatchFact, facts(f"§ 1 Skola\n\nBeslut\nNämnden antar planen.\n\n{layout}"))
        assert dispatch.recipients == ("Socialnämnden", "Tekniska nämnden"), layout


def test_links_to_earlier_handling_and_to_what_it_ends() -> None:
    text = (
        "§ 1 Skola\n\nBeslut\nPolicy för skolan, antagen 2019-03-04 § 7, upphör att gälla.\n\nTidigare behandling\n\n"
        "Bordlagt den 9 oktober 2024, § 794, den 6 november 2024,\n§ 801.\n"
    )
    links = of(LinkFact, facts(text))
    assert [link.relation for link in links] == ["ends", "earlier_handling", "earlier_handling"]
    assert [link.on.start for link in links[1:] if link.on] == [date(2024, 10, 9), date(2024, 11, 6)]
    assert links[1].target == "Bordlagt den 9 oktober 2024, § 794"


@pytest.mark.parametrize(
    ("decision", "target"),
    [
        ("Uppdraget om trygga skolvägar delas i två uppdrag.", "Uppdraget om trygga skolvägar"),
        (
            "Nämnden beslutar att dela upp uppdraget om skolmat i ett uppdrag om kök och ett om mat.",
            "uppdraget om skolmat",
        ),
        ("Uppdraget delas mellan tekniska nämnden och miljönämnden.", "Uppdraget"),
        ("Uppdraget om skolmat delas upp i tre etapper.", ""),
    ],
)
def test_links_an_assignment_that_a_decision_splits(decision: str, target: str) -> None:
    links = [
        fact
        for fact in of(LinkFact, facts(f"§ 1 Skola\n\nBeslut\n{decision}\n"))
        if fact.relation == "splits"
    ]
    assert [link.target for link in links] == [target] * bool(target)


def test_reads_decisions_told_in_running_text() -> None:
    text = (
        "§ 1 Dagordning\n\nDagordningen godkändes.\n\n§ 2 Budget\n\nBudgeten hade sänts ut. Styrelsen beslutade att godkänna budgeten.\n\n"
        "§ 3 Bakgrund\n\nStyrelsen beslutade den 3 mars 2021 att bygga.\n"
    )
    assert [(point.paragraph, point.text) for point in decisions(text, board="Styrelsen")] == [
        ("§ 1", "Dagordningen godkändes."),
        ("§ 2", "Styrelsen beslutade att godkänna budgeten."),
    ]


def test_a_paragraph_referred_to_is_not_a_new_one() -> None:
    text = "§ 14 Skola\n\nBeslut\nNämnden antar planen enligt beslut den 3 maj,\n§ 2, och lägger den gamla till handlingarna.\n\n§ 15 Vård\n\nBeslut\nPlanen antas.\n"
    assert [matter.paragraph for matter in of(MatterFact, facts(text))] == ["§ 14", "§ 15"]


def test_a_list_of_contents_gives_no_matters_of_its_own() -> None:
    text = "§ 1 Skola\n\n§ 2 Vård\n\n§ 1 Skola\n\nBeslut\nNämnden antar planen för skolan i sin helhet och tackar för den.\n\n§ 2 Vård\n\nBeslut\nNämnden avslår förslaget om vård och lägger det till handlingarna.\n"
    found = facts(text)
    assert [matter.paragraph for matter in of(MatterFact, found)] == ["§ 1", "§ 2"]
    assert [point.paragraph for point in of(DecisionFact, found)] == ["§ 1", "§ 2"]


def test_immediate_adjustment_is_no_decision() -> None:
    assert decisions("§ 1 Skola\n\nBeslut\nParagrafen förklaras omedelbart justerad.\n") == []


def test_names_chair_secretary_adjusters_and_those_away() -> None:
    text = (
        "Sammanträdesdatum 2025-03-04\n\nNärvarande\n\nEva Ek (S)\n\nFörhinder: Ulf Ask (M), Bo Ö (KD)\n\n§ 1 Skola\n\nBeslut\nNämnden antar planen.\n\n"
        "Ordförande Ida By (S) frågar om planen kan antas.\n\nVid protokollet\n\nPia Lund\n\nJusterare: Per Alm (V)\n"
    )
    roles = {(role.role, role.holder) for role in of(RoleFact, facts(text))}
    assert (Role.CHAIR, "Ida By (S)") in roles
    assert (Role.SECRETARY, "Pia Lund") in roles
    assert (Role.ADJUSTER, "Per Alm (V)") in roles
    assert (Role.ATTENDEE, "Eva Ek (S)") in roles
    assert {(Role.ABSENT, "Ulf Ask (M)"), (Role.ABSENT, "Bo Ö (KD)")} <= roles


def test_the_next_meeting_is_a_meeting() -> None:
    text = "§ 1 Övrigt\n\nNästa sammanträde äger rum onsdagen den 23 april kl. 14.00 i Ekby.\n"
    [meeting] = of(MeetingFact, facts(text))
    assert meeting.on.start == date(2025, 4, 23)


def test_a_summary_tells_decisions_under_headings() -> None:
    text = (
        "Sammanfattning från regionstyrelsen den 4 mars 2025\n\nNytt badhus\n\nBadhuset är slitet.\n\nRegionstyrelsen har beslutat att bygga ett nytt badhus. "
        "Regiondirektören får i uppdrag att redovisa kostnaden senast den 1 juni 2025.\n\nBibliotek\n\nRegionfullmäktige beslutade den 3 mars 2021 om biblioteken.\n"
    )
    profile = DocumentProfile("Sammanfattning", DocumentKind.MEETING_SUMMARY, board="Regionstyrelsen")
    found = read_meeting_summary(document(text), profile)
    assert [matter.subject for matter in of(MatterFact, found)] == ["Nytt badhus"]
    assert len(of(DecisionFact, found)) == 2
    [task] = of(AssignmentFact, found)
    assert task.addressees == ("Regiondirektören",)
    [deadline] = of(DeadlineFact, found)
    assert deadline.due.end == date(2025, 6, 1)


def test_an_agenda_only_proposes() -> None:
    text = (
        "Kallelse\n\nSammanträdesdatum 2025-04-01\n\n1. Val av justerare\n\n2. Taxa för badhuset Dnr KS 2025-00012\n\nFörslag till beslut\n\n"
        "Kommunstyrelsen beslutar att anta taxan.\n\nBeslut\n\nKommunstyrelsen antar taxan.\n\n3. Övriga frågor\n"
    )
    profile = DocumentProfile("Kallelse", DocumentKind.AGENDA, board="Kommunstyrelsen")
    found = read_agenda(document(text), profile)
    assert [matter.subject for matter in of(MatterFact, found)] == [
        "Val av justerare",
        "Taxa för badhuset",
        "Övriga frågor",
    ]
    assert {point.standing for point in of(DecisionFact, found)} == {Standing.PROPOSED}
    [meeting] = of(MeetingFact, found)
    assert meeting.on.start == date(2025, 4, 1)


def test_reads_paragraphs_numbered_with_an_abbreviation_after_a_list_of_contents() -> None:
    text = (
        "Innehåll\n\nKS 115 Dagordning 5\n\nKS 116 Budget 7\n\nKS 115 Dagordning\n\nKommunstyrelsen godkänner dagordningen.\n\n"
        "KS 116 Budget\n\nBeslut\nKommunstyrelsen antar budgeten.\n"
    )
    found = facts(text)
    assert [matter.paragraph for matter in of(MatterFact, found)] == ["KS 115", "KS 116"]
    assert [point.outcome for point in of(DecisionFact, found)] == [
        DecisionOutcome.APPROVED,
        DecisionOutcome.ADOPTED,
    ]


def test_reads_minutes_flattened_into_one_paragraph() -> None:
    text = (
        "§ 31 BN 2024/112 Skolplan 2025 Bildningsnämndens beslut 1. Skolplanen antas. 2. Skolchefen får i uppdrag att ta fram en handlingsplan "
        "senast den 1 november 2025. Reservation Bo Ek (SD) reserverar sig mot beslutet. Beskrivning av ärendet Förvaltningen har tagit fram en plan. "
        "Yrkanden Bo Ek (SD) yrkar avslag. Beslutet skickas till Skolchefen"
    )
    found = facts(text, board="Bildningsnämnden")
    assert [matter.subject for matter in of(MatterFact, found)] == ["Skolplan 2025"]
    assert [point.text for point in of(DecisionFact, found)] == [
        "Skolplanen antas.",
        "Skolchefen får i uppdrag att ta fram en handlingsplan senast den 1 november 2025.",
    ]
    assert [dissent.who for dissent in of(DissentFact, found)] == [("Bo Ek (SD)",)]
    assert [motion.movers for motion in of(MotionFact, found)] == [("Bo Ek (SD)",)]
    assert of(DispatchFact, found)[0].recipients == ("Skolchefen",)


def test_debate_after_a_decision_without_headings_is_no_decision() -> None:
    text = (
        "§ 88 Motion om vård\n\nBeslut\nRegionfullmäktige anser motionen besvarad.\n\nI ärendet yttrar sig Eva Ek (S).\n\n"
        "Ulf Ask (M) yrkar bifall till motionen.\n\nVotering begärs.\n\nOmröstningen utfaller med 52 JA-röster och 16 NEJ-röster. "
        "Tre ledamöter avstår från att rösta.\n\nVänsterpartiets ledamöter reserverar sig mot beslutet.\n"
    )
    found = facts(text, board="Regionfullmäktige")
    assert len(of(DecisionFact, found)) == 1
    assert [motion.movers for motion in of(MotionFact, found)] == [("Ulf Ask (M)",)]
    [vote] = of(VoteFact, found)
    assert (vote.yes, vote.no, vote.abstained) == (52, 16, 3)
    [dissent] = of(DissentFact, found)
    assert dissent.who == ("Vänsterpartiet",)


def test_reads_members_listed_by_how_they_vote() -> None:
    text = (
        "§ 1 Skola\n\nVotering\n\nDen som vill bifalla förslaget röstar ja.\nDen som vill avslå det röstar nej.\n\n"
        "Med 2 ja-röster mot 1 nej-röst och 1 som avstår beslutar nämnden enligt förslaget.\n\n"
        "Ja röstar: Eva Ek (S) och Per Alm (V).\nNej röstar: Ulf Ask (M).\nAvstår: Ida By (-).\n"
    )
    [vote] = of(VoteFact, facts(text))
    assert (vote.yes, vote.no, vote.abstained) == (2, 1, 1)
    assert vote.yes_members == ("Eva Ek (S)", "Per Alm (V)")
    assert vote.no_members == ("Ulf Ask (M)",)
    assert vote.abstaining_members == ("Ida By (-)",)
    assert vote.proposition.startswith("Den som vill bifalla förslaget röstar ja.")


def test_counts_on_lines_of_their_own_make_one_vote() -> None:
    text = "§ 1 Skola\n\nOmröstningsresultat\n\nJa: 9\n\nNej: 6\n\nNämnden har därmed beslutat att avgöra ärendet idag.\n"
    [vote] = of(VoteFact, facts(text))
    assert (vote.yes, vote.no) == (9, 6)
    assert vote.result.endswith("avgöra ärendet idag")


def test_a_number_without_a_stop_marks_a_point_when_the_next_follows() -> None:
    text = "§ 1 Avgifter\n\nBeslut\nFullmäktige beslutar\n1 fastställa avgifterna\n2 uppdra åt vård- och omsorgsnämnden att utvärdera dem senast den 31 mars 2027\n"
    found = facts(text)
    assert [point.number for point in of(DecisionFact, found)] == ["1", "2"]
    assert of(AssignmentFact, found)[0].addressees == ("vård- och omsorgsnämnden",)


def test_lettered_parts_complete_the_point_above() -> None:
    text = "§ 1 Hemtjänst\n\nBeslut\n\n1. Rapporten godkänns.\n\n2. Förvaltningen ges i uppdrag att återkomma i december 2025 med\n\na) siffror, och\n\nb) förslag.\n"
    assert [point.number for point in decisions(text)] == ["1", "2"]
    assert decisions(text)[1].text.endswith("b) förslag.")


def test_lettered_points_under_a_number_stand_on_their_own() -> None:
    text = "§ 1 Bro\n\nBeslut\n\n1. Bron byggs enligt punkt a–b:\n\na. Den ska vara röd.\n\nb. Den ska bära bussar.\n\n2. Taxan antas.\n"
    assert [point.number for point in decisions(text)] == ["1", "1a", "1b", "2"]


def test_two_reports_in_one_sentence_have_their_own_days() -> None:
    text = "§ 1 Köer\n\nBeslut\nDelrapport ska lämnas i december 2025 och slutrapport senast den 30 september 2026.\n"
    deadlines = of(DeadlineFact, facts(text))
    assert [(deadline.label, deadline.due.end) for deadline in deadlines] == [
        ("Delrapport", date(2025, 12, 31)),
        ("slutrapport", date(2026, 9, 30)),
    ]


def test_notes_name_who_is_responsible() -> None:
    text = (
        "Mötesanteckningar\nDatum: 2025-03-20\nDeltagare: Eva Ek (ordförande), Bo Lind\n\n1. Läget\n\nBeslut: Styrgruppen beslutar att flytta milstolpen.\n"
        "Ansvarig: Bo Lind\n\n2. Nästa möte\n\n24 april 2025 kl. 13.00\n"
    )
    found = facts(text, board="Styrgruppen", day=None)
    assert [point.text for point in of(DecisionFact, found)] == [
        "Styrgruppen beslutar att flytta milstolpen."
    ]
    roles = {(role.role, role.holder) for role in of(RoleFact, found)}
    assert {(Role.RESPONSIBLE, "Bo Lind"), (Role.CHAIR, "Eva Ek")} <= roles
    assert [meeting.on.start for meeting in of(MeetingFact, found)] == [date(2025, 3, 20), date(2025, 4, 24)]


def test_an_agenda_with_a_list_of_contents_names_each_matter_once() -> None:
    text = (
        "Kallelse\n\n1. Val av justerare\n\n2. Taxa för badhuset\n\n3. Svar på motion\n\n2. Taxa för badhuset\n\nFörslag till beslut\n\nTaxan antas.\n\n"
        "3. Svar på motion\n\nFörslag till beslut\n\nMotionen avslås.\n"
    )
    profile = DocumentProfile("Kallelse", DocumentKind.AGENDA, board="Tekniska nämnden")
    found = read_agenda(document(text), profile)
    assert [matter.paragraph for matter in of(MatterFact, found)] == ["1", "2", "3"]
    assert [(point.subject, point.text) for point in of(DecisionFact, found)] == [
        ("Taxa för badhuset", "Taxan antas."),
        ("Svar på motion", "Motionen avslås."),
    ]


def test_an_agenda_whose_matters_come_under_headings_of_their_own_keeps_them_apart() -> None:
    text = (
        "Kallelse\n\n1 Val av justerare\n\n2 Taxa för badhuset\n\n3 Svar på motion\n\nÄrende 2. Taxa för badhuset\n\n"
        "Förslag till beslut\n\nTaxan antas.\n\nÄrende 3. Svar på motion\n\nFörslag till beslut\n\nMotionen avslås.\n"
    )
    profile = DocumentProfile("Kallelse", DocumentKind.AGENDA, board="Tekniska nämnden")
    found = read_agenda(document(text), profile)
    assert [matter.subject for matter in of(MatterFact, found)] == [
        "Val av justerare",
        "Taxa för badhuset",
        "Svar på motion",
    ]
    assert [(point.subject, point.text) for point in of(DecisionFact, found)] == [
        ("Taxa för badhuset", "Taxan antas."),
        ("Svar på motion", "Motionen avslås."),
    ]


def test_the_quote_of_each_decision_holds_its_words() -> None:
    text = "§ 1 Skola\n\nBeslut\n1. Nämnden antar\nplanen, samt\n2. lägger den gamla\ntill handlingarna.\n"
    for point in decisions(text):
        assert " ".join(point.span.quote(text).split()) == point.text


def test_a_board_may_propose_and_decide_under_one_paragraph() -> None:
    text = (
        "§ 145 Plan\n\nArbetsutskottets förslag till kommunstyrelsen\n1. Planen antas.\n\nArbetsutskottets beslut för egen del\n"
        "Arbetsutskottet beslutar att kalla exploatören till nästa sammanträde.\n"
    )
    points = decisions(text, board="Kommunstyrelsens arbetsutskott")
    assert [(point.standing, point.proposed_by) for point in points] == [
        (Standing.PROPOSED, "Arbetsutskottet"),
        (Standing.DECIDED, ""),
    ]


def test_reads_motions_with_the_verb_first_and_names_with_others() -> None:
    text = (
        "§ 1 Plan\n\nYrkanden\n\n1) Ordföranden Pia Alm m.fl. (M) och Rolf Ek (L) yrkar bifall.\n"
        "Under ärendets behandling yrkar Kent Ros (C) avslag.\n"
    )
    motions = of(MotionFact, facts(text))
    assert [motion.movers for motion in motions] == [("Pia Alm (M)", "Rolf Ek (L)"), ("Kent Ros (C)",)]
    assert motions[0].text.startswith("Ordföranden Pia Alm")


def test_reads_an_extension_of_an_assignment() -> None:
    text = "§ 1 Cykelplan\n\nBeslut\nUppdraget om cykelplan förlängs till den 31 december 2026.\n"
    found = facts(text)
    [link] = of(LinkFact, found)
    assert (link.relation, link.target) == ("extends", "Uppdraget om cykelplan")
    assert of(DeadlineFact, found)[0].due.end == date(2026, 12, 31)


def test_a_statement_keeps_what_was_said() -> None:
    text = "§ 1 Plan\n\nSärskilt uttalande\n\nLina Ör (MP) anför:\n\nVi är oroliga. Fler behöver stöd.\n"
    [dissent] = of(DissentFact, facts(text))
    assert (dissent.who, dissent.form, dissent.reason) == (
        ("Lina Ör (MP)",),
        DissentForm.STATEMENT,
        "Vi är oroliga. Fler behöver stöd.",
    )


def test_an_extract_without_a_header_takes_its_board_from_what_it_decides() -> None:
    text = "§ 1 Budget\n\nBeslut\n1. Kommunfullmäktige fastställer budgeten.\n2. Kommunstyrelsen bemyndigas att uppta lån.\n"
    found = facts(text, board="", day=None)
    assert {point.board for point in of(DecisionFact, found)} == {"Kommunfullmäktige"}
    assert of(MatterFact, found)[0].board == "Kommunfullmäktige"


def test_a_chair_in_columns_run_together_is_read_after_a_title_only() -> None:
    head = "PROTOKOLL 2026-03-04\n\nBolag: Fyrbolaget AB\n\n"
    told = (
        head
        + "Närvarande:     Ledamöter                       VD Anna Ek, ordförande                Bo Alm Cia Dal, t.o.m. p 16\n"
    )
    torn = (
        head
        + "Närvarande:     Ledamöter                       Bo Alm Cia Dal Anna Ek, ordförande                Dan Fors, t.o.m. p 16\n"
    )
    assert [f.holder for f in facts(told) if isinstance(f, RoleFact) and f.role is Role.CHAIR] == ["Anna Ek"]
    assert [f.holder for f in facts(torn) if isinstance(f, RoleFact) and f.role is Role.CHAIR] == []


def test_who_is_away_is_neither_who_sits_in_their_place_nor_who_leaves_later() -> None:
    text = (
        "Hamnnämnden\n\nFrånvarande: Ulf Ask (M), ersätts av Tyra Dimberg (M)\n\n"
        "Förhinder: Olle Ås, Karin Broms Muth. Kristofer Udd lämnar mötet klockan 11.\n\n§ 1 Kajen\n\nBeslut\nKajen byggs.\n"
    )
    away = [each.holder for each in of(RoleFact, facts(text)) if each.role is Role.ABSENT]
    assert away == ["Ulf Ask (M)", "Olle Ås", "Karin Broms Muth"]
