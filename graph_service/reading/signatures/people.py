"""Whose name stands in a signature, and whether it can be the sender's."""

import re
from collections.abc import Sequence

from graph_service.reading.addresses import person_name
from graph_service.reading.signatures import wordings
from graph_service.reading.signatures.fields import Field
from graph_service.reading.signatures.segments import Segment
from graph_service.reading.zones.line_shapes import words_of_name
from graph_service.reading.zones.signoffs import is_signoff

NAME_SEGMENTS = 4

_WORD = re.compile(r"[^\W\d_]{2,}")
_LEAD = re.compile(r"^[\s\-–—~/*_.=<>|]{0,12}")
_TITLED = re.compile(r"^(?:(?:dr|prof|mr|mrs|ms|dipl|ing|mag|herr|frau|ir)\b\.?-?\s?){1,4}", re.IGNORECASE)


def sender_words(name: str, address: str) -> frozenset[str]:
    """Return the words of the sender's name in lower case; those of the address serve beside them."""
    local = address.partition("@")[0]
    words = _WORD.findall(person_name(name, address)[:200]) + _WORD.findall(local[:64])
    return frozenset(word.lower() for word in words)


def find_name(segments: Sequence[Segment], known: frozenset[str], local: str) -> Field | None:
    """Return the name near the top of a signature; one that shares a word with the sender's is surer."""
    best: Field | None = None
    for segment in segments[:NAME_SEGMENTS]:
        found = _name_in(segment, known, local)
        if found is not None and (best is None or found.confidence > best.confidence):
            best = found
    return best


def is_another(name: Field, known: frozenset[str], local: str) -> bool:
    """Tell whether a full name is somebody else's: it shares no word with the known sender's name or address."""
    words = [word.lower() for word in _WORD.findall(name.value)]
    return bool(known) and len(words) > 1 and not _shares(words, known, local)


def _name_in(segment: Segment, known: frozenset[str], local: str) -> Field | None:
    piece, start = segment.text, segment.start
    if is_signoff(piece):
        comma = max(piece.rfind(","), piece.rfind("-"), piece.rfind("."), piece.rfind("!"))
        start, piece = start + comma + 1, piece[comma + 1 :]
        if comma < 0 or not piece.strip():
            return None
    lead = _LEAD.match(piece)
    offset = lead.end() if lead else 0
    titled = _TITLED.match(piece[offset:])
    offset += titled.end() if titled else 0
    head = re.split(r",|\(|\s[-–—]\s|:|\t|\d|<", piece[offset:], maxsplit=1)[0].rstrip(" .,;-~*_!")
    words = [word.lower() for word in _WORD.findall(head)]
    shared = _shares(words, known, local)
    if not head or "@" in head or wordings.is_title(head) or wordings.is_firm(head) or wordings.is_address(piece):
        return None
    if known and not shared and len(words) > 1 and segment.line > 0:
        return None
    if not (words_of_name(head) or (shared and len(head.split()) <= 4)):
        return None
    confidence = (0.97 if len(words) > 1 else 0.9) if shared else (0.6 if not known else 0.4)
    rule = "name.sender" if shared else "name.first_line"
    return Field(head, start + offset, start + offset + len(head), confidence, rule)


def _shares(words: Sequence[str], known: frozenset[str], local: str) -> bool:
    """Tell whether names meet: a word in both, or a last name or initials inside the address."""
    if any(
        word in known
        or any(len(word) > 3 and (one.startswith(word) or word.startswith(one)) and len(one) > 3 for one in known)
        for word in words
    ):
        return True
    if any(len(word) > 3 and word in local for word in words):
        return True
    return len(words) > 1 and "".join(word[0] for word in words) == local
