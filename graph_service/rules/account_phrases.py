"""What is said of an account in an action: tone, use, tickets, since when, and whom to turn to. Pure.

Owns the words for these. Numbers are those the state was opened with; tickets are counted up to the day.
"""

from datetime import date

from graph_service.domain.workspace import Workspace
from graph_service.rules.background import Background, State, Ticket
from graph_service.rules.plain_words import day_text, listed, local_day, number_text, quoted, stored_day

NAMES = (
    "best_contact", "best_contact_state", "tone_from", "tone_to", "tone_texts", "tone_people", "tone_since",
    "tone_quote", "tone_before", "usage_fall", "usage_since", "usage_said_on", "usage_features", "tickets_meanwhile",
    "ticket_count", "tickets_usual", "tickets_on", "ticket_topics", "newest_tickets",
)  # fmt: skip
SEVERE = "severe"
SHOWN_TICKETS = 3
TELLING_WORDS = 3
"""A shorter text ("Hm.") is quoted only where there is no other."""
TONE = frozenset({"recent_tone", "harsh_text"})
"""Terms of a shift whose texts are those that push it."""


def account_phrases(known: Background, workspace: Workspace) -> dict[str, str]:
    """Return every name of `NAMES` with its text."""
    return {
        **_contact(known),
        **_tone(known.held("sentiment"), workspace),
        **_usage(known, workspace),
        **_surge(known, workspace),
    }


def _contact(known: Background) -> dict[str, str]:
    best = max(known.others, key=lambda one: (one.strength, one.contacts, one.uid), default=None)
    if best is None or not best.name.strip():
        return {"best_contact": "somebody there", "best_contact_state": "Nobody whom we know is still there."}
    count = f"{best.contacts or 'no'} exchange{'' if best.contacts == 1 else 's'}"
    text = f"Closest to us there: {best.name} (strength {best.strength:.0f} of 100, {count} in the last 30 days)."
    return {"best_contact": best.name, "best_contact_state": text}


def _tone(state: State | None, workspace: Workspace) -> dict[str, str]:
    texts = state.amount("recent_texts") if state else None
    behind = [one for one in state.support if one.term in TONE] if state else []
    pushing = [one for one in behind if (one.weight or 0.0) < 0.0] or behind
    people = list(dict.fromkeys(one.who for one in pushing if one.who))
    quotes = [one for one in pushing if one.quote]
    telling = [one for one in quotes if len(str(one.quote).split()) >= TELLING_WORDS] or quotes
    worst = min(telling, key=lambda one: one.weight or 0.0, default=None)
    quote = ""
    if worst is not None and worst.quote:
        writer = f"{worst.who}, " if worst.who else ""
        quote = f"Words behind it ({writer}{day_text(local_day(worst.at, workspace))}): {quoted(worst.quote)}"
    return {
        "tone_from": number_text(state.amount("earlier_tone") if state else None, "{:+.2f}"),
        "tone_to": number_text(state.amount("recent_tone") if state else None, "{:+.2f}"),
        "tone_texts": "an unknown number of texts" if texts is None else _counted(int(texts), "text"),
        "tone_people": listed(people, "people whose texts not everybody may read"),
        "tone_since": day_text(_begun(state)),
        "tone_quote": quote,
        "tone_before": _before(state),
    }


def _before(state: State | None) -> str:
    """Return a sentence that the tone had fallen before, for an account that writes no more; empty where it had not."""
    if state is None or state.state != "falling":
        return ""
    fell = [number_text(state.amount(name), "{:+.2f}") for name in ("earlier_tone", "recent_tone")]
    since = day_text(_begun(state))
    return f"Their tone had fallen before: from {fell[0]} to {fell[1]} (of -1 to +1), from about {since} on."


def _usage(known: Background, workspace: Workspace) -> dict[str, str]:
    state = known.held("usage")
    change = state.amount("change") if state else None
    features = [one.strip() for one in ((state.detail if state else None) or "").split(",") if one.strip()]
    return {
        "usage_fall": number_text(None if change is None else -change, "{:.0%}"),
        "usage_since": day_text(_begun(state)),
        "usage_said_on": day_text(stored_day(state.since) if state else None),
        "usage_features": listed(features, "nothing more than the rest"),
        "tickets_meanwhile": _told(tickets_of_fall(known, workspace), workspace),
    }


def _surge(known: Background, workspace: Workspace) -> dict[str, str]:
    state = known.held("tickets")
    told = [one.strip() for one in ((state.detail if state else None) or "").split(",") if one.strip()]
    topics = [one for one in told if one != SEVERE]
    severe = ", and they are more severe than usual" if SEVERE in told else ""
    count = state.amount("tickets") if state else None
    return {
        "ticket_count": "an unknown number of tickets" if count is None else _counted(int(count), "ticket"),
        "tickets_usual": number_text(state.amount("expected") if state else None, "{:.1f}"),
        "tickets_on": day_text(stored_day(state.since) if state else None),
        "ticket_topics": (f"Standing out: {listed(topics, '')}" if topics else "No topic stands out") + severe,
        "newest_tickets": _told(tickets_of_surge(known, workspace), workspace),
    }


def tickets_of_fall(known: Background, workspace: Workspace) -> list[Ticket]:
    """Return the tickets of the weeks in which use began to fall, up to the day it was first said; newest first."""
    state = known.held("usage")
    since, said = _begun(state), stored_day(state.since) if state else None
    return [one for one in known.tickets if since and said and since <= _on(one, workspace) <= said]


def tickets_of_surge(known: Background, workspace: Workspace) -> list[Ticket]:
    """Return the tickets since a surge began, newest first."""
    since = _begun(known.held("tickets"))
    return [one for one in known.tickets if since and _on(one, workspace) >= since]


def _told(tickets: list[Ticket], workspace: Workspace) -> str:
    """Return how many tickets, and the subjects of the newest that all who see the account may read."""
    if not tickets:
        return "none"
    shown = [f"{quoted(one.subject)} ({day_text(_on(one, workspace))})" for one in tickets if one.subject]
    return f"{len(tickets)}" + (f", the newest {listed(shown[:SHOWN_TICKETS], '')}" if shown else "")


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _on(ticket: Ticket, workspace: Workspace) -> date:
    day = local_day(ticket.at, workspace)
    assert day is not None  # a ticket has a moment
    return day


def _begun(state: State | None) -> date | None:
    """Return when the thing itself began, else when it was first said."""
    if state is None:
        return None
    return stored_day(state.since if state.began is None else state.began)
