"""From what somebody types to a topic, a request, a decision on topics, or a release.

A topic is meant by its name, by an id, or by the id of a request in it. A part of a name is enough when it fits one.
"""

from collections.abc import Sequence
from datetime import tzinfo

from graph_service.errors import AmbiguousNameError, NotFoundError
from graph_service.graph.viewer import ViewerGateway
from graph_service.resolvers.moments import Moment
from graph_service.resolvers.topics_queries import RELEASES, ReleasesPage, TopicsPage, window_start
from graph_service.resolvers.topics_reading import read_topics
from graph_service.schema.ids import Kind, decode_id

CANDIDATES = 200


async def find_topic(gateway: ViewerGateway, text: str, moment: Moment, zone: tzinfo) -> str:
    """Return a request of the topic meant; raises with the candidates when several fit."""
    uid = uid_of(gateway, text, Kind.TOPIC, Kind.EVIDENCE)
    page = TopicsPage(as_of=moment.at, recent_from=window_start(moment, zone), limit=CANDIDATES, request_uids=[uid])
    if (await read_topics(gateway, page, moment, zone)).topics:
        return uid
    plain = text.strip().lower()
    named = TopicsPage(as_of=moment.at, recent_from=window_start(moment, zone), limit=CANDIDATES, search=plain)
    found = [(one.uid, one.name) for one in (await read_topics(gateway, named, moment, zone)).topics]
    return _only(found, text, "topic")


async def find_release(gateway: ViewerGateway, text: str, moment: Moment) -> str:
    """Return the uid of the release meant; raises with the candidates when several fit."""
    uid = uid_of(gateway, text, Kind.RELEASE)
    row = await gateway.first(RELEASES, ReleasesPage(as_of=moment.at, limit=1, release_uid=uid))
    if row and row.releases:
        return uid
    page = ReleasesPage(as_of=moment.at, limit=CANDIDATES, search=text.strip().lower())
    row = await gateway.first(RELEASES, page)
    return _only([(one.uid, one.name) for one in row.releases] if row else [], text, "release")


def uid_of(gateway: ViewerGateway, text: str, *kinds: Kind) -> str:
    """Return the uid behind an id of the API of one of these kinds; else the text, which may be a uid itself."""
    known = (decode_id(text, kind, gateway.viewer.workspace_id) for kind in kinds)
    return next((uid for uid in known if uid), text.strip())


def _only(found: Sequence[tuple[str, str]], text: str, kind: str) -> str:
    plain = text.strip().lower()
    exact = [one for one in found if one[1].lower() == plain]
    fitting = exact or [one for one in found if plain and plain in one[1].lower()]
    if not fitting:
        raise NotFoundError(f"no {kind} is called '{text}'", f"`graph-service {kind}s` lists them")
    if len(fitting) > 1:
        names = "; ".join(f"{name} ({uid})" for uid, name in fitting[:8])
        raise AmbiguousNameError(f"'{text}' fits several {kind}s: {names}", "be more exact, or give the id")
    return fitting[0][0]
