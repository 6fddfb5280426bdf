"""Patterns that are only tried where the words they need are there, so that ordinary sentences cost next to nothing.

A `Gates` keeps the patterns of one reader. What a pattern finds is the same as without the gate.
"""

import re
from collections.abc import Iterable
from functools import reduce
from operator import or_

from graph_service.reading.plain_text.needed_words import Keys, looseness, needed, signs

KEPT_WORDS = 30_000
LONGEST_WORD = 40


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


class Gates:
    """The patterns of one reader, and which of them the words of a text let pass.

    A pattern passes when each of its demands (see `needed`) is met. Most texts fail its rarest demand already, so
    that one is looked up first, for all patterns at once.
    """

    def __init__(self) -> None:
        self._patterns: list[Gated] = []
        self._of_word: dict[str, tuple[int, int]] = {}
        self._open = 0
        self._demands: dict[int, int] = {}
        self._shown: dict[str, tuple[int, int]] = {}
        self._is_built = False

    def pattern(self, source: str) -> Gated:
        """Return a gated pattern; all of a reader's patterns are made before the first text is read."""
        made = Gated(source, 1 << len(self._patterns))
        self._patterns.append(made)
        self._is_built = False
        return made

    def passing(self, words: Iterable[str]) -> int:
        """Return the bits of the patterns that `words` (runs of letters and digits, in lower case) let pass."""
        if not self._is_built:
            self._build()
        known, likely, met = self._of_word, 0, 0
        for word in words:
            first, all_of_them = known[word] if word in known else self._learn(word)
            likely |= first
            met |= all_of_them
        passing, missing = self._open, ~met
        while likely:
            bit = likely & -likely
            likely ^= bit
            if not self._demands[bit] & missing:
                passing |= bit
        return passing

    def _learn(self, word: str) -> tuple[int, int]:
        """Return what one word shows, and keep it for the next time."""
        shown = [self._shown[sign] for sign in signs(word) if sign in self._shown]
        found = (reduce(or_, (one for one, _ in shown), 0), reduce(or_, (two for _, two in shown), 0))
        if len(word) <= LONGEST_WORD and len(self._of_word) < KEPT_WORDS:
            self._of_word[word] = found
        return found

    def _build(self) -> None:
        """Read the demands off all patterns; this takes about as long as compiling them does."""
        numbers: dict[Keys, int] = {}
        self._open, self._demands, self._shown, self._of_word = 0, {}, {}, {}
        for pattern in self._patterns:
            demands = sorted(needed(pattern.source), key=looseness)
            bits = [1 << numbers.setdefault(keys, len(numbers)) for keys in demands]
            self._demands[pattern.bit] = reduce(or_, bits, 0)
            if demands:
                self._show(demands[0], pattern.bit, 0)
            else:
                self._open |= pattern.bit
        for keys, number in numbers.items():
            self._show(keys, 0, 1 << number)
        self._is_built = True

    def _show(self, keys: Keys, first: int, demand: int) -> None:
        for key in keys:
            one, two = self._shown.get(key, (0, 0))
            self._shown[key] = (one | first, two | demand)
