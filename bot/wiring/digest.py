"""The builder of digests, joined to the register."""

from bot.digest_building import RegisterDigests
from bot.settings import Settings
from bot.wiring.register import OpenRegister


def open_digest_builder(settings: Settings, opened: OpenRegister) -> RegisterDigests:
    """Return what builds digests."""
    return RegisterDigests(opened.register, settings.timezone, settings.organisation)
