"""JSON Lines: the documented format, its schema, resume after any line, and mistakes that are named."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_service.ingest.connector import (
    AccountRecord,
    ContactRecord,
    MailRecord,
    Rejected,
    ShareRecord,
    SourceRecord,
    UserRecord,
)
from graph_service.ingest.connectors.jsonl import JsonLinesConnector, describe
from graph_service.ingest.connectors.jsonl_models import LINE, schema
from graph_service.ingest.source_records import CallRecord, ChatRecord, MeetingRecord, TicketRecord
from graph_service.ingest.testing import check_connector
from tests.unit.cli.terminal import run

DOCS = Path(__file__).resolve().parents[4] / "docs"
EXPORTED = datetime(2026, 4, 1, tzinfo=UTC)


def examples() -> list[str]:
    """The lines that the documentation shows."""
    text = (DOCS / "json-lines.md").read_text(encoding="utf-8")
    return [line for block in re.findall(r"```json\n(.*?)```", text, re.DOTALL) for line in block.splitlines() if line]


def file(folder: Path, *lines: str | dict[str, Any], name: str = "all.jsonl") -> Path:
    path = folder / name
    text = "".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines)
    path.write_text(text, encoding="utf-8")
    return path


async def read(path: Path, **more: Any) -> list[SourceRecord | Rejected]:
    connector = JsonLinesConnector(JsonLinesConnector.Config(path=path, known_at=EXPORTED, **more))
    return [record async for record in connector.records(str(path))]


@pytest.mark.parametrize("mark", ["--dry-run", "--only jsonl"])
def test_the_commands_in_the_documentation_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], mark: str
) -> None:
    text = (DOCS / "json-lines.md").read_text(encoding="utf-8")
    [line] = [one for one in text.splitlines() if one.startswith("graph-service ") and mark in one]
    words = line.partition("#")[0].replace("path/to/folder", str(tmp_path)).split()[1:]
    file(tmp_path, *examples())
    code, out, _ = run(monkeypatch, capsys, *words, "--our-domain", "ours.example", "--dry-run", "--json")
    assert code == 0
    assert '"jsonl"' in out


def test_the_schema_in_the_documentation_is_that_of_the_models() -> None:
    assert json.loads((DOCS / "json-lines.schema.json").read_text(encoding="utf-8")) == schema()


async def test_every_example_of_the_documentation_is_read(tmp_path: Path) -> None:
    assert len(examples()) >= 9
    for line in examples():
        LINE.validate_json(line)
    records = await read(file(tmp_path, *examples()))
    assert {type(one) for one in records} == {
        AccountRecord, ContactRecord, UserRecord, ShareRecord, MailRecord, MeetingRecord, CallRecord, TicketRecord,
        ChatRecord,
    }  # fmt: skip


async def test_accounts_and_people_become_what_a_crm_gives(tmp_path: Path) -> None:
    account, share, other, person, user = (await read(file(tmp_path, *examples()[:3]), system="erp"))[:5]
    assert isinstance(account, AccountRecord)
    assert (account.system, account.domains, account.keys) == ("erp", ("yarrow.example",), ("tenant-17",))
    assert isinstance(share, ShareRecord)
    assert isinstance(other, ShareRecord)
    assert (share.level, other.level) == ("owner", "read")
    assert isinstance(person, ContactRecord)
    assert (person.account_source_id, person.known_at) == ("a-1", EXPORTED)
    assert isinstance(user, UserRecord)


async def test_mails_answer_each_other_and_times_are_in_utc(tmp_path: Path) -> None:
    first, second = await read(file(tmp_path, *examples()[3:5]))
    assert isinstance(first, MailRecord)
    assert isinstance(second, MailRecord)
    assert second.in_reply_to == (first.message_id,)
    assert second.sent_at == datetime(2026, 3, 2, 10, tzinfo=UTC)


async def test_a_message_id_is_the_one_that_a_mailbox_holds(tmp_path: Path) -> None:
    line = {
        "id": "abc@mail.example",
        "channel": "email",
        "at": "2026-03-01T09:00:00",
        "sender": {"email": "a@n.example"},
    }
    (one,) = await read(file(tmp_path, line, name="interactions.jsonl"))
    assert isinstance(one, MailRecord)
    assert one.message_id == "<abc@mail.example>"


async def test_the_name_of_the_file_may_say_the_type(tmp_path: Path) -> None:
    path = file(tmp_path, {"id": "p", "email": "Ida@N.example"}, name="people.jsonl")
    (one,) = await read(path)
    assert isinstance(one, ContactRecord)
    assert (one.name, one.email) == ("ida@n.example", "ida@n.example")
    found = describe(path)
    assert found is not None
    assert found.connector == "jsonl"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ({"type": "person", "id": "1", "emial": "x@n.example"}, "emial"),
        ({"type": "person", "email": "x@n.example"}, "id"),
        ({"type": "person", "id": "1", "email": "nobody"}, "not a mail address"),
        ({"type": "robot", "id": "1"}, "type"),
        ({"type": "interaction", "id": "1", "channel": "email", "at": "2026-03-01T00:00:00Z"}, "sender.email"),
        ({"type": "interaction", "id": "1", "channel": "chat", "at": 1772323200}, "write a time as text"),
        ({"type": "interaction", "id": "1", "channel": "fax", "at": "2026-03-01T00:00:00Z"}, "channel"),
        ("[1]", "no object"),
        ("{", "not valid JSON"),
    ],
)
async def test_a_line_that_does_not_fit_is_set_aside_and_named(
    tmp_path: Path, line: str | dict[str, Any], said: str
) -> None:
    bad, good = await read(file(tmp_path, line, {"type": "account", "id": "a", "name": "N"}))
    assert isinstance(bad, Rejected)
    assert said in bad.reason
    assert bad.place.position == "line 1"
    assert isinstance(good, AccountRecord)


async def test_the_contract_holds_and_reading_goes_on_after_any_line(tmp_path: Path) -> None:
    path = file(tmp_path, *examples(), "{", "", *examples()[:2])
    connector = JsonLinesConnector(JsonLinesConnector.Config(path=path, known_at=EXPORTED))
    report = await check_connector(connector, expected_rejections=1)
    assert report.resumes > 9


def test_other_json_lines_are_not_ours(tmp_path: Path) -> None:
    assert describe(file(tmp_path, {"day": "2026-03-01", "feature": "maps"})) is None
    assert describe(file(tmp_path, "nothing")) is None


VALUES = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.just("2026-03-01T00:00:00Z")
)
NAMES = st.sampled_from(["id", "name", "email", "at", "channel", "sender", "to", "text", "arr", "domains", "comments"])
KINDS = st.sampled_from(["person", "account", "interaction", "x"])


@settings(max_examples=60)
@given(kind=KINDS, cells=st.dictionaries(NAMES, VALUES | st.lists(VALUES, max_size=2) | st.dictionaries(NAMES, VALUES)))
async def test_any_line_is_a_record_or_a_rejection(
    tmp_path_factory: pytest.TempPathFactory, kind: str, cells: dict[str, Any]
) -> None:
    path = file(tmp_path_factory.mktemp("lines"), json.dumps({"type": kind, **cells}))
    assert len(await read(path)) >= 1
