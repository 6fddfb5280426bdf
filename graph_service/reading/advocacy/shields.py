"""Takes our part in freer words: clears us of blame, answers critics, owns the fault. Wordings only."""

from graph_service.reading.advocacy.classes import AUDIENCE, ME, NAMED, PRODUCT
from graph_service.reading.advocacy.rules import Rule, any_of, gated, words

_FREE = r"[^;?!]{0,90}?"
_VENDOR = (
    r"(?:theproduct|you(?: guys)?|them|your \w+|the (?:vendor|tool|software|system|platform|supplier|developers|app))"
)
_GRUMBLES = (
    r"(?:complain\w*|grumbl\w*|moan\w*|whin\w*|rant\w*|rag(?:ed|ing)|bitch\w*|curs(?:ed|ing)|badmouth\w*|slagg\w*"
    r"|criticis\w+|criticiz\w+|blam(?:e|ed|es|ing)|mock\w*|laugh\w*|doubt\w*|attack\w*|bash\w*|slat(?:ed|ing)"
    r"|call(?:s|ed) (?:it|you|this|theproduct|the \w+) (?:a|an|too|useless|rubbish|slow)"
    r"|(?:said|says|claim\w*|thinks?|thought) (?:that )?(?:it|you|theproduct|the \w+|they|this|your \w+) "
    r"(?:is|are|was|were|costs?)"
    r" (?:\w+ )?(?:slow\w*|useless|rubbish|expensive|bad|crap|broken|a waste|a toy|overkill|worse|the "
    r"problem|to blame|too))"
)
_COUNTER = (
    r"(?:reminded|asked|told|said|pointed|answered|replied|explained|corrected|stopped|shut|set|showed|suggested"
    r"|disagreed|stepped|stood|defended|countered|objected|insisted|took|jumped|cut|would not|did not|let|had to)"
)
_OWN = (
    r"(?:our|their|his|her|my) (?:own )?(?:[\w-]+ ){0,2}?(?:network|data|side|end|firewall|file|files"
    r"|server|fault|laptop"
    r"|mistake|spec|master data|process|entries|input|internet|wifi|vpn|setup|configuration|homework|people|team|it)"
)
_BLAME = (
    r"(?:blam(?:e|es|ed|ing)|pin(?:s|ned|ning)? (?:this|that|it|everything)|point(?:ing)? (?:the |a "
    r")?fingers?|criticis\w+"
    r"|criticiz\w+|badmouth\w*|slag\w*|trash\w*|shoot)"
)

SHIELDS = (
    Rule(
        "clears_us",
        "defends",
        0.75,
        any_of(
            r"\b(?:do not|let us not|let's not|please do not|never|before (?:any ?one|we|you|they|people)|no one "
            r"should"
            rf"|nobody should|can not|will not let (?:\w+ )?|would not|not fair to|wrong to|unfair to|easy to)(?: \w+)?"
            rf" {_BLAME} (?:\w+ ){{0,2}}?(?:{_VENDOR}|theproduct|messenger|it)\b",
            rf"\b(?:not|never) (?:let|allow|have) (?:any ?one|anybody|them|him|her|people|aname) {_BLAME} {_VENDOR}",
            (
                r"\b(?:unfair|harsh|not fair|too hard|tough) (?:on|to|towards) (?:the )?(?:theproduct|you|your|them"
                r"|the \w+ (?:team|people))"
            ),
            r"\b(?:jump\w*|c(?:a|o)me|rush\w*|leap\w*|leapt|sprang|rose|stepped) (?:in )?(?:to|in|into) (?:your"
            r"|theproduct's|their)"
            r" (?:def[ea]n[cs]e|rescue|aid)",
            r"\b(?:not|was not|is not) (?:your|theproduct's|the (?:tool|vendor|software|system|platform)'s|theproduct)"
            r" (?:fault|problem|mistake|doing|error)",
            (
                r"\b(?:fault|mistake|error|problem|side|end|ours|us|our \w+)\b[^;?!]{0,40}\b(?:not|rather than"
                r"|instead of) (?:yours|your (?:side|end|fault)|on (?:the (?:vendor|supplier)|your|you|theproduct))\b"
            ),
            (
                rf"\b(?:that|this|it)(?: one)? (?:is|was) (?:on|down to) (?:us|our \w+)\b{_FREE}\b(?:not|and not) "
                rf"(?:on )?(?:{_VENDOR})"
            ),
            (
                rf"\b{_VENDOR} (?:only|just|merely) (?:shows?|does|did|reports?|calculates?|prints?|displays?) what "
                r"(?:we|they|people)\b"
            ),
            r"\b(?:numbers|data|figures|results|reports?) (?:in|from|of) (?:theproduct|the tool|the "
            rf"system)\b{_FREE}\b(?:were|was|are"
            r"|is) (?:\w+ )?(?:right|correct|fine|ok|accurate)",
            rf"{ME}(?:defended|took your (?:side|part)|sided with (?:you|theproduct)|stood by (?:you|theproduct)"
            r"|stuck up for|cleared your name"
            r"|covered for you|had your back)",
        ),
        needs=(
            gated(
                rf"\b(?:theproduct|you|your|yours|vendor|tool|software|system|platform|supplier|messenger|it)\b|{_OWN}"
            ),
        ),
        bars=(
            gated(
                r"\b(?:carrier|parcel|driver|weather|traffic|done defending|wish i|stopped defending|used to defend"
                r"|if you|(?:will|would|can|could) not (?:\w+ )?(?:do (?:it|that|so)|defend\w*) (?:again|any ?more)"
                r"|thesis|title|case study)\b"
            ),
        ),
        allows=words("negation reported"),
    ),
    Rule(
        "answers_critic",
        "defends",
        0.7,
        any_of(
            rf"\b(?:when|as|after|because|since) (?:{AUDIENCE}|some\w*|they|he|she|people)\b{_FREE}\b{_GRUMBLES}{_FREE}"
            rf"\bi (?:\w+ ){{0,2}}?{_COUNTER}",
            rf"\bi (?:\w+ ){{0,2}}?{_COUNTER}\b{_FREE}\b(?:when|as|after|because|since) (?:{AUDIENCE}|some\w*|they"
            r"|he|she|people)\b"
            rf"{_FREE}\b{_GRUMBLES}",
            rf"\b(?:{AUDIENCE}|some\w*|they|he|she|people)\b{_FREE}\b{_GRUMBLES}{_FREE}\b(?:and|so|but|,) ?i "
            r"(?:\w+ ){0,2}?"
            rf"{_COUNTER}",
        ),
        needs=(
            gated(
                rf"\b(?:{PRODUCT}|{NAMED}|the (?:new )?(?:screens?|version|price|layout|tool|release|app)|licence"
                r"|license)\b"
            ),
        ),
        bars=(gated(r"\bi (?:\w+ ){0,2}?(?:told|asked) (?:you|your|support)\b|\b(?:agree|sorry|apologi\w+)\b"),),
        allows=words("negation reported others past"),
    ),
)
