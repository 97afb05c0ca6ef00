"""The words by which a document's kind and its board are known, in titles and in file names."""

import re

from knowledge.documents import DocumentKind

BOARD_NAME = (
    r"(?:[Rr]egion|[Kk]ommun|[Ff]örbunds|[Ss]tads|[Ll]andstings)(?:styrelsens arbetsutskott|styrelsen|fullmäktige|direktionen)"
    r"|[Nn]ämnden för [A-ZÅÄÖa-zåäö][a-zåäö]+(?:-? (?:&|och|samt) [A-ZÅÄÖa-zåäö][a-zåäö]+){0,3}"
    r"|[Ss]ocialnämnd(?:en)? [A-ZÅÄÖ][a-zåäö]+"
    r"|(?:[A-ZÅÄÖa-zåäö][a-zåäö]+-(?:,? och | & )[a-zåäö]*|[A-ZÅÄÖa-zåäö][a-zåäö]+-, [a-zåäö]+- och [a-zåäö]*|[Rr]egionala [a-zåäö]*|[Tt]ekniska |[A-ZÅÄÖa-zåäö][a-zåäö]{2,})nämnden"
    r"|[A-ZÅÄÖ][a-zåäö]+ [Ss]amverkansgrupp|[Pp]olitiskt samrådsorgan|[Dd]irektionen"
)
# The words before a document's number.
CASE_WORDS = r"(?:Dnr|Diarienr|Diarienummer|Diarie-?nr|Ärendenummer|Ärendenr)\b"
TITLE_KINDS = (
    (
        DocumentKind.MEETING_SUMMARY,
        re.compile(
            r"\bsammanfattning (?:från|av|av beslut från) (?:\w+ )?(?:\w*styrelse\w*|\w*nämnd\w*|\w*fullmäktige\w*|sammanträde\w*|mötet)|\bbeslut i korthet\b|\bså (?:här )?beslutade\b|\b(?:beslut|nytt) från (?:\w*styrelse|\w*nämnd|\w*fullmäktige)",
            re.IGNORECASE,
        ),
    ),
    (
        DocumentKind.CALENDAR,
        re.compile(
            r"\b(?:sammanträdesplan|sammanträdestider|sammanträdesdagar|sammanträdeskalender|möteskalender|mötesplan|sammanträdesdatum \d{4}$)",
            re.IGNORECASE,
        ),
    ),
    (
        DocumentKind.AGENDA,
        re.compile(
            r"\b(?:kallelse|föredragningslista|ärendelista|ärendeförteckning|dagordning)\b", re.IGNORECASE
        ),
    ),
    (
        DocumentKind.MINUTES,
        re.compile(r"(?:protokoll|(?<!om )\b[\wåäö]*anteckning(?:ar(?:na)?)?\b|^§§? ?\d+)", re.IGNORECASE),
    ),
    (
        DocumentKind.DIRECTIVE,
        re.compile(
            r"\b(?:uppdrags|projekt|program|kommitté|tilläggs|utrednings|utvecklings|genomförande|förstudie)(?:direktiv|beskrivning|beställning|handling|specifikation)"
            r"|\bregeringsuppdrag|\bdirektiv\b(?! och riktlinjer)|\b(?:projekt|uppdrags|genomförande)plan\b",
            re.IGNORECASE,
        ),
    ),
    (
        DocumentKind.FOLLOW_UP,
        re.compile(
            r"(?:delårs|års|tertial|kvartals|månads|revisions|slut|läges|uppföljnings)(?:rapport|redovisning|bokslut|bild)\w*|\buppföljning|\bmåluppfyllelse|\bbokslut|\bgranskning",
            re.IGNORECASE,
        ),
    ),
    (
        DocumentKind.BOARD_PLAN,
        re.compile(
            r"(?:nämnd|styrelse|verksamhets|region|budget|handlings|mål)plan\w*|\b(?:styrelsens|nämndens) plan\b|\bplan (?:mot|för) .{3,60}\d{4}|program\b.{0,20}\d{4}|\bplan(?: och budget)? 20\d\d",
            re.IGNORECASE,
        ),
    ),
)
# Standing documents are set in numbered paragraphs (§) as minutes are, and begin by saying what they are.
STANDING_KINDS = (
    (DocumentKind.DIRECTIVE, re.compile(r"ägardirektiv\b", re.IGNORECASE)),
    (
        DocumentKind.OTHER,
        re.compile(
            r"(?:[\wåäö]*avtal|överenskommelse|reglemente|riktlinjer?|policy|bolagsordning|förbundsordning|arbetsordning|delegations(?:ordning|bestämmelser)|föreskrifter|stadgar|taxa)"
            r"(?:$|\s(?:för|om|avseende|mellan|vid|i|inom|gällande)\b)",
            re.IGNORECASE,
        ),
    ),
)
STEM_KINDS = (
    (
        DocumentKind.MEETING_SUMMARY,
        re.compile(r"sammanfattning.{0,30}(?:styrelse|namnd|fullmaktige|sammantrade)"),
    ),
    (DocumentKind.CALENDAR, re.compile(r"sammantrades(?:plan|tider|dagar|kalender)|moteskalender")),
    (DocumentKind.AGENDA, re.compile(r"kallelse|foredragningslista|arendelista")),
    (
        DocumentKind.MINUTES,
        re.compile(r"protokoll|motesanteckning|omrostningslista|(?:^|[_ -])(?:par|p|§)\d"),
    ),
    (
        DocumentKind.DIRECTIVE,
        re.compile(
            r"(?:^|[_ -])(?:uppdrags|projekt|program)?direktiv|(?:uppdrags|projekt|program)(?:beskrivning|bestallning|specifikation)|(?:projekt|uppdrags|genomforande)plan"
        ),
    ),
    (
        DocumentKind.FOLLOW_UP,
        re.compile(
            r"delarsrapport|arsredovisning|uppfoljning|revisionsrapport|lagesbild|lagesrapport|slutrapport|tertialrapport"
        ),
    ),
    (
        DocumentKind.BOARD_PLAN,
        re.compile(
            r"namndplan|styrelseplan|verksamhetsplan|styrelsens-plan|handlingsplan|(?:^|[_ -])plan(?:[_ -]|$)"
        ),
    ),
)
