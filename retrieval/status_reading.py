"""A language model that reads status messages, as knowledge wants it; what it says is weighed there against the rules."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from pydantic import BaseModel, Field

from knowledge.entries import State, StatusDetails
from knowledge.errors import ProposalError
from knowledge.status_agreement import ToldStatus
from knowledge.status_titles import KnownAssignment
from prompts import Prompt, prompt
from retrieval.errors import LanguageModelError
from retrieval.language_model import LanguageModel
from retrieval.model_answer import harmless

PROMPT = "read_status"


class ReadStatus(BaseModel):
    """What the message tells of one assignment."""

    assignment: int
    state: Literal["green", "yellow", "red", "done", ""]
    delay: str = Field(max_length=500)
    risk: str = Field(max_length=500)
    next_step: str = Field(max_length=500)
    who: str = Field(max_length=200)
    expected: str = Field(max_length=200)


class ReadStatuses(BaseModel):
    """What the model is asked to fill in."""

    statuses: list[ReadStatus] = Field(max_length=20)


@dataclass(frozen=True, slots=True)
class ModelStatusReader:
    """Asks a language model what a message tells."""

    model: LanguageModel
    words: Prompt

    @classmethod
    def by(cls, model: LanguageModel) -> "ModelStatusReader":
        """Return one that uses the prompt for reading statuses."""
        return cls(model, prompt(PROMPT))

    def read(self, text: str, assignments: Sequence[KnownAssignment], today: date) -> Sequence[ToldStatus]:
        """Return what the message tells of the assignments; raise ProposalError when the model does not answer."""
        listed = "\n".join(
            f"{number}. {harmless(each.title)}" for number, each in enumerate(assignments, start=1)
        )
        filled = self.words.filled(today=today.isoformat(), assignments=listed, message=harmless(text))
        try:
            read = self.model.fill_in(ReadStatuses, filled)
        except LanguageModelError as error:
            raise ProposalError(str(error)) from error
        return [
            ToldStatus(
                assignments[each.assignment - 1].id if 0 < each.assignment <= len(assignments) else None,
                State(each.state) if each.state else None,
                StatusDetails(each.delay, each.next_step, each.risk, (), each.who),
            )
            for each in read.statuses
        ]
