"""Share in the channel an answer that was given to one person alone."""

from dataclasses import dataclass

from bot import texts
from bot.audiences import Audiences
from bot.durable import Steps
from bot.errors import SlackRefusedError
from bot.incoming import Click, Place
from bot.parts import Exchange, Exchanges, Member, Slack, Sources
from bot.people import People
from bot.views import answer as answer_view
from bot.workflows.access import Access
from bot.workflows.exchange import answer_of, cited_documents
from bot.workflows.telling import Telling

NOT_THERE = frozenset({"not_in_channel", "channel_not_found", "is_archived", "restricted_action"})


@dataclass(frozen=True)
class ShareAnswer:
    """Posts the answer as it was given, once, for the one who asked."""

    slack: Slack
    telling: Telling
    access: Access
    people: People
    exchanges: Exchanges
    sources: Sources
    audiences: Audiences

    def __call__(self, steps: Steps, _key: str, click: Click) -> None:
        """Check that the answer was the person's own and given in this channel, and post it there."""
        if not self.access.may_use(steps, click.user, click.team):
            return
        found = steps.run("read the answer", tuple[Exchange, ...], lambda: self._found(click))
        if not found:
            self.telling.tell(steps, click, texts.SHARE_GONE)
            return
        member = steps.attempt(
            "look up who shares", Member, lambda: self.people.member(click.user, click.team)
        )
        is_shared = steps.attempt("share", bool, lambda: self._post(click, found[0], member))
        self.telling.tell(steps, click, texts.SHARED if is_shared else texts.SHARE_NOT_THERE)

    def _found(self, click: Click) -> tuple[Exchange, ...]:
        exchange = self.exchanges.find(click.value)
        is_own = exchange and (exchange.user, exchange.channel) == (click.user, click.channel)
        return (exchange,) if exchange and is_own and exchange.given else ()

    def _may_be_shown(self, exchange: Exchange, click: Click) -> bool:
        """Tell whether what the answer quotes is not limited to other places since it was given."""
        places = self.audiences.of(click.channel, click.user)
        return self.sources.may_show(cited_documents(exchange), places)

    def _post(self, click: Click, exchange: Exchange, member: Member) -> bool:
        """Return false when the bot may not write in the channel, or not quote there any more."""
        answer = answer_of(exchange)
        if answer is None or not self._may_be_shown(exchange, click):
            return False
        shown = answer_view.shared(answer, exchange.key, exchange.question, member.name)
        try:
            self.slack.post(Place(click.channel, click.thread_ts), shown, f"shared:{exchange.key}")
        except SlackRefusedError as error:
            if error.code in NOT_THERE:
                return False
            raise
        return True
