"""A language model on any host that speaks OpenAI's protocol; imported only where one is configured, since it is slow.

Personal identity numbers are masked on the way out, here, so that no caller can forget it.
"""

from time import monotonic

from langchain_openai import ChatOpenAI
from pydantic import SecretStr

from retrieval.deadline import within
from retrieval.errors import LanguageModelError
from retrieval.language_model import FormT
from retrieval.masking import mask_personal_numbers


class HostedModel:
    """The model called `name` at `base_url` (empty: OpenAI's).

    A reply must be whole within `seconds`, tries included. After a failure the host is left alone for
    `pause_seconds`, so that a dead one costs one question its patience and not every one.
    """

    def __init__(
        self,
        name: str,
        *,
        api_key: str,
        base_url: str = "",
        seconds: float = 12.0,
        retries: int = 1,
        pause_seconds: float = 15.0,
    ) -> None:
        self._name = name
        self._seconds = seconds
        self._pause_seconds = pause_seconds
        self._left_alone_until = 0.0
        self._client = ChatOpenAI(
            model=name,
            api_key=SecretStr(api_key or "none"),  # a host of one's own often needs none; the SDK does
            base_url=base_url or None,
            timeout=seconds,
            max_retries=retries,
            use_responses_api=False,  # the older protocol is the one that other hosts speak
        )

    @property
    def name(self) -> str:
        """The model's name."""
        return self._name

    def fill_in(self, form: type[FormT], prompt: str) -> FormT:
        """Return the form filled in by the model."""
        if monotonic() < self._left_alone_until:
            raise LanguageModelError("the language model failed a moment ago")
        # `function_calling` silently gives nothing on some hosts; a JSON schema is followed or refused.
        model = self._client.with_structured_output(form, method="json_schema")
        try:
            filled = within(self._seconds, lambda: model.invoke(mask_personal_numbers(prompt)))
        except (
            Exception
        ) as error:  # the border to the model: the SDK's errors, LangChain's, pydantic's and time
            self._left_alone_until = monotonic() + self._pause_seconds
            raise LanguageModelError(
                f"the language model {self._name} failed: {type(error).__name__}"
            ) from error
        if not isinstance(filled, form):
            raise LanguageModelError(f"the language model {self._name} did not fill in the form")
        return filled
