"""Which part of a request is still wanted: praise, thanks and what they do not need are no wish; a fault is another.

Owns the reading of clauses. A request is one sentence or two; it is cut into clauses, and each clause is judged.
Every pattern is linear: bounded repeats only.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from graph_service.inference.topics.records import Request
from graph_service.inference.topics.words import fold

ANNOUNCED = "announced"
"""The form of a request whose sentence only says that one comes; the thing wanted is its value."""

_OPENING = re.compile(
    r"^\W{0,3}(?:(?:hello|hi|hey|dear|good (?:morning|day|afternoon)|morning)\b[^,:.!?\n]{0,30}[,:!]"
    r"|(?=[^:.?!\n]{0,60}\b(?:wish|question|request|said|discussed|mentioned|talked|agreed|asked|workshop|meeting|call"
    r"|phone|feedback|idea|suggestion|point|side|note|ps|list|thing|things)\b)[^:.?!\n]{0,60}:(?= ))"
)
"""A greeting, or what only says that something comes: "as said on the phone:"."""

_CUT = re.compile(
    r"[.!?;\n]+|,? ?\b(?:but|however|although|though|except that|whereas)\b|,(?= ?(?:can|could"
    r"|please|would|what|yet|so "
    r"please|i'd|we'd)\b)|:(?= )| - "
)
_CONTENT = re.compile(
    r"\b(?:works?|working|worked|runs?|is|are|looks?) (?:\w{1,12} ){0,2}(?:fine|well|great|good|perfect(?:ly)?|ok|okay"
    r"|nice|lovely|brilliant|a joy|as expected|very useful|there now|there already|already there)\b"
    r"|\b(?:thanks|thank you|many thanks|thx|kudos|cheers)\b(?! in advance)"
    r"|\b(?:happy|pleased|satisfied|delighted|content) (?:\w{1,12} ){0,2}(?:with|about|that)\b"
    r"|\b(?:we|i|they|people|users|everybody|everyone) (?:really |already |all )?(?:love|like"
    r"|enjoy)s? (?:the|your|how|it)\b"
    r"|\bworks?$|\b(?:is|are) there now\b|(?<!^)\b(?:is|are) (?:already )?there ?$"
    r"|\bwe (?:already )?have (?:that|it) now\b"
)
_HOPED = re.compile(r"\b(?:would|it'd|could|might|'d) (?:\w{1,12} ){0,3}(?:be|have been|help|work)\b|\bwould've\b")
_DECLINED = re.compile(
    r"\b(?:do not|don't|does not|doesn't|did not|didn't|no longer|never|not|neither) (?:\w{1,12} ){0,2}"
    r"(?:need|want|use|require|care about|care for|ask for|asking for|interested in|looking for)(?:s|ed)?\b"
    r"|\bno (?:\w{1,12} )?(?:need|use|interest) (?:for|of|in|to)\b|\bnot (?:interested|necessary|needed|required)\b"
    r"|\bcan (?:do|live|manage) without\b|\bforget about\b|\bno longer (?:relevant|an issue|a topic)\b"
)
_FAULT = re.compile(
    r"\b(?:(?:is|are|was|were|went) down|since (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday"
    r"|this (?:morning|week)|last (?:week|night)|the (?:last )?(?:update|upgrade|release))|freezes"
    r"|fails?|failed|failing|broken|broke|crash(?:es|ed|ing)?|stopped working|not working"
    r"|(?:does not|doesn't|do not"
    r"|don't|did not|didn't) (?:work|load|open|start|arrive|save|respond)|(?:on|in|at|shows?|sends?|shown|gives?) the "
    r"wrong|wrong (?:day|date|time|language|value|number|total|order|side|hour)|error message|throws? an error|an error"
    r"|is a bug|a bug in|hangs|(?:sends?|comes?|arrives?|appears?|shown) (?:\w{1,12} ){0,3}(?:twice"
    r"|three times|double))\b"
)
_WISH = re.compile(
    r"\b(?:could|can|can't|couldn't|would|'d|should|please|need|needs|needed|wish|want|wants|miss"
    r"|missing|lack|lacks|plan"
    r"|plans|planned|roadmap|possible|any chance|any way|a way|ability|able to|must|pay extra|let us|let me|hope|dream"
    r"|insists?|demands?|asks? (?:for|if|us)|by hand|manually|look forward|support for|one by one"
    r"|each time|every time)\b"
)
_INSTEAD = re.compile(
    r"\b(?:instead of|rather than|other than|apart from|in place of|not only) (?:[^\s,.;]{1,30} ?){1,2}"
)
_QUESTION = re.compile(
    r"^\W{0,3}(?:how (?:long|many|much|often|do|does|did|is|are)|which|what|who|why(?! (?:(?:do|does) \w{1,12} "
    r"(?:still |always )?have to|must|can't|isn't|is there no|is it not|is it so)\b)|when (?:is|will|do))\b"
    r"|, which one\b"
)
_EXISTING = re.compile(
    r"^\W{0,3}(?:(?:could|can|would|should|may|might) )?(?:the|your) (?P<thing>(?:[^\s,;]{1,30} ){1,5}?)"
    r"(?:should|could|must|needs? to|ought to|may|be|have|show|also|cover|carry|look|remember|include|get|allow)\b"
)
_BACK = re.compile(r"^\s*(?:that|this|it|which)(?:'s| is| was| has been)\b")


@dataclass(frozen=True, slots=True)
class Wish:
    """What is wanted in the customer's words, and whether they only report a fault of what is there.

    `text` is empty where nothing is wanted. `existing` is what they speak of as there ("the report should …"),
    or praise.
    """

    text: str
    is_fault: bool = False
    existing: str = ""


def wish_of(request: Request) -> Wish:
    """Return the wish within a request: the sentence and the thing wanted, without what they have or do not need."""
    announced = request.topic == ANNOUNCED and request.value.strip()
    return wish_in(request.value if announced else said_by(request))


def said_by(request: Request) -> str:
    """Return everything a request says: the sentence, and what the reader took for the thing wanted if it is not in it.

    A request that was only announced ("I have a wish.") has its thing in the next sentence, which is the value.
    """
    quote, value = request.quote.strip(), request.value.strip()
    inside = not value or value.lower() in fold(quote)
    return quote if inside else f"{quote} {value}" if quote else value


@lru_cache(maxsize=20_000)
def wish_in(text: str) -> Wish:
    """Return the wish within a text."""
    opened = _OPENING.sub(" ", _OPENING.sub(" ", fold(text), count=1).strip(), count=1)
    clauses = [one for one in _CUT.split(opened.strip()) if one and one.strip()]
    kept = [one for one in clauses if not _is_spent(one)]
    is_wish = any(_WISH.search(one) for one in kept)
    faults = set() if is_wish else {at for at, one in enumerate(kept) if _FAULT.search(one)}
    words = "; ".join(_INSTEAD.sub(" ", one).strip() for one in kept if not _is_back(one))
    things = [found["thing"].strip() for one in kept if (found := _EXISTING.search(one.strip()))]
    praised = [one for one in clauses if one not in kept and not _DECLINED.search(one)]
    return Wish(words, bool(faults), "; ".join([*things, *praised]))


def _is_spent(clause: str) -> bool:
    """Tell whether a clause is praise, thanks, or says that something is not needed."""
    if _DECLINED.search(clause) or (_QUESTION.search(clause) and not _WISH.search(clause)):
        return True
    return bool(_CONTENT.search(clause)) and not _HOPED.search(clause)


def _is_back(clause: str) -> bool:
    """Tell whether a clause only points back at what was said before."""
    return bool(_BACK.search(clause)) and len(clause.split()) < 5
