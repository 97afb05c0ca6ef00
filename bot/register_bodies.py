"""The organisations and boards whose documents are in the register."""

from dataclasses import dataclass

from knowledge.register import Register
from knowledge.scope import Scope, name_key


@dataclass(frozen=True)
class RegisterBodies:
    """Reads them from the documents; `organisation` limits them when set."""

    register: Register
    organisation: str = ""

    def organisations(self) -> tuple[str, ...]:
        """Return the organisations that documents come from."""
        return self._names("organisation")

    def boards(self) -> tuple[str, ...]:
        """Return the boards that act in documents."""
        return self._names("board")

    def _names(self, of: str) -> tuple[str, ...]:
        """Return each name once, however it is spelled, in order."""
        documents = self.register.documents(Scope(organisation=self.organisation))
        names = sorted(getattr(each.profile, of) for each in documents if getattr(each.profile, of))
        return tuple({name_key(name): name for name in reversed(names)}.values())[::-1]
