"""Acts by which a customer speaks for us, or against us: told upward, defends, brings people, prefers, offers, relies.

One finding a sentence at most. It judges sentences one by one; what a whole relation amounts to is decided elsewhere.
"""

from functools import reduce
from operator import or_

from graph_service.reading.advocacy import defence, vetoes
from graph_service.reading.advocacy.advises import ADVISES
from graph_service.reading.advocacy.coaching import COACHING
from graph_service.reading.advocacy.keeps_us import KEEPS_US
from graph_service.reading.advocacy.languages import OTHER_LANGUAGES
from graph_service.reading.advocacy.lends_name import LENDS
from graph_service.reading.advocacy.opens_doors import DOORS
from graph_service.reading.advocacy.outcomes import OUTCOMES
from graph_service.reading.advocacy.pointers import POINTERS
from graph_service.reading.advocacy.prefers import PREFERS
from graph_service.reading.advocacy.rescues import RESCUES
from graph_service.reading.advocacy.reverses import REVERSES
from graph_service.reading.advocacy.rules import WEIGHTS, Read, Rule, first_match, read
from graph_service.reading.advocacy.shields import SHIELDS
from graph_service.reading.advocacy.speaks import SPEAKS
from graph_service.reading.advocacy.stands_by import STANDS_BY
from graph_service.reading.advocacy.stories import Story, stories
from graph_service.reading.advocacy.tells import TELLS
from graph_service.reading.advocacy.upward import UPWARD
from graph_service.reading.advocacy.ushers import USHERS
from graph_service.reading.advocacy.volunteers import VOLUNTEERS
from graph_service.reading.findings import Finding
from graph_service.reading.plain_text.wording import plain_text
from graph_service.reading.setting import Setting, Turn

_SURE = 0.5
_IN_ORDER = (
    REVERSES
    + TELLS
    + SPEAKS
    + defence.DEFENDS
    + SHIELDS
    + COACHING
    + ADVISES
    + KEEPS_US
    + DOORS
    + LENDS
    + STANDS_BY
    + RESCUES
    + UPWARD
    + OUTCOMES
    + USHERS
    + VOLUNTEERS
    + POINTERS
    + PREFERS
    + OTHER_LANGUAGES
)
_ALONE = tuple(sorted(_IN_ORDER, key=lambda rule: rule.confidence < _SURE))
"""What is said to others goes before praise told to us alone, which many of the same sentences hold too."""
_ANY = reduce(or_, (rule.bits for rule in _ALONE + defence.REPLIES))


def find_advocacy(turn: Turn, setting: Setting) -> list[Finding]:
    """Return the acts of advocacy in a customer's turn, in order; none for our own people's turns.

    `topic` is the act ("against_" before it for the reverse), `weight` its signed strength (design, section 6:
    3 tells, defends, offers; 2 brings, prefers; 1 relies), `value` what is spoken for or to whom.
    """
    if turn.is_ours is True:
        return []
    answers = defence.answers_complaint(setting.earlier)
    rules = _ALONE + defence.REPLIES if answers else _ALONE
    said = [read(line) for line in plain_text(turn.text, setting.vocabulary).marked]
    told = [_told(turn.text, story, setting, "steps_in", 0.75) for story in stories(said)]
    found = (_first(line, rules, setting) for line in said)
    alone = [one for one in found if one and not any(one.start < story.end and story.start < one.end for story in told)]
    return sorted(told + alone, key=lambda one: one.start)


def _told(text: str, story: Story, setting: Setting, rule: str, confidence: float) -> Finding:
    """Return the finding of an act told over several sentences."""
    start, end = story.first.sentence.start, story.last.sentence.end
    return Finding(
        kind="advocacy",
        quote=text[start:end],
        start=start,
        end=end,
        rule=rule,
        confidence=confidence,
        value=_product(setting),
        topic="tells_upward",
        weight=WEIGHTS["tells_upward"],
    )


def _product(setting: Setting) -> str:
    return setting.vocabulary.products[0][0] if setting.vocabulary.products else ""


def _first(line: Read, rules: tuple[Rule, ...], setting: Setting) -> Finding | None:
    """Return the finding of the first rule that holds for this sentence."""
    passing = line.passing
    if not passing & _ANY:
        return None
    for rule in rules:
        if not passing & rule.bits or not all(passing & need.bits for need in rule.needs):
            continue
        match = first_match(rule.pattern, line)
        if match is None or not all(need.search(line.plain, line.passing) for need in rule.needs):
            continue
        if any(bar.search(line.plain, line.passing) for bar in rule.bars):
            continue
        if not vetoes.veto(line.plain, line.passing, match.start(), rule.allows):
            return _finding(line, rule, setting)
    return None


def _finding(line: Read, rule: Rule, setting: Setting) -> Finding:
    sentence = line.sentence
    return Finding(
        kind="advocacy",
        quote=sentence.text,
        start=sentence.start,
        end=sentence.end,
        rule=rule.name,
        confidence=rule.confidence,
        value=_product(setting),
        topic=rule.act,
        weight=rule.weight,
    )
