"""Owns the form and the check of API tokens. Pure: it stores nothing and reads no clock.

A token is `gsk_<id>_<secret>`. The id finds the record; of the secret only a SHA-256 is kept. A plain hash is enough,
because the secret is 32 random bytes and not a password.
"""

import hashlib
import hmac
import re
import secrets
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from datetime import datetime

PREFIX = "gsk"
SECRET_BYTES = 32
TOKEN = re.compile(r"gsk_(?P<id>[0-9a-f]{16})_(?P<secret>[A-Za-z0-9_-]{43})")


@dataclass(frozen=True, slots=True)
class TokenRecord:
    """What is stored of a token: nothing that lets anybody in."""

    token_id: str
    secret_hash: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A token as a caller presented it; not believed yet. The secret stays out of its text form."""

    token_id: str
    secret: str

    def __repr__(self) -> str:
        return f"Candidate({self.token_id})"


def mint() -> tuple[str, TokenRecord]:
    """Return (the token, shown once and never again; the record to store)."""
    token_id = secrets.token_hex(8)
    secret = urlsafe_b64encode(secrets.token_bytes(SECRET_BYTES)).decode().rstrip("=")
    return f"{PREFIX}_{token_id}_{secret}", TokenRecord(token_id, hash_secret(secret))


def hash_secret(secret: str) -> str:
    """Return the SHA-256 of a secret as 64 hex digits."""
    return hashlib.sha256(secret.encode()).hexdigest()


def parse_bearer(header: str | None) -> Candidate | None:
    """Return the token of an `Authorization` header, or None when there is none of our form."""
    scheme, _, value = (header or "").partition(" ")
    match = TOKEN.fullmatch(value.strip(" ")) if scheme.lower() == "bearer" else None
    return Candidate(match["id"], match["secret"]) if match else None


def verify(candidate: Candidate, stored_hash: str, expires_at: datetime | None, now: datetime) -> bool:
    """Tell whether the secret is the stored one and has not expired (None: never expires).

    The comparison takes the same time wherever the hashes differ. `expires_at` itself is already too late.
    """
    same = hmac.compare_digest(hash_secret(candidate.secret).encode(), stored_hash.encode())
    alive = expires_at is None or now < expires_at
    return same and alive
