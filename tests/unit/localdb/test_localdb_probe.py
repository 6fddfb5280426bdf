"""The probe: free ports and Bolt's greeting."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from graph_service.localdb.probe import HANDSHAKE, bolt_answers, free_port, port_is_free


@contextmanager
def listener(answer: bytes) -> Iterator[int]:
    """Listen on a free port, read one greeting, answer it, close."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            connection, _ = server.accept()
            with connection:
                assert connection.recv(64) == HANDSHAKE
                connection.sendall(answer)

        thread = threading.Thread(target=serve)
        thread.start()
        yield int(server.getsockname()[1])
        thread.join()


def test_a_bolt_server_is_recognised() -> None:
    with listener(bytes([0, 0, 4, 5])) as port:
        assert bolt_answers(port)


@pytest.mark.parametrize("answer", [bytes(4), b"HTTP/1.1 400 Bad Request\r\n", b"", b"\x05"])
def test_whatever_else_answers_is_not_a_bolt_server(answer: bytes) -> None:
    with listener(answer) as port:
        assert not bolt_answers(port)


def test_any_free_port_is_a_real_one() -> None:
    assert free_port(0) > 1023


def test_a_closed_port_does_not_answer() -> None:
    assert not bolt_answers(free_port(0))


def test_a_taken_port_is_not_free_and_another_is_chosen() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        taken = int(server.getsockname()[1])
        assert not port_is_free(taken)
        assert free_port(taken) != taken


def test_a_free_port_that_is_wished_for_is_taken() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        wished = int(server.getsockname()[1])
    assert free_port(wished) == wished
