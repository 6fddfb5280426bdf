"""`graph-service topics`: what customers ask for, topic by topic, and the corrections of it."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Annotated

import typer

from graph_service.app.finding_topics import find_topic, uid_of
from graph_service.cli.console import out, write_json
from graph_service.cli.explain import Session, session_of
from graph_service.cli.options import AsOfOption, JsonOption, UserOption, WorkspaceOption
from graph_service.cli.topics_tables import topic_json, topic_parts, topics_table
from graph_service.errors import NotFoundError, UsageError
from graph_service.resolvers import topics_rulings as r
from graph_service.resolvers.moments import Moment
from graph_service.resolvers.topics_queries import TopicsPage, window_start
from graph_service.resolvers.topics_reading import TopicsFound, read_topics
from graph_service.schema.actions import UserError
from graph_service.schema.ids import Kind

MOST_REQUESTS = 200
app = typer.Typer(help="What customers ask for: look and correct.", rich_markup_mode=None)
Topic = Annotated[str, typer.Argument(help="A topic by name or id, or the id of a request in it.")]
Request = Annotated[str, typer.Argument(help="The id that `topics show` prints beside a sentence.")]
ReasonOption = Annotated[str, typer.Option("--reason", help="Why; kept with the decision.")]
Settled = list[str] | UserError


@dataclass(frozen=True, slots=True)
class Aim:
    """Where a decision is taken, by whom, why, and how to answer."""

    workspace_id: str
    user: str
    reason: str
    as_json: bool

    @property
    def why(self) -> r.Reasons:
        """Return the reason."""
        return r.Reasons(self.reason or None)


@app.callback(invoke_without_command=True)
def topics(
    context: typer.Context,
    search: Annotated[str, typer.Option("--search", "-s", help="Only topics with this in name or requests.")] = "",
    trending: Annotated[bool, typer.Option("--trending", help="Only what more accounts ask for than usual.")] = False,
    first: Annotated[int, typer.Option("--first", "-n", min=1, max=200, help="How many.")] = 20,
    workspace: WorkspaceOption = "",
    as_of: AsOfOption = "",
    user: UserOption = "",
    as_json: JsonOption = False,
) -> None:
    """List what customers ask for, topic by topic, those that most accounts asked for of late first.

    Example: graph-service topics --trending
    """
    if context.invoked_subcommand is None:
        asyncio.run(_list(search, first, workspace, as_of, user, trending=trending, as_json=as_json))


@app.command()
def show(
    topic: Topic,
    workspace: WorkspaceOption = "",
    as_of: AsOfOption = "",
    user: UserOption = "",
    as_json: JsonOption = False,
) -> None:
    """Show a topic: each request in the customer's own sentence, what answers it, and what people corrected.

    Example: graph-service topics show "single sign-on"
    """
    asyncio.run(_show(topic, workspace, as_of, user, as_json=as_json))


@app.command()
def merge(
    topic: Topic,
    into: Annotated[str, typer.Argument(help="The topic it goes into.")],
    reason: ReasonOption = "",
    workspace: WorkspaceOption = "",
    user: UserOption = "",
    as_json: JsonOption = False,
) -> None:
    """Say that two topics are one. No load and no new grouping parts them.

    Example: graph-service topics merge "sso" "single sign-on"
    """
    aim = Aim(workspace, user, reason, as_json)

    async def decide(session: Session) -> Settled:
        one, other = await _find(session, topic), await _find(session, into)
        return await r.merge_topics(session.judge, one, other, aim.why)

    asyncio.run(_decide(aim, decide))


@app.command()
def move(
    request: Request,
    topic: Annotated[str, typer.Argument(help="The topic it belongs to; left out: one of its own.")] = "",
    reason: ReasonOption = "",
    workspace: WorkspaceOption = "",
    user: UserOption = "",
    as_json: JsonOption = False,
) -> None:
    """Say that a request belongs to another topic, or to one of its own.

    Example: graph-service topics move q3v7… "dark mode"
    """
    aim = Aim(workspace, user, reason, as_json)

    async def decide(session: Session) -> Settled:
        uid = uid_of(session.gateway, request, Kind.EVIDENCE)
        goal = await _find(session, topic) if topic else None
        return await r.move_request(session.judge, uid, goal, aim.why)

    asyncio.run(_decide(aim, decide))


@app.command()
def rename(
    topic: Topic,
    name: Annotated[str, typer.Argument(help="The name.")],
    reason: ReasonOption = "",
    workspace: WorkspaceOption = "",
    user: UserOption = "",
    as_json: JsonOption = False,
) -> None:
    """Give a topic a name. It stays with the topic's earliest request.

    Example: graph-service topics rename "saml" "Single sign-on"
    """
    aim = Aim(workspace, user, reason, as_json)

    async def decide(session: Session) -> Settled:
        return await r.name_topic(session.judge, await _find(session, topic), name, aim.why)

    asyncio.run(_decide(aim, decide))


@app.command()
def withdraw(
    ruling: Annotated[str, typer.Argument(help="The id that `topics show` prints beside a decision.")],
    reason: ReasonOption = "",
    workspace: WorkspaceOption = "",
    user: UserOption = "",
    as_json: JsonOption = False,
) -> None:
    """Take a decision on topics back: they are as if nobody had taken it.

    Example: graph-service topics withdraw 4f0c…
    """
    aim = Aim(workspace, user, reason, as_json)

    async def decide(session: Session) -> Settled:
        return await r.withdraw_ruling(session.judge, uid_of(session.gateway, ruling, Kind.RULING), aim.why)

    asyncio.run(_decide(aim, decide))


async def _find(session: Session, text: str) -> str:
    return await find_topic(session.gateway, text, session.moment(""), session.workspace.zone)


async def _list(
    search: str, first: int, workspace_id: str, as_of: str, user: str, *, trending: bool, as_json: bool
) -> None:
    async with session_of(workspace_id, user) as session:
        moment = session.moment(as_of)
        page = TopicsPage(
            as_of=moment.at, recent_from=window_start(moment, session.workspace.zone), limit=first,
            search=search.strip().lower(), include_trend=True,
        )  # fmt: skip
        found = await read_topics(session.gateway, page, moment, session.workspace.zone, trending=trending)
    if as_json:
        for one in found.topics:
            write_json(topic_json(one, found.trends.get(one.uid)))
    elif found.topics:
        out.print(topics_table(found.topics, found.trends, session.workspace))
        if found.more:
            out.print(f"… and {found.total - len(found.topics)} more; --first shows more.")
    else:
        out.print("Nothing trends." if trending else "Nothing was asked for.")


async def _show(text: str, workspace_id: str, as_of: str, user: str, *, as_json: bool) -> None:
    async with session_of(workspace_id, user) as session:
        moment = session.moment(as_of)
        uid = await find_topic(session.gateway, text, moment, session.workspace.zone)
        found = await _read(session, [uid], moment)
    if not found.topics:
        raise NotFoundError(f"'{text}' was not asked for then", "try a later day")
    _print(found, session, as_json=as_json)


async def _decide(aim: Aim, decide: Callable[[Session], Awaitable[Settled]]) -> None:
    async with session_of(aim.workspace_id, aim.user) as session:
        settled = await decide(session)
        if isinstance(settled, UserError):
            raise UsageError(settled.message, settled.hint)
        found = await _read(session, settled, session.moment(""))
    _print(found, session, as_json=aim.as_json)


async def _read(session: Session, uids: Sequence[str], moment: Moment) -> TopicsFound:
    page = TopicsPage(
        request_uids=list(uids), as_of=moment.at, recent_from=window_start(moment, session.workspace.zone),
        limit=len(uids), request_limit=MOST_REQUESTS, include_trend=True, include_requests=True,
        include_releases=True, include_rulings=True,
    )  # fmt: skip
    return await read_topics(session.gateway, page, moment, session.workspace.zone)


def _print(found: TopicsFound, session: Session, *, as_json: bool) -> None:
    for one in found.topics:
        trend = found.trends.get(one.uid)
        if as_json:
            write_json(topic_json(one, trend))
        else:
            for part in topic_parts(one, trend, session.workspace):
                out.print(part)
