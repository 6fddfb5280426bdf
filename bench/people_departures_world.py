"""A small invented world of departures: accounts as case files, and what really happened in them.

Everything is drawn from one seed. People write in bursts, answer most asks, take holidays (most with an automatic
reply), go on long leave, are drowned in projects of their own, and leave: with a farewell, a colleague's word, a dead
address, a changed profile, or in silence. One account goes quiet as a whole, one moves to a new domain, and the mail
connector can be off for a week. It knows nothing of how departures are inferred.
"""

from dataclasses import dataclass, field
from random import Random

from graph_service.inference.casefile import Backdrop, CaseFile, Job, Occasion, Part, Person, Saying

DAY_MS = 86_400_000
START = 19_723  # a Monday of January 2024
OURS = "user-1"
OFF_DAYS, OFF_RATE = 75, 0.08


@dataclass(frozen=True, slots=True)
class Plan:
    """How large the world is and what happens in it. `leaving` is the monthly share of people who leave.

    `gaps` are the shortest and longest mean gap between mails in working days. A person who is busy stays so with
    `stays_busy` a day, else becomes so with `gets_busy`, and else writes `idle` times as often as usual. `seasons` is
    the share of accounts that write next to nothing in two months and a half of each year.
    """

    seed: int = 7
    accounts: int = 12
    people: int = 10
    days: int = 540
    leaving: float = 0.02
    long_leaves: float = 0.04
    lulls: float = 0.25
    bounces: float = 0.62
    false_bounces: float = 0.0015
    profiles: float = 0.6
    told: float = 0.35
    farewells: float = 0.25
    quiet_account: int = 1
    moved_account: int = 2
    outage: tuple[int, int] | None = None
    gaps: tuple[float, float] = (2.0, 14.0)
    stays_busy: float = 0.85
    gets_busy: float = 0.25
    idle: float = 0.4
    seasons: float = 0.0


@dataclass(slots=True)
class Truth:
    """What happened to one person: the last working day (None: stayed), explicit signs by day, pauses (from, to)."""

    uid: str
    left_day: int | None = None
    signs: list[int] = field(default_factory=list)
    pauses: list[tuple[int, int]] = field(default_factory=list)
    leaves: list[tuple[int, int]] = field(default_factory=list)
    in_odd_account: bool = False
    acts: int = 0


@dataclass(frozen=True, slots=True)
class World:
    """The case files, what is known workspace-wide, the last day, and the truth by person."""

    cases: tuple[CaseFile, ...]
    backdrop: Backdrop
    horizon_day: int
    truth: dict[str, Truth]


@dataclass(slots=True)
class _Account:
    number: int
    occasions: list[Occasion] = field(default_factory=list)
    sayings: list[Saying] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    quiet_from: int | None = None
    moved_on: int | None = None
    off_season: int | None = None

    def is_off(self, day: int) -> bool:
        """Tell whether the account is out of season on `day`."""
        return self.off_season is not None and (day - self.off_season) % 365 < OFF_DAYS


def make_world(plan: Plan) -> World:
    """Return the world of a plan; the same plan gives the same world."""
    random = Random(plan.seed)
    truth: dict[str, Truth] = {}
    cases = [_case(number, plan, random, truth) for number in range(plan.accounts)]
    frozen = frozenset[tuple[str, int]]()
    if plan.outage is not None:
        start, length = START + plan.outage[0], plan.outage[1]
        frozen = frozenset(("email", day) for day in range(start, start + length))
    return World(tuple(cases), Backdrop(frozen=frozen), START + plan.days, truth)


def _case(number: int, plan: Plan, random: Random, truth: dict[str, Truth]) -> CaseFile:
    account = _Account(number)
    if number == plan.quiet_account:
        account.quiet_from = START + plan.days // 2
    if number == plan.moved_account:
        account.moved_on = START + plan.days // 2
    if plan.seasons and random.random() < plan.seasons:
        account.off_season = START + random.randrange(365)
    for place in range(plan.people):
        uid = f"s{number:03}-{place:02}"
        truth[uid] = _live(uid, account, plan, random)
    return CaseFile(
        f"a{number:03}", f"Firm {number}", people=tuple(account.people), domains=(f"firm{number}.example",),
        occasions=tuple(sorted(account.occasions, key=lambda one: (one.at_ms, one.uid))),
        sayings=tuple(sorted(account.sayings, key=lambda one: (one.at_ms, one.uid))),
    )  # fmt: skip


def _live(uid: str, account: _Account, plan: Plan, random: Random) -> Truth:
    """Play one person's days and return what happened."""
    odd = account.number in {plan.quiet_account, plan.moved_account}
    fate = Truth(uid, in_odd_account=odd)
    end = START + plan.days
    left = START + int(random.expovariate(plan.leaving / 30.0))
    fate.left_day = left if START + 60 < left < end else None
    _absences(fate, plan, random)
    if random.random() < plan.lulls:
        start = random.randrange(START, end)
        fate.pauses.append((start, start + random.randint(20, 60)))
    last = end if fate.left_day is None else fate.left_day
    rate, busy = 1.0 / random.uniform(*plan.gaps), True
    answers = random.uniform(0.5, 0.95)
    for day in range(START, end):
        if (day + 3) % 7 >= 5:
            continue
        busy = random.random() < (plan.stays_busy if busy else plan.gets_busy)
        pace = rate * (OFF_RATE if account.is_off(day) else 1.0)
        here = day <= last and not _within(day, fate.pauses) and not _within(day, fate.leaves)
        silent = account.quiet_from is not None and day >= account.quiet_from
        if here and not silent and random.random() < pace * (1.6 if busy else plan.idle):
            fate.acts += _mail(account, uid, day, random, plan, inbound=True)
        if random.random() < pace * 0.7:
            _write_to(account, fate, day, random, plan, answers if here and not silent else 0.0)
    _finish(account, fate, plan, random)
    return fate


def _absences(fate: Truth, plan: Plan, random: Random) -> None:
    for year in range(0, plan.days, 365):
        for _ in range(2):
            start = START + year + random.randrange(330)
            fate.leaves.append((start, start + random.randint(5, 18)))
    if random.random() < plan.long_leaves * plan.days / 365.0:
        start = START + random.randrange(90, max(91, plan.days - 60))
        fate.leaves.append((start, start + random.randint(90, 240)))


def _within(day: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= day < end for start, end in spans)


def _is_down(day: int, plan: Plan) -> bool:
    return plan.outage is not None and START + plan.outage[0] <= day < START + plan.outage[0] + plan.outage[1]


def _mail(account: _Account, uid: str, day: int, random: Random, plan: Plan, *, inbound: bool) -> int:
    """Add a mail, unless the connector is off; return how many were added."""
    if _is_down(day, plan):
        return 0
    name = f"m{account.number:03}-{len(account.occasions):05}"
    people, users = (Part(uid, "from" if inbound else "to"),), (Part(OURS, "to" if inbound else "from"),)
    account.occasions.append(
        Occasion(
            name, day * DAY_MS + random.randrange(30_000_000, 60_000_000), day, "email",
            "inbound" if inbound else "outbound", name, uid if inbound else OURS, people, users, 2,
        )
    )  # fmt: skip
    return 1


def _write_to(account: _Account, fate: Truth, day: int, random: Random, plan: Plan, answers: float) -> None:
    """One of ours writes: it may be an ask, may come back, and may meet an automatic reply."""
    if not _mail(account, fate.uid, day, random, plan, inbound=False):
        return
    left = fate.left_day is not None and day > fate.left_day
    moved = account.moved_on is not None and day >= account.moved_on
    if moved or random.random() < (plan.false_bounces if not left else _bouncing(fate, plan)):
        _say(account, fate.uid, day, "bounce", "hard", rule="user_unknown", value=_address(fate.uid))
        if left and not moved:
            fate.signs.append(day)
        return
    absence = next((one for one in fate.leaves if one[0] <= day < one[1]), None)
    if absence is not None and not left and random.random() < 0.7:
        topic = "parental_leave" if absence[1] - absence[0] > 60 else "out_of_office"
        _say(account, fate.uid, day, "auto_reply", topic, until=absence[1])
    if random.random() < 0.4:
        replied = random.random() < answers
        later = day + random.randint(0, 4)
        _say(account, fate.uid, day, "ask", "", answered=later if replied else None)
        if replied and later < START + plan.days:
            fate.acts += _mail(account, fate.uid, later, random, plan, inbound=True)


def _bouncing(fate: Truth, plan: Plan) -> float:
    """Return whether the mailbox of somebody who left is closed: the same for all mails to one person."""
    return float(int(fate.uid[1:4] + fate.uid[5:]) * 37 % 100 < 100 * plan.bounces)


def _address(uid: str) -> str:
    return f"{uid}@firm{int(uid[1:4])}.example"


def _say(
    account: _Account, uid: str, day: int, kind: str, topic: str, *, rule: str = "", value: str = "", by: str = "",
    until: int | None = None, answered: int | None = None,
) -> None:  # fmt: skip
    ours = kind in {"ask", "bounce"}
    account.sayings.append(
        Saying(
            f"e{account.number:03}-{len(account.sayings):05}", kind, day * DAY_MS + 65_000_000, day, "", "email",
            OURS if ours else by or uid, kind == "ask", "" if kind == "departure_said" else uid, topic, value,
            confidence=0.93, rule=rule, until_day=until, answered_day=answered, asked=(uid,) if kind == "ask" else (),
        )
    )  # fmt: skip


def _finish(account: _Account, fate: Truth, plan: Plan, random: Random) -> None:
    """Add what is told of a departure, and the person."""
    jobs = []
    given, family = f"Given{_letters(fate.uid)}", f"Family{_letters(fate.uid)}"
    has_profile = random.random() < plan.profiles
    if has_profile:
        jobs.append(Job(f"Firm {account.number}", "Planner", START - 700, None, START + 1, is_here=True))
    if fate.left_day is not None:
        end = START + plan.days
        if random.random() < plan.farewells:
            _say(account, fate.uid, fate.left_day, "departure_said", "farewell", until=fate.left_day)
            fate.signs.append(fate.left_day)
        told = fate.left_day + random.randint(3, 40)
        if random.random() < plan.told and told < end:
            _say(account, fate.uid, told, "departure_said", "colleague", value=f"{given} {family}", by="colleague")
            fate.signs.append(told)
        known = fate.left_day + 1 + int(random.expovariate(1 / 43.0))
        if has_profile and known < end:
            jobs.append(Job(f"Firm {account.number}", "Planner", START - 700, fate.left_day, known, is_here=True))
            fate.signs.append(known)
    account.people.append(
        Person(
            fate.uid, "c" + fate.uid, f"{given} {family}", first_seen_day=START, crm_day=START, jobs=tuple(jobs),
            addresses=(_address(fate.uid),),
        )
    )  # fmt: skip


def _letters(uid: str) -> str:
    """Return letters for a number, so that names are words."""
    return "".join(chr(ord("a") + int(digit)) for digit in uid if digit.isdigit())
