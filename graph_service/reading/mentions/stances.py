"""How a sentence stands to a competitor: uses, considers, prefers, rejects, left, or neutral. Patterns only.

The words are weighed around the name: `X` stands for the competitor that is asked about, `Y` for our firm or product,
`Z` for another competitor.
"""

import re

_OF_X = r"(?: \w+){0,3}? X"
_CHEAP = (
    r"(?:cheaper|better|faster|easier|simpler|nicer|stronger|smoother|more \w+|less (?:expensive|clunky|painful"
    r"|work|hassle)|ahead|superior|best|half the price|lower)"
)
_POOR = (
    r"(?:expensive|worse|slow|slower|clunky|buggy|weak|weaker|behind|lacking|poor|terrible|awful|painful|ugly"
    r"|limited|unreliable|confusing|complicated|overpriced|pricey|inferior|useless|disappoint\w*|a mess"
    r"|a nightmare|a disaster|a pain"
    r"|rigid|outdated|dated|old-fashioned|not (?:as|so|that|for us|up to|good|even close|convinc\w+|an option|it"
    r"|there|ready|enough|quite|really|the right|what we)|nowhere near|less \w+|too \w+|no match|no good"
    r"|half-baked|bloated)"
)
LEFT = (
    rf"\b(?:left|leaving|dropped|dropping|ditch\w*|abandon\w*|cancel\w*|moved (?:away |over )?(?:from|off)"
    rf"|moving (?:away |over )?(?:from|off)|migrat\w+ (?:away |over )?(?:from|off)|switch\w* (?:away "
    rf"|over )?(?:from|off)|came (?:over )?from|come (?:over )?from|coming (?:over )?from"
    rf"|got rid of|getting rid of|replac\w+|retir(?:ed|ing)|phas\w+ out|used to (?:use|have|be on|run|work with)"
    rf"|were on|was on|back (?:in|on) (?:our|the)|previously (?:used|on|with)|formerly|no longer (?:use|with|on)"
    rf"|stopped (?:using|paying)|said goodbye to|turn\w* off|burned by|escap\w+){_OF_X}"
)
REJECTS = (
    (
        rf"\b(?:reject\w*|ruled out|rule out|ruling out|decided against|deciding against|turned down|said no to"
        rf"|pass(?:ed|ing)? on|not (?:going|go|considering|consider|interested in|switching|looking at|tempted by"
        rf"|convinced by|a fan of|impressed (?:by|with))|never (?:go|going|use|again)|disappointed (?:by|with)"
        rf"|unhappy with|walked away from"
        rf"|prefer(?:red|s)? (?:you|Y|yours?|\w+)(?: \w+)? (?:over|to)|chose (?:you|Y) over|picked (?:you|Y) over"
        rf"|went with (?:you|Y) (?:over|instead of|rather than)|instead of|rather than|over|better than|ahead of"
        rf"|beats?|nicer than|easier than|faster than|cheaper than|more \w+ than|tired of|fed up with|regret\w*"
        rf"|didn't like|did not like|don't like"
        rf"|hated?|hates|lost faith in|miles ahead of|glad we (?:didn't|did not) (?:go|choose|pick)|skeptical (?:of"
        rf"|about)|sceptical (?:of|about)|wouldn't (?:touch|recommend|go)|would not (?:touch|recommend)"
        rf"|stay with (?:you|Y)|sticking with (?:you|Y)|no reason to|no plans to (?:move|switch|go)"
        rf"|better off than){_OF_X}"
    ),
    (
        rf"\bX(?:'s)?(?: \w+){{0,4}}? (?:is|was|are|were|feels?|felt|looks?|looked|seems?|seemed|turned out|proved"
        rf"|gets|got)(?: \w+){{0,3}}? {_POOR}"
    ),
    (
        r"\bX(?: \w+){0,3}? (?:can't|cannot|couldn't|could not|doesn't|does not|didn't|did not|never|won't|isn't"
        r"|wasn't|is not|was not|lacks?|lacked|fail\w*|fell short|lost|struggl\w*|let us down|crash\w*|misses|missed"
        r"|fell over|broke|burned us|made a mess|charges? (?:too|more|extra)|costs? (?:too|more|twice|double))\b"
    ),
    (
        rf"\b(?:you|Y|yours?)(?: \w+){{0,4}}? (?:is|are|was|were|beats?|wins?|won|does"
        rf"|do)(?: \w+){{0,4}}? (?:{_CHEAP} than|better than|ahead of|over|against){_OF_X}"
    ),
    (
        rf"\b(?:compared (?:to|with)|next to|unlike|after|than){_OF_X},? (?:you|Y|this|yours"
        rf"|it)(?: \w+){{0,3}}? (?:is|are|was|feels?|looks?|'s) (?:\w+ ){{0,3}}?{_CHEAP}"
    ),
    rf"\b(?:unlike|not like){_OF_X}\b",
    (
        rf"\bno (?:one|body) (?:\w+ )?(?:misses|miss|wants){_OF_X}|\b(?:nobody|no one) (?:\w+ )?(?:misses|wants|liked"
        rf"|likes){_OF_X}"
    ),
)
PREFERS = (
    (
        rf"\b(?:switch\w* (?:over )?to|mov(?:e|ed|ing) (?:over )?to|migrat\w+ (?:over )?to|going with|go with"
        rf"|went with|gone with|going to go with|chosen|chose|choosing|choose|picked|decided (?:on|for)|deciding for"
        rf"|sign(?:ed|ing)? (?:up )?(?:with|for)|opt(?:ed|ing)? for|prefers?|preferred|prefer|lean\w* (?:towards?|to)"
        rf"|favou?rs?|favou?r\w*"
        rf"|like|likes|liked|love|loves|impressed (?:by|with)|recommend\w*|replace (?:you|Y|this|it) with"
        rf"|replac\w+ (?:\w+ ){{0,2}}with|win with|tempted (?:by|to (?:go|try|move to))|jealous of|happy with"
        rf"|happier with|fan of|swear by|swears by|rav(?:e|es|ing) about|wish we had){_OF_X}"
    ),
    (
        rf"\bX(?:'s)?(?: [\w']+){{0,4}}? (?:is|was|are|were|feels?|felt|looks?|looked|seems?|seemed|does|did|do"
        rf"|gives?|gave|offers?|offered|came in|comes in|has|had|would be|came out)(?: [\w']+){{0,5}}? {_CHEAP}\b"
    ),
    (
        r"\bX(?: \w+){0,3}? (?:wins?|won|beats? (?:you|Y)|does (?:this|that|it|exactly|all)|did (?:this|that|it)"
        r"|has (?:this|that|had (?:this|that)|it already|it out of)|can (?:do|already)|already (?:does|has|offers?"
        r"|do)|undercut\w*|handles? (?:this|that|it)|nails?|gives you|gives us|lets (?:you|us|them)|just works"
        r"|blew (?:us|you) away|is way|is far|ships? (?:with|this|that)|includes?|costs? (?:less|half|a (?:third"
        r"|quarter|fraction))|charges? (?:less|half)|made (?:us )?a (?:great|good|strong|better|very good))\b"
    ),
    rf"\b(?:\w+er|cheaper|better|more \w+|easier) (?:with|in|at|on|from){_OF_X}",
    (
        rf"\b(?:you|Y|yours|this)(?: \w+){{0,5}}? (?:is|are|was|feels?|looks?|'s|can't|cannot"
        rf"|doesn't)(?: [\w']+){{0,5}}? (?:than|as|compared (?:to|with)|against|next to|unlike){_OF_X}"
    ),
    (
        r"\b(?:in|with|on|from) X,? (?:this|that|it|you can|we can|we could|you could)(?: \w+){0,4}? (?:is|was"
        r"|takes?|just|works?|easily|directly|out of|one click|simply|standard)"
    ),
    (
        rf"\b(?:why|how come) (?:can't|can not|cannot|don't|doesn't) (?:you|Y|it|this)(?: \w+){{0,8}}? (?:like|as"
        rf"|when|if|while){_OF_X}"
    ),
    r"\b(?:like|as|the way|same as)(?: in| at| with)? X (?:does|do|has|did|offers?|can|had)\b",
)
CONSIDERS = (
    (
        rf"\b(?:evaluat\w*|consider\w*|look(?:s|ed|ing)? (?:at|into|around at|closely at)|(?:shop\w*|shopping) around"
        rf"|assess\w*|review\w*|compar\w*|benchmark\w*|test(?:s|ed|ing)?|pilot\w*|trial\w*|trying out|try out|tried"
        rf"|trying|explor\w+|short-?list\w*|rfp|tender|bids?|in talks with|talk\w* (?:to|with)|spoke (?:to|with)"
        rf"|speaking (?:to|with)|meeting (?:with )?|met (?:with )?"
        rf"|demos?|quotes?|offers?|proposals?|pitch\w*|call(?:ed|s)? from|contacted by|approached by|reached out"
        rf"|on the table|in the running|weigh\w*|alternatives?|options?|versus|vs\.?|up against|against|bake-?off"
        rf"|proof of concept|poc|invited|inviting|presentation|a look at|checking out|checked out|heard from|circling"
        rf"|asking (?:me |us )?(?:about|to look at|why not)|asked (?:me |us )?(?:about|to look at|why not)|what about"
        rf"|pushing for|push(?:es|ed)? for|sniffing around){_OF_X}\b"
    ),
    (
        r"\bX(?:'s)?(?: \w+){0,3}? (?:demo\w*|quote[ds]?|offer(?:ed|s)?|proposal|pitch(?:ed|ing)?|trial|pilot"
        r"|presentation|presented|poc|contacted|approached|reached out|called|sent (?:us|me|over)|knock\w*"
        r"|is (?:on the table|in the running|circling|on the (?:list|shortlist)|being (?:evaluated|considered"
        r"|looked at)|an option|pushing|chasing|courting)|came (?:by|in|to)|visited|keeps? (?:calling|writing"
        r"|emailing|chasing)|made (?:us|me) an? |has been (?:calling|in touch|chasing|on the phone)|was (?:here|in)"
        r"|are (?:circling|chasing|courting))\b"
    ),
    (
        rf"\b(?:demo|quote|offer|proposal|trial|pilot|pitch|meeting|call|presentation|poc)(?: \w+){{0,3}}? (?:from"
        rf"|with|of|by|at){_OF_X}"
    ),
)
USES = (
    (
        rf"\b(?:we|they|i|us|team|teams|department|division|office|colleagues|people|subsidiary|plant|sister company"
        rf"|group)(?:'re|'ve| are| have| also| still| currently| already| both| all| mostly| only"
        rf"| just){{0,3}} (?:us(?:e|es|ing)|run(?:s|ning)?|work(?:s|ing)? (?:with|in|on)|have|got|on|live in|rely on"
        rf"|stuck with|keep|kept|pay(?:s|ing)? for|log in to){_OF_X}"
    ),
    (
        rf"\b(?:integrat\w+|export\w*|import\w*|connect\w*|sync\w*|feed\w*|pull\w*|push\w*|data|files?|api|interface"
        rf"|link)(?: \w+){{0,4}}? (?:with|from|to|into|in|out of|between|and){_OF_X}"
    ),
    r"\bour X (?:instance|account|licen[cs]e|subscription|contract|set-?up|users?|data|system)\b",
)
STAYED = (
    (
        r"\bX\b[^.;!?]{0,60}?\b(?:came back|come back|coming back|went back|going back|back to (?:you|Y)"
        r"|return\w* to (?:you|Y)|stay\w*|stuck (?:to|by) (?:you|Y)|stick(?:ing)? with (?:you|Y)|still (?:chose"
        r"|choose|prefer\w*|picked|went with|like) (?:you|Y)|chose (?:you|Y)|picked (?:you|Y)|preferred (?:you|Y)"
        r"|went with (?:you|Y)|ran away|said no|decided against|gave up|thanks but no)\b"
    ),
    (
        r"\b(?:came|come|back|return\w*|switch\w*|mov\w+) (?:back )?to (?:you|Y) (?:\w+ ){0,6}?(?:after|from"
        r"|because)(?: \w+){0,4}? X"
    ),
    r"\bX\b[^.;!?]{0,30}?\b(?:was|is) (?:a )?(?:no|joke|mistake|regret)\b",
)
THREAT = (
    (
        r"\b(?:keep (?:it|this|that) up|if (?:this|it|that|you|things|nothing)|or (?:else )?(?:we|i)(?:'ll| will"
        r"| might| may)|otherwise|unless|before)\b[^.;!?]{0,80}\bX\b"
    ),
    (
        r"\bX\b[^.;!?]{0,40}?\b(?:coming (?:in|by|over|to|on)|comes? (?:in|by|over)|in the (?:building|room|office"
        r"|house)|on (?:mon|tues|wednes|thurs|fri)day|phone call away|next door|at the door|on the phone"
        r"|on speed dial|on the table|on (?:my|our|the) (?:desk|list|radar|shortlist)|in (?:my|our) inbox|lined up)\b"
    ),
    (
        r"\b(?:got|have|had|has|having|invit\w+|brought|bringing|seeing|see|saw|show\w*|scheduled|booked"
        r"|book\w*)(?: in)?(?: \w+){0,2}? X (?:in|over|by|coming|come|visit\w*|present\w*|show\w*|for|on|next|this"
        r"|tomorrow|here|demo\w*)\b"
    ),
    (
        r"\b(?:knows?|knew|friend|contact|someone|somebody|ex-?colleague|cousin)(?: \w+){0,4}? (?:at"
        r"|from) X\b[^.;!?]{0,60}\b(?:proposal|offer|quote|demo|deal|price|discount|pitch|intro\w*)"
    ),
)
_BIDDING = re.compile(
    (
        r"\b(?:proposals?|quotes?|quotation|pitch\w*|rfp|rfi|tender|shortlist\w*|short list|evaluat\w+|bake-?off"
        r"|procurement|demo(?:ed|s|ing)?|on the table|sales (?:rep|team|people|guy|person)|salespeople"
        r"|account executive|free trial|second (?:vendor|opinion|offer)|market (?:scan|check)|comparison|compar(?:e"
        r"|ing)|competing (?:offer|bid))\b"
    ),
    re.IGNORECASE,
)
_PRAISE = re.compile(
    (
        r"\b(?:slick|impress\w*|neat|elegant|miss (?:it|that|this)|missed (?:it|that)|jealous|env(?:y|ious)|admire"
        r"|admit|wish|smooth|lovely|love[ds]?|great|awesome|amazing|gorgeous|beautiful|brilliant|nice|clever"
        r"|intuitive|polished|fast|quick|easy|cheap\w*|better|well|shiny|cool|excellent|good|simpl\w+|(?:one"
        r"|a single) (?:screen|click|place|view|step))\b"
    ),
    re.IGNORECASE,
)
_BLAME = re.compile(
    (
        r"\b(?:clunky|nightmare|horrible|awful|terribl\w+|worse|worst|bad|slow|expensive|overpriced|broken|buggy"
        r"|crash\w*|pain(?:ful)?|disaster|regret\w*|glad (?:we|i|that)|mess|ugly|joke|disappoint\w*|hate\w*"
        r"|never again|headaches?|relie(?:f|ved)|mistake|useless|unusable|frustrat\w*|burn(?:ed|t)|lied|overpromis\w*"
        r"|poor|not miss|don't miss)\b"
    ),
    re.IGNORECASE,
)
_OWN_PRAISE = re.compile(
    (
        r"\b(?:you(?:'re| are| were)?|Y|yours?)\b[^.;!?]{0,40}\b(?:better|great|good|best|easier|nicer|happy|glad"
        r"|well|ahead|wins?|faster|cheaper)\b|\b(?:happy|happier|glad)\b[^.;!?]{0,30}\b(?:you|Y|here)\b"
    ),
    re.IGNORECASE,
)


def _compiled(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


_ORDER = (
    ("rejects", _compiled(STAYED)),
    ("left", _compiled((LEFT,))),
    ("considers", _compiled(THREAT[:1])),
    ("rejects", _compiled(REJECTS)),
    ("prefers", _compiled(PREFERS)),
    ("considers", _compiled((*THREAT[1:], *CONSIDERS))),
)
_USES = _compiled(USES)


def stance_in(said: str) -> tuple[str, float]:
    """Return the stance of a sentence in which X, Y and Z stand for the names, and how sure it is."""
    for stance, patterns in _ORDER:
        if any(pattern.search(said) for pattern in patterns):
            return stance, 0.75
    return _by_words(said)


def _by_words(said: str) -> tuple[str, float]:
    """Return the stance that the words of a sentence hint at where no form says it."""
    if _BLAME.search(said):
        return "rejects", 0.55
    if _OWN_PRAISE.search(said):
        return "rejects", 0.5
    if _BIDDING.search(said):
        return "considers", 0.55
    if any(pattern.search(said) for pattern in _USES):
        return "uses", 0.7
    return ("prefers", 0.5) if _PRAISE.search(said) else ("neutral", 0.6)
