"""What a release brings, change by change: something new, a repair, or something that answers no wish.

Owns the reading of a release's items. Every pattern is linear: bounded repeats only.
"""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from graph_service.inference.topics.records import ReleaseNote
from graph_service.inference.topics.words import fold

MOST_ITEMS = 200
_MARKS = re.compile(r"^[\s\-*•·–\d.)\]\[(]{1,12}")
_LABEL = re.compile(r"^(?:new|feature|added|improved|improvement|changed|fix|fixed|removed|beta|preview)\]?\s?[:\-–] ?")
_REPAIR = re.compile(
    r"^\W{0,3}(?:\w{1,15} ){0,2}?(?:fix(?:ed|es)?|bug ?fix(?:es)?|hot ?fix|correct(?:ed|ion|ions|s)|resolve[sd]?"
    r"|repaired|patched)\b|\b(?:(?:was|were|has been|have been|is|are) (?:now )?(?:corrected|fixed"
    r"|resolved|repaired)|no longer (?:crash|fail|hang|freeze|lose|show)\w{0,4}|a (?:case|bug"
    r"|problem|issue|fault) "
    r"(?:in|with|where|that|when)|an error (?:that|where|when|in))\b"
)
_GONE = re.compile(
    r"^\W{0,3}(?:removed?|deprecat\w{1,5}|retired?|discontinu\w{1,4}|dropped|sunset)\b"
    r"|\b(?:will be|is|are|has been|have been|was|were|being) (?:\w{1,12} )?(?:removed|retired"
    r"|discontinued|switched off"
    r"|deprecated|shut down|turned off|withdrawn|sunset)\b|\bend of (?:life|support)\b"
    r"|\bno longer (?:available|supported"
    r"|offered)\b"
)
_LATER = re.compile(
    r"\b(?:planned for|is planned|are planned|coming (?:soon|later|next|in)|will (?:come|follow|arrive|ship|be (?:added"
    r"|available|possible|released)) ?(?:later|soon|next|in|with|by)?|next (?:release|version"
    r"|quarter)|under development"
    r"|in development|we are working on|working on|upcoming|not (?:yet )?(?:supported|available|possible|included)"
    r"|not yet|stay tuned|on (?:our|the) roadmap)\b"
)
_HOUSE = re.compile(
    r"^\W{0,3}(?:rename[ds]?|new (?:\w{1,12} )?(?:icons?|colou?rs?|pictures)"
    r"|updated (?:the )?(?:icons?|wording|texts?|translations? of)|moved the"
    r"|(?:small|minor|various|several|some|general|other) (?:\w{1,15} )?(?:corrections?|fixes|improvements|changes"
    r"|adjustments)|(?:improved|clearer|better|new) wording|security (?:updates?|patches)|dependenc\w{1,4}"
    r"|internal (?:changes|improvements)|maintenance|housekeeping|third[- ]party)\b|\b(?:wording"
    r"|typos?) (?:in|of|has)\b"
)
_NOTYET = re.compile(
    r"[,.;(]\s?[^,.;()]{0,80}\b(?:not (?:yet|supported|included|available|possible)|will follow|coming)\b"
)


class Nature(StrEnum):
    """What kind of change an item is."""

    NEW = "new"
    REPAIR = "repair"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a release: the item as written, its words to match by, and its nature."""

    item: str
    text: str
    nature: Nature


def changes_of(release: ReleaseNote) -> list[Change]:
    """Return the changes of a release; without items each line of the notes is one, and else its name.

    An item with a heading ("Undo: the last steps can …") is there twice: by its heading, and as a whole.
    """
    items = release.items or tuple(line for line in release.notes.splitlines() if line.strip()) or (release.name,)
    whole = [change_of(item) for item in items[:MOST_ITEMS]]
    found = [one for change in whole for one in (change, *_heading(change))]
    return [one for one in found if one.text]


def change_of(item: str) -> Change:
    """Return one item as a change."""
    plain = fold(_MARKS.sub("", item, count=1))
    nature = _nature(plain)
    return Change(item, _without_promises(_LABEL.sub("", plain)), nature)


def _heading(change: Change) -> list[Change]:
    """Return the heading of a change as a change, where it has one of two words or more."""
    heading, colon, _ = change.text[:80].partition(": ")
    return [replace(change, text=heading)] if colon and len(heading.split()) > 1 else []


def _nature(plain: str) -> Nature:
    sentences = [one for one in re.split(r"[.!;]\s", plain) if one.strip()] or [plain]
    if _GONE.search(sentences[0]) or _HOUSE.search(plain) or _LATER.search(sentences[0]):
        return Nature.NONE
    return Nature.REPAIR if _REPAIR.search(plain) else Nature.NEW


def _without_promises(plain: str) -> str:
    """Return an item without the clauses that say what it does not bring yet."""
    return _NOTYET.sub(" ", plain).strip()
