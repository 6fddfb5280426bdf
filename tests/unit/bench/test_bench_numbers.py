"""Percentiles, rounds of calls, bars, and the report say what was measured."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from graphql import OperationDefinitionNode, build_schema, parse, validate

from bench.__main__ import main
from bench.bare_writes import LEFT_OUT, PLAIN
from bench.past import FOLDER as MOMENTS
from bench.past import variables
from bench.questions import FOLDER, Question, Subjects, questions_of
from bench.report import table, verdict, write_files
from bench.timing import measure, percentile, times_of
from graph_service.domain.workspace import Workspace
from graph_service.graph.events import APPEND_EVENT
from graph_service.graph.query import ReadQuery, WriteQuery
from graph_service.ingest import queries
from graph_service.ingest.identity_queries import REOPEN_IDENTITIES

SCHEMA = Path(__file__).parents[3] / "docs" / "schema.graphql"
WORKSPACE = Workspace("w", "w", ("ours.example",), "UTC", "US", "salt")


@pytest.mark.parametrize(("percent", "expected"), [(50, 5), (95, 10), (100, 10), (1, 1)])
def test_percentiles_are_by_nearest_rank(percent: float, expected: int) -> None:
    assert percentile(range(1, 11), percent) == expected


def test_times_are_in_milliseconds_and_calls_a_second() -> None:
    times = times_of([0.002, 0.001, 0.004], wall=0.5)
    assert times.as_dict() == {"p50_ms": 2.0, "p95_ms": 4.0, "per_second": 6.0}


async def test_every_client_makes_its_share_of_the_calls() -> None:
    seen: list[int] = []

    async def call() -> None:
        seen.append(1)

    times = await measure(call, calls=40, clients=8)
    assert (len(seen), times.calls) == (40, 40)


@pytest.mark.parametrize(
    ("value", "bar", "at_least", "met"), [(0.6, 0.6, True, True), (0.59, 0.6, True, False), (2.6, 2.5, False, False)]
)
def test_a_bar_is_met_or_missed_in_words(value: float, bar: float, at_least: bool, met: bool) -> None:
    assert verdict(value, bar, at_least=at_least).startswith("met" if met else "MISSED")


def test_the_bare_loop_knows_every_batch_statement_of_the_writer() -> None:
    written = {one.name for one in vars(queries).values() if isinstance(one, WriteQuery)} | {
        APPEND_EVENT.name,
        REOPEN_IDENTITIES.name,
    }
    assert written - {"ingest.save_source"} == set(PLAIN) | LEFT_OUT
    assert not {one.name for one in vars(queries).values() if isinstance(one, ReadQuery)} & set(PLAIN)


def questions() -> list[Question]:
    return questions_of(Subjects("a", "c", "x", 60, 90, 50), WORKSPACE)


@pytest.mark.parametrize("question", questions(), ids=lambda question: question.name)
def test_the_statement_with_sight_holds_the_services_own_predicates(question: Question) -> None:
    assert "principal_ids" not in question.plain
    if question.name != "search":
        assert question.plain.count("/* sight") >= 1
    assert "/* sight" not in question.seeing
    assert "seen_by" in question.seeing


def test_every_file_of_questions_is_measured() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == {question.name for question in questions()}


def test_every_view_of_the_past_is_asked_with_what_its_document_needs() -> None:
    schema = build_schema(SCHEMA.read_text(encoding="utf-8"))
    asked = variables(Subjects("a", "c", "x", 60, 90, 50), WORKSPACE)
    assert set(asked) == {path.stem for path in MOMENTS.iterdir()}
    for name, given in asked.items():
        document = parse((MOMENTS / f"{name}.graphql").read_text(encoding="utf-8"))
        assert validate(schema, document) == []
        (query,) = document.definitions
        assert isinstance(query, OperationDefinitionNode)
        assert {one.variable.name.value for one in query.variable_definitions or ()} == {*given, "asOf"}


RESULT: dict[str, Any] = {
    "machine": {
        "commit": "abc1234", "changed": True, "cores": 2, "memory_gb": 8.0, "load": 0.1, "system": "Linux",
        "python": "3.11.7", "neo4j": "2026.08.1",
    },
    "worlds": {
        "S": {
            "load": {"mails": 19000, "rows": 137000, "seconds": 30.0, "rows_per_second": 4567, "mails_per_second": 633,
                     "peak_mb": 150},
            "write": {
                "rows": 137000, "rows_per_second": 7000, "bare_rows_per_second": 14000, "ratio": 0.5,
                "seconds": {"reading": 1.0, "bare": 9.8}, "lookups": {},
            },
            "inference": {
                "rebuild": {"seconds": 10.0, "stakeholders": 1000}, "refresh_seconds": 0.4, "ratio": 0.04,
                "same_facts": False,
            },
            "reads": {
                "people_of_the_map": 63, "open_actions": 51, "serving_process_mb": 130,
                "reads": [
                    {
                        "read": "action_queue", "bar": 2.5, "ratio": 2.0, "ratio_with_sight": 1.5,
                        "one_client": {
                            way: {"p50_ms": 1.0, "p95_ms": 2.0, "per_second": 9.0}
                            for way in ("service", "by_hand", "by_hand_with_sight")
                        },
                        "eight_clients": {way: {"per_second": 90.0} for way in ("service", "by_hand")},
                    }
                ],
                "breakdown": [{"read": "action_queue", "ms": {"Cypher by hand": 1.0, "and GraphQL": 2.0}}],
            },
            "past": {
                "people_of_the_map": 63,
                "views": [
                    {"view": "contact", "now_ms": 4.0, "past_ms": {"30": 6.0, "90": 5.0}, "ratio": 1.5, "bar": 2.0}
                ],
            },
        }
    },
    "mailbox": {"mailbox_mb": 1024, "mails": 40000, "seconds": 60.0, "peak_mb": 600, "bar_mb": 500},
}  # fmt: skip


def test_the_table_says_in_words_what_was_met_and_what_was_missed() -> None:
    text = table(RESULT)
    for words in (
        "abc1234 with changes", "Ratio 0.5 (MISSED", "Ratio 0.04 (met", "DIFFER FROM", "2.0 (met",
        "600 MB of memory (MISSED",
        "| action_queue | 1.00 | 2.00 |", "| contact | 4.00 | 6.00 | 5.00 | 1.5 (met",
    ):  # fmt: skip
        assert words in text


def test_results_are_named_by_day_and_commit_and_can_be_read_back(tmp_path: Path) -> None:
    data, text = write_files(RESULT, datetime(2026, 7, 1, tzinfo=UTC), tmp_path)
    assert (data.name, text.name) == ("2026-07-01-abc1234.json", "2026-07-01-abc1234.md")
    assert json.loads(data.read_text(encoding="utf-8")) == RESULT
    assert text.read_text(encoding="utf-8").startswith("# Benchmark of abc1234")


@pytest.mark.parametrize("arguments", [["--worlds", "XL"], ["--parts", "ingest,nothing"]])
def test_an_unknown_world_or_part_is_refused_with_the_known_ones(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(arguments)
    assert "choose from" in capsys.readouterr().err
