"""States over time to Cypher expressions: what held at a past moment, and since when a state is known.

Spells hold days as midnights UTC; what was not known by the day asked for is not read (decision 4).
"""

from graph_service.query.asking import Asking
from graph_service.query.words import Field, Kind

_BETWEEN = "', '"


def stated_at(field: Field, subject: str, asking: Asking) -> str:
    """Return the expression of what a field's spells said on the day asked for; null where nothing is known."""
    if field.detail:
        said = detail_at(field.stored_as, subject, asking)
        return f"split({said}, {_BETWEEN})" if field.kind is Kind.TEXTS else said
    if field.before:
        return _covered(field, subject, asking)
    state = _spell_at(field.stored_as, "state", subject, asking)
    return f"coalesce({state}, {_judged(field, subject)})" if field.otherwise else state


def _judged(field: Field, subject: str) -> str:
    """Return the state of who has no spell: none for those of whom nothing was ever worked out."""
    return f"CASE WHEN {subject}.{field.prop} IS NOT NULL THEN '{field.otherwise}' END"


def _covered(field: Field, subject: str, asking: Asking) -> str:
    """Return a state behind another kind of spell, which goes before it unless the state is the final one."""
    state = _spell_at(field.stored_as, "state", subject, asking)
    cover = _spell_at(field.before, "state", subject, asking)
    last = _spell_at(field.stored_as, "state", subject, asking)
    return (
        f"CASE WHEN {state} = '{field.final}' THEN '{field.final}'"
        f" ELSE coalesce({cover}, {last}, {_judged(field, subject)}) END"
    )


def detail_at(kind: str, subject: str, asking: Asking) -> str:
    """Return the expression of what the spell of a kind leaves open, on the day asked for."""
    return _spell_at(kind, "detail", subject, asking)


def opened_on(field: Field, subject: str, asking: Asking) -> str:
    """Return the day on which the state `field.equals`, if it holds, was first said; of spells in a row, the first."""
    first, prior = asking.fresh("spell"), asking.fresh("spell")
    holds = (
        f"{subject}.{field.prop} = '{field.equals}'"
        if asking.live
        else f"{_spell_at(field.stored_as, 'state', subject, asking)} = '{field.equals}'"
    )
    known = "" if asking.live else f" AND {first}.valid_from <= $as_of_date AND {first}.known_at <= $as_of_date"
    follows = (
        f"EXISTS {{ MATCH ({subject})-[:HAS_SPELL]->({prior}:Spell) WHERE {_of(prior, field.stored_as)}"
        f" AND {prior}.state = '{field.equals}' AND {prior}.valid_to = {first}.valid_from }}"
    )
    return (
        f"CASE WHEN {holds} THEN head(COLLECT {{ MATCH ({subject})-[:HAS_SPELL]->({first}:Spell)"
        f" WHERE {_of(first, field.stored_as)} AND {first}.state = '{field.equals}'{known} AND NOT {follows}"
        f" RETURN {first}.valid_from ORDER BY {first}.valid_from DESC LIMIT 1 }}) END"
    )


def _of(spell: str, kind: str) -> str:
    return f"{spell}.workspace_id = $workspace_id AND {spell}.kind = '{kind}'"


def _spell_at(kind: str, said: str, subject: str, asking: Asking) -> str:
    """Return what the spell says that held on the day and was known by then."""
    spell = asking.fresh("spell")
    return (
        f"head([({subject})-[:HAS_SPELL]->({spell}:Spell) WHERE {_of(spell, kind)}"
        f" AND {spell}.valid_from <= $as_of_date AND ({spell}.valid_to IS NULL OR {spell}.valid_to > $as_of_date)"
        f" AND {spell}.known_at <= $as_of_date | {spell}.{said}])"
    )
