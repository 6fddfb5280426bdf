"""Mail addresses in running text and in report fields. It finds them; what they mean is decided elsewhere."""

import re
from dataclasses import dataclass

_ADDRESS = re.compile(
    r"(?<![\w.%+=/-])[A-Za-z0-9_!#$&*?^`{"
    r"|~+=%/'.-]{1,64}@(?:[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,62})\.){1,10}[A-Za-z0-9-]{2,24}"
    r"(?![A-Za-z0-9@])"
)
_QUOTED = re.compile(r'"[^"\s@]{1,64}"@(?:[A-Za-z0-9_-]{1,63}\.){1,10}[A-Za-z]{2,24}')
_TYPED = re.compile(r"^\s*[A-Za-z0-9-]{1,20}\s*;\s*")
_EDGES = "<>()[]{}\"'`,;: \t."


@dataclass(frozen=True, slots=True)
class Found:
    """An address in small letters and where it stands in the text."""

    address: str
    start: int
    end: int


def find_addresses(text: str) -> list[Found]:
    """Return the addresses in `text` in order, each with its place."""
    found = []
    for match in _ADDRESS.finditer(text):
        written = match.group()
        lead = len(written) - len(written.lstrip("'`/=*.|"))
        clean = written[lead:].rstrip(".-")
        local = clean.partition("@")[0]
        if local and not clean.partition("@")[2].replace(".", "").isdigit():
            found.append(Found(clean.lower(), match.start() + lead, match.start() + lead + len(clean)))
    return found


def field_address(value: str) -> str:
    """Return the address in a recipient field ("rfc822; <bo@south.example>"), or the bare name without a domain."""
    plain = _TYPED.sub("", value[:600], count=1).strip()
    quoted = _QUOTED.search(plain)
    if quoted:
        return quoted.group().lower().replace('"', "")
    found = find_addresses(plain)
    if found:
        return found[0].address
    bare = plain.strip(_EDGES)
    return bare.lower() if bare and " " not in bare and len(bare) < 200 else ""
