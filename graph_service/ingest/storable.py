"""Text as the database takes it. Pure."""

import re

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def storable(text: str, most: int = 1_000_000) -> str:
    """Return `text` without zero bytes and halves of surrogate pairs, cut to `most` characters."""
    return _UNSTORABLE.sub("", text[:most])
