"""`kansli evaluate`: how well questions with known answers are answered, by kind."""

import json
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path, PurePath

from bot.cli.console import Exit, result, tell
from bot.judging import KnownQuestion, Verdict, folded, judge
from bot.parts import Answers
from bot.settings import Settings
from bot.wiring.answering import open_retrieval
from bot.wiring.register import open_register
from retrieval.question import Question

NAMES = {
    Verdict.RIGHT: "rätt",
    Verdict.INCOMPLETE: "ofullst.",
    Verdict.SILENT: "tyst",
    Verdict.UNCITED: "okällad",
    Verdict.WRONG: "fel",
}


def run(settings: Settings, file: Path, day: Callable[[Settings], date], *, details: bool) -> Exit:
    """Ask and judge every question of a file against the register's documents."""
    opened = open_register(settings)
    retrieval = open_retrieval(settings, opened)

    def documents() -> Mapping[str, str]:
        return {
            PurePath(each.name).stem: folded(opened.register.text_of(each.version_id))
            for each in opened.register.documents()
        }

    try:
        return evaluate(
            retrieval.answering, file, documents, day(settings), settings.organisation, details=details
        )
    finally:
        retrieval.close()


def evaluate(
    answers: Answers,
    file: Path,
    documents: Callable[[], Mapping[str, str]],
    today: date,
    organisation: str,
    *,
    details: bool,
) -> Exit:
    """Ask every question of the file, print a table by kind; fails when an answer is wrong or uncited."""
    try:
        lines = [
            json.loads(line) for line in file.read_text(encoding="utf-8-sig").splitlines() if line.strip()
        ]
        asked = [(KnownQuestion.of(line), _day(line.get("today"), today)) for line in lines]
    except OSError:
        tell(f"Filen {file} går inte att läsa.")
        return Exit.WRONG_USAGE
    except (ValueError, KeyError, TypeError, AttributeError):
        tell(
            f"Filen {file} är ingen frågefil: varje rad ska vara JSON med question, kind, document och abstain."
        )
        return Exit.WRONG_USAGE
    texts = documents()
    kinds: dict[str, Counter[Verdict]] = {}
    for known, day in asked:
        judgement = judge(known, answers.answer(Question(known.question, day, organisation)), texts)
        kinds.setdefault(known.kind, Counter())[judgement.verdict] += 1
        if details and judgement.verdict is not Verdict.RIGHT:
            tell(f"{known.id} {NAMES[judgement.verdict]}: {known.question} – {judgement.reason}")
    total = sum(kinds.values(), Counter())
    for line in table(kinds, total):
        result(line)
    return Exit.FAILED if total[Verdict.WRONG] + total[Verdict.UNCITED] else Exit.OK


def table(kinds: Mapping[str, Counter[Verdict]], total: Counter[Verdict]) -> list[str]:
    """Return the lines of the table, kinds in order and the total last."""
    head = f"{'slag':16}" + "".join(f"{NAMES[verdict]:>10}" for verdict in Verdict) + f"{'frågor':>10}"
    rows = [(kind, kinds[kind]) for kind in sorted(kinds)] + [("totalt", total)]
    return [
        head,
        *(
            f"{kind:16}" + "".join(f"{counts[verdict]:>10}" for verdict in Verdict) + f"{counts.total():>10}"
            for kind, counts in rows
        ),
    ]


def _day(given: str | None, today: date) -> date:
    return date.fromisoformat(given) if given else today
