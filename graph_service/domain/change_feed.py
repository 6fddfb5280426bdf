"""What a listener may ask of the event log (a port, decision 16). Declares; does nothing. `app` wires it.

The log says what changed, not who may see it: whoever listens reads what changed as a viewer does.
"""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Change:
    """What was inferred again up to event `seq`: uids of accounts and of people at accounts."""

    seq: int
    subject_uids: frozenset[str]


class ChangeFeed(Protocol):
    """The event log of one workspace."""

    async def last(self) -> int:
        """Return the number of the last event, 0 while there is none."""
        ...

    async def after(self, seq: int) -> Change:
        """Wait until facts were inferred after event `seq`, and return what they are about."""
        ...
