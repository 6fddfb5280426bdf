"""The tone of a work text from -1 to 1, with the sentence and the words that make it; a pure function.

Formulas of courtesy count nothing, complaints and praise in plain words count much. The channel's own mean is not
removed here. It abstains where there is too little to judge; it knows English only.
"""

from math import sqrt

from graph_service.reading.model.switch import is_on
from graph_service.reading.sentences import Sentence, sentences
from graph_service.reading.tone.blend import blend
from graph_service.reading.tone.english import is_english
from graph_service.reading.tone.terms import Term, sentence_terms, sentence_words
from graph_service.reading.tone.verdict import Tone, label_of

LONGEST = 20_000
"""Only so much of a text is read, in characters."""
SCALE, PER_WORD = 3.0, 0.3
"""How strong a weight must be to make a tone of 0.7; more in long texts, where feeling words pile up by chance."""
USUAL, USUAL_FROM, USUAL_TO = 0.015, 20, 300
"""Ordinary business mail gathers this weight a word (measured on unlabelled mail): what all do shows no feeling."""
FEWEST_WORDS = 3


def read_tone(text: str, channel: str = "email", *, by_model: bool | None = None) -> Tone:
    """Return the tone of a writer's own words; `channel` is only carried along. Abstains by label, never by None.

    `by_model` tells whether the sentence model is blended in (None: where it is switched on); else words alone decide.
    """
    text = text[:LONGEST]
    judged: list[tuple[Sentence, list[Term]]] = []
    n_words = n_foreign = 0
    for sentence in sentences(text):
        words = sentence_words(sentence.text, sentence.start)
        if not is_english(word.plain for word in words):
            n_foreign += len(words)
            continue
        n_words += len(words)
        judged.append((sentence, sentence_terms(sentence.text, words)))
    raw = [term for _, terms in judged for term in terms]
    if n_foreign > n_words or (n_words + n_foreign < FEWEST_WORDS and not raw):
        reason = "not English" if n_foreign > n_words else "too little text"
        return Tone(0.0, "abstain", n_words, "", 0, 0, (), 0.0, channel, reason)
    tone = _tone(text, judged, raw, n_words, channel)
    asks_model = is_on() if by_model is None else by_model
    return blend(tone, text, [sentence for sentence, _ in judged]) if asks_model else tone


def _tone(text: str, judged: list[tuple[Sentence, list[Term]]], raw: list[Term], n_words: int, channel: str) -> Tone:
    usual = USUAL * max(min(n_words, USUAL_TO) - USUAL_FROM, 0)
    if usual:
        raw = [*raw, Term("usual friendliness of a text of this length", -usual, 0, 0)]
    total = sum(term.weight for term in raw)
    value = total / sqrt(total * total + SCALE + PER_WORD * n_words)
    share = value / total if total else 0.0
    terms = tuple(Term(term.name, term.weight * share, term.start, term.end) for term in raw)
    best = max(judged, key=lambda one: abs(sum(term.weight for term in one[1])), default=None)
    start, end = (best[0].start, best[0].end) if best and best[1] else (0, 0)
    spread = sum(abs(term.weight) for term in raw)
    confidence = abs(total) / (spread + 1.5) if raw else 0.2
    return Tone(value, label_of(value), n_words, text[start:end], start, end, terms, round(confidence, 3), channel)
