"""The end of one's own text that says nothing: signature, sign-off block, device line, list footer, legal notice."""

import re
from collections.abc import Sequence

SIGNATURE_LINES = 25
SIGNOFF_LINES = 10
SIGNOFF_CHARACTERS = 90
LEGAL_CHARACTERS = 3000
NOTICE_CHARACTERS = 300

_DASHES = re.compile(r"^--[ \t\xa0]?$")
_FOOTER = re.compile(
    r"^_{20,}$|^-{20,}$|^={20,}$|^(?:to\s+(?:unsubscribe|subscribe|post\s+to)|you\s+(?:are\s+)?receiv(?:ed"
    r"|ing)\s+this\s+(?:message|email|e-mail|mail)\s+because)\b",
    re.IGNORECASE,
)
_LIST = re.compile(
    r"mailing\s+list|unsubscribe|listinfo|/groups?/|abbestellen|désabonner|uitschrijven|avregistrera",
    re.IGNORECASE,
)
_DEVICE = re.compile(
    r"^(?:\*{3}\s.{3,80}\s\*{3}|sent\s+(?:from|via|with)\s+(?:my|a|mobile|outlook|proton|yahoo|mail|the)\b.{0,60}"
    r"|get\s+outlook\s+for\b.{0,60}"
    r"|von\s+meinem\s+.{2,40}\s+gesendet|gesendet\s+(?:von|mit|über)\s.{2,60}|envoyé\s+de(?:puis)?\s+mon\s.{2,40}"
    r"|verzonden\s+(?:vanaf|vanuit|met|via)\s.{2,60}|skickat?\s+från\s+min\s.{2,40}|inviato\s+da(?:l\s+mio)?\s.{2,40}"
    r"|enviado\s+desde\s+mi\s.{2,40}|sendt\s+fra\s+min\s.{2,40}|typed\s+on\s+(?:a\s+)?(?:my\s+)?phone.{0,60})$",
    re.IGNORECASE,
)
_SIGNOFF = re.compile(
    r"^(?:(?:many\s+|best\s+|kind\s+|warm(?:est)?\s+|with\s+(?:best|kind|warm)\s+)?(?:regards|wishes"
    r"|thanks)(?:\s+(?:again|and\s+(?:best\s+|kind\s+)?regards|in\s+advance|so\s+much|a\s+lot))?"
    r"|thank\s+you(?:\s+(?:very\s+much|again|in\s+advance|so\s+much))?|thx|tia|cheers|best"
    r"|all\s+(?:the\s+)?best|sincerely(?:\s+yours)?|yours(?:\s+(?:sincerely|truly|faithfully))?|rgds|br|kr"
    r"|take\s+care|talk\s+soon|speak\s+soon|ciao"
    r"|(?:mit\s+)?(?:freundliche[nr]?|beste[nr]?|liebe[nr]?|viele[nr]?|herzliche[nr]?|schöne[nr]?)\s+(?:gr(?:ü"
    r"|ue)(?:ß|ss)en?|dank)|(?:beste[nr]?|liebe[nr]?)?\s?gr(?:u|ü|ue)(?:ß|ss)e?|danke(?:\s+(?:dir|ihnen"
    r"|und\s+.{3,20}))?|mfg|vg|lg|gr[uü](?:ß|ss)e?\s+aus\s+\w+"
    r"|(?:bien\s+)?cordialement|(?:bien|très)\s+à\s+(?:vous|toi)|merci(?:\s+(?:beaucoup|d'avance"
    r"|et\s+.{3,20}))?|salutations(?:\s+distinguées)?|bonne\s+journée|amicalement|cdlt"
    r"|met\s+vriendelijke\s+groet(?:en)?|(?:vriendelijke|hartelijke)\s+groet(?:en)?|groet(?:en|jes)?|mvg"
    r"|(?:alvast\s+)?bedankt|dank\s+je(?:wel)?|dank\s+u"
    r"|(?:med\s+)?vänlig(?:a)?\s+häls(?:ning(?:ar)?)|hälsningar|mvh|tack(?:\s+(?:på\s+förhand|så\s+mycket))?"
    r"|(?:med\s+)?venlig\s+hilsen|hilsen|saludos(?:\s+cordiales)?|un\s+saludo|gracias|cordiali\s+saluti|saluti"
    r"|grazie|atenciosamente|obrigad[oa])"
    r"[ \t]*[,.!:;-]*(?:[ \t]*[A-ZÄÖÜ][\w.'’-]*){0,3}$",
    re.IGNORECASE,
)
_LEGAL_WORDS = re.compile(
    r"confidential|privileged|intended\s+(?:solely|only|recipient|for)|recipient|disclos|unauthori[sz]ed"
    r"|prohibited|sole\s+use|delete|disclaimer|virus|notify|property\s+of"
    r"|vertraulich|empfänger|unbefugt|irrtümlich|confidentiel|destinataire|erreur|vertrouwelijk|geadresseerde"
    r"|bestemd|konfidentiell|mottagare|avsedd|riservat|confidencial",
    re.IGNORECASE,
)
_LEGAL_HEAD = re.compile(
    r"^[ \t*_]*(?:(?:confidentiality(?:\s+(?:notice|note|statement))?|legal\s+(?:notice|disclaimer)|disclaimer"
    r"|privileged\s+and\s+confidential)[ \t*_]*[:.-]"
    r"|(?:this|diese[rs]?|ce|cet|cette|dit|deze|detta|este|questa?)\s+(?:e-?mail|message|mail|nachricht|bericht"
    r"|courriel"
    r"|meddelande|transmission|communication|mensaje|messaggio)\b(?=.{60}))",
    re.IGNORECASE,
)
# What law or custom puts under business mail: register entries, and the plea not to print.
_NOTICE = re.compile(
    r"\bregistered\s+(?:in|no|number|office)\b|\bcompany\s+(?:no|number|registration)\b|\bHRB\s*\d"
    r"|handelsregister|amtsgericht"
    r"|geschäftsführ|\bkvk\b|\bsiren\b|\bsiret\b|\borg\.?\s?(?:nr|nummer)\b|\bvat\s+(?:no|id|number|reg)"
    r"|(?:consider|think\s+of)\s+(?:the|our)"
    r"\s+environment|before\s+printing|(?:denken\s+sie\s+an\s+die\s+)?umwelt.{0,40}(?:aus)?drucken"
    r"|pensez\s+à\s+l.environnement",
    re.IGNORECASE,
)

_CONTACT = re.compile(r"\+?\(?\d[\d ()/.-]{6,}\d|\S+@\S+\.\w|\bwww\.|https?://", re.IGNORECASE)
_PROSE_END = re.compile(r"(?:\S+\s+){4,}\S*[^\W\d_]{2}[.!]$|\?$")


def trim_end(lines: Sequence[str]) -> list[str]:
    """Return the lines without what closes them: legal notice, footer, "-- " block, sign-off block, device line."""
    kept = _without_legal(list(lines))
    kept = _without_footer(kept)
    kept = _without_dashes(kept)
    kept = _without_device(kept)
    return _stripped(_without_contacts(_stripped(_without_signoff(_stripped(kept)))))


def is_signoff(line: str) -> bool:
    """Tell whether a line is a closing formula ("Kind regards,"), with or without a name after it."""
    return len(line) <= 60 and _SIGNOFF.match(line.strip()) is not None


def _without_legal(lines: list[str]) -> list[str]:
    """Cut at the first paragraph near the end that is a legal notice: long, and full of the words of such notices."""
    left = sum(len(line) for line in lines)
    start = 0
    for index in range(len(lines) + 1):
        if index < len(lines) and lines[index].strip():
            continue
        left -= sum(len(line) for line in lines[start:index])
        if left < LEGAL_CHARACTERS and _is_legal(" ".join(lines[start:index]), is_last=left == 0):
            return lines[:start]
        start = index + 1
    return lines


def _is_legal(paragraph: str, *, is_last: bool) -> bool:
    if _LEGAL_HEAD.match(paragraph):
        return _LEGAL_WORDS.search(paragraph) is not None
    if len(paragraph) <= NOTICE_CHARACTERS and is_last and _NOTICE.search(paragraph):
        return True
    if len(paragraph) < 100:
        return False
    found = {word.lower()[:7] for word in _LEGAL_WORDS.findall(paragraph)}
    return len(found) >= 3 and len(found) * 150 >= len(paragraph)


def _without_footer(lines: list[str]) -> list[str]:
    for index in range(max(len(lines) - 12, 0), len(lines)):
        rest = lines[index : index + 6]
        if _FOOTER.match(lines[index].strip()) and any(_LIST.search(line) for line in rest):
            return lines[:index]
    return lines


def _without_dashes(lines: list[str]) -> list[str]:
    for index, line in enumerate(lines):
        if _DASHES.match(line) and sum(1 for rest in lines[index:] if rest.strip()) <= SIGNATURE_LINES:
            return lines[:index]
    return lines


def _without_device(lines: list[str]) -> list[str]:
    return [line for line in lines if not (len(line) < 100 and _DEVICE.match(line.strip()))]


def _without_signoff(lines: list[str]) -> list[str]:
    """Cut after the first closing formula near the end when only short lines without prose follow it."""
    for index in range(max(len(lines) - 2 * SIGNOFF_LINES, 0), len(lines)):
        if not is_signoff(lines[index]):
            continue
        rest = [line.strip() for line in lines[index + 1 :] if line.strip()]
        plain = all(len(line) <= SIGNOFF_CHARACTERS and not _PROSE_END.search(line) for line in rest)
        if len(rest) <= SIGNOFF_LINES and plain:
            return lines[: index + 1]
    return lines


def _without_contacts(lines: list[str]) -> list[str]:
    """Drop a last block of two to eight short lines that starts with a name and holds a telephone or address."""
    start = len(lines)
    while start > 0 and lines[start - 1].strip():
        start -= 1
    block = [line.strip() for line in lines[start:]]
    if not 2 <= len(block) <= 8 or not any(_CONTACT.search(line) for line in block[1:]):
        return lines
    words = block[0].split()
    named = len(words) <= 6 and all(word[0].isupper() or not word[0].isalpha() for word in words)
    short = all(len(line) <= SIGNOFF_CHARACTERS and not _PROSE_END.search(line) for line in block)
    return lines[:start] if named and short else lines


def _stripped(lines: list[str]) -> list[str]:
    start, end = 0, len(lines)
    while start < end and not lines[start].strip():
        start += 1
    while end > start and not lines[end - 1].strip(" \t-_=*\xa0"):
        end -= 1
    return lines[start:end]
