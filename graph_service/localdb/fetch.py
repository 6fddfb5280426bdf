"""Downloads locked jars with jgo's Maven client, in parallel, and lets only verified ones into the cache.

A jar is written to a staging folder, checked against its sha256 and only then moved to its place, so a kill or a full
disk never leaves a bad jar. What is in place is skipped next time: that is how a broken download resumes.
"""

import errno
import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from jgo.maven import MavenContext, PythonResolver
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

from graph_service.errors import LocalDatabaseError
from graph_service.localdb.checksum import file_sha256
from graph_service.localdb.lock import LockedJar
from graph_service.localdb.sources import Sources
from graph_service.localdb.space import check_space

THREADS = 12
ATTEMPTS = 3
TIMEOUT_SECONDS = 30
DISK_FULL = {errno.ENOSPC, errno.EDQUOT}
FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}

Advance = Callable[[int], None]


class ChecksumError(Exception):
    """A downloaded jar is not the locked one."""


def fetch_jars(jars: Sequence[LockedJar], cache: Path, sources: Sources, *, progress: bool) -> None:
    """Bring `jars` into `cache` (laid out like a Maven repository); all are verified when this returns.

    Raises LocalDatabaseError for a full disk, a broken network or a wrong checksum; finished jars stay.
    """
    check_space(cache, sum(jar.size for jar in jars))
    with _bar(jars, shown=progress) as advance:
        context = _context(cache, sources, advance)
        with ThreadPoolExecutor(THREADS) as pool:
            futures = [pool.submit(_fetch_one, jar, cache, context) for jar in jars]
            try:
                wait(futures, return_when=FIRST_EXCEPTION)
            finally:
                pool.shutdown(wait=True, cancel_futures=True)
    failed = [future.exception() for future in futures if not future.cancelled() and future.exception()]
    if failed and (error := failed[0]):
        missing = sum(not (cache / jar.path).exists() for jar in jars)
        raise explain(error, missing, cache) from error
    shutil.rmtree(_staging(cache), ignore_errors=True)


def explain(error: BaseException, missing: int, cache: Path) -> LocalDatabaseError:
    """Return the error that a person can act on for what stopped a download."""
    if isinstance(error, ChecksumError):
        return LocalDatabaseError(
            f"{error} It was deleted.",
            "Run the same command again; if it repeats, a proxy or mirror changes files: "
            "use another network or mirror, or set NEO4J_URI to a server of yours.",
        )
    number = error.errno if isinstance(error, OSError) else None
    if number in DISK_FULL:
        return LocalDatabaseError(
            f"The disk of {cache} is full; {missing} jars are still missing.",
            "Free some space, or set GRAPH_SERVICE_CACHE_DIR to another disk; then run the same command again.",
        )
    if number in FORBIDDEN:
        return LocalDatabaseError(
            f"{cache} cannot be written: {error}", "Set GRAPH_SERVICE_CACHE_DIR to a folder of yours."
        )
    return LocalDatabaseError(
        f"Neo4j could not be downloaded; {missing} jars are still missing ({_short(error)}).",
        "Check the network and run the same command again: it goes on where it stopped. A Maven mirror is read from "
        "settings.xml and jgo.conf. Or set NEO4J_URI to a server of yours.",
    )


def _fetch_one(jar: LockedJar, cache: Path, context: MavenContext) -> None:
    """Fetch, verify and move one jar; a broken connection or a wrong sum is tried again."""
    target = cache / jar.path
    staged = _staging(cache) / jar.path
    for attempt in range(1, ATTEMPTS + 1):
        staged.unlink(missing_ok=True)
        try:
            _download(jar, staged, context, local=attempt == 1)
            target.parent.mkdir(parents=True, exist_ok=True)
            staged.replace(target)
        except (OSError, RuntimeError, ChecksumError) as error:
            # A full or forbidden disk does not get better by trying again; a network may.
            if attempt == ATTEMPTS or getattr(error, "errno", None) in DISK_FULL | FORBIDDEN:
                raise
        else:
            return


def _download(jar: LockedJar, staged: Path, context: MavenContext, *, local: bool) -> None:
    """Bring one jar to `staged`, from a local Maven repository if allowed and there, and check its sha256."""
    group, name, version, *classifier = jar.coordinate.split(":")
    artifact = context.project(group, name).at_version(version).artifact(*classifier)
    at_hand = next((base / jar.path for base in context.local_repos if (base / jar.path).is_file()), None)
    staged.parent.mkdir(parents=True, exist_ok=True)
    if local and at_hand:
        shutil.copyfile(at_hand, staged)
    else:
        context.resolver.download(artifact)
    actual = file_sha256(staged)
    if actual != jar.sha256:
        staged.unlink()
        raise ChecksumError(f"{jar.path.name} has the wrong checksum (sha256 {actual}, not {jar.sha256}).")


def _staging(cache: Path) -> Path:
    return cache / "incoming"


def _context(cache: Path, sources: Sources, advance: Advance) -> MavenContext:
    """Return jgo's Maven client, writing to the staging folder and reporting each chunk."""

    @contextmanager
    def report(_name: str, _size: int) -> Iterator[Advance]:
        yield advance

    return MavenContext(
        resolver=PythonResolver(progress_callback=report),
        repo_cache=_staging(cache),
        local_repos=list(sources.local),
        remote_repos=sources.remote,
        timeout=TIMEOUT_SECONDS,
    )


@contextmanager
def _bar(jars: Sequence[LockedJar], *, shown: bool) -> Iterator[Advance]:
    """Show one bar over all bytes on stderr; where stderr is no terminal, rich prints nothing but the end."""
    columns: list[Any] = [TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeRemainingColumn()]
    bar = Progress(*columns, console=Console(stderr=True), disable=not shown)
    with bar:
        task = bar.add_task(f"Fetching Neo4j, {len(jars)} jars", total=sum(jar.size for jar in jars))
        yield lambda count: bar.advance(task, count)


def _short(error: BaseException) -> str:
    """Return an error's text in one short line; a mirror's address may hold a password, which is taken out."""
    text = re.sub(r"//[^/@\s]+@", "//***@", str(error).strip() or type(error).__name__)
    return text if len(text) <= 200 else text[:200] + "…"
