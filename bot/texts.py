"""Every fixed sentence that staff read, in plain Swedish."""

from knowledge.digest import DigestKind
from knowledge.entries import State
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
    NoteKind.INCOMPLETE: "Ofullständigt",
}

FEEDBACK_GOOD = "Bra svar"
FEEDBACK_BAD = "Fel eller dåligt svar"
FEEDBACK_THANKS = "Tack! Din synpunkt är sparad."
FEEDBACK_TITLE = "Vad är fel?"
FEEDBACK_QUESTION = "Vad är fel i svaret?"
FEEDBACK_HINT = "Skriv till exempel vad som är fel, vad som saknas eller vilken källa som är den rätta."
FEEDBACK_SEND = "Skicka"

YOU_ASKED = "Du frågade: {question}"
EMPTY_QUESTION = "Skriv en fråga efter mitt namn."
TOO_LONG = "Frågan är för lång ({length} tecken). Skriv den med högst {longest} tecken."
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
STATUS_ORIGINAL = "Du skrev"
STATUS_SAVE = "Spara"
STATUS_CHANGE = "Ändra"
STATUS_CANCEL = "Avbryt"
STATUS_UNKNOWN_ASSIGNMENT = "Jag hittar inget uppdrag som stämmer. Välj uppdrag med knappen Ändra."
STATUS_WHICH = "Flera uppdrag stämmer. Vilket menar du?"
STATUS_UNKNOWN_STATE = "Jag ser inget läge (grön, gul, röd eller klar). Välj läge med knappen Ändra."
STATUS_NOT_UNDERSTOOD = (
    "Jag förstår inte lägesrapporten. Skriv uppdragets namn och läget, "
    "till exempel: status: {example} är gul, avtalet klart den 15 mars"
)
STATUS_SAVED = "Sparat: {assignment} är {state}."
STATUS_SAVED_BEFORE = "Redan sparat med nyckeln {key}: {assignment}. Inget nytt är skrivet."
STATUS_SAVED_BY = "Sparat av {author} {at}."
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
WELCOME_COMMANDS = "Kommandon: `/uppdrag`, `/beslut`, `/status` och `/kansli hjälp`."
WELCOME_STATUS_EXAMPLE = "status: {assignment} är gul, två veckor sen"
WELCOME_NOTHING_READ = (
    "Jag har inte läst några dokument än. Den som sköter mig läser in dem med kansli index."
)
ASK_THIS = "Fråga"

GREETING = "Hej! Vad vill du veta om uppdrag, beslutspunkter eller beslut?"
PROMPTS_TITLE = "Till exempel:"

HOME_TITLE = "Kansli"
HOME_ANSWERED_IN_MESSAGES = "Svaret kommer på fliken Meddelanden."
HOME_AHEAD = "Beslutspunkter de närmaste 60 dagarna"
HOME_NOTHING_AHEAD = "Inga beslutspunkter är daterade till de närmaste 60 dagarna."
HOME_STATUSES = "Senaste lägesrapporter"
HOME_NO_STATUSES = "Ingen har rapporterat läget för något uppdrag än."
HOME_REPORT = "Rapportera läget"
HOME_SAVED = "Uppdragets läge är sparat."

DIGEST_ON = "Veckobrevet kommer hit varje måndag klockan 8. Stäng av det med `/kansli veckobrev av`."
DIGEST_OFF = "Veckobrevet kommer inte hit längre. Slå på det med `/kansli veckobrev på`."
DIGEST_TITLE = "Veckobrev, vecka {week}"
DIGEST_SECTION = {
    DigestKind.OVERDUE: "Passerade beslutspunkter utan rapport",
    DigestKind.AHEAD: "Beslutspunkter de närmaste fyra veckorna",
    DigestKind.STATUS: "Nya lägesrapporter",
    DigestKind.SILENT: "Uppdrag utan lägesrapport på mer än 30 dagar",
    DigestKind.DECISIONS: "Nya beslut",
    DigestKind.DOCUMENTS: "Nya dokument",
    DigestKind.CONFLICTS: "Källor som är oense",
}
DIGEST_MORE = "… och {count} till. {how}"
DIGEST_ALL = {
    DigestKind.OVERDUE: "Sök uppdraget med `/uppdrag` och några ord ur dess namn.",
    DigestKind.AHEAD: "Alla står under Hem hos mig.",
    DigestKind.STATUS: "De senaste står under Hem hos mig.",
    DigestKind.SILENT: "Alla uppdrag finns med `/uppdrag`.",
    DigestKind.DECISIONS: "Sök besluten med `/beslut` och några ord om saken.",
    DigestKind.DOCUMENTS: "Fråga mig om det du söker, så visar jag dokumentet det står i.",
    DigestKind.CONFLICTS: "Fråga mig om saken, så visar jag båda källorna.",
}
DIGEST_ALL_AT_THE_TERMINAL = "Visa alla med kansli digest --json."
DIGEST_CONTINUED = "(fortsättning)"
DIGEST_EMPTY = "Inget nytt sedan förra veckan, och inga beslutspunkter de närmaste fyra veckorna."
DIGEST_LATE = "Veckobrevet är försenat: det skulle ha kommit {due}."

TOO_SLOW = "Det tog för lång tid att öppna fönstret. Tryck en gång till."
ASK_DECIDED = "Vad har beslutats om {words}?"
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
NEXT_DECISION_POINT = "Nästa beslutspunkt"
NOT_KNOWN = "framgår inte"
NOT_REPORTED = "ingen rapport än"
