"""Whether one line near the end of a mail gives a name, as writers sign: with dashes, initials, a number beside it."""

import re

from graph_service.reading.zones import line_shapes

_INITIALS = re.compile(r"^[ \t\-–—~/*.]{0,12}(?:[A-Z]\.?){1,4}$|^[ \t]*[-–—~/]{0,3}[ \t]*[a-z]{2,9}[.!]?$")
_BY_NUMBER = re.compile(r"^[^\d:@]{4,40}\d{3}[\d \-.()/]{3,14}\)?[ \t]*$")
_FIRST_PART = re.compile(
    r"^(.{2,40}?)[ \t]*(?:[-–—][ \t]|[,|@(]|[ \t]/|\bx\.?\d|\bext\b|\+?\d{3}|\S+@|<|\t| {2,})", re.IGNORECASE
)
_DASHED = re.compile(r"^[ \t]*(?:-{1,3}|–|—|~)[ \t]?[A-Z]")


def is_name(line: str, sender: frozenset[str]) -> bool:
    """Tell whether a line below a formula gives a name, or initials."""
    return is_sender(line, sender) or bool(name_words(line)) or is_initials(line)


def is_initials(line: str) -> bool:
    """Tell whether a line is nothing but initials ("AL") or a name in small letters ("ada")."""
    return _INITIALS.match(line.strip()) is not None and line.strip(" .-").lower() not in line_shapes.NO_NAMES


def name_words(line: str) -> list[str]:
    """Return the words of the name that a line starts with; what reaches the person may follow. [] without a name."""
    words = line_shapes.words_of_name(line)
    if words or line.rstrip().endswith((":", "?")):
        return words
    first = _FIRST_PART.match(line.strip()) if len(line) <= line_shapes.SHAPED_CHARACTERS else None
    return line_shapes.words_of_name(first[1]) if first else []


def is_sender(line: str, sender: frozenset[str]) -> bool:
    """Tell whether a line of at most four words gives the sender's name; `sender` holds its words in lower case."""
    words = [word.strip(".,-–—~*_!()") for word in line.split()[:5]]
    if not 0 < len(words) <= 4 or line.rstrip().endswith((":", "?")):
        return False
    known = sum(1 for word in words if word.lower() in sender)
    return known > 0 and all(word.lower() in sender or not word[:1].islower() for word in words)


def holds_name(line: str) -> bool:
    """Tell whether a formula has a name behind it on its own line ("Thanks, Ada")."""
    words = line.split()
    return len(words) > 1 and words[-1][-1] not in ",:;" and line_shapes.words_of_name(words[-1]) != []


def is_person_with_number(line: str) -> bool:
    """Tell whether a line is an entry of a telephone list: a full name and a number."""
    return (
        line_shapes.is_reach(line)
        and not line_shapes.is_role(line)
        and len(name_words(line)) > 1
        and _BY_NUMBER.search(line) is not None
    )


def is_dashed_name(line: str) -> bool:
    """Tell whether a name stands behind a dash, as it does below a text ("- Ada")."""
    return _DASHED.match(line) is not None
