"""What a person typed, without Slack's markup."""

import pytest

from bot.typed import is_small_talk, mentions, words_of

BOT = "U0KANSLI001"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"<@{BOT}> vem äger det?", "vem äger det?"),
        (f"<@{BOT}|kansli>   vem <@{BOT}>?", "vem ?"),
        (f"<@{BOT}>", ""),
        ("a &lt; b &amp; c", "a < b & c"),
        ("se <https://x.example|protokollet> i <#C1|uppdrag>", "se protokollet i #uppdrag"),
        ("<https://x.example/a>", "https://x.example/a"),
        ("<!here> status: gul", "@here status: gul"),
        ("<@U2> äger det", "@U2 äger det"),
        ("rad ett\nrad två", "rad ett\nrad två"),
    ],
)
def test_markup_is_taken_out(text: str, words: str) -> None:
    assert words_of(text, BOT) == words


def test_tells_who_is_named() -> None:
    assert mentions(f"<@{BOT}> och <@U2|anna>, inte @U3") == (BOT, "U2")


@pytest.mark.parametrize(
    "words", ["Tack!", "tack så mycket", "ok", "👍", "Toppen, tack för hjälpen!", ":+1:"]
)
def test_thanks_need_no_answer(words: str) -> None:
    assert is_small_talk(words)


@pytest.mark.parametrize(
    "words", ["och vem leder det?", "när då?", "tack, men vem äger det?", "bra fråga: vem?"]
)
def test_a_question_is_no_small_talk(words: str) -> None:
    assert not is_small_talk(words)
