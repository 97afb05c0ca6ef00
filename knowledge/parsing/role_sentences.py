"""Role sentences: who holds which part, as sentences that begin with the role say it ("Uppdragsgivare är …")."""

import re
from collections.abc import Iterator
from dataclasses import replace

from knowledge.blocks import Block
from knowledge.facts import Role, RoleFact
from knowledge.parsing.role_labels import ANY_LABEL, detail_of, role_of
from knowledge.parsing.role_statements import role_statements
from knowledge.parsing.roles import Held, holders_in, role_facts
from knowledge.parsing.sentences import split_sentences

_STATEMENT = re.compile(
    rf"^(?:(?:Som|Till)\s+)?(?P<label>(?:{ANY_LABEL}))(?:\s+(?:för|av)\s+(?P<what>[^.:]{{3,140}}?))?\s+(?:är|ska vara|utgörs av|representeras av|består av|utses|har utsetts)\s*:?\s+(?P<who>[^.]{{2,400}}?(?:\.\s(?=[A-ZÅÄÖ]\w+(?:förvaltning|nämnd))[^.]{{2,300}}?)*)(?P<rest>\.|$|\s(?:under perioden|från och med|fr\.o\.m\.|till och med)\s[^.]*)",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:dess ägare|bolagets ägare|är|utgörs av|representeras av|består av|utses|har utsetts|vara)\b"
)
_OWNED = re.compile(r"\b(?:dess|bolagets)\s+(?:ägare|moderbolag),\s+(?P<who>[A-ZÅÄÖ][^.,;()]{2,60})")
# What the sentence goes on to say of something else.
_NEXT_CLAUSE = re.compile(
    r",?\s(?:och|samt|men|medan)\s(?:[\wåäö-]+\s){1,5}?(?:leds|är|sköts|ansvarar|svarar|håller|hanteras|ges|tas|heter)\s"
)
_LONGEST = 2000


def stated_roles(block: Block, subject: str, trail: str) -> Iterator[RoleFact]:
    """Yield the roles of sentences such as "Uppdragsgivare är förvaltningsdirektören"."""
    if len(block.text) > _LONGEST:
        return
    for part in split_sentences(block.content):
        for held_role, who, remark, label, start, end in role_statements(part):
            named = (Held(held_role, who, remark, label),)
            yield from role_facts(named, part.span(start, end), subject, trail, "")
        if _VERB.search(part.text) is None:
            continue
        owned = _OWNED.search(part.text)
        if owned is not None:
            yield from role_facts((Held(Role.OWNER, owned["who"].strip()),), part.span(), subject, trail, "")
        statement = _STATEMENT.match(part.text)
        role = role_of(statement["label"]) if statement is not None else None
        if statement is None or role in (None, Role.RESPONSIBLE) or role is None:
            continue
        detail = statement["what"] or detail_of(statement["label"]) or (statement["rest"] or "").strip(" .")
        who = _NEXT_CLAUSE.split(statement["who"], maxsplit=1)[0]
        span = part.span(0, statement.end() if who == statement["who"] else statement.start("who") + len(who))
        label = part.text[statement.start("label") : statement.end("what" if statement["what"] else "label")]
        held = tuple(replace(each, label=label) for each in holders_in(statement["label"], who.strip(" :")))
        yield from role_facts(held, span, subject, trail, detail)
