"""The field's own words: what a question may ask for, and which words mean the same.

Only words of Swedish administration and of asking stand here; names, boards and assignments come from the
register and from each document's own list of abbreviations.
"""

import re

# Words that carry no subject. They are taken away before a question is matched with its sources.
FUNCTION_WORDS = frozenset(
    """
    a att av bli blir blev blivit både bara burit borde bör da de dem den denna det detta dit där då då? e eller en enligt er
    ett ett? finns finnas fanns fick få får för före från gick gå går gällande gäller ha hade han har hans hen hon hos hur hurdan här i
    in inför ingen inget inte inom ja jag just kan kom kommer kunde kring lite man med medan men mellan mig min mitt mot måste
    ni nu när nån någon något några och också om oss på redan resp respektive samt sin sina sitt själv ska skall skulle som så sådan säg säger
    till tills tog ta tar under upp ut utav va vad var vara varför varit vart vem vems vi via vid vilka vilken vilket vill ville
    år åt än är även över alla allt någonstans egentligen snälla hej tack vänligen berätta hitta hittar visa ge lista nämn kolla veta vet undrar
    ju nog väl mig dig er ert sig sen sedan dom nåt mer mest mycket många stor stort hög högt länge ofta ens
    the a an of for to in on at by is are was were be been do does did has have had who whom whose what when where which why how and or
    during want wanted between after before under new same first last since until across within per each both also more most than then
    from with that this it its any about there their they please tell me you your i we our us as into not much many
    gång gånger sätt del delar saken sak grej fråga frågan frågor ärende ärendet ärenden handlar handla gör göra gjorde gjort
    """.split()
)

# Everyday words that a colloquial question holds and an official document does not; they weigh little.
LIGHT_WORDS = frozenset(
    """
    drog drar dra igång aldrig alltid innan efteråt tillbaka fixa fixar fixade träffas träffar träffades skrev skriver skriva skrivit söker sökte ansöker
    osäker osäkra osäkert följd följden föll faller föllo bett ber bad bitti snart redan ens eget egen egna ny nya nytt nyss vann vinner vunnit
    heter hette kallas tänkt tanken planerat tänker ville velat ger gavs gett givit ges gav höll håller hålls hållits satt sitter suttit
    ligger låg legat börjar började börjat slutar slutade kom kommit vidare klarade klarar klarat lyckades funkar fungerar fungerade göras görs
    gjorts gjorde köra kör körde kört ordnar ordna ordnade hjälper hjälpa behövs behöver behövde krävs kräver krävdes får fått kunna kunnat finns finnas
    pratade pratas snackade snackas nämndes nämnde nämner sägs säga uttryckte uttrycker lyfte lyfter lyftes ifrågasatte ifrågasätter ifrågasattes
    senast sist sista först första slutligen egentliga riktigt verkligen ungefär cirka ca just faktiskt typ liksom ganska mycket mkt lite
    ändring förändring skillnad följder konsekvens jämfört mot året årets åren kronor pengar summa belopp stort hög högsta lägsta minst mest
    ur ner ned fram igen mitt mitten hela helt allt alla båda någonting ingenting senaste nuvarande tidigare dagens gällande aktuella presenterat
    presenterades presenterar anfördes anförde angav anger står stod innehåller ingick medverkar medverkade kommande rörde rör gällde
    klar klara klart färdig färdiga färdigt slutförd slutförda slutfört stora storlek totalt total totala själv själva uppe behöva igen
    början börja tänkt svårt svår försenat haft hade slut efternamn förnamn stödde avser
    bilaga bilagan sida sidan kapitel punkt avsnitt
    behandlade behandlas behandla behandlat tog togs upp tagit
    lämnade lämnades lämnat väckte väcktes väckt
    skickade skickades bestämma bestämmer råder rådde hur's fråga frågar frågade frågat svarar svarade svarat uppgav
    """.split()
)

# Words that mean the same in this field; every word of a group covers every other.
PHRASES: dict[str, str] = {
    "uppsägning": "säga upp",
    "driftsätta": "tas i drift",
    "ikraftträdande": "träda i kraft",
    "nedläggning": "lägga ner",
    "borttagande": "ta bort",
}

SYNONYMS: tuple[tuple[str, ...], ...] = (
    ("kommunfullmäktige", "fullmäktige", "kf"),
    ("kommunstyrelsen", "kommunstyrelse", "ks"),
    ("regionstyrelsen", "regionstyrelse", "rs"),
    ("regionfullmäktige", "fullmäktige", "rf"),
    ("hälso- och sjukvårdsnämnden", "hsn"),
    ("vd", "verkställande"),
    ("personal", "medarbetare", "anställda", "bemanning"),
    ("kostnad", "kostnaden", "kosta", "kostar", "kostade", "pris", "utgift"),
    ("budget", "ram", "anslag", "projektbudget"),
    ("avgift", "taxa", "avgiften"),
    ("slopa", "avskaffa", "avveckla", "ta bort", "lägga ner", "nedläggning", "avveckling"),
    ("skattesats", "skattesatsen", "kommunalskatt"),
    ("förlänga", "förlängdes", "förlängning", "förlängd"),
    ("slutrapport", "slutredovisning", "slutredovisa", "slutrapporteras", "slutredovisas"),
    ("delrapport", "delredovisning", "delredovisa", "delrapporteras", "delredovisas"),
    ("återrapportera", "återredovisa", "återrapportering", "återredovisning", "rapportera", "redovisa"),
    ("vårdmöte", "digitala vårdmöten"),
    ("facket", "fackförbund", "fackliga", "facken"),
    ("möte", "sammanträde", "styrelsemöte", "nämndmöte"),
    ("frånvarande", "förhinder", "borta"),
    ("utdrag", "protokollsutdrag", "utdraget"),
    ("klar", "färdig", "slutförd", "klart", "färdigt", "slutfört", "slutförda", "klara"),
    ("förslag", "föreslå", "föreslår", "föreslås", "föreslog"),
    ("ansöka", "ansöker", "söka", "söker", "ansökte", "sökte", "ansökan"),
    ("sammanträda", "sammanträder", "träffas", "träffa", "mötas", "möts"),
    ("jobb", "arbete", "arbeta", "sysselsättning"),
    (
        "presentera",
        "presenterade",
        "föredra",
        "föredrar",
        "föredrog",
        "informera",
        "informerade",
        "informerar",
    ),
    ("hantera", "fixa", "ordna", "hanterar"),
    ("upphäva", "upphävde", "upphävs", "upphäver", "upphävas"),
    ("utredning", "utreda", "utreds", "utredas", "översyn"),
    ("jäv", "jävig", "jäviga"),
    ("beslut", "besluta", "beslutade", "beslutat", "beslutar"),
    ("anta", "antog", "antar", "antas", "antagen", "fastställa", "fastställer", "fastställde", "fastställas"),
    ("avslå", "avslår", "avslag", "avslog"),
    ("bifall", "bifalla", "bifaller", "biföll"),
    ("återremiss", "återremittera", "återremitteras", "återremitterades", "återremitterar"),
    ("bordlägga", "bordlagt", "bordläggs", "bordlades", "bordläggning"),
    ("syfte", "ändamål", "ändamålet"),
    ("uppdrag", "uppdraget", "uppdragen"),
    ("ansvar", "ansvarar", "ansvarig", "ansvariga", "ansvarade"),
    ("minska", "minskning", "minskat", "sänka"),
    ("öka", "ökning", "ökat", "höja"),
    ("start", "starta", "driftstart", "driftsättas", "driftsättning", "börja", "införas"),
    ("elev", "elever"),
    ("primärvård", "hälsocentral", "vårdcentral"),
    ("moderaterna", "moderat", "m"),
    ("socialdemokraterna", "socialdemokrat", "s"),
    ("vänsterpartiet", "vänsterpartist", "v"),
    ("centerpartiet", "centerpartist", "centerpartister", "c"),
    ("liberalerna", "liberal", "l"),
    ("kristdemokraterna", "kristdemokrat", "kd"),
    ("sverigedemokraterna", "sverigedemokrat", "sd"),
    ("miljöpartiet", "miljöpartist", "mp"),
)

# English words of the field, as staff who read Swedish documents in English ask for them.
ENGLISH: dict[str, str] = {
    "assignment": "uppdrag",
    "assignments": "uppdrag",
    "directive": "uppdragsdirektiv",
    "leader": "uppdragsledare",
    "leads": "leder",
    "lead": "leder",
    "owns": "äger",
    "assigned": "uppdrag",
    "happened": "beslut",
    "proposed": "förslag",
    "proposal": "förslag",
    "against": "reservation",
    "minutes": "protokoll",
    "paragraph": "paragraf",
    "section": "avsnitt",
    "next": "nästa",
    "point": "beslutspunkt",
    "points": "beslutspunkt",
    "abstained": "avstod",
    "deadline": "senast",
    "due": "senast",
    "reported": "redovisas",
    "owner": "uppdragsägare",
    "board": "styrelse nämnd",
    "executive": "kommunstyrelsen",
    "council": "fullmäktige",
    "committee": "nämnd",
    "region": "region",
    "municipality": "kommun",
    "municipalities": "kommuner",
    "decision": "beslut",
    "decide": "beslut",
    "decided": "beslut",
    "meeting": "sammanträde",
    "target": "mål",
    "goal": "mål",
    "goals": "mål",
    "outcome": "utfall",
    "indicator": "indikator",
    "starting": "startvärde",
    "value": "värde",
    "baseline": "startvärde",
    "vote": "röstade",
    "voted": "röstade",
    "reservation": "reservation",
    "care": "vård",
    "local": "nära",
    "healthcare": "vård",
    "health": "hälsa",
    "hospital": "sjukhus",
    "patient": "patient",
    "patients": "patienter",
    "primary": "primärvård",
    "staff": "personal",
    "cost": "kostnad",
    "budget": "budget",
    "plan": "plan",
    "energy": "energi",
    "network": "nätverk",
    "networks": "nätverk",
    "activated": "aktiverats",
    "nature": "natur",
    "protected": "skyddad",
    "area": "areal",
    "water": "vatten",
    "services": "tjänster",
    "technical": "teknik",
    "school": "skola",
    "schools": "skolor",
    "preschool": "förskola",
    "travel": "resor",
    "climate": "klimat",
    "emissions": "utsläpp",
    "owner's": "ägar",
    "interpreters": "tolkar",
    "interpreter": "tolk",
    "authorised": "auktoriserad",
    "authorized": "auktoriserad",
    "recruit": "rekryterat",
    "recruited": "rekryterat",
    "report": "rapport",
    "final": "slut",
    "fee": "avgift",
    "rescue": "räddningstjänst",
    "service": "tjänst",
    "association": "förbund",
    "joined": "medlemskommuner",
    "members": "ledamöter",
    "member": "ledamot",
    "attend": "närvarande",
    "unable": "förhinder",
    "presented": "föredrar",
    "item": "ärendet",
    "initiative": "initiativ",
    "voluntary": "frivillig",
    "repatriation": "återvandring",
    "statutes": "förbundsordning",
    "clarified": "förtydligas",
    "adopted": "antar",
    "agreement": "avtal",
    "strategy": "strategi",
    "activity": "aktivitet",
    "milestone": "milstolpe",
    "responsible": "ansvarig",
    "steering": "styrgrupp",
    "group": "grupp",
    "case": "ärende",
    "number": "nummer",
    "new": "nya",
    "system": "system",
    "procurement": "upphandling",
    "roll": "omröstningslista",
    "call": "omröstningslista",
    "annex": "bilaga",
    "chair": "ordförande",
    "chairman": "ordförande",
    "sick": "sjuk",
    "leave": "frånvaro",
    "waiting": "vänte",
    "digital": "digital",
    "date": "datum",
    "rental": "hyr",
    "agency": "hyrpersonal",
    "dependence": "beroende",
    "reduce": "minska",
    "business": "tjänste",
    "trips": "resor",
}
_ENGLISH_SIGNS = re.compile(
    r"\b(?:the|who|what|when|which|how|why|is|are|was|were|did|does|of|for|about|tell|has|have|will)\b",
    re.IGNORECASE,
)
_SWEDISH_SIGNS = re.compile(
    r"[åäö]|\b(?:vem|vad|vilka|vilken|vilket|och|som|att|det|hur|av|ska|om|enligt|inte|har)\b", re.IGNORECASE
)


def is_english(text: str) -> bool:
    """Tell whether a question is asked in English (names in it may be Swedish)."""
    return len(_ENGLISH_SIGNS.findall(text)) > len(
        _SWEDISH_SIGNS.findall(re.sub(r"\b[A-ZÅÄÖ]\w+|\([^)]*\)", "", text))
    )
