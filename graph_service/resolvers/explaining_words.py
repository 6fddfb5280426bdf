"""States in words that match the evidence: silence is no farewell. Pure."""

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
    ("champion", "departed"): "was a champion, has left",
    ("sentiment", "falling"): "tone is falling",
    ("sentiment", "rising"): "tone is rising",
    ("usage", "falling"): "use is falling",
    ("tickets", "surge"): "more tickets than usual",
    ("escalation", "escalated"): "escalated",
}


def in_words(kind: str, state: str) -> str:
    """Return a state in words; the state's own name where that says it (a title, a level, a band)."""
    return WORDS.get((kind, state), state.replace("_", " ") if kind != "role" else state)
