"""`kansli propose`: let the configured language model point out facts where the rules found none."""

from bot.cli.console import Exit, result, tell
from bot.settings import Settings
from bot.wiring.register import open_register


def propose(settings: Settings) -> Exit:
    """Ask the model of each document once, and sum up; what its words do not bear out is left out."""
    if not settings.model:
        tell("Ingen språkmodell är vald (KANSLI_MODEL). Reglerna läser dokumenten utan den.")
        return Exit.FAILED
    from bot.wiring.proposing import open_proposing  # noqa: PLC0415 - imports LangChain, which takes a second

    done = open_proposing(settings, open_register(settings)).run()
    result(
        f"{done.documents} dokument lästes av {settings.model}: {done.kept} uppgifter föreslogs, "
        f"{done.refused} ströks för att orden inte står i dokumentet."
    )
    if done.waiting or done.failures:
        tell(
            f"Modellen svarade inte om {done.failures} dokument, och {done.waiting} är kvar. "
            "Kör kommandot igen när den svarar."
        )
    return Exit.FAILED if done.failures and not done.documents else Exit.OK
