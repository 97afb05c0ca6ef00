"""The state of the local workspace: people, conversations, messages, views, marks."""

import secrets
import string
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bot.local.assistant_thread import AssistantStatus, AssistantThread
from bot.local.change import Change, ChangeKind
from bot.local.change_feed import ChangeFeed
from bot.local.conversation import Conversation, ConversationKind
from bot.local.errors import SlackError
from bot.local.files import File, Files
from bot.local.identity import AppIdentity, Team, User, Usergroup, bot_user, default_people
from bot.local.message import Message, Reaction
from bot.local.payload import Payload
from bot.local.timestamps import Clock, Timestamps
from bot.local.triggers import Triggers
from bot.local.view import View

GENERAL = "C0ALLMANT01"
ASSIGNMENTS = "C0UPPDRAG01"


@dataclass
class Workspace:
    """Everything that is remembered; each method that changes something publishes one change.

    Values handed out are frozen. Take `changes.lock` around a read and a write that belong together.
    """

    people: Sequence[User] = field(default_factory=default_people)
    team: Team = field(default_factory=Team)
    app: AppIdentity = field(default_factory=AppIdentity)
    usergroups: Sequence[Usergroup] = ()
    clock: Clock = time.time
    trigger_lifetime: float = 3.0
    url: str = "http://127.0.0.1:0"

    def __post_init__(self) -> None:
        """Fill the workspace with its people and its two channels."""
        self.changes = ChangeFeed()
        self.timestamps = Timestamps(self.clock)
        self.files = Files(self.clock)
        self.triggers = Triggers(self.clock, self.trigger_lifetime)
        self.users: dict[str, User] = {user.id: user for user in (*self.people, bot_user(self.app))}
        members = tuple(user.id for user in self.users.values() if not user.deleted)
        general = Conversation(
            GENERAL, ConversationKind.CHANNEL, members, "allmänt", "Allt för alla", is_general=True
        )
        assignments = Conversation(
            ASSIGNMENTS, ConversationKind.CHANNEL, members, "uppdrag", "Uppdrag, beslut och lägesrapporter"
        )
        self.conversations: dict[str, Conversation] = {item.id: item for item in (general, assignments)}
        self.messages: dict[str, dict[str, Message]] = {}
        self.last_read: dict[tuple[str, str], str] = {}
        self.views: dict[str, View] = {}
        self.modals: dict[str, tuple[str, ...]] = {}
        self.homes: dict[str, View] = {}
        self.assistant_threads: dict[tuple[str, str], AssistantThread] = {}
        self.statuses: dict[tuple[str, str], AssistantStatus] = {}
        self.message_state: dict[tuple[str, str], Payload] = {}
        for user in self.people:
            if not user.deleted:
                self.direct_conversation(user.id, self.app.bot_user)

    def conversation(self, name: str) -> Conversation:
        """Return a conversation by id, by `#name` or by name.

        Raises SlackError `channel_not_found`.
        """
        if found := self.conversations.get(name):
            return found
        bare = name.removeprefix("#")
        for conversation in self.conversations.values():
            if conversation.name and conversation.name == bare:
                return conversation
        raise SlackError("channel_not_found")

    def user(self, user_id: str) -> User:
        """Return a user; raises SlackError `user_not_found`."""
        if user_id not in self.users:
            raise SlackError("user_not_found")
        return self.users[user_id]

    def message(self, channel: str, ts: str) -> Message:
        """Return a message; raises SlackError `message_not_found`."""
        found = self.messages.get(channel, {}).get(ts)
        if found is None:
            raise SlackError("message_not_found")
        return found

    def history(self, channel: str) -> list[Message]:
        """Return every message of a conversation, oldest first, private ones included."""
        return sorted(self.messages.get(channel, {}).values(), key=lambda message: message.ts)

    def thread(self, channel: str, thread_ts: str) -> list[Message]:
        """Return a thread's first message and its replies, oldest first."""
        return [m for m in self.history(channel) if thread_ts in (m.ts, m.thread_ts)]

    def shares(self, file_id: str) -> list[Message]:
        """Return the messages that hold a file."""
        return [
            message
            for messages in self.messages.values()
            for message in messages.values()
            if any(file["id"] == file_id for file in message.files)
        ]

    def may_see(self, user: str, file: File) -> bool:
        """Tell whether a file is a user's own, stands in one of their conversations, or was handed in to them."""
        if file.handed_in and user == self.app.bot_user:
            return True
        if not file.shared or file.user == user:
            return file.user == user
        return any(user in self.conversations[one.channel].members for one in self.shares(file.id))

    def view(self, view_id: str) -> View:
        """Return a view; raises SlackError `not_found`."""
        if view_id not in self.views:
            raise SlackError("not_found")
        return self.views[view_id]

    def unread(self, user: str, channel: str) -> int:
        """Count what others wrote in a conversation since the user read it; of replies, those in one's own threads."""
        read = self.last_read.get((user, channel), "")
        history = self.history(channel)
        followed = {message.thread_ts or message.ts for message in history if message.user == user}
        followed -= {thread_ts for place, thread_ts in self.assistant_threads if place == channel}
        return sum(
            1
            for message in history
            if message.ts > read
            and message.user != user
            and (not message.is_reply or message.broadcast or message.thread_ts in followed)
            and message.ephemeral_for in ("", user)
            and message.subtype in ("", "file_share")
        )

    def publish(self, kind: ChangeKind, **fields: object) -> None:
        """Tell everyone of a change."""
        self.changes.number += 1
        change = Change(kind=kind, number=self.changes.number, **fields)  # type: ignore[arg-type]
        self.changes.publish(change)

    def post(self, draft: Message) -> Message:
        """Store a message under a new timestamp, and count it on the message it replies to."""
        with self.changes.lock:
            parent_user = ""
            if draft.thread_ts and (parent := self.messages.get(draft.channel, {}).get(draft.thread_ts)):
                parent_user = parent.user
            message = replace(draft, ts=self.timestamps.next(), parent_user=parent_user)
            self.messages.setdefault(message.channel, {})[message.ts] = message
            if message.is_reply and not message.ephemeral_for:
                self._count_reply(message)
            if not message.is_bot:
                self.last_read[message.user, message.channel] = message.ts
            readers = (message.ephemeral_for,) if message.ephemeral_for else None
            if message.is_bot:
                self._clear_status(message)
            self.publish(ChangeKind.POSTED, channel=message.channel, message=message, readers=readers)
            return message

    def change(self, message: Message) -> Message:
        """Replace a stored message with another version of it."""
        with self.changes.lock:
            previous = self.message(message.channel, message.ts)
            self.messages[message.channel][message.ts] = message
            readers = (message.ephemeral_for,) if message.ephemeral_for else None
            self.publish(
                ChangeKind.CHANGED,
                channel=message.channel,
                message=message,
                previous=previous,
                readers=readers,
            )
            return message

    def delete(self, channel: str, ts: str) -> Message:
        """Remove a message and return it; of one with replies a stone remains, as in Slack."""
        with self.changes.lock:
            previous = self.message(channel, ts)
            if previous.reply_count:
                self.change(_tombstone(previous))
                return previous
            del self.messages[channel][ts]
            if previous.ephemeral_for:
                readers = (previous.ephemeral_for,)
                self.publish(
                    ChangeKind.EPHEMERAL_REMOVED, channel=channel, previous=previous, readers=readers
                )
                return previous
            if previous.is_reply:
                self._recount(channel, previous.thread_ts)
            self.publish(ChangeKind.DELETED, channel=channel, previous=previous)
            return previous

    def react(self, channel: str, ts: str, name: str, user: str) -> None:
        """Add a reaction; raises SlackError `already_reacted`."""
        with self.changes.lock:
            message = self.message(channel, ts)
            found = next((item for item in message.reactions if item.name == name), None)
            if found and user in found.users:
                raise SlackError("already_reacted")
            reaction = Reaction(name, (*found.users, user) if found else (user,))
            others = tuple(item for item in message.reactions if item.name != name)
            self.messages[channel][ts] = replace(message, reactions=(*others, reaction))
            self._publish_reaction(ChangeKind.REACTION_ADDED, channel, ts, name, user)

    def unreact(self, channel: str, ts: str, name: str, user: str) -> None:
        """Take a reaction back; raises SlackError `no_reaction`."""
        with self.changes.lock:
            message = self.message(channel, ts)
            found = next((item for item in message.reactions if item.name == name), None)
            if not found or user not in found.users:
                raise SlackError("no_reaction")
            left = tuple(one for one in found.users if one != user)
            others = tuple(item for item in message.reactions if item.name != name)
            kept = (*others, Reaction(name, left)) if left else others
            self.messages[channel][ts] = replace(message, reactions=kept)
            self._publish_reaction(ChangeKind.REACTION_REMOVED, channel, ts, name, user)

    def direct_conversation(self, user: str, other: str) -> Conversation:
        """Return the direct conversation of two, opening it the first time."""
        with self.changes.lock:
            pair = {user, other}
            for conversation in self.conversations.values():
                if conversation.is_direct and set(conversation.members) == pair:
                    return conversation
            opened = Conversation(_new_id("D"), ConversationKind.DIRECT, (user, other))
            self.conversations[opened.id] = opened
            self.publish(ChangeKind.CONVERSATION_OPENED, channel=opened.id, user=user)
            return opened

    def add_channel(
        self, name: str, members: Sequence[str], *, private: bool = False, channel_id: str = ""
    ) -> Conversation:
        """Make a channel with these members."""
        with self.changes.lock:
            kind = ConversationKind.GROUP if private else ConversationKind.CHANNEL
            channel = Conversation(channel_id or _new_id("C"), kind, tuple(members), name)
            self.conversations[channel.id] = channel
            self.publish(ChangeKind.CONVERSATION_OPENED, channel=channel.id)
            return channel

    def join(self, channel: str, user: str, inviter: str = "") -> Conversation:
        """Make a user a member of a channel."""
        with self.changes.lock:
            conversation = self.conversation(channel)
            if user in conversation.members:
                return conversation
            joined = replace(conversation, members=(*conversation.members, user))
            self.conversations[joined.id] = joined
            self.publish(ChangeKind.MEMBER_JOINED, channel=joined.id, user=user, detail={"inviter": inviter})
            return joined

    def leave(self, channel: str, user: str) -> Conversation:
        """Make a user leave a channel."""
        with self.changes.lock:
            conversation = self.conversation(channel)
            left = replace(conversation, members=tuple(one for one in conversation.members if one != user))
            self.conversations[left.id] = left
            self.publish(ChangeKind.CONVERSATION_OPENED, channel=left.id, user=user)
            return left

    def mark_read(self, user: str, channel: str) -> None:
        """Remember that the user has seen everything in a conversation."""
        with self.changes.lock:
            history = self.history(channel)
            self.last_read[user, channel] = history[-1].ts if history else ""
            self.publish(ChangeKind.READ, channel=channel, user=user, readers=(user,))

    def open_view(self, user: str, content: Payload, *, push_on: str = "") -> View:
        """Show a new modal, alone or on top of another; raises SlackError `push_limit_reached`."""
        with self.changes.lock:
            stack = self.modals.get(user, ()) if push_on else ()
            if push_on and len(stack) >= 3:
                raise SlackError("push_limit_reached")
            view_id = _new_id("V")
            view = View(
                id=view_id,
                user=user,
                content=content,
                hash=self._hash(),
                root_view_id=stack[0] if stack else view_id,
                previous_view_id=stack[-1] if stack else "",
                external_id=content.get("external_id", ""),
            )
            self.views[view_id] = view
            self.modals[user] = (*stack, view_id)
            self._publish_view(user)
            return view

    def update_view(self, view_id: str, content: Payload) -> View:
        """Replace a modal's content; what was filled in stays where block and action ids stay."""
        with self.changes.lock:
            view = self.view(view_id)
            kept = {block["block_id"]: block for block in content.get("blocks", []) if "block_id" in block}
            state = {block_id: value for block_id, value in (view.state or {}).items() if block_id in kept}
            updated = replace(
                view,
                content=content,
                hash=self._hash(),
                state=state,
                external_id=content.get("external_id", view.external_id),
            )
            self.views[view_id] = updated
            if view.kind == "home":
                self.homes[view.user] = updated
                self.publish(ChangeKind.HOME_PUBLISHED, user=view.user, readers=(view.user,))
            else:
                self._publish_view(view.user)
            return updated

    def fill_view(self, view_id: str, state: Payload) -> View:
        """Remember what a person has filled in."""
        with self.changes.lock:
            view = self.view(view_id)
            merged = {**(view.state or {})}
            for block_id, actions in state.items():
                merged[block_id] = {**merged.get(block_id, {}), **actions}
            self.views[view_id] = replace(view, state=merged)
            if view.kind == "home":
                self.homes[view.user] = self.views[view_id]
            return self.views[view_id]

    def close_views(self, user: str, *, everything: bool = False) -> tuple[View, ...]:
        """Close a person's top modal, or all of them, and return what was closed."""
        with self.changes.lock:
            stack = self.modals.get(user, ())
            kept, closed = ((), stack) if everything else (stack[:-1], stack[-1:])
            self.modals[user] = kept
            self._publish_view(user)
            return tuple(self.views[view_id] for view_id in closed)

    def top_view(self, user: str) -> View | None:
        """Return the modal a person has open, if any."""
        stack = self.modals.get(user, ())
        return self.views[stack[-1]] if stack else None

    def publish_home(self, user: str, content: Payload) -> View:
        """Set what a person sees in the app's Home tab."""
        with self.changes.lock:
            current = self.homes.get(user)
            if current is not None:
                return self.update_view(current.id, content)
            view_id = _new_id("V")
            view = View(view_id, user, content, self._hash(), view_id, "", content.get("external_id", ""))
            self.views[view_id] = view
            self.homes[user] = view
            self.publish(ChangeKind.HOME_PUBLISHED, user=user, readers=(user,))
            return view

    def put_assistant_thread(self, thread: AssistantThread, kind: ChangeKind) -> AssistantThread:
        """Store an assistant thread and tell of it."""
        with self.changes.lock:
            self.assistant_threads[thread.channel, thread.thread_ts] = thread
            self.publish(
                kind,
                channel=thread.channel,
                user=thread.user,
                readers=(thread.user,),
                detail={"assistant_thread": thread.to_slack(self.team.id)},
            )
            return thread

    def set_status(self, status: AssistantStatus) -> None:
        """Show what the app is doing in a thread; an empty status takes the line away."""
        with self.changes.lock:
            key = (status.channel, status.thread_ts)
            if status.status:
                self.statuses[key] = status
            else:
                self.statuses.pop(key, None)
            self.publish(
                ChangeKind.ASSISTANT_STATUS,
                channel=status.channel,
                detail={
                    "thread_ts": status.thread_ts,
                    "status": status.status,
                    "loading_messages": list(status.loading_messages),
                },
            )

    def _count_reply(self, reply: Message) -> None:
        parent = self.messages[reply.channel].get(reply.thread_ts)
        if parent is None:
            return
        users = parent.reply_users if reply.user in parent.reply_users else (*parent.reply_users, reply.user)
        self.messages[reply.channel][parent.ts] = replace(
            parent, reply_count=parent.reply_count + 1, reply_users=users, latest_reply=reply.ts
        )

    def _recount(self, channel: str, thread_ts: str) -> None:
        parent = self.messages[channel].get(thread_ts)
        if parent is None:
            return
        replies = [m for m in self.thread(channel, thread_ts) if m.is_reply and not m.ephemeral_for]
        self.messages[channel][thread_ts] = replace(
            parent,
            reply_count=len(replies),
            reply_users=tuple(dict.fromkeys(m.user for m in replies)),
            latest_reply=replies[-1].ts if replies else "",
        )

    def _clear_status(self, message: Message) -> None:
        key = (message.channel, message.thread_ts or message.ts)
        if key in self.statuses:
            self.set_status(AssistantStatus(*key, ""))

    def _publish_reaction(self, kind: ChangeKind, channel: str, ts: str, name: str, user: str) -> None:
        message = self.message(channel, ts)
        self.publish(kind, channel=channel, user=user, message=message, detail={"reaction": name})

    def _publish_view(self, user: str) -> None:
        self.publish(ChangeKind.VIEW, user=user, readers=(user,))

    def _hash(self) -> str:
        return f"{int(self.clock())}.{secrets.token_hex(4)}"


def _tombstone(message: Message) -> Message:
    return replace(
        message,
        user="USLACKBOT",
        is_bot=False,
        subtype="tombstone",
        text="This message was deleted.",
        blocks=(),
        attachments=(),
        files=(),
        reactions=(),
        metadata=None,
    )


def _new_id(prefix: str) -> str:
    alphabet = string.ascii_uppercase + string.digits
    return prefix + "0" + "".join(secrets.choice(alphabet) for _ in range(9))
