"""Addresses out of From, To and Cc as real mailboxes hold them.

Written by hand because `email.utils.getaddresses` breaks unquoted names at commas ("Doe, Jane <jane@a.example>")
and differs between Python versions, and because `email-validator` refuses domains that mail servers inside firms use.
What is no SMTP address (X.400 and Exchange paths, `.name@host`) is left out; the mail is kept. Two dots in a row are
against the standard but real servers give out such addresses.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from graph_service.ingest.connector import Address
from graph_service.ingest.connectors.mail_headers import decoded

MAX_ADDRESSES = 2000
_ATOM = r"[\w!#$%&'*+/=?^`{|}~-]+"
_VALID = re.compile(rf"(?=.{{3,320}}$){_ATOM}(?:\.+{_ATOM})*@(?:[^\W_](?:[\w-]*[^\W_])?\.)*[^\W_](?:[\w-]*[^\W_])?")
_TOKENS = re.compile(r'"(?:\\.|[^"\\])*"|<[^<>]*>|\((?:\\.|[^()\\])*\)|[^",;:<>()]+|.', re.DOTALL)
_AT_WORD = re.compile(r"(\S+)\s+at\s+(\S+\.\S+)")
_BACKSLASH = re.compile(r"\\(.)")


def addresses(value: str) -> tuple[Address, ...]:
    """Return the valid addresses of a header value (encoded words still encoded), each address once, in order."""
    found: dict[str, Address] = {}
    for entry in _entries(value):
        address = _address(entry)
        if address is not None and address.address not in found:
            found[address.address] = address
        if len(found) >= MAX_ADDRESSES:
            break
    return tuple(found.values())


@lru_cache(maxsize=16_384)
def clean_address(value: str) -> str:
    """Return `value` lower-cased and freed of wrapping, or "" when it is no SMTP address."""
    address = value.strip().strip("'\"<>[]").strip().lower().removeprefix("mailto:").rstrip(".")
    spelled = _AT_WORD.fullmatch(address)
    if spelled:
        address = f"{spelled[1]}@{spelled[2]}"
    return address if _VALID.fullmatch(address) else ""


def _entries(value: str) -> Iterator[list[str]]:
    """Split at commas and semicolons outside quotes; a piece without an address joins the next ("Doe, Jane <…>")."""
    entry: list[str] = []
    for piece in _TOKENS.findall(value):
        if piece == ":" and not _holds_address(entry):
            entry = []  # the name of a group: "Team: a@b.example, c@d.example;"
        elif piece in (",", ";"):
            if _holds_address(entry) or piece == ";":
                yield entry
                entry = []
            elif entry:
                entry.append(piece)
        elif piece.strip():
            entry.append(piece)
    yield entry


def _holds_address(entry: list[str]) -> bool:
    return any(piece.startswith("<") or ("@" in piece and piece[0] not in '("') for piece in entry)


def _address(entry: list[str]) -> Address | None:
    angled = [piece for piece in entry if piece.startswith("<")]
    if angled:
        address = clean_address(angled[-1])
        name = " ".join(piece for piece in entry if not piece.startswith(("<", "(")))
    else:
        words = [piece for piece in entry if not piece.startswith("(")]
        address = clean_address("".join(words)) or _any_word(words)
        name = " ".join(piece[1:-1] for piece in entry if piece.startswith("("))
    return Address(address, _name(name, address)) if address else None


def _any_word(pieces: list[str]) -> str:
    words = (clean_address(word) for piece in pieces for word in piece.split())
    return next((word for word in words if word), "")


def _name(value: str, address: str) -> str:
    name = value.replace(" ,", ",").strip()
    if len(name) > 1 and name[0] == name[-1] == '"':
        name = _BACKSLASH.sub(r"\1", name[1:-1])
    name = decoded(name).strip().strip("'\"").strip()
    return "" if name.lower() == address else name
