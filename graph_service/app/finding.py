"""From what a person types (a name, an address, a domain, an API id) to one account or contact.

A single hit is taken only when it is clearly meant: commands act on it, and the start of a word may be a slip.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph_service.errors import AmbiguousNameError, NotFoundError
from graph_service.graph.viewer import ViewerGateway
from graph_service.resolvers import queries as q
from graph_service.resolvers.rows import AccountHitSource, ContactHitSource, SearchRow
from graph_service.resolvers.search_terms import lucene_of, prefix_of, words_of
from graph_service.schema.ids import Kind, decode_id, encode_id

CANDIDATES = 8
CLEAR = 0.75
"""How much of the words that were hit must have been typed, 0 to 1."""
SAY_WHICH = "repeat the command with what begins the line of the one you mean, in place of the name"


@dataclass(frozen=True, slots=True)
class _Hit:
    """What may be meant: `label` begins with what can be typed to mean it."""

    uid: str
    label: str
    names: tuple[str, ...]


async def find_account(gateway: ViewerGateway, text: str) -> str:
    """Return the uid of the account meant; raises with the candidates when several fit."""
    workspace_id = gateway.viewer.workspace_id
    uid = decode_id(text, Kind.ACCOUNT, workspace_id)
    return uid or account_among((await _search(gateway, text)).accounts, text, workspace_id)


async def find_contact(gateway: ViewerGateway, text: str) -> str:
    """Return the uid of the contact meant; raises with the candidates when several fit."""
    workspace_id = gateway.viewer.workspace_id
    uid = decode_id(text, Kind.CONTACT, workspace_id)
    return uid or contact_among((await _search(gateway, text)).contacts, text, workspace_id)


def account_among(found: Sequence[AccountHitSource], text: str, workspace_id: str) -> str:
    """Return the uid of the one hit that a text clearly means; raises with what to type instead."""
    plain = text.strip().lower()
    exact = [one for one in found if plain == one.name.lower() or plain in one.domains]
    hits = []
    for one in exact or found:
        token = one.domains[0] if one.domains else encode_id(Kind.ACCOUNT, workspace_id, one.uid)
        hits.append(_Hit(one.uid, f"{token}  ({one.name})", (one.name, *one.domains)))
    return _only(hits, text, "account", sure=bool(exact))


def contact_among(found: Sequence[ContactHitSource], text: str, workspace_id: str) -> str:
    """Return the uid of the one hit that a text clearly means; raises with what to type instead.

    Of several of one name, those at an account are meant rather than those who are nowhere.
    """
    plain = text.strip().lower()
    exact = [one for one in found if plain == one.name.lower() or plain in one.addresses]
    hits = []
    for one in _placed(exact or found, plain):
        token = one.addresses[0] if one.addresses else encode_id(Kind.CONTACT, workspace_id, one.uid)
        places = ", ".join(place.name for place in one.accounts)
        label = f"{token}  ({one.name}, {f'at {places}' if places else 'at no account'})"
        hits.append(_Hit(one.uid, label, (one.name, *one.addresses)))
    return _only(hits, text, "contact", sure=bool(exact))


def _placed(found: Sequence[ContactHitSource], typed: str) -> list[ContactHitSource]:
    names = {one.name.lower() for one in found if one.accounts}
    return [one for one in found if one.accounts or typed in one.addresses or one.name.lower() not in names]


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


async def _search(gateway: ViewerGateway, text: str) -> SearchRow:
    words, prefix = words_of(text), prefix_of(text)
    empty = SearchRow([], [])
    if not words:
        return empty
    wanted = q.SearchFor(lucene_of(words, gateway.viewer.workspace_id), prefix, CANDIDATES)
    return await gateway.first(q.SEARCH, wanted) or empty


def _only(hits: Sequence[_Hit], text: str, kind: str, *, sure: bool) -> str:
    if not hits:
        raise NotFoundError(f"no {kind} is called '{text}'", "give a name, a mail address, a domain or an id")
    lines = "".join(f"\n  {one.label}" for one in hits)
    if len(hits) > 1:
        raise AmbiguousNameError(f"'{text}' fits several {kind}s:{lines}", SAY_WHICH)
    if not sure and not is_clear(text, hits[0].names):
        raise AmbiguousNameError(f"'{text}' is not clearly one {kind}; nearest:{lines}", SAY_WHICH)
    return hits[0].uid
