"""Every fixed sentence that staff read, in plain Swedish."""

from knowledge.entries import State
from knowledge.status_checks import Misfit
from retrieval.answer import NoteKind

APP_NAME = "Kansli"

WORKING = "läser i dokumenten …"
SOURCES = "Källor"
SHOW_SOURCE = "Visa källa"
OPEN_PUBLISHED = "Öppna dokumentet"
CLOSE = "Stäng"
SOURCE_TITLE = "Källa"
SOURCE_GONE = (
    "Dokumentet finns inte kvar i registret i den version som svaret hämtades ur. Ställ frågan igen."
)
SOURCE_QUOTE = "Citatet, ord för ord"
SOURCE_BEFORE = "Före citatet"
SOURCE_AFTER = "Efter citatet"
PAGE = "s. {page}"
NEAREST = "Närmast till hands: {documents}"
WHICH = "Vilket menar du?"

NOTE = {
    NoteKind.CONFLICT: "Källorna är oense",
    NoteKind.DRAFT: "Utkast",
    NoteKind.PROPOSED: "Förslag, inte beslutat",
    NoteKind.SUPERSEDED: "Ersatt",
    NoteKind.OTHER_ORGANISATION: "Annan organisation",
    NoteKind.OLD: "Äldre uppgift",
    NoteKind.CORRECTED: "Rättad uppgift",
    NoteKind.CONFIRMED: "Bekräftad uppgift",
    NoteKind.MODEL_PROPOSED: "Föreslaget av en språkmodell",
    NoteKind.INCOMPLETE: "Ofullständigt",
}

FEEDBACK_GOOD = "Bra svar"
FEEDBACK_BAD = "Fel eller dåligt svar"
FEEDBACK_THANKS = "Tack! Din synpunkt är sparad."
FEEDBACK_TITLE = "Vad är fel?"
FEEDBACK_QUESTION = "Vad är fel i svaret?"
FEEDBACK_HINT = "Skriv till exempel vad som är fel, vad som saknas eller vilken källa som är den rätta."
FEEDBACK_SEND = "Skicka"
COMPLAINT = "{name} säger att ett svar är fel"
COMPLAINT_WRONG = "Vad som är fel"
COMPLAINT_QUESTION = "Frågan"
COMPLAINT_ANSWER = "Svaret"
COMPLAINT_LIMITED = (
    "Frågan, svaret och synpunkten visas inte här: svaret kan bygga på ett dokument som är begränsat till vissa kanaler "
    "eller grupper. Allt finns i databasen under nyckeln."
)
COMPLAINT_NO_MODEL = "ingen språkmodell"
COMPLAINT_TRACE = "Nyckel {key}, utfall {outcome}, prompt {prompt}."

FOLLOW = "Bevaka"
UNFOLLOW = "Sluta bevaka"
FOLLOW_BEGUN = "Du bevakar nu {assignment}. Det står under Hem hos mig, och där kan du sluta bevaka det."
FOLLOW_ALREADY = "Du bevakar redan {assignment}. Det står under Hem hos mig."
FOLLOW_ENDED = "Du bevakar inte längre {assignment}."
FOLLOW_GONE = "Uppdraget finns inte kvar i registret. Sök det med `/uppdrag` och några ord ur dess namn."
SHARE = "Dela i kanalen"
SHARED = "Svaret är delat i kanalen."
SHARED_BY = "{name} delar ett svar på frågan: {question}"
SHARE_GONE = (
    "Svaret går inte att dela: det gavs till någon annan eller i en annan kanal. Ställ frågan igen här."
)
SHARE_NOT_THERE = (
    "Jag kan inte dela svaret här. Bjud in mig med `/invite @kansli` om jag inte är med i kanalen, och tryck en gång till. "
    "Är en källa borttagen, eller begränsad till andra kanaler, går svaret inte att dela."
)

YOU_ASKED = "Du frågade: {question}"
EMPTY_QUESTION = "Skriv en fråga efter mitt namn."
TOO_LONG = "Frågan är för lång ({length} tecken). Skriv den med högst {longest} tecken."
NOT_INSTALLED = (
    "Kansli är inte längre installerat i den här arbetsytan. Be den som sköter Kansli att installera om."
)
NOT_STORED = (
    "Något gick fel hos mig. Jag försöker igen, och svarar om några minuter om det går. Kommer inget svar: fråga igen. "
    "Om felet kommer tillbaka: kontakta den som sköter Kansli och ange felnummer {reference}."
)
FAILED = (
    "Något gick fel hos mig, så jag kan inte svara just nu. Försök igen om en stund. "
    "Om felet kommer tillbaka: kontakta den som sköter Kansli och ange felnummer {reference}."
)

STATE = {State.GREEN: "grön", State.YELLOW: "gul", State.RED: "röd", State.DONE: "klar"}
STATE_MARK = {State.GREEN: "🟢", State.YELLOW: "🟡", State.RED: "🔴", State.DONE: "✅"}
STATE_CHOICE = {
    State.GREEN: "Grön – enligt plan",
    State.YELLOW: "Gul – avviker från planen",
    State.RED: "Röd – stora problem",
    State.DONE: "Klar – slutfört",
}

STATUS_CARD = "Så här förstod jag lägesrapporten"
STATUS_ASSIGNMENT = "Uppdrag"
STATUS_STATE = "Läge"
STATUS_TEXT = "Kommentar"
STATUS_DATES = "Datum"
STATUS_DELAY = "Försening"
STATUS_NEXT_STEP = "Nästa steg"
STATUS_RISK = "Risk eller hinder"
STATUS_EXPECTED = "Väntas"
STATUS_WHO = "Vem"
STATUS_DETAIL = {
    "delay": STATUS_DELAY,
    "risk": STATUS_RISK,
    "next_step": STATUS_NEXT_STEP,
    "who": STATUS_WHO,
}
STATUS_EXPECTED_HINT = "När något väntas ske. Skriv till exempel 15 mars, vecka 12 eller Q2."
STATUS_ORIGINAL = "Du skrev"
STATUS_SAVE = "Spara"
STATUS_CHANGE = "Ändra"
STATUS_CANCEL = "Avbryt"
STATUS_UPDATE = "Uppdatera status"
STATUS_UNKNOWN_ASSIGNMENT = "Jag hittar inget uppdrag som stämmer. Välj uppdrag med knappen Ändra."
STATUS_WHICH = "Flera uppdrag stämmer. Vilket menar du?"
STATUS_IS_IT = "Menar du det här uppdraget? Tryck på det, eller välj ett annat med knappen Ändra."
STATUS_UNKNOWN_STATE = "Jag ser inget tydligt läge. Vilket är det?"
STATUS_STATE_DIFFERS = "Reglerna och språkmodellen läser läget olika. Vilket är det?"
STATUS_DOUBTS = "Reglerna och språkmodellen läser inte lika: {details}. Stämmer det inte? Tryck på Ändra."
STATUS_NOT_UNDERSTOOD = (
    "Jag förstår inte lägesrapporten. Skriv uppdragets namn och läget, "
    "till exempel: status: {example} är gul, avtalet klart den 15 mars"
)
STATUS_SAVED = "Sparat: {assignment} är {state}."
STATUS_SAVED_BEFORE = "Redan sparat med nyckeln {key}: {assignment}. Inget nytt är skrivet."
STATUS_SAVED_BY = "Sparat av {author} {at}."
PLAN_MISFIT = {
    Misfit.DONE_EARLY: "Du skriver att uppdraget är klart, men enligt planen är {point} {when}.",
    Misfit.POINT_PASSED: "{point} passerade {when} utan lägesrapport. Skriv gärna hur det gick.",
    Misfit.OTHER_DATE: "Du skriver ”{said}”, men enligt planen är {point} {when}.",
    Misfit.AFTER_THE_LAST: "Det du väntar till {said} kommer efter planens sista punkt: {point} {when}.",
}
PLAN_CHECK = "Jämför med planen"
STATUS_UNDO = "Ångra"
STATUS_UNDONE = "Ångrat. Lägesrapporten för {assignment} är återtagen."
STATUS_UNDONE_CORRECTION = "Ångrat. För {assignment} gäller det som var sparat förut."
STATUS_UNDO_TOO_LATE = (
    "Det går att ångra i ett dygn. Skriv en ny lägesrapport i stället, så gäller den från och med nu."
)
STATUS_BEFORE = "Sparat förut"
STATUS_CORRECTION = "Du har ändrat meddelandet. Så här förstår jag lägesrapporten nu"
STATUS_SAVE_CORRECTION = "Spara rättelsen"
STATUS_CORRECTION_CANCELLED = "Avbrutet. Det som var sparat gäller."
STATUS_WITHDRAW_ASKED = (
    "Meddelandet är borttaget eller säger inte längre något om {assignment}. Ska lägesrapporten återtas?"
)
STATUS_WITHDRAWN_WHY = "meddelandet är ändrat eller borttaget"
STATUS_WITHDRAW = "Återta"
STATUS_KEEP = "Behåll"
STATUS_WITHDRAWN = "Lägesrapporten för {assignment} är återtagen."
STATUS_KEPT = "Lägesrapporten för {assignment} står kvar."
STATUS_GONE = "Lägesrapporten är redan rättad eller återtagen på annat sätt."
STATUS_CANCELLED = "Avbrutet. Inget är sparat."
STATUS_ALREADY = "Lägesrapporten är redan avslutad."
STATUS_NOT_YOURS = "Bara den som skrev lägesrapporten kan spara, ändra eller avbryta den."
STATUS_NOT_ALLOWED = (
    "Du kan inte spara läget för det här uppdraget. Det kan uppdragets ägare och ledare göra, "
    "och de som har fått rätt till det."
)
STATUS_MODAL_TITLE = "Lägesrapport"
STATUS_MODAL_EMPTY = "Det finns inga uppdrag i registret än. Läs in dokument med kommandot kansli index."
STATUS_MODAL_HINT = "Skriv kort vad som har hänt, vad som är nästa steg och vad du behöver hjälp med."
STATUS_CHOOSE_ASSIGNMENT = "Välj ett uppdrag"
STATUS_CHOOSE_STATE = "Välj ett läge"
STATUS_TOO_LONG = "Skriv högst {longest} tecken."

WELCOME_TITLE = "Hej! Jag är Kansli."
WELCOME = (
    "Jag läser uppdragsdirektiv, nämndplaner och protokoll och svarar på vem som äger ett uppdrag, "
    "när nästa beslutspunkt är och vad som har beslutats. Varje svar visar sin källa ord för ord. "
    "Om det inte står i dokumenten säger jag det."
)
WELCOME_TRY = "Prova att fråga:"
WELCOME_HOW = (
    "Nämn mig i en kanal eller skriv direkt till mig. Berätta hur det går för ett uppdrag genom att skriva "
    "till exempel: {example}"
)
WELCOME_COMMANDS = (
    "Kommandon: `/uppdrag`, `/beslut`, `/status` och `/kansli hjälp`. Tryck på Bevaka för att följa ett uppdrag och på "
    "Dela i kanalen när ett svar bara visas för dig. Släpp ett dokument till mig för att lägga in det, om du har rätt till "
    "det. Under Hem hos mig står dina uppdrag och det du bevakar. "
    "Administratörer ställer in en kanal med `/kansli inställningar`."
)
WELCOME_STATUS_EXAMPLE = "status: {assignment} är gul, två veckor sen"
WELCOME_NOTHING_READ = (
    "Jag har inte läst några dokument än. Den som sköter mig läser in dem med kansli index."
)
ASK_THIS = "Fråga"

SMALL_TALK = "Säg till när du undrar något mer."
GREETING = "Hej! Vad vill du veta om uppdrag, beslutspunkter eller beslut?"
PROMPTS_TITLE = "Till exempel:"

HOME_TITLE = "Kansli"
HOME_ANSWERED_IN_MESSAGES = "Svaret kommer på fliken Meddelanden."
HOME_OWN = "Mina uppdrag"
HOME_NO_OWN = (
    "Jag hittar inga uppdrag som nämner dig eller din befattning. Saknas du? Den som sköter Kansli läser in listan över "
    "vem som har vilken befattning med `kansli holders import`."
)
HOME_WHO = "Är du {person} i befattningslistan? Då visar jag dina uppdrag här."
HOME_IS_ME = "Ja, det är jag"
HOME_IS_NOT_ME = "Nej, någon annan"
HOME_DUE = "Dags att rapportera läget"
HOME_FOLLOWED = "Jag bevakar"
HOME_NOTHING_FOLLOWED = (
    "Du bevakar inget uppdrag. Tryck på Bevaka under ett svar eller i listan från `/uppdrag`."
)
HOME_SETTINGS = "Inställningar"
HOME_HAS_DIGEST = "Veckobrevet kommer till dig som direktmeddelande varje {day} klockan {hour}, {language}. Det handlar om {about}."
HOME_HAS_NO_DIGEST = "Veckobrevet kommer inte till dig."
HOME_DIGEST_ON = "Skicka veckobrevet till mig"
HOME_DIGEST_OFF = "Sluta skicka veckobrevet"
HOME_DIGEST_CHANGE = "Ändra veckobrevet"
DIGEST_TITLE = "Mitt veckobrev"
DIGEST_ABOUT_ALL = "alla uppdrag och nämnder"
DIGEST_ABOUT_ONE = "ett uppdrag som du har valt"
DIGEST_ABOUT_CHOSEN = "{count} uppdrag som du har valt"
DIGEST_ABOUT_FOLLOWED = "det som du bevakar"
DIGEST_NO_ASSIGNMENTS = "Inga särskilda"
DIGEST_BOARDS_HINT = "Veckobrevet tar upp det som rör någon av dem."
DIGEST_ASSIGNMENTS = "Uppdrag"
DIGEST_ASSIGNMENTS_HINT = (
    "Det som du bevakar är alltid med. Väljer och bevakar du inget tar veckobrevet upp allt."
)
DIGEST_FORM_NOTE = "Språket gäller bara veckobrevet. På frågor svarar jag på det språk som du frågar på, och allt annat står på svenska."
IN_LANGUAGE = {"sv": "på svenska", "en": "på engelska"}
DIGEST_LANGUAGES = {"Svenska": "sv", "English": "en"}
HOME_HAS_REMINDERS = "Jag påminner dig före beslutspunkter och före sammanträden som ska få läget, högst en gång om dagen och på arbetstid."
HOME_HAS_NO_REMINDERS = "Jag påminner dig inte om beslutspunkter och sammanträden."
HOME_REMINDERS_ON = "Påminn mig"
HOME_REMINDERS_OFF = "Sluta påminna mig"
HOME_AHEAD = "Beslutspunkter de närmaste 60 dagarna"
HOME_NOTHING_AHEAD = "Inga beslutspunkter är daterade till de närmaste 60 dagarna."
HOME_STATUSES = "Senaste lägesrapporter"
HOME_NO_STATUSES = "Ingen har rapporterat läget för något uppdrag än."
HOME_REPORT = "Rapportera läget"
HOME_SAVED = "Uppdragets läge är sparat."

REMINDER = "Dags att rapportera läget"
REMINDER_POINT = "{day} ({when}): {what}."
REMINDER_MEETING = "{day} ({when}): {what} sammanträder och ska få läget."
REMINDER_TODAY = "i dag"
REMINDER_TOMORROW = "i morgon"
REMINDER_IN = "om {days} dagar"
REMINDER_MORE = "… och {count} till. De står under Hem hos mig."
REMINDER_WHY = (
    "Du får påminnelsen som ägare eller ledare. Den kommer en gång för varje beslutspunkt och sammanträde."
)

REPORT = "Rapport"
REPORT_OFFER = "*Rapport till nämnd*\nTryck på ett sammanträde, så får du lägesrapporten som Word och Markdown på fliken Meddelanden."
REPORT_CHOOSE = "Fler rapporter"
REPORT_MORE_MEETINGS = "Fler sammanträden"
REPORT_FINAL = "Slutrapport {year}"
REPORT_READY = "{title}: filerna ligger i tråden."
REPORT_FILES = "Läs igenom rapporten innan du lämnar den vidare."

DIGEST_ON = (
    "Veckobrevet kommer hit varje {day} klockan {hour}. Byt tid med `/kansli inställningar` eller stäng av det med "
    "`/kansli veckobrev av`."
)
DIGEST_ON_DIRECT = (
    "Veckobrevet kommer till dig varje {day} klockan {hour}. Byt tid, språk och innehåll under Hem hos mig."
)
DIGEST_OFF_DIRECT = "Veckobrevet kommer inte till dig längre. Slå på det under Hem hos mig."
DIGEST_OFF = "Veckobrevet kommer inte hit längre. Slå på det med `/kansli veckobrev på`."

CORRECT = "Rätta"
CORRECT_READ = "Uppgift som är läst härifrån"
CORRECT_TITLE = "Rätta en uppgift"
CORRECT_FACT = "Uppgiften i registret"
CORRECT_TO = "Vad som är rätt"
CORRECT_REASON = "Skäl"
CORRECT_REASON_HINT = (
    "Skriv hur du vet det. Skälet visas tillsammans med rättelsen, och dokumentets egna ord står kvar."
)
CORRECT_GONE = "Uppgiften står inte längre: dokumentet har lästs in på nytt. Ställ frågan igen."
CORRECTED = "Rättat. {fact} är nu: {text}. Svar visar rättelsen med ditt namn och ditt skäl."
YES = "ja"
DOCUMENT_READING = "Läser {name} …"
DOCUMENT_NOT_ALLOWED = (
    "Dokument tar jag bara emot från arbetsytans administratörer och från dem som har fått rätt till det. "
    "Fråga den som sköter Kansli."
)
DOCUMENT_READ = "Så här läste jag {name}"
DOCUMENT_KIND = "Slag"
DOCUMENT_ORGANISATION = "Organisation"
DOCUMENT_BOARD = "Nämnd eller styrelse"
DOCUMENT_DATE = "Datum"
DOCUMENT_CASE_NUMBER = "Diarienummer"
TIMES_DIFFER = "olika tid anges för {code}: {times}."
NOT_IN_REGISTER = "Inget uppdrag eller dokument heter ”{name}”."
MEANT_PERHAPS = "Menade du något av dessa?"
DOCUMENT_DRAFT = "Utkast"
DOCUMENT_WITHDRAWN = "Filen är borttagen ur mappen, så inget i den gäller längre. Med --today DATUM ser du vad registret höll då."
DRAFT_ADOPTED = "Utkastet har ersatts av det antagna dokumentet, som svaren bygger på."
REPLACES_DRAFT = "Ersätter utkastet {draft}."
DOCUMENT_FACTS = "Uppgifter"
DOCUMENT_NO_FACTS = "inga, men texten går att fråga om"
DOCUMENT_PASSAGES = "Textavsnitt"
DOCUMENT_EXAMPLES = "Till exempel"
DOCUMENT_WARNING = "Obs!"
DOCUMENT_WARNINGS_LEFT = "… och {left} varningar till."
DOCUMENT_NEW = "Ska dokumentet läggas in? Då svarar jag ur det för alla som får fråga mig."
DOCUMENT_OR_HERE = "Lägg in för kanalen gör att jag svarar ur det bara här i kanalen."
DOCUMENT_STAYS_LIMITED = "Det är begränsat till vissa kanaler eller grupper, och förblir det."
DOCUMENT_NEW_VERSION = (
    "Det finns redan ett inläst dokument med samma namn: {title}. Det här blir en ny version och gäller i stället. "
    "Är det ett annat dokument? Avbryt, byt namn på filen och släpp den en gång till."
)
DOCUMENT_KNOWN = "{name} är redan inläst och oförändrat. Du behöver inte göra något."
DOCUMENT_ADD = "Lägg in"
DOCUMENT_ADD_HERE = "Lägg in för kanalen"
DOCUMENT_CANCEL = "Avbryt"
DOCUMENT_CANCELLED = "Avbrutet. {name} är inte inläst."
DOCUMENT_ENTERING = "Lägger in {name} …"
DOCUMENT_ENTERED = "{name} är inläst: {facts} uppgifter och {passages} textavsnitt. Du kan fråga om det nu."
DOCUMENT_FILLING = "Jag gör texten sökbar även efter betydelse. Det kan ta några minuter."
DOCUMENT_DONE = "Klart. Texten är sökbar även efter betydelse."
DOCUMENT_UNFILLED = "Texten går att söka efter ord, men inte efter betydelse än. Den som sköter Kansli kör kansli index en gång till."
DOCUMENT_BY = "Inlagt av {name}."
DOCUMENT_GONE = "Filen väntar inte längre på svar. Släpp den en gång till om den ska läsas in."
DOCUMENT_REFUSED = "{name} kan inte läsas in. {reason}"
DOCUMENTS_LEFT = "Jag tar {most} filer åt gången. Släpp de övriga {left} i ett nytt meddelande."
FILE_TOO_LARGE = "Filen är för stor. Gränsen är {most} MB."
FILE_REFUSED = {
    "file_elsewhere": "Filen ligger utanför Slack. Ladda ner den och släpp själva filen här.",
    "file_not_found": "Filen finns inte kvar, eller är inte delad där jag kan läsa den.",
    "missing_scope": "Jag får inte hämta filer. Den som sköter Kansli behöver installera om appen (kansli manifest).",
}
FILE_NOT_FETCHED = "Slack lämnade inte ut filen. Släpp den en gång till."
EDIT_NOT_ALLOWED = (
    "Det här får bara arbetsytans administratörer göra, och de som har fått rätt till det. "
    "Fråga den som sköter Kansli."
)
CHANNEL_NONE = (
    "Inställningarna gäller en kanal. Skriv `/kansli inställningar` i den kanal som du vill ställa in."
)
CHANNEL_TITLE = "Kansli i kanalen"
CHANNEL_ORGANISATION = "Svara ur handlingar från"
CHANNEL_ALL_ORGANISATIONS = "Alla organisationer"
CHANNEL_BOARDS = "Nämnder och styrelser"
CHANNEL_ALL_BOARDS = "Alla"
CHANNEL_BOARDS_HINT = "Välj inga för att svara ur allas handlingar. Handlingar utan nämnd är alltid med."
CHANNEL_LISTENING = "Svara på"
CHANNEL_MENTIONED = "Frågor där jag nämns"
CHANNEL_EVERY_QUESTION = "Alla frågor som slutar med frågetecken"
CHANNEL_ANSWERS = "Visa svaren för"
CHANNEL_OPEN = "Alla i kanalen"
CHANNEL_PRIVATE = "Bara den som frågar"
CHANNEL_DIGEST = "Veckobrev"
CHANNEL_DIGEST_OFF = "Skicka inget veckobrev hit"
CHANNEL_DIGEST_ON = "Skicka veckobrevet hit"
CHANNEL_DIGEST_DAY = "Veckodag för veckobrevet"
CHANNEL_DIGEST_HOUR = "Klockslag för veckobrevet"
CHANNEL_DIGEST_LANGUAGE = "Språk i veckobrevet"
CHANNEL_ASSIGNMENTS = "Uppdrag i veckobrevet"
CHANNEL_ASSIGNMENTS_HINT = (
    "Veckobrevet tar upp det som rör de valda nämnderna och uppdragen, och allt om du inte väljer några."
)
CHANNEL_FORM_NOTE = "Inställningarna gäller alla i kanalen, från och med nästa fråga."
CHANNEL_SAVED = "Sparat. {behaviour}"
CHANNEL_SAYS_SCOPE = "I den här kanalen svarar jag ur handlingar från {scope}."
CHANNEL_SAYS_ALL = "alla"
CHANNEL_SAYS_EVERY = "Jag svarar på alla frågor som slutar med frågetecken."
CHANNEL_SAYS_MENTIONED = "Jag svarar när någon nämner mig."
CHANNEL_SAYS_OPEN = "Svaren visas för alla."
CHANNEL_SAYS_PRIVATE = "Svaren visas bara för den som frågar, som kan dela dem."
CHANNEL_SAYS_DIGEST = "Veckobrevet kommer varje {day} klockan {hour}."
CHANNEL_SAYS_ASSIGNMENT = "Det tar upp ett valt uppdrag."
CHANNEL_SAYS_ASSIGNMENTS = "Det tar upp {count} valda uppdrag."
CHANNEL_SAYS_NO_DIGEST = "Veckobrevet kommer inte hit."
WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")

BUTTON_OUTDATED = "Knappen går inte att använda längre. Fråga igen eller öppna Hem, så får du nya knappar."
FORM_OUTDATED = "Formuläret är från en äldre version av Kansli. Öppna det på nytt."
TOO_SLOW = "Det tog för lång tid att öppna fönstret. Tryck en gång till."
ASK_DECIDED = "Vad har beslutats om {words}?"
ASK_ABOUT = "Vad står det i {words}?"
ASK_STATUS = "Vad är läget för {words}?"
COMMAND_UNKNOWN = "Jag känner inte till kommandot. Skriv `/kansli hjälp` så visar jag vad jag kan."
COMMAND_DECISION_EMPTY = "Skriv vad beslutet handlar om, till exempel: `/beslut hyrberoende`."
ASSIGNMENTS = "Uppdrag"
ASSIGNMENTS_MATCHING = "Uppdrag som stämmer med ”{words}”"
ASSIGNMENTS_NONE = "Jag hittar inget uppdrag som stämmer med ”{words}”."
ASSIGNMENTS_EMPTY = "Det finns inga uppdrag i registret än."
ASSIGNMENTS_MORE = "… och {count} till. Skriv några ord efter `/uppdrag` för att söka."
OWNER = "Ägare"
LEADER = "Ledare"
ADDRESSEES = "Riktas till"
TIMELINE = "Tidslinje"
TIMELINE_COLUMNS = ("Punkt", "Tid")
NEXT_DECISION_POINT = "Nästa beslutspunkt"
NOT_KNOWN = "framgår inte"
NOT_REPORTED = "ingen rapport än"
