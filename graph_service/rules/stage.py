"""Runs the playbooks over the graph: asks each condition, plans, and writes the queue; a dry run only shows it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from importlib import resources

from graph_service.domain.business_days import BusinessDays
from graph_service.domain.facts import epoch_day, midnight
from graph_service.domain.viewer import ADMIN, EVERYONE
from graph_service.domain.workspace import Workspace
from graph_service.errors import PlaybookError
from graph_service.graph.events import announce
from graph_service.graph.query import NoParams, RowsParams
from graph_service.graph.system import SystemGateway
from graph_service.query.compiler import compile_question
from graph_service.rules import queries as q
from graph_service.rules.actions import Draft, action_row, cleared_row, draft
from graph_service.rules.background import READ_BACKGROUNDS, Background, BackgroundParams
from graph_service.rules.firing import Match, Plan, key_of, plan
from graph_service.rules.playbook import Playbook, parse_playbook
from graph_service.rules.ranking import typical_arr
from graph_service.rules.reach import kinds_behind, tells_of_other_accounts
from graph_service.rules.reasons import confidence_behind

WORKSPACE_OWNED = "workspace"
DETAILS_AT_ONCE = 500


@dataclass(slots=True)
class Report:
    """What one run did, playbook by playbook, and in a dry run what the queue would be."""

    fired: dict[str, int] = field(default_factory=dict)
    expired: dict[str, int] = field(default_factory=dict)
    silenced: dict[str, int] = field(default_factory=dict)
    problems: dict[str, str] = field(default_factory=dict)
    queue: list[Draft] = field(default_factory=list)


def shipped_playbooks() -> list[Playbook]:
    """Return the playbooks that come with the service, by name."""
    folder = resources.files("graph_service.rules") / "playbooks"
    files = sorted((one for one in folder.iterdir() if one.name.endswith(".yaml")), key=lambda one: one.name)
    return [parse_playbook(one.read_text(encoding="utf-8"), one.name) for one in files]


class RulesStage:
    """Keeps the queue of one workspace in line with its playbooks.

    `as_of` is the day the facts are of, `now` the moment decisions (snooze, cooldown) are measured by. With `live`
    the conditions read the current copies; without it they read what was known at `as_of`.
    """

    def __init__(
        self,
        system: SystemGateway,
        workspace: Workspace,
        as_of: datetime,
        now: datetime,
        *,
        live: bool = True,
        report: Callable[[str, int, int], None] = lambda _stage, _done, _total: None,
    ) -> None:
        self._system = system
        self._workspace = workspace
        self._as_of = as_of
        self._now = now
        self._live = live
        self._report = report

    async def run(self, *, dry_run: bool = False) -> Report:
        """Run every enabled playbook; with `dry_run` nothing is written and `queue` holds what would fire."""
        if not dry_run:
            await self.install(shipped_playbooks())
        report = Report()
        typical = typical_arr((await self._system.read(q.READ_ARRS, NoParams()))[0].accounts)
        stored = await self._playbooks(dry_run=dry_run)
        for done, one in enumerate(stored, start=1):
            await self._run_one(one, typical, report, dry_run=dry_run)
            self._report("playbooks", done, len(stored))
        report.queue.sort(key=lambda one: (-one.score.value, one.key))
        return report

    async def install(
        self, playbooks: Sequence[Playbook], *, owner_uid: str = WORKSPACE_OWNED, visibility: str = "public"
    ) -> None:
        """Store playbooks: the shipped ones are public and the workspace's, a person's own are private at birth."""
        rows = [
            {
                "uid": self._workspace.ids.uid("playbook", owner_uid, one.name), "name": one.name,
                "target": one.target, "bucket": one.bucket, "priority": one.priority, "text": one.text,
                "visibility": visibility, "owner_uid": owner_uid,
            }
            for one in playbooks
        ]  # fmt: skip
        await self._system.write(q.UPSERT_PLAYBOOKS, RowsParams(sorted(rows, key=lambda row: str(row["uid"]))))

    async def _playbooks(self, *, dry_run: bool) -> list[q.StoredPlaybook]:
        stored = (await self._system.read(q.READ_PLAYBOOKS, NoParams()))[0].playbooks
        if dry_run:
            known = {one.name for one in stored if one.owner_uid == WORKSPACE_OWNED}
            stored = stored + [
                q.StoredPlaybook("", one.name, one.text, "public", WORKSPACE_OWNED, is_enabled=True)
                for one in shipped_playbooks()
                if one.name not in known
            ]
        return [one for one in stored if one.is_enabled]

    async def _run_one(
        self, stored: q.StoredPlaybook, typical: dict[str, float], report: Report, *, dry_run: bool
    ) -> None:
        try:
            playbook = parse_playbook(stored.text, stored.name)
        except PlaybookError as error:
            report.problems[stored.name] = error.message
            return
        matches = [Match(key_of(playbook, one), one) for one in await self._details(playbook, stored)]
        past = await self._system.read(q.READ_ACTIONS, q.PlaybookUid(stored.uid))
        earlier = past[0].actions if past and not (dry_run and not self._live) else []
        planned = plan(playbook, matches, earlier, self._workspace, self._now)
        if planned.problem:
            report.problems[stored.name] = planned.problem
        if planned.problem and not (planned.fire or planned.expire):
            return
        drafts = [draft(playbook, match, one, typical, self._workspace, self._as_of) for match, one in planned.fire]
        report.fired[stored.name] = len(drafts)
        report.expired[stored.name] = len(planned.expire)
        report.silenced[stored.name] = planned.silenced
        report.queue += drafts
        if not dry_run:
            await self._write(stored.uid, drafts, planned)

    async def _details(self, playbook: Playbook, stored: q.StoredPlaybook) -> list[q.Detail]:
        principals = (EVERYONE, ADMIN) if stored.owner_uid == WORKSPACE_OWNED else (EVERYONE, stored.owner_uid)
        calendar = BusinessDays(self._workspace.country, self._workspace.zone)
        question = compile_question(playbook.when, self._as_of, live=self._live, calendar=calendar)
        rows = await self._system.ask(question, principals)
        wanted = [{key: row.get(key) for key in ("account_uid", "stakeholder_uid", "evidence_uid")} for row in rows]
        day = epoch_day(self._workspace.day(self._as_of))
        out: list[q.Detail] = []
        for start in range(0, len(wanted), DETAILS_AT_ONCE):
            params = q.DetailParams(wanted[start : start + DETAILS_AT_ONCE], day, self._as_of)
            found = [row.detail for row in await self._system.read(q.READ_DETAILS, params)]
            out += await self._with_backgrounds(playbook, found)
        return out

    async def _with_backgrounds(self, playbook: Playbook, details: list[q.Detail]) -> list[q.Detail]:
        """Return matches with the states behind them, where the playbook needs these."""
        kinds = kinds_behind(playbook)
        if not kinds or not details:
            return details
        today = self._workspace.day(self._as_of)
        rows: list[dict[str, str | None]] = [
            {"account_uid": one.account_uid, "stakeholder_uid": one.stakeholder_uid} for one in details
        ]
        params = BackgroundParams(rows, list(kinds), epoch_day(today), self._as_of, midnight(today), self._live)
        found = [row.background for row in await self._system.read(READ_BACKGROUNDS, params)]
        known = {(one.account_uid, one.stakeholder_uid): one for one in found}
        return [_behind(playbook, one, known[one.account_uid, one.stakeholder_uid]) for one in details]

    async def _write(self, playbook_uid: str, drafts: list[Draft], planned: Plan) -> None:
        """Write one playbook's queue and the event of it in one transaction."""
        rows = [action_row(one, playbook_uid, self._workspace, self._as_of, self._now) for one in drafts]
        rows.sort(key=lambda row: str(row["uid"]))
        expired = sorted(planned.expire, key=lambda one: one.uid)
        gone = [cleared_row(one, self._workspace, self._now) for one in expired]
        if not rows and not gone:
            return
        touched = [str(row["uid"]) for row in (*rows, *gone)]
        await self._system.write_all(
            [
                self._system.statement(q.EXPIRE_ACTIONS, RowsParams(gone)),
                self._system.statement(q.UPSERT_ACTIONS, q.ActionRows(playbook_uid, rows)),
                announce(self._system, "actions.changed", touched),
            ]
        )


def _behind(playbook: Playbook, detail: q.Detail, known: Background) -> q.Detail:
    """Return a match with what is known behind it, and the further accounts that its action tells of."""
    parties = known.elsewhere if tells_of_other_accounts(playbook) else []
    sure = detail.confidence if detail.confidence is not None else confidence_behind(playbook, known)
    return replace(detail, background=known, parties=parties, confidence=sure)
