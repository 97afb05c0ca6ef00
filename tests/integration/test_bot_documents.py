"""Files dropped to the bot: read, shown, and in the register when somebody allowed says so."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot import texts
from bot.document_intake import FetchedFile, Intake, Standing
from bot.documents_folder import WAITS_FOR, DocumentsFolder
from bot.errors import SlackRefusedError, SlackUnavailableError
from bot.local.message import Message
from bot.local.person import Person
from bot.local.server import LocalWorkspace
from bot.parts import Slack
from bot.settings import read_settings
from bot.slack_files import fetch
from bot.store.schema import prepare
from bot.wiring.ingestion import open_ingestion
from bot.wiring.register import OpenRegister, open_register
from bot.wiring.slack import SlackByTeam
from knowledge.limits import Limits
from knowledge.scope import Scope
from retrieval.vector_filling import IndexFiller
from tests.conftest import HOSTS, RunningBot, slack_environment
from tests.fakes import FakeIntake
from tests.retrieval_fakes import FakeEmbedding, FakeVectorIndex, FakeVectorStore
from tests.samples.hostile import locked_pdf, pdf_bytes, scanned_pdf

Eventually = Callable[[Callable[[], object]], None]
DIRECTIVE = "# Uppdragsdirektiv: Kortare köer\n\n## Organisation\n\nUppdragsägare: Vårddirektören\n"
NAME = "direktiv köer.md"
KARIM = "U0KARIMSAL1"
GUEST = "U0MIAGAST01"


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenRegister]:
    folder = tmp_path_factory.mktemp("register")
    opened = open_register(read_settings({"KANSLI_DATA_DIR": str(folder)}, folder / "no.env"))
    yield opened
    opened.database.close()


@pytest.fixture
def folder(opened: OpenRegister, tmp_path: Path) -> DocumentsFolder:
    filler = IndexFiller(FakeVectorStore(), FakeVectorIndex(), FakeEmbedding())
    return DocumentsFolder(tmp_path, lambda: open_ingestion(opened), filler, Limits(opened.database))


@pytest.fixture(params=["real", "fake"])
def intake(request: pytest.FixtureRequest, folder: DocumentsFolder) -> Intake:
    return folder if request.param == "real" else FakeIntake()


def a_file(content: str = DIRECTIVE, name: str = NAME) -> FetchedFile:
    return FetchedFile(name, content.encode())


def card(person: Person, channel: str, ts: str) -> Message:
    return person.wait_for_message(
        channel,
        lambda each: each.thread_ts == ts and each.is_bot and not each.text.startswith("Läser"),
    )


# the intake, real and fake


def test_a_document_enters_once_and_comes_again_as_a_new_version(intake: Intake) -> None:
    first = intake.keep(a_file())
    reading = intake.read(first)
    assert (reading.title, reading.standing, reading.refusal) == (
        "Uppdragsdirektiv: Kortare köer",
        Standing.NEW,
        "",
    )
    assert reading.counts
    assert reading.passages
    assert intake.accept(first, ())
    assert intake.accept(first, ())  # a step that is done twice
    entered = intake.enter(first)
    assert entered.facts
    assert entered == intake.enter(first)
    assert intake.fill()
    assert intake.read(intake.keep(a_file())).standing is Standing.KNOWN
    assert intake.discard(first)
    second = intake.keep(a_file(DIRECTIVE.replace("Vårddirektören", "Regiondirektören")))
    again = intake.read(second)
    assert (again.standing, again.replaces) == (Standing.NEW_VERSION, "Uppdragsdirektiv: Kortare köer")
    assert intake.accept(second, ())
    assert not intake.accept(first, ())


def test_a_document_that_is_kept_to_a_channel_stays_there(intake: Intake) -> None:
    first = intake.keep(a_file("# Hemlig plan\n\nText.\n", "hemlig.md"))
    assert intake.accept(first, ("C0LEDNING01",))
    assert intake.enter(first).passages
    again = intake.read(intake.keep(a_file("# Hemlig plan\n\nNy text.\n", "hemlig.md")))
    assert (again.standing, again.is_limited) == (Standing.NEW_VERSION, True)


def test_what_is_thrown_away_waits_no_longer(intake: Intake) -> None:
    document = intake.keep(a_file("# Annat direktiv\n\nText.\n"))
    assert intake.discard(document)
    assert not intake.discard(document)
    assert not intake.accept(document, ())


def test_what_cannot_be_read_is_refused_with_a_reason(intake: Intake) -> None:
    assert intake.read(intake.keep(a_file(" "))).refusal


# the real folder


def test_a_limited_document_is_named_by_its_file_and_hidden_elsewhere(
    folder: DocumentsFolder, opened: OpenRegister
) -> None:
    document = folder.keep(a_file("# Rombmalens plan\n\nText.\n", "plan.md"))
    assert folder.accept(document, ("C0LEDNING01",))
    folder.enter(document)
    assert folder.read(folder.keep(a_file("# Annat\n\nText.\n", "plan.md"))).replaces == "plan.md"
    titles = [each.title for each in opened.register.documents()]
    assert "Rombmalens plan" not in titles
    here = opened.register.documents(Scope(places=("C0LEDNING01",)))
    assert "Rombmalens plan" in [each.title for each in here]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("låst.pdf", locked_pdf(pdf_bytes(["Protokoll"]), "hemligt"), "lösenord"),
        ("bild.png", b"\x89PNG\r\n\x1a\n", "bild"),
        ("kalkyl.xlsx", b"PK\x03\x04junk", "skadad"),
        ("program.exe", b"MZ\x90\x00", "program"),
        ("lista.csv", b"namn;telefon\nAnna;1\n", "sammanträdesplan"),
    ],
)
def test_files_that_are_no_documents_are_refused_in_plain_words(
    folder: DocumentsFolder, name: str, content: bytes, reason: str
) -> None:
    assert reason in folder.read(folder.keep(FetchedFile(name, content))).refusal


def test_a_scanned_document_is_read_or_refused(folder: DocumentsFolder) -> None:
    reading = folder.read(folder.keep(FetchedFile("skannad.pdf", scanned_pdf())))
    assert reading.refusal or reading.warnings


def test_a_name_never_leads_out_of_the_folder(folder: DocumentsFolder) -> None:
    document = folder.keep(a_file(name="../../etc/.ssh/direktiv.md"))
    assert folder.accept(document, ())
    assert [each.parent for each in folder.data_dir.rglob("*.md")] == [folder.documents]


def test_a_document_nobody_decides_on_is_thrown_away(folder: DocumentsFolder) -> None:
    document = folder.keep(a_file())
    later = replace(folder, clock=lambda: time.time() + WAITS_FOR + 1)
    later.keep(a_file("# Något annat\n"))
    assert not folder.accept(document, ())


# fetching


@pytest.fixture
def slack(local: LocalWorkspace, opened: OpenRegister, tmp_path: Path) -> Slack:
    settings = read_settings(slack_environment(local, tmp_path), tmp_path / "no.env")
    prepare(opened.database)
    return SlackByTeam(settings, opened.database, lambda: HOSTS, "test")("")


def shared(local: LocalWorkspace, content: bytes = b"hej", name: str = "a.txt") -> str:
    anna = Person(local, "U0ANNALIND1")
    message = anna.message(anna.direct_channel, anna.upload(anna.direct_channel, name, content))
    return str(message.files[0]["id"])


def test_a_file_is_fetched_whole_and_never_more_than_is_wanted(local: LocalWorkspace, slack: Slack) -> None:
    file = shared(local, b"x" * 200_000)
    assert slack.fetch(file, 200_000) == FetchedFile("a.txt", b"x" * 200_000)
    with pytest.raises(SlackRefusedError, match="file_too_large"):
        slack.fetch(file, 199_999)
    told = {**local.workspace.files.get(file).to_slack(local.url, "T"), "size": 3}  # says less than it holds
    with pytest.raises(SlackRefusedError, match="file_too_large"):
        fetch(told, local.bot_token, local.api_url, 199_999)


def test_a_file_that_is_gone_or_not_given_out_is_refused(local: LocalWorkspace, slack: Slack) -> None:
    with pytest.raises(SlackRefusedError, match="file_not_found"):
        slack.fetch("F0FINNSINTE", 1_000)
    told = local.workspace.files.get(shared(local)).to_slack(local.url, "T")
    with pytest.raises(SlackRefusedError, match="missing_scope"):
        fetch(told, "xoxb-fel", local.api_url, 1_000)
    page = {**told, "url_private_download": f"{local.url}/"}
    with pytest.raises(SlackRefusedError, match="missing_scope"):
        fetch(page, local.bot_token, local.api_url, 1_000_000)


def test_a_file_is_tried_again_when_slack_is_out_of_order(local: LocalWorkspace, slack: Slack) -> None:
    file = shared(local)
    local.faults.fail("url_private", status=503)
    with pytest.raises(SlackUnavailableError):
        slack.fetch(file, 1_000)
    assert slack.fetch(file, 1_000).content == b"hej"


@pytest.mark.parametrize(
    "url",
    [
        "",
        "file:///etc/passwd",
        "http://files.slack.com/files-pri/a",
        "https://files.slack.com.example/a",
        "https://files.slack.com@example.com/a",
        "https://files.slack.com:8443/a",
        "http://169.254.169.254/latest/meta-data",
        "http://127.0.0.1:1/a",
        "https://[/a",
    ],
)
def test_nothing_is_fetched_from_other_hosts(url: str) -> None:
    with pytest.raises(SlackRefusedError, match="file_elsewhere"):
        fetch({"url_private_download": url}, "xoxb-hemlig", "https://slack.com/api/", 1_000)


def test_a_file_that_lies_elsewhere_is_not_fetched() -> None:
    told = {"is_external": True, "url_private": "https://files.slack.com/a"}
    with pytest.raises(SlackRefusedError, match="file_elsewhere"):
        fetch(told, "xoxb-hemlig", "https://slack.com/api/", 1_000)


# in Slack


def test_a_document_dropped_to_the_bot_is_shown_and_let_in(
    running: RunningBot, eventually: Eventually
) -> None:
    running.local.faults.duplicate_events(1)
    anna = running.person()
    ts = anna.upload(anna.direct_channel, NAME, DIRECTIVE.encode())
    shown = card(anna, anna.direct_channel, ts)
    assert "Uppdragsdirektiv: Kortare köer" in shown.text
    assert texts.DOCUMENT_NEW in shown.text
    assert not running.intake.entered
    running.local.faults.fail("url_private")
    anna.click(shown, "document_add")
    eventually(lambda: texts.DOCUMENT_DONE in anna.message(anna.direct_channel, shown.ts).text)
    told = anna.message(anna.direct_channel, shown.ts).text
    assert f"{NAME} är inläst: 5 uppgifter" in told
    assert "Inlagt av Anna Lind." in told
    assert running.intake.entered == {NAME: DIRECTIVE.encode()}
    assert not running.answers.asked
    anna.click(shown, "document_cancel")
    anna.wait_for_message(anna.direct_channel, lambda each: texts.DOCUMENT_GONE in each.text)


def test_the_same_name_again_is_shown_as_a_new_version_and_can_be_left_out(
    running: RunningBot, eventually: Eventually
) -> None:
    running.intake.entered[NAME] = b"# Annat direktiv\n"
    anna = running.person()
    text = f"@{running.local.workspace.app.handle} ny version"
    ts = anna.upload("#uppdrag", NAME, DIRECTIVE.encode(), text)
    shown = card(anna, "#uppdrag", ts)
    assert "med samma namn: Annat direktiv" in shown.text
    anna.click(shown, "document_cancel")
    eventually(lambda: "Avbrutet." in anna.message("#uppdrag", shown.ts).text)
    assert not running.intake.accepted
    assert not running.answers.asked
    again = card(anna, "#uppdrag", anna.upload("#uppdrag", NAME, DIRECTIVE.encode(), text))
    anna.click(again, "document_add_here")
    eventually(lambda: texts.DOCUMENT_DONE in anna.message("#uppdrag", again.ts).text)
    assert running.intake.limits == {NAME: ("C0UPPDRAG01",)}


def test_a_question_with_a_file_is_answered_too(running: RunningBot) -> None:
    anna = running.person()
    anna.upload(anna.direct_channel, "tom.txt", b" ", "vem äger Minska hyrberoendet?")
    anna.wait_for_message(anna.direct_channel, lambda each: "HR-direktören äger" in each.text)
    refused = anna.wait_for_message(anna.direct_channel, lambda each: "kan inte läsas in" in each.text)
    assert refused.text == "tom.txt kan inte läsas in. Filen är tom."


def test_only_those_who_may_change_the_register_can_drop_documents(running: RunningBot) -> None:
    karim, mia = running.person(KARIM), running.person(GUEST)
    mia.upload(mia.direct_channel, NAME, DIRECTIVE.encode())
    karim.upload(karim.direct_channel, NAME, DIRECTIVE.encode())
    karim.wait_for_message(karim.direct_channel, lambda each: each.text == texts.DOCUMENT_NOT_ALLOWED)
    assert not running.intake.waiting
    assert not [each for each in mia.messages(mia.direct_channel) if each.is_bot]
    anna = running.person()
    text = f"@{running.local.workspace.app.handle}"
    shown = card(anna, "#uppdrag", anna.upload("#uppdrag", NAME, DIRECTIVE.encode(), text))
    karim.click(shown, "document_add")
    karim.wait_for_message("#uppdrag", lambda each: each.text == texts.EDIT_NOT_ALLOWED)
    assert not running.intake.accepted


def test_a_file_between_people_is_theirs(running: RunningBot) -> None:
    anna = running.person()
    anna.upload("#uppdrag", NAME, DIRECTIVE.encode(), "titta här")
    answered = anna.mention("#uppdrag", "vem äger Minska hyrberoendet?")
    anna.wait_for_reply("#uppdrag", answered)
    anna.upload("#uppdrag", NAME, DIRECTIVE.encode(), "läs den här", thread_ts=answered)
    asked = anna.direct("vem leder det?")
    anna.wait_for_reply(anna.direct_channel, asked)
    assert not running.intake.waiting
    assert [each.text for each in running.answers.asked] == [
        "vem äger Minska hyrberoendet?",
        "vem leder det?",
    ]
