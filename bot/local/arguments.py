"""The arguments of a Web API call, whether they came as a form, as JSON or in the address."""

import json
from base64 import b64decode
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from starlette.requests import Request

from bot.local.errors import SlackError, invalid_arguments
from bot.local.payload import Payload

TRUE = {"1", "true", "True"}


@dataclass(frozen=True)
class Arguments:
    """Named values; in a form, lists and objects are JSON texts."""

    values: Payload

    def text(self, name: str) -> str:
        """Return a text, empty when absent."""
        value = self.values.get(name)
        return "" if value is None else str(value)

    def required(self, name: str) -> str:
        """Return a text that must be there; raises SlackError `invalid_arguments`."""
        value = self.text(name)
        if not value:
            raise invalid_arguments(f"missing required field: {name}")
        return value

    def flag(self, name: str, *, default: bool = False) -> bool:
        """Return true or false."""
        value = self.values.get(name)
        return default if value is None else (value is True or str(value) in TRUE)

    def number(self, name: str, default: int) -> int:
        """Return a whole number; raises SlackError `invalid_arguments`."""
        value = self.values.get(name)
        if value in (None, ""):
            return default
        try:
            return int(str(value))
        except ValueError as error:
            raise invalid_arguments(f"must be an integer [json-pointer:/{name}]") from error

    def structure(self, name: str, refusal: str = "invalid_arguments") -> Any:
        """Return a list or an object, None when absent; raises SlackError when it is not JSON."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value.strip():
            return None
        try:
            return json.loads(value)
        except ValueError as error:
            raise SlackError(refusal) from error


async def arguments_of(request: Request) -> Arguments:
    """Return the arguments of a request; raises SlackError `invalid_json` or `json_not_object`."""
    values: Payload = dict(parse_qsl(request.url.query, keep_blank_values=True))
    content_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if content_type == "application/json":
        body = await request.body()
        try:
            sent = json.loads(body) if body.strip() else {}
        except ValueError as error:
            raise SlackError("invalid_json") from error
        if not isinstance(sent, dict):
            raise SlackError("json_not_object")
        values |= sent
    elif request.method == "POST":
        async with request.form() as form:
            values |= {key: value for key, value in form.items() if isinstance(value, str)}
    return Arguments(values | _credentials(request))


def _credentials(request: Request) -> Payload:
    """Return the app's id and secret where they come as HTTP's own user name and password."""
    scheme, _, encoded = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "basic":
        return {}
    try:
        client_id, _, client_secret = b64decode(encoded, validate=True).decode().partition(":")
    except ValueError as error:
        raise SlackError("invalid_auth") from error
    return {"client_id": client_id, "client_secret": client_secret}
