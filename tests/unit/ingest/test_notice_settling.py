"""Whom a network's notice means: the one person of that name who can have left for the firm that it names."""

from graph_service.domain.workspace import Workspace
from graph_service.ingest.identity_queries import PersonRow
from graph_service.ingest.notice_settling import meant

HERE = Workspace("w1", "Test", ("ours.example",), "UTC", "US", "salt")
DOMAINS = {"north.example": "a1", "south.example": "a2"}
NAMES = {"a1": "North Ltd", "a2": "South Works"}


def person(uid: str, *addresses: str, employers: tuple[str, ...] = ()) -> PersonRow:
    """Somebody who is at the accounts of their addresses and employers."""
    accounts = {DOMAINS[one.partition("@")[2]] for one in addresses} | set(employers)
    records = [(f"r-{uid}", "crm", f"fake:{uid}")] if employers else []
    return PersonRow(
        uid, [*((one, "email", one) for one in addresses), *records], list(employers),
        [(HERE.ids.uid("stakeholder", uid, account), account) for account in sorted(accounts)], [],
    )  # fmt: skip


def told(firm: str, *called: PersonRow) -> tuple[str, str]:
    """Return the identity that is meant and at which account."""
    identity, place = meant(firm, called, DOMAINS, NAMES, HERE)
    at = {uid: account for one in called for uid, account in one.places}
    return identity, at.get(place, "")


def test_somebody_is_meant_where_they_are() -> None:
    assert told("Elm", person("c1", "ida@north.example")) == ("ida@north.example", "a1")


def test_the_firm_that_they_went_to_is_not_where_they_left() -> None:
    assert told("South Works", person("c1", "ida@north.example", "ida@south.example")) == ("ida@north.example", "a1")
    assert told("South", person("c1", "ida@south.example")) == ("", "")


def test_of_two_accounts_or_two_people_nobody_is_meant() -> None:
    assert told("Elm", person("c1", "ida@north.example", "ida@south.example")) == ("", "")
    assert told("Elm", person("c1", "ida@north.example"), person("c2", "ib@north.example")) == ("", "")
    assert told("Elm") == ("", "")


def test_a_namesake_at_the_new_firm_is_the_same_person_or_another_and_not_meant() -> None:
    found = told("South Works", person("c1", "ida@north.example"), person("c2", "ida@south.example"))
    assert found == ("ida@north.example", "a1")


def test_an_address_stands_for_somebody_rather_than_a_record_of_the_crm() -> None:
    assert told("Elm", person("c1", "ida@north.example", employers=("a1",))) == ("ida@north.example", "a1")
    assert told("Elm", person("c1", employers=("a1",))) == ("r-c1", "a1")
