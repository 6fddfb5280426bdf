"""Opens doors for us: moves money, sets up meetings, passes our name on, speaks in public. Wordings only."""

from graph_service.reading.advocacy.classes import AUDIENCE, GAP, ME, NAMED, NEAR, NEGATIVE, PRODUCT
from graph_service.reading.advocacy.rules import Rule, any_of, gated, words

_MONEY = (
    r"(?:money|budget|funds?|funding|cost cent(?:re|er)|euros?|pounds|dollars|grand|\d+ ?k|line item|line"
    r"|headroom|pot|slot in the budget)"
)
_FOR_US = (
    r"\b(?:theproduct|you\b(?! to\b)|your|yours|it\b|this\b|renewal|licen[cs]es?|seats|extension|expansion"
    r"|rollout|roll-out|upgrade|next phase|second phase|module)"
)
_TALKED = (
    r"(?:gave|did|held|made|presented|spoke|talked|wrote|posted|published|put|mentioned|named|said|told"
    r"|praised|plugged|nominated|featured|shared|recorded|brought|showed|thanked|tagged|submitted|entered"
    r"|spent|dedicated)"
)
_STAGE = (
    r"(?:on (?:linkedin|stage|a panel|the panel|my slides?|air|our intranet|social media|a podcast|twitter"
    r"|capterra|g2)|(?:talk|speech|keynote|presentation|session|article|post|piece|column|podcast"
    r"|interview|review|slide|panel|blog|write-up|testimonial)\b"
    r"|(?:to|with) (?:a|the|some) (?:journalist|reporter|magazine|trade press|press|newspaper|analyst)s?"
    r"|(?:conference|meet-?up|trade fair|fair|summit|user day|user group|association|congress|chamber"
    r"|forum|round ?table|award|breakfast|networking|alumni|newsletter|trade show|expo)\b)"
)

_US = gated(rf"\b(?:theproduct|you|your|yours|it|this|my name|i sent|same)\b|{_FOR_US}")
DOORS = (
    Rule(
        "moves_money",
        "tells_upward",
        0.7,
        any_of(
            (
                rf"{ME}(?:moved|found|shifted|took|set aside|earmarked|reserved|freed(?: up)?|secured|carved out"
                r"|reallocated|scraped together|scraped|squeezed|transferred|blocked|ring-?fenced|protected|budgeted"
                rf"|pulled|kept|sacrificed|gave up|traded|swapped|put) {GAP}\b{_MONEY}\b{GAP}\b(?:for|to|into|so"
                rf"|towards|aside for|instead of|and) {NEAR}{_FOR_US}"
            ),
            (
                rf"{ME}(?:put|kept|got|written|wrote|have|pencilled|booked|signed) (?:theproduct|you|it|this|your "
                r"[\w-]+(?: [\w-]+)?) (?:down |back )?(?:in|into|on|for|off) (?:our |the |my |next )(?:[\w'-]+ "
                r"){0,3}?(?:budget|plan|forecast|roadmap|strategy|shortlist|preferred)"
            ),
            (
                rf"{ME}(?:paid|paying|pay|cover(?:ed|ing)?|fund(?:ed|ing)?|signed) (?:for )?{PRODUCT}\b{GAP}\b(?:my own"
                r"|out of (?:my|our)|from (?:my|our)|myself)\b"
            ),
            (
                rf"{ME}(?:gave up|sacrificed|postponed|traded|cancelled|cut|skipped) {GAP}\b(?:so (?:that )?|to )(?:we "
                rf"|i )?(?:can |could |may )?(?:keep|pay for|afford|fund|hold on to|save) {_FOR_US}"
            ),
            (
                rf"{ME}(?:squared|cleared|settled|agreed|sorted|got|pushed|talked|waved|nodded|steered|put|signed) "
                r"(?:it|this|the (?:[\w-]+ ){0,2}?(?:renewal|increase|price|budget|extension|upgrade|order|contract"
                r"|seats|licen[cs]es|deal)|your (?:\w+ )?\w+|you|theproduct) (?:off )?(?:past|by|through|with) "
                rf"(?:aname|{AUDIENCE})"
            ),
            (
                rf"{ME}(?:told|said to|warned) {NEAR}\b(?:take|cut|get|find|save) (?:it|the money|that|something"
                rf"|elsewhere) (?:from|out of|in|somewhere|elsewhere|off)\b{NEAR}\b(?:my|our|else|other|first)"
            ),
        ),
        needs=(_US,),
        bars=(gated(NEGATIVE), gated(r"\binvoice|\bpayment\b|\brefund|\bcredit note")),
    ),
    Rule(
        "opens_door",
        "brings_people",
        0.7,
        any_of(
            (
                r"\b(?:put(?:ting)?|get(?:ting)?) you (?:directly |straight )?in (?:touch|contact) with\b"
                r"|\bconnect(?:ed|ing)? you (?:with|to)\b"
            ),
            (
                rf"\b(?:aname|{AUDIENCE}|he|she) (?:is |already |now )*(?:expects?|expecting|waiting for|awaits?|knows "
                r"to expect|ready for|looking forward to|open to) (?:your|a|you to|to hear from you|an?)(?: \w+)? "
                r"?(?:call|mail|e-?mail|message|invite|pitch|demo|visit|from you|reach out|ring|write|proposal)"
            ),
            (
                r"\b(?:say|tell (?:him|her|them|aname)|mention) (?:that )?(?:i (?:sent|told) you|my name|you know me"
                r"|it (?:is|comes|came) from me|i said)"
            ),
            (
                rf"{ME}(?:got|set up|arranged|organi[sz]ed|booked|reserved|found|made|blocked|secured|negotiated"
                rf"|cleared) (?:you|us|a|an|some|room|twenty|thirty|half|fifteen|ten|\d+|the)\b{GAP}\b(?:for you|with "
                r"(?:aname|our|the|my)|in front of|on (?:the|our) agenda|to (?:show|present|pitch|demo))\b"
            ),
            (
                rf"{ME}(?:got|put) you (?:\w+ )?(?:on|onto|into|in front of|a (?:slot|meeting|seat)|(?:\w+ "
                rf")?minutes) {NEAR}\b(?:agenda|{AUDIENCE}|list|shortlist|programme|meeting|with|at)"
            ),
            (
                r"\byou (?:should|need to|have to|must|two should|ought to|really should) (?:\w+ )?(?:meet|talk to"
                r"|speak to|call|get to know|show) (?:aname|our|my)\b[^.;?!]{0,60}\b(?:who|he|she|they|about (?:it"
                r"|this|you|theproduct|using)"
                r"|runs|heads|leads|has the same)\b"
            ),
            (
                r"\b(?:open(?:ed|ing)? (?:the|a|some|that|your) doors?|mak(?:e|ing) (?:the|an|that) introduction"
                r"|introduc(?:ed?|ing) you to)\b"
            ),
            (
                r"\b(?:expect|you (?:will|should|may|might|can expect to) (?:\w+ )?(?:hear|get)) (?:an? )?(?:\w+ "
                r")?(?:call|mail|e-?mail|message|note|line|visit)? ?from (?:aname|my (?:[\w-]+ )?(?:counterpart"
                r"|colleague|friend|peer|neighbou?r|brother|sister|wife|husband|cousin|opposite number)|a (?:friend"
                r"|former|colleague|peer|mate)|our (?:sister|parent|other))"
            ),
            (
                r"\b(?:call|ring|write to|contact|get hold of|reach out to|get in touch with|phone|drop|look up"
                rf"|approach) (?:aname|my (?:counterpart|friend|colleague|opposite number))\b{GAP}\b(?:same (?:problem"
                r"|mess|issue|thing|situation|headache|trouble)|needs? (?:this|exactly|something|you|it)|looking for"
                r"|interested|i (?:told|said|promised|warned|mentioned)|our (?:sister|other|parent)|(?:runs|heads"
                r"|leads) (?:the|our))"
            ),
            (
                rf"\b(?:aname|{AUDIENCE})\b{GAP}\b(?:has|have|is|are|was|were|fights?|struggles?|in|with) (?:\w+ "
                r")?(?:the same|looking for|after|interested|struggling|fighting|still on|curious|keen|in the "
                rf"market)\b{GAP}\bi (?:\w+ )?(?:told|gave|said|sent|mentioned|passed|promised|suggested|pointed)"
            ),
            (
                rf"{ME}(?:told|mentioned|spoke to|talked to|said to) (?:aname|{AUDIENCE}) (?:all )?(?:about|of) "
                rf"(?:{NAMED})"
            ),
            (
                r"\bi (?:will|can|could|am happy to|would be happy to|am going to) (?:\w+ )?(?:introduce you|put you "
                r"in (?:touch|contact)|make (?:an|the) intro\w*|connect you|bring you together|open (?:the|that|a "
                r"few) doors?|bring (?:aname|my|our) )"
            ),
            (
                rf"{ME}(?:pass(?:ed|ing)?|g(?:ave|iving|iven)|sent|forward(?:ed|ing)?|hand(?:ed|ing)?) (?:on |along "
                r"|out |over )?(?:your|theproduct|you)(?: \w+){0,3} (?:name|number|details|card|contact|address|deck"
                rf"|brochure|link|slides|case)s? ?(?:on |along |over )?to {AUDIENCE}"
            ),
        ),
        needs=(_US,),
        bars=(
            gated(NEGATIVE),
            gated(
                r"\binvoice|\bbilling|\bpassword|\bsupport desk|\bticket|\btake(?:s|n)? over\b|\breplac|\bsuccessor"
                r"|\bhandover|\bwho (?:should|do|can)\b|\bleav(?:e|ing)\b"
            ),
        ),
    ),
    Rule(
        "in_public",
        "offers",
        0.7,
        any_of(
            (
                rf"{ME}{_TALKED} {GAP}\b{_STAGE}{GAP}\b(?:about {PRODUCT}|theproduct|your? (?:name|tool|product)|you "
                r"(?:came|were|got|are)|on (?:you|it|theproduct|how)|with (?:you|theproduct)|how we)\b"
            ),
            rf"{ME}{_TALKED} (?:\w+ ){{0,3}}?{NAMED}\b{GAP}\b(?:in |at |on |to |for |with )?(?:\w+ ){{0,3}}?{_STAGE}",
            rf"{ME}(?:wrote|posted|published|recorded|shared)\b {NEAR}\babout (?:{PRODUCT})",
        ),
        bars=(
            gated(NEGATIVE),
            gated(
                r"\byour (?:talk|session|presentation|article|post|slides?|podcast|webinar|blog|review) (?:was|is|on"
                r"|about|at)\b"
            ),
        ),
    ),
    Rule(
        "takes_call",
        "offers",
        0.75,
        any_of(
            (
                rf"\byour (?:\w+ )?(?:prospects?|leads?|visitors?|candidates?|contacts?|guests?)\b{GAP}\b(?:called|rang"
                r"|came|visited|phoned|spoke|asked|got|wrote|mailed|was here|were here)\b"
            ),
            (
                rf"{ME}(?:spoke|talked|chatted|had (?:a )?(?:call|chat|coffee)|took (?:a|the|that) call|did (?:a|the"
                rf"|that) (?:reference )?call|met|hosted) (?:to|with|for|from)? ?{NEAR}\b(?:your (?:\w+ )?(?:prospects?"
                r"|leads?|contacts?)|the (?:\w+ )?(?:people|folks|company|firm|lot|prospect|guys|lead) (?:you|that you"
                r"|who (?:are )?(?:consider|think|look)\w*))"
            ),
            (
                r"\b(?:anyone|anybody|whoever|those|people|companies|firms|prospects?|customers|the doubters"
                rf"|sceptics)\b{GAP}\b(?:can|may|should|is welcome to|are welcome to|could|is free to|are free to) "
                r"(?:\w+ )?(?:call|ring|phone|visit|write to|ask|come|talk to|speak to|contact|look|see"
                rf"|drop)\b{GAP}\b(?:me|us|by|round|over|here|our)\b"
            ),
            (
                r"\b(?:send|bring|put) (?:them|him|her|your (?:\w+ ){0,2}?(?:prospects?|leads?|doubters|sceptics"
                r"|people|visitors|customers?|guests?)|the (?:[\w-]+ )?(?:prospect|people"
                r"|doubters|sceptics|visitors|company|folks|lead)s?|anyone|people|prospects|more of them) (?:over"
                r"|round|by|here|along|to (?:me|us|our \w+)|through to me|on the phone)"
            ),
            (
                r"\b(?:use|put|have|quote|show|print|take|borrow|keep) (?:our|my) (?:name|logo|story|quote|photo|face"
                r"|picture|numbers|figures|example|case)\b"
            ),
            (
                r"\b(?:i|we) (?:will|would|am|are|can|could|shall)(?: \w+){0,2} (?:do|take|be up for|sign up for"
                r"|say yes to|agree to|up for|available for|in for|game for|join|host|give|hold|speak at|talk at"
                rf"|present at|record|repeat) {NEAR}\b(?:reference|case study|customer (?:story|day|panel|call|event)"
                r"|interview|video|site visit|user (?:day|group|conference|meeting)|webinar|testimonial|quote|twenty "
                r"minutes|keynote|panel)"
            ),
            (
                r"\byes (?:to|for) (?:the|your|a|that) (?:[\w-]+ ){0,2}?(?:reference|case|quote|testimonial"
                r"|interview|story|video|webinar|panel|talk|visit|event)|\b(?:the )?(?:reference|case study"
                r"|testimonial|quote|interview)(?: \w+){0,3}?[:,-]? (?:yes|gladly|with pleasure|sure|of course|any "
                r"?time|approved|go ahead|no problem|happy to|count me in)\b"
            ),
            (
                r"\b(?:tell|have|let|ask|get) (?:them|him|her|anyone|your prospects?|whoever)\b(?: \w+){0,3} (?:to "
                r")?(?:call|ring|phone|write to|mail|contact|visit|ask|come (?:to|and see)) (?:me|us)\b"
            ),
            (
                r"\b(?:give|pass|hand) (?:them|him|her|anyone|your prospects?|out|on)?\s?my (?:direct |mobile |phone "
                r")?(?:number|name|details|mail|e-?mail|address|line)\b"
            ),
        ),
        bars=(gated(NEGATIVE), gated(r"\b(?:support|service|help) ?desk|\bticket\b|\bcourier|\bdelivery")),
        allows=words("reported polite_if"),
    ),
    Rule(
        "orders_more",
        "relies",
        0.7,
        any_of(
            (
                rf"{ME}(?:asked for|ordered|requested|signed (?:off )?(?:on |for )?|put in for|budgeted|applied for"
                rf"|got approval for|pushed for|filed for|planned for|lined up) {NEAR}\b(?:more|extra|additional"
                rf"|another|further|\d+|two|three|four|five|ten|twenty|second)\b {NEAR}\b(?:seats?|licen[cs]es?|users?"
                r"|sites?|plants?|modules?|depots?|teams?|countries)\b"
            ),
            (
                rf"{ME}(?:made|making|make|declared|declaring) (?:it|theproduct|this|you) (?:\w+ )?(?:the |a |our |my "
                r")?(?:[\w-]+ )?(?:standard|mandatory|compulsory|default|official|rule|must|condition|requirement)\b"
            ),
            (
                rf"{ME}(?:asked|told|got|ordered|instructed|convinced|invited|pushing|pushed|nudged|want|need|talked) "
                rf"(?:aname|{AUDIENCE}|everyone|everybody) (?:to|into) (?:\w+ )?(?:start(?:ing)? (?:with|using)|us(?:e"
                r"|ing)|switch(?:ing)? to|mov(?:e|ing) (?:to|over)|adopt(?:ing)?|try(?:ing)?|work(?:ing)? (?:with|in)"
                rf"|join(?:ing)?|copy(?:ing)?) {PRODUCT}"
            ),
            (
                r"\b(?:aname|the (?:other |second |third |new |next |whole )?[\w-]+) (?:will |should |must |to |is "
                r"going to |has to |have to |gets? to )(?:be on|go on|start on|get|use|move to|switch to|have|work "
                rf"with|live on) (?:it|theproduct|you|this|your \w+)\b{GAP}\bi (?:\w+ )?(?:made sure|decided|promised"
                r"|asked|told|insist\w*|see to|saw to|signed|will|have)"
            ),
            (
                r"\b(?:aname|(?:the|our|my) [\w-]+(?: [\w-]+)?) (?:is|are|comes?|goes|will be|should be|wants? to be) "
                rf"(?:next|on (?:it|theproduct|board) (?:next|too|as well|soon|by))\b{GAP}\b(?:i|we|for (?:you|it"
                r"|theproduct)|on (?:the|your)|with (?:you|it|this|theproduct))\b"
            ),
        ),
        bars=(
            gated(NEGATIVE),
            gated(r"\b(?:meeting|call|holiday|vacation) next|next (?:week|month|meeting|call|year)\b"),
        ),
    ),
    Rule(
        "sets_straight",
        "defends",
        0.75,
        any_of(
            (
                r"\b(?:set|put) (?:the record|them|him|her|that|it|aname|everyone) (?:straight|right)\b|\b(?:took|take"
                r"|taking) your (?:side|part)\b|\b(?:will|would) not (?:hear|have|allow|listen to) (?:a|any|one) "
                r"(?:\w+ )?(?:bad |negative |wrong )?word\w* (?:against|about|said)"
            ),
            (
                rf"{ME}(?:shut|closed|stopped|ended) (?:that|it|this|the (?:talk|discussion|debate|moaning|grumbling)) "
                r"(?:down|off|right there|straight away|there and then)"
            ),
            (
                rf"{ME}(?:told|reminded|showed|explained to|corrected|answered) (?:them|him|her|everyone|everybody"
                rf"|aname|{AUDIENCE}) {GAP}\b(?:was not (?:you|your|theproduct|the tool)|was (?:us|our)|not your fault"
                r"|is not (?:you|your|theproduct)|how (?:it|things|bad it) (?:was|were) before|what (?:it|we|life) "
                r"(?:was|had|used))"
            ),
            (
                rf"{ME}(?:said|told|made clear|explained|pointed out|reminded|showed|proved|answered)\b{GAP}\b(?:(?:is"
                r"|was|were|it|that) (?:\w+ )?our (?:own )?(?:data|mess|fault|mistake|side|problem|network|server"
                r"|firewall|doing|master data|setup|process|homework|\w+ team)|not (?:you|your|theproduct|the tool)\b)"
            ),
        ),
        allows=words("negation reported past"),
    ),
)
