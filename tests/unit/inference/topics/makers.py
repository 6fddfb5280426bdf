"""Requests and releases for the tests of topics."""

from graph_service.inference.topics.records import ReleaseNote, Request


def request(uid: str, quote: str, day: int = 100, account: str = "a1", value: str = "", topic: str = "") -> Request:
    """Return a request of a day."""
    return Request(uid, day, account, f"{account}-person", quote, value, topic)


def release(uid: str, *items: str, day: int = 200, known: int | None = None) -> ReleaseNote:
    """Return a release with its items, known when it shipped unless said."""
    return ReleaseNote(uid, uid, items, "\n".join(items), day, day if known is None else known)
