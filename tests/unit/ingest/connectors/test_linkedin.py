"""Profiles: one row an observation, dates as profiles write them, and no row without consent (P9, P20)."""

from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.ingest.connector import Rejected
from graph_service.ingest.connectors.linkedin import LinkedinConnector, describe, read_end, read_start
from graph_service.ingest.feed_records import ProfileRecord
from graph_service.ingest.testing import check_connector

HEAD = "profile_url,full_name,company,title,started_on,ended_on,observed_at\n"


def file(folder: Path, text: str, name: str = "feed.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


async def read(path: Path) -> list[ProfileRecord | Rejected]:
    connector = LinkedinConnector(LinkedinConnector.Config(path=path))
    found = [record async for record in connector.records(str(path))]
    return [one for one in found if isinstance(one, (ProfileRecord, Rejected))]


async def test_a_row_is_one_observation_of_one_job(tmp_path: Path) -> None:
    row = "https://www.prolink.example/in/Ida-North/?trk=x,Ida North,North Ltd,Head of Planning,2020-11,,2026-03-01\n"
    path = file(tmp_path, HEAD + row)
    (one,) = await read(path)
    assert isinstance(one, ProfileRecord)
    assert (one.url, one.name, one.company) == ("prolink.example/in/ida-north", "Ida North", "North Ltd")
    assert (one.started_on, one.ended_on) == (date(2020, 11, 1), None)
    assert one.observed_at == datetime(2026, 3, 1, tzinfo=UTC)
    described = describe(path)
    assert described is not None
    assert described.connector == "linkedin"


async def test_other_names_of_columns_and_json_lines_are_read(tmp_path: Path) -> None:
    table = file(
        tmp_path,
        "LinkedIn URL,First Name,Last Name,Current Company,Headline,As of\np.example/in/x,Ida,North,N,H,2026-03-01\n",
    )
    lines = file(
        tmp_path,
        '{"linkedinUrl": "p.example/in/x", "fullName": "Ida North", "company": "N", "title": "H", '
        '"observedAt": "2026-03-01"}\n',
        "feed.jsonl",
    )
    (one,), (other,) = await read(table), await read(lines)
    assert isinstance(one, ProfileRecord)
    assert isinstance(other, ProfileRecord)
    assert (one.url, one.name, one.company, one.title) == (other.url, other.name, other.company, other.title)
    assert describe(lines) is not None


async def test_a_profile_without_consent_is_set_aside_without_its_content(tmp_path: Path) -> None:
    head = "profile_url,full_name,company,observed_at,consent\n"
    rows = "p.example/in/x,Ida North,N,2026-03-01,no\np.example/in/y,Jon South,N,2026-03-01,yes\n"
    one, other = await read(file(tmp_path, head + rows))
    assert isinstance(one, Rejected)
    assert "Ida" not in one.raw + one.reason
    assert isinstance(other, ProfileRecord)


async def test_rows_without_profile_or_time_are_set_aside_and_the_contract_holds(tmp_path: Path) -> None:
    good = "p.example/in/x,Ida,N,T,2020,present,2026-03-01\n"
    bad = "nobody,Ida,N,T,,,2026-03-01\np.example/in/x,Ida,N,T,,,soon\np.example/in/x,Ida,N,T,maybe,,2026-03-01\n"
    connector = LinkedinConnector(LinkedinConnector.Config(path=file(tmp_path, HEAD + good + bad + good)))
    assert (await check_connector(connector, expected_rejections=3)).records == 5


@pytest.mark.parametrize(
    ("text", "begins"),
    [("2020-11", "2020-11-01"), ("2020", "2020-01-01"), ("Nov 2020", "2020-11-01"), ("11/2020", "2020-11-01"),
     ("2020-11-17", "2020-11-17"), ("17.11.2020", "2020-11-17"), ("", None), ("n/a", None)],
)  # fmt: skip
def test_a_job_begins_on_the_first_day_that_is_meant(text: str, begins: str | None) -> None:
    assert read_start(text) == (date.fromisoformat(begins) if begins else None)


@pytest.mark.parametrize(
    ("text", "seen", "ends"),
    [("2026-02", "2026-03-08", "2026-03-01"), ("2026-03", "2026-03-08", "2026-03-08"),
     ("2025", "2026-03-08", "2026-01-01"),
     ("2026-03-05", "2026-03-08", "2026-03-05"), ("2026-03-31", "2026-03-08", "2026-03-31"),
     ("Present", "2026-03-08", None),
     ("2026-05", "2026-03-08", "2026-05-01")],
)  # fmt: skip
def test_a_job_that_was_seen_to_be_over_ended_by_then(text: str, seen: str, ends: str | None) -> None:
    assert read_end(text, date.fromisoformat(seen)) == (date.fromisoformat(ends) if ends else None)


@given(text=st.text(max_size=60) | st.from_regex(r"[0-9/.-]{1,12}", fullmatch=True))
def test_any_text_is_a_date_or_an_error_that_says_so(text: str) -> None:
    with suppress(ValueError):
        start = read_start(text)
        end = read_end(text, date(2026, 3, 1))
        assert (start is None) == (end is None)
