"""A list of firms' names put into groups that each mean one firm. Deterministic; subsidiaries stay with their parent.

Policy: a name with a place or a general word more ("Acme Germany", "Acme Group") is the same organisation here, unless
another name speaks against it; whoever needs subsidiaries apart looks at `why`.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from graph_service.reading.identity.companies import FirmName, parse_firm
from graph_service.reading.identity.company_agreement import FirmAgreement, WordWeights, compare_firms
from graph_service.reading.identity.unions import Unions

_VOWELS = re.compile("[aeiouy]")
MERGE, REVIEW = 0.8, 0.65
LARGEST_BLOCK = 150


@dataclass(frozen=True, slots=True)
class FirmLink:
    """Two names (places in the list), how well they agree, and why."""

    one: int
    two: int
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class FirmGroups:
    """`groups[i]` is the smallest place in the group of name i; `links` made them; `doubtful` wait for a person."""

    groups: tuple[int, ...]
    links: tuple[FirmLink, ...]
    doubtful: tuple[FirmLink, ...]


def cluster_firms(names: Sequence[str]) -> FirmGroups:
    """Return the groups of a list of names; an unreadable name stays alone."""
    parsed = [parse_firm(name) for name in names]
    weights = WordWeights(parsed)
    firsts: dict[tuple[object, ...], int] = {}
    links: list[FirmLink] = []
    unions = Unions(len(names))
    for place, firm in enumerate(parsed):
        first = firsts.setdefault((firm.core, firm.whole) if firm else (place,), place)
        if first != place:
            unions.join(first, place)
            links.append(FirmLink(first, place, 1.0, "same name"))
    pairs = _scored(sorted(firsts.values()), parsed, weights)
    kept = [link for link in pairs if link.score >= MERGE]
    made = _joined(kept, parsed, weights, unions)
    doubtful = [link for link in pairs if link.score >= REVIEW and unions.root(link.one) != unions.root(link.two)]
    return FirmGroups(tuple(unions.root(i) for i in range(len(names))), (*links, *made), tuple(doubtful))


def _scored(places: Iterable[int], parsed: Sequence[FirmName], weights: WordWeights) -> list[FirmLink]:
    found: list[FirmLink] = []
    for one, two in sorted(_candidates(places, parsed)):
        agreement: FirmAgreement = compare_firms(parsed[one], parsed[two], weights)
        if agreement.score >= REVIEW and not agreement.conflict:
            found.append(FirmLink(one, two, round(agreement.score, 4), agreement.why))
    return sorted(found, key=lambda link: (-link.score, link.one, link.two))


def _joined(
    links: Iterable[FirmLink], parsed: Sequence[FirmName], weights: WordWeights, unions: Unions
) -> list[FirmLink]:
    """Union by falling score; a union is refused where a name on one side speaks against one on the other."""
    made = []
    for link in links:
        one, two = unions.members(link.one), unions.members(link.two)
        if one is two or _speak_against(one, two, parsed, weights):
            continue
        unions.join(link.one, link.two)
        made.append(link)
    return made


def _speak_against(one: Sequence[int], two: Sequence[int], parsed: Sequence[FirmName], weights: WordWeights) -> bool:
    left = list({parsed[i].core: parsed[i] for i in one}.values())[:25]
    right = list({parsed[i].core: parsed[i] for i in two}.values())[:25]
    return any(compare_firms(a, b, weights).conflict for a in left for b in right)


def _candidates(places: Iterable[int], parsed: Sequence[FirmName]) -> set[tuple[int, int]]:
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place in places:
        for key in _keys(parsed[place]):
            blocks[key].append(place)
    pairs: set[tuple[int, int]] = set()
    for members in blocks.values():
        if 1 < len(members) <= LARGEST_BLOCK:
            pairs.update(combinations(members, 2))
    return pairs


def _keys(firm: FirmName) -> set[tuple[str, str]]:
    if not firm:
        return set()
    keys = {("word", word) for word in firm.core} | {("joined", firm.joined), ("whole", firm.whole)}
    keys |= {("start", firm.joined[:5]), ("end", firm.joined[-5:]), ("start", firm.whole[:5])}
    if len(bare := _VOWELS.sub("", firm.joined)) > 2:
        keys.add(("consonants", bare[:8]))
    for word in firm.core:
        if len(word) >= 5:
            keys |= {("half", word[:3] + word[-2:]), ("half", word[:2] + word[-3:]), ("four", word[:4])}
    if len(firm.initials) >= 3:
        keys |= {("initials", firm.initials[:size]) for size in range(3, min(len(firm.initials), 6) + 1)}
    if len(firm.core) == 1 and len(firm.joined) <= 6:
        keys.add(("initials", firm.joined))
    return keys
