"""Told upward or across: a customer argues for us before others. Wordings only; vetoes stand in `vetoes`."""

from graph_service.reading.advocacy.classes import AUDIENCE, GAP, ME, NAMED, NEAR, NEGATIVE, PLACE, PRAISE, PRODUCT
from graph_service.reading.advocacy.rules import Rule, any_of, gated, words

_PRAISE, _NEGATIVE = gated(PRAISE), gated(NEGATIVE)
_ABOUT = gated(rf"\b{PRODUCT}\b|\bthe team\b|\bsupport\b|\bhours\b|\btime\b|\brollout\b|\bstaying\b|\brenew|\bours\b")
_GOAL = (
    r"\b(?:theproduct|you|your|it|this|them|renew\w*|extend\w*|extension|expan\w+|stay\w*|upgrade\w*|roll\w*|rollout"
    r"|seats|licen[cs]es|years|more|keep\w*|adopt\w*|switch\w*|tool|platform|software|system|contract"
    r"|pilot|phase|module)\b"
)
_TOLD = (
    r"(?:told|tells?|telling|inform(?:ed|ing)|underlin(?:ed|ing)|confirm(?:ed|ing)|demonstrat(?:ed|ing)"
    r"|prov(?:ed|ing)|swore|declared|saying|said|mention(?:ed|ing)?|show(?:ed|n|ing)|present(?:ed|ing)"
    r"|walk(?:ed|ing)|took"
    r"|demo(?:ed|'d|ing)|brief(?:ed|ing)|report(?:ed|ing)|shar(?:ed|ing)|let|explain(?:ed|ing)|wrote|remind(?:ed|ing)"
    r"|assur(?:ed|ing)|highlight(?:ed|ing)|flagg(?:ed|ing)|gave|given|giving|bring(?:ing)?|brought|rais(?:ed|ing)|sent"
    r"|sending|made (?:sure|certain|it clear)|point(?:ed|ing)|stress(?:ed|ing)|made|stood up|spoke"
    r"|speaking|talk(?:ed|ing)"
    r"|forwarded|passed|put|relayed|repeat(?:ed|ing)?|emphasi[sz](?:ed|ing)|said so|laid|ran|running|updated)"
)
_NUMBERS = (
    r"(?:savings|roi|gains|hours saved|time saved|business case|payback|before and after|success|improvements?"
    r"|(?:your|theproduct|the|those|our|these|its) (?:[\w'-]+ ){0,3}?(?:numbers|results?|figures|stats"
    r"|impact|dashboards?"
    r"|scorecards?|reports?|outcomes?|metrics|slides?|story|progress|adoption|roadmap))"
)
_BACKED = (
    r"(?:pitch(?:ed|ing)?|sold|sell(?:ing)?|champion(?:ed|ing)?|plug(?:ged|ging)?|endors(?:ed|ing|e)|sponsor(?:ed|ing)"
    r"|back(?:ed|ing)|recommend(?:ed|ing)?|prais(?:ed|ing)|hyp(?:ed|ing)|advertis(?:ed|ing)|promot(?:ed|ing|e)"
    r"|talk(?:ed|ing)? up|big(?:ged|ging) up|shout(?:ed|ing) about|evangeli[sz](?:ed|ing|e)|defend(?:ed|ing)"
    r"|nominat(?:ed|ing)|suggested|proposed|mention(?:ed|ing)|put forward|nam(?:ed|ing)|passed)"
)
_STRONG = (
    r"(?:vouch(?:ed|ing)? for|went (?:to bat|in to bat|out on a limb)|gone to bat|go(?:ing)? to bat"
    r"|st(?:uck|icking) my neck out"
    r"|put(?:ting)? (?:in )?(?:a|many a|more than one) (?:very |really )?(?:good|kind|strong|positive"
    r"|friendly|nice) word"
    r"|put(?:ting)? my (?:own |good )?(?:name|neck|reputation|job|head|weight|credibility)"
    r"|(?:s[ia]ng|sung|singing) (?:the |your |theproduct |its |theproduct's )+praises|advocat(?:ed|ing|e) "
    r"(?:hard |strongly )?for"
    r"|lobb(?:ied|ying) (?:hard |internally )?(?:for|to)|argu(?:ed|ing) (?:\w+ ){0,3}(?:for|to keep|to stay|to renew"
    r"|in favou?r|that)|put(?:ting)? up (?:\w+ ){0,3}fight|f(?:ought|ighting) (?:\w+ ){0,3}(?:for|to keep"
    r"|to get)|push(?:ed|ing) (?:\w+ ){0,2}(?:for|to keep"
    r"|through|to renew|to extend|to expand)|campaign(?:ed|ing) (?:\w+ )?(?:for|to)"
    r"|(?:made|making|make|built|building|presented) (?:the|a|our|my|your|quite the) (?:[\w-]+ "
    r"){0,2}(?:case|pitch|argument|plea) (?:for|to|in|that|with|why)"
    r"|(?:st(?:ood|anding)|spoke|spoken|speaking|stuck) up for|rav(?:ed|ing) about|rave about|brag(?:ged"
    r"|ging)? (?:to \w+ )?about|boast(?:ed|ing)? about"
    r"|(?:flew|flying|fly|wav(?:ed|ing)) (?:the|your|theproduct's) flag|bang(?:ed|ing)? the drum"
    r"|spread(?:ing)? the (?:word|gospel)"
    r"|preach(?:ed|ing)?|hold(?:ing)? (?:you|it|theproduct|your \w+) up as|held (?:you|it|theproduct|your \w+) up as"
    r"|use[ds]? (?:you|it|theproduct|this|your \w+|our \w+) as (?:an|the|our|a) (?:[\w-]+ )?(?:example"
    r"|benchmark|model|success|gold|reference|poster|blueprint)"
    r"|(?:cit(?:ed|ing)|nam(?:ed|ing)|quot(?:ed|ing)) (?:you|it|theproduct|your \w+) as|(?:your"
    r"|theproduct's) (?:biggest|loudest|number one|resident|unpaid|internal) (?:[\w-]+ )?(?:fan"
    r"|cheerleader|advocate|champion|salesman|salesperson|sales ?rep|supporter|ambassador)"
    r"|in your corner|on your side|had your back|have your back|rooting for you|root for you)"
)
_WON = (
    r"(?:convinc(?:ed|ing)|persuad(?:ed|ing)|w[io]n(?:ning)? (?:over)?|talked|brought|bringing|got|getting"
    r"|converted|converting|swayed)"
)
_SIGNED = (
    r"(?:got|getting|secured|won|found|freed up|obtained|landed|squeezed|defended|protected|ring-?fenced|saved|kept)"
    rf" {NEAR}\b(?:budget|funding|sign(?:ed)?[- ]?off|approval|approved|green light|go[- ]ahead|money|line "
    r"item|buy-?in|blessing)"
)
_BOARD = (
    r"on (?:board|side)|over (?:the line|to (?:you|theproduct))|round|behind|sold|excited|interested"
    r"|hooked|to (?:agree|approve|sign|renew|extend|back|commit|see|keep|stay|try|switch|adopt|roll|fund"
    r"|buy|look)|using|signed|into|that|we|why|it|of"
)

_OTHERS_JOB = gated(r"\b(?:apprentice|candidate|applicant|gardener|intern|trainee|job|position|vacancy|promotion)\b")

TELLS = (
    Rule(
        "argues",
        "tells_upward",
        0.9,
        any_of(rf"{ME}{_STRONG}\b"),
        needs=(gated(_GOAL),),
        bars=(_OTHERS_JOB,),
    ),
    Rule(
        "backs",
        "tells_upward",
        0.85,
        any_of(
            (
                rf"{ME}{_BACKED} {NAMED}(?: (?:\w+ ){{0,3}}?to\b| as\b| for\b| at\b| in\b| on\b| again\b| every| "
                r"internally| upstairs| hard|\.|,|!|$)"
            ),
            rf"{ME}{_BACKED} {PRODUCT} {GAP}(?:to|with|at|in front of|across) {AUDIENCE}",
            rf"{ME}{_BACKED} {PRODUCT} {GAP}{PLACE}",
            rf"{ME}{_BACKED} (?:to )?{AUDIENCE} {GAP}{_GOAL}",
            (
                rf"{ME}recommend(?:ed|ing)? (?:that we |we |to )?(?:stay|renew|extend|keep|expand|continue|adopt|stick"
                r"|go with|roll)"
            ),
            rf"\bi would (?:\w+ )?recommend {NAMED}",
            (
                r"\b(?:can not|could not|will not|would not|never|do not|hardly|not going to) (?:\w+ )?(?:stop|shut up"
                r"|keep quiet|quit|tire of|stop myself)\b(?: \w+)? ?(?:talking|going on|raving|praising|telling"
                rf"|mentioning)? ?(?:\w+ )?(?:about|of|on) {NAMED}"
            ),
            (
                rf"{ME}(?:dropp(?:ed|ing)|mention(?:ed|ing)?|threw|bringing up|brought up|raised) (?:your|theproduct's"
                r"|the) (?:name|team|tool|product|work)\b"
            ),
            r"\byour name (?:came up|fell|was mentioned|comes up|is known)\b",
            (
                rf"{ME}(?:bor(?:ed|ing)|annoy(?:ed|ing)|pester(?:ed|ing)|bother(?:ed|ing)|nagg(?:ed|ing)|bug(?:ged"
                rf"|ging)) {AUDIENCE} {GAP}(?:about|with|to) {GAP}(?:{NAMED})"
            ),
            (
                rf"{ME}(?:going on|talking|chatting|gushing|harping on|telling \w+|told \w+) about {NAMED} {GAP}(?:to"
                rf"|with|at|all over) {AUDIENCE}"
            ),
            (
                r"\bi (?:will|am happy to|want to|would like to|am going to) (?:\w+ )?sponsor (?:it|this|you"
                r"|theproduct|the)\b"
            ),
            (
                r"\bi (?:always |often )?(?:point|send|refer) (?:people|peers|\w+ ?\w*) (?:to|towards|your "
                rf"way)\b{GAP}(?:theproduct|you\b|your)"
            ),
        ),
        allows=words("negation"),
    ),
    Rule(
        "wins_over",
        "tells_upward",
        0.85,
        any_of(
            (
                rf"{ME}(?:convinc(?:ed|ing)|persuad(?:ed|ing)|w[io]n(?:ning)? over|talked|converted|converting|swayed"
                rf"|won) {AUDIENCE}\b{GAP}\b(?:{_BOARD})\b"
            ),
            rf"\bi (?:\w+ )?(?:convince|persuade)d?(?: already| now| also)? {AUDIENCE}",
            rf"{ME}(?:got|getting|brought|bringing|won) {AUDIENCE} (?:\w+ ){{0,2}}?(?:{_BOARD})\b",
        ),
        needs=(gated(_GOAL),),
        bars=(_NEGATIVE,),
    ),
    Rule(
        "gets_budget",
        "tells_upward",
        0.75,
        any_of(
            (
                rf"{ME}{_SIGNED}\b{GAP}\b(?:because i|after i|by (?:arguing|showing|proving|pointing|making)|i "
                r"(?:argued|fought|pushed|insisted|made))"
            ),
            (
                rf"{ME}{_SIGNED}\b{GAP}\b(?:for (?:theproduct|you\b|your|the (?:renewal|expansion|extension|rollout"
                r"|upgrade|extra|additional|next))|to (?:renew|expand|extend|keep|roll))"
            ),
            (
                rf"{ME}(?:f(?:ought|ighting)|argu(?:ed|ing)|push(?:ed|ing)) {GAP}\b(?:budget|funding|money|line item"
                r"|renewal|seats|licen[cs]es|contract)\b"
            ),
        ),
        bars=(_NEGATIVE,),
    ),
    Rule(
        "tells_praise",
        "tells_upward",
        0.8,
        any_of(
            rf"{ME}{_TOLD} (?:(?:it |this |that )?to |with |sure (?:that )?)?{AUDIENCE}\b",
            rf"{ME}{_TOLD} {GAP}\b(?:to|with|at|in front of|before|across) (?:all |half |both )?{AUDIENCE}\b",
            rf"{ME}{_TOLD} {GAP}{PLACE}",
            rf"\b{PLACE},? {NEAR}{ME}{_TOLD}\b",
            (
                rf"{ME}(?:spent|sat|had|stayed|took|used|went|met) {GAP}\b(?:explaining|telling|showing|arguing|walking"
                r"|presenting|making|talking|going|insisting|showed|told|explained)\b"
            ),
            (
                rf"\b(?:(?:when|as|after|before|because) )?(?:{AUDIENCE}|^[a-z-]+) {NEAR}\b(?:ask\w*|want\w*"
                rf"|question\w*|tried|said|doubt\w*|complain\w*|suggest\w*|propos\w*|wonder\w*)\b{GAP}\bi (?:\w+ "
                r"){0,2}?(?:said|told|answered|replied|explained|showed|insisted|pointed)"
            ),
            r"\bi (?:am|was) the one (?:who )?(?:said|saying|told|telling|arguing|argued|pushing|pushed|insist\w+)",
        ),
        needs=(_PRAISE, _ABOUT),
        bars=(_NEGATIVE,),
    ),
    Rule(
        "shows_results",
        "tells_upward",
        0.7,
        any_of(
            rf"{ME}(?:walk(?:ed|ing)|took|talked) {AUDIENCE} through {GAP}{_NUMBERS}",
            (
                rf"{ME}(?:show(?:ed|n|ing)|present(?:ed|ing)|shar(?:ed|ing)|put|brought|took"
                rf"|used) {NEAR}{_NUMBERS} {NEAR}\b(?:to|with|in front of|before|at|in) {AUDIENCE}"
            ),
            rf"{ME}(?:show(?:ed|n|ing)|present(?:ed|ing)|shar(?:ed|ing)|used) {NEAR}{_NUMBERS} {NEAR}{PLACE}",
            (
                rf"{ME}(?:show(?:ed|n|ing)|demo(?:ed|'d|ing)|gave) {AUDIENCE} {NEAR}(?:{_NUMBERS}|what (?:you"
                r"|theproduct|it))"
            ),
        ),
        needs=(gated(r"\b(?:theproduct|you|your|savings|saved|roi|payback|business case|it|this|before and after)\b"),),
        bars=(_NEGATIVE,),
    ),
)
