"""Brings one stopped instance to life: files in its home, the first password, the process, the wait for an answer.

Its caller holds the home's lock. Chooses neither version nor port.
"""

import time
from dataclasses import replace

from graph_service.errors import LocalDatabaseError
from graph_service.localdb import process
from graph_service.localdb.command import server_command, set_first_password
from graph_service.localdb.config import config_text
from graph_service.localdb.console import PORT_TAKEN, begin_logs, console_file, last_words
from graph_service.localdb.home import has_store, make_folders, unwritable
from graph_service.localdb.instance import Instance, save_instance, write_private
from graph_service.localdb.jars import ensure_jars, forget_verification
from graph_service.localdb.lock import load_lock
from graph_service.localdb.probe import bolt_answers
from graph_service.localdb.runtime import find_java
from graph_service.settings import Settings

START_SECONDS = 180.0
KILL_GRACE_SECONDS = 15.0
POLL_SECONDS = 0.1


class PortTakenError(LocalDatabaseError):
    """Another program took the port between our look and the server's."""


def launch(settings: Settings, stopped: Instance, *, heap: str, fast: bool, progress: bool) -> Instance:
    """Start `stopped`, write its pid down at once, return it when it answers; raise LocalDatabaseError otherwise."""
    lock = load_lock(stopped.version)
    java = find_java(lock)
    jars = ensure_jars(settings, lock, progress=progress)
    home = stopped.home
    make_folders(home)
    try:
        write_private(home / "conf" / "neo4j.conf", config_text(lock.version, stopped.port, heap))
        if not has_store(home):
            set_first_password(java, jars, lock, home, stopped.password)
        # Before the process: a store whose password is lost would be of no use to anyone.
        save_instance(stopped)
        command = server_command(java, jars, lock, home, heap=heap, fast=fast)
        begin_logs(home)
        pid = process.spawn(command, home, console_file(home))
        running = replace(stopped, pid=pid, started=process.start_time(pid))
        save_instance(running)
    except OSError as error:
        raise unwritable(home, error) from error
    try:
        await_ready(running)
    except LocalDatabaseError:
        forget_verification(settings, lock.version)
        raise
    return running


def await_ready(running: Instance, seconds: float = START_SECONDS) -> None:
    """Return when the server answers on its port; raise LocalDatabaseError when its process ends or time is up."""
    deadline = time.monotonic() + seconds
    while not answers(running):
        if not process.is_alive(running.pid):
            raise _failed(running, f"The local Neo4j {running.version} ended while starting")
        if time.monotonic() > deadline:
            process.end(running.pid, KILL_GRACE_SECONDS)
            raise _failed(running, f"The local Neo4j did not answer within {seconds:.0f} seconds")
        time.sleep(POLL_SECONDS)


def answers(running: Instance) -> bool:
    """Return whether Bolt answers on the port and it is this very process that does, not one that was quicker."""
    return bolt_answers(running.port) and process.listens(running.pid, running.port)


def _failed(running: Instance, what: str) -> LocalDatabaseError:
    words = last_words(running.home)
    if PORT_TAKEN.search(words):
        return PortTakenError(f"{what}:\n{words}", f"Another program took port {running.port}: try again.")
    if "No space left" in words:
        hint = "The disk is full: free some space and run the same command again."
    else:
        hint = f"The whole log: {console_file(running.home)}. If the store is broken: graph-service db reset"
    return LocalDatabaseError(f"{what}:\n{words}", hint)
