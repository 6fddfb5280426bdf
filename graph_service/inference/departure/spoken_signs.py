"""What people, machines and the CRM say of who left → signs. It may not read texts: `reading` did.

Hints, and whatever one of ours says in a mail, are no signs: a rumour is not evidence (P10).
"""

import re
from collections.abc import Iterator, Sequence

from graph_service.inference.casefile import Saying
from graph_service.inference.departure.naming import Names
from graph_service.inference.departure.signs import GRACE_DAYS, Sign

SURE = 0.75
"""Confidence of a reader's rule from which a farewell is taken at its word."""
AHEAD_DAYS = 45
"""A last day further ahead than this is only announced; people still work until then."""
BACK_DAYS = 400
_REASON = re.compile(
    r"\b(?:left (?:the |their |our |this )?(?:company|firm|business|organi[sz]ation|employer|bank|school|post|job)"
    r"|(?:has|have|had) (?:since )?left\b(?! (?:a |the )?(?:message|voice|note|for))"
    r"|no longer (?:there|here|with|at|works?|employed|working"
    r"|in (?:the )?(?:role|post|company|firm|business))|not (?:there|with (?:the )?\w{2,30}) any ?more"
    r"|(?:is|was|has been|got|been) (?:laid off|let go|made redundant|dismissed|fired)|(?:has |is |now )?retired"
    r"|gone to a new (?:job|employer|firm|company)|changed (?:jobs|employers?)"
    r"|new (?:job|employer) (?:at|with|elsewhere)"
    r"|moved (?:on )?to (?:a(?:nother)? )?(?:new |different )?(?:company|firm|employer)|ex[- ]employee|former employee"
    r"|ausgeschieden|nicht mehr (?:da|dort|im (?:unternehmen|hause?)|bei)|hat (?:das unternehmen|die firma) verlassen"
    r"|a quitté|n'est plus|parti(?:e)? à la retraite|niet meer (?:werkzaam|in dienst)|uit dienst|ya no (?:trabaja|está)"
    r"|non lavora più|slutat|har slutat|nie pracuje)\b",
    re.IGNORECASE,
)
LONGEST_NOTE = 2_000

Found = tuple[str, Sign]


def spoken_signs(sayings: Sequence[Saying], names: Names) -> Iterator[Found]:
    """Yield (person uid, sign) of all that was said up to the horizon; `sayings` hold nothing later."""
    people = frozenset(one.uid for one in names.people)
    for one in sayings:
        if one.kind == "departure_said":
            found = _said(one, names, people)
        elif one.kind == "auto_reply":
            found = _replied(one, people)
        elif one.kind == "crm_note":
            found = _noted(one, people)
        else:
            found = None
        if found is not None:
            yield found


def _said(one: Saying, names: Names, people: frozenset[str]) -> Found | None:
    if one.by_us:
        return None
    if one.topic == "farewell" and one.by_uid in people:
        kind = "farewell" if one.confidence >= SURE or one.until_day is not None else "farewell_hinted"
        return one.by_uid, _sign(one, kind, one.day)
    if one.topic in {"colleague", "successor"}:
        return _said_of_another(one, names, people)
    return _noticed(one, people) if one.topic == "network" else None


def _said_of_another(one: Saying, names: Names, people: frozenset[str]) -> Found | None:
    if one.about_uid in people and one.about_uid != one.by_uid:
        return one.about_uid, _sign(one, "said_by_colleague", one.day)
    if one.value:
        meant = names.meant(one.value, one.day, one.interaction_uid, one.by_uid)
        is_sure = one.topic != "successor" or one.confidence >= SURE
        kind = "said_by_colleague" if is_sure else "perhaps_followed"
        return None if meant is None else (meant[0], _sign(one, kind, meant[1]))
    others = names.party(one.interaction_uid, one.day) - {one.by_uid}
    if one.topic != "successor" or len(others) != 1:
        return None
    return next(iter(others)), _sign(one, "perhaps_followed", one.day)


def _noticed(one: Saying, people: frozenset[str]) -> Found | None:
    """A social network's notice of a new job; one that names no firm may mean a new job here."""
    if one.about_uid not in people:
        return None
    return one.about_uid, _sign(one, "new_employer" if one.firm else "other_employer", one.day)


def _replied(one: Saying, people: frozenset[str]) -> Found | None:
    who = one.about_uid or one.by_uid
    return (who, _sign(one, "auto_reply_left", one.day)) if one.topic == "left" and who in people else None


def _noted(one: Saying, people: frozenset[str]) -> Found | None:
    """A note in the CRM that names the reason; "not reachable" names none."""
    if one.about_uid not in people or not _REASON.search(f"{one.topic}. {one.quote}"[:LONGEST_NOTE]):
        return None
    return one.about_uid, _sign(one, "crm_says_left", one.day)


def _sign(one: Saying, kind: str, known: int) -> Sign:
    """Return the sign, known on `known`; a last day far ahead holds it back until it comes near."""
    told = one.until_day
    last = told if told is not None and told >= one.day - BACK_DAYS else None
    day = known if last is None else max(known, last - AHEAD_DAYS)
    wound_up = max(one.day, one.day if last is None else last) + GRACE_DAYS
    return Sign(kind, day, one.uid, wound_up, last, one.firm)
