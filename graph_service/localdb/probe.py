"""Asks a TCP port two questions: is it free, and does a Bolt server answer there. Logs in nowhere."""

import socket

LOOPBACK = "127.0.0.1"
DEFAULT_PORT = 7687
# Bolt's greeting: magic number, then four offers of protocol versions (5.0 to 5.4, 4.4, none, none).
HANDSHAKE = bytes.fromhex("6060b01700040405000004040000000000000000")


def bolt_answers(port: int, timeout: float = 2.0) -> bool:
    """Return whether a Bolt server on the loopback interface accepts one of our protocol versions."""
    try:
        with socket.create_connection((LOOPBACK, port), timeout=timeout) as connection:
            connection.settimeout(timeout)
            connection.sendall(HANDSHAKE)
            answer = connection.recv(4)
    except OSError:
        return False
    return len(answer) == 4 and any(answer) and answer != b"HTTP"


def port_is_free(port: int) -> bool:
    """Return whether a server could listen on this loopback port now."""
    with socket.socket() as candidate:
        candidate.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            candidate.bind((LOOPBACK, port))
        except OSError:
            return False
    return True


def free_port(preferred: int = DEFAULT_PORT) -> int:
    """Return the first free port from `preferred` on (20 are tried), else any; with 0 any free port."""
    nearby = range(preferred, min(preferred + 20, 65536)) if preferred else ()
    for port in nearby:
        if port_is_free(port):
            return port
    with socket.socket() as candidate:
        candidate.bind((LOOPBACK, 0))
        return int(candidate.getsockname()[1])
