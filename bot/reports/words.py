"""What a report to a board says by itself, in plain Swedish."""

STATUS_REPORT = "Lägesrapport till {body}, sammanträdet {day}"
FINAL_REPORT = "Slutrapport {year} till {body}"
AS_OF = (
    "Rapporten bygger på de dokument och lägesrapporter som fanns den {day}. Siffror inom hakparentes visar till "
    "källorna under varje uppdrag, där orden står som i dokumentet."
)
SINCE_LAST_MEETING = "Beslut och förändringar räknas från förra sammanträdet, den {day}."
SINCE_UNKNOWN = "Inget tidigare sammanträde framgår av de dokument som är inlästa, så beslut och förändringar räknas från den {day}."
DURING_YEAR = "Beslut och förändringar räknas från den {first} till den {last}."
NOT_IN_CALENDAR = "Sammanträdet den {day} står inte i någon sammanträdesplan som är inläst."
NOTHING = "Inget uppdrag som gäller {body} framgår av de dokument som är inlästa."

OVERVIEW = "Uppdragen i korthet"
OVERVIEW_COLUMNS = ("Uppdrag", "Läge", "Ägare", "Nästa beslutspunkt")
PURPOSE = "Syfte"
WORDING = "Syftet framgår inte. Uppdraget lyder:"
OWNER, LEADER = "Ägare:", "Ledare:"
HOLDER = "{title} ({person}, enligt befattningslistan)"
NOT_KNOWN = "framgår inte"
STATUS = "Läge"
STATUS_NOW = "Läget nu:"
STATUS_AT_END = "Läget vid årets slut:"
NOT_REPORTED = "Ingen lägesrapport är lämnad."
HISTORY = "Lägesrapporter, den senaste först"
HISTORY_COLUMNS = ("Datum", "Läge", "Kommentar", "Rapporterat av")
OLDER = "{count} äldre lägesrapporter är inte med."
COMMENTS = "I uppföljningar:"
POINTS = "Beslutspunkter"
PASSED, AHEAD = "Passerade beslutspunkter", "Kommande beslutspunkter"
PASSED_COLUMNS = ("Beslutspunkt", "När", "Läge efteråt", "Källa")
AHEAD_COLUMNS = ("Beslutspunkt", "När", "Källa")
NO_REPORT_AFTER = "ingen lägesrapport efteråt"
NO_POINTS = "Inga beslutspunkter framgår av dokumenten."
NO_NAME = "Ska redovisas eller vara klart"
DIRECTED_TO = "Riktat till:"
ONLY_DIRECTED = "riktat till {names}"
NO_DAY = "datum anges inte"
DEVIATIONS = "Avvikelser"
NO_DEVIATIONS = "Inga avvikelser är rapporterade."
DEVIATES = "Rapporterat som {state}"
OVERDUE = "{point} passerade den {day} utan lägesrapport efteråt"
ONLY_DRAFT = "{said} (utkast)"
DISAGREE = "Dokumenten säger olika om {what}: {versions}"
DECISIONS = "Beslut sedan förra sammanträdet"
DECISIONS_OF_YEAR = "Beslut under året"
DECISIONS_COLUMNS = ("Datum", "Beslutat av", "Beslut", "Källa")
NO_DECISIONS = "Inga beslut framgår av dokumenten."
HANDOVER = "Överlämning"
SOURCES = "Källor"
STATUSES_ARE_SOURCES = "Lägesrapporterna är lämnade i Kansli av dem som står i tabellen."
DRAFT = "utkast"

UNKNOWN_BODY = "Ingen nämnd, styrelse eller styrgrupp heter ”{name}” i de dokument som är inlästa."
NEAREST = "Menar du {names}?"
SEVERAL = "{name} finns i flera organisationer: {organisations}. Välj en med --organisation."
UNKNOWN_MEETING = (
    "{body} sammanträder inte den {day} enligt de dokument som är inlästa. Närmast är den {days}."
)
NO_BODIES = "Registret känner ingen nämnd eller styrelse. Läs in dokument med kansli index MAPP."
