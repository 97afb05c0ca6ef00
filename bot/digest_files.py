"""What goes with a digest: the picture of the timeline, and the dates as a calendar file; pure."""

from datetime import datetime

from bot.calendar_file import calendar_file
from bot.digest_words import digest_words
from bot.outgoing import Attachment
from bot.timeline_picture import alt_text, picture
from knowledge.digest import Week
from knowledge.timeline import Timeline


def digest_files(timeline: Timeline, week: Week, language: str, made: datetime) -> tuple[Attachment, ...]:
    """Return the files of a week, named after it; none when no point lies ahead."""
    if not timeline.rows:
        return ()
    words = digest_words(language)
    name = f"{words.file_name}-{week.year}-v{week.number:02}"
    return (
        Attachment(f"{name}.png", words.timeline, picture(timeline, words), alt_text(timeline, words)),
        Attachment(f"{name}.ics", words.calendar, calendar_file(timeline, words, made)),
    )
