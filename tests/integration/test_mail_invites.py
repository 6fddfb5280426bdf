"""A meeting that a mail invites to and a calendar holds is one node, whichever came first (decisions 3, 4, 12)."""

from collections.abc import AsyncIterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from itertools import permutations
from pathlib import Path

import pytest

from graph_service.app.refreshing import refresh
from graph_service.graph.driver import Database
from graph_service.graph.system import SystemGateway
from graph_service.ingest import meeting_settling, pipeline
from graph_service.ingest.connectors.mail import MailConnector
from graph_service.ingest.dead_letters import DeadLetters
from tests.integration.people_world import named_facts, new_workspace, rows
from tests.integration.test_same_facts import DyingDatabase, KilledError, differences
from tests.integration.worlds import World

pytestmark = pytest.mark.neo4j
NOW = datetime(2024, 6, 30, tzinfo=UTC)
EVENT = """BEGIN:VCALENDAR
VERSION:2.0
{method}BEGIN:VEVENT
UID:plan@north.example
DTSTAMP:202405{day:02d}T080000Z
LAST-MODIFIED:202405{day:02d}T080000Z
SEQUENCE:{sequence}
DTSTART:202405{on:02d}T080000Z
DTEND:202405{on:02d}T090000Z
SUMMARY:Planning
ORGANIZER;CN=Ada Lane:mailto:ada@north.example
ATTENDEE;PARTSTAT={answer};CN=Bo Ours:mailto:bo@ours.example
END:VEVENT
END:VCALENDAR
"""
FOUND = (
    "MATCH (one:Meeting {workspace_id: $workspace_id}) RETURN one.status AS status, toString(one.at) AS at, "
    "COLLECT { MATCH (one)<-[took:TOOK_PART]-() RETURN took.role + ' ' + took.response ORDER BY took.role } AS people"
)

UNSETTLED = "MATCH (one:Interaction {workspace_id: $workspace_id}) RETURN count(one.is_unsettled) AS waiting"


def letter(number: int, day: int, invite: str) -> str:
    """A mail that brings a calendar entry."""
    return (
        f"From: Ada Lane <ada@north.example>\nTo: bo@ours.example\nMessage-ID: <{number}@n.example>\n"
        f"Date: {datetime(2024, 5, day, 8, tzinfo=UTC):%a, %d %b %Y %H:%M:%S} +0000\n"
        f'Content-Type: multipart/alternative; boundary="b"\n\n--b\nContent-Type: text/plain\n\nPlease come.\n--b\n'
        f"Content-Type: text/calendar; charset=utf-8\n\n{invite}--b--\n"
    )


def event(day: int, *, on: int = 20, sequence: int = 0, answer: str = "NEEDS-ACTION", method: str = "") -> str:
    """The entry as it was on a day of May."""
    head = f"METHOD:{method}\n" if method else ""
    return EVENT.format(day=day, on=on, sequence=sequence, answer=answer, method=head)


def named(entry: str, name: str) -> str:
    """The entry as a meeting of its own."""
    return f"BEGIN:VEVENT\n{entry.replace('UID:plan', f'UID:plan{name}')}END:VEVENT\n"


async def in_any_order(
    database: Database, folder: Path, files: Mapping[str, str]
) -> AsyncIterator[tuple[tuple[str, ...], World]]:
    """Yield each order of loading mails and calendars (`.ics`), and the world that comes of it."""
    for name, text in files.items():
        (folder / name).write_text(text)
    for number, order in enumerate(permutations(files)):
        world = await World.fresh(database, folder / f"data{number}", NOW, "ours.example")
        for name in order:
            await world.load("calendar" if name.endswith(".ics") else "mail", folder / name)
        yield order, world


async def test_mail_and_calendar_give_one_meeting_in_any_order(database: Database, tmp_path: Path) -> None:
    """Invited on the 3rd, accepted on the 5th as Bo's calendar says, moved by the organizer on the 4th."""
    files = {
        "first.eml": letter(1, 3, event(3, method="REQUEST")),
        "moved.eml": letter(2, 4, event(4, on=21, sequence=1, method="REQUEST")),
        "bo.ics": event(5, answer="ACCEPTED"),
    }  # fmt: skip
    found = []
    async for _, world in in_any_order(database, tmp_path, files):
        await world.refresh()
        people = ["attendee needs_action", "organizer accepted"]
        meeting = {"status": "confirmed", "at": "2024-05-21T08:00:00Z", "people": people}
        assert await rows(database, world.workspace, FOUND) == [meeting]
        found.append(await named_facts(database, world.workspace))
    for one in found[1:]:
        assert differences(found[0], one) == []


STRANGER = (
    event(4, on=27, sequence=9, method="REQUEST")
    .replace("Ada Lane:mailto:ada@north.example", "Mal:mailto:mal@stranger.example")
    .replace("bo@ours.example", "cy@ours.example")
)
INVITED = {
    "first.eml": letter(1, 3, event(3, method="REQUEST")),
    "moved.eml": letter(2, 5, event(5, on=21, sequence=1, method="REQUEST")),
    "stranger.eml": letter(3, 4, STRANGER).replace("Ada Lane <ada@north.example>", "Mal <mal@stranger.example>"),
}
LATE = {name: text for name, text in INVITED.items() if name != "first.eml"} | {"bo.ics": event(2)}
COUNTED = FOUND.replace(" RETURN one.status", " WHERE NOT one.is_automatic RETURN one.status")


@pytest.mark.parametrize("files", [INVITED, LATE], ids=["earlier mail", "calendar"])
async def test_a_stranger_who_knows_the_id_of_a_meeting_changes_nothing_of_it(
    database: Database, tmp_path: Path, files: dict[str, str]
) -> None:
    """He names himself organizer, in a mail newer than the first, older than the last; a calendar goes before all."""
    found = []
    async for order, world in in_any_order(database, tmp_path, files):
        people = ["attendee needs_action", "organizer accepted"]
        meeting = {"status": "confirmed", "at": "2024-05-21T08:00:00Z", "people": people}
        assert await rows(database, world.workspace, COUNTED) == [meeting], order
        found.append(await named_facts(database, world.workspace))
    for one in found[1:]:
        assert differences(found[0], one) == []


def reply(number: int, day: int, answer: str) -> str:
    """Bo's mail that answers to the meeting."""
    text = letter(number, day, event(day, answer=answer, method="REPLY"))
    return text.replace("From: Ada Lane <ada@north.example>\nTo: bo", "From: Bo <bo@ours.example>\nTo: bo")


@pytest.mark.parametrize(
    ("changed", "known", "response"),
    [(5, "ACCEPTED", "declined"), (9, "NEEDS-ACTION", "declined"), (9, "TENTATIVE", "tentative")],
    ids=["answered since", "the calendar knows no answer", "the calendar is newer"],
)
async def test_the_newest_answer_by_mail_is_the_answer_to_the_meeting_in_any_order(
    database: Database, tmp_path: Path, changed: int, known: str, response: str
) -> None:
    """Accepted on the 4th and declined on the 6th; what nobody holds a meeting for waits until somebody does."""
    files = {
        "yes.eml": reply(1, 4, "ACCEPTED"), "no.eml": reply(2, 6, "DECLINED"), "bo.ics": event(changed, answer=known),
    }  # fmt: skip
    found = []
    async for order, world in in_any_order(database, tmp_path, files):
        [meeting] = await rows(database, world.workspace, FOUND)
        assert meeting["people"] == [f"attendee {response}", "organizer accepted"], order
        found.append(await named_facts(database, world.workspace))
    for one in found[1:]:
        assert differences(found[0], one) == []


async def test_an_answer_of_one_of_ours_is_news_for_whom_they_meet(database: Database, tmp_path: Path) -> None:
    """Who of us comes decides whom Ada met, and the mail that says so goes round between us alone."""
    (tmp_path / "bo.ics").write_text(event(3))
    (tmp_path / "yes.eml").write_text(reply(1, 4, "ACCEPTED"))
    world = await World.fresh(database, tmp_path / "data", NOW, "ours.example")
    await world.load("calendar", tmp_path / "bo.ics")
    await world.refresh()
    alone = await named_facts(database, world.workspace)
    await world.load("mail", tmp_path / "yes.eml")
    await world.refresh()
    met = await named_facts(database, world.workspace)
    await refresh(database, world.workspace, NOW, rebuild=True)
    assert differences(met, await named_facts(database, world.workspace)) == []
    assert len([one for one in met if '"KNOWS"' in one]) == len([one for one in alone if '"KNOWS"' in one]) + 1


async def test_a_copy_that_lost_the_answer_does_not_hide_it(database: Database, tmp_path: Path) -> None:
    """An archive may strip a mail of its calendar part; the text of both copies is the same."""
    whole = reply(1, 4, "ACCEPTED")
    part = whole.index("Content-Type: text/calendar")
    files = {"whole.eml": whole, "stripped.eml": whole[:part].rstrip().removesuffix("--b").rstrip() + "\n--b--\n"}
    for name, text in {**files, "bo.ics": event(3)}.items():
        (tmp_path / name).write_text(text)
    for number, order in enumerate(permutations(files)):
        world = await World.fresh(database, tmp_path / f"data{number}", NOW, "ours.example")
        await world.load("calendar", tmp_path / "bo.ics")
        for name in order:
            await world.load("mail", tmp_path / name)
        [meeting] = await rows(database, world.workspace, FOUND)
        assert meeting["people"] == ["attendee accepted", "organizer accepted"], order


async def test_an_answer_that_a_killed_run_did_not_settle_is_settled_by_the_next(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next run finds nothing new in the mailbox, but the mark on the mail."""
    (tmp_path / "bo.ics").write_text(event(3))
    (tmp_path / "yes.eml").write_text(reply(1, 4, "ACCEPTED"))
    world = await World.fresh(database, tmp_path / "data", NOW, "ours.example")
    await world.load("calendar", tmp_path / "bo.ics")
    with monkeypatch.context() as patch:
        patch.setattr(meeting_settling, "settle_answers", killed)
        with pytest.raises(KilledError):
            await world.load("mail", tmp_path / "yes.eml")
    await world.load("mail", tmp_path / "yes.eml")
    [meeting] = await rows(database, world.workspace, FOUND)
    assert meeting["people"] == ["attendee accepted", "organizer accepted"]
    assert await rows(database, world.workspace, UNSETTLED) == [{"waiting": 0}]


async def killed(*_: object) -> None:
    """A machine that goes down."""
    raise KilledError


async def test_a_meeting_called_off_by_mail_is_off(database: Database, tmp_path: Path) -> None:
    called_off = event(6, sequence=1, method="CANCEL").replace("SUMMARY", "STATUS:CANCELLED\nSUMMARY")
    (tmp_path / "mail.eml").write_text(letter(1, 6, called_off))
    (tmp_path / "bo.ics").write_text(event(5, answer="ACCEPTED"))
    for number, names in enumerate((("mail", "calendar"), ("calendar", "mail"))):
        world = await World.fresh(database, tmp_path / f"data{number}", NOW, "ours.example")
        for name in names:
            await world.load(name, tmp_path / ("mail.eml" if name == "mail" else "bo.ics"))
        [one] = await rows(database, world.workspace, FOUND)
        assert one["status"] == "cancelled"


async def test_a_mailbox_that_is_cut_off_between_a_mail_and_its_meetings_is_taken_up_before_the_mail(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each record is a batch of its own here, and the run dies at every write in turn."""
    monkeypatch.setattr(pipeline, "BATCH", 1)
    one = event(3, method="REQUEST")
    head, _, rest = one.partition("BEGIN:VEVENT\n")
    entry, _, tail = rest.partition("END:VEVENT\n")
    box = tmp_path / "in.mbox"
    invites = [letter(n, 3, head + "".join(named(entry, f"{n}{k}") for k in "abc") + tail) for n in (1, 2)]
    box.write_text("".join(f"From a@n.example Fri May  3 08:00:00 2024\n{one}\n" for one in invites))
    connector = MailConnector(MailConnector.Config(path=box, latest=NOW))
    counted = "MATCH (one:Meeting {workspace_id: $workspace_id}) RETURN count(one) AS meetings"
    for survives in range(12):
        workspace = await new_workspace(database)
        letters = DeadLetters(tmp_path / str(survives), workspace.workspace_id)
        dying = SystemGateway(DyingDatabase(database, survives, after=True), workspace.workspace_id)
        with suppress(KilledError):
            await pipeline.Pipeline(dying, workspace, letters, NOW).run(connector)
        system = SystemGateway(database, workspace.workspace_id)
        await pipeline.Pipeline(system, workspace, letters, NOW).run(connector)
        assert await rows(database, workspace, counted) == [{"meetings": 6}], survives
