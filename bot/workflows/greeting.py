"""First words: in a new assistant thread, and in a channel that let the bot in."""

from dataclasses import dataclass

from bot import texts
from bot.durable import Steps
from bot.incoming import Opened, Place
from bot.outgoing import Outgoing
from bot.parts import Clock, Identities, OwnAssignments, Slack, StatusBook, Suggestions
from bot.people import People
from bot.views import welcome
from bot.workflows.access import Access

MOST_OWN = 4  # looked at, of which some have a question that can be answered
LONGEST_PROMPT = 60  # what fits on Slack's button


@dataclass(frozen=True)
class Greet:
    """Greets in the assistant pane and suggests questions, first of the person's own assignments."""

    slack: Slack
    access: Access
    people: People
    suggestions: Suggestions
    own: OwnAssignments
    identities: Identities
    clock: Clock

    def __call__(self, steps: Steps, key: str, opened: Opened) -> None:
        """Greet a person who may use the bot."""
        if not self.access.may_use(steps, opened.user, opened.team):
            return
        place = Place(opened.channel, opened.thread_ts)
        steps.attempt("greet", str, lambda: self.slack.post(place, Outgoing(texts.GREETING), key))
        steps.run("suggest", type(None), lambda: self._suggest(opened, place))

    def _suggest(self, opened: Opened, place: Place) -> None:
        prompts = [(_short(question), question) for question in self.suggestions.suggest(self._own(opened))]
        self.slack.greet(place, texts.PROMPTS_TITLE, prompts)

    def _own(self, opened: Opened) -> tuple[str, ...]:
        """Return the titles of the assignments that the person leads or owns."""
        member = self.people.member(opened.user, opened.team)
        holder = self.identities.holder(opened.team, opened.user)
        page = self.own.of(member, holder, self.clock.today(), MOST_OWN)
        return tuple(each.assignment.title for each in page.assignments)


@dataclass(frozen=True)
class Welcome:
    """Says what the bot is for."""

    slack: Slack
    suggestions: Suggestions
    book: StatusBook

    def __call__(self, steps: Steps, key: str, opened: Opened) -> None:
        """Post the welcome in the channel."""
        shown = steps.run("compose", Outgoing, self.compose)
        steps.attempt("send", str, lambda: self.slack.post(Place(opened.channel), shown, key))

    def compose(self) -> Outgoing:
        """Return the welcome with questions that can be answered now."""
        # a title of its own begins with a capital; a task taken from a decision's sentence does not
        titles = [each.title for each in self.book.assignments() if each.title[:1].isupper()]
        return welcome.message(self.suggestions.suggest(), min(titles, key=len, default=""))


def _short(question: str) -> str:
    return question if len(question) <= LONGEST_PROMPT else question[: LONGEST_PROMPT - 1] + "…"
