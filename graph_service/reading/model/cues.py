"""What of a sentence the heads see beside its vector: the words that tell an intention, where vectors tell a topic.

Each cue is 0 or 1 (the length runs to 1), on the plain form of `wording`. A head must be trained again when they
change.
"""

import re

import numpy as np
from numpy.typing import NDArray

from graph_service.reading.advocacy import vetoes as against_advocacy
from graph_service.reading.advocacy.classes import AUDIENCE, ME, NAMED, NEGATIVE, PLACE, PRAISE
from graph_service.reading.advocacy.rules import GATES as ADVOCACY_GATES
from graph_service.reading.plain_text.wording import Line
from graph_service.reading.requests import vetoes as against_requests
from graph_service.reading.requests.forms import GATES as REQUEST_GATES
from graph_service.reading.requests.nouns import DEED, OTHER, THING

SCALE = 0.5
"""A vector has the length 1, so a cue must be small beside it; 0.25 to 1 were compared on lines of the tuning part."""
LONG_WORDS = 30

_AUDIENCE, _ME, _PRAISE, _NEGATIVE, _PLACE, _NAMED = (
    re.compile(one) for one in (AUDIENCE, ME, PRAISE, NEGATIVE, PLACE, NAMED)
)
_WORDS = tuple(
    re.compile(rf"\b(?:{words})\b")
    for words in (
        "could|can|would|will|may|might",
        "wish|wishes|miss|misses|missing|lack|lacks|lacking",
        "need|needs|needed|must|have to|has to|required?",
        "like|love|prefer|happy|glad|great|nice|good|cool|wonderful|handy|useful|help|ideal",
        "no|not|never|nobody|none|without|nowhere",
        "i|my|me|myself",
        "we|our|us",
        "you|your|yours",
        "theproduct|the product",
        "therival|another vendor",
        (
            "told|said|explained|showed|wrote|presented|recommended|praised|mentioned|convinced|argued|defended|proposed"
            "|reminded|talked|spoke|asked|pitched|persuaded"
        ),
        "when|how|what|where|which|who|why",
        "please",
        "if|once|as soon as|until|unless",
        (
            "by hand|manually|every (?:time|day|morning|week|month|monday|friday)|spreadsheets?|excel|copy|type|retype"
            "|paper"
        ),
        r"broken|error|crash\w*|wrong|down|fails?|failed|slow|since",
        (
            "more|less|faster|bigger|smaller|easier|better|too|only|still|yet|own|itself|automatically|separate|per"
            "|instead|rather"
        ),
        (
            "call|meeting|invoice|contract|price|offer|discount|training|licen[cs]es?|signature|ticket|password|date"
            "|thursday|monday|friday|tuesday"
        ),
        "should|ought",
        "thanks|thank|regards|attached|sent",
        r"refer\w*|introduc\w*|recommend\w*|invite\w*|logo|quote|case study|reference|stage|visit|review",
        "between you and me|tip|advice|if i were you|hint|warned?|win",
    )
)
_OPENS_QUESTION = re.compile(r"(?:is|are|do|does|did|has|have)\b")


def cues_of(line: Line) -> NDArray[np.float32]:
    """Return the cues of a sentence, scaled to stand beside its vector."""
    plain = line.plain
    veto = advocacy_veto(line)
    heard, praised, named = (bool(one.search(plain)) for one in (_AUDIENCE, _PRAISE, _NAMED))
    told = (
        *(bool(one.search(plain)) for one in (THING, DEED, OTHER)),
        bool(request_veto(line)),
        veto == "question",
        bool(veto),
        heard,
        bool(_ME.search(plain)),
        praised,
        bool(_NEGATIVE.search(plain)),
        bool(_PLACE.search(plain)),
        named,
        praised and heard,
        heard and named,
        min(len(line.words), LONG_WORDS) / LONG_WORDS,
        "?" in plain,
        bool(_OPENS_QUESTION.match(plain)),
        *(bool(one.search(plain)) for one in _WORDS),
    )
    return np.array(told, dtype=np.float32) * np.float32(SCALE)


def advocacy_veto(line: Line) -> str:
    """Return what speaks against an act of advocacy anywhere in the sentence; "" when nothing does."""
    return against_advocacy.veto(line.plain, ADVOCACY_GATES.passing(line.words), 0, frozenset())


def request_veto(line: Line) -> str:
    """Return what speaks against a feature request; "" when nothing does."""
    return against_requests.veto(line.plain, REQUEST_GATES.passing(line.words), len(line.plain), frozenset())
