"""Signs that a person has left: what each is worth, and how long it stands.

Owns the record of a sign and the table of weights (`inference.md` section 7). It may not look for signs.
A weight is the log of P(sign given left) / P(sign given here), in nats. A sign fades with a half-life of a year; what
the person does afterwards takes it back, 4.6 nats an act. Statements that name the person weigh more than the
published 4.6: what the readers hand over as a statement was right in more than 19 of 20 cases of open data, and a
person who is here is hardly ever said to have left (.3 against .0005 a quarter). A profile's new main job weighs as
much if it began of late; an older one may be a namesake's, and weighs as a match by name alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import exp2

FADE_DAYS = 365.0
LIFE_NATS = 4.6
MOST_LIFE = 3
GRACE_DAYS = 14
"""Days after a statement without a date within which the person's own acts do not contradict it: people wind up."""

NATS = {
    "farewell": 7.0,
    "farewell_hinted": 2.3,
    "auto_reply_left": 7.0,
    "job_ended": 7.0,
    "new_employer": 6.4,
    "other_employer": 2.7,
    "seen_elsewhere": 5.3,
    "said_by_colleague": 6.4,
    "perhaps_followed": 2.3,
    "crm_says_left": 6.4,
    "bounce": 4.8,
    "bounce_again": 2.0,
    "bounce_of_an_old_address": 1.0,
}
SOFT = frozenset({"other_employer", "farewell_hinted", "perhaps_followed", "bounce_again", "bounce_of_an_old_address"})


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign about one person, known from `day` on; it falls away on `ends_day` (None: it stays).

    `last_day` is the last working day it tells of, where it does; `life_from` the first day on which an own act speaks
    against it; `employer` where they went. `uid` is the evidence, empty for profiles.
    """

    kind: str
    day: int
    uid: str
    life_from: int
    last_day: int | None = None
    employer: str = ""
    ends_day: int | None = None
    share: float = 1.0

    @property
    def is_hard(self) -> bool:
        """Tell whether this sign may decide that somebody has left."""
        return self.kind not in SOFT

    def stands(self, day: int) -> bool:
        """Tell whether the sign is known and not taken back on `day`."""
        return self.day <= day and (self.ends_day is None or day < self.ends_day)

    def nats(self, day: int) -> float:
        """Return what the sign is worth on `day`, before the person's own acts are counted against it."""
        return NATS[self.kind] * self.share * exp2((self.day - day) / FADE_DAYS)


def ended(sign: Sign, day: int) -> Sign:
    """Return the sign, taken back from `day` on if it stood that long."""
    if sign.ends_day is not None and sign.ends_day <= day:
        return sign
    return replace(sign, ends_day=max(day, sign.day))


def strongest(signs: Sequence[Sign], day: int) -> list[Sign]:
    """Return of each kind the sign that is worth most on `day`: evidence of one kind counts once."""
    best: dict[str, Sign] = {}
    for one in signs:
        if one.stands(day) and (one.kind not in best or one.nats(day) > best[one.kind].nats(day)):
            best[one.kind] = one
    return [best[kind] for kind in sorted(best)]
