"""What states and values mean in plain words, the same in the API and on the command line. Pure.

Words match the evidence: what nobody said is a guess and is worded as one.
"""

from graph_service.resolvers.account_facts import AccountFacts
from graph_service.resolvers.alerts_words import day_words
from graph_service.resolvers.fact_rows import Millis
from graph_service.resolvers.person_facts import PersonFacts

DEPARTURES = {
    "present": "there", "away": "away", "watch": "unusually quiet, worth watching",
    "gone_quiet": "gone quiet, may have left", "departed": "left",
}  # fmt: skip
CHAMPIONS = {
    "none": "no champion", "supporter": "supporter", "coach": "coach", "champion": "champion",
    "at_risk": "champion at risk", "lapsed": "was a champion once", "departed": "was a champion, and left",
}  # fmt: skip
TRENDS = {"falling": "falling", "rising": "rising", "steady": "steady", "too_few": "too few texts"}
LEVELS = {
    1: "staff", 2: "senior", 3: "manager", 4: "head or director", 5: "vice president", 6: "top management",
}  # fmt: skip
WARM, COLD = 0.2, -0.2
WEIGHTY, SLIGHT = 0.66, 0.33
LEADS = 4
"""From this rank on somebody leads: head, director and above."""


def departure_words(facts: PersonFacts) -> str | None:
    """Return whether somebody has left, and where to as far as it is known."""
    state = facts.departure_state
    if state is None:
        return None
    if facts.is_leaving:
        return leaving_words(facts.leaving.began if facts.leaving else None, facts.new_employer)
    words = DEPARTURES.get(state, state)
    if facts.has_left and facts.new_employer:
        return f"{words}, now at {facts.new_employer}"
    if state == "away" and facts.away is not None and facts.away.detail:
        return f"{words} until {facts.away.detail}"
    return words


def leaving_words(last_day: Millis | None, employer: str | None) -> str:
    """Return that somebody is about to leave, on which day as far as that is known, and where to."""
    last = "" if last_day is None else f", last day probably {day_words(last_day)}"
    return f"is leaving{last}" + (f", going to {employer}" if employer else "")


def champion_words(facts: PersonFacts) -> str | None:
    """Return whether somebody speaks up for us."""
    if facts.is_leaving and facts.champion_state == "departed":
        return "was a champion, and is leaving"
    return None if facts.champion_state is None else CHAMPIONS.get(facts.champion_state, facts.champion_state)


def sentiment_words(value: float, trend: str | None) -> str:
    """Return the tone and where it is going; of too few texts nothing else is said."""
    if trend == "too_few":
        return TRENDS[trend]
    tone = "warm" if value >= WARM else "cold" if value <= COLD else "neutral"
    return tone if trend in {None, "steady"} else f"{tone}, {TRENDS.get(trend or '', trend)}"


def influence_words(value: float) -> str:
    """Return how much weight somebody carries."""
    return "much" if value >= WEIGHTY else "some" if value >= SLIGHT else "little"


def level_words(level: int | None) -> str | None:
    """Return a rank in words."""
    return None if level is None else LEVELS.get(level)


def usage_words(facts: AccountFacts) -> str | None:
    """Return how the use of our product goes."""
    if facts.usage_state != "falling":
        return facts.usage_state
    by = "" if facts.usage_change is None else f" by {abs(facts.usage_change):.0%}"
    return f"falling{by}" + (f" ({', '.join(facts.usage_features)})" if facts.usage_features else "")
