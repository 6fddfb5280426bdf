"""Reads what happened at accounts, once a run: what two passes need waits between them in a file of its own.

A row is kept and handed on as bytes. They cost a fraction of the objects they stand for, both to hold and to send to
another process; whoever works on a row opens it (`opened`).
"""

import tempfile
from collections.abc import Sequence
from types import TracebackType
from typing import Any, BinaryIO, Self, cast

import msgspec

from graph_service.errors import ServiceError
from graph_service.graph.query import Uids
from graph_service.graph.system import SystemGateway
from graph_service.inference import queries as q

Row = dict[str, Any]


class Happenings:
    """What happened at accounts, account by account; a context that leaves no file behind."""

    def __init__(self, system: SystemGateway) -> None:
        self._system = system
        self._file: BinaryIO | None = None
        self._places: dict[str, tuple[int, int]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._file is not None:
            self._file.close()

    async def read(self, uids: Sequence[str]) -> dict[str, bytes]:
        """Return account → its row; accounts that are gone are left out."""
        file = self._file
        kept = {uid: self._kept(file, *self._places[uid]) for uid in uids if file and uid in self._places}
        missing = [uid for uid in uids if uid not in kept]
        rows = await self._system.read(q.READ_CASE_EVENTS, Uids(missing)) if missing else []
        return kept | {row.case["uid"]: msgspec.msgpack.encode(row.case) for row in rows}

    async def keep(self, uids: Sequence[str]) -> list[bytes]:
        """Return the rows of accounts, and keep them for `read`; raises `ServiceError` where there is no room."""
        found = await self.read(uids)
        try:
            for uid, row in found.items():
                self._places[uid] = self._write(row)
        except OSError as error:
            raise ServiceError(
                f"What happened at the accounts cannot be kept in {tempfile.gettempdir()}: {error.strerror}.",
                "Free some room there, or set TMPDIR to a folder that has more, and run it again.",
            ) from error
        return list(found.values())

    def _write(self, row: bytes) -> tuple[int, int]:
        """Return where a row was written, and how long it is."""
        if self._file is None:
            self._file = cast(BinaryIO, tempfile.TemporaryFile(prefix="graph-service-"))  # noqa: SIM115  # see __exit__
        start = self._file.seek(0, 2)
        self._file.write(row)
        self._file.flush()
        return start, len(row)

    def _kept(self, file: BinaryIO, start: int, size: int) -> bytes:
        file.seek(start)
        return file.read(size)


def opened(row: bytes) -> Row:
    """Return a row of `Happenings` as it was read (`case_events` names its lists)."""
    return cast(Row, msgspec.msgpack.decode(row))
