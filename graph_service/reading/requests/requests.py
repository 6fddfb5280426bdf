"""Features that customers ask for, as they say it: what they need, wish, miss, do by hand, or ask to have planned.

One finding a sentence at most. It does not group requests nor match them to releases.
"""

import re

from graph_service.reading.findings import Finding
from graph_service.reading.plain_text.wording import Line, plain_text
from graph_service.reading.requests import frames, nouns, vetoes
from graph_service.reading.requests.dreams import DREAMS
from graph_service.reading.requests.forms import GATES, Form
from graph_service.reading.requests.hopes import HOPES
from graph_service.reading.requests.lacks import LACKS
from graph_service.reading.requests.makeshifts import MAKESHIFTS
from graph_service.reading.requests.needs import NEEDS
from graph_service.reading.requests.orders import ORDERS
from graph_service.reading.requests.parts import PARTS
from graph_service.reading.requests.pleas import PLEAS
from graph_service.reading.requests.plights import PLIGHTS
from graph_service.reading.requests.wishes import WISHES
from graph_service.reading.setting import Setting, Turn

FORMS = WISHES + LACKS + HOPES + PLEAS + ORDERS + PLIGHTS + PARTS + DREAMS + NEEDS + MAKESHIFTS


def find_requests(turn: Turn, setting: Setting) -> list[Finding]:
    """Return the feature requests in a customer's turn, in order; none for our own people's turns.

    `value` is the thing wanted in a few plain words, `topic` the form of the asking; requests have no weight.
    """
    if turn.is_ours is True:
        return []
    read = plain_text(turn.text, setting.vocabulary).bare
    found = (_first(line, read[at + 1 : at + 2], setting) for at, line in enumerate(read))
    return [one for one in found if one is not None]


def _first(line: Line, following: tuple[Line, ...], setting: Setting) -> Finding | None:
    """Return the finding of the first form that holds for this sentence, or of an announcement of the next one."""
    passing = GATES.passing(line.words)
    for form in FORMS:
        if not passing & form.bits:
            continue
        for pattern in form.patterns:
            match = pattern.search(line.plain, passing)
            what, starts = _captured(match) if match else ("", 0)
            if not match or not _is_wanted(what, form, setting):
                continue
            ends = starts + len(nouns.head_of(what))
            if not vetoes.veto(line.plain, passing, ends, form.allows):
                return _finding(line, form.name, form.confidence, what)
    if following and (frames.announces(line.plain, passing) or _answers_itself(line, following[0], passing)):
        return _finding(line, "announced", 0.7, following[0].plain)
    return None


def _answers_itself(line: Line, following: Line, passing: int) -> bool:
    """Tell whether a sentence asks what is missing and the next one names a part of the product."""
    return frames.raises(line.plain, passing) and nouns.is_product_thing(nouns.head_of(following.plain))


def _captured(match: re.Match[str]) -> tuple[str, int]:
    """Return the wanted thing that a form caught, and where it begins; the whole match for next to nothing."""
    caught = match.group("what").strip()
    if len(caught) <= 3:
        return match.group(), match.start()
    return caught, match.start("what") + match.group("what").index(caught)


def _is_wanted(what: str, form: Form, setting: Setting) -> bool:
    """Tell whether `what` can be a part of the product."""
    head = nouns.head_of(what)
    if nouns.is_other_thing(head):
        return False
    if form.certain or nouns.is_product_thing(head) or (form.takes_uses and nouns.USE.match(head)):
        return True
    return any(feature.lower() in what for feature in setting.vocabulary.features)


def _finding(line: Line, rule: str, confidence: float, what: str) -> Finding:
    sentence = line.sentence
    return Finding(
        kind="request",
        quote=sentence.text,
        start=sentence.start,
        end=sentence.end,
        rule=rule,
        confidence=confidence,
        value=nouns.name_of(what),
        topic=rule,
    )
