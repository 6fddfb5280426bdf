"""Advocacy in words that no rule knows: enough separate signs of it in one or two sentences. Careful: high bar."""

from graph_service.reading.advocacy.classes import NEGATIVE
from graph_service.reading.advocacy.rules import Read, gated
from graph_service.reading.advocacy.stories import ENDED, SURVIVED, THREAT
from graph_service.reading.advocacy.vetoes import OTHERS, veto

_AGENT = gated(
    r"\b(?:i|i have|i had|i am|i will|i just|i already|i even|i also|i personally|me and \w+) (?:\w+ "
    r")?(?:\w{3,}(?:ed|ing)\b|told|said|took|put|made|gave|got|went|brought|stood|spoke|wrote|showed"
    r"|fought|kept|keep|held|won|sold|drove|sat|met|sent|found|left|stuck|let|bet|swore|laid|read|set|cut"
    r"|saw to|paid|bought|tell|say)\b|\bmy (?:own )?(?:budget|money|name|word|neck|reputation|cost cent\w+"
    r"|speech|slides?|talk|presentation)\b"
)
_AUDIENCE = gated(
    r"\b(?:c[feotim]o|vps?|board(?:room)?|boss(?:es)?|directors?|head of \w+|chief|executives?|leadership"
    r"|management|steering|steerco|committee|procurement|purchasing|finance|controllers?|controlling|legal"
    r"|colleagues?|peers?|counterparts?|headquarters|hq|group|sister|parent|owners?|partners|sceptics?"
    r"|skeptics?|doubters|internally|meeting|review|round|offsite|conference|trade fair|association"
    r"|prospects?|new (?:\w+ )?(?:head|boss|director|manager|cfo|ceo)|other (?:sites?|plants?|teams?"
    r"|departments?|depots?|companies|customers|firms|branch\w*)|everyone|everybody|anyone|whole (?:team"
    r"|department|company|room)|aname)\b"
)
_US = gated(r"\b(?:theproduct|you(?! know)|your|yours)\b")
_SPEAKS = gated(
    r"\b(?:told|tell|said|say|explain\w*|show\w*|present\w*|mention\w*|argu\w+|insist\w*|remind\w*"
    r"|defend\w*|convinc\w+|persuad\w+|recommend\w*|suggest\w*|pitch\w*|vouch\w*|answer\w*|wrote|spoke"
    r"|talk\w*|speech|slides?|case|argument|name|story|word|agenda|demonstrat\w*|invit\w+|introduc\w+"
    r"|nominat\w+|fight|fought|stood|pushed|asked|quoted|prais\w+|promis\w+|guarantee\w*|plead\w*)\b"
)
_GOOD = gated(
    r"\b(?:sav(?:ed|es|ings?)|best|great|brilliant|excellent|fantastic|impressed|worth|agreed|signed"
    r"|approved|yes|convinced|won|keep\w*|stay\w*|renew\w*|extend\w*|extension|more (?:seats|licen[cs]es"
    r"|sites)|rollout|roll-out|roll \w+ out|interested|wants? (?:it|one|the same|to see|in)|should (?:have"
    r"|use|see|look|get|buy|try)|trust|success|happy to|glad to|love[sd]?|better|faster|half the time"
    r"|hours|still in|nodd\w+|applau\w+|on board|budget|safe|deserve\w*|proud|favou?rite|jealous|envious"
    r"|listen\w*|works|never (?:\w+ )?without|without (?:it|you))\b"
)
_BAR = gated(
    r"\?\s*$|\btherival\b|\b(?:if (?:it|you|we|i|they)|would have|wish|unless|should|could you|can you"
    r"|will you|please|invoice|ticket|password|error|agenda for|reschedul\w*|holiday|vacation|leave|sick"
    r"|your (?:mail|e-?mail|message|call|question|reply|patience|help|invoice|time|team members?))\b"
)
_NEGATIVE = gated(NEGATIVE)
ENOUGH = 5


def weighs_enough(window: list[Read]) -> bool:
    """Tell whether the sentences together show the speaker acting, an audience, us, speaking, and a good outcome."""
    text = " ".join(line.plain for line in window)
    passing = window[0].passing | window[-1].passing
    if (
        veto(text, passing, 0, frozenset())
        or not _AGENT.search(text, passing)
        or not _US.search(text, passing)
        or _BAR.search(text, passing)
        or OTHERS.search(text, passing)
    ):
        return False
    fights = THREAT.search(text, passing) is not None
    if _NEGATIVE.search(text, passing) and not fights:
        return False
    ended = ENDED.search(text, passing) or SURVIVED.search(text, passing) or _GOOD.search(text, passing)
    signs = (True, True, _AUDIENCE.search(text, passing), _SPEAKS.search(text, passing), ended, fights)
    return sum(1 for sign in signs if sign) >= ENOUGH
