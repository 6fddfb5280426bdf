"""Where what an identity did belongs: a function of all claims, so that neither order nor a detour leaves a trace."""

from collections.abc import Mapping, Sequence

from graph_service.domain.workspace import Workspace
from graph_service.ingest.identity_queries import PersonRow
from graph_service.ingest.placing import Moves, following, home_of, homes_of, moves_of, others_of

HERE = Workspace("w1", "Test", ("ours.example",), "UTC", "US", "salt")
DOMAINS = {"north.example": "a-north", "south.example": "a-south"}
IDA = ("i-ida", "email", "ida@north.example")
HOME = ("i-home", "email", "ida@gmail.com")
RECORD = ("i-crm", "crm", "fake:1")
LEA = ("i-lea", "email", "lea@south.example")


def place(contact: str, account: str) -> str:
    """Return the uid of a person at an account."""
    return HERE.ids.uid("stakeholder", contact, account)


def person(
    uid: str,
    *identities: tuple[str, str, str],
    at: Sequence[str] = (),
    links: Sequence[tuple[str, str]] = (),
) -> PersonRow:
    """Return a contact with its places by account, and (identity, account or "" for the contact) for each link."""
    places = [(place(uid, account), account) for account in at]
    hangs = [(identity, place(uid, account) if account else uid) for identity, account in links]
    return PersonRow(uid, list(identities), [], places, hangs)


def moves(
    people: Sequence[PersonRow], contact_of: Mapping[str, str], employers: Mapping[str, Sequence[str]] | None = None
) -> Moves:
    """Return what moves."""
    return moves_of(people, contact_of, DOMAINS, employers or {}, HERE)


def link(identity: str, start: str, end: str) -> dict[str, str]:
    """Return the row of one move."""
    return {"identity_uid": identity, "from_uid": start, "to_uid": end}


def test_an_address_is_at_home_where_its_domain_is_else_at_the_first_of_the_others_else_nowhere() -> None:
    assert home_of("email", "ida@north.example", DOMAINS, ["a-south"]) == "a-north"
    assert home_of("email", "ida@gmail.com", DOMAINS, ["a-south"]) == "a-south"
    assert home_of("crm", "fake:north.example", DOMAINS, []) == ""
    assert home_of("email", "ida@gmail.com", DOMAINS, []) == ""


def test_a_subdomain_is_at_home_with_its_firm() -> None:
    assert home_of("email", "ida@mail.north.example", DOMAINS, []) == "a-north"


def test_a_private_address_follows_the_crm_before_the_work_address() -> None:
    assert homes_of([IDA, HOME, RECORD], DOMAINS, ["a-south"]) == {
        "i-ida": "a-north", "i-home": "a-south", "i-crm": "a-south"
    }  # fmt: skip
    assert homes_of([HOME, IDA], DOMAINS, []) == {"i-ida": "a-north", "i-home": "a-north"}


def test_a_person_is_at_their_employers_and_then_at_the_accounts_of_their_addresses() -> None:
    addresses = [LEA[2], IDA[2], HOME[2], "x@mail.north.example"]
    assert others_of(["a-z", "a-b"], addresses, DOMAINS) == ["a-b", "a-z", "a-north", "a-south"]
    assert others_of([], [HOME[2]], DOMAINS) == []


def test_the_order_of_identities_and_employers_does_not_matter() -> None:
    one = homes_of([HOME, IDA, LEA], DOMAINS, ["a-z", "a-b"])
    assert one == homes_of([LEA, IDA, HOME], DOMAINS, ["a-b", "a-z"])
    assert one["i-home"] == "a-b"


def test_who_has_a_private_address_may_follow_the_news_of_a_domain_where_they_have_another() -> None:
    people = [
        *(("c1", kind, value) for _, kind, value in (IDA, HOME, RECORD)),
        *(("c2", kind, value) for _, kind, value in (LEA, RECORD)),
        ("c3", "email", "jon@north.example"),
        ("c4", "linkedin", "linkedin.example/in/kai"), ("c4", "email", "kai@mail.south.example"),
        ("c5", "email", "mia@gmail.com"),
    ]  # fmt: skip
    assert following(people, DOMAINS, {"north.example"}) == {"c1"}
    assert following(people, DOMAINS, DOMAINS) == {"c1", "c4"}
    assert following(people, DOMAINS, ()) == set()


def test_two_contacts_at_one_account_become_one_with_all_they_did() -> None:
    other = ("i-old", "email", "i.north@north.example")
    people = [
        person("c1", IDA, at=["a-north"], links=[("i-ida", "a-north")]),
        person("c2", other, at=["a-north"], links=[("i-old", "a-north")]),
    ]
    found = moves(people, {"i-ida": "c1", "i-old": "c1"})
    assert found.links == [link("i-old", place("c2", "a-north"), place("c1", "a-north"))]
    assert found.left == [place("c2", "a-north")]
    assert found.left_accounts == ["a-north"]
    assert found.stakeholders == [{"uid": place("c1", "a-north"), "contact_uid": "c1", "account_uid": "a-north"}]
    assert found.targets == [place("c1", "a-north")]


def test_what_a_private_address_did_goes_from_the_contact_to_the_account_of_the_person_it_joins() -> None:
    people = [
        person("c1", IDA, at=["a-north"], links=[("i-ida", "a-north")]),
        person("c2", HOME, links=[("i-home", "")]),
    ]
    found = moves(people, {"i-ida": "c1", "i-home": "c1"})
    assert found.links == [link("i-home", "c2", place("c1", "a-north"))]
    assert (found.left, found.left_accounts) == ([], [])


def test_a_private_address_goes_to_the_employer_that_the_crm_names() -> None:
    """The record says where its person works: what the private address did belongs there."""
    people = [person("c1", HOME, RECORD, links=[("i-home", "")])]
    found = moves(people, {"i-home": "c1", "i-crm": "c1"}, {"c1": ["a-south"]})
    assert found.links == [link("i-home", "c1", place("c1", "a-south"))]
    assert found.stakeholders == [{"uid": place("c1", "a-south"), "contact_uid": "c1", "account_uid": "a-south"}]


def test_two_work_addresses_at_two_accounts_keep_both_places() -> None:
    people = [
        person("c1", IDA, at=["a-north"], links=[("i-ida", "a-north")]),
        person("c2", LEA, at=["a-south"], links=[("i-lea", "a-south")]),
    ]
    found = moves(people, {"i-ida": "c1", "i-lea": "c1"})
    assert {row["uid"] for row in found.stakeholders} == {place("c1", "a-north"), place("c1", "a-south")}
    assert found.links == [link("i-lea", place("c2", "a-south"), place("c1", "a-south"))]
    assert found.left == [place("c2", "a-south")]


def test_a_split_gives_each_identity_its_own_back() -> None:
    """A merge and the split that takes it back are each other's mirror."""
    merged = [
        person("c1", IDA, LEA, at=["a-north", "a-south"], links=[("i-ida", "a-north"), ("i-lea", "a-south")]),
    ]
    found = moves(merged, {"i-ida": "c1", "i-lea": "c2"})
    assert found.links == [link("i-lea", place("c1", "a-south"), place("c2", "a-south"))]
    assert found.left == [place("c1", "a-south")]
    assert found.targets == sorted([place("c1", "a-north"), place("c2", "a-south")])
    apart = [
        person("c1", IDA, at=["a-north"], links=[("i-ida", "a-north")]),
        person("c2", LEA, at=["a-south"], links=[("i-lea", "a-south")]),
    ]
    back = moves(apart, {"i-ida": "c1", "i-lea": "c1"})
    assert [(one["to_uid"], one["from_uid"]) for one in back.links] == [
        (one["from_uid"], one["to_uid"]) for one in found.links
    ]


def test_a_split_private_address_goes_back_to_a_contact_without_an_account() -> None:
    merged = [person("c1", IDA, HOME, at=["a-north"], links=[("i-ida", "a-north"), ("i-home", "a-north")])]
    found = moves(merged, {"i-ida": "c1", "i-home": "c2"})
    assert found.links == [link("i-home", place("c1", "a-north"), "c2")]
    assert found.left == [place("c1", "a-north")]
    assert found.targets == [place("c1", "a-north")]


def test_a_place_is_there_for_a_crm_record_that_did_nothing_and_not_for_an_address_that_did_nothing() -> None:
    people = [person("c1", RECORD), person("c2", LEA)]
    found = moves(people, {"i-crm": "c1", "i-lea": "c2"}, {"c1": ["a-north"]})
    assert [row["account_uid"] for row in found.stakeholders] == ["a-north"]
    assert found.links == []


def test_where_everything_stands_right_nothing_moves() -> None:
    people = [
        person("c1", IDA, HOME, at=["a-north"], links=[("i-ida", "a-north"), ("i-home", "a-north")]),
        person("c2", LEA, at=["a-south"], links=[("i-lea", "a-south")]),
    ]
    found = moves(people, {"i-ida": "c1", "i-home": "c1", "i-lea": "c2"})
    assert (found.links, found.left, found.left_accounts) == ([], [], [])


def test_a_domain_that_changed_hands_takes_its_people_along() -> None:
    people = [person("c1", IDA, at=["a-old"], links=[("i-ida", "a-old")])]
    found = moves(people, {"i-ida": "c1"})
    assert found.links == [link("i-ida", place("c1", "a-old"), place("c1", "a-north"))]
    assert (found.left, found.left_accounts) == ([place("c1", "a-old")], ["a-old"])


def test_the_label_of_a_call_moves_with_nobody() -> None:
    """Speakers are settled by themselves: their label is nobody's identity."""
    people = [person("c1", IDA, at=["a-north"], links=[("l-1", "a-north"), ("i-ida", "a-north")])]
    assert moves(people, {"i-ida": "c1"}).links == []
