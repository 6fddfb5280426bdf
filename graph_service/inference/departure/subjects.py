"""A case file → its people as subjects: signs collected, absences and asks sorted to persons, the clock set.

Owns the collection. It may not judge anything.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from graph_service.inference.casefile import Backdrop, CaseFile, Person, Ruling, Saying, sayings_of
from graph_service.inference.departure.asking import Asks, asks_of
from graph_service.inference.departure.bounced_signs import Moved, bounced_signs
from graph_service.inference.departure.job_signs import job_signs, shared_places
from graph_service.inference.departure.naming import known_day, names_of
from graph_service.inference.departure.pauses import absences_of
from graph_service.inference.departure.presence import Presences, presences_of
from graph_service.inference.departure.signs import Sign, ended
from graph_service.inference.departure.spoken_signs import spoken_signs
from graph_service.inference.departure.subject import RULED_GONE, RULED_HERE, Subject, rhythm_along
from graph_service.inference.models import Models
from graph_service.inference.working_days import WorkingDays, working_days

KINDS = "departure_said", "auto_reply", "crm_note", "bounce", "ask"


def subjects_of(
    case: CaseFile, backdrop: Backdrop, horizon_day: int, models: Models
) -> tuple[list[Subject], list[Moved], WorkingDays]:
    """Return the people known by the horizon, by uid, the domains that moved, and the account's working days."""
    people = {
        one.uid: one
        for one in sorted(case.people, key=lambda person: person.uid)
        if one.is_person and known_day(one) <= horizon_day
    }
    presences = presences_of(case, horizon_day)
    working = _working(case, backdrop, horizon_day)
    sayings: dict[str, list[Saying]] = defaultdict(list)
    for one in sorted(sayings_of(case, KINDS, horizon_day), key=lambda saying: (saying.at_ms, saying.uid)):
        sayings[one.kind].append(one)
    signs, moved = _signs(case, people, presences, sayings, horizon_day)
    asks = asks_of(sayings["ask"])
    replies = _by_person(sayings["auto_reply"])
    shared = shared_places(people, horizon_day)
    subjects: list[Subject] = []
    for uid, person in people.items():
        presence, rulings = presences.people[uid], _rulings(person, horizon_day)
        moved_days = [shared[one.account_uid] for one in person.elsewhere if one.account_uid in shared]
        subjects.append(
            Subject(
                uid=uid, first_day=known_day(person), presence=presence, presences=presences,
                rhythm=rhythm_along(presence.acts, working), signs=_overruled(signs.get(uid, ()), rulings),
                asks=asks.get(uid, Asks()), absences=absences_of(replies.get(uid, ()), presence.acts), rulings=rulings,
                moved_day=min(moved_days, default=None), working=working, models=models,
            )
        )  # fmt: skip
    return subjects, moved, working


def _by_person(replies: Iterable[Saying]) -> dict[str, list[Saying]]:
    found: dict[str, list[Saying]] = defaultdict(list)
    for one in replies:
        found[one.about_uid or one.by_uid].append(one)
    return found


def _signs(
    case: CaseFile,
    people: Mapping[str, Person],
    presences: Presences,
    sayings: Mapping[str, list[Saying]],
    horizon_day: int,
) -> tuple[dict[str, list[Sign]], list[Moved]]:
    """Return uid → signs known by the horizon, in order of the day, and the domains that moved."""
    said = sayings.get("departure_said", [])
    acts = {uid: one.acts for uid, one in presences.people.items()}
    names = names_of(case, horizon_day, frozenset(one.interaction_uid for one in said), acts)
    spoken = [*said, *sayings.get("auto_reply", ()), *sayings.get("crm_note", ())]
    signs, moved = bounced_signs(sayings.get("bounce", ()), people, presences)
    found: dict[str, list[Sign]] = defaultdict(list, signs)
    for uid, sign in (*spoken_signs(spoken, names), *job_signs(people, presences, horizon_day)):
        found[uid].append(sign)
    return {uid: sorted((s for s in some if s.day <= horizon_day), key=_order) for uid, some in found.items()}, moved


def _order(sign: Sign) -> tuple[int, str, str, str]:
    return sign.day, sign.kind, sign.uid, sign.employer


def _rulings(person: Person, horizon_day: int) -> list[Ruling]:
    """Return what people decided of the departure, ascending."""
    found = (one for one in person.rulings if one.kind in {RULED_GONE, RULED_HERE} and one.day <= horizon_day)
    return sorted(found, key=lambda one: (one.day, one.kind == RULED_GONE, one.uid))


def _overruled(signs: Sequence[Sign], rulings: Sequence[Ruling]) -> list[Sign]:
    """Return the signs; those known when somebody said "has not left" end on that day."""
    kept = list(signs)
    for ruling in rulings:
        if ruling.kind == RULED_HERE:
            kept = [ended(one, ruling.day) if one.day <= ruling.day else one for one in kept]
    return kept


def _working(case: CaseFile, backdrop: Backdrop, horizon_day: int) -> WorkingDays:
    """Return the working days of the account, less shutdown days and days on which one of its sources was unhealthy."""
    channels = {one.channel for one in case.occasions if one.day <= horizon_day}
    paused = {day for channel, day in backdrop.frozen if channel in channels and day <= horizon_day}
    paused.update(day for day in backdrop.shutdown_days if day <= horizon_day)
    days = [known_day(one) for one in case.people]
    days += [one.day for one in case.occasions]
    days += [one.day for one in case.sayings]
    days += [ruling.day for one in case.people for ruling in one.rulings]
    days += [day for one in case.usage for day in one.days[:1]]
    return working_days(case.country, min([horizon_day, *days]), horizon_day, frozenset(paused))
