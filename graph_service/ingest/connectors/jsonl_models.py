"""The lines that our own JSON Lines format is made of: people, accounts and interactions, with what each field means.

The JSON Schema in `docs/json-lines.schema.json` is made of these models. Unknown fields are refused, so that a
misspelt one is found.
"""

from datetime import UTC, date, datetime
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, TypeAdapter, model_validator

from graph_service.ingest.connectors.mail_addresses import clean_address

Text = Annotated[str, Field(max_length=1_000)]
Key = Annotated[str, Field(min_length=1, max_length=200)]
Words = Annotated[str, Field(max_length=200_000)]


def _address(text: str) -> str:
    found = clean_address(text)
    if text.strip() and not found:
        raise ValueError("not a mail address")
    return found


def _in_utc(moment: datetime) -> datetime:
    if not 1970 <= moment.year <= 2199:
        raise ValueError("not a likely year")
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _as_moment(value: Any) -> Any:
    """Numbers are refused: they may mean seconds or milliseconds."""
    if isinstance(value, (int, float)):
        raise ValueError("write a time as text, such as 2026-03-01T09:00:00Z")  # noqa: TRY004  # pydantic wants it
    return value


Email = Annotated[str, AfterValidator(_address), Field(max_length=320)]
Moment = Annotated[datetime, BeforeValidator(_as_moment), AfterValidator(_in_utc)]


class _Line(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Person(_Line):
    """A name with an address, or one of them."""

    email: Email = ""
    name: Text = ""


class Invited(Person):
    """Somebody invited to a meeting, and the answer."""

    response: Literal["accepted", "declined", "tentative", "needs_action", "delegated"] = "needs_action"
    is_room: bool = False


class Speech(_Line):
    """One stretch of speech in a call; `start` and `end` are seconds from its beginning."""

    speaker: Text = ""
    text: Words
    start: float = Field(default=0.0, ge=0)
    end: float = Field(default=0.0, ge=0)


class TicketComment(_Line):
    """One message in a ticket."""

    id: Key
    at: Moment
    author: Person = Person()
    text: Words = ""
    is_public: bool = True


class PersonLine(_Line):
    """Somebody: at a customer, or with `ours` one of us. `account` is the id of an account line of the same system."""

    type: Literal["person"] = "person"
    id: Key
    system: Key | None = Field(default=None, description="Where the id comes from; default: the connector's `system`.")
    name: Text = ""
    email: Email = ""
    account: Text = ""
    title: Text = ""
    phone: Text = ""
    opted_out: bool | None = Field(default=None, description="Wants no mail from us.")
    ours: bool = Field(default=False, description="One of our own people.")
    team: Text = Field(default="", description="Of one of ours.")
    active: bool = Field(default=True, description="Of one of ours: still with us.")
    known_at: Moment | None = Field(default=None, description="Since when this is so; default: the date of the export.")


class AccountLine(_Line):
    """A customer firm."""

    type: Literal["account"] = "account"
    id: Key
    system: Key | None = Field(default=None, description="Where the id comes from; default: the connector's `system`.")
    name: Annotated[str, Field(min_length=1, max_length=500)]
    domains: tuple[Text, ...] = Field(default=(), description="Domains of its mail addresses.")
    keys: tuple[Text, ...] = Field(default=(), description="What other systems, such as the product, call it.")
    owner: Text = Field(default="", description="Id or address of one of ours.")
    shared_with: tuple[Text, ...] = Field(default=(), description="Ids or addresses of ours who may see it.")
    segment: Text = ""
    country: Text = ""
    arr: float | None = Field(default=None, ge=0, description="Recurring revenue a year.")
    currency: Annotated[str, Field(max_length=3)] = ""
    renewal_on: date | None = None
    lifecycle: Literal["", "prospect", "customer", "former"] = ""
    created_at: Moment | None = None
    known_at: Moment | None = Field(default=None, description="Since when this is so; default: the date of the export.")


class InteractionLine(_Line):
    """Something that happened between people: a mail, a meeting, a call, a ticket or a chat message.

    `sender` wrote the mail or the message, opened the ticket, called the meeting, recorded the call; `to` and `cc`
    got the mail, were invited, joined the call, or are in copy of the ticket.
    """

    type: Literal["interaction"] = "interaction"
    id: Key
    channel: Literal["email", "meeting", "call", "ticket", "chat"]
    at: Moment = Field(description="When it was sent, opened or began.")
    ended_at: Moment | None = Field(default=None, description="Of a meeting or a call.")
    updated_at: Moment | None = Field(default=None, description="When a ticket or a meeting was last changed.")
    system: Key | None = Field(default=None, description="Where the id comes from; default: the connector's `system`.")
    subject: Text = ""
    text: Words = Field(default="", description="Plain text: of a mail, a message, an invitation, a ticket's opening.")
    sender: Person = Person()
    to: tuple[Invited, ...] = Field(default=(), max_length=1_000)
    cc: tuple[Invited, ...] = Field(default=(), max_length=1_000)
    answers: Text = Field(default="", description="The id of the mail or the message that this one answers.")
    place: Text = Field(default="", description="The channel of a chat, or the room of a meeting.")
    status: Text = Field(default="", description='Of a ticket; of a meeting "confirmed", "tentative" or "cancelled".')
    priority: Text = ""
    tags: tuple[Text, ...] = ()
    satisfaction: Text = ""
    assignee: Person = Person()
    comments: tuple[TicketComment, ...] = Field(default=(), max_length=10_000)
    speech: tuple[Speech, ...] = Field(default=(), max_length=100_000, description="The transcript of a call.")
    automatic: bool = Field(default=False, description="No human wrote it.")

    @model_validator(mode="after")
    def _has_a_writer(self) -> Self:
        if self.channel == "email" and not self.sender.email:
            raise ValueError("a mail needs the address of its sender: sender.email")
        return self


AnyLine = Annotated[PersonLine | AccountLine | InteractionLine, Field(discriminator="type")]
LINE: TypeAdapter[PersonLine | AccountLine | InteractionLine] = TypeAdapter(AnyLine)


def schema() -> dict[str, Any]:
    """Return the JSON Schema of one line."""
    return {"title": "One line of JSON Lines for graph-service", **LINE.json_schema()}
