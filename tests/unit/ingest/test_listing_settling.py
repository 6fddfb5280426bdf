"""Which place a CRM record without an account has by its address: that of the domain's account, and no other."""

import pytest

from graph_service.domain.workspace import Workspace
from graph_service.ingest.identity_queries import Job, ListingRow
from graph_service.ingest.listing_settling import RULE, changes_of

HERE = Workspace("w", "Test", ("ours.example",), "UTC", "DE", "salt")
DOMAINS = {"north.example": "north", "south.example": "south"}
BY_DOMAIN = Job("north", RULE, is_told=True)


def changes(address: str, *jobs: Job) -> tuple[list[str], list[str]]:
    """Return the accounts given and taken."""
    found = changes_of([ListingRow("i1", "c1", "hub:a:1", address, list(jobs))], DOMAINS, HERE)
    return [row["account_uid"] for row in found.given], [row["account_uid"] for row in found.taken]


@pytest.mark.parametrize(
    ("address", "jobs", "expected"),
    [
        ("ida@north.example", (), (["north"], [])),
        ("ida@desk.north.example", (), (["north"], [])),
        ("ida@gmail.com", (), ([], [])),
        ("ida@unseen.example", (), ([], [])),
        ("ida@north.example", (BY_DOMAIN,), ([], [])),
        ("ida@north.example", (Job("north", RULE, is_told=False),), (["north"], [])),
        ("ida@south.example", (BY_DOMAIN,), (["south"], ["north"])),
        ("ida@gmail.com", (BY_DOMAIN,), ([], ["north"])),
        ("ida@north.example", (BY_DOMAIN, Job("south", "", is_told=True)), ([], ["north"])),
    ],
)
def test_the_place_follows_the_domain_unless_the_record_names_an_account(
    address: str, jobs: tuple[Job, ...], expected: tuple[list[str], list[str]]
) -> None:
    assert changes(address, *jobs) == expected


def test_the_place_is_that_of_the_records_own_id() -> None:
    """The id may hold a colon; the system never does."""
    (row,) = changes_of([ListingRow("i1", "c1", "hub:a:1", "ida@north.example", [])], DOMAINS, HERE).given
    assert (row["source"], row["source_id"]) == ("hub", "a:1")
    assert row["uid"] == HERE.ids.uid("stakeholder", "c1", "north")
