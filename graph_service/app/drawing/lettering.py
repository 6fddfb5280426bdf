"""Text for pictures: what may stand in XML, how wide it may come out, and where to cut or break it.

Fonts are not known here. Widths are those of a wide sans-serif face, so that what fits by them fits on screens. Pure.
"""

import unicodedata
from collections.abc import Iterator

MOST = 400
"""Characters of one text that are looked at; no name or title that is read is longer."""
MARKS = 3
"""Combining marks that may follow one another; more would pile up over the lines above."""
SHARES = (
    (frozenset("ijlI.,:;'|!`· "), 0.36), (frozenset('frt()[]-/"*°'), 0.45), (frozenset("mwMW@%—…"), 1.0),
)  # fmt: skip
BOLD = 1.1


def plain(text: str) -> str:
    """Return a text as one line of characters that XML allows, without controls or changes of writing direction."""
    kept: list[str] = []
    marks = 0
    for char in text[:MOST]:
        kind = unicodedata.category(char)
        marks = marks + 1 if kind in {"Mn", "Me"} else 0
        if kind == "Zs" or char in "\t\n\r\u2028\u2029":
            kept.append(" ")
        elif marks <= MARKS and kind not in {"Cc", "Cs", "Cn", "Zl", "Zp"} and not _turns(char):
            kept.append(char)
    return " ".join("".join(kept).split())


def _turns(char: str) -> bool:
    """Tell whether a character changes the direction of writing of what follows it."""
    return unicodedata.bidirectional(char) in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide a text may come out in a font of `size` pixels."""
    return sum(map(_share, text)) * size * (BOLD if bold else 1.0)


def _share(char: str) -> float:
    for chars, share in SHARES:
        if char in chars:
            return share
    if char.isascii():
        return 0.7 if char.isupper() else 0.62
    if unicodedata.category(char) in {"Mn", "Me"}:
        return 0.0
    if unicodedata.east_asian_width(char) in {"W", "F"} or unicodedata.category(char) == "So":
        return 1.3
    return 0.85


def cut(text: str, most: float, size: float, *, bold: bool = False) -> str:
    """Return a text that is at most `most` pixels wide, with an ellipsis where something was left out."""
    text = plain(text)
    if width(text, size, bold=bold) <= most:
        return text
    room = most - width("…", size, bold=bold)
    kept = 0
    for char in text:
        room -= width(char, size, bold=bold)
        if room < 0:
            break
        kept += 1
    return text[:kept].rstrip() + "…"


def lines(text: str, most: float, size: float, count: int) -> Iterator[str]:
    """Yield a text broken at spaces into at most `count` lines of `most` pixels; the last may be cut."""
    words = plain(text).split()
    while words and count > 1:
        line = words.pop(0)
        while words and width(f"{line} {words[0]}", size) <= most:
            line = f"{line} {words.pop(0)}"
        yield cut(line, most, size)
        count -= 1
    if words:
        yield cut(" ".join(words), most, size)
