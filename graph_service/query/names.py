"""Runs of words to names of the vocabulary: fields, relations, choices; unknown words are shown with the nearest known.

Knows the vocabulary and text positions; builds no conditions.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lark import Token

from graph_service.query.problems import Place, QuestionTextError, nearest_word, quoted
from graph_service.query.vocabulary import LATER, TARGETS, target_names
from graph_service.query.words import Field, Relation, Target, spoken, with_article

JOINS = ("and", "or", "order by", "limit")
TESTS = ("=", "!=", "<", "<=", ">", ">=", "is", "in", "within", "before", "after", "contains", "change over")


@dataclass(frozen=True, slots=True)
class Scope:
    """What the words at some place speak of; `outer` is what they would speak of outside the nearest `where`."""

    target: Target
    outer: "Scope | None" = None
    depth: int = 1

    def inside(self, relation: Relation) -> "Scope":
        """Return the scope inside `<relation> where …`."""
        return Scope(TARGETS[relation.target], self, self.depth + 1)

    def deeper(self) -> "Scope":
        """Return the same scope one level further in."""
        return Scope(self.target, self.outer, self.depth + 1)


@dataclass(frozen=True, slots=True)
class Reach:
    """A field, reached over `path` (`account segment` from a contact), with the target it belongs to.

    `value` is the choice when the words were a shorthand for one (`to us`).
    """

    path: tuple[Relation, ...]
    target: Target
    field: Field
    value: str = ""


def place(token: Token) -> Place:
    """Return where a token begins."""
    return Place(token.line or 1, token.column or 1)


def text_of(words: Sequence[Token]) -> str:
    """Return words in the form in which names are compared."""
    return spoken(" ".join(words))


def find_target(words: Sequence[Token]) -> Target:
    """Return the target asked for; raises `QuestionTextError`."""
    names = target_names()
    text = text_of(words)
    if text in names:
        return names[text]
    first = text_of(words[:1])
    if first in LATER or first in LATER.values():
        raise QuestionTextError(
            place(words[0]), first, f"`{first}` cannot be asked yet", hint=f"ask for {', '.join(_askable())}"
        )
    if first in names:
        raise _unknown(words[1:2], ("where", *JOINS[2:]), f"after `{first}`")
    raise _unknown(words, names, "as what is asked for", shown=_askable())


def _askable() -> list[str]:
    return sorted({target.name for target in target_names().values()})


def find_relation(words: Sequence[Token], scope: Scope) -> Relation:
    """Return the relation the words name; raises `QuestionTextError`."""
    names = scope.target.relation_names
    text = text_of(words)
    if text in names:
        return names[text]
    known = _longest_prefix(words, names)
    if known:
        raise _unknown(words[known : known + 1], ("where", *JOINS), f"after `{text_of(words[:known])}`")
    shown = [relation.name for relation in scope.target.relations]
    raise _unknown(words, names, f"as something {with_article(scope.target.name)} has", shown=shown)


def find_single(words: Sequence[Token], scope: Scope) -> Relation | None:
    """Return the relation when the words name one that has a single end, else None."""
    relation = scope.target.relation_names.get(text_of(words))
    return relation if relation is not None and relation.single else None


def find_field(words: Sequence[Token], scope: Scope, *, alone: bool = False) -> Reach:
    """Return the field the words name, also over single relations; `alone` allows shorthands such as `to us`."""
    reach = _reach(words, scope.target, (), alone=alone)
    if reach is None:
        raise _no_field(words, scope)
    return reach


def _reach(words: Sequence[Token], target: Target, path: tuple[Relation, ...], *, alone: bool) -> Reach | None:
    text = text_of(words)
    if text in target.field_names:
        return Reach(path, target, target.field_names[text])
    if alone and text in target.shorthands:
        field, value = target.shorthands[text]
        return Reach(path, target, field, value)
    if (split := _first_step(words, target)) is None:
        return None
    relation, rest = split
    return _reach(rest, TARGETS[relation.target], (*path, relation), alone=alone)


def _first_step(words: Sequence[Token], target: Target) -> tuple[Relation, Sequence[Token]] | None:
    """Return the single relation that the words begin with, and the words after it."""
    for cut in range(len(words) - 1, 0, -1):
        relation = target.relation_names.get(text_of(words[:cut]))
        if relation is not None and relation.single:
            return relation, words[cut:]
    return None


def _no_field(words: Sequence[Token], scope: Scope) -> QuestionTextError:
    target = scope.target
    names = {*target.field_names, *target.shorthands}
    known = _longest_prefix(words, names)
    if known:
        return _unknown(words[known : known + 1], (*JOINS, *TESTS), f"after `{text_of(words[:known])}`")
    if text_of(words) in target.relation_names:
        name = target.relation_names[text_of(words)].name
        hint = f"write: has {name} where …, no {name} where …, or count({name} where …) >= 1"
        return QuestionTextError(place(words[0]), name, f"`{name}` needs a condition", hint=hint)
    if (split := _first_step(words, target)) is not None:
        return _no_field(split[1], scope.inside(split[0]))
    if elsewhere := _outer_with(words, scope):
        said = f"{quoted(text_of(words))} belongs to the {elsewhere.name}, but stands inside `{target.name} where …`"
        hint = "put the inner part in parentheses: (… where …) and …"
        return QuestionTextError(place(words[0]), text_of(words), said, hint=hint)
    shown = [*(field.name for field in target.fields), *(relation.name for relation in target.relations)]
    return _unknown(words, names, f"as something of {with_article(target.name)}", shown=shown)


def _outer_with(words: Sequence[Token], scope: Scope) -> Target | None:
    outer = scope.outer
    while outer is not None:
        if _reach(words, outer.target, (), alone=True) is not None:
            return outer.target
        outer = outer.outer
    return None


def _longest_prefix(words: Sequence[Token], names: Iterable[str]) -> int:
    known = set(names)
    return next((cut for cut in range(len(words) - 1, 0, -1) if text_of(words[:cut]) in known), 0)


def _unknown(
    words: Sequence[Token], names: Iterable[str], role: str, *, shown: Iterable[str] | None = None
) -> QuestionTextError:
    """Say that the words mean nothing here; the nearest name is looked for among all wordings, also for the first."""
    names = list(names)
    text = text_of(words)
    nearest = nearest_word(text, names)
    return QuestionTextError(
        place(words[0]),
        text,
        f"{quoted(text)} is not known {role}",
        allowed=names if shown is None else shown,
        nearest=nearest or nearest_word(text_of(words[:1]), names),
    )


def known_words() -> set[str]:
    """Return every single word that some name of the vocabulary has in it."""
    names = set(target_names()) | {word for target in TARGETS.values() for word in target.shorthands}
    for target in TARGETS.values():
        names |= {*target.field_names, *target.relation_names}
        names |= {key for field in target.fields for key, _ in field.choices}
    return {word for name in names for word in name.split()}


def find_choice(words: Sequence[Token], field: Field) -> str:
    """Return the model's key of the choice that the words name; raises `QuestionTextError`."""
    names = {spoken(word): key for key, label in field.choices for word in (key, label)}
    text = text_of(words)
    if text not in names:
        raise _unknown(words, names, f"as {with_article(field.name)}", shown=[spoken(key) for key, _ in field.choices])
    return names[text]
