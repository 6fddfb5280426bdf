"""Owns the promise of the development mode: nobody but this machine is served, as everybody is admin there."""

from ipaddress import ip_address

from graph_service.errors import UsageError

LOOPBACK_HOSTS = ("localhost", "127.0.0.1", "[::1]")
"""What a browser on this machine puts into `Host`. A page that rebinds its name to loopback sends its own name."""


def is_loopback(host: str) -> bool:
    """Tell whether a host to bind to is this machine alone. Other names are not looked up, so they are not."""
    if host.lower() == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def refuse_unless_loopback(host: str) -> None:
    """Raise `UsageError` unless the development mode would be bound to this machine alone."""
    if not is_loopback(host):
        raise UsageError(
            f"Development mode is refused on host {host!r}: it answers everyone as an admin.",
            "Bind to 127.0.0.1, or leave development mode off and mint a token.",
        )


def allowed_hosts(host: str) -> list[str]:
    """Return the `Host` values served in development mode when bound to this host."""
    own = f"[{host.strip('[]')}]" if ":" in host else host
    return list(dict.fromkeys((*LOOPBACK_HOSTS, own.lower())))
