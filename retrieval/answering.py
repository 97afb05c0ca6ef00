"""From question to cited answer, or an honest "det framgår inte". Read this file first.

understand → look up the register → search passages → choose what covers the question → compose, or abstain.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from knowledge.entries import DocumentEntry
from retrieval.answer import Answer, Intent, Note, NoteKind, Outcome
from retrieval.asked_for import Expectation
from retrieval.asking_twice import in_one_place, joined, parts_of
from retrieval.candidate import Candidate
from retrieval.choosing import REGISTER_FITS, choose, fitting, is_tied, which_is_meant
from retrieval.inquiry import Inquiry, Register
from retrieval.lookups import lookups_for
from retrieval.matching import Matcher
from retrieval.passage_answer import FoundPassage, Search, passage_candidates
from retrieval.question import LONGEST_QUESTION, Question
from retrieval.understanding import Understanding, understand

OLD_AFTER_DAYS = 365
NEAREST = 3

NOT_FOUND = "Det framgår inte av de dokument jag har läst."
WORDS_ALONE = "Jag kunde bara söka på ord just nu, inte på betydelse. Fråga gärna igen om en stund."
NO_STATUS = (
    "Ingen har lämnat någon lägesrapport om det uppdraget än. Den som vet läget kan skriva till exempel: "
    "status: Minska hyrberoendet är gul, rekryteringen två veckor sen."
)
EMPTY = "Skriv en fråga, till exempel: Vem leder uppdraget om nära vård?"
TOO_LONG = f"Frågan är för lång. Skriv den kortare, högst {LONGEST_QUESTION} tecken."
GREETING = (
    "Hej! Jag svarar på frågor om uppdrag, beslutspunkter och beslut. Fråga till exempel: Vem leder ett uppdrag, "
    "när är nästa beslutspunkt eller vad beslutades?"
)


_HELP = re.compile(
    r"^(?:vad kan (?:du|man)|hur (?:funkar|fungerar|använder)|vem är du|what can you do|how do i)\b",
    re.IGNORECASE,
)


class Sources(Protocol):
    """Opens the register and the search for a question's scope."""

    def register(self, question: Question) -> Register:
        """Return the named reads, limited to what the asker's scope and day allow."""

    def search(self, question: Question) -> Search:
        """Return the passage search with the same limits."""

    def matcher(self, question: Question) -> Matcher:
        """Return what weighs words, with the abbreviations in scope."""


Tell = Callable[[str], None]
"""Is told a part of an answer that is being worded, checked against its source."""

Rephrase = Callable[[Question, Answer, Sequence[FoundPassage], Tell | None], Answer]


def keep(_: Question, answer: Answer, __: Sequence[FoundPassage], ___: Tell | None) -> Answer:
    """Leave the answer as it is: no language model is configured."""
    return answer


@dataclass(frozen=True, slots=True)
class Answering:
    """Answers questions from the register and the passages; `rephrase` may let a model word the answer."""

    sources: Sources
    rephrase: Rephrase = keep

    def answer(self, question: Question, tell: Tell | None = None) -> Answer:
        """Return the answer that its sources cover best, or say that it does not appear from them.

        Where a model words it, `tell` is told of it while it grows; what is returned is what holds.
        """
        if (early := _without_sources(question)) is not None:
            return early
        parts = parts_of(question)
        readings = [self._read_part(part, goes_on=part is not parts[0]) for part in parts]
        chosen = in_one_place([each.chosen for each in readings], [each.read for each in readings])
        answers = [
            self._told(part, replace(reading, chosen=each), tell)
            for part, reading, each in zip(parts, readings, chosen, strict=True)
        ]
        return answers[0] if len(answers) == 1 else joined(parts, answers)

    def _read_part(self, question: Question, *, goes_on: bool) -> "_Reading":
        """Read one question; one that only may lean on what was asked before is read both ways.

        By itself it must be answered in one place alone; what `goes_on` in the same breath leans rather than not.
        """
        reading = self._read(question)
        if reading.may_stand_alone:
            alone = self._read(replace(question, earlier=()))
            if (alone.stands and not goes_on) or not reading.answers or reading.lacks_its_own:
                reading = alone
        return reading

    def _read(self, question: Question) -> "_Reading":
        """Read a question as it is put, and choose what would answer it."""
        understanding = understand(question)
        inquiry = self._inquiry(question, understanding)
        found = self.sources.search(question).search(understanding.text, inquiry.words, 40)
        candidates = [candidate for lookup in lookups_for(understanding) for candidate in lookup(inquiry)]
        if understanding.expectation is Expectation.WHY:
            candidates = [each for each in candidates if each.intent is Intent.DISSENT]
        read = passage_candidates(inquiry, found) if _may_be_quoted(understanding) else []
        if not _names_something(understanding):
            chosen = which_is_meant(candidates, question.text)
            return _Reading(understanding, inquiry, found, candidates, read, chosen, is_tied=True)
        fits = fitting(understanding, candidates, read)
        chosen = choose(understanding, fits, question.text)
        return _Reading(
            understanding, inquiry, found, candidates, read, chosen, is_tied=is_tied(chosen, fits)
        )

    def _told(self, question: Question, reading: "_Reading", tell: Tell | None) -> Answer:
        """Return the answer that was chosen, or that there is none."""
        understanding, found, chosen = reading.understanding, reading.found, reading.chosen
        if chosen is None:
            if understanding.main is Intent.STATUS:
                return Answer(
                    Outcome.NOT_FOUND, NO_STATUS, intent=Intent.STATUS, language=understanding.language
                )
            return _searched_by(found, _abstain(understanding, found, reading.candidates))
        answer = _with_notes(chosen.answer(understanding.language), question, reading.inquiry.register)
        if chosen in reading.read:
            answer = _searched_by(found, answer)
        return self.rephrase(question, answer, found, tell) if answer.outcome is Outcome.ANSWERED else answer

    def _inquiry(self, question: Question, understanding: Understanding) -> Inquiry:
        matcher = self.sources.matcher(question)
        asked = matcher.ask(understanding)
        also = matcher.vocabulary.frequencies([other for word in asked.words for other in word.also])
        words = " ".join((*(word.surface for word in asked.words), *also))
        register = self.sources.register(question)
        return Inquiry(understanding, asked, question.today, matcher, register, question.organisation, words)


@dataclass(frozen=True, slots=True)
class _Reading:
    """A question as it was understood, what might answer it, and what was chosen; `is_tied` when others fit as well."""

    understanding: Understanding
    inquiry: Inquiry
    found: Sequence[FoundPassage]
    candidates: Sequence[Candidate]
    read: Sequence[Candidate]
    chosen: Candidate | None
    is_tied: bool

    @property
    def answers(self) -> bool:
        """Tell whether what is asked was found."""
        return self.chosen is not None and self.chosen.outcome is Outcome.ANSWERED

    @property
    def stands(self) -> bool:
        """Tell whether something was found, in one place alone."""
        return self.chosen is not None and not self.is_tied

    @property
    def may_stand_alone(self) -> bool:
        """Tell whether a question that was read with its thread may mean what it says by itself: it names something."""
        understood = self.understanding
        if understood.own is None or understood.refers_back:
            return False
        words = map(self.inquiry.asked.word, understood.own)
        named = any(word is not None and not word.is_light for word in words)
        return named or bool(understood.case_numbers or understood.paragraphs)

    @property
    def lacks_its_own(self) -> bool:
        """Tell whether what was chosen lacks a word of the question itself, and so answers only what was asked before."""
        own = set(self.understanding.own or ())
        missing = self.chosen.coverage.missing if self.chosen else ()
        return any(word.surface in own and not word.is_light for word in missing)


def _without_sources(question: Question) -> Answer | None:
    """Answer what needs no source: nothing asked, far too much, a greeting."""
    text = question.text.strip()
    if not text or not any(character.isalnum() for character in text):
        return Answer(Outcome.OUT_OF_SCOPE, EMPTY)
    if len(text) > LONGEST_QUESTION:
        return Answer(Outcome.OUT_OF_SCOPE, TOO_LONG)
    if text.lower().strip(" !.?,") in {
        "hej",
        "hejsan",
        "hallå",
        "hjälp",
        "help",
        "hello",
        "hi",
        "god morgon",
        "tack",
    }:
        return Answer(Outcome.OUT_OF_SCOPE, GREETING, intent=Intent.GREETING)
    if _HELP.match(text):
        return Answer(Outcome.OUT_OF_SCOPE, GREETING, intent=Intent.GREETING)
    return None


def _names_something(understanding: Understanding) -> bool:
    """Tell whether a question says what it is about: "Vem leder det?" fits every assignment alike."""
    named = (understanding.subject, understanding.dates, understanding.case_numbers, understanding.paragraphs)
    return understanding.main is Intent.MEETING or any(named)


def _may_be_quoted(understanding: Understanding) -> bool:
    """Tell whether a passage may answer: not how something goes, nor a question about nothing in particular."""
    if understanding.main is Intent.STATUS:
        return False
    if understanding.main is Intent.DEFINITION and understanding.codes:
        return True
    return bool(understanding.subject or understanding.case_numbers or understanding.paragraphs)


def _searched_by(found: Sequence[FoundPassage], answer: Answer) -> Answer:
    """Say so when the documents could be searched by their words only."""
    if not any(each.by_words_alone for each in found):
        return answer
    return replace(answer, notes=(*answer.notes, Note(NoteKind.INCOMPLETE, WORDS_ALONE)))


def _abstain(
    understanding: Understanding, found: Sequence[FoundPassage], candidates: Sequence[Candidate]
) -> Answer:
    """Say that no source holds it, and name the nearest documents."""
    nearest = tuple(dict.fromkeys(each.passage.source.document.title for each in found))[:NEAREST]
    text = (
        NOT_FOUND
        if understanding.language == "sv"
        else f"{NOT_FOUND} (The documents I have read do not say.)"
    )
    if nearest:
        text += f" Närmast ligger: {'; '.join(nearest)}."
    best = max(candidates, key=lambda candidate: candidate.score, default=None)
    return Answer(
        Outcome.NOT_FOUND,
        text,
        intent=understanding.intents[0],
        language=understanding.language,
        nearest=nearest,
        assignment_id=best.assignment_id if best and best.score >= REGISTER_FITS - 0.2 else None,
    )


def _with_notes(answer: Answer, question: Question, register: Register) -> Answer:
    """Add what the reader should know of the sources: draft, another organisation's, superseded, old."""
    documents = _documents(answer, register)
    notes = list(answer.notes)
    for document in documents:
        profile = document.profile
        if profile.is_draft:
            reason = f" ({profile.draft_reason})" if profile.draft_reason else ""
            notes.append(Note(NoteKind.DRAFT, f"{profile.title} är ett utkast{reason}."))
        if document.replaces:
            notes.append(Note(NoteKind.SUPERSEDED, f"{profile.title} ersätter utkastet {document.replaces}."))
        if document.is_superseded:
            notes.append(Note(NoteKind.SUPERSEDED, f"{profile.title} har ersatts av en senare version."))
        if question.organisation and profile.organisation and profile.organisation != question.organisation:
            notes.append(
                Note(
                    NoteKind.OTHER_ORGANISATION,
                    f"Källan är {profile.organisation}, inte {question.organisation}.",
                )
            )
        if profile.date is not None and (question.today - profile.date).days > OLD_AFTER_DAYS:
            notes.append(
                Note(NoteKind.OLD, f"Källan är från {profile.date.isoformat()}, mer än ett år gammal.")
            )
    return replace(answer, notes=tuple(dict.fromkeys(notes)))


def _documents(answer: Answer, register: Register) -> list[DocumentEntry]:
    cited = {citation.document_id for citation in answer.citations if citation.document_id}
    return [
        document
        for document in (register.document(number) for number in sorted(cited))
        if document is not None
    ]
