"""Forms whose subject is a part of the product: what it should do, does wrongly, cannot do. No veto is here."""

from graph_service.reading.requests.forms import DOES, PART, form

_TAIL = r"(?: (?:of|on|for|in|to) (?:the |our |a |an |each |every )?[\w-]+)?"
_SHOULD = r"(?:should|ought to|must|needs? to|could|has to|have to)"
_REALLY = r"(?:(?:not|also|really|rather|at least|at the least|always|just|simply|only|still|even|please|then) ){0,3}"
_TONGUE = (
    r"(?:(?:work|be|come|exist|run|appear|show|print|speak|have|talk)\w* (?:also )?)?(?:in|into)? ?(?:polish|german"
    r"|french|spanish|italian|dutch|turkish|czech|portuguese|chinese|japanese|russian|swedish|danish|arabic"
    r"|norwegian|hungarian|romanian|greek|finnish|hindi|ukrainian|slovak)"
)
_CUT = (
    r"(?:small|short|long|coarse|rigid|narrow|wide|basic|limited|cluttered|crowded|strict|tiny|static|inflexible"
    r"|fine-grained|dark|bright|crude|rough|technical|complicated|generic|dense)"
)
_LOST = (
    r"(?:goes away|go away|is gone|are gone|disappears?|jumps?|is lost|are lost|loses?|forgets?|starts? (?:again"
    r"|over)|resets?|i (?:do not|no longer) know|i lose|we lose|back at the (?:top|start|beginning)|have to|has to)"
)
_PASSED = (
    r"(?:turned into|shared with|shared|saved as|set per|set for|linked|moved|changed|separated|combined|reused"
    r"|adapted|attached|added|selected|opened in|read|used (?:on|without|offline|in)|sent to|transferred|enlarged)"
)

PARTS = (
    form(
        "part_should",
        0.75,
        True,
        rf"(?:^|[,;:.] |\b(?:and|but|so|that|think|because|if|imagine) )(?P<what>{PART}{_TAIL} {_SHOULD}"
        rf" {_REALLY}{DOES}"
        r"[^;?!]{0,80})",
        rf"\b{PART}\b[^;?!]{{0,40}}, (?:but|only|though|and|so) (?:it|they|that|this) {_SHOULD}"
        rf" {_REALLY}(?P<what>{DOES}[^;?!]{{0,80}})",
        rf"^(?:it|they) (?:should|ought to) {_REALLY}(?P<what>(?:ask for|accept|remember|recogni[sz]e|warn|remind"
        rf"|respect"
        r"|round|sort|filter|group|suggest|come by itself)\b[^;?!]{3,80})",
        r"\b(?P<what>(?:that|this|it|they|these|those|the [\w-]+(?: [\w-]+){0,3}?) (?:must|should|has to|have to"
        r"|ought to|needs? to) be (?:\w+ )?(?:separable|configurable|adjustable|editable|searchable|sortable"
        r"|printable|optional|customi[sz]able|resizable|selectable|traceable|shareable|clickable|exportable))\b",
        rf"\b(?:suggest|propose|recommend|imagine|think) (?:that |if )?(?P<what>{PART}{_TAIL} (?:is|are|were|was"
        rf"|would|could"
        r"|should|had|came|showed|shows|comes|does|did)\b[^;?!]{3,80})",
        rf"\b(?:in (?:an?|the|my) (?:ideal|perfect|better) world|ideally|best of all|at best),? (?P<what>{PART}"
        rf" (?:would|could"
        r"|should)\b[^;?!]{3,80})",
        rf"^(?:and |so |but |hm+,? )*(?:can|could|should|would) not (?P<what>(?:{PART}|it) (?!be (?:the|that|a)\b"
        rf"|wait|come"
        r"|have been)[^;?!]{3,80})\?",
        r"\bmake (?P<what>(?:the|that|this|these|your) [^;?!,]{2,50}? (?:fit|show|remember|visible|longer|shorter"
        r"|bigger|smaller|larger|wider|sortable|searchable|editable|optional|configurable|adjustable|clickable"
        r"|printable|readable|easier to \w+|simpler|more (?:visible|flexible|readable|prominent))\b[^;?!]{0,60})",
        rf"\b(?:please|kindly|pls|could you|can you|would you) (?:\w+ )?make (?P<what>(?:that|this|it|{PART})"
        rf" (?:\w+ )?"
        r"(?:longer|shorter|bigger|smaller|larger|wider|visible|sortable|optional|configurable|adjustable"
        r"|possible)\b)",
    ),
    form(
        "part_wanted",
        0.75,
        True,
        rf"^(?:and |so |but |also |hi |hello |ok |now )*(?:could|might|should|would) (?P<what>{PART}{_TAIL}"
        rf" {_REALLY}(?:please |maybe |perhaps |possibly )?{DOES}[^;?!]{{0,80}})",
        rf"\b(?:need|needs|want|wants|would like|would love|like|prefer|requires?) (?P<what>(?:it|them|this"
        rf"|theproduct|{PART}|everything) {_TONGUE}\b[^;?!]{{0,40}})",
        rf"(?P<what>(?:{PART}|(?:forms?|labels?|letters?|screens?|menus?|texts?|messages|reports?|it)) (?:will"
        rf"|could|would|should|can|must|to|needs? to) (?:\w+ )?{_TONGUE}\b[^;?!]{{0,40}})",
        rf"\b(?:want|would like|would love|need|prefer|like) (?P<what>{PART}{_TAIL} (?:to {DOES}|sorted|grouped"
        rf"|split|bigger|smaller|without|per (?!se)|translated|separated|narrower|wider)\b[^;?!]{{0,60}})",
        r"\b(?P<what>(?:the [\w-]+(?: [\w-]+)?|it|we|they|you|people|users) (?:must|should|has to|have to|needs? to"
        r"|ought to) [^;?!]{3,70}?),? (?:and|but|only) (?:today|now|currently|at the moment|right now|so far|at"
        r" present),? (?:it|they|that|you|we|i) (?:is|are|does|do|can|could) not\b",
        r"\b(?:only|just) (?:one|two|three|\d|a single|one single) (?P<what>(?:person|user|people|users|colleague"
        r"|planner|of us|[\w-]+) (?:can|may|could|is able to|are able to)\b[^;?!]{0,50}?\b(?:at a time|at once|at"
        r" the same time|simultaneously|in parallel))\b",
        rf"\b(?:unfortunately|sadly|regrettably|alas),? (?P<what>{PART}{_TAIL} (?:does|do|can|will|is|has) (?:not"
        rf"|no)\b[^;?!]{{3,80}})",
        r"\b(?:unfortunately|sadly|regrettably|alas),? (?:there is|theproduct has|you have) (?:still |as yet )?no"
        r" (?P<what>(?!one\b|time|money|budget|news|reply|answer|way back|room)[^;?!]{3,60})",
        r"\b(?:nobody|no one|we|i|they|users|people|our [\w-]+) (?:do not |does not |never |is not |are not |is "
        r"|gets? )?(?:get |gets |receives? |told |warned |informed |alerted |notified )(?:a |any |no |an"
        r" )?(?P<what>(?:warning|notice|notification|alert|reminder|hint)?s? ?(?:when|if|before|that) (?:the|a|an"
        r"|something|someone|stock|my|our)\b[^;?!]{3,60})",
        r"\b(?:no|without(?: any| an?)?) (?:\w+ )?(?P<what>overview (?:of|on|about|over|which|who"
        r"|what)\b[^;?!]{3,60})",
        allows="support",
    ),
    form(
        "part_falls_short",
        0.75,
        True,
        rf"(?P<what>{PART}{_TAIL} (?:still |simply |just |always |often |completely )*(?:ignores?|chokes? on"
        rf"|disregards?"
        r"|forgets?|overlooks?|knows? (?:no|nothing|neither|only)|stumbles? over|treats? [^;?!]{3,40} (?:as|like)"
        r"|mixes|lumps|cuts off|truncates|insists? on|assumes?|only (?:goes|reaches|looks|covers|takes|accepts"
        r"|shows|knows|lists|exports|reads|counts|works|understands|speaks|sends|comes|has(?! to)))\b[^;?!]{3,80})",
        rf"(?P<what>{PART}{_TAIL} (?:does not|do not|can not) (?:\w+ )?(?:care|respect|consider|cope|recogni[sz]e"
        r"|understand|accept|distinguish|tell (?:me|us|you|the)|take [^;?!]{2,40} into account|differentiate"
        r"|separate|account for|allow for|let (?:me|us|you|one|users)|fit|talk to)\b[^;?!]{0,80})",
        rf"(?P<what>{PART}{_TAIL} (?:is|are|is all|feels?) (?:far |much |way |a bit |a little |rather )?too {_CUT}\b"
        r"(?! (?:today|since))[^;?!]{0,60})",
        rf"(?P<what>{PART}{_TAIL} could be (?:\w+ )?(?:better|smarter|clearer|improved|simpler|faster|richer|finer"
        r"|more \w+|easier|leaner|tidier|friendlier|bigger|larger)\b[^;?!]{0,60})",
        rf"(?P<what>{PART}{_TAIL}(?: [\w-]+){{0,2}}? (?:can not|could not) (?:\w+ )?be {_PASSED}\b[^;?!]{{0,60}})",
        r"\b(?:when|whenever|each time|every time|as soon as|once) (?:i|we|you|one) (?P<what>(?:scroll|click|switch"
        r"|go back|come back|close|print|sort|filter|export|zoom|reload|log (?:in|out)|save|change|copy|type|drag"
        r"|swipe)\b[^;?!]"
        rf"{{0,50}}?\b{_LOST}\b[^;?!]{{0,60}})",
        r"\b(?:tried|wanted|trying|want|try|hoped|attempted) to (?P<what>(?!call|reach|contact|ask|log|sign|get"
        r" hold|come|meet|join|pay|order|open)[^;?!]{3,70}?)[, ]+(?:and|but|only to)\b[^;?!]{0,40}?\b(?:not"
        r" (?:supported|possible|offered|allowed|foreseen|provided)|no (?:way|option|button|field|function)|not an"
        r" option)\b",
        r"\b(?:can|could|am able to|are able to) (?P<what>(?:\w+ )?(?:filter|sort|search|group|export|import|print"
        r"|assign|see|book|edit|select|choose|share|download|upload|compare)\b[^;?!]{0,50}? but not [^;?!]{3,60})",
        rf"\b(?:nuisance|shame|pity|pain|annoying|odd|strange|silly|tedious|drives? (?:[\w-]+ ){{1,5}}?(?:crazy|mad"
        rf"|nuts|insane|up the wall)|bugs (?:me|us)|bothers (?:me|us)) (?:that )?(?P<what>(?:{PART}|the same|one"
        rf"|[a-z]+s|you|we|i)"
        r"\b[^;?!]{0,40}? (?:can not|must|has to|have to|can (?:still )?be|can only|need to)(?! (?:leave|go\b|meet"
        r"|come|stay|cancel|end|join|make|attend|wait for|talk|miss))[^;?!]{3,60})",
    ),
    form(
        "part_unseen",
        0.75,
        True,
        rf"\b(?:nobody|no one|i|we|you|one|they|people|users) (?:can|could) (?:not|hardly|never)? ?(?:even )?(?:see"
        rf"|tell|know|find out|make out) (?:from|in|on|at) (?:{PART}|outside|the outside) (?P<what>(?:who|what"
        rf"|which|whether|if|when"
        r"|where|how)\b[^;?!]{3,80})",
        r"\b(?:can not|can hardly|could not|hard to|difficult to|impossible to|no way to|nobody can|no one can"
        r"|nowhere|never) (?:easily |really |ever )?(?:to )?(?:see|tell|find out|trace) (?P<what>(?:who|what|which)"
        r" (?:\w+ ){0,3}?(?:changed|moved|deleted|edited|approved|entered|added|removed|seen|signed|confirmed"
        r"|answered|booked|opened)\b[^;?!]{0,60})",
        r"\b(?:can not|can hardly|could not|hard to|difficult to|impossible to|no way to|nobody can|no one can)"
        r" (?:easily |really )?(?:see|tell) (?:from outside |at (?:a|one|first) glance )?(?P<what>(?:whether|which"
        r"|what|if) (?:of )?(?:an? |the |all )?[\w ]{2,40}? (?:is|are|was) (?:already |still |really )?(?:taken"
        r"|late|urgent|overdue|free|occupied|booked|in stock|open|missing|new|full|due|running low|assigned)\b)",
        allows="defect",
    ),
)
"""Forms in which a part of the program is named, so that what it should do needs no word for a part once more."""
