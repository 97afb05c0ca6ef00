"""LanguageModel: a prompt in, a filled form out; or no model, which is the default."""

from typing import Protocol, TypeVar

from pydantic import BaseModel

from retrieval.errors import LanguageModelError

FormT = TypeVar("FormT", bound=BaseModel)


class LanguageModel(Protocol):
    """Fills in a form as a prompt asks."""

    @property
    def name(self) -> str:
        """The model's name for the log, empty when there is none."""

    def fill_in(self, form: type[FormT], prompt: str) -> FormT:
        """Return the form filled in; raise LanguageModelError when that takes too long or is not that form."""


class NoModel:
    """Stands where no model is configured."""

    name = ""

    def fill_in(self, form: type[FormT], prompt: str) -> FormT:
        """Refuse, since nobody is there to ask."""
        raise LanguageModelError(
            f"no language model is configured to fill in {form.__name__} ({len(prompt)} characters)"
        )
