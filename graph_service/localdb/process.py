"""The server's operating system process: start it detached, know it again, end it. Knows nothing of Bolt or stores."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

# Untyped where its stubs are not installed.
import psutil  # type: ignore[import-untyped, unused-ignore]

HOME_OPTION = "--home-dir="
# Two readings of one process's start time differ by less than this; a recycled pid's start time does not.
START_TOLERANCE_SECONDS = 2.0


def spawn(command: Sequence[str], home: Path, console: Path) -> int:
    """Start `command` in a session of its own, all output into `console`; return its pid.

    Our own settings stay out of its environment: they hold passwords that it does not need.
    """
    kept = {name: text for name, text in os.environ.items() if not name.startswith(("NEO4J_", "GRAPH_SERVICE_"))}
    with console.open("wb") as output:
        process = subprocess.Popen(  # noqa: S603 - our own command, no shell
            list(command),
            cwd=home,
            env=kept,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        )
    # Python would warn that a process it started still runs when it forgets it; outliving us is this one's purpose.
    process.returncode = 0
    return process.pid


def start_time(pid: int) -> float:
    """Return when a process started, in seconds since 1970; 0.0 when there is none."""
    try:
        return float(psutil.Process(pid).create_time())
    except psutil.Error:
        return 0.0


def is_server(pid: int, started: float, home: Path) -> bool:
    """Return whether `pid` is alive and is the server of `home`, not another process that got its number.

    The command line names the home; only where it may not be read does the start time alone decide.
    """
    if pid <= 0:
        return False
    try:
        process = psutil.Process(pid)
        if process.status() == psutil.STATUS_ZOMBIE:
            return False
        same_start = abs(process.create_time() - started) <= START_TOLERANCE_SECONDS
        command = process.cmdline()
    except psutil.AccessDenied:
        return abs(start_time(pid) - started) <= START_TOLERANCE_SECONDS
    except psutil.Error:
        return False
    return same_start and f"{HOME_OPTION}{home}" in command


def listens(pid: int, port: int) -> bool:
    """Return whether this process itself listens on the TCP port; True where the system does not let us look."""
    try:
        connections = psutil.Process(pid).net_connections(kind="tcp")
    except psutil.AccessDenied:
        return True
    except psutil.Error:
        return False
    return any(each.status == psutil.CONN_LISTEN and each.laddr.port == port for each in connections)


def find_server(home: Path) -> int:
    """Return the pid of a server of `home` that nobody wrote down (we were killed at the wrong moment), or 0."""
    for process in psutil.process_iter(["cmdline", "status"]):
        if process.info["status"] != psutil.STATUS_ZOMBIE and f"{HOME_OPTION}{home}" in (process.info["cmdline"] or ()):
            return int(process.pid)
    return 0


def is_alive(pid: int) -> bool:
    """Return whether a process runs under this pid (a zombie does not)."""
    try:
        return bool(psutil.Process(pid).status() != psutil.STATUS_ZOMBIE)
    except psutil.Error:
        return False


def end(pid: int, grace_seconds: float) -> None:
    """Ask a process to end, kill it after the grace, and return when it is gone."""
    try:
        process = psutil.Process(pid)
        process.terminate()
        try:
            process.wait(grace_seconds)
        except psutil.TimeoutExpired:
            process.kill()
            process.wait(grace_seconds)
    except psutil.NoSuchProcess:
        return
