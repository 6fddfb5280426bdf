"""Ids as the API shows them: opaque, typed, and bound to a workspace. Owns their form; looks nothing up.

An id of another kind or workspace reads as None, so that it is answered like one that does not exist.
"""

import base64
import binascii
from enum import StrEnum

MAX_LENGTH = 400
URL_SAFE = bytes.maketrans(b"+/", b"-_")


class Kind(StrEnum):
    """What an id stands for."""

    ACCOUNT = "account"
    ACTION = "action"
    ASK = "ask"
    CONTACT = "contact"
    EVIDENCE = "evidence"
    INTERACTION = "interaction"
    PLAYBOOK = "playbook"
    RELEASE = "release"
    RULING = "ruling"
    STAKEHOLDER = "stakeholder"
    TOPIC = "topic"
    USER = "user"


def encode_id(kind: Kind, workspace_id: str, uid: str) -> str:
    """Return the API id of a thing."""
    # What base64.urlsafe_b64encode does, in half the time: a page has hundreds of ids.
    plain = binascii.b2a_base64(f"{kind}:{workspace_id}:{uid}".encode(), newline=False)
    return plain.translate(URL_SAFE, b"=").decode()


def decode_id(text: str, kind: Kind, workspace_id: str) -> str | None:
    """Return the uid behind an API id, or None for an id of another kind, another workspace, or no id at all."""
    if len(text) > MAX_LENGTH:
        return None
    try:
        plain = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True).decode()
    except (binascii.Error, ValueError):
        return None
    prefix = f"{kind}:{workspace_id}:"
    return plain.removeprefix(prefix) or None if plain.startswith(prefix) else None
