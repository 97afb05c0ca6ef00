"""Claims about the whole way from question to cited answer, or to none."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from knowledge.documents import DocumentKind
from knowledge.entries import DocumentEntry
from knowledge.facts import (
    AssignmentFact,
    DeadlineFact,
    DecisionFact,
    DecisionPointFact,
    GoalFact,
    IndicatorFact,
    IndicatorValue,
    MotionFact,
    Role,
    RoleFact,
    Standing,
    UnfilledFact,
    ValueRole,
)
from knowledge.swedish_words import SwedishWords
from retrieval.answer import Answer, Intent, NoteKind, Outcome
from retrieval.answering import (
    EMPTY,
    GREETING,
    NEAREST,
    NO_STATUS,
    NOT_FOUND,
    OLD_AFTER_DAYS,
    TOO_LONG,
    WORDS_ALONE,
    Answering,
    Tell,
)
from retrieval.passage_answer import FoundPassage
from retrieval.question import LONGEST_QUESTION, Question
from retrieval.wording import LONGEST_ANSWER
from tests.retrieval_fakes import (
    SOMEWHERE,
    FakeFacts,
    FakeSources,
    a_day,
    a_fact_document,
    a_passage,
)

TODAY = date(2026, 11, 23)
RENTAL = "Minska hyrberoendet"
DIRECTIVE = a_fact_document("Uppdragsdirektiv: Minska hyrberoendet")


def ask(sources: FakeSources, text: str, organisation: str = "", *earlier: str) -> Answer:
    return Answering(sources).answer(Question(text, TODAY, organisation, earlier=earlier))


def led_by(
    facts: FakeFacts,
    holder: str,
    subject: str = RENTAL,
    document: DocumentEntry = DIRECTIVE,
    assignment: int | None = None,
) -> None:
    fact = RoleFact(span=SOMEWHERE, subject=subject, role=Role.LEADER, holder=holder)
    facts.hold(fact, f"Uppdragsledare: {holder}", document, assignment_id=assignment)


@pytest.fixture
def sources(words: SwedishWords) -> FakeSources:
    found = FakeSources(words)
    led_by(found.facts, "Mia Ek")
    return found


def test_a_fact_of_the_register_answers_word_for_word_from_its_source(sources: FakeSources) -> None:
    answer = ask(sources, "Vem leder Minska hyrberoendet?")
    assert answer.outcome is Outcome.ANSWERED
    assert answer.intent is Intent.OWNER
    assert "Mia Ek" in answer.text
    (citation,) = answer.citations
    assert (
        sources.facts.text_of(1)[citation.start : citation.end] == citation.quote == "Uppdragsledare: Mia Ek"
    )


@pytest.mark.parametrize(
    "text", ["hej", "Hej!", "Tack.", "God morgon", "hjälp", "Vad kan du?", "Hur funkar du?"]
)
def test_a_greeting_is_greeted(sources: FakeSources, text: str) -> None:
    answer = ask(sources, text)
    assert (answer.outcome, answer.text, answer.intent) == (Outcome.OUT_OF_SCOPE, GREETING, Intent.GREETING)


@pytest.mark.parametrize("text", ["", "   ", "???", " – \n"])
def test_nothing_asked_is_told_how_to_ask(sources: FakeSources, text: str) -> None:
    assert ask(sources, text) == Answer(Outcome.OUT_OF_SCOPE, EMPTY)


def test_far_too_much_is_told_to_be_shorter(sources: FakeSources) -> None:
    assert ask(sources, "a" * (LONGEST_QUESTION + 1)) == Answer(Outcome.OUT_OF_SCOPE, TOO_LONG)
    assert ask(sources, "a" * LONGEST_QUESTION).text != TOO_LONG


def test_what_no_source_holds_is_not_answered_and_the_nearest_documents_are_named(
    sources: FakeSources,
) -> None:
    sources.passages = [
        a_passage(f"Taxan för parkering vid hus {number} höjs.", title=f"Taxa {number}", number=number)
        for number in range(2, 8)
    ]
    answer = ask(sources, "Vem beviljade parkering för ambulanshelikoptern?")
    assert answer.outcome is Outcome.NOT_FOUND
    assert answer.text.startswith(NOT_FOUND)
    assert len(answer.nearest) == NEAREST
    assert all(title in answer.text for title in answer.nearest)
    assert answer.citations == ()


def test_when_nothing_is_near_nothing_is_named(sources: FakeSources) -> None:
    answer = ask(sources, "Vem äger ambulanshelikoptern?")
    assert (answer.text, answer.nearest) == (NOT_FOUND, ())


def test_an_english_question_is_refused_in_both_languages(sources: FakeSources) -> None:
    answer = ask(sources, "Who owns the helicopter of the region?")
    assert answer.language == "en"
    assert NOT_FOUND in answer.text
    assert "The documents I have read do not say." in answer.text


def test_a_passage_answers_where_the_register_knows_nothing(sources: FakeSources) -> None:
    text = "Nämnden äter lunch. Simhallen har 250 platser för besökare. Mötet avslutas."
    sources.passages = [a_passage(text, title="Lokaler", number=2)]
    answer = ask(sources, "Hur många platser har simhallen för besökare?")
    assert answer.outcome is Outcome.ANSWERED
    (citation,) = answer.citations
    assert citation.quote == "Simhallen har 250 platser för besökare."
    assert text[citation.start : citation.end] == citation.quote
    assert answer.text == citation.quote


def test_a_passage_that_holds_half_of_the_question_does_not_answer(sources: FakeSources) -> None:
    sources.passages = [a_passage("Simhallen har 250 platser för besökare.", title="Lokaler", number=2)]
    answer = ask(sources, "Hur många platser har parkeringshuset i Vestlund för besökare?")
    assert answer.outcome is Outcome.NOT_FOUND


def test_a_proposal_in_a_passage_is_not_told_as_decided(sources: FakeSources) -> None:
    text = "Simhallen i Storsunda byggs om under året."
    sources.passages = [a_passage(text, section="§ 142 Simhallen › Förslag till beslut", number=2)]
    decided = ask(sources, "Vad beslutades om simhallen i Storsunda?")
    assert decided.outcome is Outcome.NOT_FOUND
    assert "Det som finns är ett förslag" in decided.text
    proposed = ask(sources, "Vad föreslås om simhallen i Storsunda?")
    assert [note.kind for note in proposed.notes] == [NoteKind.PROPOSED]


def test_what_was_decided_about_nothing_in_particular_is_not_answered(sources: FakeSources) -> None:
    sources.passages = [a_passage("Styrelsen beslutade att höja taxan för parkering.", number=2)]
    assert ask(sources, "Vad beslutades?").outcome is Outcome.NOT_FOUND


def test_an_empty_section_is_not_answered_from_elsewhere_in_its_document(words: SwedishWords) -> None:
    sources = FakeSources(words)
    fact = UnfilledFact(span=SOMEWHERE, subject=RENTAL, label="Avgränsningar")
    sources.facts.hold(fact, "xxxx", DIRECTIVE)
    sources.passages = [
        a_passage("Avgränsningar för Minska hyrberoendet prövas.", title=DIRECTIVE.title, number=1)
    ]
    answer = ask(sources, "Vilka avgränsningar har Minska hyrberoendet?")
    assert answer.outcome is Outcome.NOT_FILLED_IN


def missing_value(sources: FakeSources) -> None:
    values = (IndicatorValue("5,0 %", "2026", ValueRole.TARGET),)
    fact = IndicatorFact(span=SOMEWHERE, subject="Sjukfrånvaro bland medarbetare", values=values)
    sources.facts.hold(fact, "Sjukfrånvaro 5,0 %", DIRECTIVE)


def test_a_value_that_is_missing_is_not_made_up_from_a_passage_of_its_document(sources: FakeSources) -> None:
    missing_value(sources)
    words = "Utfallet för sjukfrånvaro bland medarbetare blev 9,9 %."
    sources.passages = [a_passage(words, title=DIRECTIVE.title, number=DIRECTIVE.id)]
    answer = ask(sources, "Vad blev utfallet för sjukfrånvaro bland medarbetare?")
    assert answer.outcome is Outcome.NOT_FOUND
    assert answer.text.startswith("Det värdet anges inte")


def test_a_value_that_one_document_lacks_may_be_told_by_another(sources: FakeSources) -> None:
    missing_value(sources)
    words = "Utfallet för sjukfrånvaro bland medarbetare blev 9,9 %."
    sources.passages = [a_passage(words, title="Årsredovisning", document="ar.md", number=2)]
    answer = ask(sources, "Vad blev utfallet för sjukfrånvaro bland medarbetare?")
    assert answer.outcome is Outcome.ANSWERED
    assert answer.text == words


def test_why_is_not_answered_by_a_fact_that_gives_no_reason(sources: FakeSources) -> None:
    decision = DecisionFact(
        span=SOMEWHERE, subject="Motion om utebad", text="Motionen avslås.", standing=Standing.DECIDED
    )
    sources.facts.hold(decision, "Motionen avslås.", DIRECTIVE)
    assert ask(sources, "Varför avslogs motionen om utebad?").outcome is Outcome.NOT_FOUND


def test_what_asks_for_a_reason_is_no_part_of_what_is_asked_about(sources: FakeSources) -> None:
    words = "Utebadets köer ökade. Det är en följd av att badet i Ekby är stängt på grund av fukt."
    sources.passages = [a_passage(words, title="Bad", document="bad.md", number=2)]
    for question in ("Vad är anledningen till utebadets köer?", "Vad berodde utebadets köer på?"):
        assert "fukt" in ask(sources, question).text


def test_words_that_give_a_plain_reason_go_before_others(sources: FakeSources) -> None:
    vague = a_passage("Utebadet stängs och det innebär köer.", title="Bad", document="a.md", number=2)
    plain = a_passage("Utebadet stängs eftersom det har fukt i alla väggar.", document="b.md", number=3)
    sources.passages = [vague, plain]
    assert "fukt" in ask(sources, "Varför stängs utebadet?").text


def test_how_it_goes_is_answered_by_staff_alone(sources: FakeSources) -> None:
    sources.passages = [a_passage("Läget för Minska hyrberoendet är att arbetet pågår.", number=2)]
    answer = ask(sources, "Vad är läget för Minska hyrberoendet?")
    assert (answer.outcome, answer.text, answer.intent) == (Outcome.NOT_FOUND, NO_STATUS, Intent.STATUS)


def notes_of(sources: FakeSources, organisation: str = "") -> list[NoteKind]:
    return [note.kind for note in ask(sources, "Vem leder Minska hyrberoendet?", organisation).notes]


def from_document(words: SwedishWords, document: DocumentEntry) -> FakeSources:
    sources = FakeSources(words)
    led_by(sources.facts, "Mia Ek", document=document)
    return sources


def test_a_draft_is_said_to_be_one_and_why(words: SwedishWords) -> None:
    sources = from_document(words, a_fact_document("Direktiv", is_draft=True))
    answer = ask(sources, "Vem leder Minska hyrberoendet?")
    assert [note.text for note in answer.notes] == ["Direktiv är ett utkast (underskrift saknas)."]


def test_a_source_adopted_from_a_draft_names_the_draft(words: SwedishWords) -> None:
    sources = from_document(words, replace(a_fact_document("Direktiv"), replaces="utkast.docx"))
    answer = ask(sources, "Vem leder Minska hyrberoendet?")
    assert [(note.kind, note.text) for note in answer.notes] == [
        (NoteKind.SUPERSEDED, "Direktiv ersätter utkastet utkast.docx.")
    ]


def test_a_source_that_was_replaced_or_is_anothers_is_said_to_be(words: SwedishWords) -> None:
    assert notes_of(from_document(words, a_fact_document(is_superseded=True))) == [NoteKind.SUPERSEDED]
    fjall = from_document(words, a_fact_document(organisation="Region Fjäll"))
    assert notes_of(fjall, "Region Sjöland") == [NoteKind.OTHER_ORGANISATION]
    assert notes_of(fjall, "Region Fjäll") == []
    assert notes_of(fjall) == []


@pytest.mark.parametrize(
    ("age", "expected"), [(0, []), (OLD_AFTER_DAYS, []), (OLD_AFTER_DAYS + 1, [NoteKind.OLD])]
)
def test_a_source_older_than_a_year_is_said_to_be(
    words: SwedishWords, age: int, expected: list[NoteKind]
) -> None:
    on = (TODAY - timedelta(days=age)).isoformat()
    assert notes_of(from_document(words, a_fact_document(on=on))) == expected


def test_each_of_several_sources_has_its_note(words: SwedishWords) -> None:
    sources = FakeSources(words)
    draft, old = a_fact_document("Utkast", is_draft=True), a_fact_document("Gammal", 2, on="2020-01-01")
    for document in (draft, old):
        sources.passages.append(
            replace(
                a_passage(f"Simhallen har 250 platser enligt {document.title}.", number=document.id),
            )
        )
    point = DecisionPointFact(span=SOMEWHERE, subject=RENTAL, code="BP2", ends=a_day("2027-01-15"))
    sources.facts.hold(point, "BP2 2027-01-15", draft, header="Kod\tDatum")
    answer = ask(sources, "När är nästa beslutspunkt för Minska hyrberoendet?")
    assert len(answer.citations) == 2
    assert [note.kind for note in answer.notes] == [NoteKind.DRAFT]


def test_searching_by_words_alone_is_said_where_passages_were_needed(sources: FakeSources) -> None:
    sources.by_words_alone = True
    sources.passages = [a_passage("Simhallen har 250 platser för besökare.", title="Lokaler", number=2)]
    from_passage = ask(sources, "Hur många platser har simhallen för besökare?")
    assert [note.text for note in from_passage.notes] == [WORDS_ALONE]
    refused = ask(sources, "Vem ritade simhallens fasad i Vestlund?")
    assert refused.abstained
    assert [note.text for note in refused.notes] == [WORDS_ALONE]
    assert ask(sources, "Vem leder Minska hyrberoendet?").notes == ()


@pytest.fixture
def two_archives(words: SwedishWords) -> FakeSources:
    sources = FakeSources(words)
    led_by(sources.facts, "Mia Ek", "Digitalt arkiv", a_fact_document("Direktiv A", 1), 7)
    led_by(sources.facts, "Ali Ros", "Nytt arkiv", a_fact_document("Direktiv B", 2), 8)
    return sources


def test_two_assignments_that_fit_as_well_are_offered_as_choices(two_archives: FakeSources) -> None:
    answer = ask(two_archives, "Vem leder uppdraget om arkivet?")
    assert answer.outcome is Outcome.AMBIGUOUS
    assert answer.text.startswith("Vilket uppdrag menar du?")
    assert {choice.label for choice in answer.choices} == {"Digitalt arkiv", "Nytt arkiv"}
    assert "Mia Ek" not in answer.text


def test_each_choice_asks_the_same_of_the_one_that_was_meant(two_archives: FakeSources) -> None:
    choices = ask(two_archives, "Vem leder uppdraget om arkivet?").choices
    said = {choice.label: ask(two_archives, choice.question).text for choice in choices}
    assert said["Digitalt arkiv"].startswith("Uppdragsledare: Mia Ek.")
    assert said["Nytt arkiv"].startswith("Uppdragsledare: Ali Ros.")


def test_choices_of_one_name_are_told_apart_by_their_organisation(words: SwedishWords) -> None:
    sources = FakeSources(words)
    led_by(sources.facts, "Mia Ek", "Digitalt arkiv", a_fact_document("Direktiv", 1), 7)
    fjall = a_fact_document("Direktiv", 2, organisation="Region Fjäll")
    led_by(sources.facts, "Ali Ros", "Digitalt arkiv", fjall, 8)
    choices = ask(sources, "Vem leder uppdraget om arkivet?").choices
    assert len({choice.label for choice in choices}) == 2
    (theirs,) = [choice for choice in choices if "Region Fjäll" in choice.label]
    assert ask(sources, theirs.question).text.startswith("Uppdragsledare: Ali Ros.")


def test_the_one_that_fits_better_is_not_asked_about(two_archives: FakeSources) -> None:
    answer = ask(two_archives, "Vem leder Digitalt arkiv?")
    assert answer.outcome is Outcome.ANSWERED
    assert answer.assignment_id == 7


def test_the_same_answer_for_both_needs_no_choice(words: SwedishWords) -> None:
    sources = FakeSources(words)
    for number, assignment in ((1, 7), (2, 8)):
        led_by(
            sources.facts,
            "Mia Ek",
            "Digitalt arkiv",
            a_fact_document(f"Direktiv {number}", number),
            assignment,
        )
    assert ask(sources, "Vem leder Digitalt arkiv?").outcome is Outcome.ANSWERED


def test_two_questions_in_one_are_both_answered(sources: FakeSources) -> None:
    point = DecisionPointFact(span=SOMEWHERE, subject=RENTAL, code="BP2", ends=a_day("2027-01-15"))
    sources.facts.hold(point, "BP2 2027-01-15", DIRECTIVE)
    answer = ask(sources, "Vem leder Minska hyrberoendet och när är nästa beslutspunkt?")
    assert "Mia Ek" in answer.text
    assert "15 januari 2027" in answer.text
    assert len(answer.text) <= LONGEST_ANSWER
    assert {citation.quote for citation in answer.citations} == {"Uppdragsledare: Mia Ek", "BP2 2027-01-15"}


def test_the_half_that_is_not_known_is_said_to_be_missing(sources: FakeSources) -> None:
    answer = ask(sources, "Vem leder Minska hyrberoendet och vad kostar det?")
    assert "Mia Ek" in answer.text
    assert [note.kind for note in answer.notes] == [NoteKind.INCOMPLETE]


def test_a_follow_up_is_about_what_the_thread_is_about(sources: FakeSources) -> None:
    answer = ask(sources, "Och vem leder det?", "", "När är nästa beslutspunkt för Minska hyrberoendet?")
    assert "Mia Ek" in answer.text
    assert ask(sources, "Och vem leder det?").outcome is Outcome.NOT_FOUND


LONG_BEFORE = "Vem leder uppdraget att minska hyrberoendet i hälso- och sjukvården i Region Sjöland?"


@pytest.mark.parametrize(
    "question", ["Vem leder arkivet?", "Vem leder det digitala arkivet?", "och vem leder digitalt arkiv?"]
)
def test_a_question_that_names_something_else_is_not_about_what_was_asked_before(
    sources: FakeSources, question: str
) -> None:
    archive = a_fact_document("Uppdragsdirektiv: Digitalt arkiv", 2)
    led_by(sources.facts, "Bo Ek", "Digitalt arkiv", archive)
    assert "Bo Ek" in ask(sources, question).text
    assert "Bo Ek" in ask(sources, question, "", LONG_BEFORE).text


def test_what_is_asked_in_the_same_breath_is_about_the_same(sources: FakeSources) -> None:
    archive = a_fact_document("Uppdragsdirektiv: Digitalt arkiv", 2)
    sources.facts.hold(
        RoleFact(span=SOMEWHERE, subject="Digitalt arkiv", role=Role.OWNER, holder="Arkivchefen"),
        "Uppdragsägare: Arkivchefen",
        archive,
    )
    answer = ask(sources, "Vem leder Minska hyrberoendet, och vem äger uppdraget?")
    assert "Mia Ek" in answer.text
    assert "Arkivchefen" not in answer.text


def test_what_no_source_says_is_not_answered_by_what_was_asked_before(sources: FakeSources) -> None:
    assert ask(sources, "Vem leder rymdhissen?", "", LONG_BEFORE).outcome is Outcome.NOT_FOUND


def test_what_two_documents_answer_is_meant_of_the_one_that_is_talked_about(words: SwedishWords) -> None:
    sources = FakeSources(words)
    for number, (title, risk) in enumerate((("Digitalt arkiv", "dyrt"), ("Ny simhall", "fukt")), start=1):
        text = f"Riskerna är att det blir {risk}."
        sources.passages.append(a_passage(text, title=title, document=f"{number}.txt", number=number))
    assert "fukt" in ask(sources, "Vilka är riskerna?", "", "Vem leder Ny simhall?").text
    assert "dyrt" in ask(sources, "Vilka är riskerna?", "", "Vem leder Digitalt arkiv?").text


def test_all_goals_go_before_a_passage_that_only_speaks_of_them(words: SwedishWords) -> None:
    sources = FakeSources(words)
    plan = a_fact_document(
        "Regionstyrelsens nämndplan 2027", 1, kind=DocumentKind.BOARD_PLAN, on="2026-11-17"
    )
    for text in ("En frisk befolkning", "En hållbar ekonomi"):
        sources.facts.hold(GoalFact(span=SOMEWHERE, subject=text, section=f"Mål › {text}"), text, plan)
    passage = "Styrelsen beslutar:\n1. Nämndplanen 2027 fastställs.\n2. Målen i nämndplanen följs upp."
    sources.passages = [a_passage(passage, title="Protokoll", document="protokoll.txt", number=2)]
    answer = ask(sources, "Vilka mål har nämndplanen 2027?")
    assert answer.text == "2 stycken:\n• En frisk befolkning\n• En hållbar ekonomi"


def test_a_question_that_names_no_assignment_asks_which(two_archives: FakeSources) -> None:
    for question in ("Vem leder det?", "Vem leder?", "Vem är uppdragsledare?", "Vem leder uppdraget?"):
        answer = ask(two_archives, question)
        assert answer.outcome is Outcome.AMBIGUOUS, question
        assert len(answer.choices) == 2


def test_a_question_of_a_next_point_that_names_no_assignment_asks_which(words: SwedishWords) -> None:
    sources = FakeSources(words)
    for number, subject in ((1, "Digitalt arkiv"), (2, "Ny simhall")):
        point = DecisionPointFact(
            span=SOMEWHERE, subject=subject, code="BP2", ends=a_day(f"2027-01-{number:02}")
        )
        document = a_fact_document(f"Direktiv {subject}", number)
        sources.facts.hold(point, f"BP2 {subject}", document, assignment_id=number)
        row = f"Nästa beslutspunkt är BP2 för {subject} den {number} januari 2027."
        sources.passages.append(a_passage(row, number=number))
    for question in ("När är nästa beslutspunkt?", "När är BP2?"):
        answer = ask(sources, question)
        assert answer.outcome is Outcome.AMBIGUOUS, question
        said = {choice.label: ask(sources, choice.question).text for choice in answer.choices}
        assert "1 januari 2027" in said["Digitalt arkiv"]
        assert "2 januari 2027" in said["Ny simhall"]


@pytest.mark.parametrize(
    "text", ["Hur gick det?", "Vad är det?", "Vad blev målet?", "När då?", "Vad beslutades?"]
)
def test_a_question_about_nothing_is_not_answered_by_something(sources: FakeSources, text: str) -> None:
    missing_value(sources)
    sources.passages = [a_passage("Det blev den 3 maj 2027 som det var tänkt.", number=2)]
    assert ask(sources, text).outcome is Outcome.NOT_FOUND


def test_a_model_may_word_an_answer_but_not_an_abstention(sources: FakeSources) -> None:
    asked: list[str] = []

    def loudly(
        question: Question, answer: Answer, found: Sequence[FoundPassage], tell: Tell | None
    ) -> Answer:
        asked.append(question.text)
        return replace(answer, text=answer.text.upper())

    answering = Answering(sources, loudly)
    assert "MIA EK" in answering.answer(Question("Vem leder Minska hyrberoendet?", TODAY)).text
    assert answering.answer(Question("Vem äger ambulanshelikoptern?", TODAY)).text == NOT_FOUND
    assert asked == ["Vem leder Minska hyrberoendet?"]


def test_what_a_board_was_only_proposed_is_not_told_as_decided(words: SwedishWords) -> None:
    sources = FakeSources(words)
    agenda = a_fact_document("Föredragningslista", kind=DocumentKind.AGENDA, board="Regionstyrelsen")
    proposal = DecisionFact(
        span=SOMEWHERE,
        subject="Ny simhall",
        text="Simhallen byggs.",
        standing=Standing.PROPOSED,
        board="Regionfullmäktige",
        proposed_by="Regionstyrelsen",
    )
    sources.facts.hold(proposal, "Simhallen byggs.", agenda)
    answer = ask(sources, "Vad beslutade regionfullmäktige om simhallen?")
    assert answer.abstained
    assert "förslag" in answer.text


def test_an_answer_about_an_assignment_says_which(words: SwedishWords) -> None:
    sources = FakeSources(words)
    fact = AssignmentFact(span=SOMEWHERE, subject="Se över taxorna", addressees=("Kulturnämnden",))
    sources.facts.hold(fact, "Kulturnämnden: Se över taxorna", DIRECTIVE, assignment_id=9)
    answer = ask(sources, "Vilken nämnd riktas uppdraget att se över taxorna till?")
    assert (answer.assignment_id, answer.subject) == (9, "Se över taxorna")


def test_a_newer_document_that_moves_a_time_goes_before_the_old_time(words: SwedishWords) -> None:
    sources = FakeSources(words)
    old = a_fact_document("Protokoll mars", number=1, kind=DocumentKind.MINUTES, on="2026-03-02")
    due = DeadlineFact(span=SOMEWHERE, subject="tomma lokaler", label="redovisas", due=a_day("2026-09-08"))
    sources.facts.hold(due, "Tomma lokaler redovisas den 8 september 2026.", old)
    newer = a_fact_document("Rapport maj", number=2, kind=DocumentKind.FOLLOW_UP, on="2026-05-20")
    text = "Redovisningen av tomma lokaler flyttas till den 6 oktober 2026."
    passage = a_passage(text, title="Rapport maj", number=2)
    sources.passages = [replace(passage, source=replace(passage.source, document=newer))]
    assert "6 oktober" in ask(sources, "När ska tomma lokaler redovisas?").text
    moved_before = replace(newer, profile=replace(newer.profile, date=date(2026, 1, 20)))
    sources.passages = [replace(passage, source=replace(passage.source, document=moved_before))]
    assert "8 september" in ask(sources, "När ska tomma lokaler redovisas?").text


def test_of_two_documents_that_say_one_thing_otherwise_the_newer_is_told(words: SwedishWords) -> None:
    sources = FakeSources(words)
    minutes = (("KS januari", "2026-01-20", "120"), ("KF mars", "2026-03-31", "108"))
    for number, (title, on, children) in enumerate(minutes, start=1):
        passage = a_passage(f"Förskolan byggs för {children} barn.", title=title, number=number)
        held = a_fact_document(title, number=number, kind=DocumentKind.MINUTES, on=on)
        sources.passages.append(replace(passage, source=replace(passage.source, document=held)))
    assert "108" in ask(sources, "Hur många barn byggs förskolan för?").text


def test_a_directive_is_about_what_its_opening_says(words: SwedishWords) -> None:
    sources = FakeSources(words)
    directive = a_fact_document("Projektdirektiv Trygg dörr", number=3)
    opening = (
        "Projektdirektiv Trygg dörr\nDigitala lås i hemtjänsten\n\n1. Bakgrund\nVi byter tvättmaskiner.\n"
    )
    sources.facts.texts[directive.version_id] = opening
    fact = RoleFact(span=SOMEWHERE, subject="Trygg dörr", role=Role.LEADER, holder="Bo Alm")
    sources.facts.hold(fact, "Projektledare: Bo Alm", directive)
    assert "Bo Alm" in ask(sources, "Vem leder projektet om digitala lås i hemtjänsten?").text
    assert ask(sources, "Vem leder projektet om tvättmaskiner?").abstained


def test_what_was_decided_is_found_by_who_handed_in_the_motion(words: SwedishWords) -> None:
    sources = FakeSources(words)
    minutes = a_fact_document("Protokoll", number=4, kind=DocumentKind.MINUTES)
    decided = DecisionFact(
        span=SOMEWHERE,
        subject="Svar på motion",
        paragraph="§ 12",
        text="Motionen anses besvarad.",
        standing=Standing.DECIDED,
        board="Kommunfullmäktige",
    )
    handed_in = MotionFact(
        span=SOMEWHERE,
        subject="Svar på motion",
        paragraph="§ 12",
        movers=("Mia Rosén (L)",),
        text="Ett seniorkort på badhuset ska införas.",
        is_motion=True,
    )
    sources.facts.hold(decided, "Motionen anses besvarad.", minutes)
    sources.facts.hold(handed_in, "Mia Rosén (L) har i en motion föreslagit ett seniorkort.", minutes)
    assert "besvarad" in ask(sources, "Vad blev beslutet om Roséns motion om seniorkort?").text


@pytest.mark.parametrize(
    "text",
    [
        "Ansvarig för ny belysning i parken är ingenjör Mia Ek i stället för gatuchefen.",
        "Ny projektledare för belysningen i parken från och med den 1 mars är Mia Ek, som ansvarar för allt.",
    ],
)
def test_a_newer_document_that_puts_another_person_in_charge_goes_before_the_older(
    words: SwedishWords, text: str
) -> None:
    sources = FakeSources(words)
    old = a_fact_document("Handlingsplan", number=1, kind=DocumentKind.BOARD_PLAN, on="2025-12-02")
    charge = RoleFact(
        span=SOMEWHERE, subject="Ny belysning i parken", role=Role.RESPONSIBLE, holder="Gatuchef Bo Alm"
    )
    sources.facts.hold(charge, "Ny belysning i parken: Gatuchef Bo Alm", old)
    newer = a_fact_document("Protokoll", number=2, kind=DocumentKind.MINUTES, on="2026-03-10")
    passage = a_passage(text, title="Protokoll", number=2)
    sources.passages = [replace(passage, source=replace(passage.source, document=newer))]
    assert "Mia Ek" in ask(sources, "Vem ansvarar för belysningen i parken?").text


def test_which_holder_of_a_title_is_meant_is_not_the_very_thing(sources: FakeSources) -> None:
    sources.passages = [
        a_passage("Mia Ek tillträder som badchef för simhallen den 1 maj.", title="Lokaler", number=2)
    ]
    assert "Mia Ek" in ask(sources, "Vem blir ny badchef för simhallen?").text


def test_whoever_held_a_title_before_is_no_answer_to_who_succeeded_them(sources: FakeSources) -> None:
    sources.passages = [
        a_passage("Bo Alm har frågat badchef Mia Ek om simhallen.", title="Lokaler", number=2)
    ]
    assert ask(sources, "Vem blev ny badchef för simhallen efter Mia Ek?").outcome is Outcome.NOT_FOUND


@pytest.mark.parametrize(
    ("text", "is_answered"),
    [
        ("Ekbygårdens frånvaro genom sjukdom kostade 4 miljoner kronor.", True),
        ("Frånvaron genom sjukdom kostade 4 miljoner kronor. Nya platser har öppnats på Ekbygården.", False),
    ],
)
def test_a_figure_is_of_the_house_that_its_own_sentence_names(
    sources: FakeSources, text: str, is_answered: bool
) -> None:
    sources.passages = [a_passage(text, title="Delårsrapport", number=2)]
    answer = ask(sources, "Vad kostade sjukfrånvaron på Ekbygården?")
    assert (answer.outcome is Outcome.ANSWERED) is is_answered


def test_a_number_of_something_else_is_no_answer_to_how_many(sources: FakeSources) -> None:
    sources.passages = [
        a_passage("Tolkarna i Sjöland delar på 14 lokaler i huset vid torget.", title="Tolkar", number=2)
    ]
    assert ask(sources, "Hur många tolkar finns i Sjöland?").outcome is Outcome.NOT_FOUND
    sources.passages = [a_passage("I Sjöland finns 14 tolkar.", title="Tolkar", number=2)]
    assert ask(sources, "Hur många tolkar finns i Sjöland?").outcome is Outcome.ANSWERED


@pytest.mark.parametrize(
    ("text", "is_answered"),
    [
        ("Sjukfrånvaron i Ekby var 4,1 procent.", True),
        ("Ekby har följt sjukfrånvaron. Den var 4,1 procent.", True),
        ("I Ekby var 31 procent timanställda. Sjukfrånvaron har dröjt sig kvar.", False),
    ],
)
def test_a_figure_is_of_what_its_own_sentence_measures(
    sources: FakeSources, text: str, is_answered: bool
) -> None:
    sources.passages = [a_passage(text, title="Delårsrapport", number=2)]
    answer = ask(sources, "Hur hög var sjukfrånvaron i Ekby?")
    assert (answer.outcome is Outcome.ANSWERED) is is_answered


@pytest.mark.parametrize(
    ("text", "is_answered"),
    [
        ("Simhallen ska rustas upp eftersom taket läcker.", True),
        ("Lådorna bärs av chefen eftersom hissen är trasig.", False),
        ("Risk | Sannolikhet | Konsekvens | Åtgärd", False),
    ],
)
def test_a_reason_must_be_of_the_subject_and_not_only_in_its_document(
    sources: FakeSources, text: str, is_answered: bool
) -> None:
    sources.passages = [a_passage(text, title="Rusta upp simhallen", number=2)]
    answer = ask(sources, "Varför ska simhallen rustas upp?")
    assert (answer.outcome is Outcome.ANSWERED) is is_answered


def test_what_has_been_is_not_told_as_what_comes_next(sources: FakeSources) -> None:
    past, coming = "Provbadet med tjugo gäster: 3 maj 2026.", "Provbadet med hundra gäster: 3 maj 2027."
    sources.passages = [a_passage(f"- {past}\n- {coming}", title="Simhallen", number=2)]
    answer = ask(sources, "När är nästa provbad i simhallen?")
    assert answer.citations[0].quote.removeprefix("- ") == coming


@pytest.mark.parametrize(
    ("text", "board", "answers"),
    [
        ("Regionstyrelsens förslag bifalls. Ordförande Mia Ek frågar om det kan avgöras i dag.", "Regionfullmäktige", False),
        ("Regionstyrelsens ordförande Mia Ek talar för förslaget.", "Regionfullmäktige", True),
        ("Regionstyrelsen möts. Ordförande Mia Ek öppnar mötet.", "Regionstyrelsen", True),
    ],
)  # fmt: skip
def test_whoever_chairs_the_meeting_does_not_chair_the_board_it_speaks_of(
    sources: FakeSources, text: str, board: str, *, answers: bool
) -> None:
    sources.passages = [a_passage(text, title="Protokoll", board=board, number=2)]
    answer = ask(sources, "Vem är ordförande i regionstyrelsen?")
    assert (answer.outcome is Outcome.ANSWERED) is answers
