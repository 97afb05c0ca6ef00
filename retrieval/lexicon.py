"""The words of asking: which carry no subject, which weigh little, and which stand for one of the field's words.

Only words of Swedish administration and of asking stand here; names, boards and assignments come from the
register and from each document's own list of abbreviations.
"""

from knowledge.swedish_words import folded

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
    pga p.g.a stället istället runt alltså enl enl. ang ang. angående avseende bland extra uppe ifall huruvida framåt fr from tom ifrån härifrån båda
    t.o.m fr.o.m bl.a m.m m.fl t.ex d.v.s s.k
    genom igenom vår vårt våra er ert era dvs numera fortfarande hela oss varje sedan ifrån emot åt ihop ihopa därefter därmed dessutom
    gång gånger sätt del delar saken sak grej fråga frågan frågor ärende ärendet ärenden handlar handla gör göra gjorde gjort
    """.split()
)

# Those of them that are typed without their å, ä and ö and then are no other word.
UNMARKED = {
    bare: word
    for word in "när är många från före går gäller gällande inför också något några någon på säger även årets".split()
    if (bare := folded(word)) not in FUNCTION_WORDS | {"over"}
} | {
    "nasta": "nästa",
    "ager": "äger",
    "agare": "ägare",
    "namnd": "nämnd",
    "namnden": "nämnden",
    "atgarder": "åtgärder",
}

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
    gått lång långt långa deadline partier partierna jämfört daterat daterad
    tyckte tycker tyckt tycka spås spår spådde sköta sköter skötte kolla kollar kollade förklara förklarar förklarade blivit heta
    sej la nå når nådde tas tagits betalt närmast
    siktar sikta siktade hinna hinner hann framöver hittills se ser sett sedd fler färre bra dålig dåligt komma kommer gjordes gjort väntas väntades räknar
    uppgift uppgiften tur näst dags själva samla samlas samlats handla inne framme leverera levereras
    kr tkr mkr mnkr betala betalar betalas belopp
    andra annan annat samma sorts slags sort ort organ gamla händer utöver ställs värsta ikapp tror
    utredningen utredaren översynen konsult leverantör konsulten leverantören
    totalsumma totalsumman totalbelopp totalbeloppet sammanlagt sammantaget
    längst kortast fortast undrade undrar undrat
    innan större mindre ensam ensamt enbart upptagna upptagen upptaget fortfarande uppgår uppgick hittills
    kliver klev plocka plockas plockades plockat utanför stå stått direkt egentlig bestämt totalen
    avsatt avsätta avsätts avsattes anslagit anslagits inklusive inkl åring åringar åringarna folk gubbar alltså tydligen partiers partiets partis huvudfrågan sakfrågan tänker tänkte avser avsåg agera agerar lokaltidningen
    pekar pekade visar visade ville ringer ringa faktisk faktiska samtidigt överhuvudtaget typiskt
    riktig exakt exakta närmare nyss nyligen redo förväntas beräknas skulle borde slutligt slutliga inblandad gällt
    försök försöket
    mätning mätningen mätningar tjänsteperson tjänstepersonen
    borta längre tittar tittade allra hellre helst lät låta låter låtit bästa bäst sämsta sämst sent tidigt ledde lett året förra
    skickade skickades bestämma bestämmer råder rådde hur's fråga frågar frågade frågat svarar svarade svarat uppgav
    """.split()
)

# The words by which a question says what it asks for: one that is misspelt is read as meant.
FIELD_WORDS = tuple(
    """
    uppdragsgivare uppdragsgivaren uppdragstagare uppdragsmedlemmar uppdragsgrupp projektägare
    beslutspunkt beslutspunkten beslutspunkter milstolpe milstolpen milstolpar uppdragsledare
    uppdragsledaren uppdragsägare uppdragsägaren projektledare projektledaren omröstning omröstningen
    votering voteringen reservation reserverade återremiss återremittera återremitterades bordlades
    indikator indikatorer målvärde sammanträde sammanträder diarienummer ansvarig ansvariga ordförande
    röstsiffror röstsiffrorna helårsprognos helårsprognosen
    sekreterare uppdragsdirektiv beslutades beslutet
    """.split()
)

# January is left out: "Jan" is a name.
_MONTHS_CUT_SHORT = ("februari", "april", "augusti", "september", "oktober", "november", "december")

# Ways of asking that stand for one of the field's words.
IDIOMS: tuple[tuple[str, str], ...] = (
    # as it is typed, and said
    (r"\b(?:vända|vänder|vände) (?:sig|mig|oss|er|dom|dem|man) till\b|\bhöra med\b", "kontakta"),
    (r"\butgick ((?:[\w-]+ ){0,2})från\b", r"startvärde \1"),
    (r"\blgh\b\.?", "lägenheter"),
    (r"\bggr\b\.?", "gånger"),
    (r"\bförv\b\.?", "förvaltning"),
    (r"\btjm\b\.?", "tjänstemän"),
    (r"\bpå grund av\b", "pga"),
    (r"\bv(?:ice)?\.? ?ordf\b\.?", "vice ordförande"),
    (r"\bordf\b\.?", "ordförande"),
    (r"\bsekr\b\.?", "sekreterare"),
    *((rf"\b{month[:3]}t?\b\.?", month) for month in _MONTHS_CUT_SHORT),
    (
        r"^(?:vilken|vilka) (?:tjänstepersoner|tjänsteman|tjänstemän|handläggare på \w+en)\b|^(?:vem|vilka) (?:på|inom|hos|i) (?:förvaltningen|kommunen|regionen|bolaget|förbundet)(?= (?:ansvar|sva|led|äg|har|ska|är|hand|tar|gör))",
        "vilken tjänsteperson",
    ),
    (r"\b(?:nästa|kommande) grind\b", "nästa beslutspunkt"),
    # what asks for a list, a decision or a meaning in a roundabout way
    (
        r"^(?:vad|va) har (?P<who>(?:[\w-]+ ){1,4}?)för (?P<what>[\w-]+(?:er|ar|or|mål|uppdrag|problem|krav))\b",
        r"vilka \g<what> har \g<who>",
    ),
    (r"^(?:vad|va) finns det för (?=[\w-]+(?:er|ar|or|mål|uppdrag|problem|krav)\b)", "vilka "),
    (
        r"^(?:vad|va) (?:gjorde|gör) (?P<board>[\w-]+(?: den \d+ \w+)?) (?:med|åt)\b",
        r"vad beslutade \g<board> om",
    ),
    (
        r"\b(?:sa|sade|säger) (?P<board>(?:[\w-]+ ){1,3})(?:ja eller nej|nej eller ja|ja el nej) (?:till|om|åt)\b",
        r"vad beslutade \g<board>om",
    ),
    (r"^(?:gick|går) (?:det|förslaget|yrkandet|tilläggsyrkandet) igenom(?: att| om)?\b", "vad beslutades om"),
    (r"\b(?:blev|är) det (?:ja eller nej|nej eller ja) (?:till|om|för|på)\b", "vad beslutades om"),
    (r"\bställ(?:de|er|t) (?:sig|dom sig) utanför (?:beslutet|beslut)\b", "deltog inte i beslutet"),
    (
        r"^när (?:räknas|klassas) (?:en |ett )?(?P<thing>[\w-]+) som (?P<what>[\w-]+)",
        r"vad menas med \g<what> \g<thing>",
    ),
    (r"^vad mäts? (?P<word>[\w-]+)(?=\s*\?*$)", r"vad betyder \g<word>"),
    (r"^vad mäter (?P<word>[\w-]+)(?=\s*\?*$)", r"vad betyder \g<word>"),
    # who leads, stands in, goes in for something, has it when all is done
    (
        r"\b(?:tar (?:hand om|över|emot)|förvaltar|sköter|ansvarar för)\b(?P<thing>.*?) när (?P<what>[\w-]*(?:uppdraget|projektet)(?: i \w+)?) är (?:slut|klart|färdigt|avslutat|över)\b",
        r"är mottagare av\g<thing> \g<what>",
    ),
    (
        r"\b(?:plocka(?:s|des|ts)|tas|togs|tagits|lades|läggs|kom|kommer) (?:in|till)(?= i (?:\w*grupp|\w*nämnd|\w*styrelse)\w*)",
        "utökades",
    ),
    (r"\bdriver (?=(?:\w*projekt|\w*uppdrag|\w*arbete|frågan)\w*)", "leder "),
    (r"\b(?:styr|basar|ror) (?:upp|över)? ?(?=(?:\w*projekt|\w*uppdrag|\w*arbete)\w*)", "leder "),
    (
        r"\b(?:kliver|klev|hoppar|hoppade|rycker|ryckte|går|gick) in (?:om|när|för|istället|i stället)\b",
        "ersätter",
    ),
    (r"\b(?:drev|driver) på(?: för)?(?= att)\b", "yrkade på"),
    (
        r"\b(?:lagt|lägger|lade|la) (?:ut )?(?:(?:så )?mycket )?(?:pengar )?på (?=\w+(?:er|ar|or)\b)",
        "kostnad för ",
    ),
    (r"\b(?:mycke|mkt)\b", "mycket"),
    (
        r"\bhur (?:mycket|stort) (?:ska|får|måste|behöver) (?:man|jag|vi|de|en) betala\b",
        "hur stor är avgiften",
    ),
    (r"\b(?:näst |står )?på tur\b|\bhänder närmast\b", "nästa"),
    (r"\b(?:har|ha|tar|ta) hand om\b|\bhåller i\b", "ansvarar för"),
    (r"\b(?:la|lade|lägger|lagt) ((?:\w+ ){0,4})ner (?:sin|sina) röst(?:er)?\b", r"avstod \1"),
    (r"\b(?:lägg(?:a|er|s|as)|la|lade|lades|lagt|lagts) ne[rd]\b", "avveckla"),
    (r"\blägg(?:a|er|s|as)\b((?: [\w-]+){1,4}) ne[rd]\b", r"avveckla\1"),
    (r"\b(?:lägga|lägger|lade|la|lagt) till\b", "tillägg"),
    (r"\b(?:lade|la) (?P<who>(?:[\w-]+ ){1,3})till(?= i| på|\s*\?|$)", r"tilläggsyrkande \g<who>"),
    (r"\bkalla(?:r|de|s|des)? ihop\b", "sammankalla"),
    (r"\bkalla(?:r|de|s|des)? till (?=\w*(?:möte|samråd|sammanträde|träff))", "sammankalla "),
    (r"\bikraft\b", "i kraft"),
    (r"\bjan\b\.?(?=\s?[-–]\s?[a-z])", "januari"),
    (r"\b(?:ta|tar|tas|tog|togs|tagit) bort\b", "avskaffa"),
    # a decision
    (r"\b(?:tog|tagit) ((?:[\w-]+ ){0,3})ställning till\b", r"beslutade \1om"),
    (r"\b(?:ta|tar) ((?:[\w-]+ ){0,3})ställning till\b", r"avgör \1om"),
    (
        r"\b(?:ge|ger|gav|gett|givit|få|fick|fått) (?:klartecken|grönt ljus|tummen upp|ett? ja)(?: (?:till|för|åt)(?: att)?)?\b",
        "godkände",
    ),
    (r"\b(?:säga|säger|sade|sa|sagt) ja (?:till|åt)\b", "godkände"),
    (r"\b(?:säga|säger|sade|sa|sagt) nej (?:till|åt)\b", "avslog"),
    (r"\bklubba(?:s|de|des|t|ts)?(?: igenom)?\b", "beslutade"),
    (r"\b(?:skicka|skickade|skickades|skickas|bolla|bollade|bollades|bollas) tillbaka\b", "återremitterades"),
    (r"\b(?:skickade|bollade) (?P<who>(?:[\w-]+ ){1,4})tillbaka\b", r"återremitterade \g<who>"),
    (r"\b(?:lägga|lägger|lade|la|lagt|lades) på is\b", "bordlades"),
    (r"\b(?:gå|går|gick|gått) emot\b|\b(?:satte|sätter|sätta|satt) sig på tvären\b", "reserverade sig mot"),
    (r"\b(?:la|lade|lägger|lagt|lägga) fram\b", "föreslog"),
    # who does something
    (r"\b(?:få|får|fick|fått)(?: det)? på sitt bord\b|\b(?:få|får|fick|fått) bollen\b", "fick i uppdrag"),
    (
        r"\bhör(?:a|de)? av (?:sig|er|mig|oss|dig)\b|\b(?:ringer|ringa|mejlar|mejla) (?:man|jag|vi)\b|\b(?:man|jag|vi) (?:ringer|ringa|mejlar|mejla)\b|\bfå(?:r|tt)? tag (?:på|i)\b",
        "kontakta",
    ),
    (r"\b(?:jobba|jobbar|arbeta|arbetar|samarbeta|samarbetar) (?:ihop|tillsammans)\b", "samverka"),
    (r"\b(?:komma|kommer|kom|kommit) tillbaka(?= (?:till|med)\b)", "återkomma"),
    (r"\b(?:hålla|håller|höll) i (?=samordning)", "ansvarar för "),
    (r"\b(?:ta|tar|tog|tagit) över\b", "överta"),
    (r"\b(?:har|ha|hade) huvudansvar\w*\b", "ansvarar"),
    # money
    (
        r"\b(?:gå|går|gick|gått) loss på\b|\b(?:gå|går|gick|landa|landar|landade) på(?= i (?:pengar|kronor))|\bpunga ut\b",
        "kosta",
    ),
    (r"\b(?:skjuta|skjuter|sköt|skjutit|skjuts|sköts) till\b", "tillskott"),
    (r"\b(?:göra|gör|gjort|gjorde) av med\b|\bgjort ((?:\w+ ){1,5})av med\b", r"förbrukat \1"),
    (r"\b(?:gå|går|gick|gått) back\b", "underskott"),
    (r"\b(?:gå|går|gick|gått) plus\b", "överskott"),
    (r"\b(?:spräcka|spräcker|spräckte|spräckt)\b", "överskrida"),
    (
        r"\bhamna(?:de|t)?\b|\bhamnar(?= (?:[\w-]+ ){0,3}på\b)|\blanda(?:r|de|t|s)?\b",
        "blev",
    ),  # "hamnar" are harbours too
    # when something is or is not done, and by whom
    (
        r"\bstäm(?:ma|mer|s|de|ts?) (?:(?:man|vi|ni|de|dom) )?av\b(?: läget| hur det går)?(?: för| med| i)?",
        "avstämning",
    ),
    (r"\b(?:dra|drar|drog|dragit) ut på tiden\b", "försenad"),
    (r"\b(?:låta|låter|lät|låtit) bli att\b", "inte"),
    (r"\b(?:hålla|håller|höll|ha|har) (?:bra |full )?koll på(?: att)?\b", "bevaka"),
    (r"\b(?:visa|visar|visade|visas) upp\b", "redovisa"),
    (r"\b(?:få|får|fick|fått) (?:ett )?nej\b(?: (?:till|på|om))?", "avslag"),
    (r"\b(?:få|får|fick|fått) (?:höra|veta|reda på)\b", "informeras"),
    (r"\bförst ut(?: med)?\b", "först"),
    (r"\b(?:från|vid|till|efter|före|innan|senast) nyår(?:et|safton)?\b", "1 januari"),
    (r"\b(?:gå|går|gick|gått) in i ((?:[\w-]+ ){1,3})ställe\b", r"ersätta \1"),
    (r"\b(?:ta|tar|tog|tagit) sig an\b", "fick"),
    (r"\bgatlykt\w*", "gatubelysning"),
    *(
        (rf"\b{number}(?=-?(?:åring|procent|årig))", figure)
        for number, figure in (
            ("ett", "1-"),
            ("två", "2-"),
            ("tre", "3-"),
            ("fyra", "4-"),
            ("fem", "5-"),
            ("sex", "6-"),
            ("sju", "7-"),
            ("åtta", "8-"),
            ("nio", "9-"),
            ("tio", "10-"),
            ("elva", "11-"),
            ("tolv", "12-"),
            ("tretton", "13-"),
            ("femton", "15-"),
            ("arton", "18-"),
            ("tjugo", "20-"),
        )
    ),
    # doing
    (r"\bhandla(?:r|de|s|ts|t)? upp\b", "upphandla"),
    (r"\b(?:skriva|skriver|skrev|skrivit) (?:på|under)\b", "underteckna"),
    (r"\b(?:sätta|sätter|satte|satt|sätts|sattes) upp\b", "montera"),
    (r"\b(?:gå|går|gick|gått) (?:igenom|genom)\b(?: (?:vilk\w+|vad))?", "inventera"),
    (r"\b(?:dra|drar|drog|dragit|dras|sätta|sätter|satte|köra|kör|körde) ?i ?gång\b", "starta"),
    (r"\b(?:drar|drog|sätter|satte|kör|körde) (?P<what>(?:[\w-]+ ){1,3})i ?gång\b", r"starta \g<what>"),
    (r"\brulla(?:s|r|de|t)? ut\b|\bsjösätt\w*", "införa"),
    (
        r"\b(?:ta|tar|tog|tagit) reda på\b|\bkolla(?:r|de|t|s)? upp\b|\btitta(?:r|de|t)? närmare på\b",
        "utreda",
    ),
    (r"\bräkna(?:r|de|t|s|ts)? (?:fram|ut)\b", "beräkna"),
    (
        r"\b(?:rapportera|rapporterar|redovisa|redovisar|återkomma|återkommer) tillbaka\b|\bkomma tillbaka (?:till (?P<body>[\w ]+) )?(?:och|för att) (?:berätta|rapportera)\b",
        "återrapportera",
    ),
    (r"\b(?:skjuta|skjuter|sköt|skjutit|sköts|skjuts) (?:på|fram|upp)\b", "senarelägga"),
    (r"\b(?:hoppa|hoppar|hoppade|hoppat) av\b", "avsäga sig"),
    (r"\b(?:få|fick|fått) sparken\b|\bsparka(?:d|de|des|s|t)\b", "entledigad"),
    (r"\b(?:stå|står|stod|stått) bakom\b", "yrkade"),
    (
        r"\b(?:gå|går|gick|gått) upp(?= (?:med|sedan|sen|jämfört|i)\b)|\b(?:har|hade) ((?:\w+ ){1,6})gått upp\b",
        r"ökat \1",
    ),
    (
        r"\b(?:gå|går|gick|gått) ne[rd](?= (?:med|sedan|sen|jämfört|i)\b)|\b(?:har|hade) ((?:\w+ ){1,6})gått ne[rd]\b",
        r"minskat \1",
    ),
    (r"\bnyttan ((?:\w+ ){0,2})(?:hämtas|tas) hem\b", r"\1nyttohemtagning"),
    (r"\b(?:riva|river|rev|rivit) upp\b|\brev ((?:\w+ ){1,3})upp\b", r"upphävde \1"),
    (r"\b(?:slå|slår|slog) larm\b", "anmäla"),
    # what only says how it is asked
    (
        r"^(?:vad|va) (?:gick|går) (?P<what>.{3,80}?(?:yrkande|motion|förslag|initiativ)\w*\b.{0,60}?) ut på\b",
        r"vad föreslogs i \g<what>",
    ),
    (
        r"\b(?:fick|får) (?:inte|ej|inga) (?:vara med|delta)(?: (?:och|i att) (?:hantera|handlägga|besluta(?: om)?|rösta(?: om)?))?\b",
        "deltog inte på grund av jäv i",
    ),
    (r"\b(leder|driver|ansvarar för|håller i|sköter) (?:arbetet|jobbet) med\b", r"\1"),
    (r"\btill vardags\b|\bi vardagen\b|\bi dagsläget\b", ""),
    (
        r"\bi slutändan\b|\bi sista hand\b|\bnär allt kommer omkring\b|\bpå riktigt\b|\bi praktiken\b|\brent konkret\b",
        "",
    ),
    (r"\bär (?:det )?(?:tanken|tänkt|meningen|planen|planerat) att\b", "ska"),
    (r"\bhar \w+ på sig (?:innan|på sig)\b", "är tiden till"),
    (r"\bfr\.? ?o\.? ?m\.?(?=\s)|\bfrom(?= (?:den|\d|vilket|när))", "från och med"),
    (r"\bt\.? ?o\.? ?m\.?(?= (?:den|\d|vilket|när))", "till och med"),
    (r"\bhur länge har (.{3,80}?) på sig\b", r"när ska \1 vara klar"),
    (r"\bnär ses\b", "när sammanträder"),
)
