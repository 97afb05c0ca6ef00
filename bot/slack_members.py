"""People as Slack tells of them: who is a full member, and may use the bot."""

from typing import Any

from bot.parts import Member


def member_of(user: str, found: dict[str, Any], team: str) -> Member:
    """Return a person of a team as Slack tells of them."""
    profile = found.get("profile") or {}
    return Member(
        user,
        str(profile.get("real_name") or found.get("real_name") or found.get("name") or user),
        may_use=_is_full_member(found, team),
        is_admin=bool(found.get("is_admin") or found.get("is_owner")),
        email=str(profile.get("email") or ""),
        team=team,
    )


def _is_full_member(user: dict[str, Any], team: str) -> bool:
    """Tell whether a person belongs to the team, is active and neither a guest nor a bot."""
    barred = ("deleted", "is_bot", "is_restricted", "is_ultra_restricted", "is_stranger", "is_workflow_bot")
    if any(user.get(mark) for mark in barred):
        return False
    # In an organisation of many workspaces the person's own team may be the organisation.
    teams = {user.get("team_id") or team, *(user.get("teams") or ())}
    teams |= set((user.get("enterprise_user") or {}).get("teams") or ())
    return not team or team in teams
