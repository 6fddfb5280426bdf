"""The reverse acts: spoke against us, prefers or moves to another. Wordings only; vetoes stand in `vetoes`."""

from graph_service.reading.advocacy.classes import AUDIENCE, GAP, ME, NEAR, PRODUCT, I
from graph_service.reading.advocacy.rules import Rule, any_of, words

REVERSES = (
    Rule(
        "speaks_against",
        "against_tells_upward",
        0.75,
        any_of(
            (
                rf"{ME}(?:recommend(?:ed|ing)?|advis(?:ed|ing)|argu(?:ed|ing)|vot(?:ed|ing)|push(?:ed"
                rf"|ing)) {NEAR}\b(?:against|not to (?:renew|extend|buy)|drop(?:ping)?|leav(?:e|ing)|replac(?:e|ing)"
                r"|switch(?:ing)? (?:to|away)|therival)\b"
            ),
            (
                rf"{ME}(?:told|telling|said to|wrote to|warned|informed) {AUDIENCE}\b{GAP}\b(?:not (?:to )?(?:renew"
                r"|extend)|drop|leave|replace|look (?:elsewhere|at alternatives|around)|get rid|move (?:away|off)"
                r"|switch away|cancel)\b"
            ),
            (
                r"\b(?:can not|could not|would not|will not|no longer|never|not going to) (?:\w+ )?(?:recommend|vouch "
                rf"for|defend|endorse) {PRODUCT}"
            ),
        ),
        allows=words("negation others"),
    ),
    Rule(
        "prefers_rival",
        "against_prefers",
        0.75,
        any_of(
            (
                rf"\btherival\b{NEAR}\b(?:is|are|was|looks?|seems?|feels?|does|has|offers?|can|do) {NEAR}\b(?:better"
                r"|faster|cheaper|ahead|easier|nicer|stronger|more \w+|less|simpler|half the price)\b"
            ),
            (
                rf"{I}(?:are |have |am |started |been |also |will be |going to be )*(?:evaluat(?:e|ing)|trial(?:l?ing)?"
                r"|testing|looking (?:at|into)|talking to|in talks with|speaking (?:to|with)|considering|comparing"
                r"|mov(?:e|ing) to|switch(?:ing)? to|migrat(?:e|ing) to|going with|signed with|leaning (?:towards?)"
                rf"|prefer) {NEAR}\b(?:therival|alternatives|other vendors|competitors?|a competitor)\b"
            ),
            rf"\bprefer therival\b|\btherival over {PRODUCT}",
        ),
        allows=words("others"),
    ),
)
