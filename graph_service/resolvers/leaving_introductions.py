"""Paths to somebody → the API's types, each hop in words. Pure.

Owns the words of hops and of people known from elsewhere. The ranking is `inference.paths`'.
"""

from collections.abc import Sequence

from graph_service.inference.paths.introductions import Hop, Path, introductions
from graph_service.resolvers.context import Context
from graph_service.resolvers.leaving_network import Known, known_of, met_elsewhere
from graph_service.resolvers.leaving_report import listed, network_person, people_of
from graph_service.resolvers.leaving_rows import AlumnusSource, FriendSource, NetworkRow
from graph_service.schema import leaving as api
from graph_service.schema.facts import AccountRef
from graph_service.schema.ids import Kind

LEAST_KNOWN = 1.0
"""Strength below which somebody was hardly known elsewhere."""
ALUMNI = 20


def paths_of(
    rows: Sequence[NetworkRow], k: int, *, live: bool, only_user: str | None = None
) -> tuple[Known, list[Path]]:
    """Return the network and the best paths to the subject of the first row."""
    known = known_of(rows, live=live, only_user=only_user)
    return known, introductions(known.people, known.ties, known.colleagues, rows[0].subject.uid, k)


def introductions_of(
    rows: Sequence[NetworkRow], known: Known, paths: Sequence[Path], context: Context
) -> api.Introductions:
    """Return the paths as the API shows them."""
    first = rows[0]
    return api.Introductions(
        target=network_person(first.subject.uid, known, context),
        account=AccountRef(id=context.id_of(Kind.ACCOUNT, first.account.uid), name=first.account.name),
        paths=[_path(one, known, context) for one in paths],
        alumni=[_alumnus(one, friends, known, context) for one, friends in alumni_of(rows, known)],
    )


def _path(path: Path, known: Known, context: Context) -> api.IntroductionPath:
    return api.IntroductionPath(
        strength=path.strength,
        people=people_of(path.uids, known, context),
        hops=[
            api.Hop(
                from_person=network_person(hop.from_uid, known, context),
                to_person=network_person(hop.to_uid, known, context),
                kind=api.HopKind(kind_of(hop, known)),
                share=hop.share,
                in_words=hop_words(hop, known),
            )
            for hop in path.hops
        ],
        in_words=path_words(path, known),
    )


def kind_of(hop: Hop, known: Known) -> str:
    """Return what joins the two: knows, knew_elsewhere or works_with."""
    return "knew_elsewhere" if (hop.from_uid, hop.to_uid) in known.elsewhere else hop.kind


def hop_words(hop: Hop, known: Known) -> str:
    """Return a hop in a sentence; a tie from elsewhere names the account it is from."""
    one = known.elsewhere.get((hop.from_uid, hop.to_uid))
    if one is None:
        subject, verb, other, why = hop.parts
        return f"{subject} {verb} {other}: {why}"
    champion = ", a champion of ours there" if one.was_champion else ""
    return (
        f"{known.ours[hop.from_uid]} knows {known.members[hop.to_uid].name} from {one.account_name}{champion}: "
        f"counted as strength {hop.share * 100:.0f} of 100"
    )


def path_words(path: Path, known: Known) -> str:
    """Return a path by the names on it."""
    return " → ".join(known.ours.get(uid) or known.members[uid].name for uid in path.uids)


def alumni_of(rows: Sequence[NetworkRow], known: Known) -> list[tuple[AlumnusSource, list[FriendSource]]]:
    """Return who is known from elsewhere, with who of ours knew them; former champions first, then the best known."""
    found = []
    for one in (one for one in met_elsewhere(rows) if one.uid in known.members):
        friends = [friend for friend in one.users if friend.uid in known.ours and friend.peak >= LEAST_KNOWN]
        if friends:
            found.append((one, sorted(friends, key=lambda friend: (-friend.peak, friend.uid))))
    found.sort(key=lambda item: (not item[0].was_champion, -item[1][0].peak, item[0].uid, item[0].account_uid))
    return found[:ALUMNI]


def _alumnus(one: AlumnusSource, friends: Sequence[FriendSource], known: Known, context: Context) -> api.Alumnus:
    return api.Alumnus(
        person=network_person(one.uid, known, context),
        from_account=AccountRef(id=context.id_of(Kind.ACCOUNT, one.account_uid), name=one.account_name),
        was_champion=one.was_champion,
        known_by=people_of([friend.uid for friend in friends], known, context),
        in_words=alumnus_words(one, friends, known),
    )


def alumnus_words(one: AlumnusSource, friends: Sequence[FriendSource], known: Known) -> str:
    """Return in a sentence from where somebody is known."""
    name = known.members[one.uid].name
    place = f"moved here from {one.account_name}" if one.moved_at is not None else f"is at {one.account_name} too"
    champion = ", and was a champion of ours there" if one.was_champion else ""
    return f"{name} {place}{champion}; known by {listed([friend.name for friend in friends])}"
