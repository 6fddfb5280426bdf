"""The server's two logs of one start: keeps them apart from earlier ones, and says in a few lines why it failed."""

import re
from pathlib import Path

MEANINGFUL = re.compile(r"\bERROR\b|\bFATAL\b|Caused by|\w*(Exception|Error)\b|Unrecognized|already in use|\bFailed\b")
NOISE = re.compile(r"^\s*at |^\s*\.\.\. \d+ more|^WARNING: ")
PORT_TAKEN = re.compile(r"already in use|PortBindException")
KEPT = 6
READ_BYTES = 65536


def console_file(home: Path) -> Path:
    """Return the file that takes the server's standard output and errors, emptied at each start."""
    return home / "logs" / "console.log"


def begin_logs(home: Path) -> None:
    """Lay the last start's log aside, so that what is read after a failure belongs to this start."""
    log = home / "logs" / "neo4j.log"
    if log.exists():
        log.replace(log.with_name("neo4j.log.before"))


def last_words(home: Path) -> str:
    """Return the last lines (at most six, newest last) of this start that say what went wrong; no stack trace."""
    lines = [*_tail(home / "logs" / "neo4j.log"), *_tail(console_file(home))]
    quiet = [line.strip() for line in lines if line.strip() and not NOISE.search(line)]
    telling = [line for line in quiet if MEANINGFUL.search(line)]
    chosen = list(dict.fromkeys(line[:400] for line in (telling or quiet)))
    return "\n".join(chosen[-KEPT:]) or "(the server wrote nothing)"


def _tail(file: Path) -> list[str]:
    try:
        with file.open("rb") as stream:
            stream.seek(max(0, file.stat().st_size - READ_BYTES))
            return stream.read().decode("utf-8", "replace").splitlines()
    except OSError:
        return []
