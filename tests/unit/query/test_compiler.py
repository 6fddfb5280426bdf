"""Compiled statements: sight on everything, values only as parameters, the same words for the same question."""

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_service.domain.business_days import BusinessDays
from graph_service.errors import QuestionError
from graph_service.graph.catalog import GUARDED, predicate
from graph_service.graph.query import INJECTED, Statement
from graph_service.query.compiler import compile_question
from graph_service.query.ir import Compare, Flag, Has, OneOf, Order, Question
from graph_service.query.parse import parse
from graph_service.query.vocabulary import TARGETS
from tests.unit.query.generated import HOSTILE, questions
from tests.unit.query.golden_cases import AS_OF, cases, compiled

PREDICATED = {"Account": "account", "Stakeholder": "stakeholder", "Interaction": "interaction"}
ANCHORS = {"Evidence": "interaction", "Series": "account|stakeholder", "Spell": "account|stakeholder"}
CALENDARS = st.sampled_from([BusinessDays(), BusinessDays("DE", ZoneInfo("Europe/Berlin"))])
MOMENTS = st.integers(0, 4 * 10**9).map(lambda second: datetime.fromtimestamp(second, UTC))


def try_compile(question: Question, as_of: datetime, *, live: bool, calendar: BusinessDays) -> Statement | None:
    """Compile; None for what is honestly refused because the past does not keep it."""
    try:
        return compile_question(question, as_of, live=live, calendar=calendar)
    except QuestionError as error:
        if live or "not kept for the past" not in error.message:
            raise
        return None


def fixed_words(text: str) -> set[str]:
    return set(re.findall(r"\w+|[^\w\s]", text))


def assert_guarded(text: str) -> None:
    """Every variable of a guarded label carries workspace and sight, or hangs on one that does."""
    bound = re.findall(r"\((?!hidden_)(\w+):(\w+)\)", text)
    assert bound
    for variable, label in bound:
        if label in PREDICATED:
            assert predicate(PREDICATED[label], variable) in text
        elif label == "Contact":
            assert predicate("whole", variable) in text
            assert re.search(rf"\({variable}:Contact\)-\[:IS\]->\(stakeholder(?:_\d+)?\)", text)
        else:
            assert f"{variable}.workspace_id = $workspace_id" in text
        if label in ANCHORS:
            edge = rf"\(({ANCHORS[label]})\w*(?::\w+)?\)(-\[:\w+\]->|<-\[:\w+\]-)\({variable}:{label}\)"
            back = rf"\({variable}:{label}\)(-\[:\w+\]->|<-\[:\w+\]-)\(({ANCHORS[label]})\w*(?::\w+)?\)"
            assert re.search(f"{edge}|{back}", text)
        assert label in {*PREDICATED, *ANCHORS, "Contact", "User"} or label not in GUARDED
    for variable, label in bound:
        if label == "Interaction":
            assert predicate("words", variable) in text


@pytest.mark.parametrize("kind", ["account", "stakeholder", "interaction", "words"])
def test_the_guard_check_notices_each_missing_predicate(kind: str) -> None:
    text = compile_question(parse("ask"), AS_OF, live=True).text
    variable = "interaction" if kind == "words" else kind
    assert_guarded(text)
    with pytest.raises(AssertionError):
        assert_guarded(text.replace(predicate(kind, variable), "true"))


@settings(max_examples=200, deadline=None)
@given(questions, MOMENTS, st.booleans(), CALENDARS)
def test_every_question_compiles_to_a_guarded_statement(
    question: Question, as_of: datetime, live: bool, calendar: BusinessDays
) -> None:
    statement = try_compile(question, as_of, live=live, calendar=calendar)
    if statement is None:
        return
    assert_guarded(statement.text)
    used = set(re.findall(r"\$(\w+)", statement.text))
    assert used <= set(statement.params) | INJECTED
    assert set(statement.params) - used <= {"as_of", "as_of_day", "as_of_date"}
    assert used >= INJECTED
    assert statement.params["as_of"] == as_of
    assert statement.operation == f"question.{question.target}"
    assert not INJECTED & set(statement.params)


@settings(max_examples=300, deadline=None)
@given(questions, st.booleans())
def test_only_words_of_the_golden_statements_are_ever_printed(question: Question, live: bool) -> None:
    """Values could only show as words that no reviewed statement has."""
    statement = try_compile(question, AS_OF, live=live, calendar=BusinessDays())
    if statement is None:
        return
    strange = {word for word in fixed_words(statement.text) if not word.isdecimal()} - ALLOWED
    assert not {word for word in strange if not re.fullmatch(r"[a-z]+_\d+", word)}
    assert "\\" not in statement.text
    assert "`" not in statement.text
    assert statement.text.isascii()


def _allowed() -> set[str]:
    texts = [compiled(case, live=live).text for case in cases() for live in (True, False) if live or case["past"]]
    names = {name for target in TARGETS.values() for field in target.fields
             for name in (field.prop, field.stored_as, field.known_by, field.equals, field.otherwise)}  # fmt: skip
    operators = {"STARTS", "WITH", "CONTAINS", "toLower", "IN", "OR", "NOT", "NULL", "true", "!", "=", "<", ">"}
    return fixed_words(" ".join(texts)) | names | operators


ALLOWED = _allowed()


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("live", [True, False])
def test_hostile_text_is_a_parameter_and_leaves_the_statement_alone(text: str, live: bool) -> None:
    def compiled_with(value: str) -> Statement:
        named = OneOf("title", (value, "x"))
        where = Has("contact", named) if value else named
        return compile_question(Question("account", where), AS_OF, live=live)

    hostile, harmless = compiled_with(text), compiled_with("harmless")
    assert hostile.text == harmless.text
    assert hostile.params["value_1"] == [text, "x"]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("place", ["target", "field", "relation", "order", "operator"])
def test_hostile_names_are_refused(text: str, place: str) -> None:
    anything: Any = text
    made = {
        "target": Question(text),
        "field": Question("account", Flag(text)),
        "relation": Question("account", Has(text)),
        "order": Question("account", None, (Order(text),)),
        "operator": Question("account", Compare("arr", anything, 1.0)),
    }
    with pytest.raises(QuestionError):
        compile_question(made[place], AS_OF, live=True)


def test_a_lone_surrogate_is_refused_because_it_cannot_be_sent() -> None:
    with pytest.raises(QuestionError, match="surrogate"):
        compile_question(Question("account", Compare("name", "=", "\ud800")), AS_OF, live=True)


@pytest.mark.parametrize(("target", "columns"), [(name, one.columns) for name, one in TARGETS.items() if one.askable])
@pytest.mark.parametrize("live", [True, False])
def test_columns_are_fixed_by_the_target(target: str, columns: tuple[str, ...], live: bool) -> None:
    text = compile_question(Question(target), AS_OF, live=live).text
    returned = re.search(r"^RETURN (.*)$", text, re.MULTILINE)
    assert returned
    assert tuple(re.findall(r"AS (\w+)", returned[1])) == columns
    assert text.endswith(", ".join(f"{name.removesuffix('_uid')}.uid" for name in columns))


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(QuestionError, match="time zone"):
        compile_question(Question("account"), datetime(2026, 3, 4), live=True)  # noqa: DTZ001


def test_a_tie_alone_cannot_be_asked_for() -> None:
    with pytest.raises(QuestionError, match="reached from a contact"):
        compile_question(Question("tie"), AS_OF, live=True)


def test_what_the_past_does_not_keep_is_refused_there_and_answered_today() -> None:
    question = parse("contact where trend is cooling")
    assert "strength_trend" in compile_question(question, AS_OF, live=True).text
    with pytest.raises(QuestionError, match="not kept for the past"):
        compile_question(question, AS_OF, live=False)


@pytest.mark.parametrize(
    ("kept", "forgotten"),
    [
        ("contact where sentiment trend is falling", "contact where sentiment trend is steady"),
        ("account where usage in (falling)", "account where usage in (falling, unknown)"),
        ("account where sentiment trend != rising", "account where sentiment trend != too_few"),
    ],
)
def test_a_choice_that_no_spell_tells_from_others_is_refused_of_the_past(kept: str, forgotten: str) -> None:
    assert compile_question(parse(kept), AS_OF, live=False)
    assert compile_question(parse(forgotten), AS_OF, live=True)
    with pytest.raises(QuestionError, match="not kept for the past"):
        compile_question(parse(forgotten), AS_OF, live=False)


@pytest.mark.parametrize(
    "text", ["contact where new employer is known", 'contact where role contains "x"', "contact where proxy"]
)
def test_what_may_name_another_account_needs_sight_of_the_whole_person(text: str) -> None:
    """P21: a new employer may be an account that the viewer does not see; so may be where a title was read."""
    printed = compile_question(parse(text), AS_OF, live=True).text
    assert re.search(r"MATCH \(person_\d+:Contact\)-\[:IS\]->\(stakeholder\)", printed)
    assert predicate("whole", re.findall(r"person_\d+", printed)[0]) in printed


def thresholds(text: str, as_of: datetime, *, live: bool = True, calendar: BusinessDays | None = None) -> list[Any]:
    params = compile_question(parse(text), as_of, live=live, calendar=calendar).params
    return [value for name, value in params.items() if name.startswith("value_")]


@pytest.mark.parametrize(
    ("text", "as_of", "expected"),
    [
        ("waiting >= 2 business days", datetime(2026, 3, 9, 15, tzinfo=UTC), datetime(2026, 3, 5, 15, tzinfo=UTC)),
        ("waiting > 1 business day", datetime(2026, 3, 10, tzinfo=UTC), datetime(2026, 3, 7, tzinfo=UTC)),
        ("waiting >= 1 business day", datetime(2026, 3, 10, tzinfo=UTC), datetime(2026, 3, 9, tzinfo=UTC)),
        ("waiting >= 2 days", datetime(2026, 3, 9, 15, tzinfo=UTC), datetime(2026, 3, 7, 15, tzinfo=UTC)),
        ("waiting >= 36 hours", datetime(2026, 3, 9, 15, tzinfo=UTC), datetime(2026, 3, 8, 3, tzinfo=UTC)),
    ],
)
def test_waiting_is_counted_back_from_the_moment_asked_for(text: str, as_of: datetime, expected: datetime) -> None:
    assert thresholds(f"ask where {text}", as_of) == [expected]


def test_public_holidays_of_the_workspace_take_no_time() -> None:
    after_christmas = datetime(2026, 12, 28, 12, tzinfo=UTC)
    text = "ask where waiting >= 1 business day"
    assert thresholds(text, after_christmas, calendar=BusinessDays("DE")) == [datetime(2026, 12, 24, 12, tzinfo=UTC)]
    assert thresholds(text, after_christmas) == [datetime(2026, 12, 25, 12, tzinfo=UTC)]


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(0, 400), st.sampled_from(["<", "<=", ">", ">="]))
def test_ages_of_days_are_the_same_today_and_in_the_past(day: date, days: int, op: str) -> None:
    """The live threshold on midnights and the past one on epoch days part the days alike."""
    as_of = datetime(day.year, day.month, day.day, 17, tzinfo=UTC)
    text = f"account where silence {op} {days} days"
    (moment,), (epoch,) = thresholds(text, as_of), thresholds(text, as_of, live=False)
    first_in = date(1970, 1, 1) + timedelta(days=epoch + (1 if op in {">", ">="} else 0))
    assert moment == datetime(first_in.year, first_in.month, first_in.day, tzinfo=UTC)
    assert abs((day - first_in).days - days) <= 1


def test_ages_sort_the_longest_first_when_descending() -> None:
    text = compile_question(parse("ask order by waiting desc"), AS_OF, live=True).text
    assert "ORDER BY evidence.at IS NULL, evidence.at ASC, account.uid" in text
