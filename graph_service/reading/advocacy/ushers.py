"""Brings people to us in freer frames: tells peers, sends them, signs them up, asks them in. Wordings only."""

from graph_service.reading.advocacy.classes import GAP, ME, NEAR
from graph_service.reading.advocacy.frames import ABOVE, FAULT, FREE, OURS
from graph_service.reading.advocacy.rules import Rule, any_of, gated, words

_KEEN = (
    r"(?:interested|curious|keen|hooked|impressed|intrigued|convinced|sold|on board|eager|tempted|jealous"
    r"|envious|in favou?r"
    r"|(?:want|would like|would love|ask|asked|begg\w+|love|loved|like|liked|hope|hopes|wish)s? (?:\w+ "
    r")?(?:to|in|it|one|the same|for (?:access|a|it"
    r"|more|your)|too)|signed up|have signed|has signed|joined|asked (?:me )?(?:for|about|how|who|whether|if|what))"
)
_SHOWED = (
    r"(?:gave|give|given|showed|shown|told|tell|telling|spread|invited|invite|brought|bring|took|take|sent"
    r"|send|passed|pass|let"
    r"|recommended|mentioned|demo(?:ed|'d)|walked|talked|explained|raved|pointed|said|introduced|promised"
    r"|dragged|suggested)"
)
_PLACE = (
    r"(?:session|demo|workshop|webinar|training|presentation|call|meeting|event|tour|user (?:day|group"
    r"|meeting)|open day|showcase"
    r"|round|course|kick-?off|pilot|appointment|lunch|trial|test run)"
)
_SIGHT = (
    r"(?:come (?:and |to )?(?:look|see|have a look|watch|visit|by|round|over|along)|have a look|take a look"
    r"|look at (?:it|you|theproduct)"
    r"|try (?:it|you|theproduct)|give (?:it|you|theproduct) a (?:try|go|chance)|sign up|join (?:in|us|the)|do "
    r"the same|follow"
    r"|(?:talk|speak|turn) to (?:you|theproduct)|see (?:this|it)|get (?:it|this|you)|start with (?:it|you)"
    r"|use (?:it|you|theproduct))"
)
_BARS = gated(
    r"\b(?:invoices?|billing|password|questionnaire|prices|contact your support|your support|ticket"
    r"|maintenance|log ?in|"
    r"where to click|locked|lawyer|apprentice|candidate|applicant|job|position|out of (?:the )?office"
    r"|handover|takes? over|while i am away"
    r"|successor|delivery|driver|parking|because of the (?:price|problem|error|outage)|complain\w*|find the "
    r"fault|back to paper|until this)\b"
)
_NEGATIVE = gated(FAULT)

USHERS = (
    Rule(
        "peers_are_keen",
        "brings_people",
        0.7,
        any_of(
            rf"\b(?:{ABOVE}|the [\w-]+ (?:in|at|from|of) [\w ]{{2,20}}|aname)\b{NEAR}\b(?:is|are|was|were|got"
            rf"|became|seems?|sounds?|has|have|now|all)?\b ?(?:\w+ ){{0,2}}?{_KEEN}\b{GAP}\bi (?:\w+ "
            rf"){{0,2}}?{_SHOWED} (?:them|him|her|it|people|everyone|a |the |you|your|aname)",
            rf"{ME}{_SHOWED} (?:\w+ )?{ABOVE}\b{GAP}(?:, |\band |\bso |- ){GAP}\b(?:they|he|she|it|\w+) (?:is"
            rf"|are|was|were|has|have|now|all|both|already)?\b ?(?:\w+ ){{0,2}}?{_KEEN}\b",
            rf"{ME}(?:spread(?:ing)?|passed on|carr(?:y|ied)|took) the (?:good )?(?:word|news|message|gospel"
            r"|story)\b(?: \w+)? (?:to|among|amongst|around|at|in|with|about|through)\b",
        ),
        needs=(
            gated(rf"\b(?:{OURS}|it|tour|demo|word|this|look|interested|curious|keen|impressed|signed up|access)\b"),
        ),
        bars=(_NEGATIVE, _BARS),
        allows=words("reported others"),
    ),
    Rule(
        "calls_peers_in",
        "brings_people",
        0.7,
        any_of(
            rf"{ME}(?:told|invited|asked|encouraged|urged|convinced|persuaded|got|pushed|nudged|challenged"
            rf"|talked|advised) {ABOVE}\b{NEAR}\b(?:to|into|should|must|needs? to|ha(?:s|ve) to|ought to"
            rf"|could)\b{NEAR}\b{_SIGHT}\b",
            rf"{ME}(?:told|said to) (?:them|him|her|aname)(?: that)? (?:he|she|they|it) (?:\w+ )?(?:needs?"
            r"|should|must|ha(?:s|ve) to|ought) (?:\w+ ){0,2}?(?:see|try|get|have|talk to|meet|look at|call"
            r"|use) (?:this|it|you|theproduct)\b",
            rf"{ME}(?:talk(?:ed|ing)?|persuad\w+|convinc\w+|lur(?:ed|ing)|drag\w*|sweet-?talk\w*|push\w*"
            rf"|coax\w*|dar(?:ed|ing)) {ABOVE} (?:\w+ )?(?:in ?to|to (?:try|use|test|join|start|buy|get|adopt"
            r"|come)|over to)\b",
            r"\b(?:i|we) (?:\w+ )?(?:talked|convinced|persuaded) (?:him|her|them) into (?:it|trying|using"
            r"|this|a|joining)\b",
            r"\b(?:saw|sees|seen|discovered|spotted|noticed|watched|heard (?:of|about)) (?:it|you|theproduct"
            rf"|this|what \w+ \w+|the \w+)\b{NEAR}\b(?:on my|at my|at our|over my|from me|here|when i|through "
            rf"me|with us)\b{NEAR}\b(?:wants?|would (?:like|love)|asked|is (?:jealous|interested|curious|keen"
            r"|hooked|envious)|are (?:jealous|interested|curious|keen|hooked|envious)|too|same|the same)\b",
            rf"\b(?:jealous|envious|curious|interested|keen)\b{NEAR}(?:, |\band |\bso )(?:please )?(?:expect"
            r"|you (?:will|should|might) (?:get|hear|have)|watch out for|be ready for)\b",
            rf"{ME}(?:took|taken|brought|dragged|invited) {ABOVE}\b{NEAR}\b(?:along )?to (?:the|your|a|our) "
            r"(?:\w+ )?(?:demo|webinar|booth|user (?:day|group|meeting)|customer (?:day|event)|open day"
            r"|showroom|roadshow|showcase)\b",
            rf"\b{ABOVE}\b{NEAR}\b(?:should|must|needs? to|ought to|has to|have to|needs?|could use) (?:\w+ "
            rf")?(?:have a look|look at|see|try|use|get|this|it|you|theproduct)\b{GAP}(?:, |\band |\bso )(?:i "
            r"(?:\w+ )?(?:sent|gave|told|showed|invited|forwarded|copied|brought|asked|passed)|can you show"
            r"|could you show|can i bring|may i bring|shall i)\b",
            rf"{ME}(?:ask(?:ed|ing)|look(?:ed|ing)|hear(?:d|ing)|sp(?:oke|oken)|talk(?:ed|ing)|put the word) "
            rf"(?:around|round|about|out)\b{GAP}\b(?:want|wants|would like|are|is|interested|keen|curious"
            r"|raised) (?:\w+ )?(?:to (?:know|see|hear|meet|try|join|learn)|interested|keen|curious|their "
            r"hands?|in|it|more)\b",
            r"\b(?:is|are) (?:now |already |all )*(?:using|on|working with|in) (?:it|theproduct"
            rf"|you)\b{NEAR}\bi (?:\w+ )?(?:trained|taught|convinced|got|persuaded|made|pushed|signed|invited"
            r"|brought|talked)\b",
            r"\b(?:bring|bringing|get|getting|put|putting|brought|introduce|introducing|sit) you (?:\w+ "
            rf")?(?:together|to the table|at one table|in a room|in one room) with (?:{ABOVE})\b",
            r"\b(?:can|may|shall|could|is it ok if|do you mind if) i (?:\w+ )?bring (?:along |in |over "
            rf")?(?:{ABOVE})\b",
            r"\b(?:next time|at the next \w+|tomorrow|on (?:mon|tues|wednes|thurs|fri)day|for the next \w+) i "
            r"(?:will|am going to|want to|would like to) (?:\w+ )?(?:bring|invite|take|have|introduce) "
            rf"(?:along |in |you to )?(?:{ABOVE})\b",
            r"\b(?:i|we) (?:\w+ )?(?:have|got|know|found|might have) (?:got )?(?:some ?one|somebody|a (?:\w+ "
            r")?(?:lead|contact|prospect|candidate|customer|company|friend)|another (?:lead|customer"
            r"|prospect)) (?:\w+ )?for you\b",
            rf"\b{ABOVE} (?:\w+ )?(?:should|must|needs? to|ha(?:s|ve) to|ought to|would like to|wants? to) "
            r"(?:\w+ )?(?:get to know|meet|know|talk to|speak (?:to|with)|see|hear) (?:you|theproduct|your "
            r"team)\b",
            rf"\b{ABOVE}\b{NEAR}\b(?:coming|come|comes|join\w*|attend\w*|is there|are there|will be there|on "
            rf"the call|registered|booked)\b{GAP}\b(?:because|since|as|after|thanks to) (?:i|me|my)\b (?:\w+ "
            r")?(?:told|asked|invited|recommended|convinced|mentioned|recommendation|persuaded|raved|said"
            r"|nagged|insist\w*)",
            rf"\b(?:i|we) (?:would|will|want|am)\b{NEAR}\b(?:like|love|want|try|going|keen|hope)?\b ?(?:\w+ "
            rf")?(?:to )?(?:get|bring|pull|draw) (?:{ABOVE}) (?:\w+ )?(?:in (?:too|as well|on this|with you)"
            r"|on board|over to you|along)\b",
            rf"\b(?:set up|create|make|prepare|open|add|activate)\b{NEAR}\b(?:account|access|user|login|seat"
            rf"|licen[cs]e)s?\b{GAP}\bi (?:\w+ )?(?:talked|convinced|persuaded|won|got|told|recommended|sold"
            r"|promised)\b",
            rf"{ME}(?:rop(?:ed|ing)|enlist(?:ed|ing)|recruit(?:ed|ing)|sign(?:ed|ing)|enrol\w*|register(?:ed"
            rf"|ing)|brought|won|drew|drag(?:ged|ging)|pull(?:ed|ing)) (?:in|up|on board|over) (?:{ABOVE}|the "
            r"(?:second|third|other|next|new|whole|rest)[\w ]{0,25})\b",
            rf"{ME}(?:got|brought|have|won|pulled|taken|took) {ABOVE} (?:\w+ )?(?:on ?board|on (?:our|your) "
            r"side|in the boat|hooked|interested|excited)\b",
            rf"{ME}(?:ask(?:ed|ing)?|invit\w+|told|got|convinced|persuaded|made|sent|send\w*) "
            rf"{ABOVE}\b{NEAR}\b(?:to|into|come|coming|for)\b{NEAR}\b{_PLACE}\b{FREE}\b(?:get (?:this|it)"
            r"|should|needs? (?:this|it)|want\w*|so that|convinced?|interested|curious|see (?:it|what|how"
            r"|for)|hear|try it|start|learn|use it|too)\b",
            rf"\b(?:i|we) (?:\w+ ){{0,2}}?(?:want|like|love|wish)\b{NEAR}\b(?:{ABOVE}) (?:\w+ )?to (?:get|have"
            rf"|see|use|try|start|join|adopt|meet|hear|discover) (?:this|it|with|on|you|theproduct)\b{GAP}\bi "
            r"(?:\w+ )?(?:asked|invited|told|sent|brought|copied|got|gave)",
            rf"{ME}(?:copy|copying|copied|cc|cc'?ing|cc'?ed|add(?:ed|ing)?|loop\w*|includ\w+|bring\w*|brought"
            rf"|introduc\w+|sending you|sending you)\b{GAP}\b(?:should|could|must|has to|have to|wants? to"
            r"|would like to|would love to|is going to) (?:\w+ )?(?:start|work|get going|be|begin|use|see"
            rf"|solve|go|switch|do the same)\b{GAP}\b(?:with (?:you|it|theproduct)|on (?:it|you|theproduct)"
            r"|the same|you\b|it\b|day one)",
            rf"{ME}(?:sending|send|sent|bring(?:ing)?|brought|steer\w*|refer\w*|point\w*|direct\w*) you (?:\w+ "
            rf")?{ABOVE}\b{GAP}\b(?:who|has|have|had|same|problem|looking|interested|needs?|wants?|solve"
            r"|search\w*|think\w*|consider\w*|curious|they|he|she)\b",
            rf"{ME}(?:put|brought|got|sat|matched|hooked|teamed|paired|bring|connect\w*) {ABOVE} (?:\w+ "
            r")?(?:up |down |together |in touch |in contact )+(?:with |to )(?:you|your|theproduct|one of "
            r"you\w*)\b",
            rf"{ME}(?:put|brought|got|sat|matched|hooked|teamed|paired) (?:her|him|them) (?:\w+ )?(?:up |down "
            r"|together |in touch |in contact )+(?:with |to )(?:you|your|theproduct|one of you\w*)\b",
        ),
        needs=(
            gated(
                rf"\b(?:{OURS}|it|this|come|look|sign|signed|up|board|roped|in|into|bring|expect|interested|keen|more"
                r"|session|demo|workshop|webinar)\b"
            ),
        ),
        bars=(
            _NEGATIVE,
            _BARS,
            gated(
                r"\b(?:newsletter|account|course|gym|insurance|forms?|meter|auditors?)\b|\bsigned up for\b"
                r"|\bbrought in (?:a|an|the) (?:\w+ )?(?:consultant|lawyer)"
            ),
        ),
        allows=words("reported others question"),
    ),
    Rule(
        "hands_us_on",
        "brings_people",
        0.7,
        any_of(
            r"\b(?:may|can|shall|should|could|is it ok(?:ay)? if|do you mind if|all right if|mind if) i "
            r"(?:\w+ )?(?:give|pass|send|hand|forward|share)\b[^;.!]{0,30}\byour (?:\w+ )?(?:address|number"
            r"|name|details|mail|e-?mail|contact|card|line|phone)\b",
            rf"{ME}(?:tak(?:en?|ing)|took) the (?:liberty|freedom) (?:of|to) (?:giv\w+|pass\w*|hand\w*|send\w*"
            rf"|forward\w*|shar\w+|recommend\w*|mention\w*)\b{NEAR}\b(?:you\b|your\b|theproduct)",
            rf"{ME}(?:giv(?:e|en|ing)|gave|pass(?:ed|ing)?|hand(?:ed|ing)?|left|leav\w+|send\w*|sent|shar\w+"
            r"|slipp\w+) (?:on |out |over )?your (?:card|number|name|contact|details|address|brochure|flyer"
            rf"|link|website|leaflet|mail)s?\b{NEAR}\b(?:to|with|at) (?:{ABOVE}|aname)",
            rf"{ME}(?:gave|given|handed|sent|slipped|passed|left|told) {ABOVE} your (?:\w+ )?(?:card|number"
            r"|name|contact|details|address|brochure|flyer|link|website|leaflet)s?\b",
            rf"{ME}(?:pass(?:ed|ing)?|hand(?:ed|ing)?|spread(?:ing)?|distribut\w+|put|pinned|hung|left"
            r"|show(?:ed|n)?|lay|laid|circulat\w+) (?:\w+ )?your (?:\w+ )?(?:card|brochure|flyer|link|leaflet"
            rf"|name|offer|poster|number|invitation|video|deck)s?\b{NEAR}\b(?:around|round|on the|at the|in "
            r"the|out|to|among|everywhere)\b",
            r"\b(?:open\w*|unlock\w*|knock\w* on) (?:\w+ ){0,3}?doors? (?:\w+ )?(?:to|at|of|in"
            rf"|with)\b{GAP}\b(?:for|to) (?:you|theproduct)\b",
            r"\b(?:ask(?:s|ed|ing)?|begg\w+|want(?:s|ed)?|call(?:s|ed) me|phoned me|wrote to "
            r"me)\b[^;?!]{0,40}\bfor your (?:\w+ )?(?:address|number|name|contact|details|card|website|mail"
            r"|phone)\b",
            rf"{ME}(?:tell|told|telling) (?:her|him|them|{ABOVE}) (?:all |everything |a lot |so much |much "
            r")?(?:about|of) (?:you|theproduct)\b",
            r"\b(?:asked|ask|asks|asking|wanted to know|called|rang|wrote|phoned|mailed)\b[^;?!]{0,60}\b(?:if"
            r"|whether|what|how|about|who|which)\b[^;?!]{0,30}\b(?:you are (?:any )?(?:good|worth|reliable)"
            r"|think of you|find you|like (?:you|theproduct|working with)|you\b|theproduct|we use)\b",
        ),
        needs=(
            gated(rf"\b(?:{OURS})"),
            gated(
                r"\b(?:give|gave|pass\w*|hand\w*|send|sent|shar\w+|left|liberty|freedom|forward\w*|told|hear from"
                r"|expect|will call|any good|worth|think of you|asked|asks|put|pinned|hung|laid"
                r"|circulat\w*|spread\w*|showed|around|doors?|tell\w*|distribut\w*|slipp\w+|giving|given)\b"
            ),
        ),
        bars=(_NEGATIVE, _BARS, gated(r"\b(?:job|role|for a job|you (?:asked|wrote)|i asked you|i wonder|you told)\b")),
        allows=words("reported others question past"),
    ),
)
