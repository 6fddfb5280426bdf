"""Rows of accounts → the rows to write of all that is inferred of them and their people. Pure; runs in any process."""

from collections.abc import Collection, Sequence

from graph_service.domain.ids import Ids
from graph_service.inference import inferred_rows as rows
from graph_service.inference import queries as q
from graph_service.inference import writes as w
from graph_service.inference.cases import case_file
from graph_service.inference.inferred import Inferred
from graph_service.inference.people_graph import CaseFacts, infer_case
from graph_service.inference.prepared import Footing, Prepared, Row, Step, Write
from graph_service.inference.standing import COPIES, GONE, LINKS, SPELLS, SUPPORT, SubjectRows, news_of, series_part

Parts = tuple[SubjectRows, frozenset[str]]
"""What would be written of a subject, and which parts of it are news."""
RULING_UID = 2
"""Its place in the row of a ruling (`cypher/inference/read_case_people.cypher`)."""


def prepare_accounts(batch: Sequence[Row], footing: Footing) -> Prepared:
    """Return what is to be written of a batch of accounts and their people: whatever is not stored already."""
    facts = [
        infer_case(case_file(row, footing.workspace), footing.backdrop, footing.models, footing.horizon_day)
        for row in batch
    ]
    ids = footing.workspace.ids
    decided = {ruling[RULING_UID] for row in batch for person in row["people"] for ruling in person["rulings"]}
    people = [_person(uid, parts, ids, decided) for one in facts for uid, parts in one.people.items()]
    accounts = [_account(one, ids, decided) for one in facts]
    stored = {} if footing.rewrite else {one["uid"]: one["stands"] for row in batch for one in (row, *row["people"])}
    new_people = [(one, news_of(one, stored)) for one in people]
    new_accounts = [(one, news_of(one, stored)) for one in accounts]
    return Prepared(
        [one.uid for one in (*people, *accounts)],
        [uid for one, news in (*new_people, *new_accounts) if GONE in news for uid in one.gone],
        _steps(new_people, q.WRITE_STAKEHOLDERS, q.WRITE_STAKEHOLDER_SERIES, q.WRITE_STAKEHOLDER_SPELLS)
        + _steps(new_accounts, q.WRITE_ACCOUNTS, q.WRITE_ACCOUNT_SERIES, q.WRITE_ACCOUNT_SPELLS),
    )


def _person(uid: str, parts: Sequence[Inferred], ids: Ids, decided: Collection[str]) -> SubjectRows:
    spells = (spell for part in parts for spell in part.spells)
    return SubjectRows(
        uid=uid,
        copies={"uid": uid, "properties": rows.copies_of(parts)},
        series=rows.all_series(parts, ids),
        gone=rows.gone_series(uid, rows.PERSON_SERIES, parts, ids),
        spells=w.spells_row(uid, spells, ids, rows.PERSON_SPELLS),
        support=rows.supports(parts, ids, decided),
        links=rows.links_row(uid, parts),
    )


def _account(one: CaseFacts, ids: Ids, decided: Collection[str]) -> SubjectRows:
    own, series = w.account_row(one.basis), w.account_series(one.basis)
    review = [day for day in (one.basis.review_day, *_reviews(one)) if day is not None]
    own["properties"] |= rows.copies_of(one.account) | {"review_at": w.moment(min(review, default=None))}
    gone = w.empty_series(one.uid, series, ids) + rows.gone_series(one.uid, rows.ACCOUNT_SERIES, one.account, ids)
    return SubjectRows(
        uid=one.uid,
        copies=own,
        series=w.series_rows(one.uid, series, ids) + rows.all_series(one.account, ids),
        gone=gone,
        spells=w.spells_row(one.uid, [*one.basis.spells, *(s for part in one.account for s in part.spells)], ids),
        support=rows.supports(one.account, ids, decided),
    )


def _steps(subjects: Sequence[Parts], copies: Write, series: Write, spells: Write) -> list[Step]:
    """Return the rows of each statement, of the parts that are news; the first three differ by what is told of."""
    return [
        (copies, [one.copies for one, news in subjects if COPIES in news]),
        (series, [row for one, news in subjects for row in one.series if series_part(row) in news]),
        (spells, [one.spells for one, news in subjects if SPELLS in news]),
        (q.WRITE_LINKS, [one.links for one, news in subjects if LINKS in news and one.links is not None]),
        (q.WRITE_SUPPORT, [row for one, news in subjects if SUPPORT in news for row in one.support]),
    ]


def _reviews(facts: CaseFacts) -> list[int | None]:
    """Return when anything said of the account or its people may change without news."""
    return [part.review_day for parts in (facts.account, *facts.people.values()) for part in parts]
