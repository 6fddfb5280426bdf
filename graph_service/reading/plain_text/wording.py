"""One plain spelling of a sentence, so that rules can be written once: lower case, long forms, names marked.

`theproduct` stands for us and our products, `therival` for a competitor, `aname` for a person or place. It decides
nothing about what a sentence says; places in the text are those of the sentence, not of the plain form.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from operator import eq

from graph_service.reading.sentence_cache import sentences_of
from graph_service.reading.sentences import Sentence
from graph_service.reading.setting import Vocabulary

SENTENCE_CHARACTERS = 500
TURN_CHARACTERS = 20_000


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PRODUCT, RIVAL, NAME = "theproduct", "therival", "aname"

_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "`": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\xa0": " "})
_FILLER = re.compile(
    r"(?:, ?| |^)(?:u+h+m*|u+m+|e+r+m*|h+m+|ahh?|you know|i mean|sort of|kind of|kinda|basically|honestly"
    r"|frankly|literally"
    r"|obviously|of course|to be honest|tbh|if i'm honest|i have to say|i must say|i must admit|quite frankly)\b,?"
)
_SOUNDS = frozenset(
    [
        "u" * one + "h" * two + "m" * three
        for one in range(1, 5)
        for two in range(5)
        for three in range(5)
        if two + three
    ]
    + ["e" * one + "r" * two + "m" * three for one in range(1, 5) for two in range(1, 4) for three in range(5)]
    + ["h" * one + "m" * two for one in range(1, 4) for two in range(1, 6)]
    + ["ah", "ahh"]
)
_FILLERS = _SOUNDS | _words(
    "know mean sort kind kinda basically honestly frankly literally obviously course honest tbh say admit"
)
_LONG = tuple(
    (tuple(marks.split()), re.compile(short), long)
    for marks, short, long in (
        ("can't cannot cant", r"\bcan'?t\b|\bcannot\b", "can not"),
        ("won't wont", r"\bwon'?t\b", "will not"),
        (
            "n't dont didnt isnt arent snt ouldnt neednt hadnt havent erent",
            r"\b(do|does|did|is|are|was|were|has|have|had|would|could|should|need)(?:n't|nt)\b",
            r"\1 not",
        ),
        ("i'm im", r"\bi'?m\b", "i am"),
        ("'ve ive youve weve theyve", r"\b(i|you|we|they)'?ve\b", r"\1 have"),
        ("'re", r"\b(you|we|they)'re\b", r"\1 are"),
        ("'ll", r"\b(\w+)'ll\b", r"\1 will"),
        ("'d", r"\b(i|you|we|they|it|he|she|that|there)'d\b", r"\1 would"),
        ("'s", r"\b(it|that|there|he|she|what|who|here|where)'s\b", r"\1 is"),
        ("gonna", r"\bgonna\b", "going to"),
        ("wanna", r"\bwanna\b", "want to"),
        ("u", r"\bu\b", "you"),
    )
)
"""Short forms: what is in a text that may hold them, how they are written, and the long form."""

_TWICE = re.compile(r"\b(\w+) \1\b")
_SHORTENED = _words(
    "cannot cant wont dont doesnt didnt isnt arent wasnt werent hasnt havent hadnt wouldnt couldnt "
    "shouldnt neednt im ive youve weve theyve gonna wanna u"
)
_NAME = re.compile(r"(?<=[^\W\d_] )(?<![.!?:] )[A-Z][a-zà-öø-ÿ]{2,}(?:[ -][A-Z][a-zà-öø-ÿ]+){0,2}\b")
_CAPITAL = re.compile(r" [A-Z]")
_TOKEN = re.compile(r"\w+")
_KEPT = _words(
    "finance legal procurement purchasing security operations ops compliance marketing sales controlling "
    "accounting engineering logistics management leadership board head director excel the english german "
    "french monday tuesday wednesday thursday friday saturday sunday january february march april june "
    "july august september october november december"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, its plain form, and the words (runs of letters and digits) of that form."""

    sentence: Sentence
    plain: str
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class PlainText:
    """The sentences of a text with their plain forms, once with names of people and places marked, once as said."""

    marked: tuple[Line, ...]
    bare: tuple[Line, ...]


@lru_cache(maxsize=2)
def plain_text(text: str, vocabulary: Vocabulary) -> PlainText:
    """Return the plain forms of `text`; only the first 20,000 characters are read, and only two texts are kept."""
    pairs = [_pair(one, vocabulary) for one in chain.from_iterable(map(_pieces, sentences_of(text[:TURN_CHARACTERS])))]
    return PlainText(tuple(marked for marked, _ in pairs), tuple(bare for _, bare in pairs))


def plain(sentence: str, vocabulary: Vocabulary, *, mark_names: bool = True) -> str:
    """Return the plain form of one sentence; without `mark_names` only our names and rivals' are marked."""
    form = _with_firms(sentence, vocabulary)
    return _lower(_NAME.sub(_as_name, form) if mark_names else form)[0]


def _pair(sentence: Sentence, vocabulary: Vocabulary) -> tuple[Line, Line]:
    """Return a sentence's line with names marked and without, which are mostly the same one."""
    form = _with_firms(sentence.text, vocabulary)
    bare = _line(sentence, form)
    if not _CAPITAL.search(form):
        return bare, bare
    marked = _NAME.sub(_as_name, form)
    return (bare if marked == form else _line(sentence, marked)), bare


def _line(sentence: Sentence, form: str) -> Line:
    lowered, words = _lower(form)
    return Line(sentence, lowered, frozenset(words))


def _pieces(sentence: Sentence) -> Iterator[Sentence]:
    """Yield a sentence, or its pieces where it is too long: speech turned into text often lacks full stops."""
    at = 0
    while len(sentence.text) - at > SENTENCE_CHARACTERS:
        space = sentence.text.rfind(" ", at + 1, at + SENTENCE_CHARACTERS)
        cut = space if space > at else at + SENTENCE_CHARACTERS
        yield Sentence(sentence.text[at:cut], sentence.start + at, sentence.start + cut, sentence.block)
        at = cut
    yield Sentence(sentence.text[at:], sentence.start + at, sentence.end, sentence.block)


def _with_firms(sentence: str, vocabulary: Vocabulary) -> str:
    """Return the sentence with single blanks, straight quotes, and marks for our names and our rivals'."""
    form = " ".join((sentence if sentence.isascii() else sentence.translate(_STRAIGHT)).split())
    if "`" in form:
        form = form.translate(_STRAIGHT)
    ours, theirs = _patterns(vocabulary)
    form = ours.sub(PRODUCT, form) if ours else form
    return theirs.sub(RIVAL, form) if theirs else form


def _lower(form: str) -> tuple[str, list[str]]:
    """Return a form in lower case, without fillers, in long forms, without stuttered words; and its words."""
    form = form.lower()
    words = _TOKEN.findall(form)
    seen = set(words)
    changed = False
    if not _FILLERS.isdisjoint(seen):
        form, changed = " ".join(_FILLER.sub(" ", form).split()), True
    if "'" in form or not _SHORTENED.isdisjoint(seen):
        changed = True
        for marks, pattern, long in _LONG:
            if any(mark in form for mark in marks):
                form = pattern.sub(long, form)
    words = _TOKEN.findall(form) if changed else words
    if any(map(eq, words, words[1:])):
        form = _TWICE.sub(r"\1", form)
        words = _TOKEN.findall(form)
    return form, words


def _as_name(match: re.Match[str]) -> str:
    return match.group() if match.group().split()[0].lower() in _KEPT else NAME


@lru_cache(maxsize=64)
def _patterns(vocabulary: Vocabulary) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    ours = [*vocabulary.our_names, *(name for names in vocabulary.products for name in names)]
    return _any_of(ours), _any_of([name for names in vocabulary.competitors for name in names])


def _any_of(names: list[str]) -> re.Pattern[str] | None:
    """Return a pattern for any of the names as whole words; short ones only as they are written."""
    known = sorted({name.strip() for name in names if name.strip()}, key=len, reverse=True)
    if not known:
        return None
    parts = [re.escape(name) if len(name) <= 3 else f"(?i:{re.escape(name)})" for name in known]
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)")
