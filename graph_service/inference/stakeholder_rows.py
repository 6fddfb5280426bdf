"""Rows of stakeholders → the rows to write of what is inferred of each alone. Pure; runs in any process."""

from collections.abc import Sequence

from graph_service.inference import queries as q
from graph_service.inference import writes as w
from graph_service.inference.engagement import KIND as ENGAGEMENT
from graph_service.inference.inputs import stakeholder_case
from graph_service.inference.prepared import Footing, Prepared, Row
from graph_service.inference.stakeholders import infer_stakeholder


def prepare_stakeholders(batch: Sequence[q.StakeholderRow], footing: Footing) -> Prepared:
    """Return what is to be written of a batch of stakeholders."""
    ids = footing.workspace.ids
    gone: list[str] = []
    copies: list[Row] = []
    series: list[Row] = []
    support: list[Row] = []
    spells: list[Row] = []
    ties: list[Row] = []
    answers: list[Row] = []
    for row in batch:
        case = stakeholder_case(row.stakeholder, footing.workspace)
        facts = infer_stakeholder(case.input, footing.models, footing.horizon_day)
        copies.append(w.stakeholder_row(case, facts, footing.horizon_day))
        series += w.series_rows(facts.uid, w.stakeholder_series(facts), ids)
        gone += w.empty_series(facts.uid, w.stakeholder_series(facts), ids)
        support.append(w.support_row(facts.uid, "strength", facts.strength, ids))
        spells.append(w.spells_row(facts.uid, facts.spells, ids, (ENGAGEMENT,)))
        ties.append(w.ties_row(facts))
        answers += w.answer_rows(case.answers)
    steps = [
        (q.WRITE_STAKEHOLDERS, copies), (q.WRITE_STAKEHOLDER_SERIES, series), (q.WRITE_SUPPORT, support),
        (q.WRITE_STAKEHOLDER_SPELLS, spells), (q.WRITE_TIES, ties), (q.WRITE_ANSWERS, answers),
    ]  # fmt: skip
    return Prepared([str(row["uid"]) for row in copies], gone, steps)
