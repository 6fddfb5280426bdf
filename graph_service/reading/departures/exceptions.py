"""What looks like a departure and is none: leave, errands, other firms, the past, guesses and jokes. Patterns only."""

import re

KNOWN_OPENER = re.compile(
    r"\b(?:(?:not sure|don't know|unsure|wondering|no idea) (?:if|whether) (?:you(?:'ve"
    r"| have)? (?:all )?(?:already )?(?:heard?|know|knew|saw|seen"
    r"|were told|are aware)|anyone (?:has )?told you|word (?:has )?reached you|this (?:has )?reached you"
    r"|the news)|(?:in case|if) (?:you|nobody|no one"
    r"|anyone)(?: all)? (?:haven't|hasn't|hadn't|didn't|don't|have not|has not)(?: (?:already|yet))? (?:heard"
    r"|know|hear|seen|noticed|told you)"
    r"|(?:as )?you (?:may|might|probably|will|must)(?: already)?(?: have)?(?: already)? (?:heard?|know|seen"
    r"|noticed|be aware)"
    r"|i(?:'m| am) (?:not )?sure you(?:'ve| have)? (?:already )?(?:heard|know)|thought you (?:should|might"
    r"|may) (?:want to )?(?:know|be aware))"
    r"[^.;!?\w]{0,3}(?: (?:yet|already))?[,:]? ?(?:but |that )?",
    re.IGNORECASE,
)
"""Openers that sound uncertain and announce a fact; they are taken out before anything is weighed."""

ABSENCE = re.compile(
    r"\b(?:vacations?|holidays?|parental|maternity|paternity|sick(?: leave)?|on leave|medical leave|family leave"
    r"|pto\b|sabbatical|out of (?:the )?office"
    r"|annual leave|days? off|half.term|christmas break|honeymoon|urlaub|elternzeit|ferien|vacances|congés?"
    r"|congé maternité|vakantie|verlof"
    r"|mutterschutz|(?:back|return|returns|returning|returned) (?:on|in|next|by|from|to work|at|later|after|the"
    r"|again|tomorrow|monday|tuesday|wednesday|thursday|friday)"
    r"|until (?:he|she|they|i|i'm|he's|she's)(?:'m| am| is| are)? (?:back|return)|gets? back|comes? back|be back"
    r"|is back|'s back"
    r"|for (?:the|a) (?:day|week|weekend|night|few (?:days|hours|weeks)|couple of|evening|morning|afternoon"
    r"|summer holidays?)"
    r"|for (?:\d+|two|three|four) (?:days|weeks)|temporar\w+|interim|in (?:his|her|their|my) absence|while (?:he"
    r"|she|they|i)(?:'s|'m|'re| is| am| are)"
    r" (?:away|out|off|on|gone|travel)|while \w+(?: \w+)? (?:is|was) (?:away|out|off|on|gone|travel\w*|sick|ill)"
    r"|cover(?:ing)? for|maternity cover)\b",
    re.IGNORECASE,
)
ERRAND = re.compile(
    r"\b(?:left|leav(?:e|es|ing)|depart\w*|gone|going|go)(?: (?:now|early|late|just now|it|soon|today|tonight"
    r"|again|home|right)){0,2}"
    r" (?:early|for (?:lunch|home|dinner|the (?:airport|station|day|night|office|gym|weekend|doctor)|work|school"
    r"|a (?:meeting|call|trip)|my (?:flight|train)"
    r"|(?:his|her) (?:flight|train))|(?:a|an|the|me|you|us|him|her) (?:\w+ ){0,2}(?:message|voicemail|comment"
    r"|note|review|feedback|reply|question|number|copy"
    r"|mark|impression|gap|hole|mess|bit)|the (?:meeting|call|room|building|house|chat|channel|conversation"
    r"|group chat|thread|stage|door|lights?|office|event"
    r"|webinar|session|party|site)|it (?:to|with|at|on|in|for|up|open|out|blank|there|here)|some|no (?:choice"
    r"|doubt|stone)|behind|blank|out|off|(?:on |this |next )?\w{3,6}day (?:morning|afternoon|evening|night|at)"
    r"|to (?:catch|pick|get"
    r"|collect|attend|go home|you|me|us))\b|\b(?:flight|train|plane|airport|gate|terminal|boarding|pick up (?:my"
    r"|the) (?:kid|son|daughter))\b",
    re.IGNORECASE,
)
HYPOTHESIS = re.compile(
    r"(?:\b(?:if|should|suppose|supposing|imagine|in case|unless|in the event|what happens (?:if|when)|what if"
    r"|let's say|assuming|whenever)\b[^.;:!?,]{0,40}$)",
    re.IGNORECASE,
)
"""Looked for before the words that matter: what follows did not happen."""

UNREAL = re.compile(
    r"\b(?:would (?:leave|quit|resign|have left|be leaving|retire|miss)|could (?:leave|quit|retire)"
    r"|might have left if|some ?day|one day\b|eventually|in \d+ years"
    r"|when i(?:'m)? (?:am )?(?:old|retire)\b|until i retire|before i retire|hit by a bus|under a bus"
    r"|the bus factor|not true|no truth|contrary to|false alarm|false rumou?r"
    r"|(?:just )?(?:joking|kidding|teasing)|kidding aside|haha|lol\b|good riddance to excel|never (?:leave"
    r"|leaving|left|retire|going)|not (?:leaving|going anywhere|retiring|resigning)"
    r"|isn't (?:leaving|going anywhere|retiring)|is not (?:leaving|going anywhere)|(?:i'm|i am) not|if (?:he|she"
    r"|they|i|you) (?:ever|were|had|left|leaves?|leave|quit)|nobody (?:is|has) (?:leaving|left)"
    r"|no one (?:is|has) (?:leaving|left)|wouldn't (?:be the first|mind)|threaten\w*|feels? like|as if|as though"
    r"|same as when|april fool|dream(?:t|ed|ing)? (?:of|about|that)"
    r"|so good (?:that )?i (?:might|may|could|can) retire|in (?:the|a) (?:movie|film|book|novel|series|show|game"
    r"|match|cup))\b|[😉😂😜🤣]|[;:]-?[)PpD](?:\s|$)",
    re.IGNORECASE,
)
GUESS = re.compile(
    r"\b(?:apparently|rumou?rs?|rumou?red|word is|word has it|word on the|reportedly|supposedly|allegedly|might"
    r"|may be|may have|may leave|may soon|maybe|perhaps|possibly|presumably|probably"
    r"|i (?:think|believe|guess|suspect|assume|wonder|fear|gather|reckon|heard|hear|read|saw)|we (?:think|believe"
    r"|heard|hear|suspect|assume|fear|gather)|he thinks|she thinks"
    r"|heard (?:that|from|a|through|someone)|hearing that|seems?|looks like|sounds like|not sure|unsure"
    r"|don't know|do not know|wonder(?:ing)?|(?:thinking|talking|talked|thought) (?:of|about) (?:leaving|moving"
    r"|retiring|quitting)|consider(?:s|ing)? (?:leaving|moving|a move|retir|quitting|stepping)"
    r"|looking (?:for (?:a new|another|a different|something else)|to (?:leave|move on))|if i understood|gossip"
    r"|grapevine|linkedin (?:says|shows|tells|suggests)"
    r"|vielleicht|angeblich|gerücht|anscheinend|offenbar|wohl|peut-être|il paraît|apparemment|misschien|blijkbaar"
    r"|gerucht)\b",
    re.IGNORECASE,
)
"""Words of one who does not know it for sure."""

QUESTION = re.compile(
    r"^\W*(?:(?:hi|hey|hello|so|and|but|btw|quick question)\b[^,]{0,20}, ?)?(?:is|are|was|were|has|have|had|did"
    r"|does|do|will|when (?:is|did|does|will)|why (?:is|did|has)|who|hat|ist|verlässt|est-ce|heeft|can|could)\b",
    re.IGNORECASE,
)
_OUTSIDER = (
    r"(?:vendor|supplier|sub-?contractor|contractor|consultan(?:t|cy)|integrator|reseller|landlord|auditor"
    r"|accountant|law(?:yer| firm)|broker|recruiter|freelancer|carrier|bank|distributor|prospect"
    r"|agency|client|customer|competitor|partner firm|implementation partner|wife|husband|spouse|son|daughter"
    r"|brother|sister|friend|neighbou?r|cousin|mother|father|mum|mom|dad|kid|nanny|roommate|coach"
    r"|minister|senator|governor|mayor|striker|goalkeeper|singer|band|bandmate|actor|lieferant|dienstleister"
    r"|fournisseur|prestataire|leverancier|neighbors?)s?\b(?! (?:success|care|service|account|relations"
    r"|experience))(?:'s)?"
)
OUTSIDER_BEFORE = re.compile(
    rf"\b(?:our|my|their|his|her|your|the|a|an|one of (?:our|their|the))(?: (?:\w+ ){{0,2}}?|){_OUTSIDER}",
    re.IGNORECASE,
)
OUTSIDER_AFTER = re.compile(
    rf"\b(?:at|from|of) (?:our|my|their|his|her|your|the|a|an|one of (?:our|their|the)) (?:\w+ ){{0,2}}?{_OUTSIDER}",
    re.IGNORECASE,
)
"""People of other firms, and families: in front of the one who leaves, and behind."""

LONG_AGO = re.compile(
    r"\b(?:(?:many|several|some|\d+|two|three|four|five|six|seven|eight|nine|ten|twenty) years? (?:ago|back"
    r"|earlier|before)|years ago|a (?:long time|decade|lifetime) ago|decades ago|long ago|back in the|in (?:my"
    r"|his|her|their|a) (?:previous|last"
    r"|former|old|prior|earlier|past) (?:company|job|employer|role|firm|life|gig|position|work)|(?:my|his|her"
    r"|their|a) (?:previous|former|old|prior|ex|past|first|then)[- ](?:company|job|employer|firm|gig|workplace"
    r"|agency|organi[sz]ation|start-?up)"
    r"|used to work|at the time|when i was at|my last (?:company|job|employer|firm)|before (?:i )?(?:coming"
    r"|joining|came|joined|starting|started))\b",
    re.IGNORECASE,
)
YEAR = re.compile(
    r"\b(?:in|since|of|around|early|late|back|until) (?:\w+ ){0,2}((?:19|20)\d\d)\b|'(\d\d)\b", re.IGNORECASE
)

INSIDE = re.compile(
    r"\b(?:internal(?:ly)?(?! (?:announcement|mail|memo|note|communication))|within (?:the (?:company|group|firm"
    r"|business|organi[sz]ation|same|bank)|our (?:company|group|firm))|inside the (?:company|group|firm)"
    r"|stay(?:ing|s)? (?:with|at|in|on) (?:the"
    r" (?:company|group|firm)|us\b|board)|not leaving (?:the company|us|the firm)|(?:another|a different|other"
    r"|new|different|our [\w]{2,20}) (?:internal |\w+ )?(?:team|department|division|business unit|subsidiary"
    r"|office|branch|plant)\b|intern(?:en|e)?\b"
    r" (?:wechsel|stelle|veränderung)|en interne|intern(?:e)? (?:functie|overstap)|(?:sister|parent) company"
    r"|same company|still (?:here|with (?:us|the company)))",
    re.IGNORECASE,
)
NOT_PEOPLE = frozenset({
    "brexit", "data", "support", "marketing", "sales", "finance", "legal", "procurement", "logistics",
    "operations", "production", "engineering", "purchasing", "it", "hr", "qa", "ux", "api", "erp", "crm", "sap",
    "excel", "outlook", "teams", "slack", "zoom", "windows", "google", "microsoft", "amazon", "salesforce",
    "hubspot", "jira", "sharepoint", "covid", "version", "release", "build", "server", "service", "sprint",
    "phase", "budget", "deal", "contract", "offer", "invoice", "customers", "clients", "users", "employees",
    "staff", "management", "folks", "guys",
})  # fmt: skip
"""Capitalised words that begin a sentence or stand for a thing, in lower case."""
