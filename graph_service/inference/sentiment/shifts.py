"""When a tone has shifted: spells `falling` and `rising`.

Owns the thresholds, their hysteresis and the terms of a spell. A spell lasts only while the shift holds: it ends
when the texts no longer differ, or when there are none to tell.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from graph_service.domain.facts import SpellFact, Term, day_of
from graph_service.inference.evidence import CAP
from graph_service.inference.sentiment.means import GUARD_DAYS, Look, Means
from graph_service.inference.sentiment.texts import Text

KIND = "sentiment"
FALLING, RISING, STEADY, TOO_FEW = "falling", "rising", "steady", "too_few"
SEARCH_DAYS = 90
"""How far back the turning day is looked for."""


@dataclass(frozen=True, slots=True)
class ShiftRule:
    """Enter at `enter` standard errors and a difference of `least` with `texts` recent ones, clear below `clear`.

    `least` is in units of tau, the spread between people, so that it fits any scorer: 0.25 by the defaults. One text
    of `harsh` or below from somebody of influence `weighty` is enough for a fall.
    """

    enter: float = 2.0
    clear: float = 1.0
    least: float = 1.0
    texts: int = 2
    harsh: float = -0.8
    weighty: float = 0.6


RULE = ShiftRule()
Backed = Callable[[int, int], bool]
"""Whether enough people stand behind a shift on a day; the sign is 1 for a fall."""
Harsh = Callable[[int], Text | None]
"""The text of a day that is enough by itself."""


@dataclass(slots=True)
class _Open:
    state: str
    day: int
    terms: tuple[Term, ...]
    began: int
    held_to: int


def shift_spells(
    means: Means, looks: Sequence[Look], backed: Backed, harsh: Harsh, rule: ShiftRule = RULE
) -> tuple[SpellFact, ...]:
    """Return the spells over `looks` (ascending), the last one open where the shift still holds.

    `began_on` is the day of the first text after the change that explains the recent ones best.
    """
    found: list[SpellFact] = []
    current: _Open | None = None
    for look in looks:
        text = harsh(look.day)
        state = _sign_state(_entered(look, rule, backed), text)
        if current and (_is_over(current, look, rule) or state not in {"", current.state}):
            found.append(_spell(current, look.day))
            current = None
        if current is None and state:
            current = _opened(means, look, state, text)
    return (*found, _spell(current, None)) if current else tuple(found)


def trend_word(look: Look | None, spells: Sequence[SpellFact], rule: ShiftRule = RULE) -> str:
    """Return falling or rising while a spell is open, too_few where the texts do not suffice, steady otherwise."""
    if spells and spells[-1].valid_to is None:
        return spells[-1].state
    return STEADY if look and can_tell(look, rule) else TOO_FEW


def can_tell(look: Look, rule: ShiftRule = RULE) -> bool:
    """Tell whether there are texts enough, recent and earlier, to say where a tone is going."""
    return look.past > 0 and look.texts >= rule.texts


def _entered(look: Look, rule: ShiftRule, backed: Backed) -> int:
    """Return 1 for a fall that can be said on this day, -1 for a rise, else 0."""
    sign = 1 if look.z > 0 else -1
    strong = look.z * sign >= rule.enter and (look.longer - look.recent) * sign >= rule.least * look.tau
    return sign if strong and look.is_news and can_tell(look, rule) and backed(look.day, sign) else 0


def _sign_state(sign: int, harsh: Text | None) -> str:
    if sign > 0 or harsh:
        return FALLING
    return RISING if sign < 0 else ""


def _is_over(current: _Open, look: Look, rule: ShiftRule) -> bool:
    sign = 1 if current.state == FALLING else -1
    return look.texts == 0 or (look.z * sign < rule.clear and look.day >= current.held_to)


def _opened(means: Means, look: Look, state: str, harsh: Text | None) -> _Open:
    sign = 1 if state == FALLING else -1
    recent = means.recent_texts(look.day)
    pushing = [one for one in recent if (look.longer - means.tone_of(one, look.day)) * sign > 0]
    past = [one for one in means.until(look.day) if one.day < look.day - GUARD_DAYS]
    terms = [
        Term("recent_tone", round(look.recent, 9), newest_uids(pushing)),
        Term("earlier_tone", round(look.longer, 9), newest_uids(past)),
        Term("z", round(look.z, 9)),
        Term("recent_texts", float(look.texts), newest_uids(recent)),
    ]
    if harsh:
        terms.append(Term("harsh_text", round(means.tone_of(harsh, look.day), 9), (harsh.uid,)))
        return _Open(state, look.day, tuple(terms), harsh.day, look.day + GUARD_DAYS)
    return _Open(state, look.day, tuple(terms), turning_day(means, look, sign), look.day)


def newest_uids(texts: Sequence[Text]) -> tuple[str, ...]:
    """Return the evidence of up to five texts, newest first."""
    return tuple(one.uid for one in texts[-CAP:][::-1])


def turning_day(means: Means, look: Look, sign: int) -> int:
    """Return the day from which on the last texts differ most from before: max of n (m_s - mean of them)^2."""
    best, turn, total = -1.0, look.day, 0.0
    for count, text in enumerate(reversed(means.until(look.day)), 1):
        if text.day <= look.day - SEARCH_DAYS:
            break
        total += (look.longer - means.tone_of(text, look.day)) * sign
        gain = total * total / count if total > 0 else -1.0
        if gain > best:
            best, turn = gain, text.day
    return turn


def _spell(one: _Open, end: int | None) -> SpellFact:
    return SpellFact(
        KIND, one.state, day_of(one.day), None if end is None else day_of(end), day_of(one.day), one.terms,
        began_on=day_of(one.began),
    )  # fmt: skip
