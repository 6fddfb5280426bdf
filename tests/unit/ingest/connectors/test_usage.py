"""Usage: daily counts and raw events, liberal names, rows that add up, and memory that does not grow with rows."""

import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.domain.facts import epoch_day
from graph_service.errors import SourceError
from graph_service.ingest.connector import Rejected
from graph_service.ingest.connectors.crm_dates import read_day
from graph_service.ingest.connectors.usage import UsageConnector, describe
from graph_service.ingest.connectors.usage_fold import UsageFold
from graph_service.ingest.feed_records import UsageRecord
from graph_service.ingest.testing import check_connector

Seen = dict[tuple[str, str, str], dict[str, int]]


def connector(path: Path, **more: str) -> UsageConnector:
    return UsageConnector(UsageConnector.Config(path=path, **more))


async def read(path: Path, **more: str) -> tuple[list[UsageRecord], list[Rejected]]:
    found = [record async for record in connector(path, **more).records(str(path))]
    return [one for one in found if isinstance(one, UsageRecord)], [one for one in found if isinstance(one, Rejected)]


def as_days(records: list[UsageRecord]) -> dict[tuple[str, str, str], dict[int, int]]:
    return {(one.account_key, one.user, one.feature): dict(zip(one.days, one.counts, strict=True)) for one in records}


def day(text: str) -> int:
    found = read_day(text)
    assert found is not None
    return epoch_day(found)


def file(folder: Path, text: str, name: str = "usage.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


async def test_daily_counts_of_one_day_add_up_and_blank_users_are_nobody(tmp_path: Path) -> None:
    text = (
        "date,account_key,user_email,feature,count\n2026-03-01,k1,Ida@n.example,maps,2\n2026-03-01,k1,ida@N.example,maps,3\n"
        "2026-03-02,k1,,maps,0\n"
    )
    records, rejected = await read(file(tmp_path, text))
    assert as_days(records) == {
        ("k1", "", "maps"): {day("2026-03-02"): 0},
        ("k1", "ida@n.example", "maps"): {day("2026-03-01"): 5},
    }
    assert rejected == []


@pytest.mark.parametrize(
    "text",
    [
        (
            "Timestamp;Tenant ID;User;Event\n2026-03-01T23:30:00Z;k1;ida@n.example;maps\n"
            "2026-03-01 08:00:00;k1;ida@n.example;maps\n"
        ),
        "ts,org_id,actor,action\n2026-03-02T01:00:00+02:00,k1,ida@n.example,maps\n1772323200,k1,ida@n.example,maps\n",
        "Event Date\tCustomer\tEmail\tFeature Name\tQuantity\n01.03.2026\tk1\tida@n.example\tmaps\t2\n",
    ],
)
async def test_events_and_counts_of_other_tools_are_the_same_use(tmp_path: Path, text: str) -> None:
    records, rejected = await read(file(tmp_path, text))
    assert as_days(records) == {("k1", "ida@n.example", "maps"): {day("2026-03-01"): 2}}
    assert rejected == []


async def test_json_lines_hold_counts_or_events(tmp_path: Path) -> None:
    text = (
        '{"day": "2026-03-01", "accountKey": "k1", "userEmail": "ida@n.example", "feature": "maps", "count": 4}\n'
        '{"timestamp": 1772366400000, "account_id": "k1", "user": "ida@n.example", "event": "maps", "extra": [1]}\n'
        'not json\n{"day": "2026-03-01", "feature": "maps"}\n'
    )
    path = file(tmp_path, text, "usage.jsonl")
    records, rejected = await read(path)
    assert as_days(records) == {("k1", "ida@n.example", "maps"): {day("2026-03-01"): 5}}
    assert [one.place.position for one in rejected] == ["line 3", "line 4"]
    assert describe(path) is not None


async def test_a_key_that_is_missing_is_the_domain_of_the_user(tmp_path: Path) -> None:
    text = "date,user,feature,count\n2026-03-01,ida@n.example,maps,1\n2026-03-01,olga@gmail.com,maps,1\n"
    records, rejected = await read(file(tmp_path, text))
    assert [one.account_key for one in records] == ["n.example"]
    assert len(rejected) == 1


async def test_what_cannot_be_counted_is_set_aside_with_its_row(tmp_path: Path) -> None:
    rows = ("soon,k,m,1", "2026-03-01,k,m,-1", "2026-03-01,k,m,1.5", "03/04/2026,k,m,1", "2026-03-01,k,m,1.0")
    text = "date,account_key,feature,count\n" + "\n".join(rows) + "\n"
    records, rejected = await read(file(tmp_path, text))
    assert [one.place.position for one in rejected] == ["row 2", "row 3", "row 4", "row 5"]
    assert [one.counts for one in records] == [(1,)]
    records, rejected = await read(file(tmp_path, text), dates="day_first")
    assert len(rejected) == 3


async def test_the_contract_holds(tmp_path: Path) -> None:
    text = "date,account_key,feature,count\n2026-03-01,k1,maps,1\nsoon,k1,maps,1\n2026-03-01,k2,maps,1\n"
    report = await check_connector(connector(file(tmp_path, text).parent), expected_rejections=1)
    assert report.records == 3


async def test_a_table_of_something_else_is_an_error_that_names_the_column(tmp_path: Path) -> None:
    path = file(tmp_path, "name,city\na,b\n")
    assert describe(path) is None
    with pytest.raises(SourceError, match="no column for day"):
        await read(path)


async def test_many_bad_rows_are_counted_and_not_all_kept(tmp_path: Path) -> None:
    path = file(tmp_path, "date,account_key,feature\n" + "soon,k,m\n" * 1_500)
    _, rejected = await read(path)
    assert len(rejected) == 1_001
    assert "500 more rows" in rejected[-1].reason


async def test_memory_stays_flat_while_rows_stream_by(tmp_path: Path) -> None:
    """Three times the rows of the same series take no more memory."""

    def write(rows: int) -> Path:
        lines = (f"2026-03-{1 + n % 28:02},k{n % 5},u{n % 7}@n.example,f{n % 3},1\n" for n in range(rows))
        return file(tmp_path, "date,account_key,user_email,feature,count\n" + "".join(lines))

    async def peak(rows: int) -> int:
        path = write(rows)
        tracemalloc.start()
        records, _ = await read(path)
        used = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert sum(sum(one.counts) for one in records) == rows
        return used

    await peak(2_000)  # what is loaded once
    small, large = await peak(35_000), await peak(105_000)
    assert large < 1.2 * small


def test_counts_larger_than_a_machine_word_are_kept() -> None:
    fold = UsageFold()
    fold.add(("k", "", "f"), 5, 2**31)
    fold.add(("k", "", "f"), 5, 2**40)
    fold.add(("k", "", "f"), 6, 2**63)
    assert list(fold.series()) == [(("k", "", "f"), (5, 6), (2**31 + 2**40, 2**62))]


@given(rows=st.lists(st.tuples(st.sampled_from("ab"), st.integers(-400, 40_000), st.integers(0, 99)), max_size=60))
def test_the_fold_is_the_sum(rows: list[tuple[str, int, int]]) -> None:
    fold = UsageFold()
    expected: dict[str, dict[int, int]] = {}
    for key, when, count in rows:
        fold.add((key, "", ""), when, count)
        expected.setdefault(key, {})[when] = expected.get(key, {}).get(when, 0) + count
    assert {key[0]: dict(zip(days, counts, strict=True)) for key, days, counts in fold.series()} == expected
    assert all(list(days) == sorted(days) for _, days, _ in fold.series())
