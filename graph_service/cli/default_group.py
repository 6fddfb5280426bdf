"""Groups of commands with one that is meant where none is named: `ingest mailboxes/`, `releases "Spring"`."""

from typing import Any

from typer.core import TyperGroup


class FolderByDefault(TyperGroup):
    """Takes a first word that names no command as the argument of the command `folder`."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command that the words mean; options before the path count as the folder's."""
        if args and args[0] not in self.commands:
            return super().resolve_command(ctx, ["folder", *args])
        return super().resolve_command(ctx, args)


class ShowByDefault(TyperGroup):
    """Hands words that begin with no command to the command `show`, options before them too, and no words at all."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Return the words with the command they mean."""
        is_plain = bool(args) and (args[0] in self.commands or args[0] in ctx.help_option_names)
        return super().parse_args(ctx, args if is_plain else ["show", *args])
