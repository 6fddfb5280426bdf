"""Forgets a person: graph, files of ours, facts; then looks everywhere again and reports.

Implements the port of `domain.forgetting`. It asks nothing about sight: whoever calls it has done so. Source files
are never edited; the report says which sources still hold records.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from graph_service.app.correcting import LocalFacts
from graph_service.app.ingesting import dead_letters
from graph_service.domain.forgetting import Counted, Forgotten, Searched
from graph_service.domain.workspace import Workspace
from graph_service.graph.driver import Database
from graph_service.graph.query import Uids
from graph_service.graph.system import SystemGateway
from graph_service.ingest.dead_letters import DeadLetter
from graph_service.ingest.forgetting import Erasure, Proof, bury, erase, forgetting_uid, plan_erasure, prove
from graph_service.ingest.forgetting_queries import FIND_FORGETTING
from graph_service.ingest.forgetting_terms import Terms, terms_of_text
from graph_service.ingest.tombstones import Tombstones, read_tombstones
from graph_service.localdb.instance import default_home
from graph_service.settings import Settings


@dataclass(frozen=True, slots=True)
class LocalForgetting:
    """Forgets people of one workspace; `now` is the workspace's, to which facts are brought."""

    database: Database
    workspace: Workspace
    settings: Settings
    now: datetime

    @property
    def _system(self) -> SystemGateway:
        return SystemGateway(self.database, self.workspace.workspace_id)

    async def forget(self, contact_uid: str, by_uid: str, *, dry_run: bool = False) -> Forgotten | None:
        """Forget a person and return the report; None where there is no such person and never was."""
        erasure = await plan_erasure(self._system, self.workspace, contact_uid)
        if erasure is None:
            was_done = await self.forgotten_by(contact_uid) is not None
            return await self._finished(contact_uid, Terms(frozenset(), uids=(contact_uid,))) if was_done else None
        if dry_run:
            return _report(erasure)
        await bury(self._system, erasure)
        letters = self._drop_letters(erasure.terms, erasure.tombstones)
        await erase(self._system, self.workspace, erasure, by_uid, self.now)
        await LocalFacts(self.database, self.workspace, self.now).bring_in_line()
        proof = await prove(self._system, erasure.terms, erasure.tombstones)
        return _report(erasure, letters, proof, self._search_files(erasure.terms, erasure.tombstones))

    async def forgotten_by(self, contact_uid: str) -> str | None:
        """Return who had a person forgotten, by uid; None where that was not done."""
        wanted = Uids([forgetting_uid(self.workspace.ids, contact_uid)])
        found = await self._system.read(FIND_FORGETTING, wanted)
        return found[0].by_uid if found else None

    async def prove_again(self, text: str) -> Forgotten | None:
        """Return a new proof for somebody forgotten before, named by address or name; None where nobody was."""
        tombstones = await read_tombstones(self._system, self.workspace)
        return await self._finished("", terms_of_text(text)) if tombstones.is_name(text.strip()) else None

    async def _finished(self, contact_uid: str, terms: Terms) -> Forgotten:
        """Finish what a run that was cut off left to do, and look everywhere again."""
        tombstones = await read_tombstones(self._system, self.workspace)
        letters = self._drop_letters(terms, tombstones)
        await LocalFacts(self.database, self.workspace, self.now).bring_in_line()
        proof = await prove(self._system, terms, tombstones)
        return Forgotten(
            contact_uid, is_done=True, was_done_before=True, removed=_counted({"dead letters": letters}),
            searched=_searched(proof), kept=_counted(proof.kept), files=self._search_files(terms, tombstones),
        )  # fmt: skip

    def _drop_letters(self, terms: Terms, tombstones: Tombstones) -> int:
        def is_theirs(one: DeadLetter) -> bool:
            return any(terms.in_text(text, tombstones) for text in (one.raw, one.reason, one.position, one.file))

        return dead_letters(self.settings, self.workspace).drop(is_theirs)

    def _search_files(self, terms: Terms, tombstones: Tombstones) -> tuple[Searched, ...]:
        """Return what every file of ours holds: of this workspace, and the logs of the local server."""
        own = self.settings.data_dir / "workspaces" / self.workspace.workspace_id
        folders = {
            f"workspaces/{self.workspace.workspace_id}": own,
            "server logs": default_home(self.settings) / "logs",
        }
        return tuple(
            _search_file(f"{name}/{path.relative_to(folder)}", path, terms, tombstones)
            for name, folder in folders.items()
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        )


def _search_file(name: str, path: Path, terms: Terms, tombstones: Tombstones) -> Searched:
    lines = found = 0
    with path.open(encoding="utf-8", errors="replace") as text:
        for line in text:
            lines += 1
            found += terms.in_text(line, tombstones)
    return Searched(name, lines, found)


def _report(
    erasure: Erasure, letters: int = 0, proof: Proof | None = None, files: tuple[Searched, ...] = ()
) -> Forgotten:
    kept = Counter(erasure.elsewhere.kept) if proof is None else Counter(proof.kept)
    return Forgotten(
        contact_uid=erasure.person.uid,
        is_done=proof is not None,
        was_done_before=False,
        removed=_counted(_removed(erasure, letters)),
        masked=_counted(Counter(_places(erasure))),
        sources=_counted(erasure.sources),
        kept=_counted(kept),
        searched=() if proof is None else _searched(proof),
        files=files,
        namesake_uids=tuple(sorted(erasure.namesakes)),
    )


def _removed(erasure: Erasure, letters: int) -> dict[str, int]:
    person = erasure.person
    return {
        "people": 1,
        "places at accounts": len(person.places),
        "identities": len(person.identities),
        "texts they wrote": len(erasure.cleaning.contents),
        "sentences by or about them": len(erasure.evidence),
        "series of use (now nobody's)": len(person.usage),
        "spells of others that named them": len(erasure.elsewhere.spells),
        "dead letters": letters,
    }


def _places(erasure: Erasure) -> Iterable[str]:
    for row in erasure.rewritten:
        yield from (f"{row['label']}.{key}" for key in row["properties"])
    for row in erasure.elsewhere.edges:
        yield f"{row['type']}.{row['key']}"


def _searched(proof: Proof) -> tuple[Searched, ...]:
    return tuple(Searched(place, values, found) for place, (values, found) in proof.places.items())


def _counted(counts: Mapping[str, int]) -> tuple[Counted, ...]:
    return tuple(Counted(what, count) for what, count in sorted(counts.items()) if count)
