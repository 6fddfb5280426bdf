"""What paths and reach are worked out from: people, their ties with ours, their ties with each other.

Owns the records only. Callers pass what the viewer may see; whoever is not among the people is in no path.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PathPerson:
    """A person in the network. `is_ours`: one of our users, else a stakeholder. Scores are 0..1."""

    uid: str
    name: str
    is_ours: bool = False
    influence: float = 0.0
    decision_power: float = 0.0


@dataclass(frozen=True, slots=True)
class Tie:
    """How well one of ours knows one of theirs: `strength` 0 to 100."""

    stakeholder_uid: str
    user_uid: str
    strength: float


@dataclass(frozen=True, slots=True)
class ColleagueTie:
    """Two of theirs who are on mail and in meetings together; `a` sorts before `b`."""

    a: str
    b: str
    messages: int
    meetings: int
