"""Champions of an account: for each person how likely they are one, and which state holds since when, and why.

Owns the order of work and what is handed back. Formula: inference design, section 6 (P2, P7, P8). Pure, independent
of input order; what lies after the horizon is not seen.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from graph_service.domain.facts import Score, SpellFact, day_of
from graph_service.inference.casefile import CaseFile, Saying, sayings_of
from graph_service.inference.champions.acts import acts_of
from graph_service.inference.champions.folding import Folded, Given, fold
from graph_service.inference.champions.probability import probability
from graph_service.inference.champions.states import NONE, Change, changes_of
from graph_service.inference.champions.tracks import Tracks
from graph_service.inference.decay import next_close
from graph_service.inference.inferred import Inferred
from graph_service.inference.models import Models
from graph_service.inference.series import change_points, last_value
from graph_service.inference.working_days import working_days

KIND = "champion"
METRIC = "champion_probability"
NO_TRACKS = Tracks()


def infer_champions(
    case: CaseFile, tracks: Mapping[str, Tracks], models: Models, horizon_day: int
) -> dict[str, Inferred]:
    """Return stakeholder → series `champion_probability`, spells `champion`, score and copies, known at the horizon.

    Terms are points of probability, and their sum is the probability. The detail of a spell says why it opened:
    probability, recovered, ruling, departed, little_influence, low_probability, falling_sentiment, cooling,
    gone_quiet, spoke_against, no_recent_act (comma separated). Shared mailboxes are left out.
    """
    acts, tones, active = acts_of(case, horizon_day), _tones(case, horizon_day), _active_days(case, horizon_day)
    working = working_days(case.country, min(active, default=horizon_day), horizon_day)
    found: dict[str, Inferred] = {}
    for person in case.people:
        if person.is_person:
            uid = person.uid
            own = acts.get(uid, ()), tones.get(uid, ()), tracks.get(uid, NO_TRACKS)
            found[uid] = _inferred(uid, fold(Given(person, *own, active, models, working, horizon_day)), horizon_day)
    return found


def _inferred(uid: str, folded: Folded, horizon_day: int) -> Inferred:
    chances = folded.signs.probability
    series = change_points(METRIC, chances.days, chances.values)
    changes, due = changes_of(folded.signs, horizon_day)
    spells = tuple(_spell(changes, place, folded) for place in range(len(changes)) if changes[place].state != NONE)
    last = last_value(series)
    scores = () if last is None else ((METRIC, Score(last, folded.grounds.terms_on(chances.days[-1]))),)
    state = changes[-1].state if changes else NONE
    copies = ("champion_state", state), (METRIC, last)
    return Inferred(uid, (series,), spells, scores, copies, review_day=_review_day(folded, due, horizon_day))


def _spell(changes: Sequence[Change], place: int, folded: Folded) -> SpellFact:
    """Return the spell that a change opened, with the terms of that day and what set it off."""
    change = changes[place]
    first = day_of(change.day)
    end = day_of(changes[place + 1].day) if place + 1 < len(changes) else None
    terms = folded.grounds.terms_of_change(change.day, change.reasons)
    chance = probability(folded.standing.parts(change.day))
    return SpellFact(KIND, change.state, first, end, first, terms, chance, detail=",".join(change.reasons))


def _review_day(folded: Folded, due: int | None, horizon_day: int) -> int | None:
    """Return the next close while acts fade or contact may cool, or the day on which a time is up."""
    acts = folded.standing.advocacy
    lives = bool(acts.values and acts.values[-1]) or bool(folded.standing.engagement.values)
    days = [day for day in (due, next_close(horizon_day) if lives else None) if day is not None]
    return min(days, default=None)


def _tones(case: CaseFile, horizon_day: int) -> dict[str, list[Saying]]:
    """Return who → their own texts with a tone, ascending."""
    found: dict[str, list[Saying]] = defaultdict(list)
    for one in sorted(sayings_of(case, ("sentiment",), horizon_day), key=lambda one: (one.day, one.at_ms, one.uid)):
        if not one.by_us:
            found[one.by_uid].append(one)
    return found


def _active_days(case: CaseFile, horizon_day: int) -> dict[int, set[str]]:
    """Return day → who of the account acted on it."""
    found: dict[int, set[str]] = defaultdict(set)
    for person in case.people:
        if person.is_person:
            for one in person.touches:
                if one.inbound and one.day <= horizon_day:
                    found[one.day].add(person.uid)
    return found
