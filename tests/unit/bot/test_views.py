"""Every view makes Block Kit that Slack takes, whatever the words are."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from bot import texts
from bot.actions import ANSWER_CHOICE
from bot.digest_times import DigestTime
from bot.document_intake import (
    DocumentReading,
    EnteredDocument,
    Standing,
    WaitingDocument,
    file_name,
)
from bot.guard import guarded, guarded_home, guarded_modal
from bot.outgoing import Modal, Outgoing
from bot.parts import AssignmentCard, OwnPage, Passage, PointAhead
from bot.reports.building import MeetingAhead
from bot.status_drafts import Candidate, Ending, PlanWarning, StatusCard
from bot.views import (
    answer,
    assignment,
    digest,
    digest_form,
    document_offer,
    feedback_form,
    home,
    source,
    status_card,
    status_form,
    welcome,
)
from bot.weekly_digest import DigestSubscription, SpokenItem, SpokenSection
from knowledge.digest import DigestKind
from knowledge.entries import State, StatusDetails, StatusUpdate
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
OWN_DIGEST = DigestSubscription(
    "T1", "U1", (AWKWARD,), (1, 2), DigestTime(3, dt.time(14)), "en", followed=(7,)
)
EMPTY_HOME = home.HomePage(TODAY, OwnPage(()), (), (), (), ())
UPDATE = StatusUpdate(1, 7, "Minska hyrberoendet", State.RED, "sent", "Anna Lind", NOW, "…")


WARNED = replace(
    a_draft(),
    details=StatusDetails("sen", "annons", "läkarbrist", ("2027-03-15",), "Maria Ek"),
    warnings=(PlanWarning("Du skriver klart.", "| BP3 | 2027-03-31 |", "Direktiv, s. 3"),),
)


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


def test_what_an_answer_lists_in_columns_is_a_table_below_its_first_line() -> None:
    table = (("Punkt", "Tid"), ("BP1", "15 mars 2027"), ("BP2", ""), ("BP3", "maj 2027"))
    given = replace(
        an_answer(), text="3 punkter:\n• BP1: 15 mars 2027\n• BP2: –\n• BP3: maj 2027", table=table
    )
    shown = guarded(answer.render(given, "T:C:1"), HOSTS)
    first, second = shown.blocks[:2]
    assert first["text"]["text"] == "3 punkter:"
    assert [[cell["text"] for cell in row] for row in second["rows"]] == [
        ["Punkt", "Tid"],
        ["BP1", "15 mars 2027"],
        ["BP2", "–"],
        ["BP3", "maj 2027"],
    ]
    assert "BP3: maj 2027" in shown.text


def test_a_table_that_slack_does_not_take_is_told_as_text() -> None:
    given = replace(an_answer(), text="Många:\n• en", table=(("Namn",), *(("rad",) for _ in range(100))))
    assert "• en" in answer.render(given, "T:C:1").blocks[0]["text"]["text"]


def test_a_card_alone_shows_its_timeline_as_a_table() -> None:
    card = AssignmentCard(
        Candidate(7, "Digitalt arkiv"), timeline=(("BP1", "15 mars 2027"), ("BP2", "maj 2027"))
    )
    shown = guarded(assignment.listing("arkiv", (card,), 1), HOSTS)
    (table,) = [block for block in shown.blocks if block["type"] == "table"]
    assert [cell["text"] for cell in table["rows"][1]] == ["BP1", "15 mars 2027"]
    both = guarded(
        assignment.listing("arkiv", (card, replace(card, assignment=Candidate(8, "Annat"))), 2), HOSTS
    )
    assert all(block["type"] != "table" for block in both.blocks)


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


@pytest.mark.parametrize("standing", list(Standing))
def test_an_offered_document_is_taken(standing: Standing) -> None:
    reading = DocumentReading(
        AWKWARD,
        about=tuple((f"Rad {number}", AWKWARD) for number in range(9)),
        counts=(("Roller", 3),),
        examples=(AWKWARD,) * 5,
        warnings=(AWKWARD,) * 40,
        standing=standing,
        replaces=AWKWARD,
    )
    document = WaitingDocument("a" * 64, file_name(AWKWARD))
    check(document_offer.render(document, reading, in_channel=True))
    check(document_offer.render(document, replace(reading, refusal=AWKWARD), in_channel=False))
    check(document_offer.entered(AWKWARD, EnteredDocument(1, 2), AWKWARD, AWKWARD))


def test_the_buttons_stand_below_all_warnings() -> None:
    reading = DocumentReading(
        "Direktiv", (("Slag", "protokoll"),), warnings=("Sidan 3 är svårläst. " * 90,) * 60
    )
    blocks = check(document_offer.render(WaitingDocument("a" * 64, "a.pdf"), reading, in_channel=False))
    assert blocks[-1]["type"] == "actions"


def test_a_status_card_shows_each_detail_and_what_the_plan_says() -> None:
    message = status_card.render(replace(CARD, drafts=(WARNED,)))
    shown = str(check(message))
    for words in (
        "Försening*\\nsen",
        "Risk eller hinder*\\nläkarbrist",
        "Nästa steg*\\nannons",
        "Vem*\\nMaria Ek",
    ):
        assert words in shown
    for words in ("Väntas: 2027-03-15", "Jämför med planen: Du skriver klart."):
        assert words in message.text
    assert "BP3 | 2027-03-31 |\\n_Direktiv, s. 3_" in shown


@pytest.mark.parametrize("ending", list(Ending))
@pytest.mark.parametrize("kind", [{}, {"corrects": 3, "before": AWKWARD}, {"withdraws": 3}])
def test_a_status_card_is_taken_however_it_ended(ending: Ending, kind: dict[str, Any]) -> None:
    warning = PlanWarning(AWKWARD, AWKWARD, AWKWARD)
    draft = replace(a_draft(text=AWKWARD), ending=ending, warnings=(warning,) * 9, **kind)
    check(status_card.render(replace(CARD, drafts=(draft,) * 4)))


def test_where_two_readings_differ_both_states_can_be_pressed() -> None:
    draft = replace(a_draft(state=None), states=(State.YELLOW, State.RED), doubts=("risk", "who"))
    message = status_card.render(replace(CARD, drafts=(draft,)))
    shown = str(check(message))
    assert texts.STATUS_STATE_DIFFERS in shown
    assert [state for state in State if f"status_state_{state}'" in shown] == [State.YELLOW, State.RED]
    assert "läser inte lika: Risk eller hinder, Vem." in shown


def test_a_hinted_assignment_is_asked_about_by_name() -> None:
    shown = str(status_card.render(replace(CARD, drafts=(replace(a_draft(), is_hinted=True),))).blocks)
    assert texts.STATUS_IS_IT in shown
    assert "status_choice_0" in shown
    assert "status_save" not in shown


def test_the_status_form_is_filled_in_from_the_draft() -> None:
    assignments = tuple(Candidate(number, f"Uppdrag {number} " * 20) for number in range(300))
    modal = status_form.render(assignments, a_draft(text=AWKWARD), "{}")
    check_modal(modal)
    assert modal.blocks[0]["element"]["initial_option"]["value"] == "7"
    assert modal.blocks[1]["element"]["initial_option"]["value"] == "yellow"
    detailed = status_form.render(assignments, WARNED, "{}")
    check_modal(detailed)
    assert [each["element"].get("initial_value") for each in detailed.blocks[2:]] == [
        "två veckor sen",
        "sen",
        "läkarbrist",
        "annons",
        "Maria Ek",
        "2027-03-15",
    ]
    check_modal(status_form.render((), None, ""))


def test_a_persons_digest_form_is_taken_however_many_assignments_there_are() -> None:
    many = tuple(Candidate(number, f"{AWKWARD} {number}") for number in range(1, 251))
    modal = digest_form.render(OWN_DIGEST, (AWKWARD, "Regionstyrelsen"), many)
    check_modal(modal)
    menu = next(block for block in modal.blocks if block.get("block_id") == "assignments")["element"]
    assert [len(group["options"]) for group in menu["option_groups"]] == [100, 100, 50]
    assert [each["value"] for each in menu["initial_options"]] == ["1", "2"]
    check_modal(digest_form.render(DigestSubscription("T1", "U1"), (), ()))


def test_home_offers_a_report_for_each_next_meeting_and_the_years_final_one() -> None:
    meetings = [MeetingAhead(f"nämnd {number}", "Region", TODAY) for number in range(6)]
    page = replace(EMPTY_HOME, meetings=(MeetingAhead(AWKWARD, "Region", TODAY), *meetings))
    *buttons, menu = next(
        block["elements"] for block in guarded_home(home.render(page), HOSTS) if "home_report_0" in str(block)
    )
    assert [each["value"].split("\n")[1] for each in buttons] == [f"nämnd {number}" for number in range(4)]
    assert [len(group["options"]) for group in menu["option_groups"]] == [2, 6]
    assert menu["option_groups"][1]["options"][0]["value"].startswith("2026\n")
    assert Block.parse_all(list(home.render(page)))


def test_home_says_what_a_persons_digest_is_about() -> None:
    def said(**chosen: Any) -> str:
        return str(home.render(replace(EMPTY_HOME, digest=DigestSubscription("T1", "U1", **chosen))))

    assert "Det handlar om alla uppdrag och nämnder." in said()
    assert "Det handlar om det som du bevakar." in said(followed=(7,))
    assert "om Regionstyrelsen, 2 uppdrag som du har valt och det som du bevakar." in said(
        boards=("Regionstyrelsen",), assignments=(1, 2), followed=(7,)
    )


def test_a_card_says_once_what_stands_under_a_name_of_its_own() -> None:
    said = "Risk: två slutar i maj. Avtalet är klart, nästa steg är annons"
    details = StatusDetails(risk="två slutar i maj", next_step="nästa steg är annons")
    draft = replace(a_draft(), text=said, details=details)
    shown = str(status_card.render(replace(CARD, drafts=(draft,))).blocks)
    assert "*Kommentar*\\nAvtalet är klart'" in shown
    only = replace(a_draft(), text="två veckor sen", details=StatusDetails(delay="två veckor sen"))
    assert "Kommentar" not in str(status_card.render(replace(CARD, drafts=(only,))).blocks)
    assert status_card.besides_details("allt enligt plan", StatusDetails()) == "allt enligt plan"


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
    cards = tuple(
        AssignmentCard(Candidate(number, AWKWARD), owner=AWKWARD, next_point=AWKWARD, status=UPDATE)
        for number in range(8)
    )
    page = home.HomePage(TODAY, OwnPage(cards, "Anna"), cards, points, (UPDATE,) * 8, ("Vem?",), OWN_DIGEST)
    blocks = guarded_home(home.render(page), HOSTS)
    assert len(blocks) <= 100
    for block in Block.parse_all(list(blocks)):
        assert block.to_dict()


def test_the_home_tab_suggests_questions_that_can_be_pressed() -> None:
    blocks = home.render(replace(EMPTY_HOME, questions=("Vem äger A?", "När är B?")))
    pressed = [
        element["value"]
        for block in blocks
        for element in block.get("elements", [])
        if str(element.get("action_id", "")).startswith(ANSWER_CHOICE)
    ]
    assert pressed == ["\nVem äger A?", "\nNär är B?"]


def test_the_home_tab_says_where_nothing_is_known() -> None:
    shown = str(home.render(EMPTY_HOME))
    for words in (
        texts.HOME_NO_OWN,
        texts.HOME_NOTHING_FOLLOWED,
        texts.HOME_NOTHING_AHEAD,
        texts.HOME_NO_STATUSES,
    ):
        assert words in shown


def test_own_assignments_whose_status_is_due_come_first() -> None:
    told = AssignmentCard(Candidate(1, "Rapporterat nyss"), status=UPDATE)
    done = AssignmentCard(
        Candidate(2, "Avslutat"), status=replace(UPDATE, state=State.DONE, at=NOW - dt.timedelta(days=90))
    )
    silent = AssignmentCard(Candidate(3, "Tyst"), status=replace(UPDATE, at=NOW - dt.timedelta(days=31)))
    blocks = home.render(replace(EMPTY_HOME, own=OwnPage((told, done, silent))))
    named = [block["text"]["text"] for block in blocks if block["type"] == "section" and "text" in block]
    assert [words for words in named if texts.HOME_DUE in words] == [f"*Tyst*\n*{texts.HOME_DUE}*"]
    assert named.index(f"*Tyst*\n*{texts.HOME_DUE}*") < named.index("*Rapporterat nyss*")


def test_the_welcome_suggests_questions_that_can_be_pressed() -> None:
    blocks = check(welcome.message(("Vem äger A?", "Vad beslutades?" * 30), "Minska hyrberoendet"))
    assert "Vem äger A?" in str(blocks)
    check(welcome.message((), lead=texts.EMPTY_QUESTION))


def test_a_list_of_assignments_is_taken() -> None:
    cards = tuple(AssignmentCard(Candidate(n, AWKWARD), status=UPDATE) for n in range(10))
    check(assignment.listing(AWKWARD, cards, 40))
    check(assignment.listing("x", (), 0))


@pytest.mark.parametrize("items", [0, 1, 6, 7, 300])
def test_what_there_is_no_room_for_in_a_digest_stands_in_its_thread(items: int) -> None:
    given = a_digest(TODAY, items) if items else replace(a_digest(), sections=())
    messages = digest.render(given)
    shown = "".join(str(check(message)) for message in messages)
    for told in (shown, digest.plain_text(given)):
        assert all(f"BP{number}" in told for number in range(items))
    assert (f"… och {items - 6} till. De står i tråden." in messages[0].text) == (items > 6)
    assert (len(messages) > 1) == (items > 6)


def test_a_digest_with_many_long_items_becomes_several_messages_and_loses_nothing() -> None:
    sections = tuple(
        SpokenSection(kind, tuple(SpokenItem(f"{kind.value}{number} {'ord ' * 150}") for number in range(12)))
        for kind in DigestKind
    )
    messages = digest.render(replace(a_digest(), sections=sections))
    shown = "".join(str(check(message)) for message in messages)
    assert len(messages) > 1
    assert all(f"{kind.value}{number} " in shown for kind in DigestKind for number in range(12))
    assert "vecka 48" in messages[0].text
    assert dt.date(2026, 11, 23) == TODAY
