"""Dissent: reservations, statements, people who took no part, abstained or were disqualified, with reasons."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.facts import DissentForm
from knowledge.parsing.minutes_sections import Part, PartKind
from knowledge.parsing.minutes_stream import Stream, sentences
from knowledge.parsing.people import NAME_WITH_PARTY, NAMES_ALONE, actors_in, people_in


@dataclass(frozen=True, slots=True)
class Dissent:
    """Who stood apart, how and why, and the words that say so."""

    start: int
    end: int
    who: tuple[str, ...]
    form: DissentForm
    reason: str = ""


_FORMS: tuple[tuple[DissentForm, re.Pattern[str]], ...] = tuple(
    (form, re.compile(words, re.IGNORECASE))
    for form, words in (
        (
            DissentForm.RECUSED,
            r"\b(?:anmäl(?:er|de|t)|på\s+grund\s+av|pga\.?|p\.?g\.?a\.?|med\s+anledning\s+av)\s+(?:sitt\s+)?(?:sig\s+)?jäv(?:ig)?\b|\banmäl(?:er|de|t)\s+sig\s+(?:vara\s+)?jävig|\bjäv(?:ig)?\s+(?:och\s+)?(?:deltar|deltog|lämnar|är|föreligger)|\bär\s+jävig",
        ),
        (
            DissentForm.RESERVATION,
            r"\breserverar\s+sig\b|\breserverade\s+sig\b|\breserverat\s+sig\b|\b(?:anmäler|lämnar|inger|inkommer\s+med)\s+(?:en\s+)?(?:skriftlig\s+|blank\s+)?reservation\b|\b(?:anmäl(?:er|de|t)|framför(?:de|t)?|har)\s+(?:en\s+)?(?:avvikande|skiljaktig)\s+mening|\breservation\s+(?:anmäl[st]|lämnas|lämnades|avges|anförs|anfördes)",
        ),
        (
            DissentForm.ABSTAINS,
            r"\b(?:avstår|avstod)\s+(?:från\s+)?att\s+rösta\b|\blägger\s+ned\s+sin(?:a)?\s+röst",
        ),
        (
            DissentForm.NOT_PARTICIPATING,
            r"\b(?:deltar|deltog|deltagit)\s+(?:därför\s+)?(?:ej|inte|icke)\s+i\b|\b(?:tar|tog)\s+(?:därför\s+)?inte\s+del\s+i\s+(?:ärendet|beslutet|handläggningen|behandlingen)\b|"
            r"\bär\s+inte\s+med\s+(?:vid|under|i)\s+(?:behandlingen|beslutet|handläggningen)\b|\bställ(?:er|de)\s+sig\s+utanför\s+beslut|\b(?:ej|inte|icke)\s+(?:deltar|deltog|deltagit)\s+i\b|\b(?:avstår|avstod)\s+(?:från\s+)?att\s+delta\b|\bavstår\s+från\s+(?:deltagande|beslut)",
        ),
        (
            DissentForm.STATEMENT,
            r"^(?:särskil(?:t|da)\s+(?:yttrande|uttalande)[n]?|ersättaryttrande[n]?|protokollsanteckning(?:ar)?)\s+\w+\s+av\b|\banför\b|\b(?:(?:önskar|begär|vill)\s+)?(?:till\s+protokollet\s+)?(?:få|får|ha)\s+(?:till\s+protokollet\s+)?antecknat\b|\b(?:lå(?:ter|tit)|lät)\s+(?:till\s+protokollet\s+)?anteckna\b|\b(?:antecknar|lämnar|lämnade|avger|avgav|inkommer\s+med|anmäler|begär|önskar|inger|antecknas?)\s+(?:till\s+protokollet|som\s+yttrande|ett\s+(?:särskilt\s+)?(?:yttrande|uttalande)|en\s+(?:skriftlig\s+)?protokollsanteckning|(?:följande\s+)?protokollsanteckning|särskilt\s+yttrande|en\s+röstförklaring|följande)|\b(?:stödjer|stöder|ställer\s+sig\s+bakom)\b",
        ),
    )
)
_HERE = {
    PartKind.RESERVATION: DissentForm.RESERVATION,
    PartKind.STATEMENT: DissentForm.STATEMENT,
    PartKind.NOT_PARTICIPATING: DissentForm.NOT_PARTICIPATING,
    PartKind.RECUSAL: DissentForm.RECUSED,
}
_READ = {
    *_HERE,
    PartKind.OPENING,
    PartKind.DECISION,
    PartKind.PROCEDURE,
    PartKind.VOTE,
    PartKind.OTHER,
    PartKind.MOTIONS,
    PartKind.PROPOSAL,
}
_NAMED_STATEMENT = re.compile(r"yttrande|uttalande|protokollsanteckning|röstförklaring|antecknat")
_STATEMENT_VERB = re.compile(r"\b(?:stödjer|stöder|ställer\s+sig\s+bakom)\b")
_PASSIVE = re.compile(
    r"(?:^|\b)(?:Mot\s+beslutet\s+reserverar\s+sig|Till\s+protokollet\s+antecknas|"
    r"(?:Reservation(?:er)?|Särskil(?:t|da)\s+(?:yttrande|uttalande)[n]?|Ersättaryttrande[n]?|Protokollsanteckning(?:ar)?)\s+"
    r"(?:anmäl[st]|lämnas|lämnades|avges|avgavs|anförs|anfördes|görs|gjordes|har\s+lämnats|inlämnas|inlämnades)\s+av)\s+(?P<who>[^.:]+)",
    re.IGNORECASE,
)
_BECAUSE = re.compile(
    r"\b(?:eftersom|på\s+grund\s+av|pga\.?|p\.\s?g\.\s?a\.|med\s+anledning\s+av|med\s+hänvisning\s+till|med\s+motivering(?:en)?(?=\s+att\b)|till\s+förmån\s+för|till\s+fördel\s+för|då)\b(?P<why>.+)",
    re.DOTALL,
)
_REASON_FOLLOWS = re.compile(
    r"(?:enligt\s+följande|följande\s+motivering|motivering(?:en)?|följande|skriftligt)\s*[:.]?$|:$",
    re.IGNORECASE,
)
_ON_RESERVATION = re.compile(r"\breservation(?:s?text)?\b|\bmotivering")
_SAID = re.compile(r":\s+(?P<what>\S.{8,})$", re.DOTALL)
_SPEAKS_OF = re.compile(r"^(?:Hon|Han|Hen|De|Skälet|Orsaken|Anledningen)\b")
_SPEAKS = re.compile(
    r"(?P<who>\S[^.:]{0,110}?)\s+(?:anmäler|meddelar|framför|hade|skulle|vill|anser|noterar|konstaterar|ställer|instämmer|beklagar|antecknar|påpekar|framhåller)\b"
)
# Why somebody is disqualified, told with or right before the words that they leave or take no part.
_TIE = re.compile(
    r"\b(?:bror|syster|syskon|make|maka|hustru|sambo|son|dotter|far|mor|svåger|svägerska|barn|närstående|släkting|äger|ägare|delägare|andelar|aktier|anställd|anställning)\b",
    re.IGNORECASE,
)
_LEAVES = re.compile(
    r"\blämna(?:r|de|t)?\s+(?:mötet|rummet|salen|lokalen|sammanträdet|sin\s+plats)\b", re.IGNORECASE
)
_PRONOUN = re.compile(r"(?:Hon|Han|Hen|Denne|Denna)\b")
_THEREFORE = re.compile(r"\b(?:därför|av\s+den\s+anledningen|med\s+anledning\s+av\s+detta)\b")
# Whose tie it is: "Ylva Eks (S) bror leder bolaget", "Ylva Ek upplyser om att hennes bror leder det".
_WHOSE = re.compile(
    rf"(?P<name>{NAMES_ALONE})s(?P<party>\s+\([A-ZÅÄÖ]{{1,4}}\))?\s+(?=(?:\w+\s+)?(?:bror|syster|syskon|make|maka|man|hustru|fru|sambo|son|dotter|far|mor|svåger|svägerska|barn)\b)"
)
_WHO_SAYS = re.compile(
    rf"(?P<who>{NAMES_ALONE}(?:\s+\([A-ZÅÄÖ]{{1,4}}\))?)\s+(?:upplys|meddel|anmäl|uppge|berätta|informera)"
)
# The tie may stand between commas: "Ylva Ek (S), som är anställd vid bolaget, anmäler jäv".
_TIE_BESIDE = re.compile(r"\)?,\s+som\s+(?P<why>[^,.]{5,160}),\s+(?:anmäl|delt|lämna|är\s+jävig)")
_SIGNED = re.compile(r"\b(?:från|av)\s+(?P<who>.+)$")
_NOBODY = re.compile(r"^(?:Ing(?:en|a|et)|Det\s+(?:har|finns|fanns))\b(?!-)")
# Minutes without a heading for it close a matter's background with who stands apart, by name and in the present.
_ENDS_A_MATTER = re.compile(
    rf"{NAME_WITH_PARTY}(?:(?:,|\s+och|\s+samt)\s+{NAME_WITH_PARTY})*\s+(?:reserverar\s+sig|delt(?:ar|og)\s+(?:ej|inte|icke)\s+i\s+(?:beslut|handlägg|ärende)\w*)"
)
_REASON_LENGTH = 700
_REASON_SENTENCES = 3


def dissents_in(stream: Stream, part: Part) -> Iterator[Dissent]:
    """Yield everyone who stood apart in a part of a paragraph, with the reason given there."""
    if part.in_report or (part.kind not in _READ and part.kind is not PartKind.BACKGROUND):
        return
    here = _HERE.get(part.kind)
    cuts = sentences(stream.text, part.body, part.end)
    named = in_reason = False
    signed = actors_in(found["who"]) if here and (found := _SIGNED.search(part.heading)) else ()
    if signed and cuts:
        named = in_reason = True
        stop = cuts[:_REASON_SENTENCES][-1][1]
        yield Dissent(part.start, stop, signed, here or DissentForm.STATEMENT, stream.words(cuts[0][0], stop))
    for index, (start, end) in enumerate(cuts):
        words = stream.words(start, end)
        recused = _recused(stream, cuts, index) if part.kind is not PartKind.BACKGROUND else None
        if recused:
            named = True
            yield recused
            continue
        form, who = _stance(words, here) or (None, ())
        if in_reason and not people_in(" ".join(words.split()[:8])):
            continue  # a written reason runs on, and may itself say who dissents
        if form is None and here is not None and not named:
            form, who = here, _bare(words, here) or _speaker(words, here)
        if form is None or not who or _NOBODY.match(words):
            continue
        if part.kind is PartKind.BACKGROUND and not _ENDS_A_MATTER.match(words):
            continue
        reason, stop = _reason(stream, cuts, index, words, here)
        named, in_reason = True, in_reason or stop > end
        yield Dissent(start, stop, who, form, reason)


def _recused(stream: Stream, cuts: list[tuple[int, int]], index: int) -> Dissent | None:
    """Return who takes no part because of a tie that this sentence, or the one before it, tells of."""
    start, end = cuts[index]
    words = stream.words(start, end)
    apart = any(
        pattern.search(words)
        for form, pattern in _FORMS
        if form in {DissentForm.RECUSED, DissentForm.NOT_PARTICIPATING}
    )
    if not apart and not _LEAVES.search(words):
        return None
    before = stream.words(*cuts[index - 1]) if index else ""
    if _TIE.search(before) and (_PRONOUN.match(words) or _THEREFORE.search(words)):
        own = () if _PRONOUN.match(words) else actors_in(re.split(r"\s+delt(?:ar|og)\s", words)[0])
        who = own or _tied(before)
        return Dissent(cuts[index - 1][0], end, who, DissentForm.RECUSED, before.rstrip(".")) if who else None
    says = _WHO_SAYS.match(words)
    if says and _LEAVES.search(words) and _TIE.search(words) and not re.search(r"\bjäv", words):
        reason = re.sub(r"^\w*\s+(?:om\s+)?att\s+", "", words[says.end() :])
        return Dissent(start, end, (says["who"],), DissentForm.RECUSED, reason.strip(" ."))
    return None


def _tied(words: str) -> tuple[str, ...]:
    """Name whose relative or interest a sentence tells of: "Ylva Eks (S) bror", "Ylva Ek upplyser om att hennes bror"."""
    whose = _WHOSE.search(words)
    if whose:
        return (f"{whose['name']} {(whose['party'] or '').strip()}".strip(),)
    says = _WHO_SAYS.match(words)
    return people_in(words) or ((says["who"],) if says else ())


def _stance(words: str, here: DissentForm | None) -> tuple[DissentForm, tuple[str, ...]] | None:
    passive = _PASSIVE.search(words)
    for form, pattern in _FORMS:
        match = pattern.search(words)
        if match is None:
            continue
        if form is DissentForm.STATEMENT and here is None and not _NAMED_STATEMENT.search(match[0]):
            return None
        if (
            form is DissentForm.STATEMENT
            and here is DissentForm.RESERVATION
            and not _ON_RESERVATION.search(words)
        ):
            return None
        if passive:
            return form, actors_in(passive["who"])
        return form, actors_in(_subject(words, match))
    return (here, people_in(passive["who"]) or actors_in(passive["who"])) if passive and here else None


def _subject(words: str, match: re.Match[str]) -> str:
    """Return the words before the verb, without "På grund av jäv" and the like at the front."""
    before = words[: match.start()]
    verb = re.search(r"\b(?:deltar|deltog|anmäler|anmälde|lämnar|lämnade|har|reserverar|är|avstår)\b", before)
    if verb and actors_in(before[: verb.start()]):
        return before[: verb.start()]
    if people_in(before):
        return before
    after = words[match.end() :]
    return after if re.match(r"^(?:På\s+grund|Med\s+anledning|Jäv)", words) and people_in(after) else before


def _bare(words: str, form: DissentForm) -> tuple[str, ...]:
    """Read names that stand alone under "Reservation" or "Deltar ej i beslutet"."""
    people = people_in(words)
    if not people or len(words) > 60 * len(people):
        return ()
    rest = words
    for name in people:
        rest = rest.replace(name, "")
    return people if form is not DissentForm.STATEMENT and not re.search(r"\b[a-zåäö]{4,}ar\b", rest) else ()


def _speaker(words: str, form: DissentForm) -> tuple[str, ...]:
    """Name who opens a statement with whatever verb ("(MP) anmäler att partiet …")."""
    opens = _SPEAKS.match(words) if form is DissentForm.STATEMENT else None
    return actors_in(opens["who"]) if opens else ()


def _reason(
    stream: Stream, cuts: list[tuple[int, int]], index: int, words: str, here: DissentForm | None
) -> tuple[str, int]:
    """Return why, in the source's words, and where the stretch to be quoted ends."""
    end = cuts[index][1]
    because = _BECAUSE.search(words)
    if here is DissentForm.STATEMENT and _STATEMENT_VERB.search(words):
        return words, end
    said = _SAID.search(words)
    if said and (here is DissentForm.STATEMENT or said["what"][0] in '"”“»'):
        return said["what"].strip(), end
    if here is DissentForm.RECUSED and index + 1 < len(cuts):
        following = stream.words(*cuts[index + 1])
        if _SPEAKS_OF.match(following):
            return following.strip(" ."), cuts[index + 1][1]
    follows = _REASON_FOLLOWS.search(words)
    tie = _TIE_BESIDE.search(words)
    if follows is None and tie and _TIE.search(tie["why"]):
        return tie["why"].strip(), end
    if follows is None:
        return _why(because), end
    begin = 0
    taken = 0
    for start, stop in cuts[index + 1 :]:
        sentence = stream.words(start, stop)
        if _stance(sentence, here) is not None and not begin:
            continue
        if _starts_next(sentence, here):
            break
        begin = begin or start
        end = stop
        taken += 1
        if taken >= _REASON_SENTENCES or end - begin > _REASON_LENGTH:
            break
    return (stream.words(begin, end) if begin else _why(because)), end


def _why(because: re.Match[str] | None) -> str:
    """Return the reason without the words that it stands in the middle of ("på grund av jäv inte i handläggningen")."""
    return re.sub(r"\s+(?:inte|ej)\s+(?:delt|i\s).*", "", because[0]).strip(" .") if because else ""


def _starts_next(words: str, here: DissentForm | None) -> bool:
    found = _stance(words, here)
    return found is not None and bool(found[1]) and bool(people_in(words[:80]))
