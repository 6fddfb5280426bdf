"""The sentences of the text that is being read, split once for all the readers that follow each other on it."""

from functools import lru_cache

from graph_service.reading.sentences import Sentence, sentences


@lru_cache(maxsize=2)
def sentences_of(text: str) -> tuple[Sentence, ...]:
    """Return what `sentences` returns; the last two texts are kept, no more, since they are private."""
    return tuple(sentences(text))
