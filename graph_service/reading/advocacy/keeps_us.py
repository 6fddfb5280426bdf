"""Stays with us where a rival or a tender was an open way; a firm decision, not mere praise. Wordings only."""

from graph_service.reading.advocacy.classes import NAMED, PRODUCT
from graph_service.reading.advocacy.rules import Rule, any_of, gated, words

_FREE = r"[^;?!]{0,100}?"
_RIVALS = (
    r"(?:therival|(?:other|the|your|several|two|three|four|five|some|all|all the|cheaper) (?:other )?(?:competit\w+"
    r"|vendors|suppliers|alternatives|rivals|tools|providers|bidders|offers|options|systems)|alternatives|competition"
    r"|the market|the alternatives|a competitor|your competitors?)"
)
_OURS = (
    r"(?:theproduct|you(?: guys| lot)?|with you|your (?:\w+ )?(?:tool|team|product|platform|system"
    r"|software)|what we have"
    r"|put)"
)
_STAYED = (
    r"(?:stay(?:ed|ing|s)?|stick(?:ing|s)?|stuck|keep(?:ing)?|kept|remain(?:ed|ing)?|renew(?:ed|ing)?|extend(?:ed|ing)?"
    r"|cho(?:se|ose)|chosen|pick(?:ed)?|select(?:ed)?|prefer(?:red)?|sign(?:ed)? (?:again )?with|went with"
    r"|decid(?:ed|e) (?:for"
    r"|on|to stay|to keep)|vot(?:ed|e) (?:for|to keep)|mov(?:e|ed|ing) (?:back )?to|c(?:ame|ome) back to"
    r"|return(?:ed)? to"
    r"|switch(?:ed)? back to|continu(?:e|ed|ing) with|settled on|opted for)"
)
_NO = (
    r"(?:said no|say no|no thanks|not interested|no interest|declined|turned (?:\w+ )?(?:them|him|it|her"
    r"|that|the offer|therival)?"
    r" ?down|turned (?:\w+ |therival ){0,4}?away|sent (?:them|him|her|therival\b) (?:away|home|packing)|reject\w*"
    r"|did not (?:even )?(?:bite|move|blink|consider)|not (?:even )?(?:tempted|tempting)|refused|showed "
    r"(?:them|him|her) the door"
    r"|not a patch|stopped|ended|cancelled|binned|off the table|out of the (?:race|question|running)"
    r"|passed on it|walked away)"
)

KEEPS_US = (
    Rule(
        "stays_despite_rival",
        "prefers",
        0.7,
        any_of(
            rf"\b{_RIVALS}\b{_FREE}\b{_STAYED} {_OURS}\b",
            rf"\b{_STAYED} {_OURS}\b{_FREE}\b(?:over|instead of|rather than|against|ahead of|despite|in spite of"
            r"|and not"
            rf"|although|even though|without) {_FREE}\b{_RIVALS}",
            rf"\b{_RIVALS}\b{_FREE}\b(?:we|i|our \w+|they|everyone|nobody|it)\b{_FREE}\b{_NO}",
            rf"\b(?:we|i|our \w+|my \w+) (?:\w+ )?{_NO}\b{_FREE}\btherival\b",
            rf"\b(?:try|tried|trying) to (?:poach|lure|steal|tempt|win|woo|pull|get) (?:us|me)\b{_FREE}\b{_NO}",
            rf"\b{_STAYED}\b{_FREE}\bwithout (?:going|looking|even looking|asking|a)\b{_FREE}\b(?:market|tender"
            r"|around|else\w*"
            r"|quotes?|rfp)",
            r"\b(?:renew\w*|extend\w*|sign\w*)\b[^;?!]{0,40}\bwithout (?:going (?:out )?to (?:market|tender)|a "
            r"tender|an rfp|looking"
            r" (?:around|elsewhere))",
            rf"\bconsolidat\w+\b{_FREE}\b(?:you|theproduct) (?:are|is|will be|stays?|remains?"
            rf"|made)\b{_FREE}\b(?:one of|stay\w*"
            r"|in|remain\w*|cut|the)",
            r"\b(?:compar\w+|evaluat\w+|look\w*|test\w*|tender\w*|review\w*"
            rf"|demo)\b{_FREE}\b{_RIVALS}\b{_FREE}\b(?:we|i|you|and|it)"
            rf"\b{_FREE}\b(?:{_STAYED} {_OURS}|appreciate {PRODUCT}|you (?:won|win|came out|are still|were still)"
            r"|confirmed)",
        ),
        needs=(
            gated(r"\b(?:we|i|our|us|my|everyone|everybody|they)\b"),
            gated(rf"\b(?:{NAMED}|no|not|renew\w*|poach|away|down|declined|rejected|stopped)\b"),
        ),
        bars=(
            gated(
                r"\b(?:chose|picked|went with|moved? to|switch(?:ed|ing)? to|prefer(?:red)?|decided (?:for|on)|good "
                r"impression"
                r"|consider\w*|evaluating|looking at) (?:\w+ )?therival\b|\beveryone (?:to|on) therival\b|\bmight\b"
                r"|\bmaybe\b"
                r"|\bcan you\b|\bwould you\b|\bhard to beat\b|\bstop(?:ped)? working\b|\byour prices?\b"
            ),
        ),
        allows=words("others negation past reported"),
    ),
)
