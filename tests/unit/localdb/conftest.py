"""A small Maven repository on the loopback interface, made of bytes invented here. No test below uses a network."""

import hashlib
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from graph_service.localdb.lock import Lock, LockedJar
from graph_service.localdb.sources import Sources
from graph_service.settings import Settings


@dataclass
class Repository:
    """What the server holds (path → bytes), what it was asked for, which paths it breaks off or refuses,
    and whether a path breaks off only once (`healing`)."""

    files: dict[str, bytes] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)
    refused: set[str] = field(default_factory=set)
    healing: bool = False
    url: str = ""

    @property
    def sources(self) -> Sources:
        return Sources({"central": self.url})

    def add(self, name: str, content: bytes) -> LockedJar:
        """Offer a jar and return its lock entry."""
        jar = LockedJar(f"org.graph.example:{name}:1.0", hashlib.sha256(content).hexdigest(), len(content))
        self.files[f"/{jar.path}"] = content
        return jar

    def jars_asked(self) -> list[str]:
        return sorted(path.rsplit("/", 1)[1] for path in self.asked if path.endswith(".jar"))


@pytest.fixture
def repository() -> Iterator[Repository]:
    """Serve a repository for one test."""
    state = Repository()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            state.asked.append(self.path)
            content = state.files.get(self.path)
            if content is None or self.path in state.refused:
                self.send_error(404)
                return
            self.send_response(200)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content[: len(content) // 2] if self.path in state.broken else content)
            if state.healing:
                state.broken.discard(self.path)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    state.url = f"http://127.0.0.1:{server.server_address[1]}"
    yield state
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Return settings whose every folder lies below the test's own."""
    monkeypatch.setenv("M2_REPO", str(tmp_path / "m2" / "repository"))
    return Settings(
        cache_dir=tmp_path / "cache", data_dir=tmp_path / "data", project_dir=tmp_path / "project", neo4j_uri=""
    )


@pytest.fixture
def three_jars(repository: Repository) -> Lock:
    """Return the lock of a version made of three small jars that the repository offers."""
    jars = tuple(repository.add(name, name.encode() * 4000) for name in ("alpha", "beta", "gamma"))
    return Lock("1.2.3", (25,), "Server", "Admin", jars)
