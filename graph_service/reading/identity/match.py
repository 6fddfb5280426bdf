"""The matcher as one call: records in, for each the person it belongs to, by which rule and why. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph_service.reading.identity.alias_rules import COMMUNITY
from graph_service.reading.identity.clusters import Clusters, Grouping, Pair
from graph_service.reading.identity.field_model import fit_fields
from graph_service.reading.identity.field_rule import fields_rule, strangers_veto
from graph_service.reading.identity.knowledge import Knowledge, learn
from graph_service.reading.identity.persons import person_of
from graph_service.reading.identity.records import Record
from graph_service.reading.identity.rules import BUSINESS, same_address, same_profile

REGISTER_MERGE = 0.85
"""The p of R9 is fitted to the list at hand; merging from here on kept precision at .99 on the open sets."""
SETTINGS = ("auto", "business", "community", "register")


@dataclass(frozen=True, slots=True)
class Match:
    """Record `place` belongs to `cluster`; `rule`, `p` and `matched` are of the surest pair that ties it to the others.

    A record that is alone has rule "", p 1 and no `matched`.
    """

    place: int
    cluster: int
    rule: str = ""
    p: float = 1.0
    matched: str = ""


@dataclass(frozen=True, slots=True)
class Matching:
    """What `match` found: one `Match` a record, in order, and the pairs that a person should look at, surest first."""

    matches: tuple[Match, ...]
    doubtful: tuple[Pair, ...]


def match(
    records: Sequence[Record], setting: str = "auto", said: Mapping[tuple[int, int], bool] | None = None
) -> Matching:
    """Return who is who. `setting` is one of `SETTINGS`; "auto" takes what `setting_of` says."""
    chosen = setting_of(records) if setting == "auto" else setting
    clusters = clusters_for(chosen, knowledge_of(records, chosen))
    clusters.add(records)
    clusters.decide(said or {})
    return _as_matching(clusters.grouping())


def clusters_for(setting: str, knowledge: Knowledge) -> Clusters:
    """Return empty clusters with the rules, veto and merging threshold of a setting."""
    if setting == "register":
        rules = (same_profile, same_address, fields_rule(knowledge.fields))
        return Clusters(knowledge, rules, strangers_veto(knowledge.fields), REGISTER_MERGE)
    return Clusters(knowledge, COMMUNITY if setting == "community" else BUSINESS)


def knowledge_of(records: Sequence[Record], setting: str) -> Knowledge:
    """Return what a set of records teaches, to be pinned: firms and domains, or the weights of fields in a register."""
    if setting == "register":
        return Knowledge(fields=fit_fields(records))
    return learn([person_of(i, record) for i, record in enumerate(records)])


def setting_of(records: Sequence[Record]) -> str:
    """Return what kind of list this is, by the fields that are filled.

    "register": few have an address or a profile, many have places, birth dates or phones. "community": mail
    addresses and names only. Else "business".
    """
    reached = sum(1 for one in records if one.emails or one.url)
    placed = sum(1 for one in records if _further(one) >= 2 or one.born)
    if reached * 2 < len(records) and placed * 2 > len(records):
        return "register"
    told = sum(
        1 for one in records if one.companies or one.domains or one.url or one.phones or one.first_seen or one.title
    )
    return "business" if told * 10 > len(records) or not reached else "community"


def _further(one: Record) -> int:
    filled = (
        one.street,
        one.street_number,
        one.city,
        one.area,
        one.postcode,
        one.born,
        *one.phones,
        *dict(one.others).values(),
    )
    return sum(1 for value in filled if value)


def _as_matching(grouping: Grouping) -> Matching:
    best: dict[int, Pair] = {}
    for pair in grouping.links:
        for place in (pair.one, pair.two):
            best.setdefault(place, pair)
    matches = tuple(_match(place, cluster, best.get(place)) for place, cluster in enumerate(grouping.groups))
    return Matching(matches, grouping.doubtful)


def _match(place: int, cluster: int, pair: Pair | None) -> Match:
    if pair is None:
        return Match(place, cluster)
    return Match(place, cluster, pair.evidence.rule, pair.evidence.p, pair.evidence.matched)
