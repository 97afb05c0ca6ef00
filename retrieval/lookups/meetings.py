"""When a board meets, relative to today: from its calendar, its agendas and what minutes announce."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from knowledge.documents import DocumentKind
from knowledge.entries import FactEntry
from knowledge.facts import MeetingFact, Role
from knowledge.parsing.swedish_dates import MONTHS
from knowledge.when import When
from retrieval.answer import Choice, Intent, Note, NoteKind, Outcome
from retrieval.asked_for import Expectation
from retrieval.boards_meant import Fit, MeantBoard, boards_meant
from retrieval.candidate import Candidate
from retrieval.inquiry import Inquiry
from retrieval.matching import Coverage
from retrieval.period import Period, period_of, without_period
from retrieval.wording import day_in_words, one_line, sentence, shorten

MOST_MEETINGS = 2_000
_SURE = 1.4  # a computed date is surer than any passage
_MOST_IN_LIST = 18
_LONGEST_QUOTE = 260
_LISTED_UNDER = "ammanträdestider"
_CALENDAR_WORDS = "sammanträde sammanträdesplan möte"
_TELLS_OF_ONE_MEETING = frozenset({DocumentKind.MINUTES, DocumentKind.MEETING_SUMMARY})
_FIRST = re.compile(r"\bförsta\b|\bförst\b|\bfirst\b", re.IGNORECASE)
_FINAL = re.compile(r"\bsista\b|\bfinal\b", re.IGNORECASE)
_PASSED = re.compile(r"\b(?:förra|föregående|senaste|senast|sist|last|previous)\b", re.IGNORECASE)
_HAS_BEEN = re.compile(r"\b(?:sammanträdde|möttes|träffades|höll|hölls|ägde|was)\b", re.IGNORECASE)
_NEXT = re.compile(r"\bn[äa]st\w*|\bhärnäst\b|\bkommande\b|\bnext\b|\bkommer\b", re.IGNORECASE)
# "junisammanträdet" is the meeting in June.
_IN_A_MONTH = re.compile(
    rf"\b(?P<month>{'|'.join(name for name in MONTHS if len(name) > 3 or name == 'maj')})s?(?P<meeting>sammanträde|möte)[nt]?\b",
    re.IGNORECASE,
)
_ALL = re.compile(
    r"\b(?:vilka|alla|samtliga)\b|\b\w*(?:dagar|tider|datumen|möten|mötena|sammanträdena)\b|\bframöver\b|sammanträdesplan",
    re.IGNORECASE,
)
_OF_GROUPS = frozenset({Role.STEERING_GROUP, Role.MEMBER})  # a group that meets is named like a role
_ASKING_FOR_A_DAY = {Expectation.WHEN, Expectation.WHICH, Expectation.WHAT, Expectation.WHETHER}


@dataclass(frozen=True, slots=True)
class _Meeting:
    """A board's meeting on one day, with every place that tells of it, the fullest first."""

    board: MeantBoard
    day: date
    entries: tuple[FactEntry, ...]

    @property
    def is_only_told_of(self) -> bool:
        """Tell whether all that is known of it is that minutes of it exist."""
        return all(_is_its_own_date(entry) for entry in self.entries)

    @property
    def is_announced(self) -> bool:
        """Tell whether minutes of an earlier meeting speak of it as the next one."""
        return any(_announces(entry) for entry in self.entries)

    @property
    def is_announced_as_next(self) -> bool:
        """Tell whether minutes speak of it alone, and not of a whole year's meetings."""
        return any(
            _announces(entry) and not entry.fact.section.endswith(_LISTED_UNDER) for entry in self.entries
        )


def meetings(inquiry: Inquiry) -> list[Candidate]:
    """Answer when, and where, a board meets: next, first, last, or on every day of the period asked for."""
    understanding = inquiry.understanding
    asked = _IN_A_MONTH.sub(r"\g<meeting> i \g<month>", understanding.text)
    if (
        not (understanding.asks_for(Intent.MEETING) or asked != understanding.text)
        or not _OF_GROUPS.issuperset(understanding.roles)
        or understanding.expectation not in _ASKING_FOR_A_DAY
    ):
        return []
    period = period_of(asked, inquiry.today)
    text = without_period(asked, period)
    entries = inquiry.register.find_facts(f"{inquiry.words} {_CALENDAR_WORDS}", {"meeting"}, MOST_MEETINGS)
    boards = boards_meant(inquiry, entries, text)
    known = [each for board in boards for each in _meetings_of(board)]
    if not known:
        return []
    if not _NEXT.search(text) and (_PASSED.search(text) or (period is None and _HAS_BEEN.search(text))):
        return [_passed(inquiry, known, period)]
    if period is not None:
        return [_within(inquiry, boards, known, period, text)]
    return [_ahead(inquiry, boards, known, text)]


def _meetings_of(board: MeantBoard) -> list[_Meeting]:
    by_day: dict[date, list[FactEntry]] = defaultdict(list)
    for entry in board.entries:
        on = _on(entry)
        if on is not None and on.start is not None and on.start == on.end:
            by_day[on.start].append(entry)
    return [
        _Meeting(board, day, tuple(sorted(entries, key=_fullness))) for day, entries in sorted(by_day.items())
    ]


def _ahead(inquiry: Inquiry, boards: Sequence[MeantBoard], known: Sequence[_Meeting], text: str) -> Candidate:
    ahead = [each for each in known if each.day >= inquiry.today and not each.is_only_told_of]
    if not ahead:
        return _none_ahead(inquiry, known)
    if (unclear := _unclear(boards, ahead)) is not None:
        return unclear
    if _FINAL.search(text):
        return _one(inquiry, ahead[-1])
    if _ALL.search(text) and not _NEXT.search(text):
        return _several(inquiry, ahead)
    firsts = _first_of_each(ahead)
    if len(firsts) > 1:
        return _several(inquiry, firsts)
    return _one(inquiry, firsts[0], "nästa gång ", _disagreement(firsts[0], ahead))


def _within(
    inquiry: Inquiry,
    boards: Sequence[MeantBoard],
    known: Sequence[_Meeting],
    period: Period,
    text: str,
) -> Candidate:
    """Answer about a period that the question names; there, days that have passed count too."""
    held = [each for each in known if period.holds(each.day)]
    if _NEXT.search(text):
        held = [each for each in held if each.day >= inquiry.today and not each.is_only_told_of]
    if not held:
        nearest = min(known, key=lambda each: abs((each.day - period.first).days))
        return _not_found(
            f"Inget sammanträde{_with(known)} {_in(period)} framgår av de dokument jag har läst. "
            f"Det närmaste kända{_of(nearest, known)} är den {day_in_words(_when(nearest))}.",
            nearest,
        )
    if (unclear := _unclear(boards, held)) is not None:
        return unclear
    if _FIRST.search(text):
        firsts = _first_of_each(held)
        return _several(inquiry, firsts) if len(firsts) > 1 else _one(inquiry, firsts[0])
    if _FINAL.search(text):
        return _one(inquiry, held[-1])
    if _NEXT.search(text) or len(held) == 1:
        return _one(inquiry, held[0])
    return _several(inquiry, held)


def _passed(inquiry: Inquiry, known: Sequence[_Meeting], period: Period | None) -> Candidate:
    held = [each for each in known if each.day < inquiry.today and (period is None or period.holds(each.day))]
    if not held:
        return _not_found(
            f"Inget tidigare sammanträde{_with(known)} framgår av de dokument jag har läst.", known[0]
        )
    return _one(inquiry, max(held, key=lambda each: each.day), "senast ")


def _none_ahead(inquiry: Inquiry, known: Sequence[_Meeting]) -> Candidate:
    """Say that only passed meetings are known; a source that itself speaks of the next one is told with its day."""
    passed = [each for each in known if each.day < inquiry.today]
    last = max(passed or known, key=lambda each: each.day)
    if last.is_announced and not last.is_only_told_of:
        announcing = next(entry for entry in last.entries if _announces(entry))
        on = _on(announcing)
        assert on is not None
        text = (
            f"Det senaste som framgår har passerat: {_named(last.board)} sammanträdde den {day_in_words(on)}. "
            f"Källans ord: ”{shorten(one_line(announcing.source.quote), _LONGEST_QUOTE)}”"
        )
        return _candidate(text, [announcing], last.board)
    day = day_in_words(_when(last))
    return _not_found(
        f"Inget kommande sammanträde{_with(known)} framgår av de dokument jag har läst. "
        f"Det senaste kända{_of(last, known)} är från den {day}.",
        last,
    )


def _one(inquiry: Inquiry, meeting: _Meeting, how: str = "", notes: tuple[Note, ...] = ()) -> Candidate:
    verb = "sammanträdde" if meeting.day < inquiry.today else "sammanträder"
    text = f"{_named(meeting.board)} {verb} {how}den {day_in_words(_when(meeting))}{_where(meeting)}."
    first = meeting.entries[0]
    if _announces(first):
        text += f" Källans ord: ”{shorten(one_line(first.source.quote), _LONGEST_QUOTE)}”"
    return _candidate(sentence(text), meeting.entries, meeting.board, notes)


def _several(inquiry: Inquiry, held: Sequence[_Meeting]) -> Candidate:
    """List the meetings by day; when they are one board's, it is named once."""
    if len(held) == 1:
        return _one(inquiry, held[0])
    shown = sorted(held, key=lambda each: each.day)[:_MOST_IN_LIST]
    boards = {(each.board.name, each.board.organisation) for each in shown}
    is_one = len(boards) == 1
    lines = [
        f"• {day_in_words(_when(each))}{_where(each)}"
        if is_one
        else f"• {_named(each.board)}: {day_in_words(_when(each))}{_where(each)}"
        for each in shown
    ]
    verb = "sammanträdde" if all(each.day < inquiry.today for each in shown) else "sammanträder"
    lead = f"{_named(shown[0].board)} {verb}" if is_one else "Sammanträden"
    if (left := len(held) - len(shown)) > 0:
        lines.append(f"(+ {left} till)")
    text = "\n".join((f"{lead}:", *lines))
    return _candidate(text, [each.entries[0] for each in shown], shown[0].board, is_list=True)


def _unclear(boards: Sequence[MeantBoard], held: Sequence[_Meeting]) -> Candidate | None:
    """Ask which board is meant when the question fits several; one that names none is answered for all."""
    if boards[0].fit is Fit.BY_DOCUMENT:
        return None
    meant = list(dict.fromkeys((each.board.name, each.board.organisation) for each in held))
    if len(meant) < 2:
        return None
    by_name = {name for name, _ in meant}
    labels = [
        name if len(by_name) == len(meant) else f"{name}, {organisation}".strip(", ")
        for name, organisation in meant
    ]
    return Candidate(
        text="Vilken av dem menar du?\n" + "\n".join(f"• {label}" for label in labels[:8]),
        sources=(),
        score=_SURE,
        intent=Intent.MEETING,
        coverage=Coverage(1.0, 1.0, 1.0),
        outcome=Outcome.AMBIGUOUS,
        choices=tuple(
            Choice(label, f"När sammanträder {label[:1].lower()}{label[1:]} nästa gång?")
            for label in labels[:5]
        ),
    )


def _disagreement(chosen: _Meeting, ahead: Sequence[_Meeting]) -> tuple[Note, ...]:
    """Note that minutes announce another day than the calendar's as the next."""
    others = [each for each in ahead if each.is_announced_as_next and each.day != chosen.day]
    if chosen.is_announced or not others:
        return ()
    other = day_in_words(_when(others[0]))
    return (Note(NoteKind.CONFLICT, f"Ett protokoll anger i stället den {other} som nästa sammanträde."),)


def _candidate(
    text: str,
    entries: Iterable[FactEntry],
    board: MeantBoard,
    notes: tuple[Note, ...] = (),
    *,
    is_list: bool = False,
) -> Candidate:
    entries = list(entries)
    sources = [source for entry in entries for source in (entry.source, entry.header) if source is not None]
    return Candidate(
        text=text,
        sources=tuple(sources),
        score=_SURE,
        intent=Intent.MEETING,
        coverage=Coverage(1.0, 1.0, 1.0),
        notes=(*notes, *_proposal(entries)),
        subject=board.name,
        is_list=is_list,
    )


def _proposal(entries: Sequence[FactEntry]) -> tuple[Note, ...]:
    """Note that a day is only proposed, when no source says more than that."""
    if not all(entry.fact.section.startswith("Förslag") for entry in entries):
        return ()
    return (Note(NoteKind.PROPOSED, f"Det är ett förslag ({entries[0].document.title}), inte ett beslut."),)


def _not_found(text: str, nearest: _Meeting) -> Candidate:
    return Candidate(
        text=text,
        sources=(nearest.entries[0].source,),
        score=_SURE,
        intent=Intent.MEETING,
        coverage=Coverage(1.0, 1.0, 1.0),
        outcome=Outcome.NOT_FOUND,
        subject=nearest.board.name,
    )


def _first_of_each(held: Sequence[_Meeting]) -> list[_Meeting]:
    firsts: dict[tuple[str, str], _Meeting] = {}
    for each in sorted(held, key=lambda each: each.day):
        firsts.setdefault((each.board.name, each.board.organisation), each)
    return list(firsts.values())


def _on(entry: FactEntry) -> When | None:
    return entry.fact.on if isinstance(entry.fact, MeetingFact) else None


def _when(meeting: _Meeting) -> When:
    """Return the meeting's day with its clock time, where some source gives one."""
    times = [on for entry in meeting.entries if (on := _on(entry)) is not None]
    return next((on for on in times if on.time), times[0])


def _where(meeting: _Meeting) -> str:
    places = (entry.fact.place for entry in meeting.entries if isinstance(entry.fact, MeetingFact))
    place = next((place for place in places if place), "")
    return f", {shorten(one_line(place), 120)}" if place else ""


def _is_its_own_date(entry: FactEntry) -> bool:
    """Tell whether the fact is merely the date of the minutes that it stands in."""
    return entry.document.profile.kind in _TELLS_OF_ONE_MEETING and not _announces(entry)


def _announces(entry: FactEntry) -> bool:
    """Tell whether minutes speak of a later meeting than their own."""
    profile, on = entry.document.profile, _on(entry)
    if profile.kind not in _TELLS_OF_ONE_MEETING or on is None or on.start is None:
        return False
    if profile.date is not None:
        return on.start > profile.date
    return "näst" in entry.fact.section.lower()


def _fullness(entry: FactEntry) -> tuple[bool, bool, int]:
    fact = entry.fact
    place = isinstance(fact, MeetingFact) and bool(fact.place)
    return (entry.document.profile.kind is not DocumentKind.CALENDAR, not place, entry.source.span.start)


def _named(board: MeantBoard) -> str:
    """Return a board's name; one that only says what sort it is goes with its organisation."""
    if " " in board.name or len(board.name) > len("fullmäktige") or not board.organisation:
        return board.name
    return f"{board.name} ({board.organisation})"


def _with(known: Sequence[_Meeting]) -> str:
    names = {each.board.name for each in known}
    name = names.pop()
    return "" if names else f" med {name[:1].lower() if name[1:2].islower() else name[:1]}{name[1:]}"


def _of(last: _Meeting, known: Sequence[_Meeting]) -> str:
    is_one = len({(each.board.name, each.board.organisation) for each in known}) == 1
    if is_one:
        return ""
    names = {each.board.name for each in known}
    parts = (last.board.name if len(names) > 1 else "", last.board.organisation)
    told = ", ".join(part for part in parts if part)
    return f" ({told})" if told else ""


def _in(period: Period) -> str:
    return f"den {_plain(period.first)}" if period.first == period.last else f"({period.words})"


def _plain(day: date) -> str:
    return day.isoformat()
