"""Ids as a CRM writes them, in the one form that is compared. Pure.

Salesforce gives each record an id of 15 letters and digits in which case counts, and writes it with three more that
repeat the case, so that spreadsheets that ignore case keep records apart. Reports hold the short form, exports the
long one; both become the long one.
"""

import re

from graph_service.ingest.connectors.crm_values import is_nothing

_SHORT = re.compile(r"[0a][0-9A-Za-z]{14}")
_PLAIN = re.compile(r"[\w.:-]{1,200}")
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"


def record_id(text: str, system: str) -> str:
    """Return an id in the form that is compared; other systems' ids as they are written."""
    return f"{text}{_case_of(text)}" if system == "salesforce" and _SHORT.fullmatch(text) else text


def _case_of(short: str) -> str:
    """Return the three characters that say which of the 15 are capitals: a bit each, five to a character."""
    fives = (short[start : start + 5] for start in (0, 5, 10))
    return "".join(
        _LETTERS[sum(1 << place for place, letter in enumerate(five) if "A" <= letter <= "Z")] for five in fives
    )


def record_ids(text: str, system: str) -> list[str]:
    """Return the ids in a cell that may list several, each once, in order."""
    parts = [] if is_nothing(text) else re.split(r"[;,\s]+", text)
    return list(dict.fromkeys(record_id(part, system) for part in parts if part))


def people_in(text: str, system: str) -> list[str]:
    """Return the people in a cell: ids or addresses, however they are parted, or names parted by semicolons."""
    if is_nothing(text):
        return []
    parts = [part.strip() for part in re.split(r"[;|\n]", text) if part.strip()]
    found: list[str] = []
    for part in parts:
        pieces = [piece for piece in re.split(r"[,\s]+", part) if piece]
        is_listed = all((_PLAIN.fullmatch(piece) and re.search(r"\d", piece)) or "@" in piece for piece in pieces)
        found += pieces if is_listed else [" ".join(part.split())]
    return list(dict.fromkeys(record_id(one, system) for one in found))
