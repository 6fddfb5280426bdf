"""What a connector says about a path it was shown.

Owns the one answer every ``describe`` function of a connector gives to the planner of a
folder. Opens no file and chooses no connector: the planner compares the answers.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Description:
    """One connector's answer to "can you read this path, and what is it?".

    ``connector`` is the name the connector is registered under; ``kind`` says in a few words
    what the path holds ("calendar file"); ``certainty`` lies between 0 (a guess) and 1 (the
    content itself says so); ``note`` tells a person why, or what the connector still needs.
    A connector that cannot read the path answers None instead.
    """

    connector: str
    kind: str
    certainty: float
    note: str = ""
