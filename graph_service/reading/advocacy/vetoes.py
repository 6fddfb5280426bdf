"""What makes a sentence that looks like advocacy none: question, condition, denial, others' words, sarcasm, past."""

import re

from graph_service.reading.advocacy.rules import gated

_REPORTED = gated(
    r"\b(?:someone|somebody|some people|people|they|he|she|aname|a (?:friend|peer|contact|consultant"
    r"|former \w+)|(?:my|our) (?:predecessor"
    r"|consultants?|partners?|advisors?|old boss|previous \w+)|your (?:sales\w*|rep|colleague|account \w+"
    r"|website|team)|the (?:analyst|consultant|sales) ?\w*"
    r"|i (?:was|am|were) (?:told|advised|asked)|we were (?:told|advised|promised|recommended)|i (?:heard"
    r"|read|understand|hear)"
    r"|apparently (?:\w+ )?that|supposedly|allegedly|rumou?r has it|according to) (?:(?!(?:i|we) )\w+ ){0,3}?"
    r"(?:recommend\w*|said"
    r"|says|told|tells|claims?|claimed|prefer\w*|vouch\w*|prais\w*|swears?|suggest\w*|offered"
    r"|convinced|pitched|sold|rave[sd]?|relies|argued|fought|is better|are better|better)\b"
    r"|^(?:he|she|they|aname|your \w+) (?:\w+ )?(?:recommended|told|said|vouched|pitched|sold|convinced"
    r"|argued|offered)\b"
    r"|\bi (?:heard|read|understand|hear) (?:\w+ ){0,3}?that\b"
    r"|\b(?:was|were|been|got) (?:\w+ )?(?:recommended|pitched|sold|told|promised|oversold) (?:to us|to me"
    r"|by|that|this|on|it)?"
)
_SARCASM = gated(
    r"^(?:oh|yeah|yea|yep|sure|great|wonderful|brilliant|fantastic|lovely|perfect|nice|super|bravo"
    r"|congrat\w*|well done|thanks"
    r"|awesome|excellent|amazing|wow|so)\b[^.;]{0,80}\b(?:again|another|third|fourth|second time|outage"
    r"|down|broken|crash\w*|fail\w*|error|bug|late|nothing works|yet another|once more|still (?:not"
    r"|waiting|no))\b"
    r"|\bthanks for nothing\b|\bjust what (?:we|i) needed\b|\bslow clap\b|/s\b|\bas if\b|\byeah,? right\b"
    r"|\bbecause that (?:worked|went) (?:so|really) well\b"
    r"|\b(?:great|lovely|wonderful|brilliant|fantastic|nice) (?:job|work|timing|stuff"
    r"|way)\b[^.;]{0,40}\b(?:breaking|losing|deleting|down|again|outage|crash\w*)\b"
    r"|\b(?:how|so|as|the|very|such a?|its|your) ['\"](?:great|reliable|amazing|helpful|seamless|easy"
    r"|robust|stable|world-class|best|fast|fantastic|intuitive|smart|simple|excellent|award-winning"
    r"|responsive)[\w -]*['\"]"
    r"|\b(?:real|total|absolute) (?:joy|treat|pleasure|delight)\b[^.;]{0,40}\b(?:when|again|down|error|crash)"
)
_CONDITION = gated(
    r"\b(?:if (?:it|you|we|i|they|this|that|the|only|theproduct|your|support|things|someone|there)\b"
    r"|unless\b|wish\b|once (?:it|you|this|we|the|theproduct|that) |as soon as|provided|assuming|(?:not "
    r"sure|unsure|unclear|decide|know|see|find out|wonder\w*) whether"
    r"|until (?:it|you|this|that|we|they|things|the \w+) (?:\w+ )?(?:is|are|has|have|can|gets?|works?"
    r"|fix\w*)\b|would love to be able"
    r"|would have (?:\w+ )?(?:recommended|told|loved|pitched|sold|vouched|liked|argued|said)|would like "
    r"to be able|(?<!said )(?:i|you|it|this|that) should have|could have|might have|hoped to|hoping to|in "
    r"order to|so (?:that )?(?:i|we) "
    r"can|before (?:i|we) (?:can|could|go|take|recommend)|need to be able|want to be able|had hoped"
    r"|depends on whether|might|maybe|perhaps|hard to|difficult to|tough to|struggle to|not (?:yet "
    r")?(?:able|ready|in a position) to)\b"
)
_POLITE_IF = re.compile(
    r"\bif (?:you|your \w+|any ?one|somebody|someone|any \w+|that|it|this|they|there is) (?:ever |still "
    r"|would |is |are |do |can |guys )*(?:need\w*|wants?|like|helps?|looking|useful|interested|of use|of "
    r"help|of (?:any )?interest|asks?|have|comes?|works for)\b|\bif (?:that|it|this) (?:is of|is|would be"
    r"|can be)\b|\bif (?:needed|useful|helpful|of help|of interest|required|asked|you)\b"
)
_NEGATED = re.compile(
    r"\b(?:not|never|no longer|hardly|barely|nobody|no one|neither|without having|refus\w+ to|stopped"
    r"|failed to|unable to|hesita\w+ to|reluctant to|nor|far from|anything but|less than)\b(?: \w+){0,3}$"
)
_NOT_ONLY = re.compile(
    r"\bnot (?:only|just|even once regretted|hesitate)\b(?: \w+){0,2}$|\bcan not stop\b(?: \w+){0,3}$"
    r"|\bnever (?:stop|stopped|tire|miss)\b(?: \w+){0,3}$"
)
_NOT_ONLY_INSIDE = re.compile(_NOT_ONLY.pattern.replace("$", ""))
_PAST = gated(
    r"\bused to\b|\bback (?:when|then|in)\b|\bin the (?:old|early) days\b|\b(?:regret\w*|mistake|egg on "
    r"my face|look(?:s|ed|ing)? (?:like an? )?(?:foolish|stupid|fool|idiot|bad|silly)|embarrass\w*|hung "
    r"out to dry"
    r"|let (?:me|us) down|and now (?:look|i|we are|we have|this|it is)|not any ?more|no longer|those days|made me look"
    r"|wish i had not|should not have|never again|biting me|backfir\w+|before (?:this|the) (?:outage"
    r"|incident|release|mess|last))\b|\b(?:done|tired of|sick of|fed up with|stopped|through with) "
    r"(?:defending|recommending|vouching|arguing|fighting"
    r"|explaining|promoting)\b|\b(?:but|until|yet) (?:that was before|those days|these days"
    r"|lately|now)\b|\bafter (?:i|we) (?:vouched|recommended|told|pitched|sold|argued|fought|pushed|stuck"
    r"|convinced)"
)
OTHERS = gated(
    r"\btherival\b|\b(?:our|my|the|their|another|a) (?:[\w-]+ ){0,2}?(?:partner|supplier|carrier|agency"
    r"|consultan\w+|contractor|integrator|bank|landlord|forwarder|provider|caterer|lawyers?|insurer"
    r"|reseller|recruiter|printer|installer)s?\b"
)
_MENTIONS_US = gated(r"\b(?:theproduct|you|your|yours)\b")
_OPENING_NEGATIVE = frozenset(
    [
        "not",
        "never",
        "no",
        "longer",
        "hardly",
        "barely",
        "nobody",
        "neither",
        "stopped",
        "refused",
        "failed",
        "unable",
        "hesitate",
        "reluctant",
        "nor",
    ]
)


def veto(plain: str, passing: int, start: int, allows: frozenset[str]) -> str:
    """Return the name of what speaks against a match at `start` of the plain sentence; "" when nothing does."""
    if "question" not in allows and plain.rstrip(" \"')").endswith("?"):
        return "question"
    for name, pattern in (("sarcasm", _SARCASM), ("reported", _REPORTED), ("past", _PAST)):
        if name not in allows and pattern.search(plain, passing):
            return name
    if "others" not in allows and OTHERS.search(plain, passing) and not _MENTIONS_US.search(plain, passing):
        return "others"
    if "conditional" not in allows and _conditional(plain, passing, allows):
        return "conditional"
    return "negation" if "negation" not in allows and _negated(plain, start) else ""


def _conditional(plain: str, passing: int, allows: frozenset[str]) -> bool:
    if "polite_if" in allows:
        plain = _POLITE_IF.sub(" ", plain)
    return _CONDITION.search(plain, passing)


def _negated(plain: str, start: int) -> bool:
    """Tell whether the act itself is denied: a negative within four words before it or just inside it."""
    head = plain[max(0, start - 40) : start]
    inside = " ".join(plain[start : start + 60].split()[:4])
    if _NOT_ONLY.search(head) or _NOT_ONLY_INSIDE.search(inside):
        return False
    if _NEGATED.search(head.rstrip()):
        return True
    return not _OPENING_NEGATIVE.isdisjoint(inside.split())
