"""Offers to speak for us, relies on us, brings colleagues in. Wordings only; vetoes stand in `vetoes`."""

from graph_service.reading.advocacy.classes import AUDIENCE, GAP, NEAR, NEGATIVE, PRODUCT, I
from graph_service.reading.advocacy.rules import Rule, any_of, gated, words

_GLAD = (
    r"(?:(?:more than |very |only too |always |quite |really |absolutely |so )*(?:happy|glad|willing|delighted|pleased"
    r"|honou?red|up|keen|game|open|ready|prepared|thrilled)|no problem|count (?:me|us) in|i do not mind"
    r"|we do not mind|feel free|i would be|i will|i can|we can|we will|you can|you may|you are welcome"
    r"|let me|happily|gladly|put (?:me|us) down|sign (?:me|us) up|use (?:me|us)|i am in|i would love|we "
    r"would love|i offered|we offered|i said|offer)"
)
_PUBLIC = (
    r"(?:case stud(?:y|ies)|testimonial|success stor(?:y|ies)|customer stor(?:y|ies)|reference(?: (?:call"
    r"|customer|site|visit|account))?|referee|webinar"
    r"|customer (?:panel|day|event|video|advisory|council|conference)|user (?:group|conference|day)"
    r"|advisory board|quote|blog|press release|logo|podcast|video|interview|keynote)"
)
_OUTSIDE = (
    r"(?:(?:other|your|new|future|potential|prospective|more|any|some of your|your other|one of your) "
    r"(?:[\w-]+ ){0,2}?(?:customers?"
    r"|clients?|prospects?|buyers|leads|companies|firms|users|audience|event|conference|summit|webinar"
    r"|user group|panel|board|investors)|prospects?|any(?:one|body) (?:who|considering|thinking|evaluating"
    r"|looking|else|you|on the fence|interested)|people (?:who|considering|thinking|evaluating|looking)"
    r"|those (?:who|considering)|companies (?:like|considering|who|that))"
)

OFFERS = (
    Rule(
        "offers_reference",
        "offers",
        0.9,
        any_of(
            (
                rf"\b{_GLAD}\b{GAP}\b(?:be|act|serve|stand|do|give|provide|write|join|appear|take part|participate"
                r"|record|host|help|contribute|use|using|for|as|in|put|quote|take|speak|talk|lend|share|present|tell"
                rf"|film|appearing|doing|taking|being)\b{NEAR}\b{_PUBLIC}\b"
            ),
            (
                rf"\b{_GLAD}\b{GAP}\b(?:speak|talk|chat|present|tell|share|have a (?:call|chat)|jump on|get on|hop on"
                rf"|take (?:a )?calls?|answer questions|show|vouch|explain|host)\b{NEAR}\b(?:to|with|at|from"
                rf"|for) {NEAR}{_OUTSIDE}"
            ),
            (
                r"\b(?:you can|you may|feel free to|please|do|go ahead and|you are (?:welcome|free) to) (?:\w+ "
                r")?(?:quote (?:me|us)|use (?:me|us|our (?:name|logo|numbers|story)|my name|that|this|it) (?:\w+ "
                r")?(?:as|in|on|for)|name us|put (?:me|us) (?:down|forward|on)|have (?:them|people|anyone)|send "
                r"(?:them|people|prospects|anyone) (?:to me|my way|our way|to us)|give (?:them|out|people) my "
                r"(?:number|name|details|e?-?mail))"
            ),
            (
                r"\b(?:have|get|let) (?:them|your prospects?|any prospects?|anyone|people) (?:\w+ ){0,4}?(?:call"
                r"|ring|contact|mail|e-?mail|reach out to|talk to|speak (?:to|with)) (?:me|us)\b"
            ),
            (
                rf"{I}(?:left|wrote|posted|submitted|gave|published|put up|put)\b{NEAR}\b(?:review|five stars?|5 stars?"
                r"|stars|testimonial|recommendation|rating)\b"
            ),
        ),
        needs=(
            gated(
                rf"\b(?:{_PUBLIC}|quote|call me|reviews?|stars|rating|our name|my (?:name|number|way)|me down|us down"
                rf"|way)\b|{_OUTSIDE}|\bname us\b|\b(?:call|ring|contact|ask|mail|to|with) (?:me|us)\b"
            ),
        ),
        bars=(
            gated(
                r"\b(?:like|want|love|need|possible|ask|able|able for us) to (?:\w+ )?(?:speak|talk|hear"
                r"|chat)\b[^.;]{0,20}\b(?:to|with|from) (?:an?|one|some|another|other|existing|a few)\b"
            ),
            gated(
                r"\b(?:not (?:the right|a good|allowed|interested|comfortable|the best|keen)"
                r"|thanks for (?:the offer|asking), but|too busy)\b"
            ),
            gated(
                r"\b(?:reference (?:number|id|code|guide|manual|doc\w*|data|architecture|price|point)|for reference"
                r"|in reference|with reference|our own customers|our customers|our clients|code review|design review"
                r"|review (?:meeting|call)|quote for|a quote from you|send\w* (?:me|us) (?:a|the|your) (?:quote|case"
                r"|logo)|case study you)\b"
            ),
        ),
        allows=words("polite_if modal"),
    ),
)

_WORK = (
    r"(?:run|do|live|manage|work|function|operate|survive|cope|imagine|get (?:through|by|anything|the|our"
    r"|it)|have (?:done|made|managed|closed|got|survived|hit|finished|been)|close|ship|plan|go|start|be"
    r"|finish|keep|hit|deliver|make|handle|exist|picture|see ourselves|think of|ever)"
)

RELIES = (
    Rule(
        "cannot_without",
        "relies",
        0.45,
        any_of(
            rf"(?:could|can|would|do|did) (?:not|never|no longer)\b{NEAR}\b{_WORK}\b{GAP}\bwithout {PRODUCT}",
            (
                r"\b(?:impossible|unthinkable|hard to (?:imagine|remember)|no idea (?:how|what)|not sure (?:how|what)"
                r"|do not know (?:how|what)|hate to (?:think|imagine)|dread to think|nobody (?:here )?(?:can|could"
                rf"|wants to)|would (?:have been|be|take)|wonder how)\b{GAP}\bwithout {PRODUCT}"
            ),
            (
                rf"\bwithout {PRODUCT}\b{NEAR}\b(?:we|i) (?:would|could)(?: \w+)? (?:be|have|not|never|still|need|drown"
                r"|struggle|lose)"
            ),
            (
                r"\b(?:lost|dead in the water|sunk|screwed|in trouble|nowhere|blind|stuck|helpless|toast) "
                rf"without {PRODUCT}"
            ),
            (
                rf"\b(?:riot|revolt|mutiny|uproar|go on strike|scream|lynch|never forgive|cry|kill me)\b{GAP}\b(?:took"
                r"|take|taken|lost|lose|switched|without|turned|gone|remove|get rid|away)\b"
            ),
            rf"\b(?:pry|prise|tear) {PRODUCT}",
        ),
        allows=words("negation modal conditional"),
    ),
    Rule(
        "depends",
        "relies",
        0.45,
        any_of(
            (
                r"\b(?:rel(?:y|ies|ied|ying)|depend(?:s|ing|ent)?|count(?:s|ing)?|lean(?:s|ing)?|swears?) (?:\w+ "
                rf"){{0,2}}?(?:on|upon|by) {PRODUCT}"
            ),
            (
                r"\b(?:team|people|planners|guys|crew|everyone|everybody|staff|group|department|plant|site|office|\w+s"
                r"|we|i|folks) (?:now |all |basically |practically |pretty much |literally |really |just )*(?:lives?"
                rf"|liv(?:e|ing)) (?:and breathes? )?(?:in|inside|on|out of) {PRODUCT}"
            ),
            (
                r"\b(?:day|week|month|business|company|operation|process|planning|whole \w+|everything|meetings?|team"
                r"|department|plant|morning|close|site|shop|line|workflow)s?(?: \w+){0,3}? (?:runs?|revolves?"
                r"|hinges?|turns|built|rests?|sits?|goes|depends?|hangs?|is (?:run|built|based|planned))(?: \w+)? "
                rf"(?:on|around|in|through|off|from|with) (?:{PRODUCT})\b"
            ),
            (
                r"\b(?:theproduct|you|it|this|the (?:tool|platform|system)|your (?:\w+ )?\w+) (?:is|are|has become"
                r"|have become|became|has been|have been|is now|really is)(?: \w+){0,2} (?:our|the|my|an?|completely"
                r"|absolutely|totally|mission|now|simply|part)?(?: \w+){0,2}?(?:backbone|heart|core|central|nervous "
                r"system|cornerstone|lifeline|spine|indispensable|essential|critical|vital|crucial|second nature|glue"
                r"|staple|invaluable|must-have|source of truth|integral|embedded|ingrained|bread and butter|part of "
                r"(?:how|our|the|every|my)|key (?:to|part)|irreplaceable|daily)"
            ),
            r"\bpa(?:id|ys|ying) (?:for itself|off|its way|back)\b",
            r"\b(?:indispensable|irreplaceable)\b",
        ),
        bars=(
            gated(NEGATIVE),
            gated(
                r"\b(?:single point|urgent|asap|fix|down|not (?:available|working|loading|there)|too (?:much"
                r"|heavily))\b"
            ),
        ),
    ),
    Rule(
        "daily_use",
        "relies",
        0.45,
        any_of(
            rf"\b{PRODUCT} (?:is )?(?:the )?(?:first|only|last) (?:thing|tool|tab|page|screen|place)\b",
            (
                r"\b(?:first|only) (?:thing|tool|tab|page|screen|place) (?:that )?(?:i|we|they|everyone|the team"
                rf"|people)\b{NEAR}\b(?:open|look|check|go|use|trust)\w*"
            ),
            (
                rf"\b{PRODUCT} (?:has |have |really |already |easily |literally )*(?:sav(?:ed|es|ing)|cut|cuts|halved"
                rf"|given|freed|taken) {NEAR}\b(?:hours?|days?|weeks?|headcount|fte|time|money|thousands|half|bacon"
                r"|weekends?|nights?)\b"
            ),
            rf"\b{PRODUCT} (?:is|are|has been|have been|was|were)(?: \w+){{0,2}} worth (?:every|the|it|its)\b",
            (
                rf"\b(?:everyone|everybody|all|whole|entire|half)\b{NEAR}\b(?:uses?|opens?|using|logs? in\w*|is on|are "
                rf"on|hooked on|in) {PRODUCT} {NEAR}\b(?:every|daily|all day|each|day|now|first thing|constantly)\b"
            ),
        ),
        bars=(gated(NEGATIVE),),
    ),
    Rule(
        "rolls_out",
        "relies",
        0.7,
        any_of(
            (
                rf"{I}(?:want|are|am|have decided|decided|plan|like|going|would like|intend|will"
                rf"|can)\b{NEAR}\b(?:roll(?:ing)? {PRODUCT} out|roll(?:ing)? out {PRODUCT}|expand(?:ing)? {PRODUCT}"
                rf"|extend(?:ing)? {PRODUCT}|standardi[sz](?:e|ing) on {PRODUCT}|bring(?:ing)? {PRODUCT} to|tak(?:e"
                rf"|ing) {PRODUCT} (?:to|group|company|across))\b"
            ),
            (
                rf"\b(?:roll(?:ed|ing)?|rolling) (?:{PRODUCT} )?out (?:{PRODUCT} )?(?:further|to (?:all|the (?:other"
                r"|rest|whole|remaining|next)|every|two|three|four|our other|more|another|our)|across|group-?wide"
                r"|company-?wide|everywhere|globally)"
            ),
            (
                rf"{I}(?:want|need|would like|are adding|are ordering|will take|are buying|decided on|going for|are "
                rf"taking|want to add)\b{NEAR}\b(?:more|another|additional|extra|further|\d+) (?:\w+ ){{0,2}}?(?:seats?"
                r"|licen[cs]es?|users)\b"
            ),
            (
                rf"{I}(?:want|would like|need|aim to have|plan to have) (?:every|all|the whole|everyone|everybody"
                rf"|each)\b{NEAR}\b(?:on|using|to use|to have|working (?:with|in)|in) {PRODUCT}"
            ),
            rf"{I}(?:have )?(?:standardi[sz]ed|standardi[sz]ing) on {PRODUCT}",
        ),
        bars=(
            gated(NEGATIVE),
            gated(
                r"\btherival\b|\b(?:your|new) (?:release|version|update|feature)|\bwhen (?:do|will|are) you\b|\bsap\b"
                r"|\bwindows\b"
            ),
        ),
        allows=words("would_like"),
    ),
)

_BRINGS = (
    r"(?:invited|brought|bringing|bring|added|adding|copied|copying|cc'?ed|cc'?ing|looped in|looping in"
    r"|loop in|roped in|introduced|introducing|introduce|connected|connecting|connect|forwarded|pulled in"
    r"|include[ds]?|including|putting|put|meet|signed up|got|pointed|sent|dragged|inviting)"
)

BRINGS = (
    Rule(
        "brings_people",
        "brings_people",
        0.7,
        any_of(
            (
                rf"(?:^|[,;:.(-] ?|\b(?:{I[3:-1]}))(?:i |we |have |am |are |will |would |like to |also |just |please "
                rf"|to |want to |going to )*{_BRINGS}\b{GAP}\b(?:aname|{AUDIENCE})\b{GAP}\b(?:should (?:\w+ )?(?:see"
                r"|hear|know|get|use|have|try)|wants? (?:\w+ )?(?:to (?:see|hear|know|learn|use|try|get|have|do)|the "
                r"same|in)|interested|curious|keen|could (?:\w+ )?(?:use|benefit|do)|would (?:\w+ )?(?:love|benefit"
                r"|like to (?:see|hear|use|try|get|know)|get a lot)|asked (?:me )?(?:about|how|what|for a demo)|next "
                r"(?:team|plant|site|department|in line|to)|looking (?:for|at) (?:exactly|something|the same|this|a "
                r"tool)|can see (?:it|what|how)|sees? (?:it|what|how|this)|heard (?:me|about|good)|talk about (?:using"
                r"|rolling|how)|show (?:him|her|them)|so (?:that )?(?:he|she|they|you) (?:can|could|gets?|sees?|hears?"
                r"|knows?)|need(?:s)? this|impressed|excited|use it|using (?:it|you|theproduct)|same (?:problem|setup"
                r"|thing)|convinced|hear it|see it|fan)"
            ),
        ),
        bars=(
            gated(NEGATIVE),
            gated(
                r"\binvoices?|\bbilling|payment|password|take(?:s|n)? over|handover|hand over|replac\w+|legal "
                r"questions?|security questionnaire|\bout of (?:the )?office"
            ),
        ),
    ),
)
STANDS_BY = OFFERS + RELIES + BRINGS
