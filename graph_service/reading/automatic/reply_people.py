"""Who is named in an automatic reply: the successor or deputy, the writer's own new address, the new employer."""

import re
from dataclasses import dataclass

from graph_service.reading.automatic.found_addresses import Found, find_addresses

_UP = r"[A-ZÀ-ÖØ-ÞĄĆĘŁŃŚŹŻČĎĚŇŘŠŤŮŽŐŰİŞĞĀĒĪŌŪ]"
_WORD = rf"(?:{_UP}[\w'’-]{{1,24}}|{_UP}\.)"
_LINK = r"(?:(?:van|von|de|der|den|del|della|la|di|da|du|dos|le|el|al|bin|ben|zu|ter|af)[ ]){0,3}"
NAME = rf"{_WORD}(?:[ ]{_LINK}{_WORD}){{1,3}}"
_FIRST_OR_FULL = rf"{_WORD}(?:[ ]{_LINK}{_WORD}){{0,3}}"
_TITLE = (
    r"(?:(?:my|our|the|mein|meine|meinen|meiner|unser|unsere|unseren|mon|ma|notre|mijn|onze|mi|nuestr[oa]"
    r"|min|vår|il mio|la mia)[ ](?:[\w-]{2,30}[ ]){1,4}?,?[ ]?)?(?:(?:mr|mrs|ms|dr|herrn?|frau|hr|fr|mme|m"
    r"|dhr|mevr|sr|sra)\.?[ ])?"
)
_ASK = re.compile(
    r"(?i:contact(?:ing)?|reach(?:ing)? out to|write to|writing to|e-?mail(?:ing)?|get in touch with"
    r"|speak (?:to|with)|talk to|turn to|refer to|reach|call|ask|copy|cc"
    r"|(?:direct|forward|send|address|redirect|route|submit)(?:ed)?(?: \w+){0,5}? to"
    r"|wenden sie sich(?: \w+){0,4}? an|wende dich(?: \w+){0,4}? an|kontaktieren(?: sie)?|kontaktiere"
    r"|schreiben sie(?: \w+){0,2}? an|richten sie(?: \w+){0,4}? an"
    r"|contacter|(?:vous )?adresser(?: \w+){0,3}? à|joindre|écrire à|contact op(?: te nemen)? met"
    r"|opnemen met|richten (?:aan|tot)|mailen naar|sturen naar|wenden tot|contacte?(?:n|r)? (?:con|a)"
    r"|contactar(?: con| a)?|diríjase a|dirigirse a|escrib(?:a|ir) a|kontakta|vänd (?:dig|er) till|maila"
    r"|contattare|rivolgersi a|scrivere a|contatti)[ ]"
    rf"(?i:{_TITLE})(?P<name>{_FIRST_OR_FULL})"
)
_ROLE_FIRST = re.compile(
    r"(?:(?i:successor|replacement|deputy|stand-?in|backup|back-up|nachfolger(?:in)?|vertretung"
    r"|vertreter(?:in)?|stellvertreter(?:in)?|successeure?|remplaçante?|opvolg(?:st)?er|vervang(?:st)?er"
    r"|sucesora?|sustitut[oa]|efterträdare|ersättare|sostitut[oa]))"
    rf"(?i:[ ]is| ist| est| es| är| è|,|:| will be| übernimmt)?[ ]{{1,2}}(?i:{_TITLE})(?P<name>{NAME})"
)
_BY = re.compile(
    r"(?i:replaced|taken over|covered|handled|succeeded|looked after|managed|vertreten|übernommen"
    r"|remplacée?|reprise?|assurée?|vervangen|overgenomen|reemplazad[oa]|sustituid[oa]|ersätts|ersatt"
    r"|sostituit[oa])[ ](?:now )?(?:by|durch|von|par|door|por|av|da)[ ]"
    rf"(?i:{_TITLE})(?P<name>{_FIRST_OR_FULL})"
)
_NAME_FIRST = re.compile(
    rf"(?P<name>{_FIRST_OR_FULL})(?:,? [^.,;\n]{{0,40}},)?[ ](?i:(?:is|are|will be|will|has|have"
    rf"|'s) (?:now |kindly |be )?(?:covering|cover|standing in|stepping in|taking over|take over|taken over"
    rf"|took over|my (?:replacement|successor|deputy|backup|cover)|looking after|look after|handling|handle"
    rf"|deputi[sz]ing|the new|your new|responsible|in charge|filling in|assist|help|happy to help|available"
    rf"|be happy|picking up)|vertritt mich|übernimmt|hat (?:\w+ ){{0,4}}übernommen|ist (?:mein|meine|ihr"
    rf"|ihre) (?:\w+ )?(?:nachfolger|vertretung|ansprechpartner)|me remplace|prend la relève|reprend"
    rf"|a repris|neemt (?:\w+ ){{0,4}}(?:waar|over)|vervangt mij|me sustituye|ersätter mig|tar över"
    rf"|mi sostituisce)"
)
_MINE = re.compile(
    r"(?:(?:reach|contact|find|get|write|e-?mail) (?:to )?me\b(?: \w+){0,4}?|\bmy (?:new|personal|private"
    r"|home|other|current)? ?(?:(?:e-?mail|mail)(?: address)?|address)(?: (?:is|has changed to"
    r"|will be))?(?: now)?|be reached(?: \w+){0,3}?|erreich\w+ (?:sie |du )?mich(?: \w+){0,3}?"
    r"|bin ich (?:\w+ ){0,3}?(?:unter|über)"
    r"|meine (?:neue|private) (?:e-?mail-?)?adresse(?: ist| lautet)?|me (?:joindre|contacter"
    r"|écrire)(?: \w+){0,3}?|ma nouvelle adresse(?: est)?|mij (?:bereiken|mailen)(?: \w+){0,3}?"
    r"|bereikbaar (?:op|via)|mijn nieuwe (?:e-?mail)?adres(?: is)?|contactarme(?: \w+){0,2}?"
    r"|mi nueva direcci[oó]n(?: es)?|nå mig(?: \w+){0,2}?|nås jag(?: \w+){0,2}?"
    r"|min nya (?:e-?post)?adress(?: är)?|contattarmi(?: \w+){0,2}?"
    r"|mio nuovo indirizzo(?: è)?)[ :,(<]{0,6}(?:at|on|under|unter|via|à|op|en|a|på|per)?[ :,(<]{0,4}$",
    re.IGNORECASE,
)
_NEAR_NAME = re.compile(
    rf"(?P<name>{_FIRST_OR_FULL})(?:,[^,@\n<(]{{0,50}})?[ ]?[,:–-]?[ ]?(?:\(|<|\[|at|on|via|unter|à|op|på"
    rf"|per|by e-?mail at|e-?mail)?[ :(<\[]{{0,4}}$"
)
_FIRM = re.compile(
    r"(?:(?i:joined|joining|to join|moved (?:on )?to|moving (?:on )?to|am now (?:at|with)"
    r"|now work(?:ing)? (?:at|for|with)|start(?:ed|ing)? (?:at|with|a new (?:role|job|position) (?:at"
    r"|with))|new (?:role|position|job|challenge|adventure|chapter|opportunity) (?:at|with"
    r"|as [^.\n]{2,40}? at)|wechsle zu|gewechselt zu|arbeite (?:jetzt|nun|künftig) (?:bei|für)|rejoins"
    r"|rejoint|werk nu bij|trabajo (?:ahora )?en|jobbar nu på|lavoro ora (?:in|presso|per))"
    r"|left .{2,40} for|nun bei|now (?:at|with))[ ](?:the )?"
    rf"(?P<firm>{_UP}[\w&'’.-]{{1,40}}(?:[ ](?:{_UP}[\w&'’.-]{{0,40}}|&|of|and|und|et)){{0,4}})"
)
_NO_NAMES = frozenset(
    [
        "Mr",
        "Mrs",
        "Ms",
        "Dr",
        "Herr",
        "Herrn",
        "Frau",
        "Mme",
        "Monsieur",
        "Madame",
        "Sig",
        "Mr.",
        "Mrs.",
        "Ms.",
        "Dr.",
        "I",
        "Please",
        "Thank",
        "Thanks",
        "For",
        "In",
        "The",
        "This",
        "My",
        "Our",
        "Your",
        "You",
        "Sie",
        "Ihr",
        "Ihre",
        "Bitte",
        "Our",
        "Best",
        "Kind",
        "Regards",
        "Mit",
        "Hello",
        "Hi",
        "Dear",
        "If",
        "It",
        "We",
        "And",
        "But",
        "Or",
        "To",
        "On",
        "At",
        "As",
        "Team",
        "Support",
        "Sales",
        "Me",
        "Him",
        "Her",
        "Them",
        "Us",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "Any",
        "Should",
        "Your",
        "Mail",
        "Email",
        "Someone",
        "One",
    ]
)


@dataclass(frozen=True, slots=True)
class Named:
    """Who a reply names: the successor or deputy with addresses, the writer's own new address and new employer."""

    successor: str = ""
    addresses: tuple[str, ...] = ()
    forwarding: str = ""
    employer: str = ""


def named_in(text: str, *, is_gone: bool) -> Named:
    """Return who a reply names; an employer is looked for only when the writer `is_gone`."""
    found = find_addresses(text)
    own = next(
        (one for one in found if _MINE.search(text[max(0, one.start - 90) : one.start].replace("\n", " "))), None
    )
    others = [one for one in found if own is None or one.address != own.address]
    name = _successor(text) or _beside(text, others)
    employer = _FIRM.search(text) if is_gone else None
    return Named(
        name,
        tuple(dict.fromkeys(one.address for one in others))[:5],
        own.address if own else "",
        employer["firm"].rstrip(" .,&").removesuffix(" and") if employer else "",
    )


def _successor(text: str) -> str:
    for pattern in (_ROLE_FIRST, _BY, _NAME_FIRST, _ASK):
        for match in list(pattern.finditer(text))[:10]:
            name = _clean(match["name"] or "")
            if name:
                return name
    return ""


def _beside(text: str, found: list[Found]) -> str:
    """Return a name that stands right before an address."""
    for one in found[:5]:
        match = _NEAR_NAME.search(text[max(0, one.start - 110) : one.start].rsplit("\n", maxsplit=1)[-1])
        name = _clean(match["name"]) if match else ""
        if name:
            return name
    return ""


def _clean(name: str) -> str:
    words = name.split()
    while words and words[0] in _NO_NAMES:
        del words[0]
    if not words or any(word in _NO_NAMES for word in words):
        return ""
    plain = " ".join(words).removesuffix("'s").removesuffix("\u2019s")
    return plain.rstrip(".,") if len(plain) > 2 and "@" not in plain else ""
