"""Tickets: Zendesk's and Intercom's JSON, and CSV tables with and without a mapping file."""

import json
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_service.errors import SourceError
from graph_service.ingest.connector import Rejected
from graph_service.ingest.connectors import tickets_intercom, tickets_zendesk
from graph_service.ingest.connectors.tickets import TicketsConnector, describe
from graph_service.ingest.connectors.tickets_values import Book, TicketError, moment_of
from graph_service.ingest.places import Place
from graph_service.ingest.source_records import TicketRecord
from graph_service.ingest.testing import check_connector

USERS = [
    {"id": 1, "name": "Jo Roe", "email": "Jo@y.example", "role": "end-user", "organization_id": 7},
    {"id": 2, "name": "Ada Byron", "email": "ada@x.example", "role": "agent"},
]
ORGANIZATIONS = [{"id": 7, "name": "Yarrow Works", "domain_names": ["y.example"]}]


def zendesk(number: int = 10, **more: Any) -> dict[str, Any]:
    return {
        "id": number,
        "subject": "It is slow",
        "description": "It is slow since Monday",
        "status": "Open",
        "priority": "high",
        "type": "problem",
        "tags": ["speed"],
        "requester_id": 1,
        "assignee_id": 2,
        "organization_id": None,
        "collaborator_ids": [2, 99],
        "via": {"channel": "email"},
        "created_at": "2024-05-02T10:00:00Z",
        "updated_at": "2024-05-03T10:00:00Z",
        "satisfaction_rating": {"score": "good"},
        "comments": [
            {
                "id": 5,
                "author_id": 2,
                "html_body": "<p>On it</p>",
                "public": False,
                "created_at": "2024-05-02T11:00:00Z",
            },
            {"id": 4, "author_id": 1, "body": "It is slow", "public": True, "created_at": "2024-05-02T10:00:00Z"},
            {
                "id": 6,
                "author_id": -1,
                "body": "Closed",
                "via": {"channel": "rule"},
                "created_at": "2024-05-04T00:00:00Z",
            },
        ],
        **more,
    }


def intercom(key: str = "c1") -> dict[str, Any]:
    return {
        "type": "conversation",
        "id": key,
        "created_at": 1714644000,
        "updated_at": 1714647600,
        "title": None,
        "state": "open",
        "priority": "not_priority",
        "source": {
            "type": "email",
            "id": "m1",
            "subject": "<p>Help</p>",
            "body": "<p>Hello,<br>it fails</p>",
            "author": {"type": "user", "id": "u1", "name": "Jo Roe", "email": "jo@y.example"},
        },
        "contacts": {"type": "contact.list", "contacts": [{"type": "contact", "id": "u1"}, {"id": "u2"}]},
        "admin_assignee_id": 2,
        "tags": {"type": "tag.list", "tags": [{"name": "bug"}]},
        "conversation_rating": {"rating": 4},
        "conversation_parts": {
            "conversation_parts": [
                {"id": "p1", "part_type": "comment", "body": "<p>Looking</p>", "created_at": 1714645000,
                 "author": {"type": "admin", "id": 2, "name": "Ada Byron", "email": "ada@x.example"}},
                {"id": "p2", "part_type": "note", "body": "<p>inside</p>", "created_at": 1714645100,
                 "author": {"type": "bot", "name": "Helper"}},
                {"id": "p3", "part_type": "assignment", "body": None, "created_at": 1714645200, "author": {}},
            ]
        },
    }  # fmt: skip


def write(path: Path, value: Any) -> Path:
    path.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8")
    return path


def read(path: Path, **config: Any) -> list[TicketRecord | Rejected]:
    connector = TicketsConnector(TicketsConnector.Config(path=path, **config))
    return [one for source in connector.sources() for one in connector._read(Path(source))]


def tickets(path: Path, **config: Any) -> list[TicketRecord]:
    return [one for one in read(path, **config) if isinstance(one, TicketRecord)]


def test_a_zendesk_ticket_lands_with_people_organization_and_comments_in_order(tmp_path: Path) -> None:
    export = {"users": USERS, "tickets": [zendesk()], "organizations": ORGANIZATIONS, "next_page": None}
    [one] = tickets(write(tmp_path / "export.json", export))
    assert (one.system, one.ticket_id, one.status, one.via, one.satisfaction) == (
        "zendesk", "10", "open", "email", "good")  # fmt: skip
    assert (one.requester.address, one.requester.name) == ("jo@y.example", "Jo Roe")
    assert (one.organization_id, one.organization_name) == ("7", "Yarrow Works")
    assert [who.address for who in one.collaborators] == ["ada@x.example"]
    assert [(said.id, said.text, said.is_public, said.is_automatic) for said in one.comments] == [
        ("4", "It is slow", True, False), ("5", "On it", False, False), ("6", "Closed", True, True)]  # fmt: skip
    assert one.known_at == one.created_at == datetime(2024, 5, 2, 10, tzinfo=UTC)
    assert describe(tmp_path) is not None
    found = describe(tmp_path / "export.json")
    assert found is not None
    assert found.kind == "Zendesk export"


@pytest.mark.parametrize("name", ["t.json", "t.jsonl"])
def test_users_may_stand_in_a_file_of_their_own(name: str, tmp_path: Path) -> None:
    write(tmp_path / "users.json", {"users": USERS})
    write(tmp_path / "organizations.jsonl", "\n".join(map(json.dumps, ORGANIZATIONS)))
    lines = "\n\n".join(json.dumps(zendesk(number)) for number in (10, 11))
    write(tmp_path / name, lines if name == "t.jsonl" else [zendesk(10), zendesk(11)])
    found = tickets(tmp_path)
    assert [one.requester.address for one in found] == ["jo@y.example"] * 2
    assert {one.organization_name for one in found} == {"Yarrow Works"}


def test_incremental_pages_give_each_state_once(tmp_path: Path) -> None:
    newer = zendesk(10, status="solved", updated_at="2024-05-09T10:00:00Z")
    pages = [{"tickets": [zendesk(10)], "end_time": 1}, {"tickets": [zendesk(10), newer], "users": USERS}]
    for name, value in (("a.json", pages), ("b.jsonl", "\n".join(map(json.dumps, pages)))):
        found = tickets(write(tmp_path / name, value))
        assert [one.status for one in found] == ["open", "solved"]
        assert found[1].requester.name == "Jo Roe"


def test_what_other_systems_call_the_requesters_firm_is_kept(tmp_path: Path) -> None:
    """Its id elsewhere, then its mail domains; nested in the ticket or in a list of its own."""
    firm = {**ORGANIZATIONS[0], "external_id": "A17"}
    listed = {"users": USERS, "organizations": [firm], "tickets": [zendesk()]}
    [one] = tickets(write(tmp_path / "export.json", listed))
    [nested] = tickets(write(tmp_path / "nested.json", {"users": USERS, "tickets": [zendesk(organization=firm)]}))
    assert one.organization_keys == nested.organization_keys == ("A17", "y.example")
    told = {**intercom(), "company": {"id": "5", "company_id": "A17", "name": "Yarrow Works"}}
    [conversation] = tickets(write(tmp_path / "intercom.json", {"conversations": [told]}))
    assert conversation.organization_keys == ("A17",)


def test_an_intercom_conversation_is_a_ticket_in_plain_text(tmp_path: Path) -> None:
    export = {"conversations": [intercom()], "contacts": [{"id": "u2", "name": "Al", "email": "al@y.example"}],
              "admins": [{"id": 2, "name": "Ada Byron", "email": "ada@x.example"}]}  # fmt: skip
    [one] = tickets(write(tmp_path / "intercom.json", export))
    assert (one.system, one.subject, one.description, one.status) == ("intercom", "Help", "Hello,\nit fails", "open")
    assert one.created_at == datetime(2024, 5, 2, 10, tzinfo=UTC)
    assert (one.requester.address, one.assignee.address) == ("jo@y.example", "ada@x.example")
    assert [who.address for who in one.collaborators] == ["al@y.example"]
    assert [(said.text, said.is_public, said.is_automatic) for said in one.comments] == [
        ("Hello,\nit fails", True, False), ("Looking", True, False), ("inside", False, True)]  # fmt: skip
    assert (one.tags, one.satisfaction) == (("bug",), "4")
    found = describe(tmp_path / "intercom.json")
    assert found is not None
    assert found.kind == "Intercom export"


def test_one_bad_ticket_costs_only_itself(tmp_path: Path) -> None:
    lines = [json.dumps(zendesk(1)), '{"id": 2, "subject":', json.dumps(zendesk(3, created_at="?", comments=[])),
             "[1]", json.dumps({"id": 9, "colour": "red"}), json.dumps(zendesk(4))]  # fmt: skip
    found = read(write(tmp_path / "t.jsonl", "\n".join(lines)))
    assert [one.ticket_id for one in found if isinstance(one, TicketRecord)] == ["1", "4"]
    rejected = [one for one in found if isinstance(one, Rejected)]
    assert [one.place.position for one in rejected] == ["line 2", "line 3", "line 4", "line 5"]
    assert "colour" in rejected[3].reason


def test_a_document_that_was_cut_off_is_set_aside_with_a_remedy(tmp_path: Path) -> None:
    [one] = read(write(tmp_path / "t.json", json.dumps({"tickets": [zendesk()]}, indent=1)[:-40]))
    assert isinstance(one, Rejected)
    assert "not valid JSON" in one.reason


def test_a_table_with_usual_columns_needs_no_mapping(tmp_path: Path) -> None:
    header = "Ticket ID,Subject,Status,Created at,Requester,Requester email,Tags"
    rows = f'{header}\n1,Slow,Open,2024-05-02 10:00,Jo,jo@y.example,"a, b"\n'
    file = write(tmp_path / "tickets.csv", rows)
    [one] = tickets(file)
    assert (one.system, one.ticket_id, one.status, one.tags) == ("tickets", "1", "open", ("a", "b"))
    assert (one.requester.address, one.requester.name) == ("jo@y.example", "Jo")
    assert describe(file) is not None


@pytest.mark.parametrize(
    ("columns", "cells", "keys"),
    [
        ("Company External ID,Company Domains", 'A17,"y.example, Z.example"', ("A17", "y.example", "z.example")),
        ("Account ID,Account", "0015,Yarrow Works", ("0015",)),
        ("Organization,Domain", "Yarrow Works,y.example;y.example", ("y.example",)),
        ("Organization ID,Organization", "7,Yarrow Works", ()),
    ],
)
def test_a_table_says_what_the_organization_is_known_by_elsewhere(
    tmp_path: Path, columns: str, cells: str, keys: tuple[str, ...]
) -> None:
    """The help desk's own id of a firm is none of these."""
    header = "Ticket ID,Subject,Created at,Requester email"
    file = write(tmp_path / "tickets.csv", f"{header},{columns}\n1,Slow,2024-05-02,jo@home.example,{cells}\n")
    [one] = tickets(file)
    assert one.organization_keys == keys


def test_a_mapping_file_names_columns_dates_and_system_and_rows_may_be_comments(tmp_path: Path) -> None:
    mapping = write(
        tmp_path / "map.yaml",
        "system: desk\ntables:\n  - file: '*.csv'\n    dates: day_first\n    columns:\n      id: Vorgang\n"
        "      subject: Betreff\n      created: Angelegt\n      comment: Text\n"
        "      comment_at: Am\n      comment_author: Von\n",
    )
    rows = [
        "Vorgang;Betreff;Angelegt;Text;Am;Von",
        "1;Langsam;03/04/2024;Hallo;03/04/2024;Jo",
        "1;;;Danke;04/04/2024;Jo",
        "2;Kaputt;05/04/2024;;;",
        "1;Langsam;03/04/2024;;;",
        "3;Leer;;;;",
    ]
    found = read(write(tmp_path / "v.csv", "\n".join(rows)), mapping=mapping)
    first, second = [one for one in found if isinstance(one, TicketRecord)]
    assert (first.system, first.created_at, [said.text for said in first.comments]) == (
        "desk", datetime(2024, 4, 3, tzinfo=UTC), ["Hallo", "Danke"])  # fmt: skip
    assert second.ticket_id == "2"
    assert [one.place.position for one in found if isinstance(one, Rejected)] == ["row 5", "row 6"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("tables:\n  - columns: {idd: X}", "Did you mean 'id'"),
        ("table: []", "table: Extra inputs"),
        ("a: [", "not valid YAML"),
        ("tables:\n  - columns: {id: Nummer}", "Nummer"),
    ],
)
def test_a_wrong_mapping_file_is_explained(text: str, said: str, tmp_path: Path) -> None:
    table = write(tmp_path / "t.csv", "Ticket ID,Created at\n1,2024-05-02\n")
    with pytest.raises(SourceError, match=said):
        read(table, mapping=write(tmp_path / "map.yaml", text))


async def test_the_connector_keeps_the_contract(tmp_path: Path) -> None:
    write(tmp_path / "a.json", {"tickets": [zendesk(1), zendesk(2), {"id": 3, "subject": "x"}], "users": USERS})
    write(tmp_path / "b.json", [intercom("c\x00\ud800")])
    write(tmp_path / "c.csv", "Ticket ID,Subject,Created at\n1,x,2024-05-02\n2,y,never\n")
    report = await check_connector(TicketsConnector(TicketsConnector.Config(path=tmp_path)), expected_rejections=2)
    assert (report.sources, report.records) == (3, 6)


def test_what_holds_no_tickets_is_not_taken(tmp_path: Path) -> None:
    write(tmp_path / "releases.json", [{"id": 1, "title": "1.0", "notes": "new"}])
    write(tmp_path / "prices.csv", "id,price\n1,2\n")
    assert [describe(tmp_path / name) for name in ("", "releases.json", "prices.csv")] == [None] * 3


def test_moments_of_all_forms_are_read() -> None:
    moment = datetime(2024, 5, 2, 10, tzinfo=UTC)
    for value in (1714644000, 1714644000.0, "1714644000", 1714644000000, "2024-05-02T12:00:00+02:00"):
        assert moment_of(value) == moment
    nothings: list[object] = [None, True, "soon", -5, 1e300, [], float("nan")]
    for nothing in nothings:
        assert moment_of(nothing) is None


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=8,
)


@pytest.mark.timeout(60)
@given(st.sampled_from(sorted(zendesk())), st.sampled_from(sorted(intercom())), JSON_VALUES)
@settings(max_examples=300, deadline=None)
def test_any_value_in_any_field_gives_a_record_or_a_reason(one: str, other: str, value: Any) -> None:
    book, place = Book(), Place("f", "1")
    tickets_zendesk.learn(book, "user", {"id": 1, "email": value, "name": value})
    for reader, ticket in (
        (tickets_zendesk, {**zendesk(), one: value}),
        (tickets_intercom, {**intercom(), other: value}),
    ):
        with suppress(TicketError):
            assert isinstance(reader.ticket_of(ticket, book, place), TicketRecord)


@pytest.mark.timeout(10)
@pytest.mark.parametrize("filler", ["A" * 100_000, "<" * 100_000, "<div>" * 20_000, "[" * 100_000, '{"a":' * 20_000])
def test_hostile_text_is_read_in_linear_time(filler: str, tmp_path: Path) -> None:
    write(tmp_path / "a.jsonl", filler + "\n" + json.dumps(zendesk(1, subject=filler, description=filler)))
    write(tmp_path / "b.json", filler)
    source = {"author": {}, "body": filler}
    write(tmp_path / "c.json", [{**intercom(), "source": source}])
    assert len(tickets(tmp_path)) == 2
