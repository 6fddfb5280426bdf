"""The reads that explain and the decisions that correct, bound to their types. The CLI uses the same ones."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from graph_service.graph.query import NoParams, ReadQuery, Uids, WriteQuery
from graph_service.resolvers import explaining_rows as rows


@dataclass(frozen=True, slots=True)
class FactsAt:
    """Which facts, each {key, uid, series, spells}, and of what moment."""

    facts: list[dict[str, Any]]
    as_of: datetime
    as_of_date: datetime
    as_of_day: int


@dataclass(frozen=True, slots=True)
class JudgeEvidence:
    """A sentence does not count (`kind` rejected), or does again (restored)."""

    evidence_uid: str
    kind: str
    reason: str | None
    mutation_key: str
    by_uid: str
    now: datetime


@dataclass(frozen=True, slots=True)
class RuleOnPerson:
    """What somebody decided of a person; `kinds` are those of the same question, `today` when the day began."""

    stakeholder_uid: str
    kind: str
    kinds: list[str]
    reason: str | None
    last_day: datetime | None
    new_employer: str | None
    mutation_key: str
    by_uid: str
    now: datetime
    today: datetime


@dataclass(frozen=True, slots=True)
class WithdrawRuling:
    """All that was decided of a person on one question is taken back."""

    stakeholder_uid: str
    kinds: list[str]
    reason: str | None
    by_uid: str
    now: datetime


EXPLAIN_PEOPLE = ReadQuery("read.explain_people", FactsAt, rows.FactRow)
EXPLAIN_ACCOUNTS = ReadQuery("read.explain_accounts", FactsAt, rows.FactRow)
EVIDENCE = ReadQuery("read.evidence", Uids, rows.SaidRow)
CALIBRATION = ReadQuery("read.calibration", NoParams, rows.ClaimedRow)
JUDGE_EVIDENCE = WriteQuery("actions.judge_evidence", JudgeEvidence, rows.JudgedEvidenceRow)
RULE_ON_PERSON = WriteQuery("actions.rule_on_person", RuleOnPerson, rows.RuledRow)
WITHDRAW_RULING = WriteQuery("actions.withdraw_ruling", WithdrawRuling, rows.RuledRow)
