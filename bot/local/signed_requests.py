"""The app's request URL: signed HTTP requests, as Slack sends them."""

import asyncio
import hashlib
import hmac
import json
from dataclasses import dataclass
from urllib.parse import urlencode

import aiohttp

from bot.local.delivery import Envelope, EnvelopeKind
from bot.local.errors import NotDeliveredError, RequestUrlError
from bot.local.payload import Payload
from bot.local.timestamps import Clock

FORM = "application/x-www-form-urlencoded"
JSON = "application/json"
USER_AGENT = "Slackbot 1.0 (+https://api.slack.com/robots)"


def signature(secret: str, timestamp: str, body: bytes) -> str:
    """Return Slack's `v0` signature of a request body."""
    basis = b"v0:" + timestamp.encode() + b":" + body
    return "v0=" + hmac.new(secret.encode(), basis, hashlib.sha256).hexdigest()


@dataclass
class SignedRequests:
    """Posts envelopes to a request URL and takes its answer within `ack_seconds`."""

    request_url: str
    signing_secret: str
    ack_seconds: float
    clock: Clock

    async def deliver(self, envelope: Envelope) -> Payload:
        """Post one envelope; raises NotDeliveredError with Slack's retry reason."""
        headers: dict[str, str] = {}
        if envelope.attempt:
            headers = {
                "X-Slack-Retry-Num": str(envelope.attempt),
                "X-Slack-Retry-Reason": envelope.reason,
            }
        if envelope.kind is EnvelopeKind.EVENT:
            return await self._post(json.dumps(envelope.payload).encode(), JSON, headers)
        form = envelope.payload
        if envelope.kind is EnvelopeKind.INTERACTION:
            form = {"payload": json.dumps(envelope.payload)}
        return await self._post(urlencode(form).encode(), FORM, headers)

    async def verify(self, token: str) -> None:
        """Ask the URL to answer a challenge; raises RequestUrlError when it does not."""
        challenge = hashlib.sha256(token.encode()).hexdigest()
        body = {"token": token, "challenge": challenge, "type": "url_verification"}
        try:
            answer = await self._post(json.dumps(body).encode(), JSON, {})
        except NotDeliveredError as error:
            raise RequestUrlError(
                f"{self.request_url} did not answer the challenge: {error.reason}"
            ) from error
        if challenge not in (answer.get("challenge"), answer.get("text")):
            raise RequestUrlError(f"{self.request_url} answered another challenge")

    async def _post(self, body: bytes, content_type: str, headers: dict[str, str]) -> Payload:
        timestamp = str(int(self.clock()))
        headers = {
            "Content-Type": content_type,
            "User-Agent": USER_AGENT,
            "X-Slack-Request-Timestamp": timestamp,
            "X-Slack-Signature": signature(self.signing_secret, timestamp, body),
            **headers,
        }
        timeout = aiohttp.ClientTimeout(total=self.ack_seconds)
        try:
            async with (
                aiohttp.ClientSession(timeout=timeout) as client,
                client.post(self.request_url, data=body, headers=headers, allow_redirects=False) as response,
            ):
                return await _answer(response)
        except asyncio.TimeoutError as error:  # noqa: UP041 - aiohttp raises its own subclass of this one
            raise NotDeliveredError("http_timeout") from error
        except aiohttp.ClientError as error:
            raise NotDeliveredError("connection_failed") from error


async def _answer(response: aiohttp.ClientResponse) -> Payload:
    text = await response.text()
    if not 200 <= response.status < 300:
        no_retry = response.headers.get("X-Slack-No-Retry") == "1"
        raise NotDeliveredError("no_retry" if no_retry else "http_error")
    if not text.strip():
        return {}
    try:
        answer = json.loads(text)
    except ValueError:
        return {"text": text}
    return answer if isinstance(answer, dict) else {"text": text}
