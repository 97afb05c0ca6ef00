"""Build a report to a board: whom it is for, which days it is about, what belongs in it, and its words."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta, tzinfo

from bot.reports import words
from bot.reports.bodies import BODY_FACTS, Body, bodies_meant, known_bodies, nearest_names
from bot.reports.composing import ReportFrame, said_day, written
from knowledge.board_report import REPORTED_FACTS, ReportPeriod, board_report
from knowledge.digest import DigestMaterial
from knowledge.holders import Holders
from knowledge.register import Register
from knowledge.scope import Scope, name_key
from knowledge.writing.document import WrittenDocument
from retrieval.wording import listing

MOST_FACTS = 100_000
WITHOUT_MEETING_BEFORE = timedelta(days=90)
MEETINGS_WITHIN = timedelta(days=120)
SAME_MATTER = 0.75  # how much of an assignment's wording the title of a matter must name


@dataclass(frozen=True, slots=True)
class NoReport:
    """Why there is no report, in Swedish."""

    reason: str


@dataclass(frozen=True, slots=True)
class MeetingAhead:
    """A meeting that a report can be written for."""

    body: str
    organisation: str
    day: date


@dataclass(frozen=True, slots=True)
class WantedReport:
    """A report that somebody asks for: to whom, about the day of a meeting or a whole year."""

    body: str
    organisation: str
    about: date | int


@dataclass(frozen=True)
class RegisterReports:
    """Writes reports from the register; every method raises RegisterError."""

    register: Register
    holders: Holders
    zone: tzinfo
    organisation: str = ""

    def for_meeting(
        self, board: str, meeting: date, today: date, organisation: str = ""
    ) -> WrittenDocument | NoReport:
        """Return the status report to a board for a meeting, as of today or of the meeting when that has been."""
        body = self._body(board, organisation, meeting)
        if isinstance(body, NoReport):
            return body
        notes = []
        if meeting not in body.meetings:
            if body.knows_the_days_around(meeting):
                days = listing([said_day(day) for day in body.nearest_meetings(meeting)])
                return NoReport(
                    words.UNKNOWN_MEETING.format(body=body.name, day=said_day(meeting), days=days)
                )
            notes.append(words.NOT_IN_CALENDAR.format(day=said_day(meeting)))
        before = body.meeting_before(meeting)
        first = before or meeting - WITHOUT_MEETING_BEFORE
        since = words.SINCE_LAST_MEETING if before else words.SINCE_UNKNOWN
        notes.append(since.format(day=said_day(first)))
        period = ReportPeriod(first, meeting - timedelta(days=1), min(today, meeting))
        return self._written(body, period, meeting, tuple(notes))

    def for_year(
        self, board: str, year: int, today: date, organisation: str = ""
    ) -> WrittenDocument | NoReport:
        """Return the final report to a board for a year, as of today while the year lasts."""
        body = self._body(board, organisation)
        if isinstance(body, NoReport):
            return body
        first, last = date(year, 1, 1), date(year, 12, 31)
        note = words.DURING_YEAR.format(first=said_day(first), last=said_day(last))
        return self._written(body, ReportPeriod(first, last, min(today, last)), None, (note,))

    def meetings_ahead(self, today: date, limit: int) -> tuple[MeetingAhead, ...]:
        """Return the next meeting of each body that has one, the nearest first."""
        days = (today, today + MEETINGS_WITHIN)
        facts = self.register.facts_with(("meeting",), Scope(organisation=self.organisation), days=days)
        ahead = [
            MeetingAhead(body.name, body.organisation, day)
            for body in known_bodies(facts, ())
            for day in body.meetings[:1]
        ]
        return tuple(sorted(ahead, key=lambda each: (each.day, each.body))[:limit])

    def _bodies(self, organisation: str) -> tuple[Body, ...]:
        scope = Scope(organisation=organisation)
        facts = self.register.facts_with(BODY_FACTS, scope, MOST_FACTS)
        return known_bodies(facts, self.register.documents(scope))

    def _body(self, board: str, organisation: str, meeting: date | None = None) -> Body | NoReport:
        """Return the body that is meant; of several organisations' the one that has the meeting."""
        bodies = self._bodies(organisation or self.organisation)
        if not bodies:
            return NoReport(words.NO_BODIES)
        meant = bodies_meant(board, bodies)
        if not meant:
            *others, last = nearest_names(board, bodies)
            names = " eller ".join(filter(None, (", ".join(others), last)))
            return NoReport(f"{words.UNKNOWN_BODY.format(name=board)} {words.NEAREST.format(names=names)}")
        meant = tuple(each for each in meant if meeting in each.meetings) or meant
        organisations = list(dict.fromkeys(each.organisation for each in meant if each.organisation))
        if len(organisations) > 1:
            return NoReport(
                words.SEVERAL.format(name=meant[0].name, organisations=listing(sorted(organisations)))
            )
        meetings = sorted({day for each in meant for day in each.meetings})
        return Body(meant[0].name, "".join(organisations), tuple(meetings))

    def _written(
        self, body: Body, period: ReportPeriod, meeting: date | None, notes: tuple[str, ...]
    ) -> WrittenDocument:
        scope = Scope(organisation=body.organisation or self.organisation)
        material = DigestMaterial(
            facts=self.register.facts_with(REPORTED_FACTS, scope, MOST_FACTS),
            statuses=self.register.status_updates(scope),
            assignments=self.register.assignments(scope),
            zone=self.zone,
        )
        reported = board_report(body.as_reported(), period, material, self._named_by(scope))
        frame = ReportFrame(
            body.as_reported(),
            period,
            meeting,
            (words.AS_OF.format(day=said_day(period.as_of)), *notes),
            self._holder_on(period.as_of, body.organisation),
            lambda update: material.day(update.at),
        )
        return written(frame, reported)

    def _named_by(self, scope: Scope) -> Callable[[str], int | None]:
        def named(subject: str) -> int | None:
            found = self.register.find_assignments(subject, scope, 1)
            return found[0][0].id if found and found[0][1] >= SAME_MATTER else None

        return named

    def _holder_on(self, day: date, organisation: str) -> Callable[[str], str]:
        def holder(title: str) -> str:
            found = self.holders.holder_of(title, day)
            is_ours = found is not None and (
                "" in {found.organisation, organisation}
                or name_key(found.organisation) == name_key(organisation)
            )
            return found.person if found is not None and is_ours else ""

        return holder
