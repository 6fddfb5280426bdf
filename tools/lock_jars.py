"""Write the lock of one Neo4j version: every jar with its Maven coordinate, sha256 and size, in class path order.

Run once for each version that the product offers, and check the result in:

    python tools/lock_jars.py 2026.08.1 --java 25 --server org.neo4j.server.Neo4jCommunity
    python tools/lock_jars.py 5.26.30 --java 17 --java 21 --server org.neo4j.server.CommunityEntryPoint

The resolver is jgo's own (pure Python); repositories come from its settings, so a Maven mirror is respected.
The lock holds no host. It may not be edited by hand.
"""

import argparse
import hashlib
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import jgo

MAIN_ARTIFACTS = ("org.neo4j:neo4j", "org.neo4j.app:neo4j-server")
ADMIN_CLASS = "org.neo4j.server.startup.Neo4jAdminCommand"
LOCKS = Path(__file__).parent.parent / "graph_service" / "localdb" / "locks"


def lock_entry(artifact: Any) -> dict[str, str | int]:
    """Download one artifact (checked by jgo against the repository's own sum) and return its lock entry."""
    content = artifact.resolve().read_bytes()
    parts = [artifact.groupId, artifact.artifactId, artifact.version]
    coordinate = ":".join([*parts, artifact.classifier] if artifact.classifier else parts)
    return {"coordinate": coordinate, "sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}


def lock_text(version: str, java: list[int], server_class: str, jars: list[dict[str, str | int]]) -> str:
    """Return the lock file's text: one jar a line, so that a change of version reads well as a diff."""
    head = {"version": version, "java": java, "server_class": server_class, "admin_class": ADMIN_CLASS}
    lines = ",\n".join(f"    {json.dumps(jar)}" for jar in jars)
    return json.dumps(head, indent=2)[:-2] + f',\n  "jars": [\n{lines}\n  ]\n}}\n'


def main() -> None:
    """Resolve, download, hash and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("version")
    parser.add_argument("--java", type=int, action="append", required=True, help="a Java release that runs it")
    parser.add_argument("--server", required=True, help="the server's main class")
    options = parser.parse_args()
    artifacts = jgo.resolve("+".join(f"{name}:{options.version}" for name in MAIN_ARTIFACTS))
    if unlocked := [str(artifact) for artifact in artifacts if artifact.packaging != "jar"]:
        parser.error(f"not jars: {unlocked}")
    with ThreadPoolExecutor(12) as pool:
        jars = list(pool.map(lock_entry, artifacts))
    target = LOCKS / f"{options.version}.json"
    target.write_text(lock_text(options.version, options.java, options.server, jars), encoding="utf-8")
    print(f"{target.name}: {len(jars)} jars, {sum(int(jar['size']) for jar in jars) // 10**6} MB")


if __name__ == "__main__":
    main()
