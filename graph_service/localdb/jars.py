"""The shared cache of jars: which are there and good, which must be fetched, and the class path they make.

A jar counts as good when its sha256 was checked and neither size nor mtime changed since (the stamp). Anything else is
read again, and fetched again when it is not the locked one. One process fills the cache at a time.
"""

from pathlib import Path

from filelock import FileLock

from graph_service.errors import LocalDatabaseError
from graph_service.localdb.checksum import file_mark, file_sha256, read_stamp, write_stamp
from graph_service.localdb.lock import Lock, LockedJar
from graph_service.settings import Settings


def ensure_jars(settings: Settings, lock: Lock, *, progress: bool) -> list[Path]:
    """Return the verified jars of `lock` in class path order; fetch what is missing or damaged."""
    cache = cache_folder(settings)
    try:
        cache.mkdir(parents=True, exist_ok=True)
        with FileLock(cache / "fetch.lock"):
            _fill(cache, lock, progress=progress)
    except OSError as error:
        raise LocalDatabaseError(
            f"The cache folder {cache} cannot be written: {error}", "Set GRAPH_SERVICE_CACHE_DIR to a folder of yours."
        ) from error
    return [cache / jar.path for jar in lock.jars]


def forget_verification(settings: Settings, version: str) -> None:
    """Drop the stamp, so that the next start reads every jar again; called after a start that failed."""
    _stamp(cache_folder(settings), version).unlink(missing_ok=True)


def cache_folder(settings: Settings) -> Path:
    """Return the folder that holds the jars of all versions."""
    return settings.cache_dir / "neo4j-jars"


def unverified(cache: Path, lock: Lock) -> list[LockedJar]:
    """Return the jars that are missing or are not the locked ones; damaged files are deleted."""
    stamp = read_stamp(_stamp(cache, lock.version))
    return [jar for jar in lock.jars if not _is_good(cache / jar.path, jar, stamp)]


def _fill(cache: Path, lock: Lock, *, progress: bool) -> None:
    missing = unverified(cache, lock)
    if missing:
        # Imported late: the Maven client costs a tenth of a second that a start with a full cache need not pay.
        from graph_service.localdb.fetch import fetch_jars  # noqa: PLC0415
        from graph_service.localdb.sources import Sources  # noqa: PLC0415

        fetch_jars(missing, cache, Sources.of_user(), progress=progress)
    marks = {jar.sha256: mark for jar in lock.jars if (mark := file_mark(cache / jar.path))}
    if marks != read_stamp(_stamp(cache, lock.version)):
        write_stamp(_stamp(cache, lock.version), marks)


def _is_good(file: Path, jar: LockedJar, stamp: dict[str, tuple[int, int]]) -> bool:
    mark = file_mark(file)
    if mark is None:
        return False
    if mark == stamp.get(jar.sha256) or (mark[0] == jar.size and file_sha256(file) == jar.sha256):
        return True
    file.unlink()
    return False


def _stamp(cache: Path, version: str) -> Path:
    return cache / f"verified-{version}.json"
