"""What a report says about the mail it returns: its message id and whom it was written to."""

import re
from email.message import Message

from graph_service.reading.automatic.found_addresses import find_addresses
from graph_service.reading.automatic.headers import header, header_addresses, ids
from graph_service.reading.automatic.parts import ReportParts

_ID_LINE = re.compile(
    r"^[ \t>|]{0,8}(?:x-original-)?message-id[ \t]{0,3}:[ \t]{0,3}\n?[ \t]{0,8}<([^<>\s]{3,500})>",
    re.IGNORECASE | re.MULTILINE,
)
_TO_LINE = re.compile(r"^[ \t>|]{0,8}to[ \t]{0,8}:([^\n]{3,400})$", re.IGNORECASE | re.MULTILINE)


def original_id(message: Message, parts: ReportParts) -> str:
    """Return the Message-ID of the mail that came back, without brackets, or ""."""
    for one in parts.returned:
        found = ids(header(one, "Message-ID"))
        if found:
            return found[0]
    for text in (*parts.fields, *parts.texts):
        match = _ID_LINE.search(text)
        if match:
            return match[1]
    answered = ids(header(message, "In-Reply-To")) or ids(header(message, "References"))
    return answered[-1] if answered else ""


def original_recipients(parts: ReportParts) -> tuple[str, ...]:
    """Return the addresses the returned mail was written to, from its head or from a copy in the text."""
    for one in parts.returned:
        found = header_addresses(one, "To")
        if found:
            return found
    for text in parts.texts:
        for match in list(_TO_LINE.finditer(text))[:3]:
            named = tuple(one.address for one in find_addresses(match[1]))
            if named:
                return named
    return ()
