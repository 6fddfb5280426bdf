"""The registered enrichments and the playbooks that watch them agree with the question language (A10, A25, A26)."""

from collections.abc import Iterator

import pytest

from graph_service.inference.inferred_rows import PERSON_SPELLS
from graph_service.query.ir import And, Count, Has, HasNo, Not, Or, Predicate, children
from graph_service.query.vocabulary import TARGETS
from graph_service.rules.enrichments import SHIPPED, Enrichment, names, states_of
from graph_service.rules.playbook import Playbook
from graph_service.rules.reach import KINDS, kinds_behind, tells_of_other_accounts
from graph_service.rules.stage import shipped_playbooks

ACCOUNT_STATES = {"quiet", "sentiment", "usage", "tickets", "escalation", "health", "competitor", "event"}
PRIORS = {
    "Champion departed": 0.20, "Champion at risk": 0.15, "Usage decline": 0.15, "Ticket surge": 0.10,
    "Sentiment falling": 0.08, "Contact joined a new account": 0.08,
}  # fmt: skip
"""inference.md, section 9; a champion at risk lies between a shift of tone and a departure, a move is an expansion."""


def fields_of(node: Predicate) -> Iterator[str]:
    """The fields that a condition names, of whatever target but ties, which no enrichment describes."""
    if isinstance(node, Has) and node.relation == "tie":
        return
    if not isinstance(node, And | Or | Not | Has | HasNo | Count):
        yield node.field
    for child in children(node):
        yield from fields_of(child)


def offered_by(one: Enrichment) -> set[str]:
    """The canonical names of the fields that an enrichment offers."""
    target = TARGETS[one.target]
    words = {**target.field_names, **{word: field for word, (field, _) in target.shorthands.items()}}
    return {words[name].name for name in one.fields}


@pytest.mark.parametrize("one", SHIPPED, ids=lambda one: one.name)
def test_an_enrichment_offers_fields_of_its_target_or_states_that_are_inferred(one: Enrichment) -> None:
    assert offered_by(one) or one.states
    assert one.about.endswith(".")
    known = ACCOUNT_STATES if one.target == "account" else {*PERSON_SPELLS, "engagement"}
    assert set(one.states) <= known


def test_what_the_people_graph_infers_is_there_to_watch() -> None:
    """A11, A26; no name twice."""
    assert len(set(names())) == len(names())
    assert {
        "contact_champion", "contact_departure", "contact_sentiment", "contact_influence", "contact_move",
        "contact_successor", "contact_ghost", "account_sentiment", "account_usage", "account_tickets",
        "account_escalation", "account_health", "account_competitors",
    } <= set(names())  # fmt: skip


def test_no_field_is_offered_by_two_enrichments_of_a_target() -> None:
    pairs = [(one.target, field) for one in SHIPPED for field in offered_by(one)]
    assert len(set(pairs)) == len(pairs)


@pytest.mark.parametrize("playbook", shipped_playbooks(), ids=lambda one: one.name)
def test_a_shipped_playbook_watches_registered_enrichments_and_every_one_whose_field_it_asks(
    playbook: Playbook,
) -> None:
    """A25: what its condition rests on is what it says it watches."""
    watched = [one for one in SHIPPED if one.name in playbook.watch]
    assert len(watched) == len(playbook.watch)
    assert {one.target for one in watched} == {playbook.target}
    assert playbook.when.where is not None
    asked = set(fields_of(playbook.when.where))
    every = {field for target in TARGETS.values() for field in (one.name for one in target.fields)}
    assert asked <= every
    needed = {one.name for one in SHIPPED if one.target == playbook.target and offered_by(one) & asked}
    assert needed <= set(playbook.watch)


@pytest.mark.parametrize(("name", "change"), PRIORS.items())
def test_the_chance_to_change_something_is_the_published_prior(name: str, change: float) -> None:
    (playbook,) = [one for one in shipped_playbooks() if one.name == name]
    assert playbook.change == change


def test_states_behind_are_read_only_where_a_playbook_needs_them() -> None:
    needs = {one.name: kinds_behind(one) for one in shipped_playbooks()}
    assert {name for name, kinds in needs.items() if not kinds} == {
        "One thread only", "They asked, nobody answered",
    }  # fmt: skip
    assert set(needs["Champion departed"]) == {*KINDS, "away", "successor"}
    assert states_of(["contact_champion", "no such thing"]) == ("champion",)


def test_only_the_playbook_on_moves_tells_of_other_accounts() -> None:
    """A field or a text that names a new employer makes an action one for those who see the person whole."""
    telling = [one.name for one in shipped_playbooks() if tells_of_other_accounts(one)]
    assert telling == ["Contact joined a new account"]
