"""One recorded call into one printed reading: its turns, its speakers with their tone, its findings. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph_service.app import reading_parts as parts
from graph_service.app.reading_json import SCHEMA, Call, Speaker, Turn
from graph_service.app.reading_known import Known
from graph_service.app.reading_written import finding_fields, tone_of
from graph_service.ingest.call_facts import Stretch, stretches_of
from graph_service.ingest.places import Address
from graph_service.ingest.source_records import CallRecord
from graph_service.reading.masking.secrets import mask_secrets
from graph_service.reading.reader import find_tone, read_turn
from graph_service.reading.setting import Setting
from graph_service.reading.setting import Turn as Words

MAX_EARLIER = 6


@dataclass(frozen=True, slots=True)
class _Said:
    """One stretch of speech with its number, its words with whose they are, and its masked text."""

    number: int
    stretch: Stretch
    words: Words
    masked: str


def read_call(record: CallRecord, known: Known, *, is_dated: bool = True) -> Call:
    """Return what the readers see in a call; without a date of its own `known.said_on` serves, and none is printed."""
    sides = _sides((*record.attendees, record.recorded_by), known)
    said = [
        _Said(number, one, Words(one.text, sides.get(one.label.casefold()), one.label), mask_secrets(one.text))
        for number, one in enumerate(stretches_of(record.cues), start=1)
    ]
    labels = {one.stretch.label for one in said} | {one.name for one in record.attendees}
    setting = Setting(
        known.vocabulary, record.started_at.date() if is_dated else known.said_on, "call",
        subject=record.title, people=tuple(sorted(labels - {""})),
    )  # fmt: skip
    findings = [finding for one in said for finding in _findings(one, said, setting)]
    speakers = _speakers(said)
    for who in speakers:
        findings += _tone_findings(who, said, setting)
    return Call(
        schema=SCHEMA,
        source=parts.Source(file=record.place.file, position=record.place.position),
        call_id=record.call_id,
        title=mask_secrets(record.title),
        started_at=record.started_at if is_dated else None,
        attendees=tuple(parts.Person(address=one.address, name=one.name) for one in record.attendees),
        speakers=speakers,
        turns=tuple(_turn(one) for one in said),
        findings=tuple(sorted(findings, key=lambda one: (one.turn, one.start, one.end, one.kind))),
    )


def _findings(one: _Said, said: Sequence[_Said], setting: Setting) -> list[parts.SpokenFinding]:
    earlier = tuple(before.words for before in said[max(one.number - 1 - MAX_EARLIER, 0) : one.number - 1])
    heard = Setting(
        setting.vocabulary, setting.said_on, "call", subject=setting.subject, earlier=earlier, people=setting.people
    )
    return [
        parts.SpokenFinding(
            **finding_fields(found, one.masked), turn=one.number, cue=one.stretch.cue_at(found.start),
            speaker=one.stretch.label,
        )
        for found in read_turn(one.words, heard)
    ]  # fmt: skip


def _speakers(said: Sequence[_Said]) -> tuple[Speaker, ...]:
    """Return everybody who has a label, in the order in which they first spoke, with the tone of all they said."""
    found = []
    for label in dict.fromkeys(one.stretch.label for one in said if one.stretch.label):
        mine = [one for one in said if one.stretch.label == label]
        words = _all_of(mine)
        tone = tone_of(words.text, "call", "\n".join(one.masked for one in mine))
        found.append(Speaker(label=label, is_ours=words.is_ours, turns=tuple(one.number for one in mine), tone=tone))
    return tuple(found)


def _tone_findings(who: Speaker, said: Sequence[_Said], setting: Setting) -> list[parts.SpokenFinding]:
    """Return the tone of a speaker as a finding at the turn that makes most of it; ours is not read."""
    mine = [one for one in said if one.stretch.label == who.label]
    for tone in find_tone(_all_of(mine), setting):
        passed = 0
        for one in mine:
            if tone.start < passed + len(one.words.text) + 1 and tone.quote:
                start, end = tone.start - passed, min(tone.end - passed, len(one.words.text))
                fields = finding_fields(tone, one.masked) | {
                    "start": start, "end": end, "quote": one.masked[start:end],
                }  # fmt: skip
                cue = one.stretch.cue_at(start)
                return [parts.SpokenFinding(**fields, turn=one.number, cue=cue, speaker=who.label)]
            passed += len(one.words.text) + 1
    return []


def _all_of(mine: Sequence[_Said]) -> Words:
    """Return everything that one speaker said as one turn, a line a turn."""
    return Words("\n".join(one.words.text for one in mine), mine[0].words.is_ours, mine[0].stretch.label)


def _turn(one: _Said) -> Turn:
    cues = one.stretch.cues
    return Turn(
        number=one.number, speaker=one.stretch.label, is_ours=one.words.is_ours, first_cue=cues[0].number,
        last_cue=cues[-1].number, start_seconds=cues[0].start, end_seconds=cues[-1].end, text=one.masked,
    )  # fmt: skip


def _sides(people: Iterable[Address], known: Known) -> dict[str, bool]:
    """Return label in small letters → whether it is one of ours: full names, and first names that one side has."""
    told = [(one.name, known.owns(one.address)) for one in people] + [(name, True) for name in sorted(known.names)]
    sides: dict[str, set[bool]] = {}
    for name, is_ours in told:
        for label in {name.casefold(), name.casefold().split(" ")[0]} - {""}:
            if is_ours is not None:
                sides.setdefault(label, set()).add(is_ours)
    return {label: next(iter(found)) for label, found in sides.items() if len(found) == 1}
