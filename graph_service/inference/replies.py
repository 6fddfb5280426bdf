"""How often and how fast a stakeholder answers our asks, shrunk to the workspace.

Owns reply rate and reply time. It may not pair asks with answers (`answers`).
Reply rate: r = (S_answered + a) / (S_asked + a + b), half-life 120 days from the ask; an open ask counts F(age) of
itself, so pending is not refused. Reply time: exp((S_ln + 5 mu0) / (S_n + 5)) business hours over answers of theirs.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import exp, exp2, log

from graph_service.inference.models import RIPE_DAYS, ModelValues
from graph_service.inference.touches import AskOutcome
from graph_service.inference.working_days import WorkingDays

REPLY_HALF_LIFE = 120.0
TIME_PRIOR = 5.0
MIN_HOURS = 0.25  # an answer outside business hours took no business time at all
QUICK_HOURS = 11.0
"""Mean reply time between people who work together (Wuchty and Uzzi 2011)."""


@dataclass(frozen=True, slots=True)
class CountedAsk:
    """An ask that counts. `closed_day`: an answer was seen; `log_hours` is None if a colleague gave it."""

    day: int
    closed_day: int | None = None
    log_hours: float | None = None
    answer_uid: str = ""


@dataclass(frozen=True, slots=True)
class ReplyTrack:
    """Values at each point; None where nothing is known. `quickness` is the strength term's input, 0 to 1."""

    rates: list[float | None]
    hours: list[float | None]
    quickness: list[float]


def count_asks(outcomes: Iterable[AskOutcome], uid: str, horizon_day: int) -> list[CountedAsk]:
    """Return the asks that count for stakeholder `uid`, by day: one a message, the first unanswered of its thread.

    A chaser sent while an earlier ask of the thread is open is not a second chance to refuse. Answers after the
    horizon are not known yet.
    """
    ordered = sorted(outcomes, key=lambda outcome: (outcome.ask.day, outcome.ask.at_ms, outcome.ask.evidence_uid))
    open_until: dict[str, float] = {}
    counted: list[CountedAsk] = []
    for outcome in ordered:
        ask, answer = outcome.ask, outcome.answer
        if ask.day > horizon_day or ask.at_ms < open_until.get(ask.thread_id, float("-inf")):
            continue
        open_until[ask.thread_id] = float("inf") if answer is None else max(answer.at_ms, ask.at_ms + 1)
        counted.append(_counted(outcome, uid, horizon_day))
    return counted


def _counted(outcome: AskOutcome, uid: str, horizon_day: int) -> CountedAsk:
    answer = outcome.answer
    if answer is None or answer.day > horizon_day:
        return CountedAsk(outcome.ask.day)
    theirs = answer.sender_uid == uid
    hours = log(max(MIN_HOURS, outcome.reply_hours or 0.0)) if theirs else None
    return CountedAsk(outcome.ask.day, max(answer.day, outcome.ask.day), hours, answer.interaction_uid)


@dataclass(slots=True)
class _State:
    """Sums at day `day`. `pending` counts open asks by day; asks past RIPE_DAYS are in `asked` already."""

    day: int
    asked: float = 0.0
    answered: float = 0.0
    weight: float = 0.0
    logs: float = 0.0
    pending: dict[int, int] = field(default_factory=dict)
    has_ask: bool = False
    has_answer: bool = False

    def move(self, day: int) -> None:
        factor = exp2((self.day - day) / REPLY_HALF_LIFE)
        self.asked *= factor
        self.answered *= factor
        self.weight *= factor
        self.logs *= factor
        self.day = day

    def open(self, ask: CountedAsk) -> None:
        self.pending[ask.day] = self.pending.get(ask.day, 0) + 1
        self.has_ask = True

    def close(self, ask: CountedAsk) -> None:
        """Take in an answer seen today. One given by a colleague says nothing of this person: the ask is dropped."""
        size = exp2((ask.day - self.day) / REPLY_HALF_LIFE)
        was_open = ask.day in self.pending
        if was_open:
            self._take_pending(ask.day)
        if ask.log_hours is None:
            self.asked -= 0.0 if was_open else size
            return
        self.asked += size if was_open else 0.0
        self.answered += size
        self.weight += 1.0
        self.logs += ask.log_hours
        self.has_answer = True

    def _take_pending(self, day: int) -> None:
        self.pending[day] -= 1
        if not self.pending[day]:
            del self.pending[day]

    def ripen(self, values: ModelValues, working: WorkingDays) -> float:
        """Move asks past RIPE_DAYS into `asked`; return what the younger ones count."""
        waiting, today = 0.0, working.ordinal(self.day)
        for day in list(self.pending):  # ascending: asks are opened in order of their day
            age = today - working.ordinal(day)
            size = self.pending[day] * exp2((day - self.day) / REPLY_HALF_LIFE)
            if age >= RIPE_DAYS:
                self.asked += size
                del self.pending[day]
            else:
                waiting += size * values.replied_by(age)
        return waiting


def track_replies(
    asks: Sequence[CountedAsk], points: Sequence[int], values: Sequence[ModelValues], working: WorkingDays | None
) -> ReplyTrack:
    """Return rate, hours and quickness at each of `points` (ascending). `working` may be None only without asks.

    Quickness is r / (1 + t / 11 h); it is 0 until one answer of theirs was seen, so that an ask alone adds nothing.
    """
    size = len(points)
    track = ReplyTrack([None] * size, [None] * size, [0.0] * size)
    if not asks or working is None:
        return track
    opened = sorted(asks, key=lambda ask: ask.day, reverse=True)
    closed = sorted((ask for ask in asks if ask.closed_day is not None), key=_closing, reverse=True)
    state = _State(points[0])
    for place, day in enumerate(points):
        state.move(day)
        while opened and opened[-1].day <= day:
            state.open(opened.pop())
        while closed and _closing(closed[-1])[0] <= day:
            state.close(closed.pop())
        if state.has_ask:
            _write(track, place, state, values[place], working)
    return track


def _closing(ask: CountedAsk) -> tuple[int, int, str]:
    return (0 if ask.closed_day is None else ask.closed_day), ask.day, ask.answer_uid


def _write(track: ReplyTrack, place: int, state: _State, values: ModelValues, working: WorkingDays) -> None:
    waiting = state.ripen(values, working) if state.pending else 0.0
    prior = values.reply_a + values.reply_b
    rate = (state.answered + values.reply_a) / (max(state.asked, state.answered) + waiting + prior)
    track.rates[place] = rate
    if state.has_answer:
        hours = exp((state.logs + TIME_PRIOR * values.log_hours) / (state.weight + TIME_PRIOR))
        track.hours[place] = hours
        track.quickness[place] = rate / (1.0 + hours / QUICK_HOURS)
