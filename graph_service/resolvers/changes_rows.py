"""The rows of the changes between two moments, as `read.changes` returns them. No behaviour."""

from dataclasses import dataclass

Millis = int


@dataclass(frozen=True, slots=True)
class ChangeSource:
    """One difference. `change` is its name in the table of weights; values are the numbers behind it at both ends.

    `base`, `influence` and `move` are what `weight` is the sum of (`changes_weights`). `is_ahead` tells that what is
    said now begins after the later day: the last day of somebody who is leaving.
    """

    key: str
    fact: str
    change: str
    weight: float
    base: float
    influence: float | None
    move: float | None
    account_uid: str
    account_name: str
    stakeholder_uid: str | None
    name: str | None
    before: str | None
    after: str | None
    before_detail: str | None
    after_detail: str | None
    is_ahead: bool
    since: Millis
    before_value: float | None
    after_value: float | None
    term_names: list[str]
    term_values: list[float]


@dataclass(frozen=True, slots=True)
class ChangesRow:
    """A page of differences, weightiest first; `total` counts those of all pages."""

    changes: list[ChangeSource]
    total: int
