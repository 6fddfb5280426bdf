"""The roles a person had, as dated spells, and the copies of the newest.

Owns spells of kind `role`. Which title counts on a day is `held_titles`; the others stay with their dates in the case.
"""

from collections.abc import Callable, Iterable, Sequence

from graph_service.domain.facts import SpellFact, Term, day_of
from graph_service.inference.inferred import Copy
from graph_service.inference.influence.held_titles import Held

KIND = "role"

Evidence = Callable[[Held], tuple[str, ...]]


def role_spells(held: Iterable[tuple[int, Held | None]], evidence: Evidence) -> tuple[SpellFact, ...]:
    """Return a spell for each title that came to count, from (day, title) in order; the last one open.

    The state is the title's text, `detail` its source, `probability` the trust in it, `began_on` the first day of the
    job where a profile gave one. The same words from another source continue the spell.
    """
    changes: list[tuple[int, Held | None]] = []
    for day, one in held:
        last = changes[-1][1] if changes else None
        if (one.text if one else "") != (last.text if last else "") and (
            one is None or last is None or one.key != last.key
        ):
            changes.append((day, one))
    return tuple(
        _spell(day, one, None if place == len(changes) else changes[place][0], evidence(one))
        for place, (day, one) in enumerate(changes, 1)
        if one is not None
    )


def _spell(day: int, one: Held, end: int | None, evidence: tuple[str, ...]) -> SpellFact:
    terms: Sequence[Term] = [Term("title_trust", round(one.trust, 9), evidence)]
    if one.level is not None:
        terms = [*terms, Term("title_level", one.level, evidence)]
    return SpellFact(
        KIND, one.text, day_of(day), None if end is None else day_of(end), day_of(day), tuple(terms),
        probability=round(one.trust, 9), began_on=None if one.from_day is None else day_of(one.from_day),
        detail=one.source,
    )  # fmt: skip


def role_copies(one: Held | None) -> tuple[tuple[str, Copy], ...]:
    """Return the copies of the title that counts now."""
    if one is None:
        return (
            ("role_title", None), ("role_source", None), ("role_level", None), ("role_functions", []),
            ("is_proxy", False),
        )  # fmt: skip
    return (
        ("role_title", one.text), ("role_source", one.source),
        ("role_level", None if one.read.is_former else one.read.rank), ("role_functions", list(one.read.functions)),
        ("is_proxy", one.read.is_assistant),
    )  # fmt: skip
