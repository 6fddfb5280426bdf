"""The checked-in locks: which jars make one Neo4j version, and what runs them. Reads package data only."""

import json
from dataclasses import dataclass
from importlib import resources
from pathlib import PurePosixPath
from typing import Any

from graph_service.errors import LocalDatabaseError


@dataclass(frozen=True, slots=True)
class LockedJar:
    """One jar: Maven coordinate (group:artifact:version[:classifier]), sha256 in hex, size in bytes."""

    coordinate: str
    sha256: str
    size: int

    @property
    def path(self) -> PurePosixPath:
        """Return the jar's path inside a Maven repository."""
        group, artifact, version, *classifier = self.coordinate.split(":")
        name = "-".join([artifact, version, *classifier]) + ".jar"
        return PurePosixPath(*group.split("."), artifact, version, name)


@dataclass(frozen=True, slots=True)
class Lock:
    """One Neo4j version: its jars in class path order, the Java releases that run it, its main classes."""

    version: str
    java: tuple[int, ...]
    server_class: str
    admin_class: str
    jars: tuple[LockedJar, ...]


def parse_lock(text: str) -> Lock:
    """Return the lock that `tools/lock_jars.py` wrote; raise ValueError or KeyError on any other text."""
    raw: dict[str, Any] = json.loads(text)
    jars = tuple(LockedJar(jar["coordinate"], jar["sha256"], jar["size"]) for jar in raw["jars"])
    for jar in jars:
        if len(jar.sha256) != 64 or len(jar.coordinate.split(":")) not in (3, 4) or ".." in str(jar.path):
            raise ValueError(f"not a locked jar: {jar}")
    return Lock(raw["version"], tuple(raw["java"]), raw["server_class"], raw["admin_class"], jars)


def locked_versions() -> list[str]:
    """Return the versions with a lock, newest first."""
    files = (resources.files("graph_service.localdb") / "locks").iterdir()
    names = [file.name.removesuffix(".json") for file in files if file.name.endswith(".json")]
    return sorted(names, key=version_key, reverse=True)


def version_key(version: str) -> tuple[int, ...]:
    """Return the version as numbers, so that 5.26.9 sorts before 5.26.30 and both before 2026.08.1."""
    return tuple(int(part) if part.isdigit() else 0 for part in version.split("."))


def load_lock(version: str) -> Lock:
    """Return the lock of `version`; raise LocalDatabaseError that lists the known ones when there is none."""
    known = locked_versions()
    if version not in known:
        raise LocalDatabaseError(
            f"There is no local Neo4j {version or '(empty version)'}; known versions: {', '.join(known)}.",
            "Set GRAPH_SERVICE_NEO4J_VERSION to one of them, or leave it unset; or set NEO4J_URI to a server of yours.",
        )
    file = resources.files("graph_service.localdb") / "locks" / f"{version}.json"
    return parse_lock(file.read_text(encoding="utf-8"))
