"""The order of the first page a person sees: the best first, without one account or playbook filling it. Pure.

Each further action on the same account counts half, of the same playbook 0.85 (inference.md, section 9). Only the
visible first page is ordered so; the stored score, and paging by it, stay as they are (decision 20).
"""

from collections import Counter
from collections.abc import Callable, Sequence
from math import log
from typing import TypeVar

SAME_ACCOUNT = log(0.5)
SAME_PLAYBOOK = log(0.85)
T = TypeVar("T")


def spread(items: Sequence[T], traits: Callable[[T], tuple[float, str, str, str]]) -> list[T]:
    """Return `items` in the order to show; `traits` gives (ln EV, account, playbook, key). Greedy, ties by key."""
    left = {place: traits(item) for place, item in enumerate(items)}
    accounts: Counter[str] = Counter()
    playbooks: Counter[str] = Counter()
    out: list[T] = []
    while left:

        def worth(place: int) -> tuple[float, str]:
            score, account, playbook, key = left[place]
            return -(score + accounts[account] * SAME_ACCOUNT + playbooks[playbook] * SAME_PLAYBOOK), key

        best = min(left, key=worth)
        _, account, playbook, _ = left.pop(best)
        accounts[account] += 1
        playbooks[playbook] += 1
        out.append(items[best])
    return out
