"""A real mailbox without reply headers: what the graph says of it was looked up by hand in the raw mails.

People and sentences are named by hashes only. Skips where the evaluation data is not beside the checkout.
"""

import hashlib
import mailbox
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
import pytest_asyncio

from graph_service.graph.driver import Database
from graph_service.ingest.summary import Summary
from graph_service.resolvers.rows import ContactRow, MapRow
from tests.conftest import shared
from tests.integration.worlds import World, differences

pytestmark = [pytest.mark.neo4j, pytest.mark.slow]

NOW = datetime(2002, 12, 31, 23, 59, 59, tzinfo=UTC)
HGP, BROKER = "hgp-inc.com", "natsourcetulletteurope.com"
THEIR_HEAD, THEIR_COLLEAGUE, OUR_TRADER = "ff2a74d557cf", "2409a8411ac8", "6a6234c6be59"
OPPONENT = "970d14217e0a"
GUEST_LOGINS, FORECAST, NUCLEAR = "c23a7b9680bb", "19cacf0b3e55", "1d0ff5d1a811"
ADDRESSES = """MATCH (person {workspace_id: $workspace_id})
WHERE person:Identity AND person.kind = 'email' OR person:User
RETURN coalesce(person.value, person.email) AS address, 'User' IN labels(person) AS ours"""


@dataclass(frozen=True, slots=True)
class Loaded:
    """The mailbox, loaded and inferred once; `bare` are its facts before inference."""

    world: World
    summary: Summary
    bare: list[str]
    addresses: dict[str, bool]

    def address(self, digest: str) -> str:
        """The address that has this hash."""
        return next(one for one in self.addresses if hashed(one) == digest)

    async def map_of(self, account: str, day: datetime | None = None) -> MapRow:
        row = await self.world.map_of(account, day)
        assert row is not None
        return row

    async def contact(self, digest: str, day: datetime | None = None) -> ContactRow:
        row = await self.world.contact(self.address(digest), day)
        assert row is not None
        return row


def hashed(text: str) -> str:
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:12]


def moment(millis: int | None) -> datetime:
    assert millis is not None
    return datetime.fromtimestamp(millis / 1000, UTC)


async def load(database: Database, path: Path, folder: Path) -> tuple[World, Summary]:
    world = await World.fresh(database, folder, NOW, "enron.com")
    return world, await world.load("mail", path)


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def enron(database: Database, tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    world, summary = await load(database, shared("enron_mail", "enron.mbox"), tmp_path_factory.mktemp("data"))
    bare = await world.facts()
    await world.refresh()
    rows = await world.rows(ADDRESSES)
    return Loaded(world, summary, bare, {row["address"]: row["ours"] for row in rows})


def raw_mails() -> Iterator[tuple[bytes, str]]:
    """Each mail as bytes, with its envelope line; `>From ` lines are unquoted as the mbox reader does."""
    box = mailbox.mbox(shared("enron_mail", "enron.mbox"), create=False)
    try:
        for key in box.iterkeys():
            data = box.get_bytes(key)
            yield data.replace(b"\n>From ", b"\nFrom "), box.get_message(key).get_from()
    finally:
        box.close()


async def test_only_mails_with_an_impossible_date_are_set_aside(enron: Loaded) -> None:
    """1,169 mails, eight of them from machines whose clock stood at New Year 1980."""
    aside = enron.world.aside()
    assert (enron.summary.read, enron.summary.set_aside) == (1161, 8)
    assert len(aside) == 8
    assert all("1979" in one.reason and one.remedy and "byte" in one.position for one in aside)


@pytest.mark.parametrize(
    ("domain", "people", "mails"),
    [
        ("velaw.com", 15, 2), ("dynegy.com", 13, 13), ("duke-energy.com", 13, 12), ("caiso.com", 25, 1),
        ("calpx.com", 13, 3), ("mckinsey.com", 1, 6), ("milbank.com", 1, 2), (HGP, 2, 5), (BROKER, 2, 1),
    ],
)  # fmt: skip
async def test_an_account_has_the_people_and_mails_of_its_domain(
    enron: Loaded, domain: str, people: int, mails: int
) -> None:
    row = await enron.map_of(domain)
    about = await enron.world.rows(
        "MATCH (:Account {workspace_id: $workspace_id, uid: $uid})<-[:ABOUT]-(mail) RETURN count(mail) AS n",
        uid=row.account.uid,
    )
    assert (row.total, about[0]["n"]) == (people, mails)


async def test_our_people_are_users_and_never_contacts(enron: Loaded) -> None:
    ours = {address for address, is_ours in enron.addresses.items() if is_ours}
    assert len(ours) > 500
    assert all(address.endswith("enron.com") for address in ours)
    outside = set(enron.addresses) - ours
    assert not [address for address in outside if address.endswith(("@enron.com", ".enron.com"))]


@pytest.mark.parametrize(
    "domain", ["aol.com", "hotmail.com", "yahoo.com", "earthlink.net", "lists.michbar.org", "lists.lexico.com"]
)
async def test_free_mail_and_lists_are_never_accounts(enron: Loaded, domain: str) -> None:
    assert any(address.endswith(f"@{domain}") for address in enron.addresses)
    rows = await enron.world.rows("MATCH (account:Account {workspace_id: $workspace_id}) RETURN account.name AS name")
    assert len(rows) > 300
    assert domain not in {row["name"] for row in rows}


async def test_first_and_last_mail_of_an_account_are_as_in_the_mailbox(enron: Loaded) -> None:
    row = await enron.contact(THEIR_HEAD)
    inbound = [moment(one.at) for one in row.timeline if one.direction == "inbound"]
    assert len(row.timeline) == 5
    assert len(inbound) == 3
    assert min(inbound) == datetime(2001, 10, 18, 13, 4, 46, tzinfo=UTC)
    assert max(inbound) == datetime(2002, 2, 13, 15, 6, 20, tzinfo=UTC)
    account = (await enron.map_of(HGP)).account
    assert moment(account.last_inbound_at).date() == max(inbound).date()


async def test_who_only_ever_wrote_to_us_was_never_written_to(enron: Loaded) -> None:
    row = await enron.contact(OPPONENT)
    assert [one.account_name for one in row.stakeholders] == ["milbank.com"]
    assert [(one.direction, moment(one.at)) for one in row.timeline] == [
        ("inbound", datetime(2000, 8, 10, 14, 49, tzinfo=UTC)),
        ("inbound", datetime(2000, 7, 31, 21, 13, tzinfo=UTC)),
    ]


async def test_the_relationship_is_with_the_person_of_ours_who_wrote(enron: Loaded) -> None:
    uid = await enron.world.rows(
        "MATCH (user:User {workspace_id: $workspace_id, email: $email}) RETURN user.uid AS uid",
        email=enron.address(OUR_TRADER),
    )
    row = await enron.contact(THEIR_HEAD)
    writers = [
        [person.uid for person in mail.participants if person.role == "from"]
        for mail in row.timeline
        if mail.direction == "outbound"
    ]
    assert writers == [[uid[0]["uid"]]] * 2


async def test_an_ask_is_answered_by_the_reply_that_followed_within_the_hour(enron: Loaded) -> None:
    asks = {hashed(ask.quote or ""): ask for mail in (await enron.contact(THEIR_HEAD)).timeline for ask in mail.asks}
    assert asks[FORECAST].direction == "to_us"
    assert moment(asks[FORECAST].answered_at) == datetime(2002, 2, 11, 22, 50, 38, tzinfo=UTC)
    assert asks[NUCLEAR].direction == "from_us"
    assert moment(asks[NUCLEAR].answered_at) == datetime(2002, 2, 13, 15, 6, 20, tzinfo=UTC)


async def test_an_ask_that_nobody_answered_is_open_in_the_queue_of_its_time_only(enron: Loaded) -> None:
    """Asked on 17 May 2001: too fresh the day after, shown in June, given up by September."""
    shown = {}
    for day in (
        datetime(2001, 5, 18, 23, tzinfo=UTC),
        datetime(2001, 6, 30, tzinfo=UTC),
        datetime(2001, 9, 1, tzinfo=UTC),
    ):
        drafts = await enron.world.past_queue(day)
        shown[day.month] = {hashed(one.detail.quote or "") for one in drafts if one.detail.quote}
    assert GUEST_LOGINS not in shown[5] | shown[9]
    assert GUEST_LOGINS in shown[6]


async def test_an_answered_ask_is_in_no_queue(enron: Loaded) -> None:
    for day in (datetime(2002, 2, 14, tzinfo=UTC), datetime(2002, 2, 25, tzinfo=UTC)):
        drafts = await enron.world.past_queue(day)
        assert FORECAST not in {hashed(one.detail.quote or "") for one in drafts}


async def test_replies_without_reference_headers_join_the_mail_they_answer(enron: Loaded) -> None:
    """Four mails of one matter are one thread; the writer's other matter and our own forwards are others."""
    rows = await enron.world.rows(
        """MATCH (mail:Interaction {workspace_id: $workspace_id})-[:ABOUT]->(account:Account {name: $name})
        MATCH (other:Interaction {workspace_id: $workspace_id, thread_id: mail.thread_id})
        WITH mail.thread_id AS thread, count(DISTINCT other) AS mails, collect(DISTINCT other.reply_keys) AS keys
        RETURN mails, keys ORDER BY mails""",
        name=HGP,
    )
    assert [row["mails"] for row in rows] == [1, 4]
    assert [row["keys"] for row in rows] == [[[]], [[]]]


async def test_a_past_day_shows_only_who_and_what_was_known_then(enron: Loaded) -> None:
    """Decision 4: the second person was first seen in February 2002."""
    day = datetime(2001, 12, 31, tzinfo=UTC)
    assert [len(row.stakeholders) for row in (await enron.map_of(HGP, day), await enron.map_of(HGP))] == [1, 2]
    past, today = await enron.contact(THEIR_HEAD, day), await enron.contact(THEIR_HEAD)
    assert [len(row.timeline) for row in (past, today)] == [1, 5]
    assert moment(past.stakeholders[0].last_inbound_at).date() == datetime(2001, 10, 18, tzinfo=UTC).date()
    assert await enron.world.contact(enron.address(THEIR_COLLEAGUE), day) is None


async def test_a_maildir_of_the_same_mails_gives_the_same_facts(
    enron: Loaded, database: Database, tmp_path: Path
) -> None:
    for part in ("cur", "new", "tmp"):
        (tmp_path / "box" / part).mkdir(parents=True)
    for number, (data, _) in enumerate(raw_mails()):
        (tmp_path / "box" / ("cur" if number % 3 else "new") / f"{number}.M1.host:2,S").write_bytes(data)
    world, summary = await load(database, tmp_path / "box", tmp_path / "data")
    assert (summary.read, summary.set_aside) == (1161, 8)
    assert differences(enron.bare, await world.facts())[:3] == []


async def test_a_folder_of_single_mails_gives_the_same_facts(enron: Loaded, database: Database, tmp_path: Path) -> None:
    folder = tmp_path / "mails"
    folder.mkdir()
    for number, (data, _) in enumerate(raw_mails()):
        (folder / f"{number}.eml").write_bytes(data)
    world, summary = await load(database, folder, tmp_path / "data")
    assert (summary.read, summary.set_aside) == (1161, 8)
    assert differences(enron.bare, await world.facts())[:3] == []


async def test_reading_the_mailbox_again_writes_nothing(enron: Loaded) -> None:
    before = await enron.world.facts()
    summary = await enron.world.load("mail", shared("enron_mail", "enron.mbox"))
    assert (summary.written, summary.skipped_sources) == (0, 1)
    assert differences(before, await enron.world.facts()) == []
    assert len(enron.world.aside()) == 8
