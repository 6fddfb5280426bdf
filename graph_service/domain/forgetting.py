"""What a request may ask of the side that forgets people (a port, decision 16), and the report it gives. Does nothing.

`app` wires it. Whoever asks was found to see the person whole, or is an admin; the other side need not ask again.
A report names nobody: it holds places and counts.
"""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Counted:
    """How many of something: nodes of a label, values of a property, records of a source."""

    what: str
    count: int


@dataclass(frozen=True, slots=True)
class Searched:
    """A place that was looked through after everything was done, and in how many of its values the person was found."""

    place: str
    values: int
    found: int


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was done, and the proof. Of a dry run `is_done` is false, and nothing was searched.

    `sources` still hold records of them: sources are reported, never edited. `kept` are places that name them and
    stay, because they name something else (a firm, somebody of the same name).
    """

    contact_uid: str
    is_done: bool
    was_done_before: bool
    removed: tuple[Counted, ...] = ()
    masked: tuple[Counted, ...] = ()
    sources: tuple[Counted, ...] = ()
    kept: tuple[Counted, ...] = ()
    searched: tuple[Searched, ...] = ()
    files: tuple[Searched, ...] = ()
    namesake_uids: tuple[str, ...] = ()

    @property
    def is_proved(self) -> bool:
        """Tell whether everything was searched and nothing was found."""
        return self.is_done and bool(self.searched) and not any(one.found for one in (*self.searched, *self.files))


class Forgetting(Protocol):
    """The side that forgets people, in one workspace."""

    async def forget(self, contact_uid: str, by_uid: str, *, dry_run: bool = False) -> Forgotten | None:
        """Forget a person and return the report; None where there is no such person and never was."""
        ...

    async def forgotten_by(self, contact_uid: str) -> str | None:
        """Return who had a person forgotten, by uid; None where that was not done."""
        ...
