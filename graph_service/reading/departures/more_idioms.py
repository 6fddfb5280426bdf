"""More ways of saying that somebody is gone: poached, changed jobs, waved off, with another firm now. English only."""

from graph_service.reading.departures.forms import form

_I = r"\bi(?:'m| am|'ll be| will be)"
_NEXT_JOB = (
    r"(?: as (?:a|an|the|their|its|head|chief|senior|vp|director)|,? where (?:i|he|she|they)(?:'ll| will"
    r"|'s going to)? )"
)

MORE_OWN_IDIOMS = (
    *form(
        "own_new_job", "farewell", 0.85,
        rf"{_I}{{adv}} (?:chang(?:ing|e)|switch(?:ing)?) (?:jobs|companies|employers?|firms|careers?)\b",
        r"\bi(?:'ve| have)(?: got)?{adv} (?:a|another) (?:new|different|better) (?:job|employer)\b",
        r"\bi(?:'ve| have){adv} (?:found|got|accepted|landed) something (?:else|new|better|different)\b",
        r"\bi(?:'ll| will|'m going to)?{adv} (?:start|starting|begin) (?:a new job|elsewhere|somewhere else"
        r"|somewhere new|with (?:my|a) new (?:employer|company|firm)|at (?:my|a) new (?:employer|company|firm))",
        rf"{_I}{{adv}} (?:off|moving|going|heading|switching|jumping|leaving)(?: over)? (?:to"
        rf"|for) {{new}}(?={_NEXT_JOB})",
        r"\b(?:my|the) new (?:job|employer) (?:starts|begins|is|at|will|in)\b|\bmy next (?:employer|company|job)\b",
        needs="jobs|compan|employer|firms|career| job|something|elsewhere|somewhere| as |where ",
        is_strong=True,
    ),
    *form(
        "own_goodbye", "farewell", 0.65,
        r"\b(?:it(?:'s| is| has)? been|it was) (?:a |an |such a |my |truly |really )*(?:real |great |true "
        r"|absolute |huge )?(?:pleasure|privilege|joy|honou?r|blast|ride)\b[^.;!?]{0,30}? (?:working|work"
        r"|collaborating|being) with (?:you|all|everyone|this)",
        r"\b(?:stay|keep|be|remain) in touch\b[^.;!?]{0,30}? linkedin|\b(?:find|add|connect with|reach"
        r"|contact) me (?:on|via|through|over) linkedin",
        r"^\W*(?:so,? |well,? )?(?:good-?bye|farewell|so long|adieu|adios|au revoir)[,!]? (?:all|everyone"
        r"|everybody|team|folks|friends|dear|my|and thank)\b",
        r"\bby the time you (?:read|get|receive|see) this,? i(?:'ll| will)(?: already)? (?:be gone|have (?:left"
        r"|gone|moved))",
        r"\b(?:the )?end of (?:the (?:road|line|journey)|an era) for me\b|\bthis is where i get off\b"
        r"|\bmy last (?:lap|stretch|act|round)\b",
        r"\b(?:from|as of|after|starting) (?:the \d{1,2}(?:st|nd|rd|th)|\w+day|next (?:week|month)|then"
        r"|\w+ \d{1,2})(?: on)?,? (?:someone|somebody) else (?:will|is going to|'ll) (?:be|take|look|sit|answer"
        r"|read|pick|run|handle|do)",
        rf"{_I} (?:gone|history|off the (?:books|payroll)) (?:after|as of|from|by) (?:the |\w+day|\d|next|end)",
        needs=(
            "pleasure|privilege|joy|honor|honour|blast| ride|linkedin|goodbye|good-bye|farewell|so long|adieu|"
            "adios|au revoir|time you|end of|get off|last lap|last stretch|last act"
            "|last round|one else|body else|gone|history|off the"
        ),
    ),
)  # fmt: skip

MORE_COLLEAGUE_IDIOMS = (
    *form(
        "changed_employer", "colleague", 0.83,
        r"{who}(?:{has}|{is})?{adv} (?:chang(?:ed|ing|es)|switch(?:ed|ing|es)|mov(?:ed|ing)) (?:jobs|companies"
        r"|employers?|firms|careers?)\b",
        r"{who}(?:{has})?{adv} (?:found|got|accepted|landed) (?:something (?:else|new|better|different)|an offer)\b",
        r"{who}(?:{has} been| was| got| were){adv} (?:poached|headhunted|head-hunted|snapped up|hired away"
        r"|lured away|shown the door|asked to (?:leave|go)(?! (?:ahead|through|over|to|back|for|on|with))"
        r"|walked out|escorted)\b",
        r"{who}(?:{has})?{adv} (?:swapped|traded|exchanged|left|ditched) us for\b",
        r"{who}(?:{has}|{is})?{adv} (?:opened|opening|started|starting|set up|setting up|founded|founding"
        r"|launched|running|runs) (?:his|her|their) own\b",
        r"{who}(?:{has}|{is})?{adv} (?:gone|going|went) back to (?:school|university|college|uni|study|studying)\b",
        r"{who}(?:{is}) (?:now (?:with|at|over at|working at) {new}|(?:with|at|over at) {new} (?:now|these days))",
        r"{who}(?:{has} been){adv} replaced\b{end}",
        r"{who} had to go\b{end}|\b{name} is on garden(?:ing)? leave",
        needs=(
            "jobs|compan|employer|firms|career|something|an offer|poached|headhunted|head-hunted|snapped|"
            "hired away|lured|shown|asked to|walked|escorted| us for|own|back to|now |these days"
            "|replaced|had to go|garden"
        ),
        is_strong=True,
    ),
    *form(
        "waved_off", "colleague", 0.78,
        r"\bwav(?:ed|ing) {who} (?:off|good-?bye)|\bwe(?:'ll| will| all| already| really| do)*(?: all| already"
        r"| really)? miss {name}(?: dearly| already| a lot| terribly| very much|{end})",
        r"{who}(?:{has})?(?: just| already)? had (?:his|her|their) (?:last|final|leaving|farewell"
        r"|retirement) (?:day|week|drinks|party|lunch|do|shift|meeting)?",
        r"\b(?:is|was|will be) {whose} last\b{end}",
        r"{who}(?:{has}|{is}|'ll| will)?{adv} (?:finish(?:ed|es|ing)?|stopp?(?:ed|s|ing)|wrapp?(?:ed|s"
        r"|ing))(?: up)? (?:here|with us|at {firm}|at {company})\b",
        r"{who} having (?:left|gone|departed|resigned|moved on|retired|quit)\b(?! (?:a|the|home|for))",
        r"{who} leaving (?:us |the company |{firm} )?(?:was|is|has|means|meant|leaves us|left us|came as|hit"
        r"|makes|made|really)\b",
        r"{who}{is}{adv} (?:out of (?:the (?:company|business|firm)|here)|off the (?:team|payroll"
        r"|project for good))\b",
        r"{who} (?:no longer has|doesn't have|does not have|hasn't got) (?:a |an )?(?:desk|seat|login|account"
        r"|badge|role|job)\b[^.;!?]{0,15}? (?:here|with us|any ?more)",
        r"{who} (?:won't|will not|isn't|is not) (?:be )?(?:on|in|at|joining|join|attending|part of) (?:these|this"
        r"|our|the|any)[^.;!?]{0,25} (?:any ?more|any longer|from now on|going forward)",
        r"\b(?:nobody|no one|someone new|somebody new|a stranger) (?:is )?(?:sits |sitting )?(?:in|at"
        r"|on) {whose} (?:seat|chair|desk|place|spot)",
        r"{whose} (?:old )?(?:job|role) is (?:now )?(?:open|vacant|(?:being )?advertised|unfilled|being filled"
        r"|up for grabs)",
        r"\bi(?:'m| am|'ve| have)?(?: now| been)? (?:do|doing|handle|handling|run|running|own|look(?:ing)? after"
        r"|took on|taken on) (?:what {who} (?:did|used to do|had|was doing)|{whose} (?:old )?(?:job|work|tasks"
        r"|stuff|bits))\b",
        r"\bthat (?:was|used to be) {name}(?:,| but| until| before|\.)[^.;!?]{0,60}?(?:not|n't|no longer|left"
        r"|gone|now|moved)\b",
        needs=(
            "wav|miss |had his|had her|had their|last|finish|stop|wrap|having|leaving|out of|off the|"
            "no longer has|have |hasn't got|any more|anymore|any longer|from now on|going forward"
            "|nobody|no one|new |stranger|open|vacant|advertised|filled|for grabs|do |doing|handl|run|own |look"
            "|took on|taken on|that was|used to be"
        ),
    ),
)  # fmt: skip
