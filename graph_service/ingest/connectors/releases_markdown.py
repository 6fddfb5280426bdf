"""Releases out of a Markdown changelog: a heading with a version and a date, and what stands under it.

Understands "## 1.4.0 - 2026-03-01", "## [1.4.0] (2026-03-01)", "## 2026-03-01: Spring", "## v2 — March 1, 2026". A
heading without a date ("Unreleased", "Added") begins no release.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from graph_service.ingest.connector import Rejected
from graph_service.ingest.connectors.crm_dates import read_moment
from graph_service.ingest.connectors.releases_notes import plain_inline, release
from graph_service.ingest.feed_records import ReleaseRecord
from graph_service.ingest.places import Place

_DATE = (
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}(?:st|nd|rd|th)?\.? [A-Za-z]{3,9}\.?,? \d{4}"
    r"|[A-Za-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}"
)
_DATED = re.compile(rf"(?<![\w.])(?:{_DATE})(?![\w])")
DATED_HEADING = re.compile(rf"#{{1,4}} .{{0,200}}?(?:{_DATE})")
_VERSION = re.compile(r"(?<![\w.])v?\d{1,6}(?:\.\d{1,6}){1,3}(?:[-+][\w.]{1,30})?(?![\w])", re.IGNORECASE)
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b")
_EDGES = " \t-–—:|,()[]#*"
LONGEST_HEADING = 300


@dataclass(slots=True)
class _Open:
    """A release whose notes are still being read."""

    place: Place
    heading: str
    level: int
    shipped: datetime
    start: int
    end: int = field(default=0)


def read_markdown(path: Path) -> Iterator[ReleaseRecord | Rejected]:
    """Yield the releases of a changelog; a file without one is set aside. Raises OSError."""
    lines = path.read_bytes().decode("utf-8-sig", "replace").split("\n")
    found = list(_sections(path, lines))
    if not found:
        reason = "No heading has a date, as in '## 1.4.0 - 2026-03-01'."
        yield Rejected(Place(str(path), "whole file"), reason, "Give each release a heading with its date.")
    for one in found:
        name = _name(one.heading)
        version = _VERSION.search(name)
        key = version[0].lower().removeprefix("v") if version else name or f"{one.shipped:%Y-%m-%d}"
        yield release(one.place, key, name or key, one.shipped, "\n".join(lines[one.start : one.end]))


def _sections(path: Path, lines: list[str]) -> Iterator[_Open]:
    """Yield the dated headings with the lines under each, which end at the next heading of its level or above."""
    current: _Open | None = None
    tokens = MarkdownIt("commonmark", {"maxNesting": 20}).parse("\n".join(lines))
    for token, inline in _headings(tokens):
        first, after = token.map or (0, 0)
        level, heading = int(token.tag[1:]), plain_inline(inline)[:LONGEST_HEADING]
        shipped = _day(heading)
        if current is not None and (shipped is not None or level <= current.level):
            current.end = first
            yield current
            current = None
        if shipped is not None:
            current = _Open(Place(str(path), f"line {first + 1}"), heading, level, shipped, after)
    if current is not None:
        current.end = len(lines)
        yield current


def _headings(tokens: list[Token]) -> Iterator[tuple[Token, Token]]:
    for number, token in enumerate(tokens[:-1]):
        if token.type == "heading_open" and token.level == 0:
            yield token, tokens[number + 1]


def _day(heading: str) -> datetime | None:
    found = _DATED.search(heading)
    try:
        return read_moment(_ORDINAL.sub("", found[0])) if found else None
    except ValueError:
        return None


def _name(heading: str) -> str:
    """Return a heading without its date and the marks that set it off."""
    rest = _DATED.sub(" ", heading, count=1)
    return " ".join(re.sub(r"[\[(]\s*[\])]", " ", rest).strip(_EDGES).split()).replace("[", "").replace("]", "")
