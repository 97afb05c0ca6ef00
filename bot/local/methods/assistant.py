"""assistant.threads.*: status line, suggested prompts and title in the assistant pane."""

from collections.abc import Mapping
from dataclasses import replace

from bot.local.arguments import Arguments
from bot.local.assistant_thread import AssistantStatus, AssistantThread, SuggestedPrompt
from bot.local.change import ChangeKind
from bot.local.errors import SlackError, invalid_arguments
from bot.local.method import Method
from bot.local.methods.chat import conversation_to_post_in
from bot.local.payload import Payload
from bot.local.workspace import Workspace

PROMPTS = 4
SCOPES = ("assistant:write", "chat:write")


def _set_status(workspace: Workspace, arguments: Arguments) -> Payload:
    conversation = conversation_to_post_in(workspace, arguments.required("channel_id"))
    thread_ts = arguments.required("thread_ts")
    if thread_ts not in workspace.messages.get(conversation.id, {}):
        raise SlackError("thread_not_found")
    loading = arguments.structure("loading_messages") or []
    if not isinstance(loading, list) or len(loading) > 10:
        raise invalid_arguments("no more than 10 items allowed [json-pointer:/loading_messages]")
    status = AssistantStatus(
        conversation.id, thread_ts, arguments.text("status"), tuple(str(one) for one in loading)
    )
    workspace.set_status(status)
    return {"ok": True}


def _set_prompts(workspace: Workspace, arguments: Arguments) -> Payload:
    prompts = arguments.structure("prompts")
    if not isinstance(prompts, list) or not 1 <= len(prompts) <= PROMPTS:
        raise invalid_arguments(f"between 1 and {PROMPTS} items allowed [json-pointer:/prompts]")
    if not all(isinstance(one, dict) and one.get("title") and one.get("message") for one in prompts):
        raise invalid_arguments("missing required field: title or message [json-pointer:/prompts]")
    thread = _thread(workspace, arguments)
    changed = replace(
        thread,
        prompts_title=arguments.text("title"),
        prompts=tuple(SuggestedPrompt(str(one["title"]), str(one["message"])) for one in prompts),
    )
    _store(workspace, changed)
    return {"ok": True}


def _set_title(workspace: Workspace, arguments: Arguments) -> Payload:
    _store(workspace, replace(_thread(workspace, arguments), title=arguments.required("title")))
    return {"ok": True}


def _thread(workspace: Workspace, arguments: Arguments) -> AssistantThread:
    conversation = conversation_to_post_in(workspace, arguments.required("channel_id"))
    if not conversation.is_direct:
        raise SlackError("invalid_thread_ts")
    thread_ts = arguments.text("thread_ts")
    user = conversation.other(workspace.app.bot_user)
    found = workspace.assistant_threads.get((conversation.id, thread_ts))
    if found is not None:
        return found
    if thread_ts and thread_ts not in workspace.messages.get(conversation.id, {}):
        raise SlackError("invalid_thread_ts")
    return AssistantThread(conversation.id, thread_ts, user)


def _store(workspace: Workspace, thread: AssistantThread) -> None:
    workspace.put_assistant_thread(thread, ChangeKind.ASSISTANT_PROMPTS)


METHODS: Mapping[str, Method] = {
    "assistant.threads.setStatus": Method(_set_status, SCOPES),
    "assistant.threads.setSuggestedPrompts": Method(_set_prompts, SCOPES),
    "assistant.threads.setTitle": Method(_set_title, SCOPES),
}
