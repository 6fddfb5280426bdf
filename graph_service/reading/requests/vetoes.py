"""What makes a sentence that looks like a feature request none: defects, help, meetings, papers, what is there."""

from graph_service.reading.requests.forms import GATES

_HAVE_ALREADY = GATES.any_of(
    r"\b(?:great|good|glad|happy|nice|lovely|love|loved|thanks|thank you|cheers|kudos|pleased|delighted"
    r"|appreciate|cool|awesome)\b[^.;?!]{0,30}\b(?:that you|you|to see (?:that )?you|for|the new|your new"
    r"|how)\b[^.;?!]{0,12}\b(?:added|adding|built|building|shipped|shipping|released|releasing|introduced"
    r"|implemented|implementing|finally (?:have|got|added)|made|new|supports?|delivered|fixed|fixing)\b"
    r"|\b(?:great|good|nice|lovely|happy|glad|super|cool) (?:to (?:see|have)"
    r"|that)\b[^.;?!]{0,60}\b(?:finally|at last|now there|is there|are there|now)\b"
    r"|\b(?:if|do|would|did|may|might) you (?:\w+ )?(?:want|need|like|require|prefer|wish)\b(?! (?:to "
    r")?(?:add|build|support))"
    r"|\b(?:like|want|need|love) to (?:order|buy|purchase|book|meet|invite|thank|remind|inform|arrange"
    r"|congratulate|introduce)\b"
    r"|\b(?:have|take|had) (?:a |another )?(?:quick |closer )?look\b|^our (?:proposal|suggestion"
    r"|offer)\b[^.;?!]{0,20}\bwe (?:build|will|can|could|offer|do)\b"
    r"|\bnow that (?:you|we|it|theproduct|the)\b|\b(?:already|finally|now) (?:got|works?|supports?|added"
    r"|lets?|can|released|shipped|live|available|solved|does)\b(?! to\b)(?! been)|\bthe new [\w -]{2,40} "
    r"(?:is|are|works?|has been|saves?|does|helps)\b(?! not)"
    r"|\b(?:no longer|do not|does not|will not|did not|never) (?:really |actually )?(?:need|require|want"
    r"|miss)\b|\bno need\b|\bnot (?:a )?(?:needed|necessary|urgent enough|blocker|problem)\b|\b(?:solved"
    r"|does the trick|exactly what (?:we|i) needed|just what (?:we|i) needed|is what we needed|all we "
    r"needed|works (?:like a charm|great|well|fine|perfectly|a treat|now))\b"
)
_DEFECT = GATES.any_of(
    r"\b(?:error|errors|bug|bugs|crash\w*|broken|broke|fails|failing|failed|failure|stopped|outage|down "
    r"(?:again|since|for)|timed? ?out|timing out|times out|frozen|hangs|hung|blank|404|500|502|503|stack "
    r"?trace|exception|suddenly|since (?:yesterday|today|this morning|last|the (?:update|release|upgrade)"
    r"|monday|tuesday|wednesday|thursday|friday)|used to (?:work|be)|not (?:work|load|open|start|respond"
    r"|refresh|updat|sav|send|appear|arriv|sync)(?:ing|ed)?(?! (?:with|on|in|across|for|offline|to)\b)"
    r"|any ?more|wrong (?:numbers?|data|values?|total)|incorrect\w*|corrupt\w*|glitch\w*|missing from "
    r"(?:the|my|our)|disappeared|vanished|gone missing|lost (?:my|our|all|data)|spinning|stuck (?:on|at"
    r"|in)|regression|slow (?:today|since|again)|takes forever|unable to log|locked out|can not (?:log"
    r"|sign|get) (?:in|into|on|access)|duplicated? (?:twice|since))\b"
)
_SUPPORT = GATES.any_of(
    r"\b(?:password|(?:can not|could not|unable to|trouble|help \w+|problems?) log(?:ging)? ?in|log ?in "
    r"(?:problem|issue|details|data)|locked out|reset (?:my|his|her|the|our|a)|my account|user account for"
    r"|new (?:user|joiner|starter|colleague)|invite (?:link|for)|invoice\w*|purchase order|\bpo number"
    r"|quote\b|pricing|discount|refund|contract|renewal|order form|nda|dpa|(?:meeting|call|session"
    r"|workshop|demo|training|webinar|lunch|coffee)s?\b(?! (?:notes|minutes|room|templates?))"
    r"|calendar invite|agenda|slides|deck|recording|\bq[1-4] (?:review|meeting)|qbr|(?:send|forward|give"
    r"|get|provide|show|tell|share) (?:me|us|it|them|him|her)?\s?(?:\w+ )?(?:the|an?|your|some|any|over"
    r"|back)? ?(?:\w+ )?(?:link|docs?|documentation|manual|guide|copy|details|info|information|update"
    r"|status|numbers?|figures|list of (?:users|open)|answer|eta|news|feedback|date|address|contact"
    r"|example|template for the)\b|by (?:eod|cob|end of day|close of business|monday|tuesday|wednesday"
    r"|thursday|friday|tomorrow|noon)|let (?:me|us) know|get back to|look into|root cause|post ?mortem"
    r"|hear (?:back )?from|speak to|talk to|talk about|discuss|meet\b|catch up|join (?:us|the|me|our)"
    r"|confirm|approve (?:the|this|our) (?:budget|order|quote)|sign (?:the|it|this|off by)|\w+ to the "
    r"(?:invite|invitation|thread|call|meeting|distribution|cc|chat)|on (?:the|this) (?:thread|ticket"
    r"|case)\b|what is the (?:best )?way|reference (?:customer|call)|case study|be able to (?:attend|join"
    r"|make it|come|give you|let you|tell you|get back|confirm|answer|send|sign|pay|commit)|time to "
    r"(?:look|review|think|check)|more time|few (?:days|minutes|weeks)|(?:need|take|wait|have|give \w+) "
    r"another (?:week|day)|to (?:go|run) "
    r"(?:through|past|by)|(?:need|want|expect|missing|get|waiting for|have) from (?:you|your side)\b)"
)
_HOW_TO = GATES.any_of(
    r"^(?:\w+ )?(?:how (?:do|can|should|would) (?:i|we|you)|where (?:do|can|is|are)|who (?:do|can|is)"
    r"|what (?:does|do|is))\b"
)
_NOT_OURS = GATES.any_of(
    r"\btherival (?:can|does|has|lets|supports)\b|\bneed not\b|\b(?:we|i) need to (?:be (?!able)|go|get "
    r"(?:back|going|together|this|it|approval|sign|the (?:budget|contract))|do|make|think|see (?:if|how"
    r"|what|whether)|look|wait|know|understand|find|keep|plan|prepare|finish|move|take|start|check|agree"
    r"|review|set (?:up )?(?:a|some) (?:time|meeting|call)|finali[sz]e|figure|work|come|give|put (?:this"
    r"|it|together)|have a|close|pause|hold|leave|run|stop|be careful|focus|wrap)\b"
)
_BY_DAY = GATES.any_of(
    r"\b(?:before|by|until|till|on|for) (?:the )?(?:\d|january\b|february\b|march\b|april\b|may \d|june\b"
    r"|july\b|august\b|september\b|october\b|november\b|december\b|tomorrow\b|tonight\b|next week\b|noon\b"
    r"|(?:mon|tues|wednes|thurs|fri)day\b(?! morning)|end of (?:the )?(?:day|week|month|business))"
)
_LONG_PAST = GATES.any_of(
    r"\b(?:used to (?:need|want|miss|have)|back then|at the time|before (?:we had|you added|the release"
    r"|theproduct)|in the old (?:tool|system|days)|(?:our|the) (?:old|previous) (?:tool|system|vendor))\b"
)


def veto(plain: str, passing: int, ends: int, allows: frozenset[str]) -> str:
    """Return the name of what speaks against a feature request in the plain sentence; "" when nothing does."""
    checks = (
        ("already", _HAVE_ALREADY),
        ("defect", _DEFECT),
        ("support", _SUPPORT),
        ("how_to", _HOW_TO),
        ("business", _NOT_OURS),
        ("past", _LONG_PAST),
        ("by_day", _BY_DAY),
    )
    for name, pattern in checks:
        if name not in allows and pattern.search(plain[:ends] if name == "support" else plain, passing):
            return name
    return ""
