"""`kansli serve` and `kansli worker`: the bot until SIGTERM."""

import signal
import threading

from bot.cli.console import Exit, tell
from bot.errors import SlackUnavailableError
from bot.installing import INSTALL_PATH
from bot.serving import PATIENCE, listen
from bot.serving import serve as run_until_told
from bot.settings import Settings, require_slack
from bot.wiring.knowledge import open_knowledge
from bot.wiring.slack import build_bot


def serve(settings: Settings, host: str, port: int) -> Exit:
    """Connect to Slack and answer; health and metrics on the port."""
    require_slack(settings)
    try:
        listener = listen(port, host)
    except OSError as error:
        tell(f"Porten {port} går inte att använda ({error.strerror}). Välj en annan med --port.")
        return Exit.FAILED
    bound = listener.getsockname()[1]
    mode = "Socket Mode" if settings.slack_app_token else f"HTTP på http://{host}:{bound}/slack/events"

    def ready() -> None:
        if settings.is_installed_by_oauth:
            tell(f"Arbetsytor installerar Kansli på http://{host}:{bound}{INSTALL_PATH}.")
        tell(f"Kansli är ansluten ({mode}). Hälsa och mätvärden: http://{host}:{bound}/healthz och /metrics.")

    with open_knowledge(settings) as knowledge:
        try:
            bot = build_bot(settings, knowledge, "serve")
            run_until_told(bot, settings, listener, ready)
        except SlackUnavailableError:
            tell(
                "Slack går inte att nå eller tar inte emot token. Kör kansli doctor för att se vad som är fel."
            )
            return Exit.FAILED
        finally:
            listener.close()
    return Exit.OK


def worker(settings: Settings) -> Exit:
    """Do work that waits, and what is scheduled, without listening to Slack."""
    require_slack(settings)
    told_to_stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: told_to_stop.set())
    with open_knowledge(settings) as knowledge:
        try:
            bot = build_bot(settings, knowledge, "worker")
        except SlackUnavailableError:
            tell(
                "Slack går inte att nå eller tar inte emot token. Kör kansli doctor för att se vad som är fel."
            )
            return Exit.FAILED
        bot.launch()
        tell("Kansli gör väntande arbete. Avsluta med Ctrl-C.")
        told_to_stop.wait()
        bot.close(PATIENCE)
    return Exit.OK
