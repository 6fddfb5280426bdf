"""Whom an export means by an owner: the id of one of our people in that CRM, their address, or their name. Pure."""

from collections.abc import Iterable, Mapping

from graph_service.ingest.connector import UserRecord
from graph_service.ingest.feed_queries import UserKeyRow


class Owners:
    """Our people by what an export may call them; those of the export at hand, then those known before."""

    def __init__(self, exported: Iterable[UserRecord], stored: Iterable[UserKeyRow]) -> None:
        self._ids: set[str] = set()
        self._by_address: dict[str, list[str]] = {}
        self._by_name: dict[str, set[str]] = {}
        people = [(one.email, one.name, [f"{one.system}:{one.source_id}"]) for one in exported]
        people += [(one.email, one.name, one.crm_ids) for one in stored]
        names: dict[str, set[str]] = {}
        for email, name, crm_ids in people:
            self._ids.update(crm_ids)
            known = self._by_address.setdefault(email.casefold(), [])
            known += [crm_id for crm_id in crm_ids if crm_id not in known]
            names.setdefault(_folded(name), set()).add(email.casefold())
        self._by_name = names

    def crm_id(self, system: str, said: str) -> str:
        """Return "system:id" of the person an export means; what it says itself where nobody or several fit."""
        plain = f"{system}:{said}"
        if plain in self._ids:
            return plain
        address = said.casefold() if "@" in said else self._one(self._by_name, _folded(said))
        return self._best(self._by_address.get(address, []), system) or plain

    @staticmethod
    def _one(names: Mapping[str, set[str]], name: str) -> str:
        found = names.get(name, set()) if name else set()
        return next(iter(found)) if len(found) == 1 else ""

    @staticmethod
    def _best(crm_ids: Iterable[str], system: str) -> str:
        """Return the id in the same CRM, else the first of another."""
        return min(crm_ids, key=lambda one: (not one.startswith(f"{system}:"), one), default="")


def _folded(name: str) -> str:
    """Return a name as it is compared: without case, and "Last, First" turned round."""
    last, comma, first = name.partition(",")
    return " ".join(f"{first} {last}".split() if comma else name.split()).casefold()
