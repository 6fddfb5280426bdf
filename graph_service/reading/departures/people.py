"""Which person a form of leaving speaks of: a name, a role, or the person named last before "she". Names only."""

import re
from functools import lru_cache

from graph_service.reading.departures.exceptions import KNOWN_OPENER, NOT_PEOPLE
from graph_service.reading.departures.forms import fill
from graph_service.reading.mentions.name_places import common_names
from graph_service.reading.setting import Setting, Turn

MAX_LOOK_BACK = 400
MIN_NAME_LETTERS = 4
_APOSTROPHE = re.compile(
    r"\b(i(?=m (?:[a-z]+ing|no|not|the|your|off|now|out|done|well|gone|sad)\b|ve\b)|(?:we|they|you)(?=ve\b)|(?:he"
    r"|she)(?=s\b)|(?:won|isn|doesn|don|wasn|hasn|aren|didn)(?=t\b))(m|ve|s|t)\b",
    re.IGNORECASE,
)
_OPENER_CUES = ("you", "anyone", "nobody", "no one", "the news")
"""Words of which one stands in every text that `KNOWN_OPENER` changes."""
_LOST = re.compile(r"im |ve\b|hes|nt\b|wont")
"""Letters that stand, in lower case, in every text that `_APOSTROPHE` changes."""
_PLURAL = frozenset({"they", "their", "sie", "zij", "ze"})
_WORD = re.compile(r"[^\W\d_]+")


def as_it_sounds(said: str, lowered: str) -> str:
    """Return a sentence without its uncertain opener and with lost apostrophes; itself where there are none.

    `lowered` is the sentence in lower case.
    """
    opened = KNOWN_OPENER.sub("", said) if any(cue in lowered for cue in _OPENER_CUES) else said
    return with_apostrophes(opened)


def with_apostrophes(said: str) -> str:
    """Return a text with the apostrophes that its writer left out ("im leaving")."""
    return _APOSTROPHE.sub(r"\1'\2", said) if _LOST.search(said.lower()) else said


def with_capitals(said: str, people: tuple[str, ...]) -> str:
    """Return a sentence with capitals for known people whose given name is written small."""
    present = [name for name in _small_names(people) if name in said]
    return _capitalised(said, present) if present else said


@lru_cache(maxsize=2)
def _small_names(people: tuple[str, ...]) -> tuple[str, ...]:
    """Return the given names of people that are no common words, in lower case; kept for one conversation."""
    words = {word.lower() for person in people for word in person.split()[:1]}
    return tuple(sorted(word for word in words if len(word) >= MIN_NAME_LETTERS and word not in common_names()))


def _capitalised(plain: str, names: list[str]) -> str:
    """Return a text with a capital for each of `names` that stands in it in lower case as a word of its own."""
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")
    return pattern.sub(lambda found: found[0].title(), plain)


def is_person(name: str, setting: Setting) -> bool:
    """Tell whether a capitalised name can be a person: no firm, product or department that is known."""
    said = name.lower().removesuffix("'s")
    if said in NOT_PEOPLE or _WORD.match(said) is None:
        return False
    vocabulary = setting.vocabulary
    things = (*vocabulary.our_names, setting.firm, *vocabulary.features)
    things = (*things, *(alias for aliases in (*vocabulary.products, *vocabulary.competitors) for alias in aliases))
    return all(said != thing.lower() for thing in things if thing)


def is_same_firm(name: str, firm: str) -> bool:
    """Tell whether two names may mean one firm: one holds the other's first word, or its initials."""
    one, other = _WORD.findall(name.lower()), _WORD.findall(firm.lower())
    if not one or not other:
        return False
    initials = "".join(word[0] for word in other)
    return one[0] == other[0] or "".join(one) == "".join(other) or "".join(one) == initials or one[0] in other[:2]


def named_before(before: str, pronoun: str, setting: Setting, turn: Turn) -> str:
    """Return the person named last in the text before a pronoun, or in the last turns; "" when nobody is named.

    For "they" only known people count, since it stands for firms and groups as well.
    """
    texts = [before[-MAX_LOOK_BACK:], *(earlier.text[-MAX_LOOK_BACK:] for earlier in reversed(setting.earlier[-2:]))]
    for text in texts:
        found = [(text.rfind(name), len(name), name) for person in setting.people for name in _forms(person)]
        if pronoun.lower() not in _PLURAL:
            found += [(match.start(), len(match[0]), match[0]) for match in fill("{name}").finditer(text)]
        found = [one for one in found if one[0] >= 0 and is_person(one[2], setting) and one[2] != turn.speaker]
        if found:
            return whole_name(max(found)[2], setting)
    return ""


def whole_name(name: str, setting: Setting) -> str:
    """Return the full name of the one known person who is called this way, or the name as it is said."""
    known = {person for person in setting.people if name.lower() in (one.lower() for one in _forms(person))}
    return known.pop() if len(known) == 1 else name


def _forms(person: str) -> tuple[str, ...]:
    words = person.split()
    return (person, words[0], words[-1]) if len(words) > 1 else (person,) if person else ()
