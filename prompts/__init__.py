"""Every word that is sent to a language model: Markdown files with named placeholders, and no logic."""

import hashlib
import string
from dataclasses import dataclass
from importlib.resources import files


class UnknownPromptError(LookupError):
    """There is no prompt of that name."""


class UnfilledPromptError(ValueError):
    """A placeholder got no words, or words were given for a placeholder that the prompt does not have."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """A prompt's text, its name and the first twelve digits of its SHA-256, so that an answer can be traced."""

    text: str
    name: str
    content_hash: str

    @property
    def placeholders(self) -> frozenset[str]:
        """The names that `filled` wants words for."""
        return frozenset(name for _, name, _, _ in string.Formatter().parse(self.text) if name)

    def filled(self, **words: str) -> str:
        """Return the text with each `{name}` replaced; words are put in as they are, braces and all."""
        if set(words) != self.placeholders:
            differ = ", ".join(sorted(set(words) ^ self.placeholders))
            raise UnfilledPromptError(f"the prompt {self.name} and the words for it differ in: {differ}")
        return self.text.format(**words)


def prompt(name: str) -> Prompt:
    """Return the prompt in `name.md`; raise UnknownPromptError when there is none."""
    file = files(__name__) / f"{name}.md"
    if not name.isidentifier() or not file.is_file():
        raise UnknownPromptError(name)
    text = file.read_text(encoding="utf-8").strip()
    return Prompt(text, name, hashlib.sha256(text.encode()).hexdigest()[:12])
