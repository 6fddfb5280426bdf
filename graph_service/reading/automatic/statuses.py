"""Status codes of delivery: RFC 3463 enhanced codes and RFC 5321 reply codes, and what they mean by themselves."""

import re

_ENHANCED = re.compile(r"(?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?![\d.]{1,3}\d|\d)")
_REPLY = re.compile(
    r"(?:^|smtp;[ ]?|said:[ ]?|response(?: was)?:[ ]?|error:?[ ]|code[ :]{1,2}|\bsaid\b[ ]|<<<[ ]?|[\s(:\[\"'#])"
    r"([45]\d\d)(?=[ \-:,;)\]#]|$)",
    re.IGNORECASE | re.MULTILINE,
)
_BY_STATUS = {
    "1.1": "user_unknown", "1.2": "host_unknown", "1.3": "user_unknown", "1.4": "user_unknown", "1.6": "moved",
    "1.7": "policy", "1.8": "policy", "1.9": "policy", "1.10": "user_unknown",
    "2.1": "suspended", "2.2": "full", "2.3": "size", "2.4": "system",
    "3.1": "system", "3.2": "system", "3.3": "system", "3.4": "size", "3.5": "system",
    "4.1": "network", "4.2": "network", "4.3": "network", "4.4": "host_unknown", "4.5": "rate", "4.6": "network",
    "4.7": "expired",
    "5.3": "rate",
}  # fmt: skip
_BY_SUBJECT = {"3": "system", "4": "network", "5": "system", "6": "content", "7": "policy"}
_BY_REPLY = {"552": "full", "551": "moved", "556": "not_accepted", "521": "not_accepted", "523": "size"}


def enhanced_status(text: str) -> str:
    """Return the first telling enhanced code ("5.1.1") in `text`, else a vague one ("5.0.0"), or ""."""
    found = [".".join(match.groups()) for match in _ENHANCED.finditer(text[:4000])]
    return next((code for code in found if not is_vague(code)), found[0] if found else "")


def reply_code(text: str) -> str:
    """Return the first reply code of failure ("550") in `text`, or ""."""
    match = _REPLY.search(text[:4000])
    return match[1] if match else ""


def is_vague(status: str) -> bool:
    """Tell whether an enhanced code says no more than that it failed."""
    return status[2:] in ("0.0", "1.0", "2.0", "5.0", "4.0", "3.0", "7.0") or not status


def class_of_status(status: str) -> str:
    """Return the class an enhanced code stands for (RFC 3463 section 3), or "" for a vague one."""
    detail = status[2:]
    if not detail or (is_vague(status) and detail not in ("4.0", "3.0", "7.0")):
        return ""
    return _BY_STATUS.get(detail) or _BY_SUBJECT.get(detail.partition(".")[0], "")


def class_of_reply(code: str) -> str:
    """Return the class a reply code stands for by itself, or "" (550 may mean anything)."""
    return _BY_REPLY.get(code, "")
