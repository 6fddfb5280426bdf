"""The home folder of one local server: its folders, its file lock, its deletion. Starts and stops nothing."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from graph_service.errors import LocalDatabaseError

FOLDERS = ("conf", "data", "logs", "plugins", "import", "run", "licenses", "certificates", "lib")
LOCK_NAME = "home.lock"
# Long enough for another process to download everything and start.
LOCK_SECONDS = 1800.0


@contextmanager
def locked_home(home: Path, timeout: float = LOCK_SECONDS) -> Iterator[None]:
    """Make `home` (for its owner only) if need be and hold its lock; raise LocalDatabaseError if that fails."""
    try:
        home.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock = FileLock(home / LOCK_NAME)
        lock.acquire(timeout=timeout)
    except Timeout as error:
        raise LocalDatabaseError(
            f"Another process has been starting or stopping the database of {home} for {timeout:.0f} seconds.",
            "Wait for it or end it, then run the same command again.",
        ) from error
    except OSError as error:
        raise unwritable(home, error) from error
    try:
        yield
    finally:
        lock.release()


def make_folders(home: Path) -> None:
    """Make the folders that the server expects; raise LocalDatabaseError when that is not possible."""
    try:
        for folder in FOLDERS:
            (home / folder).mkdir(exist_ok=True, mode=0o700)
    except OSError as error:
        raise unwritable(home, error) from error


def has_store(home: Path) -> bool:
    """Return whether a server was started here before, so that its password is already set."""
    return (home / "data" / "databases").exists()


def wipe(home: Path) -> None:
    """Delete everything in `home` but the lock that the caller holds."""
    try:
        for entry in home.iterdir():
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry)
            elif entry.name != LOCK_NAME:
                entry.unlink()
    except OSError as error:
        raise unwritable(home, error) from error


def unwritable(home: Path, error: OSError) -> LocalDatabaseError:
    """Return the error for a home folder that cannot be written."""
    return LocalDatabaseError(
        f"The local database's folder {home} cannot be written: {error}",
        "Set GRAPH_SERVICE_DATA_DIR to a folder of yours with free space.",
    )
