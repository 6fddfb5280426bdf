"""Small invented inputs for inference, and how facts are cut back to an earlier day."""

from datetime import date

from hypothesis import strategies as st

from graph_service.domain.facts import SeriesFact, SpellFact, epoch_day
from graph_service.inference.results import AccountFacts, StakeholderFacts, TieFacts
from graph_service.inference.touches import AccountMail, Answer, AskFact, AskOutcome, StakeholderInput, Touch

MONDAY = epoch_day(date(2024, 1, 1))
SUNDAY = epoch_day(date(2024, 1, 7))
THEY, WE = True, False
PERSON = "stakeholder-1"
DAY_MS = 86_400_000


def noon(day: int, minute: int = 0) -> int:
    return day * DAY_MS + DAY_MS // 2 + minute * 60_000


def touch(
    day: int, inbound: bool, *, user: str = "user-1", uid: str = "", people: int = 2, channel: str = "email"
) -> Touch:
    name = uid or f"mail-{day}-{'in' if inbound else 'out'}"
    return Touch(name, noon(day), day, user, inbound, people, "thread-1", channel)


def asked(
    day: int,
    answer_day: int | None = None,
    *,
    by: str = PERSON,
    hours: float = 3.0,
    thread: str = "",
    user: str = "user-1",
    uid: str = "",
    minute: int = 0,
) -> AskOutcome:
    """An ask of ours on `day`; answered a little after noon of `answer_day`."""
    name = uid or f"ask-{day}-{minute}"
    thread_id = thread or f"thread-{name}"
    ask = AskFact(name, f"mail-{name}", noon(day, minute), day, user, (PERSON,), thread_id, from_us=True)
    if answer_day is None:
        return AskOutcome(ask)
    answer = Answer(noon(answer_day, minute + 5), answer_day, f"answer-{name}", by, "same_thread")
    return AskOutcome(ask, answer, hours)


def person(*touches: Touch, asks: tuple[AskOutcome, ...] = (), uid: str = PERSON) -> StakeholderInput:
    return StakeholderInput(uid, "Someone", touches, asks, min((one.day for one in touches), default=None), "DE")


def inbound_mail(*days: int) -> tuple[AccountMail, ...]:
    return tuple(AccountMail(f"mail-{day}", noon(day), day, inbound=True) for day in days)


def cut_series(series: SeriesFact, day: int) -> SeriesFact:
    kept = [(at, value) for at, value in zip(series.days, series.values, strict=True) if at <= day]
    return SeriesFact(series.metric, tuple(at for at, _ in kept), tuple(value for _, value in kept))


def cut_spells(spells: tuple[SpellFact, ...], day: int) -> tuple[SpellFact, ...]:
    return tuple(
        SpellFact(
            spell.kind,
            spell.state,
            spell.valid_from,
            spell.valid_to if spell.valid_to is not None and epoch_day(spell.valid_to) <= day else None,
            spell.known_on,
            spell.terms,
        )
        for spell in spells
        if epoch_day(spell.valid_from) <= day
    )


def stakeholder_history(facts: StakeholderFacts, day: int) -> tuple[object, ...]:
    """All that is dated in `facts`, cut back to `day`."""
    series = (
        facts.strength_series,
        facts.reply_rate_series,
        facts.reply_hours_series,
        facts.last_inbound_series,
        facts.last_interaction_series,
    )
    ties = tuple(tie_history(tie, day) for tie in facts.ties if tie.days[0] <= day)
    return tuple(cut_series(one, day) for one in series), cut_spells(facts.spells, day), ties


def tie_history(tie: TieFacts, day: int) -> tuple[object, ...]:
    size = sum(at <= day for at in tie.days)
    return tie.user_uid, tie.days[:size], tie.units_in[:size], tie.units_out[:size], cut_series(tie.series, day)


def account_history(facts: AccountFacts, day: int) -> tuple[object, ...]:
    series = (
        facts.coverage_series,
        facts.single_threaded_series,
        facts.rhythm_series,
        facts.last_inbound_series,
        facts.last_interaction_series,
        facts.active_contact_series,
        facts.contact_series,
    )
    return tuple(cut_series(one, day) for one in series), cut_spells(facts.spells, day)


SPAN = 400

days = st.integers(MONDAY, MONDAY + SPAN)
users = st.sampled_from(("user-1", "user-2", "user-3"))


def _touch(place: int, day: int, minute: int, user: str, inbound: bool, people: int, channel: str) -> Touch:
    return Touch(f"mail-{place}-{day}", noon(day, minute), day, user, inbound, people, "thread", channel)


def _outcome(day: int, wait: int | None, by: str, hours: float, thread: str, user: str, minute: int) -> AskOutcome:
    answer_day = None if wait is None else day + wait
    uid = f"ask-{day}-{minute}"
    return asked(day, answer_day, by=by, hours=hours, thread=thread, user=user, uid=uid, minute=minute)


touches = st.builds(
    _touch,
    st.integers(0, 9),
    days,
    st.integers(0, 300),
    users,
    st.booleans(),
    st.integers(0, 12),
    st.sampled_from(("email", "email", "meeting", "ticket", "pigeon")),
)
outcomes = st.builds(
    _outcome,
    days,
    st.none() | st.integers(0, 60),
    st.sampled_from((PERSON, PERSON, "colleague")),
    st.floats(0, 400),
    st.sampled_from(("a", "b", "c", "d")),
    users,
    st.integers(0, 200),
)


@st.composite
def stakeholders(draw: st.DrawFn, uid: str = PERSON) -> StakeholderInput:
    seen = draw(st.lists(touches, max_size=14))
    asks = draw(st.lists(outcomes, max_size=6, unique_by=lambda one: one.ask.evidence_uid))
    first = min((one.day for one in seen), default=None)
    return StakeholderInput(uid, "Someone", tuple(seen), tuple(asks), first, draw(st.sampled_from(("", "DE", "??"))))
