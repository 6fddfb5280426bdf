"""`graph-service identity`: who is who: pairs to look at, why a person is one, and decisions on it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass
from typing import Annotated

import typer

from graph_service import clock
from graph_service.app.finding import find_contact
from graph_service.app.identity_desk import LocalDesk
from graph_service.app.opening import choose_viewer, choose_workspace, opened
from graph_service.cli import identity_match
from graph_service.cli.console import out, write_json
from graph_service.cli.identity_tables import explanation_parts, review_table, rules_table
from graph_service.cli.options import JsonOption, UserOption, WorkspaceOption
from graph_service.cli.plain_rows import plain
from graph_service.domain.identity_rulings import RulingKind
from graph_service.domain.workspace import Workspace
from graph_service.errors import NotFoundError, UsageError
from graph_service.graph.viewer import ViewerGateway
from graph_service.resolvers import queries as q
from graph_service.resolvers.identity_rows import ExplanationRow
from graph_service.resolvers.judging import Judgement, judge
from graph_service.schema.actions import UserError
from graph_service.settings import Settings

app = typer.Typer(help="Who is who: look, explain, merge, split.", no_args_is_help=True, rich_markup_mode=None)
app.command(name="match")(identity_match.match_identities)
Who = Annotated[str, typer.Argument(help="A person by name, mail address or id.")]
Other = Annotated[str, typer.Argument(help="The other person, by name, mail address or id.")]
ReasonOption = Annotated[str, typer.Option("--reason", help="Why; kept with the decision.")]


@dataclass(frozen=True, slots=True)
class Session:
    """What a command works with: somebody's reads, and the desk that decides."""

    gateway: ViewerGateway
    desk: LocalDesk
    workspace: Workspace


@app.command()
def review(
    workspace: WorkspaceOption = "",
    first: Annotated[int, typer.Option("--first", "-n", min=1, max=200, help="How many pairs.")] = 20,
    user: UserOption = "",
    as_json: JsonOption = False,
) -> None:
    """List pairs of people who may be one, surest first, with what agrees and how often such a match is right.

    Example: graph-service identity review
    """
    asyncio.run(_review(workspace, first, user, as_json=as_json))


@app.command()
def why(who: Who, workspace: WorkspaceOption = "", user: UserOption = "", as_json: JsonOption = False) -> None:
    """Explain why a person is one person: addresses and records, rules, decisions, who else they may be.

    Example: graph-service identity why ana@acme.example
    """
    asyncio.run(_why(who, workspace, user, as_json=as_json))


@app.command()
def merge(
    who: Who,
    other: Other,
    workspace: WorkspaceOption = "",
    reason: ReasonOption = "",
    user: UserOption = "",
    as_json: JsonOption = False,
) -> None:
    """Say that two people are one. `identity split` takes it back, and leaves everything as it was.

    Example: graph-service identity merge ana@acme.example "Ana Ruiz" --reason "she told me"
    """
    asyncio.run(_decide(RulingKind.MERGED, [who, other], (), workspace, reason, user, as_json=as_json))


@app.command()
def apart(
    who: Who,
    other: Other,
    workspace: WorkspaceOption = "",
    reason: ReasonOption = "",
    user: UserOption = "",
    as_json: JsonOption = False,
) -> None:
    """Say that two people are not one: no load will merge them, and the pair leaves the review.

    Example: graph-service identity apart ana@acme.example ana@other.example
    """
    asyncio.run(_decide(RulingKind.KEPT_APART, [who, other], (), workspace, reason, user, as_json=as_json))


@app.command()
def split(
    who: Who,
    values: Annotated[list[str], typer.Argument(help="Addresses or record ids that are somebody else's.")],
    workspace: WorkspaceOption = "",
    reason: ReasonOption = "",
    user: UserOption = "",
    as_json: JsonOption = False,
) -> None:
    """Say that some addresses or records of a person belong to somebody else; no load puts them back.

    Example: graph-service identity split "Ana Ruiz" ana.ruiz@other.example
    """
    asyncio.run(_decide(RulingKind.SPLIT, [who], tuple(values), workspace, reason, user, as_json=as_json))


@asynccontextmanager
async def _session(workspace_id: str, user: str) -> AsyncIterator[Session]:
    async with opened(Settings.load()) as session:
        workspace = await choose_workspace(session.database, workspace_id)
        gateway = ViewerGateway(session.database, await choose_viewer(session.database, workspace, user))
        yield Session(gateway, LocalDesk(session.database, workspace, workspace.now(clock.now())), workspace)


async def _review(workspace_id: str, first: int, user: str, *, as_json: bool) -> None:
    async with _session(workspace_id, user) as session:
        rows = await session.gateway.rows(q.IDENTITY_REVIEW, q.ReviewPage(first + 1))
        rules = [one for one in await session.desk.rules() if one.kept or one.reverted]
    if as_json:
        for row in rows[:first]:
            write_json(plain(asdict(row)))
        return
    if not rows:
        out.print("Nobody here looks like somebody else.")
    else:
        out.print(review_table(rows[:first]))
        out.print("`graph-service identity merge` says one person, `identity apart` says two.")
    if len(rows) > first:
        out.print("… and more; ask for more with --first.")
    if rules:
        out.print(rules_table(rules))


async def _why(who: str, workspace_id: str, user: str, *, as_json: bool) -> None:
    async with _session(workspace_id, user) as session:
        uid = await find_contact(session.gateway, who)
        row = await session.gateway.first(q.EXPLAIN_IDENTITY, q.WhoIs(uid))
        rules = await session.desk.rules()
    if row is None:
        raise NotFoundError(f"no contact is called '{who}'", "give a name, a mail address or an id")
    used = {one.rule for one in row.identities} | {one.rule for one in row.doubts}
    learned = [one for one in rules if one.rule in used and (one.kept or one.reverted)]
    if as_json:
        write_json(plain(asdict(row)) | {"rules": [asdict(one) for one in learned]})
        return
    _show(row, session.workspace)
    if learned:
        out.print(rules_table(learned))


async def _decide(
    kind: RulingKind, people: list[str], values: tuple[str, ...], workspace_id: str, reason: str, user: str,
    *, as_json: bool,
) -> None:  # fmt: skip
    async with _session(workspace_id, user) as session:
        uids = [await find_contact(session.gateway, who) for who in people]
        asked = Judgement(kind, uids[0], "".join(uids[1:]), values, reason or None)
        judged = await judge(session.gateway, session.desk, asked, session.desk.now)
    if isinstance(judged, UserError):
        raise UsageError(judged.message, judged.hint)
    for row in judged:
        if as_json:
            write_json(plain(asdict(row)))
        else:
            _show(row, session.workspace)


def _show(row: ExplanationRow, workspace: Workspace) -> None:
    for part in explanation_parts(row, workspace):
        out.print(part)
