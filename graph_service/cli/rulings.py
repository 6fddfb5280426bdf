"""`graph-service evidence | champion | departure`: correct what is said of people, in one move."""

import asyncio
from dataclasses import dataclass
from datetime import date
from typing import Annotated

import typer

from graph_service.app.finding_people import find_stakeholder
from graph_service.cli.console import out, write_json
from graph_service.cli.explain import Session, session_of
from graph_service.cli.explaining import explained_json, explained_parts, said_json
from graph_service.cli.options import JsonOption, UserOption, WorkspaceOption
from graph_service.errors import UsageError
from graph_service.resolvers.explaining_corrections import Judged, Ruling, judge_evidence, rule, withdraw
from graph_service.resolvers.explaining_facts import Explained
from graph_service.schema.actions import UserError
from graph_service.schema.ids import Kind, decode_id

evidence_app = typer.Typer(help="Sentences that do not count.", no_args_is_help=True, rich_markup_mode=None)
champion_app = typer.Typer(help="Whether somebody is a champion.", no_args_is_help=True, rich_markup_mode=None)
departure_app = typer.Typer(help="Whether somebody has left.", no_args_is_help=True, rich_markup_mode=None)
Who = Annotated[str, typer.Argument(help="A person by name, mail address or id.")]
EvidenceId = Annotated[str, typer.Argument(help="The id that `explain` prints beside a sentence.")]
ReasonOption = Annotated[str, typer.Option("--reason", help="Why; kept with the decision.")]
AtOption = Annotated[str, typer.Option("--at", help="The account, for somebody who is at several.")]


@dataclass(frozen=True, slots=True)
class Aim:
    """Whom a decision is about, who takes it, and how to answer."""

    who: str
    at: str
    workspace_id: str
    user: str
    as_json: bool


@evidence_app.command()
def reject(
    evidence: EvidenceId,
    reason: ReasonOption = "",
    workspace: WorkspaceOption = "",
    user: UserOption = "",
    as_json: JsonOption = False,
) -> None:
    """Say that a sentence or note does not count. Facts follow at once; no load and no reader undoes it.

    Example: graph-service evidence reject q3v7… --reason "it was a joke"
    """
    asyncio.run(_judge(evidence, "rejected", reason, workspace, user, as_json=as_json))


@evidence_app.command()
def restore(
    evidence: EvidenceId,
    reason: ReasonOption = "",
    workspace: WorkspaceOption = "",
    user: UserOption = "",
    as_json: JsonOption = False,
) -> None:
    """Let a sentence or note count again: every fact is as it was before.

    Example: graph-service evidence restore q3v7…
    """
    asyncio.run(_judge(evidence, "restored", reason, workspace, user, as_json=as_json))


@champion_app.command(name="confirm")
def confirm_champion(
    who: Who,
    reason: ReasonOption = "",
    at: AtOption = "",
    workspace: WorkspaceOption = "",
    user: UserOption = "",
    as_json: JsonOption = False,
) -> None:
    """Say that somebody is a champion of ours; it holds for 90 days.

    Example: graph-service champion confirm ana@acme.example --reason "she argued for us"
    """
    asyncio.run(_rule(Aim(who, at, workspace, user, as_json), "champion", reason))


@champion_app.command(name="deny")
def deny_champion(
    who: Who,
    reason: ReasonOption = "",
    at: AtOption = "",
    workspace: WorkspaceOption = "",
    user: UserOption = "",
    as_json: JsonOption = False,
) -> None:
    """Say that somebody is no champion of ours; it holds for 90 days.

    Example: graph-service champion deny ana@acme.example
    """
    asyncio.run(_rule(Aim(who, at, workspace, user, as_json), "not_champion", reason))


@champion_app.command(name="withdraw")
def withdraw_champion(
    who: Who,
    reason: ReasonOption = "",
    at: AtOption = "",
    workspace: WorkspaceOption = "",
    user: UserOption = "",
    as_json: JsonOption = False,
) -> None:
    """Take back whatever was decided about somebody as a champion.

    Example: graph-service champion withdraw ana@acme.example
    """
    asyncio.run(_withdraw(Aim(who, at, workspace, user, as_json), "champion", reason))


@departure_app.command(name="confirm")
def confirm_departure(
    who: Who,
    last_day: Annotated[str, typer.Option("--last-day", help="Their last working day, such as 2026-03-31.")] = "",
    new_employer: Annotated[str, typer.Option("--new-employer", help="Where they went.")] = "",
    reason: ReasonOption = "",
    at: AtOption = "",
    workspace: WorkspaceOption = "",
    user: UserOption = "",
    as_json: JsonOption = False,
) -> None:
    """Say that somebody has left.

    Example: graph-service departure confirm ana@acme.example --last-day 2026-03-31
    """
    asyncio.run(_rule(Aim(who, at, workspace, user, as_json), "departed", reason, _day(last_day), new_employer))


@departure_app.command(name="deny")
def deny_departure(
    who: Who,
    reason: ReasonOption = "",
    at: AtOption = "",
    workspace: WorkspaceOption = "",
    user: UserOption = "",
    as_json: JsonOption = False,
) -> None:
    """Say that somebody has not left; signs known by now count no more.

    Example: graph-service departure deny ana@acme.example --reason "she is on leave"
    """
    asyncio.run(_rule(Aim(who, at, workspace, user, as_json), "not_departed", reason))


@departure_app.command(name="withdraw")
def withdraw_departure(
    who: Who,
    reason: ReasonOption = "",
    at: AtOption = "",
    workspace: WorkspaceOption = "",
    user: UserOption = "",
    as_json: JsonOption = False,
) -> None:
    """Take back whatever was decided about somebody's departure.

    Example: graph-service departure withdraw ana@acme.example
    """
    asyncio.run(_withdraw(Aim(who, at, workspace, user, as_json), "departure", reason))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise UsageError(f"'{text}' is no day", "write it like 2026-03-31") from error


async def _rule(aim: Aim, kind: str, reason: str, last_day: date | None = None, new_employer: str = "") -> None:
    async with session_of(aim.workspace_id, aim.user) as session:
        uid = await find_stakeholder(session.gateway, aim.who, aim.at, session.facts.now)
        ruling = Ruling(uid, kind, reason or None, None, last_day, new_employer or None)
        _answer(session, await rule(session.judge, ruling), as_json=aim.as_json)


async def _withdraw(aim: Aim, question: str, reason: str) -> None:
    async with session_of(aim.workspace_id, aim.user) as session:
        uid = await find_stakeholder(session.gateway, aim.who, aim.at, session.facts.now)
        _answer(session, await withdraw(session.judge, uid, question, reason or None), as_json=aim.as_json)


def _answer(session: Session, found: Explained | UserError, *, as_json: bool) -> None:
    if isinstance(found, UserError):
        raise UsageError(found.message, found.hint)
    _show(session, found, as_json=as_json)


async def _judge(text: str, kind: str, reason: str, workspace_id: str, user: str, *, as_json: bool) -> None:
    async with session_of(workspace_id, user) as session:
        known = (decode_id(text, one, session.workspace.workspace_id) for one in (Kind.EVIDENCE, Kind.ASK))
        uid = next((one for one in known if one), text)
        judged = await judge_evidence(session.judge, uid, kind, reason or None)
    if isinstance(judged, UserError):
        raise UsageError(judged.message, judged.hint)
    _show_judged(session, judged, as_json=as_json)


def _show_judged(session: Session, judged: Judged, *, as_json: bool) -> None:
    if as_json:
        write_json({"evidence": said_json(judged.evidence), "facts": [explained_json(one) for one in judged.explained]})
        return
    out.print("It does not count any more." if judged.evidence.is_rejected else "It counts.")
    for one in judged.explained:
        _show(session, one, as_json=False)


def _show(session: Session, one: Explained, *, as_json: bool) -> None:
    if as_json:
        write_json(explained_json(one))
        return
    for part in explained_parts(one, session.workspace):
        out.print(part)
