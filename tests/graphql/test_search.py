"""The search: finds by name, domain and address; hostile texts neither fail nor widen."""

import pytest

from tests.graphql.world import World

SEARCH = """query Find($text: String!, $first: Int! = 20) { search(text: $text, first: $first) {
  accounts { name domains } contacts { name addresses accounts { name } } } }"""


async def names(world: World, text: str, who: str = "anna") -> tuple[list[str], list[str]]:
    found = (await world.ask(SEARCH, who, text=text))["search"]
    return [one["name"] for one in found["accounts"]], [one["name"] for one in found["contacts"]]


@pytest.mark.parametrize(
    ("text", "accounts", "contacts"),
    [
        ("ada", [], ["Ada Lane"]),
        ("LANE a", [], ["Ada Lane"]),
        ("lan", [], ["Ada Lane"]),
        ("lane carl", [], []),
        ("north", ["north.example"], []),
        ("nor", ["north.example"], []),
        ("@north.ex", ["north.example"], []),
        ("carl@north", [], ["Carl Moe"]),
        ("sol@south.example", [], ["Sol Ray"]),
        ("nobody", [], []),
    ],
)
async def test_it_finds_by_words_of_a_name_and_by_the_start_of_a_domain_or_address(
    world: World, text: str, accounts: list[str], contacts: list[str]
) -> None:
    assert await names(world, text) == (accounts, contacts)


async def test_accents_do_not_matter(own_world: World) -> None:
    await own_world.run(
        "MATCH (contact:Contact {workspace_id: $workspace_id, uid: $uid}) SET contact.name = 'Émile Ray'",
        uid=own_world.uids["sol"],
    )
    assert (await names(own_world, "emil"))[1] == ["Émile Ray"]
    assert (await names(own_world, "ÉMILE ray"))[1] == ["Émile Ray"]


async def test_it_finds_nothing_that_the_searcher_may_not_see(world: World) -> None:
    """P21: neither by name, nor by address, nor by domain."""
    for text in ("sol", "ray", "sol@", "south", "sol@south.example"):
        assert await names(world, text, "ben") == ([], [])
    assert await names(world, "ada", "cleo") == ([], [])


HOSTILE = [
    "", " ", "*", "?", "~", "*:*", "name:*", "name:[* TO *]", "/.*/", "a OR *:*", "AND", "OR", "NOT", "foo AND",
    "NOT nobody", "AND AND", '"', '"unclosed', "(", ")", "((((", "[a TO z]", "{a TO z}", "a^9", "a~", "+", "-", "&&",
    "||", "!", "\\", "\\u0027", "`", "'", "x' OR 1=1 //", "workspace_id:x", "}) RETURN 1 //", "\x00", "\ud800",
    "𝔞" * 50, "a" * 5000, "%", "_", "$lucene", "+workspace_id:*", "-name:x", "nobody* OR ada", "ada) OR (name:sol",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
async def test_a_hostile_text_neither_fails_nor_widens(world: World, text: str) -> None:
    accounts, contacts = await names(world, text, "cleo")
    assert (accounts, contacts) == ([], [])
    accounts, contacts = await names(world, text)
    assert len(accounts) + len(contacts) <= 1, "no text of this list stands for more than one thing"


async def test_the_workspace_id_is_no_word_that_finds_everything(world: World) -> None:
    assert await names(world, world.workspace.workspace_id) == ([], [])


async def test_another_workspace_with_the_same_people_is_not_searched(world: World, own_world: World) -> None:
    assert (await names(world, "ada"))[1] == (await names(own_world, "ada"))[1] == ["Ada Lane"]


async def test_a_page_of_the_search_is_as_long_as_asked(world: World) -> None:
    found = (await world.ask(SEARCH, text="a", first=1))["search"]
    assert len(found["contacts"]) == 1
