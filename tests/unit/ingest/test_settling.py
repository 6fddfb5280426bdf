"""Whose a mail domain is: a function of what accounts and records of CRMs say, whichever of them came first."""

from typing import Any

from graph_service.ingest.settling import claimed_domains

OURS = ("ours.example",)


def account(uid: str, *addresses: str, websites: tuple[str, ...] = (), crm_id: str = "") -> dict[str, Any]:
    """Return an account of a CRM as it is stored."""
    ids = [crm_id or f"fake:{uid}"]
    return {"uid": uid, "crm_ids": ids, "addresses": list(addresses), "websites": list(websites)}


def test_a_website_counts_before_people_and_people_by_their_number() -> None:
    accounts = [
        account("a1", "ida@north.example", "jon@north.example", "kai@south.example"),
        account("a2", "lea@north.example", "mia@south.example", "max@mail.south.example"),
        account("a3"),
    ]
    assert claimed_domains(accounts, {}, OURS) == {"north.example": ("a1", "people"), "south.example": ("a2", "people")}
    found = claimed_domains(accounts, {"a3": {"north.example"}}, OURS)
    assert found == {"north.example": ("a3", "website"), "south.example": ("a2", "people")}


def test_where_two_have_as_many_people_the_order_of_accounts_does_not_matter() -> None:
    accounts = [account("a1", "ida@north.example"), account("a2", "lea@north.example")]
    assert claimed_domains(accounts, {}, OURS) == claimed_domains(accounts[::-1], {}, OURS)


def test_of_two_that_claim_a_website_the_lower_id_of_the_crm_has_it_whichever_was_read_before() -> None:
    site, told = ("north.example",), {"north.example"}
    one, two = account("b", crm_id="fake:1"), account("a", crm_id="fake:2")
    one_before = [account("b", websites=site, crm_id="fake:1"), two], {"a": told}
    two_before = [one, account("a", websites=site, crm_id="fake:2")], {"b": told}
    at_once = [one, two], {"a": told, "b": told}
    for accounts, websites in (one_before, two_before, at_once):
        for order in (accounts, accounts[::-1]):
            assert claimed_domains(order, websites, OURS) == {"north.example": ("b", "website")}


def test_an_account_that_names_another_website_now_gives_the_old_one_up_to_who_claims_it() -> None:
    accounts = [account("a1", websites=("north.example",)), account("a2")]
    found = claimed_domains(accounts, {"a1": {"new.example"}, "a2": {"north.example"}}, OURS)
    assert found == {"new.example": ("a1", "website"), "north.example": ("a2", "website")}


def test_our_own_domains_and_those_of_no_firm_are_nobodys() -> None:
    accounts = [account("a1", "ida@gmail.com", "ben@ours.example", "nobody", websites=("gmail.com", "ours.example"))]
    assert claimed_domains(accounts, {}, OURS) == {}
