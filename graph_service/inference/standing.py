"""Tells which part of what would be written of a subject is stored already, so that it need not be written again.

A digest stands for each part. Beside them are counted the facts, the edges to what they rest on, the links and the
ties: whoever takes some of them away (a mail read anew, somebody forgotten) has that part written again.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from graph_service.inference.writes import Row

FORM = 2
"""Goes up when the statements write something else from the same rows."""
DIGEST_BYTES = 6
COPIES, SPELLS, LINKS, TIES, SUPPORT, GONE = "copies", "spells", "links", "ties", "support", "gone"


@dataclass(frozen=True, slots=True)
class SubjectRows:
    """All rows of one stakeholder or account; `gone` are series without a point. Accounts have no links or ties."""

    uid: str
    copies: Row
    series: list[Row]
    gone: list[str]
    spells: Row
    support: list[Row]
    links: Row | None = None
    ties: Row | None = None

    def parts(self) -> dict[str, object]:
        """Return part → its rows; every series is a part of its own."""
        whole: dict[str, object] = {
            COPIES: self.copies,
            SPELLS: self.spells,
            LINKS: self.links,
            TIES: self.ties,
            SUPPORT: self.support,
            GONE: self.gone,
        }
        return whole | {series_part(one): one for one in self.series}


def series_part(row: Row) -> str:
    """Return the name of the part that the row of a series is."""
    return f"series {row['metric']}"


@dataclass(frozen=True, slots=True)
class Standing:
    """What tells stored rows from others: part → digest, and how many facts, supports, links and ties they are."""

    digests: dict[str, str]
    facts: int
    supports: int
    links: int
    ties: int


def standing_of(rows: SubjectRows) -> Standing:
    """Return what will be stored of a subject once `rows` are written."""
    spells = {one["uid"] for one in rows.spells["spells"]}
    supports = {(row["uid"], one["term"], one["uid"]) for row in rows.support for one in row["support"]}
    links = rows.links or {"successors": [], "places": []}
    return Standing(
        {part: _digest(row) for part, row in rows.parts().items()},
        len(rows.series) + len(spells),
        len(supports),
        len({one["uid"] for one in links["successors"]}) + len({one["uid"] for one in links["places"]}),
        len(rows.ties["ties"]) if rows.ties else 0,
    )


def _digest(part: object) -> str:
    text = msgspec.json.encode((FORM, part), enc_hook=str)
    return hashlib.blake2b(text, digest_size=DIGEST_BYTES).hexdigest()


def news_of(rows: SubjectRows, stored: Mapping[str, Sequence[Any]]) -> frozenset[str]:
    """Return the parts to be written of a subject, given what is stored of each; the digests go with the copies.

    `stored` is subject → (digests, facts, supports, links, ties), as read; a subject without one is written whole.
    """
    standing = standing_of(rows)
    digests, facts, supports, links, ties = stored.get(rows.uid, ((), 0, 0, 0, 0))
    known = dict(one.rsplit(" ", 1) for one in digests)
    everything = frozenset(standing.digests)
    news = {part for part, digest in standing.digests.items() if known.get(part) != digest}
    news |= everything if facts != standing.facts else set()
    news |= {SUPPORT} if supports != standing.supports else set()
    news |= {LINKS} if links != standing.links else set()
    news |= {TIES} if ties != standing.ties else set()
    if not news:
        return frozenset()
    rows.copies["properties"]["derived_digests"] = [f"{part} {digest}" for part, digest in standing.digests.items()]
    return everything & news | {COPIES}
