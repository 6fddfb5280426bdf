"""A record made ready for comparison, once: parsed name, clean addresses, firms, phones. Judges nothing."""

import re
from dataclasses import dataclass

from graph_service.reading.addresses import domain_of, is_free_mail, is_shared_mailbox
from graph_service.reading.identity.folding import LONGEST, fold, skeleton
from graph_service.reading.identity.local_parts import name_from_local
from graph_service.reading.identity.names import NOBODY, PersonName, name_of, parse_name
from graph_service.reading.identity.records import Record

_NOT_DIGIT = re.compile(r"\D+")
_SPELLED = re.compile(r"\s*(?:\[at\]|\(at\)|\bat\b|@)\s*", re.IGNORECASE)
_SPELLED_DOT = re.compile(r"\s*(?:\[dot\]|\(dot\)|\bdot\b)\s*", re.IGNORECASE)
_PROFILE = re.compile(r"/(?:in|pub|people|profile)/([^/?#\s]{1,120})")
_EXTENSION = re.compile(r"(?:ext|extension|x|durchwahl|app)\.?\s?\d{1,6}\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Person:
    """A record as the rules see it. `work` and `private` are addresses; `shared` are mailboxes of several people.

    `name` is NOBODY where the record gives none; `spelled` is the name that the first address spells. `firms` are the
    resolved employers (see `knowledge`). `handle` is a name of one word, such as a nick; `row`
    holds the values of further fields (see `field_model`).
    """

    place: int
    record: Record
    name: PersonName
    spelled: PersonName = NOBODY
    handle: str = ""
    work: tuple[str, ...] = ()
    private: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    url: str = ""
    key: tuple[str, str] | None = None
    firms: frozenset[str] = frozenset()
    locals: tuple[str, ...] = ()
    row: tuple[str, ...] = ()

    @property
    def addresses(self) -> tuple[str, ...]:
        """Return the addresses that are read by this person alone."""
        return self.work + self.private

    @property
    def is_bare(self) -> bool:
        """Tell whether only an address is known, no name."""
        return not self.name.given and not self.name.last and bool(self.addresses)

    @property
    def best_name(self) -> PersonName:
        """Return the name given, else the one that the address spells."""
        return self.name if self.name.given or self.name.last else self.spelled


def person_of(place: int, record: Record) -> Person:
    """Return a record made ready, its firms not yet resolved."""
    addresses = [clean for text in record.emails if (clean := clean_address(text))]
    own = [address for address in dict.fromkeys(addresses) if not is_shared_mailbox(address)]
    url = clean_url(record.url)
    name = _name(record, url)
    locals_ = tuple(dict.fromkeys(address.partition("@")[0].partition("+")[0] for address in own))
    return Person(
        place, record, name,
        spelled=name_from_local(locals_[0]) if locals_ else NOBODY,
        handle=_handle(record, name),
        work=tuple(address for address in own if not is_free_mail(address.partition("@")[2])),
        private=tuple(address for address in own if is_free_mail(address.partition("@")[2])),
        shared=tuple(address for address in addresses if is_shared_mailbox(address)),
        phones=tuple(dict.fromkeys(clean for text in record.phones if (clean := clean_phone(text)))),
        url=url,
        key=(record.source.lower(), record.source_id) if record.source and record.source_id else None,
        locals=locals_,
    )  # fmt: skip


def work_domains(person: Person) -> tuple[str, ...]:
    """Return the registrable domains of the employer: of work addresses, and those that are given."""
    given = (domain_of(f"@{one}" if "@" not in one else one) for one in person.record.domains)
    found = [domain_of(address) for address in person.work] + [one for one in given if one and not is_free_mail(one)]
    return tuple(dict.fromkeys(one for one in found if one))


def clean_address(text: str) -> str:
    """Return an address in lower case, also from "anna at acme.example" or "Anna <anna@acme.example>"; else ""."""
    short = text[:LONGEST].strip().strip("<>'\"").removeprefix("mailto:").lower()
    if "<" in short:
        short = short.rpartition("<")[2].partition(">")[0]
    if "@" not in short or " " in short:
        short = _SPELLED_DOT.sub(".", _SPELLED.sub("@", short))
    local, at, domain = short.strip(" .;,").rpartition("@")
    if not at or not local or ("." not in domain and domain != "localhost") or " " in short.strip():
        return ""
    local, domain = local.strip("'\" "), domain.strip(".")
    return f"{local}@{domain}"


def mailbox_key(address: str) -> str:
    """Return what is equal for addresses that reach one mailbox: no "+tag", and no dots where the host ignores them."""
    local, _, domain = address.partition("@")
    plain = local.partition("+")[0] or local
    if domain in ("gmail.com", "googlemail.com"):
        return f"{plain.replace('.', '')}@gmail.com"
    return f"{plain}@{domain}"


def clean_phone(text: str) -> str:
    """Return the last nine digits of a phone number (the rest is country and trunk code), or "" below seven digits."""
    digits = _NOT_DIGIT.sub("", _EXTENSION.sub("", text[:60]))
    return digits[-9:] if len(digits) >= 7 else ""


def clean_url(text: str) -> str:
    """Return a profile's address without scheme, www, country host, query and closing slash, in lower case."""
    short = text[:LONGEST].strip().lower().split("?")[0].split("#")[0].rstrip("/")
    short = short.removeprefix("https://").removeprefix("http://").removeprefix("www.")
    return re.sub(r"^[a-z]{2}\.linkedin\.", "linkedin.", short)


def _name(record: Record, url: str) -> PersonName:
    name = name_of(record.first, record.last) if record.first or record.last else parse_name(record.name)
    if len(name.last) <= 1 and name.first and (found := _PROFILE.search(f"/{url}")):
        return _completed(name, [skeleton(word) for word in found.group(1).split("-")])
    return name


def _completed(name: PersonName, slug: list[str]) -> PersonName:
    """Serve "Anna B." whose profile is /in/anna-berg-1a2b3: the address tells the family name."""
    if len(slug) < 2 or slug[0] != name.first or not slug[1].isalpha() or not slug[1].startswith(name.last):
        return name
    return PersonName(name.given, slug[1], slug[1], frozenset({slug[1]}))


def _handle(record: Record, name: PersonName) -> str:
    if record.first or record.last or name.last:
        return ""
    return (
        skeleton(record.name) if " " not in record.name.strip() and "@" not in record.name and fold(record.name) else ""
    )
