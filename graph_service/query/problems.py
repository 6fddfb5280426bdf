"""What is wrong with a question's text, said so that it can be mended: place, what was found, what may stand there."""

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from graph_service.errors import QuestionError

SHOWN = 40


@dataclass(frozen=True, slots=True)
class Place:
    """A position in the text; both numbers count from 1."""

    line: int
    column: int


class QuestionTextError(QuestionError):
    """A problem at a place. `allowed` are the words that may stand there, `nearest` the one closest to `found`."""

    def __init__(
        self, place: Place, found: str, said: str, *, allowed: Iterable[str] = (), hint: str = "", nearest: str = ""
    ) -> None:
        self.place, self.found = place, found
        self.allowed = tuple(sorted(set(allowed)))
        self.nearest = nearest or nearest_word(found, self.allowed)
        guess = f"; did you mean `{self.nearest}`?" if self.nearest else ""
        advice = hint or (f"allowed here: {', '.join(self.allowed)}" if self.allowed else "")
        super().__init__(f"line {place.line}, column {place.column}: {said}{guess}", advice)


def nearest_word(found: str, allowed: Iterable[str]) -> str:
    """Return the allowed word that looks most like `found`, or an empty text when none does."""
    best = process.extractOne(found.lower(), list(allowed), scorer=fuzz.ratio, score_cutoff=60)
    return best[0] if best else ""


def quoted(text: str) -> str:
    """Return foreign text for a message: on one line, short, control characters made visible."""
    shown = text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
    return "`" + "".join(letter if letter.isprintable() else "�" for letter in shown) + "`"
