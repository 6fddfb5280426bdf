"""Small invented accounts whose people write texts of a given tone, and facts cut back to an earlier day."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from hypothesis import strategies as st

from graph_service.domain.facts import SeriesFact
from graph_service.inference.casefile import Backdrop, CaseFile, Occasion, Person, Saying
from graph_service.inference.inferred import Copy, Inferred
from graph_service.inference.sentiment.norms import DEFAULT, Norms
from graph_service.inference.sentiment.sentiment import infer_sentiment
from tests.unit.inference.worlds import MONDAY, cut_series, cut_spells, noon

PEOPLE = ("ann", "bob", "cem")
NOTHING = Backdrop()


def said(
    day: int, tone: float, by: str = "ann", *, channel: str = "email", uid: str = "", by_us: bool = False
) -> Saying:
    name = uid or f"{by}-{day}-{tone}"
    return Saying(name, "sentiment", noon(MONDAY + day), MONDAY + day, f"mail-{name}", channel, by, by_us, weight=tone)


def told(by: str, *tones: tuple[int, float]) -> list[Saying]:
    return [said(day, tone, by) for day, tone in tones]


def case_of(
    sayings: Iterable[Saying], people: Sequence[str] = PEOPLE, occasions: tuple[Occasion, ...] = ()
) -> CaseFile:
    listed = tuple(Person(uid, f"contact-{uid}", uid.title()) for uid in people)
    ordered = sorted(sayings, key=lambda one: (one.at_ms, one.uid))
    return CaseFile("account", "Acme", people=listed, sayings=tuple(ordered), occasions=occasions)


def inferred(
    case: CaseFile, day: int = 600, norms: Norms = DEFAULT, **influence: float
) -> tuple[Inferred, dict[str, Inferred]]:
    """Facts of the case on `day`; the influence of those named holds from the first day."""
    series = {uid: SeriesFact("influence", (MONDAY,), (value,)) for uid, value in influence.items()}
    return infer_sentiment(case, NOTHING, series, MONDAY + day, norms)


def copy_of(one: Inferred, name: str) -> Copy:
    return dict(one.copies)[name]


def history(one: Inferred, day: int) -> tuple[object, ...]:
    """All that is dated, cut back to `day`; series with no point by then are left out."""
    series = [cut_series(each, day) for each in one.series]
    spells = cut_spells(one.spells, day)
    began = [each.began_on for each in one.spells][: len(spells)]
    return series, [replace(each, began_on=None) for each in spells], began


def steady(by: str, days: range, tone: float = 0.3) -> list[Saying]:
    """Texts a little above and below `tone` in turn."""
    return [said(day, tone + (0.1 if place % 2 else -0.1), by) for place, day in enumerate(days)]


texts = st.builds(
    lambda day, tone, by, channel, place: said(day, tone, by, channel=channel, uid=f"text-{day}-{by}-{place}"),
    st.integers(0, 400),
    st.sampled_from((-1.0, -0.6, -0.2, 0.0, 0.3, 0.7, 1.0)),
    st.sampled_from(PEOPLE),
    st.sampled_from(("email", "email", "ticket", "call")),
    st.integers(0, 5),
)
cases = st.lists(texts, max_size=50, unique_by=lambda one: one.uid).map(case_of)
