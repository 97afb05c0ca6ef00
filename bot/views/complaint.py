"""What the operators are told when somebody says that an answer is wrong."""

from bot import texts
from bot.guard import escape, shorten
from bot.outgoing import Outgoing
from bot.parts import Exchange
from bot.views.elements import context, section


def render(exchange: Exchange, comment: str, name: str, *, is_hidden: bool = False) -> Outgoing:
    """Return the message: what is wrong, then the question and its answer, then where to look further.

    Of an exchange that is hidden from the operators' channel it tells only where to look.
    """
    said = texts.COMPLAINT.format(name=escape(name))
    parts = (
        (texts.COMPLAINT_WRONG, comment),
        (texts.COMPLAINT_QUESTION, exchange.question),
        (texts.COMPLAINT_ANSWER, exchange.answer),
    )
    told = (
        [texts.COMPLAINT_LIMITED]
        if is_hidden
        else [f"*{label}:* {escape(shorten(words, 1_000))}" for label, words in parts]
    )
    prompt = exchange.prompt or texts.COMPLAINT_NO_MODEL
    trace = texts.COMPLAINT_TRACE.format(key=escape(exchange.key), prompt=prompt, outcome=exchange.outcome)
    blocks = (section(f"*{said}*"), *map(section, told), context(trace))
    return Outgoing("\n".join((said, *told)), blocks)
