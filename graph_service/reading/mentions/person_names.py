"""Where the people of a conversation are named in a text, and whether a word is the family name of one of them.

The people differ from mail to mail, so nothing is compiled or kept for them: their names are looked up word by word.
"""

import re
from collections.abc import Iterator

SEPARATOR = re.compile(r"[\s-]+")
_GAP = re.compile(r"[\s-]{1,3}")
_NO_START, _NO_END = frozenset("_@/"), frozenset("_@")
BESIDE_CHARACTERS = 60
_GIVEN_AFTER = re.compile(r"(,?)[ \t]{1,3}([^\W\d_][\w'’-]{0,30})([ \t]{0,3}(?:[,.!?]|\r?\n|$))?")
_SMALL_BEFORE = re.compile(r"[a-zà-ÿ]['’]?[ \t]{1,3}$")
_TITLES = frozenset({"mr", "ms", "mrs", "dr", "prof", "frau", "herr", "mme", "mevrouw", "meneer"})
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "phd", "md", "mba"})
_SIDE_NOTE = re.compile(r"\([^()]{0,80}\)|\[[^\[\]]{0,80}\]")


def lowered(text: str) -> str:
    """Return a text in lower case with every letter at its place."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(_small(letter) for letter in text)


def forms_of(people: tuple[str, ...]) -> dict[str, str]:
    """Return who is meant by each form of the people's names (whole, and first word alone), in lower case.

    A form that two of them share means nobody and is left out.
    """
    meant: dict[str, str] = {}
    for person in people:
        for form in (person, *person.split()[:1]):
            small = form.lower()
            meant[small] = person if meant.get(small, person) == person else ""
    return {form: person for form, person in meant.items() if person and len(form) > 1}


def spans_of(small: str, form: str) -> Iterator[tuple[int, int]]:
    """Yield where a name stands in a text, both in lower case; its parts may be joined by blanks and hyphens."""
    first, *rest = SEPARATOR.split(form)
    if not first or first not in small or not all(part and part in small for part in rest):
        return
    start = small.find(first)
    while start >= 0:
        end = _end_of(small, start + len(first), rest)
        if end > 0 and stands_free(small, start, end):
            yield start, end
        start = small.find(first, start + 1)


def stands_free(text: str, start: int, end: int) -> bool:
    """Tell whether `text[start:end]` is no piece of a longer word, an address or a path."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() or before in _NO_START or after.isalnum() or after in _NO_END)


def is_family_name(text: str, start: int, end: int, people: tuple[str, ...]) -> bool:
    """Tell whether `text[start:end]` is the family name of one of `people` and stands for that person.

    It does beside their given name or its initial ("Simon J. Kestrel", "S. Kestrel", "Kestrel, Simon"), also where a
    line ends in between, and where it is the last line of the text.
    """
    said = text[start:end].lower()
    given = {name for person in people if said in person.lower() for name in _given_names(person, said)}
    if not given:
        return False
    before, after = text[max(0, start - BESIDE_CHARACTERS) : start], text[end : end + BESIDE_CHARACTERS]
    return _is_led_by(before, given) or _is_followed_by(before, after, given) or _is_last_line(text, start, end)


def _given_names(person: str, family: str) -> list[str]:
    """Return the given names of a person who bears this family name, in lower case; none where they do not."""
    plain = _SIDE_NOTE.sub(" ", person.lower())
    last, _, first = plain.partition(",")
    words = [word.strip(".'\"") for word in f"{first} {last}".split()]
    words = [word for word in words if word and word not in _TITLES and word not in _SUFFIXES]
    size = len(family.split())
    return words[:-size] if " ".join(words[-size:]) == family else []


def _is_led_by(before: str, given: set[str]) -> bool:
    """Tell whether a given name or an initial ends the text before; a full stop behind a name ends the sentence."""
    words = before.lower().split()[-2:]
    gap = before[len(before.rstrip()) :]
    if not words or gap.count("\n") > 1:
        return False
    last = words[-1].strip("([\"'*_>“")
    if len(last.rstrip(".")) == 1:  # an initial; of the middle name where the given name stands before it
        return any(name.startswith(last[0]) for name in given) or words[0] in given
    return (last if gap else last.removesuffix(".")) in given


def _is_followed_by(before: str, after: str, given: set[str]) -> bool:
    """Tell whether a given name follows, with a comma or without; "We use Kestrel, Simon." speaks to Simon."""
    found = _GIVEN_AFTER.match(after)
    if found is None or found[2].lower() not in given:
        return False
    return not (found[1] and found[3] is not None and _SMALL_BEFORE.search(before))


def _is_last_line(text: str, start: int, end: int) -> bool:
    """Tell whether a word is alone in the last line of several, as one who signs writes it."""
    return text[:start].rstrip(" \t").endswith("\n") and not text[end:].strip(" \t\r\n.,")


def _end_of(small: str, at: int, rest: list[str]) -> int:
    """Return where the rest of a name that goes on at `at` ends, or -1."""
    for part in rest:
        gap = _GAP.match(small, at)
        if gap is None or not small.startswith(part, gap.end()):
            return -1
        at = gap.end() + len(part)
    return at


def _small(letter: str) -> str:
    small = letter.lower()
    return small if len(small) == 1 else letter
