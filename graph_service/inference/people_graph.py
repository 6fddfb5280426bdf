"""Everything inferred of one account and its people together, in the order in which one thing rests on another.

Owns the order of work. It may not read a clock or a store, and holds no formula. Roles come first, for a person's
weight; then tone, departures, coverage by those who have not left, who took over, champions; the account's own
signals and its health come last.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from graph_service.domain.facts import SeriesFact, SpellFact
from graph_service.inference.accounts import infer_account
from graph_service.inference.casefile import Backdrop, CaseFile
from graph_service.inference.champions.champions import infer_champions
from graph_service.inference.champions.tracks import Tracks
from graph_service.inference.departure.departures import infer_departures
from graph_service.inference.health.competitors import infer_competitors
from graph_service.inference.health.health import infer_health
from graph_service.inference.health.parts import HealthParts
from graph_service.inference.inferred import Inferred, series_named
from graph_service.inference.influence.influence import infer_influence
from graph_service.inference.models import Models
from graph_service.inference.results import AccountFacts, AccountInput, StakeholderSummary
from graph_service.inference.sentiment.sentiment import infer_sentiment
from graph_service.inference.staying import Gone, gone_days, next_leaving, while_there
from graph_service.inference.succession.ghosts import infer_ghosts
from graph_service.inference.succession.moves import moves_of
from graph_service.inference.succession.succession import infer_succession
from graph_service.inference.tickets.ticket_facts import infer_tickets
from graph_service.inference.tone_models import monthly_norms
from graph_service.inference.touches import AccountMail
from graph_service.inference.usage.drops import UsageFacts, usage_facts


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """What was inferred of an account: the facts of its mail, what else is said of it, and of each of its people."""

    uid: str
    basis: AccountFacts
    account: tuple[Inferred, ...]
    people: dict[str, tuple[Inferred, ...]]


def infer_case(case: CaseFile, backdrop: Backdrop, models: Models, horizon_day: int) -> CaseFacts:
    """Return everything inferred of `case` as known at the end of `horizon_day`; pure, independent of input order."""
    roles = infer_influence(case, horizon_day)
    weight = {uid: series_named(one.series, "influence") for uid, one in roles.items()}
    mood, moods = infer_sentiment(case, backdrop, weight, horizon_day, monthly_norms(models))
    leaving, leavers = infer_departures(case, backdrop, horizon_day, models)
    basis = _basis(case, backdrop, leavers, horizon_day)
    gone = {uid: spell for uid, one in leavers.items() if (spell := _first_departure(one.spells))}
    moves = moves_of(case, gone, horizon_day)
    heirs = infer_succession(case, gone, weight, horizon_day)
    ghosts = infer_ghosts(case, horizon_day)
    champions = infer_champions(case, _tracks(case, weight, moods, leavers), models, horizon_day)
    parts = [roles, moods, leavers, moves, heirs, ghosts, champions]
    people = merged(parts, [person.uid for person in case.people])
    use, tickets = usage_facts(case, backdrop, horizon_day), infer_tickets(case, backdrop, horizon_day)
    health = infer_health(case, _health_parts(case, basis, mood, use, tickets, champions), horizon_day)
    account = (mood, leaving, use.inferred, tickets, infer_competitors(case, horizon_day), health)
    return CaseFacts(case.uid, basis, (*account, _counts(case.uid, people)), people)


def _basis(case: CaseFile, backdrop: Backdrop, leavers: Mapping[str, Inferred], horizon_day: int) -> AccountFacts:
    """Return the facts of an account's contact with us; who is known to have left covers nothing."""
    gone = {uid: gone_days(one.spells) for uid, one in leavers.items()}
    basis = infer_account(account_input(case, backdrop, gone), horizon_day)
    days = [day for day in (basis.review_day, next_leaving(gone.values(), horizon_day)) if day is not None]
    return replace(basis, review_day=min(days, default=None))


def _first_departure(spells: Sequence[SpellFact]) -> SpellFact | None:
    """Return the first time somebody was said to have left, as one spell whatever became known of it later."""
    departed = [one for one in spells if (one.kind, one.state) == ("departure", "departed")]
    if not departed:
        return None
    whole = departed[0]
    for one in departed[1:]:
        if one.valid_from == whole.valid_to:
            whole = replace(whole, valid_to=one.valid_to)
    return whole


def _health_parts(
    case: CaseFile, basis: AccountFacts, mood: Inferred, use: UsageFacts, tickets: Inferred,
    champions: Mapping[str, Inferred],
) -> HealthParts:  # fmt: skip
    """Return the facts that health is the sum of."""
    there = [person for person in case.people if person.is_person]
    seen = [person.first_seen_day for person in there if person.first_seen_day is not None]
    return HealthParts(
        coverage=basis.coverage_series,
        sentiment=series_named(mood.series, "sentiment"),
        usage_pressure=use.pressure,
        seat_use=use.seats,
        tickets_weekly=series_named(tickets.series, "tickets_weekly"),
        support=tickets.spells,
        champions=[champions[person.uid].spells if person.uid in champions else () for person in there],
        people_since=min(seen, default=None),
    )


def _tracks(
    case: CaseFile, weight: Mapping[str, SeriesFact], moods: dict[str, Inferred], leavers: dict[str, Inferred]
) -> dict[str, Tracks]:
    """Return what champions rest on beside their acts."""
    nothing = SeriesFact("influence", (), ())
    return {
        person.uid: Tracks(
            influence=weight.get(person.uid, nothing),
            sentiment=series_named(moods[person.uid].series, "sentiment") if person.uid in moods else nothing,
            sentiment_spells=moods[person.uid].spells if person.uid in moods else (),
            departure_spells=leavers[person.uid].spells if person.uid in leavers else (),
        )
        for person in case.people
    }


def _counts(uid: str, people: Mapping[str, Sequence[Inferred]]) -> Inferred:
    """Return how many of an account's people are champions, have left, or are missing in the CRM."""
    said = [dict(copy for part in parts for copy in part.copies) for parts in people.values()]
    return Inferred(
        uid,
        copies=(
            ("champion_count", sum(one.get("champion_state") in {"champion", "at_risk"} for one in said)),
            ("departed_count", sum(one.get("departure_state") == "departed" for one in said)),
            ("ghost_count", sum(bool(one.get("is_ghost")) for one in said)),
        ),
    )


def account_input(case: CaseFile, backdrop: Backdrop, gone: Mapping[str, Sequence[Gone]]) -> AccountInput:
    """Return what coverage, rhythm and silence are inferred from: the people's own facts, and all human contact.

    `gone` says when each was known to have left: those days are left out of their own facts.
    """
    people = tuple(
        while_there(
            StakeholderSummary(one.uid, one.is_person, one.first_seen_day, one.strength, one.engagement),
            gone.get(one.uid, ()),
        )
        for one in case.people
    )
    contact = tuple(
        AccountMail(touch.interaction_uid, touch.at_ms, touch.day, touch.inbound)
        for one in case.people
        if one.is_person
        for touch in one.touches
    )
    frozen = frozenset(day for channel, day in backdrop.frozen if channel == "email")
    return AccountInput(case.uid, people, contact, case.country, frozen)


def merged(parts: Iterable[dict[str, Inferred]], uids: Iterable[str]) -> dict[str, tuple[Inferred, ...]]:
    """Return subject → everything that the single inferences say of it."""
    listed = list(parts)
    return {uid: tuple(part[uid] for part in listed if uid in part) for uid in uids}
