"""Groups what customers ask for as people corrected it, and finds what we shipped among it; writes both whole.

Owns what is read and written. The formulas are those of `inference.topics`.
"""

import asyncio
from collections import defaultdict
from typing import Any

from graph_service.domain.facts import day_of, midnight
from graph_service.domain.workspace import Workspace
from graph_service.graph.query import NoParams, RowsParams, Uids
from graph_service.graph.system import SystemGateway
from graph_service.inference import queries as q
from graph_service.inference.topics.answers import Judged, answers_of
from graph_service.inference.topics.clusters import cluster_requests
from graph_service.inference.topics.corrections import Correction, GivenName, given_names, rulings_of
from graph_service.inference.topics.records import ReleaseAnswer, ReleaseNote, Request, Topic

Row = dict[str, Any]
BELIEVED = 0.5
"""Sentences below this are weak signs of a request, which are kept but not counted."""


class TopicStage:
    """Keeps topics and what releases answer up to a horizon day."""

    def __init__(self, system: SystemGateway, workspace: Workspace, horizon_day: int) -> None:
        self._system = system
        self._workspace = workspace
        self._horizon = horizon_day

    async def run(self) -> None:
        """Group all requests and compare them with all releases."""
        requests = await self._requests()
        releases = await self._releases()
        corrections, judged = await self._corrections(), await self._judged()
        topics, answers = await asyncio.to_thread(self._rows, requests, releases, corrections, judged)
        statements = [self._system.statement(q.DROP_TOPICS, Uids([row["uid"] for row in topics]))]
        if topics:
            statements.append(self._system.statement(q.WRITE_TOPICS, RowsParams(topics)))
        if answers:
            statements.append(self._system.statement(q.WRITE_RELEASE_ANSWERS, RowsParams(answers)))
        await self._system.write_all(statements)

    def _rows(
        self, requests: list[Request], releases: list[ReleaseNote], corrections: list[Correction], judged: Judged
    ) -> tuple[list[Row], list[Row]]:
        features = [name for names in self._workspace.products for name in names] + list(self._workspace.features)
        topics = cluster_requests(requests, features, rulings_of(corrections, requests), self._horizon)
        names = given_names(topics, corrections, self._horizon)
        answers = answers_of(releases, requests, self._horizon, features=features, judged=judged)
        return (
            [self._topic(one, names.get(one.uid)) for one in topics],
            _answer_rows(releases, answers),
        )

    def _topic(self, topic: Topic, given: GivenName | None) -> Row:
        return {
            "uid": self._workspace.ids.uid("topic", topic.uid),
            "properties": {
                "name": given.name if given and given.is_whole else topic.name, "phrase": topic.name,
                "naming_uid": given.decision_uid if given else None,
            },
            "members": sorted(one.request.uid for one in topic.members),
        }  # fmt: skip

    async def _requests(self) -> list[Request]:
        rows = (await self._system.read(q.READ_REQUESTS, NoParams()))[0].requests
        return [
            Request(uid, self._day(at), account, stakeholder, quote, value, topic)
            for uid, at, account, stakeholder, quote, value, topic, confidence in rows
            if confidence >= BELIEVED
        ]

    async def _releases(self) -> list[ReleaseNote]:
        rows = (await self._system.read(q.READ_RELEASES, NoParams()))[0].releases
        return [
            ReleaseNote(
                uid, name, tuple(items), notes, self._day(shipped), self._day(shipped if known is None else known)
            )
            for uid, name, notes, items, shipped, known in rows
            if shipped is not None
        ]

    async def _corrections(self) -> list[Correction]:
        rows = (await self._system.read(q.READ_TOPIC_CORRECTIONS, NoParams()))[0].corrections
        return [
            Correction(uid, kind, self._day(at), (at, seq), note, tuple((part, request) for part, request in parts))
            for uid, kind, at, seq, note, parts in rows
        ]

    async def _judged(self) -> Judged:
        rows = (await self._system.read(q.READ_ANSWER_RULINGS, NoParams()))[0].rulings
        return {
            (release, request): accepted for release, request, accepted, at in rows if self._day(at) <= self._horizon
        }

    def _day(self, millis: int) -> int:
        return self._workspace.day_number(millis)


def _answer_rows(releases: list[ReleaseNote], answers: list[ReleaseAnswer]) -> list[Row]:
    by_release: dict[str, list[Row]] = defaultdict(list)
    for one in answers:
        by_release[one.release_uid].append(_answer_row(one))
    return [{"uid": release.uid, "answers": by_release.get(release.uid, [])} for release in releases]


def _answer_row(one: ReleaseAnswer) -> Row:
    return {
        "uid": one.request_uid, "p": one.score.value, "state": one.state, "item": one.item,
        "known_at": midnight(day_of(one.known_day)), "term_names": [term.name for term in one.score.terms],
        "term_values": [term.value for term in one.score.terms],
    }  # fmt: skip
