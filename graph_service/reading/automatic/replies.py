"""What an automatic reply says: why nobody answers, when someone is back, who left, and whom to write to instead."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from graph_service.reading.automatic.reply_dates import DATE_START, Day, day_at
from graph_service.reading.automatic.reply_people import Named, named_in
from graph_service.reading.automatic.reply_topics import TOPICS, Topic

REPLY_CHARACTERS = 5000
LONG_AWAY = timedelta(days=60)
_QUOTED = re.compile(
    r"^(?:[ \t]{0,8}>|-{2,}[ ]?(?:original|ursprüngliche|forwarded|message d'origine|oorspronkelijk"
    r"|mensaje original)|_{10,}"
    r"|(?:from|von|de|van|från|da)[ ]?:[ ]|on .{5,120} wrote:[ ]*$|am .{5,120} schrieb .{1,120}:[ ]*$"
    r"|le .{5,120} a écrit[ ]?:[ ]*$)",
    re.IGNORECASE | re.MULTILINE,
)
_NOT_AWAY = re.compile(r"no longer out of|back (?:in the office )?(?:now|already)\b")
_LEAD = (
    r"(?:[ ]?(?:on|the|and including|including|approx(?:imately|\.)?|about|around|am|dem|den|der|zum|le|au"
    r"|el|al|il|op|de|den|kl|again|in the office|im büro|im haus|to the office|to work|at work|in office"
    r"|from)\b){0,4}[ ]?[,:]?[ ]?"
)
_UNTIL = re.compile(
    r"(?:(?P<through>\b(?:through|thru|up to and including|until and including|inclusive"
    r"|bis (?:einschließlich|einschliesslich|einschl\.|inkl\.)|tot en met|t/m|till och med|t\.?o\.?m\.?"
    r"|bis und mit)\b)"
    r"|\b(?P<until>until|till|til|back(?: in the office| at work| at my desk)?"
    r"|return(?:ing)?(?: to (?:the office|work))?|available(?: again)?|resum\w+|reachable again"
    r"|bis(?: zum)?|ab|wieder|zurück|jusqu'(?:au|à)|de retour|retour|à partir du|tot|vanaf|terug|weer"
    r"|hasta|regres\w+|vuelv\w+|de vuelta|a partir del?|tills?|åter|tillbaka|fino (?:al|a)|rientr\w+"
    r"|di ritorno|dal)\b)"
    rf"{_LEAD}",
    re.IGNORECASE,
)
_RANGE = re.compile(
    (
        r"(?:\bto\b|\band\b|[-–—]|\bbis\b|\bau\b|\btot\b|\bal?\b|\btill\b|\bund\b|\bet\b|\ben\b"
        r"|\by\b)[ ]{0,2}(?:the |zum |le |el |den )?"
    ),
    re.IGNORECASE,
)
_BARE_START = re.compile(
    r"[ :(]{0,3}\d{1,2}(?:\.|st|nd|rd|th)?[ ]?(?:-|–|—|to|and|bis|au|tot|al|till|until)[ ]?(?:the )?", re.IGNORECASE
)
"""The first day of "3 - 14 May"."""
_RANGE_LEAD = re.compile(
    (
        r"\b(?:travel?ling|office|abroad|urlaub|congé|verlof|vakantie|ferie|semester|vacaciones|from|between"
        r"|vom|von|zwischen|du|entre|van|del?|från|dal|out|away|leave|vacation|holiday)\b"
    ),
    re.IGNORECASE,
)
_LAST = re.compile(
    r"\b(?:(?P<last>last (?:working )?day(?: \w+){0,5}?|leav(?:e|ing)(?: \S+){0,4}?|left(?: \S+){0,5}?"
    r"|retir\w+|letzter (?:arbeits)?tag(?: \w+){0,4}?|dernier jour(?: \S+){0,4}?"
    r"|laatste (?:werk)?dag(?: \w+){0,4}?|último día(?: \w+){0,4}?|sista (?:arbets)?dag(?: \w+){0,4}?"
    r"|ultimo giorno(?: \S+){0,4}?|until|bis zum|zum|per|am)"
    r"|(?P<since>as of|as from|effective|since|from|seit|ab(?: dem)?|depuis(?: le)?|à compter du|per|sinds"
    r"|vanaf|desde(?: el)?|a partir del?|från och med|sedan|dal)"
    rf"){_LEAD}{DATE_START}",
    re.IGNORECASE,
)  # fmt: skip
_SENTENCE_END = re.compile(r"(?<=[a-zà-ÿ)])[.!?](?=\s)|\n\s*\n")


@dataclass(frozen=True, slots=True)
class AutoReply:
    """What a reply says. `quote` is `text[start:end]`, the sentence that names the topic.

    Topics: left, internal_move, out_of_office, parental_leave, long_leave, ticket_ack, challenge, address_change,
    receipt. `returns_on` is the first day back, `last_day` the last day at the firm, both None where not said.
    `successor` is who stands in or takes over ("" where nobody is named).
    """

    topic: str
    quote: str
    start: int
    end: int
    rule: str
    confidence: float
    returns_on: date | None = None
    last_day: date | None = None
    successor: str = ""
    successor_addresses: tuple[str, ...] = ()
    new_employer: str = ""
    forwarding_address: str = ""


def read_auto_reply(subject: str, text: str, said_on: date | None) -> AutoReply | None:
    """Return what an automatic reply says, or None where no known topic is in it.

    It reads any text as if it were such a reply: ask `kind_of` first. `said_on` is the day it was sent; without it a
    date that has no year stays unread.
    """
    own = _own(text)
    found = _topic(own)
    if found is None:
        return _from_subject(subject, own, said_on)
    topic, start, end = found
    named = named_in(own, is_gone=topic.name == "left")
    back = _return_day(own, said_on) if topic.name not in ("left", "challenge", "ticket_ack") else None
    last = _last_day(own, said_on) if topic.name == "left" else None
    return _reply(topic.name, topic.rule, topic.confidence, (own, start, end), named, back, last)


def _reply(
    topic: str,
    rule: str,
    confidence: float,
    place: tuple[str, int, int],
    named: Named,
    back: date | None,
    last: date | None,
) -> AutoReply:
    text, start, end = place
    return AutoReply(
        topic, text[start:end], start, end, rule, confidence, back, last,
        named.successor, named.addresses, named.employer, named.forwarding,
    )  # fmt: skip


def _from_subject(subject: str, own: str, said_on: date | None) -> AutoReply | None:
    """Return an absence that only the subject speaks of; its dates may stand in either."""
    flat = _plain(subject[:500])
    away = next((topic for topic in TOPICS if topic.name == "out_of_office" and topic.pattern.search(flat)), None)
    if away is None:
        return None
    back = _return_day(own, said_on) or _return_day(subject[:500], said_on)
    return _reply("out_of_office", "away-subject", 0.8, (own, 0, 0), named_in(own, is_gone=False), back, None)


def _own(text: str) -> str:
    """Return the text above what it quotes; places in it are places in the whole text."""
    head = text[:REPLY_CHARACTERS]
    match = _QUOTED.search(head)
    return head[: match.start()] if match and head[: match.start()].strip() else head


def _topic(own: str) -> tuple[Topic, int, int] | None:
    """Return the strongest topic and the place of the sentence that names it."""
    flat = _plain(own)
    for topic in TOPICS:
        match = topic.pattern.search(flat)
        if match is not None and not _NOT_AWAY.search(flat, max(0, match.start() - 12), match.end() + 12):
            return topic, *_sentence(own, match.start(), match.end())
    return None


def _plain(text: str) -> str:
    """Return small letters with straight apostrophes and blanks for line ends, letter for letter in place."""
    low = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    return low.replace("\u2019", "'").replace("\n", " ").replace("\t", " ").replace("\xa0", " ").replace("\r", " ")


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    begin = max((match.end() for match in _SENTENCE_END.finditer(text, 0, start)), default=0)
    stop = _SENTENCE_END.search(text, max(end - 1, 0))
    last = stop.end() if stop else len(text)
    while begin < last and text[begin].isspace():
        begin += 1
    while last > begin and text[last - 1].isspace():
        last -= 1
    return begin, last


def _return_day(text: str, said_on: date | None) -> date | None:
    """Return the first day back: the last date after "until", "back on" and the like, or the end of a range."""
    flat = text.replace("\n", " ").replace("\xa0", " ")
    found = [day for match in _UNTIL.finditer(flat) if (day := _after(flat, match, said_on)) is not None]
    if found:
        return max(found) if said_on is None else max(found, key=lambda day: (day <= said_on + LONG_AWAY * 6, day))
    ends = (_range_end(flat, match.end(), said_on) for match in _RANGE_LEAD.finditer(flat))
    return next((day for day in ends if day is not None), None)


def _after(text: str, match: re.Match[str], said_on: date | None) -> date | None:
    day = day_at(text, match.end(), said_on)
    if day is None:
        return None
    last = _end_of_range(text, day, said_on)
    is_last_day = bool(match["through"]) or text[last.end : last.end + 12].strip().lower().startswith("inclu")
    return last.day + timedelta(days=1) if is_last_day else last.day


def _range_end(text: str, at: int, said_on: date | None) -> date | None:
    bare = _BARE_START.match(text, at)
    second = day_at(text, bare.end(), said_on) if bare else None
    if second is not None:
        return second.day
    first = _near(text, at, said_on)
    if first is None:
        return None
    last = _end_of_range(text, first, said_on)
    return last.day if last.end != first.end else None


def _end_of_range(text: str, first: Day, said_on: date | None) -> Day:
    """Return the second date of a range that starts with `first`, or `first` itself."""
    link = _RANGE.match(text, first.end + (text[first.end : first.end + 1] == " "))
    second = day_at(text, link.end(), said_on) if link else None
    return second if second is not None else first


def _near(text: str, at: int, said_on: date | None) -> Day | None:
    """Return a date that starts within a few letters of a place; a lone number is none."""
    for ahead in range(min(14, len(text) - at)):
        if text[at + ahead].isspace():
            continue
        day = day_at(text, at + ahead, said_on)
        if day is not None:
            return day
    return None


def _last_day(text: str, said_on: date | None) -> date | None:
    """Return the last day at the firm; what holds "as of" the first of a month ended the day before."""
    flat = text.replace("\n", " ").replace("\xa0", " ")
    for match in _LAST.finditer(flat):
        day = day_at(flat, match.end(), said_on, is_past=True)
        if day is not None:
            return day.day - timedelta(days=1) if match["since"] and day.day.day == 1 else day.day
    return None
