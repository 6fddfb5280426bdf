"""Names of the workspace that are written with one slip of the pen; a name that is a common word has none."""

import re
from collections.abc import Iterator

MIN_LETTERS = 6
_LETTERS = re.compile(r"[^\W\d_]{1,60}")
_WORD = re.compile(r"\w")


def find_slips(small: str, names: tuple[str, ...]) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and name of each word in a lower-case text that is one of `names` with one slip.

    `names` are in lower case without blanks. A word that begins as none of them in two letters is no slip.
    """
    for opening in {name[:2] for name in names}:
        at = small.find(opening)
        while at >= 0:
            if at == 0 or not _WORD.match(small, at - 1):
                yield from _slips_at(small, at, names, opening)
            at = small.find(opening, at + 1)


def _slips_at(small: str, at: int, names: tuple[str, ...], opening: str) -> Iterator[tuple[int, int, str]]:
    found = _LETTERS.match(small, at + len(opening))
    if found is None or _WORD.match(small, found.end()):
        return
    word = small[at : found.end()]
    if any(name.startswith(opening) and abs(len(word) - len(name)) <= 1 for name in names):
        for name in names:
            if word != name and word[0] == name[0] and abs(len(word) - len(name)) <= 1 and is_slip(word, name):
                yield at, found.end(), name


def is_slip(word: str, alias: str) -> bool:
    """Tell whether two words differ by one letter more, less, changed or swapped; plurals and inflections do not."""
    if word == alias + "s" or alias == word + "s" or len(alias) < MIN_LETTERS:
        return word == alias + "s"
    if len(word) == len(alias):
        return _is_changed(word, alias)
    long, short = (word, alias) if len(word) > len(alias) else (alias, word)
    return any(long[:at] + long[at + 1 :] == short for at in range(1, len(long)))


def _is_changed(word: str, alias: str) -> bool:
    """Tell whether one letter inside is changed, or two neighbours are swapped."""
    differ = [at for at in range(len(word)) if word[at] != alias[at]]
    if len(differ) == 1:
        return differ[0] not in {0, len(word) - 1}
    if len(differ) != 2 or differ[1] != differ[0] + 1:
        return False
    return word[differ[0]] == alias[differ[1]] and word[differ[1]] == alias[differ[0]]
