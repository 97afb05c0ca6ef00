"""A reply that is shown while it is written: sentence by sentence, each checked against its source."""

from threading import Lock

from bot.incoming import IncomingMessage
from bot.parts import Slack


class GrowingReply:
    """Takes sentences until the reply is whole; what comes later, from a model that was given up, is not said."""

    def __init__(self, slack: Slack, message: IncomingMessage, key: str) -> None:
        self._slack = slack
        self._message = message
        self._key = key
        self._lock = Lock()
        self._is_whole = False

    def tell(self, words: str) -> None:
        """Show one more sentence."""
        with self._lock:
            if not self._is_whole:
                self._slack.grow(self._message, words, self._key)

    def end(self) -> None:
        """Show no more."""
        with self._lock:
            self._is_whole = True
