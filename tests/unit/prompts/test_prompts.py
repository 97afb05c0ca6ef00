"""Prompts are documents: found by name, filled by name, traceable by hash."""

from pathlib import Path

import pytest

import prompts
from prompts import Prompt, UnfilledPromptError, UnknownPromptError, prompt

NAMES = sorted(file.stem for file in Path(prompts.__file__).parent.glob("*.md"))


def test_there_are_prompts() -> None:
    assert "answer_from_passages" in NAMES


@pytest.mark.parametrize("name", NAMES)
def test_every_prompt_can_be_filled_and_leaves_no_brace(name: str) -> None:
    found = prompt(name)
    filled = found.filled(**dict.fromkeys(found.placeholders, "ord"))
    assert "{" not in filled
    assert found.text


def test_the_hash_changes_with_the_words() -> None:
    found = prompt("answer_from_passages")
    assert len(found.content_hash) == 12
    assert found == prompt("answer_from_passages")


def test_words_with_braces_are_put_in_as_they_are() -> None:
    assert Prompt("Fråga: {question}", "x", "").filled(question="{today} {0}") == "Fråga: {today} {0}"


@pytest.mark.parametrize("words", [{}, {"question": "a", "other": "b"}])
def test_a_placeholder_without_words_is_refused(words: dict[str, str]) -> None:
    with pytest.raises(UnfilledPromptError):
        Prompt("Fråga: {question}", "x", "").filled(**words)


@pytest.mark.parametrize("name", ["missing", "../README", "", "answer_from_passages.md"])
def test_an_unknown_prompt_is_an_error(name: str) -> None:
    with pytest.raises(UnknownPromptError):
        prompt(name)
