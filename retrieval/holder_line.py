"""Who has today the title that an answer names: a line of its own, with its own source."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from knowledge.holders import Holder
from knowledge.scope import name_key
from retrieval.answer import Answer, Citation, Intent, Outcome
from retrieval.answering import Rephrase, Tell
from retrieval.candidate import MOST_SOURCES
from retrieval.passage_answer import FoundPassage
from retrieval.question import Question
from retrieval.wording import LONGEST_ANSWER

MOST_HOLDERS = 2
LIST_TITLE = "Befattningslistan"


class TitleHolders(Protocol):
    """Knows who has which title."""

    def holders_named(self, text: str, on: date) -> Sequence[Holder]:
        """Return those who on a day have the titles that a text names."""


@dataclass(frozen=True, slots=True)
class NamingHolders:
    """Words an answer as `rephrase` does and, when it names a role's title, adds who has that title today.

    `organisation_of` tells whose a cited document is: only its own list of holders says who has its titles.
    """

    holders: TitleHolders
    organisation_of: Callable[[int], str]
    rephrase: Rephrase

    def __call__(
        self, question: Question, answer: Answer, found: Sequence[FoundPassage], tell: Tell | None
    ) -> Answer:
        """Return the answer with its line; as it is when it names no title, the person already, or has no room."""
        worded = self.rephrase(question, answer, found, tell)
        if worded.outcome is not Outcome.ANSWERED or worded.intent is not Intent.OWNER:
            return worded
        named = [
            holder
            for holder in self.holders.holders_named(worded.text, question.today)
            if holder.person not in worded.text and self._is_of_its_own(holder, worded)
        ]
        shown = named[: min(MOST_HOLDERS, MOST_SOURCES - len(worded.citations))] if named else []
        told = "; ".join(f"{holder.title} är {holder.person}" for holder in shown)
        text = f"{worded.text}\n{LIST_TITLE} i dag: {told}."
        if not shown or len(text) > LONGEST_ANSWER:
            return worded
        return replace(worded, text=text, citations=(*worded.citations, *(_cited(each) for each in shown)))

    def _is_of_its_own(self, holder: Holder, answer: Answer) -> bool:
        cited = {citation.document_id for citation in answer.citations if citation.document_id}
        named = {name_key(self.organisation_of(document_id)) for document_id in cited} - {""}
        return named <= {name_key(holder.organisation)}


def _cited(holder: Holder) -> Citation:
    return Citation(
        document=holder.list_name,
        title=LIST_TITLE,
        date=None,
        url="",
        quote=holder.quote,
        start=holder.start,
        end=holder.start + len(holder.quote),
        page=None,
        section="",
    )
