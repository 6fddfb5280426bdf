"""Invented accounts in which people leave, and who took over is known: for measuring where real cases are few.

Nothing is shared with any other world: people and titles are made of syllables, and how a hand-over shows itself is
drawn anew for each departure, from none of the signs to all of them.
"""

from dataclasses import dataclass, field
from random import Random

from graph_service.domain.facts import SpellFact, day_of
from graph_service.inference.casefile import CaseFile, Occasion, Part, Person, Saying, Title

DAY_MS = 86_400_000
START, DAYS = 19_000, 420
GIVEN = (
    "Abel",
    "Bea",
    "Cora",
    "Dirk",
    "Enno",
    "Flora",
    "Gitte",
    "Hauke",
    "Ines",
    "Jarl",
    "Kaja",
    "Leif",
    "Mona",
    "Nils",
)
FAMILY = ("Ambro", "Bellin", "Corten", "Dorval", "Estrup", "Fenwal", "Gostyn", "Harbek", "Istwin", "Jorun", "Kelmor")
FUNCTIONS = ("Finance", "Logistics", "Procurement", "IT", "Quality", "Marketing")
RANKS = ("Analyst", "Senior Analyst", "Manager", "Director", "VP")
USERS = ("user-1", "user-2", "user-3")


@dataclass(slots=True)
class Member:
    """One person of the invented account: `joined` is the day from which they may be seen, `left` the last day."""

    uid: str
    name: str
    title: str
    rate: float
    is_titled: bool
    in_crm: bool
    joined: int = START
    left: int = START + DAYS
    topics: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Case:
    """An account, who left (with the spell) and who took over from them."""

    case: CaseFile
    departed: dict[str, SpellFact]
    successor: dict[str, str]
    horizon_day: int


def make_case(seed: int) -> Case:
    """Return the account of a seed: 6 to 40 people, one departure with a successor, noise around it."""
    return _Town(Random(seed), seed).case()


class _Town:
    def __init__(self, random: Random, seed: int) -> None:
        self.random, self.seed = random, seed
        self.occasions: list[Occasion] = []
        self.sayings: list[Saying] = []
        size = random.choice((6, 9, 14, 25, 40))
        self.members = [self.member(place) for place in range(size)]
        self.leaver = random.choice(self.members)
        self.leaver.left = START + random.randrange(200, 320)
        self.leaver.rate = max(self.leaver.rate, 0.03)
        self.successor = self.follow()

    def member(self, place: int) -> Member:
        random = self.random
        title = f"{random.choice(RANKS)} {random.choice(FUNCTIONS)}"
        name = f"{GIVEN[place % len(GIVEN)]} {FAMILY[(place * 3 + place // 14) % len(FAMILY)]}"
        joined = START if random.random() < 0.8 else START + random.randrange(DAYS - 60)
        rate, is_titled, in_crm = random.lognormvariate(-3.4, 1.0), random.random() < 0.7, random.random() < 0.6
        return Member(f"s{place:02d}", name, title, rate, is_titled, in_crm, joined)

    def follow(self) -> Member:
        """Return the successor: a new hire with the leaver's title, or a colleague, of the same function if any."""
        random, leaver = self.random, self.leaver
        if random.random() < 0.5:
            found = self.member(len(self.members))
            found.title = (
                leaver.title if random.random() < 0.6 else f"{random.choice(RANKS)} {leaver.title.split()[-1]}"
            )
            found.joined = leaver.left + random.randrange(-10, 45)
            found.in_crm = False
            self.members.append(found)
        else:
            others = [one for one in self.members if one is not leaver and one.joined < leaver.left]
            alike = [one for one in others if one.title.split()[-1] == leaver.title.split()[-1]]
            found = random.choice(alike or others)
        found.rate = max(found.rate, leaver.rate * random.uniform(0.3, 1.0))
        return found

    def case(self) -> Case:
        self.everyday()
        self.hand_over()
        leaver, random = self.leaver, self.random
        known = leaver.left + random.choice((-7, 0, 1, 10, 30, 60))
        people = tuple(self.person(one) for one in sorted(self.members, key=lambda one: one.uid))
        case = CaseFile(
            f"account-{self.seed}", "Account", domains=("account.example",), people=people,
            occasions=tuple(sorted(self.occasions, key=lambda one: (one.at_ms, one.uid))),
            sayings=tuple(sorted(self.sayings, key=lambda one: (one.at_ms, one.uid))),
        )  # fmt: skip
        began = day_of(leaver.left - random.randrange(10))
        spell = SpellFact("departure", "departed", day_of(known), None, day_of(known), began_on=began)
        return Case(case, {leaver.uid: spell}, {leaver.uid: self.successor.uid}, START + DAYS)

    def person(self, one: Member) -> Person:
        seen = [found for found in self.occasions if any(part.uid == one.uid for part in found.people)]
        wrote = [found.day for found in seen if found.sender_uid == one.uid]
        titles = (Title(one.title, "signature", wrote[0], wrote[-1]),) if one.is_titled and wrote else ()
        return Person(
            one.uid, f"c-{one.uid}", one.name, first_seen_day=min((found.day for found in seen), default=None),
            crm_day=START - 100 if one.in_crm else None, addresses=(f"{one.uid}@account.example",), titles=titles,
        )  # fmt: skip

    def everyday(self) -> None:
        """Mail, tickets and a weekly meeting, each person at a rate of their own, threads shared now and then."""
        series = [one for one in self.members if self.random.random() < 0.2][:5]
        for day in range(START, START + DAYS):
            for one in self.members:
                if one.joined <= day <= one.left and self.random.random() < one.rate:
                    self.write(one, day)
            if day % 7 == 0 and series:
                there = [one for one in series if one.joined <= day]
                self.add("meeting", "series-1", day, "", [(one.uid, "attendee", "accepted") for one in there])

    def write(self, one: Member, day: int) -> None:
        random = self.random
        topic = random.choice(one.topics[-3:]) if one.topics and random.random() < 0.4 else f"t-{len(self.occasions)}"
        one.topics.append(topic)
        copies = [other for other in self.members if other is not one and other.joined <= day <= other.left]
        shown = random.sample(copies, min(len(copies), random.choice((0, 0, 0, 1, 2))))
        for other in shown:
            if random.random() < 0.2:
                other.topics.append(topic)
        channel = "ticket" if random.random() < 0.3 else "email"
        parts = [(one.uid, "from", ""), *((other.uid, "cc", "") for other in shown)]
        self.add(channel, topic, day, one.uid, parts)
        self.add(channel, topic, day, "user-1", [(uid, "to", "") for uid, _, _ in parts])

    def add(self, channel: str, room: str, day: int, sender: str, parts: list[tuple[str, str, str]]) -> Occasion:
        uid = f"i-{len(self.occasions):05d}"
        user = Part(
            "user-1" if sender == "user-1" else self.random.choice(USERS), "from" if sender == "user-1" else "to"
        )
        made = Occasion(
            uid, day * DAY_MS + len(self.occasions), day, channel, "", room, sender, tuple(Part(*one) for one in parts),
            (user,), len(parts) + 1, series_id=room if channel == "meeting" else "",
        )  # fmt: skip
        self.occasions.append(made)
        return made

    def hand_over(self) -> None:
        """Show the succession by each sign with a chance of its own."""
        random, leaver, heir = self.random, self.leaver, self.successor
        begin = max(leaver.left, heir.joined)
        if random.random() < 0.35:
            mail = self.add(
                "email", f"bye-{self.seed}", leaver.left - 3, leaver.uid, [(leaver.uid, "from", ""), *self.copies()]
            )
            self.say(mail, "farewell", person=heir.name if random.random() < 0.5 else "")
        if random.random() < 0.3:
            teller = random.choice([one for one in self.members if one is not leaver])
            parts = [(teller.uid, "from", "")] + (
                [(heir.uid, "cc", "")] if random.random() < 0.4 and heir is not teller else []
            )
            mail = self.add("email", f"news-{self.seed}", begin + random.randrange(40), teller.uid, parts)
            self.say(mail, "colleague", value=leaver.name, person=heir.name if random.random() < 0.3 else "")
        if random.random() < 0.25:
            mail = self.add(
                "email", f"hello-{self.seed}", begin + random.randrange(5, 40), heir.uid, [(heir.uid, "from", "")]
            )
            self.say(mail, "successor", value=leaver.name if random.random() < 0.5 else "")
        if leaver.topics and random.random() < 0.5:
            for topic in leaver.topics[-random.randrange(1, 4) :]:
                self.add("email", topic, begin + random.randrange(1, 60), heir.uid, [(heir.uid, "from", "")])
        if random.random() < 0.5:
            for step in range(random.randrange(1, 6)):
                day = begin + 5 + step * random.randrange(4, 12)
                self.add("email", f"new-{step}-{self.seed}", day, "user-1", [(heir.uid, "to", "")])

    def copies(self) -> list[tuple[str, str, str]]:
        here = [one for one in self.members if one is not self.leaver and one.joined <= self.leaver.left]
        kept = [self.successor] if self.random.random() < 0.5 else self.random.sample(here, min(len(here), 4))
        return [(one.uid, "cc", "") for one in kept]

    def say(self, mail: Occasion, topic: str, value: str = "", person: str = "") -> None:
        self.sayings.append(
            Saying(
                f"e-{len(self.sayings):03d}",
                "departure_said",
                mail.at_ms,
                mail.day,
                mail.uid,
                "email",
                mail.sender_uid,
                by_us=False,
                topic=topic,
                value=value,
                person=person,
            )
        )
