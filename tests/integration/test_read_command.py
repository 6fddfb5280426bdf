"""`read` over whole mailboxes, through the command line and without a database: a demo firm's mail, a large mbox."""

import base64
import os
import subprocess
import sys
import tracemalloc
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from graph_service.app.reading_files import read_path
from graph_service.app.reading_json import Call, Failure, Mail, Reading, decode_reading
from graph_service.app.reading_known import Known
from graph_service.demo.workspace import write_demo

NOW = datetime(2026, 7, 1, tzinfo=UTC)
LETTER = """From ida@north.example Mon Jan  5 09:00:00 2026
From: Ida North <ida@north.example>
To: Ana Ours <ana@ours.example>
Date: Mon, 5 Jan 2026 09:30:00 +0000
Message-ID: <{number}@x.example>
Subject: Matter {number}
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="b"

--b
Content-Type: text/plain

Could you send us plan {number}?

--b
Content-Type: application/octet-stream
Content-Transfer-Encoding: base64
Content-Disposition: attachment; filename="big.bin"

{data}

--b--

"""


def read_in_process(*words: str, data: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run the command in a process of its own that is told of no database that is there."""
    program = "from graph_service.cli.main import main; main()"
    environment = {**os.environ, "NEO4J_URI": "bolt://127.0.0.1:1"}
    return subprocess.run(
        [sys.executable, "-c", program, "read", *words], input=data, capture_output=True, check=False, env=environment
    )


def readings(outcome: subprocess.CompletedProcess[bytes]) -> list[Reading]:
    return [decode_reading(line) for line in outcome.stdout.decode().splitlines()]


def test_the_mail_of_a_firm_is_read_whole_and_every_line_fits_the_schema(tmp_path: Path) -> None:
    write_demo(tmp_path / "demo")
    box = min((tmp_path / "demo" / "mail").iterdir(), key=lambda path: path.stat().st_size)
    about = str(tmp_path / "demo" / "workspace.json")
    outcome = read_in_process("--json", "--quiet", "--workspace-file", about, str(box))
    found = readings(outcome)
    assert (outcome.returncode, outcome.stderr) == (0, b"")
    mails = [one for one in found if isinstance(one, Mail)]
    assert len(mails) == len(found) > 20
    assert {one.is_ours for one in mails} == {True, False}
    said = Counter(finding.kind for one in mails for finding in one.findings)
    assert said["ask"] > 0
    assert not any(one.findings for one in mails if one.automatic)


def test_several_inputs_and_the_standard_input_come_out_in_the_order_given(tmp_path: Path) -> None:
    talk = tmp_path / "talk.txt"
    talk.write_text("Ana: Hello.\nBo: Could you send the plan?\nAna: Yes.\nBo: Thanks.\n")
    outcome = read_in_process("--json", str(talk), str(tmp_path / "no.eml"), "-", data=b"Could you call me?")
    assert outcome.returncode == 3
    kinds = [type(one) for one in readings(outcome)]
    assert kinds[:2] == [Call, Failure]
    assert len(kinds) == 3


async def test_a_mailbox_full_of_attachments_is_read_in_the_memory_of_a_few_mails(tmp_path: Path) -> None:
    """P1: memory does not grow with the mailbox."""
    data = base64.encodebytes(bytes(700_000)).decode()
    box = tmp_path / "large.mbox"
    with box.open("w") as out:
        for number in range(80):
            out.write(LETTER.format(number=number, data=data))
    assert box.stat().st_size > 70 << 20
    warm = tmp_path / "small.mbox"
    warm.write_text(LETTER.format(number=0, data="AAAA"))
    assert [one async for one in read_path(warm, Known(), NOW)]
    tracemalloc.start()
    try:
        count = 0
        async for reading in read_path(box, Known(), NOW):
            assert isinstance(reading, Mail)
            assert reading.findings[0].quote == f"Could you send us plan {count}?"
            count += 1
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert count == 80
    assert peak < 30 << 20
