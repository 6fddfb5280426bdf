"""What people correct: a sentence that does not count, a champion, a departure. API and CLI use it.

Each is one idempotent write with the viewer's sight; then the facts are brought in line, and the answer is explained
from what is stored. Whatever is not seen is answered like what does not exist.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, tzinfo

from graph_service.domain.facts import epoch_day
from graph_service.domain.recomputing import Metric, Recomputing
from graph_service.graph.viewer import ViewerGateway
from graph_service.resolvers import explaining_queries as q
from graph_service.resolvers.explaining_facts import Explained, Witness, explain, said
from graph_service.resolvers.explaining_rows import SaidSource
from graph_service.resolvers.explaining_wanted import Wanted
from graph_service.resolvers.moments import Moment
from graph_service.schema.actions import UserError
from graph_service.schema.enums import ErrorCode

QUESTIONS = {"champion": ("champion", "not_champion"), "departure": ("departed", "not_departed")}
"""Question → what can be decided of it."""
BEARS_ON = {
    "advocacy": Metric.CHAMPION, "departure_said": Metric.DEPARTURE, "bounce": Metric.DEPARTURE,
    "auto_reply": Metric.DEPARTURE, "crm_note": Metric.DEPARTURE, "sentiment": Metric.SENTIMENT,
    "mention": Metric.INFLUENCE, "signature": Metric.INFLUENCE, "ask": Metric.STRENGTH,
}  # fmt: skip
"""Kind of evidence → what it bears on most; the rest bears on whether somebody is a champion."""
MAX_TEXT, MAX_KEY, MOST_PEOPLE = 1000, 200, 10
EARLIEST = 1900
NO_EVIDENCE = UserError(
    code=ErrorCode.NOT_FOUND,
    message="There is no such sentence or note, or you do not see every account in it.",
    hint="Take the id from `explain` again.",
)
NO_PERSON = UserError(
    code=ErrorCode.NOT_FOUND, message="There is no such person.", hint="Take the id from `stakeholderMap` again."
)


@dataclass(frozen=True, slots=True)
class Judge:
    """Who decides, when (the workspace's now and zone), and through whom the facts follow."""

    gateway: ViewerGateway
    recomputing: Recomputing
    now: datetime
    zone: tzinfo = UTC

    @property
    def today(self) -> date:
        """Return the workspace's day."""
        return self.now.astimezone(self.zone).date()

    @property
    def witness(self) -> Witness:
        """Return who asks for what is stored now."""
        midnight = datetime.combine(self.today, time(), UTC)
        return Witness(self.gateway, self.recomputing, Moment(self.now, True, epoch_day(self.today), midnight))


@dataclass(frozen=True, slots=True)
class Ruling:
    """What is decided of a person: `kind` is one of `QUESTIONS`; the last two are for `departed` alone."""

    stakeholder_uid: str
    kind: str
    reason: str | None = None
    key: str | None = None
    last_day: date | None = None
    new_employer: str | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence as it now stands, and what it bears on."""

    evidence: SaidSource
    explained: list[Explained]


async def judge_evidence(
    judge: Judge, evidence_uid: str, kind: str, reason: str | None, key: str | None = None
) -> Judged | UserError:
    """Say that a sentence does not count (`rejected`) or counts again (`restored`); the facts follow at once."""
    if problem := _too_long(reason, key):
        return problem
    asked = q.JudgeEvidence(evidence_uid, kind, reason, mutation_key(judge, key), _by(judge), judge.now)
    row = await judge.gateway.decide(q.JUDGE_EVIDENCE, asked)
    if row is None:
        return NO_EVIDENCE
    await judge.recomputing.bring_in_line()
    metric = BEARS_ON.get(row.kind or "", Metric.CHAMPION)
    wanted = [Wanted(uid, True, metric) for uid in row.people[:MOST_PEOPLE]]
    explained = await explain(judge.witness, wanted)
    found = (await said(judge.gateway, [evidence_uid])).get(evidence_uid)
    return Judged(found, explained) if found else NO_EVIDENCE


async def rule(judge: Judge, ruling: Ruling) -> Explained | UserError:
    """Decide on a person; the facts follow at once. What is decided last on a day holds."""
    if problem := _too_long(ruling.reason, ruling.key) or _too_long(ruling.new_employer, None) or _bad_day(ruling):
        return problem
    question = next(name for name, kinds in QUESTIONS.items() if ruling.kind in kinds)
    begun = datetime.combine(judge.today, time(), judge.zone)
    last_day = None if ruling.last_day is None else datetime.combine(ruling.last_day, time(), UTC)
    asked = q.RuleOnPerson(
        ruling.stakeholder_uid, ruling.kind, [*QUESTIONS[question]], ruling.reason, last_day, ruling.new_employer,
        mutation_key(judge, ruling.key), _by(judge), judge.now, begun.astimezone(UTC),
    )  # fmt: skip
    row = await judge.gateway.decide(q.RULE_ON_PERSON, asked)
    return NO_PERSON if row is None else await _as_it_stands(judge, ruling.stakeholder_uid, question)


async def withdraw(
    judge: Judge, stakeholder_uid: str, question: str, reason: str | None, key: str | None = None
) -> Explained | UserError:
    """Take back all that was decided of a person on one question; the facts are as if nobody had."""
    if problem := _too_long(reason, key):
        return problem
    asked = q.WithdrawRuling(stakeholder_uid, [*QUESTIONS[question]], reason, _by(judge), judge.now)
    row = await judge.gateway.decide(q.WITHDRAW_RULING, asked)
    return NO_PERSON if row is None else await _as_it_stands(judge, stakeholder_uid, question)


async def _as_it_stands(judge: Judge, stakeholder_uid: str, question: str) -> Explained | UserError:
    await judge.recomputing.bring_in_line()
    found: Sequence[Explained] = await explain(judge.witness, [Wanted(stakeholder_uid, True, Metric(question))])
    return found[0] if found else NO_PERSON


def _by(judge: Judge) -> str:
    return judge.gateway.viewer.user_uid


def mutation_key(judge: Judge, key: str | None) -> str:
    """Return what makes a decision happen once under a caller's own key; empty: once as things stand."""
    if not key:
        return ""
    parts = (judge.gateway.viewer.workspace_id, _by(judge), key)
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:26]


def _bad_day(ruling: Ruling) -> UserError | None:
    if ruling.last_day is not None and not EARLIEST <= ruling.last_day.year <= 9998:
        return _bad_input("`lastDay` lies outside the calendar.", f"Give a day after {EARLIEST}.")
    return None


def _too_long(text: str | None, key: str | None) -> UserError | None:
    if len(key or "") > MAX_KEY:
        return _bad_input(f"`clientMutationId` is longer than {MAX_KEY} characters.", "Use a shorter one.")
    if len(text or "") > MAX_TEXT:
        return _bad_input(f"The text is longer than {MAX_TEXT} characters.", "Say it in fewer words.")
    return None


def _bad_input(message: str, hint: str) -> UserError:
    return UserError(code=ErrorCode.BAD_INPUT, message=message, hint=hint)
