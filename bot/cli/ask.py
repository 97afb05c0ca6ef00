"""`kansli ask`: one question, or a file of them."""

import json
import logging
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bot import texts
from bot.answer_json import answer_object
from bot.cli.console import Exit, result, result_json, tell
from bot.failures import new_reference
from bot.parts import Answers
from bot.settings import Settings
from bot.wiring.answering import open_retrieval
from bot.wiring.register import open_register
from retrieval.answer import Answer, Outcome
from retrieval.question import LONGEST_QUESTION, Question

_log = logging.getLogger(__name__)


def run(
    settings: Settings,
    question: str | None,
    file: Path | None,
    day: Callable[[Settings], date],
    *,
    as_json: bool,
) -> Exit:
    """Ask one question or a file of them."""
    if (question is None) == (file is None):
        tell('Ange en fråga eller --file: kansli ask "Vem äger uppdraget?"')
        return Exit.WRONG_USAGE
    if file is not None and not as_json:
        tell("Med --file skrivs svaren som JSON. Lägg till --json.")
        return Exit.WRONG_USAGE
    opened = open_register(settings)
    if not opened.register.counts().documents:
        tell("Inga dokument är inlästa än. Läs in dem med kansli index MAPP, eller prova kansli demo.")
    retrieval = open_retrieval(settings, opened)
    try:
        today = day(settings)
        if file is not None:
            return ask_file(retrieval.answering, file, today, settings.organisation)
        return ask(retrieval.answering, question or "", today, settings.organisation, as_json=as_json)
    finally:
        retrieval.close()


@dataclass(frozen=True)
class AskedLine:
    """A line of a question file: a question with its day, or what is wrong with the line."""

    text: str
    today: date
    problem: str = ""


def ask(answers: Answers, question: str, today: date, organisation: str, *, as_json: bool) -> Exit:
    """Print the answer to one question."""
    if problem := _problem(question):
        tell(problem)
        if as_json:
            result_json(answer_object(question, Answer(Outcome.FAILED, problem), 0))
        return Exit.WRONG_USAGE
    answer, elapsed = _answered(answers, Question(question, today, organisation))
    if as_json:
        result_json(answer_object(question, answer, elapsed))
    else:
        result(_page(answer))
    return Exit.FAILED if answer.outcome is Outcome.FAILED else Exit.OK


def ask_file(answers: Answers, file: Path, today: date, organisation: str) -> Exit:
    """Print one JSON object a line, in order, for each question of a JSON Lines file, also for one that fails."""
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        tell(f"Filen {file} går inte att läsa: {_reason(error)}.")
        return Exit.WRONG_USAGE
    failed = False
    for line in asked_lines(lines, today):
        problem = line.problem or _problem(line.text)
        if problem:
            answer, elapsed = Answer(Outcome.FAILED, problem), 0.0
        else:
            answer, elapsed = _answered(answers, Question(line.text, line.today, organisation))
        failed = failed or answer.outcome is Outcome.FAILED
        result_json(answer_object(line.text, answer, elapsed))
    return Exit.FAILED if failed else Exit.OK


def asked_lines(lines: list[str], today: date) -> Iterator[AskedLine]:
    """Read each line that is not blank; a line that is no question says so and does not stop the rest."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            given = json.loads(line)
        except ValueError:
            yield AskedLine("", today, f"Rad {number} är inte JSON.")
            continue
        yield _asked(given, number, today)


def _asked(given: Any, number: int, today: date) -> AskedLine:
    if not isinstance(given, dict) or not isinstance(given.get("question"), str):
        return AskedLine("", today, f"Rad {number} saknar fältet question.")
    day = given.get("today")
    if day is None:
        return AskedLine(given["question"], today)
    try:
        return AskedLine(given["question"], date.fromisoformat(day))
    except (TypeError, ValueError):
        return AskedLine(given["question"], today, f"Rad {number}: today ska vara ett datum, som 2026-11-23.")


def _problem(question: str) -> str:
    if not question.strip():
        return 'Frågan är tom. Skriv den inom citattecken: kansli ask "Vem äger uppdraget?"'
    if len(question) > LONGEST_QUESTION:
        return texts.TOO_LONG.format(length=len(question), longest=LONGEST_QUESTION)
    return ""


def _answered(answers: Answers, question: Question) -> tuple[Answer, float]:
    """Return the answer and the milliseconds it took; what breaks ends in an answer too."""
    began = time.perf_counter()
    try:
        answer = answers.answer(question)
    except Exception as error:  # noqa: BLE001 - the border: one failing question must not stop the others
        reference = new_reference()
        _log.error("felnummer %s: %s", reference, question.text, exc_info=error)
        answer = Answer(Outcome.FAILED, texts.FAILED.format(reference=reference))
    return answer, (time.perf_counter() - began) * 1_000


def _page(answer: Answer) -> str:
    """Return the answer as a person reads it in a terminal."""
    lines = [answer.text]
    lines += [f"  {texts.NOTE[note.kind]}: {note.text}" for note in answer.notes]
    if answer.choices:
        lines += [f"  – {choice.label}" for choice in answer.choices]
    if answer.citations:
        lines += ["", f"{texts.SOURCES}:"]
    for number, cited in enumerate(answer.places, 1):
        each = cited.main
        place = [each.title, each.section, texts.PAGE.format(page=each.page) if each.page else ""]
        place.append(each.date.isoformat() if each.date else "")
        lines.append(f"{number}. {', '.join(part for part in place if part)} ({each.document})")
        lines += [f"   ”{' '.join(quote.split())}”" for quote in cited.quotes]
    return "\n".join(lines)


def _reason(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "den finns inte"
    if isinstance(error, IsADirectoryError):
        return "det är en mapp"
    if isinstance(error, UnicodeDecodeError):
        return "den är inte text i UTF-8"
    return "behörighet saknas eller så är den trasig"
