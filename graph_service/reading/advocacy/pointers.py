"""Coaches us in freer frames: who must be won, how they like it, what limit counts, by when. Wordings only."""

from graph_service.reading.advocacy.classes import AUDIENCE, GAP, NEAR
from graph_service.reading.advocacy.frames import FREE
from graph_service.reading.advocacy.rules import Rule, any_of, gated, words

_WHO = (
    rf"(?:{AUDIENCE}|he|she|they|(?:the|our|my) (?:[\w'-]+ ){{0,2}}?(?:owner|lady|gentleman|guy|man|woman"
    r"|minister|mayor|chair\w*|controller"
    r"|committee|board|head|chief|boss|director|doctor|professor|jury|panel|lawyer|architect|buyer)|(?:one"
    r"|two|three|both) (?:people|persons|men|women)(?: here)?|nobody upstairs)"
)
_WIN = (
    r"(?:convince|win(?: over)?|persuade|get past|please|impress|satisfy|reckon with|get (?:on (?:your|our) "
    r"side|behind)|be friends with|be nice to"
    r"|court|charm|beat|talk (?:first )?to|speak (?:first )?to|ask|call|meet|go through|start with|aim at"
    r"|watch out for|be careful with|address|warm up)"
)
_FLOWS = (
    r"(?:sails? through|go(?:es)? through|pass(?:es)?|stays? (?:below|under|within)|falls? (?:below|under)|no "
    r"?body (?:\w+ )?(?:has to|needs to|must|will)"
    r"|need(?:s)? no (?:\w+ )?(?:signature|approval|tender)|without (?:a |the )?(?:board|tender|committee"
    r"|second signature|approval)|slips? (?:through|under)"
    r"|(?:he|she|they|it|i|the \w+|our \w+) (?:can|will|would|is sure to|are sure to) (?:\w+ )?(?:sign|agree"
    r"|approve|say yes|nod|buy|vote|be signed|be approved|pass|go|sail"
    r"|get through|like|push|listen)|the rest (?:will )?follows?|you (?:have|are|win|get|will (?:win|get"
    r"|have)) (?:it|him|her|them|in|this|the (?:deal|vote|order))"
    r"|fits? (?:in|into|within|under)|below the (?:limit|threshold|line)|under the (?:limit|threshold|radar)"
    r"|(?:it|the deal) is (?:yours|done))"
)
_SHAPE = (
    r"(?:make (?:it|the|your|two|three|one|sure)|write (?:the|it|your|a)|split (?:it|the|your)|keep (?:it|the"
    r"|your)|put (?:the|it|your|a)|price (?:it|the)|call (?:it|him|her|them|the)"
    r"|send (?:it|the|me|him|her|them|your|a|only|no|tables|numbers)|bring (?:the|it|your|an?|me|him|her"
    r"|someone|somebody|some|one|along|numbers)|offer (?:it|them|him|her|us|a|two|three)|leave (?:out|the|it)"
    r"|book (?:it|the)|phrase (?:it|the)|name (?:it|the)"
    r"|start (?:with|small)|show (?:him|her|them|the|it)|give (?:him|her|them|me|us)|talk (?:to|about|money"
    r"|numbers)|speak (?:to|about)|ask (?:him|her|them|for)|let (?:him|her|them|me have)|take (?:him|her|them"
    r"|the|your)|get (?:the|your|it|him|her|a)"
    r"|mention|avoid|skip|lead with|open with|forget (?:the|about)|do not|never|stress|hand (?:in|it|me)"
    r"|invoice (?:it|the)|wait (?:until|for)|go (?:to|through|in|below|under)|cut (?:the|it)|drop (?:the|it)"
    r"|present (?:it|the|your)|come (?:with|in|on|before|early)|use (?:the|his|her|our|plain)|prepare|have "
    r"(?:an|the|your|a)|tell (?:him|her|them)|include|add)"
)
_TASTE = (
    r"(?:likes?|loves?|hates?|prefers?|wants?|reads?|expects?|trusts?|listens? to|looks? (?:at|for)|cares? "
    r"(?:for|about)|believes? in|fears?|dislikes?|can not stand|detests?|values?"
    r"|is (?:an? )?(?:\w+ )?(?:numbers|people|details?|engineer|technician|scientist|lawyer|fan|sceptic"
    r"|friend|afraid|allergic|impatient|old school|careful|proud)"
    r"|only (?:reads?|looks?|listens?|believes?|cares?)|never (?:reads?|looks?|listens?|decides?|signs?)|does "
    r"not (?:like|read|want|care|trust|believe|decide)|falls for|responds to|needs? (?:to|a|the))"
)
_STAKES = (
    r"(?:budgets?|board|committee|offer|price|proposal|contract|deal|vote|decision|decid\w+|convince|win|won"
    r"|sign\w*|approv\w+|savings|paper|pitch|quote|renewal|tender|"
    r"reference|case|director|limit|threshold|owner|pages?|slides?|numbers|procurement|the round|discount"
    r"|seats|licen[cs]es?|before you send|on top|sponsor|two contracts|get this|price list|win him|win her"
    r"|ceo|cfo|opponent|allies|ally|therival|competitor|competitors|competition|the others|talk about|grill"
    r"|attack|push you|data protection|doctors|pocket|stomach|gut|outage|tables|year|works council|your side"
    r"|allergic|hates|respects|pot|money|say no|opens doors|bidder|never answers|surprises|decides|success"
    r"|pilot|calendar|discount|increase|quick win|compare you|comparing you|lawyer|against it|easy|hear|legal"
    r"|insider|advice|tip)"
)

POINTERS = (
    Rule(
        "shows_the_way",
        "coaches",
        0.7,
        any_of(
            r"\byou (?:\w+ )?(?:need to|have to|must|should|ought to|only need to|only have to|will have to"
            rf"|will need to|had better|better) (?:\w+ )?{_WIN} (?:over )?{_WHO}\b",
            rf"\byou should (?:also )?know (?:that )?{FREE}\b(?:decision|decid\w+|budget|vote|director|board"
            r"|committee|sign\w*|cfo|ceo|price)\b",
            r"\b(?:the (?:\w+ )?(?:trick|key|secret|art|way|best way|point|thing) (?:with|to|for|is|about|in)"
            r"|what (?:works|counts|matters|helps|wins) (?:with|for|here|is)|the way to (?:get|win|reach"
            rf"|convince)) {GAP}{_WHO}\b{GAP}\b(?:is|are|let|show|go|bring|give|to|through|with)\b",
            rf"(?:^|[,;:.-] |\b(?:so|and|but|then|please|better|just|if i were you) ){_SHAPE}\b{FREE}(?:, |- "
            rf"|\b(?:so that|so|then|and|because|since|that way) ){NEAR}\b{_FLOWS}\b",
            r"\b(?:board|committee|council|commission|jury|panel|round|trustees|directors|owners|group|budget "
            rf"(?:round|meeting)|decision|vote)\b{NEAR}\b(?:meets?|sits?|decides?|votes?|gathers?|is (?:made"
            rf"|taken|on)|takes? place|falls|closes?|comes? together)\b{FREE}\b(?:so|then|let me have|get|send "
            rf"me|hand|bring|have|make sure)\b{NEAR}\b(?:your|the|me|us|it)\b{GAP}\b(?:paper|offer|proposal"
            r"|numbers|quote|price|slides?|case|document|in before|before|by the|on top)\b",
            rf"\b{_WHO} (?:\w+ )?{_TASTE}\b{GAP}(?:, |; |: |- |\b(?:so|and|then|therefore) ){NEAR}\b{_SHAPE}\b",
            rf"(?:^|[,;:.-] |\b(?:so|and|but|then|please|better|just) ){_SHAPE}\b{FREE}\b{_WHO} (?:\w+ )?{_TASTE}\b",
            r"\bi (?:can|could|may|am allowed to|would be able to) (?:\w+ )?(?:sign|approve|decide|get|push"
            r"|sell|do|carry|release|wave|order)\b(?: (?:it|this|that))?(?: \w+)? (?:myself|alone|on my own"
            r"|without (?:the|a|asking|any|going)|through|quickly|at once|right away|tomorrow)\b",
            rf"\b{_WHO}\b{NEAR}\b(?:will|is going to|are going to|is sure to|might|would)(?: \w+)? (?:grill"
            r"|test|attack|push|squeeze|corner|drill|try to (?:push|squeeze|get|beat)|ask|haggle|want|look"
            rf"|check|object|ambush|question|press) ?(?:you|for|about|to|at|the|your)\b{GAP}(?:, |; |: |- "
            rf"|\b(?:so|and) )(?:{_SHAPE}|stay|hold|be|stand)",
            rf"(?:^|[,;:.-] |\b(?:so|and|but|then|please|better|just) )(?:{_SHAPE}|better not|hold|stay"
            rf"|be)\b{FREE}\b(?:they|{_WHO}|that is where|where) (?:\w+ ){{0,3}}?(?:will|is going to|are going "
            r"to|is sure to) (?:\w+ )?(?:grill|test|attack|push|squeeze|corner|drill|ask|haggle|look|check"
            r"|object|question|press|try)\b",
            r"\byou (?:only |really )?have (?:only )?(?:one|a|an|two) (?:\w+ )?(?:opponents?|enem(?:y|ies)"
            rf"|friends?|all(?:y|ies)|champion|problem|obstacle|supporters?|fans?)\b{NEAR}\b(?:here|it is|and"
            r"|in|on|that is|with us|our|the)\b",
            r"\b(?:the (?:one|person|man|woman|lady|guy|people|vote|name)|who) (?:\w+ )?you (?:\w+ )?(?:need"
            r"|have|must|should|want|ought) (?:to )?(?:\w+ )?(?:win|convince|know|persuade|get|impress|talk "
            r"to|speak to|call|meet|please|reach|remember)\b",
            rf"\b{_WHO}(?: \w+)? (?:never|does not|do not|will not|only|hardly) (?:\w+ )?(?:reads?|looks?"
            r"|listens?|goes|go|gets?|approves?|signs?|decides?|accepts?|takes?|pays?|buys?"
            rf"|buy)\b{GAP}\b(?:further|past|beyond|first|one|plan|pages?|slide|budget|before|after|if|when"
            r"|what|unless|above|over|more than|price|numbers|paper)\b",
            rf"\b{_WHO} (?:\w+ )?(?:decides|judges|thinks|votes|chooses|buys) (?:with|by|from|on) (?:his|her"
            r"|their|the) (?:stomach|gut|heart|head|feelings?|wallet|eyes?|numbers?|price)\b",
            r"\b(?:has|have|holds?|got) (?:\w+ ){1,3}?(?:in (?:her|his|their) pocket|the ear of|the last "
            r"word|the final say|the casting vote|a veto|the purse strings)\b",
            r"\b(?:therival|your (?:\w+ )?(?:competitors?|rivals?)|the (?:other|others|competition|other "
            rf"vendors?|other side|second bidder))\b{NEAR}\b(?:is|are|was|were|has|have|came|come|offers?"
            rf"|offered|asks?|wants?|quoted|bid)\b{NEAR}\b(?:below|under|cheaper than|above|behind|ahead of) "
            r"(?:you|yours|your)\b",
            r"\b(?:therival|your (?:\w+ )?(?:competitors?|rivals?)|the (?:others|competition|other vendors?"
            rf"|second bidder))\b{NEAR}\b(?:thrown out|kicked out|out of the (?:race|running)|already out|weak "
            r"in|did badly|poor in|not liked|disqualified|no longer in|eliminated)\b",
            r"\b(?:wait|ask|come|send|hand|get|submit|call|strike|move|sign|close|push|file"
            rf"|apply)\b{GAP}\b(?:until|before|once|after|when|by|now)\b{GAP}\b(?:budgets?|summer|year end|end "
            r"of (?:the )?(?:year|quarter)|quarter|elections?|he (?:leaves|goes|is)|she (?:leaves|goes|is)"
            r"|new (?:\w+ )?(?:budget|director|boss|ceo|cfo)|fiscal|vote|decision|planning|they (?:meet"
            rf"|decide))\b{GAP}(?:, |- |\b(?:then|now|afterwards|otherwise|after that|because) ){GAP}\b(?:no\b"
            r"|gone|easier|too late|money|budget|nobody|free|frozen|full|empty|closed|spent|chances?|harder"
            r"|half of them|cut|yes)\b",
            r"\b(?:do not|never|not) (?:\w+ )?(?:go|drop|fall|sell|come|price it|let them push you) (?:\w+ "
            rf")?(?:under|below|down|above|over)\b{NEAR}(?:\d|ten|twenty|thirty|forty|fifty|sixty|seventy"
            r"|eighty|ninety|hundred|thousand|that|last year|list)",
            r"\b(?:better not|rather not|do not|never|best not to|better do not) (?:\w+ )?(?:mention|bring up"
            rf"|talk about|speak of|show|start with|remind)\b{FREE}\b{_WHO}\b",
            rf"(?:^|[,;:.-] |\b(?:so|and|but|then|please|better|just) )(?:{_SHAPE}|be careful with|speak to"
            rf"|talk to|call|win|forget|take|get)\b{FREE}(?:, |: |- |; |\b(?:because|since|as) )(?:\w+ "
            rf")?{_WHO} (?:\w+ )?(?:is (?:\w+ )?(?:allergic|against|afraid|hard to|easy to|the real|key|under "
            r"pressure|vain|stubborn|impatient|tight)|thinks? in|hates?|loves?|respects?|trusts?|falls? for"
            r"|needs? a (?:success|win|result|quick)|never (?:answers|reads|forgets|signs)|makes? (?:his|her"
            r"|their) calendar|has (?:his|her) ear|decides?|signs?|holds?|sits on|will ask|wants to)",
            rf"\b{_WHO} (?:\w+ )?(?:is (?:\w+ )?(?:allergic|against (?:it|you|us)|afraid|hard to|the real|key"
            r"|under pressure|vain|stubborn|a numbers|no friend)|thinks? in|hates?|loves?|respects?|falls? "
            rf"for|needs? a (?:success|win|result|quick)|never (?:answers|reads|forgets))\b{GAP}(?:, |: |- |; "
            rf"|\bso ){NEAR}\b(?:{_SHAPE}|be|win|show|make|take|call)\b",
            r"\b(?:nothing|no (?:contract|deal|offer|decision|money)) (?:\w+ )?(?:goes|happens|moves|gets "
            r"(?:signed|approved|through|bought)|is (?:decided|signed|bought|approved)|works|passes) (?:\w+ "
            r")?(?:without|past|against|before)\b",
            rf"\b(?:money|budget|thousand|funds|grand|\d+ ?k|euros|dollars|pounds)\b{NEAR}\b(?:left|over|in "
            rf"the plan|set aside|reserved|until|free|unspent|at the|sits?|lies?)\b{FREE}(?:, |\bso |\bbut "
            r"|\band )(?:\w+ )?(?:invoice|send|offer|order|make|bring|ask|do not tell|don't|hardly any|nobody "
            r"knows|few know|come|be quick|hurry|price)\b",
            r"\b(?:compar(?:e|es|ing)|benchmark\w*|measur\w+|judg\w+) you (?:with|against"
            r"|to)\b[^;?!]{0,50}(?:, |; |\bso )[^;?!]{0,20}\b(?:show|stress|make|explain|bring|have|mention"
            r"|be|point|prepare)\b",
            r"\b(?:therival|the (?:other|second|cheapest|cheaper|rival) (?:bidder|vendor|offer|supplier|firm"
            rf"|company|one)|your competitors?|the competition)\b{GAP}\b(?:offers?|offered|has|have|gives?"
            rf"|throws? in|promis\w+|includes?|showed|is|came|charges?)\b{GAP}\b(?:you (?:should|could|might"
            r"|must|need to|had better)|so (?:you|offer|show|bring|make|match)|match (?:that|it)|beat (?:that"
            r"|it))\b",
            r"\bask for [^;?!]{1,40}(?:, |\band )you will (?:get|have|end up)\b|\bsay no (?:the first time"
            r"|first|at first|twice|once)\b|\bwith an? [\w -]{2,30} (?:nobody|no one) can say no\b|\b(?:sell"
            r"|present|pitch|frame|package|describe) it as\b|\bmake it (?:his|her|their) (?:\w+ )?(?:project"
            r"|idea|success|baby|decision)\b",
            r"\b(?:another|a different|the other|a separate|my own|an?other) (?:pot|budget line|cost "
            r"cent(?:re|er)|budget)\b[^;?!]{0,60}\b(?:then|so|write|call|invoice|split|easier|if you)\b"
            r"|\b(?:write|call it|split|invoice|declare|book)\b[^;?!]{0,60}\b(?:another|a different|the other"
            r"|a separate|my own) (?:pot|budget line|cost cent(?:re|er)|budget)\b",
            rf"\bwhat (?:they|he|she|{_WHO}) (?:\w+ )?(?:wants?|needs?|likes?|loves?|hopes?) to (?:hear|see"
            rf"|read)\b{GAP}\bis\b",
            r"\b(?:tender|decision|vote|budget|planning|specification|shortlist|ranking"
            rf"|plan)\b{NEAR}\b(?:falls|is (?:made|written|due|drawn up|fixed|decided)|will be (?:made|written"
            rf"|drawn up|fixed|decided)|closes|gets written)\b{FREE}\b(?:make sure|until then|before (?:that"
            r"|then)|by then|so) (?:\w+ ){0,2}?your?\b",
            r"\bthe (?:person|one|man|woman|people|real boss) (?:who|that) (?:really |actually |in the end "
            r"|finally )?(?:decides?|signs?|pays?|has the (?:say|money|power)|counts?|matters?)\b",
            r"\b(?:if you want my (?:opinion|advice)|if you ask me|a word (?:about|on|of warning)|my "
            rf"(?:insider |little |small )?(?:tip|hint)|take my advice|i would advise you)\b{FREE}\b(?:sell"
            r"|call|send|bring|talk|show|offer|do not|never|avoid|go|price|present|focus|ask|wait|mention)\b",
            rf"\bget {_WHO} on your side\b|\bget the \w+ on your side\b|\b(?:opens|open|unlock\w*) doors "
            r"(?:here|with us|for you)\b|\bthe rest (?:is easy|follows|comes by itself|will follow)\b",
            r"\b(?:want|would like|hope|like|love) (?:you|theproduct|you guys) to (?:\w+ )?(?:get|win|keep"
            r"|have|make|stay|succeed|land|pull)\b",
            r"\b(?:our|the|my) (?:[\w'-]+ ){0,2}?(?:director|owner|boss|cfo|ceo|chair\w*|president"
            r"|controller|minister|manager|head|committee|board|professor|mayor|chief)\b (?:only )?reads? "
            r"(?:only )?(?:one|a|two|no|half a|the first) pages?\b",
        ),
        needs=(gated(rf"\b{_STAKES}\b"),),
        bars=(
            gated(
                r"\b(?:invoices?|password|tickets?|bugs?|error|crash\w*|holidays?|parking|badge|training"
                r"|could you please|can you please|resume|candidate|interview|password"
                r"|certificate|delivery|expense|log ?in|update|release|version|patch|nda|my presentation"
                r"|therival for|click|button|screen|import|export|file|backup|server|agenda attached"
                r"|otherwise we|or we (?:go|will)|better offer|three offers|not the one|i am not|any ?more"
                r"|that ship|we want you to|we need you to|i need you to|last time|justify|explain this|help "
                r"me)\b"
            ),
        ),
        allows=words("negation conditional reported others polite_if"),
    ),
)
