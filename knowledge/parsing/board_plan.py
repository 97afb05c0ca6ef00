"""Board plans: goals, objectives and indicators, assignments and their addressees, budget frames, focus areas."""

from knowledge.blocks import ReadDocument
from knowledge.documents import DocumentProfile
from knowledge.facts import Fact
from knowledge.parsing.budget import read_amounts
from knowledge.parsing.directed_assignments import directed_assignments, prose_assignments
from knowledge.parsing.figure_tables import figure_rows
from knowledge.parsing.goals import read_goals
from knowledge.parsing.government_assignment import calendar_of
from knowledge.parsing.indicators import read_indicators
from knowledge.parsing.listed_assignments import listed_assignments
from knowledge.parsing.schedule import read_schedule
from knowledge.parsing.tables import tables_of


def read_board_plan(document: ReadDocument, profile: DocumentProfile) -> tuple[Fact, ...]:
    """Return the facts of a plan for a board, a programme or a whole organisation."""
    year = profile.year
    facts: list[Fact] = [*read_goals(document), *read_indicators(document)]
    facts.extend(directed_assignments(document, year))
    calendar = calendar_of(profile, document)
    facts.extend(prose_assignments(document, year, calendar))
    facts.extend(listed_assignments(document, year, calendar, tuple(facts)))
    facts.extend(read_amounts(document))
    for table in tables_of(document.blocks):
        facts.extend(figure_rows(table))
        facts.extend(read_schedule(table, profile.title, year))
    return tuple(dict.fromkeys(facts))
