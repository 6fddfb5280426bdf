"""What one request carries to its resolvers. Made by the edge; nothing here reads a clock or a store."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo

import strawberry
from strawberry.schema.config import StrawberryConfig
from strawberry.types.info import Info as StrawberryInfo

from graph_service.domain.forgetting import Forgetting
from graph_service.domain.identity_rulings import IdentityDesk
from graph_service.domain.recomputing import Recomputing
from graph_service.errors import UsageError
from graph_service.graph.viewer import ViewerGateway
from graph_service.resolvers.cursors import Cursors
from graph_service.schema.ids import Kind, decode_id, encode_id


@dataclass(frozen=True, slots=True)
class Context:
    """A viewer's gateway into one workspace, and what "now" means there (`workspace.now(clock)`).

    `zone` is the workspace's zone: its days are the days of the facts (decision 7); `country` is whose public holidays
    are no business days. `desk` decides who is who, `recomputing` works facts out again, `forgetting` forgets people; a
    service that only reads has none of them.
    """

    gateway: ViewerGateway
    now: datetime
    workspace_name: str
    frozen: bool = False
    request_id: str = ""
    zone: tzinfo = UTC
    country: str = ""
    desk: IdentityDesk | None = None
    recomputing: Recomputing | None = None
    forgetting: Forgetting | None = None

    @property
    def workspace_id(self) -> str:
        """Return the workspace of the viewer, the only one this request can reach."""
        return self.gateway.viewer.workspace_id

    def id_of(self, kind: Kind, uid: str) -> strawberry.ID:
        """Return the API id of a thing of this workspace."""
        return strawberry.ID(encode_id(kind, self.workspace_id, uid))

    def uid_of(self, kind: Kind, api_id: str) -> str | None:
        """Return the uid behind an API id, or None: such a thing cannot exist here."""
        return decode_id(api_id, kind, self.workspace_id)


@dataclass
class SchemaConfig(StrawberryConfig):
    """Strawberry's settings of a schema, and the signer of its cursors."""

    cursors: Cursors = field(kw_only=True)


Info = StrawberryInfo[Context, None]


def context_of(info: Info) -> Context:
    """Return the request's context."""
    return info.context


def desk_of(info: Info) -> IdentityDesk:
    """Return the side that decides who is who; raises `UsageError` where there is none."""
    desk = context_of(info).desk
    if desk is None:
        raise UsageError("this service only reads", "decide at the service that loads the data")
    return desk


def recomputing_of(info: Info) -> Recomputing:
    """Return the side that infers; raises `UsageError` where there is none."""
    recomputing = context_of(info).recomputing
    if recomputing is None:
        raise UsageError("this service only reads", "decide at the service that loads the data")
    return recomputing


def cursors_of(info: Info) -> Cursors:
    """Return what signs the cursors of the schema that is running."""
    config = info.schema.config
    assert isinstance(config, SchemaConfig), "the schema was not made by make_schema"
    return config.cursors
