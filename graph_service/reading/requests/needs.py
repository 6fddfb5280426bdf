"""Forms of what people must be able to do, of what the product has not or will not, and of what one would pay for.

No veto is here.
"""

from graph_service.reading.requests.forms import PART, WHAT, WHO, form

_CROWD = (
    r"(?:customers?|users?|guests?|patients?|drivers?|staff|people|they|parents|students|suppliers?|members"
    r"|visitors|anyone|somebody|someone|everyone|everybody|one|the [\w-]+s|our [\w-]+s?|my [\w-]+|we|you|nobody|no"
    r" one|half of [\w ]{2,20})"
)
_OURS = r"(?:theproduct|yours|this one|the new (?:one|tool|system|app)|your (?:tool|app|system|one))"
_SPOT = (
    r"(?:button|field|box|column|option|menu|setting|switch|tick ?box|check ?box|key|shortcut|template|filter|list"
    r"|view|place|space|line|symbol|tab|search|link)"
)
_SCOPE = (
    r"(?:more than (?:one|two|\w+)|several|two|both|multiple|different|another|at once|at the same time|in one go"
    r"|in bulk|by \w+$|per [a-z]{3,}|with (?:a|an|their|the|one|my|our) (?:finger|card|phone|key|code|voice|click"
    r"|badge|scanner|pen|photo|picture|camera)|(?:my|our|your|them|him|her)sel(?:f|ves)|in advance|afterwards"
    r"|retroactively|offline|on (?:the|a|my|our|their) (?:phone|tablet|road|move|screen|map|mobile|shop floor)|from"
    r" (?:home|the road|the (?:phone|car|field)|outside)|without (?:a |an |the |having )?\w+|for (?:each|every) \w+"
    r"|for (?:others|somebody else|someone else|another \w+)|across|separately|individually|automatically|from last"
    r" (?:week|month|year)|a (?:photo|picture|comment|note|reason|colour|color|deadline|limit|tag|label))"
)
_ACT = (
    r"(?:sign|book|choose|set|change|add|see|look up|attach|split|share|enter|assign|use|mark|move|compare|read"
    r"|cancel|switch|hide|give|put|work|log|record|track|pay|search|filter|sort|copy|delete|approve|edit|save|draw"
    r"|write|pick|select|undo|order|plan|group|print|export|import|upload|reply|store|view|open|close|rename|block"
    r"|reserve)"
)
_BLISS = (
    r"(?:a dream|heaven|a godsend|bliss|gold|paradise|magic|a life-?\s?saver|a game[ -]?changer|a blessing|a"
    r" revelation|a dream come true)"
)

NEEDS = (
    form(
        "should_be_able",
        0.75,
        True,
        rf"\b(?!we |you |one ){_CROWD} (?:should|must|ought to|need to|needs to|have to|has to) (?:also |at least "
        rf"|still )?be (?:able|allowed|free) to {WHAT}",
        rf"\b(?:like|want|need|love|prefer)s? (?:my|our|the|every|each|all|users?|people|customers?|guests?|them)"
        rf" ?(?:[\w-]+ ){{0,3}}?to be (?:able|allowed) to {WHAT}",
        r"\b(?:want|wants|like|love|need|needs|prefer|hope) to be (?P<what>(?:told|warned|informed|notified|alerted"
        r"|reminded|asked) (?:\w+ )?(?:before|when|if|as soon as|whenever|once)\b[^;?!]{3,80})",
        rf"\b{_CROWD} (?:still |currently |just |simply )?(?:can|could) not (?:even |yet |easily |simply |properly"
        rf" )?(?P<what>{_ACT} (?!your\b|you\b)[^;?!]{{0,50}}?\b{_SCOPE}\b)",
        r"\b(?:need|want|would like|have|able) to (?P<what>(?:tell|keep) [^;?!]{2,40}? apart\b|distinguish"
        r" (?:between )?[^;?!]{3,60})",
        rf"\b(?:can|could) (?:we|i|one|you|someone) (?:\w+ )?(?:teach|train|persuade|bring|get|tell|make) (?:it"
        rf"|theproduct|{PART}) (?:that |to |so that |not to )(?!me\b|us\b){WHAT}",
        r"\b(?:have to|must|has to|need to) (?:call|phone|mail|ask|text|walk|run|drive|go)"
        r" (?P<what>[^;?!]{0,40}?\b(?:each|every|one after the other|one by one|all the|around|round|always|over"
        r" to)\b[^;?!]{0,40}?\b(?:to (?:learn|know|see|find out|check)|just to|because)\b[^;?!]{3,60})",
        r"\b(?:only|just) (?:the )?(?:admins?|managers?|office|owners?|one user|head office|team leads?|author)"
        r" (?:sees?|gets?|can see|may see|can change|can edit|can add|can set|is allowed to) (?P<what>(?!me\b"
        r"|you\b)[^;?!]{3,80})",
        rf"\b(?:nothing|nobody|no one|it never|theproduct never|{PART} never) (?:tells?|warns?|reminds?|shows?"
        rf"|informs?|notifies) (?:me|us|them|anyone|people|users|the [\w-]+s|our [\w-]+s?) (?P<what>(?:that|when|if"
        rf"|whether|which|before|about (?:it|a|an))\b[^;?!]{{3,80}})",
        r"\bif there (?:is|was|were) (?:just |only )?one thing (?:that )?(?:i|we) (?:would|could) (?:change|add"
        r"|improve|wish for|fix|ask for)\b[^;?!]{0,20}? (?:it is|it would be|that is|that would be)"
        r" (?P<what>[^;?!]{3,90})",
        r"^(?:please |just |so )*give (?:me|us|them|my \w+|our \w+) (?P<what>(?:an?|one|some|more|bigger)"
        r" [^;?!]{3,60}? and (?:i|we|they) (?:am|are|will|would)\b[^;?!]{2,30})",
        rf"\b(?:as long as|until|unless) (?:it|theproduct|{PART}) (?P<what>(?:can not|can|does not|has no|supports"
        rf"|lets|knows|handles|speaks) [^;?!]{{3,60}}?), (?:we|i|our [\w-]+|my [\w-]+|the [\w-]+s?) (?!are"
        rf" safe)[^;?!]{{3,60}}",
        r"\b(?P<what>an? [^;?!,]{3,60}?) (?:[\w-]+ ){0,3}?would (?:end|stop|fix|prevent|avoid|settle|cure) (?:that"
        r"|this|it|all (?:that|this)|these|those|such)\b",
        rf"\bwhy (?:do|does|can) not (?:you|theproduct|{PART}) (?:just |simply |also )?(?P<what>(?:have|offer"
        rf"|support|show|provide|allow|include|let|add|make|do|sort|remember|tell|warn|print)\b(?! (?:me|us)"
        rf" know)[^;?!]{{3,80}})",
        allows="support how_to",
    ),
    form(
        "has_not",
        0.75,
        True,
        rf"\b(?:theproduct|{PART}|the (?:[\w-]+ )?(?:version|module|view))(?: for [\w ]{{2,20}}?| in [\w ]{{2,20}}?"
        rf"| on [\w ]{{2,20}}?)? (?:still |simply |just |currently |unfortunately )*(?:does not|do not|will not|can"
        rf" not) (?:even |yet |really )?(?P<what>(?:let|allow|support|handle|offer|include|provide|remember|cover"
        rf"|show|know|group|sort|filter|export|keep|carry|give|work (?:with|on|in|across|for|offline|without)|print"
        rf"|read|count|round|link|sync|mark|highlight|translate|warn|save|split|fit|scale|follow|reflect|update"
        rf"|list|compare)\b(?! up\b| the (?:order|mail|entry) from)[^;?!]{{3,80}})",
        rf"\b(?:theproduct|{PART}) (?:still |simply |just )?(?:has|have|offers?|comes? with|knows?|shows?|gives?)"
        rf" (?:us |me )?no (?P<what>(?!idea|effect|problems?|issues?|errors?|data|news|answer|impact|trouble|chance"
        rf"|reason|results?|mistakes?)[^;?!]{{3,80}})",
        rf"\b(?:there is|there are|with|has|have|find|found|see|got|where is) (?:still |currently |just |simply "
        rf"|really )*(?:no|not any|no such) (?P<what>(?:\w+ )?{_SPOT}s? (?:to|for|where|that|in which|on) (?!me\b"
        rf"|you\b|us\b|stay|park|meet|sit|sleep|live|call|talk)[^;?!]{{3,80}})",
        r"\b(?:you|you guys) (?:still |currently |just )?do not (?:yet |even )?(?:offer|support|let|allow|provide)"
        r" (?P<what>(?!me know\b|us know\b)[^;?!]{3,80})",
        rf"(?P<what>(?:{PART}|the names?|the texts?|the titles?|(?:long|longer) (?:names?|titles?|texts?)|the"
        rf" numbers?) (?:is|are|gets?) (?:\w+ )?(?:cut off|truncated|shortened|abbreviated|squeezed|overlapping"
        rf"|hidden behind)\b[^;?!]{{0,60}})",
        rf"(?P<what>(?:{PART}|theproduct) only (?!has to|is\b|was\b|came|did\b|ran\b|started|arrived|needs)[a-z]+s"
        rf" (?:in|one|a|an|up|by|per|\d|two|three|whole|full|the (?:first|last)|english|german)\b[^;?!]{{0,60}})",
        rf"\b(?:therival|(?:the|our|my) (?:old|previous|former|last) (?:tool|system|software|program\w*|solution"
        rf"|platform|app|one)|(?:other|most) (?:tools|systems|programs|apps)) (?P<what>[^;?!]{{3,70}}?)[,;]? (?:and"
        rf" |but |while |whereas )?(?:{_OURS}|you|here) (?:\w+ )?(?:does not|do not|can not|has no|have no|stays"
        rf"|never|is not|are not|only|we can not|i can not|there is no)\b",
        r"\b(?:lose|loses|losing|lost) (?P<what>(?:my|our|your|the) (?:place|position|selection|scroll position"
        r"|filters?|sort order|column widths?)\b[^;?!]{0,60})",
        allows="past business",
    ),
    form(
        "worth_it",
        0.75,
        True,
        r"\b(?:one |the |only |main )*(?:thing|what|feature|function|part|point)(?: that)? is (?:still |really "
        r"|sorely )?(?:lacking|missing)\b[^:;?!]{0,40}?(?::| is| are) (?:the |a |an )?(?P<what>(?!your\b|you\b"
        r"|people|time|money|staff|date|signature|approval|trust|will)[^;?!]{3,90})",
        rf"\b(?:feature|thing|function|one|improvement|change) (?:that )?{WHO} (?:would|could) (?:\w+ )?(?:pay|kill"
        rf"|give|upgrade|stay|switch|need|use|like|love|add|build|make|change|improve)\b[^;?!]{{0,25}}? (?:is|would"
        rf" be) {WHAT}",
        rf"\b(?:i|we|my team) would (?:\w+ )?(?:trade|swap|exchange|give up|give away)\b[^;?!]{{2,50}}? for {WHAT}",
        rf"\b(?:it|that) would [^;?!]{{3,60}}? if (?P<what>(?:{PART}|theproduct) (?!(?:is|was|were) (?:back|up"
        rf"|there|fixed)|worked again)[^;?!]{{3,80}})",
        rf"\b(?:be|been) {_BLISS}(?: for [\w ]{{2,20}}?)? (?:if|to|when) (?!you (?:come|call|visit)|see you|work"
        rf" with you|meet){WHAT}",
        rf"^(?:and |so |but |also )*(?P<what>[^;?!]{{3,80}}?) would be (?:\w+ )?{_BLISS}\b",
        r"^(?:so |and |just )*(?P<what>(?:an?|one|some|two|bigger|smaller|more|fewer|better) [^;?!,]{3,60}?),? and"
        r" (?:i|we|everyone|everybody|my \w+|our \w+|life) (?:would|will) (?:be|stop|never|sleep|go|have|cheer"
        r"|save)\b",
        rf"\b(?:will not|would not|refuses? to|does not want to|do not want to) (?:touch|use|accept|adopt|open"
        rf"|switch to|work with|roll out|go near|look at) (?:it|theproduct|{PART}) (?:unless|until|without|as long"
        rf" as|because|before|if) (?P<what>(?!the budget|the contract|next|then)[^;?!]{{3,80}})",
        r"\b(?:once|as soon as|the moment|the day|the minute|if|when) (?:you|theproduct) (?:ever )?(?:offers?"
        r"|supports?|builds?|adds?|has|have|launch\w*|releases?|introduces?|speaks?|runs?|can) (?P<what>(?!time|a"
        r" minute|the contract|a moment|any|questions?|more|news)[^;?!]{3,70}?),? (?:we|i|my [\w-]+|our [\w-]+|the"
        r" [\w ]{3,20}) (?:are in|am in|will (?:\w+ )?(?:buy|sign|order|take|switch|move|upgrade|roll|renew|drop|be"
        r"|use|come|go)|can (?:finally|drop|stop|switch|roll|go))\b",
        rf"\b(?:once|as soon as|the moment|the day|when|if) (?P<what>(?:{PART}|theproduct) (?!(?:is|are|was)"
        rf" (?:back|up|there|fixed|ready|signed|done|live)|works again)[a-z]+s [^;?!]{{3,60}}?),? (?:we|i|my [\w-]+"
        rf"|our [\w-]+|the [\w ]{{3,20}}?) (?:will|would) (?:all |finally )?(?:use|buy|switch|move|upgrade|roll"
        rf"|renew|drop|be (?:happy|in))\b",
        r"\bdo you think (?:you|it|theproduct|your \w+) (?:could|can|might|will) (?:ever |also |one day"
        r" )?(?P<what>(?:build|add|make|offer|support|include|program|teach)\b(?! it (?:on|to|by))[^;?!]{3,80})",
        rf"\bhow (?:nice|great|useful|handy|good|helpful|easy|much easier|wonderful) (?:it )?would (?:it )?be (?:to"
        rf"|if) (?!see you|meet|talk|hear){WHAT}",
        rf"^(?:please |and |so |also |just )*(?:put|place|show|add|include|display) (?P<what>(?:an?|another|some"
        rf"|bigger|both) [^;?!]{{2,50}}? (?:on|in|to|at|into|next to|above|below) {PART}\b[^;?!]{{0,40}})",
        rf"\b(?:need|needs|want|would like|would love|miss) (?P<what>(?:the|our|an?|each|every) (?!signature"
        rf"|approval|comment|feedback|sign-off|update|look|change|error|mistake|answer|meeting|copy|numbers?"
        rf"|figures|data|person)[\w-]+(?: [\w-]+){{0,2}}? (?:on|above|below|next to|at the top of|under) (?:{PART}"
        rf"|(?:the|our|every|each|all) (?:[\w-]+ )?(?:labels?|receipts?|slips?|delivery notes?|start page"
        rf"|print-?outs?))\b[^;?!]{{0,40}})",
    ),
)
"""Forms that need no word for a part of a program behind them: who should be able to what, and what it is worth."""
