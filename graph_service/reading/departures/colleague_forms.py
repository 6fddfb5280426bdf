"""The forms in which people say that a colleague left, leaves, or was followed by somebody. English only."""

from graph_service.reading.departures.forms import form

_NO_LONGER = (
    r"(?:with (?:us|{company}|{firm})|at {firm}|here\b|working (?:for|at|with|here|in)|employed|part of (?:the"
    r"|our|{firm})"
    r"|in {company}|on (?:our|the) (?:team|payroll|staff)|around\b|a member of|(?:our|the|an) employee|among us"
    r"|at {company}"
    r"|in (?:the|this|that|his|her|their) (?:role|position|post|job|office))"
)
_LEFT_THEM = (
    r"us(?= *(?:[.,;:!?)]|$|last|at the|for|on|to|after|before|this|and|as|since|so|earlier|a few|two|three|yesterday"
    r"|recently|back|but|in (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|\d)|quite|unexpectedly|suddenly|over))"
)
_NOTICE = r"(?:in )?(?:his|her|their|a)? ?(?:notice|resignation)\b(?! (?:of|to the|period for|board))"

COLLEAGUE_FORMS = (
    *form(
        "left_company", "colleague", 0.93,
        r"{who}(?:{has})?{adv} left (?:{company}|" + _LEFT_THEM + ")",
        needs="left",
        is_strong=True,
    ),
    *form(
        "left_company", "colleague", 0.93,
        r"{who}{is}{adv} (?:leaving|departing|quitting) (?:{company}|" + _LEFT_THEM + ")",
        needs="leav|depart|quit",
        is_strong=True,
    ),
    *form(
        "left_company", "colleague", 0.93,
        r"{who}(?:'ll| will| is going to|{has} decided to| decided to| chose to| is set to){adv} (?:be )?leav(?:e"
        r"|ing)"
        r" (?:{company}|" + _LEFT_THEM + ")",
        needs="leav",
        is_strong=True,
    ),
    *form(
        "left_company", "colleague", 0.93,
        r"{who}(?:{is})?{adv}(?: will)?(?: be)? no longer (?:be )?" + _NO_LONGER,
        needs="no longer",
        is_strong=True,
    ),
    *form(
        "left_company", "colleague", 0.93,
        r"{who}{is}{adv} not (?:with (?:us|{company})|here|working (?:for|at|with|here)[^.;]{0,30}?"
        r"|part of [^.;]{0,20}?)"
        r" any ?more",
        needs="any more|anymore",
        is_strong=True,
    ),
    *form(
        "left_company", "colleague", 0.93,
        r"{who} (?:isn't|aren't|is not|doesn't work|does not work|won't be|will not be) (?:with us|here"
        r"|with {company}|at {firm}"
        r"|around|part of (?:the|our) (?:team|company))[^.;]{0,20}? any ?(?:more|longer)",
        needs="any more|anymore|longer",
        is_strong=True,
    ),
    *form(
        "left_company", "colleague", 0.93,
        r"{who} (?:no longer works?|stopped working|doesn't work|does not work|quit working)"
        r" (?:(?:for|at|with|in) (?:us|{company}|{firm}|this|our|the)|here)\b(?! (?:while|until))",
        needs="no longer work|stopped work|n't work|not work|quit work",
        is_strong=True,
    ),
    *form(
        "left_company", "colleague", 0.93,
        r"{who}(?:{has})?{adv} (?:resigned|handed in|gave in|put in|turned in|tendered|given in) " + _NOTICE,
        needs="notice|resignation",
        is_strong=True,
    ),
    *form(
        "left_company", "colleague", 0.93,
        r"{who}(?:{has})?{adv} (?:resigned\b|gave notice|given notice|quit(?= (?:last|this|on|in|yesterday|today"
        r"|her|his|their|the"
        r" (?:company|job)|and|to|over|unexpectedly|suddenly)|[.,;!]|$)|called it (?:a career|quits))",
        needs="resign|notice|quit|called it",
        is_strong=True,
    ),
    *form(
        "left_company", "colleague", 0.93,
        r"{who}{is}{adv} (?:resigning|quitting)(?= (?:his|her|their|from|as|this|next|at the|in|and|to)|{end})",
        needs="resign|quitting",
        is_strong=True,
    ),
    *form(
        "left_company", "colleague", 0.93,
        r"{who}(?:{has} been|{is}| got){adv} (?:being )?(?:let go|laid off|made redundant|fired|dismissed)\b(?! of)",
        needs="let go|laid off|redundan|fired|dismissed",
        is_strong=True,
    ),
    *form(
        "left_company", "colleague", 0.93,
        r"{whose} (?:role|position|job|post)(?: here)?(?:{is}| has been){adv} (?:being )?(?:made redundant"
        r"|eliminated|cut|axed"
        r"|terminated)",
        needs="redundan|eliminated| cut|axed|terminated",
        is_strong=True,
    ),
    *form(
        "left_company", "colleague", 0.93,
        r"\b(?:we|{company}|management|they)(?: have|'ve)?{adv} (?:part(?:ed|ing) (?:ways|company) with|let go of"
        r"|had to let|laid off)"
        r" {who}(?! (?:know|have|handle|decide|do|speak|see)\b)",
        needs="parted|parting|let go|had to let|laid off",
        is_strong=True,
    ),
    *form(
        "left_company", "colleague", 0.93,
        r"{who} and (?:{company}|{firm}|we)(?: have| has)?{adv} parted (?:ways|company)",
        needs="parted",
        is_strong=True,
    ),
    *form(
        "left_company", "colleague", 0.93,
        r"\bwe(?: have|'ve)?{adv} part(?:ed|ing) (?:ways|company) with {who}",
        needs="parted|parting",
        is_strong=True,
    ),
    *form(
        "left_firm", "colleague", 0.85,
        r"{who}(?:{has})?{adv} left {firm}\b(?! (?:a|an|the|you|me|some|out|off|with)\b)",
        r"{who}{is}{adv} (?:leaving|departing|quitting) {firm}\b(?! (?:out|off|with|early)\b)",
        r"{who}(?:'ll| will| decided to|{has} decided to){adv} (?:be )?leav(?:e|ing) {firm}\b",
        r"{who}(?:{has}|{is})?{adv} depart(?:ed|ing|s)? (?:from )?{firm}\b",
        is_strong=True,
        needs=(
            "left|leav|depart|quit"
        ),
    ),
    *form(
        "left_when", "colleague", 0.78,
        r"{who}{has}{adv} left(?: (?:{soon}|{away})|{end})",
        r"{who}{adv} left(?: (?:{soon}|{away})|{end})(?! \d{1,2}(?::\d\d| ?[ap]m))",
        r"{who}{is}{adv} leaving{adv}(?: (?:{soon}|{away})|{end})",
        r"{who}(?:'ll| will| is going to| is set to){adv} (?:be leaving|leave){adv}(?: (?:{soon}|{away})|{end})",
        r"{who}(?:{has})?{adv} left (?:her|his|their|the) (?:job|role|position|post)\b",
        r"{who}{is}{adv} leaving (?:her|his|their|the) (?:job|role|position|post)\b",
        r"\b(?:since|after|when|now that|now|ever since|with) {who}(?:{has}|{is})?{adv} (?:left|leaving|departed"
        r"|departing|quit)\b"
        r"(?! (?:a|an|the|it|me|you|some|out|off|on vacation|early|for (?:the|lunch|his|her|their|a (?:few"
        r"|trip)))\b)",
        r"\b(?:before|until) {who}{adv} (?:left|leaves|departed|departs)\b(?! (?:a|an|the|it|me|you|some|out|off"
        r"|early|for)\b)",
        r"\bnow that {who}{is} gone\b(?! (?:for|to|on|until|home)\b)",
        r"\bwith {who}(?:{is}|{has}|)(?: been| being)?{adv} gone\b(?! (?:for|to|on|until|this|next|home|all)\b)",
        r"{who}{is}{adv} gone(?=[,;.!] | now\b|[.!]|$)(?! (?:for|to|on|until|home)\b)",
        needs=(
            "left|leav|depart|quit|gone"
        ),
    ),
    *form(
        "went_elsewhere", "colleague", 0.86,
        r"{who}(?:{has}|{is}|'ll| will| will be| decided to|{has} decided to| chose to| is looking to)?{adv}"
        r" (?:be )?(?:moved|moving|move|moves) on"
        r"(?= from|{end}| {soon}| {away}| to (?:a|an|new|another|pastures|something|other|greener|{firm}))"
        r"(?! to (?:the|a|an|another) (?:next |new |other )?(?:topic|item|phase|slide|task|point|question|step"
        r"|agenda|section|project|stage))",
        needs="moved on|moving on|move on|moves on",
        is_strong=True,
    ),
    *form(
        "went_elsewhere", "colleague", 0.86,
        r"{who}(?:{has}|{is}|'ll| will)?{adv} (?:decided to |chosen to |chose to |going to |be |off to )?"
        r"(?:pursu(?:e|ing|ed)|explor(?:e|ing)|seek(?:ing)?) "
        r"(?:a |an |another |other |new |some )*(?:{job}|opportunit|interest|career|path|degree|venture)",
        needs="pursu|explor|seek",
        is_strong=True,
    ),
    *form(
        "went_elsewhere", "colleague", 0.86,
        r"{who}(?:{has}|{is}|'ll be| will be)?{adv} (?:accepted|taken|took|found|got|landed|taking|starting"
        r"|started|start|accepting) "
        r"(?:on |up )?(?:a|an|another|her next|his next|their next) ?{job} (?:elsewhere|outside|at (?:a|an"
        r"|another|{new})|with (?:a|an|another"
        r"|{new})|in another (?:company|firm|city|country)|somewhere)",
        needs="accept|taken|took|found|got |land|taking|start",
        is_strong=True,
    ),
    *form(
        "went_elsewhere", "colleague", 0.86,
        r"{who}(?:{has}|{is}|'ll be| will be)?{adv} (?:accepted|taken|took|found|got|landed|has|taking|starting"
        r"|started) "
        r"(?:a|another) (?:new |different |better )?(?:job|employer)\b",
        needs=" job| employer",
        is_strong=True,
    ),
    *form(
        "went_elsewhere", "colleague", 0.86,
        r"{who}(?:{has}|{is}|'ll be| will be){adv} (?:gone|off|going|heading|headed|moved|jumped"
        r"|defected) (?:over |off )?to (?:{new}(?= (?:as|in|last|next|to|now|where"
        r")|[.,;!]|$)|another (?:company|firm|employer)|a (?:competitor|rival|start-?up|new (?:company|employer))"
        r"|pastures new|work for)",
        needs="gone|off to|going|heading|headed|moved|jumped|defected",
        is_strong=True,
    ),
    *form(
        "went_elsewhere", "colleague", 0.86,
        r"{who}(?:{has})?{adv} (?:went|left|moved|gone|jumped ship) (?:over )?to (?:work for "
        r"|join )?(?:another (?:company|firm|employer)|a (?:competitor"
        r"|rival|start-?up)|join {new})",
        needs="went to|left to|moved to|gone to|over to|ship",
        is_strong=True,
    ),
    *form(
        "went_elsewhere", "colleague", 0.86,
        r"{who}(?:{has})?{adv} left for {new}(?= (?:as|in|last|and)|[.,;!]|$)",
        needs="left for",
        is_strong=True,
    ),
    *form(
        "went_elsewhere", "colleague", 0.86,
        r"{who}(?:{has})?{adv} (?:joined|started at|started with|gone to join) {new}(?= (?:as|in|last|at|on|this"
        r"|earlier|a|now|two|three|back|recently|,)|[.,;!]|$)",
        needs="join|started",
        is_strong=True,
    ),
    *form(
        "went_elsewhere", "colleague", 0.86,
        r"{who}{is}{adv} (?:now )?(?:working (?:at|for|with)|employed (?:at|by)) (?:{new}(?= (?:as|now|these"
        r"|since)|[.,;!]|$)|another (?:company|firm))",
        needs="working|employed",
        is_strong=True,
    ),
    *form(
        "went_elsewhere", "colleague", 0.86,
        r"{who}(?:{has}|{is}|'ll be| will be| will)?{adv} (?:retired|retiring|retire|(?:went|gone"
        r"|going) into retirement|taken early retirement"
        r"|taking early retirement|took early retirement|taking retirement)"
        r"\b(?! (?:the|this|that|our|an|some|it|old|from (?:the )?(?:board|committee)))",
        needs="retire|retiring",
        is_strong=True,
    ),
    *form(
        "went_elsewhere", "colleague", 0.86,
        r"{whose} (?:upcoming |recent |sudden |early |planned )?(?:retirement|resignation"
        r"|redundancy)\b(?! (?:plan|account|fund|savings|benefit|party of))",
        needs="retirement|resignation|redundancy",
        is_strong=True,
    ),
    *form(
        "went_elsewhere", "colleague", 0.86,
        r"{who}(?:{has}|{is}|'ll be| will be| will)?{adv} step(?:ped|ping|s)? (?:down|away)"
        r"(?= from (?:her|his|their|the|{firm}|{company})| as| {soon}|{end})",
        needs="step",
        is_strong=True,
    ),
    *form(
        "went_elsewhere", "colleague", 0.86,
        r"{who}(?:{has}|{is})?{adv} (?:bid|bidding|said|saying|waved) (?:us )?(?:farewell|good-?bye)",
        needs="farewell|goodbye|good-bye",
        is_strong=True,
    ),
    *form(
        "went_elsewhere", "colleague", 0.86,
        r"{who}{has}{adv} departed\b(?! (?:for|from (?:the|gate|terminal)|on|at \d))",
        needs="departed",
        is_strong=True,
    ),
    *form(
        "went_elsewhere", "colleague", 0.86,
        r"{who}{adv} departed(?: (?:{soon}|{company}|us)|{end})",
        needs="departed",
        is_strong=True,
    ),
)  # fmt: skip
