"""What is said of a person in an action: champion since when, left by what sign, who follows, where they are now. Pure.

Owns the words for states and signs. They match the evidence: who is silent has "gone quiet", and only signs that
decide say "left". What would tell of another account is in `WHOLE` and nowhere else.
"""

from collections.abc import Iterable
from datetime import date

from graph_service.domain.facts import day_of
from graph_service.domain.workspace import Workspace
from graph_service.rules.background import Background, State, Support
from graph_service.rules.plain_words import day_text, listed, local_day, number_text, quoted, stored_day

WHOLE = ("new_employer", "move_signs", "new_place")
"""Names whose text tells of another account of the person: for those alone who see all of them."""
NAMES = (
    "champion_history", "last_advocacy", "left", "departed_on", "last_day", "departure_signs", "successors",
    "replacement", "others_lately", "known_by", "introducer", "at_risk_since", "risk_signs", "contact_last_on", *WHOLE,
)  # fmt: skip

BACKING = ("champion", "at_risk")
SIGNS = {
    "confirmed_by_a_person": "one of us confirmed it",
    "farewell": "they said goodbye themselves",
    "auto_reply_left": "an automatic reply says so",
    "job_ended": "their profile shows that the job ended",
    "new_employer": "their profile names a new employer",
    "said_by_colleague": "a colleague said so",
    "crm_says_left": "the CRM says so",
    "bounce": "a mail to them came back",
    "other_employer": "a profile of that name names a new employer",
    "farewell_hinted": "they hinted at a farewell",
    "perhaps_followed": "somebody spoke of a successor",
    "bounce_again": "another mail came back",
    "bounce_of_an_old_address": "a mail to an old address of theirs came back",
    "silence": "they are silent beyond their rhythm",
    "asks": "they leave mails unanswered that they usually answer",
}
"""Signs of a departure in words, the most telling first. Any other sign reads as "other signs": one that somebody was
seen at another firm tells of an account that a reader may not see."""
MACHINE = frozenset({"bounce", "bounce_again", "bounce_of_an_old_address"})
"""Signs in the words of a server: the day says enough."""
SHOWN_SIGNS = 3
RISKS = {
    "gone_quiet": "gone quiet, may have left",
    "spoke_against": "spoke against us",
    "falling_sentiment": "their tone is falling",
    "cooling": "contact has been cooling for three weeks or more",
    "no_recent_act": "nothing done for us within a year",
    "low_probability": "what they say and do no longer makes a champion likely",
}
MOVES = {
    "one of us said so": "one of us said so",
    "profile names them": "their profile names it",
    "said to have gone there": "it was named when they left",
    "seen there later than here": "they were seen there after they were last seen here",
}
SURE_HEIR = 0.3
"""A successor below this probability is shown and not proposed."""


def contact_phrases(known: Background, workspace: Workspace, today: date) -> dict[str, str]:
    """Return every name of `NAMES` with its text, as known on `today`."""
    departure = known.held("departure")
    left = departure if departure is not None and departure.state == "departed" else None
    risk = known.held("champion")
    at_risk = risk if risk is not None and risk.state == "at_risk" else None
    last = None if known.last_inbound_day is None else day_of(int(known.last_inbound_day))
    place = known.places[0] if known.places else None
    return {
        "champion_history": champion_history(known),
        "last_advocacy": _last_advocacy(known, workspace),
        "left": "is leaving" if left is not None and (stored_day(left.began) or today) > today else "has left",
        "departed_on": day_text(stored_day(known.opened("departure")) if left else None),
        "last_day": _last_day(left, today),
        "departure_signs": _signs(departure, workspace),
        "successors": listed([f"{_name(one.name)} ({one.p:.0%})" for one in known.heirs], "nobody is seen yet"),
        "replacement": replacement(known),
        "others_lately": _others(known),
        "known_by": _acquaintances(known),
        "introducer": _name(known.ties[0].name) if known.ties else "Whoever of us knows them",
        "at_risk_since": day_text(stored_day(known.opened("champion")) if at_risk else None),
        "risk_signs": "; ".join(_words(RISKS, ((at_risk.detail if at_risk else "") or "").split(",")))
        or "no sign is named",
        "contact_last_on": day_text(last),
        "new_employer": (place.account if place else "") or _told_employer(known) or "a new employer",
        "move_signs": _move_signs(known),
        "new_place": "an account that we know" if place else "not linked to an account here",
    }


def champion_history(known: Background) -> str:
    """Return since when somebody is or was a champion, or what they were instead."""
    newest = known.past("champion", BACKING)
    if newest is None:
        coach = known.past("champion", ("coach",))
        return "a supporter of ours without much influence" if coach else "not among our champions"
    since = newest.since
    while (before := _ending(known, since)) is not None:
        since = before.since
    begun = day_text(stored_day(since))
    goes_on = newest.holds or newest.until == known.opened("departure")
    return (
        f"our champion since {begun}"
        if goes_on
        else f"our champion from {begun} to {day_text(stored_day(newest.until))}"
    )


def _ending(known: Background, moment: int) -> State | None:
    """Return the state of a champion that went over into the one that began at `moment`."""
    states = (one for one in known.states if one.kind == "champion" and one.state in BACKING)
    return next((one for one in states if one.until == moment and one.since < moment), None)


def replacement(known: Background) -> str:
    """Return whom to turn to instead: a likely successor, else who is closest to us there."""
    if known.heirs and known.heirs[0].p >= SURE_HEIR:
        return _name(known.heirs[0].name)
    if known.others:
        return _name(max(known.others, key=lambda one: (one.strength, one.contacts, one.uid)).name)
    return "whoever comes next"


def _last_advocacy(known: Background, workspace: Workspace) -> str:
    """Return a sentence about what they did for us last; empty where nothing may be shown."""
    state = known.held("champion")
    acts = [one for one in state.support if one.term == "advocacy"] if state else []
    said = next((one for one in acts if one.quote), None)
    if said is None or not said.quote:
        return ""
    return f"They last spoke up for us on {day_text(local_day(said.at, workspace))}: {quoted(said.quote)}"


def _last_day(left: State | None, today: date) -> str:
    day = stored_day(left.began) if left else None
    if day is None:
        return "last day there unknown"
    return f"last day there {'is' if day > today else 'about'} {day_text(day)}"


def _signs(state: State | None, workspace: Workspace) -> str:
    """Return the signs of a departure, each with its day and its words where all who see the account may read them."""
    if state is None:
        return "none"
    told = [_sign(name, state.support, workspace) for name in SIGNS if name in state.names]
    hidden = any(name not in SIGNS and (state.amount(name) or 0.0) > 0.0 for name in state.names if name != "prior")
    return "; ".join([*told[:SHOWN_SIGNS], *(["other signs"] if hidden and len(told) < SHOWN_SIGNS else [])]) or "none"


def _sign(name: str, support: Iterable[Support], workspace: Workspace) -> str:
    behind = next((one for one in support if one.term == name), None)
    if behind is None or behind.at is None or name in {"silence", "asks"}:
        return SIGNS[name]
    day = day_text(local_day(behind.at, workspace))
    writer = f"{behind.who}, " if behind.who and name == "said_by_colleague" else ""
    if not behind.quote or name in MACHINE:
        return f"{SIGNS[name]} ({writer}{day})"
    return f"{SIGNS[name]} ({writer}{day}: {quoted(behind.quote)})"


def _others(known: Background) -> str:
    items = [
        f"{_name(one.name)} ({_engagement(one.level) if one.contacts else ''}{_exchanges(one.contacts)})"
        for one in known.others
    ]
    return listed(items, "nobody else there is known")


def _engagement(level: str | None) -> str:
    if level is None:
        return ""
    return "inactive, " if level == "inactive" else f"{level} engagement, "


def _exchanges(count: int) -> str:
    return f"{count or 'no'} exchange{'' if count == 1 else 's'}"


def _acquaintances(known: Background) -> str:
    items = [
        f"{_name(one.name)} (strength {one.strength:.0f} of 100, last contact "
        f"{day_text(None if one.last_day is None else day_of(one.last_day))})"
        for one in known.ties
    ]
    return listed(items, "nobody")


def _told_employer(known: Background) -> str:
    state = known.held("departure")
    return (state.detail if state else None) or known.employer or ""


def _move_signs(known: Background) -> str:
    move, departure = known.held("move"), known.held("departure")
    names = list(move.names) if move and known.places else []
    told = _words(MOVES, names)
    if not told and departure is not None:
        told = _words(SIGNS, [name for name in departure.names if name in {"new_employer", "other_employer"}])
    chance = f" ({number_text(known.places[0].p, '{:.0%}')} sure)" if known.places else ""
    return listed(told, "it was named when they left") + chance


def _words(words: dict[str, str], names: Iterable[str]) -> list[str]:
    wanted = {name.strip() for name in names}
    return [text for name, text in words.items() if name in wanted]


def _name(name: str) -> str:
    return name.strip() or "somebody without a name"
