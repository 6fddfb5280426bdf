"""What moves the tone of a sentence: named terms with a weight and a place, from phrases first, then single words.

Single words follow VADER's rules: boosters and negations in the three words before, "but" shifts the stress.
"""

import re
from dataclasses import dataclass, replace

from graph_service.reading.tone.lexicon import PICTURES, boosters, negations, word_weights
from graph_service.reading.tone.phrases import PhraseHit, find_phrases

NEGATED = -0.74
"""How a negated word counts, as VADER has it."""
BEFORE_BUT, AFTER_BUT = 0.5, 1.5
TURNED = frozenset({"praise", "complaint"})
LOUDER = 0.12
"""By how much each exclamation mark strengthens a sentence, at most three of them."""
WEAKEST_WORD = 0.35

_WORD = re.compile(rf"[^\W_]+(?:['’][^\W_]+)*|[{''.join(PICTURES)}]|[:;]-?[)(DP](?!\w)")


@dataclass(frozen=True, slots=True)
class Term:
    """One reason: its name (group and words), its weight, and its place in the text (code points)."""

    name: str
    weight: float
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Word:
    """A word in lower case with straight apostrophes, and its place."""

    plain: str
    start: int
    end: int


def sentence_words(sentence: str, start: int) -> list[Word]:
    """Return the words of a sentence that begins at `start`, emoticons and a few pictures among them."""
    return [
        Word(found[0].lower().replace("’", "'"), start + found.start(), start + found.end())
        for found in _WORD.finditer(sentence)
    ]


def sentence_terms(sentence: str, words: list[Word]) -> list[Term]:
    """Return the terms of a sentence in order of place; a formula of courtesy yields none and hides its words."""
    plain = [word.plain for word in words]
    covered: set[int] = set()
    terms: list[Term] = []
    for hit in find_phrases(plain):
        covered.update(range(hit.first, hit.last))
        if hit.phrase.weight:
            terms.append(_phrase_term(hit, words, plain))
    weights = word_weights()
    felt = [at for at, word in enumerate(plain) if word in weights and at not in covered]
    terms += [term for at in felt if (term := _word_term(words, plain, at))]
    terms.sort(key=lambda term: (term.start, term.end))
    return _louder(_stressed(terms, words), sentence)


def _phrase_term(hit: PhraseHit, words: list[Word], plain: list[str]) -> Term:
    """Return the term of a phrase, turned round where a negation stands right before it ("can't go wrong")."""
    first, weight = hit.first, hit.phrase.weight
    if hit.phrase.group in TURNED and not _is_negation(plain[first]):
        before = next((at for at in range(first - 1, max(first - 3, -1), -1) if _is_negation(plain[at])), None)
        if before is not None:
            first, weight = before, weight * NEGATED
    name = f"{hit.phrase.group}: {' '.join(plain[first : hit.last])}"
    return Term(name, weight, words[first].start, words[hit.last - 1].end)


def _is_negation(word: str) -> bool:
    return word in negations() or word.endswith("n't")


def _word_term(words: list[Word], plain: list[str], at: int) -> Term | None:
    """Return the term of a single word, or None where it weighs next to nothing."""
    word = plain[at]
    weight = word_weights()[word]
    following = plain[at + 1] if at + 1 < len(plain) else ""
    # "no" before a word of feeling only turns it; a booster has no feeling of its own
    if following and (word in boosters() or (word, following) == ("kind", "of")):
        return None
    if word == "no" and following in word_weights():
        return None
    name = word
    for step in range(1, min(3, at) + 1):
        before = plain[at - step]
        boost = boosters().get(before, 0.0) * (1.0, 0.95, 0.9)[step - 1]
        weight += boost if weight > 0 else -boost
        if _is_negation(before):
            weight *= NEGATED
            name = f"{before} {word}"
    if abs(weight) < WEAKEST_WORD:
        return None
    return Term(f"word: {name}", weight, words[at].start, words[at].end)


def _stressed(terms: list[Term], words: list[Word]) -> list[Term]:
    """Return the terms with those before "but" halved and those after it strengthened."""
    but = next((word.start for word in words if word.plain == "but"), None)
    if but is None or not any(term.start > but for term in terms):
        return terms
    return [replace(term, weight=term.weight * (BEFORE_BUT if term.start < but else AFTER_BUT)) for term in terms]


def _louder(terms: list[Term], sentence: str) -> list[Term]:
    factor = 1 + LOUDER * min(sentence.count("!"), 3)
    return [replace(term, weight=term.weight * factor) for term in terms] if factor > 1 else terms
