"""The visible first page is not filled by one account or one playbook (decision 20)."""

from hypothesis import given
from hypothesis import strategies as st

from graph_service.rules.diversity import spread

Item = tuple[float, str, str, str]
ITEMS = st.tuples(st.floats(-5, 9), st.sampled_from("abc"), st.sampled_from("pq"), st.text(max_size=3))


def same(item: Item) -> Item:
    return item


def test_a_second_action_on_one_account_gives_way_to_another_account() -> None:
    items: list[Item] = [(5.0, "a", "p", "1"), (4.9, "a", "p", "2"), (4.6, "b", "p", "3")]
    assert [one[3] for one in spread(items, same)] == ["1", "3", "2"]


def test_a_far_better_action_keeps_its_place() -> None:
    items: list[Item] = [(5.0, "a", "p", "1"), (4.9, "a", "p", "2"), (1.0, "b", "q", "3")]
    assert [one[3] for one in spread(items, same)] == ["1", "2", "3"]


@given(st.lists(ITEMS, max_size=12, unique_by=lambda item: item[3]))
def test_nothing_is_lost_and_the_order_of_the_input_does_not_matter(items: list[Item]) -> None:
    assert sorted(spread(items, same)) == sorted(items)
    assert spread(items, same) == spread(items[::-1], same)
