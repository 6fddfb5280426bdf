"""The benchmark's worlds: how many firms, people and mails, and who writes with whom. Makes no mail itself."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from itertools import accumulate
from random import Random

from bench.words import invented_name
from graph_service.ingest.connector import Address

OUR_DOMAIN = "ours.example"
START = datetime(2025, 10, 1, tzinfo=UTC)
END = datetime(2026, 6, 30, 18, tzinfo=UTC)
"""Nine months; the world stands still at `END`, which is "now" for inference, rules and reads."""
SEED = 20260630
LARGE = 60
USUAL = (12, 26)
LARGE_FIRMS = 4
SILENT_EVERY, THIN_EVERY = 8, 9
"""Every eighth firm falls silent before the end, every ninth hangs on one person: both are work for the queue."""
SILENCE = timedelta(days=50)


@dataclass(frozen=True, slots=True)
class Size:
    """How large a world is. `mails` is what its mail comes near to."""

    name: str
    firms: int
    mails: int
    ours: int


SIZES = {
    "XS": Size("XS", firms=8, mails=1_500, ours=5),
    "S": Size("S", firms=50, mails=20_000, ours=12),
    "M": Size("M", firms=1_000, mails=400_000, ours=60),
}


@dataclass(frozen=True, slots=True)
class Firm:
    """A customer firm: its people with their share of the mail as running sums, who of us looks after it, its end."""

    name: str
    people: tuple[Address, ...]
    shares: tuple[float, ...]
    team: tuple[Address, ...]
    until: datetime


class World:
    """All firms and people of one size; the same size gives the same world."""

    def __init__(self, size: Size) -> None:
        self.size = size

    @cached_property
    def ours(self) -> tuple[Address, ...]:
        """Return our own people."""
        return tuple(
            Address(f"{_local(100_000 + number)}@{OUR_DOMAIN}", invented_name(100_000 + number))
            for number in range(self.size.ours)
        )

    @cached_property
    def firms(self) -> tuple[Firm, ...]:
        """Return all firms; the first few are large."""
        random = Random(f"{SEED} firms {self.size.name}")
        firms, born = [], 0
        for number in range(self.size.firms):
            count = LARGE + number if number < LARGE_FIRMS else random.randint(*USUAL)
            if number % THIN_EVERY == THIN_EVERY - 1:
                count = 2
            firms.append(self._firm(number, range(born, born + count), random))
            born += count
        return tuple(firms)

    @cached_property
    def shares(self) -> tuple[float, ...]:
        """Return the firms' shares of the mail as running sums: few write much, many write little."""
        return tuple(accumulate(1.0 / (number + 5) ** 0.4 for number in range(self.size.firms)))

    @property
    def contacts(self) -> list[tuple[Firm, Address]]:
        """Return every outside person with the firm."""
        return [(firm, person) for firm in self.firms for person in firm.people]

    def _firm(self, number: int, numbers: range, random: Random) -> Firm:
        domain = f"firm{number}.example"
        people = tuple(Address(f"{_local(one)}@{domain}", invented_name(one)) for one in numbers)
        slope = 9.0 if len(people) == 2 else 0.9
        shares = tuple(accumulate(1.0 / (place + 2) ** slope for place in range(len(people))))
        team = tuple(random.sample(self.ours, min(3, len(self.ours))))
        until = END - SILENCE if number % SILENT_EVERY == SILENT_EVERY - 1 else END
        return Firm(f"Firm {number}", people, shares, team, until)


def _local(number: int) -> str:
    return f"{invented_name(number).lower().replace(' ', '.')}{number}"
