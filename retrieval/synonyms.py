"""Words that mean the same: what staff say and what documents write, the field's own synonyms, and verbs with their nouns."""

# What staff say and what documents write for the same thing, a group a line.
EVERYDAY_AND_OFFICIAL: tuple[tuple[str, ...], ...] = tuple(
    tuple(word.strip() for word in line.split(","))
    for line in """
    ny, nya, nytt, nye
    kr, kronor
    revisor, revisorerna, revision, revisionen
    börja, börjar, började, tillträda, tillträder, tillträdde, tillträde
    åk, årskurs
    gratis, avgiftsfri, kostnadsfri, avgiftsfritt, kostnadsfritt
    hemma, hemifrån, distans, distansarbete, hemarbete
    meddela, besked, underrätta
    fattas, saknas
    väska, bagage, packning
    rabatt, rabatterad, subvention, subventionerad, nedsatt
    brandstation, räddningsstation
    fusk, oegentlighet
    lågstadiet, årskurs F–3
    mellanstadiet, årskurs 4–6
    högstadiet, årskurs 7–9
    störst, största, allvarligast, allvarligaste, viktigast, viktigaste, främst, främsta
    sängplats, vårdplats
    dagis, förskola
    fritids, fritidshem
    särskilt boende, äldreboende, säbo, vårdboende
    pensionär, äldre, senior
    sjukskrivning, sjukfrånvaro, sjukskriven
    sopor, avfall, hushållsavfall, renhållning
    hemsida, webbplats, webben
    brandkår, räddningstjänst
    brandman, brandmän, brandpersonal
    doktor, läkare
    sköterska, sjuksköterska
    akuten, akutmottagning
    kö, väntetid, kötid
    back, minus, underskott
    plus, överskott
    spara, besparing, sparkrav, effektivisering, sparbeting
    neddragning, nedskärning, minskning, skära ner, dra ner
    rekrytera, anställa, nyanställa, värva
    politiker, förtroendevald
    fackförening, arbetstagarorganisation, facklig
    hemlös, hemlöshet, bostadslös
    nyanländ, flykting
    funktionsnedsättning, funktionshinder, funktionsnedsatt
    skolmat, skolmåltid, skollunch
    städning, lokalvård, städa
    städare, lokalvårdare
    vikarie, timvikarie, visstidsanställd
    bilväg, väg, gata
    rondell, cirkulationsplats
    el, elektricitet, elkraft
    koldioxid, växthusgas, klimatutsläpp, co2
    simhall, badhus
    idrottshall, sporthall
    lekplats, lekpark
    lägenhet, bostad
    hyreshus, flerbostadshus
    villa, småhus
    tomt, fastighet
    skjuta upp, senarelägga, flytta fram, uppskjuten, framflyttad, försenas, försena
    stoppa, avbryta
    leverantör, entreprenör, utförare
    dyr, kostsam, fördyring
    vite, böter, sanktionsavgift
    rökfri, rökförbud
    sommarjobb, feriearbete, feriejobb
    skattehöjning, höjd skatt
    resa, resor, resande
    cykelväg, cykelbana, gång- och cykelväg, gc-väg
    p-plats, parkeringsplats, parkering
    p-avgift, parkeringsavgift
    kontaktperson, kontakt
    kontakta, tillfråga, rådfråga
    tuff, tuffast, tufft, svår, svårast, svårighet, utmaning, utmanande, ansträngd
    misstänka, misstänkt, misstanke
    medlemsbidrag, medlemsavgift
    hyreskostnad, hyra
    klagomål, synpunkt
    mobbning, kränkning, kränkande behandling
    trygghet, trygg
    trivsel, trivas, trivs
    skolk, frånvaro, ogiltig frånvaro
    toalett, wc
    enkät, undersökning, mätning
    utbilda, utbildning, kurs
    avgå, lämna sitt uppdrag, entledigas
    efterträda, efterträdare, ersätta
    frist, sista dag
    info, information, informera
    bättre, förbättra, förbättring, förbättras
    vaccin, vaccinering, vaccination, vaccinera
    bygga om, ombyggnad, ombyggnation, renovering
    leverans, leverera, levereras
    omfatta, innefatta, inbegripa
    fack, fackförbund, fackförening
    utomhus, ute
    inomhus, inne
    folk, människa
    unge, ungar, barn
    tonåring, ungdom, unga
    vårdnadshavare, föräldrar
    lärare, pedagog
    rektor, skolledare
    plugga, studera, studier
    bil, fordon, tjänstebil, personbil
    tåg, järnväg
    bygge, byggprojekt, nybyggnation, byggnation
    renovera, upprusta, renovering, upprustning, rusta upp
    vinst, överskott
    förlust, underskott
    inkomst, intäkt
    lån, upplåning
    prislapp, kostnad
    dela ut, utbetala, fördela, utbetalning, fördelning
    föreningsfolk, förening, föreningsliv, civilsamhälle, föreningslivet
    företagare, företag, näringsliv
    droger, narkotika
    brottslighet, kriminalitet, brott
    snöröjning, plogning, vinterväghållning
    halkbekämpning, sandning
    dricksvatten, vatten
    spillvatten, avlopp
    översvämning, skyfall
    dator, it-utrustning
    mejl, mail, e-post, mejla
    cyberattack, it-attack, dataintrång
    mat, måltid, kost
    bibblan, biblan, bibliotek
    sport, idrott
    ridhus, ridanläggning, ridskola
    toa, toalett
    må dåligt, psykisk ohälsa
    tandläkare, tandvård
    medicin, läkemedel
    operera, operation
    missnöje, kritik, kritisk
    nöjdhet, nöjd, nki
    regelverk, regel, bestämmelse
    kontrakt, avtal
    upphandling, upphandla, köpa in, inköp
    offert, anbud
    överklaga, överklagande, laglighetsprövning
    inspektion, tillsyn, tillsyna
    kartlägga, kartläggning, inventering, inventera
    inventera, genomgång, översyn
    pilot, pilotprojekt, försök, prova, provar, test, testa
    implementera, implementering, införa, införande
    uppdatera, uppdatering, revidera, revidering, reviderad
    samarbete, samverkan, samverka, samarbeta
    invånare, medborgare, kommuninvånare
    landsbygd, glesbygd
    eu-pengar, eu-medel
    otillräcklig, inte räcka, brist
    prioritera bort, nedprioritera
    befara, befarade, oroa, orolig, oro, farhåga
    skäl, anledning, orsak, motivering
    problem, utmaning, svårighet
    sammanslagning, slå ihop, slås ihop, sammanföra
    tillförordnad, tf
    bevilja, beviljas, beviljade, beviljat, bevilja medel
    tillskott, tillföra, tillskjuta, tillförs
    överskrida, överskridande, överskreds, överskrids
    avsägelse, avsäga, avsäger
    entledigad, entlediga, entledigande
    överta, övertagande, övertar, övertog, efterträda, efterträder, ersätta, ersätts, ersätter
    kontakta, tillfråga, tillfrågas, vända sig, frågor besvaras, kontaktperson, upplysningar lämnas
    kvm, kvadratmeter
    stan, stad, staden
    släppa, släpps, publicera, publiceras, offentliggöra, offentliggörs
    inblandad, inblandat, inblandade, medverka, delta, samverka
    billigare, minska kostnaden, sänka kostnaden, lägre kostnad
    rapport, redovisning
    löpande, kontinuerlig, kontinuerligt, fortlöpande
    fokusera, fokuserar, fokus, inriktning
    miljoner, miljon, mnkr, mkr
    snitt, genomsnitt, medeltal, genomsnittlig, genomsnittligt
    stötta, stöttar, stödja, stödjer, stöd, stöttning
    mobil, mobiltelefon, mobilförbud
    äska, äskar, äskande, begära, begär, hemställa
    beställare, uppdragsgivare
    småhus, enbostadshus, tvåbostadshus
    överta, överföra, överförs, överföras
    förr, tidigare
    åvc, återvinningscentral
    bup, barn- och ungdomspsykiatri
    ifo, individ- och familjeomsorg
    bvc, barnavårdscentral
    mvc, mödravårdscentral, barnmorskemottagning
    sfi, svenska för invandrare
    komvux, vuxenutbildning
    ssk, sjuksköterska
    usk, undersköterska
    gbg, göteborg
    heta, hette, benämnd, benämnt, kallad, kallat, benämndes
    skicka, skickar, skickas, skickades, översända, översänds, överlämna, överlämnas, överlämnades
    bolag, aktiebolag, ab
    grind, beslutspunkt
    spendera, förbruka, förbrukat, förbrukning
    avgift, betala, betalar
    ettor, ettan, årskurs 1
    tvåor, tvåan, årskurs 2
    treor, trean, årskurs 3
    fyror, fyran, årskurs 4
    femmor, femman, årskurs 5
    sexor, sexan, årskurs 6
    sjuor, sjuan, årskurs 7
    åttor, åttan, årskurs 8
    nior, årskurs 9
    självmord, suicid
    soptipp, tipp, deponi, återvinningscentral
    sophämtning, avfallshämtning, avfallsinsamling, renhållning
    soptunna, avfallskärl, kärl
    sopbil, avfallsfordon, renhållningsfordon
    skolbuss, skolskjuts
    buss, linjetrafik, busstrafik, kollektivtrafik
    demens, minnessjukdom, kognitiv sjukdom
    handikapp, funktionshinder, funktionsnedsättning
    psykvård, psykiatri, psykiatrisk
    förlossning, bb
    sjukhus, lasarett
    stafettläkare, hyrläkare, inhyrd läkare
    stafett, bemanningsföretag, inhyrd
    gymnasium, gymnasieskola
    betyg, meritvärde, betygspoäng
    elevhälsa, skolhälsovård
    övervakningskamera, kamerabevakning, trygghetskamera, bevakningskamera, kamera
    ordningsvakt, trygghetsvärd, väktare
    gatlampa, gatlyse, gatubelysning, belysning
    trottoar, gångbana
    parkeringshus, p-hus, parkeringsgarage
    park, grönområde, grönyta
    badplats, strandbad
    idrottsplats, idrottsanläggning, sportanläggning
    fotbollsplan, konstgräsplan, konstgräs
    ishall, isrink, ishockeyhall
    fritidsgård, ungdomsgård, ungdomens hus
    utsmyckning, konstnärlig gestaltning, offentlig konst
    bygglov, byggtillstånd
    hyresavtal, hyreskontrakt
    allmännytta, bostadsbolag
    el, ström
    solceller, solel, solenergi
    laddstolpe, laddplats, laddstation, laddinfrastruktur, laddpunkt
    va, vatten och avlopp
    läcka, läckage, läcker, läcka ut
    vattenledning, huvudledning, ledningsnät
    krisberedskap, beredskap
    elaggregat, reservkraft, reservel
    hot, hot och våld, otillåten påverkan
    mutor, korruption, oegentligheter
    polisanmälan, polisanmäla, polisanmäls, anmäla till polisen
    bluff, bedrägeri, välfärdsbrott
    it-system, verksamhetssystem, system
    e-tjänst, digital tjänst
    gdpr, dataskydd, personuppgift
    löneökning, lönerevision, löneöversyn
    ledighet, semester
    befattning, tjänst
    avsiktsförklaring, överenskommelse
    upphandla, upphandling, inköp, anskaffa, anskaffning
    montera, installera, installation, montering
    uppföra, bygga, uppförande
    laga, reparera, reparation
    genomgång, översyn, genomlysa, genomlysning, granska, granskning
    utarbeta, upprätta, framtagande
    avgöra, avgör, avgjorde, avgörs, avgjordes, avgjort, besluta, beslutar
    underteckna, undertecknar
    bedöma, bedömning, utvärdera, utvärdering
    pris, utmärkelse, stipendium
    pris, avgift, taxa
    turism, besöksnäring, turist
    arbetslös, arbetslöshet
    socialbidrag, försörjningsstöd, ekonomiskt bistånd
    soc, socialtjänst
    fosterhem, familjehem
    assistans, personlig assistans
    arvode, arvoden, ersättning
    bidrag, medel, pengar
    satsa, satsning, investera, investering
    skatt, skattesats, utdebitering
    halvtid, halvvägs
    bredda, breddinföra, breddinförande, brett införande, införa brett, breddning
    närstående, anhörig
    volontär, frivillig
    hundgård, hundrastgård, rastgård
    gift, kemikalie, farligt ämne
    oljud, buller
    larmknapp, trygghetslarm
    eldsvåda, brand
    hörselmottagning, hörcentral, hörselvård
    hemmonitorering, egenmonitorering, distansmonitorering
    rehab, rehabilitering
    trängsel, överbeläggning, överbeläggningar
    personalomsättning, avgångar, avgångsgrad
    karensavdrag, karens
    utbrändhet, utmattning, psykisk ohälsa
    tjänsteresa, resa i tjänsten
    flyg, flygresa
    seniorkort, pensionärskort, pensionärsrabatt
    rabatt, nedsatt avgift, avgiftsreducering
    hemtjänst, hemhjälp
    nattpatrull, nattpersonal
    mensskydd, bindor
    livsmedel, mat, råvaror
    matsvinn, svinn
    kontorslokal, lokal, lokaler
    bokföring, redovisning
    årsbokslut, årsredovisning, bokslut
    verksamhetsberättelse, årsrapport, årsredovisning
    styrdokument, policy, riktlinje, riktlinjer
    regler, riktlinjer, bestämmelser
    handbok, vägledning
    utkast, förslag, koncept
    bemyndiga, bemyndigar, bemyndigas, delegera, delegerar, delegation, ge rätt
    rättighet, rätt
    skyldighet, skyldig, plikt
    uttalande, uttala, uttalar
    klimatneutral, fossilfri, fossilfritt, nettonollutsläpp
    elbil, elfordon, eldriven
    tvist, rättsprocess, stämning
    skada, skadestånd
    besökare, besök
    medborgardialog, dialog, samråd
    trångbodd, trångboddhet
    vräka, vräkning, avhysning
    härbärge, akutboende, nattlogi
    missbruk, skadligt bruk
    spelberoende, spelmissbruk
    ensam, ensamhet, isolering
    närsjukvård, nära vård
    hemsjukvård, sjukvård i hemmet, vård i hemmet
    språktolk, tolk, tolktjänst
    översätta, översättning
    handledning, handledare
    praktik, verksamhetsförlagd utbildning, vfu
    utlandssvensk, utflyttad
    inflyttning, inflyttad, flytta in
    befolkning, invånare, invånarantal
    sakkunnig, expert
    undersökning, utredning, studie
    forskning, forskare
    rådgivning, rådgivare
    kännedom, kännedomen, kunskap
    medverkan, deltagande
    publik, åskådare
    gatukök, kiosk
    uteservering, servering
    krog, restaurang, serveringstillstånd
    alkohol, alkoholtillstånd
    tobak, rökning, cigarett
    ventilation, luftkvalitet
    mögel, fuktskada
    grundvatten, vattentäkt
    badvatten, vattenkvalitet
    reningsverk, avloppsreningsverk, vattenreningsverk
    vattenverk, dricksvattenproduktion
    skog, skogsbruk
    åker, jordbruksmark
    bonde, lantbrukare
    vindkraft, vindkraftverk, vindkraftspark
    hamn, hamnen, kaj
    flygplats, flygfält
    väjning, trafiksignal, trafikljus
    hastighet, fart, hastighetsgräns
    olycka, olyckor
    räddning, räddningsinsats
    evakuera, utrymma, utrymning, evakuering
    kris, extraordinär händelse
    samordna, samordnas, samordning, samordnad
    gemensam, gemensamt, tillsammans, ihop
    gamling, gamlingar, äldre, boende
    förbundschef, förbundsdirektör
    förvaltningschef, förvaltningsdirektör
    kommunchef, kommundirektör
    firma, bolag, företag
    gatubelysning, gatuljus, gatljus, gatuarmatur, vägbelysning
    yta, area, kvadratmeter
    karies, kariesfri, kariesfria
    matte, matematik
    pris, köpeskilling, försäljningspris
    överens, ense, enig, eniga, enhällig, enhälligt
    frivillig, volontär
    betyda, innebära
    dåligt, försämring, sämre
    medier, tidning, press, journalist, massmedia
    talesperson, uttala, uttalar, språkrör
    representera, representerar, representerade, företräda, företräder, företrädde, företrädare, representant
    svikta, sviktar, sviktade, sviktande
    lokalkostnad, hyra, lokalhyra
    försenas, försening, fördröjning, dröjsmål
    inställd, inställt
    orsaka, bero, förklara
    inlämna, inlämning
    höst, hösten, hösttermin
    vår, våren, vårtermin
    tidplan, tidsplan, tidtabell, tidschema
    milstolpe, delmål
    varningsrutin, rutin för varning
    brist, avsaknad, saknas
    synpunkt, synpunkter, yttrande, åsikt
    ändra, ändrad, ändras, justera, justering, förändrad, förändra
    skriva, skrivit, upprätta, upprättat, upprättad, författa
    osäker, osäkra, tveksam, tveksamhet
    lön, löner, avlöning
    """.splitlines()
    if line.strip()
)

# Words that mean the same in this field; every word of a group covers every other, and so does a phrase ("säga upp").
# Verbs with their nouns, and what is said for them; each stands for all its forms.
VERBS_AND_NOUNS: tuple[tuple[str, ...], ...] = tuple(
    tuple(word.strip() for word in line.split(","))
    for line in """
    sälja, försäljning
    köpa, köp, förvärva, förvärv
    välja, val
    bygga, byggnad, nybyggnad
    flytta, flytt
    stänga, stängning
    öppna, öppen, öppning
    hyra, uthyrning
    byta, byte
    driva, drift
    följa, uppföljning
    bidra, bidrag
    betala, betalning
    anställa, anställning
    undersöka, undersökning
    granska, granskning
    sluta, upphöra
    växa, tillväxt
    skjuta, uppskjuta, försena, senarelägga
    försvinna, svinn
    föreslå, förslag
    avgå, entlediga
    """.splitlines()
    if line.strip()
)

SYNONYMS: tuple[tuple[str, ...], ...] = (
    ("uppsägning", "säga upp"),
    ("driftsätta", "tas i drift"),
    ("ikraftträdande", "träda i kraft"),
    ("borttagande", "ta bort"),
    ("hyrpersonal", "inhyrd personal"),
    ("nian", "årskurs 9"),
    *EVERYDAY_AND_OFFICIAL,
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
    (
        "slopa",
        "avskaffa",
        "avveckla",
        "avvecklad",
        "avvecklat",
        "ta bort",
        "lägga ner",
        "lägga ned",
        "nedläggning",
        "nedlagd",
        "nedlagt",
        "avveckling",
        "försvinna",
        "försvinner",
        "skrota",
        "läggas ner",
        "läggas ned",
        "upphöra",
        "stänga",
    ),
    ("skattesats", "skattesatsen", "kommunalskatt"),
    ("förlänga", "förlängdes", "förlängning", "förlängd"),
    (
        "slutrapport",
        "slutredovisning",
        "slutredovisa",
        "slutrapporteras",
        "slutredovisas",
        "slutrapportering",
    ),
    ("delrapport", "delredovisning", "delredovisa", "delrapporteras", "delredovisas", "delrapportering"),
    (
        "återrapport",
        "återrapportera",
        "återredovisa",
        "återrapportering",
        "återredovisning",
        "rapportera",
        "redovisa",
        "avrapportera",
        "avrapportering",
    ),
    ("vårdmöte", "digitala vårdmöten"),
    ("facket", "fackförbund", "fackliga", "facken"),
    ("möte", "sammanträde", "styrelsemöte", "nämndmöte"),
    ("frånvarande", "förhinder", "borta"),
    ("utdrag", "protokollsutdrag", "utdraget"),
    (
        "klar",
        "fullgjord",
        "fullgjort",
        "färdig",
        "slutförd",
        "klart",
        "färdigt",
        "slutfört",
        "slutförda",
        "klara",
    ),
    ("förslag", "föreslå", "föreslår", "föreslås", "föreslog"),
    ("ansöka", "ansöker", "söka", "söker", "ansökte", "sökte", "ansökan"),
    ("sammanträda", "sammanträder", "träffas", "träffa", "mötas", "möts"),
    ("jobb", "arbete", "arbeta", "arbetade", "jobba", "jobbade", "sysselsättning"),
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
    ("utredning", "utreda", "utreds", "utredas", "utrett", "utredd", "översyn"),
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
    (
        "minska",
        "minskning",
        "minskat",
        "lägre",
        "sänkas",
        "sjunka",
        "sjunkit",
        "sjönk",
        "sänka",
        "sänks",
        "sänkt",
        "sänkning",
        "sänkte",
    ),
    (
        "öka",
        "ökning",
        "ökat",
        "högre",
        "höjas",
        "stiga",
        "stigit",
        "steg",
        "höja",
        "höjs",
        "höjd",
        "höjt",
        "höjde",
        "höjdes",
        "höjning",
        "dyrare",
    ),
    ("bygga", "bygger", "anlägga", "anlägger", "anläggs", "anläggas"),
    ("kilo", "kilogram", "kg"),
    ("minut", "minuter", "min"),
    (
        "start",
        "starta",
        "aktivera",
        "aktiveras",
        "aktiverats",
        "driftstart",
        "driftsättas",
        "driftsättning",
        "börja",
        "införas",
    ),
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
