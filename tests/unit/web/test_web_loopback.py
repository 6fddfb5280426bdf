"""Development mode serves this machine only (decision 24; ecosystem: auth)."""

import pytest

from graph_service.errors import UsageError
from graph_service.web.loopback import allowed_hosts, refuse_unless_loopback


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "::1", "[::1]", "localhost", "LOCALHOST"])
def test_hosts_of_this_machine_are_accepted(host: str) -> None:
    refuse_unless_loopback(host)


@pytest.mark.parametrize(
    "host", ["0.0.0.0", "::", "192.0.2.7", "", "localhost.acme.example", "my-laptop", "127.0.0.1.acme.example"]
)
def test_any_other_host_is_refused_with_a_way_out(host: str) -> None:
    with pytest.raises(UsageError) as caught:
        refuse_unless_loopback(host)
    assert "127.0.0.1" in caught.value.hint


def test_the_bound_address_is_among_the_served_names() -> None:
    assert "127.0.0.2" in allowed_hosts("127.0.0.2")
    assert "[::1]" in allowed_hosts("::1")
