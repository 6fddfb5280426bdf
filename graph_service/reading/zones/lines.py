"""The lines of a text with their exact place in it; knows nothing of what lines mean."""

import re
from dataclasses import dataclass
from itertools import accumulate

_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of one text: `texts` without their ends and with plain blanks, `starts` in code points of the text.

    `starts` has one entry more than `texts`: the length of the text. Line i is `text[starts[i]:starts[i + 1]]`.
    """

    texts: list[str]
    starts: list[int]


def split_lines(text: str) -> Lines:
    """Return the lines of `text`; CRLF, CR and LF end a line, no-break spaces are read as blanks."""
    if "\r" not in text:
        return _split_plain(text)
    texts: list[str] = []
    starts: list[int] = []
    for found in _LINE.finditer(text):
        starts.append(found.start())
        texts.append(found[0].rstrip("\r\n").replace("\xa0", " "))
    starts.append(len(text))
    return Lines(texts, starts)


def _split_plain(text: str) -> Lines:
    """Split a text in which LF alone ends lines, as nearly all do."""
    texts = text.replace("\xa0", " ").split("\n")
    if not texts[-1]:
        texts.pop()
    starts = list(accumulate((len(line) + 1 for line in texts), initial=0))
    starts[-1] = len(text)
    return Lines(texts, starts)
