"""One person in several rows of an export: the newest name counts, whatever the order of the rows."""

from datetime import UTC, datetime
from itertools import permutations

from graph_service.domain.workspace import Workspace
from graph_service.ingest.connector import ContactRecord, Place
from graph_service.ingest.crm_rows import contact_rows
from graph_service.ingest.crm_writer import _best_names

WORKSPACE = Workspace("test", "Test", ("ours.example",), "UTC", "US", "salt")


def contact(source_id: str, name: str, month: int, email: str = "ida@north.example") -> ContactRecord:
    known_at = datetime(2026, month, 1, tzinfo=UTC)
    return ContactRecord(Place("Contact.csv", source_id), "salesforce", source_id, name, known_at, "A1", email)


def test_all_rows_of_a_person_carry_the_newest_name_in_any_order() -> None:
    records = [contact("C1", "Ida NORTH", 1), contact("C2", "Ida North", 8), contact("C3", "Ida", 3)]
    results = []
    for order in permutations(records):
        rows = [row for record in order for row in contact_rows(record, WORKSPACE)[0]]
        results.append(_best_names(rows))
    assert all(result == results[0] for result in results)
    assert {row["name"] for row in results[0]} == {"Ida North"}
    assert len({row["identity_uid"] for row in results[0]}) == len(results[0]) == 4


def test_people_with_different_addresses_keep_their_own_names() -> None:
    records = [contact("C1", "Ida North", 1), contact("C2", "Ida Norton", 8, "norton@north.example")]
    rows = _best_names([row for record in records for row in contact_rows(record, WORKSPACE)[0]])
    assert sorted({row["name"] for row in rows}) == ["Ida North", "Ida Norton"]
    assert len({row["uid"] for row in rows}) == 2
