"""Who is who: rules R1 to R12 and A1 to A5, vetoes, and what must never be merged (inference 10)."""

from datetime import date

import pytest

from graph_service.reading.identity.match import Matching, match, setting_of
from graph_service.reading.identity.records import Record

ACME = ("Acme Bearings",)


def mail(name: str, address: str, **more: object) -> Record:
    return Record(source="mail", name=name, emails=(address,), companies=ACME, **more)  # type: ignore[arg-type]


def crm(name: str, key: str = "1", **more: object) -> Record:
    return Record(source="crm", source_id=key, name=name, companies=ACME, **more)  # type: ignore[arg-type]


def profile(name: str, slug: str, *companies: str) -> Record:
    return Record(source="feed", url=f"https://profiles.example/in/{slug}", name=name, companies=companies)


def found(*records: Record) -> Matching:
    return match(records, "business")


def rule_of(*records: Record) -> str:
    """The rule that made the first two one person, or "" when they stay apart."""
    matches = found(*records).matches
    return matches[1].rule if matches[0].cluster == matches[1].cluster else ""


@pytest.mark.parametrize(
    ("rule", "one", "two"),
    [
        ("R1", mail("Anna Berg", "anna@acme.example"), mail("", "ANNA+news@acme.example")),
        ("R2", profile("Anna Berg", "anna-berg", "Acme"), profile("Anna Hauser", "anna-berg", "Zorg")),
        ("R2", crm("Anna Berg", "7"), crm("Anna B. Hauser", "7")),
        (
            "R3",
            Record(name="Anna Berg", phones=("+44 20 5550 1234",)),
            Record(name="A. Berg", phones=("020 5550 1234",)),
        ),
        ("R4", mail("Anna Berg", "aberg@acme.example"), crm("Berg, Anna")),
        ("R4", mail("Bob Quind", "rquind@acme.example"), crm("Robert Quind")),
        ("R5", mail("Anna Kowalczyk", "ak@acme.example"), crm("Anna Kowalzcyk")),
        ("R6", mail("Anna Quind", "aq@acme.example"), crm("A. Quind")),
        ("R6", mail("Anna Quind", "aq@acme.example"), profile("Anna Q.", "x1", "Acme Bearings GmbH")),
        ("R7", mail("", "anna.quind@acme.example"), crm("Anna Quind")),
        ("R7", mail("", "aquind@acme.example"), crm("Anna Quind")),
        ("R8", Record(source="call", name="Anna", companies=ACME), mail("Anna Quind", "aq@acme.example")),
        ("R10", mail("Anna Quind", "aq@acme.example"), Record(name="Anna Quind", emails=("anna77@gmail.com",))),
        ("R12", Record(name="zorgblatt", emails=("zorgblatt@gmail.com",)), Record(emails=("zorgblatt@yahoo.com",))),
    ],
)
def test_each_rule_makes_two_identities_one_person_and_says_so(rule: str, one: Record, two: Record) -> None:
    assert rule_of(one, two) == rule
    assert all(m.matched for m in found(one, two).matches)


@pytest.mark.parametrize(
    ("why", "one", "two"),
    [
        ("other first name", mail("Anna Berg", "aberg@acme.example"), crm("Paul Berg")),
        ("other firm", mail("Anna Berg", "aberg@acme.example"), profile("Anna Berg", "anna-berg", "Ninefold Advisory")),
        ("two profiles", profile("Anna Berg", "anna-berg-1", "Acme"), profile("Anna Berg", "anna-berg-2", "Acme")),
        ("numbered", mail("Anna Berg", "anna.berg@acme.example"), mail("Anna Berg", "anna.berg2@acme.example")),
        ("role box", mail("Anna Berg", "support@acme.example"), mail("Paul Hauser", "support@acme.example")),
        (
            "phone alone",
            Record(name="Anna Berg", phones=("5550001234",)),
            Record(name="Paul Hauser", phones=("5550001234",)),
        ),
        ("common handle", Record(emails=("john@gmail.com",)), Record(emails=("john@yahoo.com",))),
    ],
)
def test_what_looks_alike_but_is_two_people_stays_apart(why: str, one: Record, two: Record) -> None:
    assert rule_of(one, two) == "", why


def test_an_initial_that_two_people_fit_is_left_to_a_person() -> None:
    people = [crm("A. Quind", "1"), mail("Anna Quind", "anna@acme.example"), mail("Arno Quind", "arno@acme.example")]
    result = found(*people)
    assert len({m.cluster for m in result.matches}) == 3
    assert {(p.one, p.two) for p in result.doubtful} == {(0, 1), (0, 2)}
    assert all("others fit" in p.evidence.matched for p in result.doubtful)


def test_a_first_name_that_two_people_bear_joins_neither() -> None:
    called = Record(source="call", name="Kate", companies=ACME)
    people = [called, mail("Katherine Quind", "kq@acme.example"), mail("Kate Zorg", "kz@acme.example")]
    assert len({m.cluster for m in found(*people).matches}) == 3


def test_a_move_to_another_firm_is_asked_about_and_a_profile_with_both_firms_settles_it() -> None:
    old = Record(
        name="Anna Quind", emails=("aq@acme.example",), last_seen=date(2024, 3, 1), first_seen=date(2024, 1, 1)
    )
    new = Record(
        name="Anna Quind", emails=("anna@zorgblatt.example",), first_seen=date(2024, 5, 1), last_seen=date(2024, 6, 1)
    )
    asked = found(old, new)
    assert asked.matches[0].cluster != asked.matches[1].cluster
    assert asked.doubtful[0].evidence.rule == "R11"
    told = found(old, new, profile("Anna Quind", "anna-quind", "Acme", "Zorgblatt"))
    assert {m.cluster for m in told.matches} == {0}


def test_people_keep_their_identity_when_their_firm_takes_a_new_domain() -> None:
    names = ["Anna Quind", "Paul Zorg", "Vera Blattmann"]
    before = [Record(name=n, emails=(f"{n.split()[0][0].lower()}{n.split()[1].lower()}@acme.example",)) for n in names]
    after = [Record(name=n, emails=(f"{n.lower().replace(' ', '.')}@acme.newowner.example",)) for n in names]
    clusters = [m.cluster for m in found(*before, *after).matches]
    assert clusters[:3] == clusters[3:]
    assert len(set(clusters)) == 3


def test_a_damaged_name_on_one_mailbox_does_not_split_a_person() -> None:
    records = [mail("Jürgen Quind", "jq@acme.example"), mail("J�rgen Qu?nd", "jq@acme.example"), crm("Jürgen Quind")]
    assert len({m.cluster for m in found(*records).matches}) == 1


def test_two_people_are_not_chained_through_a_record_that_fits_both() -> None:
    records = [
        mail("Anna Quindle", "anna@acme.example"),
        crm("A. Quindle", "5"),
        mail("Arno Quindle", "arno@acme.example"),
    ]
    clusters = [m.cluster for m in found(*records).matches]
    assert clusters[0] != clusters[2]


def test_the_kind_of_list_is_seen_from_its_fields() -> None:
    assert setting_of([Record(name="a", emails=("a@x.example",))]) == "community"
    assert setting_of([mail("Anna Berg", "a@acme.example")]) == "business"
    assert setting_of([Record(name="Anna Berg", born="1980-01-02", city="Quind")]) == "register"


def community(*rows: tuple[str, str]) -> list[int]:
    return [m.cluster for m in match([Record(name=name, emails=(mail,)) for name, mail in rows], "community").matches]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (("Anna Quind", "aq@one.example"), ("Anna Quind", "root@two.example")),
        (("Anna Quind", "aq@one.example"), ("quind, anna", "anna@two.example")),
        (("Robert Quind", "rq@one.example"), ("Bob Quind", "bob@two.example")),
        (("zorgy", "zorgblatt@one.example"), ("", "zorgblatt@gmail.com")),
        (("Anna Quind", "aq@one.example"), ("A. Quind", "x@two.example")),
        (("", "anna.quind@one.example"), ("Anna Quind", "x@two.example")),
        (("zorgblatt", "z@one.example"), ("zorgblatt", "root@two.example")),
        (("zorgblatt", "z@one.example"), ("", "zorgblatt@two.example")),
    ],
)
def test_mail_aliases_of_one_developer_are_one(one: tuple[str, str], two: tuple[str, str]) -> None:
    assert len(set(community(one, two))) == 1


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (("Anna", "anna@one.example"), ("Anna", "anna@two.example")),
        (("root", "root@one.example"), ("root", "root@two.example")),
        (("Anna Quind", "info@one.example"), ("Paul Zorg", "info@two.example")),
        (("Anna Quind", "dev@one.example"), ("Paul Quind", "dev@two.example")),
        (("John Smith", "js@one.example"), ("J. Smith", "jane@two.example")),
    ],
)
def test_mail_aliases_of_two_developers_stay_apart(one: tuple[str, str], two: tuple[str, str]) -> None:
    assert len(set(community(one, two))) == 2


def test_a_register_is_matched_by_its_fields_despite_typos_and_swaps() -> None:
    """R9: no address and no profile; FEBRL-like rows."""
    firsts = ["lara", "dylan", "emmet", "quinn", "harley", "imogen", "jasper", "vera", "oscar", "petra"]
    rows = [
        Record(
            first=first, last=f"zorg{first[::-1]}", street=f"{first} crescent", street_number=str(10 + n),
            city=f"quind{n}", postcode=f"4{n}1{n}",
        )
        for n, first in enumerate(firsts)
    ]  # fmt: skip
    swapped = Record(
        first="zorgaral", last="lara", street="lara cresent", street_number="10", city="quind0", postcode="4010"
    )
    typos = Record(
        first="dyaln", last="zorgnalyd", street="dylan crescent", street_number="", city="qind1", postcode="4111"
    )
    result = match([*rows, swapped, typos])
    assert result.matches[10].cluster == 0
    assert result.matches[11].cluster == 1
    assert result.matches[10].rule == "R9"
    assert len({m.cluster for m in result.matches}) == 10
