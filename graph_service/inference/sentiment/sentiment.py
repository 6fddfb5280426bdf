"""How friendly each person of an account and the account as a whole are, over time, and when that shifted.

Owns the order of work of P5, P6 and P16. It reads no text: the tone of each was found by `reading.tone`. Nothing
after the horizon is looked at, and a day's value never rests on a later day.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph_service.domain.facts import SeriesFact, SpellFact
from graph_service.inference.casefile import Backdrop, CaseFile
from graph_service.inference.decay import SPENT, next_close, walk
from graph_service.inference.inferred import Copy, Inferred, value_at
from graph_service.inference.sentiment.means import LEVEL_HALF_LIFE, Look, Means
from graph_service.inference.sentiment.norms import DEFAULT, Norms
from graph_service.inference.sentiment.scores import level_score, within
from graph_service.inference.sentiment.shifts import RULE, ShiftRule, can_tell, shift_spells, trend_word
from graph_service.inference.sentiment.texts import by_writer, texts_of
from graph_service.inference.series import change_points, last_value

LEVEL, TEXTS, TOLD = "sentiment", "sentiment_texts", "sentiment_told"
Influence = Mapping[str, SeriesFact]


@dataclass(frozen=True, slots=True)
class _Crowd:
    """The people behind an account's tone; tells whether a shift is more than one unimportant person's."""

    account: Means
    influence: Influence
    rule: ShiftRule

    def backs(self, day: int, sign: int) -> bool:
        """Tell whether two people, or one of weight, wrote in the direction of the shift lately."""
        longer = self.account.look(day).longer
        pushes: dict[str, float] = {}
        for text in self.account.recent_texts(day):
            gap = (longer - self.account.tone_of(text, day)) * sign
            pushes[text.by_uid] = pushes.get(text.by_uid, 0.0) + gap
        behind = [uid for uid, push in pushes.items() if push > 0]
        return len(behind) > 1 or any(self.is_weighty(uid, day) for uid in behind)

    def is_weighty(self, uid: str, day: int) -> bool:
        """Tell whether a person's influence reached the bar by `day`."""
        series = self.influence.get(uid)
        return series is not None and (value_at(series, day) or 0.0) >= self.rule.weighty


def infer_sentiment(
    case: CaseFile,
    backdrop: Backdrop,  # noqa: ARG001 - every inference of an account is called alike; tone is no absence
    influence: Influence,
    horizon_day: int,
    norms: Norms = DEFAULT,
    rule: ShiftRule = RULE,
) -> tuple[Inferred, dict[str, Inferred]]:
    """Return what is said of the account and of each of its people by uid, as known at the end of `horizon_day`.

    Series: `sentiment` (-1..1, shrunk to the account and the workspace) and, of people, `sentiment_texts` (texts,
    halved every 45 days). Spells of kind `sentiment`: falling, rising. Copies: sentiment, sentiment_trend and, of
    people, sentiment_texts. `influence` is stakeholder → their influence over time. Formulas: inference.md section 5.
    """
    texts = texts_of(case, horizon_day)
    account = Means(texts, norms)
    crowd = _Crowd(account, influence, rule)
    own = by_writer(texts)
    people = {
        one.uid: _person(one.uid, Means(own.get(one.uid, []), norms, account), crowd, horizon_day)
        for one in case.people
    }
    return _account(case.uid, crowd, horizon_day), people


def _account(uid: str, crowd: _Crowd, horizon_day: int) -> Inferred:
    looks = looks_of(crowd.account, horizon_day)
    spells = shift_spells(crowd.account, looks, crowd.backs, lambda _: None, crowd.rule)
    return _inferred(uid, crowd.account, looks, spells, crowd.rule, horizon_day)


def _person(uid: str, own: Means, crowd: _Crowd, horizon_day: int) -> Inferred:
    looks = looks_of(own, horizon_day)
    harsh = {one.day: one for one in own.texts if own.tone_of(one, one.day) <= crowd.rule.harsh}
    weighty = {day: one for day, one in harsh.items() if crowd.is_weighty(uid, day)}
    spells = shift_spells(own, looks, lambda _day, _sign: True, weighty.get, crowd.rule)
    return _inferred(uid, own, looks, spells, crowd.rule, horizon_day)


def _inferred(
    uid: str, own: Means, looks: Sequence[Look], spells: tuple[SpellFact, ...], rule: ShiftRule, horizon_day: int
) -> Inferred:
    """Return the facts of a subject; only of a person the count of texts is kept.

    Whether there were texts enough to tell a trend is kept as 1 and 0, for looks at a past day.
    """
    days = [one.day for one in looks]
    level = change_points(LEVEL, days, (within(one.level) for one in looks))
    trend = trend_word(looks[-1] if looks else None, spells, rule)
    copies: list[tuple[str, Copy]] = [(LEVEL, last_value(level)), ("sentiment_trend", trend)]
    series = [level, change_points(TOLD, days, (float(can_tell(one, rule)) for one in looks))]
    if own.over:
        counts = change_points(TEXTS, days, (one.weight for one in looks))
        series.append(counts)
        copies.append((TEXTS, last_value(counts) or 0.0))
    scores = ((LEVEL, level_score(own, days[-1])),) if days else ()
    review = next_close(horizon_day) if looks and looks[-1].weight >= SPENT else None
    return Inferred(uid, tuple(series), spells, scores, tuple(copies), review_day=review)


def looks_of(own: Means, horizon_day: int) -> list[Look]:
    """Return what the texts say on each day that has one, and at the closes after it while that counts."""
    weights: dict[int, float] = {}
    for text in own.texts:
        weights[text.day] = weights.get(text.day, 0.0) + 1.0
    return [own.look(day) for day in walk(sorted(weights), weights, LEVEL_HALF_LIFE, horizon_day)[0]]
