"""Forms of pleading for a feature: what others keep asking for, on what condition one would go on, and indirect needs.

No veto is here.
"""

from graph_service.reading.requests.forms import ADDING, IT, PART, WHAT, form

_THEM = (
    r"(?:therival|(?:the|our|my|your) (?:old|previous|former|last|other|earlier) (?:tool|system|software|program\w*"
    r"|solution|platform|vendor|app|product|one)|(?:other|most|all other|competing) (?:tools|systems|vendors|products"
    r"|apps|platforms|programs)|every other (?:tool|system|app|product))"
)
_HAVE = (
    r"(?:had|has|have|worked|works|were|was|could|can|supported|supports|offered|offers|built|added|let|lets|allowed"
    r"|came|comes|is|are|included|got|gets|would|showed|ran)"
)
_DONE = (
    r"(?:sorted|filtered|grouped|exported|imported|printed|renamed|merged|split|hidden|locked|archived|copied"
    r"|duplicated"
    r"|undone|searched|customi[sz]ed|configured|edited|resized|reordered|translated|tagged|switched (?:off|on)"
    r"|turned (?:off|on)|adjusted|pinned|muted|automated|scheduled|assigned|reversed|rounded|overridden)"
)


PLEAS = (
    form(
        "asked_for",
        0.75,
        False,
        (
            r"\b(?:keeps?|kept|always|constantly|often|regularly|repeatedly) (?:\w+ )?(?:asking|asks?|requesting"
            r"|requests?"
            rf"|begging|nagging)\b[^,;?!]{{0,25}}? (?:for|about|whether|if|why|when|how|to) {WHAT}"
        ),
        (
            rf"\b(?:asks?|asked|asking|nags?|nagging) (?:me|us|you)\b[^,;?!]{{0,30}}? (?:for|about|whether|if|why"
            rf"|when) {WHAT}"
        ),
        (
            rf"\b(?:get|gets|got|getting|been|being|am|are) asked\b[^,;?!]{{0,25}}? (?:about|for|whether|if|when|why)"
            rf" {WHAT}"
        ),
        (
            r"\b(?:begging|crying out|crying|screaming|desperate|longing|clamou?ring|pleading|itching"
            rf"|still hoping|dreaming of)(?: for)? {WHAT}"
        ),
        rf"\bwaiting (?:\w+ ){{0,2}}?(?:years|months|ages|forever|long|eagerly|impatiently) for {WHAT}",
        rf"\b(?:insists?|insisting|insisted) (?:up)?on (?:the |a |an |being able to |having )?{WHAT}",
        rf"\b(?:insists?|insisting|insisted|demands?|demanded|requires?|expects?) that {WHAT}",
        (
            r"\b(?:up-?vot\w+|(?:adding|add|count|counting|casting) (?:in )?(?:our|my|a|another) vote)"
            rf" (?:the \w+ |our \w+ )?for {WHAT}"
        ),
        (
            r"\b(?:wonder|wondering|wondered|asking myself|asking ourselves) (?:if|whether|why|when) (?:you"
            r"|theproduct|your"
            rf" [\w-]+) (?:could|might|would|will|do not|does not|can not) (?:not |ever |also |just )*{ADDING}{WHAT}"
        ),
        takes_uses=True,
    ),
    form(
        "on_condition",
        0.7,
        False,
        (
            r"\b(?:would|will)\b[^,;?!]{0,80}? (?:if|once|as soon as|provided(?: that)?|when) (?:it|there|you"
            r"|theproduct|we"
            rf"|the (?:tool|system|app|software)) (?:\w+ )?{_HAVE} {WHAT}"
        ),
        (
            r"\bif (?:only )?(?:there (?:was|were|is)|(?:it|we|you|theproduct|they|i) (?:\w+ )?(?:had|built|added"
            r"|offered"
            r"|supported|let|allowed|could (?:add|build|also)|would (?:add|build)|were to add))"
            r" (?P<what>[^;?!]{3,90}?),?"
            r" (?:then )?(?:\w+ ){0,3}?(?:would|will|could)\b"
        ),
        (
            r"\b(?:will|can|could|would|do|does|is|are) not (?:[\w'-]+ ){1,12}?(?:without|until|before|unless|as long"
            r" as)"
            rf" (?:there is |we have |we get |it has |you have )?{WHAT}"
        ),
        (
            r"\bwithout (?:a |an |any |the |proper |some )*(?P<what>[^,;?!]{3,70}), (?:we|i|they|it|our \w+|the \w+"
            r"|this|my "
            r"\w+) (?:\w+ ){0,2}?(?:are|is|can|could|have|has|will|would|must|need)\b"
        ),
        takes_uses=True,
    ),
    form(
        "in_the_way",
        0.8,
        False,
        (
            r"\b(?:holding|keeping|stopping|blocking|slowing|putting|preventing|limiting)\b[^,;?!]{0,40}? is (?:that "
            r"|the"
            rf" |there is |a |no |not being able to )*(?:lack of |absence of |missing )?{WHAT}"
        ),
        (
            r"\b(?:deal-?\s?breaker|show-?\s?stopper|blocker|stumbling block|obstacle|no-go|snag|catch|hurdle"
            r"|drawback"
            rf"|downside)\b[^,;?!]{{0,50}}? (?:is|are|remains) (?:that |the |there is |a |no |lack of |missing"
            rf" )*{WHAT}"
        ),
        (
            r"\b(?:pain|tedious|cumbersome|annoying|nuisance|hassle|laborious|clumsy|awkward|nightmare|painful"
            r"|fiddly)"
            rf"(?: \w+)? (?:to|having to|when you have to|when we have to|because) {WHAT}"
        ),
        rf"\bwhy (?P<what>{PART} (?:can not|could not|does not|do not) [^;?!]{{3,60}})",
        allows="how_to",
        takes_uses=True,
    ),
    form(
        "passive_gap",
        0.7,
        True,
        rf"(?P<what>(?:{IT}|{PART})(?: [\w-]+){{0,3}}? (?:can not|could not) (?:\w+ )?be {_DONE}\b)",
        rf"(?P<what>{PART}(?: [\w-]+){{0,3}}? (?:should|must|ought to|needs to) (?:\w+ )?be {_DONE}\b)",
        (
            r"\b(?P<what>(?:reports?|exports?|search|dashboard|calendar|app|overview|list|form|screen|import|forecast"
            r"|tool"
            r"|system|theproduct)(?: \w+)? (?:do|does|can|will) not (?:\w+ )?(?:show|say|tell|list|record|log|track"
            r"|remember)"
            r" (?:us |me |you )?(?:who|which|why|whether|what changed|when|how (?:many|much|long))\b)"
        ),
        rf"\bno (?:\w+ )?(?:means|method|mechanism|facility|provision) (?:of|to|for) {WHAT}",
    ),
    form(
        "promised",
        0.75,
        False,
        rf"\b(?:were|been|was) (?:promised|told about) {WHAT}",
        rf"\bhow far(?: along)? (?:is|are) (?:you with )?{WHAT}",
        rf"\bany (?:news|word|progress|movement) (?:on|about|regarding|with) {WHAT}",
        (
            r"\b(?:has|have) (?:anyone|anybody|you|someone|the team|your (?:\w+ )?\w+) (?:guys )?(?:ever |already "
            r"|yet |made"
            rf" )?(?:looked (?:at|into)|thought (?:about|of)|started (?:on|with)|progress on|considered) {WHAT}"
        ),
        (
            r"\bis there (?:something|anything) (?:\w+ )?(?:in the (?:works|pipeline)|planned|coming)(?: for| on|"
            r" around"
            rf"| about| like)* {WHAT}"
        ),
        r"\b(?P<what>sign-on) (?:the|your|any) (?:\w+ )?(?:roadmap|backlog|list)\b",
        takes_uses=True,
    ),
    form(
        "looked_for",
        0.75,
        False,
        (
            r"\b(?:looked|searched|looking|searching|hunted|hunting) (?:everywhere|all over|high and low|in vain|for"
            r" ages"
            rf"|around|through all the menus) (?:\w+ )?for {WHAT}"
        ),
        (
            rf"\b(?:i|we|people|users|everyone|one) (?:would|had) (?:also |rather )?(?:have )?expect(?:ed)? (?:to |a "
            rf"|an |the |some )*{WHAT}"
        ),
        rf"\b(?:surprised|astonished|amazed|puzzled|disappointed) (?:that |to (?:see|find|learn) |there )+{WHAT}",
        takes_uses=True,
    ),
    form(
        "used_to_have",
        0.75,
        False,
        (
            rf"\b(?:with |in |at )?{_THEM}\b (?:[\w-]+ ){{0,2}}?(?:can|could|had|has|have|lets?|allows?|allowed"
            rf"|offers?"
            r"|gets?|got|were able to) (?P<what>(?!that\b|it\b|this\b)[^;?!]{3,90}?)[,;:.] ?(?:and |but |while "
            r"|whereas )*(?:here"
            r"|theproduct|you"
            r"|yours|now|with (?:you|yours|theproduct)|in (?:yours|theproduct)|at (?:yours|theproduct))\b"
        ),
        allows="past business already",
        takes_uses=True,
    ),
)
