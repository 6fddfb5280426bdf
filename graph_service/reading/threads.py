"""Which mails belong to one conversation, when many mailboxes hold no References; pure functions on headers.

Links that the mails state win. Beside them a reply ("Re:", "AW:", "Fwd:" …) joins the newest earlier mail with the
same bare subject, at most 30 days older, when people overlap. A mail without such a prefix starts anew, so a weekly
"Status" does not become one endless thread. The result does not depend on the order in which the mails are given.
"""

import hashlib
import re
from bisect import insort
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from graph_service.reading.word_lists import word_list

JOIN_WITHIN = timedelta(days=30)
_PREFIX = re.compile(
    r"^(?:re|r|fw|fwd|aw|antw|antwort|wg|sv|vs|vb|vl|tr|rv|rif|res|enc|ref|odp|pd|ynt|ilt|doorst|betr|svar|回复|转发|答复)"
    r"(?:\s*[\[(]\d+[\])]|\^\d+)?\s*[:：]\s*",
    re.IGNORECASE,
)
_TAG = re.compile(r"^\[[^\[\]]{1,60}\]\s*|^\((?:fwd|fw)\)\s*", re.IGNORECASE)
_TRAILER = re.compile(r"\s*\((?:fwd|fw)\)$|\s*\[(?:fwd|fw)\]$", re.IGNORECASE)
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class ThreadMail:
    """What threading needs of a mail: `id` is its Message-ID, `participants` all its addresses, sender included.

    `outside` are those of the participants who are not ours, where that is known.
    """

    id: str
    sent_at: datetime
    subject: str
    sender: str
    participants: frozenset[str]
    references: tuple[str, ...] = ()
    in_reply_to: tuple[str, ...] = field(default=())
    outside: frozenset[str] = frozenset()


def normalise_subject(subject: str) -> str:
    """Return the subject lower-cased, without reply and forward prefixes, list tags and extra spaces; "" when bare."""
    return _strip_prefixes(subject)[0]


def is_reply_subject(subject: str) -> bool:
    """Tell whether a subject carries a reply or forward prefix in one of the common languages."""
    return _strip_prefixes(subject)[1]


def is_common_subject(normalised: str) -> bool:
    """Tell whether a normalised subject says too little to tell threads apart ("hi", "update", "")."""
    return len(normalised) < 3 or normalised in word_list("common_subjects")


def thread_key(
    message_id: str,
    in_reply_to: Sequence[str],
    references: Sequence[str],
    subject: str,
    participants: Iterable[str],
) -> str:
    """Return a thread key from one mail alone: its root reference, or a digest of bare subject and people.

    Enough where mails carry References; `assign_threads` is better where they do not, because people vary between
    replies. A mail that starts a thread (no references, no reply prefix) is its own root.
    """
    root = next(iter((*references, *in_reply_to)), "")
    if root or not is_reply_subject(subject):
        return root or message_id
    return "subject:" + _digest(normalise_subject(subject), *sorted(set(participants)))


def group_key(subject: str) -> str:
    """Return the key of the mails that must be threaded together when only subjects link them."""
    return _digest(normalise_subject(subject))


def assign_threads(mails: Sequence[ThreadMail]) -> dict[str, str]:
    """Return the thread id of each mail id, for any set of mails; deterministic, whatever their order.

    A thread's id is the root reference of its earliest mail, or that mail's own id. Of mails with one id the earliest
    counts. Give at least all mails of one `group_key` and those they refer to; a whole mailbox is best.
    """
    unique: dict[str, ThreadMail] = {}
    for mail in sorted(mails, key=_order):
        unique.setdefault(mail.id, mail)
    joined = _Groups(unique)
    for mail in unique.values():
        for other in _stated_links(mail):
            joined.join(mail.id, other)
    for group in _by_subject(unique.values()).values():
        _join_replies(group, unique, joined)
    return joined.names(unique)


def _strip_prefixes(subject: str) -> tuple[str, bool]:
    text = _SPACES.sub(" ", subject).strip()
    is_reply = False
    for _ in range(20):
        shorter = _PREFIX.sub("", text, count=1)
        is_reply = is_reply or shorter != text
        shorter = _TAG.sub("", shorter, count=1).strip()
        if shorter == text or not shorter:
            text = shorter
            break
        text = shorter
    return _TRAILER.sub("", text).strip(" .").lower(), is_reply


def _order(mail: ThreadMail) -> tuple[datetime, str, str, tuple[str, ...]]:
    return mail.sent_at, mail.id, mail.subject, mail.references


def _stated_links(mail: ThreadMail) -> list[str]:
    """Return the ids a mail names; the parser's order is kept, and mails we do not hold still link their replies."""
    return [*mail.references, *mail.in_reply_to]


def _by_subject(mails: Iterable[ThreadMail]) -> Mapping[str, list[ThreadMail]]:
    groups: dict[str, list[ThreadMail]] = defaultdict(list)
    for mail in mails:
        insort(groups[normalise_subject(mail.subject)], mail, key=_order)
    return groups


def _join_replies(group: list[ThreadMail], held: Mapping[str, ThreadMail], joined: "_Groups") -> None:
    """Join each reply to the newest earlier mail of the group that fits, unless a mail we hold is its stated parent."""
    is_common = is_common_subject(normalise_subject(group[0].subject))
    for index, mail in enumerate(group):
        if not is_reply_subject(mail.subject) or any(other in held for other in _stated_links(mail)):
            continue
        for earlier in reversed(group[:index]):
            if mail.sent_at - earlier.sent_at > JOIN_WITHIN:
                break
            if _people_fit(earlier, mail, is_common=is_common):
                joined.join(mail.id, earlier.id)
                break


def _people_fit(earlier: ThreadMail, reply: ThreadMail, *, is_common: bool) -> bool:
    """Tell whether a reply can answer an earlier mail: its writer took part there, or two people are in both.

    One of us may answer for another: a mail of ours to the outside writer of the earlier mail fits too. Behind a common
    subject only the same two people count.
    """
    if is_common:
        return len(reply.participants) == 2 and reply.participants == earlier.participants
    shared = reply.participants & earlier.participants
    to_writer = earlier.sender in earlier.outside & reply.outside and reply.sender not in reply.outside
    return reply.sender in earlier.participants or len(shared) >= 2 or to_writer


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()[:32]


class _Groups:
    """Sets of ids that grow together (union-find); the smallest id leads, so that order leaves no trace."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._leader = {one: one for one in ids}

    def leader(self, one: str) -> str:
        """Return the id that stands for the set of `one`."""
        path = []
        while self._leader.setdefault(one, one) != one:
            path.append(one)
            one = self._leader[one]
        for passed in path:
            self._leader[passed] = one
        return one

    def join(self, one: str, other: str) -> None:
        """Make one set of the sets of both ids."""
        first, second = sorted((self.leader(one), self.leader(other)))
        self._leader[second] = first

    def names(self, mails: Mapping[str, ThreadMail]) -> dict[str, str]:
        """Return the thread id of every mail; `mails` are in time order, so the first of a set is its earliest."""
        name: dict[str, str] = {}
        result: dict[str, str] = {}
        for mail in mails.values():
            leader = self.leader(mail.id)
            root = next(iter(_stated_links(mail)), mail.id)
            result[mail.id] = name.setdefault(leader, root)
        return result
