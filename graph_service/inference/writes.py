"""Facts → rows to write: series and spells whole, the current copies as their ends, terms as parallel lists. Pure."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from graph_service.domain.facts import DAY_MS, Score, SeriesFact, SpellFact, day_of, epoch_day, midnight
from graph_service.domain.ids import Ids
from graph_service.domain.workspace import utc_millis
from graph_service.inference.casefile import Person
from graph_service.inference.results import AccountFacts, StakeholderFacts, TieFacts
from graph_service.inference.touches import Answer

Row = dict[str, Any]
SUPPORT_PER_TERM = 3


def moment(epoch: int | None) -> datetime | None:
    """Return the UTC midnight an epoch day is stored as."""
    return None if epoch is None else midnight(day_of(epoch))


def stakeholder_row(person: Person, facts: StakeholderFacts, horizon_day: int) -> Row:
    """Return the current copies of what is inferred of one stakeholder alone."""
    seen = [touch for touch in person.touches if touch.day <= horizon_day]
    coming = [touch.day for touch in person.touches if touch.day > horizon_day]  # a meeting that is planned
    return {
        "uid": facts.uid,
        "properties": {
            "first_seen_at": moment(person.first_seen_day),
            "strength": facts.strength.value,
            "strength_names": [term.name for term in facts.strength.terms],
            "strength_values": [term.value for term in facts.strength.terms],
            "strength_trend": facts.trend,
            "engagement_level": facts.engagement_level,
            "reply_rate": facts.reply_rate,
            "reply_hours": facts.reply_hours,
            "last_inbound_at": _last(touch.at_ms for touch in seen if touch.inbound),
            "last_interaction_at": _last(touch.at_ms for touch in seen),
            "interaction_count": facts.interaction_count,
            "model": facts.model,
            "review_at": moment(
                min([*coming, *([] if facts.review_day is None else [facts.review_day])], default=None)
            ),
        },
    }


def _last(moments: Iterable[int]) -> datetime | None:
    newest = max(moments, default=None)
    return None if newest is None else utc_millis(newest)


def account_row(facts: AccountFacts) -> Row:
    """Return the current copies of one account."""
    return {
        "uid": facts.uid,
        "properties": {
            "coverage": facts.coverage.value,
            "coverage_names": [term.name for term in facts.coverage.terms],
            "coverage_values": [term.value for term in facts.coverage.terms],
            "single_threaded_share": facts.single_threaded_share,
            "main_stakeholder_uid": facts.main_stakeholder_uid,
            "next_stakeholder_uid": facts.next_stakeholder_uid,
            "quiet_state": facts.quiet_state,
            "rhythm_days": facts.rhythm_days,
            "first_inbound_at": moment(facts.first_inbound_day),
            "last_inbound_at": moment(facts.last_inbound_day),
            "last_interaction_at": moment(facts.last_interaction_day),
            "active_contact_count": facts.active_contact_count,
            "contact_count": facts.contact_count,
            "review_at": moment(facts.review_day),
        },
    }


def series_rows(subject_uid: str, series: Iterable[SeriesFact], ids: Ids) -> list[Row]:
    """Return the whole series of one subject; a series without points is not written (see `empty_series`)."""
    return [
        {
            "subject_uid": subject_uid, "uid": ids.uid("series", subject_uid, one.metric), "metric": one.metric,
            "days": list(one.days), "values": list(one.values),
        }
        for one in series
        if one.days
    ]  # fmt: skip


def empty_series(subject_uid: str, series: Iterable[SeriesFact], ids: Ids) -> list[str]:
    """Return the uids of a subject's series that have no point; one that is stored is of an earlier time."""
    return [ids.uid("series", subject_uid, one.metric) for one in series if not one.days]


def support_row(subject_uid: str, metric: str, score: Score, ids: Ids) -> Row:
    """Return what the terms of a score's newest value rest on."""
    support = [
        {"term": term.name, "uid": uid} for term in score.terms for uid in term.evidence[:SUPPORT_PER_TERM] if uid
    ]
    return {"uid": ids.uid("series", subject_uid, metric), "support": support}


def spells_row(subject_uid: str, spells: Iterable[SpellFact], ids: Ids, kinds: Iterable[str] = ()) -> Row:
    """Return all spells of one subject; `kinds` are those that are told here, where others are told elsewhere."""
    rows = [_spell(subject_uid, spell, ids) for spell in spells]
    return {"subject_uid": subject_uid, "kinds": list(kinds), "spells": rows}


def spell_uid(subject_uid: str, spell: SpellFact, ids: Ids) -> str:
    """Return the id of a spell: one of a kind a day, or one for each thing it leads to."""
    return ids.uid("spell", subject_uid, spell.kind, spell.valid_from.isoformat(), spell.detail)


def _spell(subject_uid: str, spell: SpellFact, ids: Ids) -> Row:
    return {
        "uid": spell_uid(subject_uid, spell, ids),
        "kind": spell.kind,
        "state": spell.state,
        "valid_from": _millis(spell.valid_from),
        "valid_to": None if spell.valid_to is None else _millis(spell.valid_to),
        "known_at": _millis(spell.known_on),
        "term_names": [term.name for term in spell.terms],
        "term_values": [term.value for term in spell.terms],
        "probability": spell.probability,
        "began_at": None if spell.began_on is None else _millis(spell.began_on),
        "detail": spell.detail or None,
    }


def _millis(day: date) -> int:
    """Return the UTC midnight of a day as the store makes it from; the driver takes long over moments."""
    return epoch_day(day) * DAY_MS


def ties_row(facts: StakeholderFacts) -> Row:
    """Return all ties of one stakeholder."""
    return {
        "subject_uid": facts.uid,
        "ties": [{"user_uid": tie.user_uid, "properties": _tie(tie)} for tie in facts.ties],
    }


def _tie(tie: TieFacts) -> Row:
    return {
        "days": list(tie.days),
        "units_in": list(tie.units_in),
        "units_out": list(tie.units_out),
        "strength": tie.strength.value,
        "term_names": [term.name for term in tie.strength.terms],
        "term_values": [term.value for term in tie.strength.terms],
        "last_at": moment(tie.last_day),
        "series_days": list(tie.series.days),
        "series_values": list(tie.series.values),
    }


def answer_rows(answers: Mapping[str, Answer | None]) -> list[Row]:
    """Return which asks were answered by what; None clears an answer that no longer holds."""
    return [
        {
            "uid": uid,
            "answered_at": None if answer is None else answer.at_ms,
            "rule": None if answer is None else answer.rule,
            "answer_uid": None if answer is None else answer.interaction_uid,
        }
        for uid, answer in sorted(answers.items())
    ]


def stakeholder_series(facts: StakeholderFacts) -> tuple[SeriesFact, ...]:
    """Return the series kept of a stakeholder."""
    return (
        facts.strength_series,
        facts.units_series,
        facts.reply_rate_series,
        facts.reply_hours_series,
        facts.last_inbound_series,
        facts.last_interaction_series,
    )


def account_series(facts: AccountFacts) -> tuple[SeriesFact, ...]:
    """Return the series kept of an account."""
    return (
        facts.coverage_series,
        facts.single_threaded_series,
        facts.rhythm_series,
        facts.last_inbound_series,
        facts.last_interaction_series,
        facts.active_contact_series,
        facts.contact_series,
    )
