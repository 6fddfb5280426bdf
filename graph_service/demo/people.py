"""Who takes part in the demo: the shapes of people and accounts. Holds no names."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Voice = Literal["warm", "brisk", "formal"]
Language = Literal["en", "de", "fr", "nl"]
OUR_COMPANY = "Orlanda Works"
OUR_DOMAIN = "orlanda.example"
PRODUCT = "Orlanda Roster"


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who writes mail. `area` is what they deal with; `wraps` says their client breaks long lines."""

    name: str
    email: str
    title: str
    company: str
    country: str
    area: str
    voice: Voice = "warm"
    phone: str = ""
    wraps: bool = False
    quotes: Literal["below", "outlook", "none"] = "below"
    joined: date | None = None
    left: date | None = None
    in_crm: bool = True
    away: tuple[date, date] | None = None

    @property
    def first_name(self) -> str:
        """Return the name to greet with."""
        return self.name.split()[0]

    @property
    def is_ours(self) -> bool:
        """Tell whether this is a member of our team."""
        return self.email.endswith("@" + OUR_DOMAIN)

    def is_there(self, day: date) -> bool:
        """Tell whether the person works there on a day and is not away."""
        if self.away and self.away[0] <= day <= self.away[1]:
            return False
        return (self.joined is None or self.joined <= day) and (self.left is None or day <= self.left)


@dataclass(frozen=True, slots=True)
class Account:
    """A customer firm. `pace` is threads a month; `shares` is how the mail spreads over `people` (same order)."""

    key: str
    name: str
    domain: str
    country: str
    city: str
    industry: str
    language: Language
    arr: int
    currency: str
    renewal: date
    csm: Person
    seller: Person
    pace: float
    story: str
    sites: tuple[str, ...]
    teams: tuple[str, ...]
    people: tuple[Person, ...]
    shares: tuple[float, ...]
    since: date
    ends: date | None = field(default=None)

    def who(self, first_name: str) -> Person:
        """Return the person with this first name."""
        return next(person for person in self.people if person.first_name == first_name)
