"""The text of neo4j.conf for one version and heap: loopback only, no reach outwards, a small store.

Neo4j checks names strictly: one name unknown to a version stops the start, so the text is made per version.
Every line was run on both locked versions (design facts, sections 8 and 13).
"""

import re

from graph_service.errors import UsageError

# Stops in under a second instead of 5 to 11; no quiet period is needed, as clients close their drivers first.
QUICK_STOP = (
    "internal.dbms.bolt.netty_server_shutdown_timeout=1s",
    "internal.server.bolt.thread_pool_shutdown_wait_time=1s",
    "internal.server.bolt.connection_shutdown_wait_time=1s",
    "db.shutdown_transaction_end_timeout=1s",
)


def heap_megabytes(heap: str) -> int:
    """Return a heap size such as `512m` or `2g` in megabytes; raise UsageError below 256m or on any other text."""
    match = re.fullmatch(r"(\d+)([mg])", heap.strip().lower())
    size = int(match[1]) * (1024 if match[2] == "g" else 1) if match else 0
    if size < 256:
        raise UsageError(f"Heap size {heap!r} is not one of 256m and up.", "Write it as 512m or 2g.")
    return size


def config_text(version: str, port: int, heap: str) -> str:
    """Return neo4j.conf for `version`, listening on `port` of the loopback interface only.

    One transaction may fill a quarter of the heap and all together three eighths, so a runaway query is refused
    and the server lives on (512m gives the measured 128m and 192m).
    """
    size = heap_megabytes(heap)
    lines = (
        "server.default_listen_address=127.0.0.1",
        f"server.bolt.listen_address=127.0.0.1:{port}",
        f"server.bolt.advertised_address=127.0.0.1:{port}",
        "server.http.enabled=false",
        # READ mode alone does not stop LOAD CSV from reading files or calling out.
        "server.directories.import=import",
        "dbms.security.allow_csv_import_from_file_urls=false",
        "internal.dbms.cypher_ip_blocklist=0.0.0.0/0,::/0",
        "db.transaction.timeout=120s",
        "db.lock.acquisition.timeout=10s",
        f"db.memory.transaction.max={size // 4}m",
        f"dbms.memory.transaction.total.max={size * 3 // 8}m",
        f"server.memory.pagecache.size={size // 4}m",
        # A plan of ours takes up to half a megabyte; the usual thousand of them would fill a small heap.
        f"server.memory.query_cache.per_db_cache_num_entries={size // 2}",
        # 11 MB instead of 516 MB on an empty store.
        "db.tx_log.preallocate=false",
        "db.tx_log.rotation.size=16m",
        "db.tx_log.rotation.retention_policy=keep_none",
        "dbms.usage_report.enabled=false",
        quiet_period(version),
        *QUICK_STOP,
    )
    return "\n".join(lines) + "\n"


def quiet_period(version: str) -> str:
    """Return the one quick-stop setting whose name and unit differ: 5.x counts seconds, later versions take a unit."""
    name = "internal.dbms.bolt.netty_server_shutdown_quiet_period"
    return f"{name}=0" if version.startswith("5.") else f"{name}_duration=0s"
