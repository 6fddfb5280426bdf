"""Who is invited to a meeting, what they answered, and whose calendar a file is.

Owns ATTENDEE, ORGANIZER and the guess of the owner. Reads no dates.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from icalendar import Event

from graph_service.ingest.connectors.calendar_index import Index
from graph_service.ingest.connectors.mail_addresses import clean_address
from graph_service.ingest.places import Address
from graph_service.ingest.source_records import NOBODY, Attendee, MeetingRole, Response
from graph_service.ingest.storable import storable

MAX_ATTENDEES = 2000
MAX_NAME = 200
LEAST_ENTRIES = 4
SHARE_OF_ENTRIES = 0.8
ROLES: Mapping[str, MeetingRole] = {
    "CHAIR": "chair", "REQ-PARTICIPANT": "required", "OPT-PARTICIPANT": "optional", "NON-PARTICIPANT": "informed",
}  # fmt: skip
RESPONSES: Mapping[str, Response] = {
    "ACCEPTED": "accepted", "DECLINED": "declined", "TENTATIVE": "tentative", "NEEDS-ACTION": "needs_action",
    "DELEGATED": "delegated", "COMPLETED": "accepted", "IN-PROCESS": "accepted", "CONFIRMED": "accepted",
}  # fmt: skip
RESOURCES = frozenset({"ROOM", "RESOURCE", "GROUP"})
RESOURCE_HOSTS = ("resource.calendar.google.com", "group.calendar.google.com", "group.v.calendar.google.com")
_ADDRESS = re.compile(r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_OWNER_PROPERTIES = ("X-OWNER", "X-WR-RELCALID", "X-PRIMARY-CALENDAR", "X-WR-CALNAME")


def organizer_of(event: Event) -> Address | None:
    """Return who calls the meeting, or None."""
    return next((_person(one) for one in _values(event, "ORGANIZER")), None)


def attendees_of(event: Event) -> tuple[Attendee, ...]:
    """Return everybody invited, each once; an answer counts more than no answer."""
    found: dict[str, Attendee] = {}
    for value in _values(event, "ATTENDEE"):
        attendee = _attendee(value)
        key = attendee.who.address or attendee.who.name.casefold()
        known = found.get(key)
        if key and (known is None or (known.response == "needs_action" and attendee.response != "needs_action")):
            found[key] = attendee
    return tuple(found.values())


def owner_of(index: Index, stem: str) -> Address:
    """Return whose calendar a file is, as far as it tells; `stem` is its file name without the ending.

    In order: an address in the file's head or name; the person who is called like the calendar or the file; who
    takes part in nearly every entry. An empty address when none of these is clear.
    """
    properties = index.heads[0].properties if index.heads else {}
    words = [properties.get(name, "") for name in _OWNER_PROPERTIES] + [stem]
    for word in words:
        found = _ADDRESS.search(word[:400])
        if found and not found[0].endswith(RESOURCE_HOSTS):
            return _known(index, found[0].lower())
    for word in (properties.get("X-WR-CALNAME", ""), stem):
        named = [address for address in index.people if word and _is_called(index, address, word)]
        if named:
            return _known(index, max(named, key=lambda address: (index.people[address], address)))
    return _most_present(index)


def _most_present(index: Index) -> Address:
    top = index.people.most_common(2)
    if index.peopled < LEAST_ENTRIES or not top or top[0][1] < SHARE_OF_ENTRIES * index.peopled:
        return NOBODY
    is_tied = len(top) > 1 and top[1][1] == top[0][1]
    return NOBODY if is_tied else _known(index, top[0][0])


def _known(index: Index, address: str) -> Address:
    name = storable(index.names.get(address, ""), MAX_NAME)
    return Address(clean_address(address), "" if "@" in name else name)


def _is_called(index: Index, address: str, word: str) -> bool:
    plain = word.strip().casefold()
    return plain in (index.names.get(address, "").casefold(), address.partition("@")[0])


def _values(event: Event, name: str) -> Iterator[Any]:
    value = event.get(name)
    if value is not None:
        yield from (value if isinstance(value, list) else [value])[:MAX_ATTENDEES]


def _attendee(value: Any) -> Attendee:
    who, kind = _person(value), _parameter(value, "CUTYPE").upper()
    return Attendee(
        who,
        ROLES.get(_parameter(value, "ROLE").upper(), "required"),
        RESPONSES.get(_parameter(value, "PARTSTAT").upper(), "needs_action"),
        kind in RESOURCES or who.address.endswith(RESOURCE_HOSTS),
    )


def _person(value: Any) -> Address:
    written = str(value).strip()
    address = clean_address(written) or clean_address(_parameter(value, "EMAIL"))
    name = storable(_parameter(value, "CN").strip().strip("\"'").strip(), MAX_NAME)
    if "@" in name:
        address, name = address or clean_address(name), ""
    return Address(address, name)


def _parameter(value: Any, name: str) -> str:
    found = getattr(value, "params", {}).get(name, "")
    return str(found[0] if isinstance(found, list) and found else found or "")
