"""How an assignment is going, from what staff have reported."""

from knowledge.blocks import Span
from knowledge.documents import DocumentKind, DocumentProfile
from knowledge.entries import DocumentEntry, SourceQuote, State, StatusUpdate
from knowledge.when import MONTH_NAMES
from retrieval.answer import Intent
from retrieval.candidate import Candidate
from retrieval.inquiry import Inquiry
from retrieval.matching import Coverage
from retrieval.wording import sentence, shorten

STATE_NAMES = {State.GREEN: "grön", State.YELLOW: "gul", State.RED: "röd", State.DONE: "klar"}


def statuses(inquiry: Inquiry) -> list[Candidate]:
    """Answer with the latest status of each assignment that may be meant, with its date and author."""
    if not inquiry.understanding.asks_for(Intent.STATUS):
        return []
    found: list[tuple[Coverage, StatusUpdate, str]] = []
    for assignment in inquiry.register.find_assignments(inquiry.words, 10):
        wordings = " ".join((assignment.title, *assignment.aliases))
        coverage = inquiry.matcher.coverage(
            inquiry.asked, inquiry.matcher.evidence(wordings, assignment.organisation)
        )
        history = [
            update for update in inquiry.register.status_history(assignment.id) if not update.withdrawn
        ]
        if history and coverage.share >= 0.6:
            found.append((coverage, history[0], assignment.title))
    best = max((coverage.share for coverage, _, _ in found), default=0.0)
    return [_candidate(*each) for each in found if each[0].share == best]


def _candidate(coverage: Coverage, update: StatusUpdate, title: str) -> Candidate:
    day = f"{update.at.day} {MONTH_NAMES[update.at.month - 1]} {update.at.year}"
    text = f"{title} är {STATE_NAMES[update.state]} enligt {update.author} den {day}."
    if update.text:
        text += f" {sentence(shorten(update.text, 300))}"
    text += "".join(f" {name}: {sentence(shorten(value, 100))}" for name, value in _unsaid_details(update))
    return Candidate(
        text=text,
        sources=(_message(update),),
        score=1.3,
        intent=Intent.STATUS,
        coverage=coverage,
        assignment_id=update.assignment_id,
        subject=title,
    )


def _unsaid_details(update: StatusUpdate) -> list[tuple[str, str]]:
    """Return the details that the comment does not hold word for word."""
    details = update.details
    named = (
        ("Försening", details.delay),
        ("Risk eller hinder", details.risk),
        ("Nästa steg", details.next_step),
        ("Vem", details.who),
        ("Väntas", ", ".join(details.expected)),
    )
    said = update.text.casefold()
    return [
        (name, value)
        for name, value in named
        if any(part not in said for part in value.casefold().split("; ") if part)
    ]


def _message(update: StatusUpdate) -> SourceQuote:
    """Return the message that the status was read from as a source of its own."""
    profile = DocumentProfile(f"Lägesrapport från {update.author}", DocumentKind.OTHER, date=update.at.date())
    message = DocumentEntry(0, 0, f"lägesrapport {update.id}", "", profile, indexed_at=update.at)
    return SourceQuote(message, update.original, Span(0, len(update.original)))
