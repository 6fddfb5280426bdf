"""What a reader hands back: one finding, its exact place in the text, and why it was made. No rule lives here."""

from dataclasses import dataclass

KINDS = (
    "ask", "request", "advocacy", "mention", "departure_said", "next_step", "hint", "sentiment",
)  # fmt: skip
"""The kinds of finding; `docs/reading.md` says what `topic` and `value` mean for each."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a text says: `quote` is exactly `text[start:end]` (code points); `rule` names the form that fired.

    `value` is what it is about (a product, a firm, a person, a date), `topic` the class within the kind (an act, a
    stance), `weight` its signed strength in the unit of the kind (0 where a kind has none). `confidence` in 0..1
    orders the rules by how often they are right; it is no calibrated probability unless the kind says so.
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
