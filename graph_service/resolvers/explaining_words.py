"""States in words that match the evidence: silence is no farewell. Pure."""

from graph_service.resolvers.explaining_rows import StateSource
from graph_service.resolvers.rows import Millis

WORDS = {
    ("departure", "watch"): "may be leaving or gone, too early to say",
    ("departure", "gone_quiet"): "gone quiet, may have left",
    ("departure", "departed"): "has left",
    ("away", "away"): "away, said so",
    ("champion", "supporter"): "speaks well of us",
    ("champion", "coach"): "helps us from inside",
    ("champion", "champion"): "champion",
    ("champion", "at_risk"): "champion at risk",
    ("champion", "lapsed"): "was a champion, is none now",
    ("champion", "departed"): "was a champion, is leaving or has left",
    ("sentiment", "falling"): "tone is falling",
    ("sentiment", "rising"): "tone is rising",
    ("usage", "falling"): "use is falling",
    ("tickets", "surge"): "more tickets than usual",
    ("escalation", "escalated"): "escalated",
}


def in_words(one: StateSource, at: Millis) -> str:
    """Return a state in words, as of a day; the state's own name where that says it (a title, a level, a band).

    Nobody has left before their last day.
    """
    if (one.kind, one.state) == ("departure", "departed") and one.began_at is not None and one.began_at > at:
        return "is leaving"
    return WORDS.get((one.kind, one.state), one.state if one.kind == "role" else one.state.replace("_", " "))
