"""`kansli evaluate`: how well questions with known answers are answered, by kind."""

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path, PurePath

from bot.cli.console import Exit, result, tell
from bot.judging import KnownQuestion, Verdict, folded, judge
from bot.settings import Settings
from bot.wiring.answering import open_retrieval
from bot.wiring.register import open_register
from retrieval.answer import Answer
from retrieval.embedding import EmbeddingModel
from retrieval.question import Question

NAMES = {
    Verdict.RIGHT: "rätt",
    Verdict.INCOMPLETE: "ofullst.",
    Verdict.SILENT: "tyst",
    Verdict.UNCITED: "okällad",
    Verdict.WRONG: "fel",
}


def run(
    settings: Settings, file: Path, day: Callable[[Settings], date], *, details: bool, baseline: bool
) -> Exit:
    """Ask and judge every question of a file against the register's documents, the plain recipe's answers too."""
    asked = _questions(file, day(settings), settings.organisation)
    if asked is None:
        return Exit.WRONG_USAGE
    opened = open_register(settings)
    retrieval = open_retrieval(settings, opened)
    try:
        texts = {each.name: opened.register.text_of(each.version_id) for each in opened.register.documents()}
        folded_texts = {PurePath(name).stem: folded(text) for name, text in texts.items()}
        total = _judged(retrieval.answering.answer, asked, folded_texts, details=details)
        if baseline:
            _compare(retrieval.embedding, asked, texts, folded_texts)
    finally:
        retrieval.close()
    return Exit.FAILED if total[Verdict.WRONG] + total[Verdict.UNCITED] else Exit.OK


Asked = Sequence[tuple[KnownQuestion, Question]]


def _questions(file: Path, today: date, organisation: str) -> Asked | None:
    """Return the questions of a file; nothing, and say why, when it is none."""
    try:
        lines = [
            json.loads(line) for line in file.read_text(encoding="utf-8-sig").splitlines() if line.strip()
        ]
        return [
            (KnownQuestion.of(line), Question(line["question"], _day(line.get("today"), today), organisation))
            for line in lines
        ]
    except OSError:
        tell(f"Filen {file} går inte att läsa.")
    except (ValueError, KeyError, TypeError, AttributeError):
        tell(
            f"Filen {file} är ingen frågefil: varje rad ska vara JSON med question, kind, document och abstain."
        )
    return None


def _judged(
    answer: Callable[[Question], Answer], asked: Asked, texts: Mapping[str, str], *, details: bool
) -> Counter[Verdict]:
    """Ask every question, print a table by kind and return the totals; `texts` are folded, by file stem."""
    kinds: dict[str, Counter[Verdict]] = {}
    for known, question in asked:
        judgement = judge(known, answer(question), texts)
        kinds.setdefault(known.kind, Counter())[judgement.verdict] += 1
        if details and judgement.verdict is not Verdict.RIGHT:
            tell(f"{known.id} {NAMES[judgement.verdict]}: {known.question} – {judgement.reason}")
    total = sum(kinds.values(), Counter())
    for line in table(kinds, total):
        result(line)
    return total


def _compare(
    embedding: EmbeddingModel, asked: Asked, texts: Mapping[str, str], folded_texts: Mapping[str, str]
) -> None:
    """Print the same table for the plain recipe, which must read every document anew."""
    from retrieval.baseline import Baseline  # noqa: PLC0415 - imports Chroma and LangChain, which take a second

    tell("Läser in dokumenten för jämförelsen, det tar en stund …")
    plain = Baseline(embedding, texts)
    result("")
    result("Jämförelse: fasta stycken och närmaste vektor (LangChain och Chroma), samma frågor")
    _judged(plain.answer, asked, folded_texts, details=False)


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
