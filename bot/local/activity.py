"""What people do in the workspace: write, click, fill in forms, use commands and shortcuts."""

import uuid
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from typing import TypeVar

from bot.local import interactions
from bot.local.assistant_thread import AssistantThread
from bot.local.change import ChangeKind
from bot.local.delivery import Delivery, EnvelopeKind
from bot.local.errors import SlackError
from bot.local.installation import SlashCommand
from bot.local.message import Message, find_element
from bot.local.payload import Payload
from bot.local.response_urls import Origin, ResponseUrls
from bot.local.submission import Submitted, faults_of, submission_of
from bot.local.typed_text import encode, escaped_command
from bot.local.view import VALUE_FIELDS, View
from bot.local.workspace import Workspace

Outcome = TypeVar("Outcome")


@dataclass
class Activity:
    """Does what a person does; what reaches the app returns a future with the app's answer."""

    workspace: Workspace
    delivery: Delivery
    response_urls: ResponseUrls
    commands: Sequence[SlashCommand] = ()

    def say(
        self, user: str, channel: str, typed: str, thread_ts: str = "", files: Sequence[str] = ()
    ) -> Message:
        """Post what a person typed, with the files they uploaded.

        Raises SlackError `not_in_channel`, `no_text` or `file_not_found`.
        """
        conversation = self.workspace.conversation(channel)
        if user not in conversation.members:
            raise SlackError("not_in_channel")
        if not typed.strip() and not files:
            raise SlackError("no_text")
        workspace = self.workspace
        text, blocks = encode(typed, workspace) if typed.strip() else ("", [])
        shared = [workspace.files.share(file_id, user) for file_id in files]
        draft = Message(
            channel=conversation.id,
            ts="",
            user=user,
            text=text,
            blocks=tuple(blocks),
            files=tuple(file.to_slack(workspace.url, workspace.team.id) for file in shared),
            subtype="file_share" if files else "",
            thread_ts=thread_ts,
            client_msg_id=str(uuid.uuid4()),
        )
        return self.workspace.post(draft)

    def edit(self, user: str, channel: str, ts: str, typed: str) -> Message:
        """Change one's own message; raises SlackError `cant_update_message`."""
        message = self._own(user, channel, ts, "cant_update_message")
        text, blocks = encode(typed, self.workspace)
        edited = replace(message, text=text, blocks=tuple(blocks), edited_ts=self.workspace.timestamps.next())
        return self.workspace.change(edited)

    def delete(self, user: str, channel: str, ts: str) -> Message:
        """Remove one's own message; raises SlackError `cant_delete_message`."""
        self._own(user, channel, ts, "cant_delete_message")
        return self.workspace.delete(channel, ts)

    def click(
        self, user: str, container: Message | View, action_id: str, chosen: object = None
    ) -> "Future[Payload]":
        """Use a button, a menu or another element of a message, a modal or App Home.

        `chosen` is what was chosen: an option's value, a date, a user id, a text.
        """
        workspace = self.workspace
        blocks = container.blocks
        block, element = find_element(blocks, action_id, chosen if isinstance(chosen, str) else None)
        value = choice(element, chosen)
        used = interactions.action(block, element, value, workspace.timestamps.next())
        self._remember(container, block["block_id"], element, value)
        if isinstance(container, View):
            container = workspace.view(container.id)
            trigger_id = workspace.triggers.issue(user, container.id if container.kind == "modal" else "")
            payload = interactions.view_click(workspace, user, container, used, trigger_id)
            return self.delivery.interaction(EnvelopeKind.INTERACTION, payload)
        origin = Origin(user, container.channel, workspace.clock(), container.ts, container.thread_ts)
        payload = interactions.message_click(
            workspace,
            user,
            container,
            used,
            workspace.triggers.issue(user),
            self.response_urls.issue("actions", origin),
        )
        return self.delivery.interaction(EnvelopeKind.INTERACTION, payload)

    def fill(self, container: Message | View, values: Payload) -> None:
        """Remember what stands in the inputs (`block id → action id → chosen`), without telling the app."""
        for block_id, actions in values.items():
            blocks = [block for block in container.blocks if block["block_id"] == block_id]
            for action_id, chosen in actions.items():
                _, element = find_element(blocks, action_id)
                self._remember(container, block_id, element, choice(element, chosen))

    def suggest(self, user: str, container: Message | View, action_id: str, typed: str) -> "Future[Payload]":
        """Ask the app for the options of an external select."""
        target = find_element(container.blocks, action_id)
        payload = interactions.block_suggestion(self.workspace, user, container, target, typed)
        return self.delivery.interaction(EnvelopeKind.INTERACTION, payload)

    def submit(self, view: View, values: Payload) -> "Future[Submitted]":
        """Fill in a modal (`block id → action id → chosen`) and press its button."""
        workspace = self.workspace
        self.fill(view, values)
        view = workspace.view(view.id)
        if errors := faults_of(view):
            refused: Future[Submitted] = Future()
            refused.set_result(Submitted(errors=errors, view=view))
            return refused
        payload = interactions.view_submission(workspace, view, workspace.triggers.issue(view.user, view.id))
        return _then(
            self.delivery.interaction(EnvelopeKind.INTERACTION, payload),
            lambda answer: submission_of(workspace, view, answer),
        )

    def close(self, view: View, *, everything: bool = False) -> "Future[Payload] | None":
        """Close a modal without submitting it; tells the app if the view asked for that."""
        closed = self.workspace.close_views(view.user, everything=everything)
        told: Future[Payload] | None = None
        for one in closed:
            if one.content.get("notify_on_close"):
                payload = interactions.view_closed(self.workspace, one, is_cleared=everything)
                told = self.delivery.interaction(EnvelopeKind.INTERACTION, payload)
        return told

    def command(
        self, user: str, command: str, text: str, channel: str, thread_ts: str = ""
    ) -> "Future[Payload]":
        """Use a slash command in a conversation; an answer in the acknowledgement is shown."""
        workspace = self.workspace
        conversation = workspace.conversation(channel)
        if any(one.command == command and one.should_escape for one in self.commands):
            text = escaped_command(text, workspace)
        origin = Origin(user, conversation.id, workspace.clock(), thread_ts=thread_ts)
        payload = interactions.slash_command(
            workspace,
            user,
            conversation,
            (command, text),
            workspace.triggers.issue(user),
            self.response_urls.issue("commands", origin),
        )

        def show(answer: Payload) -> Payload:
            if answer.get("text") or answer.get("blocks"):
                self.response_urls.answer(origin, answer)
            return answer

        return _then(self.delivery.interaction(EnvelopeKind.COMMAND, payload), show)

    def message_shortcut(self, user: str, message: Message, callback_id: str) -> "Future[Payload]":
        """Use a shortcut on a message."""
        workspace = self.workspace
        origin = Origin(user, message.channel, workspace.clock())
        payload = interactions.message_shortcut(
            workspace,
            user,
            message,
            callback_id,
            workspace.triggers.issue(user),
            self.response_urls.issue("app", origin),
        )
        return self.delivery.interaction(EnvelopeKind.INTERACTION, payload)

    def global_shortcut(self, user: str, callback_id: str) -> "Future[Payload]":
        """Use a shortcut from anywhere."""
        trigger_id = self.workspace.triggers.issue(user)
        payload = interactions.global_shortcut(self.workspace, user, callback_id, trigger_id)
        return self.delivery.interaction(EnvelopeKind.INTERACTION, payload)

    def open_home(self, user: str, tab: str = "home") -> None:
        """Open the app's Home or Messages tab."""
        channel = self.workspace.direct_conversation(user, self.workspace.app.bot_user)
        with self.workspace.changes.lock:
            self.workspace.publish(
                ChangeKind.HOME_OPENED, channel=channel.id, user=user, readers=(user,), detail={"tab": tab}
            )

    def start_assistant(self, user: str, context_channel: str = "") -> AssistantThread:
        """Open a new conversation in the assistant pane."""
        workspace = self.workspace
        channel = workspace.direct_conversation(user, workspace.app.bot_user)
        with workspace.changes.lock:
            ts = workspace.timestamps.next()
            workspace.messages.setdefault(channel.id, {})[ts] = Message(
                channel=channel.id,
                ts=ts,
                user=workspace.app.bot_user,
                text="New Assistant Thread",
                is_bot=True,
                thread_ts=ts,
                subtype="assistant_app_thread",
            )
            thread = AssistantThread(channel.id, ts, user, context_channel)
            return workspace.put_assistant_thread(thread, ChangeKind.ASSISTANT_STARTED)

    def move_assistant(self, thread: AssistantThread, context_channel: str) -> AssistantThread:
        """Open another channel beside the assistant pane."""
        moved = replace(thread, context_channel=context_channel)
        return self.workspace.put_assistant_thread(moved, ChangeKind.ASSISTANT_CONTEXT)

    def _own(self, user: str, channel: str, ts: str, refusal: str) -> Message:
        message = self.workspace.message(channel, ts)
        if message.user != user:
            raise SlackError(refusal)
        return message

    def _remember(self, container: Message | View, block_id: str, element: Payload, value: object) -> None:
        if element["type"] not in VALUE_FIELDS:
            return
        if isinstance(container, View):
            if element["type"] == "file_input":
                value = self._handed_in(value, container.user)
            entry = {element["action_id"]: stored_value(element, value)}
            self.workspace.fill_view(container.id, {block_id: entry})
            return
        state = self.workspace.message_state.setdefault((container.channel, container.ts), {})
        state.setdefault(block_id, {})[element["action_id"]] = stored_value(element, value)

    def _handed_in(self, chosen: object, user: str) -> list[Payload]:
        workspace = self.workspace
        files = (
            [workspace.files.hand_in(str(one), user) for one in chosen] if isinstance(chosen, list) else []
        )
        return [file.to_slack(workspace.url, workspace.team.id) for file in files]


def choice(element: Payload, chosen: object) -> object:
    """Return what was chosen as Slack writes it: whole options instead of their values."""
    kind = element["type"]
    if kind == "overflow" or kind in {"static_select", "radio_buttons"}:
        return None if chosen is None else _option(element, chosen)
    if kind in {"multi_static_select", "checkboxes"}:
        return [_option(element, one) for one in chosen] if isinstance(chosen, list | tuple) else []
    if kind in {"external_select", "multi_external_select"}:
        return chosen
    if kind == "datetimepicker" and chosen is not None:
        return int(str(chosen))
    return chosen


def stored_value(element: Payload, value: object) -> Payload:
    """Return an entry of `state.values`."""
    return {"type": element["type"], interactions.CHOICES[element["type"]]: value}


def _option(element: Payload, chosen: object) -> Payload:
    if isinstance(chosen, dict):
        return chosen
    groups = element.get("option_groups") or []
    options = [*(element.get("options") or []), *(option for group in groups for option in group["options"])]
    for option in options:
        if chosen in (option.get("value"), option["text"]["text"]):
            return {key: option[key] for key in ("text", "value", "description") if key in option}
    raise LookupError(f"{element['action_id']} has no option {chosen!r}")


def _then(first: "Future[Payload]", follow: Callable[[Payload], Outcome]) -> "Future[Outcome]":
    done: Future[Outcome] = Future()

    def finish(answered: "Future[Payload]") -> None:
        try:
            done.set_result(follow(answered.result()))
        except Exception as error:  # noqa: BLE001 - a future carries whatever went wrong to who waits for it
            done.set_exception(error)

    first.add_done_callback(finish)
    return done
