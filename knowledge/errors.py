"""What can go wrong in this folder."""

from pathlib import Path


class KnowledgeError(Exception):
    """The world is broken on the way from a document to the register."""


class UnreadableDocumentError(KnowledgeError):
    """A file cannot be read; `reason` is plain Swedish for the person who sent it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class ScannedDocumentError(UnreadableDocumentError):
    """A document holds pictures of pages and no text."""


class NoDocumentError(UnreadableDocumentError):
    """A file can be read and holds something else than a document, such as a list of names."""


class RegisterError(KnowledgeError):
    """The register cannot be read or written."""


class StatusGoneError(RegisterError):
    """A status update cannot be corrected or taken back: somebody did so already."""


class ProposalError(KnowledgeError):
    """A language model proposed nothing: it failed, was too slow, or did not answer in the form."""


class MissingSourceError(KnowledgeError):
    """A path that was named is not there; nothing was read or withdrawn."""

    def __init__(self, paths: tuple[Path, ...]) -> None:
        super().__init__("Sökvägen finns inte: " + ", ".join(str(path) for path in paths))
        self.paths = paths
