"""The forms in which people commit themselves to a next step, alone or together. Patterns only.

A sentence comes on one line, lower-cased, with straight apostrophes.
"""

import re

DEED = (
    r"(?:send|share|get back|follow up|follow-up|come back|circle back|report back|revert|reply|respond|answer"
    r"|set up|schedule|book|check|confirm|review|prepare|circulate|forward|call|ring|phone|ping|email|e-?mail"
    r"|mail|write|reach out|look (?:into|at)|take a look|have a look"
    r"|update|draft|put together|pull together|pull|introduce|connect|loop|bring|discuss|sign|provide|pass (?:it"
    r"|this|that|on|the)|raise|speak|talk|file|ship|deliver|investigate|let (?:you|everyone|them) know"
    r"|keep you (?:posted|updated)|finish|complete|fix|create|arrange|organi[sz]e"
    r"|double.check|test|roll out|submit|upload|add|remove|change|invite|ask|find out|dig|chase|push|escalate"
    r"|share|present|demo|show|walk (?:you|them)|run (?:it|this|that|the)|make sure|ensure|make an?|do (?:it|that"
    r"|this|a|the|some)|have (?:it|that|this|the \w+|a \w+|something|them|everything|one) (?:ready|done|to you"
    r"|over|sent|signed|back|for you|finished)"
    r"|get (?:it|that|this|the|you|them|him|her|someone|our|back|in touch|everyone|a)|give (?:you|him|her|them"
    r"|it)|join|attend|be (?:in touch|back in touch|there|ready|sending|sharing|done)|take (?:care|this|that|it"
    r"|the|notes|an action)|sort|handle|start|begin|kick off|move (?:it|this|the)|extend|renew|order|pay|approve"
    r"|release|drop (?:you|it|by)|note|compile|collect|gather"
    r"|consolidate|translate|record|publish|post|print|train|onboard|migrate|configure|enable|activate|grant"
    r"|assign|open|log|bump|align|coordinate|work (?:on|with|through|out)|try|verify|validate|analy[sz]e"
    r"|calculate|reproduce|document|summari[sz]e|reschedule|meet|see you|visit|swing by|stop by|come (?:by|over"
    r"|to))\b"
)
_SOFT = (
    r"(?:(?:also|then|just|definitely|gladly|happily|personally|now|quickly|first|try to|go ahead and"
    r"|make sure to|be able to|be|of course|certainly|, .{1,30},) )*"
)
_NOT = r"(?!(?:never|not|no longer|be honest|admit|say|miss|probably (?:never|not))\b)"

ONE = re.compile(
    rf"\b(?:i'll|i will|i shall|we'll|we will|we shall|i'm going to|i am going to|we're going to|we are going to"
    rf"|i'm gonna|we're gonna|i promise to|i plan to|we plan to|i intend to|we intend to|i aim to|we aim to"
    rf"|i commit to|let me|i can|we can|i'm happy to|i need to|we need to|i have to"
    rf"|(?:my|our) (?:team|side|colleagues?|engineers?|developers?|support(?: team)?|legal(?: team)?|people) will"
    rf"|action (?:item )?(?:for|on) (?:me|us|our side)(?: is to|:)?|on (?:my|our) (?:side|list"
    rf"|plate)[,:]?(?: to)?|(?-i:[A-ZÀ-Þ][a-zà-ÿ]{{1,20}}) will) {_NOT}{_SOFT}{DEED}",
    re.IGNORECASE,
)
"""The speaker's own side takes something on."""

_WEAK = re.compile(
    r"^(?:let me|i can|we can|i'm happy to|i need to|we need to|i have to|(?!i |we )\w+ will)\b", re.IGNORECASE
)
GOING = re.compile(
    rf"\b(?:i'm|i am|we're|we are) (?:{_SOFT})(?:sending|sharing|preparing|scheduling|booking|setting up"
    rf"|getting back|following up|drafting|putting together|arranging|submitting|finali[sz]ing|meeting|presenting"
    rf"|reviewing|having) [^.;!?]{{0,80}}\b(?:today|tomorrow|by|on|this|next|before|later)\b",
    re.IGNORECASE,
)
BOTH = re.compile(
    r"\b(?:let's|let us|shall we|should we|can we|could we|how about we|why don't we|maybe we (?:can|could"
    r"|should)|we should|we could|i suggest (?:that )?we|i propose (?:that )?we|i'd like to|would love to"
    r"|it would be good to|are you (?:free|available)|do you have (?:time|\d+ minutes|half an hour|a slot)"
    r"|would you be (?:free|available)"
    r"|how about|what about) (?:\w+ ){0,4}?(?:sync|meet|talk|speak|regroup|reconvene|touch base|catch up|connect"
    r"|schedule|set up|book|discuss|review|call|chat|jump on|hop on|get together|pick (?:this|it) up|revisit"
    r"|continue|plan|go through|walk through|work|have a (?:call|meeting|chat|quick|short)|follow up|do (?:a call"
    r"|it|this|that|lunch|coffee|a quick)"
    r"|check in|circle back|close this|decide|aim for|target|agree on|kick off|start|say|free|available|next|mon"
    r"|tues|wednes|thurs|fri|tomorrow|the \d)"
    r"|\b(?:does|would) (?:next |this |the |on )?(?:mon|tues|wednes|thurs|fri|tomorrow|\d)",
    re.IGNORECASE,
)
"""Both sides are to meet or to do something."""

AGREED = re.compile(
    r"\b(?:next steps?|action items?|to-?dos?|as agreed|we agreed|deadline|due (?:date|on|by)|meeting is (?:set"
    r"|booked|scheduled)|is scheduled for|are scheduled for|invite (?:is )?(?:out|sent)|see you (?:on|next"
    r"|tomorrow|at|then)|talk (?:to you )?(?:on|next|tomorrow))\b",
    re.IGNORECASE,
)
YOU = re.compile(
    rf"\b(?:you'll|you will|you are going to|you're going to|your (?:team|side) will|you (?:said|promised|agreed"
    rf"|offered|wanted|were going) (?:that )?(?:you(?:'d| would)|to)) {_NOT}{_SOFT}{DEED}",
    re.IGNORECASE,
)
"""The other side takes something on, as the speaker recalls it."""

UNREAL = re.compile(
    r"\b(?:if (?:you|i|we|it|that|there|needed|necessary|possible|so|not|they|he|she)|unless|in case|would|might"
    r"|maybe i|wish|hope(?:fully)?|could have|should have|never|won't|will not|can't|cannot|couldn't|not going to"
    r"|don't (?:want|plan)|used to|once (?:you|they)|as soon as you|whether|i'll be (?:honest|out|away|on leave)"
    r"|let me (?:know|guess|be|say|just say|tell|put it|explain|think|see)\b(?! (?:the|what|if i can)))",
    re.IGNORECASE,
)
MEETS = re.compile(
    r"\b(?:meet|call|sync|talk|speak|regroup|reconvene|touch base|catch up|chat|connect|meeting|together"
    r"|discuss)\b",
    re.IGNORECASE,
)
DUE = re.compile(
    r"\b(?:by|before|until|till|no later than|on|due|this|next|in|within|at|tomorrow|today|tonight|end of|eod|eow"
    r"|cob|for|from)\b",
    re.IGNORECASE,
)


def is_weak(found: str) -> bool:
    """Tell whether a form of commitment needs a day beside it to count."""
    return _WEAK.match(found) is not None
