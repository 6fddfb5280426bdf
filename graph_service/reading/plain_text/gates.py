"""Patterns that are only tried where the words they need are there, so that ordinary sentences cost next to nothing.

A `Gates` keeps the patterns of one reader. What a pattern finds is the same as without the gate.
"""

import re
from collections.abc import Iterable
from functools import reduce
from itertools import pairwise
from operator import or_

from graph_service.reading.plain_text.needed_words import looseness, needed, signs

KEPT_WORDS = 30_000
LONGEST_WORD = 40
DEMANDS = 4


class Gated:
    """A regular expression with its bit among the patterns of a reader; it is compiled when a text first passes."""

    __slots__ = ("_compiled", "bit", "source")

    def __init__(self, source: str, bit: int) -> None:
        self.source, self.bit = source, bit
        self._compiled: re.Pattern[str] | None = None

    def search(self, text: str, passing: int) -> re.Match[str] | None:
        """Return the first match in `text`; `passing` are the bits of the patterns that its words let pass."""
        if not passing & self.bit:
            return None
        if self._compiled is None:
            self._compiled = re.compile(self.source)
        return self._compiled.search(text)


class GatedAny:
    """The alternatives of a regular expression, each with its own gate; it tells whether one of them is found."""

    __slots__ = ("_parts", "bits")

    def __init__(self, parts: tuple[Gated, ...]) -> None:
        self._parts = parts
        self.bits = reduce(or_, (part.bit for part in parts))

    def search(self, text: str, passing: int) -> bool:
        """Tell whether the expression is found in `text`; `passing` as in `Gated.search`."""
        if not passing & self.bits:
            return False
        return any(part.search(text, passing) is not None for part in self._parts)


class Gates:
    """The patterns of one reader, and which of them the words of a text let pass.

    A pattern passes when each of its demands (see `needed`) is met, of which the rarest few are looked at. What a word
    meets is one number: a run of bits, one for each pattern, for the first demands, then one for the second, and so on.
    """

    def __init__(self) -> None:
        self._patterns: list[Gated] = []
        self._of_sign: dict[str, int] = {}
        self._of_word: dict[str, int] = {}
        self._free = 0
        self._is_built = False

    def pattern(self, source: str) -> Gated:
        """Return a gated pattern; all of a reader's patterns are made before the first text is read."""
        made = Gated(source, 1 << len(self._patterns))
        self._patterns.append(made)
        self._is_built = False
        return made

    def any_of(self, source: str) -> GatedAny:
        """Return a pattern (no flags, no back references) that is only asked whether it is found."""
        return GatedAny(tuple(map(self.pattern, _alternatives(source))))

    @property
    def patterns(self) -> tuple[Gated, ...]:
        """Return all patterns, in the order of their bits."""
        return tuple(self._patterns)

    def passing(self, words: Iterable[str]) -> int:
        """Return the bits of the patterns that `words` (runs of letters and digits, in lower case) let pass."""
        if not self._is_built:
            self._build()
        known, met = self._of_word, self._free
        for word in words:
            met |= known[word] if word in known else self._learn(word)
        width = len(self._patterns)
        passing = (1 << width) - 1
        for _ in range(DEMANDS):
            passing &= met
            met >>= width
        return passing

    def _learn(self, word: str) -> int:
        """Return what one word meets, and keep it for the next time."""
        met = reduce(or_, (self._of_sign.get(sign, 0) for sign in signs(word)), 0)
        if len(word) <= LONGEST_WORD and len(self._of_word) < KEPT_WORDS:
            self._of_word[word] = met
        return met

    def _build(self) -> None:
        """Read the demands off all patterns; this takes about as long as compiling them does."""
        self._of_sign, self._of_word, self._free = {}, {}, 0
        width = len(self._patterns)
        for pattern in self._patterns:
            demands = sorted(needed(pattern.source), key=looseness)[:DEMANDS]
            for level in range(DEMANDS):
                bit = pattern.bit << (level * width)
                if level >= len(demands):
                    self._free |= bit
                    continue
                for key in demands[level]:
                    self._of_sign[key] = self._of_sign.get(key, 0) | bit
        self._is_built = True


def _alternatives(source: str) -> list[str]:
    """Return the outermost alternatives of a pattern; brackets and escapes are stepped over."""
    cuts, depth, in_class, at = [-1], 0, False, 0
    while at < len(source):
        letter = source[at]
        if letter == "\\":
            at += 1
        elif in_class:
            in_class = letter != "]"
        elif letter == "[":
            in_class = True
            at += source[at + 1] == "^"
        elif letter in "()":
            depth += 1 if letter == "(" else -1
        elif letter == "|" and depth == 0:
            cuts.append(at)
        at += 1
    return [source[start + 1 : end] for start, end in pairwise([*cuts, len(source)])]
