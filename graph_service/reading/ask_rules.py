"""The forms in which English asks for an answer or a deed.

A rule names a form of asking, not a topic. `find_asks` feeds it one sentence at a time, lower-cased, with straight
apostrophes, and with quoted speech and addresses blanked out.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """A form of request: its name, how sure it is, and its pattern."""

    name: str
    confidence: float
    pattern: re.Pattern[str]


def form(name: str, confidence: float, *alternatives: str) -> Rule:
    """Return the rule that holds when one of the alternatives is found."""
    return Rule(name, confidence, re.compile("|".join(f"(?:{one})" for one in alternatives)))


# The start of a clause: where a verb in first place is an order or a question, not a part of a statement.
_START = (
    r"(?:^|\.\. ?|[,;:(\u2013\u2014-]\s*(?:and |so |but |then |also |if not,? )?|\b(?:and|so|but|or|then|also"
    r"|therefore|meanwhile|if so|if not|if possible),? )"
)
_READER = (
    r"(?:you(?: guys| all| both| please| also| two)?|someone|somebody|any ?one|anybody|one of you|either of you"
    r"|each of you|all of you|every ?one|everybody|y'all|ya)"
)
_GIVE = (
    r"(?:send|give|get|forward|tell|show|e-?mail|fax|bring|remind|call|ring|ping|text|copy|mail|cc|drop|shoot"
    r"|ship|walk|point)"
)
ANY_NEWS = r"(?:update|news|word|progress|thoughts|feedback|idea|ideas|chance|movement|eta|luck|answer|response)"

RULES = (
    form(
        "request",
        0.9,
        rf"{_START}(?:can|could|would|will|won't|couldn't|might) {_READER}\b(?! (?:believe|imagine|say|look at that))",
        rf"{_START}(?:would|do) you mind\b",
        r"^(?:what|how|when|where) (?:do|would|did) you (?!know what)\w+",
        (
            r"^(?:[a-z.]+(?:,| and [a-z.]+,?) )?(?:do|did|have|are|were) you (?!a\b)\w+"
            r"|^(?:[a-z.]+(?: and [a-z.]+)?,? )?(?:can|could|shall) we (?!not\b)\w+"
        ),
        (
            rf"{_START}(?:can|could|may|might) (?:i|we) (?:please |also |just |possibly |then |perhaps "
            rf"|kindly )*(?:ask|have|get|see|borrow|trouble|request|bother)\b(?=.*(?:\?|\byou\b|\byour\b|please"
            rf"|\ba (?:copy|call)))"
        ),
    ),
    form(
        "please",
        0.85,
        rf"{_START}(?:(?:would|could|can) (?:you|someone|anyone) )?(?:please|pls|plz|kindly)[,:]? (?:(?:also"
        rf"|just|kindly|do|try to|be sure to|make sure|then|either|all|quickly|immediately|both"
        rf"|go ahead and) )*"
        r"(?!(?:note|find|see|be (?:advised|aware|assured|reminded|informed|patient)|feel|do(?:n't| not)|never"
        r"|accept|excuse|forgive|pardon|ignore|disregard|keep in mind|bear|remember|refer|visit|click"
        r"|unsubscribe|consider the|read|enjoy|understand|rest|treat|join|know|contact|direct your|delete"
        r"|print this|think of|allow|god|say hi|give my|extend|pass my|stop by|come by|recycle|access"
        r"|log ?(?:in|on)|vote|donate|subscribe|ring us|rsvp to)\b)"
        r"[a-z]{2,}",
        r"[a-z] please[.!]*$(?<!yes please.)(?<!yes, please.)",
    ),
    form(
        "let_me_know",
        0.85,
        r"\b(?:let|lemme) (?:me|us) (?:please |also |both )?know\b",
        r"\blmk\b",
        r"\bkeep (?:me|us) (?:posted|informed|updated|in the loop|advised)\b",
        (
            rf"{_START}(?:just |also |then )*{_GIVE} (?:me|us|him|her|them) (?!know\b)(?:a |an |the |your |any "
            rf"|some |back|by |when|what|if |whether|how|who|where|which|that |those|these|it\b|over|at |on "
            rf"|to |about|one|two|all|in |with |ideas|copies|comments)"
        ),
        rf"{_START}(?:just |also )*get back to (?:me|us)\b",
        (
            rf"{_START}(?:just )?(?:advise|confirm)(?: me| us)? (?:if|whether|when|that|how|what|who|asap|by"
            rf"|receipt|your|the|which)\b"
        ),
    ),
    form(
        "need",
        0.75,
        (
            r"\b(?:we|i)(?:'ll|'d|'re| will| would| do| are| am)? ?(?:still |also |really |just |urgently |now "
            r"|only )*(?:need|require|want|like|expect|going to need)(?:ing)? (?:you|someone|somebody"
            r"|one of you) to\b"
        ),
        (
            r"\b(?:we|i)(?:'ll|'d| will| would)? (?:still |also |really |just |urgently |now |only )*(?:need"
            r"|require)(?:s|ed)? (?:your|an? (?:answer|response|reply|decision|update|copy|date|call)|feedback"
            r"|confirmation|from you|the following from|some (?:help|guidance|feedback|input"
            r"|information) (?:from|with|on))\b"
        ),
        (
            r"\b(?:we|i)(?:'ll|'d| will| would)? (?:still |also |really |just |urgently |now |only )*(?:need"
            r"|require) (?!to\b)[^.?!]{2,80}? (?:from you|from your (?:side|team|end)|by (?:mon|tues|wednes"
            r"|thurs|fri|satur|sun)day|by (?:tomorrow|today|tonight|noon|eod|cob|close of business|end of"
            r"|the end of|next|this|the \d|\d|january|february|march|april|may \d|june|july|august|september"
            r"|october|november|december)|asap|as soon as|before (?:the|we|i|mon|tues|wednes|thurs|fri|\d)"
            r"|urgently)"
        ),
        r"\b(?:wait|waiting|still waiting) (?:for|on) (?:you\b|your\b|an answer|a reply|a response)",
        r"\bneeds? (?:an answer|your (?:answer|approval|sign|input|decision|ok|feedback|signature|comments|review))",
        (
            r"\bwould (?:also |really )*like your (?:comments|input|thoughts|feedback|views?|opinion|approval"
            r"|help|advice)"
        ),
        r"\byou (?:are|is) (?:kindly |also |each )*(?:required|requested|asked) to\b",
        (
            r"\byou(?:'ll| will)? (?:need|have) to (?:send|sign|return|complete|fill|confirm|approve|review|let"
            r"|provide|submit|reply|respond|call)\b"
        ),
        (
            r"\b(?:we|i)(?:'ll| will| would)? (?:still |also |really |just |urgently |now "
            r"|only )*need to (?:know|hear|have your|get your|see your)\b"
        ),
    ),
    form(
        "appreciate",
        0.8,
        (
            r"\b(?:would|'d|will) (?:really |greatly |very much |certainly |also |much )*(?:appreciate|welcome"
            r"|be (?:very |most |extremely |really |so )?(?:grateful|thankful|obliged|happy|great|good|helpful"
            r"|nice|useful|wonderful|lovely|ideal|perfect|best|appreciated))(?: it)? ?(?:,? ?(?:very much|a lot"
            r"|greatly))? ?(?:if (?:you|someone|anyone|we could|i could)|for (?:your|any|a)|to (?:have|get|see"
            r"|hear|receive|know) (?:your|from|what|whether|how)|your\b|any\b|(?:a |an )?(?:quick |short "
            r"|brief |early )*(?:answer|reply|update|call|copy|response|comments?|feedback|input|advice)"
            r"|hearing|knowing|some)"
        ),
        (
            r"^(?:any|your|a quick|an early) [^.?!]{2,60} (?:would|will) be (?:much |greatly |very |really "
            r"|most |highly )*(?:appreciated|welcome|helpful|great|useful)"
        ),
        r"\bappreciate (?:it )?if (?:you|someone|anyone) (?:could|can|would)\b",
        (
            r"\bwould (?:also |really )?be (?:very |most |really )?(?:helpful|useful|great|good) (?:to have"
            r"|to get|to know|to hear) (?:your|input|feedback|comments|from|whether|what|some|any)"
        ),
        r"\b(?:it )?would (?:really )?help (?:me |us )?(?:a lot |greatly )?(?:if you|to know|to have your)",
    ),
    form(
        "indirect",
        0.7,
        (
            r"\b(?:i|we)(?:'m| am| was|'re| are| were)? (?:just |also |really |still )*(?:wonder(?:ing|ed)?"
            r"|curious|keen to know) (?:if|whether|what|when|how|who|why|where|about)\b"
        ),
        r"^(?:just |also )*(?:wondering|curious) (?:if|whether|what|when|how|who|why|where)\b",
        r"\b(?:was|were|am|are|'m|'re) (?:just |really )*hoping (?:that )?(?:you|someone|we could|i could)\b",
        r"\bhop(?:e|ing) (?:that )?you (?:can|could) (?!see|make it|all|enjoy)",
        (
            r"\b(?:i|we)(?:'d| would) (?:just |also |really )*like (?:to (?:know|hear|understand|learn"
            r"|ask)\b(?! that)|your (?:thoughts|opinion|view|input|feedback|advice|help|comments))"
        ),
        r"\bwondering (?:if|whether) (?:you|someone|anyone|it would be possible)\b",
        (
            rf"^(?:is there |are there |do you have |have you (?:had|got) )?any {ANY_NEWS} (?:on|about|yet|from"
            rf"|regarding|for|with|here|of|as to)\b"
        ),
        rf"{_START}(?:who|when|where|what|which) (?:should|can|do|shall) (?:i|we) (?!know\b|call this)\w+[^.!]*$",
        (
            rf"{_START}do you (?:know|happen|have|think|want|need|remember|agree|mind) (?:if|whether|who|when"
            rf"|where|what|how|which|to|any|why|a|the|me|us)\b"
        ),
    ),
)
