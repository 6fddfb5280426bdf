"""A connector over records in memory, and worlds of random mail for property tests."""

from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import ClassVar

from hypothesis import strategies as st
from pydantic import BaseModel

from graph_service.ingest.connector import (
    AccountRecord,
    Address,
    ContactRecord,
    MailRecord,
    Place,
    Rejected,
    ShareRecord,
    SourceRecord,
    UserRecord,
)

START = datetime(2026, 1, 5, 9, tzinfo=UTC)
END = datetime(2026, 6, 30, tzinfo=UTC)
OURS = tuple(Address(f"{name}@ours.example", name.title()) for name in ("ana", "ben", "cleo"))
THEIRS = tuple(
    Address(f"{name}@{firm}.example", f"{name.title()} {firm.title()}")
    for firm, names in (("north", ("ida", "jon", "kai")), ("south", ("lea", "max")), ("lone", ("nia",)))
    for name in names
)
PRIVATE = Address("olga@gmail.com", "Olga Private")
TEXTS = (
    "Thanks for the update.",
    "Could you send us the revised plan by Friday?",
    "Who signs off on the new contract?\nWe are ready on our side.",
    "The rollout went well. I will report next week.",
)


class MemoryConfig(BaseModel):
    """Nothing to configure."""


class MemoryConnector:
    """Yields given records, as one source that cannot be resumed."""

    name: ClassVar[str] = "memory"
    Config: ClassVar[type[BaseModel]] = MemoryConfig

    def __init__(self, config: BaseModel, records: Sequence[SourceRecord | Rejected] = ()) -> None:
        self._records = records

    @classmethod
    def of(cls, records: Sequence[SourceRecord | Rejected]) -> "MemoryConnector":
        return cls(MemoryConfig(), records)

    def sources(self) -> list[str]:
        return ["memory"]

    def total_bytes(self) -> int:
        return 0

    async def records(self, source: str, since: int = 0) -> AsyncIterator[SourceRecord | Rejected]:
        for record in self._records:
            yield record


def mail(
    number: int,
    sender: Address,
    to: Sequence[Address],
    *,
    day: float,
    text: str = TEXTS[0],
    subject: str = "",
    answers: int | None = None,
    cc: Sequence[Address] = (),
) -> MailRecord:
    """A mail on a day (counted from `START`); `answers` is the number of the mail it replies to."""
    references = () if answers is None else (f"<{answers}@x.example>",)
    return MailRecord(
        place=Place("memory", f"message {number}"),
        message_id=f"<{number}@x.example>",
        sent_at=START + timedelta(days=day),
        sender=sender,
        to=tuple(to),
        cc=tuple(cc),
        subject=subject or f"Topic {number % 5}",
        text=text,
        references=references,
        in_reply_to=references,
    )


@st.composite
def mails(draw: st.DrawFn, max_size: int = 25) -> list[MailRecord]:
    """Random mail between our people and a few customers, with replies, copies and colleagues."""
    count = draw(st.integers(3, max_size))
    out: list[MailRecord] = []
    for number in range(count):
        inbound = draw(st.booleans())
        ours, theirs = draw(st.sampled_from(OURS)), draw(st.sampled_from((*THEIRS, PRIVATE)))
        cc = draw(st.lists(st.sampled_from((*THEIRS, *OURS)), max_size=2, unique=True))
        answers = draw(st.integers(0, number - 1)) if number and draw(st.booleans()) else None
        day = draw(st.integers(0, 150)) + number / 1000
        subject = f"Re: {out[answers].subject}" if answers is not None else f"Topic {draw(st.integers(0, 3))}"
        sender, to = (theirs, ours) if inbound else (ours, theirs)
        text = draw(st.sampled_from(TEXTS))
        out.append(mail(number, sender, (to,), day=day, text=text, subject=subject, answers=answers, cc=cc))
    return out


def crm() -> list[SourceRecord]:
    """A CRM that claims one of the firms, knows a private address, and gives two of ours sight."""
    place = Place("memory", "row 1")
    return [
        AccountRecord(place, "fake", "A1", "North Ltd", START, domains=("north.example",), country="DE"),
        AccountRecord(place, "fake", "A2", "Olga & Co", START),
        ContactRecord(place, "fake", "C1", "Ida North", START, "A1", "ida@north.example", "Head of Planning"),
        ContactRecord(place, "fake", "C2", "Olga Private", START, "A2", "olga@gmail.com", "Owner"),
        UserRecord(place, "fake", "U1", "ana@ours.example", "Ana Ours"),
        ShareRecord(place, "fake", "A1", "U1", "owner", "owner"),
    ]
