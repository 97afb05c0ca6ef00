"""A workspace lets Kansli in by itself, over the whole way, and takes it away again."""

import http.client
import json
import shutil
import sqlite3
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from html import unescape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from re import search
from typing import Any
from urllib.parse import urlsplit

import pytest
from cryptography.fernet import Fernet
from slack_sdk.oauth.installation_store import Installation

from bot import texts
from bot.cli.doctor import slack_findings
from bot.cli.manifest import BOT_SCOPES
from bot.incoming import Place
from bot.local.person import Person
from bot.local.server import LocalWorkspace
from bot.outgoing import Outgoing
from bot.settings import Settings, read_settings
from bot.store.installations import SqlInstallations
from bot.store.schema import prepare
from bot.wiring.slack import Bot, SlackByTeam, build_bot, open_installations
from knowledge.database import open_database
from tests.conftest import HOSTS, fake_knowledge, listening, settle
from tests.fakes import FakeAnswers, FakeStatusBook

QUESTION = "vem äger Minska hyrberoendet?"


@dataclass
class Browser:
    """Keeps cookies, and follows nothing by itself."""

    cookies: dict[str, str] = field(default_factory=dict)

    def get(self, url: str) -> tuple[int, str, str]:
        """Return status, address to go to, and page."""
        parts = urlsplit(url)
        connection = http.client.HTTPConnection(parts.netloc, timeout=20)
        cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        connection.request("GET", f"{parts.path}?{parts.query}", headers={"cookie": cookie})
        answer = connection.getresponse()
        page = answer.read().decode()
        for given in answer.headers.get_all("set-cookie") or ():
            name, _, value = given.partition(";")[0].partition("=")
            self.cookies[name] = value
        connection.close()
        return answer.status, answer.headers.get("location", ""), page


@dataclass
class Served:
    """A bot that workspaces install by themselves."""

    url: str
    bot: Bot
    settings: Settings
    local: LocalWorkspace

    def begin(self, browser: Browser) -> str:
        """Open the page of installation; return where its link leads."""
        status, _, page = browser.get(f"{self.url}/slack/install")
        assert status == 200
        assert "Installera Kansli i Slack" in page
        return link(page, "Fortsätt till Slack")

    def consent(self, browser: Browser, answer: str = "Tillåt") -> str:
        """Begin, and answer what Slack asks; return where Slack sends the browser."""
        status, _, page = browser.get(self.begin(browser))
        assert status == 200
        assert all(scope in page for scope in BOT_SCOPES)
        status, back, _ = browser.get(self.local.url + link(page, answer))
        assert status == 302
        return back

    def install(self) -> str:
        browser = Browser()
        status, _, page = browser.get(self.consent(browser))
        assert status == 200
        return page

    def installations(self) -> SqlInstallations:
        database = open_database(self.settings.database_url)
        return SqlInstallations(database, Fernet(self.settings.token_key), lambda: datetime.now(UTC))


def link(page: str, words: str) -> str:
    found = search(rf'href="([^"]+)">{words}</a>', page)
    assert found, page
    return unescape(found[1])


@pytest.fixture
def served(
    request: pytest.FixtureRequest, local: LocalWorkspace, tmp_path: Path, empty_store: Path
) -> Iterator[Served]:
    shutil.copytree(empty_store, tmp_path, dirs_exist_ok=True)
    environment = {
        "SLACK_CLIENT_ID": local.oauth.client_id,
        "SLACK_CLIENT_SECRET": local.oauth.client_secret,
        "SLACK_SIGNING_SECRET": local.signing_secret,
        "SLACK_API_URL": local.api_url,
        "KANSLI_TOKEN_KEY": Fernet.generate_key().decode(),
        "KANSLI_WORKSPACES": getattr(request, "param", local.workspace.team.id),
        "KANSLI_DATA_DIR": str(tmp_path),
    }
    settings = read_settings(environment, tmp_path / "no.env")
    bot = build_bot(settings, fake_knowledge(tmp_path, FakeAnswers(), FakeStatusBook()), "serve")
    bot.launch()
    with listening(bot) as url:
        local.oauth.redirect_url = f"{url}/slack/oauth_redirect"
        yield Served(url, bot, settings, local)
    bot.close()


def test_a_workspace_installs_and_is_answered_until_it_takes_kansli_away(
    served: Served, local: LocalWorkspace, eventually: Callable[[Callable[[], object]], None]
) -> None:
    assert "Kansli är installerat i Region Sjöland" in served.install()
    installations = served.installations()
    (token,) = local.oauth.issued
    assert installations.token(local.workspace.team.id) == token
    kept = sqlite3.connect(served.settings.data_dir / "kansli.db").execute("SELECT * FROM bot_installations")
    assert token not in str(kept.fetchall())

    local.deliver_to(f"{served.url}/slack/events")
    anna = Person(local, "U0ANNALIND1")
    anna.wait_for_reply("#uppdrag", anna.mention("#uppdrag", QUESTION))
    card = anna.wait_for_reply("#uppdrag", anna.mention("#uppdrag", "status: Minska hyrberoendet är gul"))
    anna.click(card, "status_save")
    anna.wait_for_message("#uppdrag", lambda each: "Sparat" in each.text)
    anna.command("/beslut", "hyrberoendet")
    anna.wait_for_message("#uppdrag", lambda each: bool(each.ephemeral_for) and "HR-dir" in each.text)
    settle(local)
    assert all(call.ok for call in local.calls)
    assert all(each.reason == "" for each in local.deliveries)

    local.oauth.uninstall()
    eventually(lambda: not installations.teams())
    said = len(anna.messages("#uppdrag"))
    anna.mention("#uppdrag", QUESTION)
    settle(local)
    assert len(anna.messages("#uppdrag")) == said + 1
    anna.command("/beslut", "hyrberoendet")
    anna.wait_for_message("#uppdrag", lambda each: each.text == texts.NOT_INSTALLED)
    assert all(each.reason == "" for each in local.deliveries)


def test_installing_again_replaces_the_token(served: Served, local: LocalWorkspace) -> None:
    served.install()
    served.install()
    assert served.installations().token(local.workspace.team.id) == list(local.oauth.issued)[-1]


def test_a_state_comes_back_once(served: Served) -> None:
    browser = Browser()
    back = served.consent(browser)
    cookies = dict(browser.cookies)
    assert browser.get(back)[0] == 200
    status, _, page = Browser(cookies).get(back)
    assert status == 401
    assert "redan använts" in page
    assert link(page, "Börja om") == "/slack/install"


def test_only_the_browser_that_began_may_end(served: Served, local: LocalWorkspace) -> None:
    back = served.consent(Browser())
    status, _, page = Browser().get(back)
    assert status == 400
    assert "en annan webbläsare" in page
    assert not local.oauth.issued
    assert not served.installations().teams()


def test_who_says_no_is_told_that_nothing_changed(served: Served) -> None:
    browser = Browser()
    status, _, page = browser.get(served.consent(browser, "Avbryt"))
    assert status == 200
    assert "Ingenting har ändrats" in page
    assert not served.installations().teams()


def test_a_reason_is_shown_as_text(served: Served) -> None:
    page = Browser().get(f"{served.url}/slack/oauth_redirect?error=%3Cscript%3Ealert(1)%3C/script%3E")[2]
    assert "<script" not in page


def test_a_wrong_client_secret_installs_nothing(served: Served, local: LocalWorkspace) -> None:
    browser = Browser()
    back = served.consent(browser)
    local.oauth.client_secret = "another"
    status, _, page = browser.get(back)
    assert status == 401
    assert "godkände inte" in page
    assert not served.installations().teams()


def test_the_doctor_tells_who_has_installed(served: Served, local: LocalWorkspace) -> None:
    assert any("ingen arbetsyta" in each.what for each in slack_findings(served.settings))
    served.install()
    findings = slack_findings(served.settings)
    assert any("ansluten till Region Sjöland" in each.what for each in findings)
    assert all(each.is_well for each in findings)
    local.oauth.issued.clear()
    (wrong,) = (each for each in slack_findings(served.settings) if not each.is_well)
    assert "token för Region Sjöland (invalid_auth)" in wrong.what


@pytest.mark.parametrize("served", ["T0ANNANYTA1, T0TREDJE001"], indirect=True)
def test_a_workspace_that_is_not_named_may_not_install(served: Served, local: LocalWorkspace) -> None:
    browser = Browser()
    status, _, page = browser.get(served.consent(browser))
    assert status == 403
    assert "får inte installera Kansli" in page
    assert not served.installations().teams()
    assert [call.method for call in local.calls][-1] == "auth.revoke"


def test_a_workspace_that_is_taken_off_the_list_has_no_installation_and_the_doctor_tells(
    served: Served, local: LocalWorkspace
) -> None:
    served.install()
    team = local.workspace.team.id
    narrowed = replace(served.settings, workspaces=frozenset({"T0ANNANYTA1"}))
    installations = open_installations(narrowed, open_database(narrowed.database_url))
    assert installations is not None
    assert not installations.teams()
    assert not installations.token(team)
    assert installations.find_installation(enterprise_id=None, team_id=team) is None
    (told,) = (each for each in slack_findings(narrowed) if not each.is_well)
    assert "Region Sjöland har installerat Kansli men står inte i KANSLI_WORKSPACES" in told.what
    anybody = replace(served.settings, workspaces=frozenset())
    (told,) = (each for each in slack_findings(anybody) if not each.is_well)
    assert "vilken arbetsyta som helst" in told.what


def test_each_team_is_written_to_with_its_own_token(tmp_path: Path) -> None:
    given: list[str] = []

    class Slack(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            given.append(self.headers["authorization"])
            self.rfile.read(int(self.headers["content-length"]))
            body = json.dumps({"ok": True, "ts": "1.0"}).encode()
            self.send_response(200)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Slack)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    environment = {
        "SLACK_API_URL": f"http://127.0.0.1:{server.server_port}/api/",
        "KANSLI_DATA_DIR": str(tmp_path),
    }
    settings = read_settings(environment, tmp_path / "no.env")
    database = open_database(settings.database_url)
    prepare(database)
    installations = SqlInstallations(database, Fernet(Fernet.generate_key()), lambda: datetime.now(UTC))
    for team in ("T1", "T2"):
        installations.save(Installation(user_id="U1", team_id=team, bot_token=f"xoxb-{team}"))
    slack_of = SlackByTeam(settings, database, lambda: HOSTS, "test", installations)
    for team in ("T2", "T1"):
        slack_of(team).post(Place("C1"), Outgoing("Hej"), f"key of {team}")
    server.shutdown()
    server.server_close()
    assert given == ["Bearer xoxb-T2", "Bearer xoxb-T1"]


def test_an_app_id_in_the_environment_leaves_a_bot_with_a_token_alone(
    local: LocalWorkspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SLACK_CLIENT_ID", "1.2")
    monkeypatch.setenv("SLACK_CLIENT_SECRET", "secret")
    environment = {
        "SLACK_BOT_TOKEN": local.bot_token,
        "SLACK_SIGNING_SECRET": local.signing_secret,
        "SLACK_API_URL": local.api_url,
        "KANSLI_DATA_DIR": str(tmp_path),
    }
    settings = read_settings(environment, tmp_path / "no.env")
    bot = build_bot(settings, fake_knowledge(tmp_path, FakeAnswers(), FakeStatusBook()), "serve")
    assert bot.app.oauth_flow is None
    bot.close()
