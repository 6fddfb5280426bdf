"""The two small values that every record of a source is made of: where it stands, and who is meant.

Imported by the modules of records; `connector` gives both on, so that a connector has one module to import from.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a source a record stands: `file` and a human position such as "message 12" or "row 7".

    `offset` is the byte offset at which reading can resume after this record (0 when the source cannot seek).
    """

    file: str
    position: str
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Address:
    """A mail address as written: `address` lower-cased and trimmed, `name` the display name or empty."""

    address: str
    name: str = ""
