"""Offers voice, name or house in freer frames: calls taken, talks given, doors open, words to print. Wordings only."""

from graph_service.reading.advocacy.classes import GAP, ME, NEAR
from graph_service.reading.advocacy.frames import FAULT, FREE, OURS
from graph_service.reading.advocacy.rules import Rule, any_of, gated, words

_STRANGERS = (
    r"(?:prospects?|leads?|visitors?|guests?|interested (?:parties|people|companies)|(?:other|new|next"
    r"|further|future|potential|your|any of your|one of your"
    r"|some of your) (?:\w+ )?(?:customers?|clients?|prospects?|leads?|buyers?|partners?|visitors?|investors?|people)"
    r"|(?:some|any)(?:one|body) (?:who|want\w*|hesitat\w*|doubt\w*|in doubt|undecided|on the fence|still|else"
    r"|consider\w*|interested|think\w*|from)|whoever"
    r"|partner day|open day|customer day|user day)"
)
_STAGE = (
    r"(?:podium|stage|panel|fair|trade show|conference|user (?:day|group|meeting)|webinar|podcast|video"
    r"|interview|keynote|congress|summit"
    r"|road ?show|newsletter|web ?(?:page|site)|home ?page|brochure|press release|article|magazine|reference "
    r"(?:list|call|visit|customer)|case study"
    r"|success story|testimonial|award|round ?table|meet-?up|booth|stand|film|advert\w*|landing page|marketing|blog)"
)
_HOUSE = (
    r"(?:gates?|doors?|houses?|halls?|plants?|warehouses?|sites?|workshops?|labs?|kitchens?|wards?|offices?"
    r"|stores?|shops?|factor(?:y|ies)|depots?"
    r"|control rooms?|farms?|yards?)"
)
_BARS = gated(
    r"\b(?:can|could|may|might) (?:i|we) (?:\w+ )?(?:speak|talk|see|visit|meet|call|contact|hear|ask)\b|"
    r"\b(?:engineers? (?:come|can|find|should)|find the fault|technician|repair|deliver\w*|courier"
    r"|invoice|ticket|log files|test system|"
    r"our new logo|could you give|do you have|can you give|not the right|too busy|can not|do not want|does "
    r"not want|not want|would not(?! mind)|"
    r"beekeeping|interested to hear|could we (?:talk|speak)|can we (?:talk|speak)|register\w*|sign up"
    r"|unsubscribe|job|position|candidate|if you fix|"
    r"if the issues?|your (?:project|rollout|story|success|company|case) (?:was|is|with|to|$)|about your "
    r"(?:project|rollout|success|company)|once (?:it|the|you))\b"
)
_NEGATIVE = gated(FAULT)

VOLUNTEERS = (
    Rule(
        "ready_to_speak",
        "offers",
        0.75,
        any_of(
            rf"\b(?:if|when(?:ever)?|should) (?:you|any\w*|some\w*|one of|your|a )\b{FREE}\b(?:{_STRANGERS}"
            rf"|{_STAGE}|happy (?:user|customer|client)|satisfied (?:user|customer|client)|reference|real "
            r"(?:\w+ )?(?:user|customer|warehouse|site|example)|voice from|quote|nice words?|good word"
            rf"|volunteer)\b{FREE}\b(?:(?:ring|call|phone|ask|take|use|pick|book|count on|think of|name|invite"
            r"|contact|mail|tell) (?:me|us)|send (?:them|him|her|it) (?:to|over|round|my|our)|i am (?:in"
            r"|there|game|your|ready|available|happy|up)|we are (?:in|there|game|ready|available|happy|up)"
            rf"|(?:my|our) (?:{_HOUSE}|number|door|phone) (?:is|are)|(?:i|we) (?:would|will|can|could) (?:\w+ "
            r")?(?:do|be|come|join|speak|tell|show|help))\b",
            rf"\b(?:{_STRANGERS})\b{GAP}\b(?:our|my) (?:\w+ )?{_HOUSE} (?:is|are|stands?|will be) (?:\w+ )?open\b",
            rf"\b(?:our|my) (?:\w+ )?{_HOUSE} (?:is|are|stands?|will be) (?:\w+ )?open\b{GAP}\b(?:{_STRANGERS})\b",
            rf"\b(?:open|offer|lend|show) (?:you )?(?:our|my) (?:\w+ )?{_HOUSE}\b{NEAR}\b(?:for|to) (?:your"
            rf"|the|a|any)\b{NEAR}\b(?:day|tour|visit|visitors?|guests?|customers?|prospects?|partners?|event"
            r"|film|video)\b",
            r"\b(?:nothing|no objections?|no problem|fine|happy|glad|nice idea|good idea|up|game|gladly"
            rf"|in)\b{NEAR}\b(?:against|to|with|for|about|do)\b{NEAR}\b(?:joint|common|shared|together"
            rf"|public)\b{NEAR}\b(?:talk|session|article|webinar|press|case|paper|presentation|interview"
            r"|appearance|statement)\b",
            rf"\b(?:i|we) (?:\w+ )?(?:will|would|can|could|shall|may|am|are)\b{NEAR}\b(?:tell|give|present"
            rf"|share|speak|say|stand|appear|sit|talk|show|come)\b{GAP}\b(?:our side|our story|my story|our "
            rf"(?:\w+ )?experience|on (?:your|the) (?:{_STAGE})|at your (?:{_STAGE})|for your (?:{_STAGE})"
            r"|next to you|with you on)\b",
            rf"\b(?:i|we) (?:do not|would not(?! mind)|will not) mind\b{NEAR}\b(?:if|when|be|to|having"
            rf"|any)\b{NEAR}\b(?:{_STRANGERS}|others?|they|people|other \w+)\b{NEAR}\b(?:call|ring|contact"
            r"|visit|ask|come|write|phone|reach|talk|speak)\w*\b",
            rf"\b(?:{_STRANGERS}|others?|they|people|other \w+) (?:can|may|could|should) (?:\w+ )?(?:call|ring"
            r"|contact|visit|ask|come (?:to|and see)|write to|phone|reach|talk to|speak (?:to|with)) (?:\w+ "
            r")?(?:me|us|our \w+|my \w+)\b",
            rf"\b(?:if|when(?:ever)?|should) (?:a|an|any\w*|some\w*|your|one of|other|new|the)\b{GAP}\b(?:give"
            r"|send|pass|hand) (?:them|him|her|it) (?:over |on )?(?:my|our|to (?:me|us)|round|this) "
            r"?(?:number|name|address|mail|details|contact|way|line)?\b",
            r"\b(?:i|we) (?:would|will|can|could|am|are)(?: \w+){0,2} (?:glad|happy|proud|honou?red|pleased"
            rf"|delighted|willing|ready|prepared|ok|okay|fine|flattered)\b{NEAR}\b(?:named|listed|mentioned"
            r"|quoted|featured|shown|presented|cited|asked|used|photographed|interviewed|filmed|your "
            r"(?:reference|guinea pig|example|showcase|pilot)|a (?:reference|showcase|pilot|case))\b",
            r"\b(?:i|we)(?: \w+){0,3} (?:tell|show|explain to|walk|advise|reassure|answer|speak to|talk to"
            rf"|host|receive|meet|welcome|call) (?:any of |all |some of )?(?:{_STRANGERS})\b",
            rf"\b(?:available|at your (?:disposal|service)|there for you|on call|ready)\b{NEAR}\b(?:if"
            rf"|when(?:ever)?|should|for|to)\b{NEAR}\b(?:{_STRANGERS}|any ?one|anybody|somebody|someone"
            rf"|users?' view|reference|press|questions from)\b{GAP}\b(?:hear|know|see|ask|talk|call|view"
            r"|experience|reference|questions?|speak|user)\b",
            r"\b(?:i|we|my \w+|our \w+) (?:would|will|could) (?:\w+ )?(?:love|like|be (?:proud|happy|glad"
            r"|honou?red|delighted|pleased)|gladly|happily)(?: to)? (?:be|appear|feature|star|stand|sit|speak"
            r"|figure) (?:\w+ )?(?:in|on|at|part of|with) your\b",
            r"\b(?:call|count|fall back|rely) on (?:me|us) (?:as|for|when|if)\b[^;?!]{0,20}\b(?:witness"
            r"|reference|example|speaker|statement|quote|customer|prospects?|talk|panel|stage)\b",
            r"\b(?:letter of recommendation|reference letter|recommendation|testimonial|five stars|good "
            r"review|statement|quote|reference) from (?:me|us|our side)\b",
            r"\b(?:journalists?|reporters?|film crew|camera team|photographer|your (?:marketing|press|film"
            rf"|video|content) \w+)\b{NEAR}\b(?:can|may|is welcome|are welcome|could|should)(?: \w+)? (?:come"
            r"|visit|call|film|shoot|interview|talk|ask|drop)\b",
            rf"\b(?:i|we)\b{NEAR}\b(?:ready|happy|glad|keen|willing|in|up|love|like)\b{NEAR}\b(?:try|test"
            rf"|pilot|join|for|be in|take part in)\b{NEAR}\b(?:the|your|a) (?:\w+ )?(?:beta|pilot|early access"
            r"|preview|advisory board|customer council)\b",
            r"\b(?:happy|glad|ready|we (?:can|could|would|will)|i (?:can|could|would|will)|willing|pleased"
            rf"|like|love)\b{NEAR}\b(?:host|hold|organi[sz]e|have) (?:the|your|a) (?:next )?(?:\w+ )?(?:user "
            r"(?:meeting|group|day)|customer (?:day|event|meeting)|round ?table|regional meeting|meet-?up"
            r"|workshop for (?:other|your))\b",
            r"\b(?:write|draft|send|prepare|formulate|put)\b[^;?!]{0,30}\band (?:i|we) (?:will )?(?:gladly "
            r")?(?:sign|approve|put (?:my|our) name|confirm|release)\b",
            r"\byou are (?:\w+ )?(?:welcome|free|invited|allowed) (?:to|at any time to) (?:\w+ )?(?:film"
            r"|shoot|photograph|visit|bring|show|take (?:photos|pictures)|record|interview|come "
            r"with)\b[^;?!]{0,60}\b(?:our|us|my|here|hall|site|customers?|prospects?|guests?|visitors?)\b",
            r"\b(?:put|write|note|add|keep|have) (?:me|us|our \w+|my name) (?:\w+ )?(?:on|down|onto"
            rf"|in)\b{NEAR}\b(?:list|references?|as a (?:\w+ )?(?:reference|contact|speaker|volunteer)|for "
            rf"(?:the|a|your) (?:{_STAGE}|pilot|beta|reference))\b{GAP}(?:\b(?:who|asked|ask|call|reference"
            r"|speaker|people|customers|users)\b|$)",
            r"\b(?:i|we) (?:will|would|am going to|shall|can|could|may)(?: \w+){0,2} (?:write|leave|post"
            r"|give|do|put|record|send) (?:you|theproduct|in|up)? ?(?:an? |some )?(?:[\w-]+ )?(?:reviews?"
            r"|testimonial|recommendation|rating|stars|reference letter|letter of recommendation"
            r"|endorsement)\b",
            r"\bour (?:\w+ )?(?:story|case|project|rollout|example|experience|journey) (?:would|could|might"
            rf"|will|can)(?: \w+)? (?:make|be|fit|serve|work|interest|look)\b{NEAR}\b(?:{_STAGE}|story|article"
            r"|case|example|for (?:you|your|others)|nice|good)\b",
            r"\b(?:if|when|should) you (?:\w+ )?(?:look\w*|need\w*|search\w*|want\w*|find|are looking"
            rf"|seek)\b{NEAR}\b(?:pilots?|testers?|guinea pigs?|beta|early adopters?|volunteers?|speakers?"
            rf"|references?|someone|somebody|a customer|a partner)\b{GAP}\b(?:(?:we|i) (?:are|am|would|will"
            r"|can|could)|count|think of|take|ask|call|pick)\b",
            r"\b(?:agreed|cleared|arranged|settled|sorted|checked|clarified|ok|okay"
            rf"|approved)\b{NEAR}\b(?:with|by|from)\b{NEAR}\b(?:press|communications?|legal|pr|marketing|boss"
            rf"|director|management|ceo|board)\b{GAP}\b(?:{_STAGE}|quote|logo|reference)\b{NEAR}\b(?:can|may"
            r"|is|ok|okay|approved|cleared|go|take place)\b",
            r"\b(?:my|our) (?:\w+ )?(?:boss|director|ceo|management|press \w+|communications|legal|board"
            rf"|managers?)\b{NEAR}\b(?:agree[sd]?|ok|okay|fine|approved?|said yes|has nothing against|allow\w*"
            rf"|cleared)\b{NEAR}\b(?:be|do|give|a|the|your|as)\b{NEAR}\b(?:{_STAGE}|reference|quote|logo)\b",
        ),
        bars=(gated(FAULT), _BARS),
        allows=words("polite_if reported question negation"),
    ),
    Rule(
        "words_to_print",
        "offers",
        0.75,
        any_of(
            rf"\b(?:put|confirm|state|say|write|give you|have|sign)\b{GAP}\b(?:in writing|on paper|on record"
            rf"|black on white|publicly|in public|officially|for the record)\b{GAP}\b(?:you|your|publish|use"
            r"|quote|print|show|theproduct)\b",
            r"\byou (?:can|may|could|are (?:free|welcome|allowed) to) (?:\w+ )?(?:publish|print|quote|reprint"
            r"|post|frame|advertise|put)\b[^;?!]{0,30}\b(?:it|that|this|me|us|wherever|anywhere|on your|in "
            r"your|our|my)\b",
            r"\b(?:statement|quote|testimonial|review|sentence|words|lines?|comment|text|story|paragraph"
            rf"|photo|logo|praise)\b{FREE}\b(?:use|publish|print|take|put|do with) (?:it|them|that|this"
            rf"|what)\b{NEAR}\b(?:as you|how(?:ever)? you|where(?:ver)?|like|please|wish|want|freely|on your"
            r"|in your|any ?where)\b",
            r"\b(?:feel free|go ahead|you are welcome) (?:to|and) (?:\w+ )?(?:use|publish|print|quote|post"
            rf"|show|name|mention|put)\b{NEAR}\b(?:us|me|our|my|it|this|that|these|what (?:i|we) (?:said|wrote"
            rf"|told|did))\b{GAP}\b(?:{_STAGE}|others|prospects?|customers|publicly|reference|slides?"
            r"|clients)\b",
            r"\b(?:feel free|go ahead|you are welcome|you (?:can|may)) (?:to |and )?(?:\w+ )?(?:name|mention"
            r"|list|quote|cite|use) (?:us|me|our (?:company|name|logo|site)|my name)\b",
        ),
        bars=(_NEGATIVE, _BARS),
        allows=words("polite_if reported"),
    ),
    Rule(
        "spoke_in_public",
        "offers",
        0.75,
        any_of(
            rf"{ME}(?:record(?:ed|ing)|did|gave|given|held|film(?:ed|ing)|host(?:ed|ing)|present(?:ed|ing)"
            r"|appear(?:ed|ing)|spoke|speaking|wrote|written|shot|took part|joined|made"
            rf"|sat)\b{NEAR}\b{_STAGE}\b{GAP}\b(?:(?:with|about|for|on) (?:you|your|theproduct|how (?:we|you)"
            r"|what (?:we|you))|about (?:our|the) (?:\w+ )?(?:rollout|project|journey|experience|success"
            r"|results|story))\b",
            rf"{ME}(?:answer(?:ed|ing)|took|handled|got|had|fielded) (?:all )?(?:the |a |some |an )?(?:[\w'-]+ "
            rf"){{0,2}}?(?:questions?|call|interview|enquir(?:y|ies)|request) {NEAR}\b(?:about|on|for) (?:you"
            rf"|theproduct|your)\b{GAP}\b(?:good|positive|nice|only|recommend\w*|praise\w*|best|glowing|buy"
            r"|they|he|she|convinced)\b",
            rf"{ME}(?:did|took|had|made|done|finished|held) (?:\w+ )?(?:call|talk|chat|visit|tour|interview"
            rf"|session|conversation)\b{NEAR}\b(?:with|for) (?:that|the|your|those|this|one of "
            rf"your)\b{NEAR}\bfor you\b",
            rf"{ME}(?:talked|spoke|spoken|chatted|met|had (?:a )?(?:call|lunch|coffee|chat)|showed|toured) "
            r"(?:\w+ )?(?:to|with|round|around)? ?(?:that|the|those|your) (?:\w+ )?(?:prospects?|lead|company"
            rf"|bank|firm|people|hospital|school|buyer|visitors?|delegation|guests?|group)\b{GAP}\b(?:you "
            r"(?:sent|asked|named|introduced|mentioned)|for you|i think they|they (?:will|seem|are|were|liked"
            r"|loved|want)|from your)\b",
            rf"{ME}(?:talked|spoke|chatted|met|had (?:a )?(?:call|lunch|coffee|chat)|showed|toured|hosted"
            rf"|received|welcomed|called|rang) {GAP}\b(?:that |whom |who )?you (?:sent|asked|introduced|put"
            r"|mentioned|wanted|told|brought)\b(?! me (?:the|a|about))",
            rf"{ME}(?:posted|wrote|tweeted|blogged|published|shared|talked|spoke)\b{NEAR}\babout our (?:\w+ "
            r")?(?:project|rollout|work|journey|experience|collaboration|partnership|cooperation) with (?:you"
            r"|theproduct)\b",
            rf"{ME}(?:voted|nominated|put (?:you|theproduct)|proposed|entered|recommended|suggested) (?:for "
            rf")?(?:you|theproduct)\b{NEAR}\b(?:award|prize|vendor of the|supplier of the|partner of the"
            r"|shortlist|ranking|poll)\b",
        ),
        needs=(gated(rf"\b(?:{OURS}|our (?:\w+ )?(?:rollout|project|journey|experience|success|results|story))"),),
        bars=(
            _NEGATIVE,
            gated(
                r"\byour (?:colleague|talk|session|webinar|article|post) (?:was|is)\b|\b(?:soil|harvest|beekeeping"
                r"|your support|support call|ticket)\b"
            ),
        ),
        allows=words("reported past others"),
    ),
)
