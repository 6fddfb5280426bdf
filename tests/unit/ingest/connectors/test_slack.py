"""Slack exports: folders and zip files, threads, mentions, machines, shared channels."""

import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_service.errors import SourceError
from graph_service.ingest.connector import Rejected
from graph_service.ingest.connectors.slack import SlackConnector, describe
from graph_service.ingest.connectors.slack_export import Channel, Directory
from graph_service.ingest.connectors.slack_text import readable
from graph_service.ingest.places import Address
from graph_service.ingest.source_records import ChatRecord
from graph_service.ingest.testing import check_connector

USERS = [
    {"id": "U1", "name": "ada", "real_name": "Ada Byron", "profile": {"email": "Ada@x.example"}},
    {"id": "U2", "name": "jo", "profile": {"real_name": "Jo Roe", "email": "jo@y.example"}, "is_stranger": True},
    {"id": "U3", "name": "alarm", "is_bot": True},
]
CHANNELS = [
    {"id": "C1", "name": "general", "members": ["U1"]},
    {"id": "C2", "name": "yarrow", "members": ["U1", "U2"]},
    {"id": "C3", "name": "wide", "is_ext_shared": True},
]
GENERAL = [
    {"type": "message", "user": "U1", "text": "Hi <@U2> &amp; <!here>, see <https://x.example|the page> in <#C2>",
     "ts": "1714644000.000100", "thread_ts": "1714644000.000100",
     "reactions": [{"name": "a", "count": 2}, {"count": 1}]},
    {"type": "message", "user": "U1", "text": "more", "ts": "1714644060.000200", "thread_ts": "1714644000.000100"},
    {"type": "message", "subtype": "channel_join", "user": "U1", "text": "<@U1> has joined", "ts": "1714644070.0"},
    {"type": "message", "subtype": "bot_message", "username": "pager", "text": "down", "ts": "1714644080.0"},
    {"type": "message", "user": "U3", "text": "up", "ts": "1714644090.0"},
    {"type": "message", "subtype": "tombstone", "user": "U1", "text": "gone", "ts": "1714644095.0"},
    {"type": "message", "user": "U1", "text": "no time"},
    "rubbish",
]  # fmt: skip
YARROW = [
    {"type": "message", "user": "U9", "text": "", "files": [{"title": "plan.pdf"}], "ts": "1714644000.5",
     "user_profile": {"real_name": "Kim Foe"}},
]  # fmt: skip


def export(path: Path) -> Path:
    files: dict[str, Any] = {
        "users.json": USERS,
        "channels.json": CHANNELS,
        "general/2024-05-02.json": GENERAL,
        "yarrow/2024-05-02.json": YARROW,
        "wide/2024-05-02.json": [{"user": "U1", "text": "x", "ts": "1714644000.7"}],
    }
    for name, value in files.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_text(json.dumps(value), encoding="utf-8")
    (path / "general" / "2024-05-03.json").write_text("[{", encoding="utf-8")
    return path


def packed(folder: Path, file: Path, top: str = "") -> Path:
    with zipfile.ZipFile(file, "w") as archive:
        for one in sorted(folder.rglob("*.json")):
            archive.write(one, top + one.relative_to(folder).as_posix())
    return file


def read(path: Path) -> list[ChatRecord | Rejected]:
    connector = SlackConnector(SlackConnector.Config(path=path))
    return [one for source in connector.sources() for one in connector._read(Path(source))]


def test_messages_land_with_author_thread_and_readable_text(tmp_path: Path) -> None:
    found = [one for one in read(export(tmp_path)) if isinstance(one, ChatRecord)]
    first, second = found[:2]
    assert first.text == "Hi @Jo Roe & @here, see the page in #yarrow"
    assert (first.author, first.author_id) == (Address("ada@x.example", "Ada Byron"), "U1")
    assert (first.channel, first.channel_id, first.ts, first.reactions) == ("general", "C1", "1714644000.000100", 3)
    assert first.at == first.known_at == datetime(2024, 5, 2, 10, 0, 0, 100, tzinfo=UTC)
    assert second.thread_ts == first.ts


def test_machines_and_joins_are_marked_and_deleted_messages_are_gone(tmp_path: Path) -> None:
    found = [one for one in read(export(tmp_path)) if isinstance(one, ChatRecord) and one.channel == "general"]
    assert [(one.text, one.is_automatic) for one in found[1:]] == [
        ("more", False), ("@Ada Byron has joined", True), ("down", True), ("up", True)]  # fmt: skip
    assert found[3].author.name == "pager"


def test_a_channel_is_shared_by_its_mark_or_by_its_members(tmp_path: Path) -> None:
    found = {one.channel: one for one in read(export(tmp_path)) if isinstance(one, ChatRecord)}
    assert {name: one.is_shared for name, one in found.items()} == {"general": False, "yarrow": True, "wide": True}
    assert (found["yarrow"].text, found["yarrow"].author.name) == ("plan.pdf", "Kim Foe")


def test_what_is_damaged_is_told_and_the_rest_lands(tmp_path: Path) -> None:
    rejected = [one for one in read(export(tmp_path)) if isinstance(one, Rejected)]
    assert [one.place.position for one in rejected] == [
        "general/2024-05-02.json, message 7",
        "general/2024-05-02.json, message 8",
        "general/2024-05-03.json",
    ]
    (tmp_path / "users.json").write_text("nothing", encoding="utf-8")
    assert len([one for one in read(tmp_path) if isinstance(one, ChatRecord)]) == 7


@pytest.mark.parametrize("top", ["", "Yarrow export May/"])
def test_a_zip_file_says_the_same_as_its_folder(top: str, tmp_path: Path) -> None:
    folder = export(tmp_path / "export")
    zipped = packed(folder, tmp_path / "export.zip", top)
    assert [getattr(one, "text", "") for one in read(zipped)] == [getattr(one, "text", "") for one in read(folder)]
    assert describe(zipped) is not None
    assert describe(folder) is not None


def test_other_folders_and_files_are_not_taken(tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(b"PK\x03\x04 not a zip")
    assert describe(tmp_path) is None
    assert describe(tmp_path / "x.zip") is None
    with pytest.raises(SourceError, match="no Slack export"):
        SlackConnector(SlackConnector.Config(path=tmp_path)).sources()
    with pytest.raises(SourceError, match="zip"):
        read(tmp_path / "x.zip")


async def test_the_connector_keeps_the_contract(tmp_path: Path) -> None:
    folder = export(tmp_path / "export")
    for path in (folder, packed(folder, tmp_path / "export.zip")):
        report = await check_connector(SlackConnector(SlackConnector.Config(path=path)), expected_rejections=3)
        assert report.records == 10


@given(st.text(max_size=300))
@settings(max_examples=200, deadline=None)
def test_arbitrary_text_never_raises(text: str) -> None:
    directory = Directory({"U1": Address("a@x.example")}, channels={"c": Channel("c")})
    readable(text, directory)
    readable(f"<{text}> <@{text}> <!{text}|{text}>", directory)


@pytest.mark.timeout(10)
@pytest.mark.parametrize("filler", ["<" * 100_000, "<@" * 50_000, "<a|" * 33_000, "&amp;" * 20_000, "<@U1>" * 20_000])
def test_hostile_text_is_read_in_linear_time(filler: str) -> None:
    readable(filler, Directory())
