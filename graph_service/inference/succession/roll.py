"""The people of an account, found by the name or the address that somebody used for them.

Owns the look-up only. It may not weigh what was said. Names are today's; who was not yet known on the day of the
saying is never found.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from graph_service.inference.casefile import Person
from graph_service.reading.identity.name_agreement import (
    CLOSE,
    INITIAL,
    NICKNAME,
    SAME,
    UNKNOWN,
    first_agreement,
    last_agreement,
)
from graph_service.reading.identity.names import NOBODY, PersonName, parse_name

LONGEST = 120
_AGREES = frozenset({SAME, NICKNAME, INITIAL, CLOSE})


@lru_cache(maxsize=65_536)
def is_called(said: PersonName, whole: PersonName) -> bool:
    """Tell whether somebody with the name `whole` may be called `said`: first name, family name, or both."""
    first, last = first_agreement(said.given, whole.given), last_agreement(said, whole)
    if said.given and said.last:
        return first in _AGREES and last in {SAME, CLOSE, UNKNOWN}
    lone = said.given[0] if said.given else said.last
    return len(lone) > 1 and (first in {SAME, NICKNAME} or lone in {whole.last, whole.full_last})


class Roll:
    """Who is at the account and since which day they are known (`since`: uid → epoch day)."""

    __slots__ = ("_by_address", "_meant", "_names", "_since")

    def __init__(self, people: Iterable[Person], since: Mapping[str, int]) -> None:
        """Take up the persons among `people`; shared mailboxes have no name."""
        ordered = sorted(
            (one for one in people if one.is_person and one.uid in since),
            key=lambda one: one.uid,
        )
        self._since = since
        self._names = [(one.uid, parse_name(one.name[:LONGEST])) for one in ordered]
        self._meant: dict[str, tuple[str, ...]] = {}
        self._by_address = {address.lower(): one.uid for one in ordered for address in one.addresses}

    def found(self, name: str, address: str, day: int) -> tuple[str, ...]:
        """Return the uids of all who may be meant on `day`: one by address, else everybody of that name."""
        uid = self._by_address.get(address.strip().lower()) if address else None
        if uid is not None and self._since[uid] <= day:
            return (uid,)
        return tuple(uid for uid in self._called(name) if self._since[uid] <= day) if name else ()

    def _called(self, name: str) -> tuple[str, ...]:
        """Return everybody who may be called so, on whatever day."""
        found = self._meant.get(name)
        if found is None:
            said = parse_name(name[:LONGEST])
            known = self._names if said != NOBODY else ()
            found = tuple(uid for uid, whole in known if whole != NOBODY and is_called(said, whole))
            self._meant[name] = found
        return found
