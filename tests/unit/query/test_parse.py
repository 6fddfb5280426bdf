"""Texts that say something, in more than one wording; texts that do not, with the place and the nearest word."""

import re
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from graph_service.errors import QuestionError
from graph_service.query.ir import (
    Age,
    And,
    Change,
    Compare,
    Count,
    Duration,
    Flag,
    Has,
    HasNo,
    Known,
    Not,
    OneOf,
    Or,
    Order,
    Predicate,
    Question,
    Unit,
    Within,
)
from graph_service.query.parse import MAX_CHARACTERS, parse
from graph_service.query.problems import QuestionTextError
from graph_service.query.vocabulary import TARGETS

MONTH = Duration(30, Unit.DAY)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("account where QUIET  And\n tracked", And((Flag("quiet"), Flag("tracked")))),
        ("account where quiet or tracked and in crm", Or((Flag("quiet"), And((Flag("tracked"), Flag("in crm")))))),
        ("account where not in crm", Not(Flag("in crm"))),
        ("account where in-crm # a remark", Flag("in crm")),
        ("account where single-threaded share ≥ 60 %", Compare("single threaded share", ">=", 0.6)),
        ("account where renewal within 30 days", Within("renewal", MONTH, "future")),
        ("account where renewal within the last 30 days", Within("renewal", MONTH, "past")),
        ("account where last inbound in the last 30 days", Within("last inbound", MONTH, "past")),
        ("account where last inbound within 30 days", Within("last inbound", MONTH, "past")),
        ("account where renewal before 2026-03-01", Compare("renewal", "<", date(2026, 3, 1))),
        ("account where renewal on 2026-03-01", Compare("renewal", "=", date(2026, 3, 1))),
        ("account where renewal = 2026-03-01", Compare("renewal", "=", date(2026, 3, 1))),
        ("account where last inbound after 30 days ago", Age("last inbound", "<", MONTH)),
        ("account where last inbound >= 30 days ago", Age("last inbound", ">=", MONTH)),
        ("account where silent for 1 week", Age("silence", ">=", Duration(1, Unit.WEEK))),
        ("account where arr is unknown", Not(Known("arr"))),
        ("account where arr is not unknown", Known("arr")),
        ('account where name contains "a\\"b"', Compare("name", "contains", 'a"b')),
        ('account where segment not in ("x", "y")', Not(OneOf("segment", ("x", "y")))),
        ('account where segment is "x"', Compare("segment", "=", "x")),
        ("account where no contacts", HasNo("contact")),
        ("account where count(asks) >= 2", Count("ask", None, ">=", 2)),
        ("contact where account is not tracked", Has("account", Not(Flag("tracked")))),
        ("contact where account arr > 5", Has("account", Compare("arr", ">", 5.0))),
        ("contact where engagement is high", Compare("engagement", "=", "high")),
        ("contact where engagement is not high", Compare("engagement", "!=", "high")),
        ('contact where has tie where user = "x"', Has("tie", Compare("user", "=", "x"))),
        ("ask where to us", Compare("direction", "=", "to_us")),
        ('ask where direction = "from us"', Compare("direction", "=", "from_us")),
        ("ask where from_us", Compare("direction", "=", "from_us")),
        ("ask where contact account segment is known", Has("contact", Has("account", Known("segment")))),
        ("ask where contact is shared", Has("contact", Flag("shared mailbox"))),
        ("contact where account.segment is enterprise", Has("account", Compare("segment", "=", "enterprise"))),
        ("contact where account.segment in (mid, large)", Has("account", OneOf("segment", ("mid", "large")))),
        ("contact where champion is at-risk", Compare("champion", "=", "at_risk")),
        ('contact where champion is "champion at risk"', Compare("champion", "=", "at_risk")),
        ("contact where departure = gone_quiet", Compare("departure", "=", "gone_quiet")),
        ("contact where departed within 90 days", Within("departed", Duration(90, Unit.DAY), "past")),
        ("contact where left after 2026-01-31", Compare("departed", ">", date(2026, 1, 31))),
        ("contact where gone quiet and not away", And((Flag("gone quiet"), Not(Flag("away"))))),
        ("contact where function is finance", Compare("function", "=", "finance")),
        ('contact where functions contains "supply"', Compare("function", "contains", "supply")),
        ("contact where influence >= 50%", Compare("influence", ">=", 0.5)),
        ("account where usage change < -30%", Compare("usage change", "<", -0.3)),
        ("account where usage change is known", Known("usage change")),
        ("account where health change over 30 days < -10", Change("health", MONTH, "<", -10.0, relative=False)),
        ("account where competitors is unknown", Not(Known("competitors"))),
    ],
)
def test_each_wording_has_one_meaning(text: str, where: Predicate) -> None:
    assert parse(text).where == where


def test_a_question_may_be_sorted_and_cut() -> None:
    question = parse("customers where quiet order by arr desc, name limit 10")
    assert question == Question("account", Flag("quiet"), (Order("arr", descending=True), Order("name")), 10)
    assert parse("contacts") == Question("contact")


def test_where_reaches_to_the_right_until_a_parenthesis_ends_it() -> None:
    both = And((Flag("open"), Compare("direction", "=", "to_us")))
    assert parse("account where has ask where open and to us").where == Has("ask", both)
    assert parse("account where (has ask where open) and quiet").where == And((Has("ask", Flag("open")), Flag("quiet")))


@pytest.mark.parametrize(
    ("text", "line", "column", "nearest"),
    [
        ("acount where quiet", 1, 1, "account"),
        ("account were quiet", 1, 9, "where"),
        ("account where quite", 1, 15, "quiet"),
        ("account where quiet adn tracked", 1, 21, "and"),
        ("account\nwhere tracked\n  and covrage > 0.5", 3, 7, "coverage"),
        ("contact where engagement = hihg", 1, 28, "high"),
        ("contact where engagement in (high, meduim)", 1, 36, "medium"),
        ("ask where waiting >= 2 busines days", 1, 24, "business days"),
        ("account where has contcat", 1, 19, "contact"),
        ("account where no contact wehre engagement = high", 1, 26, "where"),
        ("contact where account tracekd", 1, 23, "tracked"),
        ("contact where account is tracekd", 1, 26, "tracked"),
        ("account where quiet order by ar", 1, 30, "arr"),
        ("account where (quiet", 1, 21, ""),
        ("account where quiet)", 1, 20, ""),
        ('account where name = "x', 1, 22, ""),
        ('account where name = "\\x"', 1, 22, ""),
        ("account where name = x", 1, 22, ""),
        ("account where segment is mid market", 1, 26, ""),
        ("account where usage change over 28 days < -30%", 1, 15, ""),
        ("contact where champion is at rsik", 1, 27, "at risk"),
        ("contact where departure is leaving", 1, 28, ""),
        ("contact where function > 3", 1, 15, ""),
        ("contact where level = 9", 1, 15, ""),
        ("contact order by function", 1, 18, ""),
        ("contact where account..segment is known", 1, 22, ""),
        ("contact where .champion = none", 1, 15, ""),
        ("account where @", 1, 15, ""),
        ("", 1, 1, ""),
        ("meeting where quiet", 1, 1, ""),
        ("actions", 1, 1, ""),
        ("tie where strength > 3", 1, 1, ""),
        ("account where coverage > 60", 1, 15, ""),
        ("account where arr > 60%", 1, 21, ""),
        ("account where arr", 1, 15, ""),
        ("account where quiet > 3", 1, 15, ""),
        ("account where quiet for 3 days", 1, 15, ""),
        ("account where renewal before 2026-02-31", 1, 30, ""),
        ("account where renewal before 3026-02-28", 1, 15, ""),
        ("account where renewal on 3 days ago", 1, 23, ""),
        ("account where silence >= 3 hours", 1, 15, ""),
        ("account where silence = 3 days", 1, 15, ""),
        ("account where silence >= 99999 days", 1, 15, ""),
        ("account where renewal >= 2.5 days ago", 1, 26, ""),
        ("account where contact where tracked", 1, 15, ""),
        ("contact where no account where tracked", 1, 15, ""),
        ("contact where count(account) = 1", 1, 15, ""),
        ("account where count(ask) > 1.5", 1, 28, ""),
        ("ask where count(contact) > 1", 1, 11, ""),
        ("contact where title change over 28 days < 1", 1, 15, ""),
        ("account where has ask where open and tracked", 1, 38, ""),
        ("account where quiet limit 0", 1, 27, ""),
        ("account where quiet limit 99999999", 1, 27, ""),
        ("account where quiet limit -1", 1, 27, ""),
        ("ask order by account segment", 1, 14, ""),
        ("account order by quiet", 1, 18, ""),
    ],
)
def test_an_error_names_the_place_and_the_nearest_word(text: str, line: int, column: int, nearest: str) -> None:
    with pytest.raises(QuestionTextError) as raised:
        parse(text)
    error = raised.value
    assert (error.place.line, error.place.column, error.nearest) == (line, column, nearest)
    assert error.message.startswith(f"line {line}, column {column}: ")
    assert "\n" not in error.message
    assert error.hint or error.nearest or error.allowed


def test_an_error_lists_what_may_stand_there() -> None:
    with pytest.raises(QuestionTextError) as raised:
        parse("contact where strenth >= 3")
    assert {"strength", "engagement", "account", "ask"} <= set(raised.value.allowed)
    assert "did you mean `strength`?" in raised.value.message


def test_a_field_of_the_outer_target_is_recognised_and_the_way_out_is_shown() -> None:
    with pytest.raises(QuestionTextError, match="belongs to the account") as raised:
        parse("account where has ask where open and tracked")
    assert "parentheses" in raised.value.hint


@pytest.mark.parametrize(
    "text",
    [
        "account where " + "not " * 900 + "quiet",
        "account where " + "has contact where account where " * 100 + "quiet",
        "account where " + " and ".join(["quiet"] * 250),
        "account where " + "(" * 1900 + "quiet" + " or quiet)" * 1,
        "account where quiet" + " " * MAX_CHARACTERS,
        "account where arr > " + "9" * 3000,
    ],
)
def test_a_huge_question_is_refused_and_exhausts_nothing(text: str) -> None:
    with pytest.raises(QuestionTextError):
        parse(text)


LANGUAGE = (
    "account contact ask tie where and or not has no count in is for before after on ago within the next last change "
    "over order by asc desc limit days business high medium to us from ( ) , = != >= < 10 60% -3 2.5 2026-03-01 "
    '2026-13-01 "x" "\\" # \\u0027 known unknown contains starts with \x00 \x85 é \ud800'
)
WORDS = sorted(
    {word for target in TARGETS.values() for field in target.fields for word in field.name.split()}
    | set(LANGUAGE.split(" "))
)


def assert_question_or_error(text: str) -> None:
    problem = None
    try:
        assert isinstance(parse(text), Question)
    except QuestionError as error:
        problem = error.message
    assert problem is None or re.match(r"line \d+, column \d+: ", problem)
    assert problem is None or problem.encode()


@settings(max_examples=600, deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)))
@example("account where quiet\r\nand \ud800")
@example('account where name = "\\ud800"')
def test_any_text_is_a_question_or_a_located_error(text: str) -> None:
    assert_question_or_error(text)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=14).map(lambda words: "account where quiet and " + " ".join(words)))
def test_whatever_follows_a_good_beginning_is_a_question_or_a_located_error(text: str) -> None:
    assert_question_or_error(text)
