"""Releases out of an Atom or RSS file, read by feedparser; nothing is fetched.

Owns which parts of an entry are the id, the day and the notes of a release.
"""

import calendar
import io
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import feedparser

from graph_service.errors import SourceError
from graph_service.ingest.connector import Rejected
from graph_service.ingest.connectors.releases_notes import readable, release
from graph_service.ingest.feed_records import ReleaseRecord
from graph_service.ingest.places import Place


def read_feed(path: Path) -> Iterator[ReleaseRecord | Rejected]:
    """Yield the entries of a feed; raises OSError, and SourceError for a file that is no feed."""
    feed = feedparser.parse(io.BytesIO(path.read_bytes()))
    if not feed.entries and not feed.version:
        raise SourceError(f"{path}: this is no Atom or RSS feed.", "Save the feed as it comes and import again.")
    if feed.bozo and not feed.entries:
        said = f"The feed cannot be read: {feed.bozo_exception}."
        yield Rejected(Place(str(path), "whole file"), said, "Fetch the feed again.")
    for number, entry in enumerate(feed.entries, start=1):
        yield _release(entry, Place(str(path), f"entry {number}"))


def _release(entry: Mapping[str, Any], place: Place) -> ReleaseRecord | Rejected:
    title = str(entry.get("title", ""))
    is_html, notes = _notes(entry)
    return release(place, str(entry.get("id", "")), title, _shipped(entry), readable(notes, is_html=is_html))


def _notes(entry: Mapping[str, Any]) -> tuple[bool, str]:
    """Return whether the longest text of an entry is HTML, and the text."""
    parts = [(str(one.get("type", "")), str(one.get("value", ""))) for one in entry.get("content", [])]
    summary = entry.get("summary_detail") or {}
    parts.append((str(summary.get("type", "")), str(entry.get("summary", ""))))
    kind, text = max(parts, key=lambda part: len(part[1]))
    return "html" in kind, text


def _shipped(entry: Mapping[str, Any]) -> datetime | str:
    """Return when an entry was published, else when it was last changed, as feedparser reads it: in UTC."""
    parsed = entry.get("published_parsed") or entry.get("updated_parsed")
    try:
        return datetime.fromtimestamp(calendar.timegm(parsed), UTC) if parsed else str(entry.get("published", ""))
    except (ValueError, OverflowError, TypeError):
        return str(entry.get("published", ""))
