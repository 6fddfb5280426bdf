"""Which competitors an account's people spoke of in the last 90 days.

Owns the spells of competitor mentions (A11). It may not read texts: what names a competitor is `reading`'s.
"""

from collections.abc import Sequence

from graph_service.domain.facts import SpellFact, Term, day_of
from graph_service.inference.casefile import CaseFile, Saying, sayings_of
from graph_service.inference.evidence import CAP
from graph_service.inference.inferred import Inferred

COMPETITOR, MENTIONED = "competitor", "mentioned"
OPEN_DAYS = 90
"""A spell stays open this long after the newest mention of a name."""


def infer_competitors(case: CaseFile, horizon_day: int) -> Inferred:
    """Return which competitors the account's people named, as known at the end of `horizon_day`.

    Spells `competitor` mentioned, one for each set of names (a new name begins a new spell), `detail` the names in
    order, a term for each with the number of its mentions in 90 days; copy competitors. Our own mentions are none.
    """
    mentions = _mentions(case, horizon_day)
    spells: list[SpellFact] = []
    held: tuple[str, ...] = ()
    for day in _change_days(mentions, horizon_day):
        names = _named(mentions, day)
        keys = tuple(names)
        if keys == held:
            continue
        if held:
            spells[-1] = _closed(spells[-1], day)
        if keys:
            spells.append(_spell(names, day))
        held = keys
    current = _named(mentions, horizon_day)
    return Inferred(
        uid=case.uid,
        spells=tuple(spells),
        copies=(("competitors", [_shown(some) for some in current.values()]),),
        review_day=min((some[-1].day + OPEN_DAYS for some in current.values()), default=None),
    )


def _mentions(case: CaseFile, horizon_day: int) -> list[Saying]:
    """Return the customers' mentions of competitors, ascending by (time, uid)."""
    said = sayings_of(case, ("mention",), horizon_day)
    chosen = [one for one in said if one.rule == "competitor" and not one.by_us and one.value.strip()]
    return sorted(chosen, key=lambda one: (one.day, one.at_ms, one.uid))


def _change_days(mentions: Sequence[Saying], horizon_day: int) -> list[int]:
    days = {one.day for one in mentions} | {one.day + OPEN_DAYS for one in mentions}
    return sorted(day for day in days if day <= horizon_day)


def _named(mentions: Sequence[Saying], day: int) -> dict[str, list[Saying]]:
    """Return name (case folded) → its mentions in the 90 days up to `day`, by name; spelled as first seen."""
    found: dict[str, list[Saying]] = {}
    for one in mentions:
        if day - OPEN_DAYS < one.day <= day:
            found.setdefault(_key(one.value), []).append(one)
    return dict(sorted(found.items()))


def _key(name: str) -> str:
    return " ".join(name.casefold().split())


def _shown(mentions: Sequence[Saying]) -> str:
    return " ".join(mentions[0].value.split())


def _spell(names: dict[str, list[Saying]], day: int) -> SpellFact:
    terms = tuple(
        Term(_shown(some), float(len(some)), tuple(one.uid for one in reversed(some[-CAP:]))) for some in names.values()
    )
    detail = ", ".join(term.name for term in terms)
    return SpellFact(COMPETITOR, MENTIONED, day_of(day), None, day_of(day), terms, detail=detail)


def _closed(spell: SpellFact, day: int) -> SpellFact:
    return SpellFact(
        spell.kind, spell.state, spell.valid_from, day_of(day), spell.known_on, spell.terms, detail=spell.detail
    )
