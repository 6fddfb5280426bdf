"""What is known beside the texts when they are read without a database: who is ours, and the names that matter."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from graph_service.errors import UsageError
from graph_service.ingest.workspace_file import WorkspaceFile, read_workspace_file
from graph_service.reading.setting import Vocabulary

NO_NAMES = Vocabulary()


@dataclass(frozen=True, slots=True)
class Known:
    """Our domains, the addresses and names of our people, the names that matter, and the day of undated texts."""

    domains: tuple[str, ...] = ()
    addresses: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    vocabulary: Vocabulary = NO_NAMES
    said_on: date | None = None

    def owns(self, address: str) -> bool | None:
        """Tell whether an address is ours; None when nothing tells."""
        if address in self.addresses:
            return True
        if not self.domains or "@" not in address:
            return None
        host = address.rpartition("@")[2]
        return any(host == domain or host.endswith(f".{domain}") for domain in self.domains)


def known_of(
    workspace_file: str = "",
    our_domains: Sequence[str] = (),
    products: Sequence[str] = (),
    competitors: Sequence[str] = (),
    said_on: date | None = None,
) -> Known:
    """Return what a workspace file and options tell; raises `ServiceError` for a bad file or a bad option."""
    file = read_workspace_file(Path(workspace_file).expanduser()) if workspace_file else None
    domains = tuple(dict.fromkeys((*(file.domains if file else ()), *(_domain(one) for one in our_domains))))
    vocabulary = Vocabulary(
        our_names=(file.company,) if file else (),
        products=(*(file.products() if file else ()), *(_aliases(one) for one in products)),
        features=file.features() if file else (),
        competitors=(*(file.rivals() if file else ()), *(_aliases(one) for one in competitors)),
    )
    return Known(domains, _addresses(file), _names(file), vocabulary, said_on)


def _addresses(file: WorkspaceFile | None) -> frozenset[str]:
    return frozenset(one.email for one in file.team) if file else frozenset()


def _names(file: WorkspaceFile | None) -> frozenset[str]:
    return frozenset(one.name.casefold() for one in file.team if one.name) if file else frozenset()


def _domain(text: str) -> str:
    domain = text.strip().lower().removeprefix("@").rstrip(".")
    if "." not in domain or "@" in domain or any(letter.isspace() for letter in domain):
        raise UsageError(f"'{text}' is no mail domain", "write it like acme.example")
    return domain


def _aliases(text: str) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(one.strip() for one in text.split("|") if one.strip()))
    if not names:
        raise UsageError("a product or competitor needs a name", "write it like 'Acme Desk|AcmeDesk'")
    return names
