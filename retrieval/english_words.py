"""What the field's English words and phrases mean in Swedish: a list, to be read as one."""

# A word, then what it means; the next after a semicolon.
_WORDS = """
    interpreting tolkning; interpreter tolk; interpreters tolkar; remotely distans; remote distans; carried utförde; carries utför; supposed tänkt;
    active aktiva; lonely ensam; loneliness ensamhet; daily dag; nights nätter;
    absence frånvaro; absent frånvarande; abstained avstod; accept bifalla; accepted bifall; access tillgång;
    accessibility tillgänglighet; accident olycka; accidents olyckor; accommodation boende; account redovisa;
    accountable ansvarig; accounts räkenskaper; achieve nå; achieved uppnåddes; act lag; action åtgärd;
    activated aktiverats; activity aktivitet; adaptation anpassning; addition tillägg; additional ytterligare;
    address hantera; adjourned ajournerades; administration administration; administrative administrativ;
    admission intagning; adopted antar; adult vuxen; adults vuxna; advice råd; advisory rådgivande; affected
    berörda; affordable billig; against reservation; age ålder; agency hyrpersonal; agenda föredragningslista;
    agreed enades; agreement avtal; aid bistånd; aim syfte; aims syfte; air luft; alcohol alkohol; allocate
    fördela; allocated tilldelas; allocation fördelning; allowance ersättning; allowed får; alternative
    alternativ; alternatives alternativ; ambulance ambulans; amendment tilläggsyrkande; amount belopp; analyse
    analysera; analysis analys; analyze analysera; annex bilaga; annual årlig; answer svar; answered svarade;
    antibiotics antibiotika; apartment lägenhet; apartments lägenheter; app app; appeal överklaga; application
    ansökan; applications ansökningar; apply ansöka; appoint utse; appointed utsågs; appointment besök; approach
    arbetssätt; approval godkännande; approve godkänna; approved godkände; architect arkitekt; archive arkiv;
    archives arkiv; area areal; areas områden; arena arena; arrangement arrangemang; art konst; article artikel;
    asked efterfrågade; assess bedöma; assessment bedömning; assets tillgångar; assigned uppdrag; assignment
    uppdrag; assignments uppdrag; assist bistå; assistance assistans; association förbund; associations
    föreningar; asylum asyl; attend närvarande; attendance närvaro; attended närvarande; attendees närvarande;
    auction auktion; audit revision; auditors revisorer; authorised auktoriserad; authorities myndigheter;
    authority myndighet; authorized auktoriserad; autumn hösten; average genomsnitt; award tilldelning; awarded
    tilldelas; background bakgrund; backup reserv; balance balans; balanced balans; ban förbud; bank bank;
    banned förbjuds; baseline startvärde; basic grund; basis grund; bath bad; bathing bad; beach badplats; bed
    vårdplats; beds vårdplatser; begin börja; benefit nytta; benefits nytta; bias jäv; bicycle cykel; bicycles
    cykel; bid anbud; bidder anbudsgivare; bids anbud; bike cykel; bikes cykel; bin kärl; bins kärl;
    biodiversity biologisk mångfald; board styrelse nämnd; bought köpte; boundary gräns; bounty skottpeng; boys pojkar; branch filial; breakdown sammanbrott; bridge bro; brief kort; budget budget; build
    bygga; building byggnad; buildings byggnader; built byggs; bulletin rapport; bullying kränkning; burden
    belastning; bus buss; business tjänste; businesses företag; buy köpa; calculate beräkna; calculated
    beräknas; camera kamera; cameras kameror; campaign kampanj; campus campus; canceled
    ställs in; cancelled ställs in; cancer cancer; capacity kapacitet; capital kapital; car bil; carbon
    koldioxid; card kort; care vård; careers karriär; carers anhöriga; caretaker vaktmästare; caries karies;
    cars bilar; case ärende; cash kassa; category kategori; cause orsak; caused orsakade; ceiling tak; cemetery
    kyrkogård; center centrum; central central; centre centrum; certificate intyg; certified certifierad; chair
    ordförande; chaired ordförande; chairman ordförande; chairperson ordförande; chairs ordförande; challenge
    utmaning; challenges utmaningar; change ändring; changed ändras; chapter kapitel; charge ansvarig; charged
    avgift; charges avgifter; charging ladd; charter stadga; cheap billig; chemicals kemikalier; chief chef;
    child barn; children barn; choice val; choose välja; chose valde; chosen valdes; circular cirkulär; citizen
    medborgare; citizens medborgare; city stad; civil civil; claim krav; clarified förtydligas; class klass;
    classes klasser; classroom klassrum; clean ren; cleaning städning; clear tydlig; client beställare; climate
    klimat; clinic mottagning; clinics mottagningar; close avveckla; closed avvecklas; closing avveckling;
    closure avveckling; club förening; clubs föreningar; coast kust; collaborate samverka; collaboration
    samverkan; collect samla; collected insamlat; collection insamling; college högskola; combat motverka;
    comment kommentar; commission uppdrag; commissioned uppdrag; commissioner beställare; commitment åtagande;
    commitments åtaganden; committee nämnd; common gemensam; communication kommunikation; communities samhällen;
    community samhälle; commuter pendel; commuting pendling; companies företag; company bolag; compare jämföra;
    compared jämfört; comparison jämförelse; compensation ersättning; competence kompetens; competition
    konkurrens; complaint klagomål; complaints klagomål; complete klart; completed klart; completely helt;
    completion färdigställande; compulsory obligatorisk; concern oro; concerning angående; concerns oro;
    condition villkor; conditions villkor; conduct genomföra; conducted genomförs; confidential sekretess;
    confidentiality sekretess; confirmed fastställs; conflict jäv; connection anslutning; consequence
    konsekvens; consequences konsekvenser; construct bygga; construction byggnation; consultant konsult;
    consultants konsulter; consultation samråd; consumption förbrukning; contact kontakt; contacts kontakter;
    contain innehåller; contents innehåll; continue fortsätta; continued fortsatt; continuity kontinuitet;
    contract avtal; contractor entreprenör; contracts avtal; contribution bidrag; control kontroll; controller
    controller; controls kontroller; convened sammankallas; cooperate samverka; cooperation samverkan;
    coordinated samordnade; coordinates samordnar; coordinate samordna; coordination samordning; coordinator samordnare; corporate bolags; corporation
    bolag; correct rätt; cost kostnad; costs kostnader; council fullmäktige; counter motverka; countering
    motverka; countries länder; country land; county län; course kurs; courses kurser; court domstol; cover
    täcka; covered omfattas; covers omfattar; create skapa; created skapades; creation skapande; crime brott;
    crimes brott; crisis kris; criteria kriterier; criterion kriterium; critical kritisk; criticism kritik;
    cultural kultur; culture kultur; current nuvarande; currently nuvarande; customer kund; customers kunder;
    cut minska; cuts besparingar; cyber it; cybersecurity informationssäkerhet; cycle cykel; cycling cykel;
    damage skada; data data; date datum; day dag; days dagar; daytime dagtid; deadline senast; deal behandla;
    deals behandlar; dealt behandlas; death död; deaths dödsfall; debt skuld; debts skulder; decide beslut;
    decided beslut; decision beslut; decisions beslut; declare anmäla; declared anmälde; decline minskning;
    decrease minskning; decreased minskade; dedicated särskild; defence försvar; deficit underskott; define
    definiera; defined definieras; definition definition; degree grad; delay försening; delayed försenad;
    delegated delegeras; delegation delegation; deliver leverera; delivered levereras; delivery leverans; demand
    efterfrågan; demands krav; dementia demens; demolished rivs; demolition rivning; density täthet; dental
    tandvård; dentist tandläkare; dentists tandläkare; department förvaltning; departments förvaltningar;
    dependence beroende; dependencies beroenden; deposit deponi; depot depå; deputy ersättare; described
    beskrivs; design utformning; designated utsedda; detailed detaljerad; determine fastställa; determined
    fastställs; develop utveckla; developed utvecklas; development utveckling; deviation avvikelse; deviations
    avvikelser; devices utrustning; diagnosis diagnos; dialogue dialog; dialysis dialys; difference skillnad;
    differences skillnader; difficult svår; difficulties svårigheter; digital digital; directed riktas;
    directive uppdragsdirektiv; directly direkt; director direktör; directors direktörer; disabilities
    funktionsnedsättning; disability funktionsnedsättning; disabled funktionsnedsättning; disagree reservation;
    disagreed reserverade; disaster katastrof; discarded kasserade; discharge ansvarsfrihet; discontinue
    avveckla; discontinued avvecklas; discount rabatt; discussed diskuterades; discussion diskussion; disease
    sjukdom; dismiss avslå; dismissed entledigas; disposal bortskaffande; disqualified jäv; dissented
    reserverade; distance distans; distributed fördelas; distribution fördelning; district distrikt; division
    division; divisions divisioner; doctor läkare; doctors läkare; document dokument; documentation
    dokumentation; documents dokument; dog hund; dogs hundar; domestic inhemsk; donated skänks; draft utkast;
    drafted utarbetade; draw ta fram; drawn upprättas; drinking dricksvatten; driver förare; drivers förare;
    drug läkemedel; drugs läkemedel; due senast; duration varaktighet; duties arbetsuppgifter; duty skyldighet;
    dwelling bostad; dwellings bostäder; earlier tidigare; earliest tidigast; early tidig; east östra; eat äta;
    economic ekonomisk; economy ekonomi; editor redaktör; education utbildning; effect effekt; effective
    effektiv; effects effekter; efficiency effektivisering; efficient effektiv; effort insats; efforts insatser;
    elderly äldre; elect välja; elected valdes; election val; elections val; electric el; electricity el;
    elementary grundskola; emergency akut; emission utsläpp; emissions utsläpp; employ anställa; employed
    anställd; employee medarbetare; employees anställda; employer arbetsgivare; employers arbetsgivare;
    employment sysselsättning; enable möjliggöra; encourage uppmuntra; end slut; ends slut; energy energi;
    engineer ingenjör; enrolled inskrivna; ensure säkerställa; enter träda; entered trädde; enterprise företag;
    entire hela; entity enhet; entrusted uppdrogs; entry inträde; environment miljö; environmental miljö; equal
    jämlik; equality jämställdhet; equipment utrustning; essential nödvändig; establish inrätta; established
    fastställs; establishment inrättande; estimate uppskattning; estimated beräknas; ethics etik; european eu;
    evaluate utvärdera; evaluated utvärderas; evaluation utvärdering; event evenemang; events evenemang; examine
    granska; examined granskas; example exempel; exceed överskrida; exceeded överskreds; except undantag;
    exception undantag; exchange utbyte; exclude utesluta; excluded ingår inte; executive kommunstyrelsen;
    exempt undantas; exempted undantas; exercise övning; exercises övningar; existing befintlig; exit utträde;
    expand utöka; expanded utökas; expansion utbyggnad; expect förväntas; expected förväntade; expenditure
    kostnader; expenses kostnader; expensive dyr; experience erfarenhet; expert expert; experts experter; expire
    upphöra; expires upphör; explain förklara; explanation förklaring; exposed utsatt; express uttrycka;
    expressed uttryckte; extended förlängs; extension förlängning; external extern; extra extra; extract utdrag;
    facilities anläggningar; facility anläggning; factor faktor; factors faktorer; fail misslyckas; families
    familjer; family familj; fare taxa; farm lantbruk; farmers lantbrukare; february februari; federation
    förbund; fee avgift; fees avgifter; female kvinnor; ferry färja; festival festival; few få; field område;
    fields områden; figure siffra; figures siffror; file akt; fill fylla; filled ifylld; final slut; finance
    ekonomi; financed finansieras; finances ekonomi; financial ekonomisk; financing finansiering; findings
    iakttagelser; fine vite; fines viten; finish avsluta; finished klart; fire brand; firm företag; fish fisk;
    fixed fast; fleet fordonspark; flood översvämning; floods översvämning; floor våning; focus fokus; follow
    följa; follow-up uppföljning; followed följs; following följande; followup uppföljning; food mat; football
    fotboll; force kraft; forecast prognos; forecasted prognos; foreign utländsk; foreseen planeras; forest
    skog; formal formell; former tidigare; forum forum; forward framåt; fossil fossil; foster familjehem;
    foundation stiftelse; founded grundades; framework ramverk; fraud bedrägeri; free gratis; freight gods;
    frequency frekvens; frequently ofta; fuel drivmedel; full hel; fully helt; function funktion; fund fond;
    funded finansieras; funding finansiering; funds medel; further ytterligare; future framtida; gallery
    konsthall; garage garage; garbage avfall; garden trädgård; gas gas; gather samla; gender kön; general
    allmän; generally allmänt; girls flickor; goal mål; goals mål; goods varor; governance styrning; governing
    styrande; government regeringen; grade betyg; grades betyg; graduates examinerade; grant bidrag; granted
    beviljas; grants bidrag; green grön; greenhouse växthusgas; gross brutto; ground grund; grounds skäl;
    groundwater grundvatten; group grupp; groups grupper; growth tillväxt; guarantee borgen; guarantor
    borgensman; guard ordningsvakt; guards ordningsvakter; guest gäst; guidance vägledning; guideline riktlinje;
    guidelines riktlinjer; gym gym; half halvår; hall hall; handbook handbok; handle hantera; handled hanteras;
    handles hanterar; handling hantering; handover överlämning; happened beslut; harbor hamn; harbour hamn; harm
    skada; hazard fara; hazardous farligt; head chef; heads chefer; health hälsa; healthcare vård; healthy
    hälsosam; heard hörs; hearing hörsel; heat värme; heating värme; heatwave värmebölja; heavy tung; held
    hålls; help hjälp; helps hjälper; highest högsta; highway väg; hire anställa; hired anställs; history
    historia; hit drabbas; hold hålla; holder innehavare; holiday semester; home hem; homeless hemlös;
    homelessness hemlöshet; homes boende; hospital sjukhus; host värd; hosts värd; hour timme; hours timmar;
    house hus; household hushåll; households hushåll; houses hus; housing bostad; human mänsklig; hydrogen
    vätgas; idea idé; ideas idé; identified identifierats; identify identifiera; ill sjuk; illness sjukdom;
    immediate omedelbar; immediately omedelbart; immigrants nyanlända; immigration invandring; impact effekt;
    implement införa; implementation införande; implemented införs; implementing genomför; important viktig;
    improve förbättra; improved förbättras; improvement förbättring; improvements förbättringar; incident
    händelse; incidents händelser; include omfattar; included ingår; includes omfattar; including inklusive;
    income intäkt; increase ökning; increased ökade; increases ökar; increasing ökande; independent oberoende;
    index index; indicator indikator; individual enskild; individuals individer; industry industri; inform
    informera; information information; informed informerades; infrastructure infrastruktur; inhabitant
    invånare; inhabitants invånare; initial första; initially inledningsvis; initiated inleddes; initiative
    initiativ; injured skadade; injury skada; innovation innovation; inpatient slutenvård; input underlag;
    inquiry utredning; inspect inspektera; inspection tillsyn; inspections tillsyner; inspector inspektör;
    install installera; installed installeras; institution institution; instructed uppdrogs; instruction
    instruktion; instructions instruktion; insurance försäkring; integration integration; intended avsedd;
    intent avsikt; intention avsikt; interest ränta; interested intresserade; interim delår; internal intern;
    internally internt; international internationell; internet internet; interpellation interpellation;
    interpreter tolk; interpreters tolkar; interview intervju; introduce införa; introduced införs; introduction
    införande; invest investera; invested investerats; investigate utreda; investigation utredning; investment
    investering; investments investeringar; invitation inbjudan; invited inbjudna; invoice faktura; invoices
    fakturor; involved inblandade; island ö; issue fråga; issued utfärdas; issues frågor; item ärendet; items
    ärenden; january januari; job jobb; jobs jobb; join ansluta; joined medlemskommuner; joint gemensam; judge
    bedöma; july juli; june juni; junior yngre; justified motiverat; keep behålla; kept behålls; key nyckel;
    keys nycklar; kind slag; kindergarten förskola; kitchen kök; kitchens kök; know veta; knowledge kunskap;
    known känd; lab laboratorium; label etikett; labor arbete; laboratory laboratorium; labour arbete; lack
    brist; lake sjö; land mark; landfill deponi; lane bana; lanes banor; language språk; languages språk;
    largest största; last sista; late sen; later senare; latest senast; launch start; launched startade;
    launching start; law lag; laws lagar; lawyer jurist; lead leder; leader uppdragsledare; leaders ledare;
    leadership ledarskap; leading leder; leads leder; leak läcka; leakage läckage; leaks läckor; learn lära;
    lease arrende; leased hyrs; leave frånvaro; leaving lämnar; left lämnade; legal juridisk; legislation
    lagstiftning; leisure fritid; length längd; less mindre; level nivå; levels nivåer; liable ansvarig;
    libraries bibliotek; library bibliotek; licence tillstånd; licences tillstånd; license tillstånd; lifted
    lyftes; light ljus; lighting belysning; limit gräns; limitations avgränsningar; limited begränsad; limits
    gränser; line linje; lines linjer; link länk; list lista; listed listade; living boende; loan lån; loans
    lån; local nära; located placering; location plats; lock lås; locks lås; loss förlust; losses förluster;
    lost förlorade; low låg; lower sänka; lowered sänks; lowest lägsta; lunch lunch; main huvudledning; maintain
    underhålla; maintenance underhåll; majority majoritet; male män; manage hantera; managed hanteras;
    management ledning; manager chef; managers chefer; managing verkställande; mandate uppdrag; mandatory
    obligatorisk; map karta; mapping kartläggning; march mars; market marknad; marketing marknadsföring;
    material material; materials material; maternity förlossning; maximum högsta; mayor kommunstyrelsens
    ordförande; meal måltid; meals måltider; mean betyder; meaning betydelse; means medel; measure åtgärd;
    measured mäts; measurement mätning; measurements mätningar; measures åtgärder; media medier; medical
    medicinsk; medicine läkemedel; medicines läkemedel; meet sammanträda; meeting sammanträde; meetings
    sammanträden; meets sammanträder; member ledamot; members ledamöter; membership medlemskap; men män; mental
    psykisk; mention nämna; mentioned nämns; merged slås samman; merger sammanslagning; method metod; methods
    metoder; midwife barnmorska; midwives barnmorskor; milestone milstolpe; milestones milstolpar; military
    militär; minimum minst; minister minister; ministry departement; minor mindre; minority minoritet; minors
    underåriga; minutes protokoll; missing saknas; mission uppdrag; mobile mobil; mobility rörlighet; model
    modell; modern modern; money pengar; monitoring monitorering; month månad; monthly månadsvis; months
    månader; motion motion; motivation motivering; motive motiv; mountain fjäll; move flytta; moved flyttas;
    moves flyttar; moving flyttar; municipal kommunal; municipalities kommuner; municipality kommun; museum
    museum; music musik; musical musik; name namn; named heter; names namn; national nationell; nature natur;
    nearest närmaste; necessary nödvändig; need behov; needed behövs; needs behov; negative negativ; negotiate
    förhandla; negotiated förhandlas; negotiation förhandling; negotiations förhandlingar; net netto; network
    nätverk; networks nätverk; new nya; newly nyligen; next nästa; night natt; noise buller; nominated
    nominerades; nomination nominering; normal normal; north norra; note notera; noted noteras; notes
    anteckningar; notice kallelse; number nummer; nurse sjuksköterska; nursery förskola; nurses sjuksköterskor;
    nursing vård; object syfte; objection invändning; objections invändningar; objective mål; objectives mål;
    obligation skyldighet; obligations skyldigheter; obtain få; occasion tillfälle; occupied belagda; occur ske;
    october oktober; offence brott; offer erbjuda; offered erbjuds; offers erbjuder; office kontor; officer
    handläggare; officers handläggare; offices kontor; official officiell; officials tjänstepersoner; old äldre;
    online digital; open öppna; opened öppnas; opening öppning; operate driva; operated drivs; operates driver;
    operating drift; operation drift; operational verksamhet; operations verksamhet; operator operatör; opinion
    yttrande; opportunity möjlighet; oppose reservation; opposed reserverade; opposite motsatt; option
    alternativ; options alternativ; order beställning; ordered beställdes; ordering beställning; organic
    ekologisk; organisation organisation; organisations organisationer; organised organiseras; organization
    organisation; organizations organisationer; original ursprunglig; originally ursprungligen; outage avbrott;
    outcome utfall; outcomes utfall; outdoor utomhus; outpatient öppenvård; outside utanför; outstanding
    utestående; overall övergripande; overdue försenad; overrun överskridande; oversee övervaka; oversees
    övervakar; overspend överskridande; own egen; owned ägs; owner uppdragsägare; owner's ägar; owners ägare;
    ownership ägande; owns äger; package paket; page sida; paid betalas; paper papper; paragraph paragraf;
    parents föräldrar; park park; parking parkering; parks parker; part del; partial partiell; participant
    deltagare; participants deltagare; participate delta; participated deltog; parties parter; partly delvis;
    partner partner; partners parter; partnership partnerskap; parts delar; party parti; pass passera; passed
    passerade; past tidigare; path väg; paths vägar; patient patient; patients patienter; pay betala; payment
    betalning; payments betalningar; pays betalar; pension pension; pensioners pensionärer; pensions pensioner;
    people personer; per per; percentage andel; perform utföra; performance prestation; performed utförs; period
    period; periods perioder; permanent permanent; permission tillstånd; permit tillstånd; permits tillstånd;
    permitted tillåten; person person; personal personlig; personnel personal; petition medborgarförslag; pets
    husdjur sällskapsdjur; pharmacy apotek; phase fas; phases faser; phone telefon; photo foto; physical fysisk;
    physician läkare; picture bild; piece del; pilot pilot; pipe ledning; pipes ledningar; place plats; placed
    placeras; placement placering; placements placeringar; places platser; plan plan; planned planeras; planning
    planering projektering; plans planer; plant anläggning; planted planteras; plants anläggningar; platform
    plattform; play spela; playground lekplats; playgrounds lekplatser; pleased nöjda; plot tomt; point
    beslutspunkt; points beslutspunkt; police polis; policies policyer; policy policy; political politisk;
    politically politiskt; politician politiker; politicians politiker; pollution förorening; pool simhall; poor
    dålig; population befolkning; portion andel; position ställning; positions tjänster; positive positiv;
    possibility möjlighet; possible möjlig; post tjänst; postponed bordlades; potential potential; power kraft;
    practice praktik; precondition förutsättning; preliminary preliminär; premises lokaler; premium premie;
    preparation beredning; preparatory beredande; prepare förbereda; prepared bereds; preparedness beredskap;
    preschool förskola; present närvarande; presentation presentation; presented föredrar; preserve bevara;
    preserved bevaras; president ordförande; prevent förebygga; prevention förebyggande; preventive
    förebyggande; previous förra; previously tidigare; price pris; prices priser; pricing prissättning; primary
    primärvård; principal rektor; principle princip; principles principer; prior tidigare; priorities
    prioriteringar; prioritise prioritera; prioritised prioriteras; prioritized prioriteras; priority
    prioritering; prison fängelse; private privat; probability sannolikhet; problem problem; problems problem;
    procedure rutin; procedures rutiner; process process; processed behandlas; processes processer; processing
    handläggning; procure upphandla; procured upphandlas; procurement upphandling; produce producera; produced
    producerades; production produktion; products produkter; professional professionell; profit vinst; program
    program; programme program; progress lägesrapport; prohibited förbjuds; project projekt; projects projekt;
    promised lovade; promote främja; promoting främja; property fastighet; proportion andel; proposal förslag;
    proposals förslag; propose föreslå; proposed förslag; proposes föreslår; protect skydda; protected skyddad;
    protection skydd; protocol protokoll; provide tillhandahålla; provided tillhandahålls; provider utförare;
    providers utförare; provides tillhandahåller; provision tillhandahållande; provisional tillfällig;
    psychiatric psykiatrisk; psychiatry psykiatri; psychologist psykolog; public offentlig; publication
    publicering; publicly offentligt; publish publicera; published publiceras; pump pump; pumps pumpar; pupil
    elev; pupils elever; purchase köp; purchased köptes; purpose syfte; purposes syften; qualification
    kvalifikation; quality kvalitet; quarter kvartalet; quarterly kvartalsvis; quarters kvartal; quay kaj;
    question fråga; questions frågor; queue kö; queues köer; quit slutade; quorum beslutsför; quota kvot; radio
    radio; rail järnväg; railway järnväg; rain regn; raise höja; raised höjs; raising höja; range intervall;
    rate andel; rates andelar; ratified godkände; ratio andel; reach nå; reached nåddes; read läsa; ready klar;
    reason skäl; reasons skäl; receive ta emot; received fick; receives får; recent senaste; recently nyligen;
    recipient mottagare; recipients mottagare; recommend rekommenderar; recommendation rekommendation;
    recommendations rekommendationer; recommended rekommenderas; reconstruction ombyggnad; record protokoll;
    recorded noteras; records handlingar; recreation fritid; recreational fritids; recruit rekryterat; recruited
    rekryterat; recruitment rekrytering; recused jäv; recycled återvinns; recycling återvinning; reduce minska;
    reduced minskas; reducing minska; reduction minskning; refer hänvisa; reference referensgrupp; referral
    remiss; referred återremiss; reforms reformer; refugee flykting; refugees flyktingar; refused avslogs;
    regarding angående; regards angående; region region; region's regionens; regional regional; regions
    regioner; register register; registered registrerade; registration registrering; regular regelbunden;
    regularly regelbundet; regulation förordning; regulations bestämmelser; rehabilitation rehabilitering;
    reimbursement ersättning; reject avslå; rejected avslag; related relaterade; relating angående; relation
    relation; release släppa; released släpps; relevant relevant; reliability tillförlitlighet; relocate flytta;
    relocated flyttas; relocation flytt; rely förlita; remain återstår; remainder resten; remaining återstår;
    remains återstår; remarks anmärkningar; remedy åtgärda; remote distans; remove ta bort; removed tas bort;
    renew förlänga; renewable förnybar; renewal förnyelse; renewed förlängs; renovate renovera; renovated
    renoveras; renovation upprustning; rent hyra; rental hyr; rented hyrs; rents hyror; reopen öppna; reopened
    öppnas; repair reparera; repaired repareras; repairs reparationer; repatriation återvandring; repeat
    upprepa; replace ersätta; replaced ersätts; replacement ersättare; replied svarade; replies svar; reply
    svar; report rapport; reported redovisas; reporting rapportering; reports rapporter; represent företräda;
    representative representant; representatives representanter; represented representeras; represents
    representerar; request begäran; requested begärde; requests begäran; require kräva; required krävs;
    requirement krav; requirements krav; requires kräver; rescue räddningstjänst; research forskning;
    reservation reservation; reserve reserv; reserved reserverade; reserves reserver; reserving reserverade;
    residence bostad; resident invånare; residential bostads; residents invånare; resign avgå; resigned
    avsägelse; resolution beslut; resolved beslutade; resource resurs; resources resurser; respect respekt;
    respond svara; responded svarade; response svar; responses svar; responsibilities ansvar; responsibility
    ansvar; responsible ansvarig; rest resten; restaurant restaurang; restaurants restauranger; restoration
    restaurering; restore återställa; restricted begränsad; restriction begränsning; restrictions begränsningar;
    result resultat; results resultat; resume återuppta; retail handel; retain behålla; retire pension; retired
    pensionerad; retirement pension; return återföra; returned återremitterades; reuse återbruk; revenue
    intäkter; revenues intäkter; review översyn; reviewed granskas; revise revidera; revised revideras; revising
    revidering; revision revidering; revoked upphävs; reward belöning; right rätt; rights rättigheter; ring
    ringa; rink ishall; rise ökning; risen ökat; risk risk; risks risker; river älv; road väg; roads vägar; role
    roll; roles roller; rollout breddinförande; room rum; rooms rum; round runda; route
    linje; routes linjer; routine rutin; routines rutiner; royal kunglig; rubbish avfall; rule regel; rules
    regler; run driva; running driver; runs driver; rural landsbygd; safe trygg; safety trygghet; salaries
    löner; salary lön; sale försäljning; sanctions sanktioner; sand sand; satisfaction nöjdhet; satisfied nöjda;
    save spara; saved sparas; saving besparing; savings besparing; say säga; says säger; scale skala; schedule
    tidplan; scheduled planeras; scheme program; scholarship stipendium; school skola; schools skolor;
    scientific vetenskaplig; scope omfattning; screening screening; sea hav; search sök; season säsong; seat
    plats; seats platser; second andra; secondary gymnasium; secret hemlig; secretariat kansli; secretary
    sekreterare; section avsnitt; sections avsnitt; sector sektor; secure säker; security säkerhet; see se; seek
    söka; select välja; selected valdes; selection urval; sell sälja; selling försäljning; send skicka; senior
    äldre; seniors äldre; sent skickas; separate separat; serious allvarlig; serve betjäna; served tjänstgjorde;
    service tjänst; services tjänster; serving tjänstgörande; session sammanträde; sessions sammanträden;
    setting fastställa; settle avgöra; settlement uppgörelse; several flera; severe svår; sewage avlopp; sewer
    avlopp; sex kön; share andel; shared gemensam; shareholder aktieägare; shareholders aktieägare; shares
    aktier; shelter skyddsrum; shift skift; ship fartyg; shop butik; shops butiker; short kort; shortage brist;
    shortest kortaste; show visa; shown visas; shows visar; shut avveckla; sick sjuk; sickness sjukfrånvaro;
    sight syn; sign underteckna; signed tecknas; significant betydande; signs tecknar; similar liknande; simple
    enkel; single enskild; site plats; size storlek; skill kompetens; skills kompetens; slip halka; smoke rök;
    smoking rökning; snow snö; social social; society civilsamhälle; software system; soil jord; solar sol; sold
    såldes; sole enda; solution lösning; solutions lösningar; solve lösa; source källa; sources källor; south
    södra; space lokal; spare reserv; speak yttra; speakers talare; special särskild; specialist specialist;
    specialists specialister; species arter; specific särskild; specification specifikation; specified anges;
    speed hastighet; spend kostnad; spending kostnad; spent kostnad; sponsor beställare; sponsorship sponsring;
    sport idrott; sports idrott; spring våren; stadium arena; staff personal; stage etapp; stages etapper;
    stakeholder intressent; stakeholders intressenter; stand stå; standard standard; standards standarder;
    stands står; start start; started startade; starting startvärde; starts startar; state staten; statement
    yttrande; statements yttranden; station station; stations stationer; statistics statistik; statute stadga;
    statutes förbundsordning; stay stanna; steel stål; steering styrgrupp; step steg; stepped avstod; steps
    steg; stock lager; stop stoppa; stopped stoppas; storage förvaring; store lager; storm storm; stormwater
    dagvatten; strategic strategisk; strategies strategier; strategy strategi; street gata; streets gator;
    strengthen stärka; strengthened stärks; stress stress; strike strejk; structure struktur; student elev;
    students elever; study studie; sub-goal delmål; subject ämne; submit lämna; submitted lämnades; subscription
    abonnemang; subsidies bidrag; subsidy bidrag; substances ämnen; substitute ersättare; substitutes ersättare;
    succeed efterträda; succeeds efterträder; success framgång; successor efterträdare; sufficient tillräcklig;
    suggest föreslå; suggested föreslog; suggestion förslag; suicide suicid; suitable lämplig; sum summa;
    summary sammanfattning; summer sommaren; summons kallelse; supervise tillsyn; supervised övervakas;
    supervision tillsyn; supervisor handledare; supplement komplettera; supplied levererades; supplier
    leverantör; suppliers leverantörer; supplies leverantör; supply försörjning; support stöd;
    supporting stödjer; supports stödjer; surcharge påslag; surface yta; surgery operation; surgical kirurgisk;
    surplus överskott; surrounding omgivande; surveillance kamerabevakning; survey enkät; surveys enkäter;
    suspended avbryts; sustainability hållbarhet; sustainable hållbar; swim simma; swimming bad; system system;
    systems system; tabled bordlades; takeoff start; takeover övertagande; talks samtal; target mål; targets
    mål; tariff taxa; tariffs taxor; task uppdrag; tasked uppdrag; tasks uppdrag; tax skatt; taxes skatter; taxi
    taxi; taxpayers skattebetalare; teacher lärare; teachers lärare; teaching undervisning; team arbetsgrupp;
    teams team; technical teknik; technology teknik; teenagers ungdomar; telephone telefon; temporarily
    tillfälligt; temporary tillfällig; tenant hyresgäst; tenants hyresgäster; tender anbud; tenders anbud;
    terminate säga upp; terminated sägs upp; terms villkor; test test; tested testades; testing test; text text;
    theater teater; theatre teater; thematic tematisk; theme tema; therapy behandling; threat hot; threats hot;
    threshold gräns; ticket biljett; tickets biljetter; tie lika; timber virke; time tid; timeline tidplan;
    times tider; timetable tidplan; title titel; tonnes ton; tons ton; tool verktyg; tools verktyg; top högsta;
    topic ämne; topics ämnen; total totalt; tourism turism; tourist turist; tourists turister; tower torn; town
    stad; toxic giftig; track spår; tracks spår; trade handel; traffic trafik; train tåg; trained utbildade;
    trainee praktikant; training utbildning; trains tåg; transfer överföring; transferred överförs; transfers
    överföringar; transit kollektivtrafik; transition omställning; translation översättning; transmission
    överföring; transparent öppen; transport transport skjuts; transported transporteras; trash avfall; travel
    resor; travelled resor; treasurer kassör; treat behandla; treated behandlas; treatment behandling; treaty
    avtal; tree träd; trees träd; trend trend; trial försök; trials försök; trip resa; trips resor; trouble
    problem; truck fordon; trucks fordon; trust förtroende; try försöka; tunnel tunnel; turnout valdeltagande;
    turnover omsättning; type typ; types typer; unable förhinder; unanimous enhälligt; uncertain osäker;
    unchanged oförändrad; undergo genomgå; undertake åta; undertaken genomförs; underway pågår; unemployed
    arbetslösa; unemployment arbetslöshet; unfilled vakant; union fackförening; unions fackföreningar; unit
    enhet; units enheter; university universitet; unplanned oplanerade; unresolved olöst; upcoming kommande;
    update uppdatera; updated uppdateras; updates uppdateringar; upgrade uppgradera; upgraded uppgraderas; upper
    gymnasium; urban stads; urgent brådskande; use användning; used används; user användare; users användare;
    uses använder; utility nytta; vacancies vakanser; vacancy vakans; vacant vakant; vaccination vaccination;
    vaccine vaccin; valid gäller; validity giltighet; value värde; values värden; vary variera; vehicle fordon;
    vehicles fordon; vice vice; vice-chair vice ordförande; victim offer; victims offer; video video; view syn;
    views synpunkter; violation överträdelse; violence våld; visit besök; visitor besökare; visitors besökare;
    visits besök; vital livsviktig; vocational yrkes; voice röst; voluntary frivillig; volunteers frivilliga;
    vote röstade; voted röstade; voters väljare; voting omröstning; vulnerable utsatta; wage lön; wages löner;
    wait vänta; waited väntat; waiting vänte; waive avstå; walk gå; walking gång; wall vägg; wanted ville; wants
    vill; war krig; ward avdelning; wards avdelningar; warm varm; warning varning; warranty garanti; waste
    avfall; wastewater avlopp; watch bevaka; water vatten; weather väder; web webb; website webbplats; week
    vecka; weekly veckovis; weeks veckor; weight vikt; welfare socialtjänst; west västra; wet våt; wheelchair
    rullstol; whole hela; wide bred; wildlife vilt; win vinna; wind vind; windows fönster; winter vinter; wish
    önskar; wishes önskar; withdraw dra tillbaka; withdrawn dras tillbaka; withdrew drog tillbaka; woman kvinna;
    women kvinnor; won vann; wood trä; word ord; wording formulering; words ord; work arbete; worked arbetade;
    worker anställd; workers anställda; workforce personal; working arbets; workload arbetsbelastning; workplace
    arbetsplats; works arbetar; workshop workshop; worried orolig; write skriva; written skriftlig; wrong fel;
    wrote skrev; year år; yearly årlig; years år; yield avkastning; young unga; youngest yngsta; youth ungdom;
    youths ungdomar; zone zon; zones zoner; zoning detaljplan
"""

# A phrase that is not what its words are one by one, a line each; longer ones come first.
_PHRASES = """
    chief medical officer = chefläkare
    conflict of interest = jäv
    filed a reservation = reserverade
    file a reservation = reservera
    entered a reservation = reserverade
    head of administration = förvaltningschef
    head of department = avdelningschef
    in charge of = ansvarig
    point of departure = utgångspunkt
    regional executive board = regionstyrelsen
    return on equity = avkastning
    upper secondary school = gymnasieskola
    action plan = handlingsplan
    agency staff = hyrpersonal
    annual accounts = årsredovisning
    annual report = årsredovisning
    bicycle path = cykelväg
    building permit = bygglov
    building permits = bygglov
    business plan = verksamhetsplan
    business trips = tjänsteresor
    care home = särskilt boende
    carried out = genomförs
    carry out = genomföra
    case management = ärendehantering
    full-year = helår
    full year = helår
    case number = diarienummer
    chief executive = vd
    chief physician = chefläkare
    city council = kommunfullmäktige
    city executive = kommunstyrelsen
    civil servant = tjänsteperson
    civil society = civilsamhället
    climate adaptation = klimatanpassning
    climate change = klimat
    close care = nära vård
    close down = avveckla
    comprehensive plan = översiktsplan
    compulsory school = grundskola
    contact person = kontaktperson
    cycle path = cykelväg
    deputy chair = vice ordförande
    detailed plan = detaljplan
    district heating = fjärrvärme
    drinking water = dricksvatten
    elderly care = äldreomsorg
    equity ratio = soliditet
    executive board = kommunstyrelsen
    executive committee = arbetsutskott
    final report = slutrapport
    fire brigade = räddningstjänst
    food waste = matavfall
    foster care = familjehemsvård
    foster home = familjehem
    foster homes = familjehem
    greenhouse gas = växthusgas
    half-year report = delårsrapport
    hand over = överlämna
    handed over = överlämnas
    health care = hälso- och sjukvård
    health center = vårdcentral
    health centre = vårdcentral
    hired staff = hyrpersonal
    home care = hemtjänst
    interest rate = ränta
    interim report = delårsrapport
    internal control = intern kontroll
    local care = nära vård
    local council = kommunfullmäktige
    local plan = detaljplan
    long term = långsiktig
    look into = utreda
    looked into = utreds
    managing director = vd
    municipal board = kommunstyrelsen
    municipal council = kommunfullmäktige
    nursing home = särskilt boende
    nursing homes = särskilt boende
    operational plan = verksamhetsplan
    owner directive = ägardirektiv
    owner's directive = ägardirektiv
    primary care = primärvård
    primary school = grundskola
    progress report = lägesrapport
    project leader = projektledare
    project manager = projektledare
    project owner = projektägare
    public health = folkhälsa
    public transport = kollektivtrafik
    put off = senareläggs
    refer back = återremiss
    reference number = diarienummer
    referral back = återremiss
    referred back = återremitterades
    regional board = regionstyrelsen
    regional council = regionfullmäktige
    regional executive = regionstyrelsen
    rescue service = räddningstjänst
    rescue services = räddningstjänst
    risk analysis = riskanalys
    school transport = skolskjuts
    send back = återremiss
    sent back = återremitterades
    set aside = avsätta
    set up = inrätta
    shut down = avveckla
    sick leave = sjukfrånvaro
    social services = socialtjänst
    sports hall = idrottshall
    stand in = ersätter
    stands in = ersätter
    status report = lägesrapport
    steering committee = styrgrupp
    steering group = styrgrupp
    step down = avgå
    stepped down = avgick
    stepped out = deltog inte jäv
    street lighting = gatubelysning
    street lights = gatubelysning
    roll call = omröstningslista
    social welfare committee = socialnämnden
    social services committee = socialnämnden
    social committee = socialnämnden
    education committee = utbildningsnämnden
    building committee = byggnadsnämnden
    environment committee = miljönämnden
    health care committee = hälso- och sjukvårdsnämnden
    recycling centre = återvinningscentral
    recycling center = återvinningscentral
    waste federation = avfallsförbund
    unable to attend = förhinder
    board members = ledamöter
    board member = ledamot
    council members = ledamöter
    greater gothenburg = Storgöteborg
    gothenburg = Göteborg
    hired doctors = hyrläkare
    hired nurses = hyrsjuksköterskor
    operational risk = verksamhetsrisk
    swimming hall = simhall
    swimming pool = simhall
    take over = överta
    takes over = övertar
    tax rate = skattesats
    temporary staff = hyrpersonal
    took over = övertog
    trade union = fackförening
    trade unions = fackföreningar
    upper secondary = gymnasium
    vice chair = vice ordförande
    vote count = röstsiffror
    vote numbers = röstsiffror
    voting figures = röstsiffror
    waiting list = kö
    waiting time = väntetid
    waiting times = väntetider
    waste water = avlopp
    welfare crime = välfärdsbrott
    wild boar = vildsvin
    working committee = arbetsutskott
    youth centre = fritidsgård
    postpone = bordlägga
    referral-back = återremiss
    unpaid = obetald
"""

ENGLISH: dict[str, str] = dict(pair.strip().split(" ", 1) for pair in " ".join(_WORDS.split()).split(";"))
ENGLISH_PHRASES: tuple[tuple[str, str], ...] = tuple(
    (phrase.strip(), meaning.strip())
    for phrase, meaning in (line.split("=") for line in _PHRASES.splitlines() if line.strip())
)
# Words of English sentences that carry no subject; what is no word of Swedish too stands among the others.
ENGLISH_FUNCTION_WORDS = frozenset(
    """
    will would should shall can could may might because according get gets got give gives given take takes taken took make makes
    made put one ones he she him her his hers those these such so if off out back again being having there still yet already
    only just even ever never always any some anyone someone everyone way ways happen happens come comes came going go goes
    called used let like large larger big bigger well according towards toward via against than while whether however therefore thus upon onto
    """.split()
)
