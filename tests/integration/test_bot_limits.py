"""What a limited document says reaches the places that it is limited to, and no other, by any way in."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from bot import texts
from bot.cli.limit import limit
from bot.local.identity import Usergroup
from bot.local.message import Message
from bot.local.person import Person
from bot.local.server import LocalWorkspace
from bot.local.workspace import Workspace
from bot.serving import SlackConnection
from bot.settings import Settings, read_settings
from bot.source_place import SourcePlace
from bot.suggestions import RegisterSuggestions
from bot.weekly_digest import DigestSubscription
from bot.wiring.answering import open_filler
from bot.wiring.ingestion import open_ingestion
from bot.wiring.knowledge import open_knowledge
from bot.wiring.register import open_register
from bot.wiring.slack import Knowledge, build_bot
from bot.workflows.exchange import cited_documents, exchange_of
from knowledge.limits import Limits
from retrieval.question import Question
from tests.builders import NOW, TODAY, a_citation, an_answer
from tests.conftest import RunningBot, slack_environment
from tests.fakes import FakeAnswers, FakeClock

SAMPLES = Path(__file__).parents[2] / "samples" / "region-sjoland"
DIRECTIVE = SAMPLES / "uppdragsdirektiv-minska-hyrberoendet.md"
OPEN = SAMPLES / "uppdragsdirektiv-nara-vard-2027-utkast.txt"
CHANNEL, ELSEWHERE = "C0UPPDRAG01", "C0ALLMANT01"
GROUP = "S0LEDNING01"
KARIM = "U0KARIMSAL1"
NAMES = re.compile(
    "Minska hyrberoendet|Linnea|Patrik|Ylva|Hälso- och sjukvårdsd|HR-d|emanningsenhet|emanningsmodell|regionsjoland"
)
QUESTIONS = (  # none holds the secret word, so that no answer can repeat it from the question
    "Vem äger uppdraget RS 27-2026?",
    "Vem leder uppdraget med diarienummer RS 27-2026?",
    "När är nästa beslutspunkt BP2?",
    "Hur mycket kostade inhyrd personal 2025?",
    "Vad betyder BE?",
    "Vilka är uppdragets medlemmar?",
    "Vilka uppdrag finns?",
    "Vad beslutade regionstyrelsen 2026-02-17?",
    "Vilka risker finns när inhyrningen minskar?",
)


def secret(word: str) -> str:
    """Return the directive with a word of its own in whatever it says of anybody or anything."""
    return NAMES.sub(word, DIRECTIVE.read_text(encoding="utf-8"))


@dataclass
class Limited:
    """A bot with one document limited to a channel, another to a group, and one that is open."""

    local: LocalWorkspace
    knowledge: Knowledge
    settings: Settings

    def person(self, user: str = "U0ANNALIND1") -> Person:
        return Person(self.local, user)

    def seen_elsewhere(self, since: int = 0) -> str:
        """Return all that is seen in any place but the channel of the limited document, and was sent since a call."""
        calls = [
            json.dumps(each.arguments, ensure_ascii=False)
            for each in self.local.calls[since:]
            if each.arguments.get("channel") != CHANNEL
        ]
        shown = [
            str(message.to_slack(self.local.workspace.app, "T"))
            for channel, messages in self.local.workspace.messages.items()
            if channel != CHANNEL
            for message in messages.values()
        ]
        views = [str(view.blocks) for view in (*self.local.workspace.views.values(),)]
        homes = [str(view.blocks) for view in self.local.workspace.homes.values()]
        return "\n".join([*calls, *shown, *views, *homes]).casefold()


@pytest.fixture(scope="module")
def limited(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Limited]:
    folder = tmp_path_factory.mktemp("limited")
    documents = folder / "documents"
    documents.mkdir()
    (documents / "kanal.md").write_text(secret("kvadratfjäril"), encoding="utf-8")
    (documents / "grupp.md").write_text(secret("rombmal"), encoding="utf-8")
    (documents / "open.txt").write_text(OPEN.read_text(encoding="utf-8"), encoding="utf-8")
    workspace = Workspace(usergroups=(Usergroup(GROUP, "ledning", (KARIM,)),))
    with LocalWorkspace(workspace, retry_after=(0.0, 0.2, 0.5)) as local:
        environment = {**slack_environment(local, folder / "data"), "KANSLI_OPERATORS_CHANNEL": ELSEWHERE}
        settings = read_settings(environment, folder / "no.env")
        opened = open_register(settings)
        limits = Limits(opened.database)
        limits.set(documents / "kanal.md", (CHANNEL,))
        with open_ingestion(opened) as ingest:
            ingest.index([documents])
        limits.set(documents / "grupp.md", (GROUP,))
        filler = open_filler(settings, opened)
        filler.filler.fill()
        filler.close()
        opened.database.close()
        with open_knowledge(settings) as knowledge:
            bot = build_bot(settings, knowledge, "serve")
            bot.launch()
            connection = SlackConnection.open(bot, settings)
            assert local.wait_for_connection()
            yield Limited(local, knowledge, settings)
            connection.close()
            bot.close()


def asked(person: Person, channel: str, question: str) -> Message:
    ts = person.direct(question) if channel.startswith("D") else person.mention(channel, question)
    return person.wait_for_reply(channel, ts, timeout=30)


def private(person: Person, command: str, words: str, channel: str) -> Message:
    """Use a command and return what only the person sees of it."""
    before = {each.ts for each in person.messages(channel)}
    person.command(command, words, channel)
    return person.wait_for_message(
        channel, lambda each: each.ts not in before and each.ephemeral_for == person.user_id, timeout=30
    )


def test_a_limited_document_answers_in_its_channel_and_its_group_alone(limited: Limited) -> None:
    anna, karim = limited.person(), limited.person(KARIM)
    here = [asked(anna, CHANNEL, question).visible_text.casefold() for question in QUESTIONS[:3]]
    assert sum("kvadratfjäril" in each for each in here) >= 2
    assert not [each for each in here if "rombmal" in each]
    in_group = [asked(karim, karim.direct_channel, question).visible_text for question in QUESTIONS[:3]]
    assert sum("rombmal" in each.casefold() for each in in_group) >= 2
    limited.local.faults.fail("usergroups.users.list", status=500, times=3)
    unknown = asked(karim, karim.direct_channel, "Vem äger RS 27-2026?")
    assert "rombmal" not in unknown.visible_text.casefold()
    limited.local.faults.clear()
    assert "kvadratfjäril" not in limited.seen_elsewhere()
    source = next(each for each in anna.messages(CHANNEL) if "show_source" in str(each.blocks))
    anna.click(source, "show_source")
    assert "kvadratfjäril" in str(anna.wait_for_view().blocks).casefold()
    anna.close(anna.wait_for_view())
    limited.local.workspace.views.clear()


def test_no_way_in_leads_out(limited: Limited) -> None:
    anna, karim = limited.person(), limited.person(KARIM)
    since = len(limited.local.calls)
    for question in QUESTIONS:
        for channel in (ELSEWHERE, anna.direct_channel):
            asked(anna, channel, question)
        asked(karim, ELSEWHERE, question)
        private(anna, "/beslut", question, ELSEWHERE)
        private(anna, "/uppdrag", question, ELSEWHERE)
    for command, words in (
        ("/uppdrag", ""),
        ("/uppdrag", "avveckla"),
        ("/status", "RS 27-2026 är röd"),
        ("/kansli", "hjälp"),
        ("/kansli", "veckobrev på"),
    ):
        private(anna, command, words, ELSEWHERE)
        private(karim, command, words, CHANNEL)
    anna.command("/status", "", ELSEWHERE)
    anna.wait_for_view("status_form")
    anna.command("/kansli", "inställningar", ELSEWHERE)
    anna.wait_for_view("channel_form")
    for person in (anna, karim):
        person.open_home()
        person.wait_for_home(timeout=30)
    anna.open_assistant()
    anna.wait_for_message(anna.direct_channel, lambda each: texts.GREETING in each.text, timeout=30)
    answer = asked(anna, CHANNEL, QUESTIONS[0])
    assert "kvadratfjäril" in answer.visible_text.casefold()
    anna.click(answer, "feedback", "bad " + answer_key(answer))
    anna.submit(anna.wait_for_view("feedback_form"), {"comment": "Det är kvadratfjäril som gäller"})
    told = anna.wait_for_message(ELSEWHERE, lambda each: "säger att ett svar är fel" in each.text, timeout=30)
    assert texts.COMPLAINT_LIMITED in told.text
    sent = limited.seen_elsewhere(since)
    assert "kvadratfjäril" not in sent
    assert "rombmal" not in "".join(
        str(each.visible_text).casefold()
        for channel in (CHANNEL, ELSEWHERE, anna.direct_channel)
        for each in limited.local.workspace.history(channel)
    )


def answer_key(message: Message) -> str:
    found = re.search(r"'value': 'bad ([^']+)'", str(message.blocks))
    assert found
    return found[1]


def test_what_is_made_without_a_question_holds_nothing_limited(limited: Limited) -> None:
    knowledge = limited.knowledge
    wanted = DigestSubscription("T", CHANNEL)
    made = (
        knowledge.digests.digest(wanted, TODAY, None),
        knowledge.digests.digest(replace(wanted, place=ELSEWHERE), TODAY, TODAY.replace(year=2020)),
        knowledge.suggestions.suggest(),
        knowledge.assignments.find("", TODAY, 100),
        knowledge.points.ahead(TODAY, 3_000),
        knowledge.book.assignments(),
        knowledge.bodies.organisations(),
        knowledge.bodies.boards(),
        knowledge.read_status("status: RS 27-2026 är gul", TODAY),
        *(knowledge.answers.answer(Question(question, TODAY)) for question in QUESTIONS),
    )
    assert not re.search("kvadratfjäril|rombmal", str(made).casefold())
    with open_knowledge(limited.settings) as other:
        places = {number: other.sources.may_show((number,), ()) for number in (1, 2, 3)}
    assert sorted(places.values()) == [False, False, True]
    hidden = next(number for number, shown in places.items() if not shown)
    assert knowledge.sources.passage(SourcePlace.of(hidden, 0, 3, "---"), ()) is None
    assert not knowledge.corrections.facts_at(SourcePlace(hidden, 0, 9_999, 0), 99)


def test_a_private_answer_is_not_shared_when_its_source_is_limited_since(running: RunningBot) -> None:
    anna = running.person()
    anna.command("/beslut", "hyrberoendet")
    answer = anna.wait_for_message(
        "#uppdrag", lambda each: bool(each.ephemeral_for) and "HR-dir" in each.text
    )
    running.register.limited.add("S0ANNAN0001")
    anna.click(answer, "share_answer")
    anna.wait_for_message("#uppdrag", lambda each: texts.SHARE_NOT_THERE in each.text)
    assert not [each for each in anna.messages("#uppdrag") if "delar ett svar" in each.text]


def test_suggestions_are_made_anew_when_a_document_is_limited(tmp_path: Path) -> None:
    settings = read_settings({"KANSLI_DATA_DIR": str(tmp_path / "data")}, tmp_path / "no.env")
    opened = open_register(settings)
    with open_ingestion(opened) as ingest:
        ingest.index([DIRECTIVE])
    suggestions = RegisterSuggestions(opened.register, FakeAnswers(), FakeClock())
    assert "hyrberoendet" in str(suggestions.suggest())
    Limits(opened.database).set(DIRECTIVE, (CHANNEL,))
    assert not suggestions.suggest()
    opened.database.close()


def test_a_list_of_holders_is_no_document_that_could_be_limited() -> None:
    answer = an_answer(citations=(a_citation(), replace(a_citation(), document_id=0)))
    assert cited_documents(exchange_of("k", "T", "C", "", "U", "vem?", answer, NOW)) == (1,)


def test_the_command_tells_what_is_limited(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = tmp_path / "plan.md"
    document.write_text("# Plan\n", encoding="utf-8")
    settings = read_settings({"KANSLI_DATA_DIR": str(tmp_path / "data")}, tmp_path / "no.env")

    def said(path: Path | None, channels: tuple[str, ...] = (), *, lifted: bool = False) -> str:
        limit(settings, path, channels, (GROUP,) if channels else (), lifted=lifted)
        return "".join(capsys.readouterr())

    assert "Skriv id" in said(document, ("#ledning",))
    assert "Sökvägen finns inte" in said(tmp_path / "nej", (CHANNEL,))
    assert "--open" in said(document)
    assert "Inga dokument är begränsade" in said(None)
    done = said(document, (CHANNEL,))
    assert done == f"Begränsat till {CHANNEL}, {GROUP}: {document} (0 inlästa dokument).\n"
    assert said(None) == f"{document}: {CHANNEL}, {GROUP}\n"
    assert "Inte längre begränsat" in said(document, lifted=True)
    assert "Inga dokument är begränsade" in said(None)
