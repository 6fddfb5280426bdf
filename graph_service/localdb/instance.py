"""One local server and its instance file (mode 0600): where it listens, who may log in, which process it is.

Owns the file's form and the place of a project's home folder. Starts and stops nothing.
"""

import hashlib
import json
import os
import re
import secrets
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Self

from graph_service.errors import LocalDatabaseError
from graph_service.settings import Settings

FILE_NAME = "instance.json"
USER = "neo4j"


@dataclass(frozen=True, slots=True)
class Instance:
    """A local server. `pid` is 0 while it is stopped; `started` is its process start time (seconds since 1970)."""

    uri: str
    user: str
    password: str = field(repr=False)
    port: int
    pid: int
    version: str
    home: Path
    started: float = 0.0

    @classmethod
    def at_port(cls, home: Path, port: int, version: str, password: str) -> Self:
        """Return a stopped instance that will listen on `port` of the loopback interface."""
        return cls(f"bolt://127.0.0.1:{port}", USER, password, port, 0, version, home)


def new_password() -> str:
    """Return a random password of 192 bits; it begins with a letter, as tools take a leading `-` for an option."""
    return "n" + secrets.token_urlsafe(24)


def default_home(settings: Settings) -> Path:
    """Return the home folder of the settings' project: a readable name, made unique by a hash of the full path."""
    project = settings.project_dir.resolve()
    name = re.sub(r"[^A-Za-z0-9_.-]+", "-", project.name).strip("-.") or "project"
    mark = hashlib.sha256(os.fsencode(project)).hexdigest()[:12]
    return settings.data_dir / "instances" / f"{name[:40]}-{mark}"


def load_instance(home: Path) -> Instance | None:
    """Return what the instance file of `home` says, or None when there is none.

    Raises LocalDatabaseError when the file cannot be read: its password is the only key to the store.
    """
    file = home / FILE_NAME
    try:
        raw = json.loads(file.read_text(encoding="utf-8"))
        return Instance(**{**raw, "home": home})
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError) as error:
        raise LocalDatabaseError(
            f"{file} cannot be read ({error}).",
            "Put the file back from a backup, or begin anew with: graph-service db reset",
        ) from error


def save_instance(instance: Instance) -> None:
    """Write the instance file so that readers see the old or the new one, never half; only the owner may read it."""
    file = instance.home / FILE_NAME
    fields = {key: value for key, value in asdict(instance).items() if key != "home"}
    draft = file.with_suffix(".tmp")
    write_private(draft, json.dumps(fields, indent=2) + "\n")
    draft.replace(file)


def write_private(file: Path, text: str) -> None:
    """Write `text` to a fresh file that only its owner may read (mode 0600 from the first byte on)."""
    file.unlink(missing_ok=True)
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
        stream.write(text)
