"""Claims about when the next decision point, milestone or deadline falls."""

from dataclasses import replace
from datetime import date

import pytest

from knowledge.documents import DocumentKind
from knowledge.facts import ActivityFact, DeadlineFact, DecisionFact, DecisionPointFact, Standing
from knowledge.swedish_words import SwedishWords
from knowledge.when import Precision, When
from retrieval.answer import NoteKind, Outcome
from retrieval.candidate import Candidate
from retrieval.choosing import REGISTER_FITS
from retrieval.lookups.deadlines import deadlines
from retrieval.lookups.decision_points import decision_points
from tests.retrieval_fakes import SOMEWHERE, FakeFacts, a_day, a_fact_document, an_inquiry

ARCHIVE = "Digitalt arkiv"
DOCUMENT = a_fact_document("Uppdragsdirektiv: Digitalt arkiv")
TODAY = date(2026, 11, 23)


def a_point(code: str, label: str, on: str | When, *, milestone: bool = False) -> DecisionPointFact:
    ends = a_day(on) if isinstance(on, str) else on
    return DecisionPointFact(
        span=SOMEWHERE, subject=ARCHIVE, code=code, label=label, ends=ends, is_milestone=milestone
    )


@pytest.fixture
def facts() -> FakeFacts:
    held = FakeFacts()
    for code, label, on in (
        ("BP1", "Beslut om planering", "2026-03-10"),
        ("BP2", "Beslut om genomförande", "2026-12-15"),
        ("BP3", "Beslut om avslut", "2027-06-01"),
    ):
        held.hold(a_point(code, label, on), f"{code}\t{label}\t{on}", DOCUMENT)
    held.hold(
        a_point("MS1", "Pilottest", "2026-12-01", milestone=True), "MS1\tPilottest\t2026-12-01", DOCUMENT
    )
    return held


def found_for(words: SwedishWords, question: str, facts: FakeFacts, today: date = TODAY) -> Candidate | None:
    return next(iter(decision_points(an_inquiry(words, question, facts, today))), None)


NEXT = "När är nästa beslutspunkt för Digitalt arkiv?"


def test_the_next_decision_point_is_the_first_that_lies_ahead(words: SwedishWords, facts: FakeFacts) -> None:
    found = found_for(words, NEXT, facts)
    assert found is not None
    assert found.text.startswith("Nästa beslutspunkt är BP2 (Beslut om genomförande): 15 december 2026.")
    assert [source.quote for source in found.sources] == ["BP2\tBeslut om genomförande\t2026-12-15"]
    assert found.score >= REGISTER_FITS


@pytest.mark.parametrize(
    ("today", "code"),
    [("2026-03-09", "BP1"), ("2026-03-10", "BP1"), ("2026-03-11", "BP2"), ("2026-12-15", "BP2"), ("2026-12-16", "BP3")],
)  # fmt: skip
def test_a_point_that_falls_today_is_still_next(
    words: SwedishWords, facts: FakeFacts, today: str, code: str
) -> None:
    found = found_for(words, NEXT, facts, date.fromisoformat(today))
    assert found is not None
    assert found.text.startswith(f"Nästa beslutspunkt är {code} ")


def test_a_milestone_before_it_is_mentioned(words: SwedishWords, facts: FakeFacts) -> None:
    found = found_for(words, NEXT, facts)
    assert found is not None
    assert "Före den ligger MS1 (Pilottest): 1 december 2026." in found.text
    later = found_for(words, NEXT, facts, date(2026, 12, 2))
    assert later is not None
    assert "MS1" not in later.text


def test_the_next_milestone_is_no_decision_point(words: SwedishWords, facts: FakeFacts) -> None:
    found = found_for(words, "När är nästa milstolpe för Digitalt arkiv?", facts)
    assert found is not None
    assert found.text == "Nästa milstolpe är MS1 (Pilottest): 1 december 2026."
    with_points_only = FakeFacts([each for each in facts.entries if getattr(each.fact, "code", "") != "MS1"])
    left = found_for(words, "När är nästa milstolpe för Digitalt arkiv?", with_points_only)
    assert left is None or "Nästa milstolpe" not in left.text


def test_the_points_that_have_passed_are_told_apart(words: SwedishWords, facts: FakeFacts) -> None:
    found = found_for(words, "Vilka beslutspunkter har passerat för Digitalt arkiv?", facts)
    assert found is not None
    assert "BP1" in found.text
    assert not any(code in found.text for code in ("BP2", "BP3", "MS1"))


def test_what_comes_after_a_point_that_was_passed(words: SwedishWords, facts: FakeFacts) -> None:
    found = found_for(
        words, "BP2 är passerad, vad är nästa beslutspunkt för Digitalt arkiv?", facts, date(2026, 12, 10)
    )
    assert found is not None
    assert found.text.startswith("Nästa beslutspunkt är BP3 ")


def test_a_named_point_is_told_whether_it_has_passed_or_not(words: SwedishWords, facts: FakeFacts) -> None:
    past = found_for(words, "När är BP1 för Digitalt arkiv?", facts)
    ahead = found_for(words, "när är bp 3 för digitalt arkiv", facts)
    assert past is not None
    assert past.text == "BP1 (Beslut om planering): 10 mars 2026."
    assert ahead is not None
    assert ahead.text == "BP3 (Beslut om avslut): 1 juni 2027."


def test_a_named_point_that_is_not_there_is_not_answered_with_another(
    words: SwedishWords, facts: FakeFacts
) -> None:
    assert found_for(words, "När är BP5 för Digitalt arkiv?", facts) is None


def test_all_points_are_listed_with_their_number_when_all_are_asked_for(
    words: SwedishWords, facts: FakeFacts
) -> None:
    found = found_for(words, "Vilka beslutspunkter har Digitalt arkiv?", facts)
    assert found is not None
    assert found.is_list
    assert all(code in found.text for code in ("BP1", "BP2", "BP3"))
    assert found.text.startswith(f"{found.text.count('•')} ")
    assert len(found.sources) == found.text.count("•")
    assert found.table[0] == ("Punkt", "Tid")
    assert [f"• {name}: {time}" for name, time in found.table[1:]] == found.text.splitlines()[1:]


def test_when_nothing_is_left_that_is_the_answer(words: SwedishWords, facts: FakeFacts) -> None:
    found = found_for(words, NEXT, facts, date(2027, 8, 1))
    assert found is not None
    assert found.outcome is Outcome.ANSWERED
    assert found.text.startswith("Inget återstår i tidplanen den 2027-08-01.")
    assert "BP3 (Beslut om avslut): 1 juni 2027" in found.text
    assert found.sources


def test_places_that_disagree_are_both_shown_with_a_note(words: SwedishWords, facts: FakeFacts) -> None:
    facts.hold(a_point("BP2", "Beslut om genomförande", "2027-01-20"), "BP2 den 20 januari 2027", DOCUMENT)
    found = found_for(words, NEXT, facts)
    assert found is not None
    assert "15 december 2026 respektive 20 januari 2027" in found.text
    assert [note.kind for note in found.notes] == [NoteKind.CONFLICT]
    assert {source.quote for source in found.sources} == {
        "BP2\tBeslut om genomförande\t2026-12-15",
        "BP2 den 20 januari 2027",
    }


def test_a_coarser_date_that_fits_the_exact_one_is_no_conflict(words: SwedishWords, facts: FakeFacts) -> None:
    quarter = When(date(2026, 10, 1), date(2026, 12, 31), Precision.QUARTER, "Q4 2026")
    facts.hold(a_point("BP2", "Beslut om genomförande", quarter), "BP2 under Q4 2026", DOCUMENT)
    found = found_for(words, "När är BP2 för Digitalt arkiv?", facts)
    assert found is not None
    assert found.notes == ()
    assert found.text == "BP2 (Beslut om genomförande): 15 december 2026."


def test_a_month_or_quarter_is_never_made_into_a_day(words: SwedishWords) -> None:
    facts = FakeFacts()
    quarter = When(date(2027, 4, 1), date(2027, 6, 30), Precision.QUARTER, "Q2 2027")
    facts.hold(a_point("BP2", "", quarter), "BP2\tQ2 2027", DOCUMENT)
    found = found_for(words, NEXT, facts)
    assert found is not None
    assert found.text == "Nästa beslutspunkt är BP2: kvartal 2 2027."


def test_a_row_is_found_by_its_label(words: SwedishWords, facts: FakeFacts) -> None:
    found = found_for(words, "När är pilottest i Digitalt arkiv?", facts)
    assert found is not None
    assert found.text == "MS1 (Pilottest): 1 december 2026."
    assert found_for(words, "När är upphandlingen i Digitalt arkiv?", facts) is None


def test_another_assignments_points_are_no_answer(words: SwedishWords, facts: FakeFacts) -> None:
    assert found_for(words, "När är nästa beslutspunkt för simhallens ombyggnad?", facts) is None


def test_the_points_of_another_assignment_in_the_same_document_stay_out(
    words: SwedishWords, facts: FakeFacts
) -> None:
    other = DecisionPointFact(span=SOMEWHERE, subject="Ny simhall", code="BP1", ends=a_day("2026-11-30"))
    facts.hold(other, "BP1\t2026-11-30", DOCUMENT)
    found = found_for(words, NEXT, facts)
    assert found is not None
    assert found.text.startswith("Nästa beslutspunkt är BP2 ")


def a_deadline(label: str, on: str, words: str = "") -> DeadlineFact:
    day = a_day(on)
    due = When(day.start, day.end, Precision.DAY, words or on)
    return DeadlineFact(span=SOMEWHERE, subject=ARCHIVE, label=label, due=due, recipient="Regionstyrelsen")


def test_a_report_is_due_on_its_day(words: SwedishWords) -> None:
    facts = FakeFacts()
    facts.hold(a_deadline("slutrapport", "2027-05-31"), "Slutrapport lämnas senast 2027-05-31", DOCUMENT)
    facts.hold(a_deadline("delredovisning", "2026-12-31"), "Delredovisning 2026-12-31", DOCUMENT)
    found = deadlines(an_inquiry(words, "När ska slutrapporten för Digitalt arkiv lämnas?", facts))
    assert [each.text.startswith("Slutrapport: 31 maj 2027.") for each in found] == [True]
    assert "Slutrapport lämnas senast 2027-05-31" in found[0].text
    assert found[0].score >= REGISTER_FITS


def test_what_is_due_is_told_only_to_a_question_of_when(words: SwedishWords) -> None:
    facts = FakeFacts()
    facts.hold(a_deadline("slutrapport", "2027-05-31"), "Slutrapport senast 2027-05-31", DOCUMENT)
    assert deadlines(an_inquiry(words, "Vem skriver slutrapporten för Digitalt arkiv?", facts)) == []


def test_an_activity_has_its_time_and_another_one_is_no_answer(words: SwedishWords) -> None:
    facts = FakeFacts()
    activity = ActivityFact(
        span=SOMEWHERE,
        subject=ARCHIVE,
        label="Utbildning av chefer",
        starts=a_day("2027-02-01"),
        ends=a_day("2027-03-15"),
    )
    facts.hold(activity, "Utbildning av chefer\tfeb–mars", DOCUMENT)
    found = deadlines(an_inquiry(words, "När sker utbildning av chefer i Digitalt arkiv?", facts))
    assert [each.text for each in found] == ["Utbildning av chefer: 1 februari 2027 – 15 mars 2027."]
    assert deadlines(an_inquiry(words, "När sker flytten av lokaler i Digitalt arkiv?", facts)) == []


def test_a_point_that_the_assignment_lacks_is_not_taken_from_one_that_fits_less(
    words: SwedishWords, facts: FakeFacts
) -> None:
    later = DecisionPointFact(
        span=SOMEWHERE, subject="Digitalt arkiv för skolor", code="BP5", ends=a_day("2028-05-01")
    )
    facts.hold(
        later,
        "BP5\t2028-05-01",
        a_fact_document("Uppdragsdirektiv 2028", 2, on="2028-01-01"),
        assignment_id=8,
    )
    for question in ("När är BP5 för Digitalt arkiv 2026?", "När är BP5 för uppdraget Digitalt arkiv 2026?"):
        found = found_for(words, question, facts)
        assert found is None or found.score < REGISTER_FITS, question


def test_each_assignment_that_fits_as_well_is_told_of(words: SwedishWords, facts: FakeFacts) -> None:
    other = DecisionPointFact(span=SOMEWHERE, subject="Nytt arkiv", code="BP2", ends=a_day("2027-02-01"))
    facts.hold(other, "BP2\t2027-02-01", a_fact_document("Uppdragsdirektiv: Nytt arkiv", 2), assignment_id=8)
    found = decision_points(an_inquiry(words, "När är nästa beslutspunkt för arkivet?", facts))
    assert {each.subject for each in found} == {"Digitalt arkiv", "Nytt arkiv"}


def test_all_that_remains_is_told_when_all_are_asked_for(words: SwedishWords, facts: FakeFacts) -> None:
    found = found_for(words, "Vilka beslutspunkter återstår för Digitalt arkiv?", facts)
    assert found is not None
    assert "BP2" in found.text
    assert "BP3" in found.text
    assert "BP1" not in found.text


def a_move(
    text: str, standing: Standing, on: date, title: str = "Protokoll Regionstyrelsen 2026-10-01"
) -> FakeFacts:
    """A register with one decision point, and minutes that speak of moving it."""
    held = FakeFacts()
    held.hold(a_point("BP2", "Beslut om genomförande", "2026-12-15"), "BP2\t2026-12-15", DOCUMENT)
    profile = replace(DOCUMENT.profile, title=title, kind=DocumentKind.MINUTES, date=on)
    minutes = replace(DOCUMENT, id=7, name="protokoll.txt", profile=profile)
    decision = DecisionFact(
        span=SOMEWHERE,
        subject="Tidplan för Digitalt arkiv",
        text=text,
        standing=standing,
        board="Regionstyrelsen",
    )
    held.hold(decision, text, minutes)
    return held


MOVE = "Beslutspunkt BP2 för Digitalt arkiv flyttas från den 15 december 2026 till den 20 februari 2027."


def test_a_point_that_a_later_decision_moved_has_its_new_time(words: SwedishWords) -> None:
    found = found_for(words, NEXT, a_move(MOVE, Standing.DECIDED, date(2026, 10, 1)))
    assert found is not None
    assert found.text == (
        "Nästa beslutspunkt är BP2 (Beslut om genomförande): 20 februari 2027 (tidigare 15 december 2026)."
    )
    assert [source.quote for source in found.sources] == [MOVE, "BP2\t2026-12-15"]
    assert [note.kind for note in found.notes] == [NoteKind.SUPERSEDED]


def test_a_moved_point_is_still_ahead_when_its_old_day_has_passed(words: SwedishWords) -> None:
    found = found_for(words, NEXT, a_move(MOVE, Standing.DECIDED, date(2026, 10, 1)), date(2027, 1, 10))
    assert found is not None
    assert "20 februari 2027" in found.text


def test_a_move_that_is_only_proposed_moves_nothing_and_is_told(words: SwedishWords) -> None:
    found = found_for(words, NEXT, a_move(MOVE, Standing.PROPOSED, date(2026, 10, 1)))
    assert found is not None
    assert found.text == "Nästa beslutspunkt är BP2 (Beslut om genomförande): 15 december 2026."
    assert [note.kind for note in found.notes] == [NoteKind.PROPOSED]
    assert "20 februari 2027" in found.notes[0].text


@pytest.mark.parametrize(
    ("text", "on"),
    [
        (MOVE, date(2025, 1, 1)),  # before the directive
        ("Beslutspunkt BP1 för Digitalt arkiv flyttas till den 20 februari 2027.", date(2026, 10, 1)),
        ("Beslutspunkt BP2 för Digitalt arkiv godkänns den 20 februari 2027.", date(2026, 10, 1)),
    ],
)
def test_other_decisions_move_nothing(words: SwedishWords, text: str, on: date) -> None:
    found = found_for(words, NEXT, a_move(text, Standing.DECIDED, on))
    assert found is not None
    assert found.text == "Nästa beslutspunkt är BP2 (Beslut om genomförande): 15 december 2026."


def test_another_assignments_move_moves_nothing(words: SwedishWords) -> None:
    held = a_move("Beslutspunkt BP2 flyttas till den 20 februari 2027.", Standing.DECIDED, date(2026, 10, 1))
    moved = held.entries[-1]
    held.entries[-1] = replace(moved, fact=replace(moved.fact, subject="Simhallens ombyggnad"))
    found = found_for(words, NEXT, held)
    assert found is not None
    assert "15 december 2026" in found.text


def test_a_move_in_the_same_case_moves_the_point_whatever_the_matter_is_called(words: SwedishWords) -> None:
    directive = replace(DOCUMENT, profile=replace(DOCUMENT.profile, case_number="Dnr KS 2026/412"))
    held = FakeFacts()
    held.hold(a_point("BP2", "Beslut om genomförande", "2026-12-15"), "BP2\t2026-12-15", directive)
    text = "Beslutspunkt 2 flyttas till den 20 februari 2027."
    moved = a_move(text, Standing.DECIDED, date(2026, 10, 1)).entries[-1]
    in_case = replace(moved.fact, subject="Ändrad ordning", case_number="KS 2026/00412")
    held.entries.append(replace(moved, fact=in_case))
    found = found_for(words, NEXT, held)
    assert found is not None
    assert "20 februari 2027 (tidigare 15 december 2026)" in found.text


def test_of_several_deadlines_the_next_one_is_the_first_that_lies_ahead(words: SwedishWords) -> None:
    held = FakeFacts()
    for on in ("2026-01-31", "2027-01-31", "2028-01-31"):
        due = DeadlineFact(span=SOMEWHERE, subject=ARCHIVE, label="redovisas", due=a_day(on))
        held.hold(due, f"Redovisas {on}.", DOCUMENT)
    (first, *_) = deadlines(an_inquiry(words, "När ska Digitalt arkiv redovisas härnäst?", held, TODAY))
    assert first.text.startswith("Redovisas: 31 januari 2027.")


@pytest.mark.parametrize(
    "question",
    [
        "När ska utredningen om Digitalt arkiv vara färdig?",
        "Sista redovisningsdag för Digitalt arkiv?",
        "Hur länge har utredaren av Digitalt arkiv på sig?",
        "Vilket slutdatum har Digitalt arkiv?",
    ],
)
def test_the_day_of_the_report_ends_an_assignment_whatever_it_is_called(
    words: SwedishWords, question: str
) -> None:
    held = FakeFacts()
    due = DeadlineFact(span=SOMEWHERE, subject=ARCHIVE, label="redovisas", due=a_day("2027-01-31"))
    held.hold(due, "Uppdraget ska redovisas senast den 31 januari 2027.", DOCUMENT)
    (found,) = deadlines(an_inquiry(words, question, held, TODAY))
    assert found.text.startswith("Redovisas: 31 januari 2027.")
    assert found.score >= REGISTER_FITS


def test_an_activity_of_somebody_else_is_no_answer_about_a_person(words: SwedishWords) -> None:
    held = FakeFacts()
    activity = ActivityFact(
        span=SOMEWHERE,
        subject=ARCHIVE,
        label="Föreslå modell för gallring",
        ends=a_day("2027-01-31"),
        responsible="Mia Ek",
    )
    held.hold(activity, "Föreslå modell för gallring | 2027-01-31 | Mia Ek", DOCUMENT)
    of_hers = "När ska Mia Ek vara klar med modellen för gallring i Digitalt arkiv?"
    assert deadlines(an_inquiry(words, of_hers, held, TODAY))
    assert deadlines(an_inquiry(words, of_hers.replace("Mia Ek", "Bo Alm"), held, TODAY)) == []


def test_an_activity_that_has_only_begun_has_no_end(words: SwedishWords) -> None:
    held = FakeFacts()
    activity = ActivityFact(
        span=SOMEWHERE, subject=ARCHIVE, label="Föreslå gallring", starts=a_day("2026-08-17")
    )
    held.hold(activity, "Föreslå gallring | 2026-08-17 |", DOCUMENT)
    asked = "När ska förslaget om gallring i Digitalt arkiv vara klart?"
    (found,) = deadlines(an_inquiry(words, asked, held, TODAY))
    assert found.outcome is Outcome.NOT_FILLED_IN
    assert found.text == "Slutdatumet är inte ifyllt: Föreslå gallring (start 17 augusti 2026)."


def test_the_next_of_several_yearly_reports_is_found_by_what_reports(words: SwedishWords) -> None:
    held = FakeFacts()
    for year in (2026, 2027, 2028):
        due = DeadlineFact(
            span=SOMEWHERE,
            subject=f"Arkivverket ska redovisa {ARCHIVE} årligen",
            label="lämna",
            due=a_day(f"{year}-01-31"),
        )
        held.hold(due, f"Arkivverket ska årligen lämna en redovisning av {ARCHIVE}, {year}.", DOCUMENT)
    (first, *_) = deadlines(
        an_inquiry(words, "När ska Arkivverket härnäst rapportera om Digitalt arkiv?", held, TODAY)
    )
    assert "31 januari 2027" in first.text


def test_which_deadline_is_next_asks_for_a_time(words: SwedishWords) -> None:
    held = FakeFacts()
    for on in ("2026-01-31", "2027-01-31"):
        held.hold(
            DeadlineFact(span=SOMEWHERE, subject=ARCHIVE, label="redovisas", due=a_day(on)),
            f"Redovisas {on}.",
            DOCUMENT,
        )
    (first, *_) = deadlines(an_inquiry(words, "Vilken är nästa deadline för Digitalt arkiv?", held, TODAY))
    assert first.text.startswith("Redovisas: 31 januari 2027.")


@pytest.mark.parametrize(
    ("question", "is_meant"),
    [
        ("När ska Digitalt arkiv upp i regionstyrelsen igen?", True),
        ("Senast när ska Digitalt arkiv vara tillbaka hos regionstyrelsen?", True),
        ("När beställdes Digitalt arkiv?", False),
    ],
)
def test_a_report_is_meant_by_its_coming_back_to_the_board(
    words: SwedishWords, question: str, is_meant: bool
) -> None:
    facts = FakeFacts()
    facts.hold(a_deadline("redovisas", "2027-05-31"), "Redovisas 2027-05-31", DOCUMENT)
    assert bool(deadlines(an_inquiry(words, question, facts))) is is_meant


def test_a_report_is_no_meeting(words: SwedishWords) -> None:
    facts = FakeFacts()
    facts.hold(a_deadline("redovisas", "2027-05-31"), "Redovisas 2027-05-31", DOCUMENT)
    assert deadlines(an_inquiry(words, "När är nästa sammanträde om Digitalt arkiv?", facts)) == []


def test_when_a_point_is_tells_not_what_was_chosen_at_it(words: SwedishWords, facts: FakeFacts) -> None:
    assert found_for(words, "Vilken leverantörslösning valdes vid BP2 för Digitalt arkiv?", facts) is None
    assert found_for(words, "När är BP2 för Digitalt arkiv?", facts) is not None


def test_points_that_have_passed_are_those_whose_day_has_been(words: SwedishWords, facts: FakeFacts) -> None:
    found = found_for(words, "Vilka beslutspunkter är redan passerade för Digitalt arkiv?", facts)
    assert found is not None
    assert found.text == "BP1 (Beslut om planering): 10 mars 2026."


def test_a_schedule_tells_not_when_a_point_was_passed(words: SwedishWords, facts: FakeFacts) -> None:
    assert found_for(words, "När passerades BP1 för Digitalt arkiv?", facts) is None
    assert found_for(words, "När är BP1 för Digitalt arkiv?", facts) is not None


def test_what_must_be_done_before_a_point_is_told_by_no_points_time(
    words: SwedishWords, facts: FakeFacts
) -> None:
    assert found_for(words, "Vad måste vara klart innan BP2 för Digitalt arkiv?", facts) is None


def test_when_a_report_is_handed_in_is_not_told_by_when_it_is_approved(words: SwedishWords) -> None:
    held = FakeFacts()
    held.hold(
        a_point("BP4", "Godkännande av slutrapport", "2026-12-03"), "BP4 Godkännande av slutrapport", DOCUMENT
    )
    assert found_for(words, "När ska slutrapporten om digitalt arkiv lämnas?", held) is None
    assert found_for(words, "När ska slutrapporten om digitalt arkiv godkännas?", held) is not None
