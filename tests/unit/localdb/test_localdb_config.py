"""neo4j.conf: safe on both versions, and only names that each version knows."""

import pytest

from graph_service.errors import UsageError
from graph_service.localdb.config import config_text, heap_megabytes

VERSIONS = ["2026.08.1", "5.26.30"]


def pairs(text: str) -> dict[str, str]:
    return dict(line.split("=", 1) for line in text.splitlines())


@pytest.mark.parametrize("version", VERSIONS)
def test_it_listens_on_loopback_only_and_reaches_nothing_outside(version: str) -> None:
    conf = pairs(config_text(version, 17687, "512m"))
    assert conf["server.bolt.listen_address"] == "127.0.0.1:17687"
    assert conf["server.bolt.advertised_address"] == "127.0.0.1:17687"
    assert conf["server.default_listen_address"] == "127.0.0.1"
    assert conf["server.http.enabled"] == "false"
    assert conf["dbms.security.allow_csv_import_from_file_urls"] == "false"
    assert conf["internal.dbms.cypher_ip_blocklist"] == "0.0.0.0/0,::/0"
    assert conf["dbms.usage_report.enabled"] == "false"


@pytest.mark.parametrize("version", VERSIONS)
def test_it_stays_small_on_disk_and_bounds_a_query(version: str) -> None:
    conf = pairs(config_text(version, 7687, "512m"))
    assert conf["db.tx_log.preallocate"] == "false"
    assert conf["db.transaction.timeout"] == "120s"
    assert conf["db.memory.transaction.max"] == "128m"
    assert conf["dbms.memory.transaction.total.max"] == "192m"
    assert conf["server.memory.query_cache.per_db_cache_num_entries"] == "256"


def test_the_one_name_that_differs_is_written_as_each_version_knows_it() -> None:
    name = "internal.dbms.bolt.netty_server_shutdown_quiet_period"
    assert pairs(config_text("5.26.30", 7687, "512m"))[name] == "0"
    assert pairs(config_text("2026.08.1", 7687, "512m"))[f"{name}_duration"] == "0s"
    assert name not in pairs(config_text("2026.08.1", 7687, "512m"))


def test_no_setting_is_written_twice() -> None:
    lines = config_text("2026.08.1", 7687, "1g").splitlines()
    assert len(pairs("\n".join(lines))) == len(lines)


@pytest.mark.parametrize(("heap", "size"), [("512m", 512), ("2g", 2048), (" 1G ", 1024)])
def test_heap_sizes_are_read(heap: str, size: int) -> None:
    assert heap_megabytes(heap) == size


@pytest.mark.parametrize("heap", ["", "lots", "512", "64m", "-1g", "1.5g"])
def test_a_heap_that_cannot_be_meant_is_refused(heap: str) -> None:
    with pytest.raises(UsageError, match="Heap size"):
        heap_megabytes(heap)
