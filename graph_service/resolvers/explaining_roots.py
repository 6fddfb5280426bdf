"""The root fields that explain and correct, with their arguments. Each hands over to one resolver."""

from datetime import datetime
from typing import Annotated

import strawberry

from graph_service.resolvers import explaining_fields as fields
from graph_service.resolvers.context import Info
from graph_service.schema import explaining as api

AsOf = Annotated[
    datetime | None,
    strawberry.argument(
        description="A past moment: what was so, and was known, then. Left out: now. Without an offset, UTC."
    ),
]
Subject = Annotated[strawberry.ID, strawberry.argument(description="A stakeholder or an account.")]
OfMetric = Annotated[api.FactMetric, strawberry.argument(description="Which of its numbers.")]
Input = strawberry.argument(description="What to decide.")


async def _explain(info: Info, id: Subject, metric: OfMetric, as_of: AsOf = None) -> api.Explanation | None:  # noqa: A002
    return await fields.resolve_explanation(info, id, metric, as_of)


async def _calibration(info: Info, as_of: AsOf = None) -> list[api.Calibration]:
    return await fields.resolve_calibration(info, as_of)


@strawberry.type(description="Reads that explain.")
class ExplainingQuery:
    """Root fields of explaining."""

    explain: api.Explanation | None = strawberry.field(
        resolver=_explain,
        description="Why a number is what it is: terms, evidence, states, decisions. Null where you see no such thing "
        "or it was not known then. One round trip; one more each for the evidence, the model, and a past day's terms.",
    )
    calibration: list[api.Calibration] = strawberry.field(
        resolver=_calibration,
        description="Whether probabilities mean what they say, on the accounts you see: departures, then champions.",
    )


async def _reject(info: Info, input: Annotated[api.RejectEvidenceInput, Input]) -> api.EvidenceResult:  # noqa: A002
    return await fields.reject(info, input)


async def _restore(info: Info, input: Annotated[api.RestoreEvidenceInput, Input]) -> api.EvidenceResult:  # noqa: A002
    return await fields.restore(info, input)


async def _confirm_champion(info: Info, input: Annotated[api.RulingInput, Input]) -> api.RulingResult:  # noqa: A002
    return await fields.rule(info, input, "champion")


async def _deny_champion(info: Info, input: Annotated[api.RulingInput, Input]) -> api.RulingResult:  # noqa: A002
    return await fields.rule(info, input, "not_champion")


async def _confirm_departure(
    info: Info,
    input: Annotated[api.ConfirmDepartureInput, Input],  # noqa: A002
) -> api.RulingResult:
    return await fields.confirm_departure(info, input)


async def _deny_departure(info: Info, input: Annotated[api.RulingInput, Input]) -> api.RulingResult:  # noqa: A002
    return await fields.rule(info, input, "not_departed")


async def _withdraw(info: Info, input: Annotated[api.WithdrawRulingInput, Input]) -> api.RulingResult:  # noqa: A002
    return await fields.withdraw(info, input)


@strawberry.type(description="Decisions that correct. Facts and queue follow before a decision answers.")
class ExplainingMutation:
    """Root fields of correcting."""

    reject_evidence: api.EvidenceResult = strawberry.field(
        resolver=_reject, description="Say that a sentence or note does not count. No load and no reader undoes it."
    )
    restore_evidence: api.EvidenceResult = strawberry.field(
        resolver=_restore, description="Let a sentence or note count again: every fact is as it was before."
    )
    confirm_champion: api.RulingResult = strawberry.field(
        resolver=_confirm_champion, description="Say that somebody is a champion of ours; it holds for 90 days."
    )
    deny_champion: api.RulingResult = strawberry.field(
        resolver=_deny_champion, description="Say that somebody is no champion of ours; it holds for 90 days."
    )
    confirm_departure: api.RulingResult = strawberry.field(
        resolver=_confirm_departure, description="Say that somebody has left."
    )
    deny_departure: api.RulingResult = strawberry.field(
        resolver=_deny_departure, description="Say that somebody has not left; signs known by then count no more."
    )
    withdraw_ruling: api.RulingResult = strawberry.field(
        resolver=_withdraw, description="Take back what was decided of a person on one question."
    )
