"""A language model on any host that speaks OpenAI's protocol; imported only where one is configured, since it is slow.

Personal identity numbers are masked on the way out, here, so that no caller can forget it.
"""

from threading import Lock
from time import monotonic

from langchain_openai import ChatOpenAI
from pydantic import SecretStr

from retrieval.deadline import within
from retrieval.errors import LanguageModelError
from retrieval.language_model import FormT, Watch
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

    def fill_in(self, form: type[FormT], prompt: str, watch: Watch | None = None) -> FormT:
        """Return the form filled in by the model."""
        if monotonic() < self._left_alone_until:
            raise LanguageModelError("the language model failed a moment ago")
        watched = _Watched(watch) if watch else None
        try:
            filled = within(
                self._seconds, lambda: self._filled_in(form, mask_personal_numbers(prompt), watched)
            )
        except (
            Exception
        ) as error:  # the border to the model: the SDK's errors, LangChain's, pydantic's and time
            self._left_alone_until = monotonic() + self._pause_seconds
            raise LanguageModelError(
                f"the language model {self._name} failed: {type(error).__name__}"
            ) from error
        finally:
            if watched:
                watched.end()
        if not isinstance(filled, form):
            raise LanguageModelError(f"the language model {self._name} did not fill in the form")
        return filled

    def _filled_in(self, form: type[FormT], prompt: str, watched: "_Watched | None") -> object:
        # `function_calling` silently gives nothing on some hosts; a JSON schema is followed or refused.
        if watched is None:
            return self._client.with_structured_output(form, method="json_schema").invoke(prompt)
        schema = form.model_json_schema()  # a class would be filled in at the end only
        grown: object = None
        for grown in self._client.with_structured_output(schema, method="json_schema", strict=True).stream(
            prompt
        ):
            if isinstance(grown, dict):
                watched.show(grown)
        return form.model_validate(grown)


class _Watched:
    """Shows what has been filled in until the call is over: one that is given up goes on in its thread."""

    def __init__(self, watch: Watch) -> None:
        self._watch = watch
        self._lock = Lock()
        self._is_over = False

    def show(self, grown: dict[str, object]) -> None:
        with self._lock:
            if not self._is_over:
                self._watch(grown)

    def end(self) -> None:
        with self._lock:
            self._is_over = True
