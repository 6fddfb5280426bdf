"""The mail of a world as a stream of records in the order of time. The same world gives the same mail every time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from heapq import heappop, heappush
from random import Random

from bench.words import letter, quoted, subject
from bench.world import END, SEED, START, Firm, World
from graph_service.ingest.connector import Address, MailRecord, Place

LENGTHS = (1, 2, 3, 4, 5, 6, 8, 12)
WEIGHTS = (36, 24, 15, 10, 6, 4, 3, 2)
THREAD_MEAN = 2.77
"""Mails a thread: the mean of the lengths above, less what would come after the end."""
INTERNAL, BULK = 0.05, 0.03
ASKS, AUTOMATIC, BARE, QUOTES = 0.095, 0.015, 0.15, 0.7
"""Shares of the mails: with an ask (some are no mail with a customer, so that 8 % are found), automatic replies,
replies without references, replies that quote.
"""
SOURCE = "bench"


@dataclass(frozen=True, slots=True)
class Parties:
    """Who a thread is between: two who write, and those in copy."""

    first: Address
    second: Address
    copied: tuple[Address, ...]


class Mailman:
    """Writes the mails of one world."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._random = Random(f"{SEED} mail {world.size.name}")
        self._count = 0

    def records(self) -> Iterator[MailRecord]:
        """Yield all mails, oldest first; only the open threads are held in memory."""
        waiting: list[tuple[datetime, str, MailRecord]] = []
        for start in self._starts():
            while waiting and waiting[0][0] <= start:
                yield heappop(waiting)[2]
            for mail in self._thread(start):
                if mail.sent_at < END:
                    heappush(waiting, (mail.sent_at, mail.message_id, mail))
        while waiting:
            yield heappop(waiting)[2]

    def _starts(self) -> Iterator[datetime]:
        threads = round(self._world.size.mails / THREAD_MEAN)
        span = (END - START) / timedelta(days=1)
        for day in sorted(self._random.random() * span for _ in range(threads)):
            yield START + timedelta(days=day)

    def _thread(self, start: datetime) -> list[MailRecord]:
        random, kind = self._random, self._random.random()
        if kind < BULK:
            return [self._bulk(start)]
        firm = random.choices(self._world.firms, cum_weights=self._world.shares)[0]
        if start > firm.until:
            return []
        parties = self._internal() if kind < BULK + INTERNAL else self._parties(firm)
        title, at, mails = subject(random, firm.name), start, list[MailRecord]()
        for place in range(random.choices(LENGTHS, WEIGHTS)[0]):
            mails.append(self._mail(parties, title, at, mails, place))
            at += timedelta(hours=random.lognormvariate(1.8, 1.0))
        return mails

    def _parties(self, firm: Firm) -> Parties:
        random = self._random
        theirs = random.choices(firm.people, cum_weights=firm.shares)[0]
        ours = random.choices(firm.team, (60, 25, 15)[: len(firm.team)])[0]
        copied = random.choices(
            firm.people, cum_weights=firm.shares, k=random.choices((0, 1, 2, 3), (55, 25, 14, 6))[0]
        )
        if random.random() < 0.25:
            copied.append(random.choice(firm.team))
        if random.random() < 0.01:
            copied.append(random.choice(random.choice(self._world.firms).people))
        first, second = (theirs, ours) if random.random() < 0.5 else (ours, theirs)
        return Parties(first, second, tuple(one for one in dict.fromkeys(copied) if one not in {theirs, ours}))

    def _internal(self) -> Parties:
        first, second = self._random.sample(self._world.ours, 2)
        return Parties(first, second, ())

    def _mail(self, parties: Parties, title: str, at: datetime, before: list[MailRecord], place: int) -> MailRecord:
        random, copied = self._random, parties.copied
        sender, reader = (parties.second, parties.first) if place % 2 else (parties.first, parties.second)
        if before and copied and random.random() < 0.15:
            sender, copied = copied[0], (sender, *copied[1:])
            copied = tuple(one for one in copied if one != reader)
        automatic = "auto_reply" if before and random.random() < AUTOMATIC else ""
        text = letter(random, reader.name, sender.name, asks=random.random() < ASKS)
        if before and random.random() < QUOTES:
            last = before[-1]
            text += quoted(_own(last), last.sender.name, last.sender.address, f"{last.sent_at:%a, %d %b %Y at %H:%M}")
        links = tuple(one.message_id for one in before) if before and random.random() >= BARE else ()
        return self._record(at, sender, (reader,), f"Re: {title}" if before else title, text, copied, links, automatic)

    def _bulk(self, at: datetime) -> MailRecord:
        number = self._random.randint(1, 40)
        sender = Address(f"news@list{number}.example", f"News {number}")
        text = "Our news of the week.\n\n" + "\n\n".join(
            letter(self._random, "all", "The desk", asks=False).split("\n\n")
        )
        title = f"News {number} of {at:%d %B %H:%M}"
        return self._record(at, sender, (self._random.choice(self._world.ours),), title, text, (), (), "bulk")

    def _record(
        self, at: datetime, sender: Address, to: tuple[Address, ...], title: str, text: str,
        copied: tuple[Address, ...], links: tuple[str, ...], automatic: str,
    ) -> MailRecord:  # fmt: skip
        self._count += 1
        return MailRecord(
            place=Place(SOURCE, f"message {self._count}"),
            message_id=f"<{self._count}@mail.example>",
            sent_at=at.replace(microsecond=0),
            sender=sender,
            to=to,
            cc=copied,
            subject=title,
            text=text,
            in_reply_to=links[-1:],
            references=links,
            automatic=automatic,
        )


def _own(mail: MailRecord) -> str:
    return mail.text.partition("\n\nOn ")[0]


def news(world: World, share: float, batch: int) -> list[MailRecord]:
    """Return one new mail from each of a random share of the contacts, dated in the last month before `END`."""
    random = Random(f"{SEED} news {world.size.name} {batch}")
    chosen = random.sample(world.contacts, max(1, round(share * len(world.contacts))))
    mails = []
    for number, (firm, person) in enumerate(chosen):
        reader, at = firm.team[0], END - timedelta(minutes=random.randint(60, 20 * 24 * 60))
        mails.append(
            MailRecord(
                place=Place(SOURCE, f"news {batch} {number}"),
                message_id=f"<news{batch}x{number}@mail.example>",
                sent_at=at.replace(microsecond=0),
                sender=person,
                to=(reader,),
                cc=(),
                subject=f"News {batch} {number} {subject(random, firm.name)}",
                text=letter(random, reader.name, person.name, asks=random.random() < ASKS),
            )
        )
    return sorted(mails, key=lambda mail: (mail.sent_at, mail.message_id))
