"""Writes `docs/schema.graphql` anew: `python -m tests.graphql.renew_schema`."""

from graph_service.resolvers.graphql_app import make_schema
from tests.graphql.test_schema import SNAPSHOT

if __name__ == "__main__":
    SNAPSHOT.write_text(f"{make_schema('').as_str()}\n", encoding="utf-8")
