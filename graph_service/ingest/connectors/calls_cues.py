"""The speech of one transcript: WebVTT, SubRip or plain text as cues.

Owns timings, voice tags, "Name:" prefixes and repeated captions. Written by hand because transcripts of recorders
break the formats' rules (no hours, no header, commas for dots) and a strict reader would refuse the whole file. Every
pattern is linear; a line counts with its first 20,000 characters.
"""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from graph_service.ingest.connectors.calls_speakers import Labels
from graph_service.ingest.source_records import Cue
from graph_service.ingest.storable import storable

MAX_LINE = 20_000
MAX_CUES = 100_000
_STAMP = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,6}))?"
_TIMING = re.compile(rf"\s*{_STAMP}\s*-->\s*{_STAMP}")
_VOICE = re.compile(r"<v(?:\.[^\s>]{0,100})?\s+([^>]{1,200})>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z0-9.:][^<>]{0,200}>", re.IGNORECASE)
_SKIPPED = re.compile(r"(?:NOTE|STYLE|REGION)(?:\s|$)")
_CLOCK = r"\(?\[?(\d{1,3}(?::\d{1,2}){1,2})(?:[.,]\d{1,6})?\]?\)?"
_TIMED_LINE = re.compile(rf"\s*{_CLOCK}\s*(?:[|–-]\s*)?(?=\S)")
_SPEAKER_LINE = re.compile(rf"([^\d\s:\[(][^:\[(\t]{{0,60}}?(?: \d{{1,3}})?)[\s|–-]{{1,10}}{_CLOCK}\s*:?\s*")
_SPEAKER_TIMED = re.compile(r"([^\d\s:\[(][^:\[(\t]{0,60}?)\s{0,3}[\[(](\d{1,3}(?::\d{1,2}){1,2})[\])]\s?:\s*(?=\S)")


@dataclass(frozen=True, slots=True)
class _Block:
    """One timed stretch of text as written, before it is clear who speaks."""

    number: int
    start: float
    end: float
    text: str


def is_timed(text: str) -> bool:
    """Tell whether a text is WebVTT or SubRip."""
    return text.lstrip("\ufeff").startswith("WEBVTT") or any(
        _TIMING.match(line[:200]) for line in text[:20_000].split("\n")
    )


def read_cues(text: str) -> tuple[Cue, ...]:
    """Return what was said, in order; empty when the text holds no speech. Never raises."""
    text = storable(text.lstrip("\ufeff"), 20_000_000).replace("\r\n", "\n").replace("\r", "\n")
    written = [line[:MAX_LINE] for line in text.split("\n")]
    cues = _timed(written) if is_timed(text) else _plain(written)
    return tuple(_without_repeats(cues))


def is_talk(cues: tuple[Cue, ...]) -> bool:
    """Tell whether cues out of a plain text are a talk: times are given, or somebody speaks twice among several."""
    speakers = [cue.speaker for cue in cues if cue.speaker]
    return len(cues) > 1 and (any(cue.start for cue in cues) or 1 < len(set(speakers)) < len(speakers))


def _timed(written: list[str]) -> list[Cue]:
    blocks = list(_blocks(written))[:MAX_CUES]
    pieces = [(block, list(_voices(block.text))) for block in blocks]
    labels = Labels.of(text for _, voices in pieces for name, text in voices if not name)
    has_tags = any(name for _, voices in pieces for name, _ in voices)
    is_split = any(len(voices) > 1 for _, voices in pieces)
    cues: list[Cue] = []
    for block, voices in pieces:
        for name, said in voices:
            speaker, words = (name, said) if has_tags else labels.split(said, cues[-1].speaker if cues else "")
            if words:
                number = len(cues) + 1 if is_split else block.number
                cues.append(Cue(number, speaker, words, block.start, block.end))
    return cues


def _blocks(written: list[str]) -> Iterator[_Block]:
    """Yield the timed blocks; a number above the timing is kept when all numbers rise."""
    found: list[tuple[str, float, float, list[str]]] = []
    is_open, before = False, ""
    for line in written:
        timing = _TIMING.match(line[:200])
        if timing:
            if is_open and found[-1][3] and found[-1][3][-1] == before and before.isdigit():
                found[-1][3].pop()  # no blank line before the next number
            found.append((before, _seconds(timing.groups()[:4]), _seconds(timing.groups()[4:]), []))
            is_open = True
        elif not line.strip() or (not is_open and _SKIPPED.match(line)):
            is_open = is_open and bool(line.strip())
        elif is_open:
            found[-1][3].append(line.strip())
        before = line.strip()
    numbers = [int(name) if name.isdigit() and len(name) < 9 else 0 for name, *_ in found]
    is_numbered = bool(numbers) and numbers[0] > 0 and all(one < after for one, after in pairwise(numbers))
    for order, (_, start, end, rows) in enumerate(found):
        yield _Block(numbers[order] if is_numbered else order + 1, start, max(start, end), "\n".join(rows))


def _voices(text: str) -> Iterator[tuple[str, str]]:
    """Yield speaker and words of each voice tag in a block; without tags the whole block with no speaker."""
    tags = list(_VOICE.finditer(text))
    before = _bare(text[: tags[0].start()] if tags else text)
    if before or not tags:
        yield "", before
    for place, tag in enumerate(tags):
        after = tags[place + 1].start() if place + 1 < len(tags) else len(text)
        yield _label(tag[1]), _bare(text[tag.end() : after])


def _bare(text: str) -> str:
    return " ".join(storable(html.unescape(_TAG.sub("", text))).split())


def _label(text: str) -> str:
    return " ".join(storable(html.unescape(text)).split())


def _seconds(parts: Iterable[str | None]) -> float:
    hours, minutes, seconds, fraction = parts
    return int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(seconds or 0) + float(f"0.{fraction or 0}")


def _plain(written: list[str]) -> list[Cue]:
    """Read "Name: words", with or without times, and name-and-time lines with the words below them."""
    labels = Labels.of(_leading_time(line.strip())[1] for line in written)
    cues: list[Cue] = []
    for line in written:
        said = line.strip()
        start, rest = _leading_time(said)
        headed, timed = _SPEAKER_LINE.fullmatch(said[:100]), _SPEAKER_TIMED.match(said[:100])
        if timed:
            cues.append(Cue(0, _label(timed[1]), _bare(said[timed.end() :]), _clock(timed[2])))
        elif headed:
            cues.append(Cue(0, _label(headed[1]), "", _clock(headed[2])))
        elif labels.begins(rest) or (start is not None and labels.is_name(rest)):
            speaker, words = labels.split(rest, "") if labels.begins(rest) else (rest, "")
            cues.append(Cue(0, _label(speaker), _bare(words), start or 0.0))
        elif start is not None and rest:
            cues.append(Cue(0, "", _bare(rest), start))
        elif said and cues and (labels.are_used or cues[-1].start):
            cues[-1] = replace(cues[-1], text=f"{cues[-1].text} {_bare(said)}".strip())
    spoken = [cue for cue in cues if cue.text][:MAX_CUES]
    ends = [cue.start for cue in (*spoken[1:], *spoken[-1:])]
    return [
        replace(cue, number=number, end=max(cue.start, end))
        for number, (cue, end) in enumerate(zip(spoken, ends, strict=True), start=1)
    ]


def _leading_time(line: str) -> tuple[float | None, str]:
    found = _TIMED_LINE.match(line[:100])
    return (_clock(found[1]), line[found.end() :].strip()) if found else (None, line)


def _clock(text: str) -> float:
    total = 0
    for part in text.split(":"):
        total = total * 60 + int(part)
    return float(total)


def _without_repeats(cues: list[Cue]) -> Iterator[Cue]:
    """Yield the cues without captions that repeat or grow the one before while it still shows."""
    held: Cue | None = None
    for cue in cues:
        if held is not None and cue.start < held.end and cue.speaker == held.speaker:
            if cue.text == held.text:
                held = replace(held, end=max(held.end, cue.end))
                continue
            if cue.text.startswith(held.text + " "):
                held = replace(cue, number=held.number, start=held.start)
                continue
        if held is not None:
            yield held
        held = cue
    if held is not None:
        yield held
