"""Every word of the language stands for something that the graph's declarations know."""

from typing import Any

import pytest
from neomodel import (
    ArrayProperty,
    BooleanProperty,
    DateTimeNeo4jFormatProperty,
    FloatProperty,
    IntegerProperty,
    StringProperty,
)

from graph_service.graph.models import LABELS
from graph_service.graph.relationships import TYPES
from graph_service.inference.inferred_rows import ACCOUNT_SERIES, PERSON_SERIES, PERSON_SPELLS
from graph_service.query.check import check_node, field_of, target_of
from graph_service.query.ir import Change, Duration, Unit
from graph_service.query.vocabulary import LATER, TARGETS, target_names
from graph_service.query.words import Field, Kind, Past, spoken

MODELS = {model.__name__: model for model in LABELS}
EDGES = {edge.name: edge for edge in TYPES}
EARLIER_SERIES = {
    "coverage", "single_threaded_share", "last_inbound_day", "last_interaction_day", "rhythm_days", "contact_count",
    "active_contact_count", "strength", "reply_rate", "reply_hours", "decision_power",
}  # fmt: skip
EARLIER_SPELLS = {"quiet", "engagement"}
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
    if field.kind is Kind.TEXTS:
        assert isinstance(definition, ArrayProperty)
        assert isinstance(definition.base_property, StringProperty)
    elif field.past is Past.OPENED:
        assert field.kind is Kind.DAY
        assert field.equals in dict(definition.choices)
    elif field.kind is not Kind.FLAG:
        assert isinstance(definition, TYPES_OF[field.kind])
    elif field.past is Past.EVENT:
        assert isinstance(definition, DateTimeNeo4jFormatProperty)
    elif field.equals:
        assert field.equals in dict(definition.choices)
    else:
        assert isinstance(definition, BooleanProperty)


@pytest.mark.parametrize(("target", "field"), FIELDS)
def test_every_field_says_where_its_past_lies(target: Any, field: Field) -> None:
    assert bool(field.stored_as) == (field.past in {Past.SERIES, Past.SPELL, Past.OPENED})
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


SERIES = {*PERSON_SERIES, *ACCOUNT_SERIES}
SPELLS = {*PERSON_SPELLS, "usage", "tickets", "competitor"}


@pytest.mark.parametrize(("target", "field"), FIELDS)
def test_what_the_past_tells_of_people_is_read_from_what_inference_stores(target: Any, field: Field) -> None:
    """Names of the store: a metric or kind that nothing writes would answer every question of the past with nobody."""
    stored = {
        Past.SERIES: SERIES | EARLIER_SERIES, Past.SPELL: SPELLS | EARLIER_SPELLS, Past.OPENED: SPELLS
    }  # fmt: skip
    assert field.past not in stored or field.stored_as in stored[field.past]
    assert not field.before or field.before in SPELLS


@pytest.mark.parametrize(("target", "field"), FIELDS)
def test_states_named_beside_a_choice_are_among_its_choices(target: Any, field: Field) -> None:
    choices = dict(declared(field)[field.prop].choices or {}) if field.otherwise else {}
    assert {field.otherwise, field.before, field.final, *field.kept} - {""} <= {*choices}
    assert not field.kept or field.past is Past.SPELL
    assert not (field.loose and field.kind is not Kind.TEXT)
    assert not (field.detail and field.kind not in {Kind.TEXT, Kind.TEXTS})


@pytest.mark.parametrize(
    ("target", "wording", "name"),
    [
        ("contact", "champion status", "champion"), ("contact", "seniority", "level"), ("contact", "left", "departed"),
        ("contact", "departure_state", "departure"), ("contact", "job-title", "title"),
        ("account", "health score", "health"), ("account", "surge of tickets", "ticket surge"),
        ("account", "stage", "lifecycle"), ("account", "competitor", "competitors"),
    ],
)  # fmt: skip
def test_a_synonym_means_its_field(target: str, wording: str, name: str) -> None:
    assert target_of(target).field_names[spoken(wording)].name == name


def test_strength_over_four_weeks_can_be_asked_because_it_is_kept() -> None:
    contact = target_of("contact")
    assert field_of("strength", contact).stored_as == "strength"
    check_node(Change("strength", Duration(28, Unit.DAY), "<", -0.3, relative=True), contact)
