"""The newest level of tone as a sum of named terms.

Owns the decomposition: m = (S1 + k m_above) / (S0 + k), text by text. It computes no other level than `Means`.
"""

from math import exp2, fsum

from graph_service.domain.facts import Score, Term
from graph_service.inference.evidence import CAP
from graph_service.inference.sentiment.means import LEVEL_HALF_LIFE, Means
from graph_service.inference.sentiment.shifts import newest_uids
from graph_service.inference.sentiment.texts import Text
from graph_service.inference.series import DIGITS


def level_score(own: Means, day: int) -> Score:
    """Return the level of `own` on `day` with its terms, kept in -1..1.

    Terms: `workspace_mean`; for a person `account_tone`, the pull of everybody's texts there;
    `text_1` … `text_5`, the newest own texts, newest first; `older_texts`; `limit` where the level would leave -1..1.
    """
    norms = own.norms(day)
    left = norms.pull / (own.look(day).weight + norms.pull)
    base = left * norms.grand_mean
    terms: list[Term] = []
    if own.over:
        above = own.over.look(day)
        shared = norms.pull / (above.weight + norms.pull)
        texts = own.over.until(day)
        colleagues = [one for one in texts if one.by_uid != own.texts[0].by_uid]
        worth = left * (above.level - shared * norms.grand_mean)
        terms.append(Term("account_tone", worth, newest_uids(colleagues or texts)))
        base *= shared
    terms = [Term("workspace_mean", base), *terms, *_text_terms(own, day, left / norms.pull)]
    level = own.look(day).level
    if within(level) != level:
        terms.append(Term("limit", within(level) - level))
    return Score(round(within(level), DIGITS), tuple(terms))


def within(level: float) -> float:
    """Return a level kept in -1..1: texts of a channel that is unlike the others can lead out."""
    return min(1.0, max(-1.0, level))


def _text_terms(own: Means, day: int, share: float) -> list[Term]:
    """Return a term for each of the newest texts, and one for all before them; `share` is 1 / (S0 + k)."""
    texts = own.until(day)
    newest, older = texts[-CAP:][::-1], texts[:-CAP]
    terms = [Term(f"text_{place}", _worth(own, one, day) * share, (one.uid,)) for place, one in enumerate(newest, 1)]
    if older:
        worth = fsum(_worth(own, one, day) for one in older)
        terms.append(Term("older_texts", worth * share, newest_uids(older)))
    return terms


def _worth(own: Means, text: Text, day: int) -> float:
    return own.tone_of(text, day) * exp2((text.day - day) / LEVEL_HALF_LIFE)
