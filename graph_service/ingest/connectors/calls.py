"""The calls connector: a folder of transcripts, with or without a table of calls, as a stream of `CallRecord`.

A source is one folder (with what lies directly in it), or the one file that the configuration names. Files come and
go in a folder, so there is no position to resume at: offsets are 0, a folder is read again, ids make that harmless.
Files of other kinds in the folder are not touched.
"""

from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import ClassVar

from pydantic import BaseModel, ConfigDict, field_validator

from graph_service.errors import SourceError
from graph_service.ingest.connector import Rejected, SourceRecord
from graph_service.ingest.connectors.calendar_zones import named_zone
from graph_service.ingest.connectors.calls_cues import is_talk, is_timed, read_cues
from graph_service.ingest.connectors.calls_index import REMEDY, Entry, is_index, read_index
from graph_service.ingest.connectors.calls_names import hints_of
from graph_service.ingest.connectors.calls_people import people_in
from graph_service.ingest.connectors.folder_files import files_below, in_batches, size_of
from graph_service.ingest.connectors.mail_charsets import decode
from graph_service.ingest.places import Place
from graph_service.ingest.recognition import Description
from graph_service.ingest.source_records import CallRecord, Cue

TIMED = frozenset({".vtt", ".srt"})
TRANSCRIPTS = TIMED | {".txt"}
TABLES = frozenset({".csv", ".tsv"})
MAX_TRANSCRIPT = 20 << 20
Result = CallRecord | Rejected


class CallsConfig(BaseModel):
    """Which calls to read: a folder, a table of calls, or one transcript.

    `default_zone` is where times without a zone belong (an IANA or Windows name).
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    path: Path
    default_zone: str = "UTC"

    @field_validator("default_zone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        zone = named_zone(value)
        if not zone:
            raise ValueError(f"there is no time zone {value!r}; use a name such as Europe/Berlin")
        return zone


class CallsConnector:
    """Reads calls; see the module's text for order and resume."""

    name: ClassVar[str] = "calls"
    Config: ClassVar[type[BaseModel]] = CallsConfig

    def __init__(self, config: BaseModel) -> None:
        if not isinstance(config, CallsConfig):
            raise TypeError("CallsConnector takes a CallsConfig")
        self._root, self._zone = config.path, config.default_zone

    def sources(self) -> list[str]:
        """Return the folders that hold calls, sorted, or the one file; raises SourceError when there is none."""
        if self._root.is_file():
            return [str(self._root)]
        if not self._root.is_dir():
            raise SourceError(f"{self._root}: there is no such file or folder.", "Check the path of the calls source.")
        found = sorted({str(path.parent) for path in files_below(self._root) if _is_ours(path)})
        if not found:
            raise SourceError(f"{self._root}: the folder holds no transcript and no table of calls.", "Check the path.")
        return found

    def total_bytes(self) -> int:
        """Return the size of all tables and transcripts in bytes."""
        return sum(size_of(str(path)) for source in self.sources() for path in _files(Path(source)))

    async def records(self, source: str, since: int = 0) -> AsyncIterator[SourceRecord | Rejected]:  # noqa: ARG002
        """Stream the calls of one folder: those of its tables, then transcripts that no table names."""
        async for record in in_batches(self._read(Path(source))):
            yield record

    def _read(self, source: Path) -> Iterator[Result]:
        files = _files(source)
        used: set[Path] = set()
        met: dict[str, str] = {}
        for table in (path for path in files if path.suffix.lower() in TABLES):
            yield from self._table(table, used, met)
        for path in files:
            if path.suffix.lower() in TRANSCRIPTS and path not in used:
                yield from self._lone(path, met)

    def _table(self, table: Path, used: set[Path], met: dict[str, str]) -> Iterator[Result]:
        for entry in read_index(table, self._zone):
            if isinstance(entry, Rejected):
                yield entry
                continue
            transcript = _transcript_of(entry, table.parent)
            if transcript is not None:
                used.add(transcript)
            call_id = entry.call_id or Path(entry.file).stem or f"{table.stem} {entry.place.position}"
            if call_id in met:
                yield Rejected(entry.place, f"The call {call_id!r} is there twice (also {met[call_id]}).", REMEDY)
            elif entry.started_at is None:
                reason = f"The start of the call cannot be read: {entry.written_start!r}."
                yield Rejected(entry.place, reason, "Write it as 2024-05-02T12:00:00Z and import again.")
            else:
                met[call_id] = entry.place.position
                yield from self._call(replace(entry, call_id=call_id), transcript)

    def _call(self, entry: Entry, transcript: Path | None) -> Iterator[Result]:
        cues: tuple[Cue, ...] = ()
        if transcript is None and entry.file:
            reason = f"The call was read, but its transcript {entry.file!r} is not there."
            yield Rejected(entry.place, reason, "Put the transcript beside the table and import again.")
        elif transcript is not None:
            speech = _speech(transcript)
            if isinstance(speech, Rejected):
                yield speech
            else:
                cues = read_cues(speech)
        assert entry.started_at is not None
        length = entry.duration or max((cue.end for cue in cues), default=0.0)
        yield CallRecord(
            entry.place,
            entry.call_id,
            entry.started_at,
            entry.started_at + timedelta(seconds=length),
            length,
            entry.title,
            entry.recorded_by,
            entry.attendees,
            entry.absent,
            entry.calendar_uid,
            cues,
        )

    def _lone(self, path: Path, met: dict[str, str]) -> Iterator[Result]:
        """Read a transcript that no table names; a text file without speech is no transcript and passed over."""
        place = Place(str(path), "whole file")
        speech = _speech(path)
        if isinstance(speech, Rejected):
            yield speech
            return
        cues = read_cues(speech)
        if path.suffix.lower() not in TIMED and path != self._root and not is_talk(cues):
            return
        if not cues:
            reason, remedy = "The transcript holds no speech.", "Export it again as WebVTT."
            yield Rejected(place, reason, remedy, speech[:500])
            return
        hints = hints_of(path.stem, speech, self._zone)
        if hints.started_at is None:
            reason = "Nothing tells when the call was."
            remedy = (
                "Put the date into the file's name (2024-05-02 or 20240502-1200), or list the file in an index.csv."
            )
            yield Rejected(place, reason, remedy, speech[:500])
            return
        call_id = path.stem if path.stem not in met else path.name
        met[call_id] = str(path)
        length = max(cue.end for cue in cues)
        end = hints.started_at + timedelta(seconds=length)
        people = people_in(hints.people)
        yield CallRecord(place, call_id, hints.started_at, end, length, hints.title, attendees=people, cues=cues)


def _is_ours(path: Path) -> bool:
    suffix = path.suffix.lower()
    if suffix in TABLES:
        return is_index(path)
    if suffix != ".txt":
        return suffix in TIMED
    speech = _speech(path)
    return isinstance(speech, str) and is_talk(read_cues(speech))


def _files(source: Path) -> list[Path]:
    if source.is_file():
        return [source]
    found = sorted(path for path in source.iterdir() if path.is_file() and not path.name.startswith((".", "~")))
    return [
        path
        for path in found
        if path.suffix.lower() in TRANSCRIPTS or (path.suffix.lower() in TABLES and is_index(path))
    ]


def _transcript_of(entry: Entry, folder: Path) -> Path | None:
    """Return the file of a row: the one it names, else one that is called like the call; never outside the folder."""
    names = [Path(entry.file.replace("\\", "/")).name] if entry.file else []
    names += [f"{stem}{suffix}" for stem in (entry.call_id, *names) if stem for suffix in sorted(TRANSCRIPTS)]
    candidates = [folder / name for name in names if name and "/" not in name]
    if entry.file and not Path(entry.file).is_absolute() and ".." not in Path(entry.file).parts:
        candidates.insert(0, folder / entry.file)
    return next((path for path in candidates if path.is_file()), None)


def _speech(path: Path) -> str | Rejected:
    place = Place(str(path), "whole file")
    try:
        if path.stat().st_size > MAX_TRANSCRIPT:
            reason = f"The transcript is larger than {MAX_TRANSCRIPT >> 20} MB."
            return Rejected(place, reason, "Split it into one file a call.")
        data = path.read_bytes()
    except OSError as error:
        return Rejected(place, f"The file cannot be read: {error}.", "Check the file and its rights.")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace").replace("\0", "")
    return decode(data)


def describe(path: Path) -> Description | None:
    """Return what `path` is for the calls connector, or None when it holds no call."""
    if path.is_dir():
        ours = [one for one in _files(path) if _is_ours(one)]
        tables = sum(one.suffix.lower() in TABLES for one in ours)
        timed = sum(one.suffix.lower() in TIMED for one in ours)
        if not ours:
            return None
        note = f"{len(ours) - tables} transcript(s), {tables} table(s) of calls"
        return Description("calls", "folder of calls", 0.95 if tables else 0.9 if timed else 0.6, note)
    if path.suffix.lower() in TABLES and is_index(path):
        return Description("calls", "table of calls", 0.9, "a row a call, with transcripts beside it")
    if path.suffix.lower() in TRANSCRIPTS and path.is_file():
        speech = _speech(path)
        if isinstance(speech, str) and (is_timed(speech) or is_talk(read_cues(speech))):
            return Description("calls", "transcript", 0.95 if is_timed(speech) else 0.6, "it holds speech")
    return None
