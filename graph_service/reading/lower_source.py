"""A regular expression as it would be written for lower-case text; for reading off which words it needs, no more."""

import re

_CAPITAL = re.compile(r"\\.|[^\W\d_a-z]")


def lower_source(pattern: str) -> str:
    """Return a pattern (without named groups) with its letters in lower case; escapes stay escapes."""
    return _CAPITAL.sub(lambda found: found[0] if len(found[0]) > 1 else found[0].lower(), pattern)
