"""Rows of accounts → the rows to write of all that is inferred of them and their people. Pure; runs in any process."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from graph_service.domain.ids import Ids
from graph_service.inference import inferred_rows as rows
from graph_service.inference import queries as q
from graph_service.inference import writes as w
from graph_service.inference.case_events import stored_answers
from graph_service.inference.casefile import CaseFile, Person
from graph_service.inference.cases import case_file
from graph_service.inference.engagement import KIND as ENGAGEMENT
from graph_service.inference.happenings import opened
from graph_service.inference.inferred import Inferred
from graph_service.inference.own_facts import with_own_facts
from graph_service.inference.people_graph import CaseFacts, infer_case
from graph_service.inference.prepared import Footing, Prepared, Row, Step, Write
from graph_service.inference.results import StakeholderFacts
from graph_service.inference.standing import (
    COPIES,
    GONE,
    LINKS,
    SPELLS,
    SUPPORT,
    TIES,
    SubjectRows,
    news_of,
    series_part,
)

Parts = tuple[SubjectRows, frozenset[str]]
"""What would be written of a subject, and which parts of it are news."""


def prepare_accounts(batch: Sequence[Row], footing: Footing) -> Prepared:
    """Return what is to be written of a batch of accounts and their people: whatever is not stored already."""
    ids = footing.workspace.ids
    people: list[SubjectRows] = []
    accounts: list[SubjectRows] = []
    answers: list[Row] = []
    for row in batch:
        happened = opened(row["happened"])
        bare = case_file(row, happened, footing.workspace)
        case, alone = with_own_facts(bare, footing.models, footing.horizon_day)
        facts = infer_case(case, footing.backdrop, footing.models, footing.horizon_day)
        decided = {ruling.uid for person in case.people for ruling in person.rulings}
        for one in case.people:
            own = _alone(one, alone[one.uid], ids, footing.horizon_day)
            people.append(_person(own, facts.people[one.uid], ids, decided))
        accounts.append(_account(facts, ids, decided))
        answers += _answers(case, {} if footing.rewrite else stored_answers(happened))
    stored = {} if footing.rewrite else {one["uid"]: one["stands"] for row in batch for one in (row, *row["people"])}
    new_people = [(one, news_of(one, stored)) for one in people]
    new_accounts = [(one, news_of(one, stored)) for one in accounts]
    return Prepared(
        len(people),
        [one.uid for one in (*people, *accounts)],
        [uid for one, news in (*new_people, *new_accounts) if GONE in news for uid in one.gone],
        _steps(new_people, q.WRITE_STAKEHOLDERS, q.WRITE_STAKEHOLDER_SERIES, q.WRITE_STAKEHOLDER_SPELLS)
        + _steps(new_accounts, q.WRITE_ACCOUNTS, q.WRITE_ACCOUNT_SERIES, q.WRITE_ACCOUNT_SPELLS)
        + [(q.WRITE_ANSWERS, answers)],
    )


def _alone(person: Person, facts: StakeholderFacts, ids: Ids, horizon_day: int) -> SubjectRows:
    """Return what is inferred of a person without their account."""
    series = w.stakeholder_series(facts)
    return SubjectRows(
        uid=facts.uid,
        copies=w.stakeholder_row(person, facts, horizon_day),
        series=w.series_rows(facts.uid, series, ids),
        gone=w.empty_series(facts.uid, series, ids),
        spells=w.spells_row(facts.uid, facts.spells, ids, (ENGAGEMENT,)),
        support=[w.support_row(facts.uid, "strength", facts.strength, ids)] if facts.strength_series.days else [],
        ties=w.ties_row(facts),
    )


def _person(own: SubjectRows, parts: Sequence[Inferred], ids: Ids, decided: Collection[str]) -> SubjectRows:
    """Return all rows of a person: their own and what is inferred of them within their account."""
    spells = w.spells_row(own.uid, (spell for part in parts for spell in part.spells), ids, rows.PERSON_SPELLS)
    return replace(
        own,
        copies={"uid": own.uid, "properties": own.copies["properties"] | rows.copies_of(parts, rows.OF_PERSON)},
        series=own.series + rows.all_series(parts, ids),
        gone=own.gone + rows.gone_series(own.uid, rows.PERSON_SERIES, parts, ids),
        spells=own.spells | {key: own.spells[key] + spells[key] for key in ("kinds", "spells")},
        support=own.support + rows.supports(parts, ids, decided),
        links=rows.links_row(own.uid, parts),
    )


def _answers(case: CaseFile, stored: Mapping[str, list[Any]]) -> list[Row]:
    """Return the answers of asks that are not stored as they are."""
    told = ("answered_at", "rule", "answer_uid")
    return [row for row in w.answer_rows(case.answers) if stored.get(row["uid"]) != [row[name] for name in told]]


def _account(one: CaseFacts, ids: Ids, decided: Collection[str]) -> SubjectRows:
    own, series = w.account_row(one.basis), w.account_series(one.basis)
    review = [day for day in (one.basis.review_day, *_reviews(one)) if day is not None]
    own["properties"] |= rows.copies_of(one.account, rows.OF_ACCOUNT) | {
        "review_at": w.moment(min(review, default=None))
    }
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
        (q.WRITE_TIES, [one.ties for one, news in subjects if TIES in news and one.ties is not None]),
        (q.WRITE_SUPPORT, [row for one, news in subjects if SUPPORT in news for row in one.support]),
    ]


def _reviews(facts: CaseFacts) -> list[int | None]:
    """Return when anything said of the account or its people may change without news."""
    return [part.review_day for parts in (facts.account, *facts.people.values()) for part in parts]
