"""Part (e): each view of the present beside the same view of past days, through the running service."""

import asyncio
from datetime import timedelta
from pathlib import Path
from statistics import median
from typing import Any

from bench.place import Place
from bench.questions import MAP, PAGE, TIMELINE, Subjects, subjects_of
from bench.service import Service, body_of, serving
from bench.world import END
from graph_service.app.refreshing import refresh
from graph_service.domain.workspace import Workspace
from graph_service.schema.ids import Kind, encode_id

FOLDER = Path(__file__).parent / "moments"
DAYS_AGO = (30, 90, 180)
"""The present comes before these: it is what they are compared with."""
BAR = 2.0
WARM_UP = 60
ROUNDS = 5
CALLS = 40


async def measure_past(place: Place, workspace: Workspace) -> dict[str, Any]:
    """Return of each view the median times of now and of past days in milliseconds, and their ratios."""
    await refresh(place.database, workspace, END)
    subjects = await subjects_of(place, workspace)
    with serving(place.connection, workspace) as service:
        given = variables(subjects, workspace)
        views = [await asyncio.to_thread(_measure, service, name, given[name]) for name in sorted(given)]
    return {"people_of_the_map": subjects.people, "views": views}


def variables(subjects: Subjects, workspace: Workspace) -> dict[str, dict[str, Any]]:
    """Return the variables of each view, by the name of its document."""
    account = encode_id(Kind.ACCOUNT, workspace.workspace_id, subjects.account)
    return {
        "account": {"id": account},
        "accounts": {"first": PAGE},
        "contact": {"id": encode_id(Kind.CONTACT, workspace.workspace_id, subjects.contact), "first": TIMELINE},
        "people_graph": {"first": MAP},
        "stakeholder_map": {"id": account, "first": MAP},
    }


def people_in(answer: Any) -> int:
    """Return how many named things an answer holds: an empty page would be quick to give."""
    if isinstance(answer, dict):
        return ("name" in answer) + sum(people_in(value) for value in answer.values())
    return sum(people_in(one) for one in answer) if isinstance(answer, list) else 0


def _measure(service: Service, name: str, given: dict[str, Any]) -> dict[str, Any]:
    """Return the times of one view. The moments take turns, so that all meet the same machine."""
    document = (FOLDER / f"{name}.graphql").read_text(encoding="utf-8")
    moments = [None, *((END - timedelta(days=days)).isoformat() for days in DAYS_AGO)]
    asked = [{**given, "asOf": moment} for moment in moments]
    for one in asked:
        if not people_in(service.answer(document, one)):
            raise AssertionError(f"{name}: there is nothing to read as of {one['asOf']}")
    bodies = [body_of(document, one) for one in asked]
    for body in bodies:
        service.measure(body, calls=WARM_UP)
    rounds = [[service.measure(body, calls=CALLS).p50 for body in bodies] for _ in range(ROUNDS)]
    now, *past = (median(times) for times in zip(*rounds, strict=True))
    return {
        "view": name,
        "now_ms": round(now, 3),
        "past_ms": {str(days): round(time, 3) for days, time in zip(DAYS_AGO, past, strict=True)},
        "ratio": round(max(past) / now, 2),
        "bar": BAR,
    }
