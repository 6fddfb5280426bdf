"""Forms of asking in freer words: comparisons, limits, musts, half sentences, and what would help. No veto is here."""

from graph_service.reading.requests.forms import BY_HAND, GOOD, WHAT, WHO, form

_THEM = (
    r"(?:therival|(?:the|our|my|your) (?:old|previous|former|last|other|earlier) (?:tool|system|software"
    r"|program\w*|solution"
    r"|platform|vendor|app|product)|(?:other|most|all other|competing) (?:tools|systems|vendors|products"
    r"|apps|platforms|programs)"
    r"|every other (?:tool|system|app|product)|(?:excel|word|outlook|sap|salesforce))"
)
_HERE = r"(?:here|you|theproduct|it|yours|your (?:tool|system|product|app)|this (?:tool|one|system)|we|i)"
_NOT = (
    r"(?:can ?not|can not|could not|do not|does not|is not|are not|no\b|nothing|lack\w*|miss\w*|gone|have "
    r"to|has to|must|only)"
)
_SUBJECT = (
    r"(?:the|a|an|your|each|every|all|these|any) (?:[\w-]+ ){0,3}?(?:app|list|exports?|reports?"
    r"|dashboards?|screens?|search|forms?|fields?"
    r"|buttons?|columns?|filters?|alerts?|notifications?|reminders?|system|tool|import|calendar|map|table"
    r"|charts?|labels?|print\w*"
    r"|menu|view|page|login|portal|template|letters?|plan|schedule|overview|summary|total|colou?rs?"
    r"|settings?|users?|admins?|roles?)"
)

HOPES = (
    form(
        "must_be_able",
        0.75,
        False,
        rf"\b(?:must|have to|has to|need to|needs to|should|ought to) (?:also |at least )?be able to {WHAT}",
        takes_uses=True,
    ),
    form(
        "must",
        0.75,
        False,
        (
            r"\b(?:it is|is|very|really|that is) (?:\w+ )?(?:important|essential|crucial|necessary|required|vital"
            r"|mandatory|key)"
            rf"(?: for (?:us|me|our \w+|the \w+))?(?: that| to|,)+ {WHAT}"
        ),
        (
            r"\b(?:there|it) (?:should|ought to|must|needs to|has to) (?:also |really |at least |at the least "
            r")*be (?:possible|feasible"
            rf"|an? (?:option|way|possibility|button|setting|switch)|some (?:way|option))?(?: to| for| that)* ?{WHAT}"
        ),
        (
            rf"(?:^|[,;:] |\b(?:but|and|so|that|think|for me) )(?P<what>{_SUBJECT}(?: [\w-]+){{0,4}}? (?:should"
            r"|ought to|needs to|must) "
            r"(?:also |really |not |rather |at least )*(?!have\b|arrive|reach|be (?:fine|there|ready|done|with you"
            r"|working|back|available"
            r"|complete|finished|sent|live|in your)|work (?:again|now)|appear (?:soon|shortly)|show (?:up "
            r")?(?:soon|shortly))[^;?!]{3,80})"
        ),
        (
            r"\b(?:please|kindly|pls) (?:\w+ )?(?:put|change|show|allow|enable|let (?:us|users|people|the)) "
            rf"(?!know\b|have\b){WHAT}"
        ),
        (
            r"\b(?:can|could|would|will) (?:you|theproduct|the (?:system|tool|app)|someone) (?:please |maybe "
            r"|perhaps |also )*(?:put|change"
            r"|build in|put in|make|allow|let|round|remember|show|warn|add) (?!me\b|sure|an appointment)(?:it so "
            rf"(?:that )?)?{WHAT}"
        ),
        (
            r"\b(?:suggestion|idea|wish|proposal|request|proposal for improvement|small thing|one thing)(?: of "
            rf"mine| from (?:us|me|our \w+))?: {WHAT}"
        ),
        rf"\b(?:wants?|want it so|need it so|prefer)(?: it)? that {WHAT}",
        takes_uses=True,
    ),
    form(
        "compares",
        0.75,
        False,
        (
            rf"\b(?:with |in |at )?{_THEM}\b (?:[\w-]+ ){{0,2}}?(?:can|could|had|has|have|lets?|lets you|let us"
            r"|allows?|allowed|offers?|does"
            r"|did|do|shows?|supports?|supported) (?P<what>(?!that\b|it\b|this\b)[^;?!]{3,90}?)[,;:.] ?(?:and "
            r"|but |while |whereas "
            rf"|yet |only )*(?:{_HERE}|why)\b"
            rf"[^;?!]{{0,30}}?\b{_NOT}"
        ),
        (
            rf"\b(?:with |in |at )?{_THEM}\b (?:we|i|you|it|they) (?:can|could|had|have|did|was able to|were able "
            r"to) (?P<what>[^;?!]{3,90}?)"
            r"[,;:.] ?(?:and|but|while|here|now|why)\b[^;?!]{0,40}?\b(?:why|gone|miss\w*|not|no longer|lack\w*"
            r"|nothing)\b"
        ),
        rf"\bwhat {_THEM}\b (?:has|have|does|can|offers?)\b[^;?!]{{0,40}}\byou\b[^;?!]{{0,20}}\b{_NOT} {WHAT}",
        allows="past business already",
        takes_uses=True,
    ),
    form(
        "limit",
        0.75,
        False,
        (
            r"\b(?:limit|maximum|max|cap|restriction|number) (?:of|on|for|to) (?P<what>[^;?!]{3,60}?) (?:is|are"
            r"|seems) (?:far |much |way )?too "
        ),
        r"\b(?P<what>[^;?!,]{3,60}?) (?:is|are) (?:limited|restricted|capped|cut off|fixed) (?:to|at|after) ",
        (
            r"\b(?:you|it|theproduct|the (?:system|tool|app|search|export|import|report|calendar|list)"
            rf"|{_SUBJECT}) only (?:ever )?(?:lets?|allows?"
            r"|supports?|accepts?|shows?|takes?|gives?|offers?|finds?|knows?|has(?! to)|have(?! to)|works?"
            r"|exports?|sends?"
            rf"|prints?) {WHAT}"
        ),
        (
            r"\b(?:only|just) (?:the )?(?:admins?|one user|one person|managers|office|owners?) (?:can|may|are "
            rf"able to|is able to) {WHAT}"
        ),
        r"^(?:still )?no (?P<what>[^;?!.]{3,50})\?",
        (
            r"\b(?:bugs|annoys|bothers|irritates|frustrates|drives|it is (?:annoying|a pain|tedious|silly|odd|a "
            r"nuisance)|makes no sense"
            rf"|it is a (?:shame|pity)|i find it (?:annoying|odd|strange))(?: \w+){{0,3}}? that {WHAT}"
        ),
        rf"\bhow come (?:there is |you |we |it |i )?(?:no |can not |do not |does not )?{WHAT}",
        (
            r"\bwhy (?:can not|can|do|does|is|are|must) (?:i|we|you|it|there|theproduct|users) (?:not |no |always "
            rf"|only )+{WHAT}"
        ),
        rf"\bwhy can not (?:i|we|you|it|users|the \w+) {WHAT}",
        allows="defect how_to",
        takes_uses=True,
    ),
    form(
        "would_help",
        0.8,
        True,
        (
            r"\b(?:what|one thing that|the thing that|something that|the (?:one |only )?feature that|thing that) "
            r"would (?:\w+ )?(?:\w+ )?(?:help|save"
            rf"|make|convince|ease)\b[^;?!:]{{0,50}}?(?: is| would be|:)[, ]*(?!if you could (?:send|call)){WHAT}"
        ),
        rf"\b(?:\w+ )?would (?:\w+ )?(?:benefit|profit) (?:\w+ )?from "
        r"(?!our\b|your\b|my\b|his\b|her\b|it\b|this\b|that\b|them\b|a (?:talk|visit|call|training|workshop)"
        r"|hearing|seeing|talking)"
        rf"{WHAT}",
        (
            rf"^(?:very |really |also )?(?:{GOOD}|important|practical) (?:would|will) (?:also |really )?be(?: also"
            rf"| if| to have| for us)*,? {WHAT}"
        ),
        (
            r"(?:^|[,;:.] )(?P<what>an? [^;?!,]{3,70}?) (?:for (?:that|this) |there |here )?would (?:already "
            r"|really |just )?(?:do|suffice|be enough|help|solve"
            r"|spare|save|be (?:gold|a dream|the cherry|magic|a start|perfect|so (?:good|useful|helpful)))"
        ),
        (
            r"\b(?:would be|be) (?:over the moon|delighted|thrilled|so happy|overjoyed|happier|grateful) (?:if"
            r"|with|to have|to see|to get) (?!(?:you|your|him|her|me|my|them|our)\b(?! (?:could |can |would"
            r" )?(?:add|build|built"
            rf"|offer|support|had|made|make|let|show|change)))(?:you (?:can |could |would )?)?{WHAT}"
        ),
        r"\b(?:(?:do|does|will|can|did|could) (?:you|theproduct|it|the (?:app|tool|system))(?: guys| already| "
        r"ever| also| soon| plan to| intend to| ever plan to)*"
        r"|chance (?:that |of )?(?:you|theproduct|it) (?:will |would |could )?) ?support(?:ing)? (?!team"
        rf"|ticket|case|us\b|me\b|line|request){WHAT}",
        (
            r"\b(?:do|did|are) you (?:guys )?(?:intend|plan|planning|intending)(?:ing)? (?:to|on) (?:offer|build"
            rf"|add|bring|hav|mak|provid|support|integrat|releas)\w* {WHAT}"
        ),
        (
            r"\b(?:what|how) about (?:letting (?:us|people|users)|allowing|adding|giving (?:us|users)|having"
            rf"|making|a (?:button|filter|field|view|way)) {WHAT}"
        ),
        rf"\b(?:would|might) it (?:not )?be an idea to {WHAT}",
        (
            r"\b(?:in (?:a |the )?(?:future|next) (?:versions?|releases?|updates?))\b[^;?!]{0,40}?\b(?:like|love"
            rf"|want|hope|wish|see|have)\b(?: to (?:see|have))? {WHAT}"
        ),
    ),
    form(
        "works_round",
        0.75,
        True,
        (
            rf"\b{WHO} (?:\w+ )?(?:re-?type|re-?key|re-?enter|copy and paste|copy-paste|retype|rekey|type|copy"
            r"|paste|transfer|write|keep|maintain"
            r"|export|print|count)s? (?P<what>[^;?!]{3,80}?)\b(?:because|since|as) (?:there is|theproduct|it|you"
            r"|the \w+|one|we)\b[^;?!]{0,20}?\b(?:no|not|lacks?"
            rf"|only|missing)\b"
        ),
        (
            r"\b(?:work around|get around|workaround|work-around|make do|manage|helped? "
            rf"ourselves)\b[^;?!]{{0,60}}\b(?:because|since|as|with) {WHAT}"
        ),
        (
            r"\b(?:every|each) (?:day|week|month|monday|tuesday|wednesday|thursday|friday|morning|evening|quarter"
            r"|time|single \w+) (?:\w+ ){0,3}?"
            r"(?:i|we|they|someone|somebody|she|he|our \w+|my \w+) (?:have to |has to |must |need to )?(?:re-?type"
            r"|re-?key|re-?enter|copy|paste|type|export|merge"
            rf"|add up|count|transfer|sort)\w* {WHAT}"
        ),
        (
            r"\b(?:separate|second|extra|own|another|side) (?:spreadsheet|sheet|list|excel|file|book"
            rf"|log)\b[^;?!]{{0,60}}\b(?:because|since|as) {WHAT}"
        ),
        (
            r"\b(?:have to|has to|had to|must|end up|forced to|need "
            rf"to)\b[^;?!]{{0,60}}\b{BY_HAND}\b[^;?!]{{0,30}}\b(?:just to|because|since|only to|in order to|to see"
            rf"|to get) (?!of the|of a){WHAT}"
        ),
        (
            r"\b(?:no|not any|without an?|without any) (?:link|connection|bridge|interface|integration|sync\w*"
            rf"|export|import) (?:to|with|between|from) {WHAT}"
        ),
        rf"\bwould (?:spare|save) (?:us|me|our \w+|the \w+|everyone) {WHAT}",
    ),
)
