"""From what a person types (a name, an address, a domain, an API id) to one account or contact.

A single hit is taken only when it is clearly meant: commands act on it, and the start of a word may be a slip.
"""

import unicodedata
from collections.abc import Iterable, Sequence

from graph_service.errors import AmbiguousNameError, NotFoundError
from graph_service.graph.viewer import ViewerGateway
from graph_service.resolvers import queries as q
from graph_service.resolvers.rows import SearchRow
from graph_service.resolvers.search_terms import lucene_of, prefix_of, words_of
from graph_service.schema.ids import Kind, decode_id

CANDIDATES = 8
CLEAR = 0.75
"""How much of the words that were hit must have been typed, 0 to 1."""


async def find_account(gateway: ViewerGateway, text: str) -> str:
    """Return the uid of the account meant; raises with the candidates when several fit."""
    uid = decode_id(text, Kind.ACCOUNT, gateway.viewer.workspace_id)
    if uid:
        return uid
    found = (await _search(gateway, text)).accounts
    plain = text.strip().lower()
    exact = [one for one in found if plain == one.name.lower() or plain in one.domains]
    if not exact and len(found) == 1 and not is_clear(text, (found[0].name, *found[0].domains)):
        raise _unsure(text, "account", found[0].name)
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
    if not exact and len(found) == 1 and not is_clear(text, (found[0].name, *found[0].addresses)):
        raise _unsure(text, "contact", labels[0][1])
    return _only(labels, text, "contact")


def is_clear(text: str, names: Iterable[str]) -> bool:
    """Tell whether a text clearly means what has these names: its words are theirs, or nearly all of theirs.

    A word that only begins one of theirs counts by the share of letters it has; accents do not count.
    """
    known = [word for name in names for word in _folded(words_of(name))]
    shares = [_share(word, known) for word in _folded(words_of(text))]
    return bool(shares) and sum(shares) / len(shares) >= CLEAR


def _share(word: str, known: Sequence[str]) -> float:
    return max((len(word) / len(other) for other in known if other.startswith(word)), default=0.0)


def _folded(words: Iterable[str]) -> list[str]:
    plain = (unicodedata.normalize("NFKD", word) for word in words)
    return ["".join(letter for letter in word if not unicodedata.combining(letter)) for word in plain]


def _unsure(text: str, kind: str, label: str) -> AmbiguousNameError:
    return AmbiguousNameError(f"'{text}' is not clearly one {kind}; nearest: {label}", "type more of the name")


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
