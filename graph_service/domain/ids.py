"""Stable ids: HMACs of source keys with the workspace's salt, so that a forgotten address cannot be guessed back."""

import base64
import hashlib
import hmac
from dataclasses import dataclass

SEPARATOR = "\x1f"


@dataclass(frozen=True, slots=True)
class Ids:
    """Makes uids of one workspace. `salt` is secret and never changes."""

    salt: str

    def uid(self, kind: str, *parts: str) -> str:
        """Return the 26-character uid of the thing that `kind` and `parts` name; equal input, equal uid."""
        message = SEPARATOR.join((kind, *parts)).encode("utf-8", "surrogatepass")
        digest = hmac.new(self.salt.encode(), message, hashlib.sha256).digest()[:16]
        return base64.b32encode(digest).decode().rstrip("=").lower()
