"""A cell of any table, or what stands after a label: the column that the question asks for in the row it is about."""

import re
from collections.abc import Sequence

from knowledge.facts import NamedCell, Role, RowFact
from retrieval.answer import Intent, Outcome
from retrieval.asked_for import Expectation
from retrieval.candidate import Candidate
from retrieval.inquiry import Inquiry, Scored, same_place, words_of_document
from retrieval.lookups.indicators import values_given
from retrieval.requirements import could_answer, names_role
from retrieval.statements import is_blank
from retrieval.wording import one_line, sentence, shorten

_FITS = 0.8
_ROW_FITS = 0.6  # of what the document and its heading do not say
_BONUS = 0.08
_JUST_AS_WELL = 0.001
_ASKED = {Expectation.WHO, Expectation.WHEN, Expectation.HOW_MUCH, Expectation.WHICH, Expectation.WHAT}
# What columns are called that hold who, when and how much.
_NAMED_FOR: dict[Expectation, re.Pattern[str]] = {
    Expectation.WHO: re.compile(
        r"ansvar|ägare|handlägg|utför|vem\b|namn|riktas|mottag|ledare|kontakt|^till$|föredrag|resurs|funktion|roll",
        re.IGNORECASE,
    ),
    Expectation.WHEN: re.compile(
        r"datum|\btid|klar|slut|start|senast|\bnär\b|redovis|period|rapport|dag\b|månad|vecka|kvartal",
        re.IGNORECASE,
    ),
    Expectation.HOW_MUCH: re.compile(
        r"utfall|mål|värde|belopp|kronor|k?kr\b|antal|andel|budget|kostnad|pris|(?:19|20)\d\d|%",
        re.IGNORECASE,
    ),
}
_SORTS: tuple[tuple[str, str], ...] = (  # of a figure: asked for, and what its column is then called
    (
        r"\butfall|\bblev\b|\bvar\b|\bhade\b|\bfick\b|\bgjorde\w*|\bresultat|\boutcome",
        r"utfall|resultat|nuläge|bokslut",
    ),
    (r"\bmål(?:et|värde\w*|nivå\w*)?\b|\btarget", r"mål"),
    (r"prognos", r"prognos"),
    (r"basvärde|startvärde|från början|nuläge|starting value|baseline", r"bas|start|nuläge"),
    (r"budget", r"budget|ram"),
)
_MOST_CELLS = 6
_TITLE = re.compile(r"[A-ZÅÄÖ][^\d.:;]{2,60}")
_FIGURE = re.compile(r"\d")
_NUMBERS = re.compile(
    r"(?:nr|nummer|punkt|§|paragraf|dnr|diarienr|diarienummer|id|kod|rad|lagrum)\.?", re.IGNORECASE
)
_MARK = re.compile(r"[A-ZÅÄÖ]{1,4}[ -]?\d{1,3}")
_YEAR = re.compile(r"(?:19|20)\d\d")


_ASKS_WHAT_IT_IS = re.compile(
    r"\b(?:vad|va|what) (?:är|e|var|blev|blir|kostar|kostade|is|was|are|were)\b", re.IGNORECASE
)
_COMPARED = re.compile(r"\bjämför|\bhur gick\b|i förhållande|compared", re.IGNORECASE)


def rows(inquiry: Inquiry) -> list[Candidate]:
    """Answer with the cells that the question asks for; one that nobody has filled in is said to be so."""
    understanding = inquiry.understanding
    if understanding.expectation not in _ASKED or understanding.main is Intent.DECIDED:
        return []
    candidates: list[tuple[Scored, Candidate]] = []
    for each in inquiry.find({"row"}, 80)[:16]:
        assert isinstance(each.fact, RowFact)
        if each.coverage.share < _FITS or any(word.is_name for word in each.coverage.missing):
            continue
        if not _holds_focus(inquiry, each):
            continue
        cells = _choose(inquiry, each.fact)
        if cells == [] and _is_an_indicator(inquiry, each):
            continue  # its values are told as such, or said to be missing
        if cells is not None and _row_share(inquiry, each, cells) >= _ROW_FITS:
            candidates.append((each, _candidate(inquiry, each, cells)))
    return [candidate for each, candidate in candidates if not _has_an_equal(each, candidates)][:3]


def _is_an_indicator(inquiry: Inquiry, row: Scored) -> bool:
    """Tell whether the same words were read as an indicator that gives the value asked for."""
    return any(
        other.entry.document.id == row.entry.document.id
        and same_place(other.entry.source.span, row.entry.source.span)
        and values_given(inquiry, other)
        for other in inquiry.find({"indicator"})
    )


def _has_an_equal(row: Scored, others: Sequence[tuple[Scored, Candidate]]) -> bool:
    """Tell whether another row of the table fits just as well: nothing in the question says which of them it means."""
    fact = row.fact
    return (
        isinstance(fact, RowFact)
        and fact.header_span is not None
        and any(
            isinstance(other.fact, RowFact)
            and other.entry.document.id == row.entry.document.id
            and other.fact.header_span == fact.header_span
            and other.fact.subject != fact.subject
            and abs(other.score - row.score) < _JUST_AS_WELL
            for other, _ in others
        )
    )


def _choose(inquiry: Inquiry, fact: RowFact) -> list[NamedCell] | None:
    """Return the cells that are asked for: by their column's name, else by the sort of thing that they hold.

    Nothing when the row is of something else; none of its cells when it has no column for the figure asked for.
    """
    cells: Sequence[NamedCell] = fact.cells
    if len(cells) > 1:
        cells = [cell for cell in cells if cell.value != fact.subject]
    if inquiry.asks_for_figure:
        fitting = _of_figure(inquiry, fact.cells, cells)
        if not fitting and len(fact.cells) > 1:
            return []
        cells = fitting
    roles = _roles_of_columns(inquiry, fact)
    worths = [(cell, _worth(inquiry, cell, roles)) for cell in cells]
    most = max((worth for _, worth in worths), default=0.0)
    chosen = [cell for cell, worth in worths if worth == most] if most > 0 else []
    return chosen if 0 < len(chosen) <= _MOST_CELLS else None


def _holds_focus(inquiry: Inquiry, each: Scored) -> bool:
    """Tell whether the row or its columns name the very thing that is asked for."""
    assert isinstance(each.fact, RowFact)
    word = inquiry.asked.word(inquiry.understanding.focus)
    words = " ".join(f"{cell.name} {cell.value}" for cell in each.fact.cells)
    return word is None or inquiry.matcher.names(word, f"{each.fact.section} {words}")


def _roles_of_columns(inquiry: Inquiry, fact: RowFact) -> Sequence[Role]:
    """Return the roles of which a column must be: who owns a measure is who answers for it, where no column names owners."""
    asked = inquiry.understanding.roles
    is_named = any(names_role(role, cell.name) for role in asked for cell in fact.cells)
    return asked if is_named or Role.OWNER not in asked else (*asked, Role.RESPONSIBLE)


def _worth(inquiry: Inquiry, cell: NamedCell, roles: Sequence[Role]) -> float:
    """Return how well a column's name fits what is asked for; 0 when it holds something else."""
    understanding = inquiry.understanding
    if _is_bare_figure(cell.value) and not _asks_what_it_is(inquiry):
        return 0.0
    said = f"{cell.name}: {cell.value}" if understanding.expectation is Expectation.WHEN else cell.value
    if not (
        is_blank(cell.value) or could_answer(understanding, said) or _names_a_title(inquiry, cell, roles)
    ):
        return 0.0
    if inquiry.asks_for_figure:
        return 1.0
    named = sum(
        word.weight
        for word in inquiry.asked.words
        if not word.is_light and inquiry.matcher.names(word, cell.name)
    )
    if roles and not any(names_role(role, cell.name) for role in roles):
        return 0.0
    pattern = _NAMED_FOR.get(understanding.expectation)
    return named + (1.0 if pattern is not None and pattern.search(cell.name) else 0.0)


def _asks_what_it_is(inquiry: Inquiry) -> bool:
    """Tell whether a figure may answer: "vad är", "hur många" and whatever does not begin with "vad"."""
    understanding = inquiry.understanding
    return (
        understanding.expectation is not Expectation.WHAT
        or inquiry.asks_for_figure
        or bool(_ASKS_WHAT_IT_IS.search(understanding.text))
    )


def _is_bare_figure(value: str) -> bool:
    """Tell whether a cell holds a figure and no word: it tells nothing of what holds or shall be done."""
    return bool(_FIGURE.search(value)) and not re.search(r"[^\W\d_]{2,}", value)


def _names_a_title(inquiry: Inquiry, cell: NamedCell, roles: Sequence[Role]) -> bool:
    """Tell whether a cell names somebody by a title no list holds ("Chefläkare"): its column is of who answers for it."""
    if inquiry.understanding.expectation is not Expectation.WHO or not _TITLE.fullmatch(one_line(cell.value)):
        return False
    return any(names_role(role, cell.name) for role in roles)


def _of_figure(
    inquiry: Inquiry, columns: Sequence[NamedCell], cells: Sequence[NamedCell]
) -> Sequence[NamedCell]:
    """Return the cells of the years and the sorts of figure that are asked for, where columns tell them apart."""
    question = inquiry.understanding.text.lower()
    years = [str(year) for year in inquiry.understanding.years]
    if years and any(_YEAR.search(other.name) for other in columns):
        cells = [cell for cell in cells if any(year in cell.name for year in years)]
    if not _COMPARED.search(question):
        called = [
            called
            for asked, called in _SORTS
            if re.search(asked, question) and any(re.search(called, other.name.lower()) for other in columns)
        ]
        if called:
            cells = [cell for cell in cells if any(re.search(each, cell.name.lower()) for each in called)]
    return [
        cell
        for cell in cells
        if is_blank(cell.value) or (_FIGURE.search(cell.value) and not _is_a_number(cell))
    ]


def _is_a_number(cell: NamedCell) -> bool:
    """Tell whether a cell numbers its row, and counts nothing: "Nr: M 4"."""
    return (
        _NUMBERS.fullmatch(cell.name.strip()) is not None or _MARK.fullmatch(cell.value.strip()) is not None
    )


def _row_share(inquiry: Inquiry, each: Scored, cells: Sequence[NamedCell]) -> float:
    """Return how much of the question the row's other words hold, leaving document and heading aside."""
    assert isinstance(each.fact, RowFact)
    words = [cell.name if cell in cells else cell.value for cell in each.fact.cells]
    columns = " ".join(cell.name for cell in each.fact.cells if cell not in cells)
    matter = inquiry.matter_above(each.entry)
    # what introduces the table, or its document
    about = each.fact.subject if len(each.fact.cells) == 1 else ""
    around = f"{words_of_document(each.entry.document)} {each.fact.section} {matter} {columns} {about}"
    return inquiry.matcher.own_share(inquiry.asked, " ".join(words), around)


def _candidate(inquiry: Inquiry, each: Scored, cells: Sequence[NamedCell]) -> Candidate:
    assert isinstance(each.fact, RowFact)
    about = shorten(one_line(each.fact.subject), 200) if len(each.fact.cells) > 1 else ""
    filled = [cell for cell in cells if not is_blank(cell.value)]
    score, outcome = each.score + _BONUS, Outcome.ANSWERED
    if filled:
        said = ", ".join(
            f"{_name(cell.name, about)}: {shorten(one_line(cell.value), 300)}" for cell in filled
        )
        text = sentence(f"{about} – {said}" if about else said)
    elif cells:
        outcome = Outcome.NOT_FILLED_IN
        text = f"Det är inte ifyllt för {about} – {_name(cells[0].name, about)}."
    else:
        outcome = Outcome.NOT_FOUND
        score += 0.15 + 0.35 * (1 - each.coverage.dates)  # the year asked for is what is missing
        text = f"Det värdet anges inte för {about}."
    return Candidate(
        text=text,
        sources=each.sources,
        score=score,
        intent=inquiry.understanding.main,
        coverage=each.coverage,
        outcome=outcome,
        assignment_id=each.entry.assignment_id,
        subject=each.fact.subject,
    )


def _name(column: str, about: str) -> str:
    name = one_line(column)
    return name[:1].lower() + name[1:] if about and not name[:2].isupper() else name
