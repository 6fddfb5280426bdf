"""The further fields of a record (address, birth date, phone …) as comparable values, and how well two values agree."""

import re
from functools import lru_cache

from rapidfuzz.distance import OSA, JaroWinkler

from graph_service.reading.identity.folding import skeleton, words
from graph_service.reading.identity.name_agreement import share_nickname
from graph_service.reading.identity.names import name_of, parse_name
from graph_service.reading.identity.persons import clean_address, clean_phone
from graph_service.reading.identity.records import Record
from graph_service.reading.identity.word_classes import word_class, word_pairs

MISSING, EXACT, CLOSE, WEAK, DIFFERENT = range(5)
"""Levels of agreement. Values: "" is missing."""
Row = tuple[str, ...]
"""One value a field, in the order of the field model."""
_DATE = re.compile(r"^(\d{4})\D?(\d{1,2})\D?(\d{1,2})(?!\d)")
_DATE_LAST = re.compile(r"^(\d{1,2})\D(\d{1,2})\D(\d{4})(?!\d)")
_DIGITS = re.compile(r"\d{1,9}")
_STREETS, _STREET_KINDS = word_pairs("street_words", "short"), word_class("street_words", "kind")


def values_of(record: Record) -> dict[str, str]:
    """Return the values of the fields that are filled, by field; free fields are named "other:…"."""
    name = name_of(record.first, record.last) if record.first or record.last else parse_name(record.name)
    street, number = _street(record)
    found = {
        "given": name.first, "last": name.last, "middle": "".join(name.given[1:]), "street": street, "number": number,
        "city": _plain(record.city), "area": skeleton(record.area), "postcode": skeleton(record.postcode),
        "born": _date(record.born), "phone": clean_phone(record.phones[0]) if record.phones else "",
        "mail": clean_address(record.emails[0]) if record.emails else "",
        "firm": _plain(record.companies[0]) if record.companies else "",
    } | {f"other:{field}": _plain(value) for field, value in record.others}  # fmt: skip
    return {field: value for field, value in found.items() if value and value not in ("na", "nan", "null", "none")}


def _street(record: Record) -> tuple[str, str]:
    """Return street and house number; a number at either end of the street is taken out."""
    parts = [_STREETS.get(word, word) for word in words(record.street)]
    number = skeleton(record.street_number)
    if not number and len(parts) > 1:
        number = next((part for part in (parts[0], parts[-1]) if _DIGITS.fullmatch(part)), "")
        parts = [part for part in parts if part != number]
    return " ".join(part for part in parts if part not in _STREET_KINDS) or " ".join(parts), number


def _plain(text: str) -> str:
    return " ".join(_STREETS.get(word, word) for word in words(text))


def _date(text: str) -> str:
    """Return a date as eight digits; what is no date stays as its digits."""
    clean = text.strip()[:30]
    if found := _DATE.match(clean):
        return f"{found[1]}{int(found[2]):02}{int(found[3]):02}"
    if found := _DATE_LAST.match(clean):
        return f"{found[3]}{int(found[2]):02}{int(found[1]):02}"
    return "".join(_DIGITS.findall(clean))


@lru_cache(maxsize=1_048_576)
def agreement(field: str, one: str, two: str) -> int:
    """Return how well two values of a field agree: one of the levels above."""
    if not one or not two:
        return MISSING
    if one == two:
        return EXACT
    if field == "born":
        return _dates(one, two)
    if field in ("number", "postcode", "phone", "area"):
        return _codes(field, one, two)
    return _texts(field, one, two)


def _dates(one: str, two: str) -> int:
    if OSA.distance(one, two) <= 1 or (
        len(one) == len(two) == 8 and one[:4] == two[:4] and one[4:] == two[6:] + two[4:6]
    ):
        return CLOSE
    same = sum(left == right for left, right in zip(_parts(one), _parts(two), strict=True))
    return WEAK if same >= 2 or one[:4] == two[:4] else DIFFERENT


def _parts(date: str) -> tuple[str, str, str]:
    return date[:4], date[4:6], date[6:8]


def _codes(field: str, one: str, two: str) -> int:
    edits = OSA.distance(one, two)
    if edits <= 1 and min(len(one), len(two)) > 1:
        return CLOSE
    if field == "number":
        return WEAK if set(_DIGITS.findall(one)) & set(_DIGITS.findall(two)) else DIFFERENT
    return WEAK if field == "postcode" and (one[:2] == two[:2] or edits == 2) else DIFFERENT


def _texts(field: str, one: str, two: str) -> int:
    left, right = one.replace(" ", ""), two.replace(" ", "")
    if left == right:
        return EXACT if " " in one + two else CLOSE
    shorter = min(len(left), len(right))
    edits = OSA.distance(left, right)
    similar = JaroWinkler.similarity(left, right)
    if edits <= (1 if shorter < 6 else 2 if shorter < 12 else 3) and shorter > 2 and similar >= 0.8:
        return CLOSE
    if field in ("given", "middle") and ((shorter == 1 and left[0] == right[0]) or share_nickname(left, right)):
        return CLOSE
    a, b = set(one.split()), set(two.split())
    shared = len(a & b) / min(len(a), len(b))
    if shared == 1 and shorter > 3:
        return CLOSE
    return WEAK if similar >= 0.85 or shared >= 0.5 or (shorter > 4 and (left in right or right in left)) else DIFFERENT
