"""Whether quoted words say something: a statement and no heading, of the past or of what is to come, filled in or blank; pure."""

import re

LEAST_SAID = 2  # words
FEWEST_COLUMNS, LONGEST_NAME = 3, 40
SAME_BEGINNING = 7  # letters: "räddningschef" and "räddningschefen" are one word
_WORD = re.compile(r"[^\W\d_]{3,}")
_LABELS = re.compile(
    r"(?:diarie|ärende|sammanträdes|protokolls?|paragraf|dnr|sida?|datum|punkt|kommun|region|stad)\w*|och|för|med|vid|till|från|den|det|ett|som|av",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:ska|skall|bör|önskas|planeras|väntas|förväntas|avses|avser|beräknas|kommer att|tidplan|senast den)\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:är|har|hade|blev|fick|gick|kom|tog|sa|sade|var|gav|lade|höll|såg|valdes|utsågs|beslöt\w*|antog|avslog|biföll|beslutar|godkänner|får|ges|ger|"
    r"uppdrar|noterar|antar|avslår|bifaller|fastställer)\b|\b\w{2,}(?:ade|ades|ats|dde|ddes)\b",
    re.IGNORECASE,
)
_ASKED_OF_THE_PAST = re.compile(
    r"\b(?:har|blev|fick|gick|kom|tog|sa|sade|sas|var|valdes|utsågs|beslöt\w*|antog|avslog|såldes|gjorde\w*|hände)\b|\b[a-zåäö]{2,}(?:ade|ades|dde|ddes)\b",
    re.IGNORECASE,
)
_LEFT_BLANK = re.compile(
    r"(?<![A-Za-zÅÄÖåäö\d-])(?:[xX]{3,}|n\.\s?n\.|N\.\s?N\.|_{3,}|(?:(?<=[–:|] )|(?<=\n)|\A)(?:[Kk]ompletteras|[Ff]ylls i|[Ee]j aktuellt|[Tt]illkommer|(?:Avsnittet|Kapitlet|Tabellen|Texten|Uppgiften) (?:kompletteras|fylls i|skrivs|tas fram|uppdateras))\b[^.\n]*|\.{4,}|…{1,})(?![A-Za-zÅÄÖåäö])"
)
_SHALL_BE = re.compile(
    r"\bska(?:ll)? (?:\w+ )?(?:vara|uppgå|nå|ligga|understiga|överstiga|minska|öka|sänkas|höjas)\b",
    re.IGNORECASE,
)
_ASKS_FOR_A_TARGET = re.compile(
    r"\bska(?:ll)?\b|\bmål|\bkrav|\bkräv|högst|minst|\bfår\b|\bbör\b|tillåt|gräns|\bshall\b|\btarget|\bmax|\bmin\b|upp till",
    re.IGNORECASE,
)

_NO_VALUE = re.compile(
    r"[\s.…–—?-]*|saknas|(?:uppgift|värde) saknas|ej (?:mätt|aktuellt|uppmätt|tillgänglig\w*|fastställt|klart?)|i\.?u\.?|n/a|x+|n\.\s?n\.|_+",
    re.IGNORECASE,
)


def is_blank(value: str) -> bool:
    """Tell whether a cell holds nothing, or a mark for it."""
    return _NO_VALUE.fullmatch(value.strip()) is not None


def said_beyond(question: str, text: str) -> list[str]:
    """Return the words of a text that the question does not hold, whatever their endings."""
    asked = {word[:SAME_BEGINNING] for word in re.findall(r"\w+", question.lower())}
    return [word for word in re.findall(r"\w+", text) if word[:SAME_BEGINNING].lower() not in asked]


def says_no_more(question: str, text: str) -> bool:
    """Tell whether words hold next to nothing that the question does not: a heading, a case number, a page's header."""
    more = [
        word
        for word in said_beyond(question, text)
        if _WORD.fullmatch(word) and not word.isupper() and not _LABELS.fullmatch(word)
    ]
    return len(more) < LEAST_SAID


def is_only_ahead(text: str) -> bool:
    """Tell whether words speak of what shall be and of nothing that has been."""
    return bool(_AHEAD.search(text)) and not _DONE.search(text)


def asks_of_the_past(question: str) -> bool:
    """Tell whether a question asks what has been: "Vad svarade styrelsen?"."""
    return bool(_ASKED_OF_THE_PAST.search(question))


def is_a_question(text: str) -> bool:
    """Tell whether words only ask something, which tells nothing: "4. Är kontrollen tillräcklig?"."""
    said = re.sub(r"^\W*\d+[.)]\s", "", text.strip())
    return said.endswith("?") and not re.search(r"[.!;|]", said)


def heads_a_table(text: str) -> bool:
    """Tell whether words are but the names of a table's columns: "Område | Budget | Utfall"."""
    cells = [cell.strip() for cell in re.split(r"[|\t]", text.strip().strip("|"))]
    return (
        len(cells) >= FEWEST_COLUMNS
        and "\n" not in text.strip()
        and all(
            cell and len(cell) <= LONGEST_NAME and not re.search(r"(?<!\d)\d{1,3}(?!\d)|[.;]", cell)
            for cell in cells
        )
        and not re.search(r"\b[A-ZÅÄÖ][a-zåäö]+ [A-ZÅÄÖ][a-zåäö]+", text)
    )


def is_a_target(question: str, text: str) -> bool:
    """Tell whether words say how much there shall be, where the question is how much there is."""
    return _SHALL_BE.search(text) is not None and _ASKS_FOR_A_TARGET.search(question) is None


def is_left_blank(text: str) -> bool:
    """Tell whether words hold the mark of a place that nobody has filled in: "Ekonom: n.n."."""
    return bool(_LEFT_BLANK.search(text))
