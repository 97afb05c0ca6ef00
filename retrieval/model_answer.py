"""Let a language model word an answer that stands without it, from numbered sources, and say only what they hold."""

import logging
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from pydantic import BaseModel, Field, ValidationError

from knowledge.entries import PassageEntry
from prompts import Prompt, prompt
from retrieval.answer import Answer, Citation, Note, NoteKind, Outcome
from retrieval.answering import Tell
from retrieval.citations import Evidence, specifics, talks_to_machines, unsupported
from retrieval.errors import LanguageModelError
from retrieval.language_model import LanguageModel
from retrieval.question import Question
from retrieval.wording import LONGEST_ANSWER, one_line, sentence

MOST_SOURCES = 6
LONGEST_SOURCE = 1_500  # characters of one source that are read to the model
PROMPT = "answer_from_passages"

_LANGUAGES = {"sv": "Swedish", "en": "English"}
_UNWORDED = "Språkmodellen svarade inte, så svaret är hämtat ordagrant ur källorna."
_log = logging.getLogger(__name__)


class SaidSentence(BaseModel):
    """One sentence and the numbers of the passages that it rests on."""

    text: str = Field(max_length=1_000)
    sources: list[int] = Field(max_length=10)


class WordedAnswer(BaseModel):
    """What the model is asked to fill in."""

    answered: bool
    sentences: list[SaidSentence] = Field(max_length=12)


class HasPassage(Protocol):
    """A passage as the search found it."""

    @property
    def passage(self) -> PassageEntry:
        """The passage itself."""


@dataclass(frozen=True, slots=True)
class ModelAnswer:
    """Rewords answers; whatever goes wrong, the answer without a model is given.

    Only Swedish answers are reworded: what a sentence in another language says cannot be held against a Swedish
    source word by word.
    """

    model: LanguageModel
    prompt: Prompt

    @classmethod
    def by(cls, model: LanguageModel) -> "ModelAnswer":
        """Return a step that uses the prompt for answering from passages."""
        return cls(model, prompt(PROMPT))

    def __call__(
        self, question: Question, answer: Answer, found: Sequence[HasPassage], tell: Tell | None = None
    ) -> Answer:
        """Return the answer in the model's words where the sources bear them out, else as it was.

        `tell` is told each sentence that a source bears out as soon as the model has written it. The answer may end
        otherwise: with more, or in the words that it had without a model.
        """
        if not self.model.name:
            return answer
        sources = _sources(answer, found)
        if answer.outcome is not Outcome.ANSWERED or answer.language != "sv" or not sources:
            return answer
        try:
            watch = _Telling(lambda said: self._source_of(said, sources), tell) if tell else None
            worded = self.model.fill_in(WordedAnswer, self._filled(question, answer, sources), watch)
        except LanguageModelError as error:
            _log.warning("%s (prompt %s %s)", error, self.prompt.name, self.prompt.content_hash)
            return replace(answer, notes=(*answer.notes, Note(NoteKind.INCOMPLETE, _UNWORDED)))
        kept = self._checked(worded, sources)
        return _composed(answer, kept, sources)

    def _filled(self, question: Question, answer: Answer, sources: Sequence[Citation]) -> str:
        passages = "\n\n".join(
            f"[{number}] {harmless(_context(source))}\n{harmless(one_line(source.quote[:LONGEST_SOURCE]))}"
            for number, source in enumerate(sources, start=1)
        )
        return self.prompt.filled(
            language=_LANGUAGES.get(answer.language, answer.language),
            today=question.today.isoformat(),
            question=harmless(question.text),
            passages=passages,
        )

    def _checked(self, worded: WordedAnswer, sources: Sequence[Citation]) -> list[tuple[str, Citation]]:
        """Return the sentences that a cited source bears out, each with that source."""
        kept = []
        for said in worded.sentences if worded.answered else ():
            source = self._source_of(said, sources)
            if source is not None:
                kept.append((_words_of(said), source))
        return kept

    def _source_of(self, said: SaidSentence, sources: Sequence[Citation]) -> Citation | None:
        """Return the first of its sources that bears a sentence out."""
        problems = []
        for number in said.sources:
            if not 1 <= number <= len(sources):
                problems.append(f"[{number}] was never given")
                continue
            source = sources[number - 1]
            problem = unsupported(_words_of(said), Evidence(source.quote, _context(source)))
            if not problem:
                return source
            problems.append(problem)
        why = "; ".join(problems) or "cites nothing"
        _log.info("a sentence was dropped (%s %s): %s", self.prompt.name, self.prompt.content_hash, why)
        return None


class _Telling:
    """Tells each sentence once, when the next has begun: until then it may grow; the last comes with the answer."""

    def __init__(self, source_of: Callable[[SaidSentence], Citation | None], tell: Tell) -> None:
        self._source_of = source_of
        self._tell = tell
        self._heard = 0
        self._told = ""

    def __call__(self, grown: Mapping[str, object]) -> None:
        said = grown.get("sentences")
        if grown.get("answered") is not True or not isinstance(said, list):
            return
        for each in said[self._heard : -1]:
            self._heard += 1
            try:
                one = SaidSentence.model_validate(each)
            except ValidationError:
                continue
            words = _words_of(one)
            longer = f"{self._told} {words}".strip()
            if words in self._told or len(longer) > LONGEST_ANSWER or self._source_of(one) is None:
                continue
            self._told = longer
            self._tell(words)


def _sources(answer: Answer, found: Sequence[HasPassage]) -> list[Citation]:
    """Return the answer's own sources first, then the nearest passages; none that gives orders."""
    every = [*answer.citations, *(Citation.of(each.passage.source) for each in found[:MOST_SOURCES])]
    numbered: dict[tuple[str, int, int], Citation] = {}
    for each in every:
        if not talks_to_machines(each.quote):
            numbered.setdefault(_place(each), each)
    return list(numbered.values())[:MOST_SOURCES]


def _composed(answer: Answer, kept: Sequence[tuple[str, Citation]], sources: Sequence[Citation]) -> Answer:
    """Return the answer with the kept sentences, unless they leave out what it must say."""
    own = {_place(each) for each in answer.citations}
    cited: dict[tuple[str, int, int], Citation] = {}
    text = ""
    for words, source in kept:
        longer = f"{text} {words}".strip()
        if words in text or len(longer) > LONGEST_ANSWER:
            continue
        text = longer
        cited[_place(source)] = source
    if not text or not own & set(cited):
        return answer  # nothing said, or nothing of what the answer rests on
    is_quoted = any(one_line(answer.text) in one_line(each.quote) for each in sources)
    if not is_quoted and not specifics(answer.text) <= specifics(text):
        return answer  # a register fact keeps every number, date and name that it was given with
    return replace(answer, text=text, citations=tuple(cited.values()), table=())


def _place(citation: Citation) -> tuple[str, int, int]:
    return citation.document, citation.start, citation.end


def _context(source: Citation) -> str:
    return " · ".join(
        part
        for part in (source.title, source.date.isoformat() if source.date else "", source.section)
        if part
    )


def harmless(text: str) -> str:
    """Return text that cannot close the mark-up around it."""
    return text.replace("<", "‹").replace(">", "›")


def _words_of(said: SaidSentence) -> str:
    return sentence(_without_numbers(said.text))


def _without_numbers(text: str) -> str:
    """Return a sentence without its source numbers, which the citations already tell."""
    return " ".join(re.sub(r"\s*\[\d+\]", "", text).split())
