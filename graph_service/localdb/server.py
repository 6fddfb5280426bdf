"""Starts, finds, stops and resets the real local Neo4j of one project folder; the package's public door.

Everything that changes something runs under the home's file lock, so two processes that start at the same moment get
the same server. Never logs in: readiness is a TCP connection and a Bolt greeting.
"""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from graph_service.errors import LocalDatabaseError
from graph_service.localdb import process
from graph_service.localdb.config import heap_megabytes
from graph_service.localdb.home import has_store, locked_home, wipe
from graph_service.localdb.instance import Instance, default_home, load_instance, new_password, save_instance
from graph_service.localdb.launch import PortTakenError, answers, await_ready, launch
from graph_service.localdb.lock import load_lock, version_key
from graph_service.localdb.probe import DEFAULT_PORT, free_port, port_is_free
from graph_service.localdb.space import check_space
from graph_service.settings import Settings

STOP_GRACE_SECONDS = 15.0
# A start of another process may be under way; one that still downloads is not worth waiting for.
STOP_LOCK_SECONDS = 60.0
STORE_BYTES = 128 * 2**20


@dataclass(frozen=True, slots=True)
class Status:
    """What is known of one home: `absent` means that nothing was ever started there."""

    state: Literal["running", "starting", "stopped", "absent"]
    home: Path
    instance: Instance | None


def start(
    settings: Settings,
    *,
    version: str | None = None,
    home: Path | None = None,
    port: int | None = None,
    fast: bool = False,
    heap: str = "512m",
    progress: bool = True,
) -> Instance:
    """Return the running server of the project (or of `home`); start it first when it does not run.

    `version` and `port` are taken as wishes of the settings and of the last start when None; `fast` trades peak speed
    for a quicker start (tests); `heap` such as 512m; `progress` draws a bar on stderr while jars are fetched.
    Raises LocalDatabaseError with a remedy, UsageError for a heap that cannot be meant.
    """
    heap_megabytes(heap)
    load_lock(version or settings.neo4j_version)
    folder = home_folder(settings, home=home)
    with locked_home(folder):
        known = load_instance(folder)
        if known and (running := _adopt(known)):
            _refuse_other(running, version, port)
            return running
        check_space(folder, STORE_BYTES)
        stopped = _next_instance(folder, known, version or settings.neo4j_version, port)
        try:
            return launch(settings, stopped, heap=heap, fast=fast, progress=progress)
        except PortTakenError:
            if port is not None:
                raise
            # Two projects that start at once both saw the same free port; the later one takes any other.
            elsewhere = Instance.at_port(folder, free_port(0), stopped.version, stopped.password)
            return launch(settings, elsewhere, heap=heap, fast=fast, progress=progress)


def find(settings: Settings, *, home: Path | None = None) -> Instance | None:
    """Return the project's server if it runs and answers, else None; starts nothing and waits for nothing."""
    current = status(settings, home=home)
    return current.instance if current.state == "running" else None


def status(settings: Settings, *, home: Path | None = None) -> Status:
    """Return what is known of the project's server, without changing anything."""
    folder = home_folder(settings, home=home)
    known = load_instance(folder)
    if known is None:
        return Status("absent", folder, None)
    if not process.is_server(known.pid, known.started, folder):
        return Status("stopped", folder, replace(known, pid=0))
    return Status("running" if answers(known) else "starting", folder, known)


def stop(settings: Settings, *, home: Path | None = None) -> bool:
    """Stop the project's server (SIGTERM, after 15 seconds SIGKILL); return whether one was running."""
    folder = home_folder(settings, home=home)
    if not folder.exists():
        return False
    with locked_home(folder, STOP_LOCK_SECONDS):
        return _stop(folder)


def reset(settings: Settings, *, home: Path | None = None) -> bool:
    """Stop the server and delete its whole home folder, data and password; return whether there was anything."""
    folder = home_folder(settings, home=home)
    if not folder.exists():
        return False
    with locked_home(folder, STOP_LOCK_SECONDS):
        pid = process.find_server(folder)
        if pid:
            process.end(pid, STOP_GRACE_SECONDS)
        had = (folder / "instance.json").exists() or has_store(folder)
        wipe(folder)
        return had


def shell_uri(instance: Instance) -> str:
    """Return the address with user and password, as a database shell takes it. It is a secret."""
    return f"bolt://{instance.user}:{instance.password}@{instance.uri.removeprefix('bolt://')}"


def home_folder(settings: Settings, *, home: Path | None = None) -> Path:
    """Return the full path of the home folder that a command would use; nothing is made."""
    return (home or default_home(settings)).resolve()


def _adopt(known: Instance) -> Instance | None:
    """Return the server that already runs for this home, waiting if it is still starting; None when there is none."""
    running = known
    if not process.is_server(known.pid, known.started, known.home):
        pid = process.find_server(known.home)
        if not pid:
            return None
        running = replace(known, pid=pid, started=process.start_time(pid))
        save_instance(running)
    await_ready(running)
    return running


def _stop(folder: Path) -> bool:
    known = load_instance(folder)
    pid = known.pid if known and process.is_server(known.pid, known.started, folder) else process.find_server(folder)
    if pid:
        process.end(pid, STOP_GRACE_SECONDS)
    if known:
        save_instance(replace(known, pid=0, started=0.0))
    return bool(pid)


def _refuse_other(running: Instance, version: str | None, port: int | None) -> None:
    """Raise LocalDatabaseError when the caller insists on another version or port than the running server's."""
    if version not in (None, running.version) or port not in (None, running.port):
        raise LocalDatabaseError(
            f"The local Neo4j {running.version} already runs on port {running.port}.",
            "Stop it first: graph-service db stop",
        )


def _next_instance(folder: Path, known: Instance | None, version: str, port: int | None) -> Instance:
    """Return the instance to start: the known password and port where there are any, else new ones."""
    if known is None and has_store(folder):
        raise LocalDatabaseError(
            f"{folder} holds a database, but its instance.json with the password is gone.",
            "Put the file back from a backup, or begin anew with: graph-service db reset",
        )
    if known and has_store(folder) and version_key(version) < version_key(known.version):
        raise LocalDatabaseError(
            f"The database in {folder} was written by Neo4j {known.version}; {version} cannot read it.",
            f"Set GRAPH_SERVICE_NEO4J_VERSION={known.version}, or begin anew with: graph-service db reset",
        )
    if port is not None and not port_is_free(port):
        raise LocalDatabaseError(
            f"Port {port} of the loopback interface is already taken.",
            "Name another port, or none: then a free one is chosen.",
        )
    chosen = port or free_port(known.port if known else DEFAULT_PORT)
    password = known.password if known else new_password()
    return Instance.at_port(folder, chosen, version, password)
