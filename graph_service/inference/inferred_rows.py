"""What was inferred of a subject → rows to write: series, spells, what they rest on, copies, links. Pure."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from graph_service.domain.facts import Score, day_of, midnight
from graph_service.domain.ids import Ids
from graph_service.inference.inferred import Inferred, Link
from graph_service.inference.writes import SUPPORT_PER_TERM, Row, series_rows, spell_uid

PERSON_SERIES = (
    "influence", "sentiment", "sentiment_texts", "sentiment_told", "departure_probability", "champion_probability",
)  # fmt: skip
PERSON_SPELLS = ("role", "sentiment", "departure", "away", "champion", "successor", "move")
ACCOUNT_SERIES = ("sentiment", "sentiment_told", "health", "usage_weekly", "tickets_weekly")
PERSON_SCORES = ("influence", "decision_power", "sentiment", "departure_probability", "champion_probability", "ghost")
PERSON_COPIES = (
    "influence", "influence_confidence", "decision_power", "role_title", "role_source", "role_level", "role_functions",
    "is_proxy", "sentiment", "sentiment_trend", "sentiment_texts", "departure_state", "departure_probability",
    "new_employer", "champion_state", "champion_probability", "is_ghost",
)  # fmt: skip
ACCOUNT_SCORES = ("sentiment", "health", "usage_weekly", "tickets_weekly")
ACCOUNT_COPIES = (
    "sentiment", "sentiment_trend", "health", "health_share", "usage_state", "usage_change", "usage_since",
    "ticket_state", "champion_count", "departed_count", "ghost_count", "competitors",
)  # fmt: skip
OF_PERSON = (*PERSON_COPIES, *(f"{one}_{part}" for one in PERSON_SCORES for part in ("names", "values")))
OF_ACCOUNT = (*ACCOUNT_COPIES, *(f"{one}_{part}" for one in ACCOUNT_SCORES for part in ("names", "values")))


def copies_of(parts: Iterable[Inferred], owned: Iterable[str]) -> Row:
    """Return the current copies of one subject, the newest scores as lists of terms beside them.

    Of what is `owned` here, what is not said now is null, so that what was said earlier goes.
    """
    row: Row = dict.fromkeys(owned)
    for part in parts:
        row |= dict(part.copies)
        for metric, score in part.scores:
            row[f"{metric}_names"] = [term.name for term in score.terms]
            row[f"{metric}_values"] = [term.value for term in score.terms]
    return row


def all_series(parts: Sequence[Inferred], ids: Ids) -> list[Row]:
    """Return the rows of all series of one subject."""
    return [row for part in parts for row in series_rows(part.uid, part.series, ids)]


def gone_series(uid: str, metrics: Iterable[str], parts: Sequence[Inferred], ids: Ids) -> list[str]:
    """Return the uids of the series of `metrics` that have no point any more."""
    present = {one.metric for part in parts for one in part.series if one.days}
    return [ids.uid("series", uid, metric) for metric in metrics if metric not in present]


def supports(parts: Sequence[Inferred], ids: Ids, decided: Collection[str]) -> list[Row]:
    """Return what the newest scores and all spells rest on: happenings and sayings, not what one of us `decided`."""
    rows: list[Row] = []
    for part in parts:
        present = {one.metric for one in part.series if one.days}
        rows += [
            {"uid": ids.uid("series", part.uid, metric), "support": _support(score.terms, decided)}
            for metric, score in part.scores
            if metric in present
        ]
        rows += [
            {"uid": spell_uid(part.uid, spell, ids), "support": _support(spell.terms, decided)} for spell in part.spells
        ]
    return rows


def _support(terms: Iterable[Any], decided: Collection[str]) -> list[Row]:
    return [
        {"term": term.name, "uid": uid}
        for term in terms
        for uid in term.evidence[:SUPPORT_PER_TERM]
        if uid and uid not in decided
    ]


def links_row(uid: str, parts: Sequence[Inferred]) -> Row:
    """Return all links of one stakeholder, those that are none any more left out."""
    links = [link for part in parts for link in part.links]
    return {
        "uid": uid,
        "successors": [_link(one) for one in links if one.kind == "SUCCEEDED_BY"],
        "places": [_link(one) for one in links if one.kind == "MOVED_TO"],
    }


def _link(link: Link) -> Row:
    score: Score = link.score
    return {
        "uid": link.to_uid, "p": link.p, "known_at": midnight(day_of(link.known_day)),
        "term_names": [term.name for term in score.terms], "term_values": [term.value for term in score.terms],
    }  # fmt: skip
