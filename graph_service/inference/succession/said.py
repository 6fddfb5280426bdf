"""What was said of a leaver's successor: by the leaver, their mailbox, colleagues, ours, or the successor.

Owns the signs that come from sayings. It may not look at who takes part in what.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from graph_service.inference.casefile import Occasion, Saying
from graph_service.inference.succession import weights
from graph_service.inference.succession.leavers import Leaver
from graph_service.inference.succession.roll import Roll
from graph_service.inference.succession.signs import Signs

KINDS = ("departure_said", "auto_reply", "mention", "crm_note")
GONE = frozenset({"left", "internal_move"})
LONG = frozenset({"parental_leave", "long_leave"})
BEFORE_DAYS = 60
"""Absence notes of so many days before the pivot still tell who deputises."""
COPIES = frozenset({"cc", "to"})


class Hearing:
    """Everything said at an account, by day; asked leaver by leaver."""

    __slots__ = ("_by_day", "_by_interaction", "_occasions", "_roll", "_successor_days")

    def __init__(self, sayings: Sequence[Saying], occasions: Iterable[Occasion], roll: Roll) -> None:
        """Take up the sayings (ascending) and the occasions they were said on."""
        self._roll = roll
        self._by_day: dict[int, list[Saying]] = defaultdict(list)
        self._by_interaction: dict[str, list[Saying]] = defaultdict(list)
        for one in sayings:
            if one.kind != "mention":
                self._by_day[one.day].append(one)
            if one.interaction_uid:
                self._by_interaction[one.interaction_uid].append(one)
        self._occasions = {one.uid: one for one in occasions if one.uid in self._by_interaction}
        self._successor_days = {day for day, said in self._by_day.items() if any(map(_is_successor, said))}

    def days_about(self, leaver: Leaver) -> set[int]:
        """Return the days on which something about the leaver was said, or somebody said that they took over."""
        told = (day for day, said in self._by_day.items() if any(self._is_about(one, leaver) for one in said))
        return {day for day in (*told, *self._successor_days) if day <= leaver.until_day}

    def hear(self, leaver: Leaver, others: Mapping[str, int], day: int, signs: Signs) -> None:
        """Add to `signs` what was said on `day`; `others` are the days on which other people's departures got known."""
        for one in self._by_day.get(day, ()):
            if _is_successor(one):
                self._they_say_so(one, leaver, others, signs)
            elif self._is_about(one, leaver):
                self._told(one, leaver, signs)

    def spoken_of(self, leaver: Leaver, interaction_uid: str, day: int) -> bool:
        """Tell whether the leaver is named on an occasion."""
        said = self._by_interaction.get(interaction_uid, ())
        return any(one.kind == "mention" and self._names(one.value, leaver, day) for one in said)

    def is_farewell(self, interaction_uid: str, leaver: Leaver) -> bool:
        """Tell whether an occasion is the leaver's good-bye."""
        said = self._by_interaction.get(interaction_uid, ())
        return any(one.topic == "farewell" and one.by_uid in leaver.aliases for one in said)

    def _is_about(self, one: Saying, leaver: Leaver) -> bool:
        if one.about_uid:
            return one.about_uid in leaver.aliases
        if one.kind == "departure_said" and one.topic == "farewell":
            return one.by_uid in leaver.aliases
        if one.kind == "auto_reply":
            return one.by_uid in leaver.aliases
        return one.kind == "departure_said" and self._names(one.value, leaver, one.day)

    def _names(self, name: str, leaver: Leaver, day: int) -> bool:
        return bool(name) and leaver.uid in self._roll.found(name, "", day)

    def _told(self, one: Saying, leaver: Leaver, signs: Signs) -> None:
        nats, term = _weight(one, leaver)
        if nats:
            self._name(one, leaver, nats, term, signs)
        if one.kind == "departure_said" and one.by_uid not in leaver.aliases:
            if not one.by_us and one.by_uid:
                signs.add(one.by_uid, "tells that they left", weights.TELLS_IT, one.uid)
            self._beside(one, leaver, signs)

    def _name(self, one: Saying, leaver: Leaver, nats: float, term: str, signs: Signs) -> None:
        meant = [uid for uid in self._roll.found(one.person, one.address, one.day) if uid != leaver.uid]
        for uid in meant:
            signs.add(uid, term, weights.shared(weights.odds(nats), len(meant)), one.uid)

    def _beside(self, one: Saying, leaver: Leaver, signs: Signs) -> None:
        occasion = self._occasions.get(one.interaction_uid)
        if occasion is None or occasion.is_together:
            return
        for said in self._by_interaction[one.interaction_uid]:
            if said.kind != "mention" or said.topic != "person":
                continue
            meant = set(self._roll.found(said.value, "", one.day)) - {leaver.uid, occasion.sender_uid}
            for uid in meant if len(meant) == 1 else ():
                signs.add(uid, "named beside", weights.NAMED_BESIDE, said.uid)
        copies = {part.uid for part in occasion.people if part.role in COPIES} - {leaver.uid, occasion.sender_uid}
        for uid in copies if occasion.channel == "email" else ():
            signs.add(uid, "in copy beside", weights.shared(weights.COPIED_BESIDE, len(copies)), one.uid)

    def _they_say_so(self, one: Saying, leaver: Leaver, others: Mapping[str, int], signs: Signs) -> None:
        if not one.by_uid or one.by_us or one.by_uid in leaver.aliases:
            return
        told = [said for said in self._by_interaction.get(one.interaction_uid, ()) if said.kind == "departure_said"]
        named = [said for said in told if said.value and (said.topic == "colleague" or said is one)]
        if one.about_uid in leaver.aliases or any(self._names(said.value, leaver, one.day) for said in named):
            signs.add(one.by_uid, "says they took over", weights.SAYS_SO, one.uid)
        elif not one.about_uid and not named:
            lately = 1 + sum(one.day - 120 <= day <= one.day for day in others.values())
            nats = weights.shared(weights.odds(weights.SAYS_SO_OF_NOBODY), lately)
            signs.add(one.by_uid, "says they took over", nats, one.uid)


def _is_successor(one: Saying) -> bool:
    return one.kind == "departure_said" and one.topic == "successor"


def _weight(one: Saying, leaver: Leaver) -> tuple[float, str]:
    if not one.person and not one.address:
        return 0.0, ""
    if one.kind == "auto_reply":
        if one.topic in GONE:
            return weights.NAMED_BY_MAILBOX, "named by their mailbox"
        if one.day < leaver.pivot - BEFORE_DAYS:
            return 0.0, ""
        return (weights.STANDS_IN_LONG if one.topic in LONG else weights.STANDS_IN), "stood in for them"
    if one.by_uid in leaver.aliases:
        return weights.NAMED_BY_LEAVER, "named by themselves"
    return weights.NAMED_BY_COLLEAGUE, "named by others"
