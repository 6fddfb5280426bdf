"""Where the writer signs: a closing formula, a name, and the lines about the writer below it.

Works on the lines of one own block, from its end upwards. The surest sign is the sender's own name.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph_service.reading.zones import line_shapes, name_lines, signoffs

BLOCK_LINES = 14
BELOW_FORMULA = 10
GAP_LINES = 3
LONG_BLOCK = 4

_EMPTY = " \t-_=*~#<>|\u200b\ufeff"
_POSTSCRIPT = re.compile(r"^[ \t]*(?:p\.?\s?){1,3}s\b\.?[ :]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NameBlock:
    """Lines `start` to `end` sign the mail; `formulas` of them are closing formulas; `strong` says how sure it is."""

    start: int
    end: int
    formulas: frozenset[int]
    strong: bool


def find_name_block(lines: Sequence[str], end: int, sender: frozenset[str], *, is_last: bool) -> NameBlock | None:
    """Return the block that signs the lines before `end`, or None. `sender` holds the words of the sender's name."""
    entries = _entries(lines, end, sender)
    for place, index in enumerate(entries):
        below = entries[place + 1 :]
        if _is_formula(lines, index, below, sender):
            if len(below) > BELOW_FORMULA or not _follows(lines, index, below, sender):
                continue
            named = bool(below) and name_lines.is_name(lines[below[0]], sender)
            if not is_last and not named and not name_lines.holds_name(lines[index]):
                continue
            return _block(lines, entries[place:], end, strong=named)
        if _signs(lines, index, below, sender, is_last=is_last):
            return _block(lines, entries[place:], end, strong=bool(below))
    return None


def find_formula_with_name(lines: Sequence[str], end: int, sender: frozenset[str]) -> NameBlock | None:
    """Return the last closing formula with a name alone below it and a blank line after: text may follow it."""
    for index in range(end - 2, -1, -1):
        if not lines[index] or not signoffs.is_signoff(lines[index]):
            continue
        below = next((at for at in range(index + 1, min(index + 4, end)) if lines[at].strip(_EMPTY)), end)
        last = below + 1 >= end or not lines[below + 1].strip(_EMPTY)
        if (
            below < end
            and last
            and (line_shapes.words_of_name(lines[below]) or name_lines.is_sender(lines[below], sender))
        ):
            return NameBlock(index, below + 1, frozenset({index}), strong=True)
    return None


def _block(lines: Sequence[str], entries: list[int], end: int, *, strong: bool) -> NameBlock:
    marked: list[int] = []
    for index in entries:
        if not (signoffs.is_signoff(lines[index]) or (not marked and signoffs.may_close(lines[index]))):
            break
        marked.append(index)
    return NameBlock(entries[0], end, frozenset(marked), strong)


def _entries(lines: Sequence[str], end: int, sender: frozenset[str]) -> list[int]:
    """Return, from top to bottom, the last lines before `end` that may belong to a name block."""
    found: list[int] = []
    gap = 0
    for index in range(end - 1, -1, -1):
        line = lines[index]
        if not line.strip(_EMPTY):
            gap += 1
            if gap > GAP_LINES:
                break
            continue
        if not _fits(line, sender):
            break
        gap = 0
        found.append(index)
        if len(found) == BLOCK_LINES:
            break
    return found[::-1]


def _fits(line: str, sender: frozenset[str]) -> bool:
    if signoffs.is_signoff(line) or signoffs.may_close(line):
        return True
    if _POSTSCRIPT.match(line):
        return False
    if name_lines.is_sender(line, sender):
        return True
    return (
        len(line.strip()) <= line_shapes.SHAPED_CHARACTERS
        and not line_shapes.is_prose(line)
        and not line_shapes.is_listed(line)
    )


def _is_formula(lines: Sequence[str], index: int, below: list[int], sender: frozenset[str]) -> bool:
    if signoffs.is_signoff(lines[index]):
        return True
    return signoffs.may_close(lines[index]) and bool(below) and name_lines.is_name(lines[below[0]], sender)


def _follows(lines: Sequence[str], index: int, below: list[int], sender: frozenset[str]) -> bool:
    """Tell whether what stands below a formula signs: nothing, a name, or a way to reach the writer."""
    if not below:
        return True
    first = lines[below[0]]
    return (
        signoffs.is_signoff(first)
        or name_lines.is_name(first, sender)
        or (below[0] - index <= GAP_LINES and (line_shapes.is_reach(first) or line_shapes.is_role(first)))
    )


def _signs(lines: Sequence[str], index: int, below: list[int], sender: frozenset[str], *, is_last: bool) -> bool:
    """Tell whether the name in line `index` signs the mail, without a closing formula above it."""
    line = lines[index]
    words = name_lines.name_words(line)
    known = name_lines.is_sender(line, sender)
    if not words and not known:
        return not below and is_last and name_lines.is_initials(line) and _stands_alone(lines, index)
    if known and not below and all(word.strip(".,-!").lower() in sender for word in line.split()):
        return True
    if not _opens(lines, index):
        return False
    if below:
        lone_number = len(below) == 1 and "://" not in lines[below[0]]
        return _tells_of_writer(lines, index, below, least=1 if known or lone_number or len(words) > 1 else 2)
    if line_shapes.is_reach(line):
        return len(words) > 1 or known
    alone = (is_last and _stands_alone(lines, index)) or name_lines.is_dashed_name(line)
    return known or (alone and bool(line_shapes.words_of_name(line)))


def _tells_of_writer(lines: Sequence[str], index: int, below: list[int], *, least: int) -> bool:
    """Tell whether the lines below a name are about the writer: half of them reach, title or firm, one at least."""
    told = sum(1 for i in below if line_shapes.is_reach(lines[i]) or line_shapes.is_role(lines[i]))
    told += 1 if line_shapes.is_reach(lines[index]) else 0
    reached = sum(1 for i in (index, *below) if line_shapes.is_reach(lines[i]))
    if len(below) > LONG_BLOCK and not reached:
        return False
    # Fields of a form, and people with their numbers, make a list rather than a signature.
    listed = sum(1 for i in below if line_shapes.is_field(lines[i]) or name_lines.is_person_with_number(lines[i]))
    return listed < 2 and told >= least and told * 2 >= len(below)


def _opens(lines: Sequence[str], index: int) -> bool:
    """Tell whether a name may start here: at the top, after a blank line, or after a sentence."""
    return index == 0 or not lines[index - 1].strip(_EMPTY) or line_shapes.ends_sentence(lines[index - 1])


def _stands_alone(lines: Sequence[str], index: int) -> bool:
    """Tell whether a name closes running text above it."""
    above = next((lines[i] for i in range(index - 1, -1, -1) if lines[i].strip(_EMPTY)), "")
    if not above:
        return False
    if line_shapes.ends_sentence(above):
        return True
    if lines[index - 1].strip(_EMPTY):
        return False
    near = [line for line in lines[max(index - 8, 0) : index] if line.strip(_EMPTY)]
    return len(above.split()) >= 4 or any(line_shapes.ends_sentence(line) or "://" in line for line in near)
