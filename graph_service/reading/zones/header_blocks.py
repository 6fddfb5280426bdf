"""The header block of a repeated mail as fields: label, value, and what stands in the column beside the labels."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from graph_service.reading.zones import quotes

VALUE_CHARACTERS = 8_000

_MARKS = re.compile(r"^[ \t]*(?:(?:>|&gt;)[ \t]?)+")
_RULED = re.compile(r"-{5,}[ \t]*$")
_SENT_BY = re.compile(r"^\s*(?:sent\s+by|please\s+respond\s+to|phone\s+no)\b", re.IGNORECASE)


@dataclass(slots=True)
class HeaderBlock:
    """The fields of one block; `beside` is the text above or left of the labels (Notes puts sender and date there)."""

    values: dict[str, str] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    beside: list[str] = field(default_factory=list)


def unmarked(line: str) -> str:
    """Return a line without the quote marks before it."""
    return _MARKS.sub("", line) if ">" in line or "&gt;" in line else line


def read_block(lines: Sequence[str], start: int, first_label: int, end: int) -> HeaderBlock:
    """Return the fields of the block whose labels run from `first_label` to `end`; `start` is where its preamble is."""
    block = HeaderBlock()
    block.beside = [line.strip() for line in lines[start:first_label] if _tells_sender(line)]
    key = ""
    for line in lines[first_label:end]:
        found = quotes.label_match(line)
        if found is None:
            key = _continue(block, key, line)
            continue
        column = line[: found.start(1)].strip(" \t*_")
        if column:
            block.beside.append(column)
        # "Re" stands for a subject in some programs, but a line "Re: …" may also carry on the subject above it.
        key = quotes.kind_of(found[1])
        if key not in block.values:
            block.values[key] = line[found.end() :].strip(" \t*_")[:VALUE_CHARACTERS]
            block.labels[key] = found[1].lower()
        elif found[1].lower() == "bcc":
            key = ""
    return block


def _tells_sender(line: str) -> bool:
    """Tell whether a line above the labels is about the sender; a mark, or the wrapped rest of one, is not."""
    plain = line.strip(" \t-_=*")
    return bool(plain) and not _SENT_BY.match(line) and not quotes.is_separator([line], 0) and not _RULED.search(line)


def _continue(block: HeaderBlock, key: str, line: str) -> str:
    """Add a line without a label to the value before it; a blank line ends a value."""
    if not line.strip():
        return ""
    if _SENT_BY.match(line):
        return key
    if key == "from" and block.values[key].count("<") <= block.values[key].count(">") and block.values[key]:
        block.beside.append(line.strip())
        return key
    if key and key != "date" and len(block.values[key]) < VALUE_CHARACTERS:
        block.values[key] = f"{block.values[key]} {line.strip()}".strip()
    elif not key:
        block.beside.append(line.strip())
    return key
