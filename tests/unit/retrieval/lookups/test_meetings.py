"""Claims about when a board meets, relative to today, and of what is no answer to that."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import pytest

from knowledge.blocks import Span
from knowledge.documents import DocumentKind, DocumentProfile
from knowledge.entries import AssignmentEntry, DocumentEntry, FactEntry, SourceQuote, StatusUpdate
from knowledge.facts import MeetingFact
from knowledge.swedish_words import SwedishWords
from knowledge.when import Precision, When
from retrieval.answer import NoteKind, Outcome
from retrieval.candidate import Candidate
from retrieval.inquiry import Inquiry
from retrieval.lookups.meetings import meetings
from retrieval.matching import Matcher
from retrieval.meanings import Meanings
from retrieval.question import Question
from retrieval.understanding import understand

TODAY = date(2026, 11, 23)


class NoVocabulary:
    def frequencies(self, terms: Sequence[str]) -> Mapping[str, int]:
        return {}

    def size(self) -> int:
        return 100

    def resembling(self, term: str) -> Sequence[str]:
        return ()


@dataclass
class FakeRegister:
    entries: Sequence[FactEntry]

    def find_facts(self, words: str, kinds: Collection[str], limit: int) -> Sequence[FactEntry]:
        return self.entries

    def facts_of(self, document_id: int, kinds: Collection[str]) -> Sequence[FactEntry]:
        return ()

    def facts_of_documents(
        self, document_ids: Collection[int], kinds: Collection[str]
    ) -> Sequence[FactEntry]:
        return ()

    def find_assignments(self, words: str, limit: int) -> Sequence[AssignmentEntry]:
        return ()

    def status_history(self, assignment_id: int) -> Sequence[StatusUpdate]:
        return ()

    def text_of(self, version_id: int) -> str:
        return ""

    def document(self, document_id: int) -> DocumentEntry | None:
        return None


def a_meeting(
    board: str,
    day: str,
    kind: DocumentKind = DocumentKind.CALENDAR,
    *,
    document_date: str = "",
    organisation: str = "Region Sjöland",
    title: str = "Sammanträdesplan",
    quote: str = "",
    place: str = "",
) -> FactEntry:
    on = date.fromisoformat(day)
    own = date.fromisoformat(document_date) if document_date else None
    profile = DocumentProfile(title, kind, organisation=organisation, date=own)
    document = DocumentEntry(1, 1, "plan.csv", "plan.csv", profile)
    quote = quote or f"{board},{day}"
    fact = MeetingFact(
        span=Span(0, len(quote)), subject=board, on=When(on, on, Precision.DAY, day), place=place
    )
    return FactEntry(1, fact, SourceQuote(document, quote, Span(0, len(quote))))


def minutes(board: str, day: str, **named: str) -> FactEntry:
    return a_meeting(
        board,
        day,
        DocumentKind.MINUTES,
        document_date=named.pop("document_date", day),
        title="Protokoll",
        **named,
    )


PLAN = [
    a_meeting("Regionstyrelsen", "2026-11-17"),
    a_meeting("Regionstyrelsen", "2026-12-15", place="Regionens hus"),
    a_meeting("Regionstyrelsen", "2027-01-26"),
    a_meeting("Regionstyrelsen", "2027-05-18"),
    a_meeting("Regionstyrelsens arbetsutskott", "2026-12-01"),
    a_meeting("Hälso- och sjukvårdsnämnden", "2026-12-08"),
    a_meeting("Hälso- och sjukvårdsnämnden", "2027-02-02"),
    a_meeting("Regionala utvecklingsnämnden", "2027-02-04"),
]


def ask(
    words: SwedishWords, question: str, entries: Sequence[FactEntry] = PLAN, today: date = TODAY
) -> Candidate | None:
    understanding = understand(Question(question, today))
    matcher = Matcher(words, Meanings.of(words), NoVocabulary(), lambda _: ())
    found = meetings(
        Inquiry(understanding, matcher.ask(understanding), today, matcher, FakeRegister(entries))
    )
    return found[0] if found else None


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("När sammanträder regionstyrelsen nästa gång?", "15 december 2026"),
        ("När är regionstyrelsens nästa möte?", "15 december 2026"),
        ("nästa möte RS", "15 december 2026"),
        ("När sammanträder regionstyrelsn?", "15 december 2026"),
        ("nasta sammantrade regionstyrelsen", "15 december 2026"),
        ("När har regionstyrelsens arbetsutskott sitt nästa möte?", "1 december 2026"),
        ("När är arbetsutskottets nästa möte?", "1 december 2026"),
        ("När möts HSN nästa gång?", "8 december 2026"),
        ("När har regionstyrelsen sitt första möte 2027?", "26 januari 2027"),
        ("När är regionstyrelsens sista möte i vår?", "18 maj 2027"),
        ("När sammanträdde regionstyrelsen senast?", "17 november 2026"),
        ("Sammanträder regionstyrelsen den 26 januari 2027?", "26 januari 2027"),
        ("Vilken tid är regionstyrelsens möte den 15 december?", "15 december 2026"),
        ("När sammanträder regionstyrelsen nästa månad?", "15 december 2026"),
        ("Vilket datum gäller för regionstyrelsens januarisammanträde?", "26 januari 2027"),
    ],
)
def test_names_the_day_that_is_asked_for(words: SwedishWords, question: str, day: str) -> None:
    found = ask(words, question)
    assert found is not None
    assert found.outcome is Outcome.ANSWERED
    assert day in found.text
    assert found.text.count("20") == 1, "one day and no other"


def test_the_next_meeting_may_be_today(words: SwedishWords) -> None:
    found = ask(words, "När sammanträder regionstyrelsen nästa gång?", today=date(2026, 12, 15))
    assert found is not None
    assert "15 december 2026, Regionens hus" in found.text


def test_lists_every_day_of_the_period_and_cites_each(words: SwedishWords) -> None:
    found = ask(words, "Vilka dagar sammanträder regionstyrelsen i vår?")
    assert found is not None
    assert [day in found.text for day in ("15 december", "26 januari 2027", "18 maj 2027")] == [
        False,
        True,
        True,
    ]
    assert [source.quote for source in found.sources] == [
        "Regionstyrelsen,2027-01-26",
        "Regionstyrelsen,2027-05-18",
    ]


def test_asks_which_board_is_meant_when_several_fit(words: SwedishWords) -> None:
    found = ask(words, "Vilka dagar sammanträder nämnden i vår?")
    assert found is not None
    assert found.outcome is Outcome.AMBIGUOUS
    assert {choice.label for choice in found.choices} == {
        "Hälso- och sjukvårdsnämnden",
        "Regionala utvecklingsnämnden",
    }
    for choice in found.choices:
        assert "sammanträder" in choice.question
        chosen = ask(words, choice.question)
        assert chosen is not None
        assert chosen.outcome is Outcome.ANSWERED


def test_a_question_that_names_no_board_gets_the_next_meeting_of_each(words: SwedishWords) -> None:
    found = ask(words, "När är nästa möte?")
    assert found is not None
    assert found.text.count("•") == 4


@pytest.mark.parametrize(
    "question",
    [
        "När sammanträder regionfullmäktige nästa gång?",
        "När sammanträder socialnämnden nästa gång?",
        "När sammanträder hälso- och sjukvårdsnämndens arbetsutskott?",
        "När sammanträder regionstyrelsen i Region Skåne nästa gång?",
        "När behandlas hyrberoendet på nästa sammanträde med regionstyrelsen?",
        "Vem är ordförande på nästa sammanträde med regionstyrelsen?",
        "Vad beslutade regionstyrelsen på förra mötet?",
        "När är utbildningen om resfria möten klar?",
    ],
)
def test_leaves_a_question_of_something_else(words: SwedishWords, question: str) -> None:
    assert ask(words, question) is None


def test_the_date_of_minutes_is_never_the_next_meeting(words: SwedishWords) -> None:
    entries = [minutes("Fyrnämnden", "2026-12-01")]
    found = ask(words, "När är fyrnämndens nästa möte?", entries)
    assert found is not None
    assert found.outcome is Outcome.NOT_FOUND


def test_an_agenda_tells_of_a_meeting_to_come(words: SwedishWords) -> None:
    entries = [a_meeting("Fyrnämnden", "2026-12-01", DocumentKind.AGENDA, document_date="2026-12-01")]
    found = ask(words, "När är fyrnämndens nästa möte?", entries)
    assert found is not None
    assert "1 december 2026" in found.text


def test_says_so_when_only_passed_meetings_are_known(words: SwedishWords) -> None:
    found = ask(words, "När sammanträder regionstyrelsen nästa gång?", today=date(2028, 1, 1))
    assert found is not None
    assert found.outcome is Outcome.NOT_FOUND
    assert "18 maj 2027" in found.text


def test_a_passed_day_answers_a_question_that_names_it(words: SwedishWords) -> None:
    entries = [minutes("Fyrnämnden", "2026-10-01")]
    found = ask(words, "Vilken dag sammanträdde fyrnämnden i oktober 2026?", entries)
    assert found is not None
    assert found.outcome is Outcome.ANSWERED
    assert "1 oktober 2026" in found.text


def test_a_day_without_a_meeting_is_answered_by_the_nearest(words: SwedishWords) -> None:
    found = ask(words, "Sammanträder regionstyrelsen den 27 januari 2027?")
    assert found is not None
    assert found.outcome is Outcome.NOT_FOUND
    assert "26 januari 2027" in found.text


ANNOUNCED = minutes(
    "Fyrnämnden", "2026-12-02", document_date="2026-11-01", quote="Nästa möte är den 2 december i fyrtornet."
)


def test_minutes_that_announce_the_next_meeting_are_quoted(words: SwedishWords) -> None:
    found = ask(words, "När är fyrnämndens nästa möte?", [minutes("Fyrnämnden", "2026-11-01"), ANNOUNCED])
    assert found is not None
    assert found.outcome is Outcome.ANSWERED
    assert "”Nästa möte är den 2 december i fyrtornet.”" in found.text


def test_an_announced_meeting_that_has_passed_is_told_with_that(words: SwedishWords) -> None:
    found = ask(words, "När är fyrnämndens nästa möte?", [ANNOUNCED], today=date(2027, 6, 1))
    assert found is not None
    assert found.outcome is Outcome.ANSWERED
    assert "har passerat" in found.text


def test_minutes_and_calendar_that_disagree_are_both_told(words: SwedishWords) -> None:
    found = ask(words, "När är fyrnämndens nästa möte?", [ANNOUNCED, a_meeting("Fyrnämnden", "2026-12-01")])
    assert found is not None
    assert "1 december 2026" in found.text
    assert "2 december 2026" in found.notes[0].text


def test_a_calendar_without_organisation_goes_with_the_one_it_agrees_with(words: SwedishWords) -> None:
    entries = [
        a_meeting("Regionstyrelsen", "2026-12-15", organisation=""),
        a_meeting("Regionstyrelsen", "2027-01-26", organisation=""),
        a_meeting("Regionstyrelsen", "2026-12-15", DocumentKind.AGENDA, document_date="2026-12-15"),
        minutes("Regionstyrelsen", "2024-12-17", organisation="Region Norrland"),
    ]
    found = ask(words, "När sammanträder regionstyrelsen i Region Sjöland i januari 2027?", entries)
    assert found is not None
    assert found.outcome is Outcome.ANSWERED


def under(section: str, entry: FactEntry) -> FactEntry:
    return replace(entry, fact=replace(entry.fact, section=section))


def test_days_that_an_agenda_proposes_are_told_as_a_proposal(words: SwedishWords) -> None:
    proposed = [
        under(
            "Förslag till sammanträdestider",
            a_meeting("Hamnnämnden", day, DocumentKind.AGENDA, document_date="2026-11-20", title="Kallelse"),
        )
        for day in ("2027-01-20", "2027-03-03", "2027-04-07")
    ]
    found = ask(words, "Vilka dagar sammanträder hamnnämnden 2027?", proposed)
    assert found is not None
    assert "3 mars 2027" in found.text
    assert [note.kind for note in found.notes] == [NoteKind.PROPOSED]


def test_the_days_that_minutes_list_for_a_year_contradict_no_calendar(words: SwedishWords) -> None:
    listed = [
        under("Sammanträdestider", minutes("Hamnnämnden", day, document_date="2026-11-20"))
        for day in ("2026-12-10", "2027-01-20", "2027-03-03")
    ]
    found = ask(
        words, "När sammanträder hamnnämnden nästa gång?", [a_meeting("Hamnnämnden", "2026-12-10"), *listed]
    )
    assert found is not None
    assert "10 december 2026" in found.text
    assert found.notes == ()


@pytest.mark.parametrize(
    "question",
    ["När har styrgruppen för Ny kaj sitt nästa möte?", "nästa styrgruppsmöte om kajen, när är det?"],
)
def test_a_steering_group_meets_like_a_board(words: SwedishWords, question: str) -> None:
    found = ask(words, question, [*PLAN, a_meeting("Styrgruppen för Ny kaj", "2026-12-03")])
    assert found is not None
    assert "3 december 2026" in found.text
