"""Claims about indicators whose values stand a line each below their name."""

import pytest

from knowledge.facts import IndicatorFact, ValueRole
from knowledge.parsing.indicators import read_indicators
from knowledge.reading.markdown import read_markdown

PLAN = """\
# Fyrplan

## Mål 1 – Ljus i mörkret

Indikator 1.1: Andel fyrar som lyser
- Startvärde 2024: 84 %
- Målvärde 2026: 88 %
- Målvärde 2027: fastställs i nästa plan

Nyckeltal: Släckta nätter
- Utfall 2025: 12
- Prognos 2026: 9

### Besök i fyrarna

**Nuläge:** 1 400 per år
**Mål 2027:** 1 600 per år
"""


def told(text: str) -> dict[str, list[tuple[ValueRole, str, str]]]:
    document = read_markdown(text)
    found = [fact for fact in read_indicators(document) if isinstance(fact, IndicatorFact)]
    assert all(document.text[fact.span.start : fact.span.end].startswith(fact.subject[:10]) for fact in found)
    return {fact.subject: [(each.role, each.period, each.value) for each in fact.values] for fact in found}


def test_values_on_lines_of_their_own_belong_to_the_name_above_them() -> None:
    assert told(PLAN) == {
        "Andel fyrar som lyser": [
            (ValueRole.BASELINE, "2024", "84 %"),
            (ValueRole.TARGET, "2026", "88 %"),
            (ValueRole.TARGET, "2027", "fastställs i nästa plan"),
        ],
        "Släckta nätter": [(ValueRole.ACTUAL, "2025", "12"), (ValueRole.FORECAST, "2026", "9")],
        "Besök i fyrarna": [
            (ValueRole.BASELINE, "", "1 400 per år"),
            (ValueRole.TARGET, "2027", "1 600 per år"),
        ],
    }


@pytest.mark.parametrize(
    "text",
    [
        "# Plan\n\nSläckta nätter\n- Utfall 2025: 12\n",  # one value is no list
        "# Plan\n\nMål: att fler fyrar lyser\n\nResultat: fler fyrar lyser nu än någonsin tidigare i vår långa och stolta historia.\n",
        "# Plan\n\nAnsvarig: Mia Ek\nTid: 2027\n",
    ],
)
def test_other_lines_with_colons_are_no_values(text: str) -> None:
    assert told(text) == {}
