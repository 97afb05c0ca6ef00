"""The command line, in processes of its own: what it prints where, and how it ends."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples" / "region-sjoland"
QUESTION = "Vem leder uppdraget Minska hyrberoendet?"


def kansli(data_dir: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    given = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("KANSLI_", "SLACK_", "OPENAI_"))
    }
    return subprocess.run(
        [sys.executable, "-m", "bot", *words],
        env={**given, "KANSLI_DATA_DIR": str(data_dir), "PYTHONPATH": str(ROOT), **environment},
        cwd=data_dir.parent,
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with one directive in it, its vectors too."""
    folder = tmp_path_factory.mktemp("cli") / "data"
    done = kansli(folder, "index", str(SAMPLES / "uppdragsdirektiv-minska-hyrberoendet.md"))
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("1 dokument (1 nya")
    return folder


def test_ask_prints_one_object_with_everything_that_was_promised(data_dir: Path) -> None:
    done = kansli(data_dir, "ask", QUESTION, "--today", "2026-11-23", "--json")
    assert done.returncode == 0, done.stderr
    (line,) = done.stdout.splitlines()
    given = json.loads(line)
    assert set(given) == {
        "question",
        "answer",
        "outcome",
        "abstained",
        "intent",
        "language",
        "notes",
        "citations",
        "elapsed_ms",
    }
    assert "Linnea Forsberg" in given["answer"]
    assert given["abstained"] is False
    (citation, *_) = given["citations"]
    assert set(citation) == {"document", "title", "date", "url", "quote", "start", "end", "page", "section"}
    text = (SAMPLES / "uppdragsdirektiv-minska-hyrberoendet.md").read_text(encoding="utf-8")
    assert text[citation["start"] : citation["end"]] == citation["quote"]
    assert citation["document"] == "uppdragsdirektiv-minska-hyrberoendet.md"


def test_a_file_gives_one_object_a_line_also_for_lines_that_fail(data_dir: Path, tmp_path: Path) -> None:
    file = tmp_path / "questions.jsonl"
    lines = [
        json.dumps({"question": QUESTION, "today": "2026-11-23"}),
        "inte json",
        json.dumps({"question": ""}),
        json.dumps({"question": "x" * 10_000}),
        json.dumps({"question": QUESTION, "today": "imorgon"}),
        json.dumps(["question"]),
        "",
        json.dumps({"question": "Vem äger månen?"}),
    ]
    file.write_text("\n".join(lines), encoding="utf-8")
    done = kansli(data_dir, "ask", "--file", str(file), "--json")
    given = [json.loads(line) for line in done.stdout.splitlines()]
    assert [each["outcome"] for each in given] == [
        "answered",
        "failed",
        "failed",
        "failed",
        "failed",
        "failed",
        "not_found",
    ]
    assert all(each["abstained"] for each in given[1:])
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


def test_a_status_is_saved_once_and_listed(data_dir: Path) -> None:
    for told in ("Sparat: ", "Redan sparat med nyckeln k1: "):
        done = kansli(
            data_dir, "status", "add", "Minska hyrberoendet är gul, två veckor sen", "--author", "Anna",
            "--key", "k1", "--yes",
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        assert done.stdout.startswith(told)
    listed = json.loads(kansli(data_dir, "status", "list", "--json").stdout)
    (row,) = [each for each in listed if each["author"] == "Anna"]
    assert set(row) >= {"id", "assignment", "state", "text", "author", "at", "original"}
    assert (row["assignment"], row["state"]) == ("Minska hyrberoendet", "yellow")


def test_a_status_is_not_saved_without_a_yes_or_an_assignment(data_dir: Path) -> None:
    before = kansli(data_dir, "status", "list", "--json").stdout
    assert kansli(data_dir, "status", "add", "Minska hyrberoendet är röd").returncode == 1
    assert kansli(data_dir, "status", "add", "Bygg en rymdhiss är röd", "--yes").returncode == 1
    assert kansli(data_dir, "status", "add", " ", "--yes").returncode == 2
    assert kansli(data_dir, "status", "list", "--json").stdout == before


def test_a_digest_is_shown_as_promised(data_dir: Path) -> None:
    done = kansli(data_dir, "digest", "--channel", "#uppdrag", "--today", "2026-11-23", "--dry-run", "--json")
    given = json.loads(done.stdout)
    assert set(given) == {"channel", "period", "sections", "text"}
    assert all(set(section) == {"kind", "items"} for section in given["sections"])
    assert "BP2" in given["text"]


def test_a_digest_is_not_posted_without_a_token(data_dir: Path) -> None:
    done = kansli(data_dir, "digest", "--channel", "#uppdrag")
    assert done.returncode == 2
    assert "SLACK_BOT_TOKEN" in done.stderr


def test_evaluate_prints_a_table_and_fails_on_a_wrong_answer(data_dir: Path, tmp_path: Path) -> None:
    known = {
        "id": "1",
        "question": QUESTION,
        "kind": "owner",
        "today": "2026-11-23",
        "document": "uppdragsdirektiv-minska-hyrberoendet.md",
        "quote": "Uppdragsledare: Linnea Forsberg",
        "abstain": False,
        "expect": {"all": ["Linnea Forsberg"], "any": [], "none": []},
    }
    file = tmp_path / "known.jsonl"
    file.write_text(json.dumps(known), encoding="utf-8")
    done = kansli(data_dir, "evaluate", str(file))
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1].split() == ["totalt", "1", "0", "0", "0", "0", "1"]
    wrong = known | {"expect": {"all": [], "any": [], "none": ["Linnea"]}}
    file.write_text(json.dumps(wrong), encoding="utf-8")
    done = kansli(data_dir, "evaluate", str(file), "--list", "--baseline")
    assert done.returncode == 1, "judged by the answers, not by the recipe that they are compared with"
    assert [line.split()[-1] for line in done.stdout.splitlines() if line.startswith("totalt")] == ["1", "1"]


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("ask", ""), 2, "Frågan är tom"),
        (("ask", "x" * 10_000), 2, "för lång"),
        (("ask",), 2, "Ange en fråga"),
        (("ask", "hej", "--today", "imorgon"), 2, "--today"),
        (("ask", "--file", "finns-inte.jsonl", "--json"), 2, "finns inte"),
        (("index", "finns-inte"), 2, "finns inte"),
        (("index",), 2, "PATHS"),
        (("evaluate", "finns-inte.jsonl"), 2, "går inte att läsa"),
        (("serve",), 2, "SLACK_BOT_TOKEN"),
        (("show", "rymdhissen"), 1, "Inget uppdrag"),
        (("correct", "999999", "--confirm"), 1, "ingen uppgift med nummer"),
        (("correct", "1"), 2, "Skriv ett av"),
        (("correct", "1", "--confirm", "--to", "x"), 2, "Skriv ett av"),
        (("trolla",), 2, "känns inte igen"),
        (("ask", "--trolla"), 2, "--trolla"),
        (("demo", "--port", "hej"), 2, "skriv ett heltal från 0 till 65535"),
        (("demo", "--port", "70000"), 2, "skriv ett heltal från 0 till 65535"),
    ],
)
def test_wrong_usage_is_told_in_swedish(data_dir: Path, words: tuple[str, ...], code: int, told: str) -> None:
    done = kansli(data_dir, *words)
    assert done.returncode == code, done.stderr
    assert told in done.stderr
    assert not done.stdout
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("words", [(), ("status",), ("--help",), ("demo", "--help"), ("index", "--help")])
def test_help_is_wholly_in_swedish(data_dir: Path, words: tuple[str, ...]) -> None:
    done = kansli(data_dir, *words)
    assert done.returncode == 0
    assert done.stdout.startswith("Användning: kansli")
    assert "Visa den här hjälpen." in done.stdout
    english = ("Usage", "Options", "Commands", "Arguments", "Show", "default", "required", "<str>")
    assert not [word for word in english if word in done.stdout]
    assert not done.stderr


def test_a_damaged_document_is_told_in_swedish_and_nothing_else(data_dir: Path, tmp_path: Path) -> None:
    damaged = tmp_path / "skadad.pdf"
    damaged.write_bytes(b"%PDF-1.4 avbruten")
    done = kansli(tmp_path / "other", "index", str(damaged))
    assert done.stderr.splitlines()[0] == "skadad.pdf: PDF-filen är skadad och gick inte att läsa."


def test_settings_that_are_wrong_are_told_without_a_traceback(data_dir: Path) -> None:
    done = kansli(data_dir, "status", "list", SLACK_API_URL="slack", KANSLI_TIMEZONE="Sverige")
    assert done.returncode == 2
    assert "SLACK_API_URL" in done.stderr
    assert "KANSLI_TIMEZONE" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("name", ["Minska hyrberoendet", "uppdragsdirektiv-minska-hyrberoendet.md"])
def test_show_prints_plain_swedish_with_sources(data_dir: Path, name: str) -> None:
    shown = kansli(data_dir, "show", name).stdout
    assert "\nRoller\n" in shown
    place = "" if name.endswith(".md") else ": uppdragsdirektiv-minska-hyrberoendet.md"
    source = rf"Uppdragsledare: Linnea Forsberg \[\d+\]\n +Källa{place}: ”"
    assert re.search(source, shown)
    assert "\nBeslutspunkter och milstolpar\n" in shown
    english = (
        "assignment:",
        "decision_point",
        "is_milestone",
        "True",
        "label:",
        "directive",
        "owner",
        "green",
    )
    assert not [word for word in english if word in shown]


def test_a_corrected_fact_is_shown_as_such_in_the_register_and_in_answers(data_dir: Path) -> None:
    name = "uppdragsdirektiv-minska-hyrberoendet.md"
    (line,) = [
        each for each in kansli(data_dir, "show", name).stdout.splitlines() if " Uppdragsägare: " in each
    ]
    number = line.rpartition("[")[2].rstrip("]")
    without_reason = kansli(data_dir, "correct", number, "--to", "Personaldirektören")
    assert (without_reason.returncode, "skäl" in without_reason.stderr) == (1, True)
    said = ("--to", "Personaldirektören", "--reason", "ny delegation", "--author", "Maja Ek")
    done = kansli(data_dir, "correct", number, *said)
    named, told = done.stdout.splitlines()
    assert named.startswith("Minska hyrberoendet – Uppdragsägare: "), done.stderr
    assert told == "  Rättad till: Personaldirektören (Maja Ek). Källans ord står kvar."
    assert "Rättad uppgift: Källans uppgift är rättad av Maja Ek" in kansli(data_dir, "show", name).stdout
    asked = kansli(data_dir, "ask", "Vem äger Minska hyrberoendet?", "--json")
    (note,) = [each for each in json.loads(asked.stdout)["notes"] if each["kind"] == "corrected"]
    assert "Personaldirektören" in note["text"]
    (fact,) = [
        fact
        for fact in map(json.loads, kansli(data_dir, "facts", "--json").stdout.splitlines())
        if str(fact["id"]) == number
    ]
    assert (fact["correction"]["author"], fact["correction"]["reason"]) == ("Maja Ek", "ny delegation")


def test_a_document_whose_file_is_gone_is_shown_as_withdrawn(tmp_path: Path) -> None:
    folder = tmp_path / "handlingar"
    folder.mkdir()
    for name in ("protokoll.txt", "plan.txt"):
        (folder / name).write_text(f"# {name}\n\nNågra rader om cyklar.\n", encoding="utf-8")
    data = tmp_path / "data"
    assert kansli(data, "index", str(folder)).returncode == 0
    (folder / "plan.txt").unlink()
    assert kansli(data, "index", str(folder)).returncode == 0
    shown = kansli(data, "show", "plan.txt")
    assert shown.returncode == 0
    assert "Filen är borttagen ur mappen" in shown.stderr
    assert "går ändå att fråga om" not in shown.stderr


def test_a_line_of_the_settings_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("KANSLI_MODEL=x\nSLACK_BOT_TOKEN xoxb-hemlig\n", encoding="utf-8")
    done = kansli(tmp_path / "data", "status", "list")
    assert done.returncode == 2
    assert ".env, rad 2:" in done.stderr
    assert "hemlig" not in done.stderr
    assert "dotenv" not in done.stderr


def test_a_data_folder_that_cannot_be_made_is_told_without_naming_a_log(tmp_path: Path) -> None:
    file = tmp_path / "fil"
    file.write_text("")
    done = kansli(tmp_path, "status", "list", KANSLI_DATA_DIR=str(file / "data"))
    assert done.returncode == 2
    assert "KANSLI_DATA_DIR" in done.stderr
    assert "kansli.log" not in done.stderr
    assert "Traceback" not in done.stderr


def test_a_database_server_that_is_away_is_told_with_what_to_check(tmp_path: Path) -> None:
    away = "postgresql://kansli:hemlig@127.0.0.1:1/kansli"
    done = kansli(tmp_path / "data", "status", "list", KANSLI_DATABASE_URL=away)
    assert done.returncode == 1
    assert "PostgreSQL är igång" in done.stderr
    assert "OperationalError" not in done.stderr
    assert "hemlig" not in done.stderr


def test_a_demo_that_is_not_running_is_told_when_its_digest_is_to_be_posted(tmp_path: Path) -> None:
    done = kansli(tmp_path / "demo", "status", "list")
    assert done.returncode == 0, done.stderr
    done = kansli(tmp_path, "digest", "--channel", "#uppdrag", KANSLI_DATA_DIR=str(tmp_path))
    assert done.returncode == 2
    assert "make run" in done.stderr
    assert "SLACK_BOT_TOKEN" not in done.stderr


def test_nothing_readable_fails_and_changes_nothing(data_dir: Path, tmp_path: Path) -> None:
    (tmp_path / "tom.md").touch()
    (tmp_path / "bild.png").write_bytes(b"\x89PNG")
    done = kansli(data_dir, "index", str(tmp_path))
    assert done.returncode == 1
    assert "tom.md" in done.stderr
    assert "Linnea" in kansli(data_dir, "ask", QUESTION).stdout


def test_the_manifest_is_json_with_the_least_scopes(data_dir: Path) -> None:
    given = json.loads(kansli(data_dir, "manifest").stdout)
    assert "chat:write" in given["oauth_config"]["scopes"]["bot"]
    assert given["settings"]["socket_mode_enabled"] is True
    hosted = json.loads(
        kansli(data_dir, "manifest", "--request-url", "https://x.example/slack/events").stdout
    )
    assert hosted["settings"]["socket_mode_enabled"] is False


def test_a_broken_database_is_told_without_a_traceback(data_dir: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"ingen databas" * 100)
    done = kansli(data_dir, "status", "list", KANSLI_DATABASE_URL=f"sqlite:///{broken}")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
