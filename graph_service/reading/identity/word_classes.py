"""The word lists that ship beside the code, read once: nickname classes, common names, words by class."""

from functools import cache
from importlib.resources import files

from graph_service.reading.identity.folding import skeleton


@cache
def nickname_classes() -> dict[str, frozenset[int]]:
    """Return for each first name (as a skeleton) the classes it is in; names of one class may mean one person."""
    classes: dict[str, set[int]] = {}
    for number, line in enumerate(_lines("nicknames")):
        for name in line.split():
            classes.setdefault(skeleton(name), set()).add(number)
    return {name: frozenset(numbers) for name, numbers in classes.items()}


@cache
def common_names() -> frozenset[str]:
    """Return names (as skeletons) that many people bear."""
    return frozenset(skeleton(name) for line in _lines("common_names") for name in line.split())


@cache
def generic_names() -> frozenset[str]:
    """Return words (as skeletons) that stand where a name should be: root, unknown, info."""
    return frozenset(skeleton(name) for line in _lines("generic_names") for name in line.split())


def word_class(file: str, kind: str) -> frozenset[str]:
    """Return the words under "[kind]" in a list; raises KeyError for an unknown class."""
    return frozenset(_sections(file)[kind])


def word_pairs(file: str, kind: str) -> dict[str, str]:
    """Return the pairs "short=long" under "[kind]" in a list; raises KeyError for an unknown class."""
    pairs = (pair.partition("=") for pair in _sections(file)[kind])
    return {left.replace("'", ""): right for left, _, right in pairs}


@cache
def _sections(file: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    kind = ""
    for line in _lines(file):
        if line.startswith("["):
            kind = line.strip("[] ")
        else:
            found.setdefault(kind, []).extend(line.split())
    return found


def _lines(name: str) -> list[str]:
    text = files("graph_service.reading.identity").joinpath(f"{name}.txt").read_text("utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
