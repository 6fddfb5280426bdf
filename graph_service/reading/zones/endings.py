"""How one run of own lines ends: notices, device lines, "-- " blocks, closing formula and name; marks line by line."""

import re
from collections.abc import Sequence

from graph_service.reading.zones.devices import is_device_line
from graph_service.reading.zones.line_shapes import is_listed, is_prose, is_reach
from graph_service.reading.zones.name_blocks import NameBlock, find_formula_with_name, find_name_block
from graph_service.reading.zones.notices import notice_start

SIGNATURE_LINES = 25
MOTTO_LINES = 5
TAIL_PARAGRAPHS = 2
TAIL_CHARACTERS = 400

_DASHES = re.compile(r"^[ \t]{0,2}--[ \t]?$")
# A version number below the dashes was set there by the program that made the mail.
_VERSION = re.compile(r"^\d[\w.-]{0,30}$")
_ATTACHED = re.compile(
    r"^[ \t]*(?:<<.{0,200}>>|\[(?:cid|image|inline|bild|afbeelding)\b[^\]]{0,200}\]|\ufffc"
    r"|\(?see attached file:.{0,200}"
    r"|- [^\s].{0,120}\.[A-Za-z]{2,5}|attachment:.{0,200})[ \t]*$",
    re.IGNORECASE,
)
_RULES = " \t-_=*~#\u200b\ufeff"


def mark_ending(lines: Sequence[str], *, is_last: bool, sender: frozenset[str]) -> list[str]:
    """Return the kind of each line of one own block: body, signoff, signature, device or disclaimer."""
    kinds = ["device" if is_device_line(line) else "body" for line in lines]
    end = notice_start(lines)
    kinds[end:] = ["disclaimer"] * (len(lines) - end)
    end = _text_end(lines, kinds, end)
    dashes = _dashes(lines, end)
    if dashes < end:
        kind = "device" if _VERSION.match("".join(lines[dashes:end]).strip(" -\t")) else "signature"
        stop = _dashed_end(lines, dashes + 1, end)
        kinds[dashes:stop] = [kind] * (stop - dashes)
        end = _text_end(lines, kinds, dashes)
    block = _name_block(lines, kinds, end, sender, is_last=is_last)
    if block is not None:
        _mark(lines, kinds, block)
    return kinds


def _mark(lines: Sequence[str], kinds: list[str], block: NameBlock) -> None:
    """A closing formula, and a name that stands alone without one, are a sign-off; the rest is the signature."""
    alone = not block.formulas and sum(1 for line in lines[block.start : block.end] if line.strip(_RULES)) == 1
    alone = alone and not is_reach(lines[block.start])
    for index in range(block.start, block.end):
        if kinds[index] == "body":
            kinds[index] = "signoff" if alone or index in block.formulas else "signature"


def _text_end(lines: Sequence[str], kinds: Sequence[str], end: int) -> int:
    """Return the end without blank lines, rules, device lines and names of attached files."""
    while end > 0 and (
        not lines[end - 1].strip(_RULES) or kinds[end - 1] == "device" or _ATTACHED.match(lines[end - 1][:250])
    ):
        end -= 1
    return end


def _dashes(lines: Sequence[str], end: int) -> int:
    """Return the first line of dashes that few enough lines follow to be a signature, or `end`."""
    found, count = end, 0
    for index in range(end - 1, -1, -1):
        count += 1 if lines[index].strip() else 0
        if count > SIGNATURE_LINES:
            break
        if _DASHES.match(lines[index]):
            found = index
    return found


def _dashed_end(lines: Sequence[str], start: int, end: int) -> int:
    """Return where the block under the dashes ends: after a few more lines, or before text that is no part of it."""
    index = start
    while index < end and lines[index].strip():
        index += 1
    while index < end and sum(1 for line in lines[index:end] if line.strip()) > MOTTO_LINES:
        stop = next((at for at in range(index + 1, end) if not lines[at].strip()), end)
        if any(is_prose(line) or is_listed(line) for line in lines[index:stop]):
            return index
        index = stop
    return end


def _name_block(
    lines: Sequence[str], kinds: Sequence[str], end: int, sender: frozenset[str], *, is_last: bool
) -> NameBlock | None:
    """Return the name block at the end, or a sure one above a postscript, or a formula and a name further up."""
    block = find_name_block(lines, end, sender, is_last=is_last)
    stop = end
    for _ in range(TAIL_PARAGRAPHS):
        if block is not None:
            return block
        start = _paragraph_start(lines, stop)
        if sum(len(line) for line in lines[start:end]) > TAIL_CHARACTERS:
            break
        stop = _text_end(lines, kinds, start)
        block = find_name_block(lines, stop, sender, is_last=False)
        block = block if block is not None and block.strong else None
    return block or find_formula_with_name(lines, end, sender)


def _paragraph_start(lines: Sequence[str], end: int) -> int:
    start = end
    while start > 0 and lines[start - 1].strip():
        start -= 1
    return start
