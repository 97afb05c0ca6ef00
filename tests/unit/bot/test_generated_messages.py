"""Five thousand answers and digests, whatever their words and however many sources: Slack takes them all."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from random import Random
from typing import Any

from bot.guard import guarded
from bot.local.block_rules import check_message_blocks
from bot.outgoing import Outgoing
from bot.views import answer, digest
from bot.weekly_digest import SpokenItem, SpokenSection, WeeklyDigest
from knowledge.digest import DigestKind, Week
from retrieval.answer import Answer, Choice, Citation, Intent, Note, NoteKind, Outcome, Table
from tests.builders import a_citation

ANSWERS = 4_500
DIGESTS = 500
HOSTS = frozenset({"region-sjoland.example"})
WORDS = (
    "uppdrag Hälso- och sjukvårdsdirektören § 12 2026-03-02 <!channel> <@U0ANNALIND1> <#C1|x> *fet* _då_ ~nu~ "
    "`kod` ```block &amp; & < > | > citat https://evil.example/a?b=c <https://evil.example|klicka> "
    "mailto:a@b.se :tada: \u200f\u202e 😀 \t \n \x00 [a](javascript:1) \u200b Donaudampfschiffahrts"
    + "x"
    * 400
).split(" ")
ADDRESSES = (
    "",
    "https://region-sjoland.example/a|b>c",
    "https://region-sjoland.example/" + "å" * 3_100,
    "https://evil.example/",
    "http://[",
)


def words(random: Random, most: int) -> str:
    chosen = " ".join(random.choices(WORDS, k=random.randint(1, most)))
    return chosen if chosen.strip() else "ord"


def size(random: Random, most: int) -> int:
    """Return a size that is mostly small and now and then as large as can be."""
    return random.choices((1, 4, 20, most), weights=(70, 20, 8, 2))[0]


def citation(random: Random, at: int) -> Citation:
    quote = words(random, size(random, 400))
    return replace(
        a_citation(quote, at),
        title=words(random, size(random, 200)),
        section=random.choice(("", words(random, size(random, 200)))),
        date=random.choice((None, dt.date(2026, 3, 2))),
        url=random.choice(ADDRESSES),
        page=random.choice((None, 7)),
        document_id=random.randint(0, 5),
    )


def an_answer(random: Random) -> Answer:
    outcome = random.choice(tuple(Outcome))
    cited = size(random, 200) if outcome is Outcome.ANSWERED else 0
    return Answer(
        outcome,
        words(random, size(random, 900)),
        random.choice(tuple(Intent)),
        citations=tuple(citation(random, at) for at in range(cited)),
        notes=tuple(
            Note(kind, words(random, size(random, 300))) for kind in NoteKind if random.random() < 0.2
        ),
        choices=tuple(
            Choice(words(random, size(random, 200)), words(random, size(random, 900)))
            for _ in range(size(random, 40) if outcome is Outcome.AMBIGUOUS else 0)
        ),
        nearest=tuple(words(random, 30) for _ in range(random.randint(0, 4))),
        subject=random.choice(("", words(random, size(random, 200)))),
        table=a_table(random) if random.random() < 0.2 else (),
    )


def a_table(random: Random) -> Table:
    columns = random.randint(1, 8)
    return tuple(
        tuple(random.choice(("", words(random, size(random, 60)))) for _ in range(columns))
        for _ in range(2 + size(random, 150))
    )


def a_digest(random: Random) -> WeeklyDigest:
    sections = tuple(
        SpokenSection(
            kind, tuple(SpokenItem(words(random, size(random, 300))) for _ in range(size(random, 200)))
        )
        for kind in DigestKind
        if random.random() < 0.6
    )
    return WeeklyDigest(Week.of(dt.date(2026, 11, 23)), sections)


def messages(random: Random) -> Iterator[Outgoing]:
    for number in range(ANSWERS):
        yield answer.render(an_answer(random), f"T0KANSLI001:C0UPPDRAG01:{number}.000001")
    for _ in range(DIGESTS):
        yield from digest.render(
            a_digest(random), random.choice((None, dt.datetime(2026, 11, 23, 8, tzinfo=dt.UTC)))
        )


def marked_up(value: Any) -> Iterator[str]:
    """Yield every text in which Slack reads markup."""
    if isinstance(value, list | tuple):
        for one in value:
            yield from marked_up(one)
    elif isinstance(value, dict):
        if value.get("type") in ("mrkdwn", "markdown"):
            yield value["text"]
        else:
            yield from marked_up(list(value.values()))


def test_none_of_five_thousand_is_refused() -> None:
    sent = 0
    for message in messages(Random(20261123)):
        leaving = guarded(message, HOSTS)
        check_message_blocks(list(leaving.blocks))
        assert leaving.text.strip()
        assert len(leaving.text) < 4_000
        live = "\n".join([leaving.text, *marked_up(list(leaving.blocks))])
        assert "<!" not in live
        assert "<@" not in live
        assert "<https://evil" not in live
        sent += 1
    assert sent >= ANSWERS + DIGESTS
