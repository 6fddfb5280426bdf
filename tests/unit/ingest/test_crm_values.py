"""Single cells: a wrong amount or date is worse than an unknown one."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.ingest.connectors.crm_amounts import read_amount
from graph_service.ingest.connectors.crm_dates import read_day, read_moment
from graph_service.ingest.connectors.crm_values import read_domains, read_email, read_switch


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("€1.200,50", 1200.5, "EUR"),
        ("1,200.50", 1200.5, ""),
        ("$88k", 88_000.0, "USD"),
        ("1,200", 1200.0, ""),
        ("1.200.000", 1_200_000.0, ""),
        ("88 000", 88_000.0, ""),
        ("88\u202f000,5 €", 88_000.5, "EUR"),
        ("1'200.50 CHF", 1200.5, "CHF"),
        ("USD 88,000", 88_000.0, "USD"),
        ("(1,200)", -1200.0, ""),
        ("€1.200", 1200.0, "EUR"),
        ("€88.5", 88.5, "EUR"),
        ("1,5", 1.5, ""),
        ("1.2M", 1_200_000.0, ""),
        ("1.2E+06", 1_200_000.0, ""),
        ("1,23,456.00", 123_456.0, ""),
        ("0", 0.0, ""),
        ("n/a", None, ""),
        ("", None, ""),
    ],
)
def test_an_amount_is_read_in_every_usual_notation(text: str, amount: float | None, currency: str) -> None:
    assert read_amount(text) == (amount, currency)


@pytest.mark.parametrize("text", ["1.200", "abc", "1..2", "1,2,3", "A$5", "1.200,50,3", "twelve", "5 or 6"])
def test_an_amount_that_is_unclear_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"amount|may mean"):
        read_amount(text)


def test_the_decimal_mark_of_the_mapping_settles_what_is_unclear() -> None:
    assert read_amount("1.200", ",")[0] == 1200.0
    assert read_amount("1.200", ".")[0] == 1.2
    assert read_amount("1,200", ",")[0] == 1.2


@given(st.integers(min_value=0, max_value=10**9), st.integers(min_value=0, max_value=99))
def test_english_and_continental_notation_of_one_amount_agree(whole: int, cents: int) -> None:
    english = f"{whole:,}.{cents:02d}"
    continental = english.translate(str.maketrans(",.", ".,"))
    assert read_amount(english)[0] == read_amount(continental)[0] == pytest.approx(whole + cents / 100)


@pytest.mark.parametrize(
    "text",
    [
        "2026-01-31",
        "2026-01-31T10:00:00.000Z",
        "2026-01-31T10:00:00.000+0000",
        "2026-01-31 10:00",
        "20260131",
        "31/01/2026",
        "01/31/2026",
        "31.01.2026",
        "1/31/2026, 4:05 PM",
        "31 Jan 2026",
        "Jan 31, 2026 10:00 AM",
        "1769860800000",
        "2026-01-31T23:00:00-08:00",
    ],
)
def test_a_day_is_read_as_written_in_every_clear_notation(text: str) -> None:
    assert read_day(text) == date(2026, 1, 31)


@pytest.mark.parametrize(
    "text",
    [
        "03/04/2026",
        "31/1/26",
        "soon",
        "2026-02-30",
        "13/13/2026",
        "29/02/2023",
        "Jan 2026",
        "0001-01-01",
        "12:00 CST 1 May 2026",
    ],
)
def test_a_date_that_is_unclear_or_impossible_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        read_moment(text)


def test_the_order_of_the_mapping_settles_which_number_is_the_day() -> None:
    assert read_day("03/04/2026", "day_first") == date(2026, 4, 3)
    assert read_day("03/04/2026", "month_first") == date(2026, 3, 4)
    assert read_day("3.4.2026") == date(2026, 4, 3)


def test_a_moment_is_utc_whatever_its_zone() -> None:
    assert read_moment("2026-01-31T01:30:00+02:00") == datetime(2026, 1, 30, 23, 30, tzinfo=UTC)
    assert read_moment("2026-01-31 10:00") == datetime(2026, 1, 31, 10, 0, tzinfo=UTC)
    assert read_moment("") is None


@given(st.datetimes(min_value=datetime(1971, 1, 1), max_value=datetime(2198, 1, 1)))  # noqa: DTZ001
def test_iso_moments_come_back_exactly(moment: datetime) -> None:
    aware = moment.replace(microsecond=0, tzinfo=UTC)
    assert read_moment(aware.isoformat()) == aware
    assert read_day((aware + timedelta(0)).date().isoformat()) == aware.date()


@pytest.mark.parametrize(
    ("text", "domains"),
    [
        ("https://www.harrowgate.example/about?x=1", ("harrowgate.example",)),
        ("shop.harrowgate.co.uk", ("harrowgate.co.uk",)),
        ("www.a-one.com; b-two.de", ("a-one.com", "b-two.de")),
        ("https://www.linkedin.com/company/harrowgate", ()),
        ("http://HARROWGATE.example:8080/", ("harrowgate.example",)),
        ("http://10.0.0.1/", ()),
        ("localhost", ()),
        ("harrow.github.io", ("harrow.github.io",)),
        ("https://müller.de", ("xn--mller-kva.de",)),
        ("n/a", ()),
    ],
)
def test_a_website_becomes_its_registrable_domain(text: str, domains: tuple[str, ...]) -> None:
    assert read_domains(text) == domains


def test_addresses_and_switches_are_read_or_refused() -> None:
    assert read_email("Ada Quist <Ada.Quist@Harrowgate.example>") == "ada.quist@harrowgate.example"
    assert read_email("a@one.example; b@two.example") == "a@one.example"
    assert read_email("") == ""
    assert (read_switch("TRUE"), read_switch("0"), read_switch("")) == (True, False, None)
    with pytest.raises(ValueError, match="mail address"):
        read_email("ask reception")
    with pytest.raises(ValueError, match="neither yes nor no"):
        read_switch("maybe")
