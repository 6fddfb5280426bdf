"""What an alert says claims no more than its evidence does (P16)."""

from dataclasses import replace

import pytest

from graph_service.resolvers.alerts_pages import EVER, alert_page
from graph_service.resolvers.alerts_rows import AlertPersonSource, AlertSource, JoinedSource
from graph_service.resolvers.alerts_types import kind_of
from graph_service.resolvers.alerts_words import alert_words
from graph_service.resolvers.rows import Named
from graph_service.schema.alerts import AlertKind

JUNE_3 = 1780444800000
IDA = AlertPersonSource("s1", "Ida", "c1")
BLANK = AlertSource(
    "x", "departure", "departed", JUNE_3, 2, None, None, None, None, [], [], Named("a1", "North"), IDA, None, None, []
)


def of(kind: str, state: str, *, person: AlertPersonSource | None = IDA, **more: object) -> AlertSource:
    return replace(BLANK, kind=kind, state=state, person=person, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (BLANK, "Ida has left North"),
        (
            replace(BLANK, rank=3, began=JUNE_3),
            "Ida, a champion of ours, has left North; last day there probably 3 June 2026",
        ),
        (
            replace(BLANK, at=JUNE_3 - 86_400_000, began=JUNE_3),
            "Ida is leaving North; last day there probably 3 June 2026",
        ),
        (of("departure", "gone_quiet"), "Ida at North has gone quiet, may have left"),
        (of("departure", "gone_quiet", rank=3), "Ida at North, a champion of ours, has gone quiet, may have left"),
        (of("champion", "champion"), "Ida at North has become a champion of ours"),
        (of("champion", "champion", before="at_risk"), "Ida at North is a champion of ours again"),
        (of("champion", "champion", detail="ruling"), "Ida at North was confirmed as a champion of ours"),
        (
            of("champion", "at_risk", detail="cooling,gone_quiet"),
            "Ida, a champion of ours at North, may be lost: less in touch than before, gone quiet",
        ),
        (of("champion", "at_risk"), "Ida, a champion of ours at North, may be lost"),
        (of("champion", "lapsed"), "Ida at North was a champion of ours and no longer acts as one"),
        (of("sentiment", "falling"), "The tone of Ida at North is falling"),
        (
            of("sentiment", "falling", person=None, began=JUNE_3),
            "The tone at North is falling since about 3 June 2026",
        ),
        (
            of("usage", "falling", person=None, term_names=["change"], term_values=[-0.41], detail="maps, plans"),
            "Use of our product at North is falling, down 41% (maps, plans)",
        ),
        (
            of("tickets", "surge", person=None, term_names=["tickets", "expected"], term_values=[9.0, 2.04]),
            "A surge of tickets at North: 9 in a week where 2.0 are usual",
        ),
        (
            of("escalation", "escalated", person=None, detail="threat, chased"),
            "An escalation at North: words of escalation, chased for an answer",
        ),
        (of("person", "new"), "Somebody new at North: Ida"),
        (
            of("move", "moved", probability=0.6, joined=JoinedSource("s2", "Ida", "a2", "East")),
            "Ida, known from North, is probably now at East",
        ),
        (
            of("move", "moved", probability=0.95, joined=JoinedSource("s2", "Ida", "a2", "East")),
            "Ida, known from North, is now at East",
        ),
        (
            of("event", "account_quiet", person=None, term_names=["rhythm_days"], term_values=[3.5]),
            "North as a whole has gone quiet; usually one hears from them every 4 days",
        ),
    ],
)
def test_words(source: AlertSource, words: str) -> None:
    assert alert_words(source) == words
    assert kind_of(source) in AlertKind


def test_left_is_said_only_of_who_is_said_to_have_left() -> None:
    """A wrong "left the company" costs trust."""
    silent = [of("departure", "gone_quiet"), of("champion", "at_risk", detail="gone_quiet")]
    assert not any("has left" in alert_words(one) for one in silent)


def test_a_page_of_all_kinds_asks_for_every_kind_and_a_page_of_one_for_one() -> None:
    every = alert_page(EVER, 10)
    asked = len(every.person_states) + len(every.account_states) + every.include_new
    assert asked == len(AlertKind)
    assert alert_page(EVER, 10, kinds=[]) == every
    one = alert_page(EVER, 10, kinds=[AlertKind.ACCOUNT_SENTIMENT_FALLING])
    assert (one.kinds, one.person_states, one.account_states, one.include_new) == (
        ["sentiment"], [], ["sentiment falling"], False
    )  # fmt: skip
    assert alert_page(EVER, 10, kinds=[AlertKind.NEW_CONTACT]).kinds == []
