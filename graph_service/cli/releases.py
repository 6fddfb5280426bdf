"""`graph-service releases`: what we shipped, with each customer's own sentence that it answers, and whether it does."""

import asyncio
from collections.abc import Callable
from typing import Annotated

import typer

from graph_service.app.finding_topics import find_release, uid_of
from graph_service.cli.console import out, write_json
from graph_service.cli.default_group import ShowByDefault
from graph_service.cli.explain import Session, session_of
from graph_service.cli.options import AsOfOption, JsonOption, UserOption, WorkspaceOption
from graph_service.cli.topics_tables import release_json, release_parts, releases_table
from graph_service.errors import UsageError
from graph_service.resolvers import releases_rulings as r
from graph_service.resolvers.moments import Moment
from graph_service.resolvers.topics_queries import RELEASES, ReleasesPage
from graph_service.resolvers.topics_rows import ReleasesRow
from graph_service.resolvers.topics_rulings import Reasons
from graph_service.schema.actions import UserError
from graph_service.schema.ids import Kind

app = typer.Typer(cls=ShowByDefault, help="What we shipped: look and correct.", rich_markup_mode=None)
Release = Annotated[str, typer.Argument(help="A release by name or id.")]
Request = Annotated[str, typer.Argument(help="The id that `releases NAME` prints beside a sentence.")]
ReasonOption = Annotated[str, typer.Option("--reason", help="Why; kept with the decision.")]


@app.command()
def show(
    release: Annotated[str, typer.Argument(help="A release by name or id; left out: all.")] = "",
    first: Annotated[int, typer.Option("--first", "-n", min=1, max=200, help="How many.")] = 20,
    workspace: WorkspaceOption = "",
    as_of: AsOfOption = "",
    user: UserOption = "",
    as_json: JsonOption = False,
) -> None:
    """Show what we shipped, newest first; of one release, who asked for it, in their own words.

    Example: graph-service releases show "Spring release"
    """
    asyncio.run(_releases(release, first, workspace, as_of, user, as_json=as_json))


def _judging(kind: str) -> Callable[..., None]:
    """Return the command that says one thing of an answer."""

    def judge(
        release: Release,
        request: Request,
        reason: ReasonOption = "",
        workspace: WorkspaceOption = "",
        user: UserOption = "",
        as_json: JsonOption = False,
    ) -> None:
        asyncio.run(_judge(release, request, kind, reason, workspace, user, as_json=as_json))

    return judge


ACCEPT = """Say that a release answers a request: it is listed for sure from now on.

Example: graph-service releases accept "Spring release" q3v7…
"""
REJECT = """Say that a release does not answer a request: nobody is asked again.

Example: graph-service releases reject "Spring release" q3v7… --reason "another export"
"""
WITHDRAW = """Take back what was said of a release and a request.

Example: graph-service releases withdraw "Spring release" q3v7…
"""
app.command("accept", help=ACCEPT)(_judging(r.ACCEPTED))
app.command("reject", help=REJECT)(_judging(r.REJECTED))
app.command("withdraw", help=WITHDRAW)(_judging(r.WITHDRAWN))


async def _releases(text: str, first: int, workspace_id: str, as_of: str, user: str, *, as_json: bool) -> None:
    async with session_of(workspace_id, user) as session:
        moment = session.moment(as_of)
        uid = await find_release(session.gateway, text, moment) if text else None
        row = await _read(session, uid, moment, first)
    if as_json or uid is not None:
        _print(row, session, as_json=as_json)
    elif row.releases:
        out.print(releases_table(row.releases, session.workspace))
        if row.total > len(row.releases):
            out.print(f"… and {row.total - len(row.releases)} more; --first shows more.")
    else:
        out.print("Nothing was shipped.")


async def _judge(
    text: str, request: str, kind: str, reason: str, workspace_id: str, user: str, *, as_json: bool
) -> None:
    async with session_of(workspace_id, user) as session:
        moment = session.moment("")
        release = await find_release(session.gateway, text, moment)
        uid = uid_of(session.gateway, request, Kind.EVIDENCE)
        settled = await r.rule_on_answer(session.judge, release, uid, kind, Reasons(reason or None))
        if isinstance(settled, UserError):
            raise UsageError(settled.message, settled.hint)
        row = await _read(session, settled, moment)
    _print(row, session, as_json=as_json)


async def _read(session: Session, uid: str | None, moment: Moment, first: int = 1) -> ReleasesRow:
    page = ReleasesPage(release_uid=uid, as_of=moment.at, limit=first, include_answers=True)
    row = await session.gateway.first(RELEASES, page)
    assert row is not None, "the statement always returns one record"
    return row


def _print(row: ReleasesRow, session: Session, *, as_json: bool) -> None:
    for one in row.releases:
        if as_json:
            write_json(release_json(one))
        else:
            for part in release_parts(one, session.workspace):
                out.print(part)
