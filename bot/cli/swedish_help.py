"""Help in plain Swedish; the command line library has its headings in English."""

from typing import Any

from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption


class SwedishCommand(TyperCommand):
    """A command whose help is in Swedish."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help."""
        _write(self, ctx, formatter)


class SwedishGroup(TyperGroup):
    """A group of commands whose help is in Swedish."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help."""
        _write(self, ctx, formatter)
        commands = ((name, self.get_command(ctx, name)) for name in self.list_commands(ctx))
        _rows(
            formatter,
            "Kommandon",
            [(name, found.help or "") for name, found in commands if found and not found.hidden],
        )
        formatter.write_paragraph()
        formatter.write_text(f"Skriv {ctx.command_path} KOMMANDO --help för att läsa mer om ett kommando.")


def _write(command: TyperCommand | TyperGroup, ctx: Any, formatter: Any) -> None:
    arguments = [each for each in command.params if isinstance(each, TyperArgument)]
    options = [each for each in command.params if isinstance(each, TyperOption) and not each.hidden]
    words = ["[ALTERNATIV]"] if options else []
    words += ["KOMMANDO"] if isinstance(command, TyperGroup) else [_argument(each) for each in arguments]
    formatter.write_usage(ctx.command_path, " ".join(words), prefix="Användning: ")
    formatter.write_paragraph()
    formatter.write_text(command.help or "")
    _rows(formatter, "Argument", [(_argument(each), each.help or "") for each in arguments])
    told = [(_option(each), _explained(each)) for each in options]
    _rows(formatter, "Alternativ", [*told, ("--help", "Visa den här hjälpen.")])


def _rows(formatter: Any, heading: str, rows: list[tuple[str, str]]) -> None:
    if rows:
        with formatter.section(heading):
            formatter.write_dl(rows)


def _argument(argument: TyperArgument) -> str:
    name = str(argument.name or "").upper() + (" …" if argument.nargs != 1 else "")
    return name if argument.required else f"[{name}]"


def _option(option: TyperOption) -> str:
    names = ", ".join(option.opts)
    return names if option.is_flag else f"{names} {_value(option)}"


def _value(option: TyperOption) -> str:
    annotation = str(option.type_descriptor.annotation)
    return "FIL" if "Path" in annotation else "TAL" if annotation == str(int) else "TEXT"


def _explained(option: TyperOption) -> str:
    default = option.default
    told = isinstance(default, str | int) and not option.is_flag and default != ""
    return f"{option.help or ''} [annars {default}]".strip() if told else option.help or ""
