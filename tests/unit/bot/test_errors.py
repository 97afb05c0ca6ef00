"""Errors are kept with unfinished work, and come back as they were."""

import pickle

from bot.errors import SlackRefusedError


def test_a_refusal_is_kept_with_its_reason() -> None:
    kept = pickle.loads(pickle.dumps(SlackRefusedError("chat.update", "message_not_found")))
    assert (kept.code, str(kept)) == ("message_not_found", "chat.update: message_not_found")
