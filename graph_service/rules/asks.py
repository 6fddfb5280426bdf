"""Asks that are one matter: a mail that was stored more than once, several asks in one message. Pure.

Owns which of them stands for the others. Of copies, the one that people decided about stands for all; an ask that one
of us rejected, or that an action told of which is done, is no matter any more.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Mapping
from dataclasses import replace

from graph_service.rules.queries import Detail

Details = dict[str, Detail]
"""Matches by their key."""


def one_matter(
    found: Mapping[str, Detail], decided: Collection[str], live: Collection[str], told: Collection[str]
) -> Details:
    """Return the matches that are left, one for each matter; whatever is no ask is left as it is.

    `decided` are the keys of which an action was done or dismissed, `live` those of which one is open or snoozed;
    `told` are the asks, by uid, that the decided actions told of. A match whose own action was decided is left too.
    """
    opened = {one.message_uid for key, one in found.items() if key in live and one.message_uid}
    asks = Counter(one.message_uid for one in found.values())
    first_copy = _first_copies(found)

    # of a message with several asks, those that stand for their copies are all of one copy of it
    def standing(key: str) -> tuple[bool, bool, bool, bool, int, str, str]:
        one = found[key]
        is_over = key in decided or one.evidence_uid in told
        is_opened = one.message_uid in opened
        more = -asks[one.message_uid]
        return not one.is_rejected, not is_over, key not in live, not is_opened, more, one.message_uid or "", key

    def matter(one: Detail) -> Hashable:  # of one message by one of them: one answer does for all
        mail = first_copy.get(one.message_uid or "", one.message_uid)
        return (one.account_uid, one.stakeholder_uid, mail) if one.evidence_uid and mail else None

    kept = dict(found)
    for keys in _alike(kept, _words_of):
        for twin in sorted(keys, key=standing)[1:]:
            del kept[twin]
    over = {key for key, one in kept.items() if one.is_rejected or (one.evidence_uid in told and key not in decided)}
    kept = {key: one for key, one in kept.items() if key not in over}
    waiting = {key: one for key, one in kept.items() if key not in decided}
    for keys in _alike(waiting, matter):
        first, *rest = sorted(keys, key=lambda key: (key not in live, -(kept[key].confidence or 0.0), key))
        also = [(str(kept[key].evidence_uid), kept[key].quote or "") for key in sorted(rest)]
        kept[first] = replace(kept[first], also=also)
        for key in rest:
            del kept[key]
    return kept


def _alike(found: Details, trait: Callable[[Detail], Hashable]) -> list[list[str]]:
    """Return the keys of matches that share a trait, where several do; None is no trait."""
    alike: dict[Hashable, list[str]] = defaultdict(list)
    for key, one in found.items():
        if (shared := trait(one)) is not None:
            alike[shared].append(key)
    return [keys for keys in alike.values() if len(keys) > 1]


def _words_of(one: Detail) -> Hashable:
    """Return the account, words and moment: a mail without a Message-ID can be stored under several ids."""
    if not (one.evidence_uid and one.quote and one.asked_at is not None):
        return None
    return one.account_uid, " ".join(one.quote.lower().split()), one.asked_at


def _first_copies(found: Mapping[str, Detail]) -> dict[str, str]:
    """Return message → the first of its copies: messages that ask the same at one moment are copies of one mail."""
    first: dict[str, str] = {}
    for keys in _alike(dict(found), _words_of):
        mails = {str(found[key].message_uid) for key in keys if found[key].message_uid}
        known = mails | {first[mail] for mail in mails if mail in first}
        joined = known | {mail for mail, one in first.items() if one in known}
        first |= dict.fromkeys(joined, min(joined, default=""))
    return first
