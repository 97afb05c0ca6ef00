"""auth.*, users.*, bots.*, team.*, usergroups.*: who and what there is."""

from collections.abc import Mapping

from bot.local.arguments import Arguments
from bot.local.errors import SlackError
from bot.local.method import Method, TokenKind
from bot.local.methods.conversations import page_of
from bot.local.payload import Payload
from bot.local.workspace import Workspace


def _api_test(_workspace: Workspace, arguments: Arguments) -> Payload:
    given = {key: value for key, value in arguments.values.items() if key != "token"}
    if error := given.get("error"):
        raise SlackError(str(error), args=given)
    return {"ok": True, "args": given} if given else {"ok": True}


def _auth_test(workspace: Workspace, _arguments: Arguments) -> Payload:
    return {
        "ok": True,
        "url": f"{workspace.url}/",
        "team": workspace.team.name,
        "user": workspace.app.handle,
        "team_id": workspace.team.id,
        "user_id": workspace.app.bot_user,
        "bot_id": workspace.app.bot_id,
        "is_enterprise_install": False,
    }


def _users_info(workspace: Workspace, arguments: Arguments) -> Payload:
    user = workspace.user(arguments.text("user"))
    return {"ok": True, "user": user.to_slack(workspace.app.id)}


def _users_list(workspace: Workspace, arguments: Arguments) -> Payload:
    page, cursor = page_of(list(workspace.users.values()), arguments, 200)
    return {
        "ok": True,
        "members": [user.to_slack(workspace.app.id) for user in page],
        "cache_ts": int(workspace.clock()),
        "response_metadata": {"next_cursor": cursor},
    }


def _users_by_email(workspace: Workspace, arguments: Arguments) -> Payload:
    email = arguments.required("email").lower()
    for user in workspace.users.values():
        if user.email and user.email.lower() == email:
            return {"ok": True, "user": user.to_slack(workspace.app.id)}
    raise SlackError("users_not_found")


def _bots_info(workspace: Workspace, arguments: Arguments) -> Payload:
    app = workspace.app
    if arguments.text("bot") not in ("", app.bot_id):
        raise SlackError("bot_not_found")
    bot = {
        "id": app.bot_id,
        "deleted": False,
        "name": app.name,
        "updated": 1735689600,
        "app_id": app.id,
        "user_id": app.bot_user,
        "icons": {},
    }
    return {"ok": True, "bot": bot}


def _team_info(workspace: Workspace, _arguments: Arguments) -> Payload:
    team = workspace.team
    shown = {
        "id": team.id,
        "name": team.name,
        "url": f"{workspace.url}/",
        "domain": team.domain,
        "email_domain": "",
        "icon": {"image_default": True},
    }
    return {"ok": True, "team": shown}


def _usergroup_users(workspace: Workspace, arguments: Arguments) -> Payload:
    wanted = arguments.required("usergroup")
    for group in workspace.usergroups:
        if group.id == wanted:
            return {"ok": True, "users": list(group.users)}
    raise SlackError("no_such_subteam")


METHODS: Mapping[str, Method] = {
    "api.test": Method(_api_test, token=TokenKind.NONE),
    "auth.test": Method(_auth_test, token=TokenKind.ANY),
    "users.info": Method(_users_info, ("users:read",)),
    "users.list": Method(_users_list, ("users:read",)),
    "users.lookupByEmail": Method(_users_by_email, ("users:read.email",)),
    "bots.info": Method(_bots_info, ("users:read",)),
    "team.info": Method(_team_info, ("team:read",)),
    "usergroups.users.list": Method(_usergroup_users, ("usergroups:read",)),
}
