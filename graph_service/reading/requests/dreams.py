"""Forms that tell of a better day: conditions, dreams, gentle proposals, and their worth. No veto is here."""

from graph_service.reading.requests.forms import PART, WHAT, WHO, form

_HUMAN = (
    r"(?!send|call|come|help|join|meet|give (?:me|us)|confirm|tell (?:me|us)|let (?:me|us)|look|check|get back"
    r"|forward|attend|have|take|make it|please|provide|talk|speak|visit|be there|find (?:a|the|some) time|agree"
    r"|start|only have|afford|hire|turn back|say|believe|explain|answer|reply|stop)"
)
_THEY = (
    r"(?:i|we|it|that|they|our (?:[\w-]+ ){0,2}?[\w-]+|my (?:[\w-]+ )?[\w-]+|the (?:[\w-]+ )?[\w-]+|everyone|nobody"
    r"|half of [\w -]{2,20}|life)"
)
_SPARE = (
    r"(?!(?:the |a |any |some |more |enough |much |an? )*(?:time|minute|moment|budget|money|staff|people|capacity"
    r"|interest|questions?|room|chance|date|news|doubts?|answer|choice|problem|meeting|call|lawyer|idea|number"
    r"|contact)s?\b(?! \w+ing| (?:tracking|zone|filter|field|column|format|picker|view)))"
)
_DRIVES = (
    r"(?:type|typing|click|scroll|print|export|phone|log in|copy|write (?:it|them|everything)|call your"
    r"|open|retype|search)"
)

DREAMS = (
    form(
        "would_if",
        0.75,
        False,
        rf"\bif (?:only )?(?:i|we|you|it|they|one|theproduct|our [\w-]+|the [\w-]+|{PART}) could"
        rf" {_HUMAN}(?P<what>[^;?!]{{3,80}}?),? {_THEY} (?:would|will|could)\b",
        rf"\b(?:as soon as|once|the day|the moment|when) (?:you|it|theproduct|{PART}) (?:can|could|supports?"
        rf"|offers?|has|have|lets?|reads?|knows?|is able to|are able to) {_SPARE}(?P<what>[^;?!]{{3,80}}?),"
        rf" (?:{_THEY}) (?:will|would|can"
        r"|could)\b",
        r"^(?:with|having) (?:an? |some |better |proper |more |automatic )+(?P<what>[^;?!,]{3,60}?),? (?:we|i|they"
        r"|our [\w-]+|the [\w-]+) (?:would|could)\b",
        r"\b(?:one|some) ?day,? (?:you|it|theproduct|we|there) (?:will|might|may|could) (?:have |be |offer |support"
        r" |let us |get"
        rf" |even |be able to )*{WHAT}",
        rf"\bwonder(?:ing|ed)? (?:if|whether) (?:one|we|i|users|people|it|{PART}|the [\w-]+) (?:could|can|might)"
        rf" (?:not |also |ever |be able to )*{WHAT}",
        rf"\bwould be worth (?:[\w-]+ ){{0,6}}?(?:to|if) (?!us\b|me\b|our\b){WHAT}",
        rf"\b(?:it|that) (?:would|might) (?:also |really )?make (?:\w+ )?sense (?:to|if|that) {WHAT}",
        rf"\b(?:would be|be) an? (?:[\w-]+ )?(?:step|leap|relief|improvement|bonus|advantage|upgrade|win|benefit"
        rf"|gain|time-?saver|blessing)(?: forward| ahead)?(?: for [\w ]{{2,20}}?)? (?:if|to|when) {WHAT}",
        r"^(?:so |and |or )*why not (?P<what>(?:let|allow|show|add|offer|build|split|merge|group|sort|use|make"
        r"|have) [^;?!]{3,90})",
        r"\b(?:what|how) about (?P<what>(?:letting|allowing|adding|showing|giving|offering|having|making)"
        r" [^;?!]{3,90})",
        r"\b(?P<what>[^;?!,]{3,70}?) is (?:all|what|exactly what|just what|something|the thing|one thing)(?: that)?"
        rf" {WHO} (?:\w+ ){{0,2}}?(?:need|miss|lack|want|love|like|wish for|look for)\b(?!ed)",
        r"\b(?:next|first|one|main|obvious|natural|logical|missing) (?:thing|step|piece|feature|item|point)"
        rf"(?: for (?:us|me|our \w+))? would be {WHAT}",
        rf"\bis it (?:on the cards|in the plans|thinkable|conceivable|foreseeable|in sight) (?:that|to) {WHAT}",
        rf"\b(?:is|was) there (?:a|any|some)(?: good| special| technical)? reason (?:why )?(?:that )?(?:there is"
        rf" )?{WHAT}",
        rf"\b(?:i|we|they|users|people) (?:would|will) (?:much )?(?:rather|prefer to|prefer) {WHAT}",
        rf"\b(?:second|seconding|support|join|echo) (?:the|that|this) (?:request|wish|idea|plea|call) (?:for|to|of)"
        rf" {WHAT}",
        rf"\b(?:has|have|was|were) {WHAT} (?:been (?:scheduled|prioriti[sz]ed|planned)|made it (?:in|on)to)\b",
        rf"\b(?:did|will|does) {WHAT} (?:make it|ever make it|get|go) (?:in|on)to (?:the|your|this|a|any)",
        rf"\b(?:want|would like|need|would love|prefer) (?:my|our|the|every|each|all|users?|people|customers?"
        rf"|guests?|them) (?:[\w-]+ ){{0,3}}?to (?:also )?(?=only |just |see (?:only|just|which|who|what|how|at"
        rf"|all)|[^s]){WHAT}",
        r"\b(?:i|we|they|our [\w-]+) (?:want|would like|would love|need) to (?P<what>(?:see|know|get|be told) (?:at"
        r" (?:a|one|first) glance|in one \w+|on one \w+)\b[^;?!]{3,60})",
        rf"\b{WHO}(?: (?:in|on|at|from) (?:the |our )?[\w-]+)? (?:\w+ )?(?:expects?(?= (?:a|an|some|more|better) )"
        rf"|asks? for|calls? for|insists? on|demands?|pray for|prays for) (?!the |your |that |this ){WHAT}",
        r"^(?:so |and |please |pls )*let (?:the|our|my|every|each|all|any|users|people|customers|guests|parents)"
        r" (?:[\w'-]+ ){0,3}?(?P<what>(?:see|choose|change|edit|pick|book|cancel|enter|sort|filter|approve|move"
        r"|upload|print|open|add|delete|assign|set)\b[^;?!]{3,80})",
        rf"\bplease (?:\w+ )?(?:consider|think about|think of) (?:an?|some) {WHAT}",
        rf"\b(?:high time|about time) (?:that |for |to |you |we |theproduct )*(?:had |got |have |added |offered"
        rf" )?{WHAT}",
        rf"\b(?:with|at|in|on) (?:therival|(?:the|our|my) (?:old|previous|former|last) (?:tool|system|software"
        rf"|program|solution|app)) (?:the |our |a |my |every |each |you |we |i |one )(?:[\w-]+ )?(?:could|can|was"
        rf" able to|were able to) {WHAT}",
        r"\b(?:would|could|rather|prefer|like|love|want)\b(?P<what>[^;?!]{3,60}? instead of (?:always )?(?:typing"
        r"|clicking|scrolling|calling you|printing|copying|searching|exporting|retyping))\b",
        rf"\b(?:another|therival|their tool) (?:does|has|is doing) better(?: is| are|:) {WHAT}",
        rf"\b(?:only|not the only|first|last) one (?:here )?who (?:\w+ )?(?:wants?|needs?|misses|would (?:like"
        rf"|love)|wishes) (?:to |for )?(?:have |see )?{WHAT}",
        rf"\b(?:room for improvement|leaves (?:something|a lot|much) to be desired) (?:in|with|on|for|when it comes"
        rf" to) {WHAT}",
        rf"\b(?:could|can) (?:we|you|i) (?:also |even )?(?:save|spare|drop|cut|avoid|skip) [^;?!]{{2,50}}? if {WHAT}",
        r"\b(?:is|are) (?P<what>[^;?!]{3,70}?) (?:in sight|on the way|to be expected|being built|under way)\b",
        takes_uses=True,
        allows="past",
    ),
    form(
        "dream",
        0.75,
        True,
        r"\b(?:dream\w*|waiting|looking forward|hoping|longing|wait|dreams)(?: (?:of|for|to))? the (?:day|time"
        r"|moment) "
        rf"(?:when|that|on which|where)? ?(?!i\b|we meet|you (?:come|call|visit)){WHAT}",
        rf"\bif you (?:ever|some ?day|one day) (?:do|build|offer|make|have|add|bring out|launch|support)"
        rf" {_SPARE}{WHAT}",
        rf"\bif (?P<what>{PART} could {_HUMAN}[^;?!]{{3,80}}?),? {_THEY} (?:would|will|could)\b",
        rf"\b(?:would|will)(?: \w+)? (?:give (?:a lot|anything|a fortune|my (?:\w+ )?\w+)|pay (?:extra|good money"
        rf"|more|a lot)|settle|vote(?= for (?:an?|the|more|some|having)\b)|be (?:\w+ )?(?:happy|content|satisfied)"
        rf"|do anything|swap anything) (?:for|with|to have|to get) (?!me\b|you\b|us\b|my\b){WHAT}",
        rf"\b(?:would|could)\b[^;?!]{{3,80}}? if (?P<what>(?:it (?:ran|worked|could|let|supported|spoke|knew|showed"
        rf"|sent"
        r"|talked|came (?:with|in|as))|you (?:had|offered|supported|built|let|added)|theproduct \w+(?:ed|t|d|w|n"
        r"|ould)"
        rf"|{PART} (?:ran|worked|could|let|had|knew|showed|sent|came)) {_SPARE}[^;?!]{{3,80}})",
        rf"\b(?:just|only|now)? ?imagine (?:that |if )?(?P<what>(?:{PART}|it|you|we|i|the [\w-]+) (?:would|could)"
        rf" {_HUMAN}[^;?!]{{3,80}})",
        rf"\bit (?:should|ought to|could|must|needs to|has to) be (?:made |much |a lot |a bit )?(?:easier|simpler"
        rf"|quicker|less work) (?:for \w+ )?to (?!talk|reach|get hold|find (?:a|some) time|work with you){WHAT}",
        r"\bcould (?:it|that|something|this) be (?:arranged|set up|changed|done|made) (?:so )?(?:that |in such a"
        r" way that "
        rf")(?!we meet|we talk){WHAT}",
        r"\bplease (?:\w+ )?(?:consider|think about|look at|look into|work on|start) (?P<what>(?:adding|supporting"
        r"|building|letting|allowing|offering|implementing|including|introducing|providing) (?!me\b|us to|my\b"
        r"|our\b|him|her)[^;?!]{3,90})",
        r"\bplease (?:\w+ )?(?:allow|permit|support|offer|enable) (?P<what>(?:more|several|two|multiple|users"
        r"|people|longer|other|different|also|both|at least)\b(?! (?:days|weeks|time|hours|than (?:\w+ )?(?:days"
        r"|weeks|hours)))[^;?!]{3,90})",
        r"\b(?:the |one |a |some)?(?:piece|thing|part|bit|link|feature|step) (?:is |that is )?(?:still"
        r" )?missing\b[^;?!]{0,40}?\b(?:is|are)(?! (?:your|the (?:date|signature|name|address|approval|budget|price"
        r"|number|money)))(?: the| a)? "
        rf"{WHAT}",
        r"\b(?P<what>an? [^;?!,]{3,70}), (?:is|would) (?:that|this|it) (?:be )?(?:really )?(?:so |too )much to ask",
        r"\b(?P<what>an? [^;?!,]{3,70}?) would (?:tell|show|warn|remind|spare|save) (?:me|us|them|everyone|the \w+"
        r"|our \w+)\b",
        r"\b(?P<what>(?:something|anything|a \w+|one \w+|some \w+) (?:that|which) (?:tells?|shows?|warns?|reminds?"
        r"|lets?|adds?|sorts?|keeps|alerts?|counts) (?:me|us|them|the|our|my|you|everything)\b[^;?!]{3,70}?)"
        r" (?:would|will|please)\b",
        r"\b(?:would|will) rather (?P<what>(?:talk to it|scan|click|dictate|speak|use|see|get|choose|swipe|sign"
        r"|photograph)"
        rf"\b[^;?!]{{0,60}}? than {_DRIVES})\b",
        rf"\bwould (?:already |really )?be (?:more than )?(?:enough|sufficient|plenty|half the battle)(?: for"
        rf" [\w ]{{2,20}}?)? (?:if|to have) {WHAT}",
        r"\b(?:can|could) not be (?:that |so |too |all that )?(?:hard|difficult|complicated|much work) to"
        r" (?P<what>(?!get (?:an|a) (?:answer|reply|call)|reach|answer|find out)[^;?!]{3,90})",
        r"\b(?:waiting|asking|begging|hoping|asked) (?:you )?for (?P<what>(?!you\b|him\b|her\b|it\b)[^;?!]{3,60}?)"
        r" (?:for|since) (?:years|months|ages|(?:two|three|four|half a|a) (?:years?|months)|the (?:start|beginning)"
        r"|day one)\b",
        r"\b(?P<what>[^;?!,]{3,60}?) (?:is|are) (?:the|our) (?:only|last|main|one|single) (?:reason|thing) (?:why "
        r"|that |which )?(?:we|i|they|our \w+) (?:still )?(?:keep|use|need|have|stay|run|hold|print|work)\b",
        r"\b(?P<what>[^;?!,]{3,60}?) (?:keeps?|ties|holds|forces) us (?:on|with|to|at|in|back to) (?:using |keep "
        r"|use )?(?:the |our |another )?(?:old|paper|excel|therival|previous|spreadsheets?)\b",
        allows="past",
    ),
    form(
        "tells_me",
        0.75,
        True,
        r"\b(?P<what>(?:something|anything|a \w+|one \w+|some \w+) (?:that|which) (?:tells?|shows?|warns?|reminds?"
        r"|lets?|alerts?) (?:me|us|them|my \w+|our \w+|you)\b[^;?!]{3,70}?) (?:would|will|please)\b",
        r"^(?:please |just |so )?(?:show|warn|remind|notify|alert) (?:me|us|people|users|everyone) (?P<what>(?:who"
        r"|which|what|when|before|if|whether|as soon as)\b(?! (?:you|we) )[^;?!]{3,60})",
        r"\b(?:should|could|must|ought to|would like it to|want it to) (?:also |then )?(?P<what>(?:warn|alert"
        r"|notify|remind|tell|show) (?:me|us|people|users|them|the \w+|our \w+) (?:who|which|what|when|before|if"
        r"|whether|as soon as|that)\b(?! (?:you|we) )[^;?!]{3,60})",
        allows="support",
    ),
)
"""Forms that paint a better day, surely named ones under "dream"; the others need a word for a part of a program."""
