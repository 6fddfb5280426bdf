"""A searcher's words → a full-text query that can neither fail nor widen.

Only letters and digits of the words get through, so nothing of Lucene's syntax does; operators lose their meaning in
lower case. The workspace is part of the query, and the statement tests it again.
"""

import re

MAX_WORDS = 8
MAX_WORD = 60
STOP_WORDS = frozenset(
    re.findall(
        r"\w+",
        "a an and are as at be but by for if in into is it no not of on or such that the their then there these they "
        "this to was will with",
    )
)
"""What the folding index does not hold; the other index of the same names holds them."""
_WORD = re.compile(r"[^\W_]+")
_ADDRESS = re.compile(r"^[^\s*?]{2,200}$")


def storable(text: str) -> str:
    """Return the text without lone surrogates, which JSON can carry and no store takes."""
    return text.encode("utf-8", "ignore").decode()


def words_of(text: str) -> list[str]:
    """Return the words that are looked for: letters and digits, in lower case, at most eight."""
    return [word[:MAX_WORD].lower() for word in _WORD.findall(text)[:MAX_WORDS]]


def lucene_of(words: list[str], workspace_id: str) -> str:
    """Return the full-text query: every word must be in the name, as a word or as the start of one.

    A stop word among others must be there as a word: an index without stop words passes over such a clause.
    """
    only_stops = STOP_WORDS.issuperset(words)
    wanted = " ".join(
        f'+name:"{word}"' if word in STOP_WORDS and not only_stops else f'+(name:"{word}" name:{word}*)'
        for word in words
    )
    return f'+workspace_id:"{workspace_id}" {wanted}'


def prefix_of(text: str) -> str:
    """Return the start of a domain or mail address that the text may be, or an empty text."""
    plain = storable(text).strip().lower().removeprefix("@")
    return plain if _ADDRESS.match(plain) else ""
