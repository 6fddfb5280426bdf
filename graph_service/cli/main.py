"""`graph-service`: the command line. Turns our errors into a message, a hint and an exit code, at one place."""

import sys
from typing import NoReturn

import typer
from pydantic import ValidationError

from graph_service.cli import (
    account_view,
    alerts,
    changes,
    db,
    explain,
    export,
    forget,
    identity,
    ingest,
    leaving,
    people,
    read,
    releases,
    rules,
    rulings,
    run,
    tokens,
    topics,
    views,
)
from graph_service.cli.console import err
from graph_service.errors import ServiceError, UsageError
from graph_service.settings import Settings

app = typer.Typer(
    name="graph-service",
    help="Who matters at each customer, how that is changing, and what is worth doing today.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.add_typer(db.app, name="db")
app.add_typer(identity.app, name="identity")
app.add_typer(ingest.app, name="ingest")
app.add_typer(rules.app, name="rules")
app.add_typer(tokens.app, name="token")
app.add_typer(rulings.evidence_app, name="evidence")
app.add_typer(rulings.champion_app, name="champion")
app.add_typer(rulings.departure_app, name="departure")
app.add_typer(topics.app, name="topics")
app.add_typer(releases.app, name="releases")
app.command()(views.queue)
app.command(name="map")(views.stakeholder_map)
app.command()(views.contact)
app.command()(account_view.account)
app.command()(people.people)
app.command()(changes.changes)
app.command()(explain.explain)
app.command()(explain.calibration)
app.command(name="if-leaves")(leaving.if_leaves)
app.command()(leaving.introductions)
app.command()(alerts.alerts)
app.command()(forget.forget)
app.command()(read.read)
app.command()(export.export)
app.command()(run.infer)
app.command()(run.run)
app.command()(run.serve)


def main() -> None:
    """Run the command line; exit codes are 0 done, 2 usage, 3 some records set aside, 4 database not reachable."""
    try:
        app()
    except ServiceError as error:
        _fail(error)
    except ValidationError as error:
        if error.title != Settings.__name__:
            raise
        _fail(_bad_setting(error))
    except KeyboardInterrupt:
        sys.exit(130)


def _fail(error: ServiceError) -> NoReturn:
    err.print(f"[red]error[/red]: {_plain(error.message)}")
    if error.hint:
        err.print(f"[yellow]do[/yellow]: {_plain(error.hint)}")
    sys.exit(error.exit_code)


def _bad_setting(error: ValidationError) -> UsageError:
    """Return the first setting that cannot be, by the name it has in the environment; its value may be a secret."""
    first = error.errors(include_url=False, include_input=False)[0]
    field = str(first["loc"][0])
    name = field if field.isupper() else f"{Settings.model_config['env_prefix']}{field.upper()}"
    return UsageError(
        f"{name}: {first['msg'].lower()}", "set it to another value, or unset it; docs/operations.md lists all"
    )


def _plain(text: str) -> str:
    """Keep brackets in messages from being taken for markup."""
    return text.replace("[", r"\[")
