"""What a topic is called: the phrase that marks it against the other topics.

Owns the choice of the phrase. Formula: class-based TF-IDF, tf in the topic times ln(1 + mean words of a topic / tf in
all), over phrases of one to three words as they were written.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log

from graph_service.inference.topics.concepts import concepts_in, is_broad
from graph_service.inference.topics.words import STOP, stems, tokens

LONGEST = 3
LONGER = 0.35
"""What each word more than one adds to a phrase's score: a phrase says more than its words."""
MARKING = 3.0
"""How much more a phrase counts that only has words of the concept the topic is about."""
READ = 200
"""Different sentences of a topic that are read for its name."""


def names_of(texts: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Return topic uid → its name; topics without a word that means something are called by their first text."""
    counts = {uid: _phrases(some) for uid, some in texts.items()}
    marks = {uid: _marks(some) for uid, some in texts.items()}
    overall: Counter[str] = Counter()
    for one in counts.values():
        overall.update(one)
    mean = sum(overall.values()) / max(1, len(counts))
    return {
        uid: _best(counts[uid], overall, mean, marks[uid]) or (texts[uid][0] if texts[uid] else "") for uid in texts
    }


def _best(counts: Counter[str], overall: Counter[str], mean: float, marks: frozenset[str]) -> str:
    def score(phrase: str) -> float:
        longer = 1.0 + LONGER * phrase.count(" ")
        marking = MARKING if marks.issuperset(stems(phrase)) else 1.0
        return counts[phrase] * log(1 + mean / overall[phrase]) * longer * marking

    return min(counts, key=lambda phrase: (-round(score(phrase), 9), phrase), default="")


def _marks(texts: Sequence[str]) -> frozenset[str]:
    """Return the stems by which the concept is said that most of the texts have in common."""
    found = [concepts_in(text) for text in sorted(set(texts))[:READ]]
    shared = Counter(one for concepts in found for one in concepts if not is_broad(one))
    top = min(shared, key=lambda one: (-shared[one], one), default="")
    if 2 * shared[top] < len(found) or not top:
        return frozenset()
    return frozenset(word for concepts in found if top in concepts for word in concepts[top].words)


def _phrases(texts: Sequence[str]) -> Counter[str]:
    found: Counter[str] = Counter()
    for text, times in sorted(Counter(texts).items())[:READ]:
        for part in text.split("; "):
            words = tokens(part)
            for size in range(1, LONGEST + 1):
                for at in range(len(words) - size + 1):
                    some = words[at : at + size]
                    if _means(some[0]) and _means(some[-1]):
                        found[" ".join(some)] += times
    return found


def _means(word: str) -> bool:
    return word not in STOP and len(word) > 1
