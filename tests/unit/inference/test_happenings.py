"""What happened at an account is read once a run, whatever is done with it, and leaves no file behind."""

import errno
import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, cast

import pytest

from graph_service.errors import ServiceError
from graph_service.graph.query import Uids
from graph_service.graph.system import SystemGateway
from graph_service.inference.happenings import Happenings, opened
from graph_service.inference.queries import CaseRow

ROWS: dict[str, dict[str, Any]] = {
    uid: {"uid": uid, "occasions": [["m1", 1_700_000_000_000, "email", True, None, 0.5]], "name": "Bäcker & Söhne"}
    for uid in ("a1", "a2")
}


@dataclass
class Rows:
    """Stands for the gateway alone: it counts what is asked for; no statement is run here."""

    asked: list[str] = field(default_factory=list)

    async def read(self, _query: object, params: Uids) -> Sequence[CaseRow]:
        self.asked += params.uids
        return [CaseRow(ROWS[uid]) for uid in params.uids if uid in ROWS]


def over(rows: Rows) -> Happenings:
    return Happenings(cast(SystemGateway, rows))


async def test_a_row_comes_back_as_it_was_read() -> None:
    with over(Rows()) as happenings:
        assert {uid: opened(row) for uid, row in (await happenings.read(["a1", "gone"])).items()} == {"a1": ROWS["a1"]}


async def test_what_was_kept_is_not_asked_for_again_and_the_rest_is() -> None:
    rows = Rows()
    with over(rows) as happenings:
        kept = await happenings.keep(["a1"])
        found = await happenings.read(["a2", "a1"])
    assert [opened(row) for row in kept] == [ROWS["a1"]]
    assert {uid: opened(row) for uid, row in found.items()} == ROWS
    assert rows.asked == ["a1", "a2"]


async def test_rows_that_wait_are_in_a_file_without_a_name_that_is_closed_at_the_end() -> None:
    with over(Rows()) as happenings:
        await happenings.keep(["a1", "a2"])
        file = happenings._file
        assert file is not None
        assert os.fstat(file.fileno()).st_nlink == 0
    assert file.closed


async def test_nothing_is_written_to_disk_where_nothing_has_to_wait() -> None:
    with over(Rows()) as happenings:
        await happenings.read(["a1"])
        assert happenings._file is None


async def test_a_full_disk_is_told_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(tempfile, "TemporaryFile", full)
    with over(Rows()) as happenings, pytest.raises(ServiceError, match="No space left") as told:
        await happenings.keep(["a1"])
    assert "TMPDIR" in told.value.hint
