"""Whether an account has gone quiet against its own rhythm.

Owns the limit of silence and the quiet spells. It may not say why: a quiet account is not a departed person.
Only inbound human mail counts; our own chasing is not a sign of life. Gaps are business days of the account's country.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

from graph_service.domain.facts import SeriesFact, SpellFact, Term, day_of
from graph_service.inference.series import change_points
from graph_service.inference.touches import AccountMail
from graph_service.inference.working_days import WorkingDays

KIND = "quiet"
UNKNOWN, NORMAL, QUIET = "unknown", "normal", "quiet"
MIN_DAYS = 4
FADE = 0.93
PRIOR_GAP, PRIOR_WEIGHT = 10.0, 2.0
FACTOR = 3.5
MAX_LIMIT = 250.0
"""A working year of silence is quiet for anybody."""


@dataclass(frozen=True, slots=True)
class QuietFacts:
    """State at the horizon, its spells, the rhythm, and the day on which silence would first be too long."""

    state: str
    spells: tuple[SpellFact, ...]
    rhythm_days: float | None
    rhythm_series: SeriesFact
    due_day: int | None


@dataclass(frozen=True, slots=True)
class _Beat:
    """One inbound day: the rhythm known from then on, the limit it gives, and when silence would pass it."""

    day: int
    rhythm: float
    limit: float
    due_day: int | None
    uid: str


def quiet_facts(mail: Iterable[AccountMail], working: WorkingDays | None, horizon_day: int) -> QuietFacts:
    """Return whether the account is quiet on `horizon_day`, and was before.

    A spell `quiet` opens on the first day whose silence exceeds `limit_of` and ends on the next inbound day; with
    fewer than four inbound days the state is unknown and no spell exists. `due_day` is a later day than the horizon.
    """
    beats = _beats(mail, working, horizon_day)
    spells = _spells(beats, horizon_day)
    last = beats[-1] if beats else None
    rhythm = change_points("rhythm_days", [beat.day for beat in beats], [beat.rhythm for beat in beats])
    pending = last.due_day if last is not None and len(beats) >= MIN_DAYS else None
    return QuietFacts(
        state=spells[-1].state if spells else UNKNOWN,
        spells=spells,
        rhythm_days=rhythm.values[-1] if rhythm.values else None,
        rhythm_series=rhythm,
        due_day=pending if pending is not None and pending > horizon_day else None,
    )


def limit_of(rhythm: float) -> float:
    """Return the silence, in business days, beyond which an account of that mean gap is quiet: 3.5 sqrt(10 rhythm).

    It is 3.5 times the geometric mean of the account's own shrunk gap and the workspace's (10 days). Gaps of mail are
    bursty: a multiple of the own gap alone gives lively accounts several false alarms a year and finds few stops of
    slow ones; one fixed limit for all does the reverse. The factor was tuned on half of two mail logs, for about one
    false alarm or fewer per account and year at every rhythm. It never exceeds a working year.
    """
    return min(MAX_LIMIT, FACTOR * sqrt(rhythm * PRIOR_GAP))


def _beats(mail: Iterable[AccountMail], working: WorkingDays | None, horizon_day: int) -> list[_Beat]:
    """Return one beat per distinct inbound day up to the horizon, ascending."""
    newest = {item.day: item for item in sorted(mail, key=_order) if item.inbound and item.day <= horizon_day}
    if working is None:
        return []
    beats: list[_Beat] = []
    gaps, weight = 0.0, 0.0
    for day, item in newest.items():
        if beats:
            gaps = gaps * FADE + max(1, working.between(beats[-1].day, day))
            weight = weight * FADE + 1.0
        rhythm = (gaps + PRIOR_WEIGHT * PRIOR_GAP) / (weight + PRIOR_WEIGHT)
        limit = limit_of(rhythm)
        beats.append(_Beat(day, rhythm, limit, working.day_after(day, limit), item.interaction_uid))
    return beats


def _order(item: AccountMail) -> tuple[int, int, str]:
    return item.day, item.at_ms, item.interaction_uid


def _spells(beats: Sequence[_Beat], horizon_day: int) -> tuple[SpellFact, ...]:
    """Return the spells from the fourth inbound day on, the last one open."""
    opened: list[tuple[int, str, _Beat]] = []
    for place, beat in enumerate(beats):
        if place < MIN_DAYS - 1:
            continue
        if not opened or opened[-1][1] == QUIET:
            opened.append((beat.day, NORMAL, beat))
        until = beats[place + 1].day - 1 if place + 1 < len(beats) else horizon_day
        if beat.due_day is not None and beat.due_day <= until:
            opened.append((beat.due_day, QUIET, beat))
    return tuple(_spell(opened, place) for place in range(len(opened)))


def _spell(opened: Sequence[tuple[int, str, _Beat]], place: int) -> SpellFact:
    day, state, beat = opened[place]
    end = day_of(opened[place + 1][0]) if place + 1 < len(opened) else None
    evidence = (beat.uid,) if beat.uid else ()  # mail may be known by its day alone
    terms = Term("rhythm_days", round(beat.rhythm, 9), evidence), Term("limit_days", round(beat.limit, 9), evidence)
    return SpellFact(KIND, state, day_of(day), end, day_of(day), terms)
