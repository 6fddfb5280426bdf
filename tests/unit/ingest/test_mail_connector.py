"""The mail connector: what counts as a source, the contract, and damaged mailboxes."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from graph_service.errors import SourceError
from graph_service.ingest.connector import Connector, MailRecord, Rejected
from graph_service.ingest.connectors.mail import MailConfig, MailConnector
from graph_service.ingest.testing import check_connector, read_all

LATEST = datetime(2025, 6, 1, tzinfo=UTC)
SHARED = Path(__file__).parents[3].parent / "shared" / "data"


def mail(number: int, body: str = "Hello.", date: str = "Fri, 3 May 2024 10:00:00 +0200") -> str:
    return (
        f"From: Ada Lane <ada@north.example>\nTo: Bo Reed <bo@south.example>\nSubject: Plan {number}\n"
        f"Date: {date}\nMessage-ID: <m{number}@north.example>\n\n{body}\n"
    )


def mbox(*mails: str) -> bytes:
    line = "From ada@north.example Fri May  3 08:00:00 2024\n"
    return "".join(f"{line}{one}\n" for one in mails).encode()


def connector(path: Path) -> MailConnector:
    return MailConnector(MailConfig(path=path, latest=LATEST))


async def everything(path: Path) -> list[MailRecord | Rejected]:
    found: list[MailRecord | Rejected] = []
    made = connector(path)
    for source in made.sources():
        for record in await read_all(made, source):
            assert isinstance(record, MailRecord | Rejected)
            found.append(record)
    return found


async def subjects(path: Path) -> list[str]:
    return [record.subject for record in await everything(path) if isinstance(record, MailRecord)]


async def test_a_mailbox_with_a_bad_mail_keeps_the_connector_contract(tmp_path: Path) -> None:
    box = tmp_path / "box.mbox"
    box.write_bytes(mbox(mail(1), mail(2), mail(3, date="Thu, 1 Jan 1970 00:00:00 +0000"), mail(4)))
    box.write_bytes(box.read_bytes().replace(b"From ada@north.example Fri", b"From MAILER-DAEMON Fri"))
    report = await check_connector(connector(box), expected_rejections=1)
    assert (report.records, report.rejected, report.resumes) == (4, 1, 4)


async def test_a_folder_of_mail_files_keeps_the_connector_contract(tmp_path: Path) -> None:
    for number in range(1, 4):
        (tmp_path / f"{number}.eml").write_text(mail(number))
    (tmp_path / "4.eml").write_text("")
    report = await check_connector(connector(tmp_path), expected_rejections=1)
    assert report.records == 4


def test_the_connector_offers_the_protocol() -> None:
    assert isinstance(connector(Path("x")), Connector)
    assert MailConnector.name == "mail"


async def test_one_eml_file_is_a_source(tmp_path: Path) -> None:
    path = tmp_path / "one.eml"
    path.write_text(mail(1))
    await check_connector(connector(path))
    assert await subjects(path) == ["Plan 1"]


async def test_a_maildir_is_read_without_its_tmp_folder(tmp_path: Path) -> None:
    for part in ("cur", "new", "tmp", ".Sent/cur", ".Sent/new", ".Sent/tmp"):
        (tmp_path / part).mkdir(parents=True)
    (tmp_path / "cur" / "100.a:2,S").write_text(mail(1))
    (tmp_path / "new" / "200.b").write_text(mail(2))
    (tmp_path / "tmp" / "300.c").write_text(mail(3))
    (tmp_path / ".Sent" / "cur" / "50.d:2,").write_text(mail(4))
    assert sorted(await subjects(tmp_path)) == ["Plan 1", "Plan 2", "Plan 4"]


async def test_folders_of_mailboxes_and_mail_files_are_read_recursively(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    (tmp_path / "inbox").write_bytes(mbox(mail(1)))
    (tmp_path / "inbox.msf").write_text("index")
    (deep / "old.mbox").write_bytes(mbox(mail(2)))
    (deep / "10.").write_text(mail(10))
    (deep / "9.").write_text(mail(9))
    assert await subjects(tmp_path) == ["Plan 1", "Plan 9", "Plan 10", "Plan 2"]


async def test_hidden_folders_that_are_no_mailboxes_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "one.eml").write_text(mail(1))
    for name in (".git/config", "__MACOSX/other.eml", ".git/objects/a1"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(mail(2))
    assert await subjects(tmp_path) == ["Plan 1"]


@pytest.mark.parametrize(
    "name",
    [".inbox.directory/projects/cur/1", ".inbox.directory/.projects.directory/old/cur/1", ".local/mail/in/cur/1"],
)
async def test_maildirs_below_hidden_folders_are_read_and_nothing_else_there(tmp_path: Path, name: str) -> None:
    """KMail keeps what is below "inbox" in ".inbox.directory"; a hidden folder of another kind may hold anything."""
    for path in ("inbox/cur/1", name, ".git/x/cur/1", ".Trash-1000/files/x/cur/1", ".cache/x/cur/1", ".local/notes"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).parents[1].joinpath("new").mkdir(exist_ok=True)
        (tmp_path / path).write_text(mail(1 + (path == name), body=path))
    assert sorted(await subjects(tmp_path)) == ["Plan 1", "Plan 2"]
    assert len(connector(tmp_path).sources()) == 2


async def test_a_mailbox_file_below_a_folder_of_kmail_is_read(tmp_path: Path) -> None:
    (tmp_path / "inbox").write_bytes(mbox(mail(1)))
    (tmp_path / ".inbox.directory").mkdir()
    (tmp_path / ".inbox.directory" / "projects").write_bytes(mbox(mail(2)))
    assert sorted(await subjects(tmp_path)) == ["Plan 1", "Plan 2"]


async def test_a_stranger_in_a_folder_is_set_aside_by_name(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_text(mail(1))
    (tmp_path / "old.zip").write_bytes(b"PK\x03\x04....")
    _, stranger = await everything(tmp_path)
    assert isinstance(stranger, Rejected)
    assert stranger.place.file.endswith("old.zip")
    assert "unpack" in stranger.remedy


async def test_an_empty_mailbox_in_a_folder_holds_no_mail_and_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "Drafts").write_bytes(b"")
    (tmp_path / "inbox.mbox").write_bytes(mbox(mail(1)))
    assert await subjects(tmp_path) == ["Plan 1"]
    assert len(await everything(tmp_path)) == 1


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "is empty"), (b"hello, no mail here", "neither"), (b"\x1f\x8b\x08zipped", "neither")],
)
def test_a_file_that_is_no_mailbox_is_refused_with_a_remedy(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "thing.mbox"
    path.write_bytes(content)
    with pytest.raises(SourceError, match=words) as caught:
        connector(path).sources()
    assert str(path) in caught.value.message
    assert caught.value.hint


def test_a_missing_path_and_a_folder_without_mail_are_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no file or folder"):
        connector(tmp_path / "none").sources()
    with pytest.raises(SourceError, match="holds no mail"):
        connector(tmp_path).sources()


async def test_a_folder_without_rights_fails_alone_and_the_rest_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Root may read everything, so the refusal is simulated where the system would give it."""
    (tmp_path / "inbox.mbox").write_bytes(mbox(mail(1)))
    closed = tmp_path / "closed"
    closed.mkdir()
    real = os.scandir

    def refuse(path: str | Path) -> object:
        if Path(path) == closed:
            raise PermissionError(13, "Permission denied", str(closed))
        return real(path)

    monkeypatch.setattr("os.scandir", refuse)
    made = connector(tmp_path)
    assert str(closed) in made.sources()
    with pytest.raises(SourceError, match="No right to read") as caught:
        await read_all(made, str(closed))
    assert "right to read" in caught.value.hint
    assert len(await read_all(made, str(tmp_path / "inbox.mbox"))) == 1


async def test_an_unreadable_mail_file_is_set_aside_and_the_rest_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in (1, 2):
        (tmp_path / f"{number}.eml").write_text(mail(number))
    real = Path.open

    def refuse(self: Path, *args: str, **keywords: str) -> object:
        if self.name == "1.eml":
            raise PermissionError(13, "Permission denied", str(self))
        return real(self, *args, **keywords)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    first, second = await everything(tmp_path)
    assert isinstance(first, Rejected)
    assert "No right to read" in first.reason
    assert isinstance(second, MailRecord)


async def test_resuming_at_the_end_sees_only_appended_mail(tmp_path: Path) -> None:
    box = tmp_path / "box.mbox"
    box.write_bytes(mbox(mail(1), mail(2)))
    made = connector(box)
    seen = await read_all(made, str(box))
    end = seen[-1].place.offset
    assert await read_all(made, str(box), end) == []
    with box.open("ab") as handle:
        handle.write(mbox(mail(3)))
    (added,) = await read_all(made, str(box), end)
    assert isinstance(added, MailRecord)
    assert added.subject == "Plan 3"
    assert added.place.position.startswith("message 3, byte ")


async def test_an_offset_inside_a_mail_reads_the_changed_mailbox_again_from_the_start(tmp_path: Path) -> None:
    box = tmp_path / "box.mbox"
    box.write_bytes(mbox(mail(1), mail(2)))
    assert len(await read_all(connector(box), str(box), 5)) == 2
    assert len(await read_all(connector(box), str(box), 10**9)) == 2


async def test_duplicate_message_ids_are_both_yielded(tmp_path: Path) -> None:
    box = tmp_path / "box.mbox"
    box.write_bytes(mbox(mail(1), mail(1)))
    first, second = await everything(box)
    assert isinstance(first, MailRecord)
    assert isinstance(second, MailRecord)
    assert first.message_id == second.message_id == "m1@north.example"


async def test_a_source_outside_the_configured_path_is_refused(tmp_path: Path) -> None:
    box = tmp_path / "box.mbox"
    box.write_bytes(mbox(mail(1)))
    with pytest.raises(SourceError, match="no part of"):
        await read_all(connector(box), "/etc/hostname")


def test_the_configuration_refuses_times_without_zone_and_unknown_keys() -> None:
    with pytest.raises(ValueError, match="timezone"):
        MailConfig(path=Path("x"), latest=datetime(2025, 1, 1))  # noqa: DTZ001
    with pytest.raises(ValueError, match="extra"):
        MailConfig.model_validate({"path": "x", "latest": LATEST, "lates": 1})


def test_total_bytes_is_the_size_of_all_sources(tmp_path: Path) -> None:
    (tmp_path / "a.mbox").write_bytes(mbox(mail(1)))
    (tmp_path / "b.eml").write_text(mail(2))
    assert connector(tmp_path).total_bytes() == len(mbox(mail(1))) + len(mail(2))


@pytest.mark.skipif(not (SHARED / "enron_mail").is_dir(), reason="the evaluation data is not here")
async def test_a_real_mailbox_is_read_whole_but_for_its_impossible_dates() -> None:
    made = await everything(SHARED / "enron_mail" / "enron.mbox")
    rejected = [record for record in made if isinstance(record, Rejected)]
    assert len(made) == 1169
    assert len(rejected) == 8
    assert all("1979" in record.reason or "1980" in record.reason for record in rejected)


@pytest.mark.skipif(not (SHARED / "town_small").is_dir(), reason="the evaluation data is not here")
async def test_a_folder_of_real_looking_mailboxes_keeps_the_contract() -> None:
    report = await check_connector(
        connector(SHARED / "town_small" / "input" / "mail"), expected_rejections=0, max_resumes=2
    )
    assert (report.sources, report.records) == (13, 3009)
