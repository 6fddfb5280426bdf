"""Where a writer's own words stand in the whole text of the mail: line by line, in order. Pure."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from graph_service.reading.own_words import OWN_KINDS
from graph_service.reading.zones.lines import split_lines
from graph_service.reading.zones.zones import Zone


@dataclass(frozen=True, slots=True)
class OwnPlaces:
    """The lines of `own` as they were found in `text`: starts in both, ascending."""

    own: str
    text: str
    own_starts: tuple[int, ...]
    text_starts: tuple[int, ...]

    def in_text(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where `own[start:end]` stands in the text, or None when it is not one run there.

        Blanks do not count: own words have lost those at the ends of lines.
        """
        first, last = self._moved(start), self._moved(end - 1)
        if first is None or last is None or self.text[first : last + 1].split() != self.own[start:end].split():
            return None
        return first, last + 1

    def _moved(self, offset: int) -> int | None:
        line = bisect_right(self.own_starts, offset) - 1
        return None if line < 0 else self.text_starts[line] + offset - self.own_starts[line]


def own_places(own: str, text: str, zones: Iterable[Zone]) -> OwnPlaces:
    """Return where the lines of `own` (made by `own_words` of `text`) stand in `text`, whose zones these are."""
    written = _own_lines(text, zones)
    own_starts: list[int] = []
    text_starts: list[int] = []
    at, offset = 0, 0
    for line in own.split("\n"):
        bare = line.strip()
        while bare and at < len(written):
            start, candidate = written[at]
            at += 1
            if candidate.strip() == bare:
                # own words begin and end without blanks, so that a first line may have lost some
                lead = candidate.index(bare) - line.index(bare)
                own_starts.append(offset)
                text_starts.append(start + lead)
                break
        offset += len(line) + 1
    return OwnPlaces(own, text, tuple(own_starts), tuple(text_starts))


def _own_lines(text: str, zones: Iterable[Zone]) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    for zone in zones:
        if zone.kind in OWN_KINDS:
            lines = split_lines(text[zone.start : zone.end])
            found += [
                (zone.start + start, line) for start, line in zip(lines.starts, lines.texts, strict=False) if line
            ]
    return found
