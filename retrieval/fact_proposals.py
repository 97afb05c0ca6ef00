"""A language model that proposes facts, as knowledge wants them; what it says is checked there against the document."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, Field

from knowledge.errors import ProposalError
from knowledge.facts import Role
from knowledge.proposing import Proposal, ProposedKind
from prompts import Prompt, prompt
from retrieval.errors import LanguageModelError
from retrieval.language_model import LanguageModel
from retrieval.model_answer import harmless

PROMPT = "propose_facts"


class ProposedFact(BaseModel):
    """One fact and the words that say it."""

    kind: Literal["role", "deadline", "decision"]
    subject: str = Field(max_length=300)
    value: str = Field(max_length=600)
    quote: str = Field(max_length=800)
    role: Literal["owner", "leader", "responsible", ""]
    due: str = Field(max_length=100)


class ProposedFacts(BaseModel):
    """What the model is asked to fill in."""

    facts: list[ProposedFact] = Field(max_length=20)


@dataclass(frozen=True, slots=True)
class ModelProposer:
    """Asks a language model for facts in an excerpt."""

    model: LanguageModel
    words: Prompt

    @classmethod
    def by(cls, model: LanguageModel) -> "ModelProposer":
        """Return one that uses the prompt for proposing facts."""
        return cls(model, prompt(PROMPT))

    @property
    def name(self) -> str:
        """The model's name."""
        return self.model.name

    @property
    def prompt(self) -> str:
        """The hash of the prompt's words."""
        return self.words.content_hash

    def propose(self, title: str, excerpt: str, kinds: Sequence[ProposedKind]) -> Sequence[Proposal]:
        """Return what the model points out in the excerpt; raise ProposalError when it does not answer."""
        filled = self.words.filled(
            kinds=", ".join(f"`{kind.value}`" for kind in kinds),
            title=harmless(title),
            excerpt=harmless(excerpt),
        )
        try:
            proposed = self.model.fill_in(ProposedFacts, filled)
        except LanguageModelError as error:
            raise ProposalError(str(error)) from error
        return [
            Proposal(
                ProposedKind(each.kind),
                each.subject,
                each.value,
                each.quote,
                Role(each.role) if each.role else None,
                each.due,
            )
            for each in proposed.facts
        ]
