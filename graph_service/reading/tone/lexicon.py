"""What words weigh: VADER's lexicon with the weights of `work_words.tsv` in place of those that are wrong at work."""

from functools import cache
from importlib.resources import files

PICTURES = {
    "👍": 1.5, "🎉": 2.0, "🙂": 0.8, "😊": 1.5, "😀": 1.5, "❤": 2.0, "👏": 2.0, "🙏": 0.8, "😡": -2.5, "👎": -1.8,
    "😞": -1.8, "😠": -2.2, "🙄": -1.5, "😢": -1.5,
}  # fmt: skip
FACES = {")": 1.2, "d": 1.2, "p": 0.6, "(": -1.4}
"""The mouths of emoticons (":-)", ";P") in lower case, and what they weigh."""


@cache
def word_weights() -> dict[str, float]:
    """Return the weight of each word in lower case, from -4 to 4; words without feeling are left out."""
    # VADER reads its files when it is made; most commands never read a text.
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer  # noqa: PLC0415

    weights: dict[str, float] = dict(SentimentIntensityAnalyzer().lexicon)
    for line in files("graph_service.reading.tone").joinpath("work_words.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            weight, words = line.split("\t")
            weights.update(dict.fromkeys(words.split(), float(weight)))
    faces = {eyes + nose + mouth: weight for mouth, weight in FACES.items() for eyes in ":;" for nose in ("", "-")}
    return {word: weight for word, weight in {**weights, **PICTURES, **faces}.items() if weight}


@cache
def boosters() -> dict[str, float]:
    """Return by how much a word before another one strengthens or weakens it."""
    from vaderSentiment.vaderSentiment import BOOSTER_DICT  # noqa: PLC0415

    return {**BOOSTER_DICT, "pretty": 0.2}


@cache
def negations() -> frozenset[str]:
    """Return the words that turn the next words round, with straight apostrophes."""
    from vaderSentiment.vaderSentiment import NEGATE  # noqa: PLC0415

    return frozenset(NEGATE) | {"no", "cannot", "hardly", "barely"}
