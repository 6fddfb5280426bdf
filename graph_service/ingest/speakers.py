"""Who stands behind the labels of a call's transcript. Pure.

Strong signs are used up first, so that a first name only has to be unique among those nobody else has claimed. What
fits two people fits nobody: a wrong speaker puts words into somebody's mouth.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from graph_service.reading.identity.local_parts import NONE, local_fit
from graph_service.reading.identity.name_agreement import (
    CLOSE,
    INITIAL,
    NICKNAME,
    SAME,
    UNKNOWN,
    first_agreement,
    last_agreement,
)
from graph_service.reading.identity.names import PersonName, parse_name

_DEVICE = re.compile(
    r"(?i)['’]s\s+(?:iphone|ipad|phone|mobile|macbook|laptop|pc|computer|android|galaxy|pixel|desktop|tablet|zoom|room)\b.*$"
    r"|^(?:iphone|ipad|handy|phone|mobile|galaxy|pixel|laptop|pc|zoom)\s+(?:(?:von|de|van|of|di)\s+)?(?=[^\W\d])"
)
_IN_BRACKETS = re.compile(
    r"^(?:i?phone|ipad|mobile|handy|laptop|android|guest|zoom user)\s*\(([^()]{2,60})\)$", re.IGNORECASE
)
_NOBODY = re.compile(
    r"(?i)^(?:speaker|sprecher|participant|teilnehmer|guest|gast|unknown|unbekannt|caller|anrufer|phone|user|locuteur)"
    r"[\s_#-]*\d*$|^[+()\d\s.-]{4,}$"
)
_ROOM = re.compile(
    r"(?i)\b(?:room|raum|zimmer|saal|salle|sala|conference|conf|boardroom|huddle|lounge|office|buero|büro|zaal|kamer|floor)\b"
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may have spoken: `uid` and `label` of their node, and whether they are known to be in the call."""

    uid: str
    label: str
    name: str
    address: str = ""
    in_call: bool = True


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who a label is, by which rule and how surely."""

    who: Candidate
    rule: str
    p: float


Fit = Callable[[str, PersonName, Candidate, PersonName], bool]


def find_speakers(labels: Sequence[str], candidates: Sequence[Candidate]) -> dict[str, Speaker]:
    """Return label → speaker for the labels that can be told; the others are nobody known."""
    named = [(one, parse_name(one.name)) for one in sorted(candidates, key=lambda one: (one.label, one.uid))]
    plain = {label: _plain(label) for label in dict.fromkeys(labels)}
    open_labels = [label for label in plain if plain[label] and not _ROOM.search(plain[label])]
    found: dict[str, Speaker] = {}
    for rule, p, here, fit in _RULES:
        taken = {speaker.who.uid for speaker in found.values()}
        for label in [one for one in open_labels if one not in found]:
            name = parse_name(plain[label])
            fits = [
                one
                for one, own in named
                if one.in_call == here and one.uid not in taken and fit(plain[label], name, one, own)
            ]
            if len({one.uid for one in fits}) == 1:
                found[label] = Speaker(fits[0], rule, p)
    return found | _the_only_one_left(plain, found, candidates)


def _plain(label: str) -> str:
    """Return the name in a label: no device, no firm in brackets; "" for a label that names nobody."""
    text = " ".join(label.split())[:120]
    if _NOBODY.match(text):
        return ""
    if inside := _IN_BRACKETS.match(text):
        return inside[1]
    return _DEVICE.sub("", text).strip()


def _the_only_one_left(
    plain: dict[str, str], found: dict[str, Speaker], candidates: Sequence[Candidate]
) -> dict[str, Speaker]:
    """Return who the one nameless label is, when exactly one of those in the call has not been heard."""
    nameless = [label for label, text in plain.items() if not text]
    unknown = [label for label, text in plain.items() if text and label not in found]
    taken = {speaker.who.uid for speaker in found.values()}
    left = [one for one in candidates if one.in_call and one.uid not in taken]
    if len(nameless) == 1 and not unknown and len(left) == 1:
        return {nameless[0]: Speaker(left[0], "the only one left", 0.9)}
    return {}


def _whole_name(_: str, name: PersonName, __: Candidate, own: PersonName) -> bool:
    first, last = first_agreement(name.given, own.given), last_agreement(name, own)
    return name.is_full and own.is_full and last in (SAME, CLOSE) and first in (SAME, NICKNAME, CLOSE)


def _part_of_name(_: str, name: PersonName, __: Candidate, own: PersonName) -> bool:
    first, last = first_agreement(name.given, own.given), last_agreement(name, own)
    return (last == SAME and first in (INITIAL, UNKNOWN)) or (last == INITIAL and first in (SAME, NICKNAME))


def _address(label: str, name: PersonName, who: Candidate, _: PersonName) -> bool:
    local = who.address.partition("@")[0]
    if not local:
        return False
    return label.casefold() in (who.address, local) or (name.is_full and local_fit(local, name) != NONE)


def _first_name(_: str, name: PersonName, who: Candidate, own: PersonName) -> bool:
    if not name.given or name.last:
        return False
    given = own.given or parse_name(re.split(r"[._-]", who.address)[0]).given
    return first_agreement(name.given, given) in (SAME, NICKNAME)


def _family_name(label: str, name: PersonName, _: Candidate, own: PersonName) -> bool:
    """A single word may be a family name: "Berg" for Anna Berg."""
    word = PersonName((), name.first, name.first, frozenset({name.first})) if not name.last else name
    return " " not in label and len(word.last) > 1 and last_agreement(word, own) == SAME


_RULES: tuple[tuple[str, float, bool, Fit], ...] = (
    ("whole name in the call", 0.99, True, _whole_name),
    ("address in the call", 0.97, True, _address),
    ("whole name at the account", 0.97, False, _whole_name),
    ("part of the name in the call", 0.96, True, _part_of_name),
    ("first name in the call", 0.978, True, _first_name),
    ("family name in the call", 0.95, True, _family_name),
    ("part of the name at the account", 0.93, False, _part_of_name),
    ("first name at the account", 0.93, False, _first_name),
)
"""Rule, how often it is right, among those in the call or the rest of the account, and what must agree."""
