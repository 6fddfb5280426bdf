"""Telephone numbers of a signature, in E.164 by the `phonenumbers` library, with the kind that stands beside them."""

import re
from collections.abc import Iterator

import phonenumbers

from graph_service.reading.signatures.fields import Phone
from graph_service.reading.signatures.segments import Segment

_NUMBER = re.compile(r"(?<![\w@./=&?-])(?:\+|\(\+?|0|\d)[\d\xa0 ()/.\-–]{5,26}\d(?!\w|@|\.\w)")
_US = re.compile(r"^(?:\+?1[ .-]?)?\(?[2-9]\d{2}\)?[ ./-]{0,3}[2-9]\d{2}[ .-]{1,3}\d{4}$")
_KINDS = {
    "fax": "fax|telefax|telecopie|télécopie|facsimile|faks|f|fx|facs",
    "mobile": "mobile|mobil|mob|cell|cellular|cel|celular|cellulare|handy|móvil|movil|portable|gsm"
    "|komórka|natel|mobiel|m|c|mo",
    "home": "home|privat|private|h|res",
    "work": "tel|telephone|telefon|telefono|téléphone|teléfono|telefoon|phone|ph|office|direct|work|voice|main"
    "|switchboard|tlf|puhelin|büro|durchwahl|t|o|d|p|w|e",
}
_KIND_OF = {word: kind for kind, words in _KINDS.items() for word in words.split("|")}
_BEFORE = re.compile(r"([^\W\d_]{1,12})\.?(?:\s?(?:no|nr|number|line|dial|phone)\.?)?[\s.:)(#-]{0,5}$", re.IGNORECASE)
_AFTER = re.compile(r"^[\s,]{0,3}\(?([^\W\d_]{1,10})\)?(?=$|[\s,;)/])", re.IGNORECASE)


def find_phones(segments: list[Segment], region: str) -> Iterator[Phone]:
    """Yield the telephone numbers; numbers without "+" need `region` ("DE") or the shape of a North American one."""
    for place, segment in enumerate(segments):
        label = _lone_label(segments, place)
        for found in _NUMBER.finditer(segment.text):
            raw = found[0].strip()
            parsed = _parsed(raw, region)
            if parsed is None:
                continue
            number, confidence, rule = parsed
            kind = _kind(segment.text[: found.start()], segment.text[found.end() :]) or label or _kind_of_number(number)
            start = segment.start + found.start()
            value = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
            yield Phone(value, kind, raw, start, start + len(raw), confidence, rule)


def _parsed(raw: str, region: str) -> tuple[phonenumbers.PhoneNumber, float, str] | None:
    """Return the number, how sure it is, and by which rule; None when it is no valid number."""
    plain = raw.replace("\xa0", " ").replace("–", "-").replace("/", "-")
    if plain.startswith("00"):
        plain = f"+{plain[2:]}"
    if "+" in plain:
        tries = [("", 0.98, "phone.international")]
    else:
        tries = [(region, 0.9, "phone.region")] if region else []
        if _US.match(raw.replace("\xa0", " ")):
            tries.append(("US", 0.8, "phone.us_shape"))
    for where, confidence, rule in tries:
        try:
            number = phonenumbers.parse(plain, where or None)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(number):
            return number, confidence, rule
        # A country code says enough, even where the range is not given out (numbers kept for examples are such).
        if not where and phonenumbers.is_possible_number(number):
            return number, 0.6, "phone.unlisted_range"
    return None


def _kind(before: str, after: str) -> str:
    """Return the kind that the word before the number, or else the word after it, names; "" for none."""
    right = _AFTER.match(after[:20])
    beside = _KIND_OF.get(right[1].lower(), "") if right else ""
    if beside not in ("", "work"):
        return beside
    left = _BEFORE.search(before[-40:])
    if left and left[1].lower() in _KIND_OF:
        return _KIND_OF[left[1].lower()]
    worded = [word for word in re.findall(r"[^\W\d_]{3,12}", before[-60:].lower()) if word in _KIND_OF]
    return _KIND_OF[worded[-1]] if worded else beside


def _lone_label(segments: list[Segment], place: int) -> str:
    """Return the kind when a piece of its own before the number is nothing but its label ("Fax")."""
    if place == 0:
        return ""
    return _KIND_OF.get(segments[place - 1].text.strip(" .:()").lower(), "")


def _kind_of_number(number: phonenumbers.PhoneNumber) -> str:
    mobile = phonenumbers.number_type(number) == phonenumbers.PhoneNumberType.MOBILE
    return "mobile" if mobile else "work"
