"""Nothing live leaves: no mention, no link to another host, nothing over Slack's limits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.guard import (
    LONGEST_MESSAGE,
    LONGEST_TEXT,
    MOST_BLOCKS,
    escape,
    guarded,
    guarded_markdown,
    is_allowed,
    shorten,
)
from bot.outgoing import Outgoing
from bot.views.elements import actions, button, section

HOSTS = frozenset({"region.example"})


def sent(words: str) -> str:
    return str(guarded(Outgoing("x", (section(words),)), HOSTS).blocks[0]["text"]["text"])


@pytest.mark.parametrize(
    "words",
    ["<!channel>", "<!here|här>", "<@U123>", "<@U123|anna>", "<#C1|x>", "<!subteam^S1>", "<!everyone>"],
)
def test_a_mention_is_never_live(words: str) -> None:
    assert "<" not in sent(f"hej {words}!")
    assert "<" not in guarded(Outgoing(words), HOSTS).text


@pytest.mark.parametrize("name", ["@here", "@channel", "@everyone"])
def test_a_broadcast_in_plain_words_is_broken(name: str) -> None:
    assert name not in sent(f"hej {name}")


def test_a_link_to_a_source_is_kept() -> None:
    assert sent("<https://region.example/a|protokollet>") == "<https://region.example/a|protokollet>"


@pytest.mark.parametrize(
    "link",
    [
        "<https://evil.example/a|https://region.example>",
        "<https://region.example@evil.example/|x>",
        "<https://region.example.evil.example/|x>",
        "<http://[::1/|x>",
        "<javascript:alert(1)|x>",
        "https://evil.example/a",
        "<mailto:a@evil.example|skriv>",
    ],
)
def test_a_link_elsewhere_is_not_live(link: str) -> None:
    text = sent(f"se {link}")
    assert "<" not in text
    assert "https://evil" not in text


def test_a_button_never_opens_another_host() -> None:
    pressed = {**button("Öppna", "a", "b"), "url": "https://evil.example"}
    blocks = guarded(Outgoing("x", (actions([pressed]),)), HOSTS).blocks
    assert "url" not in blocks[0]["elements"][0]


def test_escaped_words_stay_escaped_once() -> None:
    assert sent(escape("a < b & c > d")) == "a &lt; b &amp; c &gt; d"


def test_slack_adds_no_links_of_its_own() -> None:
    assert guarded(Outgoing("x", (section("www.evil.example"),)), HOSTS).blocks[0]["text"]["verbatim"] is True


def test_limits_hold_whatever_a_view_makes() -> None:
    blocks = tuple(section("ord " * 2_000) for _ in range(80))
    message = guarded(Outgoing("ord " * 5_000, blocks), HOSTS)
    assert len(message.text) <= LONGEST_TEXT
    assert len(message.blocks) <= MOST_BLOCKS
    assert sum(len(block["text"]["text"]) for block in message.blocks) <= LONGEST_MESSAGE
    assert all(len(block["text"]["text"]) <= 3_000 for block in message.blocks)


def test_a_cut_is_seen_and_leaves_whole_words_and_entities() -> None:
    assert shorten("ett två tre", 8) == "ett två…"
    assert shorten("a&amp;b" * 3, 8) == "a&amp;b…" or "&a" not in shorten("aaaaa&amp;b", 8)
    assert shorten("kort", 8) == "kort"


@pytest.mark.parametrize(
    "url", ["", "x", "ftp://region.example", "//region.example", "https://", "http://[x"]
)
def test_only_web_addresses_are_allowed(url: str) -> None:
    assert not is_allowed(url, HOSTS)


@given(st.text(alphabet=st.sampled_from("<>@!#|&;htps:/. aåevilregionexample\x00\x01C123"), max_size=60))
def test_no_words_come_out_live(words: str) -> None:
    text = sent(words)
    rest = text.replace("<https://region.example", "").replace("<http://region.example", "")
    assert "<" not in rest


def test_a_growing_sentence_is_plain_whatever_its_words() -> None:
    words = (
        "*Se* [här](https://evil.example/a) <@U0ANNALIND1> <!channel> @here `kod` https://evil.example/b\x00"
    )
    told = guarded_markdown(words, frozenset())
    assert "https://" not in told
    assert "\\<@U0ANNALIND1\\>" in told
    assert "\\*Se\\* \\[här\\](" in told
    assert "@here" not in told
    assert guarded_markdown("Ekonomidirektören, 3 mnkr.", frozenset()) == "Ekonomidirektören, 3 mnkr."
