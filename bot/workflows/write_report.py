"""Write the report to a board for a meeting or a year, and hand it over in the person's own conversation."""

from dataclasses import dataclass

from bot import texts
from bot.durable import Steps
from bot.incoming import Click, Place
from bot.outgoing import Outgoing
from bot.parts import Clock, Reports, Slack
from bot.reports.building import NoReport, WantedReport
from bot.reports.files import report_files
from bot.views import report as report_view
from bot.workflows.access import Access
from bot.workflows.telling import Telling
from knowledge.writing.document import WrittenDocument


@dataclass(frozen=True)
class WriteReport:
    """Posts a message about the report, and the report as Word and Markdown in its thread."""

    slack: Slack
    access: Access
    reports: Reports
    clock: Clock

    def __call__(self, steps: Steps, key: str, click: Click) -> None:
        """Write the report that was chosen, or say why there is none."""
        wanted = report_view.wanted_of(click.value)
        if not self.access.may_use(steps, click.user, click.team):
            return
        if wanted is None:
            Telling(self.slack).tell(steps, click, texts.BUTTON_OUTDATED)
            return
        message = steps.run("compose", Outgoing, lambda: report_view.render(self._written(wanted)))
        ts = steps.attempt("post", str, lambda: self.slack.post(Place(click.user), message, f"{key}:report"))
        thread = Place(click.user, ts)
        steps.attempt("share", type(None), lambda: self._share(wanted, thread, f"{key}:files"))

    def _share(self, wanted: WantedReport, thread: Place, key: str) -> None:
        found = self._written(wanted)
        if not isinstance(found, NoReport):
            self.slack.share(thread, report_files(found, wanted), report_view.COMMENT, key)

    def _written(self, wanted: WantedReport) -> WrittenDocument | NoReport:
        write, today = self.reports, self.clock.today()
        if isinstance(wanted.about, int):
            return write.for_year(wanted.body, wanted.about, today, wanted.organisation)
        return write.for_meeting(wanted.body, wanted.about, today, wanted.organisation)
