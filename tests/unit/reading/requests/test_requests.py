"""Feature requests: what customers want the product to do, and all that only looks like it (design, section 8)."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.reading.findings import Finding
from graph_service.reading.requests.requests import find_requests
from graph_service.reading.setting import Setting, Turn, Vocabulary

NAMES = Vocabulary(("Fernhill",), (("Larkspur", "LK"),), ("rota",), (("Quillan",),))
HOSTILE = (
    "can you add " * 8_000,
    "is there a " * 9_000,
    "we need, " * 11_000,
    "it is " * 16_000,
    "would be " * 11_000,
    "?" * 100_000,
    "the app can not " * 6_000,
    "keeps asking me for the " * 4_000,
    "will not move on without ever " * 3_300,
    "if it had " * 10_000,
    "when eva is away, the " * 4_500,
    "one wrong click and " * 5_000,
    "hours merging the lists " * 4_000,
    "please make the " * 6_000,
    "the list only shows the list could " * 2_900,
    "if the app could show, we " * 3_800,
    "every time i scroll it goes the " * 3_000,
    "we type the same order into each " * 3_000,
    "as soon as you offer the " * 4_000,
    "it would be a if the app " * 4_000,
    "would be heaven " * 6_000,
    "the old tool had no button to " * 3_300,
    "nobody can see from the list who " * 3_000,
    "only one user can at a " * 4_300,
    "we have to call each " * 4_700,
    "the export is too small for the " * 3_000,
)


def found(text: str, *, is_ours: bool | None = False) -> list[Finding]:
    return find_requests(Turn(text, is_ours), Setting(NAMES))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("We need to be able to filter the dashboards by region.", "filter the dashboards by region"),
        ("Can you add a dark mode?", "dark mode"),
        ("Larkspur lacks a proper audit log.", "proper audit log"),
        ("Any plans for a Power BI connector?", "power bi connector"),
        ("I wish there was a month view that I could print.", "month view that i could print"),
        ("Is there a way to mute alerts at the weekend?", "mute alerts at the weekend"),
    ],
)
def test_a_request_is_found_with_the_thing_wanted(text: str, value: str) -> None:
    (one,) = found(text)
    assert (one.kind, one.value, one.quote, one.weight) == ("request", value, text, 0)


@pytest.mark.parametrize("text", ["We need SSO; NDA is signed.", "We need API; quote is fine."])
def test_a_short_thing_wanted_does_not_answer_for_the_words_after_it(text: str) -> None:
    """What speaks against a request counts up to the thing wanted, and not as far again after it."""
    assert [one.value for one in found(text)] == [text.lower().partition(";")[0].removeprefix("we ")]


@pytest.mark.parametrize(
    "text",
    [
        "Can you send me the invoice?",
        "We need a meeting next week.",
        "Can you reset my password?",
        "The export doesn't work since yesterday.",
        "Great that you added bulk edit.",
        "Could you add Tom to the invite?",
        "It would be great if you could send me the deck.",
        "What we need from you is the user list.",
        "We no longer need the export.",
        "Is it possible to see the report before Friday?",
    ],
)
def test_other_asks_are_no_feature_requests(text: str) -> None:
    assert found(text) == []


def test_an_announced_wish_is_named_by_the_next_sentence() -> None:
    (one,) = [
        one
        for one in found("Can I put something on your list? The plan uses the wrong bank holidays.")
        if one.rule == "announced"
    ]
    assert "bank holidays" in one.value


def test_our_own_people_ask_for_nothing() -> None:
    assert found("Can you add a dark mode?", is_ours=True) == []


@pytest.mark.parametrize(("part", "precision", "recall"), [("tuning", 0.9, 0.8), ("kept", 0.8, 0.5)])
def test_written_lines_meet_the_bar(part: str, precision: float, recall: float) -> None:
    lines = (Path(__file__).parent / f"lines_{part}.tsv").read_text(encoding="utf-8").splitlines()
    pairs = [(label != "none", bool(found(text))) for label, text in (line.split("\t") for line in lines)]
    right = sum(real and hit for real, hit in pairs)
    assert right / sum(hit for _, hit in pairs) >= precision
    assert right / sum(real for real, _ in pairs) >= recall


@pytest.mark.parametrize(("part", "precision", "recall"), [("tuning", 0.9, 0.9), ("kept", 0.9, 0.6)])
def test_lines_of_a_second_hand_meet_the_bar(part: str, precision: float, recall: float) -> None:
    lines = (Path(__file__).parent / f"lines_second_{part}.tsv").read_text(encoding="utf-8").splitlines()
    pairs = [(label != "none", bool(found(text))) for label, text in (line.split("\t") for line in lines)]
    right = sum(real and hit for real, hit in pairs)
    assert right / sum(hit for _, hit in pairs) >= precision
    assert right / sum(real for real, _ in pairs) >= recall


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("In our old system we could colour the shifts, here we can't.", "compares"),
        ("The number of rows per export is too low.", "limit"),
        ("It is important that guests can cancel by text message.", "must"),
        ("Our nurses would benefit from voice input.", "would_help"),
        ("Every Friday I retype the totals into our payroll.", "works_round"),
        ("We must be able to delete a visitor after a month.", "must_be_able"),
    ],
)
def test_free_forms_of_asking_are_found(text: str, form: str) -> None:
    assert [one.topic for one in found(text)] == [form]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("My team keeps asking whether they can filter by location.", "asked_for"),
        ("Half my team would use it more if it worked offline.", "on_condition"),
        ("The board won't sign off without an audit trail.", "on_condition"),
        ("A stumbling block for our nurses is that there is no dark mode.", "in_the_way"),
        ("The reports don't show who made the change.", "passive_gap"),
        ("We were promised an export to PDF.", "promised"),
        ("I looked everywhere for a setting to change the date format.", "looked_for"),
        ("With Quillan you get a push notification, with Larkspur you have to look yourself.", "used_to_have"),
        ("Anna spends two hours every Friday merging the lists.", "toil"),
        ("Let us choose which columns show up.", "tells_us_to"),
        ("How hard would it be to add a second language to the forms?", "tells_us_to"),
        ("I get forty mails a day from the system.", "flood"),
        ("Everybody can overwrite the prices.", "blind_spot"),
        ("When Eva is on holiday, nothing gets approved.", "standstill"),
        ("Compliance asks for an approval step by mail.", "others_want"),
        ("You know what I miss? Keyboard shortcuts for the rota.", "announced"),
    ],
)
def test_indirect_needs_are_found(text: str, form: str) -> None:
    assert form in [one.topic for one in found(text)]


@pytest.mark.parametrize(
    "text",
    [
        "We were promised an answer by Monday.",
        "My team keeps asking about the new office.",
        "The board won't sign off before the budget is approved.",
        "We are still waiting on our IT for the sandbox.",
        "How hard would it be to find a date in May?",
        "You know what would be brilliant? A beer.",
        "We could really do with your help on Friday.",
        "Let us know which day suits you.",
        "When Eva is on holiday, please write to Tom.",
        "Anyone can join the call.",
        "Our admin spends two hours every Friday with the auditors.",
        "I get too many mails, sorry for the late reply.",
    ],
)
def test_needs_of_other_things_are_no_feature_requests(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("The mask ought to accept two phone numbers.", "part_should"),
        ("The rota ignores the ferry times.", "part_falls_short"),
        ("The forecast is far too coarse for us.", "part_falls_short"),
        ("Nobody can tell from the overview which ward is short of staff.", "part_unseen"),
        ("The ward needs it in Finnish.", "part_wanted"),
        ("I'd give a lot for a quieter start page.", "dream"),
        ("If the scanner could print the weight, we would save one person.", "would_if"),
        ("It would be a relief if visitors could sign in by themselves.", "would_if"),
        ("Please warn me before a permit runs out.", "tells_me"),
        ("The cooks enter the menu twice, for you and for the till.", "twice"),
        ("We still keep the keys in a notebook.", "by_other_means"),
        ("Volunteers should be able to swap their duties.", "must_be_able"),
        ("We can't book two rooms at once.", "should_be_able"),
        ("There's no field for the crane number.", "has_not"),
        ("Quillan shows the tide, yours does not.", "has_not"),
        ("The one feature we'd pay for is a tide table.", "worth_it"),
    ],
)
def test_wishes_are_found_where_no_part_of_a_program_is_wanted_by_name(text: str, form: str) -> None:
    assert form in [one.topic for one in found(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Can the list be sorted by ward, or do I have to ask you?",
        "Does the export work on Sundays?",
        "Can you send me an export of all our data?",
        "Can we have the report for March?",
        "Could you extend the trial by a month?",
        "Please add two more users to the portal.",
        "The export stops at 40% and then nothing.",
        "In the old tool they had that on one page, a bit nicer.",
        "I would be delighted to have you on the panel.",
        "Others would benefit from our report.",
        "You could use our form as an example.",
        "Everyone can see the prices now, perfect.",
        "A user in hall two has no access rights, who can grant them?",
        "It would be easier to talk on the phone.",
        "We'd join if you had time for a call.",
        "If we could talk tomorrow, I would bring the list.",
        "Let the team know what you find.",
        "We still use another vendor.",
        "The users can't come on Monday.",
    ],
)
def test_help_papers_access_and_what_is_there_are_no_feature_requests(text: str) -> None:
    assert found(text) == []


@pytest.mark.timeout(10)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_read_in_time(text: str) -> None:
    assert isinstance(found(text), list)


@given(st.text(max_size=400))
def test_arbitrary_text_never_raises(text: str) -> None:
    for one in found(text):
        assert text[one.start : one.end] == one.quote
