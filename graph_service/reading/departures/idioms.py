"""Figures of speech for leaving: keys handed in, empty desks, jumped ships, mailboxes that close. English only."""

from graph_service.reading.departures.forms import form

_HE = r"(?:he|she|they)"
_THINGS = (
    r"(?:keys?|badge|laptop|lanyard|company (?:phone|laptop|car)|access card|key ?card|pass|boots|hat|apron"
    r"|headset|gloves|uniform|whistle|keyboard)"
)
_GIVE = (
    r"(?:hand(?:ing|ed|s)?|turn(?:ing|ed|s)?|giv(?:e|en|es|ing)|gave|return(?:ing|ed|s)?|hang(?:ing|s)?|hung"
    r"|put(?:ting|s)?)"
)

OWN_IDIOMS = (
    *form(
        "own_things_back", "farewell", 0.82,
        rf"\bi(?:'m| am|'ll be| will be|'ll| will|'ve| have)?{{adv}} {_GIVE} (?:in|over|back|up) (?:my"
        rf"|the) {_THINGS}\b(?! (?:to (?:the )?(?:hotel|landlord|flat|house|apartment|car)))",
        r"\bi(?:'m| am|'ll be| will be|'ve| have|'ll| will)?{adv} (?:clear(?:ing|ed)?|empty(?:ing)?|emptied"
        r"|pack(?:ing|ed)?)(?: up| out)? my (?:desk|office|boxes|things|locker|stuff|bags for good)\b",
        rf"\bmy (?:desk|locker) is (?:now |already |almost |nearly |as good as )?(?:empty|cleared|packed)"
        rf"|\bmy {_THINGS} (?:stops?|will stop|expires?|goes back)\b",
        r"\bi(?:'m| am|'ll be| will be|'ve| have)?{adv} (?:hang(?:ing)?|hung) up my \w+|\bcalling it a (?:day"
        r"|career)(?: (?:at|with|here|after|for good))",
        needs=(
            "hand|turn|giv|gave|return|hang|hung|put|clear|empt|pack|my desk|my locker|stop|expire|goes back|"
            "calling it|my "
        ),
    ),
    *form(
        "own_last_sign", "farewell", 0.82,
        r"\bmy (?:very )?(?:last|final) (?:e-?mail|mail|message|note|call|meeting|ticket)(?: (?:to|with) (?:you"
        r"|all of you))?(?: (?:from|at|in|as|here|before i)\b|{end})(?! (?:about|on|was|regarding))",
        r"\b(?:this is|this will be|that was|these are) (?:my|the) (?:very )?(?:last|final) (?:e-?mail|mail"
        r"|message|note|words?|call|meeting|time|one) (?:from me|you'll|i'll|i |from this|with you|here"
        r"|at {firm})",
        r"\b(?:this|my) (?:e-?mail |mail )?(?:address|mailbox|inbox|account|line|number) (?:stops working"
        r"|will stop working|won't work|will not work|expires|will expire|dies|goes dark|won't exist|closes"
        r"|will close"
        r"|(?:will be|is|gets) (?:closed|gone|shut|dead|switched off|de-?activated|disabled))",
        r"\b(?:sign(?:ing)?|logg?(?:ing)?) off (?:for (?:good|the (?:last|final) time)|for ever|forever|here for)",
        r"\b(?:the )?last (?:time )?you(?:'ll| will) (?:hear|see|read|get|receive) (?:from me|me|an? (?:mail"
        r"|e-?mail|message|note) from me)\b",
        r"\b(?:next time|when) you (?:hear|see|read) (?:from )?me[^.;!?]{0,30} (?:another|a different|a new"
        r"|other) (?:company|firm|employer|address|logo|badge|hat)",
        r"\byou(?:'ll| will| can| may)(?: soon| still)? find me (?:at|with|elsewhere|over at|somewhere) (?:{new}"
        r"|another|a different|else\b|a new)",
        r"\bi(?:'ve| have)(?: only| just)? (?:got )?(?:one|two|three|four|a few|\d) (?:more |last "
        r"|final )?(?:days?|weeks?) (?:left|to go)(?: (?:here|at {firm}|with (?:you|the company|{firm})"
        r"|in this (?:job|role|place)))",
        r"\b(?:one|two|three|a few|\d) more (?:days|weeks|week|day)(?: and| before| until|, then"
        r"|, and)? (?:then )?i(?:'m| am|'ll be) (?:gone|out|off|history|done)\b",
        r"\bi (?:won't|will not|'ll not|'ll no longer|will no longer) be (?:here|around|in this (?:seat|chair|job"
        r"|role|position)|at this (?:desk|address)|your contact)[^.;!?]{0,25}? (?:any ?more|any longer"
        r"|after (?:that|this|the \d|end of|\w+day|\w+ \d)"
        r"|from (?:the \d|next month|\w+ \d)|in (?:the )?future)",
        r"\b(?:last|final) (?:stretch|lap|days|weeks|hours|chapter) (?:here )?(?:at|with) (?:{firm}|{company}"
        r"|this company)",
        r"\bmy (?:period of )?notice (?:period )?(?:ends|runs|is up|expires|started|starts|has)\b"
        r"|\bserving (?:out )?my notice|\bi(?:'m| am) working (?:out )?my notice",
        needs=(
            "last|final|address|mailbox|inbox|account|my line|number|off for|off here|hear|see|read|find me|left|"
            "to go|more day|more week|be here|around|in this|at this|contact|notice"
        ),
    ),
    *form(
        "own_way", "farewell", 0.8,
        r"\bi(?:'m| am|'ll be| will be|'ve| have)?{adv} (?:jump(?:ing|ed) ship|fly(?:ing)? the (?:nest|coop)"
        r"|flown the (?:nest|coop)|off for good|gone for good|out of here for good|out the door|bowing out"
        r"|bow(?:ed)? out|taking my leave"
        r"|(?:made|making|taken|taking) the (?:jump|leap)(?: to)?|clos(?:ing|ed) (?:this|the|my) (?:chapter|book"
        r"|door)|turn(?:ing|ed)? (?:over )?(?:the|a) (?:new )?(?:page|leaf)|(?:heading|moving|going) for the exit"
        r"|packing it in)",
        r"\bi(?:'m| am|'ll be| will be|'ve| have)?{adv} (?:taken|taking|took|accepted|accepting) (?:the "
        r"|a )?(?:voluntary |early )?(?:package|redundancy|severance|retirement|buy-?out)\b",
        r"\b(?:swapp?(?:ing)?|trad(?:e|ing)|exchang(?:e|ing)) (?:my |the )?(?:desk|office|job|spreadsheets"
        r"|{firm}) for (?:a |the |my )?(?!dark)[a-z]+",
        r"\b(?:all good things|every good thing|everything good) (?:must |has to |have to )?(?:come|comes) to an end",
        r"\b(?:it's|it is|the) time (?:has come )?(?:for me )?(?:to|that i) (?:go|leave|hand over the (?:baton"
        r"|reins|keys)|pass (?:on )?the (?:baton|torch)|try something (?:new|else|different)|do something (?:new"
        r"|else|different)|start something new)(?=[.,;:!]|$| (?:and|after|at|from))",
        r"\bi(?:'m| am|'ll be| will be|'ve| have)?{adv} (?:hand(?:ing|ed)?|pass(?:ing|ed)?) (?:on "
        r"|over )?the (?:baton|torch|reins)(?: to {next})?",
        r"\bi(?:'m| am|'ll be| will be) (?:trying|doing|starting|off to do) something (?:new|else|different"
        r"|completely (?:new|different))(?=[.,;:!]|$| (?:from|in|after|at|as of|next|elsewhere))",
        r"\bafter (?:\w+ |\d+ )(?:\w+ )?(?:years?|months|decades?)(?: (?:here|at {firm}|with {firm}"
        r"|in this (?:job|role|place|company)))?,? (?:it's|it is|i(?:'m| am)) (?:time|off|out|done|going|leaving"
        r"|moving|saying)",
        r"\bthe \d{1,2}(?:st|nd|rd|th) is (?:when|the day) i(?:'m| am)? (?:leave|go|finish|stop|done|off|out|hand"
        r"|walk)|\b\w+day is (?:when|the day) i(?:'m| am)? (?:leave|go|finish|stop|done|walk out|hand in)\b",
        r"\bi (?:finish|stop|end|wrap up|wind up)(?: (?:up|work))? (?:here|at {firm}|with {firm}|in this (?:job"
        r"|role))\b|\bi(?:'m| am) (?:finishing|stopping|wrapping|winding)(?: things)?(?: up)? (?:here"
        r"|at {firm}) (?:on|at|in|this|next|soon)\b",
        r"\b{next} is (?:your|the) (?:person|man|woman|go-to|contact|one to ask|one to talk to) from (?:now|then"
        r"|there|that day|monday|next \w+) on\b",
        needs=(
            "ship|nest|coop|for good|the door|bow|leave|jump|leap|clos|turn|exit|packing|package|redundan|"
            "severance|retirement|buy|swap|trad|exchang|good thing|everything good|time|baton|torch|reins|"
            "something|after |is when|the day|finish|stop|i end|wrap|wind|person from|man from|contact|"
            "go-to from|one to"
        ),
    ),
)  # fmt: skip

COLLEAGUE_IDIOMS = (
    *form(
        "went_away", "colleague", 0.82,
        r"{who}(?:{has}|{is}|'ll be| will be)?{adv} (?:jump(?:ed|ing) ship|flown the (?:nest|coop)"
        r"|flew the (?:nest|coop)|gone for good|off for good|out the door|out for good|bowed out|made the (?:jump"
        r"|leap|switch to (?:another|{new}))|taken the (?:jump|leap)"
        r"|took the (?:jump|leap|plunge)|cashed (?:out|in)|packed it in|moved to pastures new|thrown in the towel"
        r"|threw in the towel|walked out|walked away|left the building|checked out for good|hit the road"
        r"|upped sticks)\b(?! of (?:the meeting|the room))",
        needs=(
            "ship|nest|coop|for good|the door|bowed out|jump|leap|plunge|cashed|packed it|pastures|towel|walked|"
            "building|the road|sticks|the switch"
        ),
    ),
    *form(
        "went_away", "colleague", 0.82,
        rf"{{who}}(?:{{has}}|{{is}})?{{adv}} {_GIVE} (?:in|over|back|up) (?:his|her|their|the) {_THINGS}\b",
        needs="key|badge|laptop|lanyard|company |access card|pass|boots|hat|apron|headset|glove|uniform|" "whistle",
    ),
    *form(
        "went_away", "colleague", 0.82,
        r"{who}(?:{has}|{is})?{adv} (?:clear(?:ed|ing)|empt(?:ied|ying)|pack(?:ed|ing))(?: up| out)? (?:his|her"
        r"|their) (?:desk|office|boxes|things|locker|stuff|bags)\b",
        needs="clear|empt|pack",
    ),
    *form(
        "went_away", "colleague", 0.82,
        r"{who}(?:{has}|{is})?{adv} (?:taken|taking|took|accepted|got) (?:the |a |his |her )?(?:voluntary "
        r"|early )?(?:package|redundancy|severance|buy-?out)\b",
        needs="package|redundan|severance|buyout|buy-out",
    ),
    *form(
        "went_away", "colleague", 0.82,
        r"{who}(?:{has}|{is}|'ll| will)?{adv} (?:won't|will not|isn't|is not|is never|not|didn't|did not"
        r"|decided not to|has decided not to|never)(?: be)? (?:come|coming|came|return"
        r"|returning)(?: back)?(?: to (?:us|work|the company|{firm}|her job|his job|their job))?{end}"
        r"(?! (?:to me|on this|until))",
        needs="come|coming|came|return",
    ),
    *form(
        "went_away", "colleague", 0.82,
        r"{who} and (?:we|us|{firm}|{company})(?: have)?(?: went| gone| go)? (?:our|their) separate ways"
        r"|{who}(?:{has})?{adv} (?:gone|went) (?:his|her|their) own way",
        needs="separate way|own way",
    ),
    *form(
        "went_away", "colleague", 0.82,
        r"{whose} (?:temporary |fixed-term |work |employment )?contract (?:was|is|has)(?: been)?(?: not"
        r"|n't) (?:been )?(?:renewed|extended|prolonged)|{whose} (?:temporary |fixed-term )?contract (?:ran out"
        r"|ended|has ended|expired|runs out|ends)\b",
        needs="contract",
    ),
    *form(
        "went_away", "colleague", 0.82,
        r"{who} (?:now )?works? (?:at|for|with) (?:{new}|another (?:company|firm)|a (?:competitor|rival)"
        r"|somebody else|someone else)(?: now| these days|[.,;!]|$)(?<!, )",
        needs="works at|works for|works with|work at|work for|work with",
    ),
    *form(
        "went_away", "colleague", 0.82,
        r"{who}(?:{is}|{has})?{adv} (?:works?|working|doing|does|employed|somewhere|moved) (?:elsewhere"
        r"|somewhere else|something else(?: entirely)?|on to something else)(?: now| these days|[.,;!]|$)",
        needs="elsewhere|somewhere else|something else",
    ),
    *form(
        "went_away", "colleague", 0.82,
        r"{who}(?:{is}) (?:now )?at {new} (?:now|these days)\b",
        needs="these days| now",
    ),
    *form(
        "went_away", "colleague", 0.82,
        r"{who}(?:{is})?{adv} (?:isn't|is not|not|aren't) (?:here|around|with us|in the (?:company|business)"
        r"|there|in the picture|on board|among us) (?:now|any ?more|any longer|these days)\b",
        needs=(
            "not here|n't here|not around|n't around|with us|not in the|n't in the|in the picture|on board|"
            "among us|not there|n't there"
        ),
    ),
    *form(
        "went_away", "colleague", 0.82,
        r"\bwe(?:'ve| have| just)?{adv} (?:gave|given|give|had|have|held|threw|organi[sz]ed) {who} (?:a |an |her "
        r"|his |their )?(?:\w+ )?(?:send-?off|farewell|leaving|goodbye)",
        needs="send-off|sendoff|farewell|leaving|goodbye",
    ),
    *form(
        "went_away", "colleague", 0.82,
        r"\bwe(?:'ve| have| just)?{adv} (?:had|held|have) (?:a |the )?(?:\w+ )?(?:send-?off|farewell|leaving"
        r"|goodbye)(?: \w+)? for {who}",
        needs="send-off|sendoff|farewell|leaving|goodbye",
    ),
    *form(
        "empty_place", "colleague", 0.8,
        r"{whose} (?:desk|chair|seat|spot|place|locker|post|position) (?:is|has been|is now|has|stays|remains"
        r"|stands|was|got) (?:now |been |already |still |currently |standing )*(?:empty|vacant|cleared|free"
        r"|unfilled|advertised|open|up for grabs|re-?advertised)\b",
        needs="empty|vacant|cleared| free|unfilled|advertised|open|for grabs|filled|gone",
    ),
    *form(
        "empty_place", "colleague", 0.8,
        r"\b(?:desk|chair|seat|office) (?:opposite|next to|beside|across from|by)[^.;!?]{0,20} (?:is|has been"
        r"|stands|stays) (?:now )?(?:empty|vacant)\b[^.;!?]{0,20}?[,;.:-]* ?{name}",
        needs="empty|vacant",
    ),
    *form(
        "empty_place", "colleague", 0.8,
        r"{whose} (?:e-?mail|mail|mailbox|inbox|account|address|phone|login|access) (?:is|has been|was|will be"
        r"|bounces|got|now|is now|just) (?:now |already |being |been |since )*(?:closed|dead|de-?activated"
        r"|disabled|shut|gone|switched off|bounc\w+|removed|deleted|forwarded to)"
        r"\b",
        needs="closed|dead|activated|disabled|shut|gone|switched off|bounc|removed|deleted|forwarded",
    ),
    *form(
        "empty_place", "colleague", 0.8,
        r"{whose} (?:mails|e-?mails|messages) (?:now )?(?:come to|go to|land with|are forwarded to"
        r"|get forwarded to|are routed to) (?:me|us|my)\b",
        needs="mails |messages ",
    ),
    *form(
        "empty_place", "colleague", 0.8,
        r"\b(?:back )?(?:when|while) {who}{is} (?:still )?(?:here|around|with us|in charge|at the helm"
        r"|on the team)\b(?! (?:on|for|last|yesterday|tomorrow))",
        needs="here|around|with us|in charge|helm|on the team",
    ),
    *form(
        "empty_place", "colleague", 0.8,
        r"\bin {whose} (?:day|days|time|era)(?=[.,;!]| (?:we|it|things|this|there|everything)|$)"
        r"|\bunder {whose} (?:old )?(?:watch|reign)\b",
        needs="'s day|s' day|his day|her day|their day|'s time|his time|her time|their time|era|watch|reign",
    ),
    *form(
        "empty_place", "colleague", 0.8,
        r"\bi (?:was|used to be|had been|worked as) {whose} (?:deputy|assistant|number two|right hand|second"
        r"|stand-in|understudy|backup)\b",
        needs="i was |used to be|had been|worked as",
    ),
    *form(
        "empty_place", "colleague", 0.8,
        r"{name} used to (?:do|handle|run|own|manage|look after|take care of|deal with|lead|be (?:the|our"
        r"|in charge|responsible))[^.;!?]{0,50}[,;]? (?:but|and|until)(?: now)?(?: (?:that|it))? ?(?:he|she|they"
        r"|i|we|it|that|this|{next})(?:'s|'m| is| am| are|'ve| has| have)?"
        r" ?(?:left|gone|not|isn't|now|me|us|mine|took|taken|falls|fell|passed|moved)",
        needs="used to",
    ),
    *form(
        "empty_place", "colleague", 0.8,
        r"\b(?:with|without) {who} (?:gone|out of the picture|no longer (?:here|around|with us)|out the door)\b",
        needs="gone|picture|no longer|the door",
    ),
    *form(
        "empty_place", "colleague", 0.8,
        r"\b(?:we're|we are|the team is|team's) (?:\w+ )?(?:one|a) (?:man|woman|person|head|pair of hands"
        r"|planner) (?:down|short|less)[^.;!?]{0,20} (?:since|after|now that|without|with) {who}",
        needs=" down| short",
    ),
    *form(
        "empty_place", "colleague", 0.8,
        r"\b(?:remove|delete|take|drop|deactivate|disable|close|cancel)(?: out)? {whose} (?:account|login|seat"
        r"|licen[cs]e|access|user|profile|email)[^.;!?]{0,40}(?:left|gone|no longer|not here|isn't here"
        r"|any ?more)",
        needs="left|gone|no longer|n't here|not here|any more|anymore",
    ),
    *form(
        "empty_place", "colleague", 0.8,
        r"\b(?:don't|do not|no point|no use|no longer|please stop|stop) (?:in )?(?:writ(?:e|ing)|e-?mail(?:ing)?"
        r"|send(?:ing)?|contact(?:ing)?|cc(?:'?ing)?|copy(?:ing)?|cop(?:y"
        r"|ying))(?: \w+){0,3}? (?:to )?{name}(?:,)? (?:any ?more|any longer|(?:as|since|because) (?:he|she"
        r"|they)(?:'s|'ve| is| has| have| are)? (?:left|gone|no))",
        needs="any more|anymore|any longer|left|gone|has no",
    ),
    *form(
        "empty_place", "colleague", 0.8,
        r"\b(?:instead of|in place of) {who},? (?:who|as (?:he|she|they))(?:'s|'ve| is| has| have)?{adv} (?:left"
        r"|gone|moved|quit|retired|resigned)",
        needs="instead of|in place of",
    ),
    *form(
        "empty_place", "colleague", 0.8,
        r"{who},? (?:(?:who|and)(?:'s|'ve| has| is| have)?{adv} )(?:left|leaving|retired|resigned|quit|departed"
        r"|moved on)(?=[.,;!]| (?:us|the|in|last|at|on|for|this|a few|two)|$)",
        needs="left|leaving|retired|resigned|quit|departed|moved on",
    ),
)  # fmt: skip
