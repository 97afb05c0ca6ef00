"""Text on its way to an embedding model: made safe, since a C engine must never see raw input; pure."""

import re
import unicodedata

LONGEST_QUERY = 1_000  # characters; a question of more is about its first words
LONGEST_PASSAGE = 2_400  # characters; a passage is some 600, so only broken layouts are cut

# What XLM-RoBERTa's tokenizer takes for its own marks. They are looked for after NFKC, which turns full-width
# brackets into plain ones.
_SPECIAL = re.compile(r"</?\s*(?:s|pad|unk|mask)\s*>", re.IGNORECASE)


def safe_text(text: str, longest: int) -> str:
    """Return `text` as the engine may read it: NFKC, no control or special tokens, at most `longest` characters.

    NFKC takes apart U+FDFA, which repeated overflows a buffer of the engine; NUL would cut the text silently;
    a lone surrogate has no UTF-8.
    """
    # Cut before too: normalising a megabyte takes longer than embedding what is kept of it.
    text = unicodedata.normalize("NFKC", text[: longest * 2])
    text = "".join(" " if unicodedata.category(mark) in {"Cc", "Cs"} else mark for mark in text)
    # A space stays in the place of a mark, so taking one away cannot put another together.
    return " ".join(_SPECIAL.sub(" ", text).split())[:longest]
