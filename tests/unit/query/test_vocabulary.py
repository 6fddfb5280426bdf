"""Every word of the language stands for something that the graph's declarations know."""

from typing import Any

import pytest
from neomodel import (
    BooleanProperty,
    DateTimeNeo4jFormatProperty,
    FloatProperty,
    IntegerProperty,
    StringProperty,
)

from graph_service.graph.models import LABELS
from graph_service.graph.relationships import TYPES
from graph_service.query.check import check_node, field_of, target_of
from graph_service.query.ir import Change, Duration, Unit
from graph_service.query.vocabulary import LATER, TARGETS, target_names
from graph_service.query.words import Field, Kind, Past, spoken

MODELS = {model.__name__: model for model in LABELS}
EDGES = {edge.name: edge for edge in TYPES}
FIELDS = [pytest.param(target, field, id=f"{target.name} {field.name}")
          for target in TARGETS.values() for field in target.fields]  # fmt: skip
TYPES_OF = {
    Kind.NUMBER: (FloatProperty, IntegerProperty),
    Kind.SHARE: (FloatProperty,),
    Kind.TEXT: (StringProperty,),
    Kind.DAY: (DateTimeNeo4jFormatProperty,),
    Kind.AGE: (DateTimeNeo4jFormatProperty,),
    Kind.CHOICE: (StringProperty,),
}


def declared(field: Field) -> dict[str, Any]:
    return dict(MODELS[field.label].defined_properties(rels=False, aliases=False))


@pytest.mark.parametrize(("target", "field"), FIELDS)
def test_every_field_is_declared_in_the_models_with_a_fitting_type(target: Any, field: Field) -> None:
    if field.label in EDGES:
        assert field.prop in EDGES[field.label].properties
        return
    definition = declared(field)[field.prop]
    if field.kind is not Kind.FLAG:
        assert isinstance(definition, TYPES_OF[field.kind])
    elif field.past is Past.EVENT:
        assert isinstance(definition, DateTimeNeo4jFormatProperty)
    elif field.equals:
        assert field.equals in dict(definition.choices)
    else:
        assert isinstance(definition, BooleanProperty)


@pytest.mark.parametrize(("target", "field"), FIELDS)
def test_every_field_says_where_its_past_lies(target: Any, field: Field) -> None:
    assert bool(field.stored_as) == (field.past in {Past.SERIES, Past.SPELL})
    assert bool(field.known_by) == (field.past is Past.KNOWN)
    if field.known_by:
        assert isinstance(declared(field)[field.known_by], DateTimeNeo4jFormatProperty)
    if field.kind is Kind.CHOICE:
        assert dict(field.choices) == declared(field)[field.prop].choices
    assert field.about.endswith(".")


@pytest.mark.parametrize("target", TARGETS.values(), ids=TARGETS)
def test_no_wording_means_two_things(target: Any) -> None:
    wordings = [word for field in target.fields for word in (field.name, *field.synonyms)]
    wordings += list(target.shorthands)
    assert len(wordings) == len(set(wordings))
    relations = [word for relation in target.relations for word in (relation.name, *relation.synonyms)]
    assert len(relations) == len(set(relations))
    assert all(word == spoken(word) for word in [*wordings, *relations])
    assert all(relation.target in TARGETS for relation in target.relations)


def test_targets_that_come_later_share_no_name_with_those_that_are_here() -> None:
    assert not {*LATER, *LATER.values()} & set(target_names())


def test_strength_over_four_weeks_can_be_asked_because_it_is_kept() -> None:
    contact = target_of("contact")
    assert field_of("strength", contact).stored_as == "strength"
    check_node(Change("strength", Duration(28, Unit.DAY), "<", -0.3, relative=True), contact)
