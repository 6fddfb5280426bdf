"""Inside advice in freer words: what their own deciders care about, and what we had better do. Wordings only."""

from graph_service.reading.advocacy.classes import AUDIENCE
from graph_service.reading.advocacy.rules import Rule, any_of, gated, words

_FREE = r"[^;?!]{0,110}?"
_DO = (
    r"(?:(?:do not|never|better not) (?:\w+ )?(?:lead|open|start|mention|bring|send|talk|push|use|go|offer"
    r"|show|name)|bring|send (?:me|him|her"
    r"|them|the|a|an|your|it)|lead with|open with|offer (?:him|her|them|a|two|three|one)|keep (?:the|it"
    r"|your)|stay (?:under|below)|hold firm|be firm"
    r"|give (?:me something|him|her|them)|have (?:an answer|the|your|a)|go (?:to|through|straight)|talk to"
    r"|speak to|call|show (?:him|her|them)|price it"
    r"|get (?:the|your|it)|put (?:the|a|in)|make sure|stress|focus on|avoid|skip|leave out|include|win "
    r"over|convince|prepare|aim)"
)
_CARES = (
    r"(?:cares? (?:about|for|only)|hates|loves|likes|wants? to (?:see|hear|know)|decides?|has the (?:last"
    r"|final) (?:word|say)|signs?|switch(?:es)?"
    r" off|falls asleep|will ask|always asks?|is (?:no|not a|a big) (?:friend|fan)|worr(?:y|ies|ied)"
    r"|looks (?:at|for)|listens? to|trusts?|is (?:the one|key"
    r"|nervous|afraid|allergic|against)|holds the|need(?:s)? to be (?:convinced|won)|counts?|believes? in"
    r"|has set aside|have (?:already )?set aside"
    r"|blocks?|will block|is made by|made by|approves?)"
)
_INSIDER = (
    r"(?:between (?:us|you and me|ourselves)|off the record|you did not hear (?:it|this|that) from me|not "
    r"from me|a tip|my tip|one tip|quick tip|little tip"
    r"|small tip|a hint|word of advice|my advice|if i were you|i want you to win|want you to (?:win|get "
    r"it)|just a heads-up|heads-up|heads up|entre nous"
    r"|in confidence|confidentially|i should not (?:say|tell)|unofficially|i would advise you)"
)
_DEAL = (
    r"(?:budgets?|board|savings|seats|licen[cs]es?|offer|price|pricing|contract|renewal|deal|vote"
    r"|committee|decision|board|discount|proposal|quote|slides?|cfo|ceo|procurement|controlling"
    r"|percent|per cent|year deals?|director|win|sign|approval|reference|security paper|works council"
    r"|tender|money|therival)"
)

ADVISES = (
    Rule(
        "knows_decider",
        "coaches",
        0.7,
        any_of(
            rf"\b(?:{AUDIENCE}|he|she|they)\b(?: \w+){{0,5}}? {_CARES}\b{_FREE}(?:, |; |: |- |\band |\bso ){_DO}\b",
            (
                rf"(?:^|[,;:.-] |\b(?:so|and|but|then) ){_DO}\b{_FREE}\b(?:she|he|they"
                rf"|{AUDIENCE})(?: \w+){{0,5}}? {_CARES}\b"
            ),
            rf"\bthe (?:real|actual|final|true) (?:decision|power|say|decider)\b{_FREE}\b{_DO}",
            rf"\b{_INSIDER}\b{_FREE}\b{_DEAL}\b",
            rf"\b{_DEAL}\b{_FREE}\b(?:off the record|between (?:us|you and me)|not from me)\b",
            r"\b(?:budgets?|planning|the books|budget (?:year|round|planning)|fiscal year) (?:\w+ )?(?:close[sd]?"
            r"|ends?|freez\w+|is locked|are locked|gets? locked|due)\b"
            rf"{_FREE}\b(?:get|send|have|hand|give|submit|bring)\b{_FREE}\b(?:offer|quote|proposal|price|numbers"
            r"|paper|case)\b",
            r"\b(?:get|send|have|hand|give|submit|bring) (?:me |us )?(?:the|your|an?) (?:\w+ )?(?:offer|quote"
            r"|proposal|price|numbers)\b[^;?!]{0,60}\b(?:before|until|by)\b"
            r"[^;?!]{0,30}\bbudgets?\b",
            (
                r"\b(?:stay|keep (?:it|the price)|come in|price it|remain) (?:under|below)\b[^;?!]{0,50}\bi can "
                r"(?:\w+ )?(?:sign|approve|decide|get it|push)"
            ),
            r"\b(?:give|send|get|write|make|need|prepare) (?:me )?(?:something|a one-?pager|one page|a page|three "
            r"numbers|a slide|a short \w+|two slides|the (?:\w+ )?savings)"
            rf"\b{_FREE}\b(?:i can (?:show|take|use|present|give|forward)|for (?:the|my|our) (?:cfo|board|boss"
            r"|director|ceo|committee|management))",
            rf"\b(?:help|helps) my case\b{_FREE}\b(?:if you|with)\b",
            rf"\b(?:our|the|my) (?:\w+ ){{0,2}}?{AUDIENCE} (?:will|is going to|is sure to) (?:\w+ )?(?:ask|raise"
            rf"|object|insist|push)\b{_FREE}\b(?:have an answer|be ready|prepare"
            r"|bring|ready)",
        ),
        needs=(gated(rf"\b{_DEAL}\b"),),
        bars=(
            gated(
                r"\b(?:invoice|password|ticket|bug|error|crash\w*|holidays?|parking|badge|back entrance|coffee|lunch"
                r"|office is closed|meeting (?:starts|is at)"
                r"|please sign|sign here|nda|delivery|expense|training|could you please|my presentation|resume"
                r"|candidate)\b"
            ),
        ),
        allows=words("negation conditional past reported others polite_if"),
    ),
)
