"""Rows of the reads become pictures: a map with everybody's state, trends and health without looking ahead."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import cast

from graph_service.app.drawing.filling import map_picture
from graph_service.app.drawing.filling_times import health_picture, trend_picture, without_guesses
from graph_service.app.drawing.health import draw_health
from graph_service.app.drawing.pictures import Band, HealthParts, Line
from graph_service.app.drawing.stakeholder_map import draw_map
from graph_service.app.drawing.trends import draw_trends
from graph_service.domain.facts import DAY_MS
from graph_service.domain.viewer import Viewer
from graph_service.graph.driver import Database
from graph_service.graph.viewer import ViewerGateway
from graph_service.resolvers.context import Context
from graph_service.resolvers.fact_rows import TrendSource
from graph_service.resolvers.gaps import map_gaps
from graph_service.resolvers.history_queries import History, PastSpell
from tests.unit.app.drawing.sample_rows import DAY, account, map_row
from tests.unit.app.drawing.svg_reading import parsed

DAY_AFTER_NEXT = (DAY + 2) * DAY_MS


def past(kind: str, state: str, start: int, end: int | None = None, detail: str = "", **terms: float) -> PastSpell:
    until = None if end is None else end * DAY_MS
    return PastSpell(
        kind, state, start * DAY_MS, None, None, detail or None, list(terms), list(terms.values()), until=until
    )  # fmt: skip


def test_everybody_is_on_the_map_with_their_state() -> None:
    picture = map_picture(map_row(), DAY, ["nothing"])
    people = {one.name: one for one in picture.people}
    assert {name: one.group for name, one in people.items()} == {
        "Bo Lindt": "at_risk", "Cem Arda": "active", "Fay Olin": "outside", "Gus Park": "outside",
    }  # fmt: skip
    shaky, proxy, gone = people["Bo Lindt"], people["Cem Arda"], people["Fay Olin"]
    assert (shaky.title, shaky.influence, shaky.note) == (
        "Head of Purchasing", 0.7, "champion at risk; gone quiet, may have left",
    )  # fmt: skip
    assert (proxy.is_proxy, proxy.is_away, proxy.is_ghost, proxy.note) == (True, True, True, "away until 2026-01-09")
    assert (gone.has_left, gone.note) == (True, "was a champion, and left; left, now at Elm Works")
    assert people["Gus Park"].title == "Buyer"


def test_who_fell_silent_is_marked_and_who_is_leaving_has_not_left_yet() -> None:
    row = map_row()
    leaving = replace(row.stakeholders[2], spells=[replace(row.stakeholders[2].spells[0], began=DAY_AFTER_NEXT)])
    row = replace(row, stakeholders=[row.stakeholders[0], leaving])
    quiet, soon = map_picture(row, DAY, []).people
    assert (quiet.is_quiet, soon.is_quiet) == (True, False)
    assert (soon.has_left, soon.group) == (False, "active")
    assert soon.note.endswith("is leaving, last day probably 3 January 2026, going to Elm Works")
    later = map_picture(row, DAY + 2, []).people[1]
    assert (later.has_left, later.group) == (True, "outside")


def test_a_band_of_who_is_leaving_says_so_until_their_last_day() -> None:
    gone = replace(past("departure", "departed", DAY - 9, None, "Elm Works"), began=DAY_AFTER_NEXT)
    labels = [
        [one.label for one in trend_picture("Ada", "Birch", History([], [gone]), day).bands] for day in (DAY, DAY + 2)
    ]
    assert labels == [["is leaving, last day probably 3 January 2026, going to Elm Works"], ["left, now at Elm Works"]]


def test_the_map_says_how_the_account_stands_and_keeps_only_ties_with_a_strength() -> None:
    picture = map_picture(map_row(), DAY, ["nothing"])
    assert (picture.account, picture.health, picture.health_band, picture.total) == ("Birch & Sons", 61.5, "fair", 9)
    assert {one.colleague_uid for one in picture.ties} == {"u1"}
    assert picture.gaps == ["nothing"]
    parsed(draw_map(picture))


def test_the_gaps_of_the_map_are_those_of_the_api() -> None:
    viewer = Viewer("w", "u", "Una", ("u",))
    context = Context(ViewerGateway(cast("Database", None), viewer), datetime(2026, 1, 1, tzinfo=UTC), "w")
    assert [one.reason for one in map_gaps(map_row(), context, 20_454)] == [
        "May be about to be lost as a champion: Bo Lindt."
    ]


def test_a_shared_mailbox_is_named_as_one() -> None:
    row = map_row()
    shared = replace(row, stakeholders=[replace(row.stakeholders[0], is_shared=True)])
    assert map_picture(shared, DAY, []).people[0].title == "shared mailbox"


HISTORY = History(
    [
        TrendSource("strength", [DAY - 100, DAY - 50, DAY + 9], [40.0, 60.0, 1.0]),
        TrendSource("sentiment", [DAY - 90, DAY - 40], [0.3, -0.2]),
        TrendSource("sentiment_texts", [DAY - 90, DAY - 60, DAY - 40], [2.0, 0.4, 1.8]),
        TrendSource("influence", [DAY - 95], [0.5]),
        TrendSource("last_inbound_day", [DAY - 600], [1.0]),
    ],
    [
        past("champion", "champion", DAY - 80, DAY - 20),
        past("champion", "at_risk", DAY - 20, DAY + 3),
        past("departure", "departed", DAY + 2, None, "Elm Works"),
        past("away", "away", DAY - 70, DAY - 65, "2025-10-28"),
        past("engagement", "high", DAY - 99),
    ],
)


def test_a_tone_on_too_few_texts_is_a_gap() -> None:
    tone = trend_picture("Ada", "Birch", HISTORY, DAY).tone
    assert (tone.days, tone.values) == ([DAY - 90, DAY - 60, DAY - 40], [0.3, None, -0.2])
    assert without_guesses(Line([1], [0.5]), Line()) == Line([1], [0.5])


def test_trends_know_nothing_of_later_days() -> None:
    picture = trend_picture("Ada", "Birch", HISTORY, DAY)
    assert (picture.strength.days, picture.first_day, picture.last_day) == ([DAY - 100, DAY - 50], DAY - 100, DAY)
    assert picture.bands == [
        Band("champion", "champion", "champion", DAY - 80, DAY - 20),
        Band("away", "away", "away until 2025-10-28", DAY - 70, DAY - 65),
        Band("champion", "at_risk", "champion at risk", DAY - 20, None),
    ]
    parsed(draw_trends(picture))


def test_a_picture_over_time_goes_back_two_years_and_shows_a_month_at_least() -> None:
    old = History([TrendSource("strength", [DAY - 3000], [40.0])])
    assert trend_picture("Ada", "Birch", old, DAY).first_day == DAY - 730
    listed = History([TrendSource("influence", [DAY - 500], [0.4]), TrendSource("strength", [DAY - 90], [40.0])])
    assert trend_picture("Ada", "Birch", listed, DAY).first_day == DAY - 90, "a title in the CRM is no dealing"
    assert trend_picture("Ada", "Birch", History(), DAY).first_day == DAY - 30


def test_health_has_its_parts_where_they_are_kept_as_series() -> None:
    series = History(
        [
            TrendSource("health", [DAY - 50, DAY - 10], [50.0, 44.0]),
            TrendSource("health_usage", [DAY - 50, DAY - 10], [20.0, 14.0]),
            TrendSource("health_relationship", [DAY - 50], [30.0]),
        ]
    )
    picture = health_picture("Birch", series, DAY, {"usage": 1.0})
    assert picture.parts == [
        HealthParts(DAY - 50, DAY - 10, [("relationship", 30.0), ("usage", 20.0)]),
        HealthParts(DAY - 10, DAY + 1, [("relationship", 30.0), ("usage", 14.0)]),
    ]


def test_parts_that_do_not_add_up_to_the_health_of_their_day_are_not_drawn() -> None:
    series = History(
        [TrendSource("health", [DAY - 50, DAY - 10], [20.0, 44.0]), TrendSource("health_usage", [DAY - 50], [20.0])]
    )
    assert [one.day for one in health_picture("Birch", series, DAY).parts] == [DAY - 50]
    later = History([*series.trends, TrendSource("health_support", [DAY - 10], [5.0])])
    assert [one.day for one in health_picture("Birch", later, DAY).parts] == [DAY - 50]


def test_health_has_its_parts_of_the_days_a_band_began_and_of_now() -> None:
    bands = [
        past("health", "fair", DAY - 50, DAY - 10, usage=20.0, support=25.0),
        past("health", "poor", DAY - 10, usage=9.0),
    ]
    source = account()
    newest = dict(zip(source.copies.health_names, source.copies.health_values, strict=True))
    picture = health_picture(source.name, History([], bands), DAY, newest)
    assert [(one.day, one.end, dict(one.points)) for one in picture.parts] == [
        (DAY - 50, None, {"usage": 20.0, "support": 25.0}), (DAY - 10, None, {"usage": 9.0}),
        (DAY, None, {"relationship": 40.0, "usage": 21.5}),
    ]  # fmt: skip
    assert picture.band == "poor"
    parsed(draw_health(picture))


def test_health_is_a_gap_where_its_band_ended_with_none_after_it() -> None:
    bands = [past("health", "fair", DAY - 90, DAY - 60), past("health", "good", DAY - 30)]
    history = History([TrendSource("health", [DAY - 90, DAY - 30], [50.0, 80.0])], bands)
    assert health_picture("Birch", history, DAY).health == Line([DAY - 90, DAY - 60, DAY - 30], [50.0, None, 80.0])


def test_states_of_an_account_are_worded_with_what_they_are_about() -> None:
    spells = [
        past("usage", "falling", DAY - 40, None, "export, api"), past("quiet", "normal", DAY - 90, DAY - 9),
        past("quiet", "quiet", DAY - 9), past("event", "domain_moved", DAY - 5, DAY - 4),
    ]  # fmt: skip
    labels = [one.label for one in health_picture("Birch", History([], spells), DAY).bands]
    assert labels == ["use falling: export, api", "quiet", "moved to another domain"]
