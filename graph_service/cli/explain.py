"""`graph-service explain | calibration`: why a number is what it is, and whether probabilities mean what they say."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass
from shlex import quote
from typing import Annotated

import typer
from rich import box
from rich.table import Table

from graph_service import clock
from graph_service.app.correcting import LocalFacts
from graph_service.app.finding import find_account
from graph_service.app.finding_people import find_stakeholders
from graph_service.app.opening import choose_viewer, choose_workspace, opened
from graph_service.cli.console import moment_of, out, write_json
from graph_service.cli.explaining import explained_json, explained_parts
from graph_service.cli.options import AsOfOption, JsonOption, UserOption, WorkspaceOption
from graph_service.domain.recomputing import OF_ACCOUNTS, OF_PEOPLE, Metric
from graph_service.domain.workspace import Workspace
from graph_service.errors import AmbiguousNameError, NotFoundError, UsageError
from graph_service.graph.query import NoParams
from graph_service.graph.viewer import ViewerGateway
from graph_service.inference.departure.calibration import Reliability, reliability
from graph_service.resolvers import explaining_queries as q
from graph_service.resolvers import moments
from graph_service.resolvers.context import Context
from graph_service.resolvers.explaining_corrections import Judge
from graph_service.resolvers.explaining_facts import Witness
from graph_service.resolvers.explaining_facts import explain as explained_facts
from graph_service.resolvers.explaining_labels import Labels, champion_labels, departure_labels
from graph_service.resolvers.explaining_wanted import Wanted
from graph_service.settings import Settings


@dataclass(frozen=True, slots=True)
class Session:
    """What a command works with: somebody's reads, the side that infers, and the workspace."""

    gateway: ViewerGateway
    facts: LocalFacts
    workspace: Workspace

    @property
    def judge(self) -> Judge:
        """Return who decides."""
        return Judge(self.gateway, self.facts, self.facts.now, self.workspace.zone)

    def moment(self, as_of: str) -> moments.Moment:
        """Return the moment of `--as-of`, or now."""
        context = Context(self.gateway, self.facts.now, self.workspace.name, zone=self.workspace.zone)
        return moments.moment_of(context, moment_of(as_of, self.workspace))


@asynccontextmanager
async def session_of(workspace_id: str, user: str) -> AsyncIterator[Session]:
    """Open what a command needs for the length of a block."""
    async with opened(Settings.load()) as session:
        workspace = await choose_workspace(session.database, workspace_id)
        gateway = ViewerGateway(session.database, await choose_viewer(session.database, workspace, user))
        yield Session(gateway, LocalFacts(session.database, workspace, workspace.now(clock.now())), workspace)


def explain(
    who: Annotated[str, typer.Argument(help="A person or an account, by name, address, domain or id.")],
    metric: Annotated[Metric, typer.Argument(help="Which number.")],
    workspace: WorkspaceOption = "",
    as_of: AsOfOption = "",
    account: Annotated[bool, typer.Option("--account", help="For sentiment: of the account, not a person.")] = False,
    user: UserOption = "",
    as_json: JsonOption = False,
) -> None:
    """Explain a number to the sentence: its terms, what each rests on, the states that hold, who decided what.

    Of a past day the terms are worked out again from what was known by its end. People have strength, engagement,
    sentiment, influence, champion, departure; accounts have sentiment, health, coverage, usage, tickets.

    Example: graph-service explain ana@acme.example departure --as-of 2026-03-31
    """
    asyncio.run(_explain(who, metric, workspace, as_of, user, of_account=account, as_json=as_json))


def calibration(
    workspace: WorkspaceOption = "", as_of: AsOfOption = "", user: UserOption = "", as_json: JsonOption = False
) -> None:
    """Show whether probabilities mean what they say, from labels that arrived by themselves.

    A claim of a departure is wrong when the person is heard of again or one of us denies it, right when harder
    evidence comes or one of us confirms it. Champions are judged by what people decided.

    Example: graph-service calibration --json
    """
    asyncio.run(_calibration(workspace, as_of, user, as_json=as_json))


async def _explain(
    who: str, metric: Metric, workspace_id: str, as_of: str, user: str, *, of_account: bool, as_json: bool
) -> None:
    async with session_of(workspace_id, user) as session:
        if metric not in (OF_ACCOUNTS if of_account else {**OF_PEOPLE, **OF_ACCOUNTS}):
            raise UsageError(f"an account has no {metric}", f"choose from {', '.join(OF_ACCOUNTS)}")
        is_person = metric in OF_PEOPLE and not of_account
        if is_person:
            uids = await _people(session, who, metric)
        else:
            uids = [await find_account(session.gateway, who)]
        witness = Witness(session.gateway, session.facts, session.moment(as_of))
        found = await explained_facts(witness, [Wanted(uid, is_person, metric) for uid in uids])
    if not found:
        raise NotFoundError(f"'{who}' was not known then", "try a later day")
    for one in found:
        if as_json:
            write_json(explained_json(one))
        else:
            for part in explained_parts(one, session.workspace):
                out.print(part)


async def _people(session: Session, who: str, metric: Metric) -> list[str]:
    """Return the uids of a person at each account; of an account's name say how accounts are explained."""
    try:
        return await find_stakeholders(session.gateway, who, session.facts.now)
    except NotFoundError:
        if not await _is_account(session.gateway, who):
            raise
    if metric in OF_ACCOUNTS:
        hint = f"graph-service explain {quote(who)} {metric} --account"
        raise NotFoundError(f"'{who}' is an account, and without --account people are explained", hint)
    raise UsageError(f"'{who}' is an account, and an account has no {metric}", f"choose from {', '.join(OF_ACCOUNTS)}")


async def _is_account(gateway: ViewerGateway, text: str) -> bool:
    try:
        await find_account(gateway, text)
    except (NotFoundError, AmbiguousNameError):
        return False
    return True


async def _calibration(workspace_id: str, as_of: str, user: str, *, as_json: bool) -> None:
    async with session_of(workspace_id, user) as session:
        people = [row.person for row in await session.gateway.rows(q.CALIBRATION, NoParams())]
        day, zone = session.moment(as_of).day, session.workspace.zone
    for name, labels in (
        ("departure", departure_labels(people, day, zone)),
        ("champion", champion_labels(people, day, zone)),
    ):
        found = reliability(labels.said, labels.came)
        if as_json:
            write_json({"metric": name, **asdict(found), "unresolved": labels.unresolved})
        else:
            _show(name, found, labels)


def _show(name: str, found: Reliability, labels: Labels) -> None:
    if not found.count:
        out.print(f"{name}: nothing has been proved right or wrong yet; {labels.unresolved} claims are open.")
        return
    title = f"{name}: {found.count} labels, {labels.unresolved} open; ECE {found.ece:.3f}, Brier {found.brier:.3f}"
    table = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD)
    for column in ("from", "to", "said", "came true", "count"):
        table.add_column(column, justify="right")
    for one in found.bins:
        table.add_row(f"{one.low:.2f}", f"{one.high:.2f}", f"{one.said:.2f}", f"{one.seen:.2f}", str(one.count))
    out.print(table)
