"""Who could take a person's place, as one to turn to: ranked by influence, by how well ours know them, by overlap.

Owns the weights and the ranking: 0.4 influence + 0.3 strength + 0.3 overlap.
"""

from math import fsum

from graph_service.domain.facts import Score, Term
from graph_service.inference.paths.network import MEETING_UNITS, Network
from graph_service.inference.paths.records import Tie

INFLUENCE, STRENGTH, OVERLAP = 0.4, 0.3, 0.3
MOST = 5
DIGITS = 9


def replacements_for(network: Network, leaver_uid: str) -> list[tuple[str, Score]]:
    """Return up to five (uid, score), best first, ties by uid; of one of ours: others of ours by the people they know.

    For one of theirs: strength is the best tie with one of ours / 100, overlap the units (messages + 2 meetings)
    shared with the leaver over the most that anybody shares. For one of ours: strength is the mean strength with
    those whom the leaver knows, overlap the share of those whom they know too; nobody's influence counts.
    """
    leaver = network.people.get(leaver_uid)
    if leaver is None:
        return []
    scored = _ours(network, leaver_uid) if leaver.is_ours else _theirs(network, leaver_uid)
    ranked = sorted(scored, key=lambda item: (-item[1].value, item[0]))
    return [one for one in ranked if one[1].value > 0][:MOST]


def _theirs(network: Network, leaver_uid: str) -> list[tuple[str, Score]]:
    shared = _shared(network, leaver_uid)
    most = max(shared.values(), default=0.0) or 1.0
    strongest: dict[str, float] = {}
    for (_, uid), tie in network.ties.items():
        strongest[uid] = max(strongest.get(uid, 0.0), tie.strength)
    return [
        (uid, _score(one.influence, strongest.get(uid, 0.0) / 100.0, shared.get(uid, 0.0) / most))
        for uid, one in network.people.items()
        if not one.is_ours and uid != leaver_uid
    ]


def _shared(network: Network, leaver_uid: str) -> dict[str, float]:
    found: dict[str, float] = {}
    for (one, two), tie in network.colleagues.items():
        if leaver_uid in (one, two):
            found[two if one == leaver_uid else one] = tie.messages + MEETING_UNITS * tie.meetings
    return found


def _ours(network: Network, leaver_uid: str) -> list[tuple[str, Score]]:
    known: dict[str, dict[str, Tie]] = {}
    for (user, stakeholder), tie in network.ties.items():
        if tie.strength > 0:
            known.setdefault(user, {})[stakeholder] = tie
    theirs = known.get(leaver_uid, {})
    found = []
    for uid, one in network.people.items():
        if one.is_ours and uid != leaver_uid and theirs:
            both = [tie.strength / 100.0 for other, tie in known.get(uid, {}).items() if other in theirs]
            found.append((uid, _score(0.0, fsum(both) / len(theirs), len(both) / len(theirs))))
    return found


def _score(influence: float, strength: float, overlap: float) -> Score:
    terms = (
        Term("influence", round(INFLUENCE * influence, DIGITS)),
        Term("strength", round(STRENGTH * strength, DIGITS)),
        Term("overlap", round(OVERLAP * overlap, DIGITS)),
    )
    return Score(round(fsum(one.value for one in terms), DIGITS), terms)
