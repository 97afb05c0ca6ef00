"""Who may change how the bot behaves and what the register says: admins of the workspace, and a group."""

from dataclasses import dataclass

from bot.parts import Slack


@dataclass(frozen=True)
class Editors:
    """Decides who may edit; `group` is KANSLI_EDITORS, a user group in Slack."""

    slack: Slack
    group: str = ""

    def may_edit(self, user: str, team: str) -> bool:
        """Tell whether the person may edit, as of now; raises SlackUnavailableError when Slack cannot say."""
        member = self.slack.member(user, team)
        if not member.may_use:
            return False
        return member.is_admin or (bool(self.group) and member.user in self.slack.group(self.group))
