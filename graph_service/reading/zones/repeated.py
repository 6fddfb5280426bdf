"""Which lines of a mail are repeated from other mails: quotes, replies' originals, forwarded mails."""

import re
from collections.abc import Sequence

from graph_service.reading.zones import quotes

_RULE = re.compile(r"^[ \t]*[-_=*]{5,}[ \t]*$")
_WRAPPED_LINE = 50
_WRAPPED_REST = 40


def mark_repeated(lines: Sequence[str]) -> list[str]:
    """Return the kind of each line: "quote", "forward", or "" for the writer's own."""
    kinds = [""] * len(lines)
    at = 0
    while at < len(lines):
        step = _repeated_length(lines, at)
        if step == 0:
            at += 1
            continue
        start = at
        if not quotes.is_quoted(lines[at]) and quotes.label_kind(lines[at]):
            start = _header_start(lines, at)
        kind = _kind(lines, kinds, start, at)
        kinds[start : at + step] = [kind] * (at + step - start)
        at += step
    _mark_wrapped(lines, kinds)
    return kinds


def _kind(lines: Sequence[str], kinds: Sequence[str], start: int, at: int) -> str:
    """A mail passed on is marked as such, or stands under a header block with no word of the writer before it."""
    if quotes.is_forward_mark(lines, at):
        return "forward"
    headed = quotes.is_separator(lines, at) or quotes.label_kind(lines[at]) != ""
    bare = headed and not any(line.strip() for line in lines[:start]) and not any(kinds)
    return "forward" if bare else "quote"


def _repeated_length(lines: Sequence[str], at: int) -> int:
    """Return how many lines from `at` are repeated from another mail; 0 when line `at` is the writer's own."""
    line = lines[at].rstrip()
    if not line:
        return 0
    if quotes.is_quoted(line):
        return 1
    length = 0
    if quotes.is_separator(lines, at):
        length = _separator_length(lines, at)
    elif quotes.label_kind(line):
        length = quotes.header_length(lines, at)
    elif line.endswith((":", "：")) or not line.endswith((".", "!", "?")):
        length = quotes.wrote_length(lines, at)
    if length == 0:
        return 0
    # A repeated mail that is marked line by line ends with its marks; any other reaches to the end.
    return length if quotes.goes_on_quoted(lines, at + length) else len(lines) - at


def _separator_length(lines: Sequence[str], at: int) -> int:
    """Return the length of a separator with the header block that follows it."""
    below = at + 1
    while below < len(lines) and below < at + 6 and not lines[below].strip():
        below += 1
    if below < len(lines) and quotes.label_kind(lines[below]):
        return below - at + max(quotes.header_length(lines, below), 1)
    return 1


def _header_start(lines: Sequence[str], at: int) -> int:
    """Return where the header block at `at` begins, with the Notes sender, blank lines and rules above it."""
    start = quotes.sender_start(lines, at)
    above = start
    while above > 0 and (not lines[above - 1].strip() or _RULE.match(lines[above - 1])):
        above -= 1
    return above if above > 0 else start


def _mark_wrapped(lines: Sequence[str], kinds: list[str]) -> None:
    """Mark the short rest of a quoted line that the mail program broke: it stands alone between quoted lines."""
    for index in range(1, len(lines) - 1):
        if kinds[index] or not lines[index].strip() or len(lines[index]) > _WRAPPED_REST:
            continue
        long = len(lines[index - 1]) >= _WRAPPED_LINE and quotes.is_quoted(lines[index - 1])
        if long and quotes.is_quoted(lines[index + 1]):
            kinds[index] = kinds[index - 1]
