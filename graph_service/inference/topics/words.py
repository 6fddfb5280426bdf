"""Words of short texts as the matching sees them: lower case, cut to stems, without the words of mere asking.

Owns tokens, stems and the words that mean nothing for what is wanted. Every pattern is linear; long texts are cut.
"""

import re
import unicodedata
from functools import lru_cache
from importlib.resources import files

MOST = 2_000
"""Characters of one text that are read: a request is a sentence, an item of a release a paragraph at most."""

_WORD = re.compile(r"[^\W_]{1,40}(?:['’][^\W_]{1,4})?|[#@&]")
_MARKS = str.maketrans({"’": "'", "‑": "-", "–": "-", "—": "-"})
_ENDINGS = (("ies", "y", 2), ("sses", "ss", 1), ("ches", "ch", 1), ("shes", "sh", 1), ("xes", "x", 1))
_KEPT = frozenset(("sms", "css", "aws", "dns", "gps", "ios", "tls", "this", "always", "plus", "less", "news", "sas"))
_IRREGULAR = {
    "changed": "chang", "made": "make", "sent": "send", "seen": "see", "saw": "see", "kept": "keep", "lost": "lose",
    "loses": "lose", "losing": "lose", "gone": "go", "went": "go", "done": "do", "did": "do", "written": "write",
    "wrote": "write", "built": "build", "got": "get", "gotten": "get", "people": "people", "children": "child",
    "men": "man", "knew": "know", "known": "know", "told": "tell", "chose": "choose", "chosen": "choose",
    "hidden": "hide", "hid": "hide", "shown": "show", "drawn": "draw", "typed": "type", "typing": "type",
    "overwrote": "overwrite", "overwritten": "overwrite", "ran": "run", "left": "leav", "found": "find",
    "bought": "buy", "sold": "sell", "taken": "take", "took": "take", "currencies": "currency", "emails": "email",
    "e-mail": "email", "e-mails": "email", "mails": "mail", "mailed": "mail", "mailing": "mailing",
    "analyses": "analysis", "statuses": "status", "altered": "change", "alter": "change", "modified": "change",
    "someone's": "someone", "lists": "list", "needed": "need", "axes": "axis",
}  # fmt: skip
STOP = frozenset(
    word
    for line in files("graph_service.inference.topics").joinpath("stop_words.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
    for word in line.split()
)
"""Words without a meaning of their own here: grammar, and the words of wishing and asking."""


def fold(text: str) -> str:
    """Return the text in lower case with plain quotes and dashes, at most `MOST` characters of it."""
    return unicodedata.normalize("NFKC", text[:MOST]).translate(_MARKS).lower()[: 2 * MOST]


def tokens(text: str) -> list[str]:
    """Return the words of a text as they stand, in lower case."""
    return _WORD.findall(fold(text).replace("e-mail", "email"))


def stems(text: str) -> list[str]:
    """Return the stems of all words of a text, in order."""
    return [stem(word) for word in tokens(text)]


def content(text: str) -> list[str]:
    """Return the stems of the words that mean something, in order."""
    return [stem(word) for word in tokens(text) if word not in STOP and (len(word) > 1 or not word.isalpha())]


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return a rough stem of an English word in lower case; words of other languages come back nearly whole."""
    base = word.removesuffix("'s").removesuffix("'")
    if base in _IRREGULAR:
        base = _IRREGULAR[base]
    elif len(base) > 3 and base not in _KEPT:
        base = _without_ending(base)
    return base[:-1] if len(base) > 3 and base.endswith("e") else base


def _without_ending(word: str) -> str:
    for ending, instead, least in _ENDINGS:
        if word.endswith(ending) and len(word) >= len(ending) + least:
            return word[: -len(ending)] + instead
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        rest = word[: -len(ending)]
        if word.endswith(ending) and len(rest) >= 3 and any(one in "aeiouy" for one in rest):
            return _single(rest)
    return word


def _single(rest: str) -> str:
    """Return the stem with its doubled last letter once: planned → plan, but not fill."""
    if len(rest) > 3 and rest[-1] == rest[-2] and rest[-1] not in "aeiouslz":
        return rest[:-1]
    return rest[:-1] + "y" if rest.endswith("i") else rest
