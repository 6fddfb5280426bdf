"""What a playbook reaches beyond its match: whether it needs the states behind, and whether it tells of other accounts.

Owns these two decisions. Where somebody works now is known of people who are seen whole; an action that says so is for
those alone who see every account of the person.
"""

from collections.abc import Iterator
from string import Formatter

from graph_service.query.ir import And, Count, Has, HasNo, Not, Or, Predicate, children
from graph_service.query.vocabulary import TARGETS
from graph_service.rules import account_phrases, contact_phrases
from graph_service.rules.enrichments import states_of
from graph_service.rules.playbook import Playbook

KINDS = ("champion", "departure", "move", "sentiment", "usage", "tickets")
"""Kinds of states that the words of `contact_phrases` and `account_phrases` are made of."""
_WORDED = frozenset((*contact_phrases.NAMES, *account_phrases.NAMES))
_WHOLE_FIELDS = frozenset(field.name for target in TARGETS.values() for field in target.fields if field.whole)


def names_used(playbook: Playbook) -> frozenset[str]:
    """Return the placeholders of a playbook's texts."""
    templates = (playbook.title, playbook.suggestion, *playbook.reasons)
    return frozenset(name for text in templates for _, name, _, _ in Formatter().parse(text) if name)


def kinds_behind(playbook: Playbook) -> tuple[str, ...]:
    """Return the kinds of states that a playbook's actions tell of; none where its texts and reasons need none."""
    watched = states_of(playbook.watch)
    if not watched and not names_used(playbook) & _WORDED:
        return ()
    return tuple(dict.fromkeys((*watched, *KINDS)))


def tells_of_other_accounts(playbook: Playbook) -> bool:
    """Tell whether the condition or the texts say where else a person is."""
    asked = set() if playbook.when.where is None else set(_fields(playbook.when.where))
    ordered = {one.field for one in playbook.when.order}
    return bool((asked | ordered) & _WHOLE_FIELDS or names_used(playbook) & set(contact_phrases.WHOLE))


def _fields(node: Predicate) -> Iterator[str]:
    if not isinstance(node, And | Or | Not | Has | HasNo | Count):
        yield node.field
    for child in children(node):
        yield from _fields(child)
