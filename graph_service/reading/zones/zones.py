"""The zones of a mail's text: what its writer wrote, what is repeated, and what closes it; pure, in order, complete.

What it cannot know: a quote that carries no mark and no header (text pasted in) passes as body.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from graph_service.reading.zones.endings import mark_ending
from graph_service.reading.zones.lines import split_lines
from graph_service.reading.zones.repeated import mark_repeated

KINDS = ("body", "greeting", "signoff", "signature", "device", "disclaimer", "quote", "forward")

_GREETING = re.compile(
    r"^[ \t]*(?:hi|hello|hey|dear|good\s+(?:morning|afternoon|evening|day)|greetings|hallo|guten\s+(?:tag|morgen)"
    r"|liebe[rs]?|sehr\s+geehrte[rs]?|moin|bonjour|salut|chère?s?|beste|geachte|hej|hejsan|bästa|ciao|hola|estimad[oa]s?"
    r"|gentile|caro|cara|olá|prezad[oa]s?|cześć|dzień\s+dobry|dobrý\s+den|kære|hei)\b[^.!?\n]{0,50}[,!:.-]{0,3}[ \t]*$",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"^[ \t]*[A-ZÀ-Þ][\w.'’-]{0,20}(?:[ \t,&/]+(?:and[ \t]+)?[A-ZÀ-Þ][\w.'’-]{0,20}){0,4}[ \t]*[,:!-]{1,2}[ \t]*$"
)
_NAME_WORD = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True, slots=True)
class Zone:
    """One stretch of a text, `text[start:end]` in code points; `kind` is one of `KINDS`."""

    kind: str
    start: int
    end: int


@lru_cache(maxsize=2)
def find_zones(text: str, sender: str = "") -> tuple[Zone, ...]:
    """Return the zones of `text`: they follow each other without a gap from 0 to its length; () for "".

    `sender` is the writer's name, or name and address, as the From header gives it; it helps to find a signature.
    """
    lines = split_lines(text)
    kinds = _line_kinds(lines.texts, _name_words(sender))
    zones: list[Zone] = []
    start = 0
    for index, kind in enumerate(kinds):
        if index + 1 == len(kinds) or kinds[index + 1] != kind:
            zones.append(Zone(kind, lines.starts[start], lines.starts[index + 1]))
            start = index + 1
    return tuple(zones)


def _line_kinds(lines: Sequence[str], sender: frozenset[str]) -> list[str]:
    kinds = mark_repeated(lines)
    runs = [run for run in _own_runs(kinds) if any(line.strip() for line in lines[run[0] : run[1]])]
    is_last = True
    for start, end in reversed(runs):
        kinds[start:end] = mark_ending(lines[start:end], is_last=is_last, sender=sender)
        is_last = is_last and not any(
            kind == "body" and lines[start + at].strip(" \t-_=*#") for at, kind in enumerate(kinds[start:end])
        )
    _mark_greeting(lines, kinds)
    _carry(lines, kinds)
    return kinds


def _own_runs(kinds: Sequence[str]) -> Iterator[tuple[int, int]]:
    start = 0
    for index in range(len(kinds) + 1):
        if index == len(kinds) or kinds[index]:
            if index > start:
                yield start, index
            start = index + 1


def _mark_greeting(lines: Sequence[str], kinds: list[str]) -> None:
    """Mark the first own line when it greets."""
    for index, line in enumerate(lines):
        if not line.strip() or kinds[index] in ("quote", "forward"):
            continue
        if kinds[index] == "body" and len(line) <= 80 and (_GREETING.match(line) or _CALLED.match(line)):
            kinds[index] = "greeting"
        return


def _carry(lines: Sequence[str], kinds: list[str]) -> None:
    """Give blank lines the kind of the line above them."""
    for index, line in enumerate(lines):
        if not line.strip():
            kinds[index] = kinds[index - 1] if index else ""
    first = next((kind for kind in kinds if kind), "body")
    for index, kind in enumerate(kinds):
        if kind:
            return
        kinds[index] = first


def _name_words(sender: str) -> frozenset[str]:
    """Return the words of the sender's name, in lower case; the local part of an address serves where it has words."""
    plain = re.sub(r"@\S*", " ", sender[:200])
    return frozenset(word.lower() for word in _NAME_WORD.findall(plain.replace("_", " ")))
