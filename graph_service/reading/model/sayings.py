"""Requests and acts of advocacy that no rule finds but the sentence model hears. It only adds; it takes nothing away.

To let the model take away what rules found was tried: it cost more true findings than false ones. What it adds must
pass the vetoes of the rules, and name us or a part of a program: alone, it hears intentions in any business talk.
"""

import re
from collections.abc import Sequence
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from graph_service.reading.advocacy.rules import WEIGHTS
from graph_service.reading.findings import Finding
from graph_service.reading.model.cues import advocacy_veto, cues_of, request_veto
from graph_service.reading.model.heads import head
from graph_service.reading.model.sentence_model import embed
from graph_service.reading.plain_text.wording import NAME, PRODUCT, RIVAL, Line, plain_text
from graph_service.reading.requests.nouns import DEED, THING, name_of
from graph_service.reading.setting import Setting, Turn

RULE = "model"
ADVOCACY_FROM, REQUEST_FROM = 0.85, 0.9
"""From which share on the model is believed, chosen where the tuning parts lose next to no precision."""
CONFIDENCE = 0.6
"""Less than that of any rule for an act towards others."""
MOST_LINES = 40
"""At most so many sentences of a turn are asked about, from the top."""

_US = re.compile(r"\b(?:theproduct|the product|you|your|yours)\b")
_MARKS = {PRODUCT: "the product", RIVAL: "another vendor", NAME: "someone"}
_MARK = re.compile(rf"\b(?:{'|'.join(_MARKS)})\b")


def find_by_model(turn: Turn, setting: Setting, found: Sequence[Finding]) -> list[Finding]:
    """Return what the model hears in a customer's turn where `found` has nothing of the kind; none in ours.

    The quote is the sentence, the rule "model". Of a request, `topic` is "model" and `value` the part of a program; of
    advocacy, `topic` is the likeliest act and `weight` its strength. Raises `ModelAbsentError`.
    """
    if turn.is_ours is True:
        return []
    lines = plain_text(turn.text, setting.vocabulary).marked
    acts = _heard("advocacy", _free([one for one in lines if _may_speak_for_us(one)], found, "advocacy"))
    asks = _heard("request", _free([one for one in lines if _may_ask(one)], found, "request"))
    product = setting.vocabulary.products[0][0] if setting.vocabulary.products else ""
    return [_act(line, vector, product) for line, vector, share in acts if share >= ADVOCACY_FROM] + [
        _request(line) for line, _, share in asks if share >= REQUEST_FROM
    ]


def sight(line: Line) -> NDArray[np.float32]:
    """Return what the heads are given of a sentence: its vector, with names told by what they are, and its cues."""
    told = _MARK.sub(lambda mark: _MARKS[mark.group()], line.plain)
    return np.concatenate([embed([told])[0], cues_of(line)])


def _heard(name: str, lines: Sequence[Line]) -> list[tuple[Line, NDArray[np.float32], float]]:
    """Return each sentence with what was seen of it and the share of the head's own class (its second)."""
    seen = [(line, sight(line)) for line in lines]
    return [(line, vector, float(head(name).shares(vector[None])[0, 1])) for line, vector in seen]


def _free(lines: Sequence[Line], found: Sequence[Finding], kind: str) -> list[Line]:
    """Return the sentences in which no rule found anything of the kind."""
    taken = [one for one in found if one.kind == kind]
    free = (
        line
        for line in lines
        if not any(line.sentence.start < one.end and one.start < line.sentence.end for one in taken)
    )
    return list(islice(free, MOST_LINES))


def _may_speak_for_us(line: Line) -> bool:
    return _US.search(line.plain) is not None and not advocacy_veto(line)


def _may_ask(line: Line) -> bool:
    return (THING.search(line.plain) or DEED.match(line.plain)) is not None and not request_veto(line)


def _act(line: Line, vector: NDArray[np.float32], product: str) -> Finding:
    acts = head("acts")
    act = acts.classes[int(acts.shares(vector[None])[0].argmax())]
    one = line.sentence
    return Finding(
        "advocacy", one.text, one.start, one.end, RULE, CONFIDENCE, value=product, topic=act, weight=WEIGHTS[act]
    )


def _request(line: Line) -> Finding:
    """Return the finding of a request; what is wanted is named from the first part of a program on."""
    one, thing = line.sentence, THING.search(line.plain)
    wanted = name_of(line.plain[thing.start() if thing else 0 :])
    return Finding("request", one.text, one.start, one.end, RULE, CONFIDENCE, value=wanted, topic=RULE)
