"""Every view makes Block Kit that Slack takes, whatever the words are."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from bot import texts
from bot.actions import ANSWER_CHOICE
from bot.guard import guarded, guarded_home, guarded_modal
from bot.outgoing import Modal, Outgoing
from bot.parts import AssignmentCard, Passage, PointAhead
from bot.status_drafts import Candidate, StatusCard
from bot.views import (
    answer,
    assignment,
    digest,
    feedback_form,
    home,
    source,
    status_card,
    status_form,
    welcome,
)
from bot.weekly_digest import SpokenSection
from knowledge.digest import DigestKind
from knowledge.entries import State, StatusUpdate
from retrieval.answer import Note, NoteKind
from tests.builders import (
    NOW,
    TODAY,
    a_citation,
    a_digest,
    a_document,
    a_draft,
    ambiguous,
    an_answer,
    not_found,
)

HOSTS = frozenset({"region-sjoland.example"})
AWKWARD = "<!channel> *Hej* <https://evil.example|x> & _då_ ~nu~ `kod` " * 40
CARD = StatusCard("T:C:1", "U1", "status: gul", (a_draft(),))
UPDATE = StatusUpdate(1, 7, "Minska hyrberoendet", State.RED, "sent", "Anna Lind", NOW, "…")


def check(message: Outgoing) -> tuple[dict[str, Any], ...]:
    """Put a message through the guard and through Slack's own block models; return its blocks."""
    sent = guarded(message, HOSTS)
    assert sent.text.strip()
    assert len(sent.text) < 4_000
    assert len(sent.blocks) <= 50
    for block in Block.parse_all(list(sent.blocks)):
        assert block.to_dict()
    ids = [
        element["action_id"]
        for block in sent.blocks
        for element in [*block.get("elements", [])]
        if "action_id" in element
    ]
    per_block = [
        [element["action_id"] for element in block.get("elements", []) if "action_id" in element]
        for block in sent.blocks
    ]
    assert all(len(set(each)) == len(each) for each in per_block), ids
    return sent.blocks


def check_modal(modal: Modal) -> None:
    sent = guarded_modal(modal, HOSTS)
    view = View(
        type="modal",
        title={"type": "plain_text", "text": sent.title},
        blocks=list(sent.blocks),
        close={"type": "plain_text", "text": sent.close},
        callback_id=sent.callback_id or None,
        private_metadata=sent.private,
        submit={"type": "plain_text", "text": sent.submit} if sent.submit else None,
    )
    assert view.to_dict()
    assert len(sent.title) <= 24
    for block in Block.parse_all(list(sent.blocks)):
        assert block.to_dict()


@pytest.mark.parametrize(
    "given",
    [
        an_answer(),
        not_found(),
        ambiguous(),
        an_answer(AWKWARD, notes=tuple(Note(kind, AWKWARD) for kind in NoteKind)),
        an_answer(citations=tuple(a_citation("ord " * 300, start) for start in range(200))),
    ],
    ids=["answer", "not found", "ambiguous", "awkward words", "200 sources"],
)
def test_an_answer_is_taken(given: Any) -> None:
    check(answer.render(given, "T:C:1.1"))


def test_an_answer_stands_first_then_notes_then_numbered_sources() -> None:
    given = an_answer(notes=(Note(NoteKind.DRAFT, "Direktivet är ett utkast."),))
    blocks = check(answer.render(given, "k"))
    assert blocks[0]["text"]["text"] == given.text
    assert "*Utkast:* Direktivet är ett utkast." in blocks[1]["elements"][0]["text"]
    shown = blocks[3]["text"]["text"]
    assert shown.startswith("1. *<https://region-sjoland.example/direktiv.md|Uppdragsdirektiv")
    assert "2 Organisation, 2026-03-02" in shown
    assert ">Uppdragsägare: HR-direktören" in shown


def test_a_screen_reader_gets_answer_note_and_sources() -> None:
    text = answer.render(an_answer(notes=(Note(NoteKind.PROPOSED, "Det är ett förslag."),)), "k").text
    assert "HR-direktören äger" in text
    assert "Förslag, inte beslutat: Det är ett förslag." in text
    assert "1. Uppdragsdirektiv: Minska hyrberoendet, 2 Organisation, 2026-03-02" in text


def test_a_title_cannot_break_out_of_its_link() -> None:
    citation = replace(a_citation(), title="A|B> <!channel>", url="https://region-sjoland.example/a|b>c")
    text = check(answer.render(an_answer(citations=(citation,)), "k"))[2]["text"]["text"]
    assert text.count("<") == 1
    assert "!channel" not in text.partition("|")[0]


@pytest.mark.parametrize(
    "draft",
    [
        a_draft(),
        a_draft(state=None),
        a_draft(candidates=()),
        a_draft(candidates=tuple(Candidate(n, f"Uppdrag {n} " * 20) for n in range(20))),
        a_draft(text=AWKWARD),
        a_draft().saved("Anna & Co", NOW),
    ],
)
def test_a_status_card_is_taken(draft: Any) -> None:
    check(status_card.render(replace(CARD, drafts=(draft, draft), original=AWKWARD)))


def test_a_state_is_told_by_word_and_colour() -> None:
    message = status_card.render(CARD)
    assert "🟡 gul" in str(message.blocks)
    assert "gul" in message.text


def test_an_unclear_update_cannot_be_saved() -> None:
    for draft in (a_draft(state=None), a_draft(candidates=())):
        assert "status_save" not in str(status_card.render(replace(CARD, drafts=(draft,))).blocks)


def test_the_status_form_is_filled_in_from_the_draft() -> None:
    assignments = tuple(Candidate(number, f"Uppdrag {number} " * 20) for number in range(300))
    modal = status_form.render(assignments, a_draft(text=AWKWARD), "{}")
    check_modal(modal)
    assert modal.blocks[0]["element"]["initial_option"]["value"] == "7"
    assert modal.blocks[1]["element"]["initial_option"]["value"] == "yellow"
    check_modal(status_form.render((), None, ""))


def test_other_modals_are_taken() -> None:
    check_modal(feedback_form.render("key"))
    check_modal(source.render(Passage(a_document(), AWKWARD, AWKWARD, AWKWARD, 3)))
    check_modal(source.render(None))


def test_a_source_shows_its_quote_first_and_marked() -> None:
    blocks = source.render(Passage(a_document(), "Före. ", "| **BP2** | 15 mars |", " Efter.", 3)).blocks
    shown = [str(block) for block in blocks]
    quote = next(n for n, each in enumerate(shown) if "| **BP2** | 15 mars |" in each)
    assert "rich_text_quote" in shown[quote]
    assert "bold" in shown[quote]
    assert quote < next(n for n, each in enumerate(shown) if "Före. " in each)
    assert quote < next(n for n, each in enumerate(shown) if "Efter." in each)


def test_the_home_tab_is_taken() -> None:
    points = tuple(PointAhead(AWKWARD, "BP1", "15 mars") for _ in range(90))
    blocks = guarded_home(home.render(points, (UPDATE,) * 8, ("Vem?",)), HOSTS)
    assert len(blocks) <= 100
    for block in Block.parse_all(list(blocks)):
        assert block.to_dict()


def test_the_home_tab_suggests_questions_that_can_be_pressed() -> None:
    blocks = home.render((), (), ("Vem äger A?", "När är B?"))
    pressed = [
        element["value"]
        for block in blocks
        for element in block.get("elements", [])
        if str(element.get("action_id", "")).startswith(ANSWER_CHOICE)
    ]
    assert pressed == ["\nVem äger A?", "\nNär är B?"]


def test_the_welcome_suggests_questions_that_can_be_pressed() -> None:
    blocks = check(welcome.message(("Vem äger A?", "Vad beslutades?" * 30), "Minska hyrberoendet"))
    assert "Vem äger A?" in str(blocks)
    check(welcome.message((), lead=texts.EMPTY_QUESTION))


def test_a_list_of_assignments_is_taken() -> None:
    cards = tuple(AssignmentCard(Candidate(n, AWKWARD), status=UPDATE) for n in range(10))
    check(assignment.listing(AWKWARD, cards, 40))
    check(assignment.listing("x", (), 0))


@pytest.mark.parametrize("items", [0, 1, 12, 13, 1_000])
def test_a_long_list_in_a_digest_says_how_many_more_there_are_and_how_to_see_them(items: int) -> None:
    given = a_digest(TODAY, items) if items else replace(a_digest(), sections=())
    messages = digest.render(given, "Sent.")
    shown = "".join(str(check(message)) for message in messages)
    ways = ((shown, texts.DIGEST_ALL[DigestKind.AHEAD]), (digest.plain_text(given), "kansli digest --json"))
    for told, how in ways:
        assert all(f"BP{number}" in told for number in range(min(items, 12)))
        assert (f"… och {items - 12} till." in told) == (items > 12)
        assert (how in told) == (items > 12)


def test_a_digest_with_many_long_items_becomes_several_messages_and_loses_nothing() -> None:
    sections = tuple(
        SpokenSection(kind, tuple(f"{kind.value}{number} {'ord ' * 150}" for number in range(12)))
        for kind in DigestKind
    )
    messages = digest.render(replace(a_digest(), sections=sections))
    shown = "".join(str(check(message)) for message in messages)
    assert len(messages) > 1
    assert all(f"{kind.value}{number} " in shown for kind in DigestKind for number in range(12))
    assert "vecka 48" in messages[0].text
    assert dt.date(2026, 11, 23) == TODAY
