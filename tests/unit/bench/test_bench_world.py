"""The benchmark's mail is the same every time, in the order of time, and shaped like real mail."""

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from bench.mail import Mailman, news
from bench.mbox import write_mbox
from bench.words import invented_name
from bench.world import END, OUR_DOMAIN, SIZES, START, World
from graph_service.domain.workspace import Workspace
from graph_service.ingest.connector import MailRecord
from graph_service.ingest.connectors.mail import MailConfig, MailConnector
from graph_service.ingest.mail_facts import MailFacts, read_mail

WORKSPACE = Workspace("w", "w", (OUR_DOMAIN,), "UTC", "US", "salt")


@pytest.fixture(scope="module")
def mails() -> list[MailRecord]:
    return list(Mailman(World(SIZES["XS"])).records())


@pytest.fixture(scope="module")
def read(mails: list[MailRecord]) -> list[MailFacts]:
    return [read_mail(mail, WORKSPACE) for mail in mails]


def test_the_same_world_has_the_same_mail_every_time(mails: list[MailRecord]) -> None:
    assert list(Mailman(World(SIZES["XS"])).records()) == mails


def test_mails_come_in_the_order_of_time_and_within_the_world(mails: list[MailRecord]) -> None:
    assert all(one.sent_at <= other.sent_at for one, other in pairwise(mails))
    assert mails[0].sent_at >= START
    assert mails[-1].sent_at < END


def test_there_are_about_as_many_mails_as_the_size_says(mails: list[MailRecord]) -> None:
    assert 0.8 * SIZES["XS"].mails < len(mails) < 1.2 * SIZES["XS"].mails


def test_message_ids_are_unique_and_replies_name_mails_that_exist(mails: list[MailRecord]) -> None:
    ids = {mail.message_id for mail in mails}
    assert len(ids) == len(mails)
    replies = [mail for mail in mails if mail.references]
    assert len(replies) > len(mails) / 4
    assert all(set(mail.references) <= ids for mail in replies)


def test_asks_are_found_in_about_one_mail_of_twelve(read: list[MailFacts]) -> None:
    assert 0.05 < sum(bool(one.asks) for one in read) / len(read) < 0.12


def test_thread_groups_stay_small_because_subjects_vary(read: list[MailFacts]) -> None:
    groups = Counter(one.thread_group for one in read)
    assert sum(size * size for size in groups.values()) / len(read) < 10


def test_all_kinds_of_mail_are_there(read: list[MailFacts]) -> None:
    assert {"inbound", "outbound", "internal"} <= {one.direction for one in read}
    assert {"", "bulk", "auto_reply"} <= {one.record.automatic for one in read}
    assert any(len(one.participants) > 3 for one in read)


def test_a_few_accounts_are_large_enough_for_a_map_of_fifty() -> None:
    sizes = [len(firm.people) for firm in World(SIZES["S"]).firms]
    assert sum(size >= 50 for size in sizes) >= 3
    assert 15 < sum(sizes) / len(sizes) < 25


def test_invented_people_of_a_world_have_addresses_of_their_own() -> None:
    world = World(SIZES["S"])
    addresses = [person.address for _, person in world.contacts]
    assert len(set(addresses)) == len(addresses)
    assert invented_name(7) != invented_name(8)
    assert not any(WORKSPACE.owns_address(address) for address in addresses)


def test_news_are_one_mail_each_from_a_share_of_the_contacts_in_the_last_month() -> None:
    world = World(SIZES["S"])
    fresh = news(world, 0.01, 1)
    assert len(fresh) == len({mail.sender.address for mail in fresh}) == round(0.01 * len(world.contacts))
    assert all((mail.sent_at.year, mail.sent_at.month) == (END.year, END.month) for mail in fresh)
    assert not {mail.message_id for mail in fresh} & {mail.message_id for mail in news(world, 0.01, 2)}


async def test_the_generated_mailbox_has_the_size_asked_for_and_reads_without_a_reject(tmp_path: Path) -> None:
    path = tmp_path / "box.mbox"
    count = write_mbox(path, World(SIZES["XS"]), 2_000_000)
    assert 2_000_000 <= path.stat().st_size < 3_000_000
    connector = MailConnector(MailConfig(path=path, latest=END))
    records = [record async for record in connector.records(str(path))]
    assert len(records) == count
    assert all(isinstance(record, MailRecord) for record in records)
    assert any(isinstance(record, MailRecord) and record.attachments for record in records)
