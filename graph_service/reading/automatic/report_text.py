"""Reports that are only text, as older and odd servers write them: who failed, and which lines say why.

It reads the part above the returned mail. Addresses of the one who is told, and of the server itself, are none.
"""

import re
from dataclasses import dataclass

from graph_service.reading.automatic.found_addresses import Found, find_addresses

HEAD_CHARACTERS = 20_000
MAX_RECIPIENTS = 50
_RETURNED = re.compile(
    r"^[ \t>]{0,12}(?:[-_=*]{2,80}[ \t]{0,8}|[^\w\s]{0,4}[ \t]{0,2})(?:(?:this is a|below (?:this line )?is a"
    r"|here is (?:a|your)|the following is a|a) copy of"
    r"|(?:returned|original|unsent|undelivered|rejected|start of|beginning of|text of)(?: (?:returned"
    r"|original|your|unsent|the)){0,4}[ ](?:message|mail|e-?mail|headers?)\b[^.@\n]{0,40}(?:follows?|below"
    r"|-{2,}|:|$|text|header)"
    r"|(?:message|mail) (?:header|text|body|contents?)s? (?:follows?|is|are)"
    r"|(?:header|included)\b.{0,40}\b(?:message|mail)\b"
    r"|(?:forwarded|original) (?:message|mail)|ursprüngliche nachricht|message d'origine|mensaje original)"
    r"|^(?:received: (?:from|by) |return-path: |message-id: <|mime-version: 1)",
    re.IGNORECASE | re.MULTILINE,
)  # fmt: skip
_SERVER = re.compile(
    r"^(?:mailer[._-]?daemon|post-?master|hostmaster|abuse|help-?desk|admin(?:istrator)?|root|daemon|mail-?admin)@"
)
_HELP = re.compile(
    (
        r"(?:contact|write to|reply to|e-?mail|mail to|mailto:|questions?|assistance|help|support|postmaster"
        r"|from:?|sender:?|visit|https?://)[ \t:<(\"]{0,6}(?:the )?$"
    ),
    re.IGNORECASE,
)
_TOLD = re.compile(
    (
        r"(?:(?:to|for|an|recipients?|rcpt to|addressee|user|address|unknown|envia(?:r|do) a|à|a|aan|empfänger"
        r"|destinataire)[ \t]{0,2}:?[ \t<(\[\"']{0,6}$)|(?:rcpt to:[ \t]{0,3}<?$)"
    ),
    re.IGNORECASE,
)
_FAILURE = re.compile(
    r"fail|fatal|undeliver|unable|could not|couldn't|can ?not|can't|not deliver|error|unknown|reject"
    r"|denied|refus|return|problem|not found|invalid|full|quota|expired|delay"
    r"|no such|not exist|unzustell|konnte|impossible|erreur|no se pudo|onbestel|\b[45]\d\d[ -]"
    r"|\b[45]\.\d{1,3}\.\d|できません|不明|エラー",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class TextRecipient:
    """An address a text names as failed, with the lines that speak of it."""

    address: str
    evidence: str


def head_of(text: str) -> str:
    """Return the part of a report above the returned mail, at most 20,000 characters."""
    head = text[:HEAD_CHARACTERS]
    for match in _RETURNED.finditer(head):
        if match.start() > 30 and _FAILURE.search(head[: match.start()]):
            return head[: match.start()]
    return head


def failed_in(text: str, told: frozenset[str]) -> list[TextRecipient]:
    """Return the failed recipients a report names above the returned mail; `told` are addresses that cannot be it."""
    head = head_of(text)
    named = find_addresses(head)[:400]
    found = [one for one in named if _may_fail(one, head, told)] or [
        one for one in named if _may_fail(one, head, frozenset()) and _TOLD.search(head[: one.start][-80:])
    ]
    if not found:
        return []
    strong = [one for one in found if _stands_out(one, head)] or found[:1]
    strong = [one for one in strong if _FAILURE.search(_paragraph(head, one.start, one.end))] or strong
    kept = list({one.address: one for one in reversed(strong[:MAX_RECIPIENTS])}.values())[::-1]
    ends = [one.start for one in kept[1:]] + [len(head)]
    if len(kept) == 1:
        return [TextRecipient(kept[0].address, head)]
    return [
        TextRecipient(one.address, head[_line_start(head, one.start) : end])
        for one, end in zip(kept, ends, strict=True)
    ]


def _may_fail(one: Found, head: str, told: frozenset[str]) -> bool:
    if one.address in told or _SERVER.match(one.address):
        return False
    return not _HELP.search(head[max(0, one.start - 60) : one.start].replace("\n", " "))


def _stands_out(one: Found, head: str) -> bool:
    """Tell whether an address opens its line, follows a word for a recipient, or stands beside a failure."""
    begin = _line_start(head, one.start)
    before = head[begin : one.start][-80:]
    if not before.strip(" \t<>(\"'*-|:.") or _TOLD.search(before):
        return True
    end = head.find("\n", one.end)
    line = head[begin : end if end >= 0 else len(head)][:400]
    return bool(_FAILURE.search(line))


def _paragraph(text: str, start: int, end: int) -> str:
    """Return the block of lines around a place, an address itself left out; at most some lines on each side."""
    begin = max(text.rfind("\n\n", 0, start), start - 400, 0)
    stop = text.find("\n\n", end)
    return text[begin:start] + " " + text[end : min(stop if stop >= 0 else len(text), end + 400)]


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1
