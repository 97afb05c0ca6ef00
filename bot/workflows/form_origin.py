"""Where a status form was opened from; it travels with the form and says where to show the result."""

from dataclasses import dataclass

from pydantic import TypeAdapter

from bot.incoming import Click, Place
from bot.status_drafts import DraftPlace


@dataclass(frozen=True, slots=True)
class FormOrigin:
    """A card's draft, a command, a message or the home tab; what does not apply is empty."""

    card: str = ""
    index: int = 0
    channel: str = ""
    thread_ts: str = ""
    message_ts: str = ""
    response_url: str = ""
    is_ephemeral: bool = False
    original: str = ""
    key: str = ""
    is_home: bool = False

    @classmethod
    def of_click(cls, click: Click, place: DraftPlace) -> "FormOrigin":
        """Return the origin of a form that was opened from a card."""
        return cls(
            card=place.key,
            index=place.index,
            channel=click.channel,
            thread_ts=click.place.thread_ts,
            message_ts=click.message_ts,
            response_url=click.response_url if click.is_ephemeral else "",
            is_ephemeral=click.is_ephemeral,
        )

    @property
    def place(self) -> Place:
        """The thread that the form was opened from."""
        return Place(self.channel, self.thread_ts)

    def encode(self) -> str:
        """Return the origin as text; Slack carries at most 3,000 characters with a form."""
        return TypeAdapter(FormOrigin).dump_json(self).decode()

    @classmethod
    def decode(cls, private: str) -> "FormOrigin":
        """Return the origin that a form carried; raises ValueError when it carried something else."""
        return TypeAdapter(cls).validate_json(private)
