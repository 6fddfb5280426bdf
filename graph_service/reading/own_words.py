"""What the writer of a mail wrote in it: quotes, forwarded mails, signature and legal notice cut; a pure function.

Own lines between and below quotes are kept. A pure forward gives "". What it cannot know: a quote that carries no
mark and no header (text pasted in) passes as own words.
"""

import re

from graph_service.reading import quotes
from graph_service.reading.closings import trim_end

_BLANKS = re.compile(r"\n{3,}")
_PLACEHOLDER = re.compile(
    r"^[ \t]*(?:<<.*>>|\[(?:cid|image|inline|bild|afbeelding)\b[^\]]*\]|\ufffc)[ \t]*$", re.IGNORECASE
)
_RULE = re.compile(r"^[ \t]*[-_=*]{5,}[ \t]*$")


def own_words(text: str) -> str:
    """Return the writer's own text, its lines as they were, blocks parted by one blank line; "" when there is none."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ").split("\n")
    blocks = [trim_end(block) for block in _own_blocks(lines)]
    own = "\n\n".join("\n".join(line.rstrip() for line in block) for block in blocks if block)
    return _BLANKS.sub("\n\n", own).strip("\n").strip()


def _own_blocks(lines: list[str]) -> list[list[str]]:
    """Return the runs of own lines between what is repeated."""
    blocks: list[list[str]] = [[]]
    at = 0
    while at < len(lines):
        step = _repeated_length(lines, at)
        if step == 0:
            if not _PLACEHOLDER.match(lines[at]):
                blocks[-1].append(lines[at])
            at += 1
            continue
        if not quotes.is_quoted(lines[at]) and quotes.label_kind(lines[at]):
            _give_back(blocks[-1], at - quotes.sender_start(lines, at))
        at += step
        if blocks[-1]:
            blocks.append([])
    return blocks


def _repeated_length(lines: list[str], at: int) -> int:
    """Return how many lines from `at` are repeated from another mail; 0 when line `at` is the writer's own."""
    line = lines[at]
    if not line.strip():
        return 0
    if quotes.is_quoted(line):
        return 1
    length = 0
    if quotes.is_separator(lines, at):
        length = _separator_length(lines, at)
    elif quotes.label_kind(line):
        length = quotes.header_length(lines, at)
    elif line.rstrip().endswith((":", "：")) or not _ends_sentence(line):
        length = quotes.wrote_length(lines, at)
    if length == 0:
        return 0
    # A repeated mail that is marked line by line ends with its marks; any other reaches to the end.
    return length if quotes.goes_on_quoted(lines, at + length) else len(lines) - at


def _ends_sentence(line: str) -> bool:
    return line.rstrip().endswith((".", "!", "?"))


def _separator_length(lines: list[str], at: int) -> int:
    """Return the length of a separator with the header block that follows it."""
    below = at + 1
    while below < len(lines) and below < at + 6 and not lines[below].strip():
        below += 1
    if below < len(lines) and quotes.label_kind(lines[below]):
        return below - at + max(quotes.header_length(lines, below), 1)
    return 1


def _give_back(block: list[str], count: int) -> None:
    """Take the last `count` lines out of a block: they belong to the repeated mail below."""
    if count > 0:
        del block[-min(count, len(block)) :]
    while block and (not block[-1].strip() or _RULE.match(block[-1])):
        block.pop()
