"""Which titles a person has on a day, who says so, and how far each is believed.

Owns source trust and age, and the choice of the title that counts. Only what was known by the day is used: a title
that is said again later counts by then as said on the last day its holder wrote.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph_service.inference.casefile import Job, Person
from graph_service.inference.influence.levels import title_level, title_of
from graph_service.inference.touches import EMAIL
from graph_service.reading.titles.titles import Title

SIGNATURE, LINKEDIN, CRM = "signature", "linkedin", "crm"
TRUST = {SIGNATURE: 1.0, LINKEDIN: 0.9, CRM: 0.7}
FRESH_DAYS, YEAR = 180, 365
OLDER_SIGNATURE = 0.9
OLD = 0.7
"""What is left of the trust in a title that was said last more than a year ago."""


@dataclass(frozen=True, slots=True)
class Held:
    """A title as it stands on a day: `trust` q in 0..1, `level` T in 0..1 or None, `from_day` where one was given."""

    text: str
    source: str
    said_day: int
    trust: float
    level: float | None
    read: Title
    from_day: int | None = None

    @property
    def key(self) -> str:
        """Return what makes two titles the same: their words in lower case."""
        return " ".join(self.text.lower().split())


def news_days(person: Person) -> set[int]:
    """Return the days on which another title of the person may come to count."""
    days = {day for one in person.titles for day in (one.known_day, one.last_day)}
    for job in person.jobs:
        if job.is_here:
            days.update(max(day, job.known_day) for day in (job.known_day, job.from_day, job.to_day) if day is not None)
    return days


def writing_days(person: Person) -> tuple[int, ...]:
    """Return the days on which the person wrote a mail to us, ascending."""
    return tuple(sorted({one.day for one in person.touches if one.inbound and one.channel == EMAIL}))


def held_on(person: Person, company: str, written: Sequence[int], day: int) -> Held | None:
    """Return the title that counts on `day`: the most trusted of those with a readable rank, else the most trusted.

    Trust (inference.md, section 3): signature 1.0 for 180 days, then 0.9; LinkedIn 0.9; CRM 0.7; times 0.7 when it was
    said last more than a year ago. The later said wins between equals.
    """
    found = [
        _held(text, source, said, day, company, start)
        for text, source, said, start in (*_stated(person, written, day), *_jobs(person.jobs, day))
    ]
    return max(found, key=_order, default=None)


def _order(one: Held) -> tuple[bool, float, int, str, str]:
    return one.level is not None, one.trust, one.said_day, one.text, one.source


def _held(text: str, source: str, said: int, day: int, company: str, start: int | None) -> Held:
    read = title_of(text, company)
    return Held(text, source, said, title_trust(source, day - said), title_level(read, text), read, start)


def title_trust(source: str, age_days: int) -> float:
    """Return q for a title of `source` that was said last `age_days` ago."""
    basis = TRUST.get(source, TRUST[CRM])
    if source == SIGNATURE and age_days >= FRESH_DAYS:
        basis = OLDER_SIGNATURE
    return basis * (OLD if age_days > YEAR else 1.0)


def _stated(person: Person, written: Sequence[int], day: int) -> Iterable[tuple[str, str, int, None]]:
    for one in person.titles:
        if one.known_day <= day and one.text.strip():
            said = one.last_day
            if said > day:
                place = bisect_right(written, day)
                said = max(one.known_day, written[place - 1] if place else one.known_day)
            yield one.text.strip(), one.source, said, None


def _jobs(jobs: Iterable[Job], day: int) -> Iterable[tuple[str, str, int, int | None]]:
    """Yield the job at this account that the newest profile by `day` names as present; the latest begun of several."""
    newest: dict[tuple[str, str, int | None], Job] = {}
    for job in sorted((one for one in jobs if one.is_here and one.known_day <= day), key=_telling):
        newest[job.company, job.title, job.from_day] = job
    present = [
        job
        for job in newest.values()
        if (job.to_day is None or job.to_day > day) and (job.from_day is None or job.from_day <= day)
    ]
    if present:
        job = max(present, key=lambda one: (one.from_day or 0, one.known_day, one.title))
        if job.title.strip():
            yield job.title.strip(), LINKEDIN, job.known_day, job.from_day


def _telling(job: Job) -> tuple[int, bool, int]:
    """Order what profiles said of one job; of the same day, the one with an end knows more."""
    return job.known_day, job.to_day is not None, job.to_day or 0
