"""The sentences of the text that is being read; they are kept in `reading/sentence_cache.py` for all readers."""

from graph_service.reading.sentence_cache import sentences_of

__all__ = ["sentences_of"]
