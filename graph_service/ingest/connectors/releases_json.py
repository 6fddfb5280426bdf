"""Releases out of JSON: a list of them, an object that holds one, or one object a line.

Owns the names that tools give to the fields; a draft was never shipped and is passed over with a reason.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from graph_service.ingest.connector import Rejected
from graph_service.ingest.connectors.crm_columns import normalise
from graph_service.ingest.connectors.jsonl_table import read_objects
from graph_service.ingest.connectors.releases_notes import MAX_ITEM, MAX_ITEMS, one_line, release
from graph_service.ingest.connectors.tickets_values import word, words
from graph_service.ingest.feed_records import ReleaseRecord
from graph_service.ingest.places import Place
from graph_service.ingest.storable import storable

FIELDS = {
    "id": "id version tagname tag key slug",
    "name": "title name version tagname",
    "shipped": "shippedon shippedat releasedon releasedat releasedate publishedat publishedon published date",
    "notes": "notes releasenotes body description changelog content text summary",
    "items": "items changes features entries highlights",
}
LISTS = ("releases", "items", "data", "versions", "results", "entries")


def read_json(path: Path) -> Iterator[ReleaseRecord | Rejected]:
    """Yield the releases of a file; raises OSError."""
    if path.suffix.lower() != ".json":
        for place, value, raw in read_objects(path):
            if isinstance(value, str):
                yield Rejected(place, value, "Write one JSON object a line, in UTF-8.", raw)
            else:
                yield _release(value, Place(place.file, place.position))
        return
    try:
        document = json.loads(path.read_bytes().decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        yield Rejected(Place(str(path), "whole file"), f"The file is not valid JSON: {error}.", "Export it again.")
        return
    listed = _listed(document)
    if listed is None:
        reason = "The file holds no list of releases."
        yield Rejected(Place(str(path), "whole file"), reason, 'Give a list, or {"releases": [...]}.')
        return
    for number, value in enumerate(listed, start=1):
        place = Place(str(path), f"release {number}")
        if isinstance(value, dict):
            yield _release(value, place)
        else:
            yield Rejected(place, "This is no object.", "Give each release as an object.", storable(str(value), 300))


def _listed(document: Any) -> list[Any] | None:
    if isinstance(document, list):
        return document
    if not isinstance(document, dict):
        return None
    found = next((document[name] for name in LISTS if isinstance(document.get(name), list)), None)
    is_one = found is None or any(normalise(name) in FIELDS["shipped"].split() for name in document)
    return [document] if is_one else found


def _release(value: Mapping[str, Any], place: Place) -> ReleaseRecord | Rejected:
    cells = {normalise(str(name)): one for name, one in value.items()}
    if cells.get("draft") is True:
        return Rejected(place, "This is a draft, not yet shipped.", "Import it again once it is published.")

    def field(name: str) -> Any:
        return next((cells[one] for one in FIELDS[name].split() if cells.get(one) not in (None, "", [])), "")

    notes, listed = field("notes"), field("items")
    listed = notes if isinstance(notes, list) and not listed else listed
    items = tuple(one[:MAX_ITEM] for one in _texts(listed))[:MAX_ITEMS]
    text = notes if isinstance(notes, str) else "\n".join(f"- {one}" for one in items)
    return release(place, word(field("id")), one_line(word(field("name"))), field("shipped"), text, items)


def _texts(listed: Any) -> tuple[str, ...]:
    if not isinstance(listed, list):
        return ()
    names = ("title", "name", "text", "description", "summary")
    flat = [
        next((one[name] for name in names if isinstance(one.get(name), str)), "") if isinstance(one, dict) else one
        for one in listed
    ]
    return words(flat)
