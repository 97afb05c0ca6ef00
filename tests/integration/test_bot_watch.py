"""A folder is followed: what is new, changed and removed in it reaches the register."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.cli.console import Exit
from bot.cli.index import index_paths
from bot.cli.watch import keep_current, watch
from bot.settings import Settings, read_settings
from bot.wiring.register import open_statuses
from knowledge.errors import RegisterError

DIRECTIVE = "# Uppdragsdirektiv: {title}\n\n## Organisation\n\nUppdragsägare: {owner}\n"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return read_settings({"KANSLI_DATA_DIR": str(tmp_path / "data")}, tmp_path / "no.env")


def test_follows_what_is_new_changed_and_removed(settings: Settings, tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    first, second = folder / "first.md", folder / "second.md"
    first.write_text(DIRECTIVE.format(title="Digitalt arkiv", owner="Arkivchefen"))
    register = open_statuses(settings)
    held: list[dict[str, set[str]]] = []

    def note() -> None:
        documents = register.documents()
        held.append(
            {each.name: {fact.source.quote for fact in register.facts_of(each.id)} for each in documents}
        )

    def rounds() -> Iterator[set[str]]:
        yield set()
        note()
        second.write_text(DIRECTIVE.format(title="Nära vård", owner="Vårdchefen"))
        yield {"added"}
        note()
        second.write_text(DIRECTIVE.format(title="Nära vård", owner="Regiondirektören"))
        yield {"changed"}
        note()
        first.unlink()
        yield set()
        note()
        yield {"removed"}
        note()

    index = lambda: index_paths(settings, [folder], as_json=False, background=False)  # noqa: E731
    assert keep_current(index, rounds(), folder) is Exit.OK
    both = {"first.md", "second.md"}
    assert [set(each) for each in held] == [{"first.md"}, both, both, both, {"second.md"}]
    assert any("Vårdchefen" in quote for quote in held[1]["second.md"])
    assert any("Regiondirektören" in quote for quote in held[2]["second.md"])


def test_goes_on_after_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    tried: list[int] = []

    def index() -> Exit:
        tried.append(1)
        if len(tried) == 1:
            raise RegisterError("Databasen svarar inte.")
        return Exit.OK

    assert keep_current(index, ((), (), ("changed",)), Path("documents")) is Exit.OK
    assert len(tried) == 2
    assert "Databasen svarar inte. Försöker igen" in capsys.readouterr().err


def test_says_that_a_folder_is_missing(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert watch(settings, tmp_path / "nowhere", poll=False) is Exit.WRONG_USAGE
    assert "Mappen finns inte" in capsys.readouterr().err
