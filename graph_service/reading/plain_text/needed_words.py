"""Which words a text must hold before a regular expression can match it, read off the expression itself.

It knows nothing of what the expressions are for. It errs on the safe side: what it cannot tell, it does not demand.
"""

import re
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

MOST_STRINGS = 1_500
PREFIX = 5
_COMMON_WORDS = "a an and as at be for i in is it of on or that the this to was we you"
COMMON = frozenset("=" + word for word in re.findall(r"\w+", _COMMON_WORDS))
_EDGE = "\0"  # stands for a place between a word and what is no word
_PIECE = re.compile(r"\w+")

Keys = frozenset[str]
"""Signs of which at least one must be seen: "=word" for a whole word, "wor" for a word that starts so."""


@dataclass(slots=True)
class _Part:
    """What is known of a part of an expression: all texts it can match, or else what it needs."""

    strings: frozenset[str] | None
    needs: list[Keys] = field(default_factory=list)
    ends_at_edge: bool = False


def needed(pattern: str) -> tuple[Keys, ...]:
    """Return sets of signs, each of which must meet the words of a text that `pattern` (no flags) can match."""
    # The parser of the standard library has no public name; anything else would read expressions differently.
    parsed = import_module("re._parser").parse(pattern)
    part = _walk(parsed, at_edge=False)
    if part.strings is None:
        return tuple(part.needs)
    keys = _keys(part.strings, at_edge=False)
    return (keys,) if keys else ()


def signs(word: str) -> tuple[str, ...]:
    """Return the signs that a word shows."""
    return ("=" + word, *(word[:length] for length in range(1, min(len(word), PREFIX) + 1)))


def _walk(parts: Any, *, at_edge: bool) -> _Part:
    """Return what is known of parts that follow each other; `at_edge` says that a word can only start here."""
    strings, known, is_exact = frozenset({""}), at_edge, True
    needs: list[Keys] = []
    for code, value in parts:
        edge = _end_at_edge(strings, known)
        part = _part(str(code), value, at_edge=edge)
        if part.strings is not None and len(strings) * len(part.strings) <= MOST_STRINGS:
            strings = frozenset(head + tail for head in strings for tail in part.strings)
            continue
        is_exact = False
        _add(needs, _keys(strings, at_edge=known))
        if part.strings is not None:
            strings, known = part.strings, edge
        else:
            needs += part.needs
            strings, known = frozenset({""}), part.ends_at_edge
    if is_exact:
        return _Part(strings, ends_at_edge=_end_at_edge(strings, known))
    _add(needs, _keys(strings, at_edge=known))
    return _Part(None, needs, _end_at_edge(strings, known))


def _part(code: str, value: Any, *, at_edge: bool) -> _Part:
    """Return what is known of one element of the parsed expression."""
    if code in {"ASSERT", "ASSERT_NOT"}:
        return _Part(frozenset({""}))
    if code == "LITERAL":
        return _Part(frozenset({chr(value)}))
    if code == "AT":
        return _Part(frozenset({"" if str(value) == "AT_NON_BOUNDARY" else _EDGE}))
    return _group(code, value, at_edge=at_edge)


def _group(code: str, value: Any, *, at_edge: bool) -> _Part:
    if code == "SUBPATTERN":
        return _walk(value[-1], at_edge=at_edge)
    if code == "BRANCH":
        return _branches([_walk(one, at_edge=at_edge) for one in value[1]], at_edge=at_edge)
    if code == "IN":
        return _one_of(value)
    if code in {"MAX_REPEAT", "MIN_REPEAT"}:
        return _repeated(*value, at_edge=at_edge)
    return _Part(None)


def _branches(parts: list[_Part], *, at_edge: bool) -> _Part:
    strings: frozenset[str] | None = frozenset()
    for part in parts:
        strings = None if strings is None or part.strings is None else strings | part.strings
    if strings is not None and len(strings) <= MOST_STRINGS:
        return _Part(strings)
    chosen: set[str] | None = set()
    for part in parts:
        best = _best(part, at_edge=at_edge)
        chosen = None if chosen is None or best is None else chosen | best
    return _Part(None, [frozenset(chosen)] if chosen else [], all(_part_ends(part, at_edge) for part in parts))


def _repeated(least: int, most: int, inner: Any, *, at_edge: bool) -> _Part:
    part = _walk(inner, at_edge=at_edge)
    if (least, most) == (1, 1):
        return part
    if least == 0 and most == 1 and part.strings is not None:
        return _Part(part.strings | {""})
    if least == 0:
        return _Part(None, [], at_edge and _part_ends(part, at_edge))
    if part.strings == frozenset({" "}):
        return part
    best = _best(part, at_edge=at_edge)
    return _Part(None, [best] if best else [], _part_ends(part, at_edge) and _part_ends(part, known=False))


def _one_of(members: Any) -> _Part:
    """Return what is known of a class of characters: a blank stands for any that is no part of a word."""
    letters: set[str] = set()
    for code, value in members:
        if str(code) == "LITERAL":
            letters.add(chr(value))
        elif str(code) == "CATEGORY" and str(value) in {"CATEGORY_SPACE", "CATEGORY_NOT_WORD"}:
            letters.add(" ")
        else:
            return _Part(None)
    return _Part(frozenset(letter if _PIECE.match(letter) else " " for letter in letters))


def _part_ends(part: _Part, known: bool) -> bool:
    return part.ends_at_edge if part.strings is None else _end_at_edge(part.strings, known)


def _end_at_edge(strings: frozenset[str], known: bool) -> bool:
    return all(not _PIECE.match(text[-1]) if text else known for text in strings)


def _best(part: _Part, *, at_edge: bool) -> Keys | None:
    """Return the one demand of a part that fewest texts meet."""
    if part.strings is not None:
        return _keys(part.strings, at_edge=at_edge)
    return min(part.needs, key=looseness, default=None)


def looseness(keys: Keys) -> tuple[int, int, int]:
    """Return how many texts are likely to meet a demand, in no unit: the rarer ones sort first."""
    return (len(keys & COMMON), sum(len(key) < 3 for key in keys), len(keys))


def _add(needs: list[Keys], keys: Keys | None) -> None:
    if keys:
        needs.append(keys)


def _keys(strings: frozenset[str], *, at_edge: bool) -> Keys | None:
    """Return a sign for each of the strings; None where one of them demands no word at all."""
    found = set()
    for text in strings:
        choices = [
            ("=" + piece[0]) if piece.end() < len(text) else piece[0][:PREFIX]
            for piece in _PIECE.finditer(text)
            if piece.start() > 0 or at_edge
        ]
        if not choices:
            return None
        found.add(max(choices, key=lambda key: (key not in COMMON, len(key))))
    return frozenset(found)
