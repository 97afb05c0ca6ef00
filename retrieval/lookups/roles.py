"""Who owns, leads, answers for or takes part: from the roles, addressees and responsibles of the register."""

import re
from collections.abc import Iterable

from knowledge.facts import ActivityFact, AssignmentFact, Fact, Role, RoleFact, Standing
from retrieval.actors import asks_for_an_official, chairs_another, names_an_official, names_the_holder
from retrieval.answer import Intent, Note, NoteKind
from retrieval.asked_for import Expectation
from retrieval.candidate import Candidate
from retrieval.inquiry import Inquiry, Scored
from retrieval.understanding import Understanding
from retrieval.wording import PROPOSED, listing, one_line, role_name, shorten

# A role that was asked for is also answered by these, in this order.
_ALSO: dict[Role, tuple[Role, ...]] = {
    Role.RESPONSIBLE: (Role.RESPONSIBLE, Role.ADDRESSEE, Role.OWNER, Role.LEADER),
    Role.ADDRESSEE: (Role.ADDRESSEE, Role.RESPONSIBLE),
    Role.LEADER: (Role.LEADER,),
    Role.OWNER: (Role.OWNER, Role.GIVER),
    Role.MEMBER: (Role.MEMBER, Role.STEERING_GROUP),
    Role.STEERING_GROUP: (Role.STEERING_GROUP,),
}
_GROUPS = {Role.MEMBER, Role.STEERING_GROUP}
_ANYBODY = (Role.RESPONSIBLE, Role.ADDRESSEE)
_FITS = 0.62
PART_FITS = 0.34
_ASKS_FOR_A_THING = re.compile(
    r"\bvilk\w+ (?:\w+ )?(?:nummer|datum|år|paragraf|diarienummer|beslut|uppdrag|mål|alternativ|åtgärder|aktiviteter|risker)\b|^(?:när|hur)\b",
    re.IGNORECASE,
)
# Who can hold a role, as a question calls them: "vilka nämnder", "vilken leverantör".
_ACTORS = re.compile(
    r"nämnd|styrels|förvaltning|bolag|person|ledam|parti|kommun|region|organisation|myndighet|chef|direktör|grupp|utskott|politik|enhet|avdelning|"
    r"förening|aktör|part(?:er|en)?$|(?<!om)råd(?:et|en|s)?$|konsult|leverantör|företag|tjänstem|funktion|verksamhet|sektor|medlem|deltagare|representant|yrke|kompetens|kontor|ansvarig|board|compan|authorit|people",
    re.IGNORECASE,
)
_CHAIRS_A_GROUP = re.compile(
    r"\bordförande\w*\b.{0,30}\bstyrgrupp|\bchair\w*\b.{0,30}\bsteering group", re.IGNORECASE
)
_INCLUDED = re.compile(r"\bingår\b|\bincluded\b", re.IGNORECASE)
_OF_A_PART = re.compile(r"del(?:projekt|uppdrag|process)|arbetsspår", re.IGNORECASE)
_MADE = re.compile(
    r"^(?:vem|vilka|vilken \w+) (?:har|hade) (?:\w+ )?(?:tagit fram|upprättat|författat|skrivit|utarbetat|gjort|utfört|genomfört)\b",
    re.IGNORECASE,
)
_CHAIRS = re.compile(r"\bordf", re.IGNORECASE)  # "Mia Ek (ordf.)" among a group's members


def roles(inquiry: Inquiry) -> list[Candidate]:
    """Answer who holds the role that is asked for."""
    understanding = inquiry.understanding
    asks_who = understanding.expectation in {Expectation.WHO, Expectation.WHICH} or (
        understanding.roles and understanding.expectation is Expectation.WHAT
    )
    if (
        _ASKS_FOR_A_THING.search(understanding.text)
        or not asks_who
        or not (understanding.roles or understanding.asks_for(Intent.OWNER))
    ):
        return []
    if understanding.focus and not _ACTORS.search(understanding.focus) and _may_be_a_thing(understanding):
        return []
    wanted = _wanted(understanding.roles)
    if _MADE.search(understanding.text):  # who was told to do something need not be who did it
        wanted = tuple(role for role in wanted if role is not Role.ADDRESSEE)
    title = understanding.focus if understanding.expectation is Expectation.WHO else ""
    found = [
        each
        for each in inquiry.find({"role", "assignment", "activity"}, 200)
        if each.coverage.share >= _FITS
        and not any(
            word.is_name or (word.surface == title and not word.is_light) for word in each.coverage.missing
        )
    ]
    candidates: list[Candidate] = []
    leads_a_group = _CHAIRS_A_GROUP.search(understanding.text)
    for role in (Role.STEERING_GROUP,) if leads_a_group else wanted:
        holders = [
            each
            for each in found
            if role in _roles_of(each.fact)
            and not _is_of_a_part(inquiry, each)
            and not chairs_another(understanding.text, each.fact.subject)
            and (
                not asks_for_an_official(understanding.text)
                or names_an_official(" ".join(_holders_of(each.fact)))
            )
            and (leads_a_group is None or _CHAIRS.search(" ".join(_holders_of(each.fact))))
        ]
        names = " ".join(name for each in holders[:1] for name in _holders_of(each.fact))
        told = understanding.roles or names_the_holder(understanding, names)
        if holders and told and not _tells_nothing(inquiry, names):
            candidates.extend(_candidate(inquiry, role, group) for group in _by_assignment(holders))
    return candidates


def _may_be_a_thing(understanding: Understanding) -> bool:
    """Tell whether what is asked for need be nobody: "vilka byggnader ingår" asks for no member."""
    return not understanding.roles or (
        understanding.roles == (Role.MEMBER,) and bool(_INCLUDED.search(understanding.text))
    )


def _by_assignment(holders: Iterable[Scored]) -> Iterable[list[Scored]]:
    """Keep the holders of different assignments apart, so that a question that fits several can be asked back."""
    groups: dict[int | None, list[Scored]] = {}
    for each in holders:
        groups.setdefault(each.entry.assignment_id, []).append(each)
    return groups.values()


def _wanted(asked: Iterable[Role]) -> tuple[Role, ...]:
    asked = tuple(asked)
    if Role.COORDINATOR in asked or (Role.STEERING_GROUP in asked and Role.MEMBER not in asked):
        asked = tuple(role for role in asked if role is not Role.RESPONSIBLE)
    wanted = [other for role in asked for other in _ALSO.get(role, (role,))] or list(_ANYBODY)
    return tuple(dict.fromkeys(wanted))


def _roles_of(fact: Fact) -> set[Role]:
    if isinstance(fact, RoleFact):
        return {fact.role}
    if isinstance(fact, AssignmentFact) and fact.addressees:
        return {Role.ADDRESSEE}
    if isinstance(fact, ActivityFact) and fact.responsible:
        return {Role.RESPONSIBLE}
    return set()


def _holders_of(fact: Fact) -> tuple[str, ...]:
    if isinstance(fact, RoleFact):
        detail = f" ({fact.detail})" if fact.detail and fact.detail not in fact.holder else ""
        return (fact.holder + detail,)
    if isinstance(fact, AssignmentFact):
        return fact.addressees
    if isinstance(fact, ActivityFact):
        return (fact.responsible,)
    return ()


def _candidate(inquiry: Inquiry, role: Role, holders: list[Scored]) -> Candidate:
    best = max(holders, key=lambda each: each.score + _label_bonus(inquiry, each))
    group = _whole_group(inquiry, best) or [each for each in holders if _belongs_with(each, best)]
    group.sort(key=lambda each: each.entry.source.span.start)
    names = listing([one_line(name) for each in group for name in _holders_of(each.fact)])
    subject = one_line(best.fact.label if isinstance(best.fact, ActivityFact) else best.fact.subject)
    text = f"{role_name(role, inquiry.understanding.language)}: {names}."
    if subject:
        text = (
            f"{text}\nUppdrag: {shorten(subject, 200)}."
            if inquiry.understanding.language == "sv"
            else f"{text} ({shorten(subject, 200)})"
        )
    exact = role in inquiry.understanding.roles and not inquiry.understanding.wants_proposal
    notes: tuple[Note, ...] = ()
    if isinstance(best.fact, AssignmentFact) and best.fact.standing is Standing.PROPOSED:
        notes = (Note(NoteKind.PROPOSED, PROPOSED),)
    return Candidate(
        text=text,
        sources=tuple(source for each in group for source in each.sources),
        score=best.score + (0.2 if exact else 0.08),
        intent=Intent.OWNER,
        coverage=best.coverage,
        notes=notes,
        assignment_id=best.entry.assignment_id,
        subject=best.fact.subject,
        is_list=len(group) > 6,
    )


def _whole_group(inquiry: Inquiry, best: Scored) -> list[Scored]:
    """Return all who are named with the best one as members of a group, whatever of the question each one's name holds."""
    fact = best.fact
    is_one_of_them = _CHAIRS_A_GROUP.search(inquiry.understanding.text)
    if not isinstance(fact, RoleFact) or fact.role not in _GROUPS or is_one_of_them:
        return []
    named = inquiry.register.facts_of(best.entry.document.id, {"role"})
    return [
        inquiry.score(entry)
        for entry in named
        if isinstance(entry.fact, RoleFact)
        and (entry.fact.role, entry.fact.subject, entry.fact.section)
        == (fact.role, fact.subject, fact.section)
    ]


def _is_of_a_part(inquiry: Inquiry, each: Scored) -> bool:
    """Tell whether a part of an assignment is offered where the assignment as a whole is asked about."""
    if isinstance(each.fact, ActivityFact):
        return inquiry.label_share(each.entry, each.fact.label) < PART_FITS
    if isinstance(each.fact, RoleFact) and _OF_A_PART.match(each.fact.label):
        return inquiry.label_share(each.entry, f"{each.fact.label} {each.fact.detail}") < PART_FITS
    if isinstance(each.fact, RoleFact) and each.fact.role is Role.RESPONSIBLE and each.fact.detail:
        return inquiry.label_share(each.entry, each.fact.detail) < PART_FITS
    return False


def _tells_nothing(inquiry: Inquiry, names: str) -> bool:
    """Tell whether the names only repeat the question's words: "Vem är regiondirektör?" – "Regiondirektören"."""
    said = set(inquiry.matcher.words.terms(inquiry.understanding.text))
    return all(term in said for term in inquiry.matcher.words.terms(names))


def _label_bonus(inquiry: Inquiry, each: Scored) -> float:
    """Return what an activity's own label adds when the question speaks of that activity."""
    if not isinstance(each.fact, ActivityFact):
        return 0.0
    return 0.15 * inquiry.label_share(each.entry, each.fact.label)


def _belongs_with(each: Scored, best: Scored) -> bool:
    """Tell whether a fact says of the same thing as the best one, as surely."""
    if each.entry.document.id != best.entry.document.id or type(each.fact) is not type(best.fact):
        return False
    if isinstance(best.fact, ActivityFact):
        return each.entry.id == best.entry.id
    if isinstance(best.fact, RoleFact) and best.fact.role in {
        Role.HANDLER,
        Role.CHAIR,
        Role.ADJUSTER,
        Role.ABSENT,
        Role.ATTENDEE,
    }:
        return each.fact.section == best.fact.section and each.score >= best.score - 0.15
    return each.fact.subject == best.fact.subject and each.score >= best.score - 0.15
