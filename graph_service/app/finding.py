"""From what a person types (a name, an address, a domain, an API id) to one account or contact."""

from graph_service.errors import AmbiguousNameError, NotFoundError
from graph_service.graph.viewer import ViewerGateway
from graph_service.resolvers import queries as q
from graph_service.resolvers.rows import SearchRow
from graph_service.resolvers.search_terms import lucene_of, prefix_of, words_of
from graph_service.schema.ids import Kind, decode_id

CANDIDATES = 8


async def find_account(gateway: ViewerGateway, text: str) -> str:
    """Return the uid of the account meant; raises with the candidates when several fit."""
    uid = decode_id(text, Kind.ACCOUNT, gateway.viewer.workspace_id)
    if uid:
        return uid
    found = (await _search(gateway, text)).accounts
    plain = text.strip().lower()
    exact = [one for one in found if plain == one.name.lower() or plain in one.domains]
    return _only([(one.uid, one.name) for one in exact or found], text, "account")


async def find_contact(gateway: ViewerGateway, text: str) -> str:
    """Return the uid of the contact meant; raises with the candidates when several fit."""
    uid = decode_id(text, Kind.CONTACT, gateway.viewer.workspace_id)
    if uid:
        return uid
    found = (await _search(gateway, text)).contacts
    plain = text.strip().lower()
    exact = [one for one in found if plain == one.name.lower() or plain in one.addresses]
    labels = [(one.uid, f"{one.name} <{', '.join(one.addresses)}>") for one in exact or found]
    return _only(labels, text, "contact")


async def _search(gateway: ViewerGateway, text: str) -> SearchRow:
    words, prefix = words_of(text), prefix_of(text)
    empty = SearchRow([], [])
    if not words:
        return empty
    wanted = q.SearchFor(lucene_of(words, gateway.viewer.workspace_id), prefix, CANDIDATES)
    return await gateway.first(q.SEARCH, wanted) or empty


def _only(found: list[tuple[str, str]], text: str, kind: str) -> str:
    if not found:
        raise NotFoundError(f"no {kind} is called '{text}'", "give a name, a mail address, a domain or an id")
    if len(found) > 1:
        names = "; ".join(label for _, label in found)
        raise AmbiguousNameError(f"'{text}' fits several {kind}s: {names}", "be more exact")
    return found[0][0]
