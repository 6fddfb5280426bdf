"""Makes the pictures over time out of a history: trends of a person, health of an account. Pure; reads nothing."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from graph_service.app.drawing.pictures import Band, HealthParts, HealthPicture, Line, TrendPicture
from graph_service.domain.facts import DAY_MS
from graph_service.resolvers.fact_rows import TrendSource
from graph_service.resolvers.fact_words import CHAMPIONS, DEPARTURES, leaving_words
from graph_service.resolvers.history_queries import History, PastSpell

FEWEST_TEXTS = 1.0
"""Effective texts below which no tone is drawn: about two texts of the last six weeks, as `too few` has it."""
OFF = 0.5
"""By how many points parts may miss the health they are said to be the sum of; else they are not drawn."""
MOST_DAYS = 730
"""How far back a picture goes."""
PART = "health_"
"""What a series of the points of one part of health is called, where such series are kept."""
DEALINGS = frozenset({"strength", "sentiment", "sentiment_texts", "reply_hours"})
"""What begins with the first dealings; influence begins with a title in the CRM, which may be much older."""
OF_PERSON = frozenset({"champion", "departure", "away", "sentiment"})
OF_ACCOUNT = frozenset({"health", "usage", "tickets", "escalation", "event", "competitor", "quiet", "sentiment"})
WORDS = {
    ("sentiment", "falling"): "tone falling", ("sentiment", "rising"): "tone rising",
    ("usage", "falling"): "use falling", ("tickets", "surge"): "surge of tickets",
    ("event", "domain_moved"): "moved to another domain", ("event", "account_quiet"): "the whole account fell silent",
    ("event", "incident"): "incident at many accounts", ("competitor", "mentioned"): "competitors named",
    ("quiet", "quiet"): "quiet",
}  # fmt: skip
TELLING = frozenset({"usage", "tickets", "competitor"})
"""Kinds whose detail says more than their state; that of `away` is a day."""


def trend_picture(name: str, account: str, history: History, day: int) -> TrendPicture:
    """Return the trends of a person at an account up to an epoch day, at most two years of them."""
    lines = _lines(history.trends, day)
    bands = _bands(history.spells, OF_PERSON, day)
    texts = lines.get("sentiment_texts", Line())
    return TrendPicture(
        name=name,
        account=account,
        first_day=_first(day, [line for metric, line in lines.items() if metric in DEALINGS], bands),
        last_day=day,
        strength=lines.get("strength", Line()),
        tone=without_guesses(lines.get("sentiment", Line()), texts),
        texts=texts,
        reply_hours=lines.get("reply_hours", Line()),
        influence=lines.get("influence", Line()),
        bands=bands,
    )


def without_guesses(tone: Line, texts: Line) -> Line:
    """Return the tone with gaps where it rests on too few texts; as it is where no number of texts is kept."""
    if not texts.days:
        return tone
    days = sorted({*tone.days, *texts.days})
    return Line(days, [tone.at(day) if (texts.at(day) or 0.0) >= FEWEST_TEXTS else None for day in days])


def health_picture(
    account: str, history: History, day: int, newest: Mapping[str, float] | None = None
) -> HealthPicture:
    """Return how an account went up to an epoch day, at most two years of it. `newest` are the parts of now."""
    lines = _lines(history.trends, day)
    bands = _bands(history.spells, OF_ACCOUNT, day)
    health = lines.get("health", Line())
    usage, tickets = lines.get("usage_weekly", Line()), lines.get("tickets_weekly", Line())
    band = next((one.state for one in reversed(bands) if one.kind == "health" and one.end is None), None)
    return HealthPicture(
        account=account,
        first_day=_first(day, [health, usage, tickets], bands),
        last_day=day,
        band=band,
        health=_while_told(health, bands),
        parts=list(_parts(lines, history.spells, day, newest or {})),
        usage=usage,
        tickets=tickets,
        bands=bands,
    )


def _lines(trends: Sequence[TrendSource], day: int) -> dict[str, Line]:
    """Return metric → its line, without a point after `day`."""
    lines: dict[str, Line] = {}
    for one in trends:
        points = [(at, value) for at, value in zip(one.days, one.values, strict=True) if at <= day]
        lines[one.metric] = Line([at for at, _ in points], [value for _, value in points])
    return lines


def _bands(spells: Sequence[PastSpell], kinds: frozenset[str], day: int) -> list[Band]:
    found = [
        Band(one.kind, one.state, _words(one, day), one.since // DAY_MS, _end(one, day))
        for one in spells
        if one.kind in kinds and one.since // DAY_MS <= day and (one.kind != "quiet" or one.state == "quiet")
    ]
    return sorted(found, key=lambda one: (one.start, one.kind, one.state, one.label))


def _end(spell: PastSpell, day: int) -> int | None:
    """Return the day a state ended; None while it holds, and where it ended only after the day asked for."""
    end = None if spell.until is None else spell.until // DAY_MS
    return None if end is None or end > day else end


def _words(spell: PastSpell, day: int) -> str:
    if spell.kind == "champion":
        return CHAMPIONS.get(spell.state, spell.state)
    if spell.kind == "departure":
        if spell.state == "departed" and spell.began is not None and spell.began // DAY_MS > day:
            return leaving_words(spell.began, spell.detail)
        return DEPARTURES.get(spell.state, spell.state) + (f", now at {spell.detail}" if spell.detail else "")
    if spell.kind == "away":
        return f"away until {spell.detail}" if spell.detail else "away"
    words = WORDS.get((spell.kind, spell.state), spell.state.replace("_", " "))
    return f"{words}: {spell.detail}" if spell.kind in TELLING and spell.detail else words


def _first(day: int, lines: Sequence[Line], bands: Sequence[Band]) -> int:
    """Return the first day of the picture: that of the first news, at most two years back, at least a month."""
    news = [line.days[0] for line in lines if line.days] + [band.start for band in bands]
    return min(max(min(news, default=day), day - MOST_DAYS), day - 30)


def _while_told(health: Line, bands: Sequence[Band]) -> Line:
    """Return health with a gap from where its band ended with none after it: from then on too little was known."""
    held = [one for one in bands if one.kind == "health"]
    starts = {one.start for one in held}
    gaps = [one.end for one in held if one.end is not None and one.end not in starts]
    if not gaps:
        return health
    days = sorted({*health.days, *gaps})
    silent = [(gap, min((start for start in starts if start > gap), default=None)) for gap in gaps]
    return Line(days, [None if _is_silent(day, silent) else health.at(day) for day in days])


def _is_silent(day: int, silent: Sequence[tuple[int, int | None]]) -> bool:
    return any(start <= day and (end is None or day < end) for start, end in silent)


def _parts(
    lines: Mapping[str, Line], spells: Sequence[PastSpell], day: int, newest: Mapping[str, float]
) -> Iterator[HealthParts]:
    """Yield the parts of health: those of series where they are kept, else of each day a band began, and of now."""
    kept = {metric.removeprefix(PART): line for metric, line in lines.items() if metric.startswith(PART) and line.days}
    if kept:
        days = [*sorted({at for line in kept.values() for at in line.days}), day + 1]
        for start, end in pairwise(days):
            points = [(name, value) for name, line in sorted(kept.items()) if (value := line.at(start)) is not None]
            if _adds_up(points, lines.get("health", Line()).at(start)):
                yield HealthParts(start, end, points)
        return
    for one in spells:
        if one.kind == "health" and one.since // DAY_MS <= day and one.term_names:
            yield HealthParts(one.since // DAY_MS, None, list(zip(one.term_names, one.term_values, strict=False)))
    if newest:
        yield HealthParts(day, None, sorted(newest.items()))


def _adds_up(points: Sequence[tuple[str, float]], health: float | None) -> bool:
    return health is not None and abs(sum(value for _, value in points) - health) <= OFF
