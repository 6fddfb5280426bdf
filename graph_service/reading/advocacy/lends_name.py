"""Lends us a name, a voice or a door in freer words: references, reviews, visits, introductions. Wordings only."""

from graph_service.reading.advocacy.classes import AUDIENCE, GAP, ME, NAMED, NEAR, NEGATIVE
from graph_service.reading.advocacy.rules import Rule, any_of, gated, words

_WILLING = (
    r"(?:(?:i|we) (?:\w+ )?(?:will|would|can|could|may|shall|am|are|do not mind|would not mind|want "
    r"to)(?: \w+){0,2}?|happy to"
    r"|glad to|gladly|happily|willing to|ready to|pleased to|delighted to|honou?red to|prepared to|keen to|feel free to"
    r"|you (?:can|may|could|are (?:welcome|free|allowed) to)|let (?:me|us)|count (?:me|us) in|put (?:me"
    r"|us) down|sign (?:me|us) up"
    r"|i am (?:up|game|in) for|i gladly|we gladly|i offer to|any ?time|of course i|no problem to)"
)
_VOICE = (
    r"(?:references?|referee|testimonials?|case stud(?:y|ies)|success stor(?:y|ies)|customer (?:stor(?:y"
    r"|ies)|voice|panel|day"
    r"|event|round ?table|board|council|video|quote)|user (?:day|group|conference|meeting|panel)"
    r"|newsletter|panel|webinar"
    r"|round ?table|podcast|press release|short video|quote from|quote on|on (?:that|your) quote|on stage"
    r"|the stage with|keynote|blog"
    r"|advisory board|guinea pig|beta (?:tester|customer)|review on|reviews? site|five stars|5 stars|happy customer)"
)
_DOES = (
    r"(?:be|act|serve|stand|do|doing|give|giving|write|writ\w+|record\w*|join\w*|appear\w*|take part"
    r"|participat\w+|speak\w*|host\w*|provide|nominate|contribute"
    r"|help|take|put|present|tell|film|say a few words|me|us|in|for|up|come|go on|get you|have)"
)
_STRANGERS = (
    r"(?:prospects?|(?:other|future|new|potential|interested|fellow) (?:\w+ )?(?:customers?|clients?"
    r"|hospitals?|schools?|companies"
    r"|firms|plants|users|clinics|hotels|banks|councils|buyers|shops|universities|farms|people"
    r"|organi[sz]ations)|doubters"
    r"|sceptics?|skeptics?|any ?one (?:who|considering|interested|thinking|curious|you)|whoever|interested parties)"
)
_WANTS = (
    r"(?:wants? (?:\w+ )?(?:a demo|to (?:see|hear|know|learn|try|talk|use|join|look|meet)|it too|the same"
    r"|in|one|it as well|it|access)"
    r"|interested|curious|keen|would (?:\w+ )?(?:like|love) to (?:see|hear|talk|learn|join|try|know|meet"
    r"|look|use|have)|asked (?:me|us)"
    r" (?:about|for|how)|asking (?:me )?(?:about|for)|same (?:\w+ )?(?:problem|headache|issue|challenge"
    r"|need|pain|situation|mess)"
    r"|has to see|must see|should see|needs to see|looking for (?:exactly )?(?:this|something|that|a)"
    r"|would benefit|impressed|loved it"
    r"|love it|could use (?:it|this|you)|can see it|hear how|know you)"
)
_DID = (
    r"(?:wrote|written|writing|posted|left|gave|given|recorded|submitted|published|nominated|put (?:you"
    r"|theproduct) (?:up|forward)"
    r"|entered|spoke|talked|met|rang|called|hosted|showed)"
)

LENDS = (
    Rule(
        "lends_voice",
        "offers",
        0.75,
        any_of(
            rf"\b{_WILLING}\b{NEAR}\b{_DOES}\b{NEAR}\b{_VOICE}\b",
            rf"\b{_VOICE}\b{NEAR}\b(?:count (?:me|us) in|gladly|any ?time|happy to|with pleasure|yes from|fine "
            r"(?:by|with) (?:me|us)"
            r"|we are in|i am in|said yes|has approved|is approved|no problem)",
            rf"\b{_WILLING}\b{NEAR}\b(?:speak|talk|tell|show|explain|present|say a few words|share|answer|vouch"
            rf"|host|meet)\b{GAP}\b"
            rf"{_STRANGERS}\b",
            rf"{ME}{_DID}\b{NEAR}\b(?:recommendation|review|testimonial|stars|rating|quote|you"
            rf"|theproduct)\b{GAP}\b(?:on linkedin|on (?:the|your)"
            r" [\w-]+|g2|capterra|google|trustpilot|for your|review site|award|for the)",
            (
                rf"{ME}(?:spoke|talked|met|chatted|had (?:a )?(?:call|chat)) (?:to|with) (?:the|your) (?:\w+ "
                r")?(?:prospects?|lead|people you|company you)"
            ),
            (
                rf"\b(?:send|bring|point|direct|steer) (?:me )?(?:any |the |your |those |all )?(?:{_STRANGERS}|them"
                r"|people) (?:my"
                r"|our|over|here|to (?:me|us|our))\b"
            ),
            rf"\b(?:bring|show|take|invite) (?:your )?{_STRANGERS}\b{NEAR}\b(?:to|over|round|around|here|by)\b",
            rf"\b(?:tell|let|have) (?:them|your prospects?|{_STRANGERS})\b{GAP}\b(?:happy customer|visit us|call "
            r"(?:me|us)|ring (?:me|us)"
            r"|ask (?:me|us)|see (?:it|us)|love (?:it|you))",
            r"\b(?:would|will|does|do you (?:want|need)|want|need)\b[^;.!]{0,20}\b(?:quote|word|reference"
            r"|testimonial|line|letter) from (?:me|us|our \w+"
            r"|my \w+)\b",
            (
                r"\b(?:give|pass|hand) (?:them|him|her|out|on|any ?one)? ?(?:my|our) (?:direct )?(?:number|name"
                r"|details|contact)"
            ),
            (
                r"\b(?:use|put|print|show|quote|have|take) (?:our|my) (?:name|logo|story|words|quote"
                rf"|numbers)\b{NEAR}\b(?:on|in|for|with|under)\b"
            ),
        ),
        needs=(
            gated(
                rf"\b(?:you|your|theproduct|them)\b|{_STRANGERS}|\b(?:reference|testimonial|case stud|success stor"
                r"|quote)"
            ),
        ),
        bars=(
            gated(NEGATIVE),
            gated(
                r"\b(?:your|the|a) references? (?:number|customer we|document)|\bcustomer we could\b|\b(?:send|give"
                r"|get) (?:you|me|us) (?:a|the|your)"
                r" quote\b|\bquote for the\b|\bdriver\b|\bcourier\b|\babout the (?!tool|product|software|system"
                r"|platform|app|rollout|project)|\bof your (?:reference"
                r"|other) customers\b|\bspeak"
                r" (?:to|with) (?:one|a|an|some) (?:of|other|existing|reference)\b|\bcode review\b|\bwith my boss\b"
                r"|\bnewsletter"
                r" (?:from|you)\b|\bunsubscribe\b|\bregister\b|\bjob\b|\bposition\b|\bresume\b|\bcandidate"
                r"|\breference (?:check|call from)\b|\bfuture reference\b|\bfinal offer\b|\byour (?:background"
                r"|position)\b"
            ),
        ),
        allows=words("polite_if question reported"),
    ),
    Rule(
        "ushers_in",
        "brings_people",
        0.7,
        any_of(
            (
                r"\b(?:would (?:\w+ )?like|want|love|need) you to (?:\w+ )?(?:meet|talk to|get to know|speak (?:to"
                r"|with)) (?:aname|our|my|the|another|some\w*)\b"
            ),
            rf"\b(?:meet|you (?:should|must|need to|have to) (?:\w+ )?(?:meet|know|talk to))\b{NEAR}\b(?:aname|our"
            rf"|my|the (?:head|new))\b{GAP}\b"
            r"(?:who|he|she|they|runs|heads|leads)\b",
            r"\b(?:copying|adding|looping|bringing|cc'?ing|including|connecting|introducing|copied|added|looped"
            rf"|invited)\b{NEAR}\b"
            rf"(?:aname|{AUDIENCE})\b{GAP}{_WANTS}",
            r"\b(?:my|our|another|a|two|three|several|the|more) (?:[\w&-]+ ){0,3}?(?:colleagues?|counterparts?"
            r"|friends?|departments?|teams?|folks|people"
            r"|sites?|guys|branch(?:es)?|plants?|schools?|head|director|neighbou?rs?|peers?|subsidiary|entity"
            rf"|company|lead|manager)\b{GAP}"
            rf"{_WANTS}{GAP}\b(?:i (?:\w+ )?(?:told|gave|showed|passed|sent|connect|introduce|bring|invite|pass"
            r"|send|said)|after my|can i|shall i"
            r"|may i|could you show|can you show|from me|pass on|my demo|put you|over my shoulder|telling)",
            rf"\b(?:could|can|would) you (?:\w+ )?(?:show|demo|present|explain|walk)\b{GAP}\b(?:my|our|the) "
            r"(?:[\w-]+ ){0,2}?(?:colleagues?|counterparts?"
            rf"|team|boss|director|head|people|folks)\b{GAP}\b(?:told|love|interested|curious|want|same)",
            rf"{ME}(?:invited|bringing|bring|brought|taking|take|signed up)\b{GAP}\b(?:{AUDIENCE}"
            rf"|aname)\b{GAP}\b(?:to|for|at) (?:your|the|our) (?:next )?"
            r"(?:webinar|demo|event|user day|presentation|session|workshop|showcase|call|meeting|user group|tour)\b",
            rf"{ME}(?:set up|arranged|organi[sz]ed|booked|made|got|scheduled) {GAP}\b(?:for you|you (?:a|an|half"
            rf"|some|twenty|thirty))\b{GAP}\b(?:with|at|in"
            r" front of)\b",
            (
                r"\b(?:shall|should|can|may|could|want me to|let me|i will|i can|i could)(?: i)? (?:\w+ )?(?:introduce"
                r"|connect|put) you (?:to|with|in (?:touch|contact))"
            ),
            (
                r"\b(?:can|shall|may|should|could) i (?:\w+ )?(?:pass on|give (?:them|him|her)|share|forward|pass) "
                r"(?:\w+ )?your (?:number|details|name|contact)"
            ),
            r"\b(?:shall|should|can|may) i (?:\w+ )?(?:send|point|bring) (?:them|him|her) (?:your way|to you|over)",
            (
                rf"{ME}(?:gave|given|passed|handed|sent|shared) (?:\w+ ){{0,4}}?your (?:card|number|details|contact "
                r"details|contacts?|name|link)\b"
            ),
            (
                rf"{ME}(?:sent|referred|pointed|steered|directed) (?:them|him|her|aname|{AUDIENCE}) (?:to you|your way"
                r"|to theproduct)"
            ),
            rf"\byou (?:will|should|may|might) (?:\w+ )?(?:get|hear|receive)\b{NEAR}\bfrom (?:aname|the|our|my"
            rf"|a)\b{GAP}\bi (?:\w+ )?(?:told|gave|said|sent"
            r"|recommended|mentioned|passed)",
        ),
        needs=(gated(rf"\b(?:you|your|theproduct|it|demo|this|access)\b|{NAMED}"),),
        bars=(
            gated(NEGATIVE),
            gated(
                r"\b(?:invoices?|billing|payment|password|badge|delivery|handover|take(?:s|n)? over|replac\w+|error"
                r"|ticket|questionnaire"
                r"|resume|interview|candidate|position|hire[ds]?|job|accounting|your mail|while i am|out of (?:the "
                r")?office|driver)\b"
            ),
        ),
        allows=words("reported question others polite_if"),
    ),
)
