"""Options that many commands share, declared once."""

from typing import Annotated

import typer

WorkspaceOption = Annotated[
    str, typer.Option("--workspace", "-w", help="Workspace; needed only when there are several.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="JSON instead of tables; JSON Lines for lists.")]
AsOfOption = Annotated[str, typer.Option("--as-of", help="What was known on a day, such as 2026-06-30.")]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no remarks on stderr.")]
UserOption = Annotated[str, typer.Option("--as", help="See as a user of ours does, by mail address.")]
DryRunOption = Annotated[
    bool, typer.Option("--dry-run", help="Read everything, say what would be written, write nothing.")
]
AgainOption = Annotated[bool, typer.Option("--again", help="Read from the start, also what was read before.")]
LaterOption = Annotated[bool, typer.Option("--no-refresh", help="Only load; infer and run playbooks later.")]
