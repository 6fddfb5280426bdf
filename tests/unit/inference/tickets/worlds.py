"""Accounts that open tickets: material for tests."""

from graph_service.inference.casefile import CaseFile, Occasion, Saying

START = 20_003


def ticket(place: int, number: int = 0, priority: str = "", tags: tuple[str, ...] = ()) -> Occasion:
    uid = f"t{place}-{number}"
    return Occasion(
        uid=uid, at_ms=(START + place) * 86_400_000 + number, day=START + place, channel="ticket", direction="inbound",
        thread_id=uid, sender_uid="ann", people=(), users=(), size=2, priority=priority, tags=tags,
    )  # fmt: skip


def comment(place: int, thread: str, direction: str = "inbound", number: int = 0) -> Occasion:
    return Occasion(
        uid=f"c{place}-{number}-{direction}", at_ms=(START + place) * 86_400_000 + 1000 + number, day=START + place,
        channel="ticket", direction=direction, thread_id=thread, sender_uid="ann", people=(), users=(), size=2,
        is_opening=False,
    )  # fmt: skip


def said(place: int, quote: str, *, by_us: bool = False, kind: str = "ask", topic: str = "") -> Saying:
    return Saying(
        f"s{place}-{quote[:9]}", kind, (START + place) * 86_400_000, START + place, f"i{place}", "email", "ann", by_us,
        topic=topic, quote=quote,
    )  # fmt: skip


def account(*occasions: Occasion, sayings: tuple[Saying, ...] = ()) -> CaseFile:
    ordered = tuple(sorted(occasions, key=lambda one: (one.at_ms, one.uid)))
    return CaseFile("acme", "Acme", occasions=ordered, sayings=sayings)


def usual(every: int = 7, days: int = 200, tags: tuple[str, ...] = ("billing",)) -> list[Occasion]:
    """Return a ticket every few days."""
    return [ticket(place, 90, tags=tags) for place in range(0, days, every)]
