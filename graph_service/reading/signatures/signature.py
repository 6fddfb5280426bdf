"""What the sender of a mail says of themself: a signature read into fields.

Only the sender's own newest text is read: what a mail quotes or passes on is never taken. A signature whose full name
is somebody else's gives None.
"""

from collections.abc import Sequence

import phonenumbers

from graph_service.reading.addresses import domain_of, is_free_mail
from graph_service.reading.signatures import wordings
from graph_service.reading.signatures.fields import Field, Phone, Signature
from graph_service.reading.signatures.links import find_emails, find_urls, is_linkedin_profile
from graph_service.reading.signatures.organisations import read_organisation
from graph_service.reading.signatures.people import find_name, is_another, sender_words
from graph_service.reading.signatures.phones import find_phones
from graph_service.reading.signatures.segments import Segment, split_segments
from graph_service.reading.zones.zones import find_zones

MAX_SEGMENTS = 80

# Country codes of domains that firms anywhere use as if they were general ones.
_GENERAL = frozenset({"co", "io", "ai", "tv", "me", "cc", "ly", "fm", "gg", "to", "ws", "us"})


def read_signature(text: str, sender_name: str = "", sender_address: str = "", region: str = "") -> Signature | None:
    """Return what the sender's signature in `text` says, or None when there is none or it is somebody else's.

    `region` is a country ("DE") for telephone numbers without "+"; without it the country of the address's domain
    serves, and then numbers of North American shape are read as such.
    """
    segments = _signed_segments(text, f"{sender_name} {sender_address}")
    if not segments:
        return None
    known = sender_words(sender_name, sender_address)
    local = sender_address.partition("@")[0].lower()
    name = find_name(segments, known, local)
    if name is not None and is_another(name, known, local):
        return None
    phones = tuple(find_phones(segments, region.upper() or _country(sender_address)))
    emails, urls = tuple(find_emails(segments)), tuple(find_urls(segments))
    taken = [(one.start, one.end) for one in phones] + [(one.start, one.end) for one in (*emails, *urls)]
    address = tuple(_address_lines(segments, [(one.start, one.end) for one in (*emails, *urls)]))
    taken += [(one.start, one.end) for one in address]
    firm = read_organisation(segments, name, taken, _own_domain(sender_address, emails))
    linkedin = next((url for url in urls if is_linkedin_profile(url.value)), None)
    found = Signature(
        segments[0].start,
        segments[-1].end,
        name,
        firm.title,
        firm.department,
        firm.company,
        _once(phones),
        emails,
        tuple(url for url in urls if url is not linkedin),
        linkedin,
        address,
    )
    return found if _says_something(found) else None


def _signed_segments(text: str, sender: str) -> list[Segment]:
    """Return the pieces of the last run of signature and sign-off zones."""
    runs: list[list[tuple[int, int]]] = [[]]
    for zone in find_zones(text, sender):
        if zone.kind in ("signature", "signoff"):
            runs[-1].append((zone.start, zone.end))
        elif zone.kind != "device" and runs[-1]:
            runs.append([])
    filled = [run for run in runs if run]
    if not filled:
        return []
    segments: list[Segment] = []
    for start, end in filled[-1]:
        segments += split_segments(text, start, end, segments[-1].line + 1 if segments else 0)
    return segments[:MAX_SEGMENTS]


def _address_lines(segments: Sequence[Segment], taken: Sequence[tuple[int, int]]) -> list[Field]:
    return [
        Field(segment.text, segment.start, segment.end, 0.8, "address.postal")
        for segment in segments
        if wordings.is_address(segment.text)
        and not any(start < segment.end and end > segment.start for start, end in taken)
    ]


def _own_domain(sender_address: str, emails: Sequence[Field]) -> str:
    """Return the domain that may name the sender's firm: of the sender, else of an address in the signature."""
    for address in (sender_address, *(one.value for one in emails)):
        domain = domain_of(address)
        if domain and not is_free_mail(domain):
            return domain
    return ""


def _country(address: str) -> str:
    label = address.rpartition(".")[2].lower().strip("> ")
    country = "GB" if label == "uk" else label.upper()
    return country if label not in _GENERAL and country in phonenumbers.SUPPORTED_REGIONS else ""


def _once(phones: Sequence[Phone]) -> tuple[Phone, ...]:
    kept: dict[tuple[str, str], Phone] = {}
    for phone in phones:
        kept.setdefault((phone.value, phone.kind), phone)
    return tuple(kept.values())


def _says_something(found: Signature) -> bool:
    return bool(
        found.name or found.title or found.company or found.phones or found.emails or found.urls or found.linkedin
    )
