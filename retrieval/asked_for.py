"""By which words a question says what it asks for: a role, an intent, the sort of words that would answer it; pure."""

from enum import StrEnum

from knowledge.facts import Role
from retrieval.answer import Intent


class Expectation(StrEnum):
    """What kind of words would answer the question."""

    WHO = "who"
    WHEN = "when"
    HOW_MUCH = "how_much"
    WHY = "why"
    WHICH = "which"
    WHAT = "what"
    WHETHER = "whether"


# The first pattern that fits a role wins within its line; a question may name several roles.
ROLES: tuple[tuple[Role, str], ...] = (
    (
        Role.COORDINATOR,
        r"koordinering\w*|koordinera[rs]?\b|samordningsansvarig\w*|koordinator\w*|coordinator|coordinates",
    ),
    (
        Role.DEPUTY,
        r"(?:ersättare|ställföreträdare) (?:för|till) (?:\w+ )?\w*(?:ledar|ägar|ansvarig|beställar)\w*|(?:kliver|hoppar|går) in (?:om|när|för)\b|ersätter \w*(?:ledar|ägar)\w*|\bdeput\w+",
    ),
    (Role.STEERING_GROUP, r"(?:politisk\w*\s+)?styrgrupp\w*|steering group"),
    (
        Role.LEADER,
        r"uppdragsledar\w*|projektledar\w*|\bleder\b|\bledare\b|\bleda\b|leads?\b|\bleading\b|\bleader\b|\bled\b",
    ),
    (Role.OWNER, r"uppdragsägar\w*|projektägar\w*|\bäger\b|\bägare\b|\bowner\b|\bowns\b"),
    (
        Role.MEMBER,
        r"uppdragsmedlem\w*|projektmedlem\w*|medlemmar|\bmedlem\b|(?:arbets|projekt)grupp\w*|är med i|(?:vem|vilka)\b.*\b(?:ingår|sitter)\b|\bhur många\b.*\bsitter\b|\bmembers?\b",
    ),
    (Role.RECIPIENT, r"mottagar\w*|tar emot|ta emot|\brecipients?\b"),
    (Role.STAKEHOLDER, r"intressent\w*|stakeholders?"),
    (
        Role.GIVER,
        r"uppdragsgivar\w*|beställare|^(?:vem|vilka|vilken nämnd|vilket organ|who) (?:har )?(?:gav|gett|givit|gave)\b",
    ),
    (
        Role.ADDRESSEE,
        r"rikta[rst]?\b|riktade|riktas|vilka nämnder|vilken nämnd|vems uppdrag|"
        r"(?:få|får|fick|fått|gavs|ges|gav|ge)\b.{0,40}\bi upp(?:drag|gift)\b|(?:får|fick|fått|hade|har|haft|tog) (?:\w+ ){0,2}uppdraget (?:att|om|med)\b|uppdrar|uppdrog|\btill vem\b(?=.*\b(?:riktas?|uppdrag\w*|gavs|ges|gick|går)\b)|\bassigned\b",
    ),
    (
        Role.RESPONSIBLE,
        r"\bansvar(?:et|a|ar|at|ade|as|ig\w*|sområde\w*|sfördelning\w*)?\b|\w+ansvar(?:et|ig\w*)?\b|responsible",
    ),
    (Role.CHAIR, r"ordförande\w*|\bchair\w*"),
    (
        Role.SECRETARY,
        r"(?<![a-zåäö])(?:nämnd|kommun|region|förbunds|mötes|styrelse)?sekreterar\w*|protokollförar\w*",
    ),
    (Role.ADJUSTER, r"juster(?:a|ade|are|as|ing)\b|justeringspers\w*"),
    (Role.ABSENT, r"frånvarande|förhinder|\b(?:vem|vilka) (?:\w+ ){0,3}borta\b|unable to attend|absent"),
    (Role.ATTENDEE, r"närvar\w*|\bdeltog\b(?!\s+inte|\s+ej)|attended"),
    (
        Role.HANDLER,
        r"\bdr(?:a|ar|og|agit)(?: upp)? ärendet|handlägg(?:ar|er|s)\w*|föredr[oa]g\w*|föredragande|presenterade|presented",
    ),
)
ROLE_PATTERNS = dict(ROLES)
INTENTS: tuple[tuple[Intent, str], ...] = (
    (
        Intent.DEFINITION,
        r"^vad (?:är|e) (?:en|ett) [a-zåäö-]{5,}(?: för (?:något|nåt|nånting|någonting))?\s*\?*$|\bvad (?:betyder|menas|avses med|innebär (?:förkortning|begrepp)|menar (?:[\w-]+ ){1,3}med\b)|"
        r"\bstår\b.{0,40}\bför(?=\s*[?!.,]*$|,|\s+i\b|\s+enligt\b)|förkortning|\bdefinition\w*|\bdefinier\w+|"
        r"what does .* (?:mean|stand)|stands? for|\bvad (?:är|e) (?-i:[A-ZÅÄÖ]{2,6})\b(?: för|\?|$|\s+(?:i|enligt|som)\b)|\buttyds\b",
    ),
    (Intent.CASE_NUMBER, r"diarienum\w+|diarienr|\bdnr\b|ärendenum\w+|case number"),
    (Intent.VOTE, r"\bröst\w*|votering\w*|\bvotera\w*|omröstning\w*|\bvoted?\b|\bvotes\b"),
    (
        Intent.DISSENT,
        r"reserver\w*|reservation\w*|\bjäv\w*|deltog (?:inte|ej)|deltar? (?:inte|ej)|avst[åo]\w*|inte delta\w*|"
        r"protokollsanteckning\w*|särskilt yttrande|röstförklaring|abstain\w*|recus\w*|dissent\w*",
    ),
    (
        Intent.STATUS,
        r"\b(?:vad|hur|va) (?:är|e|ser) (?:läget|statusen|status)\b|\bläget (?:för|med|i|på)\b|^status (?:för|på|i)\b|(?<!få )(?<!muntlig )(?<!skriftlig )(?<!lämna )(?<!ge )(?<!när )\blägesrapport\w*|"
        r"senaste status\w*|hur går det (?:med|för)\b|how is .* going|what is the status",
    ),
    (
        Intent.DECISION_POINT,
        r"beslutspunkt\w*|\bgrind(?:en|ar|arna)?\b|\b(?-i:G)[0-9]\b|\bBP\s?[O0-9]?\b|milstolp\w*|\b(?-i:MS)\s?\d?\b|decision points?|milestones?|härnäst",
    ),
    (
        Intent.DECIDED,
        r"beslut(?!s?punkt)\w*|\bbeslöt\w*|bestäm\w*|vad (?:blev det av|hände med|hände|sade|sa|sas)\b|godkän\w*|fastställ\w*|"
        r"\bantog\w*|\bantas\b|\bföresl\w*|förslag\w*|avsl[oå]\w*|återremi\w*|bordla\w*|decided?|decision\b|gick det med|till slut|yrka\w*|motion\w*|"
        r"medborgarförslag|initiativ\w*|\bvann\b|\bk[oa]m\w*\b.{1,40}\bfram till\b|\benades?\b",
    ),
    (
        Intent.AMOUNT,
        r"budget\w*|kost(?:a|ar|ade|nad\w*)\b|hur mycket pengar|\bkronor\b|miljon\w*|\bmkr\b|\bmnkr\b|finansier\w*|"
        r"anslag\w*|ekonomisk\w* ram\w*|how much",
    ),
    (
        Intent.INDICATOR,
        r"utfall\w*|\bmål(?:et|en|värde\w*|sättning\w*)?\b|delmål\w*|indikator\w*|startvärde\w*|prognos\w*|\bprocent\b|hur (?:många|mycket|stor\w*|hög\w*|mkt)\b|"
        r"\btarget\b|\boutcome\b|starting value|måluppfyllelse|how many",
    ),
    (
        Intent.MEETING,
        r"(?:n[äa]sta|nästkommande|förra|kommande|senaste|första|sista|next|last)\s+(?:ordinarie\s+|(?:board|council|committee|group|regular)\s+)*\w*(?:sammantr[äa]de|m[öo]te|meeting|fullmäktige)\w*|"
        r"\bsammantr[äa]d(?:er|de|dde)\b|\b(?:sammanträdes|mötes)(?:dag|dat|tid|plan|kalend)\w*|\bwhen\b.{0,60}\bmeets?\b|"
        r"(?:^var|\b(?:när|hur dags|vilka dagar|vilken (?:dag|tid)|vilket datum))\b.{0,60}\b(?:möts|träffas|(?:\w+s|nämnd|styrelse|fullmäktige)?(?:möte|sammanträde)[tn]?)\b",
    ),
    (
        Intent.LIST,
        r"\bvilka\b|\blista\b|\bräkna upp\b|\blist\b|vilka är|samtliga|alla (?:uppdrag|beslut|mål)",
    ),
    (Intent.OWNER, r"\bvem\b|\bvems\b|\bvilka\b|\bwho\b|vilken nämnd|vilka nämnder"),
)
EXPECTATIONS: tuple[tuple[Expectation, str], ...] = (
    (
        Expectation.WHY,
        r"\bvarför\b|\bwhy\b|av vilken anledning|vilket skäl|vilka skäl|vad (?:är|var) (?:skälet|skälen|anledningen|orsaken|motivet)|\bhur motiver\w*|\bvad ber(?:or|odde)\b|\bvad (?:är|var) det som gjorde att\b",
    ),
    (
        Expectation.HOW_MUCH,
        r"\bhur (?:många|mycket|stor\w*|hög\w*|mkt|lång\w*|ofta|gam\w+|lågt?)\b|how (?:many|much|large|often|old|high|low)|\bvad (?:får |ska |fick )?(?:betala(?:r|de)?|tjänar|tjänade)\b|what (?:does|did|do|will) (?:[\w-]+ ){1,4}(?:pay|cost)\b|what (?:is|was|are) the (?:\w+ )?(?:amount|budget|cost|price|fee|sum|rate)\b|vad (?:[\w-]+ ){0,9}?(?:kosta[rs]?|kostade|g(?:år|ick) (?:(?!\but\b).)*? på)\b|"
        r"^vad (?:är|var|blir|blev) (?:[\w-]+ ){0,2}?\w*(?:avgiften|priset|kostnaden|budgeten|hyran|arvodet|taxan|ersättningen|bidraget|beloppet|räntan|skattesatsen|budgetramen)\b|"
        r"vilken (?:budget|\w+stid|skattesats|ränta|\w*avgift|\w*hyra|\w*ersättning|summa|andel|projektbud\w*|kostnad)|vilket (?:\w*belopp|\w*pris|\w*värde|antal)|"
        r"\butfall\w*|\bmålvärde\w*|röstsiffr\w*|starting value",
    ),
    (
        Expectation.WHEN,
        r"\bnär\b|\bvilken tidpunkt\b|\bhur (?:länge|sent|tidigt)\b|how (?:long|late|early|soon)|vil(?:ken|ket|ka) (?:är |blir )?(?:nästa |sista |närmaste |senaste )?(?:deadline|redovisning|rapportering|tidsfrist|datum)\w*|vilk(?:et|a) (?:slut|start)?datum\w*|slutdatum\w*|sista \w*dag\w*\b|\b\w*redovisningsdag\w*|tidsfrist\w*|vilken dag|vilken månad|vilka månader|vilket kvartal|vilken vecka|vilken termin|vilket år|vilka år|\bsenast när\b|hur snart|från vilket läsår|\bwhen\b|what date|what is the date|"
        r"deadline|\bnästa (?:beslutspunkt|milstolpe)",
    ),
    (
        Expectation.WHO,
        r"\bvem\b|\bvems\b|\bwho\b|\bwhom\b|vilken nämnd|vilka nämnder|vilken (?:tjänste)?person|till vilka",
    ),
    (Expectation.WHICH, r"\bvilka\b|\bvilken\b|\bvilket\b|\bwhich\b"),
    (
        Expectation.WHETHER,
        r"^(?:är|har|får|kan|ska|blev|finns|gäller|anmälde|beviljades?|beslutades?|beslöts?|godkändes?|antogs?|avslogs?|bifölls?|biföll|återremitterades|bordlades|infördes?|såldes?|köptes?|fick|is|are|has|did|does)\b",
    ),
)
