"""The releases connector: what we shipped, out of JSON, Atom and RSS feeds, and Markdown changelogs.

Owns which files are read and by which reader. It fetches nothing: a feed is a file. A file is one source, read as a
whole, so offsets are 0.
"""

from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from pathlib import Path
from typing import ClassVar

from pydantic import BaseModel, ConfigDict

from graph_service.errors import SourceError
from graph_service.ingest.connector import Rejected, SourceRecord
from graph_service.ingest.connectors.folder_files import head_of, in_batches, list_files, size_of, unreadable
from graph_service.ingest.connectors.releases_feed import read_feed
from graph_service.ingest.connectors.releases_json import read_json
from graph_service.ingest.connectors.releases_markdown import DATED_HEADING, read_markdown
from graph_service.ingest.connectors.releases_notes import MAX_FILE
from graph_service.ingest.feed_records import ReleaseRecord
from graph_service.ingest.places import Place
from graph_service.ingest.recognition import Description

READERS: Mapping[str, Callable[[Path], Iterator[ReleaseRecord | Rejected]]] = {
    ".json": read_json, ".jsonl": read_json, ".ndjson": read_json, ".xml": read_feed, ".atom": read_feed,
    ".rss": read_feed, ".md": read_markdown, ".markdown": read_markdown,
}  # fmt: skip
_NAMES = ("release", "changelog", "change-log", "whatsnew", "whats-new", "news", "history")


class ReleasesConfig(BaseModel):
    """Which files to read: one file or a folder."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    path: Path


class ReleasesConnector:
    """Reads releases; see the module's text."""

    name: ClassVar[str] = "releases"
    Config: ClassVar[type[BaseModel]] = ReleasesConfig

    def __init__(self, config: BaseModel) -> None:
        if not isinstance(config, ReleasesConfig):
            raise TypeError("ReleasesConnector takes a ReleasesConfig")
        self._config = config

    def sources(self) -> list[str]:
        """Return the files, sorted; raises SourceError when there is none."""
        return list_files(self._config.path, frozenset(READERS), "releases (.json, .xml, .atom, .rss, .md)")

    def total_bytes(self) -> int:
        """Return the size of all files in bytes."""
        return sum(size_of(source) for source in self.sources())

    async def records(self, source: str, since: int = 0) -> AsyncIterator[SourceRecord | Rejected]:  # noqa: ARG002
        """Stream the releases of one file; `since` changes nothing. Raises SourceError for a file it cannot read."""
        async for record in in_batches(self._read(Path(source))):
            yield record

    def _read(self, path: Path) -> Iterator[ReleaseRecord | Rejected]:
        reader = READERS.get(path.suffix.lower())
        if reader is None:
            raise SourceError(f"{path}: this is no file of releases.", "Give JSON, an Atom or RSS feed, or Markdown.")
        try:
            if path.stat().st_size > MAX_FILE:
                raise SourceError(f"{path}: larger than {MAX_FILE >> 20} MB.", "Split the file.")
            seen: dict[str, Place] = {}
            for record in reader(path):
                if isinstance(record, ReleaseRecord):
                    if record.source_id in seen:
                        reason = (
                            f"The release {record.source_id!r} is there twice (also {seen[record.source_id].position})."
                        )
                        yield Rejected(record.place, reason, "Keep one of them, or give them different ids.")
                        continue
                    seen[record.source_id] = record.place
                yield record
        except OSError as error:
            raise unreadable(path, error) from error


def describe(path: Path) -> Description | None:
    """Return what `path` is for the releases connector, or None when it holds no releases."""
    if path.is_dir():
        try:
            files = [Path(one) for one in list_files(path, frozenset(READERS), "releases")]
        except SourceError:
            return None
        found = [one for file in files[:50] if file.parent == path and (one := describe(file))]
        best = max(found, key=lambda one: one.certainty, default=None)
        return Description("releases", "folder of releases", best.certainty - 0.02, best.note) if best else None
    suffix, head = path.suffix.lower(), head_of(path)
    is_named = any(word in path.stem.casefold() for word in _NAMES)
    if suffix in {".xml", ".atom", ".rss"}:
        is_feed = any(mark in head[:4096] for mark in (b"<feed", b"<rss", b"<rdf:RDF"))
        return Description("releases", "feed of releases", 0.9 if is_named else 0.5, "a feed") if is_feed else None
    if suffix in {".md", ".markdown"}:
        is_dated = any(DATED_HEADING.match(line) for line in head.decode("utf-8", "replace").splitlines())
        return Description("releases", "changelog", 0.9 if is_named else 0.6, "dated headings") if is_dated else None
    return _describe_json(head, is_named=is_named) if suffix in READERS else None


def _describe_json(head: bytes, *, is_named: bool) -> Description | None:
    days = (b'"shipped_on"', b'"shipped_at"', b'"released_on"', b'"released_at"', b'"release_date"', b'"published_at"')
    texts = (b'"notes"', b'"body"', b'"changelog"', b'"release_notes"', b'"items"', b'"changes"', b'"tag_name"')
    is_dated = any(mark in head for mark in days) or (is_named and b'"date"' in head)
    is_ours = is_dated and any(mark in head for mark in texts)
    return Description("releases", "list of releases", 0.9 if is_named else 0.7, "dated notes") if is_ours else None
