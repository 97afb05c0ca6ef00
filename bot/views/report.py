"""Reports to boards: buttons and a menu to ask for one, and the message that a report is handed over with."""

from collections.abc import Sequence
from datetime import date, timedelta

from bot import texts
from bot.actions import HOME_REPORT
from bot.guard import escape
from bot.outgoing import Block, Outgoing
from bot.reports.building import MeetingAhead, NoReport, WantedReport
from bot.reports.composing import said_day
from bot.views.elements import actions, button, option, plain, section
from knowledge.writing.document import WrittenDocument

COMMENT = texts.REPORT_FILES
MOST_BUTTONS = 4
LONGEST_VALUE = 150  # Slack's limit for an option's value
YEAR_ENDS_WITHIN = timedelta(days=90)  # until then the final report is of the year before
_MARK = "\n"


def offer(meetings: Sequence[MeetingAhead], today: date) -> list[Block]:
    """Return a button for each of the next meetings, and a menu of the others and of final reports; nothing without any."""
    wanted = [WantedReport(each.body, each.organisation, each.day) for each in meetings]
    held = [each for each in wanted if len(_value(each)) <= LONGEST_VALUE]
    if not held:
        return []
    buttons = [
        button(_label(each), f"{HOME_REPORT}{number}", _value(each), spoken=f"{texts.REPORT}: {_label(each)}")
        for number, each in enumerate(held[:MOST_BUTTONS])
    ]
    year = (today - YEAR_ENDS_WITHIN).year
    final = dict.fromkeys(WantedReport(each.body, each.organisation, year) for each in held)
    groups = {
        texts.REPORT_MORE_MEETINGS: held[MOST_BUTTONS:],
        texts.REPORT_FINAL.format(year=year): sorted(final, key=lambda each: each.body),
    }
    menu: Block = {
        "type": "static_select",
        "action_id": f"{HOME_REPORT}chosen",
        "placeholder": plain(texts.REPORT_CHOOSE, 150),
        "option_groups": [
            {"label": plain(label, 75), "options": [option(_label(each), _value(each)) for each in group]}
            for label, group in groups.items()
            if group
        ],
    }
    return [section(texts.REPORT_OFFER), actions([*buttons, menu])]


def wanted_of(value: str) -> WantedReport | None:
    """Return the report that a button or an option asks for."""
    about, _, rest = value.partition(_MARK)
    body, _, organisation = rest.partition(_MARK)
    try:
        when = int(about) if about.isdecimal() else date.fromisoformat(about)
    except ValueError:
        return None
    return WantedReport(body, organisation, when) if body else None


def render(found: WrittenDocument | NoReport) -> Outgoing:
    """Return what is said of a report, or why there is none."""
    if isinstance(found, NoReport):
        return Outgoing(escape(found.reason))
    return Outgoing(escape(texts.REPORT_READY.format(title=found.title)))


def _value(wanted: WantedReport) -> str:
    return _MARK.join((str(wanted.about), wanted.body, wanted.organisation))


def _label(wanted: WantedReport) -> str:
    body = wanted.body[:1].upper() + wanted.body[1:]
    return body if isinstance(wanted.about, int) else f"{body}, {said_day(wanted.about)}"
