"""What a mail address tells: its firm's domain, whether a person or a mailbox is behind it, and a readable name."""

import re
from functools import lru_cache

from tldextract import TLDExtract

from graph_service.reading.word_lists import word_list

# Offline: the suffix list that ships with the library, no cache on disk.
_SUFFIXES = TLDExtract(suffix_list_urls=(), cache_dir=None)

FREE_BRANDS = frozenset({"yahoo", "ymail", "hotmail", "outlook", "live", "msn", "gmx", "yandex", "icloud"})
"""Brands that give mailboxes to the public under the suffix of many countries."""
_SHARED_PARTS = re.compile(
    r"no[._-]?reply|do[._-]?not[._-]?reply|undisclosed|mailer-daemon|^bounces?[+._-]|[._-](?:team|list|group"
    r"|users|announce|all|support|alerts?|desk|owner|request|bounces)$"
    r"|^(?:team|list|group|all|dept|the)[._-]|distribution|listserv|majordomo|^(?:sales|support|info|billing|hr"
    r"|it)[._-]"
)
_LIST_HOST = re.compile(
    r"^(?:lists?|listserv|listserver|mailman|groups?|mailing|ml|news(?:letters?)?|mailer?|bounces?|em|e|email"
    r"|mkt|mktg|marketing|campaigns?)\d*\."
)
_LIST_LABELS = frozenset({"listserv", "lists", "mailman"})
_COMPANY_SUFFIX = re.compile(r"\s*(?:@[\w ./-]+|/[A-Z]{2,}(?:/[A-Za-z ]+)*(?:@\w+)?)$")
_BRACKETS = re.compile(r"\s*[\[(<].*?[\])>]|mailto:\S*|\s*\|.*$|\s+(?:via|on behalf of|i\.?a\.?)\s+.*$", re.IGNORECASE)
_SUFFIX_AFTER_COMMA = re.compile(
    r"^(?:jr|sr|ii|iii|iv|phd|ph\.d|md|m\.d|mba|cpa|esq|pe|dr|msc|cfa|pmp)\.?$", re.IGNORECASE
)
_SEPARATORS = re.compile(r"[._\-+]+")
_WORDY = re.compile(r"[^\W\d_]{2,}")


def is_shared_mailbox(address: str) -> bool:
    """Tell whether an address is read by several people or by none (info@, support@, noreply@, lists)."""
    local, _, domain = address.lower().strip().partition("@")
    plain = local.partition("+")[0]
    if (
        plain in word_list("shared_mailboxes")
        or _SEPARATORS.sub("", plain) in word_list("shared_mailboxes")
        or _SHARED_PARTS.search(local)
    ):
        return True
    return is_list_domain(domain)


@lru_cache(maxsize=65_536)
def domain_of(address: str) -> str:
    """Return the registrable domain of an address or a host ("mail.acme.co.uk" gives "acme.co.uk"), or ""."""
    host = address.rpartition("@")[2].strip().lower().rstrip(".>")
    if not host or "." not in host:
        return ""
    return _SUFFIXES(host).top_domain_under_public_suffix or _last_two(host)


def _last_two(host: str) -> str:
    """Serve hosts under names that are no public suffix, such as `.example` and `.local`."""
    labels = [label for label in host.split(".") if label]
    return ".".join(labels[-2:]) if len(labels) > 1 else ""


def is_free_mail(domain: str) -> bool:
    """Tell whether a domain gives mailboxes to the public, so that it says nothing about an employer."""
    host = domain.strip().lower()
    known = word_list("free_mail_domains")
    return host in known or domain_of(host) in known or _is_brand(host)


def _is_brand(host: str) -> bool:
    """Tell whether a host is a free mail brand's own domain in some country: the brand, then only a public suffix.

    The suffix is a country's, or `com` and the like; `live.events` and `yahoo.agency` are somebody else's.
    """
    found = _SUFFIXES(host)
    labels = found.suffix.split(".")
    is_place = len(labels[-1]) == 2 or found.suffix in {"com", "net"}
    return found.domain in FREE_BRANDS and is_place and (len(labels) == 1 or labels[0] in {"co", "com", "net", "ne"})


def is_list_domain(domain: str) -> bool:
    """Tell whether mails from a host come through a mailing list or a bulk sending service."""
    host = domain.strip().lower()
    if host in word_list("sending_services") or domain_of(host) in word_list("sending_services"):
        return True
    if _LIST_LABELS & set(host.split(".")[:-2]):
        return True
    return host.count(".") >= 2 and _LIST_HOST.match(host) is not None


def person_name(display_name: str, address: str) -> str:
    """Return a readable name: "Last, First" turned round, wrapping and firm suffixes cut, else from the address.

    Returns "" only when neither gives a word.
    """
    name = _unwrapped(display_name)
    if not _WORDY.search(name) or "@" in name:
        name = _from_local_part(address or display_name)
    return _cased(_turned(name))


def _unwrapped(display_name: str) -> str:
    name = _BRACKETS.sub("", display_name.replace("\\", "")).strip().strip("'\"").strip()
    name = _COMPANY_SUFFIX.sub("", name) if not re.fullmatch(r"\S+@\S+\.\S+", name) else name
    return " ".join(name.strip(" ,;'\"").split())


def _turned(name: str) -> str:
    last, comma, first = name.partition(",")
    first = first.strip()
    if not comma or not first:
        return name.strip(" ,")
    if _SUFFIX_AFTER_COMMA.match(first):
        return f"{last.strip()} {first}"
    given, _, title = first.partition(",")
    if len(given.split()) > 3 or len(last.split()) > 3:
        return name.partition(",")[0].strip()
    turned = f"{given.strip()} {last.strip()}"
    return f"{turned} {title.strip()}" if _SUFFIX_AFTER_COMMA.match(title.strip()) else turned


def _from_local_part(address: str) -> str:
    local = address.strip().strip("<>'\"").lower().removeprefix("mailto:").partition("@")[0].partition("+")[0]
    words = [word for word in _SEPARATORS.split(local) if word and not word.isdecimal()]
    return " ".join(word.rstrip("0123456789") or word for word in words)


def _cased(name: str) -> str:
    """Give all-lower and all-upper names capitals; leave mixed ones as their owners write them."""
    if name not in (name.lower(), name.upper()):
        return name
    return " ".join("-".join(piece.capitalize() for piece in word.split("-")) for word in name.lower().split())
