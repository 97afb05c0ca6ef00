"""What a passage's words must hold before they may answer: the sort of thing that the question asks for; pure."""

import re

from knowledge.facts import Role, ValueRole
from retrieval.answer import Intent
from retrieval.dates_held import dates_in
from retrieval.statements import said_beyond
from retrieval.understanding import ROLE_PATTERNS, Expectation, Understanding
from retrieval.windows import sentences

_PERSON = r"(?:[A-ZÅÄÖÉ][a-zåäöéü]+(?:[ -][A-ZÅÄÖÉ][a-zåäöéü]+)+)"
_ACTOR = (
    r"\b\w*(?:direktör|chef|nämnd|styrelse|utskott|förvaltning|beredning|fullmäktige|kontor|avdelning|ordförande|presidi|ledare|ägare|ansvarig|"
    r"bolag|region|kommun|myndighet|grupp|enhet|förbund|råd)\w*|\bVD\b|\b[A-ZÅÄÖ]{2,5}\b(?![ -]*\d)"
)
_PARTY = r"\([A-ZÅÄÖ]{1,4}\)"
_PARTY_NAME = r"(?i:\w*(?:demokrat|parti|liberal|moderat|allians)\w*)"
_WHO = re.compile(f"{_PERSON}|{_ACTOR}")
_IS_WHO = re.compile(
    r"^(?:(?:vem|who) (?:är|var|blir|blev|is|was|became|fick \w+ som|(?:anställ\w+|utsågs|valdes) (?:till|som))|vad heter)\b.*?"
    r"\b(?P<title>vd|\w*(?:chef|direktör|ordförande|sekreterare|handläggare|administratör|controller|ombud|strateg|rektor|koordinator|samordnare|"
    r"revisor|ekonom|jurist|kurator))(?:en|n|et)?\b",
    re.IGNORECASE,
)
# Numbers that count nothing: list marks, paragraphs, dates, case numbers.
_NO_QUANTITY = re.compile(
    r"(?:^|\n)\s*\d+(?:\.\d+)+\.?\s|(?:^|\n)\s*\d{1,2}[.)]\s|\b(?:BP|MS)\s?\d+|§§?\s*\d+|\b(?:19|20)\d\d(?:-\d\d(?:-\d\d)?)?\b|\bDnr\s*\S+|\b[A-ZÅÄÖ]{2,5}[ -]\d+[-/]\d+|\b\d{1,2} (?:januari|februari|mars|"
    r"april|maj|juni|juli|augusti|september|oktober|november|december)"
)
# What a question asks the time of, and what words that give it hold.
_TIMED: tuple[tuple[str, str], ...] = (
    (
        r"\bgäll(?:er|a|de)\b|träd\w* i kraft|börja\w* gälla",
        r"gäll\w*[^.]{0,80}\b(?:från|fr\.|till|t\.o\.m|under|tills|senast|den \d|i \w+ (?:år|månader|veckor))|kraft|från och med|fr\.?\s?o\.?\s?m|börja|\|",
    ),
    (r"\bantog|\bantas|fastställ|adopted", r"anta|antog|fastställ|beslut|godkän"),
    (
        r"\bklar\w*|färdig\w*|slutför\w*",
        r"klar|färdig|slutför|avsluta|senast|till och med|lever|drift|överläm|redovis|utgång|tas fram|finnas|föreligg|\|",
    ),
    (r"\bupp i\b|\bigen\b", r"beslut|behandl|återkom|upp i|föreligg|sammanträd"),
)
_REFERENCES = re.compile(
    r"beslutsunderlag|^handlingar|^\W*underlag|bilagor|(?:beskrivs|redovisas|framgår) (?:under rubriken|i avsnitt|av avsnitt)|tjänsteskrivelse|protokollsutdrag\b.*§",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\d|\b(?:två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|femton|tjugo|hälften|årligen|varje|dubbel\w*|oförändra\w*|ingen|inga|noll)\b"
)
_AGE_ASKED = re.compile(r"\bhur gam(?:mal|la|malt)\b|\bhow old\b", re.IGNORECASE)
_AGE = re.compile(r"\d+[ -]år|\bår gam|\bfödd|\bbyggd|\b(?:från|sedan) (?:19|20)\d\d", re.IGNORECASE)
_RECURRING = re.compile(
    r"\b(?:årlig\w*|varje (?:år|månad|kvartal)|månadsvis|dagar|veckor|år efter|löpande|kontinuerligt|samtliga\b.*sammanträden)\b",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"\b(?:eftersom|därför|på grund av|pga|p\.g\.a|med anledning|då det|då de|då ärendet|anledning\w*|orsak\w*|motivering\w*|syft\w*|för att|beror|grund|"
    r"med hänvisning|innebär|därmed|varför|medför\w*|utifrån|saknar|av sådan|bakgrund|risk(?:er|en|erna)?|oro\w*|motiv\w*|anser)\b",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"\d[\d\s.,]*\s*(?:kronor|kr\b|mkr|mnkr|tkr|miljon\w*|miljard\w*|msek|procent|%)", re.IGNORECASE
)
_OUTCOME = re.compile(
    r"utfall|resultat|\bblev\b|uppgick|uppgår|ökade|minskade|ökat|minskat|nådde|\d[^.]{0,40}\d", re.IGNORECASE
)
_NEXT_MEETING = re.compile(r"(?:nästa|kommande)\s+\w*(?:sammanträde|möte)|nästkommande", re.IGNORECASE)
_CASE_NUMBER = re.compile(
    r"\b(?:dnr|diarienummer|ärendenummer|diarienr)\b\W{0,4}(?!\d{4}-\d\d-\d\d)(?:[A-ZÅÄÖ]{1,6}\W?)?\d|\b[A-ZÅÄÖ]{1,5}[ -]?\d{1,4}[-/]\d{2,5}|\d{3,5}/\d{2}",
    re.IGNORECASE,
)
_DECISION_POINT = re.compile(r"beslutspunkt|\bBP\s?[O0-9]|milstolp|\bMS\s?\d", re.IGNORECASE)
_ANSWERED = re.compile(
    r"svar|yttra|\banse|\bansåg|men(?:ar|ade)\b|uppge|uppgav|framför|framhåll|framhöll|redogör|förklara|instäm|avvisa|betona|bedöm|påpeka|kommenter",
    re.IGNORECASE,
)
_EVALUATED = re.compile(
    r"uppnå|uppfyll|nådd|nått|lyck|resultat|utfall|\bblev\b|bifall|avsl[oå]|minskat|minskade|ökat|ökade|genomför|påbörja|pågår|\bhar\b|klar|försena|%",
    re.IGNORECASE,
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
)
_DECIDED_ASKED = re.compile(
    r"^(?:vad|hur) .*(?:beslut|bestäm|besl[öo]t|fram till)|vad (?:blev det av|hände)|^what .*deci"
)
_DECIDED = re.compile(
    r"beslut|enades|enig(?:a|het)|godkän|fastställ|\banta[rsg]|\bantog|avsl[åo]|bifall|återremi|bordl|uppdrag|bevilj|avskriv|notera|beslöt|föresl|upphäv|tillstyrk|"
    r"avstyrk|hemställ",
    re.IGNORECASE,
)
_VOTE = re.compile(r"röst|votering|omröstning|\bja\b.*\bnej\b|\b(?:Ja|Nej|Avstår)\b")
_DISSENT: tuple[tuple[str, str], ...] = (
    (
        r"\bjäv\w*|recus\w*",
        r"anm[äa]l\w*\b.{0,40}\bjäv|\bjäv\w*\b.{0,60}\(|på grund av jäv|jävig\w*|inte anm[äa]l|jäv\w* anm[äa]l|(?:inget|ingen) jäv",
    ),
    (r"reserv\w*|dissent\w*", r"reserv"),
    (r"protokollsanteckning\w*|särskilt yttrande|röstförklaring", r"anteckning|yttrande|röstförklaring"),
    (
        r"deltog (?:inte|ej)|deltar? (?:inte|ej)|inte delta\w*|avst[åo]\w*|abstain\w*",
        r"delt(?:a|og)\w*|avst[åo]",
    ),
)
_HELD_BY_PEOPLE = {Role.ABSENT, Role.ATTENDEE, Role.SECRETARY}
# What other words a passage may use for a role that was asked for.
_ROLE_WORDS: dict[Role, str] = {
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


def names_the_holder(understanding: Understanding, text: str) -> bool:
    """Tell whether words answer "vem är chef?" with a person's name beside the title; true of other questions."""
    title = _IS_WHO.search(understanding.text)
    return (
        title is None
        or understanding.expectation is not Expectation.WHO
        or _names_holder(title["title"], text)
    )


def could_answer(understanding: Understanding, text: str) -> bool:
    """Tell whether the words are of the sort that the question asks for: a name, a date, a number, a reason."""
    expectation = understanding.expectation
    if (title := _IS_WHO.search(understanding.text)) is not None:
        return _names_holder(title["title"], text)
    if expectation is Expectation.WHO:
        if _HELD_BY_PEOPLE.intersection(understanding.roles) and not re.search(_PERSON, text):
            return False
        return _names_somebody_else(understanding.text, text)
    if expectation is Expectation.WHEN:
        return _says_when(understanding.text.lower(), text)
    if expectation is Expectation.HOW_MUCH:
        if _AGE_ASKED.search(understanding.text):
            return bool(_AGE.search(text))
        text = _NO_QUANTITY.sub(" ", text)
        if re.search(r"pengar|kost|budget|miljon|kronor|mkr|belopp", understanding.text.lower()):
            return bool(_MONEY.search(text))
        return bool(_NUMBER.search(text))
    if expectation is Expectation.WHY:
        return _gives_a_reason(understanding.text, text)
    return True


def _gives_a_reason(question: str, text: str) -> bool:
    """Tell whether words give a reason: where a person is asked about, in the sentence that names them."""
    asked = [name.group().split()[-1] for name in re.finditer(rf"{_PERSON}(?= {_PARTY})", question)]
    if not asked:
        return bool(_REASON.search(text))
    return any(
        _REASON.search(each.text) and any(name in each.text for name in asked) for each in sentences(text)
    )


def _names_somebody_else(question: str, text: str) -> bool:
    """Tell whether words name a person, title, unit or board that the question does not already name."""
    return any(said_beyond(question, found.group()) for found in _WHO.finditer(text))


def _names_holder(title: str, text: str) -> bool:
    """Tell whether a person's name stands close to the title."""
    name = rf"(?!\w+s (?:Stad|AB|Kommun|Region)){_PERSON}(?! AB| kommun| stad)"
    title = rf"(?i:{re.escape(title)})"
    told = r"[^.;:|]{0,60}?\b(?:är|var|heter|blir|blev)\b[^.;:|]{0,40}?"  # "Skolchef enligt skollagen är för grundskolan …"
    return bool(
        re.search(
            rf"{title}\w*(?:[\s:,–-]{{1,3}}|{told}){name}|{name}(?:\s*{_PARTY})?[\s,(–-]{{1,3}}(?:\w+ )?{title}",
            text,
        )
    )


def _says_when(question: str, text: str) -> bool:
    """Tell whether the words give a time, and of the very thing: validity, adoption, completion, start."""
    lasts = re.search(r"hur länge|how long", question) and re.search(
        r"\b(?:\d+|\w+) (?:år|månader|veckor|dagar)\b|tills vidare", text
    )
    if not dates_in(text, 2000) and not _RECURRING.search(text) and not lasts:
        return False
    return all(re.search(there, text, re.IGNORECASE) for asked, there in _TIMED if re.search(asked, question))


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
    if understanding.asks_for(Intent.VOTE) and not _VOTE.search(text):
        return False
    if understanding.asks_for(Intent.DISSENT) and not _tells_of_dissent(understanding, text):
        return False
    if understanding.asks_for(Intent.CASE_NUMBER) and not _CASE_NUMBER.search(text):
        return False
    if understanding.main is Intent.DECISION_POINT and not _DECISION_POINT.search(text):
        return False
    if understanding.codes and not all(re.search(_code(code), text) for code in understanding.codes):
        return False
    if understanding.main is Intent.DECIDED and _DECIDED_ASKED.search(lowered) and not _DECIDED.search(text):
        return False
    if understanding.asks_for(Intent.MEETING) and understanding.wants_next and not _NEXT_MEETING.search(text):
        return False
    if understanding.asks_for(Intent.DEFINITION) and not _defines(understanding, text):
        return False
    if any(re.search(asked, lowered) and not there.search(text) for asked, there in _TOLD_IN):
        return False
    if any(_has_empty_label(role, text) for role in understanding.roles) or not _of_the_years(
        understanding, text
    ):
        return False
    roles = set(understanding.roles)
    if Role.STEERING_GROUP in roles:  # its members are named beside it, not called members
        roles.discard(Role.MEMBER)
    return all(names_role(role, text) for role in roles)


def names_somebody(text: str) -> bool:
    """Tell whether words name a person or a party."""
    return re.search(f"{_PERSON}|{_PARTY}|{_PARTY_NAME}", text) is not None


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
    return bool(re.search(f"{label}(?:{next_label})", text, re.IGNORECASE))


def _of_the_years(understanding: Understanding, text: str) -> bool:
    """Tell whether words give no value of another year than is asked for: "Utfall 2024", "kontrollpunkter 2025"."""
    if not understanding.years:
        return True
    named = [_VALUE_WORDS[role] for role in understanding.value_roles if role in _VALUE_WORDS]
    named += [re.escape(understanding.focus)] if understanding.focus else []
    for name in named:
        years = re.findall(rf"\b(?:{name})\w*,?\s+(?:(?:för|år)\s+)?((?:19|20)\d\d)\b", text, re.IGNORECASE)
        if years and not {int(year) for year in years} & set(understanding.years):
            return False
    return True


def _code(code: str) -> str:
    """Return a pattern for BP3 or MS1 however it is spaced; BP0 is also written with the letter O."""
    letters, number = code[:2], code[2:]
    return rf"\b{letters}\s?{'[0Oo]' if number in '0O' else number}\b"


def names_role(role: Role, text: str) -> bool:
    """Tell whether words speak of the role."""
    pattern = f"{ROLE_PATTERNS[role]}|{_ROLE_WORDS[role]}" if role in _ROLE_WORDS else ROLE_PATTERNS[role]
    return bool(re.search(pattern, text, re.IGNORECASE))


def _defines(understanding: Understanding, text: str) -> bool:
    """Tell whether the words explain one of the question's terms: "X (term)", "term (X)", "term: X", "X, term"."""
    terms = re.findall(r"\b(?=\w*[A-ZÅÄÖ0-9]\w*[A-ZÅÄÖ0-9])[A-ZÅÄÖ]\w{1,8}\b", understanding.text)
    for word in terms or understanding.subject:
        term = re.escape(word)
        if re.search(
            rf"\(\s*{term}\s*\)|(?i:förkortning\w*|ordlista\w*)[^.]*\b{term}\b|\b{term}\s*(?:\(|=|:|–|-\s|betyder|står för|innebär|är (?:en|ett)\b)|\w,\s*{term}\b",
            text,
        ):
            return True
    return not terms and any(_explains(word, text) for word in understanding.subject)


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
