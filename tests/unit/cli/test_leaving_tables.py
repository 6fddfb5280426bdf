"""The table of alerts: reasons in words, and nothing that still speaks for somebody as a reason (P16)."""

from datetime import UTC, datetime
from io import StringIO
from typing import cast

import pytest
from rich.console import Console

from graph_service.cli.leaving_tables import alert_table
from graph_service.domain.viewer import Viewer
from graph_service.graph.driver import Database
from graph_service.graph.viewer import ViewerGateway
from graph_service.resolvers.alerts_rows import AlertPersonSource, AlertSource
from graph_service.resolvers.alerts_types import alert_of
from graph_service.resolvers.context import Context
from graph_service.resolvers.rows import Named

CONTEXT = Context(
    ViewerGateway(cast("Database", None), Viewer("w", "u", "Una", ("u",))), datetime(2026, 1, 1, tzinfo=UTC), "w"
)


def shown(kind: str, state: str, detail: str | None, person: AlertPersonSource | None, **terms: float) -> str:
    """Return what a person reads of one alert."""
    source = AlertSource(
        "x", kind, state, 0, 0, None, None, None, detail, [*terms], [*terms.values()], Named("a1", "North"), person,
        None, None, [],
    )  # fmt: skip
    page = StringIO()
    Console(width=200, file=page).print(alert_table([alert_of(source, CONTEXT)]))
    return page.getvalue()


def test_measures_have_units_and_no_raw_names() -> None:
    text = shown("event", "account_quiet", None, None, rhythm_days=2.60315, limit_days=17.8574)
    assert "usually every 3 days, called quiet after 18 days" in text
    assert "_" not in text


@pytest.mark.parametrize(("state", "detail"), [("at_risk", "gone_quiet"), ("lapsed", "low_probability")])
def test_what_still_speaks_for_a_champion_is_no_reason_of_the_alert(state: str, detail: str) -> None:
    text = shown("champion", state, detail, AlertPersonSource("s1", "Ida", "c1"), advocacy=0.24, gone_quiet=0.0)
    assert "Ida" in text
    assert "advocacy" not in text
    assert "gone_quiet" not in text
