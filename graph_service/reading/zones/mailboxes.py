"""People in the header lines of a repeated mail: names and addresses as mail programs write them."""

import re
from dataclasses import dataclass

from graph_service.reading.addresses import person_name

LIST_CHARACTERS = 8_000
MAX_PEOPLE = 200

_ADDRESS = re.compile(r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
_NOTES = re.compile(r"^\s*\"?([^/@<>\"]{2,60}?)\"?\s*(?:(?:/[\w& -]{1,30}){1,5}(?:@\w+)?|\s?@\s?[A-Z]\w*)\s*$")
_PIECE = re.compile(r"\"[^\"]{0,200}\"|<[^<>]{0,200}>|\[[^\[\]]{0,200}\]|\([^()]{0,200}\)|[^,;\"<\[(]+|[,;\"<\[(]")


@dataclass(frozen=True, slots=True)
class Mailbox:
    """A person as a header names them; `address` is lower case, and either may be ""."""

    name: str
    address: str


def read_mailbox(value: str) -> Mailbox:
    """Return the name and the address in one entry ("Ada Lane [mailto:ada@north.example]", "Ada/LDN/ABC@ABC")."""
    plain = " ".join(value.replace("*", " ").split())[:300]
    found = _ADDRESS.search(plain)
    address = found[0].lower().strip("'") if found else ""
    notes = _NOTES.match(plain)
    if notes:
        return Mailbox(person_name(notes[1], ""), address)
    display = _ADDRESS.sub(" ", plain)
    display = re.sub(r"mailto:|\bSMTP:|[<>\[\]()\"]|'(?=\s|$)|(?<!\S)'", " ", display, flags=re.IGNORECASE)
    display = display.strip(" ,;:-")
    if not any(letter.isalpha() for letter in display):
        return Mailbox("", address)
    return Mailbox(person_name(display, address), address)


def read_mailboxes(value: str) -> tuple[Mailbox, ...]:
    """Return the people of a To or Cc line, at most `MAX_PEOPLE`; "Last, First" stays one person."""
    entries = _entries(value[:LIST_CHARACTERS])
    people = (read_mailbox(entry) for entry in entries[:MAX_PEOPLE])
    return tuple(person for person in people if person.name or person.address)


def _entries(value: str) -> list[str]:
    mark = ";" if ";" in value else ","
    entries = [""]
    for found in _PIECE.finditer(value):
        if found[0] == mark:
            entries.append("")
        else:
            entries[-1] += found[0]
    kept = [entry.strip() for entry in entries if entry.strip()]
    return kept if mark == ";" else _joined(kept)


def _joined(entries: list[str]) -> list[str]:
    """Join "Lane" and "Ada <ada@north.example>", which one comma parted."""
    joined: list[str] = []
    for entry in entries:
        before = joined[-1] if joined else ""
        single = before and "," not in before and len(before.split()) == 1 and not re.search(r"[@/<]", before)
        if single and not re.match(r"^[^\s<]+@", entry):
            joined[-1] = f"{before}, {entry}"
        else:
            joined.append(entry)
    return joined
