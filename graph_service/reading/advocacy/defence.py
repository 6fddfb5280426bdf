"""Stands up for us against a colleague's complaint. Knows the turns before; does not judge the complaint."""

import re

from graph_service.reading.advocacy.classes import NEGATIVE
from graph_service.reading.advocacy.rules import GATES, Rule, any_of, gated, words
from graph_service.reading.setting import Turn

TURNS_BACK = 3
_TOKEN = re.compile(r"\w+")
_NEGATIVE = gated(
    NEGATIVE
    + (
        r"|\b(?:can not|does not|never works?|not enough|hate|sick of|fed up|annoy\w*|confus\w*|clunky|hard to"
        r"|too (?:much|many|complicated)|takes (?:forever|ages|too long)|not what we|let us down|useless"
        r"|waste)\b"
    )
)
_US = (
    r"(?:theproduct|you(?: guys)?|them|your \w+|the (?:tool|product|platform|system|team|support|vendor"
    r"|software)|it|they)"
)
_OURS = (
    r"(?:us|our (?:own )?(?:\w+ )?(?:side|end|data|setup|config\w*|fault|doing|it|network|process|mistake"
    r"|people|master data|file|firewall|import|mess|homework|team|server|mapping|input|\w+ team))"
)

DEFENDS = (
    Rule(
        "takes_side",
        "defends",
        0.8,
        any_of(
            (
                r"\bin (?:all )?(?:fairness|(?:your|their|theproduct's|its|\w+'s) def[ea]n[cs]e)\b|\bin "
                r"def[ea]n[cs]e "
                rf"of {_US}"
            ),
            rf"\bto be fair,? (?:to|on|with|towards) {_US}",
            (
                r"\b(?:that|this|it|which|the \w+(?: \w+)?)(?: one)? (?:is|was) (?:\w+ )?(?:on |down to |because of "
                rf"|caused by |due to )?{_OURS}\b[^.;?!]{{0,30}}\b(?:not|rather than|instead of) (?:on |the |a |with "
                rf"|because of )*{_US}"
            ),
            rf"\b(?:is|was|were) not (?:\w+ )?(?:{_US}'?s?|their|your) (?:fault|problem|doing|mistake|team)",
            rf"\b(?:is|was) not (?:\w+ )?(?:fair|right|reasonable) (?:to|on|for) (?:\w+ )?{_US}",
            (
                r"\b(?:can not|do not|should not|would not|not going to|let us not|hard to|never) (?:\w+ )?(?:blame"
                rf"|fault|pin (?:this|that|it) on|put (?:this|that|it) on) {_US}"
            ),
            rf"\b(?:defended|defending|stood up for|sticking up for|stuck up for|stand up for) {_US}\b",
            rf"\b(?:give|cut) {_US} (?:a (?:chance|break)|some (?:credit|slack|time)|credit|time)\b",
        ),
        bars=(
            gated(r"\btherival\b"),
            gated(
                r"\b(?:(?:will|would|can|could) not (?:\w+ )?(?:do (?:it|that|so)|defend\w*) (?:again|any ?more"
                r"|any longer|twice)|for the last time|last time)\b"
            ),
        ),
        allows=words("negation reported"),
    ),
)
REPLIES = (
    Rule(
        "answers_complaint",
        "defends",
        0.7,
        any_of(
            (
                r"\bto be fair\b|\bdisagree\b|\b(?:do not|would not|can not) (?:\w+ )?agree\b|\bpush back\b"
                r"|\b(?:harsh"
                r"|unfair|not fair|not quite (?:fair|right|true)|not true)\b|\bnot (?:my|our) experience\b"
            ),
            (
                r"\b(?:hang on|hold on|wait|come on|careful|no)\b,? (?:it|they|you|that|theproduct|we|the|i) (?:\w+ "
                r"){0,2}?(?:does|do|has|have|can|did|works?|fixed|is|are|was|got|found|think)\b"
            ),
            (
                r"\b(?:theproduct|it|they|the (?:tool|product|system|team)) (?:does|do|did) (?:do|work|support|have"
                r"|handle|deliver|fix|solve|help|that|it)\b"
            ),
            (
                r"\b(?:for us|on our side|in our team|with us|my team|over here|in my "
                r"experience)\b[^.;]{0,40}\b(?:works?|worked|fine|great|no (?:problem|issue)s?|better|good|saves?"
                r"|never had|smooth\w*|love)\b"
            ),
            r"\b(?:that|this|it|which) (?:is|was) (?:\w+ )?(?:on |down to |because of |caused by |due to "
            rf")?{_OURS}\b",
            (
                r"\b(?:give (?:it|them|you) (?:a (?:chance|bit|few)|time)|not (?:the tool|the product|theproduct)"
                r"|(?:they|you) (?:did |do |always )?(?:fix|answer|respond|sort)\w* (?:it|that|us|within|quick\w*"
                r"|same))\b"
            ),
        ),
        allows=words("negation reported"),
    ),
)


def complaint(text: str) -> bool:
    """Tell whether a text has a word of complaint."""
    lowered = text.lower()
    return _NEGATIVE.search(lowered, GATES.passing(set(_TOKEN.findall(lowered))))


def answers_complaint(earlier: tuple[Turn, ...]) -> bool:
    """Tell whether another customer spoke ill of us within the last three turns."""
    return any(turn.is_ours is not True and complaint(turn.text) for turn in earlier[-TURNS_BACK:])
