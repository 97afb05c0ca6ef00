"""Keeps a workspace's conversations in a JSON file, so that a restart goes on where it was."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from bot.local.assistant_thread import AssistantThread, SuggestedPrompt
from bot.local.change import Change
from bot.local.conversation import Conversation, ConversationKind
from bot.local.files import File
from bot.local.message import Message, Reaction, StreamState
from bot.local.payload import Payload
from bot.local.workspace import Workspace

VERSION = 1


@dataclass
class Memory:
    """A file that follows a workspace, beside it a folder with the files; ephemeral messages and modals are not kept."""

    workspace: Workspace
    path: Path
    changed: bool = False

    def remember(self, _change: Change) -> None:
        """Note that there is something to save."""
        self.changed = True

    def save(self) -> None:
        """Write the file when something has changed, whole or not at all."""
        if not self.changed:
            return
        with self.workspace.changes.lock:
            text = json.dumps(_kept(self.workspace), ensure_ascii=False)
            self.changed = False
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self._save_files()
        unfinished = self.path.with_suffix(".new")
        unfinished.write_text(text, encoding="utf-8")
        unfinished.replace(self.path)

    def restore(self) -> bool:
        """Fill the workspace from the file; returns False when there is none that can be read."""
        try:
            kept = json.loads(self.path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return False
        if not isinstance(kept, dict) or kept.get("version") != VERSION:
            return False
        with self.workspace.changes.lock:
            _fill(self.workspace, kept)
            self._restore_files(kept.get("files", []))
        return True

    @property
    def _files(self) -> Path:
        return self.path.with_suffix(".files")

    def _save_files(self) -> None:
        """Write each shared file once, since what a file holds never changes, and drop those that were removed."""
        self._files.mkdir(exist_ok=True)
        shared = {file.id: file.content or b"" for file in _shared(self.workspace)}
        written = {place.name for place in self._files.iterdir()}
        for name in written - shared.keys():
            (self._files / name).unlink()
        for name in shared.keys() - written:
            (self._files / name).write_bytes(shared[name])

    def _restore_files(self, kept: list[Payload]) -> None:
        for entry in kept:
            place = self._files / str(entry["id"])
            if place.is_file():
                file = File(**entry, content=place.read_bytes())
                self.workspace.files.known[file.id] = file


def _kept(workspace: Workspace) -> Payload:
    messages = [
        _encoded(message)
        for channel in workspace.messages.values()
        for message in channel.values()
        if not message.ephemeral_for
    ]
    return {
        "version": VERSION,
        "conversations": [_encoded(one) for one in workspace.conversations.values()],
        "messages": messages,
        "last_read": [[*key, ts] for key, ts in workspace.last_read.items()],
        "assistant_threads": [asdict(one) for one in workspace.assistant_threads.values()],
        "last_ts": workspace.timestamps.last,
        "files": [
            {field.name: getattr(file, field.name) for field in fields(File) if field.name != "content"}
            for file in _shared(workspace)
        ],
    }


def _shared(workspace: Workspace) -> list[File]:
    return [file for file in workspace.files.known.values() if file.shared]


def _fill(workspace: Workspace, kept: Payload) -> None:
    people = set(workspace.users)
    for entry in kept["conversations"]:
        conversation = Conversation(
            **{**entry, "kind": ConversationKind(entry["kind"]), "members": tuple(entry["members"])}
        )
        if conversation.is_direct and not set(conversation.members) <= people:
            continue
        _replace_conversation(workspace, conversation)
    for entry in kept["messages"]:
        message = _decoded_message(entry)
        workspace.messages.setdefault(message.channel, {})[message.ts] = message
    workspace.last_read.update({(user, channel): ts for user, channel, ts in kept["last_read"]})
    for entry in kept["assistant_threads"]:
        prompts = tuple(SuggestedPrompt(**one) for one in entry["prompts"])
        thread = AssistantThread(**{**entry, "prompts": prompts})
        workspace.assistant_threads[thread.channel, thread.thread_ts] = thread
    workspace.timestamps.last = max(workspace.timestamps.last, kept["last_ts"])


def _replace_conversation(workspace: Workspace, kept: Conversation) -> None:
    """Put a kept conversation in place of the fresh one it is the same as; newcomers stay members."""
    for fresh in list(workspace.conversations.values()):
        if fresh.is_direct and kept.is_direct and set(fresh.members) == set(kept.members):
            del workspace.conversations[fresh.id]
        elif fresh.id == kept.id:
            members = tuple(dict.fromkeys((*kept.members, *fresh.members)))
            kept = replace(kept, members=members)
    workspace.conversations[kept.id] = kept


def _encoded(value: Message | Conversation) -> Payload:
    encoded = asdict(value)
    return {key: getattr(one, "value", one) for key, one in encoded.items()}


def _decoded_message(entry: Mapping[str, Any]) -> Message:
    known = {field.name for field in fields(Message)}
    values: Payload = {
        key: tuple(one) if isinstance(one, list) else one for key, one in entry.items() if key in known
    }
    values["reactions"] = tuple(Reaction(one["name"], tuple(one["users"])) for one in entry["reactions"])
    # A stream that was broken off by the restart will never grow again.
    streamed = StreamState(entry["stream"]) is not StreamState.NONE
    values["stream"] = StreamState.COMPLETED if streamed else StreamState.NONE
    return Message(**values)
