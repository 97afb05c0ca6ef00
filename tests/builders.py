"""Test values: what a test does not mention is filled in."""

import datetime as dt

from bot.status_drafts import Candidate, StatusDraft
from bot.weekly_digest import SpokenSection, WeeklyDigest
from knowledge.blocks import Span
from knowledge.digest import DigestKind, Week
from knowledge.documents import DocumentKind, DocumentProfile
from knowledge.entries import DocumentEntry, SourceQuote, State
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
    told = tuple(f"15 december 2026: Minska hyrberoendet, BP{number}" for number in range(items))
    return WeeklyDigest(Week.of(today), (SpokenSection(DigestKind.AHEAD, told),))
