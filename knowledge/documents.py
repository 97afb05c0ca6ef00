"""DocumentProfile: what a document says of itself; the value that recognition hands to the grammars."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class DocumentKind(StrEnum):
    """Which grammar reads the document."""

    DIRECTIVE = "directive"  # uppdragsdirektiv, government assignment
    BOARD_PLAN = "board_plan"  # nämndplan, styrelseplan, verksamhetsplan
    MINUTES = "minutes"  # protokoll, protokollsutdrag, mötesanteckning
    MEETING_SUMMARY = "meeting_summary"  # sammanfattning från ett sammanträde
    AGENDA = "agenda"  # kallelse, föredragningslista: proposals, never decisions
    FOLLOW_UP = "follow_up"  # delårsrapport, uppföljning, revisionsrapport
    CALENDAR = "calendar"  # sammanträdesplan
    OTHER = "other"  # answered from passages only


@dataclass(frozen=True, slots=True)
class DocumentProfile:
    """What is known of a document as a whole, from its own words.

    `title` is never empty (the file's stem at worst). `board` is the board that acts in it, `case_number` as
    written, `year` the year it is about (a plan's year, else its date's), `is_draft` when it says so, lacks its
    signature or has a version below 1.0.
    """

    title: str
    kind: DocumentKind
    organisation: str = ""
    board: str = ""
    date: dt.date | None = None
    year: int | None = None
    case_number: str = ""
    version: str = ""
    is_draft: bool = False
    draft_reason: str = ""
    language: str = "sv"
