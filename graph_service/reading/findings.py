"""What a reader hands back: one finding, its exact place in the text, and why it was made. No rule lives here."""

from dataclasses import dataclass
from datetime import date

KINDS = ("ask", "request", "advocacy", "mention", "departure_said", "next_step", "hint", "sentiment")
"""The kinds of finding; `docs/reading.md` says what `topic` and `value` mean for each."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a text says: `quote` is exactly `text[start:end]` (code points); `rule` names the form that fired.

    `value` is what it is about (a product, a firm, a person, a date), `topic` the class within the kind (an act, a
    stance), `weight` its signed strength in the unit of the kind (0 where a kind has none). `confidence` in 0..1
    orders the rules by how often they are right; it is no calibrated probability unless the kind says so. Of a
    departure, `person` and `address` are the successor's, `firm` is the new employer and `until` the last day.
    """

    kind: str
    quote: str
    start: int
    end: int
    rule: str
    confidence: float
    value: str = ""
    topic: str = ""
    weight: float = 0.0
    person: str = ""
    address: str = ""
    firm: str = ""
    until: date | None = None
