"""Damaged mailboxes through the command line: what can be read lands, the rest is named with place and remedy.

A mended file is taken up by a later run, and its entry goes away (decision 27: exit code 3).
"""

import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from graph_service.domain.workspace import Workspace
from graph_service.errors import SourceError
from graph_service.graph.system import SystemGateway
from graph_service.ingest.connector import Rejected, SourceRecord
from graph_service.ingest.connectors.mail import MailConfig, MailConnector
from graph_service.ingest.dead_letters import DeadLetters
from graph_service.ingest.pipeline import Pipeline, Progress
from tests.integration.commands import Shell
from tests.integration.memory import END, OURS, THEIRS, MemoryConnector
from tests.integration.memory import mail as letter

pytestmark = pytest.mark.neo4j

ENVELOPE = b"From ida@north.example Mon Jan  5 09:00:00 2026\n"
BLIND = b"From - Thu Jan  1 00:00:00 1970\n"
PEOPLE = "From: Ida North <ida@north.example>\nTo: Ana Ours <ana@ours.example>\n"
DATE = "Date: Mon, 5 Jan 2026 09:30:00 +0000\n"
MULTIPART = 'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n'


def mail(number: str, head: str = PEOPLE + DATE, body: str = "All is well.", more: str = "") -> bytes:
    """One mail; `more` are further headers."""
    return f"{head}Message-ID: <{number}@x.example>\nSubject: Matter {number}\n{more}\n{body}\n".encode()


def mbox(*mails: bytes, envelope: bytes = ENVELOPE) -> bytes:
    return b"".join(envelope + one + b"\n" for one in mails)


def write(folder: Path, *mails: bytes, name: str = "box.mbox", envelope: bytes = ENVELOPE) -> Path:
    path = folder / name
    path.write_bytes(mbox(*mails, envelope=envelope))
    return path


def subjects(shell: Shell) -> list[str]:
    """The subjects of everything that landed from or to the one customer, newest first."""
    outcome = shell.run("contact", "ida@north.example", "-w", shell.workspace, "--json")
    assert outcome.code == 0, outcome.err
    return [mail["subject"] for mail in outcome.summary["timeline"]]


def words(shell: Shell, subject: str) -> str:
    """The own words of a mail, as the timeline shows them."""
    outcome = shell.run("contact", "ida@north.example", "-w", shell.workspace, "--json")
    return next(str(mail["words"]) for mail in outcome.summary["timeline"] if mail["subject"] == subject)


SET_ASIDE = {
    "no sender": (mail("bad", f"To: ana@ours.example\n{DATE}"), "names no sender", "From line"),
    "no date": (mail("bad", PEOPLE), "has no date", "Date line"),
    "the year 1970": (mail("bad", PEOPLE + "Date: Thu, 1 Jan 1970 00:00:00 +0000\n"), "1970", "earliest"),
    "the year 2099": (mail("bad", PEOPLE + "Date: Thu, 1 Jan 2099 00:00:00 +0000\n"), "2099", "latest"),
}


@pytest.mark.parametrize(("bad", "reason", "remedy"), SET_ASIDE.values(), ids=SET_ASIDE)
def test_a_mail_that_cannot_be_placed_is_set_aside_by_name_and_comes_back_once_mended(
    shell: Shell, tmp_path: Path, bad: bytes, reason: str, remedy: str
) -> None:
    path = write(tmp_path, mail("one"), bad, mail("two"), envelope=BLIND)
    outcome = shell.ingest("mail", path)
    assert (outcome.code, outcome.summary["read"], outcome.summary["set_aside"]) == (3, 2, 1)
    (entry,) = shell.aside()
    assert entry["file"] == str(path)
    assert entry["position"].startswith("message 2, byte ")
    assert reason in entry["reason"]
    assert remedy in entry["remedy"]
    assert sorted(subjects(shell)) == ["Matter one", "Matter two"]
    write(tmp_path, mail("one"), mail("mended"), mail("two"))
    assert shell.ingest("mail", path).code == 0
    assert shell.aside() == []
    assert sorted(subjects(shell)) == ["Matter mended", "Matter one", "Matter two"]


def test_the_envelope_line_of_an_mbox_gives_the_date_that_the_header_lacks(shell: Shell, tmp_path: Path) -> None:
    assert shell.ingest("mail", write(tmp_path, mail("one", PEOPLE))).code == 0
    assert subjects(shell) == ["Matter one"]


def test_the_summary_says_in_words_what_was_set_aside_and_where_to_look(shell: Shell, tmp_path: Path) -> None:
    path = write(tmp_path, mail("one"), SET_ASIDE["no sender"][0], envelope=BLIND)
    given = ("-w", shell.workspace, "--our-domain", "ours.example")
    outcome = shell.run("ingest", "mail", str(path), *given)
    assert outcome.code == 3
    assert "1 set aside" in outcome.out
    assert "ingest errors" in outcome.err
    listed = shell.run("ingest", "errors", "-w", shell.workspace)
    assert "box.mbox" in listed.out
    assert "names no sender" in listed.out
    assert "From line" in listed.out


def test_a_dry_run_names_the_same_and_writes_nothing(shell: Shell, tmp_path: Path) -> None:
    path = write(tmp_path, mail("one"), SET_ASIDE["no sender"][0], envelope=BLIND)
    outcome = shell.run("ingest", "mail", str(path), "-w", shell.workspace, "--our-domain", "ours.example", "--dry-run")
    assert outcome.code == 0
    assert "box.mbox, message 2" in outcome.err
    assert shell.run("queue", "-w", shell.workspace).code == 2


READABLE = {
    "truncated MIME": mail("x", more=MULTIPART, body="--b\nContent-Type: text/plain\n\nKept words.\n--b\nContent-Type:"
        " application/pdf\nContent-Transfer-Encoding: base64\n\nJVBERi0xLjQKJ"),
    "an unknown charset": mail("x", more="Content-Type: text/plain; charset=klingon-8\n", body="Kept words."),
    "a wrong charset": mail("x", more="Content-Type: text/plain; charset=us-ascii\n", body="Kept words. Caf\u00e9."),
    "HTML only": mail("x", more="Content-Type: text/html\n", body="<p>Kept <b>words</b>.</p><script>no()</script>"),
    "a line that begins with From": mail("x", body="Kept words.\n>From now on it is better."),
    "no Message-ID": mail("x", body="Kept words.").replace(b"Message-ID: <x@x.example>\n", b""),
    "a broken Message-ID": mail("x", body="Kept words.").replace(b"<x@x.example>", b"<<x x>"),
    "8-bit headers": mail("x", PEOPLE.replace("Ida", "Id\u00e4") + DATE, body="Kept words."),
    "NUL bytes": mail("x", body="Kept words.\x00 And more."),
    "no blank line after the headers": mail("x", more="oops this is no header\n", body="Kept words."),
}  # fmt: skip


@pytest.mark.parametrize("odd", READABLE.values(), ids=READABLE)
def test_an_odd_mail_is_read_and_so_are_its_neighbours(shell: Shell, tmp_path: Path, odd: bytes) -> None:
    outcome = shell.ingest("mail", write(tmp_path, mail("one"), odd, mail("two")))
    assert (outcome.code, outcome.summary["written"]) == (0, 3)
    assert sorted(subjects(shell)) == ["Matter one", "Matter two", "Matter x"]
    shown = words(shell, "Matter x")
    assert "Kept words" in " ".join(shown.split())
    assert "no()" not in shown
    assert shell.ingest("mail", tmp_path / "box.mbox", "--again").summary["written"] == 0


def test_raw_8_bit_headers_keep_their_letters(shell: Shell, tmp_path: Path) -> None:
    odd = mail("x").replace(b"Subject: Matter x", "Subject: Gr\u00fc\u00dfe".encode("latin-1"))
    assert shell.ingest("mail", write(tmp_path, odd)).code == 0
    assert subjects(shell) == ["Gr\u00fc\u00dfe"]


def test_a_mail_inside_a_mail_is_not_taken_for_the_writers_words(shell: Shell, tmp_path: Path) -> None:
    inner = "From: eve@else.example\nTo: nobody@else.example\nSubject: Inner\n\nCould you pay the inner bill?\n"
    body = f"--b\nContent-Type: text/plain\n\nSee below.\n--b\nContent-Type: message/rfc822\n\n{inner}--b--"
    assert shell.ingest("mail", write(tmp_path, mail("x", more=MULTIPART, body=body))).code == 0
    assert "inner bill" not in words(shell, "Matter x")
    assert shell.run("contact", "eve@else.example", "-w", shell.workspace).code == 2


def test_two_mails_with_one_message_id_both_land_and_two_copies_land_once(shell: Shell, tmp_path: Path) -> None:
    other = mail("one", PEOPLE + DATE.replace("5 Jan", "6 Jan"), body="Something else.")
    outcome = shell.ingest("mail", write(tmp_path, mail("one"), mail("one"), other))
    assert (outcome.summary["read"], outcome.summary["written"]) == (3, 2)
    assert len(subjects(shell)) == 2


def test_an_attachment_of_50_megabytes_costs_only_itself(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "box.mbox"
    line = b"A" * 76 + b"\n"
    head = mail("x", more=MULTIPART, body="--b\nContent-Type: text/plain\n\nKept words.\n--b").removesuffix(b"\n")
    attached = b'\nContent-Type: application/zip; name="big.zip"\nContent-Transfer-Encoding: base64\n\n'
    with path.open("wb") as out:
        out.write(mbox(mail("one")) + ENVELOPE + head + attached)
        for _ in range(50 * 2**20 // (len(line) * 1000)):
            out.write(line * 1000)
        out.write(b"--b--\n\n" + mbox(mail("two")))
    assert path.stat().st_size > 49 * 2**20
    outcome = shell.ingest("mail", path)
    assert outcome.code in {0, 3}
    assert {"Matter one", "Matter two"} <= set(subjects(shell))
    named = [entry["position"] for entry in shell.aside()]
    assert ("Matter x" in subjects(shell)) != any(position.startswith("message 2") for position in named)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("box.mbox", b"", "is empty"),
        ("a.eml", b"", "is empty"),
        ("a.pst", b"!BDN\x00\x01", "neither an mbox nor a mail"),
    ],
)
def test_one_file_that_holds_no_mail_is_refused_with_a_hint(
    shell: Shell, tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    outcome = shell.ingest("mail", path)
    assert outcome.code == 2
    assert reason in outcome.err
    assert name in outcome.err
    assert "do:" in outcome.err


def test_a_path_that_is_not_there_is_named(shell: Shell, tmp_path: Path) -> None:
    outcome = shell.ingest("mail", tmp_path / "gone.mbox")
    assert outcome.code == 2
    assert "gone.mbox" in outcome.err


@pytest.fixture
def closed(tmp_path: Path) -> Iterator[Path]:
    """A folder that its user may not open; skips where rights do not hold (root)."""
    folder = tmp_path / "mails" / "closed"
    folder.mkdir(parents=True)
    write(folder, mail("hidden"))
    folder.chmod(0)
    if os.access(folder, os.R_OK):
        folder.chmod(0o700)
        pytest.skip("this user may read everything")
    yield folder
    folder.chmod(0o700)


def test_a_folder_without_rights_is_named_and_the_others_are_read(shell: Shell, closed: Path) -> None:
    write(closed.parent, mail("one"))
    outcome = shell.ingest("mail", closed.parent)
    assert (outcome.code, outcome.summary["written"]) == (3, 1)
    (entry,) = shell.aside()
    assert entry["file"] == str(closed)
    assert "right" in entry["remedy"]
    closed.chmod(0o700)
    assert shell.ingest("mail", closed.parent).code == 0
    assert shell.aside() == []
    assert sorted(subjects(shell)) == ["Matter hidden", "Matter one"]


def test_a_foreign_file_in_a_folder_of_mails_is_listed_once_however_often_it_is_read(
    shell: Shell, tmp_path: Path
) -> None:
    folder = tmp_path / "mails"
    folder.mkdir()
    (folder / "good.eml").write_bytes(mail("one"))
    (folder / "packed.eml").write_bytes(b"PK\x03\x04zip")
    for _ in range(3):
        assert shell.ingest("mail", folder).code == 3
    (entry,) = shell.aside()
    assert entry["file"].endswith("packed.eml")
    assert "unpack" in entry["remedy"]
    (folder / "packed.eml").write_bytes(mail("two"))
    assert shell.ingest("mail", folder).code == 0
    assert shell.aside() == []
    assert sorted(subjects(shell)) == ["Matter one", "Matter two"]


def test_a_mended_mailbox_goes_from_the_list_while_another_only_grew(shell: Shell, tmp_path: Path) -> None:
    folder = tmp_path / "mails"
    folder.mkdir()
    bad = SET_ASIDE["no sender"][0]
    write(folder, mail("one"), bad, name="a.mbox", envelope=BLIND)
    write(folder, mail("two"), bad, name="b.mbox", envelope=BLIND)
    assert shell.ingest("mail", folder).summary["set_aside"] == 2
    write(folder, mail("one"), mail("mended"), name="a.mbox", envelope=BLIND)
    write(folder, mail("two"), bad, mail("three"), name="b.mbox", envelope=BLIND)
    assert shell.ingest("mail", folder).summary["set_aside"] == 0
    assert [Path(entry["file"]).name for entry in shell.aside()] == ["b.mbox"]
    assert len(subjects(shell)) == 4


class HalfClosed(MemoryConnector):
    """Two sources, the first of which cannot be opened."""

    def sources(self) -> list[str]:
        return ["closed", "memory"]

    async def records(self, source: str, since: int = 0) -> AsyncIterator[SourceRecord | Rejected]:
        if source == "closed":
            raise SourceError("No right to read closed.", "Give the user the right to read it.")
        async for record in super().records(source, since):
            yield record


async def test_a_source_that_cannot_be_opened_is_set_aside_and_the_next_one_lands(
    system: SystemGateway, workspace: Workspace, tmp_path: Path
) -> None:
    aside = DeadLetters(tmp_path, workspace.workspace_id)
    connector = HalfClosed.of([letter(1, THEIRS[0], [OURS[0]], day=1)])
    summary = await Pipeline(system, workspace, aside, END).run(connector)
    assert (summary.sources, summary.written, summary.set_aside) == (2, 1, 1)
    assert [(one.reason, one.remedy) for one in aside.entries()] == [
        ("No right to read closed.", "Give the user the right to read it.")
    ]
    await Pipeline(system, workspace, aside, END).run(MemoryConnector.of([]))
    assert len(aside.entries()) == 1


async def test_what_a_killed_load_set_aside_is_still_listed_when_it_goes_on(
    system: SystemGateway, workspace: Workspace, tmp_path: Path
) -> None:
    """Five hundred good mails after the bad one are written and marked, then the process dies."""
    good = [mail(str(number), PEOPLE + DATE) for number in range(600)]
    path = write(tmp_path, SET_ASIDE["no sender"][0], *good, envelope=BLIND)
    aside = DeadLetters(tmp_path / "aside", workspace.workspace_id)
    connector = MailConnector(MailConfig(path=path, latest=END))

    def die(progress: Progress) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        await Pipeline(system, workspace, aside, END, die).run(connector)
    pipeline = Pipeline(system, workspace, aside, END)
    summary = await pipeline.run(connector)
    assert summary.read < 601
    assert [one.position.partition(",")[0] for one in aside.entries()] == ["message 1"]
