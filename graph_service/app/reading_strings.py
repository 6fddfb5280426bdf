"""Single strings read: a job title, a person's name, a firm's name. Pure."""

import msgspec

from graph_service.app.reading_json import SCHEMA, Company, Name, Title
from graph_service.reading.identity.companies import parse_firm
from graph_service.reading.identity.names import parse_name
from graph_service.reading.titles.titles import read_title


def title_reading(text: str) -> Title:
    """Return what a job title says."""
    fields = msgspec.to_builtins(read_title(text))
    return msgspec.convert({"type": "title", **fields, "schema": SCHEMA, "title": text}, Title)


def name_reading(text: str) -> Name:
    """Return a person's name taken apart; who names nobody has no parts."""
    found = parse_name(text)
    return Name(
        schema=SCHEMA, text=text, given=found.given, last=found.last, full_last=found.full_last, is_full=found.is_full
    )


def company_reading(text: str) -> Company:
    """Return a firm's name taken apart."""
    found = parse_firm(text)
    return Company(
        schema=SCHEMA,
        text=text,
        core=found.core,
        generic=tuple(sorted(found.generic)),
        lines=tuple(sorted(found.lines)),
        places=tuple(sorted(found.places)),
        joined=found.joined,
        initials=found.initials,
        is_domain=found.is_domain,
    )
