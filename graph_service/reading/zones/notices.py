"""What a firm or a list adds below a mail: legal notices, register entries, list footers, advertisements.

Functions on the lines of one own block; they say where the added text begins.
"""

import re
from collections.abc import Sequence

from graph_service.reading.zones.line_shapes import PLAIN_CHARACTERS, words_of_name

LEGAL_CHARACTERS = 3000
NOTICE_CHARACTERS = 300
FOOTER_LINES = 25
LONG_RULE = 20
RULED_LINES = 4

_RULE = re.compile(r"^[ \t]*(?:[-_=*#~]{10,}|--|-{2,5}|_{2,5})[ \t]*$")
_LIST = re.compile(
    r"mailing[\s-]?list|subscri|suscri|inscri[pç]|abonn|netiquette|bugmail|lista\s+de|liste\s+de\s+diffusion|unsubscribe|listinfo|/groups?/|abbestellen|désabonner|uitschrijven|avregistrera|abmelden"
    r"|archives?:\s*<?http|automatically\s+generated|view\s+this\s+(?:thread|message)|to\s+reply,?\s+visit"
    r"|never\s+miss\s+a\s+thing|yahoo!|free\s+(?:email|e-mail|download|trial)|do\s+you\s+yahoo|msn\.com|hotmail"
    r"|sponsored\s+by|register\s+(?:now|for)|(?:sdm\.link|p\.sf\.net)/|sign\s+up|discussion\s+list"
    r"|(?:you\s+are\s+)?(?:receiving|received)\s+this|scanned\s+(?:by|for)|virus",
    re.IGNORECASE,
)
_FOOTER = re.compile(
    r"^(?:to\s+(?:unsubscribe|subscribe|post\s+to|reply)|you\s+(?:are\s+)?receiv(?:ed|ing)\s+this\s+(?:message|email"
    r"|e-mail|mail)\s+because|get\s+your\s+free\b|do\s+you\s+yahoo|this\s+(?:is\s+an\s+automat|message\s+(?:is|was)\s+"
    r"automat)|powered\s+by\b|view\s+this\s+thread|unsubscribe\b|to\s+leave\s+this\s+list)",
    re.IGNORECASE,
)
_LEGAL_WORDS = re.compile(
    r"confidential|privileged|intended\s+(?:solely|only|recipient|for)|recipient|disclos|unauthori[sz]ed"
    r"|prohibited|sole\s+use|delete|disclaimer|virus|notify|property\s+of|addressee|in\s+error"
    r"|vertraulich|empfänger|unbefugt|irrtümlich|adressat|confidentiel|destinataire|erreur|vertrouwelijk|geadresseerde"
    r"|bestemd|konfidentiell|mottagare|avsedd|riservat|destinatari|confidencial|poufn|adresat|důvěrn|fortrolig|modtager",
    re.IGNORECASE,
)
_LEGAL_HEAD = re.compile(
    r"^[ \t*_]*(?:(?:confidentiality(?:\s+(?:notice|note|statement))?|legal\s+(?:notice|disclaimer)|disclaimer"
    r"|notice|important(?:\s+notice)?|privileged\s+and\s+confidential)[ \t*_]*[:.-]"
    r"|(?:this|diese[rs]?|ce|cet|cette|dit|deze|detta|este|questa?|esta|denne)\s+(?:e-?mail|message|mail|nachricht"
    r"|bericht|courriel|meddelande|transmission|communication|mensaje|messaggio|mensagem|electronic)\b(?=.{60}))",
    re.IGNORECASE,
)
# What law or custom puts under business mail: register entries, and the plea not to print.
_NOTICE = re.compile(
    r"\bregistered\s+(?:in|no|number|office)\b|\bcompany\s+(?:no|number|registration)\b|\bHRB\s*\d"
    r"|handelsregister|amtsgericht|geschäftsführ\w{0,8}\s?:|\bkvk\b|\bsiren\b|\bsiret\b|\borg\.?\s?(?:nr|nummer)\b"
    r"|\bvat\s+(?:no|id|number|reg)|(?:consider|think\s+of)\s+(?:the|our)\s+environment|before\s+printing"
    r"|(?:denken\s+sie\s+an\s+die\s+)?umwelt.{0,40}(?:aus)?drucken|pensez\s+à\s+l.environnement",
    re.IGNORECASE,
)


def notice_start(lines: Sequence[str]) -> int:
    """Return where the added text begins: the first line of a legal notice or footer; `len(lines)` without one."""
    legal = _legal_start(lines)
    footer = _footer_start(lines[:legal])
    while footer > 0 and not lines[footer - 1].strip(" \t-_=*#~"):
        footer -= 1
    return footer


def _legal_start(lines: Sequence[str]) -> int:
    """Return the start of the first paragraph near the end that is a legal notice."""
    left = sum(len(line) for line in lines)
    start = 0
    for index in range(len(lines) + 1):
        if index < len(lines) and lines[index].strip(" \t-_=*#"):
            continue
        left -= sum(len(line) for line in lines[start : index + 1])
        paragraph = " ".join(lines[start:index])
        if left < LEGAL_CHARACTERS and _is_legal(paragraph):
            return start
        if left <= 0 and len(paragraph) <= NOTICE_CHARACTERS and _NOTICE.search(paragraph):
            # The lines above the entry in the same paragraph may be the signature.
            return next((at for at in range(start, index) if _NOTICE.search(lines[at])), start)
        start = index + 1
    return len(lines)


def _is_legal(paragraph: str) -> bool:
    if _LEGAL_HEAD.match(paragraph):
        return _LEGAL_WORDS.search(paragraph) is not None
    if len(paragraph) < 100:
        return False
    found = {word.lower()[:7] for word in _LEGAL_WORDS.findall(paragraph)}
    return len(found) >= 3 and len(found) * 150 >= len(paragraph)


def _footer_start(lines: Sequence[str]) -> int:
    """Return the start of a list's or provider's footer: under a rule, or opened by its set words."""
    seen = 0
    start = len(lines)
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index].strip()
        if not line:
            continue
        seen += 1
        if seen > FOOTER_LINES:
            break
        if _FOOTER.match(line) or (_RULE.match(line) and _speaks_of_list(lines, index, start)):
            start = index
    return start


def _speaks_of_list(lines: Sequence[str], index: int, end: int) -> bool:
    rest = [line for line in lines[index + 1 : min(index + 14, end)] if line.strip()]
    if any(_LIST.search(line) for line in rest):
        return True
    # A long rule over a few lines with a URL is what forums and lists add, unless a name stands below it.
    few = 0 < len(rest) <= RULED_LINES and len(lines[index].strip()) >= LONG_RULE
    return (
        few
        and any("://" in line for line in rest)
        and not words_of_name(rest[0])
        and not any(len(line) > PLAIN_CHARACTERS for line in rest)
    )
