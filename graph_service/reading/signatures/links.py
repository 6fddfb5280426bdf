"""Mail addresses, web addresses and LinkedIn profiles of a signature."""

import re
from collections.abc import Iterator

from graph_service.reading.signatures.fields import Field
from graph_service.reading.signatures.segments import Segment

_EMAIL = re.compile(r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
_URL = re.compile(
    r"https?://[^\s<>\"'()\[\]|]{3,300}|(?<![\w@.-])(?:www\d?\.[\w-]{1,63}\.|(?:[a-z]{2,3}\.)?linkedin\.com/)[^\s<>\"'()\[\]|]{1,300}",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"^(?:(?:web(?:site)?|w|internet|url|home\s?page)\s?[:.]\s?)?((?:[\w-]{1,63}\.){1,3}(?:com|org|net|io|ai|eu|example|co\.uk|de|fr|nl|es|it|se|ch|at|be|dk|no|fi|pl|cz))/?$",
    re.IGNORECASE,
)
_LINKEDIN = re.compile(r"^(?:https?://)?(?:[a-z]{2,3}\.)?linkedin\.com/(?:in|pub|profile|company)/", re.IGNORECASE)
_TAIL = ".,;:!?*_"


def find_emails(segments: list[Segment]) -> Iterator[Field]:
    """Yield the mail addresses, in lower case, each once."""
    seen: set[str] = set()
    for segment in segments:
        for found in _EMAIL.finditer(segment.text):
            address = found[0].strip("'.").lower()
            if address not in seen:
                seen.add(address)
                yield Field(address, segment.start + found.start(), segment.start + found.end(), 0.95, "email.written")


def find_urls(segments: list[Segment]) -> Iterator[Field]:
    """Yield the web addresses as written, each once; profiles on LinkedIn are among them."""
    seen: set[str] = set()
    for segment in segments:
        spans = [(found.start(), found[0].rstrip(_TAIL)) for found in _URL.finditer(segment.text)]
        bare = _BARE.match(segment.text)
        if not spans and bare:
            spans = [(bare.start(1), bare[1])]
        for start, url in spans:
            if url.lower() not in seen:
                seen.add(url.lower())
                at = segment.start + start
                yield Field(url, at, at + len(url), 0.9 if not bare else 0.7, "url.written")


def is_linkedin_profile(url: str) -> bool:
    """Tell whether a web address is a profile on LinkedIn."""
    return _LINKEDIN.match(url) is not None
