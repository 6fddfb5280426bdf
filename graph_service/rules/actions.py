"""A planned firing → the action to write or to show: score, texts, reasons, dates. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from graph_service.domain.facts import Score, midnight
from graph_service.domain.workspace import Workspace, utc_millis
from graph_service.rules import people_phrases
from graph_service.rules.firing import Match
from graph_service.rules.people_phrases import present_of
from graph_service.rules.plain_words import day_text
from graph_service.rules.playbook import Playbook
from graph_service.rules.queries import Detail, PastAction
from graph_service.rules.ranking import DEFAULT_CONFIDENCE, FALLBACK_ARR, Stake, rank
from graph_service.rules.reach import names_used
from graph_service.rules.reasons import reasons_behind, since_behind
from graph_service.rules.wording import Wording, age_of, due_on, word

CONTACTS = ("main contact", "next contact")
GONE = "has left"
THREAD = frozenset({"thread_contact", "thread_strength"})
"""Names of texts that tell on whom it all rests, whether or not they are still there."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An action as it would stand in the queue, before anything is written."""

    key: str
    playbook: Playbook
    detail: Detail
    score: Score
    wording: Wording
    first_fired: date
    due: date
    past: PastAction | None


def draft(
    playbook: Playbook,
    match: Match,
    past: PastAction | None,
    typical: Mapping[str, float],
    workspace: Workspace,
    as_of: datetime,
) -> Draft:
    """Return the action of one match on a day."""
    detail = match.detail
    first = workspace.day(as_of if past is None else utc_millis(past.first_fired_at))
    score = rank(_stake(playbook, detail, first, typical, workspace, as_of), _evidence(detail))
    due = due_on(playbook.due, first, detail.country or workspace.country)
    return Draft(match.key, playbook, detail, score, word(playbook, detail, workspace, as_of), first, due, past)


def _stake(
    playbook: Playbook,
    detail: Detail,
    first: date,
    typical: Mapping[str, float],
    workspace: Workspace,
    as_of: datetime,
) -> Stake:
    renewal = None if detail.renewal_at is None else utc_millis(detail.renewal_at).date()
    assumed = typical.get(detail.segment or "", typical.get("", FALLBACK_ARR))
    known = detail.background
    begun = None if known is None else since_behind(playbook, known)
    return Stake(
        priority=playbook.priority,
        change=playbook.change,
        arr=assumed if detail.arr is None else detail.arr,
        age=age_of(detail, first if begun is None else min(first, begun), workspace, as_of),
        days_to_renewal=None if renewal is None else (renewal - workspace.day(as_of)).days,
        confidence=DEFAULT_CONFIDENCE if detail.confidence is None else detail.confidence,
    )


def _named(detail: Detail, names: frozenset[str]) -> list[tuple[str, str]]:
    """Return (term, uid) of the people that texts with these `names` name: who is still there, the strongest first.

    Who has left is no contact; they are named only where the text says that all rests on them, as somebody who left.
    """
    rested = [one for one in detail.people[:1] if one[3] and names & THREAD]
    contacts = zip(CONTACTS, present_of(detail.people), strict=False)
    return [*((GONE, one[0]) for one in rested), *((term, one[0]) for term, one in contacts)]


def _evidence(detail: Detail) -> tuple[str, ...]:
    uid = detail.evidence_uid or detail.last_inbound_uid
    return (uid,) if uid else ()


def action_row(one: Draft, playbook_uid: str, workspace: Workspace, as_of: datetime, now: datetime) -> dict[str, Any]:
    """Return the row that writes an action. The same run again writes the same; a later day counts one more firing."""
    past = one.past
    day = midnight(workspace.day(as_of))
    fired_before = past is not None and utc_millis(past.last_fired_at) >= day
    count = 1 if past is None else past.occurrence_count + (0 if fired_before else 1)
    snoozed = past is not None and past.status == "snoozed" and (past.snoozed_until or 0) > now.timestamp() * 1000
    key = f"{playbook_uid}/{one.key}"
    first = midnight(one.first_fired)
    uid = past.uid if past else workspace.ids.uid("action", key, first.isoformat())
    properties = {
        "key": one.key,
        "open_key": key,
        "title": one.wording.title,
        "suggestion": one.wording.suggestion,
        "bucket": one.playbook.bucket,
        "status": "snoozed" if snoozed else "open",
        "score": one.score.value,
        "term_names": [term.name for term in one.score.terms],
        "term_values": [term.value for term in one.score.terms],
        "reasons": list(one.wording.reasons),
        "occurrence_count": count,
        "first_fired_at": first,
        "last_fired_at": max(day, utc_millis(past.last_fired_at)) if past else day,
        "due_at": midnight(one.due),
        "account_uid": one.detail.account_uid,
        "stakeholder_uid": one.detail.stakeholder_uid,
        "version": 1 if past is None else past.version or 1,
    }
    parties = [party.uid for party in one.detail.parties]
    return {"uid": uid, "properties": properties, "because": because(one, workspace), "parties": parties}


def cleared_row(one: PastAction, workspace: Workspace, now: datetime) -> dict[str, Any]:
    """Return the row that closes an action whose condition no longer holds, with the reason in words."""
    why = (
        "one of us said that a sentence behind it does not count" if one.is_doubted else "its condition no longer holds"
    )
    return {"uid": one.uid, "closed_at": now, "reason": f"Cleared on {day_text(workspace.day(now))}: {why}."}


def because(one: Draft, workspace: Workspace) -> list[dict[str, str]]:
    """Return what the reasons rest on, to click on.

    That is the ask; the states behind and what they rest on; the last mail from them and their strongest people where
    no state is behind, or the texts name these.
    """
    detail = one.detail
    if detail.evidence_uid:
        return [{"term": "ask", "uid": uid} for uid in (detail.evidence_uid, *(uid for uid, _ in detail.also))]
    known = detail.background
    behind = [] if known is None else reasons_behind(one.playbook, known, workspace)
    if known is not None and not names_used(one.playbook) & set(people_phrases.NAMES):
        return behind
    last = [{"term": "last mail from them", "uid": detail.last_inbound_uid}] if detail.last_inbound_uid else []
    people = [{"term": term, "uid": uid} for term, uid in _named(detail, names_used(one.playbook))]
    told = {row["uid"] for row in (*last, *people)}
    return [*last, *(row for row in behind if row["uid"] not in told), *people]
