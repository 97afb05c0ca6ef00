"""Fetch a file from Slack: with the bot's token, from Slack's own hosts alone, and never more than is wanted."""

import http.client
import time
import urllib.error
import urllib.request
from typing import Any
from urllib.parse import urlsplit

from bot.document_intake import FetchedFile
from bot.errors import SlackRefusedError, SlackUnavailableError

FILES_ORIGIN = ("https", "files.slack.com")
SECONDS = 120.0  # in all
_AT_ONCE = 64 * 1024


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """Follows nothing: what Slack leads on to is its sign-in page, and the token is not for other hosts."""

    def redirect_request(self, *_: Any) -> None:
        return None


def fetch(file: dict[str, Any], token: str, api_url: str, most: int) -> FetchedFile:
    """Return a file that `files.info` told of.

    Raises SlackRefusedError with code `file_elsewhere`, `file_too_large`, `file_not_found` or `missing_scope`, and
    SlackUnavailableError when trying again may help.
    """
    url = str(file.get("url_private_download") or file.get("url_private") or "")
    if file.get("is_external") or not _is_slacks(url, api_url):
        raise SlackRefusedError("fetch", "file_elsewhere")
    if int(file.get("size") or 0) > most:
        raise SlackRefusedError("fetch", "file_too_large")
    request = urllib.request.Request(url, headers={"Authorization": f"Bearer {token}"})  # noqa: S310  checked above
    try:
        with urllib.request.build_opener(_NoRedirects).open(request, timeout=10) as answer:
            is_page = answer.headers.get_content_type() == "text/html"
            if is_page and file.get("filetype") != "html":
                raise SlackRefusedError("fetch", "missing_scope")  # the sign-in page, without being led to it
            return FetchedFile(str(file.get("name") or file.get("title") or ""), _body(answer, most))
    except urllib.error.HTTPError as error:
        error.close()
        raise _refused(error.code) from error
    except (OSError, http.client.HTTPException) as error:
        raise SlackUnavailableError("fetch") from error


def _is_slacks(url: str, api_url: str) -> bool:
    """Tell whether an address is at Slack's host for files, or at that of the Slack that the API is at."""
    try:
        parts, api = urlsplit(url), urlsplit(api_url)
    except ValueError:
        return False
    own = {(api.scheme, api.netloc), (api.scheme, f"files.{api.netloc}")}
    return (parts.scheme, parts.netloc) in {FILES_ORIGIN, *own}


def _body(answer: http.client.HTTPResponse, most: int) -> bytes:
    until = time.monotonic() + SECONDS
    body = bytearray()
    while part := answer.read1(_AT_ONCE):
        body += part
        if len(body) > most:
            raise SlackRefusedError("fetch", "file_too_large")
        if time.monotonic() > until:
            raise SlackUnavailableError("fetch: too slow")
    if answer.length:
        raise SlackUnavailableError("fetch: broken off")
    return bytes(body)


def _refused(status: int) -> Exception:
    if status == 429 or status >= 500:
        return SlackUnavailableError(f"fetch: {status}")
    return SlackRefusedError("fetch", "missing_scope" if 300 <= status < 400 else "file_not_found")
