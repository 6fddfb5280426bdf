"""What candidates do after somebody left: take over threads, meetings and tickets, turn up, deal with our people.

Owns the accumulators that are folded occasion by occasion, in order. It may not look ahead.
"""

from collections import Counter, defaultdict
from math import fsum, log

from graph_service.domain.facts import Term
from graph_service.inference.casefile import Occasion, Part
from graph_service.inference.succession import weights
from graph_service.inference.succession.leavers import CROWD, LAST_MAILS_DAYS, Before, Leaver, room_of
from graph_service.inference.succession.presence import took_part
from graph_service.inference.succession.said import Hearing
from graph_service.inference.succession.signs import Signs

TAKES = "takes over"
TURNS = "our people turn to them"
TOGETHER = "worked together"


class Handover:
    """One leaver's affairs, folded up to a day. Signs of sayings are added to the same `signs` by the caller."""

    __slots__ = ("_before", "_dealt", "_hearing", "_leaver", "_rooms", "_seen", "_times", "signs")

    def __init__(self, leaver: Leaver, before: Before, hearing: Hearing) -> None:
        """Start with what was before."""
        self.signs = Signs()
        self._leaver, self._before, self._hearing = leaver, before, hearing
        self._rooms: dict[str, dict[str, float]] = defaultdict(dict)
        self._dealt: Counter[str] = Counter()
        self._seen: set[str] = set()
        self._times: Counter[tuple[str, str]] = Counter()

    def introduce(self, occasion: Occasion) -> None:
        """Take up a mail of the leaver's last weeks: who is in copy of it."""
        if occasion.channel != "email" or occasion.sender_uid not in self._leaver.aliases:
            return
        copied = {part.uid for part in occasion.people} - self._leaver.aliases
        is_farewell = self._hearing.is_farewell(occasion.uid, self._leaver)
        if is_farewell:
            odds, fresh = weights.INTRODUCED_IN_FAREWELL, copied
        elif occasion.day > self._leaver.pivot - LAST_MAILS_DAYS:
            odds, fresh = weights.INTRODUCED_LATELY, copied - self._before.met
        else:
            return
        for uid in fresh:
            self.signs.add(uid, "introduced", weights.shared(odds, len(copied)), occasion.uid)

    def absorb(self, occasion: Occasion) -> None:
        """Take up an occasion after the pivot."""
        self.introduce(occasion)
        room = room_of(occasion)
        is_theirs = room in self._before.rooms and occasion.size <= CROWD
        is_with_ours = any(part.uid in self._before.users for part in occasion.users)
        for part in occasion.people:
            if part.uid in self._leaver.aliases or not took_part(occasion, part):
                continue
            self._seen.add(part.uid)
            if is_theirs:
                self._take(occasion, room, part)
            if is_with_ours and occasion.size <= CROWD:
                self._dealt[part.uid] += 1
                self.signs.note(part.uid, TURNS, occasion.uid)
        self._speak(occasion)

    def _take(self, occasion: Occasion, room: str, part: Part) -> None:
        if part.uid in self._before.inside[room]:
            weight = weights.STAYED_WEIGHT
        elif occasion.is_together:
            weight = weights.MEETING_WEIGHT
        else:
            weight = weights.PART_WEIGHTS.get(part.role, 0.0)
            weight *= weights.TICKET_WEIGHT if occasion.channel == "ticket" else 1.0
        if weight:
            rooms = self._rooms[part.uid]
            rooms[room] = max(weight, rooms.get(room, 0.0))
            self._times[part.uid, room] += 1
            self.signs.note(part.uid, TAKES, occasion.uid)

    def _speak(self, occasion: Occasion) -> None:
        uid = occasion.sender_uid
        if self._hearing.spoken_of(self._leaver, occasion.uid, occasion.day) and not any(
            part.uid == self._leaver.uid for part in occasion.people
        ):
            self.signs.add(uid, "speaks of them", weights.SPEAKS_OF_LEAVER, occasion.uid)

    def terms(self, uid: str, day: int) -> list[Term]:
        """Return the terms of what one candidate did up to `day`, and of what was said."""
        found = self.signs.terms(uid)
        rooms = self._rooms.get(uid, {})
        taken = fsum(weight * weights.again(self._times[uid, room]) for room, weight in rooms.items())
        if taken:
            value = weights.TAKEN_STEP * log(1.0 + weights.TAKEN_SLOPE * taken)
            found.append(Term(TAKES, min(weights.TAKEN_CAP, value), self.signs.evidence(uid, TAKES)))
        turned = log((self._dealt[uid] + 1.0) / (self._before.dealt[uid] / 2.0 + 1.0))
        if turned > 0:
            value = min(weights.TURNS_CAP, weights.TURNS_STEP * turned)
            found.append(Term(TURNS, value, self.signs.evidence(uid, TURNS)))
        if shared := self._before.together[uid]:
            value = min(weights.TOGETHER_CAP, weights.TOGETHER_STEP * log(1.0 + shared))
            found.append(Term(TOGETHER, value, tuple(self._before.shared[uid][:-6:-1])))
        if uid not in self._seen:
            found.extend(self._unseen(day))
        return found

    def _unseen(self, day: int) -> list[Term]:
        passed = [nats for days, nats in weights.UNSEEN if day - self._leaver.pivot >= days]
        return [Term("not seen since", passed[-1])] if passed else []
