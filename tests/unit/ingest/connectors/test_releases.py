"""Releases: JSON, Atom and RSS, Markdown changelogs; bullets become single changes."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_service.errors import SourceError
from graph_service.ingest.connector import Rejected
from graph_service.ingest.connectors.releases import ReleasesConnector, describe
from graph_service.ingest.connectors.releases_notes import changes
from graph_service.ingest.feed_records import ReleaseRecord
from graph_service.ingest.testing import check_connector

ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Releases</title>
<entry><id>tag:ours.example,2026:v2</id><title>Version 2</title><updated>2026-03-02T10:00:00+01:00</updated>
<content type="html">&lt;p&gt;New:&lt;/p&gt;
&lt;ul&gt;&lt;li&gt;Maps &amp;amp; plans&lt;/li&gt;&lt;li&gt;Exports&lt;/li&gt;&lt;/ul&gt;</content></entry>
<entry><id>x</id><title>No day</title></entry></feed>"""
RSS = """<rss version="2.0"><channel><title>News</title>
<item><guid>r-1</guid><title>Spring</title><pubDate>Mon, 02 Mar 2026 09:00:00 GMT</pubDate>
<description>Plain words only.</description></item></channel></rss>"""
CHANGELOG = """# Changelog
## Unreleased
- Not yet
## [1.4.0] - 2026-03-01
### Added
- Maps with **layers**
  - and legends
- `export` to [CSV](https://ours.example/csv)
### Fixed
* Alerts came twice
## v1.3 — March 1st, 2025
A quiet release.
## 2025-01-05: Winter
1. Snow
"""


def file(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


async def read(path: Path) -> tuple[list[ReleaseRecord], list[Rejected]]:
    connector = ReleasesConnector(ReleasesConnector.Config(path=path))
    found = [record async for record in connector.records(str(path))]
    return [one for one in found if isinstance(one, ReleaseRecord)], [one for one in found if isinstance(one, Rejected)]


@pytest.mark.parametrize(
    "document",
    [
        [{"id": "8.1", "shipped_on": "2026-03-01", "title": "Spring", "notes": "- Maps\n- Exports"}],
        {
            "releases": [
                {"version": "8.1", "date": "2026-03-01", "name": "Spring", "items": ["Maps", {"title": "Exports"}]}
            ]
        },
        {
            "tag_name": "8.1",
            "name": "Spring",
            "published_at": "2026-03-01T00:00:00Z",
            "body": "* Maps\r\n* Exports",
            "draft": False,
        },
    ],
)
async def test_json_of_several_tools_is_the_same_release(tmp_path: Path, document: Any) -> None:
    path = file(tmp_path, "releases.json", json.dumps(document))
    (one,), rejected = await read(path)
    assert (one.source_id, one.name, one.items) == ("8.1", "Spring", ("Maps", "Exports"))
    assert one.shipped_at == one.known_at
    assert f"{one.shipped_at:%Y-%m-%d}" == "2026-03-01"
    assert rejected == []
    assert describe(path) is not None


async def test_drafts_and_releases_without_a_day_are_set_aside(tmp_path: Path) -> None:
    document = [{"id": "1", "draft": True, "date": "2026-03-01"}, {"id": "2", "title": "x"}, {"date": "2026-03-01"}, 7]
    records, rejected = await read(file(tmp_path, "releases.json", json.dumps(document)))
    assert records == []
    assert len(rejected) == 4


async def test_an_atom_feed_gives_its_bullets_and_its_day_in_utc(tmp_path: Path) -> None:
    path = file(tmp_path, "releases.xml", ATOM)
    (one,), rejected = await read(path)
    assert (one.name, one.items[-2:]) == ("Version 2", ("Maps & plans", "Exports"))
    assert one.shipped_at.isoformat() == "2026-03-02T09:00:00+00:00"
    assert [one.place.position for one in rejected] == ["entry 2"]
    assert describe(path) is not None


async def test_an_rss_feed_without_bullets_keeps_its_paragraphs(tmp_path: Path) -> None:
    (one,), _ = await read(file(tmp_path, "news.rss", RSS))
    assert (one.source_id, one.items) == ("r-1", ("Plain words only.",))


async def test_a_changelog_gives_a_release_for_each_dated_heading(tmp_path: Path) -> None:
    path = file(tmp_path, "CHANGELOG.md", CHANGELOG)
    records, rejected = await read(path)
    assert [(one.source_id, one.name, f"{one.shipped_at:%Y-%m-%d}") for one in records] == [
        ("1.4.0", "1.4.0", "2026-03-01"), ("1.3", "v1.3", "2025-03-01"), ("Winter", "Winter", "2025-01-05"),
    ]  # fmt: skip
    assert records[0].items == ("Maps with layers", "and legends", "export to CSV", "Alerts came twice")
    assert records[1].items == ("A quiet release.",)
    assert rejected == []
    assert describe(path) is not None


async def test_the_contract_holds_in_a_folder_of_all_kinds(tmp_path: Path) -> None:
    file(tmp_path, "CHANGELOG.md", CHANGELOG)
    file(tmp_path, "releases.xml", ATOM)
    file(tmp_path, "broken.json", "{")
    report = await check_connector(ReleasesConnector(ReleasesConnector.Config(path=tmp_path)), expected_rejections=2)
    assert (report.sources, report.records) == (3, 6)


async def test_what_is_no_feed_and_no_changelog_says_so(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no Atom or RSS"):
        await read(file(tmp_path, "x.xml", "<html><body>hello</body></html>"))
    _, rejected = await read(file(tmp_path, "x.md", "# Notes\nnothing\n"))
    assert "2026-03-01" in rejected[0].reason
    assert describe(tmp_path / "x.md") is None


async def test_a_release_that_is_there_twice_is_kept_once(tmp_path: Path) -> None:
    document = [{"id": "1", "date": "2026-03-01"}, {"id": "1", "date": "2026-04-01"}]
    records, rejected = await read(file(tmp_path, "releases.json", json.dumps(document)))
    assert (len(records), len(rejected)) == (1, 1)


@given(text=st.text(max_size=300))
def test_any_notes_give_changes(text: str) -> None:
    assert all(one.strip() for one in changes(text))


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "piece", ["- ", "> ", "[", "*a", "`", "<!--", "1. ", "## 1.1.1.", "(" * 10, "2026-", "#### a "]
)
async def test_hostile_notes_are_read_in_time(tmp_path: Path, piece: str) -> None:
    text = piece * (100_000 // len(piece))
    changes(text)
    records, rejected = await read(file(tmp_path, "x.md", f"{text}\n## 1.0 - 2026-03-01\n{text}"))
    assert records or rejected


FIELDS = st.sampled_from(["id", "date", "title", "notes", "items", "releases", "draft"])
LEAVES = st.none() | st.booleans() | st.integers() | st.text(max_size=8)
DOCUMENTS = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(FIELDS, inner, max_size=4), max_leaves=8
)


@settings(max_examples=40)
@given(value=DOCUMENTS)
async def test_any_json_is_read_or_set_aside(tmp_path_factory: pytest.TempPathFactory, value: Any) -> None:
    path = file(tmp_path_factory.mktemp("json"), "releases.json", json.dumps(value))
    records, rejected = await read(path)
    listed = value if isinstance(value, list) else [value]
    assert records or rejected or listed == [] or isinstance(listed[0], dict)
