"""Rows of accounts → the rows to write of all that is inferred of them and their people. Pure; runs in any process."""

from collections.abc import Sequence

from graph_service.domain.ids import Ids
from graph_service.inference import inferred_rows as rows
from graph_service.inference import queries as q
from graph_service.inference import writes as w
from graph_service.inference.cases import case_file
from graph_service.inference.people_graph import CaseFacts, infer_case
from graph_service.inference.prepared import Footing, Prepared, Row


def prepare_accounts(batch: Sequence[Row], footing: Footing) -> Prepared:
    """Return what is to be written of a batch of accounts and their people."""
    facts = [
        infer_case(case_file(row, footing.workspace), footing.backdrop, footing.models, footing.horizon_day)
        for row in batch
    ]
    ids = footing.workspace.ids
    people, accounts = _people(facts, ids), _accounts(facts, ids)
    return Prepared([one.uid for one in facts], people.gone + accounts.gone, people.steps + accounts.steps)


def _people(facts: Sequence[CaseFacts], ids: Ids) -> Prepared:
    people = [(uid, parts) for one in facts for uid, parts in one.people.items()]
    copies = [{"uid": uid, "properties": rows.copies_of(parts)} for uid, parts in people]
    series = [row for _, parts in people for row in rows.all_series(parts, ids)]
    gone = [uid for one, parts in people for uid in rows.gone_series(one, rows.PERSON_SERIES, parts, ids)]
    spells = [
        w.spells_row(uid, (spell for part in parts for spell in part.spells), ids, rows.PERSON_SPELLS)
        for uid, parts in people
    ]
    links = [rows.links_row(uid, parts) for uid, parts in people]
    support = [row for _, parts in people for row in rows.supports(parts, ids)]
    steps = [
        (q.WRITE_STAKEHOLDERS, copies), (q.WRITE_STAKEHOLDER_SERIES, series), (q.WRITE_STAKEHOLDER_SPELLS, spells),
        (q.WRITE_LINKS, links), (q.WRITE_SUPPORT, support),
    ]  # fmt: skip
    return Prepared([uid for uid, _ in people], gone, steps)


def _accounts(facts: Sequence[CaseFacts], ids: Ids) -> Prepared:
    copies, series, spells, support, gone = [], [], [], [], []
    for one in facts:
        own = w.account_row(one.basis)
        review = [day for day in (one.basis.review_day, *_reviews(one)) if day is not None]
        own["properties"] |= rows.copies_of(one.account) | {"review_at": w.moment(min(review, default=None))}
        copies.append(own)
        series += w.series_rows(one.uid, w.account_series(one.basis), ids) + rows.all_series(one.account, ids)
        gone += w.empty_series(one.uid, w.account_series(one.basis), ids)
        gone += rows.gone_series(one.uid, rows.ACCOUNT_SERIES, one.account, ids)
        spells.append(
            w.spells_row(one.uid, [*one.basis.spells, *(spell for part in one.account for spell in part.spells)], ids)
        )
        support += rows.supports(one.account, ids)
    steps = [
        (q.WRITE_ACCOUNTS, copies), (q.WRITE_ACCOUNT_SERIES, series), (q.WRITE_ACCOUNT_SPELLS, spells),
        (q.WRITE_SUPPORT, support),
    ]  # fmt: skip
    return Prepared([one.uid for one in facts], gone, steps)


def _reviews(facts: CaseFacts) -> list[int | None]:
    """Return when anything said of the account or its people may change without news."""
    return [part.review_day for parts in (facts.account, *facts.people.values()) for part in parts]
