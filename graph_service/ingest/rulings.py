"""A person's ruling → what is kept of it on pairs of identities, in the transaction that asks for matching again.

A merge ties the first identities of both sides; a split parts each named identity from each of the others. The rule of
the link that is taken back, or of the guess that is answered, is kept once, so that one ruling teaches one thing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from graph_service.domain.identity_rulings import LearnedRule, Ruling, RulingKind
from graph_service.graph.query import NoParams, ReadQuery, RowsParams, Statement
from graph_service.graph.system import SystemGateway
from graph_service.ingest.identity_queries import DECIDE_PAIRS, READ_DECIDED_PAIRS, REOPEN_IDENTITIES
from graph_service.ingest.interaction_rows import Row
from graph_service.ingest.queries import Uids
from graph_service.ingest.rule_learning import RULES, is_rule, learned_p, lessons_of

ORDER = {"email": 0, "crm": 1}
"""Which identity of a person comes first, as in matching."""


@dataclass(frozen=True, slots=True)
class Sides:
    """The identities of two people."""

    one: list[str]
    other: list[str]


@dataclass(frozen=True, slots=True)
class Placed:
    """An identity, the rule by which it stands for its contact, and the contact."""

    uid: str
    kind: str
    rule: str
    contact_uid: str


@dataclass(frozen=True, slots=True)
class Said:
    """What was said (MUST_MATCH, MUST_DIFFER) or guessed (MAY_MATCH) of a pair."""

    one: str
    other: str
    said: str
    rule: str
    p: float


@dataclass(frozen=True, slots=True)
class Between:
    """What is known of two sides."""

    identities: list[Placed]
    pairs: list[Said]


READ_PAIRS_BETWEEN = ReadQuery("ingest.read_pairs_between", Sides, Between)


async def read_between(system: SystemGateway, one: Sequence[str], other: Sequence[str]) -> Between:
    """Return what is known of two sides."""
    return (await system.read(READ_PAIRS_BETWEEN, Sides(list(one), list(other))))[0]


async def statements_of(system: SystemGateway, ruling: Ruling) -> list[Statement]:
    """Return the statements that keep a ruling and ask for matching again; they belong in one transaction."""
    rows = rows_of(ruling, await read_between(system, ruling.one, ruling.other))
    return [
        system.statement(DECIDE_PAIRS, RowsParams(rows)),
        system.statement(REOPEN_IDENTITIES, Uids(sorted({*ruling.one, *ruling.other}))),
    ]


def rows_of(ruling: Ruling, known: Between) -> list[Row]:
    """Return the pairs to decide: identities, whether they are one person, by whom, when, the rule it teaches of."""
    by_uid = {one.uid: one for one in known.identities}
    one, other = (
        sorted((by_uid[uid] for uid in side if uid in by_uid), key=_rank) for side in (ruling.one, ruling.other)
    )
    if not one or not other:
        return []
    pairs = _split(one, other) if ruling.kind == RulingKind.SPLIT else _joint(one, other, known.pairs)
    is_same = ruling.kind == RulingKind.MERGED
    rows = [
        {"one": left, "other": right, "is_same": is_same, "rule": rule, "by": ruling.by_uid, "at": ruling.at}
        for (left, right), rule in pairs.items()
    ]
    return sorted(rows, key=lambda row: (str(row["one"]), str(row["other"])))


def _rank(one: Placed) -> tuple[int, str]:
    return ORDER.get(one.kind, 2), one.uid


def _split(named: Sequence[Placed], others: Sequence[Placed]) -> dict[tuple[str, str], str]:
    pairs = {(one.uid, other.uid): "" for one, other in product(named, others)}
    for one in named:
        pairs[one.uid, others[0].uid] = one.rule if is_rule(one.rule) else ""
    return pairs


def _joint(one: Sequence[Placed], other: Sequence[Placed], known: Sequence[Said]) -> dict[tuple[str, str], str]:
    """Return the first identities of both sides, and every pair of which something was said or guessed before."""
    first = one[0].uid, other[0].uid
    guesses = sorted((pair for pair in known if pair.said == "MAY_MATCH"), key=lambda pair: (-pair.p, pair.rule))
    pairs = {first: "", **{(pair.one, pair.other): "" for pair in known}}
    if guesses:
        surest = guesses[0]
        pairs[surest.one, surest.other] = surest.rule if is_rule(surest.rule) else ""
    return pairs


async def read_learned(system: SystemGateway) -> list[LearnedRule]:
    """Return the rules with what decisions in this workspace make of them, by name."""
    decided = (await system.read(READ_DECIDED_PAIRS, NoParams()))[0].pairs
    lessons = lessons_of((pair.rule, pair.is_same) for pair in decided)
    out = []
    for rule, (start, words) in RULES.items():
        kept, reverted = (lessons[rule].kept, lessons[rule].reverted) if rule in lessons else (0, 0)
        out.append(LearnedRule(rule, words, start, kept, reverted, learned_p(rule, start, kept, reverted)))
    return out
