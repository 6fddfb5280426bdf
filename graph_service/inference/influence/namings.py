"""Who names whom in their absence: "I'll check with Maria", said to us by somebody, is standing.

Owns how names of an account's people are found in what was said. Greetings, signatures and people who are spoken to
do not count. It may not weigh what it finds.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph_service.inference.casefile import CaseFile, Occasion, Person, Saying
from graph_service.reading.identity.folding import fold
from graph_service.reading.identity.names import parse_name

SILENT = frozenset({"departure_said", "auto_reply", "bounce", "crm_note"})
"""Kinds that speak of people without lending them weight."""
SPOKEN_TO = frozenset({"from", "to", "requester", "assignee", "organizer", "attendee", "speaker"})
FEWEST_WORDS = 4
"""Words of a sentence beside the name; fewer are a greeting or a signature."""
LONGEST = 600
Place = tuple[str, int]
"""An interaction and its day."""
_WORD = re.compile(r"[^\W\d_]+")
_GREETING = re.compile(
    r"\W{0,3}(?:hi|hello|hey|dear|thanks|thank you|hallo|guten (?:tag|morgen)|liebe[r]?|sehr geehrte[r]?|bonjour|cher"
    r"|chere|beste|hola|ciao|best|regards|cheers|danke|merci)\b",
    re.IGNORECASE,
)
_ERRAND = re.compile(
    r"\b(?:remove|deactivate|delete|disable|create|add|set up|unlock|reset)\b.{0,40}"
    r"\b(?:account|user|login|access|licen[cs]e|seat|password)\b",
    re.IGNORECASE,
)
"""Who gets or loses a login is named by an errand, not by their weight."""


@dataclass(frozen=True, slots=True)
class Naming:
    """`by_uid` named `of_uid` on `day` in a saying; `quote` is its sentence."""

    day: int
    at_ms: int
    saying_uid: str
    of_uid: str
    by_uid: str
    quote: str


def namings_of(case: CaseFile, horizon_day: int) -> list[Naming]:
    """Return who was named by whom up to the horizon, by (day, time, saying, person).

    A person is named by their whole name, or by a first name that nobody else at the account bears, with a capital.
    Whoever says it must be known, and neither be the named one nor speak to them.
    """
    forms = _Forms.of(case.people)
    if not forms.whole and not forms.first:
        return []
    present = {(one.uid, one.day): one for one in case.occasions if one.day <= horizon_day}
    said = sorted(
        (one for one in case.sayings if one.day <= horizon_day and one.kind not in SILENT and one.by_uid),
        key=lambda one: (one.at_ms, one.uid),
    )
    others = _others(said)
    found: set[tuple[str, str, str]] = set()
    namings: list[Naming] = []
    for one in said:
        place = one.interaction_uid, one.day
        for uid in forms.named_in(one.quote[:LONGEST], others.get(place, {})):
            key = one.interaction_uid, uid, one.by_uid
            if uid == one.by_uid or key in found or uid in _spoken_to(present.get(place)):
                continue
            found.add(key)
            namings.append(Naming(one.day, one.at_ms, one.uid, uid, one.by_uid, one.quote))
    return sorted(namings, key=lambda one: (one.day, one.at_ms, one.saying_uid, one.of_uid))


def _spoken_to(one: Occasion | None) -> frozenset[str]:
    return frozenset(part.uid for part in one.people if part.role in SPOKEN_TO) if one else frozenset()


def _others(said: Iterable[Saying]) -> dict[Place, dict[str, str]]:
    """Return interaction and day → first name → the whole name that the reader of mentions gave to it there."""
    found: dict[Place, dict[str, str]] = defaultdict(dict)
    for one in said:
        if one.kind == "mention" and one.topic == "person" and " " in one.value:
            words = _words(one.value)
            found[one.interaction_uid, one.day][words[0] if words else ""] = " ".join(words)
    return found


def _words(text: str) -> list[str]:
    return [fold(word) for word in _WORD.findall(text)]


@dataclass(frozen=True, slots=True)
class _Forms:
    """`whole`: first word → the words of whole names that begin with it, with their uids; `first`: given name → uid."""

    whole: Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
    first: Mapping[str, str]

    @classmethod
    def of(cls, people: Iterable[Person]) -> "_Forms":
        whole: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        first: dict[str, set[str]] = defaultdict(set)
        for person in people:
            words = tuple(_words(person.name[:100]))
            if not person.is_person or not words or not parse_name(person.name[:100]).first:
                continue
            first[words[0]].add(person.uid)
            if len(words) > 1:
                whole[words[0]].append((words, person.uid))
        alone = {word: next(iter(uids)) for word, uids in first.items() if len(uids) == 1 and len(word) > 2}
        return cls(whole, alone)

    def named_in(self, quote: str, others: Mapping[str, str]) -> list[str]:
        """Return who is named in a sentence, each once, in order of uid; `others` are whole names known there."""
        raw = _WORD.findall(quote)
        if len(raw) <= FEWEST_WORDS:
            return []
        said = [fold(word) for word in raw]
        found: set[str] = set()
        for place, word in enumerate(said):
            whole = [uid for words, uid in self.whole.get(word, ()) if tuple(said[place : place + len(words)]) == words]
            found.update(whole)
            if not whole and word in self.first and self._is_meant(word, raw, place, others):
                found.add(self.first[word])
        return [] if not found or _GREETING.match(quote) or _ERRAND.search(quote) else sorted(found)

    def _is_meant(self, word: str, raw: Sequence[str], place: int, others: Mapping[str, str]) -> bool:
        """Tell whether a given name that stands alone is the one of this account."""
        own = [" ".join(words) for words, _ in self.whole.get(word, ())]
        return raw[place][0].isupper() and others.get(word, "") in {"", *own}
