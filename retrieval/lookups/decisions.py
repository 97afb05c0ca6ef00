"""What was decided or proposed, on one matter or at a whole meeting."""

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.documents import DocumentKind
from knowledge.entries import FactEntry
from knowledge.facts import DecisionFact, DecisionOutcome, Role, Standing
from knowledge.when import Precision, When
from retrieval.actors import asks_which_actor
from retrieval.answer import Intent, Note, NoteKind, Outcome
from retrieval.asked_for import Expectation
from retrieval.candidate import Candidate
from retrieval.inquiry import Inquiry, Scored, names_another_board
from retrieval.matching import Coverage
from retrieval.requirements import could_answer
from retrieval.wording import (
    LONGEST_ANSWER,
    LONGEST_LIST,
    PROPOSED,
    decision_lead,
    one_line,
    paragraph_in_words,
    sentence,
    shorten,
)

_FITS = 0.62
FEWEST_MATTERS = 2
WHOLE_DECISION = 1_000  # characters of a decision that is told with all its points
_BOARD = re.compile(
    r"(?:kommun|region|förbunds)?fullmäktige|(?:kommun|region|förbunds)?styrelsen?|\b(?:KF|KS|RS|RF|HSN|RUN)\b|arbetsutskott\w*|\w*nämnden?\b|"
    r"nämnden för [\wÅÄÖåäö &]+|direktionen|förbundsstyrelsen",
    re.IGNORECASE,
)


def decisions(inquiry: Inquiry) -> list[Candidate]:
    """Answer what was decided (or, where that is asked for or all there is, proposed)."""
    understanding = inquiry.understanding
    asks_for_a_task = bool(_TASK_ASKED.search(understanding.text))
    if not (understanding.asks_for(Intent.DECIDED) or asks_for_a_task) or Role.HANDLER in understanding.roles:
        return []
    if (whole := _whole_meeting(inquiry)) is not None:
        return [whole]
    found = [each for each in inquiry.find({"decision"}, 200) if each.coverage.share >= _FITS]
    if not understanding.asks_for(Intent.DECIDED):
        found = [
            each
            for each in found
            if isinstance(each.fact, DecisionFact) and each.fact.outcome in _GIVES_A_TASK
        ]
    found = [each for each in found if _is_of_the_sort(understanding.text, each)]
    if understanding.wants_proposal:
        found.sort(
            key=lambda each: (-round(each.score, 1), each.fact.kind != "decision" or _is_decided(each))
        )
    seen: set[tuple[int, str, str]] = set()
    candidates = []
    settled = () if understanding.wants_proposal else tuple(filter(_is_decided, found))
    for each in found:
        fact = each.fact
        assert isinstance(fact, DecisionFact)
        if fact.standing is Standing.PROPOSED and any(_of_one_paragraph(each, other) for other in settled):
            continue  # what became of it is told beside it
        key = (each.entry.document.id, fact.paragraph or fact.subject, fact.standing)
        if key in seen:
            continue
        seen.add(key)
        candidate = _candidate(inquiry, each, [other for other in found if _same_matter(each, other)])
        needs_a_value = (
            _asks_when_it_shall_be(understanding.text)
            or understanding.expectation is Expectation.HOW_MUCH
            or asks_which_actor(understanding)
        )
        if _FINDINGS_ASKED.search(understanding.text) and _TASK.search(candidate.text):
            continue  # who was told to inquire does not tell what was found
        if needs_a_value and not any(
            could_answer(understanding, source.quote) for source in candidate.sources
        ):
            continue
        candidates.append(candidate)
        if len(candidates) == 5:
            break
    return candidates


def _is_of_the_sort(question: str, each: Scored) -> bool:
    """Tell whether a decision may tell what is asked: when a plan is adopted is told by what adopts it."""
    if not isinstance(each.fact, DecisionFact):
        return False
    return not _ADOPTION_ASKED.search(question) or bool(
        _ADOPTS.search(f"{each.fact.text} {each.fact.subject}")
    )


def _whole_meeting(inquiry: Inquiry) -> Candidate | None:
    """Answer what a meeting decided on all its matters, when the question names a board and a day and nothing else."""
    understanding = inquiry.understanding
    times = [
        when
        for when in understanding.dates
        if when.precision in {Precision.DAY, Precision.WEEK, Precision.MONTH}
    ]
    if not times or understanding.wants_proposal or understanding.expectation is Expectation.WHEN:
        return None
    if any(not _BOARD.search(word.surface) and not word.is_light for word in inquiry.asked.subject):
        return None
    board = _BOARD.search(understanding.text)
    named = board.group() if board else ""
    found = inquiry.register.find_facts(f"{inquiry.words} {named} beslutar", {"decision"}, 400)
    minutes = list(dict.fromkeys(entry.document.id for entry in found if _was_taken(entry, named, times)))
    matters: dict[tuple[int, str, str], FactEntry] = {}
    for entry in inquiry.register.facts_of_documents(minutes, {"decision"}):
        if not _was_taken(entry, named, times):
            continue
        fact = _decision(entry)
        key = (entry.document.id, fact.paragraph, fact.subject)
        first = matters.get(key)
        if first is None or entry.source.span.start < first.source.span.start:
            matters[key] = entry
    entries = sorted(matters.values(), key=lambda entry: (entry.document.id, entry.source.span.start))
    if len(entries) < FEWEST_MATTERS:
        return None
    lines = [_matter_line(entry) for entry in entries]
    meetings = {(_decision(entry).board, _decision(entry).meeting_date) for entry in entries}
    lead = decision_lead(replace(_decision(entries[0]), paragraph="")) if len(meetings) == 1 else "Beslut"
    room = LONGEST_LIST - len(lead) - 30
    if sum(len(line) + 3 for line in lines) > room:
        lines = [shorten(line, max(40, room // len(lines) - 3)) for line in lines]
    return Candidate(
        text=f"{lead}, {len(lines)} ärenden:\n" + "\n".join(f"• {line}" for line in lines),
        sources=tuple(entry.source for entry in entries),
        score=1.2,
        intent=Intent.DECIDED,
        coverage=Coverage(1.0, 1.0, 1.0),
        subject=_decision(entries[0]).board,
        is_list=True,
    )


def _was_taken(entry: FactEntry, board: str, times: Sequence[When]) -> bool:
    """Tell whether a decision was taken at one of the times, by the board when one is named."""
    fact = _decision(entry)
    day = fact.meeting_date
    if fact.standing is not Standing.DECIDED or day is None or board[:8].lower() not in fact.board.lower():
        return False
    return any(when.overlaps(day, day) for when in times)


def _decision(entry: FactEntry) -> DecisionFact:
    assert isinstance(entry.fact, DecisionFact)
    return entry.fact


def _matter_line(entry: FactEntry) -> str:
    fact = _decision(entry)
    where = f"{paragraph_in_words(fact.paragraph)} " if fact.paragraph else ""
    return f"{where}{one_line(fact.subject)}: {shorten(one_line(fact.text), 110)}"


def _is_decided(each: Scored) -> bool:
    return isinstance(each.fact, DecisionFact) and each.fact.standing is Standing.DECIDED


def _of_one_paragraph(one: Scored, other: Scored) -> bool:
    """Tell whether two decisions stand under one number of the same minutes."""
    if not isinstance(one.fact, DecisionFact) or not isinstance(other.fact, DecisionFact):
        return False
    paragraph = one.fact.paragraph
    return bool(paragraph) and (one.entry.document.id, paragraph) == (
        other.entry.document.id,
        other.fact.paragraph,
    )


def _same_matter(one: Scored, other: Scored) -> bool:
    if not isinstance(one.fact, DecisionFact) or not isinstance(other.fact, DecisionFact):
        return False
    return (
        one.entry.document.id == other.entry.document.id
        and one.fact.paragraph == other.fact.paragraph
        and one.fact.subject == other.fact.subject
        and one.fact.standing is other.fact.standing
    )


def _candidate(inquiry: Inquiry, best: Scored, matched: Sequence[Scored]) -> Candidate:
    fact = best.fact
    assert isinstance(fact, DecisionFact)
    siblings = [
        inquiry.score(entry)
        for entry in inquiry.register.facts_of(best.entry.document.id, {"decision"})
        if _same_matter(best, inquiry.score(entry))
    ] or list(matched)
    siblings = _without_repeats(siblings)
    points = sorted(siblings, key=lambda each: each.entry.source.span.start)
    if _asks_when_it_shall_be(inquiry.understanding.text):
        points = [each for each in points if _FROM_OR_UNTIL.search(each.entry.source.quote)] or points
    lead = decision_lead(fact)
    is_whole = (
        _asks_for_all(inquiry) and sum(len(one_line(_text(each))) + 3 for each in points) < WHOLE_DECISION
    )
    room = (WHOLE_DECISION if is_whole else LONGEST_ANSWER) - len(lead) - 10
    chosen = _within(points, best, room)
    words = [shorten(one_line(_text(each)), room if len(chosen) == 1 else 400) for each in chosen]
    if len(words) == 1:
        text = f"{lead}: {sentence(words[0])}"
    else:
        text = f"{lead}:\n" + "\n".join(each if each[:1].isdigit() else f"• {each}" for each in words)
    left_out = len(points) - len(chosen)
    if left_out > 0 and len(text) < LONGEST_ANSWER - 40:
        text += f"\n(+ {left_out} {'punkt' if left_out == 1 else 'punkter'} till)"
    notes: tuple[Note, ...] = ()
    bonus = 0.15
    outcome = Outcome.ANSWERED
    if fact.standing is Standing.PROPOSED:
        notes = (Note(NoteKind.PROPOSED, PROPOSED),)
        bonus = 0.12 if inquiry.understanding.wants_proposal else 0.02
        if _asks_whether_the_other_decided(inquiry, best, fact) or _asks_what_was_decided(inquiry, best):
            who = fact.board or best.entry.document.profile.board or "någon"
            text = shorten(
                f"Det framgår inte att {who} har beslutat. Det som finns är ett förslag. {text}",
                LONGEST_ANSWER,
            )
            outcome = Outcome.NOT_FOUND
            bonus = 0.1
    elif inquiry.understanding.wants_proposal:
        bonus = 0.08
    bonus += 0.06 if _board_fits(inquiry, fact) else 0.0
    bonus += 0.1 if _asks_how_it_went(inquiry) else 0.0
    return Candidate(
        text=text,
        sources=tuple(source for each in chosen for source in each.sources),
        score=best.score + bonus,
        intent=Intent.DECIDED,
        coverage=best.coverage,
        outcome=outcome,
        notes=notes,
        assignment_id=best.entry.assignment_id,
        subject=fact.subject,
        is_list=is_whole,
    )


def _asks_for_all(inquiry: Inquiry) -> bool:
    """Tell whether a question is what all somebody shall do, which no choice of a decision's points tells."""
    return inquiry.understanding.wants_list or bool(_ALL_ASKED.search(inquiry.understanding.text))


def _asks_how_it_went(inquiry: Inquiry) -> bool:
    """Tell whether a question is what became of something, which a decision tells whatever else it holds."""
    understanding = inquiry.understanding
    return understanding.expectation is Expectation.WHETHER or bool(_HOW_IT_WENT.search(understanding.text))


def _asks_when_it_shall_be(text: str) -> bool:
    """Tell whether a question is when something shall be done, which the day of the meeting does not tell."""
    lowered = text.lower()
    return bool(_WHEN_SHALL.search(lowered)) and not _WAS_DECIDED.search(lowered)


# "Vad ska nämnden utreda?" is answered by the decision that gave the task.
_TASK_ASKED = re.compile(r"^vad (?:ska|skall|skulle) \w+", re.IGNORECASE)
_ALL_ASKED = re.compile(r"^vad\b.{0,60}\bska(?:ll)?\b", re.IGNORECASE)
_GIVES_A_TASK = {DecisionOutcome.ASSIGNED, DecisionOutcome.REFERRED_BACK}
_FINDINGS_ASKED = re.compile(
    r"\bvad k[oa]m (?:[\w-]+ ){0,2}?\w*(?:utredning|översyn|granskning|utvärdering|kartläggning|analys|förstudie|rapport)\w*\b.{0,80}\bfram till\b",
    re.IGNORECASE,
)
_TASK = re.compile(r"\bi uppdrag\b|\buppdrar\b|\bUppdraget ska|återrapport", re.IGNORECASE)
_ADOPTION_ASKED = re.compile(
    r"^när (?:antas|antogs|antog|fastställs|fastställdes|fastställde)\b", re.IGNORECASE
)
_ADOPTS = re.compile(r"\banta(?:s|r|gen|gna|gits)?\b|\bantogs?\b|fastställ|godkän|besluta", re.IGNORECASE)
_HOW_IT_WENT = re.compile(
    r"\bhur gick det (?:med|för)\b|\bvad (?:blev det av|hände med)\b|\bhur blev det med\b|\bwhat (?:happened to|became of)\b",
    re.IGNORECASE,
)
_WHEN_SHALL = re.compile(
    r"\b(?:när|vilket datum|vilken dag|hur länge|senast när)\b.{0,12}\bska(?:ll)?\b|^when (?:shall|should|must|will)\b"
    r"|\b(?:när|hur länge|vilket datum)\b.*\b(?:gäller|gälla|i kraft|upphör|löper ut|börjar|startar|träder)\b"
)
_FROM_OR_UNTIL = re.compile(
    r"\bfrån och med\b|\btill och med\b|\bfr\.?o\.?m\b|\bt\.?o\.?m\b|\bsenast\b|\bi kraft\b|\btills vidare\b|\bunder perioden\b",
    re.IGNORECASE,
)
_WAS_DECIDED = re.compile(
    r"\b(?:beslutade[s]?|beslutat|beslöt|bestämde[s]?|bestämt|antog[s]?|godkände[s]?|decided)\b"
)


_WRITTEN_BEFORE = {DocumentKind.AGENDA, DocumentKind.OTHER}  # a summons, an official's report


def _asks_what_was_decided(inquiry: Inquiry, best: Scored) -> bool:
    """Tell whether the question is what was decided, and the only source is written before the meeting."""
    is_of_before = best.entry.document.profile.kind in _WRITTEN_BEFORE
    asked = _WAS_DECIDED.search(inquiry.understanding.text.lower())
    return is_of_before and asked is not None and not inquiry.understanding.wants_proposal


def _asks_whether_the_other_decided(inquiry: Inquiry, best: Scored, fact: DecisionFact) -> bool:
    """Tell whether the question is what a board decided that so far has only been proposed something."""
    proposer = fact.proposed_by or best.entry.document.profile.board
    if inquiry.understanding.wants_proposal or not fact.board or not proposer or fact.board == proposer:
        return False
    text = inquiry.understanding.text
    return not names_another_board(text, fact.board) and _named(text) and names_another_board(text, proposer)


def _named(text: str) -> bool:
    return bool(_BOARD.search(text))


def _board_fits(inquiry: Inquiry, fact: DecisionFact) -> bool:
    boards = [match.group().lower() for match in _BOARD.finditer(inquiry.understanding.text)]
    return any(board[:8] in fact.board.lower() for board in boards)


def _text(each: Scored) -> str:
    fact = each.fact
    if not isinstance(fact, DecisionFact):
        return ""
    return (
        f"{fact.number}. {fact.text}" if fact.number and not fact.text.startswith(fact.number) else fact.text
    )


def _without_repeats(points: Sequence[Scored]) -> list[Scored]:
    """Drop points whose words stand in another of the group (a summary and its numbered points)."""
    kept: dict[str, Scored] = {}
    for each in points:
        key = "".join(character for character in _text(each).lower() if character.isalnum())[:80]
        kept.setdefault(key, each)
    return list(kept.values())


def _within(points: Sequence[Scored], best: Scored, room: int) -> list[Scored]:
    """Choose the points that fit in the room: the best one and its neighbours in order, from the top when all fit."""
    lengths = {each.entry.id: min(len(one_line(_text(each))), 400) + 4 for each in points}
    if sum(lengths.values()) <= room and len(points) <= 6:
        return list(points)
    ranked = sorted(points, key=lambda each: (-round(each.score, 2), each.entry.source.span.start))
    chosen: list[Scored] = []
    left = room - 20
    for each in ranked:
        if lengths[each.entry.id] <= left and len(chosen) < 6:
            chosen.append(each)
            left -= lengths[each.entry.id]
    chosen = chosen or [best]
    return sorted(chosen, key=lambda each: each.entry.source.span.start)
