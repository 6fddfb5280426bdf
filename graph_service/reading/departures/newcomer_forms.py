"""The forms in which a new person says that what somebody did is theirs now. English only."""

from graph_service.reading.departures.forms import form

_WORK = (
    r"(?:role|position|job|responsibilities|duties|accounts|portfolio|work|tasks|team|desk|projects?|seat|shoes|post"
    r"|office|topics|area|tickets|cases|requests|issues|stuff|things|inbox|contracts|suppliers|vendors|systems|files"
    r"|customers|clients|workload)"
)
"""What somebody has for good; one ticket or one list is passed on every day."""
_CHARGE = (
    r"(?:role|position|job|responsibilities|duties|accounts|portfolio|tasks|desk|projects|topics|area|tickets|cases"
    r"|open requests|requests|workload|inbox|customers|clients|suppliers|vendors)"
)
_MATTER = r"(?:topic|ticket|project|case|request|issue|account|job|task|part|area|baby|thing|system|contract|matter)s?"
_OLD = r"(?:old |former |previous |open |ongoing |current |whole |entire ){0,2}"
_ON_ME = (
    r"(?:on|onto|to|over to|down to|with|in|into) (?:me\b(?! (?:while|until|during|today|this|as))"
    r"|my (?:desk|plate|lap|list|inbox|queue|table|hands|court|care|team)\b)"
)
_FOR_GOOD = (
    r"(?!\w)(?! (?-i:[A-ZÀ-ÖØ-Þ]))"  # not before the name is over
    r"(?! (?:while|until|till|during|today|tomorrow|this (?:week|morning|afternoon)|next week|for (?:a|the|two)))"
)
_I = r"\bi(?:'m| am|'ll be| will be)"
_GIVEN = r"\bi(?:'ve been| have been| was| am being| got|'m being|'ve just been){adv} (?:given|handed|assigned)"
_TOOK = (
    r"\bi(?:'ve| have| am|'m)?{adv} (?:inherit(?:ed|ing)|inherit|got|picked up|received|taken up|taken over|taking over"
    r"|took over|took up)"
)
_OPENING = r"^(?:\W{0,3}(?:hi|hello|hey|dear|good (?:morning|afternoon|day))\b[^,!.]{0,30}[,!.]? ?)?"
_CONTACT = r"(?:point of )?(?:contact|counterpart|go-to|person to (?:talk|write|speak) to)"
_GONE = (
    r"(?:moved on|left(?: us| {company}| {firm})?|gone|retired|departed|no longer (?:here|with (?:us|{company}"
    r"|{firm})"
    r"|at {firm}|working here))"
)

NEWCOMER_FORMS = (
    *form(
        "their_work_is_mine", "successor", 0.88,
        rf"{{whose}} {_OLD}{_WORK}(?: have| has| had)?{{adv}} (?:landed|ended up|come|came|moved|passed|fell"
        rf"|fallen|gone"
        rf"|went|arrived) {_ON_ME}",
        rf"{{whose}} {_OLD}{_WORK} (?:have been|has been|were|was|are being|is being|got|are|is){{adv}} (?:passed"
        rf"|handed"
        rf"|assigned|given|transferred|reassigned|moved|dropped)(?: on| over| down)? {_ON_ME}",
        rf"{{whose}} {_OLD}{_WORK} (?:are|is|will be|'s){{adv}} (?:all )?(?:mine|with me|my (?:job|responsibility"
        rf"|baby|area)"
        rf"|down to me|up to me|on my (?:desk|plate|list)){_FOR_GOOD}",
        needs=(
            "landed|ended up|come |came |moved |passed|fell|fallen|gone |went |arrived|handed|assigned|given|"
            "transferred|dropped| mine| me|my "
        ),
    ),
    *form(
        "i_got_their_work", "successor", 0.85,
        rf"(?:{_GIVEN}|{_TOOK}) (?:all |all of |most of |some of |the rest of )?{{whose}} {_OLD}{_CHARGE}\b{_FOR_GOOD}",
        rf"(?:{_GIVEN}|{_TOOK}) (?:all |all of )?(?:the |this |these |those )?{_OLD}{_CHARGE} (?:from|of|after) {{who}}"
        rf"{_FOR_GOOD}",
        rf"(?:{_I}|\band am|\bi){{adv}} (?:looking|look) after (?:all (?:that )?|everything (?:that )?|what "
        rf"|the things "
        rf"|whatever ){{who}} (?:did|used to|was|has|had|looked|handled|worked|left)",
        rf"(?:{_I}|\band am|\bi){{adv}} (?:do|doing|handl(?:e|ing)|responsible for|in charge of|run|running"
        rf"|manag(?:e|ing)"
        rf"|continuing|carrying on) (?:with )?(?:all |everything |what |that |whatever ){{who}} (?:did\b|used to"
        rf"|was doing"
        rf"|has done|looked after|handled|worked on|left)",
        rf"(?:{_I}|\band am){{adv}} (?:looking after|handling|responsible for|in charge of|running|managing"
        rf"|continuing"
        rf"|doing) {{whose}} (?:old|former|previous) {_WORK}{_FOR_GOOD}",
        rf"{_I} now{{adv}} (?:looking after|handling|responsible for|in charge of|running|managing|doing) {{whose}}"
        rf" {_OLD}{_WORK}{_FOR_GOOD}",
        rf"(?:{_I}|\bi've got|\bi have){{adv}} (?:now )?(?:sitting |working )?(?:at|in) {{whose}} (?:old |former "
        r"|previous )(?:desk|chair|seat|office|job|role|place)\b",
        needs="given|handed|assigned|inherit|got |picked up|received|taken|taking|took|after |handl|responsible|charge|"
        "run|manag|do|continu|carry|at |in ",
    ),
    *form(
        "new_in_their_place", "successor", 0.82,
        rf"{_OPENING}(?:just |now |newly )?taking over (?:from|for) {{who}}{_FOR_GOOD}",
        rf"{_OPENING}(?:just |now |newly )?stepping into {{whose}} {_OLD}{_WORK}{_FOR_GOOD}",
        rf"{_OPENING}(?:just |now |newly )?(?:the )?\bnew\b(?: [\w-]{{1,20}}){{0,4}}[ ,]{{1,2}}"
        rf"(?:taking over (?:from|for)|in place of|replacing|following) {{who}}{_FOR_GOOD}",
        r"\b(?:from|as) my predecessor,? {name}|\bmy predecessor(?:,| was| is| here was)? {name}",
        r"{name},? (?:who )?(?:was|is)? ?my predecessor\b",
        r"\bi(?:'ve| have)?{adv} follow(?:ed|ing)? (?:on from |in the footsteps of ){who}(?= (?:as|in|at"
        r"|here)|[.,;!]|$)",
        r"\b(?:i'm|i am) (?:now )?in {whose} (?:place|shoes)\b",
        needs="taking over|stepping|new |predecessor|follow|place|shoes",
    ),
    *form(
        "it_was_theirs", "successor", 0.78,
        rf"\b(?:this|that|these|it|they) (?:was|were|used to be) {{whose}} {_MATTER}[^.;!?]{{0,25}}?(?:,|\band"
        rf"|\bbut|\bso"
        r"|[-\u2013\u2014])[^.;!?]{0,15}?(?:\bi(?:'m| am|'ll be| will be)(?: now)? (?:doing|handling|taking|on"
        r"|looking"
        r"|responsible|the one)|\bi (?:do|handle|have|own|took|look)\b|\bit(?:'s| is) (?:now )?(?:mine|me|with me"
        r"|my)\b"
        r"|\b(?:now|they are|they're) (?:now )?mine\b)",
        needs="was |were |used to",
    ),
    *form(
        "they_left_to_me", "successor", 0.85,
        rf"{{who}}(?:{{has}}|{{is}})?{{adv}} {_GONE}[^;!?]{{0,60}}?(?:,|\band|\bso"
        rf"|[-\u2013\u2014])[^;!?]{{0,40}}?\b(?:i(?:'m"
        rf"| am|'ll be| will be)(?: now)?(?: be)? (?:your|the|our) (?:new |main |primary )?{_CONTACT}|i(?:'ll"
        rf"| will|'ve"
        r"| have|'m| am)?(?: now)?(?: be)? (?:tak(?:e|en|ing)|took) (?:over|on)\b|it(?:'s| is| will be"
        r"|'ll be) (?:now )?me\b"
        r"|(?:please )?(?:write|talk|turn|come|send [\w ]{1,30}|speak) to me\b|you (?:have|get|are stuck with) me\b)",
        needs="contact|counterpart|go-to|person to|over|take|took|me",
    ),
    *form(
        "me_instead", "successor", 0.72,
        rf"\b(?:me|myself) (?:instead of|in place of|in lieu of|rather than) {{who}}(?= (?:from|as|going|now|in)"
        rf"|[.,;!]|$)"
        rf"{_FOR_GOOD}",
        rf"\b(?:instead of|in place of) {{who}},? (?:please )?(?:contact|write to|talk to|turn to|reach out to"
        rf"|ask|copy"
        rf"|invite|include) me\b{_FOR_GOOD}",
        rf"{_I}{{adv}} your (?:new |main )?{_CONTACT} (?:instead of|in place of|after|following) {{who}}",
        needs="instead of|in place of|in lieu of|rather than|your",
    ),
)  # fmt: skip
