"""What stands around a quote is read without the signs of its format."""

from bot.source_markup import readable

MARKDOWN = """## 5 Tidplan ##

> **Beslutspunkter** enligt `RS 68-2024`, se [direktivet](https://region.example/d).

| Punkt | Datum |
|---|:---:|
| BP2 | *15 mars* |

- 3 * 4 och namn_med_streck
---
"""


def test_signs_of_markdown_are_taken_out_and_words_kept() -> None:
    assert readable(MARKDOWN, "direktiv.MD").split("\n") == [
        "5 Tidplan",
        "",
        "Beslutspunkter enligt RS 68-2024, se direktivet.",
        "",
        "Punkt · Datum",
        "BP2 · 15 mars",
        "",
        "• 3 * 4 och namn_med_streck",
        "",
    ]


def test_other_formats_keep_every_sign() -> None:
    assert readable("## 5 | **x**", "protokoll.pdf") == "## 5 | **x**"
