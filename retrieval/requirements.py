"""What a passage's words must hold before they may answer: the sort of thing that the question asks for; pure."""

import re
from functools import lru_cache

from knowledge.facts import Role, ValueRole
from retrieval.actors import PERSON, asks_for_an_actor, names_somebody, names_the_actor
from retrieval.answer import Intent
from retrieval.asked_for import ROLE_PATTERNS, Expectation
from retrieval.quantities import holds_quantity
from retrieval.reasons import gives_a_reason
from retrieval.rivals import of_the_marked
from retrieval.statements import is_a_question
from retrieval.times import says_when
from retrieval.understanding import Understanding

_REFERENCES = re.compile(
    r"beslutsunderlag|^handlingar|^\W*underlag|bilagor|(?:beskrivs|redovisas|framgår) (?:under rubriken|i avsnitt|av avsnitt)|tjänsteskrivelse|protokollsutdrag\b.*§",
    re.IGNORECASE,
)
_OUTCOME = re.compile(
    r"utfall|resultat|\bblev\b|uppgick|uppgår|ökade|minskade|ökat|minskat|nådde|\d[^.]{0,40}\d", re.IGNORECASE
)
_NEXT_MEETING = re.compile(r"(?:nästa|kommande)\s+\w*(?:sammanträde|möte)|nästkommande", re.IGNORECASE)
_CASE_NUMBER = re.compile(
    r"\b(?:dnr|diarienummer|ärendenummer|diarienr)\b\W{0,4}(?!\d{4}-\d\d-\d\d)(?:[A-ZÅÄÖ]{1,6}\W?)?\d|\b[A-ZÅÄÖ]{1,5}[ -]?\d{1,4}[-/]\d{2,5}|\d{3,5}/\d{2}",
    re.IGNORECASE,
)
_DECISION_POINT = re.compile(r"beslutspunkt|grind|\bG[0-9]\b|\bBP\s?[O0-9]|milstolp|\bMS\s?\d", re.IGNORECASE)
_ANSWERED = re.compile(
    r"\bsvara\w*|\bsvaret\b|\bi (?:sitt )?svar|\bsvar (?:önskas|begärs|emotses|lämnas|ska)|yttra|\banse|\bansåg|men(?:ar|ade)\b|uppge|uppgav|framför|framhåll|framhöll|redogör|förklara|instäm|avvisa|betona|bedöm|påpeka|kommenter",
    re.IGNORECASE,
)
# Whoever asks for an answer has not got it.
_ANSWER_ASKED_FOR = re.compile(
    r"\b(?:svar\w*|yttrande\w*)\s(?:\w+\s)?(?:önskas|begärs|emotses|förväntas|ska(?:ll)?\b|bör\b|lämnas (?:till|senast))|"
    r"\b(?:önskar|begär|emotser|vill ha|inväntar)\s(?:\w+\s){0,2}(?:svar\w*|yttrande\w*)",
    re.IGNORECASE,
)
_TOOK_A_STAND = re.compile(
    r"\bsvara(?:r|de)\b|yttra|\banser\b|\bansåg|men(?:ar|ade)\b|framhåll|framhöll|instäm|avvisa|betona|bedöm|föresl|bif[aö]ll|avsl[åo]|avstyrk|tillstyrk|positiv|"
    r"negativ|kriti|välkomn|ställ\w+ sig|yrka|reserv|önska|tyck|\bvill\b",
    re.IGNORECASE,
)
_EVALUATED = re.compile(
    r"uppnå|uppfyll|nådd|nått|lyck|resultat|utfall|\bblev\b|bifall|avsl[oå]|minskat|minskade|ökat|ökade|genomför|påbörja|pågår|\bhar\b|klar|försena|%",
    re.IGNORECASE,
)
# What does not belong to a thing is no list of what does.
_FOUND = re.compile(
    r"\bvisa(?:r|de|t)\b|slutsats|kom(?:mer|mit)? fram|konstater|bedöm|föresl|förord|rekommend|resultat(?!utjämn)|framg[åi]|utfall|\banser\b|\bansåg|brist|\d\s?(?:%|procent)|ökat|minskat",
    re.IGNORECASE,
)
_RULES = re.compile(
    r"\bbeslut(?:ar|as|a|at|ade|ades)?\b|bestäm|avgör|godkän|pröva|prövning|medge|medgiv|delegat|delegera|fastställ|överenskom|ansvarar|\bfår\b|\brätt\b|\banta[rs]?\b",
    re.IGNORECASE,
)
_LEFT_OUT_ASKED = re.compile(
    r"\b(?:ingår|omfattas|omfattar|gäller) (?:det )?(?:inte|ej)\b|\b(?:inte|ej) (?:ingår|omfattas|omfattar|med i)\b|\bnot (?:included|covered)\b"
)
_LEFT_OUT = re.compile(
    r"\b(?:inte|ej|inga|ingen|exkl\w*|utanför|undanta\w*|utan|avgräns\w*|varken)\b", re.IGNORECASE
)
# How tables and sentences call a value, before its year.
_VALUE_WORDS: dict[ValueRole, str] = {
    ValueRole.ACTUAL: r"utfall|resultat|bokslut",
    ValueRole.TARGET: r"mål|målvärde|målnivå|målsättning",
    ValueRole.FORECAST: r"prognos",
}
# What a question asks for, and the words that tell of it.
_TOLD_IN: tuple[tuple[str, re.Pattern[str]], ...] = (
    (r"\butfall|\boutcome", _OUTCOME),
    (
        r"\bmål(?:et|värde\w*) (?:för|20)|\btarget\b",
        re.compile(r"mål|\bska\b|\bskall\b|högst|minst|lägst|\bnå\b|target|kravet", re.IGNORECASE),
    ),
    (r"^hur (?:gick|har) det|måluppfyllelse", _EVALUATED),
    (r"^(?:vad|hur) svarade|\bsvarat\b|^what did .* (?:answer|reply)", _ANSWERED),
    (
        r"^(?:vem|vilka|who)\b.*\b(?:skrev|skrivit|författat?|upprättade|upprättat|wrote)\b(?! (?:under|på)\b)",
        re.compile(r"\bskr[ie]v|författ|upprätta|utarbeta|\bt(?:og|agit) fram|underteckna", re.IGNORECASE),
    ),
    (
        r"^(?:vilke[nt]|vilka|vad)\b.*\b(?:nummer|numret|numren)\b",
        re.compile(r"\b(?:nr|nummer)\b\W{0,3}\d|\d\s?[–-]\s?\d|\b[A-ZÅÄÖ]{1,4}[ -]?\d", re.IGNORECASE),
    ),
    (
        r"^(?:senast när|när senast|hur sent)\b",
        re.compile(
            r"senast|före|\binom\b|till och med|t\.o\.m|fram till|dröja|\bska\b|deadline|utgång|\bsista\b|\|",
            re.IGNORECASE,
        ),
    ),
    (
        r"^(?:vem|vilka|vilken \w+|who) (?:har )?(?:gjorde|gjort|utförde|utfört|genomförde|genomfört)\b",
        re.compile(
            r"\bgjort?s?\b|\bgjord|utför|genomför|\bt(?:og|agit) fram|upprätta|mottagare|\bstår för|uppdrag",
            re.IGNORECASE,
        ),
    ),
    (
        r"^(?:vilke[nt]|vilka|vad|vem|which|what|who)\b.*\b(?:mest|flest|minst|oftast|most)\b",
        re.compile(
            r"\b(?:mest|flest|minst|oftast|främst|vanligast\w*|störst\w*|högst\w*|lägst\w*|fler|färre|\w{4,}ast[ea]?)\b|[|\t]|\d\D+\d",
            re.IGNORECASE,
        ),
    ),
    (
        r"^(?:når|nådde|klarar|klarade|uppfyller|uppfyllde|uppnår|uppnådde)\b.*\bmål",
        re.compile(r"uppnå|uppfyll|nådd|nått|\bnår\b|\bmål|utfall|\d", re.IGNORECASE),
    ),
    (r"\b(?:var och en|varje ledamot|namn för namn)\b", re.compile(rf"{PERSON}(?s:.*){PERSON}")),
    (
        r"^vad (?:vill|ville|begär|begärde|kräver|krävde|rekommendera(?:r|de)|tycker) .*\b(?:att|ska|bör)\b",
        re.compile(
            r"\bska(?:ll)?\b|\bbör\b|begär|föresl|rekommend|uppman|\bvill|önsk|kräv|yrka|\banse|ansåg|menar|behöver|för att",
            re.IGNORECASE,
        ),
    ),
    (
        r"^vad ledde\b",
        re.compile(
            r"\blett? till|ledde till|medför|resulter|avslut|\bkrav|beslut|åtgärd|föreläg|innebar|till följd",
            re.IGNORECASE,
        ),
    ),
    (r"^vad (?:blev|är|var) (?:resultatet|utfallet|slutsatsen|utgången)\b", _FOUND),
    (
        r"^(?:vem|vilka|vilket|vilken|who|which)\b.*\b(?:leverantör|supplier)",
        re.compile(
            r"leverantör|leverer|entreprenör|utförare|tillhandahåll|upphandla|avtal med|\bAB\b", re.IGNORECASE
        ),
    ),
    (r"^vad visa(?:r|de)\b|^what did .* show", _FOUND),
    (
        r"^vad k[oa]m (?:[\w-]+ ){0,2}?\w*(?:utredning|översyn|granskning|utvärdering|kartläggning|analys|förstudie|rapport)\w*\b.*\bfram till",
        _FOUND,
    ),
    (r"^vem (?:bestämmer|beslutar|avgör|godkänner|prövar)\b|^who decides", _RULES),
    (r"^(?:vad|hur) (?:tyck\w+|anser|ansåg|ställ\w+ sig|resonera\w+)\b", _TOOK_A_STAND),
)
_DECIDED_ASKED = re.compile(
    r"^(?:vad|hur) .*(?:beslut|bestäm|besl[öo]t|fram till)|vad (?:blev det av|hände)|^what .*deci"
)
_DECIDED = re.compile(
    r"beslut(?!s?punkt|ande)|enades|enig(?:a|het)|godkän|fastställ|\banta[rsg]|\bantog|avsl[åo]|bifall|återremi|bordl|uppdrag|bevilj|avskriv|notera|beslöt|föresl|upphäv|tillstyrk|"
    r"avstyrk|hemställ",
    re.IGNORECASE,
)
# A line of a schedule: "Beslut i kommunfullmäktige 23 februari".
_DECISION_TO_COME = re.compile(
    r"\b(?:Beslut|Beredning|Behandling) (?:i|av) [\wåäö -]{2,60}? (?:den )?(?:\d{1,2} )?(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)\b"
)
_WAS_TAKEN = re.compile(
    r"\bbeslut(?:ar|ade|ades|at)\b|\bbeslöt|\banto[gk]s?\b|\bgodkän(?:de|des|ner)\b|\bavsl(?:og|ogs|år)\b|\bbif(?:öll|ölls|aller)\b|återremitterade"
)
_VOTE = re.compile(r"röst|votering|omröstning|\bja\b.*\bnej\b|\b(?:Ja|Nej|Avstår)\b")
_DISSENT: tuple[tuple[str, str], ...] = (
    (
        r"\bjäv\w*|recus\w*",
        r"anm[äa]l\w*\b.{0,40}\bjäv|\bjäv\w*\b.{0,60}\(|på grund av jäv|jävig\w*|inte anm[äa]l|(?:ingen|inga) anm[äa]l|jäv\w* anm[äa]l|(?:inget|ingen) jäv",
    ),
    (r"reserv\w*|dissent\w*", r"reserv"),
    (r"protokollsanteckning\w*|särskilt yttrande|röstförklaring", r"anteckning|yttrande|röstförklaring"),
    (
        r"deltog (?:inte|ej)|deltar? (?:inte|ej)|inte delta\w*|avst[åo]\w*|abstain\w*",
        r"delt(?:a|og)\w*|avst[åo]",
    ),
)
# A row of figures without its table's heading: nothing tells which of them is asked for.
_BARE_ROW = re.compile(
    r"(?!.*\b(?:19|20)\d\d\b)[^.!?:|]{3,160}?(?:\s-?\d[\d ]*(?:,\d+)?(?:\s?%)?){2,}(?:\s[^.!?:|\d]{0,80})?\s*"
)
_QUESTIONS_ASKED = re.compile(r"\bfråg|\bquestion")
# What other words a passage may use for a role that was asked for.
_ROLE_WORDS: dict[Role, str] = {
    Role.COORDINATOR: r"samordna[rs]?\b|samordnare|samordning",
    Role.RESPONSIBLE: r"ansvar|\bska\b|uppdrag|leder|samordna|åligger|svarar för",
    Role.ADDRESSEE: r"uppdrag|rikta|\bska\b|åt\b",
    Role.STEERING_GROUP: r"styrgrupp",
    Role.MEMBER: r"medlem|ingår|består|represent|ledam|deltar|deltagare|sitter",
    Role.RECIPIENT: r"mottag|tar emot|överläm|till",
    Role.HANDLER: r"föredr|handläggare|presenter|informera|redogör|redovisa",
    Role.OWNER: r"äg(?:er|are|aren|s|da|ar)|ägd",
    Role.ABSENT: r"frånvar|förhinder|borta|ersätt",
    Role.ATTENDEE: r"närvar|deltog|deltar|ledam",
}


def could_answer(understanding: Understanding, text: str) -> bool:
    """Tell whether the words are of the sort that the question asks for: a name, a date, a number, a reason."""
    if asks_for_an_actor(understanding):
        return names_the_actor(understanding, text)
    match understanding.expectation:
        case Expectation.WHEN:
            return says_when(understanding.text.lower(), text)
        case Expectation.HOW_MUCH:
            return holds_quantity(understanding.text, text)
        case Expectation.WHY:
            return gives_a_reason(understanding, text)
    return True


def speaks_of_what_is_to_come(understanding: Understanding, text: str) -> bool:
    """Tell whether a question of when something shall happen meets words that look ahead."""
    if understanding.expectation is not Expectation.WHEN or not re.search(
        r"\bska\b|\bskall\b|\bwill\b", understanding.text.lower()
    ):
        return False
    return bool(
        re.search(
            r"\bska\b|\bskall\b|senast|planer|kommer att|beräkna|till och med|fram till", text, re.IGNORECASE
        )
    )


def only_refers(understanding: Understanding, section: str, text: str) -> bool:
    """Tell whether the words merely list the papers behind a decision, which answers few questions."""
    if re.search(
        r"underlag|handling|bilag|dater|tjänsteskrivelse|utdrag|diarie|dnr", understanding.text.lower()
    ):
        return False
    return bool(_REFERENCES.search(section.rsplit(" › ", 1)[-1]) or _REFERENCES.search(text))


def holds_what_is_asked(understanding: Understanding, text: str) -> bool:
    """Tell whether the words speak of the very thing: the role, the vote, the dissent, the case number, the term."""
    lowered = understanding.text.lower()
    if _only_asks(lowered, text) or not _is_of_what_is_named(understanding.text, text):
        return False
    if understanding.asks_for(Intent.VOTE) and not _VOTE.search(text):
        return False
    if understanding.asks_for(Intent.DISSENT) and not _tells_of_dissent(understanding, text):
        return False
    if understanding.asks_for(Intent.CASE_NUMBER) and not _CASE_NUMBER.search(text):
        return False
    if understanding.main is Intent.DECISION_POINT and not _tells_of_a_point(understanding, text):
        return False
    if not all(re.search(_code(code), text) for code in understanding.codes):
        return False
    if understanding.main is Intent.DECIDED and _DECIDED_ASKED.search(lowered) and not _is_decided(text):
        return False
    if understanding.asks_for(Intent.MEETING) and understanding.wants_next and not _NEXT_MEETING.search(text):
        return False
    if understanding.asks_for(Intent.DEFINITION) and not _defines(understanding, text):
        return False
    is_when = understanding.expectation is Expectation.WHEN
    said = text if is_when else _ANSWER_ASKED_FOR.sub(" ", text)
    if not all(there.search(said) for there in _to_be_told(lowered)):
        return False
    if any(_has_empty_label(role, text) for role in understanding.roles) or not _of_the_years(
        understanding, text
    ):
        return False
    roles = set(understanding.roles)
    if Role.STEERING_GROUP in roles:  # its members are named beside it, not called members
        roles.discard(Role.MEMBER)
    return all(names_role(role, text) for role in roles)


def _tells_of_a_point(understanding: Understanding, text: str) -> bool:
    """Tell whether words speak of a decision point, and of its time or that there is none where the next one is asked for."""
    is_timed = not understanding.wants_next or re.search(r"\d|inte|inget|ingen", text) is not None
    return is_timed and _DECISION_POINT.search(text) is not None


@lru_cache(maxsize=100)
def _to_be_told(question: str) -> tuple[re.Pattern[str], ...]:
    """Return what the words must tell of; a question asks it of many windows."""
    return tuple(there for asked, there in _TOLD_IN if re.search(asked, question))


def _only_asks(question: str, text: str) -> bool:
    """Tell whether words below their heading only ask something, where no questions are asked for."""
    return is_a_question(text.rsplit("\n", 1)[-1]) and not _QUESTIONS_ASKED.search(question)


def _is_decided(text: str) -> bool:
    """Tell whether words tell of a decision; a schedule's line of one to come is none."""
    return bool((_WAS_TAKEN if _DECISION_TO_COME.search(text) else _DECIDED).search(text))


def _is_of_what_is_named(question: str, text: str) -> bool:
    """Tell whether words are of the alternative that is named, and of what is left out where that is asked for."""
    asks_what_is_left_out = _LEFT_OUT_ASKED.search(question.lower()) is not None
    return of_the_marked(question, text) and not (asks_what_is_left_out and not _LEFT_OUT.search(text))


def _tells_of_dissent(understanding: Understanding, text: str) -> bool:
    """Tell whether words speak of the form of dissent that is asked for, and name somebody where that is asked."""
    lowered = understanding.text.lower()
    wanted = [there for asked, there in _DISSENT if re.search(asked, lowered)]
    if wanted and not any(re.search(there, text, re.IGNORECASE) for there in wanted):
        return False
    return understanding.expectation not in {Expectation.WHO, Expectation.WHICH} or names_somebody(text)


def _has_empty_label(role: Role, text: str) -> bool:
    """Tell whether the role stands as a label that nothing follows but the next label."""
    label = rf"(?:{ROLE_PATTERNS[role]})[^:\n]{{0,40}}:[ \t]*"
    next_label = r"(?=\w{3,20}:)|\n\s*(?=[A-ZÅÄÖ][^:\n]{2,40}:)|\s*$"
    cell = rf"(?:^|\|)[ \t]*(?:{ROLE_PATTERNS[role]})[^|\n]{{0,40}}\|[ \t]*(?:\||$)"
    return bool(re.search(f"{label}(?:{next_label})|{cell}", text, re.IGNORECASE | re.MULTILINE))


def _of_the_years(understanding: Understanding, text: str) -> bool:
    """Tell whether words give no value of another year than is asked for: "Utfall 2024", "kontrollpunkter 2025"."""
    if (understanding.years or understanding.value_roles) and _BARE_ROW.fullmatch(text.split("\n", 1)[-1]):
        return not understanding.asks_for(Intent.INDICATOR)
    if not understanding.years:
        return True
    named = [_VALUE_WORDS[role] for role in understanding.value_roles if role in _VALUE_WORDS]
    named += [re.escape(understanding.focus)] if understanding.focus else []
    for name in named:
        runs = re.findall(
            rf"\b(?:{name})\w*,?\s+(?:(?:för|år)\s+)?((?:(?:19|20)\d\d\b[\s|]*)+)", text, re.IGNORECASE
        )  # "Utfall Utfall 2024 2025": headings above each other
        years = [year for run in runs for year in re.findall(r"\d{4}", run)]
        if years and not {int(year) for year in years} & set(understanding.years):
            return False
    return True


def _code(code: str) -> str:
    """Return a pattern for BP3 or MS1 however it is spaced; BP0 is also written with the letter O."""
    letters = code.rstrip("0123456789O")
    number = code[len(letters) :]
    return rf"\b{letters}\s?{'[0Oo]' if number in '0O' else number}\b"


def names_role(role: Role, text: str) -> bool:
    """Tell whether words speak of the role."""
    pattern = f"{ROLE_PATTERNS[role]}|{_ROLE_WORDS[role]}" if role in _ROLE_WORDS else ROLE_PATTERNS[role]
    return bool(re.search(pattern, text, re.IGNORECASE))


def _defines(understanding: Understanding, text: str) -> bool:
    """Tell whether the words explain one of the question's terms: "X (term)", "term (X)", "term: X", "X, term"."""
    meant = _MEANT.search(understanding.text)
    if meant is not None and not meant["term"].isupper():
        return _explains(meant["term"], text)
    terms = re.findall(r"\b(?=\w*[A-ZÅÄÖ0-9]\w*[A-ZÅÄÖ0-9])[A-ZÅÄÖ]\w{1,8}\b", understanding.text)
    for word in terms or understanding.subject:
        term = re.escape(word)
        if re.search(
            rf"\(\s*{term}\s*\)|(?i:förkortning\w*|ordlista\w*)[^.]*\b{term}\b|\b{term}\s*(?:\(|=|:|–|-\s|betyder|står för|innebär|är (?:en|ett)\b)|\w,\s*{term}\b",
            text,
        ):
            return True
    return not terms and any(_explains(word, text) for word in understanding.subject)


_MEANT = re.compile(
    r"\b(?:menas|avses) med (?:begreppet |ordet |uttrycket |termen )?(?P<term>[\w-]{5,})(?! \w+ning\b)",
    re.IGNORECASE,
)


def _explains(word: str, text: str) -> bool:
    """Tell whether words say what a thing is: "Ansvarsbiotoper är livsmiljöer …", "med X avses …"."""
    thing = rf"\b{re.escape(word[: max(4, len(word) - 2)])}\w*"
    return bool(
        re.search(
            rf"{thing}[^.;|]{{0,40}}?(?:\bär\b(?! följande)|\bavser|innebär|betyder|definieras|omfattar|utgörs|\bsyftar)|\bmed {thing}[^.;|]{{0,40}}?(?:avses|menas|förstås)|{thing}\s*(?:[=:–]|\|)",
            text,
            re.IGNORECASE,
        )
    )
