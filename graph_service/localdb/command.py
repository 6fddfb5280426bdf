"""The Java command lines: the server, and the one that sets the first password. Starts no server.

Class path and password go through argument files (`java @file`), so neither shows in a process list.
"""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

from graph_service.errors import LocalDatabaseError
from graph_service.localdb.config import heap_megabytes
from graph_service.localdb.instance import write_private
from graph_service.localdb.lock import Lock
from graph_service.localdb.process import HOME_OPTION

OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")
FAST = "-XX:TieredStopAtLevel=1"
# 421 MB resident instead of 630 with G1 at this heap size, and no slower.
COLLECTOR = "-XX:+UseSerialGC"
PASSWORD_SECONDS = 120


def server_command(java: Path, jars: Sequence[Path], lock: Lock, home: Path, *, heap: str, fast: bool) -> list[str]:
    """Return the command that runs the server in the foreground; writes the class path file in `home`."""
    class_path = home / "run" / "class-path.args"
    write_private(class_path, _class_path(jars))
    size = heap_megabytes(heap)
    return [
        str(java),
        f"-Xms{min(size, 512)}m",
        f"-Xmx{size}m",
        COLLECTOR,
        *([FAST] if fast else []),
        *(f"--add-opens=java.base/{name}=ALL-UNNAMED" for name in OPENED),
        "--enable-native-access=ALL-UNNAMED",
        "-Dlog4j2.disable.jmx=true",
        "-Dfile.encoding=UTF-8",
        f"@{class_path}",
        lock.server_class,
        f"{HOME_OPTION}{home}",
        f"--config-dir={home / 'conf'}",
    ]


def set_first_password(java: Path, jars: Sequence[Path], lock: Lock, home: Path, password: str) -> None:
    """Set the password of an empty store with Neo4j's own command (about two seconds); raise LocalDatabaseError."""
    arguments = home / "run" / "first-password.args"
    write_private(arguments, f"{_class_path(jars)}{lock.admin_class} dbms set-initial-password {_quote(password)}\n")
    try:
        subprocess.run(  # noqa: S603 - our own command, no shell
            [str(java), FAST, COLLECTOR, f"-Dbasedir={home}", f"@{arguments}"],
            env={"NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")},
            cwd=home,
            capture_output=True,
            text=True,
            timeout=PASSWORD_SECONDS,
            check=True,
        )
    except (OSError, subprocess.SubprocessError) as error:
        said = str(getattr(error, "stderr", "") or error).replace(password, "***").strip()
        raise LocalDatabaseError(
            f"The password of the local Neo4j could not be set: {said[-300:]}", f"Look into {home}; then try again."
        ) from None
    finally:
        arguments.unlink(missing_ok=True)


def _class_path(jars: Sequence[Path]) -> str:
    return f"-cp {_quote(os.pathsep.join(str(jar) for jar in jars))}\n"


def _quote(text: str) -> str:
    """Return `text` as one quoted word of a Java argument file."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
