"""What a playbook's matches become: fire, update, keep silent, expire. Pure: matches and past actions in, plan out.

Engine order: identity → asks that are one matter or do not count → decisions of people (done, dismissed, snoozed) and
cooldown → cap → upsert → expire.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from graph_service.domain.business_days import business_days_between
from graph_service.domain.workspace import Workspace, utc_millis
from graph_service.rules.asks import one_matter
from graph_service.rules.playbook import Playbook
from graph_service.rules.queries import Detail, PastAction

DISMISS_DAYS = 30
LIVE = ("open", "snoozed")
_Sight = frozenset[frozenset[str]]
"""Who sees each account that an action tells of; whoever sees all of them sees the action."""
_Past = tuple[PastAction | None, list[PastAction]]
"""The live action of a key, and the closed ones, oldest first."""


@dataclass(frozen=True, slots=True)
class Match:
    """One thing that meets the condition, with the key that identifies it."""

    key: str
    detail: Detail


@dataclass(slots=True)
class Plan:
    """What one run of a playbook would do. `silenced` counts matches that people or a cooldown hold back."""

    fire: list[tuple[Match, PastAction | None]] = field(default_factory=list)
    expire: list[PastAction] = field(default_factory=list)
    silenced: int = 0
    problem: str = ""


def key_of(playbook: Playbook, detail: Detail) -> str:
    """Return the identity of a match: the parts the playbook names."""
    parts = {"account": detail.account_uid, "contact": detail.stakeholder_uid, "ask": detail.evidence_uid}
    return "/".join(parts[name] or "-" for name in playbook.identity)


def plan(
    playbook: Playbook, matches: Iterable[Match], past: Sequence[PastAction], workspace: Workspace, now: datetime
) -> Plan:
    """Return what a run does. Two matches of one identity stop the playbook with a problem.

    So do too many matches, for the accounts that the same people see: what is hidden from somebody never stops what
    they see. Earlier actions are kept.
    """
    out = Plan()
    found: dict[str, Match] = {}
    for match in matches:
        if match.key in found:
            out.problem = f"two matches share one identity ({', '.join(playbook.identity)}); name more in `identity`"
            return out
        found[match.key] = match
    history = _history(past)
    details = {key: match.detail for key, match in found.items()}
    found = {key: Match(key, one) for key, one in one_matter(details, *_standing(history)).items()}
    for key in sorted(found):
        live, closed = history.get(key, (None, []))
        if live is None and _held_back(playbook, found[key], closed, past, workspace, now):
            out.silenced += 1
        else:
            out.fire.append((found[key], live))
    over = _over_cap(out, playbook.max_actions)
    out.fire = [(match, live) for match, live in out.fire if _sight(match.detail) not in over]
    gone = [live for key, (live, _) in sorted(history.items()) if live is not None and key not in found]
    out.expire = [live for live in gone if _sight(live) not in over]
    return out


def _over_cap(out: Plan, cap: int) -> set[_Sight]:
    """Return the sights whose accounts have too many matches, and say so in the plan."""
    counts = Counter(_sight(match.detail) for match, _ in out.fire)
    over = {sight: count for sight, count in counts.items() if count > cap}
    if over:
        out.problem = f"{max(over.values())} matches, over its cap of {cap}; nothing was changed there"
    return set(over)


def _sight(one: Detail | PastAction) -> _Sight:
    return frozenset(frozenset(seen_by) for seen_by in one.sights)


def _standing(history: Mapping[str, _Past]) -> tuple[set[str], set[str], set[str]]:
    """Return the keys that people decided about, those with an open or snoozed action, and the asks decided with."""
    closed = [one for _, past in history.values() for one in past if one.status in {"done", "dismissed"}]
    live = {key for key, (one, _) in history.items() if one is not None}
    return {one.key for one in closed}, live, {uid for one in closed for uid in one.asks}


def _history(past: Sequence[PastAction]) -> dict[str, _Past]:
    by_key: dict[str, list[PastAction]] = defaultdict(list)
    for action in past:
        by_key[action.key].append(action)
    return {
        key: (
            next((one for one in actions if one.status in LIVE), None),
            sorted((one for one in actions if one.status not in LIVE), key=lambda one: (one.closed_at or 0, one.uid)),
        )
        for key, actions in by_key.items()
    }


def _held_back(
    playbook: Playbook,
    match: Match,
    closed: Sequence[PastAction],
    past: Sequence[PastAction],
    workspace: Workspace,
    now: datetime,
) -> bool:
    """Tell whether a decision or a cooldown keeps a match from firing anew."""
    if "ask" in playbook.identity and any(one.status in {"done", "dismissed"} for one in closed):
        return True
    done = [one for one in closed if one.status == "done"]
    if done and _age(playbook, done[-1], match, workspace, now) < playbook.cooldown.days:
        return True
    dismissed = [one for one in past if one.status == "dismissed" and one.account_uid == match.detail.account_uid]
    if not dismissed or "ask" in playbook.identity:
        return False
    newest = max(one.closed_at or 0 for one in dismissed)
    doublings = min(len(dismissed), 6) - 1
    return (now - utc_millis(newest)).days < DISMISS_DAYS << doublings


def _age(playbook: Playbook, action: PastAction, match: Match, workspace: Workspace, now: datetime) -> int:
    closed, today = workspace.day(utc_millis(action.closed_at or 0)), workspace.day(now)
    if playbook.cooldown.business:
        return business_days_between(closed, today, match.detail.country or workspace.country)
    return (today - closed).days
