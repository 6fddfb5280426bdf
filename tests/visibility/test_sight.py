"""Who sees what by grants: no CRM, no owner, a share taken back, a user who left, a private playbook."""

import hashlib
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from graph_service.errors import NotFoundError
from graph_service.graph.auth import store_token, token_owner, viewer_of
from graph_service.graph.driver import Database
from graph_service.ingest.connector import Address, ContactRecord
from graph_service.resolvers.queries import SEARCH, SearchFor
from graph_service.resolvers.search_terms import lucene_of, prefix_of, words_of
from tests.integration.memory import mail
from tests.visibility import records as r
from tests.visibility.conftest import ask_as
from tests.visibility.reads import Answers, answers, leaks
from tests.visibility.viewers import ANA, BEN, DORA, GUS, NORA
from tests.visibility.world import ADMIN, World, empty_world

pytestmark = pytest.mark.neo4j


async def read(world: World, who: str, *names: str) -> Answers:
    """Return what somebody reads now of all that the world has."""
    world.seen = await world.uids()
    return await answers(await ask_as(world, who, world), *names)


async def account_names(world: World, who: str) -> set[str]:
    """Return the names of the accounts that somebody sees."""
    found = await read(world, who, "ACCOUNTS")
    return {one["name"] for pages in found.values() for page in pages for one in page["accounts"]}


async def small_world(database: Database, folder: Path, *claims: tuple[str, str, str]) -> World:
    """Return a world with the CRM, all mail and the given shares."""
    world = await empty_world(database, folder)
    await world.ingest([*r.mails(), *r.canary_mails()])
    await reshare(world, *claims)
    return world


async def reshare(world: World, *claims: tuple[str, str, str], left: frozenset[str] = r.LEFT) -> None:
    """Load a new export of the CRM with these shares alone."""
    await world.ingest([*r.accounts(), *r.canary_accounts(), *r.users(left), *r.shares(claims)])


async def test_without_a_crm_everyone_sees_every_account(database: Database, tmp_path: Path) -> None:
    world = await empty_world(database, tmp_path)
    await world.ingest([*r.mails(), *r.canary_mails()])
    names = {"alpha.example", "canary.example", "vacant.example", "vacantmail.example"}
    for who in (ANA, DORA, NORA, ADMIN):
        assert await account_names(world, who) == names
    assert leaks(await read(world, DORA, "CONTACT"), "CANARY week")


async def test_with_a_crm_owners_and_shares_see_and_the_rest_is_for_admins(mixed: World) -> None:
    """Decision 14: an account without an owner is for admins, whether the CRM or mail alone knows it."""
    everything = {"Alpha Ltd", "Canary Corp", "Gamma Vacant", "vacantmail.example"}
    expected = {
        ANA: {"Alpha Ltd"}, BEN: {"Alpha Ltd"}, NORA: {"Canary Corp"}, DORA: set[str](), GUS: set[str](),
        ADMIN: everything,
    }  # fmt: skip
    for who, names in expected.items():
        assert await account_names(mixed, who) == names


async def test_a_private_playbook_and_its_actions_are_for_its_owner_alone(mixed: World) -> None:
    """A27-A28; the others who see the same account do not see these actions, nor does an admin."""
    for name, owner in (("HUSH", ANA), ("PSST", BEN), ("CANARY of", NORA)):
        for who in (ANA, BEN, NORA, DORA, ADMIN):
            found = await read(mixed, who, "ACTION", "ACTION_QUEUE", "ACTION_QUEUE_AS_OF")
            assert bool(leaks(found, name)) is (who == owner), f"{name} for {who}"


async def test_a_share_works_at_once_and_its_end_too(database: Database, tmp_path: Path) -> None:
    shared = (r.CANARY, "U2", "read")
    world = await small_world(database, tmp_path, *r.OWN_SHARES, *r.CANARY_SHARES)
    assert leaks(await read(world, BEN), "CANARY") == []
    await reshare(world, *r.OWN_SHARES, *r.CANARY_SHARES, shared)
    await world.add_playbook("PSST", BEN)
    await world.refresh()
    assert leaks(await read(world, BEN), "PSST of Canary", "CANARY week", "CANARY chief")
    await reshare(world, *r.OWN_SHARES, *r.CANARY_SHARES)
    assert leaks(await read(world, BEN), "CANARY") == []
    assert leaks(await read(world, BEN), "PSST of Alpha")


@pytest.mark.parametrize("last", [True, False], ids=["the only share", "one of two"])
async def test_the_end_of_a_share_counts_also_when_it_was_the_last(
    database: Database, tmp_path: Path, last: bool
) -> None:
    """An export with accounts but without a single share takes all shares back."""
    kept = () if last else ((r.ALPHA, "U1", "owner"),)
    world = await small_world(database, tmp_path, (r.CANARY, "U2", "read"), *kept)
    assert leaks(await read(world, BEN, "ACCOUNTS"), "CANARY")
    await reshare(world, *kept)
    assert leaks(await read(world, BEN, "ACCOUNTS"), "CANARY") == []


async def test_a_crm_without_any_share_hides_accounts_that_mail_brings_later(
    database: Database, tmp_path: Path
) -> None:
    world = await small_world(database, tmp_path)
    assert await account_names(world, ANA) == set()
    await world.ingest([mail(5000, Address("new@canarynew.example"), (r.NORA,), day=100, subject="CANARY new")])
    assert await account_names(world, ANA) == set()


async def test_a_user_who_left_sees_no_account_and_their_tokens_are_dead(mixed: World) -> None:
    assert leaks(await read(mixed, GUS), "CANARY", "VACANT", "Alpha", "HUSH", "PSST") == []
    gateway = await mixed.gateway(GUS)
    secret = hashlib.sha256(mixed.workspace.workspace_id.encode()).hexdigest()
    workspace_id, uid = mixed.workspace.workspace_id, gateway.viewer.user_uid
    await store_token(mixed.database, workspace_id, "token", secret, uid, "old", r.NOW, r.NOW + timedelta(days=9))
    assert await token_owner(mixed.database, secret) is None


async def test_a_user_who_left_sees_nothing_not_even_mail_of_nobodys_account(mixed: World) -> None:
    with pytest.raises(NotFoundError):
        await viewer_of(mixed.database, mixed.workspace.workspace_id, GUS)
    assert leaks(await read(mixed, GUS), "Otto") == []


async def test_a_user_who_leaves_loses_sight_with_the_next_export(database: Database, tmp_path: Path) -> None:
    world = await small_world(database, tmp_path, *r.OWN_SHARES, *r.CANARY_SHARES)
    assert await account_names(world, NORA) == {"Canary Corp"}
    await reshare(world, *r.OWN_SHARES, *r.CANARY_SHARES, left=frozenset({"U3"}))
    assert await account_names(world, NORA) == set()


async def test_a_better_copy_of_a_mail_never_uncovers_what_an_action_quotes(database: Database, tmp_path: Path) -> None:
    """An action quotes mail across both accounts; then a fuller copy of that mail replaces what it rests on."""
    world = await small_world(database, tmp_path, *r.OWN_SHARES, *r.CANARY_SHARES)
    joint = next(one for one in r.mixed() if one.subject == "CANARY joint price")
    await world.ingest([joint])
    await world.refresh()
    admins = leaks(await read(world, ADMIN, "ACTION"), "Answer Ada Lane")
    assert any("CANARY price list" in one for one in admins), "the action is there, and quotes the mail"
    assert leaks(await read(world, ANA), "CANARY") == []
    await world.ingest([replace(joint, text=f"{joint.text} And here is more of the same CANARY, as we said before.")])
    assert leaks(await read(world, ANA), "CANARY") == []


async def test_a_name_that_only_the_hidden_account_gives_a_person_stays_there(
    database: Database, tmp_path: Path
) -> None:
    """Ada is at Alpha by mail; the hidden account's CRM record calls the same address by another name."""
    world = await small_world(database, tmp_path, *r.OWN_SHARES, *r.CANARY_SHARES)
    other = ContactRecord(r.PLACE, "fake", "CANARY-C9", "Ada CANARY", r.NOW, r.CANARY, r.ADA.address, "CANARY aunt")
    await world.ingest([*r.canary_accounts(), other, *r.users(), *r.shares((*r.OWN_SHARES, *r.CANARY_SHARES))])
    assert leaks(await read(world, ANA), "CANARY") == []
    assert leaks(await read(world, ANA, "CONTACT", "SEARCH", "STAKEHOLDER_MAP"), r.ADA.name)
    for name in ("CONTACT", "SEARCH", "STAKEHOLDER_MAP"):
        assert leaks(await read(world, NORA, name), "Ada CANARY"), f"{name} shows the account's own name to its people"


async def test_who_sees_both_accounts_sees_the_newest_name_and_finds_by_either(
    database: Database, tmp_path: Path
) -> None:
    world = await small_world(database, tmp_path, *r.OWN_SHARES, *r.CANARY_SHARES)
    later = r.NOW - timedelta(days=1)
    other = ContactRecord(r.PLACE, "fake", "CANARY-C9", "Adelheid Spur", later, r.CANARY, r.ADA.address, "aunt")
    await world.ingest([*r.canary_accounts(), other, *r.users(), *r.shares((*r.OWN_SHARES, *r.CANARY_SHARES))])
    gateway = await world.gateway(ADMIN)
    for text in ("ada lane", "Adelheid", "spur"):
        found = await gateway.first(SEARCH, search_for(text, world))
        assert found is not None
        assert [one.name for one in found.contacts] == ["Adelheid Spur"], text
    hidden = await (await world.gateway(ANA)).first(SEARCH, search_for("Adelheid", world))
    assert hidden is not None
    assert hidden.contacts == []


def search_for(text: str, world: World) -> SearchFor:
    """Return the search that somebody's words become."""
    return SearchFor(lucene_of(words_of(text), world.workspace.workspace_id), prefix_of(text), 20)


async def test_mail_of_the_hidden_account_joins_no_threads_of_another(database: Database, tmp_path: Path) -> None:
    """Two mails too far apart for one thread stay apart, whatever hidden mail lies between them."""
    first = mail(6001, r.CARL, (r.BEN,), day=50, subject="Budget", text="Could you send us the budget for May?")
    between = mail(6002, r.BEN, (r.CORA,), day=75, subject="Re: Budget", text="CANARY: see above.")
    late = mail(6003, r.BEN, (r.CARL,), day=100, subject="Re: Budget", text="Something else came up here.")
    found = []
    for extra in ((), (between,)):
        world = await small_world(database, tmp_path, *r.OWN_SHARES, *r.CANARY_SHARES)
        await world.ingest([first, late, *extra])
        await world.refresh()
        found.append(await read(world, BEN, "CONTACT"))
    assert found[0] == found[1]
