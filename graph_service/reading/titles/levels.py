"""Which words of a role name a rank: the ordered rules of `ranks.tsv`; the first that fits wins.

It judges one role at a time; `parts` cuts a title into roles and `titles` decides between them.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

GROUPS = ("Other", "Manager", "Director", "VP", "C-Suite")
"""The coarse groups of level, lowest first."""


@dataclass(frozen=True, slots=True)
class LevelRule:
    """A form that names a rank: its level, rank 1 to 6 (None: says nothing of rank), coarse group and language."""

    name: str
    language: str
    level: str
    rank: int | None
    group: str
    confidence: float
    pattern: re.Pattern[str]


@cache
def level_rules() -> tuple[LevelRule, ...]:
    """Return the rules in order: English first, then other languages."""
    lines = files("graph_service.reading.titles").joinpath("ranks.tsv").read_text("utf-8").splitlines()
    return tuple(_read(line) for line in lines if line and not line.startswith("#"))


def find_level(role: str) -> tuple[LevelRule, int, int] | None:
    """Return the first rule that fits the plain words of a role, with the place of its words in `role`."""
    for rule in level_rules():
        found = rule.pattern.search(role)
        if found:
            return rule, found.start(), found.end()
    return None


def _read(line: str) -> LevelRule:
    name, language, level, rank, group, confidence, forms = line.split("\t")
    pattern = re.compile(rf"(?<![\w'])(?:{'|'.join(forms.split(' | '))})(?![\w'])")
    return LevelRule(name, language, level, int(rank) if rank else None, group, float(confidence), pattern)
