"""Competitors that customers name: open for 90 days, never because we named one (A11)."""

from hypothesis import given
from hypothesis import strategies as st

from graph_service.domain.facts import day_of, epoch_day
from graph_service.inference.casefile import CaseFile, Saying
from graph_service.inference.health.competitors import infer_competitors
from tests.unit.inference.usage.worlds import cut_back, known

START = 20_003


def mention(day: int, name: str, *, by_us: bool = False, rule: str = "competitor") -> Saying:
    return Saying(f"s{day}{name}", "mention", (START + day) * 86_400_000, START + day, f"i{day}", "call", "ann", by_us,
                  topic="neutral", value=name, rule=rule)  # fmt: skip


def account(*sayings: Saying) -> CaseFile:
    return CaseFile("acme", "Acme", sayings=tuple(sorted(sayings, key=lambda one: (one.at_ms, one.uid))))


def test_a_mention_is_told_for_ninety_days_after_the_newest() -> None:
    case = account(mention(0, "Rivalsoft"), mention(40, "RIVALSOFT"))
    (spell,) = infer_competitors(case, START + 200).spells
    assert (spell.kind, spell.state, spell.detail) == ("competitor", "mentioned", "Rivalsoft")
    assert (epoch_day(spell.valid_from), spell.valid_to) == (START, day_of(START + 130))
    facts = infer_competitors(case, START + 129)
    assert facts.spells[0].valid_to is None
    assert dict(facts.copies) == {"competitors": ["RIVALSOFT"]}
    assert facts.review_day == START + 130


def test_a_new_name_begins_a_new_spell_with_both() -> None:
    spells = infer_competitors(account(mention(0, "Rivalsoft"), mention(10, "Otherly")), START + 50).spells
    assert [spell.detail for spell in spells] == ["Rivalsoft", "Otherly, Rivalsoft"]
    assert spells[0].valid_to == spells[1].valid_from
    assert all(term.evidence for spell in spells for term in spell.terms)


def test_our_own_mentions_and_other_mentions_are_none() -> None:
    case = account(mention(0, "Rivalsoft", by_us=True), mention(1, "Ann Lee", rule="person"), mention(2, " "))
    assert infer_competitors(case, START + 9).spells == ()
    assert infer_competitors(case, START + 9).review_day is None


@given(
    st.lists(st.tuples(st.integers(0, 300), st.sampled_from(["A", "b", "B", "C d"]), st.booleans()), max_size=8),
    st.integers(0, 400),
)
def test_a_later_horizon_cut_back_to_a_day_equals_the_facts_of_that_day(
    drawn: list[tuple[int, str, bool]], day: int
) -> None:
    case = account(*{(d, n): mention(d, n, by_us=ours) for d, n, ours in drawn}.values())
    now = infer_competitors(case, START + day)
    assert cut_back(infer_competitors(case, START + 450), START + day) == known(now)
    if now.review_day is not None:
        quiet = account(*(one for one in case.sayings if one.day <= START + day))
        assert known(infer_competitors(quiet, now.review_day - 1)) == known(now)
