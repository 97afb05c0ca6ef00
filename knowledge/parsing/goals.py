"""Goals and focus areas: headings, labels and lists that say what an organisation is to reach, and how it went."""

import re
from collections.abc import Iterator

from knowledge.blocks import Block, BlockKind, ReadDocument, RepairedText, Section, Span, sections
from knowledge.facts import AssignmentFact, FocusFact, GoalFact
from knowledge.parsing.indicators import goal_heading, goal_of
from knowledge.parsing.sentences import split_sentences, trail_of

_FOCUS_HEADING = re.compile(
    r"fokusområde|prioriterade (?:områden|inriktningar|frågor|utvecklingsområden)|strategiska (?:områden|inriktningar|vägval)|utvecklingsområde|framgångsfaktorer|inriktning(?:ar)?$|prioriteringar",
    re.IGNORECASE,
)
_FOCUS_NUMBERED = re.compile(
    r"^(?P<label>(?:Fokusområde|Prioriterat område|Strategi|Inriktning|Utvecklingsområde|Insatsområde|Område)\s+(?:\d{1,2}|[A-F]))\s*[.:–-]\s*(?P<text>\S.*)$",
    re.IGNORECASE,
)
ASSESSMENT = (
    r"(?:(?:Mycket god|God|Viss|Låg|Ingen|Hög|Delvis|Full|Bristande|Svag)\s+måluppfyllelse|Måluppfyllelse:?\s+\w+|(?:Ej|Inte|Delvis|Helt|Nästan helt)\s+(?:uppfyllt?d?|uppnått|genomfört?|påbörjat?d?)"
    r"|Uppfylls?(?: (?:delvis|helt|ej))?\b|Uppfyllt|Uppnått|Avslutad|Avslutat|Pågående|Pågår|Påbörjad|Påbörjat|Genomfört?|Klart?\b|Försenad|Enligt plan|Grön|Gul|Röd)"
)
_REPORTED = re.compile(
    r"^(?:(?P<number>\d{1,2}(?:\.\d{1,2}){1,4})\s+)?(?P<kind>Centrala mål|Centralt mål|Mål/delmål|Delmål|Mål|Nämndmål|Verksamhetsmål|Centrala uppdrag|Centralt uppdrag|Uppdrag|Fullmäktigeuppdrag|Nämnduppdrag|Område)\s*:\s+(?P<rest>\S.*)$",
    re.DOTALL,
)
_BEARER = re.compile(r"\s+(?P<bearer>Nämnd/Styrelse|Förvaltning/Bolag|Nämnd|Förvaltning|Styrelse)\b(?=\s|$)")
_BEARER_FIRST = re.compile(r"(?:Nämnd/Styrelse|Förvaltning/Bolag|Nämnd|Förvaltning|Styrelse)\s+")
_BEARER_ALONE = re.compile(r"(?:Nämnd/Styrelse|Förvaltning/Bolag|Nämnd|Förvaltning|Styrelse)\s*")
_ASSESSED = re.compile(rf"(?:Status:?\s+)?(?P<assessment>{ASSESSMENT})(?=[\s.,;:]|$)")
_JUDGED = re.compile(
    r"\b[Mm]ålet\s+(?:att|om)\s+(?P<goal>[^.]{5,200}?)\s+(?:bedöms|anses)\s+(?P<assessment>[^.,]{3,90}?(?:uppn\w+|uppfyll\w+))"
)
_LABELLED = re.compile(
    r"(?:^|(?<=\s))(?P<kind>(?:Miljö|Region|Nämnd|Kommun|Övergripande |Inriktnings|Effekt|Projekt|Verksamhets|Fullmäktiges |Kommunens |Regionens |Nämndens )?[Mm]ål|Delmål(?: för [\wåäö]+)?)(?:\s(?P<number>\d{1,2}|[A-H])[.:]|\s?:)\s+(?P<goal>[A-ZÅÄÖ][^.:]{8,160}?)(?=\.|\sMålet\b|\sMål|$)"
)


_GOAL_SECTION = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2})*\.?\s+|\d{1,2}\s?§\s+)?(?:(?:Övergripande|Långsiktiga?|Strategiska?|Ekonomiska?|Finansiella?|Våra|Nämndens|Styrelsens|Kommunens|Regionens|Förbundets|Programmets|Planens|Prioriterade)\s+)?"
    r"(?:effekt|projekt|uppdrags|verksamhets|inriktnings|resultat|prestations|nämnd|folkhälso|klimat|kvalitets)?mål(?:en|et|bild|sättning(?:ar)?)?(?:\s+(?:för\s.+|20\d\d(?:[–-]20\d\d)?))?|Vad (?:ska|vill) vi uppnå\??",
    re.IGNORECASE,
)
# What introduces a list of goals: "förslag till målsättningar har klargjorts, de är", "följande mål gäller:".
_ANNOUNCED = re.compile(
    r"\b(?P<goals>\w*målsättningar(?:na)?|\w*mål(?:en)?)\b(?! att\b)[^.:;]{0,60}?(?:, (?:de|dessa) är|\b(?:är|gäller|sätts|lyder)(?: följande)?)\s*:?$"
    r"|\b(?:följande|nedanstående) (?:\w+ ){0,2}?\w*mål(?:sättningar)?(?: \w+){0,4}\s*:$",
    re.IGNORECASE,
)
_TOWARDS_GOALS = re.compile(r"\b(?:nå|uppnå|uppfylla|nås|mot|utifrån|för|av)(?: \w+)? $", re.IGNORECASE)
_OF_GOALS = re.compile(r"\bmål\b|\w+mål\b", re.IGNORECASE)
_AIMS = re.compile(r"\b(?:ska(?:ll)?|högst|minst|senast|minska[rs]?|öka[rs]?|halveras)\b")
_MARK = re.compile(r"(?:[A-ZÅÄÖ]{1,2}\d{1,2}|\(?\d{1,2}[.)]|[a-z]\))\s+")
_GOAL_IS = re.compile(r"\b[Ee]tt mål (?:för|med|i)\s[\wåäö]+\s(?:är att|är)\s(?P<goal>[^.]{8,200})")
_HEADED_GOAL = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?\s+(?P<goal>[A-ZÅÄÖ][^.:]{8,120})$")
_SHORTEST_GOAL, _LONGEST_GOAL = 8, 320


def read_goals(document: ReadDocument) -> tuple[GoalFact | FocusFact | AssignmentFact, ...]:
    """Return goals, objectives and focus areas with their assessments, and the assignments a follow-up reports on."""
    found: list[GoalFact | FocusFact | AssignmentFact] = []
    parts = sections(document.blocks)
    for number, section in enumerate(parts):
        found.extend(_of_heading(section))
        found.extend(listed_goals(section))
        found.extend(_of_focus_list(section))
        found.extend(_reported(section, parts[number + 1] if number + 1 < len(parts) else None))
        for block in section.blocks:
            if block.kind is not BlockKind.TABLE_ROW:
                found.extend(_labelled(block, trail_of(section)))
                found.extend(_judged(block, trail_of(section)))
    return tuple(_without_repetition(found))


def _without_repetition(
    found: list[GoalFact | FocusFact | AssignmentFact],
) -> Iterator[GoalFact | FocusFact | AssignmentFact]:
    """Yield each once; a goal that goes on under "(2)" is named where it first stands."""
    seen: set[tuple[str, str, str]] = set()
    for fact in found:
        key = (fact.kind, fact.subject, getattr(fact, "text", "") or getattr(fact, "assessment", ""))
        if key not in seen:
            seen.add(key)
            yield fact


def _of_heading(section: Section) -> Iterator[GoalFact | FocusFact]:
    if section.heading is None:
        return
    goal = goal_heading(section.title)
    if goal is not None and len(goal["title"].split()) > 1:
        is_objective = goal["kind"].lower().startswith("del")
        yield GoalFact(
            span=section.heading.span,
            subject=goal["title"].strip(),
            section=trail_of(section),
            number=goal["number"] or "",
            goal=goal_of(section.trail[:-1]) if is_objective else "",
            is_objective=is_objective,
        )
    focus = _FOCUS_NUMBERED.match(section.title)
    if focus is not None:
        yield FocusFact(
            span=section.heading.span,
            subject=focus["text"],
            section=trail_of(section),
            label=focus["label"],
            text=focus["text"],
        )


def listed_goals(section: Section) -> Iterator[GoalFact]:
    """Yield the goals that a section about goals lists or states, and such a section's own heading."""
    above = section.trail[-2] if len(section.trail) > 1 else ""
    headed = _HEADED_GOAL.match(section.title) if _OF_GOALS.search(above) else None
    if headed is not None and section.heading is not None and not _OF_GOALS.search(section.title):
        yield GoalFact(span=section.heading.span, subject=headed["goal"], section=trail_of(section))
    is_about_goals = _GOAL_SECTION.fullmatch(section.title) is not None
    for block in section.blocks:
        if block.kind is BlockKind.TABLE_ROW or _LABELLED.search(block.text):
            continue
        for part in split_sentences(block.content):
            stated = _GOAL_IS.search(part.text)
            if stated is not None:
                yield GoalFact(
                    span=part.span(stated.start(), stated.end()),
                    subject=stated["goal"].strip(),
                    section=trail_of(section),
                )
            elif is_about_goals:
                yield from _stated(part, section, is_item=block.kind is BlockKind.LIST_ITEM)


def _stated(part: RepairedText, section: Section, *, is_item: bool) -> Iterator[GoalFact]:
    mark = _MARK.match(part.text)
    goal = part.text[mark.end() if mark is not None else 0 :].strip(" .,;")
    is_goal = is_item or mark is not None or _AIMS.search(goal) is not None
    if is_goal and _SHORTEST_GOAL <= len(goal) <= _LONGEST_GOAL and part.text[-1] != ":":
        yield GoalFact(
            span=part.span(mark.end() if mark is not None else 0), subject=goal, section=trail_of(section)
        )


def announced_goals(section: Section) -> Iterator[GoalFact]:
    """Yield the items of lists that a sentence introduces as goals."""
    announced = False
    for block in section.blocks:
        if block.kind is BlockKind.LIST_ITEM and announced:
            yield GoalFact(span=block.span, subject=block.text.strip().rstrip("."), section=trail_of(section))
        elif block.kind is not BlockKind.LIST_ITEM:
            last = next(reversed(list(split_sentences(block.content))), None)
            found = _ANNOUNCED.search(last.text) if last is not None and last.text[-1] != "." else None
            announced = found is not None and not (
                found["goals"]
                and last is not None
                and _TOWARDS_GOALS.search(last.text[: found.start("goals")])
            )


def _of_focus_list(section: Section) -> Iterator[FocusFact]:
    label = (
        section.title
        if _FOCUS_HEADING.search(section.title) and not _FOCUS_NUMBERED.match(section.title)
        else ""
    )
    for block in section.blocks:
        if block.kind is BlockKind.PARAGRAPH:
            leads = (
                block.text.rstrip().endswith(":")
                and _FOCUS_HEADING.search(block.text)
                and len(block.text) < 200
            )
            label = block.text.rstrip(" :") if leads else (label if label == section.title else "")
        elif block.kind is BlockKind.LIST_ITEM and label:
            yield FocusFact(
                span=block.span,
                subject=block.text[:160],
                section=trail_of(section),
                label=label,
                text=block.text,
            )


def _labelled(block: Block, section: str) -> Iterator[GoalFact]:
    """Yield goals named within text ("Miljömål: Göteborg har en hög biologisk mångfald Målet innebär …")."""
    if "ål" not in block.text or _REPORTED.match(block.text):
        return
    for match in _LABELLED.finditer(block.text):
        is_objective = match["kind"].lower().startswith("del")
        yield GoalFact(
            span=block.content.span(match.start(), match.end()),
            subject=match["goal"].strip(),
            section=section,
            number=match["number"] or "",
            is_objective=is_objective,
        )


def _judged(block: Block, section: str) -> Iterator[GoalFact]:
    for match in _JUDGED.finditer(block.text) if "ålet" in block.text else ():
        end = block.text.find(".", match.end())
        yield GoalFact(
            span=block.content.span(match.start(), end + 1 if end >= 0 else len(block.text)),
            subject=match["goal"].strip(),
            section=section,
            assessment=match["assessment"].strip(),
        )


def _reported(section: Section, after: Section | None) -> Iterator[GoalFact | AssignmentFact | FocusFact]:
    """Yield goals and assignments that a follow-up numbers and assesses ("7.1.1 Centrala mål: … Viss måluppfyllelse …")."""
    blocks = ([section.heading] if section.heading is not None else []) + list(section.blocks)
    # An assessment set on lines of its own may have been taken for a heading and what follows it.
    beyond = list(after.blocks[:2]) if after is not None and _BEARER_ALONE.fullmatch(after.title) else []
    for number, block in enumerate(blocks):
        match = _REPORTED.match(block.text) if block.kind is not BlockKind.TABLE_ROW else None
        if match is None or match["kind"] == "Område":
            continue
        title, assessment, span = _title_and_assessment(
            block, match, [*blocks, *beyond][number + 1 : number + 4]
        )
        if not 3 < len(title) < 300:
            continue
        trail = trail_of(section)
        if "uppdrag" in match["kind"].lower():
            yield AssignmentFact(span=span, subject=title, section=trail, number=match["number"] or "")
            if assessment:
                yield FocusFact(span=span, subject=title, section=trail, label="Status", text=assessment)
        else:
            yield GoalFact(
                span=span,
                subject=title,
                section=trail,
                number=match["number"] or "",
                is_objective="delmål" in match["kind"].lower(),
                assessment=assessment,
            )


def _title_and_assessment(
    block: Block, match: re.Match[str], following: list[Block]
) -> tuple[str, str, Span]:
    rest, start = match["rest"], match.start("rest")
    bearer = _BEARER.search(rest)
    assessed = _ASSESSED.search(rest, bearer.end() if bearer is not None else 0)
    if bearer is not None or assessed is not None:
        ends = [m.start() for m in (bearer, assessed) if m is not None]
        title = rest[: min(ends)].strip(" .")
        if assessed is not None and (bearer is None or assessed.start() - bearer.end() < 40):
            return title, assessed["assessment"], block.content.span(0, start + assessed.end())
    else:
        title = rest.strip(" .") if len(rest) < 220 else rest.split(". ")[0]
    for each in following:
        if each.kind is BlockKind.HEADING or _REPORTED.match(each.text):
            break
        bearer = _BEARER_FIRST.match(each.text)
        near = _ASSESSED.match(each.text, bearer.end() if bearer is not None else 0)
        if near is not None:
            return title, near["assessment"], Span(block.span.start, each.content.span(0, near.end()).end)
    end = start + (bearer.end() if bearer is not None else min(len(rest), 220))
    return title, "", block.content.span(0, end)
