"""What is said of a person at an account at the moment of a read, of the present and of the past alike. Pure.

Owns the choice: current copies for the present, series and spells for the past. It may not read, and words no state.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph_service.domain.facts import DAY_MS
from graph_service.reading.titles.titles import read_title
from graph_service.resolvers.fact_rows import LinkSource, Millis, PersonCopies, RoleSource, SpellSource
from graph_service.resolvers.numbers import Numbers, Scored, spell_of
from graph_service.resolvers.rows import StakeholderSource

DEPARTED, AWAY, PRESENT = "departed", "away", "present"
ENGAGED = frozenset({"high", "medium", "low"})
CHAMPIONS = frozenset({"champion", "at_risk"})
ELSEWHERE = frozenset({"seen_elsewhere", "elsewhere"})
OTHER_SIGNS = "other_signs"
"""What terms are called that would tell of an account the viewer does not see."""


@dataclass(frozen=True, slots=True)
class RoleFact:
    """What somebody is there. `level` is 1 (staff) to 6 (top), None where the title says none."""

    title: str
    source: str | None
    level: int | None
    functions: Sequence[str]
    is_proxy: bool
    since: Millis | None


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """Everything said of one person at one account. States are the words of the graph; None: not known (then).

    `is_leaving`: somebody said that they leave, and their last day had not come.
    """

    role: RoleFact | None
    decision_power: float | None
    influence: Scored | None
    influence_confidence: float | None
    sentiment: Scored | None
    sentiment_trend: str | None
    sentiment_texts: float | None
    shift: SpellSource | None
    departure: Scored | None
    departure_state: str | None
    is_leaving: bool
    leaving: SpellSource | None
    away: SpellSource | None
    new_employer: str | None
    champion: Scored | None
    champion_state: str | None
    backing: SpellSource | None
    is_ghost: bool | None
    successors: Sequence[LinkSource]
    moves: Sequence[LinkSource]

    @property
    def has_left(self) -> bool:
        """Tell whether they left the account for good: said so, and their last day is over."""
        return self.departure_state == DEPARTED and not self.is_leaving

    def group(self, engagement: str | None) -> str:
        """Return the group of the map (P11): champions, at risk or not; who is in touch; the others.

        Who left is among the others, however much they were in touch with us last.
        """
        if self.has_left:
            return "inactive_or_departed"
        if self.champion_state in CHAMPIONS:
            return "champion"
        return "active" if engagement in ENGAGED else "inactive_or_departed"


def person_facts(source: StakeholderSource, day: int | None = None) -> PersonFacts:
    """Return what is said of a person at the moment of the read.

    `day` is its epoch day in the workspace; without it, a last day is taken as over.
    """
    copies, numbers, spells = source.copies, Numbers.of(source.points), source.spells
    leaving, away = spell_of(spells, "departure"), spell_of(spells, "away")
    shift, backing = spell_of(spells, "sentiment"), spell_of(spells, "champion")
    moves = [one for one in source.links if one.kind == "move"]
    state = copies.departure_state if numbers.live else _departure(numbers, leaving, away)
    return PersonFacts(
        role=_role(copies.role, spell_of(spells, "role"), numbers),
        decision_power=numbers.value("decision_power", copies.decision_power),
        influence=numbers.scored("influence", copies.influence, copies.influence_names, copies.influence_values),
        influence_confidence=copies.influence_confidence if numbers.is_newest("influence") else None,
        sentiment=numbers.scored("sentiment", copies.sentiment, copies.sentiment_names, copies.sentiment_values),
        sentiment_trend=trend_of(numbers, copies.sentiment_trend, shift),
        sentiment_texts=numbers.value("sentiment_texts", copies.sentiment_texts),
        shift=shift,
        departure=_discreet(_leaving(copies, numbers), source.is_whole),
        departure_state=state,
        is_leaving=state == DEPARTED and day is not None and _is_ahead(leaving, day),
        leaving=leaving if source.is_whole or leaving is None else _discreet_spell(leaving),
        away=away,
        new_employer=_employer(copies, numbers, leaving, moves) if state == DEPARTED or moves else None,
        champion=numbers.scored(
            "champion_probability", copies.champion_probability, copies.champion_names, copies.champion_values
        ),
        champion_state=copies.champion_state if numbers.live else _backing(numbers, backing),
        backing=backing,
        is_ghost=_ghost(source, numbers),
        successors=[one for one in source.links if one.kind == "successor"],
        moves=moves,
    )


def _role(now: RoleSource | None, spell: SpellSource | None, numbers: Numbers) -> RoleFact | None:
    """Return the role; what a past title says of rank is read from the title again."""
    since = spell.since if spell else None
    if now is not None and now.role_title and (numbers.live or (spell and spell.state == now.role_title)):
        functions, is_proxy = now.role_functions, bool(now.is_proxy)
        return RoleFact(now.role_title, now.role_source, now.role_level, functions, is_proxy, since)
    if numbers.live or spell is None:
        return None
    read = read_title(spell.state)
    rank = None if read.is_former else read.rank
    return RoleFact(spell.state, spell.detail, rank, read.functions, read.is_assistant, since)


def trend_of(numbers: Numbers, copy: str | None, shift: SpellSource | None) -> str | None:
    """Return where the tone is going; of the past None where it is not kept."""
    if numbers.live:
        return copy
    if shift is not None:
        return shift.state
    told = numbers.value("sentiment_told", None)
    return None if told is None else "steady" if told else "too_few"


def _leaving(copies: PersonCopies, numbers: Numbers) -> Scored | None:
    names, values = copies.departure_names, copies.departure_values
    return numbers.scored("departure_probability", copies.departure_probability, names, values)


def _discreet(scored: Scored | None, is_whole: bool) -> Scored | None:
    """Return the value without a word of accounts that the viewer does not see."""
    if scored is None or is_whole:
        return scored
    return Scored(scored.value, _discreet_names(scored.names), scored.values)


def _discreet_spell(spell: SpellSource) -> SpellSource:
    return replace(spell, term_names=_discreet_names(spell.term_names))


def _discreet_names(names: Sequence[str]) -> list[str]:
    return [OTHER_SIGNS if name in ELSEWHERE else name for name in names]


def _departure(numbers: Numbers, leaving: SpellSource | None, away: SpellSource | None) -> str | None:
    if leaving is not None and leaving.state == DEPARTED:
        return DEPARTED
    if away is not None:
        return AWAY
    if leaving is not None:
        return leaving.state
    return None if numbers.value("departure_probability", None) is None else PRESENT


def _is_ahead(leaving: SpellSource | None, day: int) -> bool:
    """Tell whether the last day there lies after `day`."""
    return leaving is not None and leaving.began is not None and leaving.began // DAY_MS > day


def _backing(numbers: Numbers, backing: SpellSource | None) -> str | None:
    if backing is not None:
        return backing.state
    return None if numbers.value("champion_probability", None) is None else "none"


def _employer(
    copies: PersonCopies, numbers: Numbers, leaving: SpellSource | None, moves: Sequence[LinkSource]
) -> str | None:
    """Return where they went: an account we know, else what a profile or somebody said."""
    said = leaving.detail if leaving is not None and leaving.state == DEPARTED else None
    return (copies.new_employer if numbers.live else None) or next((one.account_name for one in moves), None) or said


def _ghost(source: StakeholderSource, numbers: Numbers) -> bool | None:
    """Tell whether they deal with us unknown to the CRM; of the past only where nothing happened since."""
    if source.in_crm and not numbers.live:
        return False
    return source.copies.is_ghost if numbers.live or numbers.is_newest("last_interaction_day") else None
