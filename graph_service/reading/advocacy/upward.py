"""Told upward in freer frames: told, asked for, put on paper, named first, pleaded. Wordings only."""

from graph_service.reading.advocacy.classes import GAP, ME, NEAR
from graph_service.reading.advocacy.frames import ABOVE, DEAL, FAULT, FREE, MORE, OURS, ROUND, STANCE
from graph_service.reading.advocacy.rules import Rule, any_of, gated, words

_KEEP = r"(?:(?:keep|kept|keeps|never stop|am always|be) )?"
_ONE = r"(?:(?:the|that|am|was) (?:\w+ )?(?:one|person|guy) (?:who |that )?)?"
_SAY = (
    r"(?:t(?:ell(?:s|ing)?|old)|sa(?:y|ys|id|ying)|explain\w*|mention\w*|present(?:ed|ing)?|show(?:ed|n|ing)?"
    r"|report(?:ed"
    r"|ing)?|wr(?:ite|ote|itten|iting)|sp(?:oke|oken|eaking)|talk(?:ed|ing)?|let (?:[\w'-]+ ){1,4}?know"
    r"|m(?:ade|ake|aking) (?:it )?(?:\w+ "
    r")?(?:clear|plain|sure)|had a (?:\w+ )?(?:talk|word|chat|conversation|call|lunch)|point(?:ed|ing) (?:out"
    r"|to)|stress\w*|assur\w+|inform\w*|repeat\w*|remind\w*|swore|stated"
    r"|declared|announc\w+|answered|replied|gave|put in writing|shar(?:ed|ing)|us(?:ed|ing) (?:my|the|our|every)"
    r"|brag\w*|boast\w*|report(?:ed)?|brief(?:ed)?|walked|proved|demonstrat\w+|thanked|praised|bringing|argu\w+"
    r"|highlight\w*|ran|circulat\w+|convey\w*|testif\w+|pass(?:ed|ing) on|lectured|preach\w*|drumm\w*)"
)
_DOC = (
    r"(?:report|paper|slides?|deck|presentation|talk|speech|memo|page|pack|newsletter|minutes|summary|plan"
    r"|agenda|letter"
    r"|note|update|review|one-?pager|statement|column|briefing|list|budget|wish ?list|strategy|proposal"
    r"|submission|bulletin"
    r"|dashboard|scorecard)"
)
_MERIT = (
    r"(?:figures?|numbers?|results?|uptime|case study|charts?|graphs?|success\w*|achievements?|savings|story|work"
    r"|dashboards?|screens?|reference|progress|name|logo|performance|record|statistics|stats|track record)"
)
_YES = (
    r"(?:sign-?off|approval|go-?ahead|green light|blessing|nod|signature|okay|ok|yes|consent|agreement"
    r"|commitment|backing"
    r"|support|promise|thumbs up|mandate|funds?|money|budget)"
)
_ASK = (
    r"(?:ask(?:ed|ing)?|push(?:ed|ing)?|press(?:ed|ing)?|urg(?:ed|ing)|begg(?:ed|ing)|nagg(?:ed|ing)|plead\w*"
    r"|petition\w*"
    r"|request\w*|propos\w+|lobb\w+|nudg\w+|suggest\w*|recommend\w*|advis\w+|told|telling|pester\w*|implor\w+"
    r"|appl(?:ied|ying)"
    r"|encourag\w+|pressur\w+|insist\w*|demand\w*|w?rote|lean(?:ed|ing) on|work(?:ed|ing) on|submitted"
    r"|appeal\w*|call(?:ed|ing) on)"
)
_CLERICAL = gated(
    r"\b(?:invoices?|password|delivery|holiday|vacation|on leave|parking|maintenance|interview|candidate"
    r"|applicant|resume"
    r"|position|the job|apprentice|trainee|truck|forklift|chairs?|printer|building|more people|your (?:mail"
    r"|e-?mail|call"
    r"|question|message|ticket|request|colleague)|let you know|tell you|told you|ask(?:ed|ing)? you|(?:call"
    r"|ring|contact|mail|e-?mail|write to|get back to) you|give you|send you"
    r"|why (?:you|we are over|it|the)|where to|will be late|we can offer|our (?:clients?|customers?)"
    r"|you are one of our|from you|brought to you|as i (?:said|mentioned|told)|your (?:background|career"
    r"|experience)|final offer|you (?:will|would|could|can|should|need)|unfortunately)\b"
)
_PASSIVE = gated(
    r"\b(?:i|we) (?:was|were|am|are|have been|had been|got) (?:\w+ )?(?:told|asked|advised|urged|informed"
    r"|encouraged|pushed|requested|pressed)\b|\byears ago\b|\blook where\b"
)
_NEGATIVE = gated(FAULT)
_ABOVE = gated(rf"\b{ABOVE}\b|\b{ROUND}\b")

UPWARD = (
    Rule(
        "says_for_us",
        "tells_upward",
        0.75,
        any_of(
            rf"{ME}{_ONE}{_KEEP}{_SAY}\b{FREE}\b(?:{ABOVE}|{ROUND})\b",
            rf"\b(?:{ROUND}|{ABOVE} (?:\w+ )?(?:asked|wanted to know|wondered))\b{GAP}{ME}{_ONE}{_KEEP}{_SAY}\b",
        ),
        needs=(_ABOVE, gated(rf"\b{OURS}"), gated(STANCE)),
        bars=(_NEGATIVE, _CLERICAL, _PASSIVE),
        allows=words("reported"),
    ),
    Rule(
        "asks_for_more",
        "tells_upward",
        0.75,
        any_of(
            rf"{ME}{_KEEP}{_ASK}\b (?:\w+ )?(?:to |at |with |on )?{ABOVE}\b{GAP}\b(?:to|for|that|we|if|should"
            rf"|into|about)\b{GAP}\b{MORE}\b",
            rf"{ME}{_KEEP}{_ASK}\b{GAP}\b{MORE}\b{GAP}\b(?:to|with|at|before|from|in front of|in) {ABOVE}\b",
            rf"\b{ABOVE} (?:\w+ )?(?:g[eo]ts?|received|has|have|had|found|will (?:get|find|have))\b{GAP}\bfrom "
            rf"me\b{GAP}\b(?:{MORE}|{OURS})",
            rf"\b{ABOVE} (?:\w+ )?(?:was|were|has been|have been) (?:\w+ )?told by me\b",
        ),
        bars=(
            _NEGATIVE,
            _PASSIVE,
            gated(
                r"\b(?:truck|forklift|chairs?|building|lease|car|trainer|more people|to (?:send|give) (?:me|us) "
                r"|next week to|signature follows|discount)\b"
            ),
        ),
        allows=words("reported"),
    ),
    Rule(
        "gets_their_yes",
        "tells_upward",
        0.75,
        any_of(
            rf"{ME}(?:managed to )?(?:g[eo]t|obtain(?:ed)?|secured?|won|win|have|wrung|wrested|squeezed|coaxed"
            rf"|received)\b (?:\w+ ){{0,3}}?{_YES}\b{GAP}\b(?:{DEAL}|{OURS})\b{GAP}\b(?:from|by|out of|of|with"
            rf"|at) {ABOVE}\b",
            rf"{ME}(?:managed to )?(?:g[eo]t|obtain(?:ed)?|secured?|won|win|wrung|squeezed|coaxed)\b (?:\w+ "
            rf"){{0,3}}?{_YES}\b{GAP}\b(?:from|out of) {ABOVE}\b{GAP}\b(?:{DEAL}|{OURS})\b",
            rf"{ME}(?:managed to )?(?:g[eo]t|brought|moved|had) {ABOVE} to (?:\w+ )?(?:agree|approve|sign|back"
            r"|fund|accept|see|understand|nod|commit|say yes|support|release|pay|believe|change)\b",
            r"\b(?:i|we) (?:\w+ ){0,2}?went (?:\w+ ){0,5}?to (?:the (?:very )?top|[\w' -]{3,30}) to get "
            r"(?:this|it|that|you|your \w+|the \w+(?: \w+)?|theproduct) (?:approved|signed|through|funded"
            r"|accepted|paid|renewed|extended)",
            rf"{ME}(?:could|managed to|was able to|got to)? ?(?:place|placed|put|get|got|fit|squeeze|squeezed"
            r"|book|booked) (?:you|theproduct|your \w+) (?:\w+ )?(?:on|onto|in|into) (?:the |our |next "
            r")?(?:[\w'-]+ ){0,4}?(?:agenda|programme|program|shortlist)\b",
        ),
        needs=(gated(rf"\b(?:{OURS}|it|this|that|pays?|{DEAL})\b"),),
        bars=(
            _NEGATIVE,
            gated(r"\b(?:truck|forklift|chairs?|building|lease|trainer|more people|vacation|leave|holiday|job)\b"),
        ),
    ),
    Rule(
        "puts_on_paper",
        "tells_upward",
        0.75,
        any_of(
            rf"{ME}(?:open(?:ed)?|start(?:ed)?|clos(?:e|ed)|beg[au]n|end(?:ed)?|fill(?:ed)?|led|finish(?:ed)?"
            rf"|illustrat\w+|back(?:ed)? up) (?:my|our|the|every) (?:[\w'-]+ ){{0,2}}?{_DOC}\b{GAP}\bwith "
            r"(?:your|theproduct|you|a (?:slide|word|page|story|quote|picture) (?:on|about|of|from) (?:you"
            r"|theproduct))\b",
            rf"\b(?:my|our) (?:own |next |last |first |\w+ly |\w+ )?{_DOC}\b{GAP}\b(?:says?|said|states?|has"
            r"|had|names?|lists?|mentions?|prais\w+|carries|includes?|contains?|devotes?|shows?|showed|calls?"
            rf"|puts|opens|starts|closes|ends|asks|argues|recommends?|is (?:all )?about)\b{GAP}\b(?:theproduct"
            rf"|what you|you (?:are|stay|did|have|saved|as|first)|your {_MERIT}|how you)",
            rf"{ME}(?:had|have|keep|kept|show|put|slipp(?:ed|ing)|plac(?:ed|ing)|work(?:ed|ing)|got|sneak(?:ed"
            r"|ing)|snuck|smuggl(?:ed|ing)|includ(?:ed|ing)|add(?:ed|ing)|featur(?:ed|ing)|print(?:ed|ing)"
            r"|past(?:ed|ing)|stuck|mention(?:ed|ing)|plug(?:ged|ging)|feature|quoted) (?:a (?:slide|page"
            r"|chapter|word|picture|section|paragraph) (?:with|on|about|for|of) )?(?:your|theproduct(?:'s)?"
            rf"|you)\b{NEAR} (?:on|in|into|onto|at the top of|to) (?:my|the|our|every|this|next) (?:[\w'-]+ "
            rf"){{0,3}}?{_DOC}\b",
            rf"{ME}(?:forward(?:ed|ing)?|sent|sending|pass(?:ed|ing)|hand(?:ed|ing)|circulat(?:ed|ing)"
            r"|shar(?:ed|ing)|distribut(?:ed|ing)|hung|post(?:ed)?|shown|showed) (?:on |out |around |round "
            rf")?your (?:[\w-]+ ){{0,2}}?{_MERIT}\b{GAP}\b(?:to|with|among|around|at|in front of) (?:{ABOVE})\b",
            r"\b(?:half|most|two|three|four|five|a third|many|several|all|some)(?: of)?(?: the| my)? slides "
            rf"(?:are|is|were|will be|deal|talk|go)\b{NEAR}\b(?:about|on|with|to) (?:you|your|what you"
            r"|theproduct)\b",
            rf"{ME}(?:drew up|drawn up|drawing up|wrote|written|writing|put together|prepared|preparing"
            r"|drafted|drafting|made|making|did|typed|compiled|finished|submitted) (?:a|an|the|my|our|one"
            r"|two) (?:[\w-]+ ){0,2}?(?:one-?pager|memo|paper|page|pages|business case|summary|note|list"
            rf"|overview|calculation|comparison|letter|deck|slides?)\b{GAP}\b(?:benefits?|advantages?|savings"
            r"|value|gains?|return|results|why we (?:need|should|must|want)|what (?:we|you|theproduct|it) "
            r"(?:gains?|saves?|saved|brings?|brought|gives?|does|did|do|would lose)|reasons? (?:to|for"
            rf"|why))\b{GAP}\b(?:for|to|before) {ABOVE}\b",
            rf"\b(?:my|our) (?:\w+ )?{_DOC}\b{GAP}\b(?:is|was|will be|turned into|sounds? like|read[s]? "
            r"like)(?: \w+)? (?:an? )?(?:\w+ )?(?:advert\w*|commercial|love letter|hymn|tribute|pitch|praise"
            r"|homage|ad) (?:for|to|of|on) (?:you|theproduct|your)\b",
            rf"{ME}(?:made|making) (?:you|theproduct|it|your \w+) (?:a|the|my|an|our) (?:\w+ )?(?:topic"
            r"|subject|theme|headline|example|highlight|priority|condition|case)\b",
        ),
        bars=(
            _NEGATIVE,
            gated(
                r"\b(?:due|your (?:mail|e-?mail|call|ticket|question|invoice|offer|quote)|accounting|ask(?:ed)? you"
                r"|you asked)\b"
            ),
        ),
        allows=words("reported"),
    ),
    Rule(
        "names_us_first",
        "tells_upward",
        0.75,
        any_of(
            r"\bmy (?:\w+ ){0,2}?(?:answer|reply|reaction|pick|choice|vote|example|word|thought)\b(?: "
            r"\w+){0,3}? (?:is|was|were|went to|goes to|has been)(?: \w+){0,2} (?:theproduct|you\b"
            r"|yours?\b|your (?:\w+ )?(?:team|tool|product|name|people|support))",
            rf"{ME}(?:g(?:ave|iven|ive)|told|had|have|answered|named|said|wrote)\b(?: (?:him|her|them"
            r"|\w+)){0,2} (?:only |just |exactly )?(?:one|a single|your|the first)(?: \w+)? ?(?:name|answer"
            r"|word|thing|reason|example)?[:,] ?(?:yours?|you\b|theproduct)",
            rf"{ME}(?:nam(?:ed|ing)|pick(?:ed)?|chose|rank(?:ed|ing)|list(?:ed|ing)|plac(?:ed|ing)|rat(?:ed"
            r"|ing)|put|point(?:ed|ing) (?:to|at)|nominat\w+|singl\w+ out) (?:theproduct|you|your \w+)(?: "
            r"\w+){0,2} (?:first|at the top|on top|highest|number one|as (?:the|our|my|an|a|one|untouchable"
            r"|essential|critical)|right away|straight away|without)\b",
            r"\b(?:you|theproduct)(?: \w+)? (?:are|is|were|was|stays?|remains?|come|comes|came|rank|ranks"
            r"|stand|stands|sit|sits)(?: \w+)? (?:number one|first|top|at the top|highest|right at the top|on "
            r"top)(?: \w+){0,3}? (?:on|of|in|with) (?:mine|my|our)\b(?! (?:screen|page|desk|results|search))",
            rf"{ME}(?:made|had|got|let|invited|begged) (?:him|her|them|{ABOVE}) (?:to )?(?:\w+ "
            r"){0,4}?(?:look at|see|watch|try|admire|listen to|test|hear) (?:\w+ )?(?:your|theproduct|what "
            r"you|how we)\b",
            rf"{ME}us(?:ed|ing) (?:the|my|our|every|a)\b{GAP}\bto (?:\w+ )?(?:show|promote|praise|explain"
            rf"|demonstrate|plug|advertise|present|pitch|mention|thank|talk about|show off)\b{NEAR}\b(?:you"
            r"|your|theproduct|what we|how we)\b",
            rf"\b(?:when|as) {GAP}\b(?:asked|wanted to know|went round|goes round|had to (?:name|choose"
            rf"|say))\b{FREE}\bi (?:\w+ )?(?:named|said|answered|mentioned|pointed (?:to|at)|picked|chose"
            r"|brought up) (?:only |at once |immediately |that |right away )?(?:theproduct|you\b|your)",
        ),
        bars=(_NEGATIVE, gated(r"\b(?:ask(?:ed)? you|you asked|your (?:mail|question|ticket|call))\b")),
        allows=words("reported"),
    ),
    Rule(
        "pleads_for_us",
        "tells_upward",
        0.8,
        any_of(
            r"\b(?:plead\w*|pled|argu\w+|present\w*|made|making|fought|fighting|bat(?:ted|ting)|spoke"
            r"|speaking|talk(?:ed|ing)|st(?:ood|anding)|carr\w+) (?:\w+ )?(?:your (?:case|cause|corner|flag"
            r"|banner)|(?:on|in) your (?:behalf|favou?r)|for your cause)\b",
            rf"{ME}(?:did|do|doing|done|played|handled|took over|gave) (?:\w+ )?your (?:\w+ )?(?:pitch|sell\w*"
            r"|sales\w*|marketing|advertising|job|talking|homework|promotion|advert\w*)\b",
            rf"{ME}{_KEEP}(?:bring(?:ing)?|brought|talk(?:ing|ed)?|big(?:ged|ging)?|hold(?:ing)?|held"
            r"|prais(?:ed|ing)) (?:you|theproduct|your name)(?: guys)? up\b",
            r"\b(?:i|we) (?:am|are|stand|stood|was|were) (?:\w+ )?(?:behind|on the side of|in favou?r of) "
            r"(?:you|theproduct|this|it|the (?:project|tool|extension|renewal"
            r"|rollout))\b[^.;?!]{0,20}\b(?:percent|%|per cent|fully|completely|all the way|whatever)",
            r"\b(?:i|we) (?:\w+ )?(?:fully|completely|totally|firmly|really|stand|stood|am|are) (?:\w+ "
            r")?behind (?:you|theproduct|this|it)\b",
            rf"{ME}(?:put|putting|throw(?:ing|n)?|threw) (?:all )?(?:my|our) (?:full |own |whole |\w+ "
            r")?(?:weight|authority|support|vote|influence|name|title) behind\b",
            rf"{ME}(?:back|backed|backing|voted for|vote for|stand by|stood by|side with|sided with|fight for"
            r"|fighting for|fought for|hold(?:ing)? the line for|rooting for|batting for|campaigning for|here "
            r"for) (?:you|theproduct)\b(?! (?:up|to|with))",
            r"\b(?:i|we) (?:\w+ ){0,3}?on your side (?:against|in|at|here|when)\b",
            rf"{ME}(?:carry|carried|take|took|taking|bring|brought|bringing|hand|handed|deliver|delivered"
            r"|present|presented) your (?:\w+ )?(?:proposal|offer|case|cause|plan|concept|idea"
            rf"|pitch)\b{NEAR}\b(?:to|before|in front of|into|up to|past) {ABOVE}\b",
            rf"\bmy (?:\w+ )?(?:recommendation|advice|vote|word|opinion|verdict|message|answer)\b{NEAR}\b(?:to"
            rf"|for|in|before|at)\b{NEAR}\b{ABOVE}\b{GAP}\b(?:stay|keep|renew|extend|buy|go on|continue|you\b"
            r"|theproduct|yes|clear|positive|more)\b",
            rf"\b(?:ask\w*|wanted)\b{NEAR}\b(?:my (?:opinion|view|advice|recommendation|thoughts)|what i think"
            rf"|what i thought)\b{GAP}\bi (?:\w+ )?(?:said|told|answered|replied|recommended"
            rf"|wrote)\b{NEAR}\b(?:buy|keep|extend|renew|stay|go for it|yes|do it|sign|take it|you\b"
            r"|theproduct|more)\b",
            rf"{ME}(?:set up|setting up|arranged|organi[sz]ed|asked for|got|booked|made|requested) (?:\w+ "
            rf"){{0,3}}?(?:meetings?|appointments?|slots?|sessions?|rounds?|call|lunch)\b{NEAR}\bwith "
            rf"{ABOVE}\b{GAP}\bto (?:\w+ )?(?:show|present|explain|prove|demonstrate|walk)\b{GAP}\b(?:savings"
            r"|benefits|results|business case|value|gains|what (?:you|theproduct|it)|your|theproduct)\b",
            rf"{ME}(?:speak|spoke|spoken|speaking|stood|stand) up for\b{GAP}\b(?:{DEAL}|(?:second|third|extra"
            rf"|bigger|new) (?:licen[cs]e|module|seat)|{OURS})",
            rf"{ME}(?:bl(?:ew|own|owing)|toot\w*|sound(?:ed|ing)?) your (?:own )?(?:trumpet|horn)\b",
            rf"{ME}(?:had a (?:\w+ )?word|used my (?:\w+ )?(?:influence|contacts?|position|weight)|pulled "
            rf"(?:some |a few )?strings|called in (?:a|some) favou?rs?)\b{GAP}\b(?:you\b|your\b|theproduct"
            rf"|{DEAL})",
        ),
        bars=(_NEGATIVE, _PASSIVE, gated(r"\b(?:behind schedule|catch up|your own)\b")),
    ),
)
