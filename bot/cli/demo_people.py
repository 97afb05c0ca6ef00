"""Who works in the demo's invented region: the names and titles that its documents and its list of holders know."""

from bot.local.identity import User

STRANGERS_TEAM = "T0GRANNE001"


def colleagues() -> tuple[User, ...]:
    """Return the people a newcomer can be, those whose own assignments stand in the documents among them."""
    return (
        User("U0ANNALIND1", "anna.lind", "Anna Lind", "Utredare", _address("anna.lind"), is_admin=True),
        User(
            "U0LINNEAFO1", "linnea.forsberg", "Linnea Forsberg", "Uppdragsledare", _address("linnea.forsberg")
        ),
        User("U0TOBIASRA1", "tobias.rask", "Tobias Rask", "Uppdragsledare", _address("tobias.rask")),
        User(
            "U0SOFIABRA1",
            "sofia.brandt",
            "Sofia Brandt",
            "Hälso- och sjukvårdsdirektör",
            _address("sofia.brandt"),
        ),
        User("U0KARINEKV1", "karin.ekvall", "Karin Ekvall", "Regiondirektör", _address("karin.ekvall")),
        User(
            "U0MIAGAST01",
            "mia.berg",
            "Mia Berg",
            "Gäst, får inga svar",
            "mia.berg@konsult.example",
            is_restricted=True,
        ),
        User(
            "U0PERNOREN1",
            "per.noren",
            "Per Norén",
            "Grannkommunen, får inga svar",
            "per.noren@grannkommun.example",
            team_id=STRANGERS_TEAM,
            is_stranger=True,
        ),
        User("U0OLLEBORT1", "olle.nord", "Olle Nord", "Slutade 2025", _address("olle.nord"), deleted=True),
    )


def _address(name: str) -> str:
    return f"{name}@regionsjoland.example"
