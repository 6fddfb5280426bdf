"""Signatures: name, title, firm, telephone numbers, links and address of the sender, each with its place."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.reading.signatures.fields import Signature
from graph_service.reading.signatures.history import merge_signatures
from graph_service.reading.signatures.signature import read_signature
from graph_service.reading.signatures.wordings import is_title

SENDER = ("Ada Lane", "ada.lane@north-harbour.example")
BODY = "Dear Bo,\n\nwe start on Monday, as we said.\n\n"
FULL = (
    "Kind regards,\r\n\r\nDr. Ada M. Lane\r\nHead of Plans\r\nPlanning Department\r\nNorth Harbour Ltd.\r\n"
    "12 High Street | Leeds LS1 4AP\r\nT: +44 113 496 0123 | M: +44 7700 900123\r\nFax +44 113 496 0124\r\n"
    "ada.lane@north-harbour.example | www.north-harbour.example\r\nhttps://www.linkedin.com/in/adalane\r\n"
)


def read(ending: str, region: str = "") -> Signature:
    found = read_signature(BODY + ending, *SENDER, region)
    assert found is not None
    return found


def value(field: object) -> str:
    return getattr(field, "value", "")


def test_a_full_signature_gives_every_field() -> None:
    found = read(FULL)
    assert value(found.name) == "Ada M. Lane"
    assert value(found.title) == "Head of Plans"
    assert value(found.department) == "Planning Department"
    assert value(found.company) == "North Harbour Ltd."
    assert [(phone.value, phone.kind) for phone in found.phones] == [
        ("+441134960123", "work"),
        ("+447700900123", "mobile"),
        ("+441134960124", "fax"),
    ]
    assert [value(one) for one in found.emails] == ["ada.lane@north-harbour.example"]
    assert [value(one) for one in found.urls] == ["www.north-harbour.example"]
    assert value(found.linkedin) == "https://www.linkedin.com/in/adalane"
    assert [value(one) for one in found.address] == ["12 High Street", "Leeds LS1 4AP"]


def test_every_field_stands_where_it_says() -> None:
    text = BODY + FULL
    found = read(FULL)
    single = [one for one in (found.name, found.title, found.department, found.company, found.linkedin) if one]
    for one in (*single, *found.urls, *found.address):
        assert text[one.start : one.end] == one.value
    assert [text[phone.start : phone.end] for phone in found.phones] == [phone.raw for phone in found.phones]
    assert text[found.emails[0].start : found.emails[0].end].lower() == found.emails[0].value


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Vice President, Sales", "Vice President, Sales"),
        ("Senior Software Engineer", "Senior Software Engineer"),
        ("Geschäftsführerin", "Geschäftsführerin"),
        ("Leiter Einkauf", "Leiter Einkauf"),
        ("Directrice des ventes", "Directrice des ventes"),
        ("Responsabile acquisti", "Responsabile acquisti"),
        ("Gerente de Proyectos", "Gerente de Proyectos"),
        ("Verkställande direktör och ägare", "Verkställande direktör och ägare"),
        ("Blue Harbour", ""),
    ],
)
def test_a_title_must_look_like_one(line: str, title: str) -> None:
    assert value(read(f"Regards,\nAda Lane\n{line}\nNorth Harbour Ltd\n+44 113 496 0123\n").title) == title


def test_a_sentence_is_no_title() -> None:
    assert not is_title("We lead the plans of the town")
    assert not is_title("Please call my assistant when you arrive.")


@pytest.mark.parametrize(
    "line", ["Head of Plans, North Harbour Ltd", "Head of Plans at North Harbour", "Head of Plans | North Harbour Inc."]
)
def test_title_and_firm_on_one_line_are_parted(line: str) -> None:
    found = read(f"Regards,\nAda Lane\n{line}\n+44 113 496 0123\n")
    assert value(found.title) == "Head of Plans"
    assert value(found.company).startswith("North Harbour")


@pytest.mark.parametrize(
    "firm", ["Blue Whale GmbH", "Blue Whale S.A.", "Blue Whale AB", "University of Leeds", "Blue Whale B.V."]
)
def test_a_firm_is_known_by_its_legal_form_or_kind(firm: str) -> None:
    assert value(read(f"Regards,\nAda Lane\nHead of Plans\n{firm}\n+44 113 496 0123\n").company) == firm


@pytest.mark.parametrize(
    ("line", "region", "number", "kind"),
    [
        ("Tel. 030 / 901820", "DE", "+4930901820", "work"),
        ("Mobil: 0171 1234567", "DE", "+491711234567", "mobile"),
        ("+49 (0)30 901820", "", "+4930901820", "work"),
        ("0049 30 901820", "", "+4930901820", "work"),
        ("(212) 736-5000", "", "+12127365000", "work"),
        ("212.736.5000 (cell)", "", "+12127365000", "mobile"),
        ("Phone: 212-736-5000 (Home)", "", "+12127365000", "home"),
        ("Fax:\t\t212-736-5000", "", "+12127365000", "fax"),
        ("Tél. : 01 42 68 53 00", "FR", "+33142685300", "work"),
    ],
)
def test_numbers_are_read_with_their_region_and_kind(line: str, region: str, number: str, kind: str) -> None:
    found = read(f"Regards,\nAda Lane\nHead of Plans\n{line}\n", region)
    assert [(phone.value, phone.kind) for phone in found.phones] == [(number, kind)]


def test_a_number_of_no_known_country_is_not_guessed() -> None:
    assert read("Regards,\nAda Lane\nHead of Plans\nTel. 030 901820\n").phones == ()


def test_the_country_of_the_address_serves_as_region() -> None:
    found = read_signature(f"{BODY}Viele Grüße\nAda Lane\nTel. 030 901820\n", "Ada Lane", "ada@north.de")
    assert found is not None
    assert [phone.value for phone in found.phones] == ["+4930901820"]


def test_somebody_elses_signature_is_not_the_senders() -> None:
    text = f"{BODY}Bo Reed\nHead of Sales\nSouth Ltd\n+44 113 496 0123\n"
    assert read_signature(text, *SENDER) is None
    assert read_signature(text, "Reed, Bo", "bo@south.example") is not None


def test_quoted_and_forwarded_signatures_are_not_read() -> None:
    quoted = (
        "On Fri, May 3, 2024 at 06:08 PM Ada Lane <ada@north.example> wrote:\n> Regards,\n> Ada Lane\n> Head of Plans\n"
    )
    assert read_signature(f"Yes, it does.\n\n{quoted}", "Ada Lane", "ada@north.example") is None
    forward = (
        "-----Original Message-----\nFrom: Ada Lane\nSent: 3 May 2024\nTo: Bo\nSubject: Plan\n\nHello\n\n"
        "Regards,\nAda Lane\nCEO\n"
    )
    assert read_signature(forward, "Ada Lane", "ada@north.example") is None


def test_a_name_without_more_gives_the_name_alone() -> None:
    found = read("Thanks, Ada")
    assert value(found.name) == "Ada"
    assert (found.title, found.company, found.phones) == (None, None, ())


def test_a_mail_without_signature_gives_none() -> None:
    assert read_signature("We start on Monday, as we said.", *SENDER) is None


def test_values_that_differ_stay_with_their_dates() -> None:
    early, late = datetime(2023, 1, 1, tzinfo=UTC), datetime(2024, 1, 1, tzinfo=UTC)
    first = read("Regards,\nAda Lane\nPlanner\nNorth Harbour Ltd\n+44 113 496 0123\n")
    second = read("Regards,\nAda Lane\nHead of Plans\nNorth Harbour Ltd\n+44 113 496 0199\n")
    known = merge_signatures([(late, second), (early, first)])
    titles = [(one.value, one.first_seen, one.last_seen) for one in known if one.field == "title"]
    assert titles == [("Head of Plans", late, late), ("Planner", early, early)]
    (firm,) = [one for one in known if one.field == "company"]
    assert (firm.first_seen, firm.last_seen, firm.count) == (early, late, 2)
    assert len([one for one in known if one.field == "phone.work"]) == 2


@given(st.text(max_size=300), st.text(max_size=30), st.text(max_size=30), st.sampled_from(["", "DE", "US", "??"]))
def test_any_text_is_read_without_error(text: str, name: str, address: str, region: str) -> None:
    whole = f"Hi,\n\n-- \n{text}"
    found = read_signature(whole, name, address, region)
    assert found is None or 0 <= found.start <= found.end <= len(whole)


@pytest.mark.timeout(10)
@pytest.mark.parametrize(
    "part", ["1", "+49 ", "Ada ", "www.", "a@b.", "| ", "St ", "1 a ", "Head of ", "\t", "(", "GmbH ", "Ada\n"]
)
def test_long_hostile_text_is_read_in_time(part: str) -> None:
    read_signature("Hi\n\n-- \nAda Lane\n" + (part * 100_000)[:100_000], *SENDER)
    read_signature((part * 100_000)[:100_000] + "\n\nThanks,\nAda Lane\nCEO\n", *SENDER)
