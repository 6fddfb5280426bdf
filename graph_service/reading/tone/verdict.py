"""What a reader of tone hands back, and the neutral band of work text. No rule lives here."""

from dataclasses import dataclass

from graph_service.reading.tone.terms import Term

NEGATIVE, POSITIVE = -0.2, 0.25
"""The neutral band of work text: wider than usual, and shifted, since business mail is friendly by habit."""


@dataclass(frozen=True, slots=True)
class Tone:
    """The tone of a text: `value` in [-1, 1], `label` "pos", "neu", "neg" or "abstain" (then `reason` says why).

    The weights of `terms` sum to `value` (to 1e-9). `quote` is the strongest sentence, exactly `text[start:end]`.
    `confidence` in 0..1 is a rank order, no probability: more evidence in one direction is surer.
    """

    value: float
    label: str
    n_words: int
    quote: str
    start: int
    end: int
    terms: tuple[Term, ...]
    confidence: float
    channel: str = "email"
    reason: str = ""


def label_of(value: float, band: float = 1.0) -> str:
    """Return the label of a tone; `band` widens or narrows the neutral band."""
    return "neg" if value < NEGATIVE * band else "pos" if value > POSITIVE * band else "neu"
