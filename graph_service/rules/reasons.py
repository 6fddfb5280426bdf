"""What an action rests on beside its words: the states, their sentences and interactions, the people and tickets named.

Owns which of them are shown, and how sure the states are. All of it is of the action's account alone, but for the
person's own place elsewhere.
"""

from collections.abc import Iterator
from datetime import date

from graph_service.domain.workspace import Workspace
from graph_service.rules.account_phrases import tickets_of_fall, tickets_of_surge
from graph_service.rules.background import Background, State
from graph_service.rules.enrichments import states_of
from graph_service.rules.plain_words import stored_day
from graph_service.rules.playbook import Playbook
from graph_service.rules.reach import names_used

MOST, MOST_A_TERM = 8, 3
SET_ASIDE = frozenset({"earlier_tone", "recent_texts", "engagement", "sentiment", "influence"})
"""Terms whose evidence is the usual, not the news."""
NORMAL = "normal"
"""The state of what is as usual: nothing rests on it."""
SURPRISE = "surprise"
"""The term that is -log10 of how often as much is seen by chance."""
DETECTED = frozenset({"departure", "move"})
"""Kinds of states whose probability is that of the state itself."""


def reasons_behind(playbook: Playbook, known: Background, workspace: Workspace) -> list[dict[str, str]]:
    """Return (term, uid) of what the reasons rest on: evidence first, then the states, people and tickets."""
    names = names_used(playbook)
    kinds = states_of(playbook.watch)
    watched = [one for kind in kinds for one in known.states if one.kind == kind and one.holds and one.state != NORMAL]
    named = (*_evidence(watched), *_people(names, known), *_tickets(names, known, workspace))
    rows = [*named, *((one.kind, one.uid) for one in watched)]
    first: dict[str, str] = {}
    for term, uid in rows:
        first.setdefault(uid, term)
    return [{"term": term, "uid": uid} for uid, term in first.items()]


def _evidence(states: list[State]) -> Iterator[tuple[str, str]]:
    """Yield the newest evidence of the states, at most so many a term and in all."""
    counts: dict[str, int] = {}
    seen: set[str] = set()
    for state in states:
        for one in state.support:
            if one.term in SET_ASIDE or one.uid in seen or len(seen) >= MOST:
                continue
            counts[one.term] = counts.get(one.term, 0) + 1
            if counts[one.term] <= MOST_A_TERM:
                seen.add(one.uid)
                yield one.term, one.uid


def _people(names: frozenset[str], known: Background) -> Iterator[tuple[str, str]]:
    """Yield the people that the texts name."""
    if names & {"successors", "replacement"}:
        yield from (("successor", one.uid) for one in known.heirs)
    if "others_lately" in names:
        yield from (("still there", one.uid) for one in known.others)
    if names & {"best_contact", "best_contact_state"} and known.others:
        best = max(known.others, key=lambda one: (one.strength, one.contacts, one.uid))
        yield "closest to us there", best.uid
    if names & {"new_employer", "new_place"}:
        yield from (("there now", one.uid) for one in known.places)


def _tickets(names: frozenset[str], known: Background, workspace: Workspace) -> Iterator[tuple[str, str]]:
    """Yield the newest tickets that the texts count."""
    fall = tickets_of_fall(known, workspace) if "tickets_meanwhile" in names else []
    surge = tickets_of_surge(known, workspace) if "newest_tickets" in names else []
    yield from (("ticket", one.uid) for one in (*fall[:MOST_A_TERM], *surge[:MOST_A_TERM]))


def since_behind(playbook: Playbook, known: Background) -> date | None:
    """Return the day from which the first watched state that holds, and is news, was said; None where none is."""
    kinds = [kind for kind in states_of(playbook.watch) if (held := known.held(kind)) and held.state != NORMAL]
    return next((stored_day(since) for kind in kinds if (since := known.opened(kind))), None)


def confidence_behind(playbook: Playbook, known: Background) -> float | None:
    """Return how sure the first watched state is (0..1), None where its detector gives no probability."""
    for kind in states_of(playbook.watch):
        state = known.held(kind)
        if state is None:
            continue
        if kind in DETECTED and state.probability is not None:
            return state.probability
        surprise = state.amount(SURPRISE)
        if surprise is not None:
            return float(1.0 - 10.0**-surprise)
    return None
