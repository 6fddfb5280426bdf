"""The read behind `ifLeaves` and `introductions`, bound to its types. The CLI uses the same one.

Owns how much of the graph is looked at: at most 400 people, theirs and ours together, and the newest 2,000 occasions
of an account's last year.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from graph_service.graph.query import ReadQuery
from graph_service.inference.paths.colleagues import WINDOW_DAYS
from graph_service.resolvers.leaving_rows import NetworkRow

OCCASIONS = 2000


@dataclass(frozen=True, slots=True)
class NetworkAround:
    """Around whom (one of the two uids, the other empty), when, and how much at most."""

    contact_uid: str
    stakeholder_uid: str
    as_of: datetime
    as_of_date: datetime
    as_of_day: int
    since: datetime
    live: bool
    place_limit: int
    people_limit: int
    user_limit: int
    occasion_limit: int
    include_alumni: bool


NETWORK = ReadQuery("read.leaving_network", NetworkAround, NetworkRow)


@dataclass(frozen=True, slots=True)
class Whom:
    """A person, or a person at one account; and the moment: `date` is its day as stored, `day` its number."""

    contact_uid: str
    stakeholder_uid: str
    at: datetime
    date: datetime
    day: int
    live: bool


def of_contact(whom: Whom, contact_uid: str) -> Whom:
    """Return the same moment of a person."""
    return replace(whom, contact_uid=contact_uid, stakeholder_uid="")


def around_one_place(whom: Whom) -> NetworkAround:
    """Return what to read of the one account where they were seen last: 320 people there and 80 of ours."""
    return _around(whom, places=1, people=320, users=80, alumni=False)


def around_all_places(whom: Whom) -> NetworkAround:
    """Return what to read of up to three accounts they are at, with who knew somebody there elsewhere."""
    return _around(whom, places=3, people=100, users=33, alumni=True)


def _around(whom: Whom, *, places: int, people: int, users: int, alumni: bool) -> NetworkAround:
    return NetworkAround(
        contact_uid=whom.contact_uid,
        stakeholder_uid=whom.stakeholder_uid,
        as_of=whom.at,
        as_of_date=whom.date,
        as_of_day=whom.day,
        since=whom.date - timedelta(days=WINDOW_DAYS - 1),
        live=whom.live,
        place_limit=places,
        people_limit=people,
        user_limit=users,
        occasion_limit=OCCASIONS,
        include_alumni=alumni,
    )
