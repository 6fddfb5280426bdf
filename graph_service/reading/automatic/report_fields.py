"""The machine-readable part of a delivery report (RFC 3464), as far as servers keep to it. A pure reader."""

import re
from dataclasses import dataclass

from graph_service.reading.automatic.found_addresses import field_address
from graph_service.reading.automatic.statuses import enhanced_status, is_vague

_FIELD = re.compile(r"^([A-Za-z][A-Za-z0-9-]{1,40})[ \t]{0,4}:[ \t]{0,20}(.{0,2000})$")
_COMMENT = re.compile(r"\([^()]{0,200}\)")
MAX_RECIPIENTS = 200
_RECIPIENT_FIELDS = ("original-recipient", "final-recipient", "x-actual-recipient")


@dataclass(frozen=True, slots=True)
class ReportedRecipient:
    """One recipient of a report: `address` as we wrote it, `final` where it ended, and what the server said."""

    address: str
    final: str
    action: str
    status: str
    diagnostic: str


def reported_recipients(fields: str) -> list[ReportedRecipient]:
    """Return the recipients of one status part, in its order, each once."""
    found: dict[str, ReportedRecipient] = {}
    for group in _groups(fields)[:MAX_RECIPIENTS]:
        one = _recipient(group)
        if one is not None and (one.address or one.action):
            found.setdefault(one.address, one)
    return list(found.values())


def report_wide(fields: str, name: str) -> str:
    """Return the first field `name` of a status part wherever it stands, or ""."""
    return next((group[name.lower()] for group in _groups(fields) if name.lower() in group), "")


def _groups(fields: str) -> list[dict[str, str]]:
    """Return the blocks of fields. A blank line or a second recipient field of one name starts the next one."""
    groups: list[dict[str, str]] = [{}]
    name = ""
    for line in fields[:100_000].replace("\r", "").split("\n")[:4000]:
        if not line.strip():
            groups.append({})
            name = ""
        elif line[0] in " \t" and name:
            groups[-1][name] = f"{groups[-1][name]} {line.strip()}"[:4000]
        else:
            name = _take_line(groups, line, name)
    return _merged([group for group in groups if group])


def _take_line(groups: list[dict[str, str]], line: str, name: str) -> str:
    match = _FIELD.match(line)
    if match is None:  # a diagnostic that was broken without indent goes on
        if name == "diagnostic-code":
            groups[-1][name] = f"{groups[-1][name]} {line.strip()}"[:4000]
        return name
    new = match[1].lower()
    if new in groups[-1] and new in ("final-recipient", "original-recipient"):
        groups.append({})
    groups[-1].setdefault(new, match[2].strip())
    return new


def _merged(groups: list[dict[str, str]]) -> list[dict[str, str]]:
    """Join a block that has an action or a diagnostic but no recipient to the recipient before it."""
    joined: list[dict[str, str]] = []
    for group in groups:
        names = set(group)
        is_rest = not names & set(_RECIPIENT_FIELDS) and names & {"action", "status", "diagnostic-code"}
        if is_rest and joined and set(joined[-1]) & set(_RECIPIENT_FIELDS):
            joined[-1] = {**group, **joined[-1]}
        else:
            joined.append(group)
    return joined


def _recipient(group: dict[str, str]) -> ReportedRecipient | None:
    if not set(group) & set(_RECIPIENT_FIELDS):
        return None
    final = field_address(group.get("final-recipient", ""))
    asked = field_address(group.get("original-recipient", "")) or field_address(group.get("x-actual-recipient", ""))
    diagnostic = group.get("diagnostic-code", "")
    comments = " ".join(_COMMENT.findall(group.get("status", "") + " " + group.get("action", "")))
    status = enhanced_status(group.get("status", ""))
    if is_vague(status):
        spoken = enhanced_status(diagnostic)
        status = spoken if spoken and not is_vague(spoken) else status or spoken
    return ReportedRecipient(
        address=asked if "@" in asked else (final if "@" in final else asked or final),
        final=final,
        action=group.get("action", "").partition(" ")[0].strip("();, ").lower(),
        status=status,
        diagnostic=f"{diagnostic} {comments}".strip(),
    )
