"""The forms in which people say that they leave themselves, or change within their firm. English only."""

from graph_service.reading.departures.forms import form

_I = r"\bi(?:'m| am|'ll be| will be| will soon be|'m going to be)"
_HAVE = r"\bi(?:'ve| have)"
_WILL = r"\bi(?:'ll| will|'m going to| am going to|'m about to| am about to|'ve decided to| have decided to)"
_DAY = r"(?:(?:last|final) (?:working |official |actual |full )?(?:day|week|shift)|last few days)"
_DAY_END = (
    r"(?! (?:of (?:the|this|my (?:holiday|vacation|leave|trip|stay))|to|for|before (?:my|the|a|i go|vacation|holiday"
    r"|christmas|leave|pto|easter|parental|maternity|paternity)|in (?:berlin|london|paris|town)|on (?:site|holiday"
    r"|vacation|leave)))"
)

OWN_FORMS = (
    *form(
        "last_day", "farewell", 0.92,
        rf"\bmy {_DAY}{_DAY_END}(?: (?:of work|of employment))? (?:(?:here )?(?:at|with|in|here)\b[^.;!?]{{0,40}} )?"
        r"(?:is|was|will|would|should|falls|being|comes)\b",
        rf"\b(?:is|was|be|marks|become|as) (?:also )?my (?:very )?{_DAY}{_DAY_END}",
        rf"\bmy {_DAY} (?:here|at {{firm}}|with (?:us|{{firm}}|the company))",
        rf"\b(?:until|before|after|on|till|by|through|follows|for) my {_DAY}{_DAY_END}{{end}}",
        rf"\bmy {_DAY},? (?:\w+ ){{0,2}}\d",
        r"\bmy (?:time|journey|chapter|stint|tenure|years?|days|run|employment|contract|adventure)"
        r"(?: here)?(?: (?:at|with|in) [\w .&-]{2,30}?)? (?:is|are|will be|has|have|will|comes?|ends?)"
        r" ?(?:coming|come|drawing|ending|soon|now|over|at|finished|reached|numbered|to|on)\b(?! (?:date|track))",
        needs=(
            "last day|final day|full day|last week|final week|last shift|last few|working day|official day|"
            "actual day|my time|my journey|my chapter|my stint|my tenure|my year|my day|my run|my employment|"
            "my contract|my adventure|final shift|full week"
        ),
    ),
    *form(
        "i_leave", "farewell", 0.95,
        rf"{_I}{{adv}} leaving {{company}}\b",
        rf"{_WILL}{{adv}} (?:be leaving|leave) {{company}}\b",
        rf"{_HAVE}{{adv}} (?:left|quit|resigned from) {{company}}\b",
        rf"{_HAVE}{{adv}} (?:resigned|(?:handed|given|put|turned) in my (?:notice|resignation)|given (?:my |in my )"
        r"?notice|tendered my resignation|submitted my resignation|been (?:laid off|let go|made redundant))",
        rf"{_WILL}{{adv}} (?:resign|quit|hand in my (?:notice|resignation)|give (?:my )?notice)(?= (?:after|at|in"
        rf"|next|this|from|on|my)|{{end}})",
        r"\bi(?:{adv}) (?:resigned|(?:handed|gave|put|turned) in my (?:notice|resignation)|gave (?:my )?notice"
        r"|quit my"
        r" job|got laid off|was (?:laid off|let go|made redundant))",
        r"\bmy (?:last |own )?(?:role|position|job|post)(?: here)?{is}{adv} (?:being |going to be )?(?:made redundant"
        r"|eliminated|cut|axed|discontinued|abolished|closed|impacted|affected|terminated)",
        r"\bmy (?:role|position|job|post)(?: here)? (?:has been|have been|was) (?:made redundant|eliminated|cut"
        r"|axed|abolished|impacted|affected|terminated)",
        r"\bi(?:'m| am| was|'ve been| have been| will be|'ll be){adv} (?:being |among those "
        r"|part of the )?(?:made redundant"
        r"|laid off|let go|affected by the (?:layoffs?|lay-offs?|restructuring|redundanc))",
        rf"{_I}{{adv}} no longer (?:with|at|working|be (?:with|at|working|part)|employed|part of|going to be)\b",
        r"\bi(?: won't| will not| shall not|'ll not|'ll no longer| will no longer){adv} be (?:with|working (?:for|at"
        r"|with)|employed (?:by|at|with)|part of|at) (?:{company}|us\b|{firm})(?! (?:on|tomorrow|today|this"
        r"|next|until|for)\b)",
        r"\bi(?:'ll| will| shall)(?:{adv}) (?:no longer be|not be|cease to be|stop being) (?:with|working"
        r"|employed|part of"
        r"|at (?!the (?:meeting|call|event))|here\b(?! (?:on|for|tomorrow|today|this|next)))",
        r"\bi no longer work (?:for|at|with|here|in)",
        r"\bi(?:'ll| will)? stop(?:ped)? working (?:for|at|with|here)\b",
        rf"{_I}{{adv}} retiring\b(?! (?:the|this|that|our|my|an|some|it|old))",
        rf"{_WILL}{{adv}} (?:be retiring|retire)\b(?! (?:the|this|that|our|my|an|some|it|old|one day|some ?day"
        rf"|eventually))",
        r"\b(?:my (?:upcoming |coming |own )?retirement (?:is|starts|begins|on|at|next|this|in (?!the distant"
        r"|20[4-9]))"
        r"|going into retirement|starting my retirement)",
        is_strong=True,
        needs=(
            "leav|left|quit|resign|notice|laid off|let go|redundan|eliminated|cut|axed|discontinued|abolished|"
            "closed|impacted|affected|terminated|no longer|not be|stop|retir|cease"
        ),
    ),
    *form(
        "i_leave_firm", "farewell", 0.88,
        rf"{_I}{{adv}} leaving {{firm}}\b(?! (?:a|an|the|you|me|out|off|early)\b)",
        rf"{_WILL}{{adv}} (?:be leaving|leave) {{firm}}\b",
        rf"{_HAVE}{{adv}} left {{firm}}\b",
        r"\b(?:my decision|i(?:'ve| have)?(?: just| now)? (?:decided|chosen)|time(?: for me)?|i(?:'m"
        r"| am) (?:sad|excited|happy|sorry)|bittersweet) (?:\w+ )?to (?:leave"
        r"|say goodbye to|part ways"
        r" with|move on from) (?:{company}|{firm}|my (?:role|job|position)|you all|this)",
        is_strong=True,
        needs=(
            "leav|left|goodbye|good-bye|part ways|move on"
        ),
    ),
    *form(
        "i_leave_when", "farewell", 0.78,
        rf"{_I}{{adv}} leaving{{adv}} (?:{{soon}}|{{away}})",
        rf"{_I}{{adv}} (?:leaving|departing){{end}}",
        rf"{_WILL}{{adv}} (?:be leaving|leave|depart|be departing)(?: (?:us|you|here))?{{adv}} ?(?:{{soon}}"
        rf"|{{away}}|{{end}})",
        rf"{_I}{{adv}} leaving (?:us|you all|here|my (?:job|role|position|post))\b",
        rf"{_HAVE}{{adv}} decided (?:that )?(?:it's time )?to (?:leave|move on|step away|part ways)",
        r"\b(?:before|once|when|after|until|now that) i(?:'ve| have)?{adv} (?:leave|left|go|am gone"
        r"|'m gone) (?:for good|{company}"
        r"|{firm}|in (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*|at the end|next month)",
        r"\b(?:as|since|because|given that) i(?:'m| am|'ll be| will be) leaving\b(?! (?:early|now|it|this|that"
        r"|the (?:office"
        r"|house|call|meeting)|for (?:the|my|lunch|home)|at \d))",
        needs=(
            "leav|left|depart|move on|step away|part ways| go | gone"
        ),
    ),
    *form(
        "i_go_elsewhere", "farewell", 0.88,
        rf"{_HAVE}{{adv}} (?:accepted|taken|taken up|found|got|landed|been offered and accepted) (?:a|an|another"
        rf"|my next|the)"
        r" ?{job}\b(?! (?:here|internally|within|inside|in (?:a |the |our )?(?:different|another|other)))",
        r"\bi{adv} (?:accepted|took|found|got|landed) (?:a|an|another) ?{job} (?:elsewhere|outside|at|with)\b",
        rf"{_I}{{adv}} (?:starting|taking on|taking up|taking|beginning|moving (?:on )?to|off to|leaving for"
        rf"|heading (?:off )?to)"
        r" (?:a|an|another|my next|something|the) ?{job}\b(?! (?:here|internally|within|inside))",
        rf"{_I}{{adv}} (?:going|moving|heading|switching|off|jumping|returning) (?:over )?(?:to )?(?:(?:work"
        rf"|start) (?:at|for|with)"
        r" (?:a|another|{new})|another (?:company|firm|employer|organi[sz]ation)|pastures new|greener pastures"
        r"|new pastures"
        r"|a (?:competitor|start-?up|new company))",
        rf"(?:{_I}|{_WILL} be){{adv}} joining {{new}}(?= (?:as|in|on|next|this|from|at|where|to|after|full)"
        rf"|[.,;!]|$)(?! (?:call|team)\b)",
        r"\bi(?:'m| am)?{adv} (?:pursue|pursuing) (?:a|an|another|other|new|different) ?(?:{job}|opportunit)",
        r"\b(?:pursue|explore|embark on|start|begin|take on|look for) (?:a |an |another |other |some )?(?:new"
        r"|different|fresh)"
        r" (?:opportunit\w+|challenges?|chapter|adventure|career)\b(?! (?:for (?:us|the|our|you)"
        r"|in the (?:product|project)))",
        r"\b(?:next|new) (?:chapter|adventure|challenge) (?:in|of) my (?:career|life|journey)",
        r"\bi(?:'m| am|'ll be| will be) (?:going freelance|starting my own (?:business|company|firm)"
        r"|going back to (?:school"
        r"|university|college)|setting up on my own|becoming self-?employed)",
        is_strong=True,
        needs=(
            "accept|tak|took|found|got|land|start|mov|off to|head|going|switch|jump|return|join|pursu|explore|"
            "embark|begin|look for|chapter|adventure|challenge|freelance|setting up|self"
        ),
    ),
    *form(
        "i_move_on", "farewell", 0.85,
        rf"{_I}{{adv}} moving on(?= from|{{end}}| {{soon}}| {{away}}| to (?:a|an|new|another|pastures"
        rf"|the next (?:chapter|step"
        r"|phase) (?:of|in) my|something|other|greener|{firm}))",
        r"\b(?:time|ready|decided|chosen|decision) (?:has come )?(?:for me )?to move on(?: from (?:{firm}"
        r"|{company}|here|my|this"
        r" (?:job|role|position))|{end}|,| to (?:a|an|new|another) (?:new )?(?:chapter|role|job|challenge"
        r"|position|company))",
        rf"{_I}{{adv}} stepping (?:down|away)(?: from (?:my|the|{{firm}}|this)| as| {{soon}}|{{end}})",
        rf"{_WILL}{{adv}} (?:be )?step(?:ping)? (?:down|away) (?:from (?:my|{{firm}}|this (?:role|job|position))"
        rf"|as|{{soon}})",
        rf"{_I}{{adv}} (?:departing|parting ways with|saying (?:good-?bye|farewell) to) (?:from )?(?:{{firm}}"
        rf"|{{company}}|you)",
        needs=(
            "moving on|move on|step|depart|parting|saying"
        ),
    ),
    *form(
        "goodbye", "farewell", 0.8,
        r"\b(?:this is|this will be|consider this|writing|sending) (?:my|a|this)? ?(?:quick |short "
        r"|brief )?(?:farewell|good-?bye)"
        r"(?: (?:e-?mail|message|note|from me))?\b(?! (?:party|gift|drinks?) for)",
        r"\b(?:to|want to|wanted to|time to|time for me to|must|have to|let me|i'll|i) (?:say|bid) (?:you (?:all )?)?"
        r"(?:a (?:fond |final )?)?(?:good-?bye|farewell|adieu)\b(?! to (?:the|your|our|spreadsheet|excel|manual))",
        r"\b(?:you (?:will|'ll|can|may)|please) (?:be able to )?(?:reach|contact|find|keep in touch with"
        r"|write(?: to)?)"
        r" me (?:after (?:that|then|this)|from then on|privately|in (?:the )?future|going forward|personally)?"
        r" ?(?:at|on|under|via|through) my (?:private|personal|new (?:work )?(?:e-?mail|address at)|home e-?mail)",
        r"\bmy (?:departure|leaving|resignation)(?= (?:from|date|will|is|at|in|on|next)|{end})(?! (?:flight|gate"
        r"|time|airport))",
        r"\bmy (?:work |company |{firm} )?(?:e-?mail|mail|address|mailbox|account|inbox) (?:here )?(?:will be"
        r"|is being|gets)"
        r" (?:de-?activated|closed|shut|disabled|switched off|turned off)",
        needs=(
            "farewell|goodbye|good-bye|adieu| me |my departure|my leaving|my resignation|mail|address|account|"
            "inbox"
        ),
    ),
    *form(
        "i_am_followed", "farewell", 0.7,
        r"{next},? (?:who )?(?:will|'ll|is going to|is|has)(?: be)?{adv} (?:take|taking|taken) over (?:from"
        r"|for) me\b",
        r"{next},? (?:who )?(?:will|'ll|is going to|is)(?: be)?{adv} (?:my (?:successor|replacement)"
        r"|succeed(?:ing)? me"
        r"|replac(?:e|ing) me|step(?:ping)? into my (?:role|shoes|position))",
        r"\bmy (?:successor|replacement)(?:,| is| will| from| starts| joins| in|'s name)\b(?! (?:laptop|phone"
        r"|part|card|badge|unit))",
        r"\bi(?:'m| am|'ll be| will be|'ve| have)?{adv} (?:hand(?:ing|ed)?|pass(?:ing"
        r"|ed)?) (?:over )?(?:everything|all my"
        r"|all of my|my (?:role|responsibilities|duties|work|accounts|tasks|job|position)) ?[\w ]{0,20}?(?:over "
        r"|on |off )?to {next}"
        r"(?! (?:while|until|during))",
        needs=(
            "over|succe|replac|step|hand|pass"
        ),
    ),
    *form(
        "i_change_roles", "internal_move", 0.75,
        r"\bi(?:'m| am|'ll be| will be|'ve| have)?(?:{adv}) (?:mov(?:e|ed|ing)|transferr?(?:ing|ed)?|switch(?:ing"
        r"|ed)?|rotat(?:ing|ed)"
        r"|go(?:ing|ne)?(?= (?:over|across|into|to (?:a|an|the|our|another)\b))|chang(?:ing|ed)|shift(?:ing"
        r"|ed)) (?:over |across |internally )?(?:to|into|teams|roles|departments|jobs"
        r" internally) ?(?:a |an |the |our |another |different |new )*(?:[\w&]+ ){0,3}?(?:team|department"
        r"|division|role|position"
        r"|unit|side|function|group|project|within|internally|teams|roles)\b",
        r"\b(?:i(?:'ve| have)|i(?:'m| am)) (?:been |being )?promoted (?:to|into)\b",
        r"\bi(?:'m| am) (?:staying (?:with|at) {firm}|not leaving (?:{firm}|{company}))",
        needs=(
            "mov|transfer|switch|rotat|go|gone|chang|shift|promoted|staying|not leaving"
        ),
    ),
)  # fmt: skip
