"""Told upward or across in freer order: the audience, the talk and the praise anywhere in a sentence. Wordings only."""

from graph_service.reading.advocacy.classes import AUDIENCE, GAP, ME, NAMED, NEAR, NEGATIVE, PLACE, PRODUCT
from graph_service.reading.advocacy.rules import Rule, any_of, gated, words

FREE = r"[^;?!]{0,90}?"
_SAYS = (
    r"(?:t(?:ell(?:s|ing)?|old)|sa(?:y|ys|id|ying)|inform(?:ed|ing)?|explain(?:ed|ing)?|mention(?:ed|ing)?"
    r"|present(?:ed|ing)?|show(?:ed|n|ing)?|report(?:ed|ing)?|wr(?:ite|ote|itten|iting)|sp(?:eak|oke|oken)"
    r"|talk(?:ed|ing)?"
    r"|recommend(?:ed|ing)?|suggest(?:ed|ing)?|propos(?:e|ed|ing)|promot(?:e|ed|ing)|advertis(?:e|ed)|pitch(?:ed|ing)?"
    r"|prais(?:e|ed|ing)|convinc(?:e|ed|ing)|persuad(?:e|ed|ing)|demonstrat(?:e|ed|ing)|demo(?:ed|ing)?"
    r"|swor(?:e|n)|gush(?:ed)?"
    r"|emphasi[sz](?:e|ed)|underlin(?:e|ed)|highlight(?:ed)?|updat(?:e|ed)|brief(?:ed)?|post(?:ed)?"
    r"|circulat(?:e|ed)|shar(?:e|ed)"
    r"|swear|vouch(?:ed)?|argu(?:e|ed)|remind(?:ed)?|advis(?:e|ed)|urg(?:e|ed)|encourag(?:e|ed)|assur(?:e"
    r"|ed)|confirm(?:ed)?)"
)
_PAPER = (
    r"(?:(?:business |use |investment )?case|memo|paper|pitch|proposal|deck|slides?|presentation|report|note|one-?pager"
    r"|write-?up|summary|page|justification|comparison|exception request|speech|talk|demo|newsletter|intranet|story)"
)
_MADE = (
    r"(?:made|making|wrote|written|writing|built|building|prepared|preparing|finished|put(?:ting)? together|drafted"
    r"|drafting|did|gave|giving|held|submitted|filed|sent|presented|took|taken|brought|carried)"
)
_PASSED = (
    r"(?:pass(?:ed)?|approved?|signed|agreed|granted|accepted|went through|goes through|is in|waved through|yes"
    r"|through|said yes|nodded|green|secured|safe|confirmed)"
)
_MONEY = (
    r"(?:money|budget|funding|funds|renewal|extension|upgrade|seats|licen[cs]es?(?: fees?)?|contract|order|subscription"
    r"|invoice|rollout|second phase|next phase|module|deal|increase|line item)"
)
_FOUGHT = (
    r"(?:fought|pushed|argued|insisted|lobbied|begged|nagged|made sure|saw to it|made the case|campaigned|pressed"
    r"|battled|haggled|kept (?:at it|pushing|asking)|stood firm|did not let go|took (?:some|a bit of|a lot of)"
    r" (?:persuad\w+|convinc\w+|argu\w+|push\w+))"
)
_RESISTED = (
    r"(?:pushed back|push back|stepped in|intervened|objected|protested|said no|put my foot down|stood firm"
    r"|stopped (?:it|that|them|him|her)|refused|spoke up|stood up|fought (?:it|that|back)|vetoed|blocked (?:it|that)"
    r"|resisted|would not have it|did not let|shut (?:it|that|them) down|disagreed|held the line|would not budge)"
)
_CUT = (
    r"(?:cut|drop|kill|cancel|axe|scrap|remove|replace|stop|end|pull|freeze|trim|strike|bin|postpone|ditch|swap|switch"
    r"|terminate|halve|slash|get rid|move away|blame|leave|go(?:ne)? with|go(?:ne)? for|have gone|tender)"
)
_NUMBERS = (
    r"(?:numbers?|figures?|results?|savings|dashboards?|charts?|reports?|table|stats|metrics|data|screens?|graphs?"
    r"|case stud(?:y|ies)|success|rollout|roll-out|project|story)"
)

SPEAKS = (
    Rule(
        "speaks_of_us",
        "tells_upward",
        0.75,
        any_of(
            rf"\b{AUDIENCE}{FREE}{ME}{_SAYS}\b{FREE}\b(?:about|for) {NEAR}{NAMED}",
            rf"{ME}{_SAYS}\b (?:to |with )?{AUDIENCE}\b{FREE}\b(?:about|of) (?:nothing but )?{NAMED}",
            (
                rf"{ME}(?:talk\w*|spoke\w*|rav\w+|went on|told \w+)\b{FREE}\babout (?:nothing but |only |how "
                r")?theproduct\b"
            ),
            rf"{ME}{_SAYS}\b {PRODUCT} {GAP}\b(?:to|with|among|amongst|across|around|at|before) (?:all )?{AUDIENCE}",
            rf"{ME}(?:recommend|suggest|propos|advis|urg|encourag)\w*\b (?:to )?{AUDIENCE}\b{FREE}\b{NAMED}",
            rf"\b{AUDIENCE}\b{NEAR}\b(?:heard|hears|knows?|knew|learn\w*|got it|has it) (?:it )?(?:from|through) me\b",
            rf"{ME}(?:posted|wrote|blogged|published|shared)\b{NEAR}\babout (?:our|the|your|theproduct)"
            rf"{GAP}\b(?:on|in) (?:the|our) (?:[\w-]+ )?(?:intranet|newsletter|magazine|channel|site|page|wall|board)",
            rf"{ME}g(?:ave|iven|ive) {NAMED} (?:\w+ )?(?:top|full|best|high|good|excellent|glowing|five|ten|an? a\b)",
        ),
        needs=(
            gated(
                r"\b(?:theproduct|about you|to you|with you|without you|you (?:guys|to)|your (?:\w+ )?(?:tool|team"
                r"|product"
                r"|platform|system|software|app|people|company|solution|service|work)|it|this|marks|you)\b"
            ),
        ),
        bars=(
            gated(NEGATIVE),
            gated(
                r"\b(?:as i (?:told|said|mentioned)|told you|ask(?:ed)? you|about your (?:call|mail|e-?mail|message"
                r"|invoice"
                r"|visit|question|request|offer|price|ticket|issue)|your (?:resume|cv|application|background)"
                r"|talk(?:ed|ing)?"
                r" (?:about|to|with) you (?:about|on|next)|for your (?:call|mail|question|time|help)|tell you|let you "
                r"know)\b"
            ),
        ),
    ),
    Rule(
        "names_in_round",
        "tells_upward",
        0.75,
        any_of(
            (
                rf"{ME}(?:bring(?:ing)?|brought|hold(?:ing)?|held|quot(?:e|ed|ing)|cit(?:e|ed|ing)|us(?:e|ed|ing)"
                r"|rais(?:e|ed|ing)) "
                rf"(?:up )?(?:your|theproduct|you)\b{FREE}{PLACE}"
            ),
            (
                rf"\b{AUDIENCE}\b{FREE}\b(?:signed|approved|agreed|came (?:round|around)|is (?:now )?on board|bought it"
                r"|gave in|changed (?:his|her"
                rf"|their) mind|said yes|is (?:now )?(?:convinced|sold))\b{FREE}\b(?:after|because|once|when|since) i "
                r"(?:\w+ )?(?:showed|explained|took|walked"
                r"|told|presented|argued|insisted|pushed|talked|sat|brought|pointed|demonstrated|proved)"
            ),
        ),
        needs=(gated(r"\b(?:theproduct|you|your|extension|renewal|upgrade|rollout|seats|licen[cs]es?|it|this)\b"),),
        bars=(gated(NEGATIVE),),
        allows=words("reported"),
    ),
    Rule(
        "brings_paper",
        "tells_upward",
        0.75,
        any_of(
            rf"{ME}{_MADE} {NEAR}\b{_PAPER}\b{GAP}\b(?:for|to|before|in front of|at|with) (?:all )?{AUDIENCE}",
            rf"{ME}{_MADE} your {NEAR}\b{_PAPER}\b{GAP}\b(?:to|before|with|past) {AUDIENCE}",
            rf"{ME}(?:copied|put|included|used|worked|built|pasted|added|featured|quoted|took) {NEAR}\b(?:your"
            r"|theproduct)"
            rf"\b{GAP}\b(?:in|into|on|for|as) (?:my|our|the) (?:[\w'-]+ ){{0,3}}?{_PAPER}",
            rf"{ME}(?:showed|shown|presented|used|shared|put up|walked)\b{NEAR}\b(?:your|theproduct|the theproduct|our)"
            rf" (?:[\w-]+ ){{0,2}}?{_NUMBERS}\b",
        ),
        needs=(
            gated(r"\b(?:theproduct|you|your)\b"),
            gated(rf"\b(?:{AUDIENCE}|meeting|slide|deck|review|conference|report|presentation)\b"),
        ),
        bars=(
            gated(NEGATIVE),
            gated(r"\b(?:your (?:call|mail|e-?mail|message|invoice|question|reply|report|slides)|ask(?:ed)? you)\b"),
        ),
    ),
    Rule(
        "got_it_through",
        "tells_upward",
        0.75,
        any_of(
            rf"\b{_MONEY}\b{FREE}\b{_PASSED}\b{FREE}\b(?:i|we) (?:\w+ ){{0,2}}?{_FOUGHT}",
            (
                rf"\b{_MONEY}\b{FREE}\b{_PASSED}\b{FREE}\btook (?:some|a bit of|a lot of|quite some) (?:persuad|convinc"
                r"|argu|push)"
            ),
            rf"\b(?:i|we) (?:\w+ ){{0,2}}?{_FOUGHT}\b{FREE}\b{_MONEY}\b{FREE}\b{_PASSED}\b",
            rf"{ME}(?:(?:managed|was able|were able) to )?(?:squeezed?|pushed?|got|get|brought|bring|steered?"
            r"|slipped|carried"
            rf"|dragged|ushered|pulled) (?:your|the|our|theproduct) (?:[\w-]+ ){{0,3}}?{_MONEY}(?: \w+)? (?:through"
            r"|past|over)\b",
            rf"{ME}(?:pencilled|penciled|written|wrote|put|got|budgeted|planned|slotted) (?:you|theproduct|it "
            r"back) (?:back )?"
            r"(?:in|down|into)\b(?: for| into| in)? (?:next|our|the|this|my|\d)",
            rf"{ME}(?:got|have|received|secured|obtained) (?:the |a )?(?:green light|go-?ahead|blessing|ok|okay"
            r"|approval|yes"
            rf"|sign-?off|signature|nod)\b{GAP}\b(?:for|on|to) (?:your|theproduct|the (?:renewal|extension|upgrade"
            r"|rollout"
            r"|expansion|next phase|seats))",
            rf"{ME}(?:took|brought|carried|presented|put) (?:your|theproduct's|the) (?:[\w-]+ )?(?:proposal|offer"
            r"|case|quote)"
            rf" (?:to|before|in front of) {AUDIENCE}{FREE}\b{_PASSED}\b",
            rf"{ME}(?:made|declared|named|listed|kept) {NAMED} (?:a |as |an )?(?:part of|the standard|standard"
            r"|mandatory|one of"
            r"|our|default|preferred|priority|essential|the (?:only|first|preferred|default))",
        ),
        needs=(
            gated(r"\b(?:theproduct|you|your|extension|renewal|upgrade|rollout|seats|licen[cs]es?|module|phase|it)\b"),
        ),
        bars=(
            gated(NEGATIVE),
            gated(r"\b(?:building|forklift|expense|travel|purchase order|could you|please|lease)\b"),
        ),
        allows=words("reported"),
    ),
    Rule(
        "holds_the_line",
        "tells_upward",
        0.8,
        any_of(
            rf"{ME}{_RESISTED}\b{FREE}\b(?:when|after|as|because|since|before) {FREE}\b(?:want\w*|tr(?:y|ied)|plan\w*"
            rf"|propos\w*|suggest\w*|ask\w*|said|threaten\w*|started|should|talk\w*)\b{FREE}\b{_CUT}\b",
            rf"\b(?:when|after|as) {FREE}\b(?:want\w*|tried|plann\w*|propos\w*|suggest\w*|ask\w*|threaten\w*|started"
            rf"|talk\w*)\b{FREE}\b{_CUT}\w*\b{FREE}\bi (?:\w+ )?{_RESISTED}",
            r"\b(?:over my dead body|hands off (?:theproduct|it|you|this))\b",
            rf"{ME}talked {AUDIENCE} out of\b",
        ),
        needs=(gated(r"\b(?:theproduct|you|your|it|this|the (?:tool|platform|system|contract)|therival|in-house)\b"),),
        allows=words("reported others past negation"),
    ),
)
