"""LanguageModel: a prompt in, a filled form out; or no model, which is the default."""

from collections.abc import Callable, Mapping
from typing import Protocol, TypeVar

from pydantic import BaseModel

from retrieval.errors import LanguageModelError

FormT = TypeVar("FormT", bound=BaseModel)
Watch = Callable[[Mapping[str, object]], None]
"""Is shown a form again and again while it is filled in, as far as it has come."""


class LanguageModel(Protocol):
    """Fills in a form as a prompt asks."""

    @property
    def name(self) -> str:
        """The model's name for the log, empty when there is none."""

    def fill_in(self, form: type[FormT], prompt: str, watch: Watch | None = None) -> FormT:
        """Return the form filled in; raise LanguageModelError when that takes too long or is not that form.

        `watch` is never called once this has returned or raised.
        """


class NoModel:
    """Stands where no model is configured."""

    name = ""

    def fill_in(self, form: type[FormT], prompt: str, watch: Watch | None = None) -> FormT:  # noqa: ARG002
        """Refuse, since nobody is there to ask."""
        raise LanguageModelError(
            f"no language model is configured to fill in {form.__name__} ({len(prompt)} characters)"
        )
