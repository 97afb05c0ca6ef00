"""What can go wrong in this folder."""


class BotError(Exception):
    """The world is broken between Slack and an answer."""


class SettingsError(BotError):
    """The settings cannot be used; `problems` say in plain Swedish what is wrong and how to mend it."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


class SlackUnavailableError(BotError):
    """Slack cannot be reached or is out of order just now; trying again may help."""


class SlackRefusedError(BotError):
    """Slack refused a call for good; `code` is Slack's own name of the reason."""

    def __init__(self, method: str, code: str) -> None:
        super().__init__(
            method, code
        )  # as it was made: it is kept with unfinished work, and made again from this
        self.code = code

    def __str__(self) -> str:
        """Return the call and the reason."""
        return ": ".join(self.args)


class ExecutorTakenError(BotError):
    """Every place for this kind of process is held by a living process."""
