"""Forms that ask: labelled requests, needs, wishes, orders, and questions about what is planned or possible."""

from graph_service.reading.requests.forms import ABLE, GOOD, SOFT, WHAT, WHO, form

WISHES = (
    form(
        "labelled",
        0.9,
        False,
        (
            r"\b(?:feature|enhancement|improvement|change|product) (?:request|idea|suggestion|wish|ask)s?\b(?: "
            rf"from \w+(?: \w+)?)?(?: is| would be| for)?[:, -]* ?{WHAT}"
        ),
        (
            r"\b(?:on|top of|to|add to) (?:my|our|the|your) (?:own |long |little )?wish-?\s?list\b(?: is| would be"
            rf"| are|:| -)?[, ]*{WHAT}"
        ),
        rf"^(?:suggestion|idea|wish|request|small wish|one wish|a wish|another wish)(?: \w+){{0,3}}[:-] ?{WHAT}",
        (
            r"\b(?:my|our) (?:\w+ )?(?:biggest |only |main |one |first |number one |top |small |little |single "
            r")*(?:wish|ask|request|suggestion|plea|feature request)s? (?: for \w+(?: \w+)?)?(?: is| would be| "
            rf"remains|:)[, :]*{WHAT}"
        ),
        (
            r"(?:^|[,:] |\b(?:and|but|so) )"
            r"(?P<what>[^;?!]{3,120}?) (?:is|are|would be|stays|remains) (?:\w+ )?(?:on|at the top of|top of"
            r"|high on|number one on|first on) (?:my|our|everyone's|the team's) (?:wish-?\s?)?list"
        ),
    ),
    form(
        "able",
        0.85,
        False,
        (
            r"\b(?:need|needs|want|wants|like|love|liked|loved|great|nice|helpful|useful|handy|good|hoping|hope"
            r"|keen|asking|asked|asks|wishes|wish|required|requires|require|looking|missing|miss|misses|lack|lacks"
            r"|crucial|important|essential|appreciate|prefer|handy|dying|waiting|longing|wanted|wished|help|helps"
            rf"|begging|screaming|crying)\b[^.;?!]{{0,30}}?\b{ABLE} {WHAT}"
        ),
        takes_uses=True,
    ),
    form(
        "need",
        0.75,
        False,
        (
            rf"\b{WHO} {SOFT}{{0,3}}(?:need|needs|require|requires|want|wants|miss|misses|missing|lack|lacks"
            r"|lacking|crave|like|love|appreciate|prefer|kill for|could use|hoping for|would use|looking for|after"
            r"|waiting for|asking for|asks for|asked (?:\w+ )?for|ask for|ask about|begging for|desperate for"
            r"|dying for|screaming for|in need of|keen on|wanting) (?!the (?!(?:ability|option|possibility"
            r"|chance)\b)|your |his |her |that |this |these |those |them\b|him\b|it\b|you\b|us\b|from you|from "
            rf"your){WHAT}"
        ),
        (
            r"\b(?:what|one thing|the (?:one |only |main |biggest |single )*thing|something|things) (?:that "
            rf")?{WHO} {SOFT}{{0,3}}(?:need|needs|want|wants|miss|misses|missing|lack|lacks|love|like|after"
            rf"|hoping for)\b(?: most| to see| in theproduct| here)?(?: is| are| would be|:| -)* {WHAT}"
        ),
        (
            r"\b(?:there is|there are) (?:a )?(?:\w+ )?(?:need|demand|appetite|call|pressure) (?:here |internally "
            rf")?(?:for|to have|to get) {WHAT}"
        ),
        rf"\b(?:still )?waiting for (?:the|that|your|this) {WHAT}",
    ),
    form(
        "would_be",
        0.8,
        False,
        (
            r"\b(?:would|will|could|might)(?: also| really| just| certainly)? (?:be|have been|make) (?:\w+ "
            rf")?(?:\w+ )?{GOOD}\b(?: for (?:us|me|our \w+|the \w+)| here| indeed)?,? (?:if|to have|to see|to get"
            rf"|having|to|that|when|with) {WHAT}"
        ),
        (
            r"\b(?:it|that|this|what) (?:would|could|might) (?:\w+ )?(?:help|save|make|ease|simplify|spare|solve"
            rf"|give|speed)\b[^.;?!]{{0,60}}?\b(?:if|to have|to be able to|having) {WHAT}"
        ),
        (
            r"^(?:\W|and |so |but |also |ideally )*(?P<what>[^;?!]{3,110}?) (?:would|will|could)(?: also| really"
            rf"| just)? (?:be (?:\w+ )?(?:\w+ )?{GOOD}|help(?:$|[.,!])|help (?:us|me|a lot|our|the|everyone"
            rf"|enormously|massively"
            r"|so much|tremendously|big time)|save (?:us|me|our|everyone|the|so much|a lot|hours)|make (?:my|our"
            r"|life|it|a (?:big|huge|real)|things|everyone|such|all)|have (?:\w+ )?(?:saved|helped|spared"
            r"|prevented|avoided|caught)|be (?:\w+ )?worth|solve|go a long way|change everything|do wonders|spare "
            r"us)\b"
        ),
        (
            r"\b(?:great|nice|good|helpful|useful|handy|cool|lovely|neat|happy|happier|delighted|thrilled) (?:if"
            rf"|to have|to see) {WHAT}"
        ),
        takes_uses=True,
    ),
    form(
        "wish",
        0.85,
        False,
        (
            r"\b(?:wish|wishes|wishing|wished)(?: that)? (?:there was|there were|we could|i could|you|it"
            rf"|theproduct|the|we had|i had|we|they|your|our|for)\b ?{WHAT}"
        ),
        rf"\bif only (?:there was|there were|we could|i could|it|you|theproduct|the|we had|i had) {WHAT}",
        (
            r"\b(?:shame|pity|odd|strange|annoying|frustrating|sad|awkward|weird|unfortunate|too bad) (?:that "
            rf"|when |not |how |to )+{WHAT}"
        ),
        rf"\bin an ideal world\b,? {WHAT}",
        rf"\bideally,? (?:we|i|it|you|theproduct|there|the|users|each|every|our)\b ?{WHAT}",
        rf"\b(?:would|will) (?:\w+ )?love (?:to see|to have|it if|having|for|some|a|an|seeing|more|better) ?{WHAT}",
        rf"\b(?:hoping|hope) (?:that )?(?:you|it|theproduct|we) (?:can|could|will|would|might|guys) {WHAT}",
        takes_uses=True,
    ),
    form(
        "would_pay",
        0.75,
        True,
        rf"\b(?:i|we) (?:would|will)(?: \w+)? pay (?:\w+ ){{0,4}}?for (?:something|a|an|some|anything)\b ?{WHAT}",
    ),
    form(
        "please_add",
        0.85,
        False,
        (
            r"\b(?:can|could|would|will|might)(?: we get)? (?:you|your (?:\w+ )?\w+|someone|they|theproduct|the "
            r"(?:dev|product) \w+)(?: guys| folks| please| ever| also| maybe| possibly| perhaps| at some point| "
            r"not| just)* (?:please )?(?:add|build|support|implement|include|introduce|develop|consider|offer|let "
            r"us|allow|extend|expose|provide|integrate|enable|make it possible|make (?:the|it|this)|show|give us"
            rf"|bring back|bring|think about|put in|get us) {WHAT}"
        ),
        (
            r"(?:^|[,;:.-] ?|\b(?:so|and|then|but) )(?:please|pls|kindly) (?:\w+ )?(?:add|build|support|implement"
            r"|introduce|develop|consider|offer|let us|allow|extend|expose|integrate|make it possible|give us"
            rf"|bring back|bring) {WHAT}"
        ),
        rf"\b(?:can|could|may) (?:we|i) (?:please |maybe |possibly |also |ever )*(?:get|have) {WHAT}",
        (
            r"\b(?:would|do) you (?:mind|consider|be (?:open|willing|able) to|think about|ever|at some point) "
            r"(?:consider )?(?:adding|building|supporting|implementing|including|introducing|offering|letting"
            rf"|allowing|add|build|support|implement|making|extending|exposing) {WHAT}"
        ),
        (
            r"\b(?:you|they|theproduct|it) (?:guys )?(?:should|need to|ought to|must|could|really should|have to) "
            r"(?:\w+ )?(?:add|build|support|implement|include|introduce|offer|let|allow|have|provide|show|make it "
            rf"possible) {WHAT}"
        ),
    ),
    form(
        "roadmap",
        0.8,
        False,
        rf"\b(?:any|are there|is there|have|no|there) (?:\w+ )?plans? (?:\w+ )?(?:to|for|around|on|of) {WHAT}",
        (
            r"\b(?:are|were) (?:you|they|there) (?:guys )?(?:planning|going|intending|thinking|looking|considering"
            rf"|working)(?: on| to| of| about|,)* {WHAT}"
        ),
        rf"\b(?:do|did) you (?:guys )?(?:plan|intend|have (?:\w+ )?plans?) (?:to|on|for) {WHAT}",
        (
            r"\b(?:is|are|will|when (?:is|will|are)|has|where (?:is|are)|was)(?: there)? "
            r"(?P<what>[^;?!]{3,90}?) (?:be )?(?:on (?:the|your|any) (?:\w+ )?(?:roadmap|radar|horizon|backlog"
            r"|list|cards|plan)|in the (?:works|pipeline|making|backlog)|planned|coming|foreseen|being (?:planned"
            r"|considered|worked on)|supported|possible|under consideration|scheduled for)\b"
        ),
        (
            r"\b(?:any|what are the|is there (?:any|a)|there any|some) (?:chance|hope|possibility|prospect"
            rf"|odds)(?: of| that| for| to|,)* (?:seeing |getting |having |you |we |adding )*{WHAT}"
        ),
        (
            r"\b(?:is|are|was|would) there (?:\w+ )?(?:a|any|some|an|maybe|currently|really|no)? ?(?:\w+ )?(?:way"
            r"|option|setting|possibility|feature|functionality|method|switch|toggle|ability|chance|plan|trick) "
            rf"(?:\w+ )?(?:to|of|for|that|where|we can|i can|so) {WHAT}"
        ),
        rf"\b(?:any|no) (?:way|option|possibility) (?:\w+ )?(?:to|of|for|we can|i can|we could) {WHAT}",
        rf"\b(?:is|would|was) it (?:\w+ )?(?:be )?(?:possible|feasible|conceivable)(?: \w+)? (?:to|for|that) {WHAT}",
        (
            r"\b(?:(?:do|does|did|will|can|could|would|when (?:will|can|do|does|could)) (?:you|theproduct)"
            r"|(?:will|could|would|when (?:will|can|could)) (?:it|the (?:\w+ )?\w+)|(?:do|does|can) (?:it|the"
            r" (?:\w+ )?\w+)"
            r"(?! (?:[a-z]+ )?(?:have|work|run|show|send|do|get|handle|be able to)\b))(?: guys)?(?: already| ever"
            r"| also| plan to| currently| soon| finally)* (?:support|offer"
            rf"|have|handle|allow|integrate|provide|include|be able to|let|add|get|work|run|show|send|do) {WHAT}"
        ),
        (
            r"^(?:\W|and |so |but |also |hi |ok |now |one more |question,? )*(?:can|could|would|will|might) (?:it"
            r"|that|this|there|they|theproduct|we|i|users|someone|somebody|one|people|each \w+|every \w+|the "
            r"(?:[\w-]+ ){0,3}?[\w-]+|your (?:[\w-]+ ){0,3}?[\w-]+|exports?|reports?|dashboards?|alerts?) "
            r"(?:not |also |maybe |just |please |perhaps |possibly |somehow |ever |at least )*(?!be (?:the reason"
            rf"|why|because|moved|that|related|due|done|ready|available)|wait|happen|mean){WHAT}"
        ),
        (
            r"\b(?:is|are|was|were) there (?:already |actually |now |currently |really |such a thing as |anything "
            rf"like )*(?:an?|any|some|no) {WHAT}"
        ),
        (
            r"\b(?:is|are|was) (?:it|there anything|something|anything|that|this) (?:already |perhaps |maybe "
            r")*(?:planned|foreseen|in the works|in the pipeline|on the roadmap|in sight|coming)(?: to| for| that"
            rf"| like|,| with)* {WHAT}"
        ),
        (
            r"\b(?:have|had|did) you (?:guys )?(?:ever |already )?(?:thought|think|considered|consider|looked"
            rf"|planned)(?: about| of| into| at)* {WHAT}"
        ),
        (
            r"\b(?:when|how soon) (?:can|could|will|would|might|do) (?:we|i) (?:\w+ )?(?:expect|get|have|see|be "
            rf"able to) {WHAT}"
        ),
    ),
)
