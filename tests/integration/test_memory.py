"""Reading a large mailbox takes no more memory than a small one: the reader streams. No database."""

import asyncio
import threading
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Self

import psutil  # type: ignore[import-untyped, unused-ignore]
import pytest

from graph_service.app.ingesting import DryRun, dry_run, make_connector
from graph_service.domain.workspace import Workspace

pytestmark = pytest.mark.slow

NOW = datetime(2026, 6, 30, tzinfo=UTC)
WORKSPACE = Workspace("test", "Test", ("ours.example",), "UTC", "US", "salt")
MEGABYTE = 2**20


class Peak:
    """The highest resident memory of this process while a block runs, in bytes."""

    def __init__(self) -> None:
        self.bytes = 0
        self._over = threading.Event()
        self._watch = threading.Thread(target=self._look)

    def __enter__(self) -> Self:
        self._watch.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._watch.join()

    def _look(self) -> None:
        process = psutil.Process()
        while not self._over.wait(0.02):
            self.bytes = max(self.bytes, process.memory_info().rss)


def write_mailbox(path: Path, megabytes: int) -> int:
    """Write mails of about 60 kB (text and an attachment); return how many."""
    start, number = datetime(2026, 1, 5, 9, tzinfo=UTC), 0
    attached = ("QUJD" * 19 + "\n") * 700
    with path.open("w", encoding="ascii") as out:
        while out.tell() < megabytes * MEGABYTE:
            at = start + timedelta(minutes=10 * number)
            who = f"p{number % 400}@firm{number % 50}.example"
            out.write(
                f"From {who} {at:%a %b %d %H:%M:%S %Y}\nFrom: Person {number % 400} <{who}>\nTo: ana@ours.example\n"
                f"Date: {format_datetime(at)}\nMessage-ID: <m{number}@x.example>\nSubject: Matter {number}\n"
                'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/plain\n\n'
                f"Could you look at number {number} for us?\n\n--b\nContent-Type: application/zip\n"
                f"Content-Transfer-Encoding: base64\n\n{attached}--b--\n\n"
            )
            number += 1
    return number


def read(path: Path) -> DryRun:
    return asyncio.run(dry_run(WORKSPACE, make_connector("mail", NOW, path=path)))


def test_a_mailbox_of_150_megabytes_is_read_in_little_memory(tmp_path: Path) -> None:
    small, large = tmp_path / "small.mbox", tmp_path / "large.mbox"
    write_mailbox(small, 3)
    count = write_mailbox(large, 150)
    with Peak() as before:
        read(small)
    with Peak() as after:
        found = read(large)
    assert (found.kinds["mail"], len(found.people), found.asks) == (count, 400, count)
    assert after.bytes - before.bytes < 120 * MEGABYTE
