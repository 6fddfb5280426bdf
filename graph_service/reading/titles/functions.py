"""What a title says its holder does: functions by `functions.tsv`; the coarse area of business is in `areas`.

It reads words only; what a firm sells or how it is organised is not known here.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

CPO = ("product", "hr", "procurement")
"""A "CPO" may be the chief of any of these; the title alone does not tell."""


@dataclass(frozen=True, slots=True)
class FunctionHit:
    """A function with the place of the words that name it in a role's plain words."""

    function: str
    start: int
    end: int


def find_functions(plain: str) -> list[FunctionHit]:
    """Return the functions of one role: those its noun implies first, then in the order of the words."""
    hits: list[FunctionHit] = []
    taken: list[tuple[int, int]] = []
    for block in _forms():
        fresh = [
            FunctionHit(function, found.start(), found.end())
            for function, pattern in block
            for found in pattern.finditer(plain)
        ]
        fresh.sort(key=lambda hit: (hit.start - hit.end, hit.start, hit.function))
        kept = []
        for hit in fresh:
            if not any(start < hit.end and hit.start < end for start, end in taken):
                kept.append(hit)
                taken.append((hit.start, hit.end))
        hits += sorted(kept, key=lambda hit: hit.start)
    return hits


@cache
def _forms() -> tuple[tuple[tuple[str, re.Pattern[str]], ...], ...]:
    """Return the two blocks of `functions.tsv`: role nouns, then words of trade."""
    blocks: list[list[tuple[str, re.Pattern[str]]]] = []
    text = files("graph_service.reading.titles").joinpath("functions.tsv").read_text("utf-8")
    for line in text.splitlines():
        if line.startswith("="):
            blocks.append([])
        elif line and not line.startswith("#"):
            function, forms = line.split("\t")
            pattern = re.compile(rf"(?<![\w'])(?:{'|'.join(forms.split(' | '))})(?![\w'])")
            blocks[-1].append((function, pattern))
    return tuple(tuple(block) for block in blocks)
