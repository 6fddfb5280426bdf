"""What each sign of a succession is worth, in nats (ln of how much likelier it is if this person took over).

Owns the numbers and their reasons. They are judgements of the trade, set before any world was looked at, and kept
few: what is said outranks what is done, and what is done outranks what merely fits.
"""

from math import expm1, log

SOMEBODY = log(0.6 / 0.4)
"""Six of ten leavers get a successor whom we see; the prior of one candidate is this less ln(candidates)."""

NAMED_BY_LEAVER = 5.0
NAMED_BY_COLLEAGUE = 4.5
NAMED_BY_MAILBOX = 4.5
STANDS_IN = 1.5
"""Named in an absence note that says nothing of leaving: deputies follow more often than others."""
STANDS_IN_LONG = 2.0
SAYS_SO = 4.5
SAYS_SO_OF_NOBODY = 3.0
"""They say that they took over, and do not say from whom; shared among the people who left lately."""
NAMED_BESIDE = 2.5
"""Named in the same message that says who left."""
COPIED_BESIDE = 4.0
"""Odds ratio of one person in copy of such a message; with k in copy each gets ln(1 + this / k)."""
TELLS_IT = 0.9
SPEAKS_OF_LEAVER = 1.2

INTRODUCED_IN_FAREWELL = 6.0
INTRODUCED_LATELY = 2.0
"""Odds ratios as above: in copy of the farewell; in copy of a last mail, and never before with the leaver."""

TAKEN_STEP, TAKEN_SLOPE, TAKEN_CAP = 1.5, 1.5, 3.2
"""Threads, meetings and tickets taken over: STEP ln(1 + SLOPE w), at most CAP."""
TURNS_STEP, TURNS_CAP = 0.6, 1.2
TOGETHER_STEP, TOGETHER_CAP = 0.3, 0.8

SAME_TITLE = 1.3
SAME_FUNCTION, OTHER_FUNCTION = 1.1, -1.1
LEVELS = (0.4, 0.1, -0.5, -1.2)
"""By how many levels apart: none, one, two, more."""

NEW_IF_SUCCESSOR = 0.45
"""The share of successors who are new: hired or first shown to us around the departure."""
NEW_BOUNDS, OLD_BOUNDS = (-0.2, 1.7), (-0.7, 0.2)

UNSEEN = ((14, -0.8), (45, -1.4))
"""No trace of them for so many days after the departure."""

RISE_SLOPE, RISE_BOUNDS = 3.0, (-0.5, 1.0)
"""A rise of influence since the departure, per unit of influence."""

PART_WEIGHTS = {"from": 1.0, "to": 0.5, "cc": 0.25}
TICKET_WEIGHT = 1.5
MEETING_WEIGHT = 1.2
STAYED_WEIGHT = 0.15
"""Somebody who was there before already."""

AGAIN, AGAIN_CAP = 0.25, 2.0
"""Each further time in the same thread or series adds a quarter, up to twice the first: once may be chance."""


def again(times: int) -> float:
    """Return by how much a part that was taken `times` times counts for more than once."""
    return min(AGAIN_CAP, 1.0 + AGAIN * (times - 1))


def shared(odds: float, people: int) -> float:
    """Return ln(1 + odds / people): a sign that falls on several people is worth less for each."""
    return log(1.0 + odds / people)


def within(value: float, bounds: tuple[float, float]) -> float:
    """Return the value kept within bounds."""
    return min(bounds[1], max(bounds[0], value))


def odds(nats: float) -> float:
    """Return what `shared` takes for a sign that is worth `nats` when it falls on one person."""
    return expm1(nats)
