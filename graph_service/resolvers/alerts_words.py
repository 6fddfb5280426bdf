"""What an alert says, in words that claim no more than its evidence does. Pure.

"Left" is said only where somebody or something said so, "is leaving" before the last day there; silence alone is
"gone quiet, may have left".
"""

from collections.abc import Callable, Mapping
from datetime import datetime

from graph_service.domain.workspace import utc_millis
from graph_service.resolvers.alerts_rows import AlertSource

REASONS = {
    "low_probability": "few signs of support are left", "falling_sentiment": "the tone is falling",
    "cooling": "less in touch than before", "gone_quiet": "gone quiet", "spoke_against": "spoke against us",
    "no_recent_act": "nothing done for us of late",
}  # fmt: skip
SIGNS = {
    "urgent": "urgent tickets", "marked": "marked as escalated", "chased": "chased for an answer",
    "again": "the same trouble again", "threat": "words of escalation", "complaint": "complaints",
}  # fmt: skip
CHAMPION_LEAVES = 3
AGAIN = ("at_risk", "lapsed")
RULING = "ruling"
SURE = 0.9


def alert_words(source: AlertSource) -> str:
    """Return the alert in a sentence."""
    say = WORDS.get(f"{source.kind} {source.state}", _other)
    return say(source)


def is_of_champion(source: AlertSource) -> bool:
    """Tell whether it is about a champion, or one who was a champion until then."""
    return source.rank == CHAMPION_LEAVES or source.kind == "champion"


def _name(source: AlertSource) -> str:
    return source.person.name if source.person else source.account.name


def _departed(source: AlertSource) -> str:
    champion = ", a champion of ours," if is_of_champion(source) else ""
    last = f"; last day there probably {day_words(source.began)}" if source.began is not None else ""
    says = "is leaving" if source.began is not None and source.began > source.at else "has left"
    return f"{_name(source)}{champion} {says} {source.account.name}{last}"


def _gone_quiet(source: AlertSource) -> str:
    champion = ", a champion of ours," if is_of_champion(source) else ""
    return f"{_name(source)} at {source.account.name}{champion} has gone quiet, may have left"


def _won(source: AlertSource) -> str:
    if source.detail == RULING:
        return f"{_name(source)} at {source.account.name} was confirmed as a champion of ours"
    become = "is a champion of ours again" if source.before in AGAIN else "has become a champion of ours"
    return f"{_name(source)} at {source.account.name} {become}"


def _at_risk(source: AlertSource) -> str:
    return f"{_name(source)}, a champion of ours at {source.account.name}, may be lost" + _why(source, REASONS)


def _lapsed(source: AlertSource) -> str:
    return f"{_name(source)} at {source.account.name} was a champion of ours and no longer acts as one"


def _tone(source: AlertSource) -> str:
    of = f" of {source.person.name}" if source.person else ""
    since = f" since about {day_words(source.began)}" if source.began is not None else ""
    return f"The tone{of} at {source.account.name} is falling{since}"


def _usage(source: AlertSource) -> str:
    change = _term(source, "change")
    fell = "" if change is None else f", down {abs(change):.0%}"
    since = f" since about {day_words(source.began)}" if source.began is not None else ""
    features = f" ({source.detail})" if source.detail else ""
    return f"Use of our product at {source.account.name} is falling{fell}{since}{features}"


def _tickets(source: AlertSource) -> str:
    count, usual = _term(source, "tickets"), _term(source, "expected")
    counts = "" if count is None or usual is None else f": {count:.0f} in a week where {usual:.1f} are usual"
    about = f" ({source.detail})" if source.detail else ""
    return f"A surge of tickets at {source.account.name}{counts}{about}"


def _escalated(source: AlertSource) -> str:
    return f"An escalation at {source.account.name}" + _why(source, SIGNS)


def _new(source: AlertSource) -> str:
    return f"Somebody new at {source.account.name}: {_name(source)}"


def _moved(source: AlertSource) -> str:
    where = source.joined.account_name if source.joined else "another account"
    verb = "is now at" if (source.probability or 0.0) >= SURE else "is probably now at"
    return f"{_name(source)}, known from {source.account.name}, {verb} {where}"


def _quiet(source: AlertSource) -> str:
    rhythm = _term(source, "rhythm_days")
    usual = "" if rhythm is None else f"; usually one hears from them every {rhythm:.0f} days"
    return f"{source.account.name} as a whole has gone quiet{usual}"


def _other(source: AlertSource) -> str:
    return f"{_name(source)}: {source.state.replace('_', ' ')}"


def _why(source: AlertSource, words: Mapping[str, str]) -> str:
    reasons = [one.strip() for one in (source.detail or "").split(",") if one.strip()]
    return f": {', '.join(words.get(one, one.replace('_', ' ')) for one in reasons)}" if reasons else ""


def _term(source: AlertSource, name: str) -> float | None:
    return dict(zip(source.term_names, source.term_values, strict=False)).get(name)


def day_words(millis: int) -> str:
    """Return a day such as 3 June 2026."""
    day: datetime = utc_millis(millis)
    return f"{day.day} {day:%B %Y}"


WORDS: Mapping[str, Callable[[AlertSource], str]] = {
    "departure departed": _departed, "departure gone_quiet": _gone_quiet, "champion champion": _won,
    "champion at_risk": _at_risk, "champion lapsed": _lapsed, "sentiment falling": _tone, "usage falling": _usage,
    "tickets surge": _tickets, "escalation escalated": _escalated, "person new": _new, "move moved": _moved,
    "event account_quiet": _quiet,
}  # fmt: skip
