"""Wrong usage, said in Swedish; the command line library speaks English."""

from typer.exceptions import TyperException

HELP = "Skriv kansli --help, eller --help efter kommandot."


def is_request_for_help(error: TyperException) -> bool:
    """Tell whether the command was written alone, with nothing that it should do."""
    return type(error).__name__ == "NoArgsIsHelpError"


def usage_problem(error: TyperException) -> str:
    """Return what is wrong with how the command was written."""
    context = getattr(error, "ctx", None)
    command = f"kansli {getattr(context, 'info_name', '') or ''}".strip() if context else "kansli"
    command = "kansli" if command == "kansli kansli" else command
    match type(error).__name__:
        case "MissingParameter":
            return f"{command}: {_names(error)} saknas. {HELP}"
        case "NoSuchOption":
            return f"{command}: alternativet {getattr(error, 'option_name', '')} finns inte. {HELP}"
        case "BadParameter":
            return f"{command}: {_names(error) or 'ett värde'} går inte att använda: {_reason(error)} {HELP}"
        case _:
            return f"{command}: kommandot känns inte igen eller saknar något. {HELP}"


def _reason(error: TyperException) -> str:
    """Return what the value should be; the library tells it in English of the values that it checks itself."""
    parameter = getattr(error, "param", None)
    if parameter is None:
        return error.message
    least, most = getattr(parameter, "min", None), getattr(parameter, "max", None)
    if least is not None and most is not None:
        return f"skriv ett heltal från {least} till {most}."
    return "värdet har fel form."


def _names(error: TyperException) -> str:
    parameter = getattr(error, "param", None)
    options = getattr(parameter, "opts", None) or []
    if options and options[0].startswith("-"):
        return "/".join(options)
    return str(getattr(parameter, "name", "") or "").upper()
