"""Prefers us to another, or to what was before. Wordings only; vetoes stand in `vetoes`."""

from graph_service.reading.advocacy.classes import GAP, NAMED, NEAR, PRODUCT, I
from graph_service.reading.advocacy.rules import Rule, any_of, gated, words

_OLD = (
    r"(?:therival|(?:any ?one|anything|everyone|everything|any(?: of the)?(?: other)?) (?:else|tool|vendor"
    r"|supplier|system"
    r"|software|platform|product|we|i|on the market|out there)|(?:the|our|any|my|that) (?:old|previous"
    r"|last|former|other"
    r"|legacy|earlier|existing)(?: [\w-]+){0,2}|what (?:we|i) (?:had|used|did|were)|(?:our |the )?spreadsheets?|excel"
    r"|the (?:competition|competitors?|alternatives?|others|rest|incumbent|thing we had)|the (?:one|tool|system) we had"
    r"|(?:all )?the (?:other )?(?:vendors|suppliers|tools|systems|options|demos) (?:we|i|out|on)|(?:your"
    r"|all your) competitors?"
    r"|(?:the|any) others?|before|other (?:vendors|tools|systems|suppliers|products|platforms|options)"
    r"|the big names|aname)"
)
_BETTER = (
    r"(?:better|faster|quicker|easier|simpler|nicer|cleaner|smoother|stronger|superior|ahead|above|more "
    r"(?:\w+)|preferable"
    r"|cheaper in the end)"
)
_BEATS = (
    r"(?:beats?|outperform(?:s|ed)?|outclass(?:es|ed)?|trumps?|outshines?|surpass(?:es|ed)?|wipes the "
    r"floor with|runs (?:rings|circles) around|knocks?|blows?"
    r"|leaves?|tops|walks all over|wins? (?:hands down )?(?:against|over)|won (?:hands down )?(?:against|over))"
)

PREFERS = (
    Rule(
        "compares",
        "prefers",
        0.45,
        any_of(
            (
                rf"\b(?:{PRODUCT}|that|support|working with you)\b{GAP}\b{_BETTER} (?:[\w-]+ ){{0,3}}?(?:than|of|to"
                rf"|compared (?:to|with)) {NEAR}{_OLD}"
            ),
            (
                rf"{I}(?:like|prefer|trust|rate|enjoy|find) {PRODUCT} {NEAR}\b(?:more|better|above|higher|easier|nicer"
                rf"|faster)\b{NEAR}\b(?:than|to) {_OLD}"
            ),
            rf"\b{_BETTER} than {_OLD}\b",
        ),
        bars=(
            gated(
                r"\btherival\b[^.;]{0,40}\b(?:is|are|was|looks?|does|do|has|feels?|seems?) [^.;]{0,30}(?:better|faster"
                r"|cheaper|ahead|easier)"
            ),
            gated(r"\bnot (?:\w+ )?(?:better|faster|easier)|no better|\bshould be\b|worse|slower"),
        ),
    ),
    Rule(
        "beats",
        "prefers",
        0.45,
        any_of(
            rf"\b{PRODUCT} (?:really |still |easily |just |simply |always |clearly |hands down )*{_BEATS} {NEAR}{_OLD}",
            rf"\b{_BEATS} (?:the \w+ )?(?:out of |behind )?{_OLD}{NEAR}",
            (
                rf"{_OLD}{NEAR} (?:can not|could not|do(?:es)? not|did not|never|cannot) (?:even )?(?:\w+ )?(?:touch"
                r"|match|compare|compete|hold a candle|come(?:s)? (?:close|near)|keep up|do what)"
            ),
            (
                r"\b(?:nobody|no ?one|nothing|none)(?: else| of (?:them|the others|those)| on the market| out there| "
                r"i have (?:seen|used|tried)| we (?:looked at|tried|saw|tested))* (?:\w+ ){0,2}?(?:comes? (?:close"
                r"|near)|touch(?:es)?|match(?:es)?|compares?|compete[s]?|came (?:close|near)|does (?:this|it|that"
                r"|what)|beats? (?:you|it|theproduct))"
            ),
            (
                r"\b(?:no contest|no comparison|night and day|(?:miles|leagues|streets|light[- ]?years|way|well|far"
                r"|worlds?) (?:ahead|better|above|beyond|apart)|in a (?:different|another|league)|head and shoulders"
                r"|different league|different class)\b"
            ),
        ),
        needs=(gated(r"\b(?:theproduct|you|your|it|this|that|them|compared|with|we|what)\b"),),
        bars=(gated(r"\btherival (?:is|are|was|were|looks?) |worse|slower"),),
    ),
    Rule(
        "never_back",
        "prefers",
        0.45,
        any_of(
            (
                r"(?:would not|will not|would never|will never|never|do not|could not|can not|no (?:way|one)|nobody"
                r"|not|none of us)\b[^.;?!]{0,40}\b(?:go(?:ing)?|moving?|switch(?:ing)?|return(?:ing)?|want(?:s)? to "
                r"go) (?:back|to (?:spreadsheets?|excel|therival|the old|how|what|our old))"
            ),
            (
                rf"(?:would not|will not|would never|will never|never) {NEAR}\b(?:swap|trade|exchange|give up|leave"
                rf"|part with|switch|change) {PRODUCT}"
            ),
            r"\b(?:not|never) looked back\b",
            r"\bno (?:intention|plans?|desire|appetite|reason) (?:of|to|for) (?:switch|leav|chang|go|mov|look)\w*",
            r"\bnot (?:going|planning to go|looking|leaving|interested in going) (?:anywhere|elsewhere)",
        ),
        bars=(
            gated(
                r"\bunless\b|\buntil\b|go(?:ing)? back (?:to|and) (?:you|check|see|ask|the (?:meeting|team|vendor"
                r"|drawing))"
            ),
        ),
        allows=words("negation modal"),
    ),
    Rule(
        "chose",
        "prefers",
        0.45,
        any_of(
            (
                rf"{I}(?:chose|picked|selected|went with|prefer(?:red)?|decided (?:on|for)|stuck with|stayed with|came "
                rf"(?:over )?to|are staying with|are sticking with) {PRODUCT} {NEAR}\b(?:over|instead of|rather than"
                rf"|from|and not|despite|against|ahead of|to) {NEAR}{_OLD}"
            ),
            (
                rf"\b(?:would|will) (?:\w+ )?(?:choose|pick|buy|sign|go with) {PRODUCT} (?:\w+ )?(?:again|any ?(?:day"
                r"|time)|every time|over)"
            ),
            (
                rf"{I}(?:switched|moved|migrated|came|changed)(?: \w+)?(?: over)?(?: to {PRODUCT})? "
                rf"from {_OLD}\b{GAP}(?:best|never|not look|glad|happy|great|relief|better|right|worth|pa(?:id|ys))"
            ),
            (
                rf"{I}(?:replaced|ditched|dropped|dumped|retired|kicked out|threw out|got rid of|said no to|turned down"
                rf"|rejected|passed on|walked away from) {NEAR}{_OLD}{GAP}\b(?:for|with|in favou?r of|because of"
                rf"|thanks to|since) {PRODUCT}"
            ),
            (
                rf"{I}(?:looked at|tested|tried|compared|saw|evaluated|trialled|had a demo of|sat through|spoke to"
                rf"|were pitched by) {NEAR}(?:therival|others?|alternatives?|competitors?|vendors|\w+ tools|\w+ "
                rf"systems){GAP}\b(?:and|but|so)\b{GAP}\b(?:stay\w*|stick\w*|stuck|you (?:won|win|are|were|still|came)"
                r"|theproduct (?:won|is|was|still|came)|renew\w*|chose|picked|prefer\w*|no one|none|nothing|not even"
                r"|not a patch|came back|glad|happy)"
            ),
            rf"\b(?:would )?(?:much |far )?rather (?:\w+ ){{0,3}}?{NAMED} than\b",
            rf"{I}(?:much |still |far )*prefer {PRODUCT}",
        ),
        bars=(gated(r"\bregret|mistake|not sure|wish\b|wonder"),),
    ),
    Rule(
        "best",
        "prefers",
        0.45,
        any_of(
            (
                r"\b(?:theproduct|you|this|it|your \w+|that) (?:is|are|has been|have been|was|were|remains?)(?: \w+)? "
                r"(?:\w+ ){0,2}?(?:the )?(?:best|favou?rite) (?:[\w-]+ ){0,3}?(?:vendor|supplier|tool|software"
                r"|system|product|platform|partner|decision|purchase|investment|thing|support|team|call|move|buy"
                r"|one)\b"
            ),
            (
                r"\bbest (?:[\w-]+ ){0,2}?(?:vendor|supplier|tool|software|system|product|platform|partner|decision"
                rf"|purchase|investment|money|thing|call|move|buy)\b{GAP}(?:we|i|i have|we have) (?:\w+ )?(?:made"
                r"|work\w*|had|used|use|spent|bought|did|done|taken|took|seen|have|deal)"
            ),
        ),
    ),
)
