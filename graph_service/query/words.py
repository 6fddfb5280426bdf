"""The shapes the vocabulary is made of: kinds of fields, where their past lies, relations and targets.

Owns no field of its own (`vocabulary.py` lists them) and knows neither text nor Cypher.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Literal

Direction = Literal["past", "future"]


class Kind(StrEnum):
    """What a field holds, and so what may be asked of it."""

    NUMBER = "number"
    SHARE = "share"
    TEXT = "text"
    TEXTS = "list of texts"
    """Several words or names; a condition holds where it holds for one of them."""
    FLAG = "flag"
    DAY = "day"
    CHOICE = "choice"
    AGE = "age"


class Past(StrEnum):
    """Where the value as of a past moment is found."""

    SAME = "same"
    """It does not change (a name) or is always today's (decision 5)."""
    KNOWN = "known"
    """The node's property, unless it became known later; the moment lies in the property `Field.known_by`."""
    SERIES = "series"
    SPELL = "spell"
    OPENED = "opened"
    """The day on which the state `Field.equals` was first said, read from its spells at both times."""
    EDGE_SERIES = "edge series"
    EDGE_DAYS = "edge days"
    EVENT = "event"
    """A moment that is compared with the moment asked for, so that one rule serves both times."""
    LOST = "lost"
    """It is not kept, so a question about the past refuses it."""


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that can be asked: `name` is its canonical wording, `label.prop` where the current copy lies.

    `past` and `stored_as` (metric or spell kind) say where the value of an earlier moment lies. `equals` turns a
    choice into a flag. `whole_day`: the property is a day of the workspace, kept as midnight UTC;
    otherwise a moment. `clock`: its age counts by the hour. Numbers lie in `limits`. `loose`: letter case does not
    count, one word needs no quotes, and an empty text is unknown.

    Of spells: `detail` reads their detail instead of their state; `otherwise` is the choice of who was judged and has
    no spell; `before` is a second kind of spell whose state goes before all states but `final`; `kept` are the choices
    that the past can tell (none listed: all). `whole`: it may name another account, so it is known only of people whose
    every account the viewer sees; with `sourced` also where that property says that the CRM said it.
    """

    name: str
    kind: Kind
    label: str
    prop: str
    about: str
    synonyms: tuple[str, ...] = ()
    past: Past = Past.SAME
    stored_as: str = ""
    known_by: str = ""
    equals: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    shorthand: bool = False
    limits: tuple[float, float] | None = None
    faces: Direction = "past"
    whole_day: bool = False
    clock: bool = False
    loose: bool = False
    detail: bool = False
    otherwise: str = ""
    before: str = ""
    final: str = ""
    kept: tuple[str, ...] = ()
    whole: bool = False
    sourced: str = ""


@dataclass(frozen=True, slots=True)
class Relation:
    """A step to another target. `single`: at most one; `always`: never missing."""

    name: str
    target: str
    synonyms: tuple[str, ...] = ()
    single: bool = False
    always: bool = False


@dataclass(frozen=True)
class Target:
    """Something that can be asked for, or (`askable` false) only reached from another target."""

    name: str
    about: str
    fields: tuple[Field, ...]
    relations: tuple[Relation, ...]
    synonyms: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    askable: bool = True

    @cached_property
    def field_names(self) -> dict[str, Field]:
        """Return the fields by every wording."""
        return {word: item for item in self.fields for word in (item.name, *item.synonyms)}

    @cached_property
    def relation_names(self) -> dict[str, Relation]:
        """Return the relations by every wording."""
        return {word: item for item in self.relations for word in (item.name, *item.synonyms)}

    @cached_property
    def shorthands(self) -> dict[str, tuple[Field, str]]:
        """Return the values that may stand alone (`to us`), with the field each belongs to."""
        return {
            spoken(word): (item, key)
            for item in self.fields
            if item.shorthand
            for key, label in item.choices
            for word in (key, label)
        }


def spoken(text: str) -> str:
    """Return words in the form in which they are compared: lower case, single spaces for `_`, `-` and white space."""
    return re.sub(r"[\s_-]+", " ", text).strip().lower()


def with_article(name: str) -> str:
    """Return `an account`, `a contact`."""
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"
