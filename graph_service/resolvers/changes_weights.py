"""Which differences are told as changes, of what kind, and how much each matters. Pure; no number lies elsewhere.

A change is named `fact:before>after` with `-` for no state, `fact:passed` for what began and ended in between,
`fact:same` for a state that leaves something else open, `fact:other` for any other known pair. What is not listed here
is not told. Weights are points: 70 a champion lost, 5 a new face; influence and the size of a move come on top.
"""

from collections.abc import Iterator, Mapping
from functools import cache

from graph_service.schema.changes import ChangeKind as K

INFLUENCE = 20.0
"""Points for the highest influence of the person."""
HEALTH_STEP = 10.0
"""Points of health from which a move is told; each point of the move adds one to the weight."""
METRICS = {
    "champion": "champion_probability", "departure": "departure_probability", "engagement": "strength",
    "sentiment": "sentiment", "account sentiment": "sentiment", "health points": "health", "usage": "usage_weekly",
    "tickets": "tickets_weekly",
}  # fmt: skip
"""The number that is shown at both ends beside a state."""
Weighed = tuple[str, K, float]

_NOT_YET = ("-", "supporter", "coach", "lapsed", "departed")
_CHAMPION: tuple[Weighed, ...] = (
    *((f"champion:{one}>champion", K.CHAMPION_WON, 40.0) for one in _NOT_YET),
    *((f"champion:{one}>at_risk", K.CHAMPION_AT_RISK, 60.0) for one in (*_NOT_YET, "champion")),
    ("champion:at_risk>champion", K.CHAMPION_WON, 25.0),
    *(
        (f"champion:{one}>{other}", K.CHAMPION_LOST, 80.0 if other == "departed" else 70.0)
        for one in ("champion", "at_risk")
        for other in _NOT_YET
    ),
    *(
        (f"champion:{one}>{other}", K.SUPPORT_CHANGED, 10.0)
        for one in _NOT_YET
        for other in _NOT_YET
        if one != other and {one, other} & {"supporter", "coach"}
    ),
)
_DEPARTURE: tuple[Weighed, ...] = (
    *((f"departure:{one}>departed", K.DEPARTED, 50.0) for one in ("-", "watch", "gone_quiet")),
    *((f"departure:{one}>gone_quiet", K.GONE_QUIET, 30.0) for one in ("-", "watch")),
    ("departure:->watch", K.DEPARTURE_WATCH, 10.0),
    *((f"departure:departed>{one}", K.BACK, 30.0) for one in ("-", "watch", "gone_quiet")),
    *((f"departure:gone_quiet>{one}", K.BACK, 20.0) for one in ("-", "watch")),
    ("departure:watch>-", K.BACK, 3.0),
    ("departure:same", K.NEW_EMPLOYER, 30.0),
)
_LEVELS = ("inactive", "low", "medium", "high")
_ENGAGEMENT: tuple[Weighed, ...] = tuple(
    (f"engagement:{one}>{other}", K.ENGAGEMENT_UP, 4.0 * (there - here))
    if there > here
    else (f"engagement:{one}>{other}", K.ENGAGEMENT_DOWN, 8.0 * (here - there))
    for here, one in enumerate(_LEVELS)
    for there, other in enumerate(_LEVELS)
    if here != there
)


def _tone(fact: str, scale: float) -> Iterator[Weighed]:
    for one in ("-", "rising"):
        yield f"{fact}:{one}>falling", K.SENTIMENT_FALLING, 25.0 * scale
    for one in ("-", "falling"):
        yield f"{fact}:{one}>rising", K.SENTIMENT_RISING, 12.0 * scale
    yield f"{fact}:falling>-", K.SENTIMENT_SETTLED, 8.0 * scale
    yield f"{fact}:rising>-", K.SENTIMENT_SETTLED, 4.0 * scale


_ACCOUNT: tuple[Weighed, ...] = (
    *((f"quiet:{one}>quiet", K.ACCOUNT_QUIET, 35.0) for one in ("-", "normal", "unknown")),
    *((f"quiet:quiet>{one}", K.ACCOUNT_BACK, 15.0) for one in ("-", "normal", "unknown")),
    *((f"event domain_moved:{one}", K.DOMAIN_MOVED, 20.0) for one in ("->domain_moved", "passed")),
    *((f"event incident:{one}", K.INCIDENT, 20.0) for one in ("->incident", "passed")),
    ("usage:->falling", K.USAGE_FALLING, 45.0),
    ("usage:falling>-", K.USAGE_RECOVERED, 15.0),
    ("usage:passed", K.USAGE_FALLING, 12.0),
    ("tickets:->surge", K.TICKET_SURGE, 35.0),
    ("tickets:surge>-", K.TICKETS_NORMAL, 8.0),
    ("tickets:passed", K.TICKET_SURGE, 12.0),
    ("escalation:->escalated", K.ESCALATED, 40.0),
    ("escalation:escalated>-", K.TICKETS_NORMAL, 10.0),
    ("escalation:passed", K.ESCALATED, 15.0),
    ("competitor:->mentioned", K.COMPETITOR, 20.0),
    ("competitor:same", K.COMPETITOR, 12.0),
    ("competitor:passed", K.COMPETITOR, 8.0),
    ("health points:down", K.HEALTH_DOWN, 20.0),
    ("health points:up", K.HEALTH_UP, 8.0),
    ("crm arr:other", K.CRM_CHANGED, 25.0),
    ("crm lifecycle:other", K.CRM_CHANGED, 20.0),
    ("crm renewal_at:other", K.CRM_CHANGED, 15.0),
    ("crm segment:other", K.CRM_CHANGED, 5.0),
)
_PERSON: tuple[Weighed, ...] = (("role:other", K.TITLE_CHANGED, 12.0), ("person:passed", K.NEW_PERSON, 5.0))


@cache
def table() -> Mapping[str, tuple[K, float]]:
    """Return change → its kind and its points, every change once."""
    tones = (*_tone("sentiment", 1.0), *_tone("account sentiment", 1.6))
    rows = (*_CHAMPION, *_DEPARTURE, *_ENGAGEMENT, *tones, *_ACCOUNT, *_PERSON)
    assert len({name for name, _, _ in rows}) == len(rows), "a change is listed twice"
    return {name: (kind, points) for name, kind, points in rows}


def weights() -> dict[str, float]:
    """Return change → points, as the statement takes them."""
    return {name: points for name, (_, points) in table().items()}


def kind_of(change: str) -> K:
    """Return the kind of a change that the statement told."""
    fact = change.partition(":")[0]
    return table()[change if change in table() else f"{fact}:other"][0]
