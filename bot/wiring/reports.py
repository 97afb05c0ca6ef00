"""The writer of reports, joined to the register."""

from bot.reports.building import RegisterReports
from bot.settings import Settings
from bot.wiring.register import OpenRegister
from knowledge.holders import Holders


def open_reports(settings: Settings, opened: OpenRegister) -> RegisterReports:
    """Return what writes reports."""
    return RegisterReports(
        opened.register, Holders(opened.database), settings.timezone, settings.organisation
    )
