"""What a result was measured on: the commit and the machine. Names no host and no path."""

import os
import platform
import subprocess
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import psutil  # type: ignore[import-untyped, unused-ignore]

REPOSITORY = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Machine:
    """The machine and the versions. `load` is how many processes wanted a core in the minute before."""

    commit: str
    changed: bool
    cores: int
    memory_gb: float
    load: float
    system: str
    python: str
    neo4j: str

    def as_dict(self) -> dict[str, Any]:
        """Return everything as plain data."""
        return asdict(self)


def this_machine(neo4j: str) -> Machine:
    """Return what this run is measured on; `neo4j` is the server's version."""
    return Machine(
        commit=_git("rev-parse", "--short", "HEAD") or "unknown",
        changed=bool(_git("status", "--porcelain", "--untracked-files=no")),
        cores=psutil.cpu_count() or os.cpu_count() or 1,
        memory_gb=round(psutil.virtual_memory().total / 2**30, 1),
        load=round(psutil.getloadavg()[0], 2),
        system=platform.system(),
        python=platform.python_version(),
        neo4j=neo4j,
    )


def _git(*arguments: str) -> str:
    try:
        done = subprocess.run(  # noqa: S603 - fixed arguments
            ["git", *arguments],  # noqa: S607 - the user's own git
            cwd=REPOSITORY, capture_output=True, text=True, timeout=20, check=True,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.strip()
