"""Keeps us where others would cut us, and answers those who speak ill of us. Wordings only; vetoes in `vetoes`."""

from graph_service.reading.advocacy.classes import GAP, ME, NEAR
from graph_service.reading.advocacy.frames import ABOVE, CUT, DEAL, FREE, OURS
from graph_service.reading.advocacy.rules import Rule, any_of, gated, words

_STOPPED = (
    r"(?:veto\w*|block(?:ed|ing)|stop(?:ped|ping)?|avert\w*|prevent\w*|fend\w* off|fought off|ward\w* off"
    r"|head\w* off|kill(?:ed|ing)"
    r"|bur(?:y|ied)|turn(?:ed|ing) down|reject(?:ed|ing)?|shot down|shut down|put (?:a stop|an end|paid) to"
    r"|overruled|threw out"
    r"|oppos(?:ed|ing)|resist(?:ed|ing)|object(?:ed|ing) to|spoke (?:out )?against|voted against|argued "
    r"against|torpedo\w*"
    r"|derail\w*|fought|fought against|refused?|talked them out of|dismissed|struck down|nipped|saw off"
    r"|wouldn't hear of)"
)
_PLAN = (
    r"(?:plans?|ideas?|attempts?|motions?|proposals?|moves?|push|suggestions?|requests?|talks?|discussions?"
    r"|efforts?|cuts?"
    r"|tender|switch|replacement|cancellation|vote|initiative|project|bid|demand|rumou?rs?|thought|claims?"
    r"|accusations?|criticism|allegations?|worst|complaints?)"
)
_SAVED = (
    r"(?:protect\w*|shield(?:ed|ing)?|rescu\w+|sav(?:ed|ing)|defend(?:ed|ing)|preserv\w+|safeguard\w*|kept"
    r"|secured|guard\w*"
    r"|held on to|ring-?fenc\w+|bail\w* out|spared|fought for|salvaged|keep)"
)
_STAKE = (
    r"(?:(?:place in the )?(?:line|budget|contract|seats?|licen[cs]es?|slot|place|money|project|renewal|name"
    r"|reputation|funding"
    r"|system|tool|module|item|spot|position|skin|neck|share|subscription|pilot|rollout|platform|product)\b)"
)
_THEM = r"(?:them|him|her|it|that|this|any ?one|anybody|aname|any of them|" + ABOVE + ")"
_REFUSED = (
    r"(?:(?:did|would|will|could|can|am|was) not (?:going to |about to |having it|have it|let (?:them|him|her"
    r"|it|that|any ?one)"
    r"|allow (?:them|him|her|it|that)|budge|give (?:in|up|way)|accept (?:it|that)|agree|sign|stand for)"
    r"|said (?:no|no way|never|not with me|not on my watch|over my|forget it)"
    r"|(?:told|asked|begged|warned) (?:them|him|her|" + ABOVE + r")"
    r"|stopped (?:them|him|her|it|that)|put (?:my|a) (?:foot|stop|end|lid)|threaten\w*|veto\w*|got angry|got "
    r"loud|raised my voice"
    r"|banged|refused|talked them|convinced (?:them|him|her)|won|stepped in|intervened|stood (?:up|firm|my "
    r"ground)|spoke (?:last|up|against)"
    r"|object\w+|protest\w+|fought|argued|explained|reminded|pointed|showed|corrected|set (?:them|him|her|it)"
    r"|made (?:it )?clear|went through"
    r"|sat (?:with|down)|walked (?:them|him|her)|fixed|calmed|took (?:them|him|her|the|my time)|asked (?:who"
    r"|what|how|whether)|dared"
    r"|went (?:down|up|over|there|round)|insisted|contradicted|disagreed|would rather|answered|replied|said "
    r"(?:that |to )?|tell (?:them|him|her)|took (?:it|that) (?:away|back|off)|check(?:ed)?|corrected|showed"
    r"|bought you|calm\w*|put (?:a|an) (?:stop|end)|do not let (?:that|it|this)|would not|bet|laughed|gave "
    r"(?:them|him|her) (?:the|an|my|a)|wrote (?:back|to)|proved|cleared|straightened|stepped|held (?:against"
    r"|on)|back you|pushed back|talked (?:sense|some sense)|went to (?:their|his|her|the)|had it out|took "
    r"(?:their|his|her) (?:fears?|doubts?)|stood by|would have none|told|wrote|had to (?:calm|explain|argue"
    r"|remind)|not with me"
    r"|refused|said only|turned (?:it|that|them) down|sent (?:them|him|her) (?:away|packing|home|the))"
)
_FOES = (
    r"(?:critics?|sceptics?|skeptics?|doubters?|moaners?|grumblers?|complainers?|naysayers?|opponents?|cost "
    r"cutters?|bean counters?"
    r"|whingers?|diehards|rebels|troublemakers|haters|angry \w+|annoyed \w+|upset \w+|unhappy \w+|grumpy \w+"
    r"|furious \w+"
    r"|impatient \w+|those who (?:complain\w*|grumbl\w*|moan\w*|doubt\w*|want\w*)|(?:everyone|anyone|whoever"
    r"|all) who (?:complain\w*|"
    r"grumbl\w*|moan\w*|doubt\w*))"
)
_ATTACKED = (
    r"(?:(?:want(?:s|ed)?|would (?:like|love|prefer)|tr(?:y|ied|ies)|propos\w+|suggest\w*|threaten\w*|plan\w*"
    r"|ask\w*|demand\w*|(?:were|was|are|is)"
    r" (?:all )?(?:about|ready|going|keen|set|determined|starting|tempted)|talk\w* (?:of|about)|start\w*"
    r"|push\w*|insist\w*|vot\w+|meant|hop\w+)"
    r" (?:\w+ ){0,3}?(?:"
    + CUT
    + r"|revolt|blame|name (?:you|theproduct)|rebel|give up|mutiny|go elsewhere|look (?:elsewhere|around)|the old)\b"
    r"|complain\w*|grumbl\w*|moan\w*|pointed (?:the |a )?(?:finger\w* )?at (?:you|your|theproduct)|blam(?:ed"
    r"|es|ing) (?:you|your|theproduct|the (?:tool|"
    r"system|software))|laughed at|questioned|attacked|criticis\w+|criticiz\w+|ranted|(?:said|says|claim\w*"
    r"|thought|thinks|insisted|argued)"
    r" (?:that )?(?:we|they|it|you|theproduct|therival|the \w+)(?: \w+)? (?:could|can|should|would|is|are|was"
    r"|were|did not|do not|does not"
    r"|costs?) (?:\w+ ){0,3}?(?:do (?:this|it|that) (?:with|in|by)|with(?:out)?|cheaper|by hand|ourselves"
    r"|elsewhere|slow\w*|useless|expensive"
    r"|overpriced|overkill|rubbish|a (?:waste|toy|luxury)|need|worth|better off|to blame|in-house)\b"
    r"|called (?:you|it|theproduct|your \w+) (?:a |an |too )?\w+|(?:kick|throw|threw|get|put|push|show|chuck) "
    r"(?:you|theproduct|it|your \w+) (?:the door|out|off|away)|put (?:a |some |big )?(?:question marks?"
    r"|pressure)"
    r"|(?:put|laid|lay|pinned|pushed|shift\w*|dump\w*) (?:the |all the |this |that |it )?(?:\w+ )?(?:mistake"
    r"|blame|fault|error|guilt|failure|delay)?(?: \w+)? ?(?:on|at) (?:you|your|theproduct)|(?:was|were|is"
    r"|are) (?:all )?(?:after|against|on) (?:you|theproduct|your \w+)"
    r"|(?:wants?|wanted|tried|would like|prefer\w*) to (?:\w+ )?(?:go with|take|try|buy|get|choose|use|test"
    r"|build|make|develop|write|program) (?:\w+ )?(?:the cheap\w*|therival|something|another|a cheap\w*|an? "
    r"\w+ tool|their own|his own|her own|our own|in-house|excel)"
    r"|(?:does|do|did) not (?:need|want|like|trust|see the (?:point|need|value)) (?:\w+ )?(?:of |in )?(?:you"
    r"|theproduct|it|your)|(?:your \w+|theproduct|it|you) (?:is|are|was|were) (?:\w+ )?(?:lazy|slow|useless"
    r"|bad|expensive|clumsy|ugly|spyware|rubbish|overpriced|to blame)|made fun of|doubted|bad-?mouthed"
    r"|slagged|had (?:doubts|a go at))"
)
_BARS = gated(
    r"\b(?:agree with (?:them|him|her)|they (?:are|were) right|(?:you|your \w+) (?:told|said|asked) (?:me|us)"
    r"|not (?:any ?more|again|this time)"
    r"|(?:will|would|can|could) not do it again|last time|i (?:would|will) not defend|join(?:ed)? them|no "
    r"idea what|had to apologi[sz]e"
    r"|restart\w*|reset|log ?in|truck|forklift|chairs?|apprentice|candidate|parking|your (?:invoice|fault)"
    r"|thesis|blame me|blamed me|my job)\b"
)

RESCUES = (
    Rule(
        "stops_the_cut",
        "defends",
        0.75,
        any_of(
            rf"{ME}{_STOPPED}\b (?:\w+ ){{0,3}}?{_PLAN}\b(?: \w+)? (?:to|of|for|about|with"
            rf"|that)\b{NEAR}\b{CUT}\b{NEAR}(?:\b(?:it|this|{OURS}|the (?:tool|system|product|contract|project"
            r"|renewal|software|platform|rollout))|$)",
            rf"{ME}{_STOPPED}\b (?:\w+ ){{0,3}}?{_PLAN}\b{NEAR}\b(?:{OURS}|therival)",
            rf"{ME}{_SAVED} (?:\w+ )?(?:your|theproduct's) (?:[\w-]+ ){{0,2}}?{_STAKE}",
            rf"{ME}{_SAVED} (?:you|theproduct)\b{NEAR}\b(?:cuts?|cutting|axe|list|budget|purge|round|chop|red "
            r"pen\w*|bin|tender|savings|restructuring)\b",
            rf"{ME}(?:got|pulled|took|kept|struck|crossed|talked|had|fought|lifted|wrestled) (?:you|theproduct"
            r"|your [\w-]+|it) (?:\w+ )?(?:off|out of|from) (?:it\b|the [\w' -]{0,20}?(?:list|block|table"
            r"|axe|cuts?|hook|firing line|agenda|chop)|(?:that|their|his|her|the) \w*\s?list)",
            r"\bi (?:\w+ )?had to (?:\w+ )?(?:argue|fight|battle|struggle|quarrel|haggle|plead|bargain"
            rf"|wrestle|beg|negotiate)\b{GAP}\bto (?:\w+ )?(?:keep|save|protect|hold on to|defend|preserve|get"
            r"|renew|extend) (?:your?|theproduct|it\b|the (?:contract|tool|renewal|system|budget))",
            r"\b(?:kept|keep|keeping|held|hold) the (?:wolves|dogs|hounds|vultures|hyenas|axe|bean counters"
            r"|accountants) (?:\w+ ){0,2}?(?:from|off|away|at)\b",
            r"\b(?:told|asked|warned|ordered|advised|made) \b[^;?!.]{0,40}\b(?:keep (?:their|his|her|your) "
            r"(?:\w+ )?(?:hands|fingers|paws) off|hands off|leave (?:you|theproduct|it) alone|back off)\b",
            r"\b(?:as long as|while|until|so long as) i (?:am|work|sit|have|run|live|breathe|retire|leave"
            r"|go)\b[^;?!]{0,40}\b(?:nobody|no ?one|they|it|you|theproduct|we"
            r"|your)\b[^;?!]{0,30}\b(?:replac\w*|touch\w*|tak\w*|cut|stay\w*|switch\w*|remain\w*|drop\w*"
            r"|cancel\w*|keep|change)\b",
            rf"{ME}(?:stood|stepped|threw myself|put myself|placed myself|am standing|stand) (?:\w+ "
            r")?(?:between you|in front of you|before you|in the way of|in the firing line|between theproduct)",
            rf"{ME}(?:took|taking|take) (?:all )?(?:the|some of the|a) (?:\w+ )?(?:blame|heat|flak|fall"
            rf"|bullets?|hit|anger|criticism|beating)\b{GAP}\b(?:for (?:you|theproduct|your)|you\b|off you)",
            rf"{ME}(?:bought|buying|won|got|gained|negotiated|wrung) you (?:\w+ ){{0,3}}?(?:time|weeks?"
            r"|months?|days?|a (?:\w+ )?(?:chance|quarter|year|reprieve|extension)|another (?:chance|year"
            r"|month|quarter|round))\b",
            rf"{ME}(?:kept|keep|keeping|held|leave|left|got|take|took) you (?:guys )?(?:out of|off|away from"
            r"|clear of) \b",
            rf"{ME}(?:got|kept|keep|took) (?:them|him|her|{ABOVE}) off your (?:back|case|neck|heels)\b",
            rf"{ME}(?:ask(?:ed|ing)?|begg\w+|told|urg\w+|got|convinced|persuaded|plead\w*)\b{NEAR}\bto (?:\w+ "
            r")?(?:give (?:you|theproduct|it|your \w+) (?:\w+ )?(?:more |another |a |some |time|chance)|be "
            r"(?:more )?(?:patient|fair|gentle|kind)|have (?:some )?patience|wait before|go easy on you)",
            r"\b(?:i|we) (?:do|will|would|can|did|shall) not (?:\w+ )?(?:have|let|allow|tolerate|accept|hear"
            rf"|stand for)\b{GAP}\b(?:bad-?mouth\w*|blam\w+|criticis\w+|criticiz\w+|speak\w* (?:ill|badly)"
            r"|talk\w* (?:badly|ill|down)|(?:bad|ill|wrong) words?|run\w* down|insult\w*"
            rf"|laugh\w*)\b{NEAR}(?:\b(?:you|theproduct|your|it)\b|$)",
            r"\b(?:was|is|were) not (?:\w+ )?(?:theproduct|you|your \w+|the (?:tool|system"
            rf"|software))\b{GAP}\b(?:it|that|this|but|rather)\b (?:was |is )?(?:\w+ )?(?:our|us|we|my|ours)\b",
            rf"{ME}defend(?:ed|ing)? (?:your|the|our) (?:\w+ )?(?:price|contract|cost|budget|decision"
            rf"|investment|renewal|invoice|rate|fees?|choice|project|rollout|team)\b{NEAR}\b(?:in front of"
            rf"|before|against) {ABOVE}",
            rf"{ME}threaten\w* (?:to|them|him|her|with)\b{GAP}\b(?:quit|resign|leave|walk|go|stop|resignation"
            rf"|strike)\b{GAP}\b(?:if|should|unless|over|they|when)\b",
            r"\b(?:switch(?:ing)?|replac(?:ing|ement)|cancel(?:ling|lation)|leaving|dropping|chang(?:e|ing)"
            rf"|tender(?:ing)?|termination|that)\b{NEAR}\b(?:is|was|are) (?:not (?:up for|open (?:to|for)|on "
            r"the table|an option|negotiable|happening|going to happen|even)|out of the question|off the "
            rf"table|no option)\b{GAP}(?:\bi\b|\bwith me|\bmy watch|\bas long as i|\bdebate|\bdiscussion)",
            r"\b(?:i|we) (?:do|will|would|can|did|shall) not (?:\w+ )?(?:accept|tolerate|allow|have it|agree"
            r"|think it is fair|find it fair) that (?:you|theproduct|your)\b",
            rf"\bi\b{FREE}\b(?:you|theproduct|your \w+)\b{NEAR}\b(?:the )?(?:scapegoat|black sheep|whipping "
            r"boy|fall guy|punching bag|blame game)\b",
            r"\b(?:complaints?|criticism|accusations?|reproach\w*|allegations?|talk|rumou?rs?|gossip|blame) "
            r"(?:about|of|against|on|over|at) (?:you|theproduct|your \w+)\b[^;?!]{0,60}\b(?:unfair|wrong"
            r"|unfounded|nonsense|unjust\w*|exaggerated|not (?:true|justified|fair)|sent (?:it|them) back"
            r"|reject\w*|out of (?:line|place)|ridiculous|unjustified)\b",
            rf"{ME}(?:got|had|made) (?:the|that|this|their|a) (?:\w+ )?(?:cuts?|cancellation|decision|plan"
            r"|tender|stop|freeze|termination|replacement|idea|motion|notice)\b(?: to \w+ \w+)? (?:cancelled"
            r"|canceled|reversed|withdrawn|overturned|stopped|off the table|postponed|thrown out|dropped"
            r"|undone|revoked|shelved|buried|rejected)\b",
            rf"{ME}(?:prevent(?:ed)?|avert(?:ed)?) the worst\b",
            rf"{ME}(?:told|said|wrote|explained|warned|reminded|showed|keep saying|made it clear|argued"
            rf"|pointed out)\b{GAP}\b(?:switch(?:ing)?|chang(?:e|ing)|replac\w+|moving|leaving|migration|new "
            rf"system|another (?:tool|system|vendor)|without (?:you|theproduct|it))\b{NEAR}\b(?:would|will|is "
            r"going to|can only) (?:\w+ )?(?:cost|take|set us|throw us|be|kill|ruin|hurt|mean|break|paralyse"
            r"|stop)\b",
            rf"{ME}(?:told|said|wrote|explained|reminded|pointed out|admitted|made it clear|clarified"
            rf"|informed)\b{GAP}\b(?:mistake|error|fault|delay|problem|slip|failure|cause|reason"
            rf"|blame)\b{NEAR}\b(?:was|were|is|lay|lies|came|happened|made|sits)\b{NEAR}\b(?:in|on|from|with"
            r"|at|by) (?:our|us|ours|my)\b",
            rf"\b(?:blam\w+|criticis\w+|criticiz\w+|accus\w+|fault|delay)\b{GAP}\bi (?:\w+ )?(?:told|said"
            rf"|wrote|explained|reminded|pointed out|admitted|made it clear|clarified)\b{GAP}\b(?:we|our \w+"
            r"|us) (?:\w+ )?(?:delivered|sent|gave|entered|forgot|skipped|missed|did not|had not|were|caused"
            r"|changed|typed|ignored|started)\b",
            rf"\b(?:told|said|wrote|reminded|explained|say)\b{GAP}\b(?:do not|never|should not|would not|why) "
            r"(?:touch|change|fix|replace|give up) (?:what|a (?:running|winning|working)|something that"
            rf"|anything that)\b{NEAR}\b(?:works?|team|system|runs?|broken)\b",
            rf"{ME}(?:h[eo]ld(?:ing)?|defend(?:ing)?|fight(?:ing)?) (?:the line|the fort|your ground|your "
            rf"position|the front)\b{NEAR}\bfor you\b",
            r"\b(?:shift|put|pin|push|lay|dump)\w*\b[^;?!]{0,25}\b(?:blame|fault|mistake|guilt"
            r"|responsibility)\b[^;?!]{0,20}\b(?:on|to|at) (?:you|theproduct|your \w+)\b[^;?!]{0,40}\b(?:not "
            r"with me|i \w+|no way|nonsense)\b",
        ),
        needs=(
            gated(
                rf"\b(?:{OURS}|it|this|that|worst|cut|plan|decision|fault|mistake|error|works|wolves|contract|price"
                rf"|cost|investment|renewal|budget|switching|replac\w*|project|{CUT})\b"
            ),
        ),
        bars=(_BARS,),
        allows=words("negation reported others past conditional"),
    ),
    Rule(
        "refuses_the_cut",
        "defends",
        0.75,
        any_of(
            r"\bi (?:\w+ )?(?:did|would|will|could|can|am|was) not (?:\w+ )?(?:let|allow|have|permit|going to "
            rf"let|about to let) {_THEM} (?:to )?(?:\w+ )?(?:{CUT}|touch|take|have|blame"
            rf"|do)\b{NEAR}\b(?:{OURS}|it|this|that)\b",
            rf"\b(?:{_ATTACKED})\b{FREE}\bi (?:\w+ )?(?:did|would|will|could|can|am|was) not (?:\w+ )?(?:let"
            r"|allow|have|budge|give|accept|going to|having|about to|stand for)\b",
            rf"\b(?:{_ATTACKED})\b{FREE}\b(?:i|we) (?:just |simply |only )?said (?:\w+ )?(?:no|no way|never"
            r"|not with me|not on my watch|forget it)\b",
        ),
        needs=(
            gated(
                rf"\b(?:{OURS}|it|this|that|the (?:project|rollout|tool|system|contract|pilot|software|platform"
                r"|renewal)|everything)\b"
            ),
        ),
        bars=(_BARS, gated(r"\b(?:i would like|i want(?:ed)? to|we want(?:ed)? to)\b")),
        allows=words("negation reported others past conditional"),
    ),
    Rule(
        "answers_attack",
        "defends",
        0.7,
        any_of(
            rf"\b(?:{ABOVE}|they|he|she|people|every(?:one|body)|some\w*|nobody|{_FOES}|\w+s)\b (?:[\w'-]+ "
            rf"){{0,4}}?{_ATTACKED}{FREE}\bi (?:\w+ ){{0,4}}?{_REFUSED}\b",
            rf"\bi (?:\w+ ){{0,2}}?{_REFUSED}\b{GAP}\b(?:when|after|as|because|since|before) (?:{ABOVE}|they"
            rf"|he|she|people|every(?:one|body)|some\w*)\b (?:[\w'-]+ ){{0,4}}?{_ATTACKED}",
        ),
        needs=(
            gated(
                rf"\b(?:{OURS}|theproduct|the (?:tool|system|software|platform|app|project|rollout|product|new (?:\w+ "
                rf")?(?:system|tool|app|screens?))|it|this|{DEAL}|cheap\w*|therival|tender|their own|his own|her own"
                r"|seats|licen[cs]es|excel|spreadsheets?|paper|the old|by hand)\b"
            ),
            gated(r"\bi (?:\w+ ){0,2}?\w+"),
        ),
        bars=(
            _BARS,
            gated(
                r"\b(?:called|told|asked) (?:your|you|support)\b|\byour (?:support|hotline) (?:was|did|has)|\bi "
                r"(?:\w+ )?(?:wrote|opened) (?:a )?ticket|\bagree\b"
            ),
        ),
        allows=words("negation reported others past"),
    ),
    Rule(
        "faces_critics",
        "defends",
        0.7,
        any_of(
            rf"{ME}(?:keep |kept |always )?(?:t(?:old|elling|ell)|said to|say to|explain\w*(?: to)?|remind\w*"
            r"|answer\w*|show(?:ed|ing)?|assur\w+|ask\w*|calm\w*|silenc\w+|convinc\w+|won over|contradict\w*"
            r"|correct\w*) (?:to )?(?:all )?(?:the |our |some |a few |those |these "
            rf")?{_FOES}\b{FREE}(?:\b(?:{OURS}|it|this|hands off)\b|$)",
            r"\b(?:keep |kept |always )?(?:t(?:old|elling|ell)|said|saying|explain\w*|remind\w*|point\w*) "
            r"[^;?!.]{0,50}\bcheap(?:er|est)?(?: \w+){0,2} (?:is|are|does|will|would) not (?:\w+ )?(?:cheap"
            r"|better|good|the same|sav)",
            rf"{ME}(?:told|answered|said to|explained to|informed|let) (?:them|him|her|{ABOVE})\b{NEAR}\bwe "
            r"(?:already |\w+ )?(?:have|own|use|got) (?:already )?(?:something|one|a tool|a system|a product"
            rf"|a better|the best|what|all)\b{NEAR}\b(?:better|already|best|good|need)\b",
        ),
        bars=(_BARS,),
        allows=words("negation reported others past"),
    ),
)
