"""Explaining, correcting and calibration in the API: arguments in, reads or one decision, the API's types out."""

from datetime import datetime

from graph_service.domain.recomputing import Metric
from graph_service.graph.query import NoParams
from graph_service.inference.departure.calibration import reliability
from graph_service.resolvers import explaining_corrections as c
from graph_service.resolvers import explaining_queries as q
from graph_service.resolvers.context import Context, Info, context_of, recomputing_of
from graph_service.resolvers.explaining_facts import Explained, Witness, explain
from graph_service.resolvers.explaining_labels import Labels, champion_labels, departure_labels
from graph_service.resolvers.explaining_types import evidence_detail, explanation_of
from graph_service.resolvers.explaining_wanted import Wanted
from graph_service.resolvers.fact_types import word
from graph_service.resolvers.moments import moment_of
from graph_service.resolvers.search_terms import storable
from graph_service.resolvers.selection import wants
from graph_service.schema import explaining as api
from graph_service.schema.actions import UserError
from graph_service.schema.ids import Kind

SENTENCES = (Kind.EVIDENCE, Kind.ASK)


async def resolve_explanation(
    info: Info, any_id: str, metric: api.FactMetric, as_of: datetime | None
) -> api.Explanation | None:
    """Return why a number is what it is, or None: unknown and forbidden alike."""
    context, moment = context_of(info), moment_of(context_of(info), as_of)
    person = context.uid_of(Kind.STAKEHOLDER, any_id)
    uid = person or context.uid_of(Kind.ACCOUNT, any_id)
    if uid is None:
        return None
    witness = Witness(context.gateway, context.recomputing, moment)
    wanted = Wanted(uid, person is not None, Metric(word(metric)))
    with_evidence = wants(info, "terms.evidence", "states.terms.evidence")
    found = await explain(witness, [wanted], with_evidence=with_evidence, with_model=wants(info, "model"))
    return explanation_of(found[0], moment.at, context) if found else None


async def resolve_calibration(info: Info, as_of: datetime | None) -> list[api.Calibration]:
    """Return said against seen, of departures and of champions, on the accounts that the viewer sees."""
    context, moment = context_of(info), moment_of(context_of(info), as_of)
    people = [row.person for row in await context.gateway.rows(q.CALIBRATION, NoParams())]
    return [
        _calibration(api.FactMetric.DEPARTURE, departure_labels(people, moment.day, context.zone)),
        _calibration(api.FactMetric.CHAMPION, champion_labels(people, moment.day, context.zone)),
    ]


def _calibration(metric: api.FactMetric, labels: Labels) -> api.Calibration:
    found = reliability(labels.said, labels.came)
    return api.Calibration(
        metric=metric,
        bins=[
            api.ReliabilityBin(low=one.low, high=one.high, said=one.said, seen=one.seen, count=one.count)
            for one in found.bins
        ],
        ece=found.ece if found.count else None,
        brier=found.brier if found.count else None,
        count=found.count,
        unresolved=labels.unresolved,
    )


async def reject(info: Info, given: api.RejectEvidenceInput) -> api.EvidencePayload | UserError:
    """Say that a sentence does not count."""
    return await _judge(info, given, "rejected")


async def restore(info: Info, given: api.RestoreEvidenceInput) -> api.EvidencePayload | UserError:
    """Say that a sentence counts again."""
    return await _judge(info, given, "restored")


async def _judge(
    info: Info, given: api.RejectEvidenceInput | api.RestoreEvidenceInput, kind: str
) -> api.EvidencePayload | UserError:
    context, key = context_of(info), given.client_mutation_id
    uid = next((uid for one in SENTENCES if (uid := context.uid_of(one, given.evidence_id))), None)
    if uid is None:
        return c.NO_EVIDENCE
    judged = await c.judge_evidence(_by(info), uid, kind, _stored(given.reason), key)
    if isinstance(judged, UserError):
        return judged
    explanations = [explanation_of(one, context.now, context) for one in judged.explained]
    return api.EvidencePayload(
        evidence=evidence_detail(judged.evidence, context), explanations=explanations, client_mutation_id=key
    )


async def rule(info: Info, given: api.RulingInput, kind: str) -> api.RulingPayload | UserError:
    """Decide on a person."""
    uid = context_of(info).uid_of(Kind.STAKEHOLDER, given.stakeholder_id)
    if uid is None:
        return c.NO_PERSON
    key = given.client_mutation_id
    return _answer(context_of(info), await c.rule(_by(info), c.Ruling(uid, kind, _stored(given.reason), key)), key)


async def confirm_departure(info: Info, given: api.ConfirmDepartureInput) -> api.RulingPayload | UserError:
    """Say that somebody has left, and as far as known when and where to."""
    uid = context_of(info).uid_of(Kind.STAKEHOLDER, given.stakeholder_id)
    if uid is None:
        return c.NO_PERSON
    key, employer = given.client_mutation_id, _stored(given.new_employer)
    ruling = c.Ruling(uid, "departed", _stored(given.reason), key, given.last_day, employer)
    return _answer(context_of(info), await c.rule(_by(info), ruling), key)


async def withdraw(info: Info, given: api.WithdrawRulingInput) -> api.RulingPayload | UserError:
    """Take back what was decided of a person."""
    uid = context_of(info).uid_of(Kind.STAKEHOLDER, given.stakeholder_id)
    if uid is None:
        return c.NO_PERSON
    key, question = given.client_mutation_id, str(given.question.value)
    return _answer(context_of(info), await c.withdraw(_by(info), uid, question, _stored(given.reason), key), key)


def _by(info: Info) -> c.Judge:
    context = context_of(info)
    return c.Judge(context.gateway, recomputing_of(info), context.now, context.zone)


def _answer(context: Context, found: Explained | UserError, key: str | None) -> api.RulingPayload | UserError:
    if isinstance(found, UserError):
        return found
    return api.RulingPayload(explanation=explanation_of(found, context.now, context), client_mutation_id=key)


def _stored(text: str | None) -> str | None:
    return storable(text or "").strip() or None
