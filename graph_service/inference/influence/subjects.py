"""One person as influence looks at them: their titles by day, and the mails that prove a signature.

Owns the memory of titles already looked up. Which title counts is decided in `held_titles`.
"""

from dataclasses import dataclass, field

from graph_service.inference.casefile import Person
from graph_service.inference.evidence import CAP
from graph_service.inference.influence.held_titles import SIGNATURE, Held, held_on, news_days, writing_days
from graph_service.inference.touches import EMAIL


@dataclass(slots=True)
class Subject:
    """One person with their titles by day; a day is looked up once."""

    person: Person
    company: str
    written: tuple[int, ...]
    news: tuple[int, ...]
    _held: dict[int, Held | None] = field(default_factory=dict)

    @classmethod
    def of(cls, person: Person, company: str, horizon_day: int) -> "Subject":
        """Return the person with the days up to the horizon on which another title may come to count."""
        news = tuple(sorted(day for day in news_days(person) if day <= horizon_day))
        return cls(person, company, writing_days(person) if news else (), news)

    def held(self, day: int) -> Held | None:
        """Return the title that counts on `day`."""
        if not self.news or day < self.news[0]:
            return None
        if day not in self._held:
            self._held[day] = held_on(self.person, self.company, self.written, day)
        return self._held[day]

    def proof(self, one: Held) -> tuple[str, ...]:
        """Return the mails that carried a signature on the day it was said last."""
        if one.source != SIGNATURE:
            return ()
        mails = {(touch.at_ms, touch.interaction_uid) for touch in self.person.touches if touch.inbound
                 and touch.channel == EMAIL and touch.day == one.said_day}  # fmt: skip
        return tuple(uid for _, uid in sorted(mails, reverse=True))[:CAP]
