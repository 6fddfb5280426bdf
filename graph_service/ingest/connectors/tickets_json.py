"""The objects in a JSON or JSON Lines file of a help desk, one at a time, with their place.

Owns encodings, size and damage. Knows a few names of lists ("tickets", "users") only to unpack them. JSON Lines
stream; a single JSON document is read as a whole, up to a size.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph_service.ingest.connector import Rejected
from graph_service.ingest.places import Place

MAX_DOCUMENT = 500 << 20
MAX_LINE = 64 << 20
EXCERPT = 500
LISTS = {
    "tickets": "ticket", "ticket": "ticket", "results": "", "data": "", "requests": "ticket", "users": "user",
    "user": "user", "organizations": "organization", "conversations": "conversation", "contacts": "user",
    "admins": "user", "teammates": "user", "companies": "organization",
}  # fmt: skip
SPLIT = "Split the export, or export as JSON Lines (one ticket a line)."
DAMAGED = "Export the file again; a JSON file that was cut off cannot be read in part."


@dataclass(frozen=True, slots=True)
class Item:
    """One object, the name of the list it came out of ("ticket", "user", …, or ""), and its place."""

    kind: str
    value: dict[str, Any]
    place: Place


def read_items(path: Path) -> Iterator[Item | Rejected]:
    """Yield the objects of a file; what is no JSON is set aside with a reason. Raises OSError."""
    if is_lines(path):
        yield from _lines(path)
        return
    whole = Place(str(path), "whole file")
    if path.stat().st_size > MAX_DOCUMENT:
        yield Rejected(whole, f"The file is larger than {MAX_DOCUMENT >> 20} MB.", SPLIT)
        return
    try:
        document = json.loads(_decoded(path.read_bytes()))
    except (ValueError, RecursionError) as error:
        yield Rejected(whole, f"The file is not valid JSON: {error}.", DAMAGED)
        return
    yield from _unpacked(document, path)


def is_lines(path: Path) -> bool:
    """Tell whether a file holds one JSON object a line: its first line is one, and is not the whole file."""
    with path.open("rb") as stream:
        first = stream.readline(MAX_LINE)
        while first and not first.strip():
            first = stream.readline(MAX_LINE)
        is_more = bool(stream.read(1))
    try:
        value = json.loads(_decoded(first))
    except (ValueError, RecursionError):
        return path.suffix.lower() in (".jsonl", ".ndjson")
    return isinstance(value, dict) and (is_more or path.suffix.lower() in (".jsonl", ".ndjson"))


def _lines(path: Path) -> Iterator[Item | Rejected]:
    with path.open("rb") as stream:
        number = 0
        while line := stream.readline(MAX_LINE):
            number += 1
            place = Place(str(path), f"line {number}")
            if len(line) >= MAX_LINE and not line.endswith(b"\n"):
                yield Rejected(place, f"The line is longer than {MAX_LINE >> 20} MB.", "Export this ticket again.")
                _skip_rest(stream)
            elif line.strip():
                yield from _line(line, place)


def _line(line: bytes, place: Place) -> Iterator[Item | Rejected]:
    try:
        value = json.loads(_decoded(line))
    except (ValueError, RecursionError) as error:
        reason = f"The line is not valid JSON: {error}."
        yield Rejected(place, reason, "Correct the line, or export again.", _decoded(line)[:EXCERPT])
        return
    if isinstance(value, dict):
        lists = [name for name in LISTS if isinstance(value.get(name), list) and _is_page(value)]
        if lists:
            yield from _pages(value, lists, place.file, f"{place.position}, ")
        else:
            yield Item("", value, place)
    else:
        yield Rejected(place, "The line is no JSON object.", "Write one object a line.", _decoded(line)[:EXCERPT])


def _unpacked(document: Any, path: Path) -> Iterator[Item | Rejected]:
    file = str(path)
    if isinstance(document, list):
        for number, value in enumerate(document, start=1):
            if isinstance(value, dict) and _is_page(value):
                lists = [name for name in LISTS if isinstance(value.get(name), (list, dict))]
                yield from _pages(value, lists, file, f"page {number}, ")
            else:
                yield _item("", value, Place(file, f"item {number}"))
        return
    lists = [name for name in LISTS if isinstance(document, dict) and isinstance(document.get(name), (list, dict))]
    if isinstance(document, dict) and lists and _is_page(document):
        yield from _pages(document, lists, file, "")
    else:
        yield _item("", document, Place(file, "whole file"))


def _is_page(value: dict[str, Any]) -> bool:
    """Tell a page with lists from one object that has a list of that name itself."""
    return not any(name in value for name in ("id", "subject", "conversation_parts", "source"))


def _pages(page: dict[str, Any], lists: list[str], file: str, before: str) -> Iterator[Item | Rejected]:
    for name in lists:
        values = page[name]
        for number, value in enumerate(values if isinstance(values, list) else [values], start=1):
            yield _item(LISTS[name], value, Place(file, f"{before}{name} {number}"))


def _item(kind: str, value: Any, place: Place) -> Item | Rejected:
    if isinstance(value, dict):
        return Item(kind, value, place)
    return Rejected(place, "There is no JSON object here.", "Export the file again.", str(value)[:EXCERPT])


def _decoded(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    return data.decode("utf-8-sig", "replace")


def _skip_rest(stream: Any) -> None:
    while (rest := stream.readline(MAX_LINE)) and not rest.endswith(b"\n"):
        pass
