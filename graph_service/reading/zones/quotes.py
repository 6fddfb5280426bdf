"""Lines that a mail repeats from other mails: quoted lines, reply headers, forwarded blocks; pure functions on lines.

The splitter of `mailparser_reply` is not used, because it misses Lotus Notes replies and forwards and loses answers
written between quotes; its patterns of "On … wrote:" serve where the wording here has no verb.
"""

import re
from collections.abc import Sequence

from mailparser_reply.constants import MAIL_LANGUAGES

HEADER_LINES = 80
WROTE_LINES = 3
WROTE_CHARACTERS = 400

_QUOTED = re.compile(r"^[ \t]{0,4}(?:[A-Z]{2,4})?(?:>|&gt;)(?!</)|^[ \t]{0,4}\|[ \t][^|]*$")
_LABELS = {
    "from": "from|von|de|van|från|fra|da|od|expéditeur"
    "|remitente|dari|lähettäjä|feladó|gönderen|от|発信者|发件人|差出人",
    "to": "to|an|à|a|aan|till|til|para|do|komu|destinataire|kepada|vastaanottaja|címzett|kime|кому|pour|per"
    "|宛先|收件人",
    "cc": "cc|kopie|kopia|kopi|copie|bcc|kopya|másolat|копия|抄送",
    "date": "sent|date|gesendet|datum|envoyé|verzonden|skickat|sendt|dato|enviado|enviada|fecha|inviato|data|odesláno"
    "|wysłano|terkirim|tanggal|lähetetty|päiväys|elküldve|dátum|tarih|gönderildi|дата|отправлено|日時|发送时间",
    "subject": "subject|betreff|objet|onderwerp|ämne|emne|asunto|oggetto|assunto|předmět|temat|re|judul|aihe|tárgy"
    "|konu|тема|件名|主题",
}
_LABEL_OF = {word: kind for kind, words in _LABELS.items() for word in words.split("|")}
_CLOCK = r"\d{1,2}:\d{2}(?::\d{2})?(?:[ \t\u202f]?[AP]\.?M\.?)?"
_DAY = r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}"
_STAMP = re.compile(rf"{_DAY}[ \t,]*(?:at[ \t])?{_CLOCK}", re.IGNORECASE)
_LABEL_WORDS = "|".join(sorted(_LABEL_OF, key=len, reverse=True))
_LABEL = re.compile(
    rf"^[ \t*_]*(?:{_DAY}[ \t]{_CLOCK}[ \t]{{2,}}|[^\s:][^:\n]{{0,40}}[ \t]{{4,}}|{_CLOCK}[ \t]{{4,}})?"
    rf"({_LABEL_WORDS})[*_]*[ \t\xa0]*[:：]",
    re.IGNORECASE,
)
_WORDS = (
    r"original\s+message|original\s+appointment|ursprüngliche\s+(?:nachricht|e-?mail)|originalnachricht"
    r"|message\s+d['’]origine|message\s+original|messaggio\s+originale|mensaje\s+original|mensagem\s+original"
    r"|oorspronkelijk\s+bericht|ursprungligt\s+meddelande|oprindelig\s+meddelelse|opprinnelig\s+melding"
    r"|forwarded(?:\s+(?:message|mail|by|from)\b)?|weitergeleitete\s+(?:nachricht|e-?mail)|message\s+transféré"
    r"|doorgestuurd\s+bericht|vidarebefordrat\s+meddelande|videresendt\s+(?:meddelelse|melding)"
    r"|messaggio\s+inoltrato|mensaje\s+reenviado|mensagem\s+encaminhada|reply\s+separator|alkuperäinen\s+viesti"
)
_RULED = re.compile(rf"^[ \t*_]*[-_=*]{{2,}}[ \t]*(?:{_WORDS})", re.IGNORECASE)
_RULES = tuple("-_=*")
_FORWARD = re.compile(
    r"forwarded|weitergeleitete|transféré|doorgestuurd|vidarebefordrat|videresendt|inoltrato|reenviado|encaminhada"
    r"|réexpédié",
    re.IGNORECASE,
)
_BEGIN = re.compile(
    r"^[ \t]*(?:begin\s+forwarded\s+message|anfang\s+der\s+weitergeleiteten\s+(?:nachricht|e-?mail)"
    r"|début\s+du\s+message\s+(?:transféré|réexpédié)|begin\s+doorgestuurd\s+bericht"
    r"|vidarebefordrat\s+brev|inicio\s+del\s+mensaje\s+reenviado|inizio\s+messaggio\s+inoltrato)\s*:?[ \t]*$",
    re.IGNORECASE,
)
_VERBS = (
    r"wrote|writes|schrieb|schreibt|a\s+écrit|escribió|ha\s+scritto|schreef|skrev|skrifaði|escreveu"
    r"|napisał(?:\(a\))?|kirjoitti|napísal(?:\(a\))?|написал(?:\(?а\)?)?|пишет|писал(?:а|\(а\))?|написав|пише|ezt\s+írta"
    r"|yazdı|a\s+scris|έγραψε|đã\s+viết|menulis|je\s+napisa[ol]\w?"
)
_OPENING = re.compile(r"^(?:on|am|le|el|il|op|den|em|w\s+dniu|dnia|dne|at)\b", re.IGNORECASE)
_VERB_AT_END = re.compile(rf"\b(?:{_VERBS})\b(?:[^:]|(?<=\d):(?=\d)){{0,120}}:$", re.IGNORECASE)
_BARE_STAMP = re.compile(r"^\W?\d{4}[-/.]\d\d?[-/.]\d\d?\b.{0,40}\d\d?:\d\d.{0,120}<[^<>\s]+@[^<>\s]+>\s*:$")
_NAME_BEFORE = re.compile(r"^[\w.'’-]+(?: [\w.'’-]+){0,4} ?$")
_STARRED = re.compile(r"^\*?\s?[\w\"'., -]{2,60}<[^<>\s]{3,80}@[^<>\s]{3,80}>\s?:$")
# Languages whose wording is none of _VERBS; the library's patterns are slow on long lines, so only these are taken.
_LIBRARY = [re.compile(str(MAIL_LANGUAGES[code]["wrote_header"]), re.IGNORECASE) for code in ("cs", "ja", "ko", "zh")]
_SENDER = re.compile(
    r"^[\w\"'., -]{2,60}(?:/\w+)*@\w+\b|^[\"'\w., -]{2,60}/\w+/\w+|<\S+@\S+>|^\s*(?:sent|from)\s*(?:by)?:",
    re.IGNORECASE,
)
_SPACES = re.compile(r"\s+")


def is_quoted(line: str) -> bool:
    """Tell whether a line carries a quote mark (">", "JD>", "|")."""
    return _QUOTED.match(line) is not None


def is_separator(lines: Sequence[str], at: int) -> bool:
    """Tell whether line `at` opens a repeated mail ("-----Original Message-----", "---- Forwarded by … ----")."""
    line = lines[at]
    return bool(_RULED.match(line) if line.lstrip()[:1] in _RULES else _BEGIN.match(line))


def is_forward_mark(lines: Sequence[str], at: int) -> bool:
    """Tell whether line `at` says that the mail below was passed on, not answered."""
    return is_separator(lines, at) and _FORWARD.search(lines[at]) is not None


def wrote_length(lines: Sequence[str], at: int) -> int:
    """Return how many lines from `at` form an "On … wrote:" line (it may be wrapped), or 0."""
    joined: list[str] = []
    length = -1
    for count in range(1, WROTE_LINES + 1):
        part = lines[at + count - 1].strip() if at + count <= len(lines) else ""
        length += len(part) + 1
        if not part or length > WROTE_CHARACTERS:
            return 0
        joined.append(part)
        if part.endswith((":", "：")):
            line = _SPACES.sub(" ", " ".join(joined))
            says = _says_wrote(line) or (_names_writer(line) and goes_on_quoted(lines, at + count))
            return count if says and not _opens_later(lines, at, count) else 0
    return 0


def _opens_later(lines: Sequence[str], at: int, count: int) -> bool:
    """Tell whether the "On … wrote:" line begins only below line `at`, which then is the writer's own."""
    if any(is_quoted(line) for line in lines[at + 1 : at + count]) and not is_quoted(lines[at]):
        return True
    opened = _OPENING.match(lines[at].strip()) is not None
    rests = [" ".join(line.strip() for line in lines[at + skip : at + count]) for skip in range(1, count)]
    starts = [rest for rest in rests if _OPENING.match(rest) or (rest[:1].isdigit() and not opened)]
    return any(_says_wrote(_SPACES.sub(" ", rest)) for rest in starts)


def _says_wrote(line: str) -> bool:
    """Tell whether a line says who wrote when: a verb of writing at its end, and a day or an address before it."""
    if not any(letter.isdigit() or letter == "@" for letter in line):
        return False
    verb = _VERB_AT_END.search(line)
    if verb is not None:
        before = line[: verb.start()]
        return "@" in line or _OPENING.match(line) is not None or _NAME_BEFORE.match(before) is not None
    return _BARE_STAMP.match(line) is not None or any(pattern.match(line) for pattern in _LIBRARY)


def _names_writer(line: str) -> bool:
    """Tell whether a line says only who wrote ("Ada wrote:"); people write so, too, so a quote must follow."""
    if _STARRED.match(line):
        return True
    verb = _VERB_AT_END.search(line)
    return len(line) < 80 and verb is not None and _NAME_BEFORE.match(line[: verb.start()]) is not None


def goes_on_quoted(lines: Sequence[str], at: int) -> bool:
    """Tell whether the next line with text, at most six on, carries a quote mark."""
    return next((is_quoted(line) for line in lines[at : at + 6] if line.strip()), False)


def header_length(lines: Sequence[str], at: int, *, least: int = 3) -> int:
    """Return how many lines from `at` form a block of mail headers (From, To, Sent, Subject …), or 0.

    Such a block names a subject and a sender, receiver or date, `least` kinds at least, or two when a Lotus
    Notes date line stands before it.
    """
    if label_kind(lines[at]) == "":
        return 0
    kinds: set[str] = set()
    last = at
    gap = 0
    for index in range(at, min(at + HEADER_LINES, len(lines))):
        kind = label_kind(lines[index])
        gap = 0 if kind or _lists_people(lines[index]) else gap + 1
        if kind:
            kinds.add(kind)
            last = index
        elif gap > 4 or ("subject" in kinds and not lines[index].strip()):
            break
    people = kinds & {"from", "to"}
    enough = len(kinds) >= least or (len(kinds) == 2 and has_stamp_before(lines, at))
    return last - at + 1 if enough and people and kinds & {"subject", "date"} else 0


def _lists_people(line: str) -> bool:
    """Tell whether a line carries on a list of receivers, which may run over dozens of lines."""
    return "@" in line or line.count("/") > 1 or line.rstrip().endswith((",", ";"))


def label_match(line: str) -> re.Match[str] | None:
    """Return the match of a header label at the start of a line; group 1 is the label, and its end is the value."""
    return _LABEL.match(line)


def kind_of(label: str) -> str:
    """Return which header a label names: "from", "to", "cc", "date" or "subject"."""
    return _LABEL_OF[label.lower()]


def label_kind(line: str) -> str:
    """Return which header a line starts with ("from", "to", "cc", "date", "subject"), or ""."""
    found = _LABEL.match(line) if ":" in line or "：" in line else None
    return _LABEL_OF[found[1].lower()] if found else ""


def has_stamp_before(lines: Sequence[str], at: int) -> bool:
    """Tell whether one of the few lines up to `at` carries a day and a clock time, as Lotus Notes writes them."""
    return any(_STAMP.search(line) for line in lines[max(at - 4, 0) : at + 1])


def sender_start(lines: Sequence[str], at: int) -> int:
    """Return where the lines begin that belong to the header block at `at`: a Notes sender and date above it."""
    start, blanks = at, 0
    for index in range(at - 1, max(at - 7, -1), -1):
        line = lines[index]
        if not line.strip():
            blanks += 1
            if blanks > 3:
                break
        elif len(line) <= 120 and (line.startswith("\t") or _STAMP.search(line) or _SENDER.search(line)):
            start, blanks = index, 0
        elif _is_name_above_stamp(lines, index, start):
            start = index
        else:
            break
    return start


def _is_name_above_stamp(lines: Sequence[str], index: int, start: int) -> bool:
    """A bare name counts as the sender when the date stands right below it."""
    words = lines[index].split()
    return (
        index + 1 == start
        and _STAMP.match(lines[start].strip()) is not None
        and 1 < len(words) <= 5
        and all(word[0].isupper() for word in words if word[0].isalpha())
    )
