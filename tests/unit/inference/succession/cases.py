"""Small invented accounts for successors, ghosts and moves."""

from collections.abc import Iterable
from dataclasses import replace

from graph_service.domain.facts import SpellFact, day_of, epoch_day
from graph_service.inference.casefile import CaseFile, Occasion, Part, Person, Saying, Title

MONDAY = 19_723
"""2024-01-01."""
HORIZON = MONDAY + 365
LAST = MONDAY + 100
DAY_MS = 86_400_000
HOME = "acme.example"


def person(uid: str, name: str = "", **more: object) -> Person:
    base = Person(uid, f"contact-{uid}", name or uid.title(), first_seen_day=MONDAY, addresses=(f"{uid}@{HOME}",))
    return replace(base, **more)  # type: ignore[arg-type]


def titled(uid: str, name: str, text: str, day: int = MONDAY, **more: object) -> Person:
    return person(uid, name, titles=(Title(text, "signature", day, day),), **more)


def mail(
    day: int, sender: str, to: Iterable[str] = (), cc: Iterable[str] = (), *, thread: str = "", channel: str = "email"
) -> Occasion:
    """A mail; whose uid starts with "user" is one of ours. Nobody of ours on it: user-1 is written to."""
    parts = [(sender, "from"), *((uid, "to") for uid in to), *((uid, "cc") for uid in cc)]
    ours = [Part(uid, role) for uid, role in parts if uid.startswith("user")] or [Part("user-1", "to")]
    theirs = [Part(uid, role) for uid, role in parts if not uid.startswith("user")]
    uid = f"mail-{day}-{sender}-{'-'.join(uid for uid, _ in parts)}-{thread}"
    return Occasion(
        uid, day * DAY_MS, day, channel, "", thread or uid, sender, tuple(theirs), tuple(ours), len(theirs) + len(ours)
    )


def meeting(day: int, who: Iterable[str], series: str = "weekly", *, status: str = "") -> Occasion:
    parts = tuple(Part(uid, "attendee", "accepted") for uid in who)
    uid = f"meeting-{day}-{series}"
    ours = (Part("user-1", "organizer", "accepted"),)
    return Occasion(
        uid,
        day * DAY_MS,
        day,
        "meeting",
        "",
        uid,
        "user-1",
        parts,
        ours,
        len(parts) + 1,
        series_id=series,
        status=status,
    )


def said(
    day: int, topic: str, by: str, *, kind: str = "departure_said", on: Occasion | None = None, **more: str
) -> Saying:
    base = Saying(
        f"said-{day}-{topic}-{by}", kind, day * DAY_MS, day, on.uid if on else f"mail-{day}", "email", by,
        by_us=by.startswith("user"), topic=topic,
    )  # fmt: skip
    return replace(base, **more)  # type: ignore[arg-type]


def account(people: Iterable[Person], occasions: Iterable[Occasion] = (), sayings: Iterable[Saying] = ()) -> CaseFile:
    return CaseFile(
        "account-1", "Acme", domains=(HOME,), people=tuple(sorted(people, key=lambda one: one.uid)),
        occasions=tuple(sorted(occasions, key=lambda one: (one.at_ms, one.uid))),
        sayings=tuple(sorted(sayings, key=lambda one: (one.at_ms, one.uid))),
    )  # fmt: skip


def left(known: int = LAST, last: int = LAST, back: int | None = None, detail: str = "") -> SpellFact:
    end = None if back is None else day_of(back)
    return SpellFact("departure", "departed", day_of(known), end, day_of(known), began_on=day_of(last), detail=detail)


def cut(spells: Iterable[SpellFact], day: int) -> tuple[SpellFact, ...]:
    """The spells as they stood on a day: what opened later is not there, what ended later is open."""
    known = [one for one in spells if epoch_day(one.known_on) <= day]
    return tuple(
        replace(one, valid_to=None) if one.valid_to and epoch_day(one.valid_to) > day else one for one in known
    )
