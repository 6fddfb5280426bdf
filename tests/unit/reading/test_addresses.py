"""What a mail address tells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.reading.addresses import domain_of, is_free_mail, is_list_domain, is_shared_mailbox, person_name
from graph_service.reading.word_lists import word_list


@pytest.mark.parametrize(
    "address",
    [
        "info@north.example",
        "no-reply@north.example",
        "noreply+tag@north.example",
        "jira.noreply@north.example",
        "Support@North.example",
        "sales-team@north.example",
        "team-north@north.example",
        "announcements@north.example",
        "undisclosed-recipients@north.example",
        "customer.service@north.example",
        "planners@lists.north.example",
        "planners@yahoogroups.com",
    ],
)
def test_shared_mailboxes_are_known(address: str) -> None:
    assert is_shared_mailbox(address)


@pytest.mark.parametrize(
    "address", ["ada.lane@north.example", "ada@north.example", "sal@north.example", "hilda.info@north.example"]
)
def test_people_are_no_shared_mailboxes(address: str) -> None:
    assert not is_shared_mailbox(address)


@pytest.mark.parametrize(
    ("address", "domain"),
    [
        ("ada@mail.north.co.uk", "north.co.uk"),
        ("ada@north.com", "north.com"),
        ("north.com", "north.com"),
        ("ada@eu.north.example", "north.example"),
        ("ada@corp.local", "corp.local"),
        ("ada@localhost", ""),
        ("ada", ""),
        ("", ""),
    ],
)
def test_the_registrable_domain_is_found_offline(address: str, domain: str) -> None:
    assert domain_of(address) == domain


def test_free_mail_is_known_from_the_nineties_to_today() -> None:
    for domain in (
        "gmail.com",
        "aol.com",
        "compuserve.com",
        "attglobal.net",
        "gmx.de",
        "Hotmail.com",
        "houston.rr.com",
    ):
        assert is_free_mail(domain)
    for domain in ("north.example", "gmail.com.example", ""):
        assert not is_free_mail(domain)
    assert len(word_list("free_mail_domains")) >= 150


@pytest.mark.parametrize(
    "domain", ["yahoo.com.tw", "yahoo.com.hk", "yahoo.co.nz", "hotmail.com.tr", "outlook.jp", "live.com.mx", "gmx.fr"]
)
def test_free_mail_brands_are_known_in_every_country(domain: str) -> None:
    assert is_free_mail(domain)
    assert is_free_mail(f"mail.{domain}")


@pytest.mark.parametrize(
    "domain",
    ["yahoo.agency", "live.events", "yahooinc.com", "myoutlook.example", "outlook.example", "live", "gmx.gov.xx"],
)
def test_what_only_looks_like_a_free_mail_brand_is_a_firm(domain: str) -> None:
    assert not is_free_mail(domain)


def test_list_hosts_and_sending_services_are_known() -> None:
    for domain in (
        "googlegroups.com",
        "lists.north.example",
        "listserv.north.example",
        "eu-west-1.amazonses.com",
        "em123.north.example",
    ):
        assert is_list_domain(domain)
    for domain in ("north.example", "lists.example", "mailnorth.example", ""):
        assert not is_list_domain(domain)


@pytest.mark.parametrize(
    ("display", "address", "name"),
    [
        ("Ada Lane", "a@x.example", "Ada Lane"),
        ("Lane, Ada", "a@x.example", "Ada Lane"),
        ("'Lane, Ada'", "a@x.example", "Ada Lane"),
        ("Lane, Ada M., PhD", "a@x.example", "Ada M. Lane PhD"),
        ("Ada Lane, MBA", "a@x.example", "Ada Lane MBA"),
        ("Ada Lane@NORTH", "a@x.example", "Ada Lane"),
        ("Ada Lane/LDN/ABC@ABC", "a@x.example", "Ada Lane"),
        ("ADA LANE", "a@x.example", "Ada Lane"),
        ("Ada McLane (North)", "a@x.example", "Ada McLane"),
        ("Ada Lane via Planner", "a@x.example", "Ada Lane"),
        ("Ada Lane | North Ltd", "a@x.example", "Ada Lane"),
        ("", "ada.lane@x.example", "Ada Lane"),
        ("ada.lane@x.example", "ada.lane@x.example", "Ada Lane"),
        ("mailto:ada@x.example", "ada_lane2@x.example", "Ada Lane"),
        ("", "jean-luc.lane@x.example", "Jean Luc Lane"),
        ("", "", ""),
    ],
)
def test_names_become_readable(display: str, address: str, name: str) -> None:
    assert person_name(display, address) == name


@given(st.text(max_size=60), st.text(max_size=40))
def test_any_text_gives_a_name_without_error(display: str, address: str) -> None:
    assert person_name(display, address).strip() == person_name(display, address)
