"""flufl.bounce as a second opinion on which addresses failed, kept away from input that is too large for it."""

import re
from email.message import Message

from flufl.bounce import all_failures

from graph_service.reading.automatic.headers import LEAKS

MAX_CHARACTERS = 60_000
MAX_LINE = 1500
_HOLLOW = re.compile(r"\s{100}")
"""Its patterns take quadratic time on long runs of blanks."""


def second_opinion(message: Message) -> tuple[str, ...]:
    """Return the addresses flufl.bounce finds, sorted, in small letters; none for huge or damaged mail."""
    if not _is_small(message):
        return ()
    try:
        temporary, permanent = all_failures(message)
    except (*LEAKS, OSError):
        return ()
    found = (address.decode("ascii", "ignore").lower() for address in (*permanent, *temporary))
    return tuple(sorted(address for address in found if "@" in address))


def _is_small(message: Message) -> bool:
    left = MAX_CHARACTERS
    for count, part in enumerate(message.walk()):
        payload: object = part.get_payload()
        if count > 60:
            return False
        if isinstance(payload, str):
            left -= len(payload)
            if left < 0 or _HOLLOW.search(payload) or any(len(line) > MAX_LINE for line in payload.split("\n")):
                return False
    return True
