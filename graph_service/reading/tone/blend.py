"""The tone by words, blended with what the sentence model hears; both stay apart as named terms.

The model's part is a mean over the sentences, long ones counting more: it was compared with the model's judgement of
the whole text, which is worse, since a mail speaks of many things.
"""

from collections.abc import Sequence
from dataclasses import replace

from graph_service.reading.model.heads import head
from graph_service.reading.model.sentence_model import embed
from graph_service.reading.sentences import Sentence
from graph_service.reading.tone.terms import Term
from graph_service.reading.tone.verdict import Tone, label_of

BY_WORDS, BY_MODEL = 0.7, 0.3
BAND = 0.8
"""A blended tone is weaker than one by words alone, so its neutral band is narrower."""
MOST_SENTENCES, MOST_WORDS = 40, 40
"""Only so many sentences are heard, from the top; and a sentence counts by its words, at most so many."""


def blend(tone: Tone, text: str, heard: Sequence[Sentence]) -> Tone:
    """Return a tone with its terms by words scaled down and one term a sentence added; sums and places hold.

    `heard` are the English sentences of `text`. Where no word of feeling gave a quote, a tone that is not neutral
    quotes the sentence that moved it most. Raises `ModelAbsentError`.
    """
    spoken = [Term(one.name, one.weight * BY_WORDS, one.start, one.end) for one in tone.terms]
    terms = (*spoken, *model_terms(heard[:MOST_SENTENCES]))
    value = sum(one.weight for one in terms)
    label = label_of(value, BAND)
    blended = replace(tone, value=value, label=label, terms=terms)
    if tone.quote or label == "neu":
        return blended
    best = max(terms[len(spoken) :], key=lambda one: one.weight * value, default=None)
    return replace(blended, quote=text[best.start : best.end], start=best.start, end=best.end) if best else blended


def model_terms(heard: Sequence[Sentence]) -> list[Term]:
    """Return what each sentence adds: its share of the words times how far the model leans to good or bad."""
    if not heard:
        return []
    sizes = [min(len(one.text.split()), MOST_WORDS) for one in heard]
    known = head("tone")
    good, bad = known.classes.index("pos"), known.classes.index("neg")
    shares = known.shares(embed([one.text for one in heard]))
    return [
        Term("model: sentence", BY_MODEL * size / sum(sizes) * float(share[good] - share[bad]), one.start, one.end)
        for one, size, share in zip(heard, sizes, shares, strict=True)
    ]
