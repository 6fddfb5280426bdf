"""Part (b): each read through the running service, beside the best Cypher by hand through the bare driver."""

import asyncio
from collections.abc import Sequence
from typing import Any

from neo4j import READ_ACCESS

from bench.breakdown import break_down
from bench.place import Place
from bench.questions import Question, questions_of, subjects_of
from bench.service import Service, body_of, serving
from bench.timing import Peak, Times, measure
from bench.world import END
from graph_service.app.refreshing import refresh
from graph_service.domain.workspace import Workspace

WARM_UP = 60
ROUNDS = 5
CALLS = 50
CLIENTS = 8


async def measure_reads(place: Place, workspace: Workspace) -> dict[str, Any]:
    """Return the times of all reads both ways, where the time goes, and the service's memory."""
    await refresh(place.database, workspace, END)
    subjects = await subjects_of(place, workspace)
    results = []
    with serving(place.connection, workspace) as service, Peak(service.pid) as peak:
        for question in questions_of(subjects, workspace):
            await check_same(place, service, question)
            results.append(await _measure(place, service, question))
        memory = peak.megabytes
    return {
        "people_of_the_map": subjects.people,
        "mails_of_the_contact": subjects.mails,
        "open_actions": subjects.actions,
        "serving_process_mb": memory,
        "reads": results,
        "breakdown": [await break_down(place, workspace, one) for one in questions_of(subjects, workspace)],
    }


async def check_same(place: Place, service: Service, question: Question) -> None:
    """Raise unless the service and both forms of the Cypher by hand answer the same."""
    ours = question.ours(await asyncio.to_thread(service.answer, question.document, question.variables))
    for text in (question.plain, question.seeing):
        theirs = question.theirs(await ask_bare(place, text, question))
        if ours != theirs:
            raise AssertionError(f"{question.name}: the answers differ: {ours[:5]} … and {theirs[:5]} …")
    if not ours:
        raise AssertionError(f"{question.name}: there is nothing to read")


async def ask_bare(place: Place, text: str, question: Question) -> dict[str, Any]:
    """Return the one record of a statement by hand, as plain data."""
    params = {**question.params, "principal_ids": list(question.principals)}
    async with place.bare.session(database=place.connection.database, default_access_mode=READ_ACCESS) as session:
        record = await (await session.run(text, params)).single(strict=True)
        # record.data() would walk through everything once more
        return dict(zip(record.keys(), record.values(), strict=True))


async def _measure(place: Place, service: Service, question: Question) -> dict[str, Any]:
    """Return the times of one read. The ways take turns, so that all meet the same machine."""
    body = body_of(question.document, question.variables)

    async def over_http(calls: int, clients: int) -> Times:
        return await asyncio.to_thread(service.measure, body, calls=calls, clients=clients)

    async def bare(calls: int, clients: int) -> Times:
        return await measure(lambda: ask_bare(place, question.plain, question), calls=calls, clients=clients)

    async def seeing(calls: int, clients: int) -> Times:
        return await measure(lambda: ask_bare(place, question.seeing, question), calls=calls, clients=clients)

    ways = {"service": over_http, "by_hand": bare, "by_hand_with_sight": seeing}
    for way in ways.values():
        await way(WARM_UP, 1)
    alone: dict[str, list[Times]] = {name: [] for name in ways}
    for _ in range(ROUNDS):
        for name, way in ways.items():
            alone[name].append(await way(CALLS, 1))
    together = {name: await way(CALLS * CLIENTS, CLIENTS) for name, way in ways.items()}
    medians = {name: _typical(rounds) for name, rounds in alone.items()}
    return {
        "read": question.name,
        "bar": question.bar,
        "ratio": round(medians["service"].p50 / medians["by_hand"].p50, 2),
        "ratio_with_sight": round(medians["service"].p50 / medians["by_hand_with_sight"].p50, 2),
        "one_client": {name: times.as_dict() for name, times in medians.items()},
        "eight_clients": {name: times.as_dict() for name, times in together.items()},
    }


def _typical(rounds: Sequence[Times]) -> Times:
    """Return the round in the middle."""
    return sorted(rounds, key=lambda times: times.p50)[len(rounds) // 2]
