"""Where the time of a read goes: the same read with one layer more each time; what it adds is what the layer costs."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from neo4j import READ_ACCESS
from pydantic import SecretStr
from starlette.types import ASGIApp, Message, Scope
from strawberry import Schema
from strawberry.extensions import ParserCache, ValidationCache

from bench.place import Place
from bench.questions import Question
from bench.service import body_of
from bench.timing import Call, measure
from bench.world import END
from graph_service.app.serving import create_app
from graph_service.domain.workspace import Workspace
from graph_service.graph.auth import local_admin
from graph_service.graph.driver import Database
from graph_service.graph.query import ReadQuery, Statement
from graph_service.graph.rows import to_row
from graph_service.graph.viewer import ViewerGateway
from graph_service.resolvers import queries
from graph_service.resolvers.context import Context
from graph_service.resolvers.graphql_app import make_schema
from graph_service.settings import Settings
from graph_service.web.executor import FastLeafExecutor
from graph_service.web.limits import Limits
from graph_service.web.masking import Masking, ReportingSchema

WARM_UP, ROUNDS, CALLS = 40, 5, 30
ROW_TYPES = {one.name: one.row for one in vars(queries).values() if isinstance(one, ReadQuery)}
Rows = list[dict[str, Any]]


class Spy(Database):
    """The same connections; keeps the last statement and its answer."""

    statement: Statement
    rows: Rows

    def __init__(self, database: Database) -> None:
        super().__init__(database._driver, database.connection)  # noqa: SLF001 - the same pool is meant

    async def read_now(self, statement: Statement, *, seconds: float = 5.0) -> Rows:
        """Read and remember."""
        self.statement = statement
        self.rows = await super().read_now(statement, seconds=seconds)
        return self.rows


class Replay(Spy):
    """Answers every read with what the spy saw, at once: what is left is the work of Python."""

    async def read_now(self, statement: Statement, *, seconds: float = 5.0) -> Rows:  # noqa: ARG002
        """Return the remembered answer."""
        return self.rows


@dataclass(frozen=True, slots=True)
class Asked:
    """One read as the schema is asked for it."""

    schema: Schema
    question: Question
    workspace: Workspace

    async def execute(self, database: Database) -> None:
        """Execute the document with a gateway of the local admin; fails on any error."""
        gateway = ViewerGateway(database, local_admin(self.workspace.workspace_id))
        context = Context(gateway, END, self.workspace.name, frozen=True, zone=self.workspace.zone)
        result = await self.schema.execute(
            self.question.document, variable_values=self.question.variables, context_value=context
        )
        if getattr(result, "errors", None):
            raise AssertionError(f"{self.question.name}: {result}")


async def break_down(place: Place, workspace: Workspace, question: Question) -> dict[str, Any]:
    """Return the median milliseconds of one read, layer upon layer, all in this process."""
    asked = Asked(_schema(), question, workspace)
    spy, replay = Spy(place.database), Replay(place.database)
    await asked.execute(spy)
    replay.rows = spy.rows
    statement, row_type = spy.statement, ROW_TYPES[spy.statement.operation]
    app = create_app(_settings(place, workspace))

    async def bare(text: str, params: dict[str, Any]) -> Rows:
        async with place.bare.session(database=place.connection.database, default_access_mode=READ_ACCESS) as session:
            return [
                dict(zip(record.keys(), record.values(), strict=True))
                async for record in await session.run(text, params)
            ]

    async def rows() -> object:
        return [to_row(record, row_type) for record in await place.database.read(statement)]

    params = {**question.params, "principal_ids": list(question.principals)}
    body = body_of(question.document, question.variables)
    async with app.router.lifespan_context(app):
        return await _layers(
            question.name,
            {
                "Cypher by hand": lambda: bare(question.plain, params),
                "Cypher by hand, with sight": lambda: bare(question.seeing, params),
                "our Cypher, bare driver": lambda: bare(statement.text, statement.params),
                "our Cypher, managed transaction": lambda: place.database.read(statement),
                "and typed rows": rows,
                "and GraphQL": lambda: asked.execute(place.database),
                "and the HTTP application": lambda: _request(app, body, workspace),
                "GraphQL alone, no database": lambda: asked.execute(replay),
            },
        )


async def _layers(name: str, layers: dict[str, Call]) -> dict[str, Any]:
    """Return the medians of all layers, measured in turns."""
    seconds: dict[str, list[float]] = {layer: [] for layer in layers}
    for call in layers.values():
        await measure(call, calls=WARM_UP)
    for _ in range(ROUNDS):
        for layer, call in layers.items():
            seconds[layer].append((await measure(call, calls=CALLS)).p50)
    return {"read": name, "ms": {layer: round(_middle(values), 3) for layer, values in seconds.items()}}


def _middle(values: Sequence[float]) -> float:
    return sorted(values)[len(values) // 2]


def _schema() -> Schema:
    """Return the schema as it is served."""
    return make_schema(
        "bench" * 8,
        extensions=[Masking, Limits, ParserCache, ValidationCache],
        execution_context_class=FastLeafExecutor,
        schema_class=ReportingSchema,
    )


def _settings(place: Place, workspace: Workspace) -> Settings:
    connection = place.connection
    return Settings.load().model_copy(
        update={
            "neo4j_uri": connection.uri, "neo4j_user": connection.user, "neo4j_database": connection.database,
            "neo4j_password": SecretStr(connection.password), "workspace": workspace.workspace_id, "dev": True,
        }
    )  # fmt: skip


async def _request(app: ASGIApp, body: bytes, workspace: Workspace) -> int:
    """Send one POST straight into the application; return its status."""
    status = 0
    headers = [
        (b"host", b"127.0.0.1"), (b"content-type", b"application/json"), (b"content-length", str(len(body)).encode()),
        (b"x-workspace", workspace.workspace_id.encode()),
    ]  # fmt: skip
    scope: Scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "POST", "scheme": "http",
        "path": "/graphql", "raw_path": b"/graphql", "query_string": b"", "root_path": "", "headers": headers,
        "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 80),
    }  # fmt: skip

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Message) -> None:
        nonlocal status
        status = message.get("status", status)

    await app(scope, receive, send)
    if status != 200:
        raise AssertionError(f"the application answered {status}")
    return status
