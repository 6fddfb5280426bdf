"""The service as users run it: its own process on loopback; and clients that ask it over HTTP."""

import http.client
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from time import perf_counter
from typing import Any

from bench.timing import Times, times_of
from graph_service.domain.workspace import Workspace
from graph_service.graph.driver import Connection
from graph_service.localdb.probe import free_port

START_SECONDS = 90.0
RUN = "import sys; from graph_service.cli.main import main; sys.exit(main())"


@dataclass(frozen=True, slots=True)
class Service:
    """A serving process."""

    port: int
    pid: int
    workspace_id: str

    def ask(self, connection: http.client.HTTPConnection, body: bytes) -> bytes:
        """Return the answer to one POST over an open connection."""
        headers = {"content-type": "application/json", "x-workspace": self.workspace_id}
        connection.request("POST", "/graphql", body, headers)
        return connection.getresponse().read()

    def answer(self, document: str, variables: dict[str, Any]) -> dict[str, Any]:
        """Return the data of a document; fails on any error."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        reply = json.loads(self.ask(connection, body_of(document, variables)))
        connection.close()
        if reply.get("errors"):
            raise AssertionError(f"the service answered with errors: {reply['errors']}")
        data: dict[str, Any] = reply["data"]
        return data

    def measure(self, body: bytes, *, calls: int, clients: int = 1) -> Times:
        """Return the times of `calls` requests by `clients`, each over a connection that stays open."""
        started = perf_counter()
        with ThreadPoolExecutor(clients) as pool:
            parts = list(pool.map(lambda _: self._client(body, max(1, calls // clients)), range(clients)))
        return times_of([one for part in parts for one in part], perf_counter() - started)

    def _client(self, body: bytes, calls: int) -> list[float]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        seconds = []
        for _ in range(calls):
            started = perf_counter()
            self.ask(connection, body)
            seconds.append(perf_counter() - started)
        connection.close()
        return seconds


def body_of(document: str, variables: dict[str, Any]) -> bytes:
    """Return the body of a GraphQL request."""
    return json.dumps({"query": document, "variables": variables}).encode()


@contextmanager
def serving(connection: Connection, workspace: Workspace) -> Iterator[Service]:
    """Run `graph-service serve` for a block, as its command line does, in development mode."""
    port = free_port(0)
    environment = {
        **os.environ,
        "NEO4J_URI": connection.uri, "NEO4J_USER": connection.user, "NEO4J_PASSWORD": connection.password,
        "NEO4J_DATABASE": connection.database,
    }  # fmt: skip
    process = subprocess.Popen(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", RUN, "serve", "--dev", "--port", str(port)],
        env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        _await_ready(port, process)
        yield Service(port, process.pid, workspace.workspace_id)
    finally:
        process.terminate()
        process.wait(20)


def _await_ready(port: int, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", "/readyz")
            if connection.getresponse().status == http.client.OK:
                return
        except OSError:
            pass
        time.sleep(0.2)
    raise AssertionError("the service did not come up")
