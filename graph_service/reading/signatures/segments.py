"""The pieces of a signature's lines: what stands between bars, bullets, tabs and wide blanks, with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

LINE_CHARACTERS = 300

_PIECE = re.compile(r"(?:(?!\t|[ \xa0]{3}|[ \xa0]?[|•·●▪◆■‖¦]|[ \xa0](?:--?|–|—|::|/{1,2}|~|\*)[ \xa0](?!\d)).)+")
_EDGES = " \t\xa0|•·●▪◆■‖¦*_~<>\u200b\ufeff"


@dataclass(frozen=True, slots=True)
class Segment:
    """One piece: `text` is the mail's text from `start`; `line` counts the lines of the signature from 0."""

    text: str
    start: int
    line: int

    @property
    def end(self) -> int:
        """Return the place behind the piece."""
        return self.start + len(self.text)


def split_segments(text: str, start: int, end: int, first_line: int = 0) -> Iterator[Segment]:
    """Yield the pieces of `text[start:end]` in order; lines are cut at `LINE_CHARACTERS`."""
    at = start
    for number, line in enumerate(re.split(r"\r\n?|\n", text[start:end])):
        for found in _PIECE.finditer(line[:LINE_CHARACTERS]):
            plain = found[0].strip(_EDGES)
            if plain:
                offset = found.start() + len(found[0]) - len(found[0].lstrip(_EDGES))
                yield Segment(plain, at + offset, first_line + number)
        at += len(line)
        at += 2 if text[at : at + 2] == "\r\n" else 1
