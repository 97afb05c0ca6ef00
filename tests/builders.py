"""Test values: what a test does not mention is filled in."""

import datetime as dt

from bot.status_drafts import Candidate, StatusDraft
from bot.weekly_digest import SpokenItem, SpokenSection, WeeklyDigest
from knowledge.blocks import Span
from knowledge.digest import DigestKind, Week
from knowledge.documents import DocumentKind, DocumentProfile
from knowledge.entries import AssignmentEntry, DocumentEntry, FactEntry, SourceQuote, State
from knowledge.facts import DecisionPointFact
from knowledge.timeline import PointKind, Timeline, TimelinePoint, TimelineRow
from knowledge.when import Precision, When
from retrieval.answer import Answer, Choice, Citation, Intent, Note, Outcome

TODAY = dt.date(2026, 11, 23)
NOW = dt.datetime(2026, 11, 23, 9, 30, tzinfo=dt.UTC)


def a_profile(title: str = "Uppdragsdirektiv: Minska hyrberoendet") -> DocumentProfile:
    return DocumentProfile(title, DocumentKind.DIRECTIVE, "Region Sjöland", date=dt.date(2026, 3, 2))


def a_document(url: str = "https://region-sjoland.example/direktiv.md", id: int = 1) -> DocumentEntry:  # noqa: A002
    return DocumentEntry(id, 1, "direktiv.md", "direktiv.md", a_profile(), url)


def a_source(quote: str = "Uppdragsägare: HR-direktören", start: int = 40) -> SourceQuote:
    return SourceQuote(a_document(), quote, Span(start, start + len(quote)), None, "2 Organisation")


def a_citation(quote: str = "Uppdragsägare: HR-direktören", start: int = 40) -> Citation:
    return Citation.of(a_source(quote, start))


def an_answer(
    text: str = "HR-direktören äger uppdraget Minska hyrberoendet.",
    *,
    citations: tuple[Citation, ...] | None = None,
    notes: tuple[Note, ...] = (),
) -> Answer:
    return Answer(
        Outcome.ANSWERED,
        text,
        Intent.OWNER,
        citations=(a_citation(),) if citations is None else citations,
        notes=notes,
        subject="Minska hyrberoendet",
        assignment_id=7,
    )


def not_found(text: str = "Det framgår inte av de dokument jag har läst.") -> Answer:
    return Answer(Outcome.NOT_FOUND, text, nearest=("direktiv.md",))


def ambiguous() -> Answer:
    return Answer(
        Outcome.AMBIGUOUS,
        "Vilket uppdrag menar du?",
        choices=(
            Choice("Minska hyrberoendet", "Vem äger Minska hyrberoendet?"),
            Choice("Digitalt arkiv", "Vem äger Digitalt arkiv?"),
        ),
    )


def a_draft(
    candidates: tuple[Candidate, ...] = (Candidate(7, "Minska hyrberoendet"),),
    state: State | None = State.YELLOW,
    text: str = "två veckor sen",
) -> StatusDraft:
    return StatusDraft(candidates, state, text)


def a_digest(today: dt.date = TODAY, items: int = 1) -> WeeklyDigest:
    told = tuple(
        SpokenItem(f"15 december 2026: Minska hyrberoendet, BP{number}", (a_source(),))
        for number in range(items)
    )
    return WeeklyDigest(Week.of(today), (SpokenSection(DigestKind.AHEAD, told),))


def a_timeline(today: dt.date = TODAY) -> Timeline:
    when = When(dt.date(2026, 12, 15), dt.date(2026, 12, 15), Precision.DAY, "2026-12-15")
    fact = DecisionPointFact(span=Span(0, 3), subject="Minska hyrberoendet", code="BP2", ends=when)
    entry = FactEntry(1, fact, a_source())
    point = TimelinePoint(PointKind.DECISION, "BP2", "", when, dt.date(2026, 12, 15), entry)
    row = TimelineRow(AssignmentEntry(7, "Minska hyrberoendet"), (point,))
    return Timeline(today, today - dt.timedelta(60), today + dt.timedelta(305), (row,))
