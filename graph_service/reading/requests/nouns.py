"""What a software product is made of, and what else people ask a supplier for. Word classes only; no rule is here."""

import re

from graph_service.reading.requests.forms import PART

_STRONG = (
    r"(?:auto)?(?:export|import|filter|dashboard|widget|column|drop-?down|pop-?up|tooltip|toggle|checkbox"
    r"|button|shortcut|hot ?key"
    r"|integration|connector|interface to|plug-?in|add-?on|web ?hook|endpoint|api|sdk|sso|saml|scim|oauth"
    r"|ldap|active directory|single sign-?on|mfa|2fa|two[- ]factor"
    r"|notification|alert|reminder|digest|push message|template|chart|graph|heat ?map|timeline|gantt"
    r"|kanban|pivot|drill[- ]?down"
    r"|search (?:box|bar|field|function)|search|sort(?:ing)?|bulk|mass (?:edit|update|change|upload)|batch"
    r"|undo|redo|version(?:ing| history)|audit (?:trail|log)|change ?log|log of|(?:change|version|edit"
    r"|full|order|price|audit|search|order|stock) history|(?<!our )(?<!the )(?<!your )history(?! of)"
    r"|history of (?:changes|edits|who|the)|roll ?back|restore"
    r"|backup|sandbox|test (?:system|environment|tenant)"
    r"|permission|access right|user right|roles?\b|read-?only|view-?only|guest access|delegat(?:e|ion)"
    r"|substitut(?:e|ion)|workflow|approval (?:step|flow|chain|workflow)|approver|automation"
    r"|automatic\w*|trigger|scheduler|schedule (?:reports?|exports?|e?-?mails?)|scheduled (?:reports?"
    r"|exports?|e?-?mails?|sending|jobs?)|recurring|recurrence"
    r"|mobile|offline|app\b|ios|android|tablet|dark (?:mode|theme)|theme|layout|font|colou?r[- ]?cod\w*"
    r"|custom (?:field|view|report|role|column|label|logo|status|dashboard)|custom(?:i[sz]\w+)?\b|white[- ]?label"
    r"|branding|multi-?\w+|multiple"
    r"|language (?:setting|switch|version|option|support|pack|per)|languages|(?:another|different|other"
    r"|more) language|translation|locali[sz]ation|currenc(?:y|ies)|time ?zone|date format|decimal|unit of "
    r"measure|fiscal|bank holiday|public holiday|holiday calendar|calendar (?:sync|feed|view|integration)"
    r"|csv|pdf|excel (?:file|export|add|upload|download|sheet|format)|xlsx|json|xml|sftp|power ?bi|tableau"
    r"|snowflake|slack|microsoft teams|ms teams|outlook|google (?:sheets|calendar|drive)|sharepoint|zapier"
    r"|jira|data warehouse|data lake|bi tool|bi people|badge|barcode|qr|ocr|scanner|rfid|iot|edi"
    r"|preview|save as|copy function|duplicate function|clone|merge|split|tagging|tags?\b|labels?\b"
    r"|commenting|comment (?:field|function|box)|@?mention|annotation|attachment|upload|download"
    r"|print(?:out|able|ing)?|screen "
    r"reader|keyboard|drag[- ](?:and|&|n)[- ]drop|bookmark|favou?rites"
    r"|threshold|formula|calculated|kpi|what-?if|scenario|simulation|forecast(?:ing)? (?:model|by|per|view"
    r"|at)|anomaly|prediction|self-?service|portal|embed\w*|iframe|share(?:able)? link|public link"
    r"|default(?:s| view| value| filter)|preset|saved (?:view|filter|search)|grouping|hierarch\w+"
    r"|sub-?(?:task|categor|group)\w*|wizard|validation|duplicate (?:check|detection)"
    r"|encryption|retention|anonymi[sz]\w+|rate limit|throttl\w+|functionality|feature|setting|option to"
    r"|configurab\w+|(?:month|week|year|day|list|map|table|calendar|tree|compact|full-?screen|overview"
    r"|summary|split|print|weekly|monthly|hourly|daily) view|(?:new|separate|another|different|single|own"
    r"|saved|custom|grouped|combined|better) view|(?<!their )(?<!his )(?<!her )(?<!my )(?<!our )(?<!your "
    r")(?<!in )(?<!point of )view(?! that| of| on)|report builder|reporting|report|summary"
    r"|mode\b|screen|page|field|format|log ?in page|portal|sms|text message|filter by|sort by|per (?:site"
    r"|region|customer|user|team|plant|product|cost cent(?:re|er)|ward|location|supplier|role|department)"
    r"|by (?:site|region|week|hour|month|customer|team|plant|product|cost cent(?:re|er)|location|supplier"
    r"|role|department|category|department)|cost cent(?:re|er)|sync\w*|real[- ]?time|live data|feed"
    r"|picture|photo|lock(?:ing)?|freeze|colou?r|map|archive|folder|mapping|safety stock|status|drilling"
    r"|filters?|layer|interface|(?<!talk on the )(?<!speak on the )(?<!by )phones?|screen|dropdown|cell|row"
    r"|(?:read|write|edit|access|user|admin|viewing|more|fewer|own|different) rights?|trail|e-?signatures?|flag"
    r"|voice "
    r"input|traffic light"
    r"|(?:link|bridge|connection|connect\w*|interface|talk\w*|hook\w*) (?:to|with|between|into) (?:our|the"
    r"|my|your|a|an|other|theproduct)"
    r"|per (?!cent|annum|month|year|hour|day|week|se\b|person|capita)[a-z]{3,}|right[- ]to[- ]left|tick "
    r"?box|check ?list|pick ?list"
    r"|wild ?card|typos?|entries|totals?|sub-?totals?|menu|tabs?\b|headers?|kiosk|touch ?screen|gloves"
    r"|read[- ]rights?|second approver"
    r"|e-?mail address|fields?|reminders?|pop-?ups?|formatting|attachments?|deadlines view"
    r"|auto-?\w+|digital|electronic|clicks?|approvals? (?:by|via) |history of (?:\w+ )?(?:changes|edits|versions)"
    r"|means of \w+ing"
    r"|(?:polish|german|french|spanish|italian|dutch|english|turkish|czech|portuguese|chinese|japanese|russian"
    r"|swedish"
    r"|danish|arabic|local) (?:version|translation|interface|language)"
    r"|(?:second|third|additional|further) language|overview|(?:simpler|easier|faster|shorter|longer|common) log"
    r" ?ins?"
    r"|on (?:my|our|their|his|her|its) own|by (?:it|them|him|her|my|our)sel(?:f|ves)|at (?:a|one|first) glance"
    r"|(?:push|press|touch|click) of a button|without (?:a |any )?(?:network|signal|connection|internet|reception"
    r"|trace)"
    r"|list of (?:who|what|which|all)|(?:something|anything|one|sign) (?:that|which|to) (?:tells?|shows?|warns?"
    r"|reminds?|lets?|alerts?)|(?:desktop|tablet|web|browser|paper|light|smaller) version|(?:time|asset|parcel|goods"
    r"|order|cost) tracking|metric units|umlauts"
    r"|(?:bigger|larger|smaller|wider|clearer) (?:letters|text|type|print|numbers|buttons|icons|rows|fonts?)"
    r"|waiting list|to-?do list|stop ?watch|traffic light|progress bar|pop up|calculator|chat ?bot|leader ?board"
    r"|fingerprint|face id|nfc|bluetooth|gps|page numbers?|page breaks?|letterhead|watermark|logo|rounding"
    r"|tolerance|moving average|trend line|breakdown by|granularity|rules? (?:that|for when)|next to (?:every"
    r"|each)|at the (?:top|bottom) of (?:the|each|every) (?:page|list|screen|form|report)|(?:floor|seating|site)"
    r" plan|(?:shift|duty) (?:swap\w*|plan)|dictat\w+|voice|beep|sound|smart ?watch|deputy|stand-in|auto-?log"
    r" ?out|time-?out|(?:month|year)-end closing|waste bin|recycle bin)"
)
THING = re.compile(rf"\b{_STRONG}(?:s|es)?\b")
"""Nouns that hardly ever mean anything but a part of a program."""

DEED = re.compile(
    r"^(?:(?:to|be able to|being able to|not|also|just|easily|quickly|automatically|directly|simply|all|users?|them"
    r"|people|it|us|me|you|we|i|our \w+|the \w+|everyone|someone|could|can|to be able to|had|have) ){0,5}?"
    r"(?:let(?:ting)? (?:the|our|users|customers|people|us|managers|staff|parents|guests|suppliers)|export|import"
    r"|filter|sort"
    r"|search|group|merge|split|mute|snooze|silence|archive|duplicate|clone"
    r"|copy|rename|tag|label|colou?r|highlight|pin|bookmark|drag|drill|zoom|collapse|expand|hide|show"
    r"|display|sync\w*|integrate|connect (?!with you)|embed|upload|download|print|schedule (?!a |the |an )"
    r"|automate|bulk[- ]?\w+|batch|edit|undo|redo|restore|roll ?back|version|lock|freeze|restrict|limit"
    r"|delegate|assign|reassign"
    r"|customi[sz]e|configure|override|pre-?fill|validate|preview|subscribe|compare|plot|visuali[sz]e"
    r"|segment|map|translate|convert|round|calculate|track|log (?:changes|who)|mark|flag|select|switch "
    r"(?:between|off|on|to)|turn (?:off|on|it)|set (?:a|an|the|up a|different|our own|individual|limits?"
    r"|default|thresholds?|alerts?)|define|choose|see (?:who|which|what|when|all|only|both|at a|how|our|in"
    r"|more|changes|last|(?:a|the) (?:list|total|history|status|difference|trend|number|names?|changes?"
    r"|details?|sum))|view|work offline|work without|remember|save (?:as|a|the"
    r"|my|our|it|filters?|views?)|attach|open (?:it |two|several|multiple|both)|move "
    r"(?:several|multiple|tasks|items|orders|more)|fill in|scan|sign off|reorder|resize|get (?:a "
    r"warning|warned|notified|an alert|alerts|reminders|a summary|it as|them as|the data|data)|be "
    r"(?:notified|warned|alerted|reminded)|warn|notify|remind|talk to (?:our|the) (?:\w+ "
    r"){1,2}?(?:system|tool|software|platform|erp|crm|payroll)|swap|type(?! of\b)|tick|drop|sign (?:with|on|by)"
    r"|enter (?:the|it|them|everything|all|our|each))\b"
)
"""Verbs for what a user does in a program, at the start of the wanted thing."""

USE = re.compile(
    r"^(?:(?:to|also|just|easily|quickly|directly|simply|all|some|only|not) ){0,3}?(?:delete|erase|cancel"
    r"|book|block|assign|approve|reject"
    r"|change|move|link|open|close|adjust|rename|see(?! (?:you|him|her|each)\b)|view|enter|add|remove|reset|mark"
    r"|upload|edit|drag"
    r"|save|set|choose|pick|select|track"
    r"|switch|turn|order by|sign|check (?:in|out)|pay by|use|work|access|run|create|make (?:a|an|one|our"
    r"|changes|copies)|define|send (?:it|them"
    r"|the|reports?|reminders?|out|automatic\w*)|read|write to|look up|find|give (?:\w+ ){1,3}?(?:access"
    r"|rights|permission|a role)|limit|round"
    r"|include|exclude|receive|push|pull|enter|log|convert|archive|compare|search|filter|split|count|weigh"
    r"|scan|measure|share|reply|respond"
    r"|comment|invite (?:guests|users|external)|tell (?:apart|the difference)|distinguish|have (?:more"
    r"|several|two|different|multiple|our own))\b"
)
"""Verbs for what people do in any program, where the sentence says that they want to be able to."""

OTHER = re.compile(
    r"\b(?:meeting|call|appointment|chat|session|workshop|training|demo|webinar|visit|lunch|coffee|dinner"
    r"|slot|minute|moment|time (?:on|this|next|to|for)|two hours"
    r"|invoices?|bill|billing|credit note|purchase order|po|quote|quotation|offer|proposal|price|pricing"
    r"|discount|refund|payment|budget|money|funding"
    r"|contract|agreement|nda|dpa|order form|sow|renewal|terms|certificate|questionnaire|answers?|reply"
    r"|response|update (?:on|from)|updates?|eta|confirmation|clarification|explanation|info|information"
    r"|details|documentation|document|manual|guide|guidance|slides|deck|presentation|recording|minutes"
    r"|agenda|user list|list of (?:users|open)|data from|numbers from"
    r"|order|buy|party|friendly|imagine|password|log ?ins?|credentials|reset|unlock\w*|license key|seats?"
    r"|licen[cs]es?|account manager|help"
    r"|(?:a|your|helping) hand|someone|somebody|person|people|colleague|contact|introduction|intro|reference|case"
    r" study|fix"
    r"|solution|workaround|root cause|incident|outage|ticket|favou?r|patience|approval from|decision"
    r"|deadline|extension of|days?|weeks?|your|bank details|vat|tax|talk|discuss|meet|speak|decide|align"
    r"|catch up|reschedule|postpone|cancel|sign|pay|send|forward|confirm|join|attend|get back|reply"
    r"|respond|look into|check|find out|hear|clarify|explain|advise|introduce|escalate|prioriti[sz]e|thank"
    r"|apologi[sz]e|know|understand|take (?:that|this|it)|promise|accept|justify|afford|wait|say|tell|be "
    r"(?:there|sure|clear|honest|part|able to (?:make|attend|give|tell|come))|go|come|make it|believe"
    r"|complain|remember|stay|leave|stop|start|wish|defend|you (?:a|all))\b"
)
_STOP = re.compile(
    r"[,;:.!?()\"]|\s-+\s|\b(?:because|so that|so we|so i|so they|since|which|when|while|as it|as we|as "
    r"this|as our|otherwise|at the moment|right now"
    r"|today|for now|if possible|please|but|or else|before|until|instead of having|instead of|rather than"
    r"|even though|at all|any ?time soon|this year|next year|these days|yet|though|for years|would|is a"
    r"|is the|will be|and (?:we|i|it|that|then)|that would|it would|was wondering)\b"
)
_LEAD = re.compile(
    r"^(?:\W|(?:a|an|the|some|any|more|really|also|just|have|be able to|the ability to|the option to|an "
    r"option to|a way to|to|your|our|that|this|there|you|us|we|i|it|could|can|able|added?|support|ability"
    r"|option|possibility|for|of|on|from|and|native|something|like|kind|sort|where|let|had|was|is|are"
    r"|were)\b)+"
)
_TRAIL = re.compile(
    r"(?:\s+(?:in|on|of|for|to|the|a|an|and|or|with|by|from|at|it|is|theproduct|inside|into|our|your|as|that|be))+$"
)
_NAMED = re.compile(rf"^{PART}\b")
VALUE_WORDS = 9
HEAD_WORDS = 4
THING_WORDS = 10
_CLAUSE = re.compile(r"[,:(\"]|\.(?:\s|$)|\s-+\s|\b(?:because|since|so that|but|which means)\b")


def is_product_thing(text: str) -> bool:
    """Tell whether plain text names a part of a program, or starts with a deed done in one."""
    return DEED.match(text) is not None or THING.search(text) is not None


def is_other_thing(text: str) -> bool:
    """Tell whether text starts with no part of a product (a meeting, a paper, help) and names none after it."""
    words = text.split()
    if _NAMED.match(text) or not OTHER.search(" ".join(words[:HEAD_WORDS])):
        return False
    return not is_product_thing(" ".join(words[: HEAD_WORDS + 3]))


def head_of(text: str) -> str:
    """Return the first words of the clause that `text` starts with: what is wanted is named there."""
    clause = _CLAUSE.search(text, 12)
    return " ".join((text[: clause.start()] if clause else text).split()[:THING_WORDS])


def name_of(text: str) -> str:
    """Return the thing wanted, as few words as name it: cut at the clause's end, without articles before it."""
    head = text.strip()
    stop = _STOP.search(head, 3)
    head = head[: stop.start()] if stop else head
    named = _LEAD.sub("", head.strip())
    short = " ".join((named or head).split()[:VALUE_WORDS])
    return _TRAIL.sub("", short).strip(" -'\"")
