"""What a reader of alerts asks for → the page to read. Pure; the command line uses it too."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from graph_service.resolvers.alerts_rows import AlertPage
from graph_service.schema.alerts import AlertKind

EVER = datetime(1900, 1, 1, tzinfo=UTC)
FIRST_PLACE = (1 << 62, 9, "")
"""Before every alert: with it a page starts at the newest."""
NEW = "person new"
Place = tuple[int, int, str]


def alert_page(
    as_of_date: datetime,
    limit: int,
    *,
    kinds: Sequence[AlertKind] | None = None,
    subjects: Iterable[str] | None = None,
    since: datetime = EVER,
    after: Place = FIRST_PLACE,
    evidence: bool = False,
) -> AlertPage:
    """Return the page: of all kinds for None or an empty list, of all accounts unless `subjects` names some."""
    words = [str(one.value).partition(" ") for one in kinds or AlertKind]
    states = {subject: sorted({rest for of, _, rest in words if of == subject}) for subject in ("person", "account")}
    told = {rest for rest in (*states["person"], *states["account"]) if rest != NEW}
    return AlertPage(
        subject_uids=None if subjects is None else sorted(subjects),
        kinds=sorted({one.partition(" ")[0] for one in told}),
        person_states=[one for one in states["person"] if one != NEW],
        account_states=states["account"],
        include_new=NEW in states["person"],
        as_of_date=as_of_date,
        since=since,
        after_at=after[0],
        after_rank=after[1],
        after_uid=after[2],
        limit=limit,
        include_evidence=evidence,
    )
