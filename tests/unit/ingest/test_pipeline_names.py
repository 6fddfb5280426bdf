"""One person in several rows of an export: a place has the newest name, whatever the order of the rows."""

from datetime import UTC, datetime
from itertools import permutations

from graph_service.domain.workspace import Workspace
from graph_service.ingest.connector import ContactRecord, Place
from graph_service.ingest.crm_rows import contact_rows
from graph_service.ingest.crm_writer import _agreed, _best_names

WORKSPACE = Workspace("test", "Test", ("ours.example",), "UTC", "US", "salt")


def contact(
    source_id: str, name: str, month: int, email: str = "ida@north.example", account: str = "A1", title: str = ""
) -> ContactRecord:
    known_at = datetime(2026, month, 1, tzinfo=UTC)
    place = Place("Contact.csv", source_id)
    return ContactRecord(place, "salesforce", source_id, name, known_at, account, email, title)


def test_a_place_has_the_newest_name_and_title_of_its_records_in_any_order() -> None:
    records = [
        contact("C1", "Ida NORTH", 1, title="Head"), contact("C2", "Ida North", 8, title="Chair"),
        contact("C3", "", 9, title="Guest"), contact("C4", "Ida Elsewhere", 9, account="A2"),
    ]  # fmt: skip
    for order in permutations(records):
        rows = _agreed([place for record in order if (place := contact_rows(record, WORKSPACE)[1])])
        said = {row["source_id"]: (row["name"], row["place_title"], row["title"]) for row in rows}
        assert said == {
            "C1": ("Ida North", "Guest", "Head"), "C2": ("Ida North", "Guest", "Chair"),
            "C3": ("Ida North", "Guest", "Guest"), "C4": ("Ida Elsewhere", "", ""),
        }  # fmt: skip


def test_a_name_that_an_account_gives_is_not_the_persons_own() -> None:
    """Whoever may not see the account would read it elsewhere."""
    for email, own in (("ida.n@north.example", "Ida N"), ("", "")):
        identities, place = contact_rows(contact("C1", "Ida Secret", 1, email), WORKSPACE)
        assert {row["name"] for row in identities} == {own}
        assert place is not None
        assert place["name"] == "Ida Secret"


def test_each_identity_has_the_newest_name_of_its_own_records_in_any_order() -> None:
    """Not that of another record of the person: who is who is told by what each identity is called."""
    records = [contact("C1", "Ida NORTH", 1, account=""), contact("C2", "Ida North", 8, account="")]
    records.append(contact("C3", "Ida", 3, account="A1"))
    results = []
    for order in permutations(records):
        rows = [row for record in order for row in contact_rows(record, WORKSPACE)[0]]
        results.append(_best_names(rows))
    assert all(result == results[0] for result in results)
    assert {(row["value"], row["name"]) for row in results[0]} == {
        ("ida@north.example", "Ida North"), ("salesforce:C1", "Ida NORTH"), ("salesforce:C2", "Ida North"),
        ("salesforce:C3", "Ida"),
    }  # fmt: skip
    assert len({row["identity_uid"] for row in results[0]}) == len(results[0]) == 4


def test_people_with_different_addresses_keep_their_own_names() -> None:
    records = [
        contact("C1", "Ida North", 1, account=""), contact("C2", "Ida Norton", 8, "norton@north.example", ""),
    ]  # fmt: skip
    rows = _best_names([row for record in records for row in contact_rows(record, WORKSPACE)[0]])
    assert sorted({row["name"] for row in rows}) == ["Ida North", "Ida Norton"]
    assert len({row["uid"] for row in rows}) == 2
