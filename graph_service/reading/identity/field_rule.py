"""R9: enough other fields agree. For registers of people or places without addresses or profiles."""

from collections.abc import Sequence
from itertools import product

from graph_service.reading.identity.field_model import FieldModel
from graph_service.reading.identity.persons import Person
from graph_service.reading.identity.pools import Pools
from graph_service.reading.identity.rules import REVIEW, Evidence, Rule
from graph_service.reading.identity.veto import Veto


def fields_rule(model: FieldModel) -> Rule:
    """Return R9 with the weights of a model."""

    def enough_fields(one: Person, two: Person, _: Pools) -> Evidence | None:
        p, agreeing = model.score(one.row, two.row)
        return Evidence("R9", round(min(p, 0.9999), 4), f"agree in {agreeing}") if p >= REVIEW else None

    return enough_fields


def strangers_veto(model: FieldModel) -> Veto:
    """Return the veto of registers: two groups of several records each stay apart when their pairs mostly do not agree.

    One damaged record between two people would else make them one.
    """

    def are_strangers(left: Sequence[Person], right: Sequence[Person]) -> bool:
        if min(len(left), len(right)) < 2:
            return False
        pairs = list(product(left[:_LOOKED_AT], right[:_LOOKED_AT]))
        return sum(model.score(one.row, two.row)[0] for one, two in pairs) < _AGREEING_PART * len(pairs)

    return are_strangers


_LOOKED_AT, _AGREEING_PART = 8, 0.6
