"""What runs in a process of its own, so that its memory is its own.

python -m bench.child read MBOX              read a mailbox through connector and reading, keep nothing
python -m bench.child load WORLD WORKSPACE   load a world into a workspace of the server in NEO4J_URI
"""

import asyncio
import json
import sys
from pathlib import Path
from typing import Any

from bench.ingest import load
from bench.place import opened
from bench.world import END, OUR_DOMAIN, SIZES, World
from graph_service.domain.workspace import Workspace
from graph_service.graph.workspaces import open_workspace
from graph_service.ingest.connector import MailRecord
from graph_service.ingest.connectors.mail import MailConfig, MailConnector
from graph_service.ingest.mail_facts import read_mail
from graph_service.settings import Settings


async def read_mailbox(path: Path) -> dict[str, Any]:
    """Read every mail of a mailbox as ingest does, and let go of it; return the counts."""
    workspace = Workspace("bench", "bench", (OUR_DOMAIN,), "UTC", "US", "salt")
    connector = MailConnector(MailConfig(path=path, latest=END))
    counts = {"mails": 0, "asks": 0, "rejected": 0}
    for source in connector.sources():
        async for record in connector.records(source):
            if isinstance(record, MailRecord):
                counts["mails"] += 1
                counts["asks"] += len(read_mail(record, workspace).asks)
            else:
                counts["rejected"] += 1
    return counts


async def load_world(name: str, workspace_id: str) -> dict[str, Any]:
    """Load a world into an empty workspace."""
    async with opened(Settings.load(), keep=True) as place:
        return await load(place, World(SIZES[name]), await open_workspace(place.database, workspace_id))


def main(arguments: list[str]) -> int:
    """Do what the arguments say; print the outcome as JSON."""
    match arguments:
        case ["read", path]:
            outcome = asyncio.run(read_mailbox(Path(path)))
        case ["load", name, workspace_id]:
            outcome = asyncio.run(load_world(name, workspace_id))
        case _:
            print(__doc__, file=sys.stderr)
            return 2
    print(json.dumps(outcome))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
