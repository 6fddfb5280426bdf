"""`graph-service db`: the local Neo4j from the command line. Thin: parses words, calls `localdb`, prints.

Data goes to stdout, progress and remarks to stderr. Errors are raised; the main program turns them into exit codes.
"""

import asyncio
import json
from pathlib import Path
from typing import Annotated

import typer

from graph_service.app.opening import migrate_database
from graph_service.errors import LocalDatabaseError, UsageError
from graph_service.localdb import server
from graph_service.settings import Settings

app = typer.Typer(
    name="db",
    help="The local Neo4j of this project folder. Not used when NEO4J_URI is set.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

Home = Annotated[Path | None, typer.Option(help="Home folder of the server; default: one per project folder.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no remarks on stderr.")]


def _remark(text: str, *, quiet: bool) -> None:
    if not quiet:
        typer.echo(text, err=True)


@app.command()
def start(
    version: Annotated[str | None, typer.Option(help="Neo4j version; default: GRAPH_SERVICE_NEO4J_VERSION.")] = None,
    port: Annotated[int | None, typer.Option(min=1, max=65535, help="Bolt port; default: 7687 or a free one.")] = None,
    heap: Annotated[str, typer.Option(help="Java heap, such as 512m or 2g.")] = "512m",
    home: Home = None,
    quiet: Quiet = False,
) -> None:
    """Start the local Neo4j, or find the one that runs; prints its address.

    The first start fetches about 180 MB of verified jars.

    Example: graph-service db start --heap 1g
    """
    settings = Settings.load()
    if settings.neo4j_uri:
        _remark("NEO4J_URI is set, so the other commands use that server, not this one.", quiet=quiet)
    instance = server.start(settings, version=version, home=home, port=port, heap=heap, progress=not quiet)
    _remark(f"Neo4j {instance.version} runs (process {instance.pid}, files in {instance.home}).", quiet=quiet)
    typer.echo(instance.uri)


@app.command()
def migrate(
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would run; change nothing.")] = False,
) -> None:
    """Bring the database (NEO4J_URI, else the local one) to the schema of this version.

    Example: graph-service db migrate --dry-run
    """
    steps = asyncio.run(migrate_database(Settings.load(), dry_run=dry_run))
    for step in steps:
        typer.echo(f"{step.version}: {step.description}")
    if not steps:
        typer.echo("Nothing to do.")


@app.command()
def stop(home: Home = None, quiet: Quiet = False) -> None:
    """Stop the local Neo4j; its data stays. Stopping a stopped one is fine.

    Example: graph-service db stop
    """
    stopped = server.stop(Settings.load(), home=home)
    _remark("The local Neo4j is stopped." if stopped else "The local Neo4j was not running.", quiet=quiet)


@app.command()
def status(
    home: Home = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object, without the password.")] = False,
    quiet: Quiet = False,
) -> None:
    """Say whether the local Neo4j runs, and where.

    Example: graph-service db status --json
    """
    current = server.status(Settings.load(), home=home)
    fields: dict[str, str | int | None] = {"state": current.state, "home": str(current.home)}
    if instance := current.instance:
        fields |= {"uri": instance.uri, "user": instance.user, "version": instance.version, "pid": instance.pid or None}
    if as_json:
        typer.echo(json.dumps(fields))
    elif not quiet:
        typer.echo("\n".join(f"{name}: {text}" for name, text in fields.items() if text is not None))
    else:
        typer.echo(current.state)


@app.command()
def reset(
    home: Home = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    quiet: Quiet = False,
) -> None:
    """Stop the local Neo4j and delete its data and password. This cannot be undone.

    Example: graph-service db reset --yes
    """
    settings = Settings.load()
    folder = server.home_folder(settings, home=home)
    if not yes and not typer.confirm(f"Delete the local database in {folder}?", err=True):
        raise UsageError("Nothing was deleted.", "Say yes, or pass --yes.")
    deleted = server.reset(settings, home=home)
    _remark("The local database is deleted." if deleted else "There was no local database.", quiet=quiet)


@app.command(name="shell-uri")
def shell_uri(home: Home = None) -> None:
    """Print the address with user and password, for a database shell. Treat it as a secret.

    Example: cypher-shell -a "$(graph-service db shell-uri)"
    """
    instance = server.find(Settings.load(), home=home)
    if instance is None:
        raise LocalDatabaseError("The local Neo4j does not run.", "Start it: graph-service db start")
    typer.echo(server.shell_uri(instance))
