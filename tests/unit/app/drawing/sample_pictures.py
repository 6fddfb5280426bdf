"""Pictures of made-up accounts and people for the tests of the drawing."""

from collections.abc import Sequence

from graph_service.app.drawing.pictures import (
    Band,
    HealthParts,
    HealthPicture,
    Line,
    MapColleague,
    MapPerson,
    MapPicture,
    MapTie,
    TrendPicture,
)

DAY = 20_454
"""2026-01-01."""


def small_map(
    person: str = "Ada Wern", title: str = "Chief Financial Officer", account: str = "Birch & Sons", note: str = "away"
) -> MapPicture:
    """Return a map with one person of every kind."""
    people = [
        MapPerson("p1", person, title, "champion", 0.9, 82.0),
        MapPerson("p2", "Bo Lindt", "Head of Purchasing", "at_risk", 0.6, 55.0, note="champion at risk"),
        MapPerson("p3", "Cem Arda", "Assistant to the CFO", "active", 0.2, 40.0, is_proxy=True),
        MapPerson("p4", "Dora Fink", "", "active", None, 31.0, is_away=True, note=note),
        MapPerson("p5", "Eli Noor", "Buyer", "active", 0.1, 12.0, is_ghost=True),
        MapPerson("p6", "Fay Olin", "IT Manager", "outside", 0.4, 3.0, has_left=True, note="left"),
        MapPerson("p7", "Gus Park", "Engineer", "outside", 0.0, None),
    ]
    colleagues = [MapColleague("u1", "Una Rask"), MapColleague("u2", "Vic Sand")]
    ties = [
        MapTie("p1", "u1", 80.0), MapTie("p1", "u2", 20.0), MapTie("p2", "u1", 55.0), MapTie("p4", "u2", 30.0),
        MapTie("p6", "u1", 3.0),
    ]  # fmt: skip
    gaps = ["Active, but not in the CRM: Eli Noor.", "Nobody there is a vice president or above."]
    return MapPicture(account, DAY, 61.5, "fair", people, colleagues, ties, gaps, 7)


def crowd(counts: Sequence[int], total: int = 0, colleagues: int = 6) -> MapPicture:
    """Return a map of many people: how many champions, active and other people."""
    groups = [name for name, count in zip(("champion", "active", "outside"), counts, strict=True) for _ in range(count)]
    people = [
        MapPerson(
            f"p{place:03}", f"Maximiliane Wolkenstein-Rodenegg {place}", "Senior Vice President of Operations", group,
            place * 37 % 101 / 100, float(100 - place % 97), is_ghost=place % 7 == 0, is_proxy=place % 5 == 0,
        )
        for place, group in enumerate(groups)
    ]  # fmt: skip
    ours = [MapColleague(f"u{place}", f"Theodora Umberland {place}") for place in range(colleagues)]
    ties = [
        MapTie(one.uid, ours[(place + step) % colleagues].uid, float(1 + (place * step) % 100))
        for place, one in enumerate(people)
        for step in range(min(5, colleagues))
    ]
    gaps = ["Nobody there is a champion of ours. " * 9] * 12
    return MapPicture("Crowd", DAY, 12.0, "poor", people, ours, ties, gaps, max(total, len(people)))


def small_trends(
    name: str = "Ada Wern", account: str = "Birch & Sons", label: str = "champion at risk"
) -> TrendPicture:
    """Return half a year of one person."""
    weeks = list(range(DAY - 182, DAY + 1, 14))
    return TrendPicture(
        name,
        account,
        DAY - 182,
        DAY,
        strength=Line(weeks, [40.0 + 3 * place for place in range(len(weeks))]),
        tone=Line(weeks[:7], [0.2, 0.3, None, None, 0.1, -0.2, -0.4]),
        texts=Line(weeks[:7], [2.0, 3.0, 0.4, 0.2, 1.5, 4.0, 6.5]),
        reply_hours=Line(weeks[3:], [6.0, 6.5, 7.0, 9.0, 12.0, 18.0, 26.0, 30.0, 31.0, 40.0, 44.0]),
        influence=Line([DAY - 150, DAY - 40], [0.35, 0.6]),
        bands=[
            Band("champion", "champion", "champion", DAY - 150, DAY - 60),
            Band("champion", "at_risk", label, DAY - 60),
            Band("away", "away", "away until 2025-11-03", DAY - 80, DAY - 70),
            Band("departure", "gone_quiet", "gone quiet, may have left", DAY - 20),
        ],
    )


def small_health(
    account: str = "Birch & Sons", label: str = "use falling: export", part: str = "usage"
) -> HealthPicture:
    """Return half a year of one account."""
    weeks = list(range(DAY - 182, DAY + 1, 14))
    parts = [
        HealthParts(day, day + 14, [(part, 20.0 - place), ("relationship", 10.0 + place), ("sentiment", 7.5)])
        for place, day in enumerate(weeks)
    ]
    return HealthPicture(
        account,
        DAY - 182,
        DAY,
        "fair",
        health=Line(weeks, [37.5] * len(weeks)),
        parts=parts,
        usage=Line(weeks, [float(900 - 40 * place) for place in range(len(weeks))]),
        tickets=Line(weeks, [float(place % 4) for place in range(len(weeks))]),
        bands=[Band("health", "fair", "fair", DAY - 150), Band("usage", "falling", label, DAY - 70, DAY - 20)],
    )
