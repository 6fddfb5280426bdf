"""Forms that tell of a plight which a feature would end, without asking for it: floods, blind spots, standstills, toil.

No veto is here. They say less surely than the others what is wanted, so their confidence is lower.
"""

from graph_service.reading.requests.forms import BY_HAND, SOFT, WHAT, form

_TOIL = (
    r"(?:merging|copying|typing|retyping|re-typing|adding up|consolidating|reformatting|re-?entering|collating|putting"
    r"|sorting through|reconciling|cleaning up|stitching|pasting|keying|transcribing|cross-?checking|compiling)"
)
_MANY = (
    r"(?:\d{1,4}|dozens of|hundreds of|tons of|loads of|too many|so many|a flood of|masses of|twenty|thirty|forty|fifty"
    r"|a hundred)"
)
_MAILS = r"(?:mails?|e-?mails?|alerts?|notifications?|messages|reminders|pings|pop-?ups?)"
_CHANGED = r"(?:changed|did|deleted|approved|moved|entered|edited|touched|altered|booked|overwrote|removed|released)"
_TEAMS = (
    r"(?:compliance|controlling|accounting|internal audit|audit|the auditors?|engineering|logistics|quality|head office"
    r"|headquarters|the board|the works council|works council|data protection|the regulator|our (?:[\w-]+ ){1,2}?"
    r"(?:people|team|department|folks|guys|colleagues|crew)|the (?:[\w-]+ ){1,2}?(?:people|team|department|folks|guys"
    r"|colleagues|crew|floor)|my (?:boss|people|team|planners?|buyers?|colleagues?))"
)

PLIGHTS = (
    form(
        "toil",
        0.7,
        True,
        (
            r"\b(?:hours?|half a day|a (?:whole |full )?day|days|minutes|mornings?|afternoons?"
            r"|evenings?)\b[^,;?!]{0,40}?"
            rf" {_TOIL} (?!(?:his|her|my|a) )(?P<what>(?:the |our |all |up |these |those )?(?:[\w-]+ ){{0,3}}?(?:lists?"
            r"|figures|numbers|totals?|data|orders|rows|files|reports?|sheets?|entries|hours|spreadsheets?|records"
            r"|everything|results|invoices)\b[^;?!]{0,60})"
        ),
        (
            r"\b(?:nothing but|all day|only there to) (?:copy|type|retype|re-?enter|paste|key in|transfer)(?:ing)?"
            rf" {WHAT}"
        ),
        (
            r"\b(?:double|duplicate)[- ](?:enter\w*|entry|typing|keying|keep\w*|data entry|book-?keeping)"
            r" ?(?P<what>[^;?!]{0,80})"
        ),
        (
            r"\b(?:enter|type|key|keep|record|write|book)(?:ing|s)? (?P<what>everything|all (?:the )?data|the data)"
            r" twice\b"
        ),
        (
            r"\b(?:wrote|written|write|built|build|made|created|set up|cobbled together) (?:our|my|their|a|an) (?:own"
            r" )?"
            r"(?:\w+ )?(?:script|macro|spreadsheet|excel (?:sheet|file|list)|google sheet|access database|shadow"
            r" list)\b"
            r"(?P<what>[^;?!]{0,80}?)\b(?:because|since|as|to get|around|so that|instead)\b"
        ),
        (
            r"\b(?:can not|can't|does not|do not|will not) (?:do|handle|support|offer|cope with) (?P<what>[^;?!]{0,90}?"
            rf"(?:\bspreadsheet|\bexcel|{BY_HAND}))"
        ),
        rf"\bas a (?:work-?\s?around|stop-?gap|makeshift),? (?:we|i|they|my \w+|our \w+) {SOFT}{{0,2}}(?:keep|use"
        rf"|export|print|copy"
        rf"|maintain|write|type|build|put) {WHAT}",
        (
            r"\b(?:end|ended|ending) up (?:copying|typing|retyping|pasting|merging|exporting|re-?entering|printing"
            r"|counting|"
            rf"sorting|keeping) {WHAT}"
        ),
    ),
    form(
        "flood",
        0.7,
        True,
        (
            rf"\b(?P<what>(?:get|gets|getting|got|receive|receives|sends? (?:me|us|everyone)) {_MANY} (?:\w+ )?{_MAILS}"
            r" (?:a|per|every|each|from (?:the (?:system|tool|app)|theproduct|you)|about|for every)\b[^;?!]{0,60})"
        ),
        rf"\b(?:drown\w*|buried|swamped|flooded) (?:in|under|by|with) (?P<what>(?:\w+ )?{_MAILS})\b",
        (
            rf"\btoo many (?P<what>(?:clicks|steps|screens|tabs|windows|{_MAILS} from (?:you|the (?:system|tool)"
            rf"|theproduct)))\b"
        ),
        (
            r"\b(?:delete|deletes|ignore|ignores|filter out|filters out|mute|mutes|stopped reading|skip)"
            r" (?P<what>(?:your|the"
            rf"|these|those|its|all) (?:\w+ )?{_MAILS})\b"
        ),
        r"\b(?:scroll|click|page|wade|dig|flick)(?:s|ing|ed)? through (?P<what>(?:[\w-]+ ){0,3}?(?:pages|rows|lines"
        r"|screens|lists?"
        r"|entries|items|menus|tabs|orders|records))\b",
        r"\b(?:takes|need|needs|costs|is|are) (?:me |us )?(?P<what>(?:\d+|\w+) clicks)\b",
    ),
    form(
        "blind_spot",
        0.7,
        True,
        (
            r"\b(?:nobody|no one|none of us|i|we|you|they|people) (?:can|could|will|do|does|did)? ?(?:ever |never "
            r"|not )?(?:\w+ )?"
            rf"(?:tell|say|know|knows|see|sees|trace|find out|reconstruct|remembers?) (?:afterwards |later"
            rf" )?(?P<what>who {_CHANGED}\b"
            r"[^;?!]{0,60})"
        ),
        (
            r"\b(?:everyone|everybody|anyone|anybody|interns?|temps?|every user|all users|any user|each user) (?:can"
            r"|could|is able"
            r" to|are able to) (?:also |still |just )?(?P<what>(?:see|edit|change|delete|overwrite|open|approve)"
            r" (?:everything"
            r"|anything|all of it|(?:the |our |all |each other's )*(?:prices?|salar\w+|margins?|costs?|plans?"
            r"|records?|settings?"
            r"|orders|budgets?|rota|entries)))\b"
        ),
        (
            r"\b(?:on|from) (?:a|my|the|their|our) (?:phone|mobile|tablet|small screen|smart ?phone)s?,?"
            r" (?P<what>[^;?!]{0,60}?\b"
            r"(?:unreadable|unusable|useless|tiny|too small|cut off|hopeless|impossible))\b"
        ),
        (
            r"\b(?:half|some|most|many|a third|part|two thirds) (?:of )?(?:the |my |our )?[\w -]{2,30}? (?:do|does"
            r"|can) not (?P<what>"
            r"(?:read|speak|understand) (?:english|german|french|much english|a word of english|any english))\b"
        ),
        (
            r"(?P<what>\bno (?:signal|reception|network|wi-?\s?fi|mobile coverage|coverage) (?:in the|on the|at the"
            r"|down|out|inside"
            r"|there|underground|behind)\b[^;?!]{0,60})"
        ),
    ),
    form(
        "standstill",
        0.7,
        True,
        (
            r"\b(?:when|if|while|whenever|as soon as) (?P<what>[^;?!,]{2,40} (?:is|are|was|goes) (?:on (?:holiday"
            r"|vacation|leave)"
            r"|away|sick|off|ill|out(?: of (?:the )?office)?),? (?:everything|nothing|the whole \w+|the \w+|it all"
            r"|approvals?"
            r"|orders?|all \w+|no \w+) (?:stops?|waits?|stands still|is blocked|are blocked|moves|gets? (?:stuck"
            r"|approved"
            r"|signed)|piles? up|hangs?|sits?|stand still|happens|stalls?))\b"
        ),
        (
            r"\bone (?:wrong|false|careless|accidental|bad|stray) (?P<what>(?:click|drag|tap|key|keystroke|swipe|slip"
            r"|press|mouse"
            r" click)\b[^;?!]{0,20}? (?:and|,|means)[^;?!]{0,60})"
        ),
        (
            r"\b(?P<what>(?:export|download|import|print\w*|report|app|search|theproduct|system|it|upload) (?:\w+"
            r" )?(?:loses?"
            r"|drops|strips|cuts off|swallows|eats|forgets) (?:the |my |our |all |your )*(?:formats?|formatting"
            r"|leading zeros?"
            r"|zeros|umlauts|accents|decimals?|filters?|settings?|sort order|comments?|selection|colou?rs))\b"
        ),
        (
            r"\b(?:has|have|uses?|with|keeps?) (?P<what>(?:other|different|its own|their own) (?:bank holidays|public"
            r" holidays"
            r"|holidays|time ?zones?|currenc\w+|units|calendars?|tax rates?|date formats?|number formats?|fiscal"
            r" years?|working"
            r" days|shift times))\b"
        ),
    ),
    form(
        "others_want",
        0.75,
        False,
        rf"\b{_TEAMS} (?:\w+ )?(?:asks?|asked|is asking|are asking|calls?|called|pushes|push) for {WHAT}",
        (
            rf"\b{_TEAMS} (?:\w+ )?(?:wants?|demands?|requests?|requires?|needs?|would like|would love|expects?"
            rf"|prefers?) {WHAT}"
        ),
        (
            r"\b(?:finance|accounting|the auditors?|customs|payroll|sap|excel|our erp|controlling|the tax office|the"
            r" regulator|our"
            rf" accountants?) (?:will|can|does|do|would) not (?:accept|take|read|open|import|process|like) {WHAT}"
        ),
        (
            r"\bif (?:only )?(?:the |our |my )?(?:suppliers?|customers?|vendors?|drivers?|clients?|staff|nurses"
            r"|operators|planners?"
            rf"|managers|users) could {WHAT}"
        ),
        takes_uses=True,
    ),
)
