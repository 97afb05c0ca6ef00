"""The first words: what the bot is for, and questions that work."""

from bot import texts
from bot.actions import ANSWER_CHOICE
from bot.guard import escape
from bot.outgoing import Block, Outgoing
from bot.views.elements import actions, button, context, header, section


def message(questions: tuple[str, ...], assignment: str = "", lead: str = "") -> Outgoing:
    """Return the welcome with a button for each question; `assignment` is named in the status example."""
    blocks: list[Block] = [section(lead)] if lead else [header(texts.WELCOME_TITLE)]
    blocks.append(section(texts.WELCOME))
    if questions:
        blocks.append(section(f"*{texts.WELCOME_TRY}*"))
        blocks.append(
            actions(
                [
                    button(question, f"{ANSWER_CHOICE}{number}", f"\n{question}", spoken=question)
                    for number, question in enumerate(questions)
                ]
            )
        )
    else:
        blocks.append(section(texts.WELCOME_NOTHING_READ))
    if assignment:
        example = texts.WELCOME_STATUS_EXAMPLE.format(assignment=escape(assignment))
        blocks.append(section(texts.WELCOME_HOW.format(example=f"`{example}`")))
    blocks.append(context(texts.WELCOME_COMMANDS))
    spoken = [lead or texts.WELCOME_TITLE, texts.WELCOME]
    if questions:
        spoken += [texts.WELCOME_TRY, *(escape(each) for each in questions)]
    return Outgoing("\n".join(spoken), tuple(blocks))
