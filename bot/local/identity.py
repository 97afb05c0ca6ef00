"""Who is in the workspace: the team, the app and the people."""

from dataclasses import dataclass

from bot.local.payload import Payload

LOCAL_TEAM = "T0KANSLI001"
BOT_USER = "U0KANSLI001"


@dataclass(frozen=True)
class Team:
    """A Slack workspace."""

    id: str = LOCAL_TEAM
    name: str = "Region Sjöland"
    domain: str = "lokal-arbetsyta"


@dataclass(frozen=True)
class AppIdentity:
    """The one app that is installed, and the bot user that speaks for it."""

    id: str = "A0KANSLI001"
    name: str = "Kansli"
    bot_id: str = "B0KANSLI001"
    bot_user: str = BOT_USER
    handle: str = "kansli"
    verification_token: str = "lokal-verifiering"  # noqa: S105 - a made-up value of a local workspace


@dataclass(frozen=True)
class User:
    """A person or bot; `is_restricted` is a guest, `is_stranger` comes from another organisation."""

    id: str
    name: str
    real_name: str
    title: str = ""
    email: str = ""
    team_id: str = LOCAL_TEAM
    is_restricted: bool = False
    is_ultra_restricted: bool = False
    is_stranger: bool = False
    is_admin: bool = False
    is_bot: bool = False
    deleted: bool = False
    bot_id: str = ""

    def to_slack(self, app_id: str) -> Payload:
        """Return the user as `users.info` shows it."""
        profile: Payload = {
            "title": self.title,
            "phone": "",
            "skype": "",
            "real_name": self.real_name,
            "real_name_normalized": self.real_name,
            "display_name": self.real_name if not self.is_bot else "",
            "display_name_normalized": self.real_name if not self.is_bot else "",
            "status_text": "",
            "status_emoji": "",
            "status_expiration": 0,
            "avatar_hash": "",
            "team": self.team_id,
        }
        first, _, last = self.real_name.partition(" ")
        if self.is_bot:
            profile |= {"api_app_id": app_id, "always_active": True, "bot_id": self.bot_id}
        else:
            profile |= {"email": self.email, "first_name": first, "last_name": last}
        user: Payload = {
            "id": self.id,
            "team_id": self.team_id,
            "name": self.name,
            "deleted": self.deleted,
            "color": "4b6a88",
            "real_name": self.real_name,
            "tz": "Europe/Stockholm",
            "tz_label": "Central European Time",
            "tz_offset": 3600,
            "profile": profile,
            "is_admin": self.is_admin,
            "is_owner": False,
            "is_primary_owner": False,
            "is_restricted": self.is_restricted,
            "is_ultra_restricted": self.is_ultra_restricted,
            "is_bot": self.is_bot,
            "is_app_user": False,
            "updated": 1735689600,
            "is_email_confirmed": not self.is_bot,
            "who_can_share_contact_card": "EVERYONE",
        }
        if self.is_stranger:
            user["is_stranger"] = True
        return user


@dataclass(frozen=True)
class Usergroup:
    """A group that can be mentioned by its handle."""

    id: str
    handle: str
    users: tuple[str, ...]


def default_people() -> tuple[User, ...]:
    """Return the made-up colleagues a newcomer can be: staff, assignment leaders and a guest."""
    return (
        User("U0ANNALIND1", "anna.lind", "Anna Lind", "Utredare", "anna.lind@exempel.example", is_admin=True),
        User("U0KARIMSAL1", "karim.saleh", "Karim Saleh", "Uppdragsledare", "karim.saleh@exempel.example"),
        User("U0EVAHOLMB1", "eva.holmberg", "Eva Holmberg", "Regiondirektör", "eva.holmberg@exempel.example"),
        User("U0JONASVIK1", "jonas.vik", "Jonas Vik", "Nämndsekreterare", "jonas.vik@exempel.example"),
        User(
            "U0MIAGAST01",
            "mia.guest",
            "Mia Berg",
            "Konsult (gäst)",
            "mia@konsult.example",
            is_restricted=True,
        ),
    )


def bot_user(app: AppIdentity) -> User:
    """Return the user that the app speaks as."""
    return User(app.bot_user, app.handle, app.name, is_bot=True, bot_id=app.bot_id)
