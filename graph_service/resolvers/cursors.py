"""Cursors: opaque, signed places in a list. Owns their form; knows nothing of what is listed.

A cursor holds the sort key of the last item seen, so that a page costs the same wherever it starts. It is signed with
its list and workspace, so that none can be made up, and none be carried elsewhere.
"""

import base64
import binascii
import hashlib
import hmac
import json
import secrets
from typing import ClassVar

from graph_service.errors import UsageError

MAC_BYTES = 16
MAX_LENGTH = 2000
Key = tuple[str | int | float, ...]


class BadCursorError(UsageError):
    """A cursor that this service did not give out for this list."""

    code: ClassVar[str] = "BAD_CURSOR"


class Cursors:
    """Signs and reads cursors.

    All processes that serve together need the same secret. Without one a random secret is made: then cursors hold for
    the life of this process only.
    """

    def __init__(self, secret: str) -> None:
        self._secret = secret.encode() or secrets.token_bytes(32)

    def sign(self, place: str, key: Key) -> str:
        """Return the cursor of an item with this sort key in the list that `place` names."""
        payload = json.dumps(key, separators=(",", ":")).encode()
        return base64.urlsafe_b64encode(self._mac(place, payload) + payload).decode().rstrip("=")

    def read(self, place: str, cursor: str) -> Key:
        """Return the sort key in a cursor of this list; raises `BadCursorError` for any other text."""
        try:
            padded = cursor + "=" * (-len(cursor) % 4)
            plain = base64.b64decode(padded, altchars=b"-_", validate=True) if len(cursor) <= MAX_LENGTH else b""
        except (binascii.Error, ValueError):
            plain = b""
        payload = plain[MAC_BYTES:]
        if not payload or not hmac.compare_digest(plain[:MAC_BYTES], self._mac(place, payload)):
            raise BadCursorError(
                "the cursor was not given out for this list", "pass `endCursor` of an earlier page of it, or nothing"
            )
        return tuple(json.loads(payload))

    def _mac(self, place: str, payload: bytes) -> bytes:
        message = place.encode() + b"\x00" + payload
        return hmac.new(self._secret, message, hashlib.sha256).digest()[:MAC_BYTES]
