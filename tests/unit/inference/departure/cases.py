"""Small accounts for tests of departures: people, mails and sayings by the day."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from graph_service.domain.facts import SeriesFact, SpellFact, day_of, epoch_day
from graph_service.inference.casefile import Backdrop, CaseFile, Job, Occasion, Part, Person, Saying
from graph_service.inference.departure.departures import infer_departures
from graph_service.inference.inferred import Inferred
from graph_service.inference.models import Models

MONDAY = 19_723
DAY_MS = 86_400_000
OURS = "user"
ANNA, BERT, CARA, DINO = "anna", "bert", "cara", "dino"
NAMES = {ANNA: "Anna Berg", BERT: "Bert Lund", CARA: "Cara Vale", DINO: "Dino Marsh"}
EVIDENCE = "e"


def person(uid: str, jobs: Sequence[Job] = ()) -> Person:
    return Person(
        uid, f"contact-{uid}", NAMES[uid], first_seen_day=MONDAY, crm_day=MONDAY, jobs=tuple(jobs),
        addresses=(f"{uid}@acme.example",),
    )  # fmt: skip


def mail(uid: str, day: int, *, inbound: bool = True, thread: str = "") -> Occasion:
    name = f"mail-{uid}-{day}-{inbound}"
    people, users = (Part(uid, "from" if inbound else "to"),), (Part(OURS, "to" if inbound else "from"),)
    return Occasion(
        name, day * DAY_MS + 40_000_000, day, "email", "inbound" if inbound else "outbound", thread or name,
        uid if inbound else OURS, people, users, 2,
    )  # fmt: skip


def mails(uid: str, start: int, end: int, step: int = 3) -> list[Occasion]:
    return [mail(uid, day) for day in range(start, end, step)]


def saying(kind: str, day: int, **more: object) -> Saying:
    base = Saying(f"{EVIDENCE}-{kind}-{day}", kind, day * DAY_MS + 50_000_000, day, "", "email", "", False)
    return replace(base, **{"confidence": 0.93, **more})  # type: ignore[arg-type]


def bounce(uid: str, day: int, rule: str = "user_unknown", topic: str = "hard") -> Saying:
    return replace(
        saying("bounce", day, about_uid=uid, topic=topic, rule=rule, value=f"{uid}@acme.example"),
        uid=f"{EVIDENCE}-bounce-{uid}-{day}",
    )


def account(
    occasions: Iterable[Occasion] = (), sayings: Iterable[Saying] = (), people: Iterable[Person] | None = None
) -> CaseFile:
    everybody = [person(uid) for uid in NAMES] if people is None else list(people)
    return CaseFile(
        "acme", "Acme", domains=("acme.example",), people=tuple(everybody),
        occasions=tuple(sorted(occasions, key=lambda one: (one.at_ms, one.uid))),
        sayings=tuple(sorted(sayings, key=lambda one: (one.at_ms, one.uid))),
    )  # fmt: skip


def inferred(case: CaseFile, day: int, backdrop: Backdrop | None = None) -> tuple[Inferred, dict[str, Inferred]]:
    return infer_departures(case, backdrop or Backdrop(), day, Models())


def states(facts: Inferred, kind: str = "departure") -> list[tuple[str, int, int | None]]:
    return [
        (one.state, epoch_day(one.valid_from), None if one.valid_to is None else epoch_day(one.valid_to))
        for one in facts.spells
        if one.kind == kind
    ]


def spell(facts: Inferred, state: str) -> SpellFact:
    return next(one for one in facts.spells if one.state == state)


def copy(facts: Inferred, name: str) -> object:
    return dict(facts.copies)[name]


def cut(facts: Inferred, day: int) -> tuple[list[SeriesFact], list[SpellFact]]:
    """Return the facts as they would have been at the end of `day`."""
    series = []
    for one in facts.series:
        kept = [place for place, at in enumerate(one.days) if at <= day]
        series.append(SeriesFact(one.metric, one.days[: len(kept)], one.values[: len(kept)]))
    limit = day_of(day)
    spells = [
        replace(one, valid_to=one.valid_to if one.valid_to is not None and one.valid_to <= limit else None)
        for one in facts.spells
        if one.valid_from <= limit
    ]
    return [one for one in series if one.days], spells
