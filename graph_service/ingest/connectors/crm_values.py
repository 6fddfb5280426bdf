"""What single CRM cells mean: empty words, yes and no, websites, mail addresses. Pure; no files, no clock.

Readers answer None (or empty) for an empty cell and raise ValueError with a reason for one that cannot be read.
"""

import re

from tldextract import TLDExtract

NOTHING = frozenset({"", "-", "--", "—", "n/a", "na", "none", "null", "(none)", "not set", "#n/a", "nan", "(not set)"})
TRUE = frozenset({"true", "1", "yes", "y", "t", "x", "active", "ja", "oui", "wahr", "vrai"})
FALSE = frozenset({"false", "0", "no", "n", "f", "inactive", "deactivated", "nein", "nee", "non", "falsch", "faux"})
# A link to one of these says nothing about whose mail a firm's people send.
FOREIGN_SITES = frozenset(
    {"linkedin.com", "facebook.com", "twitter.com", "x.com", "instagram.com", "youtube.com", "xing.com", "google.com"}
    | {"gmail.com", "wikipedia.org", "crunchbase.com", "github.com", "bit.ly", "linktr.ee", "outlook.com"}
)
_extract = TLDExtract(suffix_list_urls=(), cache_dir=None, include_psl_private_domains=True)


def is_nothing(text: str) -> bool:
    """Tell whether a cell is empty or one of the usual words for empty."""
    return text.strip().casefold() in NOTHING


def read_switch(text: str) -> bool | None:
    """Return what a yes/no cell says, or None when it is empty. Raises ValueError for any other word."""
    word = text.strip().casefold()
    if word in TRUE or word in FALSE:
        return word in TRUE
    if word in NOTHING:
        return None
    raise ValueError(f"{text!r} is neither yes nor no")


def read_domains(text: str) -> tuple[str, ...]:
    """Return the registrable domains in a cell of websites, in order, without social networks and mail providers.

    Suffixes come from the Public Suffix List bundled with tldextract; where it knows none (".example"), the last
    two labels count.
    """
    found = (_registrable(part) for part in re.split(r"[;,\s|]+", text.strip()) if part)
    return tuple(dict.fromkeys(domain for domain in found if domain and domain not in FOREIGN_SITES))


def _registrable(address: str) -> str:
    parts = _extract(address.rpartition("@")[2] if "@" in address and "/" not in address else address)
    domain = parts.top_domain_under_public_suffix.casefold()
    labels = [label for label in parts.fqdn.split(".") if label] or f"{parts.subdomain}.{parts.domain}".split(".")
    if not domain and not parts.suffix and len([label for label in labels if label]) >= 2 and labels[-1].isalpha():
        domain = ".".join(labels[-2:]).casefold()
    try:
        return domain.encode("idna").decode("ascii")
    except UnicodeError:
        return domain


def read_email(text: str) -> str:
    """Return the first mail address in a cell, lower-cased. Raises ValueError when there is text but no address."""
    if is_nothing(text):
        return ""
    match = re.search(r"[^\s@<>;,\"()]+@[^\s@<>;,\"()]+\.[^\s@<>;,\"().]+", text)
    if not match:
        raise ValueError(f"{text!r} is not a mail address")
    return match[0].removeprefix("mailto:").strip(".").casefold()
