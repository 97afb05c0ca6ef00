"""Understand a question: what it asks for, about what, when and where; pure, no register needed."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz, process

from knowledge.facts import Role, ValueRole
from knowledge.when import Precision, When
from retrieval.answer import Intent
from retrieval.asked_for import EXPECTATIONS, INTENTS, ROLES, Expectation
from retrieval.dates_asked import case_numbers, document_years, take_dates, with_days_in_full
from retrieval.english import in_swedish, is_english, with_marks, with_phrases_in_swedish, without_glosses
from retrieval.english_words import ENGLISH_FUNCTION_WORDS
from retrieval.lexicon import FIELD_WORDS, FUNCTION_WORDS, IDIOMS
from retrieval.question import Question

SHORTEST_MISSPELT = 8  # letters
MISSPELT_RATIO = 88.0


@dataclass(frozen=True, slots=True)
class Understanding:
    """What a question asks for; `subject` are its words without the asking, in order, English put into Swedish.

    `document_years` are those by which it names a document ("verksamhetsplanen 2025"). `own` are the subject words that stand in
    the question itself, where the thread's were put before them; it `refers_back` when "den" or "det" can mean nothing else.

    `asking` are the words taken away because they name what is asked for ("uppdragsledare", "utfall"): a register
    fact answers them by its kind, a passage must hold them.
    """

    text: str
    language: str
    intents: tuple[Intent, ...]
    expectation: Expectation
    subject: tuple[str, ...]
    asking: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    years: tuple[int, ...] = ()
    dates: tuple[When, ...] = ()
    codes: tuple[str, ...] = ()
    paragraphs: tuple[str, ...] = ()
    case_numbers: tuple[str, ...] = ()
    document_years: frozenset[int] = frozenset()
    own: tuple[str, ...] | None = None
    refers_back: bool = False
    focus: str = ""
    value_roles: tuple[ValueRole, ...] = ()
    wants_next: bool = False
    wants_passed: bool = False
    wants_milestone: bool = False
    wants_proposal: bool = False
    wants_list: bool = False

    @property
    def main(self) -> Intent:
        """The one intent that decides which lookups are asked: the most particular one."""
        first = self.intents[0]
        if self.wants_list and _ASKS_WHICH_ASSIGNMENTS.search(self.text):
            return Intent.LIST
        if self.roles and first in {
            Intent.DECIDED,
            Intent.AMOUNT,
            Intent.INDICATOR,
            Intent.LIST,
            Intent.MEETING,
        }:
            return Intent.OWNER if self.expectation in {Expectation.WHO, Expectation.WHICH} else first
        return first

    def asks_for(self, intent: Intent) -> bool:
        """Tell whether the question has this intent."""
        return intent in self.intents


_COUNT = r"(?:två|tre|fyra|fem|sex|sju|åtta|nio|tio|two|three|four|five|six|\d{1,2})"
_FOCUS = re.compile(
    r"\b(?:hur (?:många|mycket|mkt|stor\w*|hög\w*)|vilka (?:är|var|blir|blev)|vem (?:är|var|blir|blev)|vad heter|vilken|vilket|vilka|"
    r"how many|how much|which|who is)\s+(?:av\s+)?(?:(?:ny|nya|nytt|annan|annat|nästa|nuvarande|tidigare|olika|andra|övriga|fler|gamla|stora|egna)\s+)?(?P<word>[^\W\d_][\w-]*)",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    rf"(?<=\bvilka )(?:de )?{_COUNT} |(?<=\blista )(?:de )?{_COUNT} |(?<=\bwhich ){_COUNT} ", re.IGNORECASE
)  # how many says nothing of which
_FROM_TO = re.compile(
    r"\s[A-ZÅÄÖ]{1,3}\d{1,2}\s?(?:till|[–-])\s?[A-ZÅÄÖ]{1,3}\d{1,2}\b"
)  # "VO1 till VO6" says how many
# What only says of which sort the answer is; its words need not hold it.
_NAMES_A_VALUE = re.compile(
    r"(?:nummer|namn|år|datum|typ|sorts?|slags?|ort(?:en)?|stad(?:en)?|område|organ|belopp|summa|siffr\w+|andel\w*|del|procent|dag\w*|tid|pengar|kronor|miljon\w*|månad\w*|kvartal\w*|vecka|veckor|ålder|land|åldrar\w*|åldersgrupp\w*|person\w*|part\w*|roll|sätt|personer|parter|kommuner|parti(?:er|erna)?|nämnder|myndighet\w*|bolag\w*|företag\w*|organisation\w*|aktör\w*|leverantör\w*|konsult\w*|firm(?:a|or)\w*|minister\w*|förening\w*|yta|area|plats)",
    re.IGNORECASE,
)
_SORT_OF_ACTOR = re.compile(
    r"\b(?:vilken|vilket) (?P<sort>företag|bolag|firma|aktör|organisation|leverantör|konsult|entreprenör|myndighet)\b",
    re.IGNORECASE,
)
_CODE = re.compile(r"\b(BP|MS|(?-i:G))\s?([O0-9])\b", re.IGNORECASE)
_PARAGRAPH = re.compile(r"(?:§§?\s*|\bparagraf(?:en)?\s+)(\d{1,4}(?:/\d{2,4})?)", re.IGNORECASE)
_WORD = re.compile(r"\d{1,3}(?:[ \u00a0]\d{3})+(?!\d)|\d+(?:[:/.,]\d+)*[%]?|[^\W_]\w*(?:[:.,]\w+)*")
_STARTING_VALUE = re.compile(r"startvärde\w*|starting value|baseline|från början|nuläge", re.IGNORECASE)
_VALUE_ROLES: tuple[tuple[ValueRole, str], ...] = (
    (ValueRole.ACTUAL, r"\butfall\w*|\bresultat\w*|\bblev\b|\boutcome\b|\bkostade\b|\bvar\b"),
    (ValueRole.TARGET, r"\bmål(?:et|en|värde\w*|sättning\w*)?\b|\btarget\b|\bska\b|\bupp till\b"),
    (ValueRole.BASELINE, _STARTING_VALUE.pattern),
    (ValueRole.FORECAST, r"prognos\w*|forecast"),
)
_OBJECT = re.compile(
    r"(?:fullmäktige)?uppdrag(?:et|en)?$|uppdragsdirektiv|direktiv|mål|indikator|nämnd|reservation|yrkande|omröstning|votering"
)
_HELD_BY_ONE = {Role.CHAIR, Role.SECRETARY, Role.LEADER, Role.OWNER, Role.COORDINATOR}
_ASKS_WHICH_ASSIGNMENTS = re.compile(
    r"\b(?:vilka|which) (?:\w+ )?(?:fullmäktige)?(?:uppdrag|assignments)\b", re.IGNORECASE
)
_WHAT_BECAME_OF_IT = re.compile(
    r"\b(?:hände|hänt|gick|gått|blev|blivit) (?:det )?(?:med|av|för) (?:\w+ ){0,3}\w*förslag|happened (?:to|with) the proposal"
)
_DATED = re.compile(r"\bdatera(?:d|t|de|s|ts)\b", re.IGNORECASE)
_RULES_ON_IT = re.compile(r"godkändes|antogs|avslogs|bifölls|återremitterades|bordlades", re.IGNORECASE)
# What asks for a reason names no subject, and the reason need not say it: "vad berodde frånvaron på?".
_ASKS_FOR_A_REASON = re.compile(
    r"ber(?:or|odde|ott)|bero|anledning(?:en|ar|arna)?|skäl(?:et|en)?|orsak(?:en|er|erna)?|motiv(?:et|en)?|motiver(?:as|ades|ar|ade|at)|motivering(?:en|ar)?|förklaring(?:en|ar)?",
    re.IGNORECASE,
)
_ALSO_NAMES = {"hans", "bo", "per", "ann", "is", "vi"}
_ASKING = re.compile(
    r"^(?:uppdragsledar\w*|uppdragsägar\w*|projektledar\w*|projektägar\w*|koordineringsansvarig\w*|uppdragsmedlem\w*|arbetsgrupp\w*|projektgrupp\w*|ansvarig\w*|ansvarar\w*|ansvar|ansvaret|"
    r"leder|leda|leds|ledare|äger|ägare|mottagare\w*|mottar|emot|medlemmar|medlem|ingår|sitter|riktas?|riktar|riktade|riktats|rikta|beslutspunkt\w*|slutdatum\w*|startdatum\w*|bp\d?|ms\d?|"
    r"tidpunkt\w*|nummer|numret|numren|infall\w*|inträffa\w*|milstolpe\w*|milstolpar\w*|härnäst|nästa|kommande|passerad\w*|passerats|återstår|beslut|beslutet|besluten|besluta|beslutar|beslutas|beslutade|beslutades|beslutat|beslutats|"
    r"beslöt|beslöts|bestämde\w*|bestämt|fattas|fattade\w*|fattat|sade|sa|sas|sades|hände|hänt|föreslog\w*|föreslås|föreslår|förslag\w*|diarienum\w+|diarienr|dnr|ärendenummer|"
    r"betyder|betyda|står|förkortning\w*|begrepp\w*|menas|menar|avses|definition\w*|definier\w+|läget|läge|status|lägesrapport|utfall\w*|målvärde\w*|mål|målet|målen|startvärde\w*|prognos|prognosen|"
    r"röstade|röstar|rösterna|röster|rösta|röstats?|voter(?:a|ar|ade|ades|at|ats)|röstsiffror\w*|\w*omröstning\w*|\w*votering\w*|reserverade|reserverat|reservera|reservation\w*|datum|datumet|dag|tid|"
    r"uppdrag|uppdraget|uppdragen|direktiv|direktivet|uppdragsdirektiv|uppdragsdirektivet|gälla|gäller|fullmäktigeuppdrag\w*|nämnd|nämnder|nämnderna|lämnas|lämna|"
    r"antal|namn|heter|ja|nej|emot|månad\w*|kvartal\w*|ålder|åldrar|åldersgrupper|person|personer|organisation\w*|paragraf|paragrafen|procent|siffr\w*|hålla|håller|ske|sker|skett|genomföras|"
    r"uppdragsledning|i|ordförande\w*|sekreterare\w*|handläggare\w*|deltog|delta|deltar|deltagit|avst[åo]d|avstår|avstått|anmälde|anmält|anmäla|jäv|jävig\w*|yrkade|yrkat|yrkar|yrkande\w*|tycker|anser|ansåg|svarade|blir|aktuell\w*|dokument\w*|text\w*|"
    r"enligt|anges|nämns|framgår|kap|punkt|punkten|list\w*|räkna|samtliga|gäller|gällde|upp|ner|ihop|fram)$"
)


def understand(question: Question) -> Understanding:
    """Read the question; when it leans on the thread ("och vem leder det?"), its subject comes from there."""
    text = _FROM_TO.sub(" ", _COUNTED.sub("", _well_spelt(_tidy(question.text))))
    language = "en" if is_english(text) else "sv"
    dates, without_dates = take_dates(text, question.today)
    subject, asking = _words(without_dates, language)
    lowered = text.lower()
    expectation = _expectation(lowered)
    roles = () if expectation is Expectation.WHY else _roles(lowered)
    if expectation is Expectation.WHY:
        subject = tuple(word for word in subject if not _ASKS_FOR_A_REASON.fullmatch(word))
    if expectation is Expectation.WHETHER and subject and _RULES_ON_IT.fullmatch(subject[0]):
        subject, asking = subject[1:], (*asking, subject[0].lower())  # how it was ruled is what is asked
    # "Vilka fullmäktigeuppdrag gäller 2027?": what is asked for is all that is named
    objects = () if roles and expectation is Expectation.WHO else tuple(filter(_OBJECT.match, asking))
    own = None
    if question.earlier and _leans_on_thread(text, subject):
        own = subject
        before, subject = _with_thread(question.earlier, question.today, language, dates, subject)
        # a starting value is not of the year that the target before it is of
        dates = dates if _STARTING_VALUE.search(text) else before
    if not subject:
        subject = objects
        asking = tuple(word for word in asking if word not in subject)
    intents = tuple(intent for intent, pattern in INTENTS if re.search(pattern, text, re.IGNORECASE))
    if expectation is Expectation.WHEN:  # when the next report is given, and not what it says
        intents = tuple(intent for intent in intents if intent is not Intent.STATUS)
    if _DATED.search(text):  # the day that a paper bears is not the one on which it was decided on
        intents = tuple(intent for intent in intents if intent is not Intent.DECIDED)
    sort = _sort_of_actor(text, subject)
    if sort is not None:  # "vilket företag": the words need not say "företag"
        subject, asking = tuple(word for word in subject if word != sort), (*asking, sort)
    return Understanding(
        text=text,
        language=language,
        intents=intents or (Intent.OTHER,),
        expectation=expectation,
        subject=subject,
        asking=asking,
        roles=roles,
        years=tuple(
            dict.fromkeys(
                year
                for when in dates
                if when.start is not None and when.end is not None
                for year in (
                    (when.start.year, when.end.year)
                    if when.precision is Precision.YEAR
                    else (when.start.year,)
                )
            )
        ),
        dates=dates,
        codes=tuple(
            dict.fromkeys(m[1].upper() + m[2].upper().replace("O", "0") for m in _CODE.finditer(text))
        ),
        paragraphs=tuple(_PARAGRAPH.findall(text)),
        case_numbers=tuple(match.group() for match in case_numbers(text)),
        document_years=document_years(text),
        own=own,
        refers_back=own is not None and _REFERS_BACK.search(text) is not None,
        focus=_focus(text, subject),
        value_roles=tuple(role for role, pattern in _VALUE_ROLES if re.search(pattern, lowered)),
        wants_next=bool(
            re.search(
                r"\bnästa\b|\bnärmast(?:e)?\b|härnäst|\bnext\b|kommande|återstår",
                lowered,
            )
        ),
        wants_passed=bool(re.search(r"passera(?:t|ts|de)\b|har varit|bakåt", lowered)),
        wants_milestone=bool(re.search(r"milstolp|\bms\s?\d?\b|milestone", lowered)),
        wants_proposal=bool(re.search(r"föresl|förslag|\bpropos", lowered))
        and not _WHAT_BECAME_OF_IT.search(lowered),
        wants_list=bool(
            re.search(
                r"\bvilka\b|\blista\b|räkna upp|\blist\b|\balla\b|samtliga|which of the|"
                r"which (?:(?:new|other|main|concrete|specific|\d+|\w+(?:al|ic|ed|ing|ive|ary)) )?(?!is\b|was\b|has\b|does\b)\w{3,}[^s\W]s\b",
                lowered,
            )
        ),
    )


def _focus(text: str, subject: tuple[str, ...]) -> str:
    """Return the word that "hur många", "vilken" or "vem är" asks for, when it is one of the subject's."""
    found = _FOCUS.search(text)
    if found is None or (
        found["word"][0].isupper() and len(subject) > 1
    ):  # "hur många av Ekby kommuns skolor"
        return ""
    following = re.match(r"\s+([^\W\d_]+)", text[found.end() :])
    if following and _NAMES_A_VALUE.fullmatch(following[1]):  # "hur mycket statliga pengar"
        return ""
    known = {word.lower(): word for word in subject}
    first = found["word"].lower()
    return "" if _NAMES_A_VALUE.fullmatch(first) else known.get(first, "")


def _sort_of_actor(text: str, subject: tuple[str, ...]) -> str | None:
    """Return the subject's word that only says of what sort the actor is who is asked for, where it is not all of it."""
    found = _SORT_OF_ACTOR.search(text)
    return (
        next((word for word in subject if len(subject) > 1 and word.lower() == found["sort"].lower()), None)
        if found
        else None
    )


# "vad kostar det?", and not "det digitala arkivet", "den 17 maj", "hur går det med …", "vad blev det av …".
_REFERS_BACK = re.compile(
    r"(?<!finns )(?<!fanns )\b(?:den|det|de|dem|dom|han|hon|dess|deras|it|they|them)\b"
    r"(?!\s+(?:\d|(?:med|att|som|för|om|av|i|på|dags|ut|finns|fanns|behövs|krävs|någo[nt]|några|två|tre|fyra|fem|sex|here|there)\b|[\w-]+[ae]\s+[\w-]{3,}))",
    re.IGNORECASE,
)


def _leans_on_thread(text: str, subject: tuple[str, ...]) -> bool:
    """Tell whether a question speaks of what was asked before: "vad får den kosta", "och vann han", "när?"."""
    if not subject:  # "Vilka uppdrag gäller 2027?" says all that it means
        return not (_ASKS_WHICH_ASSIGNMENTS.search(text) and re.search(r"\b20\d\d\b", text))
    if any(word[0].isupper() for word in subject):
        return False
    refers = re.search(
        r"\b(?:den|det|de|dem|dom|han|hon|dess|deras|där|då|it|they|that|this)\b", text.lower()
    )
    return bool(refers) or len(subject) <= 2


def _with_thread(
    earlier: tuple[str, ...], today: date, language: str, dates: tuple[When, ...], subject: tuple[str, ...]
) -> tuple[tuple[When, ...], tuple[str, ...]]:
    """Return the dates and subject words with those of the latest earlier question that has any."""
    for before in reversed(earlier):
        dates_before, without_dates = take_dates(_tidy(before), today)
        words, _ = _words(without_dates, language)
        if words:
            return dates or dates_before, tuple(dict.fromkeys((*words, *subject)))
    return dates, subject


def _roles(lowered: str) -> tuple[Role, ...]:
    """Return the roles asked for; a title that one person holds, named first, is the only one asked for."""
    found = [(match.start(), role) for role, pattern in ROLES if (match := re.search(pattern, lowered))]
    found.sort(key=lambda each: each[0])
    if found and found[0][1] in _HELD_BY_ONE:
        return (found[0][1],)
    return tuple(role for _, role in found)


# "När uppdraget är överlämnat, vem ansvarar då?"
_WHEN_SO = re.compile(
    r"^(?:när|om|sedan|efter att|innan)\b[^,?]{5,90},\s+(?=(?:vem|vilk\w+|vad|hur|var|varför|när)\b)"
)


def _expectation(lowered: str) -> Expectation:
    """Return what the first question word asks for; what stands first in a question is what is asked first."""
    lowered = _WHEN_SO.sub("", lowered)
    first: tuple[int, Expectation] | None = None
    for expectation, pattern in EXPECTATIONS:
        match = re.search(pattern, lowered)
        if match and (first is None or match.start() < first[0]):
            first = (match.start(), expectation)
    what = re.search(r"\bvad\b|\bvar\s|\bhur (?:gick|går|röstade|föll|blev|har)\b|\bwhat\b", lowered)
    if first is None or (what is not None and what.start() < first[0]):
        return Expectation.WHAT
    return first[1]


def _tidy(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).replace("\u00ad", "")
    text = re.sub(r"<[@#!][^>]*>", " ", text)
    return with_days_in_full(with_marks(" ".join(text.split())))


_IDIOMS = [(re.compile(idiom, re.IGNORECASE), meant) for idiom, meant in IDIOMS]


def _well_spelt(text: str) -> str:
    """Put a question's idioms and what is nearly one of the field's words into those words: "beslutspunk"."""
    for idiom, meant in _IDIOMS:
        text = idiom.sub(meant, text)
    return re.sub(rf"[^\W\d_]{{{SHORTEST_MISSPELT},}}", _spelt, text)


def _spelt(found: re.Match[str]) -> str:
    word = found.group()
    if word[0].isupper() or word.startswith(FIELD_WORDS):
        return word
    nearest = process.extractOne(word.lower(), FIELD_WORDS, scorer=fuzz.ratio, score_cutoff=MISSPELT_RATIO)
    return nearest[0] if nearest is not None else word


def _words(text: str, language: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the subject's words and the asking words, in order, without repeats."""
    subject: dict[str, None] = {}
    asking: dict[str, None] = {}
    if language == "en":
        text = with_phrases_in_swedish(without_glosses(text))
    for match in _WORD.finditer(text):
        word = match.group().strip(".,:-")
        lowered = word.lower()
        is_name = word[0].isupper() and match.start() > 0
        if not lowered or (lowered in FUNCTION_WORDS and not (is_name and lowered in _ALSO_NAMES)):
            continue
        if len(lowered) == 1 and not lowered.isdigit() and word not in "SMVCL":
            continue
        if _ASKING.match(lowered):
            asking[lowered] = None
            continue
        if language == "en" and lowered in ENGLISH_FUNCTION_WORDS and not is_name:
            continue
        if (
            language == "en"
            and not (is_name and lowered in _ALSO_NAMES)
            and (meaning := in_swedish(lowered)) is not None
        ):
            for swedish in meaning.split():
                (asking if _ASKING.match(swedish) else subject)[swedish] = None
            continue
        subject[word] = None
    return tuple(subject), tuple(asking)
