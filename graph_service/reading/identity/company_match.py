"""Firms as one call: records in, for each the firm it belongs to; by name alone, or with address and phone."""

from collections.abc import Sequence
from dataclasses import replace

from graph_service.reading.identity.clusters import Pair
from graph_service.reading.identity.company_clusters import FirmLink, cluster_firms
from graph_service.reading.identity.match import Match, Matching, match
from graph_service.reading.identity.records import Record
from graph_service.reading.identity.rules import Evidence


def match_companies(records: Sequence[Record]) -> Matching:
    """Return which records are one firm. The name is the company, else the name, else the domain of a record.

    Where most records have an address or a phone too, all fields are weighed together (rule R9); else names only (C1).
    """
    named = [replace(record, companies=(firm_name(record),), name="", first="", last="") for record in records]
    placed = sum(1 for one in records if sum(map(bool, (one.street, one.phones, one.city, one.postcode))) >= 2)
    if placed * 2 > len(records):
        return match(named, "register")
    return _by_name([one.companies[0] for one in named])


def firm_name(record: Record) -> str:
    """Return what a record calls its firm, or ""."""
    return next(iter((*record.companies[:1], *filter(None, (record.name, record.last)), *record.domains[:1])), "")


def _by_name(names: Sequence[str]) -> Matching:
    groups = cluster_firms(names)
    best: dict[int, FirmLink] = {}
    for link in sorted(groups.links, key=lambda link: (-link.score, link.one, link.two)):
        for place in (link.one, link.two):
            best.setdefault(place, link)
    matches = tuple(_match(place, group, best.get(place)) for place, group in enumerate(groups.groups))
    doubtful = tuple(Pair(link.one, link.two, Evidence("C1", link.score, link.why)) for link in groups.doubtful)
    return Matching(matches, doubtful)


def _match(place: int, group: int, link: FirmLink | None) -> Match:
    return Match(place, group) if link is None else Match(place, group, "C1", link.score, link.why)
