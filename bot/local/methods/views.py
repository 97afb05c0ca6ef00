"""views.*: modals and the App Home tab."""

from collections.abc import Mapping

from bot.local.arguments import Arguments
from bot.local.block_rules import check_view, with_view_ids
from bot.local.errors import SlackError, invalid_arguments
from bot.local.method import Method
from bot.local.payload import Payload
from bot.local.view import View
from bot.local.workspace import Workspace


def _open(workspace: Workspace, arguments: Arguments) -> Payload:
    content = _content(workspace, arguments)
    trigger = workspace.triggers.exchange(_trigger_id(arguments))
    return _answer(workspace, workspace.open_view(trigger.user, content))


def _push(workspace: Workspace, arguments: Arguments) -> Payload:
    content = _content(workspace, arguments)
    trigger = workspace.triggers.exchange(_trigger_id(arguments))
    if not trigger.view_id or trigger.view_id not in workspace.modals.get(trigger.user, ()):
        raise SlackError("not_found")
    return _answer(workspace, workspace.open_view(trigger.user, content, push_on=trigger.view_id))


def _update(workspace: Workspace, arguments: Arguments) -> Payload:
    view = _existing(workspace, arguments)
    given_hash = arguments.text("hash")
    if given_hash and given_hash != view.hash:
        raise SlackError("hash_conflict")
    content = with_view_ids(check_view(arguments.structure("view"), view.kind))
    return _answer(workspace, workspace.update_view(view.id, content))


def _publish(workspace: Workspace, arguments: Arguments) -> Payload:
    user = workspace.user(arguments.text("user_id")).id
    content = with_view_ids(check_view(arguments.structure("view"), "home"))
    given_hash = arguments.text("hash")
    current = workspace.homes.get(user)
    if given_hash and current is not None and given_hash != current.hash:
        raise SlackError("hash_conflict")
    return _answer(workspace, workspace.publish_home(user, content))


def _content(workspace: Workspace, arguments: Arguments) -> Payload:
    content = with_view_ids(check_view(arguments.structure("view")))
    external_id = content.get("external_id")
    if external_id and any(view.external_id == external_id for view in workspace.views.values()):
        raise SlackError("duplicate_external_id")
    return content


def _existing(workspace: Workspace, arguments: Arguments) -> View:
    if view_id := arguments.text("view_id"):
        return workspace.view(view_id)
    external_id = arguments.text("external_id")
    for view in workspace.views.values():
        if external_id and view.external_id == external_id:
            return view
    raise SlackError("not_found")


def _trigger_id(arguments: Arguments) -> str:
    trigger_id = arguments.text("trigger_id")
    if not trigger_id:
        raise invalid_arguments("missing required field: trigger_id")
    return trigger_id


def _answer(workspace: Workspace, view: View) -> Payload:
    return {"ok": True, "view": view.to_slack(workspace.app, workspace.team.id)}


METHODS: Mapping[str, Method] = {
    "views.open": Method(_open),
    "views.push": Method(_push),
    "views.update": Method(_update),
    "views.publish": Method(_publish),
}
