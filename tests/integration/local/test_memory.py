"""A workspace with a folder goes on where it was."""

from pathlib import Path

from slack_sdk import WebClient

from bot.local.person import Person
from bot.local.server import LocalWorkspace

ANNA = "U0ANNALIND1"


def test_a_restart_keeps_the_conversation(tmp_path: Path) -> None:
    with LocalWorkspace(folder=tmp_path) as first:
        assert not first.restored
        anna = Person(first, ANNA)
        client = WebClient(token=first.bot_token, base_url=first.api_url)
        ts = anna.say("#uppdrag", "kvar?")
        anna.react("#uppdrag", ts, "eyes")
        blocks = [{"type": "section", "text": {"type": "mrkdwn", "text": "*ja*"}}]
        client.chat_postMessage(channel="C0UPPDRAG01", thread_ts=ts, text="ja", blocks=blocks)
        client.chat_postEphemeral(channel="C0UPPDRAG01", user=ANNA, text="viskning")
        direct = anna.direct_channel
        anna.direct("hej")
        thread = anna.open_assistant()
        before = [m for m in anna.messages("#uppdrag") if not m.ephemeral_for]
    with LocalWorkspace(folder=tmp_path) as second:
        assert second.restored
        again = Person(second, ANNA)
        assert again.messages("#uppdrag") == before
        assert again.direct_channel == direct
        assert (thread.channel, thread.thread_ts) in second.workspace.assistant_threads
        assert again.say("#uppdrag", "nytt") > before[-1].ts
        assert second.workspace.unread(ANNA, "C0UPPDRAG01") == 0


def test_a_restart_keeps_files_until_they_are_removed(tmp_path: Path) -> None:
    with LocalWorkspace(folder=tmp_path) as first:
        files = [first.workspace.files.add(f"{name}.md", ANNA, name.encode()) for name in ("plan", "fel")]
        first.activity.say(ANNA, "#uppdrag", "två filer", files=[file.id for file in files])
    with LocalWorkspace(folder=tmp_path) as second:
        assert [second.workspace.files.get(file.id).content for file in files] == [b"plan", b"fel"]
        second.workspace.files.forget(files[1].id)
        Person(second, ANNA).say("#uppdrag", "fel fil är borta")
    with LocalWorkspace(folder=tmp_path) as third:
        assert third.workspace.files.get(files[0].id).content == b"plan"
        assert [place.name for place in (tmp_path / "workspace.files").iterdir()] == [files[0].id]


def test_it_is_saved_while_it_runs(tmp_path: Path) -> None:
    with LocalWorkspace(folder=tmp_path) as first:
        Person(first, ANNA).say("#uppdrag", "om strömmen går")
        file = tmp_path / "workspace.json"
        saved = lambda: (file.exists() and "om strömmen går" in file.read_text("utf-8")) or None  # noqa: E731
        assert first.workspace.changes.wait_until(saved, 3, poll=0.05)


def test_a_broken_file_is_an_empty_workspace(tmp_path: Path) -> None:
    (tmp_path / "workspace.json").write_text('{"version": 1, "conv')
    with LocalWorkspace(folder=tmp_path) as workspace:
        assert not workspace.restored
        Person(workspace, ANNA).say("#uppdrag", "hej")
