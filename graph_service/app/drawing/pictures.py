"""What a picture shows: plain records of names, numbers and days. No behaviour but looking a day up.

Days are epoch days. Lines are change points: `values[i]` holds from `days[i]` to the next point.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

GROUPS = ("champion", "at_risk", "active", "outside")
"""Groups of people on a map, from the inner ring to the outer one; the first two share a ring."""


@dataclass(frozen=True, slots=True)
class MapPerson:
    """A person on a map. `group` is one of `GROUPS`; `influence` 0..1, `strength` 0..100; None: not worked out.

    `is_quiet`: gone quiet, may have left. `note` says the state in words, such as "gone quiet, may have left"; it is
    shown to who asks for more.
    """

    uid: str
    name: str
    title: str = ""
    group: str = "active"
    influence: float | None = None
    strength: float | None = None
    has_left: bool = False
    is_away: bool = False
    is_quiet: bool = False
    is_ghost: bool = False
    is_proxy: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class MapColleague:
    """One of our people."""

    uid: str
    name: str


@dataclass(frozen=True, slots=True)
class MapTie:
    """What binds a person to one of ours. `strength` 0..100."""

    person_uid: str
    colleague_uid: str
    strength: float


@dataclass(frozen=True, slots=True)
class MapPicture:
    """The people of one account on a day. `total` counts those the read left out too; `health` 0..100."""

    account: str
    day: int
    health: float | None = None
    health_band: str | None = None
    people: Sequence[MapPerson] = ()
    colleagues: Sequence[MapColleague] = ()
    ties: Sequence[MapTie] = ()
    gaps: Sequence[str] = ()
    total: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """A number over time; None is a gap: not known from that day on."""

    days: Sequence[int] = ()
    values: Sequence[float | None] = ()

    def at(self, day: int) -> float | None:
        """Return the value that holds at the end of `day`; None before the first point and in a gap."""
        place = bisect_right(self.days, day)
        return self.values[place - 1] if place else None


@dataclass(frozen=True, slots=True)
class Band:
    """A state that held from `start` to before `end` (None: it still holds). `label` is the state in words."""

    kind: str
    state: str
    label: str
    start: int
    end: int | None = None


@dataclass(frozen=True, slots=True)
class TrendPicture:
    """One person at one account from `first_day` to `last_day`. Influence 0..1, tone -1..1, strength 0..100.

    `tone` has a gap where too few texts are known; `texts` is their effective number; `reply_hours` business hours.
    """

    name: str
    account: str
    first_day: int
    last_day: int
    strength: Line = field(default_factory=Line)
    tone: Line = field(default_factory=Line)
    texts: Line = field(default_factory=Line)
    reply_hours: Line = field(default_factory=Line)
    influence: Line = field(default_factory=Line)
    bands: Sequence[Band] = ()


@dataclass(frozen=True, slots=True)
class HealthParts:
    """The points of each part of health, which add up to it. They hold to before `end`; None: known of `day` alone."""

    day: int
    end: int | None
    points: Sequence[tuple[str, float]]


@dataclass(frozen=True, slots=True)
class HealthPicture:
    """How one account went from `first_day` to `last_day`. Health 0..100; use and tickets are counts a week."""

    account: str
    first_day: int
    last_day: int
    band: str | None = None
    health: Line = field(default_factory=Line)
    parts: Sequence[HealthParts] = ()
    usage: Line = field(default_factory=Line)
    tickets: Line = field(default_factory=Line)
    bands: Sequence[Band] = ()
