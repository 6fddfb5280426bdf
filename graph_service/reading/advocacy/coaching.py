"""Coaches us: inside advice on how to win or keep their own firm. Wordings only; vetoes stand in `vetoes`."""

from graph_service.reading.advocacy.classes import GAP, NEAR
from graph_service.reading.advocacy.rules import Rule, any_of, gated, words

_QUIET = (
    r"(?:(?:not|you did not (?:hear|get|have) (?:this|it|that)|you have not (?:heard|got) (?:this|it|that)"
    r"|you never (?:heard|got) (?:this|it|that)|did not come) from me|between (?:us|you and me|ourselves"
    r"|the two of us)|off the record"
    r"|keep (?:this|it|that) (?:to yourself|between us|quiet|under your hat)|i should(?: really| "
    r"probably)? not (?:be )?(?:say|tell|shar|writ)\w*|on the quiet|unofficially|in confidence"
    r"|confidentially|do not (?:quote|tell any\w+)|for your (?:eyes|ears) only"
    r"|want (?:you|theproduct) to (?:win|get|keep|succeed|come out)|(?:a|one|small|little|friendly|quick"
    r"|free) (?:\w+ )?(?:tip|hint|word of advice|piece of advice|pointer|nudge)|my advice|word to the wise"
    r"|if i were you|inside (?:tip|track|info)|i am (?:rooting|on your side)|help you (?:win|get (?:this"
    r"|it) (?:through|over))|to (?:get|win) (?:this|it) (?:through|over the line|past))"
)
_ADVICE = (
    r"\b(?:send|bring|lead with|open with|start with|begin with|talk to|speak to|go (?:to|through|via"
    r"|straight|in)|avoid|mention|price|number|figure|under|below|decid\w+|signs?|sign|cares?|objection"
    r"|worr\w+|budget|therival|"
    r"discount|offer|quote|persuade|convince|ask for|push|hold (?:firm|out)|sharpen|come (?:down|in)|wait "
    r"until|before (?:the|monday|tuesday|wednesday|thursday|friday|they|he|she)|call (?:him|her|aname)"
    r"|show (?:him|her|them|aname)|leave out|skip|listens to|trusts?|likes?|hates|wants|veto|approval"
    r"|round|committee|board|pay|paid|per cent|percent|cheaper|proposal|deadline|pitch|slides?|tender)\b"
)
_DECIDES = (
    r"(?:decid\w+ (?:alone|it|this|everything|in the end|on)|has the (?:last|final) (?:word|say)|final say"
    r"|signs? (?:it |this )?(?:off|alone|everything)|holds? the (?:budget|purse|money|pen)|pulls? the "
    r"strings|(?:is|are) the (?:one|person|real) (?:\w+ )?(?:who|that|to|you|decision|decider)\w*|makes? "
    r"the (?:call|decision)|the real (?:decision|power)|will sign|needs to be (?:convinced|won))"
)

COACHING = (
    Rule(
        "inside_advice",
        "coaches",
        0.75,
        any_of(rf"\b{_QUIET}\b"),
        needs=(gated(_ADVICE),),
        bars=(
            gated(
                r"\b(?:meeting|call|gap|difference|link|sync|interface) between\b|\b(?:invoice|password|ticket|bug"
                r"|error|update|patch|new version|certificate|backup)\b"
            ),
        ),
        allows=words("negation conditional past"),
    ),
    Rule(
        "names_decider",
        "coaches",
        0.7,
        any_of(
            (
                rf"\b(?:aname|he|she|our \w+|the \w+|our \w+ \w+) {NEAR}{_DECIDES}{GAP}(?:, so|so|;|:|-|,|and|please)? "
                r"?\b(?:send|call|show|talk|speak|go|bring|copy|write|address|aim|pitch|make sure|get|invite|focus"
                r"|include) (?:\w+ ){0,4}?(?:to|him|her|aname|in|with|directly|it|the|your|them|through)\b"
            ),
            (
                r"\b(?:get|keep|bring|come in|make|put) (?:it|the (?:price|number|offer|quote|figure|total)|your \w+) "
                rf"(?:\w+ ){{0,2}}?(?:under|below|down|to)\b{GAP}\b(?:will sign|signs?|sign|agree|approve|go through"
                r"|yes|ok)\b"
            ),
        ),
        bars=(gated(r"\b(?:signed copy|sign here|docusign|nda)\b"),),
        allows=words("conditional"),
    ),
)
