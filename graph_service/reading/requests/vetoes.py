"""What makes a sentence that looks like a feature request none: defects, help, meetings, papers, what is there."""

from graph_service.reading.requests.forms import GATES

_HAVE_ALREADY = GATES.any_of(
    r"\b(?:great|good|glad|happy|nice|lovely|love|loved|thanks|thank you|cheers|kudos|pleased|delighted|appreciate"
    r"|cool|awesome)\b[^.;?!]{0,30}\b(?:that you|you|to see (?:that )?you|for|the new|your new"
    r"|how)\b[^.;?!]{0,12}\b(?:added|adding|built|building|shipped|shipping|released|releasing|introduced"
    r"|implemented|implementing|finally (?:have|got|added)|made|new|supports?|delivered|fixed|fixing)\b|\b(?:great"
    r"|good|nice|lovely|happy|glad|super|cool) (?:to (?:see|have)|that)\b[^.;?!]{0,60}\b(?:finally|at last|now"
    r" there|is there|are there|now)\b|\b(?:if|do|would|did|may|might) you (?:\w+ )?(?:want|need|like|require"
    r"|prefer|wish)\b(?! (?:to )?(?:add|build|support))|\b(?:like|want|need|love) to (?:order|buy|purchase|book"
    r"|meet|invite|thank|remind|inform|arrange|congratulate|introduce)\b|\b(?:have|take|had) (?:a |another"
    r" )?(?:quick |closer )?look\b|^our (?:proposal|suggestion|offer)\b[^.;?!]{0,20}\bwe (?:build|will|can|could"
    r"|offer|do)\b|\bnow that (?:you|we|it|theproduct|the)\b|\b(?:already|finally|now) (?:got|works?|supports?"
    r"|added|lets?|can|released|shipped|live|available|solved|does)\b(?! to\b)(?! been)|\bthe new [\w -]{2,40}"
    r" (?:is|are|works?|has been|saves?|does|helps)\b(?! not)|(?<!what i )(?<!what we )(?<!what you )\b(?:no longer"
    r"|do not|does not|will not|did not|never) (?:really |actually )?(?:need|require|want|miss)\b|\bno need\b|\bnot"
    r" (?:a )?(?:needed|necessary|urgent enough|blocker|problem)\b|\b(?:solved|does the trick|exactly what (?:we|i)"
    r" needed|just what (?:we|i) needed|is what we needed|all we needed|works (?:like a charm|great|well|fine"
    r"|perfectly|a treat|now))\b|\bnow,? (?:perfect|great|good|super|thanks|thank you|fine|wonderful|excellent"
    r"|lovely)\b|\bhere (?:it|they) (?:is|are)\b|\b(?:as|you) (?:asked|wished|requested|wanted)(?: for|,)"
)
_DEFECT = GATES.any_of(
    r"\b(?:error|errors|bug|bugs|crash\w*|broken|broke|fails|failing|failed|failure|stopped|outage|down (?:again"
    r"|since|for)|timed? ?out|timing out|times out|frozen|hangs|hung|blank|404|500|502|503|stack ?trace|exception"
    r"|suddenly|since (?:yesterday|today|this morning|last|the (?:update|release|upgrade)|monday|tuesday|wednesday"
    r"|thursday|friday)|used to (?:work|be)|not (?:work|load|open|start|respond|refresh|updat|sav|send|appear|arriv"
    r"|sync)(?:ing|ed)?(?! (?:with|on|in|across|for|offline|to)\b)|any ?more|wrong (?:numbers?|data|values?|total)"
    r"|incorrect\w*|corrupt\w*|glitch\w*|missing from (?:the|my|our)|disappeared|vanished|gone missing|lost (?:my"
    r"|our|all|data)|spinning|and then nothing|stops? at \d+ ?(?:%|percent)|stuck (?:on|at|in)|regression|slow"
    r" (?:today|since|again)|takes forever|unable to log|locked out|can not (?:log|sign|get) (?:in|into|on|access)"
    r"|duplicated? (?:twice|since))\b"
)
_SUPPORT = GATES.any_of(
    r"\b(?:reports?|lists?|files?|exports?|templates?|forms?|overview|summary|slides|numbers|figures) (?:for|of"
    r"|from) (?:january|february|march|april|may|june|july|august|september|october|november|december|last"
    r"|yesterday|today|the (?:meeting|call|training|workshop|session|audit|pilot))\b|\b(?:add|include|invite|enable"
    r"|activate|bring) (?:me|us|him|her|them|my (?:colleagues?|boss|assistant|deputy|team)|an? (?:new"
    r" )?(?:colleague|user|person)|(?:two|three|four|five|these|the following|the new) (?:more |new )?(?:users"
    r"|people|colleagues|names|addresses))\b|\bextend (?:the|our|my|this) (?:trial|contract|deadline|licen[cs]e"
    r"|period|pilot|subscription|test|offer)|\b(?:password(?! (?:each|every|again|field|rule|policy))|(?:can not"
    r"|could not|unable to|trouble|help \w+|problems?) log(?:ging)? ?in|log ?in (?:problem|issue|details|data)"
    r"|locked out|reset (?:my|his|her|the|our|a)|my account|user account for|new (?:user|joiner|starter|colleague)"
    r"|invite (?:link|for)|invoice\w*|purchase order|\bpo number|quote\b|pricing|discount|refund|contract|renewal"
    r"|order form|nda|dpa|(?:meeting|call|session|workshop|demo|training|webinar|lunch|coffee)s?\b(?! (?:notes"
    r"|minutes|room|templates?))|calendar invite|agenda|slides|deck|recording|\bq[1-4] (?:review|meeting)|qbr"
    r"|(?:send|forward|give|get|provide|show|tell|share) (?:me|us|it|them|him|her)?\s?(?:\w+ )?(?:the|an?|your|some"
    r"|any|over|back)? ?(?:\w+ )?(?:link|docs?|documentation|manual|guide|copy|details|info|information|update"
    r"|status|(?:numbers?|figures)(?! (?:in|as|by|per|split)\b)|list of (?:users|open)|answer|eta|news|feedback"
    r"|date|address|contact|example|template for the)\b|by (?:eod|cob|end of day|close of business|monday|tuesday"
    r"|wednesday|thursday|friday|tomorrow|noon)|let (?:me|us) know|get back to|look into|root cause|post ?mortem"
    r"|hear (?:back )?from|speak to|talk to (?!each other|one another|it\b)|talk about|discuss|meet\b|catch up|join"
    r" (?:us|the|me|our)|confirm|approve (?:the|this|our) (?:budget|order|quote)|sign (?:the|it|this|off by)|\w+ to"
    r" the (?:invite|invitation|thread|call|meeting|distribution|cc|chat)|on (?:the|this) (?:thread|ticket|case)\b"
    r"|what is the (?:best )?way|reference (?:customer|call)|case study|be able to (?:attend|join|make it|come|give"
    r" you|let you|tell you|get back|confirm|answer|send|sign|pay|commit)|time to (?:look|review|think|check)|more"
    r" time|few (?:days|minutes|weeks)|(?:need|take|wait|have|give \w+) another (?:week|day)|to (?:go|run)"
    r" (?:through|past|by)|(?:need|want|expect|missing|get|waiting for|have) from (?:you|your side)\b)"
)
_HOW_TO = GATES.any_of(
    r"\bor (?:do|must|should) (?:i|we|one) (?:have to |need to )?(?:look|ask|go|check|search|turn|call|click)\b"
    r"|^(?:and |so |but )?(?:can|is|are) (?:the|your|our|a|an) (?:[\w-]+ ){1,3}(?:able to|be (?:filtered|sorted"
    r"|grouped|searched))\b|\b(?:send|forward|mail|e-?mail|share|give|get) (?:me|us|him|her|them) (?:the|a|an|our"
    r"|your) (?:\w+ )?(?:export|extract|dump|copy|backup) of (?:our|my|the|all)\b|\bwho (?:can|could|will) (?:give"
    r"|grant|get|set|change)\b|\bon page (?:\d|one|two|three|four|five)|^(?:\w+ )?(?:how (?:do|can|should|would)"
    r" (?:i|we|you)|where (?:do|can|is|are)|who (?:do|can|is)|what (?:does|do|is))\b"
)
_NOT_OURS = GATES.any_of(
    r"\btherival (?:can|does|has|lets|supports)\b|\bneed not\b|\b(?:we|i) need to (?:be (?!able)|go|get (?:back"
    r"|going|together|this|it|approval|sign|the (?:budget|contract))|do|make|think|see (?:if|how|what|whether)|look"
    r"|wait|know|understand|find|keep|plan|prepare|finish|move|take|start|check|agree|review|set (?:up )?(?:a|some)"
    r" (?:time|meeting|call)|finali[sz]e|figure|work|come|give|put (?:this|it|together)|have a|close|pause|hold"
    r"|leave|run|stop|be careful|focus|wrap)\b"
)
_BY_DAY = GATES.any_of(
    r"\b(?:before|by|until|till|on|for) (?:the )?(?:\d|january\b|february\b|march\b|april\b|may \d|june\b|july\b"
    r"|august\b|september\b|october\b|november\b|december\b|tomorrow\b|tonight\b|next week\b|noon\b|(?:mon|tues"
    r"|wednes|thurs|fri)day\b(?! morning)|end of (?:the )?(?:day|week|month|business))"
)
_LONG_PAST = GATES.any_of(
    r"\b(?:used to (?:need|want|miss|have)|back then|at the time|before (?:we had|you added|the release|theproduct)"
    r"|in the old (?:tool|system|days)|(?:our|the) (?:old|previous) (?:tool|system|vendor))\b"
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
