"""Small invented accounts for influence, a strategy for many, and facts cut back to an earlier day."""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from graph_service.domain.facts import SeriesFact, SpellFact, epoch_day
from graph_service.inference.casefile import CaseFile, Job, Occasion, Part, Person, Saying, Title
from graph_service.inference.inferred import Inferred
from graph_service.inference.touches import Touch

START = epoch_day(date(2024, 1, 1))
DAY_MS = 86_400_000
NAMES = (
    "Ada North",
    "Ben West",
    "Cleo East",
    "Dora South",
    "Emil Brook",
    "Finn Vale",
    "Gina Hill",
    "Hugo Lake",
    "Ida Moor",
)
USERS = ("user-1", "user-2")
TEXTS = (
    "Chief Operating Officer",
    "Head of Logistics",
    "Planner",
    "Assistant to the CEO",
    "Zebra",
    "VP Finance",
    "planner",
)
QUOTES = (
    "I will check that with Ada North before we go on.",
    "Cleo has to approve this before Friday comes.",
    "Hello Ben, could you send us the plan?",
    "Nothing else changed on our side, thank you.",
    "I have approved the new order this morning.",
)


def person(place: int, *, titles: tuple[Title, ...] = (), jobs: tuple[Job, ...] = (), is_person: bool = True) -> Person:
    return Person(f"s{place}", f"c{place}", NAMES[place], is_person, titles=titles, jobs=jobs)


def mail(
    day: int, sender: str, to: tuple[str, ...], cc: tuple[str, ...] = (), *, uid: str = "", size: int = 0
) -> Occasion:
    parts = [Part(sender, "from"), *(Part(one, "to") for one in to), *(Part(one, "cc") for one in cc)]
    return Occasion(
        uid=uid or f"mail-{day}-{sender}-{'-'.join((*to, *cc))}",
        at_ms=day * DAY_MS, day=day, channel="email", direction="outbound" if sender in USERS else "inbound",
        thread_id="t", sender_uid=sender, people=tuple(one for one in parts if one.uid not in USERS),
        users=tuple(one for one in parts if one.uid in USERS), size=size or len(parts),
    )  # fmt: skip


def meeting(day: int, there: tuple[str, ...], *, size: int = 0, response: str = "accepted") -> Occasion:
    parts = [Part(one, "attendee", response) for one in there]
    return Occasion(
        uid=f"meeting-{day}-{'-'.join(there)}", at_ms=day * DAY_MS, day=day, channel="meeting", direction="both",
        thread_id="", sender_uid="", people=tuple(one for one in parts if one.uid not in USERS),
        users=tuple(one for one in parts if one.uid in USERS), size=size or len(parts),
    )  # fmt: skip


def said(day: int, by: str, quote: str, *, uid: str = "", interaction: str = "", kind: str = "ask") -> Saying:
    return Saying(
        uid=uid or f"said-{day}-{by}-{len(quote)}", kind=kind, at_ms=day * DAY_MS, day=day,
        interaction_uid=interaction or f"of-{day}", channel="email", by_uid=by, by_us=by in USERS, quote=quote,
    )  # fmt: skip


def with_touches(case: CaseFile) -> CaseFile:
    """Give each person the mails they wrote, as loading a case does."""

    def touches(uid: str) -> tuple[Touch, ...]:
        wrote = (one for one in case.occasions if one.sender_uid == uid and one.channel == "email")
        return tuple(Touch(one.uid, one.at_ms, one.day, "user-1", True, one.size, "t") for one in wrote)

    return replace(case, people=tuple(replace(one, touches=touches(one.uid)) for one in case.people))


@st.composite
def _titles(draw: st.DrawFn) -> Title:
    known = START + draw(st.integers(0, 500))
    text, source = draw(st.sampled_from(TEXTS)), draw(st.sampled_from(("signature", "crm")))
    return Title(text, source, known, known if source == "crm" else known + draw(st.integers(0, 300)))


@st.composite
def _jobs(draw: st.DrawFn) -> Job:
    known = START + draw(st.integers(0, 500))
    start = draw(st.none() | st.integers(START - 900, START + 600))
    end = draw(st.none() | st.integers(START, START + 700))
    return Job("Acme", draw(st.sampled_from(TEXTS)), start, end, known, draw(st.booleans()))


@st.composite
def cases(draw: st.DrawFn) -> CaseFile:
    """Accounts with up to nine people, two years of mail and meetings, sayings, and titles of three sources."""
    size = draw(st.integers(1, len(NAMES)))
    people = tuple(
        person(
            place,
            titles=tuple(draw(st.lists(_titles(), max_size=3))),
            jobs=tuple(draw(st.lists(_jobs(), max_size=2))),
            is_person=draw(st.integers(0, 5)) > 0,
        )
        for place in range(size)
    )
    uids = st.sampled_from([*(one.uid for one in people), *USERS])
    days = st.integers(START, START + 600)
    occasions: dict[str, Occasion] = {}
    for place in range(draw(st.integers(0, 25))):
        there = tuple(draw(st.lists(uids, min_size=2, max_size=6, unique=True)))
        day = draw(days)
        if draw(st.booleans()):
            one = mail(day, there[0], there[1:2], there[2:], size=draw(st.sampled_from((0, 0, 11, 12))))
        else:
            one = meeting(day, there, response=draw(st.sampled_from(("accepted", "declined"))))
        occasions[f"o{place}"] = replace(one, uid=f"o{place}")
    sayings = tuple(
        said(draw(days), draw(uids), draw(st.sampled_from(QUOTES)), uid=f"e{place}", interaction=f"o{place}")
        for place in range(draw(st.integers(0, 6)))
    )
    case = CaseFile("a", "Acme", people=people, occasions=tuple(occasions.values()), sayings=sayings)
    return with_touches(case)


def cut_series(series: SeriesFact, day: int) -> SeriesFact:
    kept = [(at, value) for at, value in zip(series.days, series.values, strict=True) if at <= day]
    return SeriesFact(series.metric, tuple(at for at, _ in kept), tuple(value for _, value in kept))


def cut_spells(spells: tuple[SpellFact, ...], day: int) -> tuple[SpellFact, ...]:
    def ends(one: SpellFact) -> date | None:
        return one.valid_to if one.valid_to is not None and epoch_day(one.valid_to) <= day else None

    return tuple(replace(one, valid_to=ends(one)) for one in spells if epoch_day(one.known_on) <= day)


def history(one: Inferred, day: int) -> tuple[object, ...]:
    """All that is dated, as of `day`; a series without a point yet is as good as none."""
    return tuple(cut_series(series, day) for series in one.series), cut_spells(one.spells, day)
