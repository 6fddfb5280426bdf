"""Notices that a social network sends when somebody in it has a new job: machines' words about people.

A human's congratulations are none: a notice says so in its subject or on a line of its own, and carries what machines
write below their mail. Anniversaries, offers and searches for a job are left out. It does not know who the names are.
"""

import re

from graph_service.reading.findings import Finding

MAX_LINES, MAX_LINE = 60, 300
WITH_FIRM, WITHOUT_FIRM = 0.8, 0.5
"""A new position may be one in the same firm, so that a notice which names none is worth less."""
MOST = 10
_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’.-]{0,24}"
_NAME = rf"(?-i:{_CAPITAL}(?: (?:van|von|de|der|den|del|da|di|la|le|ter|bin|al|el)){{0,2}}(?: {_CAPITAL}){{1,3}})"
_FIRM = (
    r"(?P<firm>(?-i:[A-ZÀ-ÖØ-ÞĀ-Ž0-9][\w&'’.-]{0,30}(?: (?:of|and|&|de|für|et|y"
    r"|[A-ZÀ-ÖØ-Þ0-9&][\w&'’.-]{0,30})){0,5}))"
)
_AT = rf"(?:(?: as [^.;!?]{{2,60}}?)? (?:at|with) {_FIRM})?"
_BEI = rf"(?:(?: als [^.;!?]{{2,60}}?)? bei {_FIRM})?"
_CHEZ = rf"(?:(?: (?:de|comme|en tant que) [^.;!?]{{2,60}}?)? chez {_FIRM})?"
_EN = rf"(?:(?: (?:de|como) [^.;!?]{{2,60}}?)? en {_FIRM})?"
_FORMS = tuple(
    re.compile(template.replace("{who}", rf"(?P<who>{_NAME})"), re.IGNORECASE)
    for template in (
        (
            rf"\b{{who}} (?:has |have |got |gets |starts |started |has started |is starting |just started |landed "
            rf"|has landed"
            rf" )(?:a |his |her |their )(?:new )(?:job|position|role)\b{_AT}"
        ),
        (
            r"\b(?:congratulate|say congrats to|say congratulations to|congrats to|congratulations to"
            r"|congratulations,?|celebrate"
            rf"|applaud|wish) {{who}}(?:,? (?:who (?:has )?)?(?:on|for|has|with|well in))? (?:starting |started |the "
            rf"|a |his |her"
            rf" |their ){{0,2}}new (?:job|position|role)\b{_AT}"
        ),
        (
            rf"\b{{who}} (?:just |recently |has )?(?:started (?:working )?at|joined|now works at"
            rf"|is now (?:working )?at|moved to"
            rf"|started with) {_FIRM}"
        ),
        rf"\b{{who}} is now [^.;!?]{{2,60}}? at {_FIRM}",
        rf"\b{{who}} hat (?:eine |einen )?neue[nrs]? (?:stelle|position|job|rolle|arbeitgeber){_BEI}",
        (
            rf"\b(?:gratulieren sie|gratuliere|glückwunsch an) {{who}} zu(?:r|m)?(?: ihrer| seiner| ihrem| seinem"
            rf"| der| dem)? neue[nrm]"
            rf" (?:stelle|position|job|rolle){_BEI}"
        ),
        rf"\b{{who}} arbeitet jetzt bei {_FIRM}",
        rf"\b{{who}} (?:a|occupe) un nouve(?:au|l) (?:poste|emploi|travail){_CHEZ}",
        (
            rf"\bfélicitez {{who}} pour (?:son|sa) (?:nouveau poste|nouvel emploi|prise de poste"
            rf"|nouvelle fonction){_CHEZ}"
        ),
        rf"\b{{who}} tiene un nuevo (?:empleo|trabajo|puesto|cargo){_EN}",
        rf"\bfelicita a {{who}} por su nuevo (?:empleo|trabajo|puesto|cargo){_EN}",
    )
)
_CUE = re.compile(
    r"new (?:job|position|role)|started|joined|works at|now |neue|jetzt|nouve|prise de|nuevo", re.IGNORECASE
)
_NOT = re.compile(
    r"\b(?:anniversar\w{1,5}|birthday|years? at|hiring|is looking|open to|if\b|may\b|might\b|would|commented"
    r"|posted|shared"
    r"|liked|mentioned|viewed|suggest\w{0,4}|jobs? (?:for|that|you)|recommended|jubiläum|geburtstag|anniversaire"
    r"|aniversario"
    r"|cumpleaños)\b|\?",
    re.IGNORECASE,
)
_MACHINE = re.compile(
    r"\b(?:unsubscribe|your network|say congrats|congratulate (?:him|her|them)|manage (?:your )?(?:notifications"
    r"|e-?mails)"
    r"|notification settings|view (?:the |full )?profile|see (?:what|all|more)|you are receiving|you received this"
    r"|abmelden|abbestellen|ihr netzwerk|profil (?:ansehen|anzeigen)|se désabonner|votre réseau|voir le profil"
    r"|darse de baja"
    r"|tu red|su red|ver (?:el )?perfil|cancelar (?:la )?suscripción)\b",
    re.IGNORECASE,
)
_NETWORK = re.compile(
    r"\b(?:your network|say congrats|congratulat\w{1,5}|ihr netzwerk|gratulier\w{1,3}|votre réseau|félicite[zr]"
    r"|tu red|su red"
    r"|felicit\w{1,4})\b",
    re.IGNORECASE,
)
_STARTED = re.compile(
    rf"\b(?:started (?:working )?(?:at|with)|joined|now works at|(?:job|position"
    rf"|role)(?: as [^.;!?]{{2,60}}?)? (?:at|with)"
    rf"|is now (?:working )?at|arbeitet jetzt bei|a rejoint|trabaja (?:ahora )?en) {_FIRM}",
    re.IGNORECASE,
)


def read_network_notices(subject: str, text: str, *, is_automatic: bool) -> list[Finding]:
    """Return who has a new job by the subject, or a line, of a mail that a machine sent: kind departure_said.

    `value` is the person, `firm` the new employer where it is said, `topic` "network". `is_automatic` says that the
    mail is known to be a machine's; else its text must say so itself, and its subject speak of the job. What stands in
    the subject has no place in the text: the quote is the subject and both offsets are 0.
    """
    head, opening = _plain(subject)[:MAX_LINE], text[: MAX_LINES * MAX_LINE]
    is_titled = bool(_found(head))
    if not (is_titled or (is_automatic and _NETWORK.search(opening))):
        return []
    if not (is_automatic or _MACHINE.search(opening)):
        return []
    lines = _lines(opening)
    found: dict[str, Finding] = {}
    for quote, start, end in ((head, 0, 0), *lines):
        matches = _found(quote)
        for match in matches:
            name = match["who"].strip(" .'’")
            firm = match.groupdict().get("firm") or _firm_of(name, lines)
            if name not in found or (firm and not found[name].firm):
                found[name] = _finding(name, firm, *_cut(match, (quote, start, end), is_only=len(matches) == 1))
    return list(found.values())[:MOST]


def _found(line: str) -> list[re.Match[str]]:
    if not _CUE.search(line) or _NOT.search(line):
        return []
    return next((matches for form in _FORMS if (matches := list(form.finditer(line)))), [])


def _finding(name: str, firm: str, quote: str, start: int, end: int) -> Finding:
    firm = firm.rstrip(" .,'’-&")
    confidence = WITH_FIRM if firm else WITHOUT_FIRM
    return Finding("departure_said", quote, start, end, "network_notice", confidence, name, "network", firm=firm)


def _cut(match: re.Match[str], line: tuple[str, int, int], *, is_only: bool) -> tuple[str, int, int]:
    """Return the line, or what it says of this one person where it names several."""
    if is_only:
        return line
    start = line[1] + match.start() if line[2] else 0
    return match[0], start, start + len(match[0]) if line[2] else 0


def _firm_of(name: str, lines: list[tuple[str, int, int]]) -> str:
    """Return the firm that the text names as the new one, on a line that names the person by their given name."""
    given = name.split(maxsplit=1)[0]
    matches = (_STARTED.search(line) for line, _, _ in lines if given in line and not _NOT.search(line))
    return next((match["firm"] for match in matches if match), "")


def _lines(text: str) -> list[tuple[str, int, int]]:
    """Return the first lines that say something, cut into sentences, with their places."""
    found: list[tuple[str, int, int]] = []
    for match in re.finditer(r"[^\n]{1,2000}", text):
        for part in re.finditer(rf"[^.!?]{{4,{MAX_LINE}}}[.!?]?", match[0]):
            quote = part[0].strip()
            start = match.start() + part.start() + len(part[0]) - len(part[0].lstrip())
            if quote:
                found.append((quote, start, start + len(quote)))
        if len(found) >= MAX_LINES:
            break
    return found


def _plain(text: str) -> str:
    return " ".join(text.split())
