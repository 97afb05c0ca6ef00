"""English: the field's words as staff who read Swedish documents in English ask for them, and telling that they do."""

import re


def _pairs(text: str) -> dict[str, str]:
    """Read "word what it means; another what that means"."""
    return dict(pair.strip().split(" ", 1) for pair in " ".join(text.split()).split(";"))


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
    "leading": "leder",
    "review": "översyn",
    "transport": "transport skjuts",
    "shared": "gemensam",
    "joint": "gemensam",
    "control": "kontroll",
    "centre": "centrum",
    "center": "centrum",
    "social": "social",
    "welfare": "socialtjänst",
    "pets": "husdjur sällskapsdjur",
    "homes": "boende",
    "home": "hem",
    "elderly": "äldre",
    "children": "barn",
    "pupils": "elever",
    "students": "elever",
    "teachers": "lärare",
    "forecast": "prognos",
    "year": "år",
    "annual": "årlig",
    "collected": "insamlat",
    "food": "mat",
    "waste": "avfall",
    "inhabitant": "invånare",
    "inhabitants": "invånare",
    "risks": "risker",
    "risk": "risk",
    "costs": "kostnader",
    "price": "pris",
    "deficit": "underskott",
    "surplus": "överskott",
    "result": "resultat",
    "appeal": "överklaga",
    "library": "bibliotek",
    "archive": "arkiv",
    "archives": "arkiv",
    "museum": "museum",
    "bicycle": "cykel",
    "bicycles": "cykel",
    "homeless": "hemlös",
    "sickness": "sjukfrånvaro",
    "tax": "skatt",
    "libraries": "bibliotek",
    "swimming": "bad",
    "pool": "simhall",
    "hall": "hall",
    "housing": "bostad",
    "homelessness": "hemlöshet",
    "road": "väg",
    "roads": "vägar",
    "bridge": "bro",
    "station": "station",
    "fire": "brand",
    "police": "polis",
    "building": "byggnad",
    "property": "fastighet",
    "rent": "hyra",
    "sale": "försäljning",
    "sold": "såldes",
    "buy": "köpa",
    "bought": "köpte",
    "postponed": "bordlades",
    "rejected": "avslag",
    "approved": "godkände",
    "referred": "återremiss",
    "motion": "motion",
    "citizen": "medborgare",
    "audit": "revision",
    "auditors": "revisorer",
    "recommend": "rekommenderar",
    "recommendations": "rekommendationer",
    "manager": "chef",
    "director": "direktör",
    "head": "chef",
    "secretary": "sekreterare",
    "employees": "anställda",
    "nurses": "sjuksköterskor",
    "doctors": "läkare",
    "medicine": "läkemedel",
    "medicines": "läkemedel",
    "drug": "läkemedel",
    "supply": "försörjning",
    "emergency": "akut",
    "ambulance": "ambulans",
    "dental": "tandvård",
    "psychiatry": "psykiatri",
    "youth": "ungdom",
    "culture": "kultur",
    "sports": "idrott",
    "public": "offentlig",
    "bus": "buss",
    "train": "tåg",
    "traffic": "trafik",
    "environment": "miljö",
    "environmental": "miljö",
    "electricity": "el",
    "heating": "värme",
    "security": "säkerhet",
    "safety": "säkerhet",
    "purpose": "syfte",
    "scope": "omfattning",
    "funded": "finansieras",
    "funding": "finansiering",
    "start": "start",
    "begin": "börja",
    "end": "slut",
    "ends": "slut",
    "finished": "klart",
    "completed": "klart",
    **_pairs(
        """
        chaired ordförande; chairs ordförande; chairperson ordförande; vice-chair vice ordförande; deputy ersättare;
        substitute ersättare; federation förbund; sponsor beställare; client beställare; commissioner beställare; recycling
        återvinning; main huvudledning; pipe ledning; pipes ledningar; completion färdigställande; complete klart; delayed
        försenad; delay försening; moved flyttas; changed ändras; change ändring; extended förlängs; extension förlängning;
        coordinated samordnade; coordination samordning; coordinator samordnare; project projekt; programme program; program
        program; task uppdrag; tasks uppdrag; mission uppdrag; commission uppdrag; commissioned uppdrag; responsibility
        ansvar; accountable ansvarig; charge ansvarig; answer svar; answered svarade; reply svar; replied svarade; opinion
        yttrande; statement yttrande; consultation samråd; referral remiss; comment kommentar; appointed utsågs; appoint utse;
        elected valdes; elect välja; election val; resigned avsägelse; resign avgå; dismissed entledigas; replaced ersätts;
        replace ersätta; successor efterträdare; succeeds efterträder; allocated tilldelas; allocate fördela; allocation
        fördelning; granted beviljas; grant bidrag; grants bidrag; subsidy bidrag; contribution bidrag; support stöd; loan
        lån; loans lån; guarantee borgen; debt skuld; investment investering; investments investeringar; savings besparing;
        saving besparing; save spara; revenue intäkter; income intäkt; expenses kostnader; spending kostnad; spend kostnad;
        spent kostnad; money pengar; amount belopp; total totalt; share andel; percentage andel; rate andel; average
        genomsnitt; increase ökning; increased ökade; decrease minskning; decreased minskade; raise höja; raised höjs; lower
        sänka; lowered sänks; per per; household hushåll; households hushåll; residents invånare; resident invånare; citizens
        medborgare; population befolkning; people personer; families familjer; family familj; parents föräldrar; child barn;
        young unga; old äldre; seniors äldre; senior äldre; women kvinnor; men män; immigrants nyanlända; refugees flyktingar;
        volunteers frivilliga; employers arbetsgivare; employer arbetsgivare; employee medarbetare; workers anställda;
        managers chefer; union fackförening; unions fackföreningar; workplace arbetsplats; working arbets; hours timmar;
        salary lön; salaries löner; wage lön; wages löner; training utbildning; education utbildning; courses kurser; skills
        kompetens; competence kompetens; recruitment rekrytering; absence frånvaro; clinic mottagning; clinics mottagningar;
        ward avdelning; wards avdelningar; beds vårdplatser; bed vårdplats; surgery operation; nurse sjuksköterska; nursing
        vård; doctor läkare; physician läkare; mental psykisk; disability funktionsnedsättning; disabilities
        funktionsnedsättning; disabled funktionsnedsättning; therapy behandling; treatment behandling; visits besök; visit
        besök; appointment besök; queue kö; queues köer; times tider; time tid; maternity förlossning; vaccination
        vaccination; screening screening; prevention förebyggande; preventive förebyggande; suicide suicid; hearing hörsel;
        sight syn; diagnosis diagnos; rehabilitation rehabilitering; pharmacy apotek; equipment utrustning; devices
        utrustning; monitoring monitorering; remote distans; elementary grundskola; secondary gymnasium; upper gymnasium;
        kindergarten förskola; teacher lärare; principal rektor; grades betyg; grade betyg; pupil elev; student elev; meals
        måltider; meal måltid; lunch lunch; bullying kränkning; classroom klassrum; merged slås samman; merger sammanslagning;
        closed avvecklas; close avveckla; closing avveckling; closure avveckling; shut avveckla; opened öppnas; open öppna;
        opening öppning; built byggs; build bygga; construction byggnation; renovation upprustning; renovate renovera;
        demolished rivs; demolition rivning; premises lokaler; facilities anläggningar; facility anläggning; land mark; plot
        tomt; site plats; location plats; located placering; lease arrende; leased hyrs; rented hyrs; tenant
        hyresgäst; tenants hyresgäster; apartments lägenheter; apartment lägenhet; dwellings bostäder; street gata; streets
        gator; parking parkering; cycling cykel; cycle cykel; bike cykel; bikes cykel; lane bana; lanes banor; path väg; paths
        vägar; snow snö; winter vinter; lighting belysning; cameras kameror; camera kamera; surveillance kamerabevakning;
        guards ordningsvakter; guard ordningsvakt; crime brott; crimes brott; fraud bedrägeri; accident olycka; accidents
        olyckor; preparedness beredskap; crisis kris; power kraft; backup reserv; outage avbrott; cyber it; cybersecurity
        informationssäkerhet; information information; data data; software system; platform plattform; website webbplats; app
        app; locks lås; lock lås; keys nycklar; key nyckel; drinking dricksvatten; sewage avlopp; wastewater avlopp; leakage
        läckage; leak läcka; leaks läckor; garbage avfall; rubbish avfall; trash avfall; bins kärl; bin kärl; trucks fordon;
        truck fordon; vehicles fordon; vehicle fordon; car bil; cars bilar; electric el; charging ladd; fuel drivmedel; fossil
        fossil; carbon koldioxid; greenhouse växthusgas; forest skog; park park; parks parker; playground lekplats; beach
        badplats; noise buller; air luft; pollution förorening; chemicals kemikalier; organic ekologisk; biodiversity
        biologisk mångfald; species arter; gallery konsthall; theatre teater; theater teater; music musik; art konst; festival
        festival; associations föreningar; clubs föreningar; club förening; sport idrott; arena arena; stadium arena; rink
        ishall; leisure fritid; recreation fritid; tourism turism; tourists turister; companies företag; company bolag;
        enterprise företag; supplier leverantör; suppliers leverantörer; contractor entreprenör; contract avtal; contracts
        avtal; tender anbud; tenders anbud; bid anbud; bids anbud; bidder anbudsgivare; awarded tilldelas; award tilldelning;
        procure upphandla; procured upphandlas; purchase köp; purchased köptes; signed tecknas; terminate säga
        upp; terminated sägs upp; renew förlänga; renewed förlängs; rules regler; rule regel; regulations bestämmelser;
        regulation förordning; law lag; legislation lagstiftning; policy policy; policies policyer; guidelines riktlinjer;
        guideline riktlinje; procedure rutin; procedures rutiner; instructions instruktion; instruction instruktion;
        delegation delegation; delegated delegeras; authority myndighet; authorities myndigheter; government regeringen;
        ministry departement; minister minister; county län; state staten; national nationell; regional regional; european eu;
        analysis analys; analyse analysera; analyze analysera; evaluate utvärdera; evaluated utvärderas; evaluation
        utvärdering; investigate utreda; investigation utredning; inquiry utredning; study studie; survey enkät; pilot pilot;
        trial försök; test test; implementation införande; implement införa; implemented införs; introduced införs; introduce
        införa; rollout breddinförande; launch start; launched startade; expected förväntade; expect förväntas; benefits
        nytta; benefit nytta; effects effekter; effect effekt; impact effekt; requirements krav; requirement krav; limitations
        avgränsningar; excluded ingår inte; included ingår; dependencies beroenden; background bakgrund; idea idé; ideas idé;
        communication kommunikation; handover överlämning; reference referensgrupp; team arbetsgrupp; participants deltagare;
        participant deltagare; attendees närvarande; absent frånvarande; january januari; february
        februari; march mars; june juni; july juli; october oktober; spring våren; summer sommaren; autumn hösten;
        quarter kvartalet; half halvår; week vecka; month månad; latest senast; earliest tidigast; upcoming
        kommande; previous förra; current nuvarande; remaining återstår; passed passerade; unanimous enhälligt;
        majority majoritet; minority minoritet; tabled bordlades; adjourned ajournerades; dismiss avslå; accepted bifall;
        accept bifalla; agreed enades; disagree reservation; disagreed reserverade; opposed reserverade; oppose reservation;
        dissented reserverade; conflict jäv; bias jäv; disqualified jäv; recused jäv; noted noteras; confirmed fastställs;
        established fastställs; ratified godkände; revoked upphävs; cancelled ställs in; canceled ställs in; agenda
        föredragningslista; notice kallelse; summons kallelse; question fråga; questions frågor; interpellation
        interpellation; petition medborgarförslag; amendment tilläggsyrkande; addition tillägg
        """
    ),
}
_ENGLISH_SIGNS = re.compile(
    r"\b(?:the|who|what|when|which|how|why|is|are|was|were|did|does|of|for|about|tell|has|have|will)\b",
    re.IGNORECASE,
)
_GLOSSED = re.compile(
    r"(?:\b(?!(?:the|a|an|of|for|to|in|on|at|by|is|are|was|were|and|with|from|about)\b)[a-z-]+\s+){1,3}\((?P<swedish>[a-zåäö-]{5,})\)"
)
_SWEDISH_SIGNS = re.compile(
    r"[åäö]|\b(?:vem|vad|vilka|vilken|vilket|och|som|att|det|hur|av|ska|om|enligt|inte|har)\b", re.IGNORECASE
)


def is_english(text: str) -> bool:
    """Tell whether a question is asked in English (names in it may be Swedish)."""
    return len(_ENGLISH_SIGNS.findall(text)) > len(
        _SWEDISH_SIGNS.findall(re.sub(r"\b[A-ZÅÄÖ]\w+|\([^)]*\)", "", text))
    )


def without_glosses(text: str) -> str:
    """Leave out the English words that a Swedish word in brackets says again: "the school transport (skolskjuts)"."""
    return _GLOSSED.sub(r"\g<swedish>", text)
