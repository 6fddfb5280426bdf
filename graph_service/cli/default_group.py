"""A group of commands that may also be given a path: `ingest mailboxes/` means `ingest folder mailboxes/`."""

from typing import Any

from typer.core import TyperGroup


class FolderByDefault(TyperGroup):
    """Takes a first word that names no command as the argument of the command `folder`."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command that the words mean; options before the path count as the folder's."""
        if args and args[0] not in self.commands:
            return super().resolve_command(ctx, ["folder", *args])
        return super().resolve_command(ctx, args)
