"""Who decides: budget in the title, "needs X's approval" in what is said. Kept apart from influence.

Owns the words of deciding and the noisy-or that joins the signs. It may not read titles or find names itself.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph_service.domain.facts import Score
from graph_service.inference.casefile import CaseFile
from graph_service.inference.influence.held_titles import Held
from graph_service.inference.influence.namings import LONGEST, SILENT, Naming
from graph_service.inference.influence.score import score_of
from graph_service.inference.influence.window import WINDOW_DAYS

TITLE, PURSE, APPROVALS, OWN_WORDS = "title", "budget_function", "approvals", "own_words"
BY_TITLE = 0.5
"""Chance to decide of the highest title; others in proportion to T."""
BY_PURSE, BY_PURSE_STAFF, LEADS = 0.25, 0.1, 0.4
BY_APPROVAL, BY_OWN_WORDS = 0.35, 0.25
PURSES = frozenset({"finance", "procurement", "general management"})
_PURSE_WORDS = re.compile(
    r"\b(?:budget\w{0,3}|purchas\w{1,4}|procure\w{1,6}|einkauf\w{0,6}|achats?|inkoop)\b", re.IGNORECASE
)
_DECIDES = re.compile(
    r"\b(?:approv(?:e[sd]?|ing)|approval (?:of|from|by)"
    r"|sign(?:s|ed|ing)?(?:[ -](?:off|it|this|the|that|by|next|tomorrow|today|off on))"
    r"|(?:will|must|can|has to|needs to|should|to) sign|decid(?:e[sd]?|ing)|decision|decider"
    r"|budget holder|(?:holds?|owns?|controls?) the (?:budget|purse|money)|authori[sz](?:e[sd]?|ing)"
    r"|(?<=['’]s )(?:approval|sign-?off|signature|decision|budget|blessing|authori[sz]ation)"
    r"|final (?:say|word|call)|green ?-?light\w{0,2}|the last word|purchase order"
    r"|freig(?:abe|eben|ibt)|genehmig(?:t|en|ung)|unterschreib(?:t|en)|entscheide(?:t|n)|entscheidung"
    r"|approuve\w{0,2}|valide[rz]?|signe(?:r|ra)?|decide(?:r|ra)?|tranche(?:r|ra)?"
    r"|beslis(?:t|sing|sen)|goedkeur(?:t|en|ing)|tekent|aprueb(?:a|an)|firmar?|decid(?:e|ir))\b",
    re.IGNORECASE,
)
_I_DECIDE = re.compile(
    r"\bI(?:'ll| will| can| have|'ve| already| also| just)?(?: already| also| just| now)?"
    r" (?:approved?|sign(?:ed)?(?: off)?|decided?|authori[sz]ed?|hold the budget|own the budget)\b"
    r"|\bmy (?:budget|sign-?off|approval|decision)\b"
)


@dataclass(frozen=True, slots=True)
class Sign:
    """A saying of `day` by `by_uid` from which it follows that `of_uid` decides."""

    day: int
    saying_uid: str
    of_uid: str
    by_uid: str


def signs_of(case: CaseFile, namings: Iterable[Naming], horizon_day: int) -> dict[str, list[Sign]]:
    """Return stakeholder → the signs that they decide, by (day, saying): what others say of them, and they of it."""
    found = [
        Sign(one.day, one.saying_uid, one.of_uid, one.by_uid) for one in namings if _DECIDES.search(one.quote[:LONGEST])
    ]
    people = {person.uid for person in case.people if person.is_person}
    found += [
        Sign(one.day, one.uid, one.by_uid, one.by_uid)
        for one in case.sayings
        if one.day <= horizon_day and one.by_uid in people and one.kind not in SILENT and not one.by_us
        and _I_DECIDE.search(one.quote[:LONGEST])
    ]  # fmt: skip
    by_person: dict[str, list[Sign]] = {}
    for sign in sorted(found, key=lambda one: (one.day, one.saying_uid, one.of_uid)):
        by_person.setdefault(sign.of_uid, []).append(sign)
    return by_person


def power_shares(held: Held | None, signs: Iterable[Sign], day: int) -> dict[str, float]:
    """Return the summands of decision power on `day`: 1 - product of (1 - p) over the signs, each what it adds.

    p: 0.5 T by title (nothing for an assistant), 0.25 for who leads finance, purchasing or the firm (0.1 for their
    staff), 0.35 for each person who said in the last year that they approve, 0.25 for their own word. Without measured
    labels these are defaults, not fits.
    """
    chances = _by_title(held)
    recent = [one for one in signs if day - WINDOW_DAYS < one.day <= day]
    others = len({one.by_uid for one in recent if one.by_uid != one.of_uid})
    chances[APPROVALS] = 1.0 - (1.0 - BY_APPROVAL) ** others
    chances[OWN_WORDS] = BY_OWN_WORDS if any(one.by_uid == one.of_uid for one in recent) else 0.0
    shares, left = {}, 1.0
    for name, chance in chances.items():
        if chance:
            shares[name] = left * chance
            left *= 1.0 - chance
    return shares


def _by_title(held: Held | None) -> dict[str, float]:
    if held is None or held.level is None or held.read.is_assistant:
        return {}
    has_purse = PURSES.intersection(held.read.functions) or _PURSE_WORDS.search(held.text[:LONGEST])
    purse = (BY_PURSE if held.level >= LEADS else BY_PURSE_STAFF) if has_purse else 0.0
    return {TITLE: BY_TITLE * held.level, PURSE: purse}


def power_score(shares: Mapping[str, float], signs: Iterable[Sign], day: int, title: tuple[str, ...]) -> Score:
    """Return decision power as a score with the newest sayings behind it; `title` is the evidence of the title."""
    recent = [one for one in signs if day - WINDOW_DAYS < one.day <= day][::-1]
    evidence = {
        TITLE: title,
        PURSE: title,
        APPROVALS: tuple(dict.fromkeys(one.saying_uid for one in recent if one.by_uid != one.of_uid))[:5],
        OWN_WORDS: tuple(dict.fromkeys(one.saying_uid for one in recent if one.by_uid == one.of_uid))[:5],
    }
    return score_of(shares, evidence)
