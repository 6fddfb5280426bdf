"""Who was in a call, out of cells that list addresses and names.

Owns splitting such cells and the question which name belongs to which address. Opens no file.
"""

import re
import unicodedata

from graph_service.ingest.connectors.mail_addresses import addresses, clean_address
from graph_service.ingest.places import Address
from graph_service.ingest.storable import storable

MAX_PEOPLE = 1000
_LETTERS = re.compile(r"[^a-z]+")
_SPELLINGS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "o", "ł": "l", "æ": "ae", "å": "a"})


def people_in(cell: str) -> tuple[Address, ...]:
    """Return the people in one cell: addresses, "Name <address>" or names, parted by semicolons or line ends.

    Commas part addresses too; in a list of names alone they do not ("Doe, Jane").
    """
    found: list[Address] = []
    for part in re.split(r"[;\n|]", storable(cell)):
        if "@" in part:
            found += addresses(part)
        elif part.strip():
            found.append(Address("", " ".join(part.split())[:200]))
    return _once(found)


def person_in(cell: str) -> Address:
    """Return the one person in a cell, or an empty address."""
    return next(iter(people_in(cell)), Address(clean_address(cell)))


def joined(emails: tuple[Address, ...], names: tuple[Address, ...]) -> tuple[Address, ...]:
    """Return all attendees: a name goes to the address it resembles, else it is somebody without an address.

    Lists of equal length whose names mostly resemble the address at the same position belong together as they stand.
    """
    if len(emails) == len(names) and 2 * sum(map(_resembles, names, emails)) > len(names):
        return _once([Address(mail.address, mail.name or one.name) for mail, one in zip(emails, names, strict=True)])
    people = list(emails)
    for one in names:
        fits = [place for place, mail in enumerate(people) if mail.address and not mail.name and _resembles(one, mail)]
        if one.address:
            people.append(one)
        elif len(fits) == 1:
            people[fits[0]] = Address(people[fits[0]].address, one.name)
        else:
            people.append(one)
    return _once(people)


def _resembles(name: Address, mail: Address) -> bool:
    """Tell whether a local part is made of a name: all of its longer words are in the name, or of its initials.

    A first name alone ("silke") is enough only when the name's first word is the whole local part.
    """
    if not name.name or not mail.address:
        return False
    words = [_plain(word) for word in re.split(r"[\s,.()-]+", name.name) if _plain(word)]
    local = mail.address.partition("@")[0].split("+")[0]
    parts = [part for part in _LETTERS.split(_plain_letters(local)) if part]
    if not words or not parts:
        return False
    whole = "".join(parts)
    pairs = {(one, other) for one in words for other in words if one != other}
    return (
        (len(parts) > 1 and all(_is_part(part, words) for part in parts))
        or (whole in words and len(whole) > 2)
        or any(whole in (one + other, one[0] + other, one + other[0]) for one, other in pairs)
    )


def _is_part(part: str, words: list[str]) -> bool:
    return part in words or (len(part) == 1 and any(word.startswith(part) for word in words))


def _plain(word: str) -> str:
    return _LETTERS.sub("", _plain_letters(word))


def _plain_letters(text: str) -> str:
    spelled = text.casefold().translate(_SPELLINGS)
    return "".join(letter for letter in unicodedata.normalize("NFKD", spelled) if not unicodedata.combining(letter))


def _once(people: list[Address]) -> tuple[Address, ...]:
    found: dict[str, Address] = {}
    for one in people[:MAX_PEOPLE]:
        key = one.address or one.name.casefold()
        if key and (key not in found or not found[key].name):
            found[key] = one
    return tuple(found.values())
