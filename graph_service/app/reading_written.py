"""What the readers see in one written text, in the shape that is printed: zones, signature, mails inside, findings.

Runs the readers and copies what they say; it decides nothing. Quotes and texts have their secrets covered.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from graph_service.app import reading_parts as parts
from graph_service.app.reading_places import OwnPlaces, own_places
from graph_service.ingest.occasion import MAX_WORDS
from graph_service.reading.findings import Finding
from graph_service.reading.masking.secrets import mask_secrets
from graph_service.reading.own_words import own_words
from graph_service.reading.reader import read_turn
from graph_service.reading.setting import Setting, Turn
from graph_service.reading.signatures.fields import Field, Phone
from graph_service.reading.signatures.signature import read_signature
from graph_service.reading.titles.titles import Title, read_title
from graph_service.reading.tone.tone import read_tone
from graph_service.reading.zones.forwards import Forwarded, find_forwards
from graph_service.reading.zones.mailboxes import Mailbox
from graph_service.reading.zones.zones import find_zones


@dataclass(frozen=True, slots=True)
class ReadText:
    """One written text, read: the shape of its form, its masked copies, and where its own words stand."""

    form: dict[str, Any]
    masked: str
    masked_own: str
    own: str
    places: OwnPlaces


def read_text(text: str, name: str = "", address: str = "") -> ReadText:
    """Return what the form of a text tells; `name` and `address` are the writer's, where known."""
    sender = f"{name} {address}".strip()
    zones = find_zones(text, sender)
    own = own_words(text, sender)
    masked, masked_own = mask_secrets(text), mask_secrets(own)
    form: dict[str, Any] = {
        "text": masked,
        "own_words": masked_own,
        "zones": tuple(parts.Zone(kind=word(one.kind), start=one.start, end=one.end) for one in zones),
        "signature": _signature(text, masked, name, address),
        "forwards": tuple(_forward(one) for one in find_forwards(text)),
    }
    return ReadText(form, masked, masked_own, own, own_places(own, text, zones))


def words_of(
    read: ReadText, turn: Turn, setting: Setting
) -> tuple[tuple[parts.WrittenFinding, ...], parts.Tone | None]:
    """Return what the own words say, and their tone; `turn` gives who wrote them. Only so much of them is read."""
    if not read.own:
        return (), None
    own = Turn(read.own[:MAX_WORDS], turn.is_ours, turn.speaker)
    found = tuple(_written(one, read) for one in read_turn(own, setting) if one.quote)
    return found, tone_of(own.text, setting.channel, read.masked_own)


def tone_of(text: str, channel: str, masked: str) -> parts.Tone:
    """Return the tone of somebody's words; `masked` is the same text, secrets covered."""
    tone = read_tone(text, channel)
    terms = tuple(
        parts.Term(name=one.name, weight=one.weight, quote=masked[one.start : one.end], start=one.start, end=one.end)
        for one in tone.terms
    )
    return parts.Tone(
        label=word(tone.label), value=tone.value, n_words=tone.n_words, quote=masked[tone.start : tone.end],
        start=tone.start, end=tone.end, terms=terms, confidence=tone.confidence, reason=tone.reason,
    )  # fmt: skip


def finding_fields(one: Finding, masked: str) -> dict[str, Any]:
    """Return the fields that every printed finding has; `masked` is the text it was found in, secrets covered."""
    return {
        "kind": one.kind, "topic": one.topic, "value": mask_secrets(one.value), "weight": float(one.weight),
        "quote": masked[one.start : one.end], "start": one.start, "end": one.end, "rule": one.rule,
        "confidence": one.confidence, "person": one.person, "address": one.address, "firm": one.firm,
        "until": one.until,
    }  # fmt: skip


def title_fields(read: Title) -> parts.TitleRead:
    """Return what a title says, in the printed shape."""
    return msgspec.convert(read, parts.TitleRead, from_attributes=True)


def _written(one: Finding, read: ReadText) -> parts.WrittenFinding:
    place = read.places.in_text(one.start, one.end)
    start, end = place if place is not None else (None, None)
    return parts.WrittenFinding(**finding_fields(one, read.masked_own), text_start=start, text_end=end)


def _signature(text: str, masked: str, name: str, address: str) -> parts.Signature | None:
    found = read_signature(text, name, address)
    if found is None:
        return None
    company = found.company.value if found.company else ""
    return parts.Signature(
        start=found.start,
        end=found.end,
        name=_value(found.name, masked),
        title=_value(found.title, masked),
        title_read=title_fields(read_title(found.title.value, company)) if found.title else None,
        department=_value(found.department, masked),
        company=_value(found.company, masked),
        phones=tuple(_phone(one, masked) for one in found.phones),
        emails=_values(found.emails, masked),
        urls=_values(found.urls, masked),
        linkedin=_value(found.linkedin, masked),
        address=_values(found.address, masked),
    )


def _values(found: Sequence[Field], masked: str) -> tuple[parts.Value, ...]:
    return tuple(value for one in found if (value := _value(one, masked)) is not None)


def _value(one: Field | None, masked: str) -> parts.Value | None:
    if one is None:
        return None
    quote = masked[one.start : one.end]
    return parts.Value(
        value=one.value, quote=quote, start=one.start, end=one.end, rule=one.rule, confidence=one.confidence
    )


def _phone(one: Phone, masked: str) -> parts.Phone:
    quote = masked[one.start : one.end]
    return parts.Phone(
        value=one.value, quote=quote, start=one.start, end=one.end, rule=one.rule, confidence=one.confidence,
        kind=word(one.kind),
    )  # fmt: skip


def _forward(one: Forwarded) -> parts.Forward:
    return parts.Forward(
        kind=word(one.kind),
        sender=parts.Person(address=one.sender_address, name=one.sender_name),
        sent_at=one.sent_at.isoformat() if one.sent_at else None,
        to=_people(one.to),
        cc=_people(one.cc),
        subject=mask_secrets(one.subject),
        start=one.start,
        body_start=one.body_start,
        end=one.end,
    )


def _people(found: Sequence[Mailbox]) -> tuple[parts.Person, ...]:
    return tuple(parts.Person(address=one.address, name=one.name) for one in found)


def word(value: Any) -> Any:
    """Let a word of a reader through to a closed list of words; the test of the schema checks that it is in it."""
    return value
