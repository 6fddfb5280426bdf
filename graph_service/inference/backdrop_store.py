"""What holds for the whole workspace ↔ how it is kept: beside the pinned months, as names and numbers.

It is kept only to tell whether what was known of past days has changed, which concerns every account.
"""

from collections.abc import Iterable
from typing import Any

from graph_service.domain.ids import Ids
from graph_service.inference.casefile import Backdrop
from graph_service.inference.queries import ModelRow

KEY = "backdrop"
FROZEN, SHUT, USE_DAY, USE, TICKETS = "frozen ", "shut", "use day", "use", "tickets a week"


def backdrop_row(backdrop: Backdrop, ids: Ids) -> dict[str, Any]:
    """Return the row that keeps a backdrop."""
    pairs = [(f"{FROZEN}{channel}", float(day)) for channel, day in sorted(backdrop.frozen)]
    pairs += [(SHUT, float(day)) for day in sorted(backdrop.shutdown_days)]
    for day, value in backdrop.usage_common:
        pairs += [(USE_DAY, float(day)), (USE, value)]
    pairs.append((TICKETS, backdrop.tickets_per_week))
    names, values = [name for name, _ in pairs], [value for _, value in pairs]
    return {"uid": ids.uid("model", KEY), "month": KEY, "names": names, "values": values}


def stored_backdrop(rows: Iterable[ModelRow]) -> Backdrop | None:
    """Return the backdrop as it was kept last, None where there is none."""
    row = next((one for one in rows if one.month == KEY), None)
    if row is None:
        return None
    pairs = list(zip(row.names, row.values, strict=True))
    days = [int(value) for name, value in pairs if name == USE_DAY]
    use = [value for name, value in pairs if name == USE]
    return Backdrop(
        frozen=frozenset((name.removeprefix(FROZEN), int(value)) for name, value in pairs if name.startswith(FROZEN)),
        shutdown_days=frozenset(int(value) for name, value in pairs if name == SHUT),
        usage_common=tuple(zip(days, use, strict=True)),
        tickets_per_week=next(value for name, value in pairs if name == TICKETS),
    )


def goes_on(old: Backdrop | None, new: Backdrop) -> bool:
    """Tell whether `new` says of the days that `old` knew what `old` said: then only accounts with news are concerned.

    Use has new days every day, and they concern the accounts whose use it is. A source or a week that stands still
    concerns everybody.
    """
    if old is None:
        return False
    same = (old.frozen, old.shutdown_days, old.tickets_per_week) == (
        new.frozen, new.shutdown_days, new.tickets_per_week,
    )  # fmt: skip
    return same and new.usage_common[: len(old.usage_common)] == old.usage_common
