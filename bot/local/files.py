"""Files that people and the app put in the workspace, and how Slack shows them."""

import mimetypes
import secrets
import string
from dataclasses import dataclass, field, replace
from urllib.parse import quote

from bot.local.errors import SlackError
from bot.local.payload import Payload
from bot.local.timestamps import Clock

PRETTY = {
    "csv": "CSV",
    "docx": "Word Document",
    "gif": "GIF",
    "html": "HTML",
    "ics": "iCalendar",
    "jpg": "JPEG",
    "json": "JSON",
    "markdown": "Markdown (raw)",
    "pdf": "PDF",
    "png": "PNG",
    "text": "Plain Text",
    "xlsx": "Excel Spreadsheet",
}
FILETYPES = {"jpeg": "jpg", "md": "markdown", "txt": "text", "htm": "html"}
"""Slack's own name for a kind of file, where it is not the ending of the file's name."""
MIMETYPES = {"ics": "text/calendar", "markdown": "text/markdown", "text": "text/plain"}
PICTURES = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})
"""What a browser may show in place; anything else is only ever downloaded."""


@dataclass(frozen=True)
class File:
    """A file; it has no `content` until it was uploaded, and is nobody's to see until it was `shared`.

    One that was `handed_in` with a form is the app's to read too, though it stands in no conversation.
    """

    id: str
    name: str
    user: str
    created: int
    title: str = ""
    alt_text: str = ""
    content: bytes | None = None
    shared: bool = False
    handed_in: bool = False

    @property
    def filetype(self) -> str:
        """Return Slack's name of the kind of file."""
        ending = self.name.rpartition(".")[2].lower() if "." in self.name else "text"
        return FILETYPES.get(ending, ending)

    @property
    def mimetype(self) -> str:
        """Return the media type, guessed from the name."""
        guessed = MIMETYPES.get(self.filetype) or mimetypes.guess_type(self.name)[0]
        return guessed or "application/octet-stream"

    def to_slack(self, workspace_url: str, team_id: str) -> Payload:
        """Return the file as messages and `files.info` show it."""
        place = f"{workspace_url}/files-pri/{team_id}-{self.id}"
        name = quote(self.name, safe="")
        shown: Payload = {
            "id": self.id,
            "created": self.created,
            "timestamp": self.created,
            "name": self.name,
            "title": self.title or self.name,
            "mimetype": self.mimetype,
            "filetype": self.filetype,
            "pretty_type": PRETTY.get(self.filetype, self.filetype.upper()),
            "user": self.user,
            "user_team": team_id,
            "editable": False,
            "size": len(self.content or b""),
            "mode": "hosted",
            "is_external": False,
            "external_type": "",
            "is_public": True,
            "public_url_shared": False,
            "display_as_bot": False,
            "username": "",
            "url_private": f"{place}/{name}",
            "url_private_download": f"{place}/download/{name}",
            "media_display_type": "unknown",
            "permalink": f"{workspace_url}/files/{self.user}/{self.id}/{name}",
            "has_rich_preview": False,
            "file_access": "visible",
        }
        if self.alt_text:
            shown["alt_txt"] = self.alt_text
        return shown


@dataclass
class Files:
    """Every file by its id, and the secret addresses that still await an upload."""

    clock: Clock
    known: dict[str, File] = field(default_factory=dict)
    _awaited: dict[str, str] = field(default_factory=dict)

    def get(self, file_id: str) -> File:
        """Return a file that was shared; raises SlackError `file_not_found`."""
        found = self.known.get(file_id)
        if found is None or not found.shared:
            raise SlackError("file_not_found")
        return found

    def reserve(self, name: str, user: str, alt_text: str = "") -> tuple[File, str]:
        """Make room for a file that is about to be uploaded, and return it with its upload secret."""
        letters = string.ascii_uppercase + string.digits
        file_id = "F0" + "".join(secrets.choice(letters) for _ in range(9))
        file = File(file_id, name, user, int(self.clock()), alt_text=alt_text)
        secret = secrets.token_urlsafe(24)
        self.known[file_id] = file
        self._awaited[secret] = file_id
        return file, secret

    def receive(self, secret: str, content: bytes) -> File:
        """Store what was uploaded, once; raises SlackError `file_not_found`."""
        file_id = self._awaited.pop(secret, "")
        if not file_id:
            raise SlackError("file_not_found", 404)
        self.known[file_id] = replace(self.known[file_id], content=content)
        return self.known[file_id]

    def add(self, name: str, user: str, content: bytes) -> File:
        """Reserve and receive in one, as Slack's own client does for a person."""
        _, secret = self.reserve(name, user)
        return self.receive(secret, content)

    def share(self, file_id: str, user: str, title: str = "") -> File:
        """Make one's own uploaded file visible; raises SlackError `file_not_found`."""
        file = self.known.get(file_id)
        if file is None or file.user != user or file.content is None:
            raise SlackError("file_not_found")
        self.known[file_id] = replace(file, shared=True, title=title or file.title)
        return self.known[file_id]

    def hand_in(self, file_id: str, user: str) -> File:
        """Give the app one's own uploaded file with a form; raises SlackError `file_not_found`."""
        self.known[file_id] = replace(self.share(file_id, user), handed_in=True)
        return self.known[file_id]

    def forget(self, file_id: str) -> None:
        """Remove a file that was shared; raises SlackError `file_not_found`."""
        del self.known[self.get(file_id).id]
