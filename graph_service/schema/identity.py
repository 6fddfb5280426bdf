"""Who is who, as the API shows it: a person's identities and their reasons, pairs to look at, decisions on them."""

from datetime import datetime
from enum import Enum
from typing import Annotated

import strawberry

from graph_service.schema.actions import UserError
from graph_service.schema.facts import AccountRef, PageInfo
from graph_service.schema.inputs import MUTATION_ID

REASON = "Why, at most 1000 characters."
LEARNED = "What decisions here suggest instead; `start` weighs as much as 20 of them. For people to see: not used."


@strawberry.enum(description="How a source names a person.")
class IdentityKind(Enum):
    """Kinds of identities."""

    EMAIL = strawberry.enum_value("email", description="A mail address.")
    CRM = strawberry.enum_value("crm", description="A record in the CRM.")
    LINKEDIN = strawberry.enum_value("linkedin", description="A profile page.")
    SPEAKER = strawberry.enum_value("speaker", description="A label in a call's transcript.")
    CHAT = strawberry.enum_value("chat", description="A chat user.")


@strawberry.type(description="A person by name; ask `contact(id)` for more.")
class IdentityPerson:
    """A person."""

    id: strawberry.ID = strawberry.field(description="The id of the person.")
    name: str = strawberry.field(description="The name.")
    addresses: list[str] = strawberry.field(description="Their mail addresses, as far as you may see them.")
    accounts: list[AccountRef] = strawberry.field(description="The accounts they belong to.")


@strawberry.type(description="How a source names the person, and why it is taken for theirs.")
class Identity:
    """An identity."""

    kind: IdentityKind | None = strawberry.field(description="What it is; null for what this version does not know.")
    value: str = strawberry.field(description="The address, the record's id, or the page.")
    name: str = strawberry.field(description="The name beside it; may be empty.")
    known_at: datetime | None = strawberry.field(description="When its source said so; null where it does not say.")
    rule: str = strawberry.field(
        description="The rule that ties it to the others; `address`, `crm id` or `profile` where it stands alone."
    )
    p: float | None = strawberry.field(description="How often that rule is right, 0 to 1; null where you see a part.")
    matched: str = strawberry.field(description="What agreed, in words; empty where it stands alone or you see a part.")
    by: str = strawberry.field(description="Who tied it: `matcher`; empty before it was compared with others.")


@strawberry.type(description="What somebody said of one of the person's identities and another one.")
class IdentityDecision:
    """A decision that holds."""

    is_same: bool = strawberry.field(description="Whether they said: one person. Else they said: two.")
    own: str = strawberry.field(description="The person's identity.")
    other: str = strawberry.field(description="The other identity.")
    person_id: strawberry.ID = strawberry.field(description="Whom the other identity stands for.")
    person: str = strawberry.field(description="Their name.")
    at: datetime | None = strawberry.field(description="When it was said.")
    by: str = strawberry.field(description="Who said so, by name.")


@strawberry.type(description="What speaks for two identities being one person's.")
class IdentityDoubt:
    """A doubt."""

    one: str = strawberry.field(description="The one identity.")
    other: str = strawberry.field(description="The other identity.")
    rule: str = strawberry.field(description="The rule that says so; see `identityRules`.")
    p: float = strawberry.field(description="How often it is right, 0 to 1.")
    matched: str = strawberry.field(description="What agrees, in words.")


@strawberry.type(description="Somebody else whom the person may be.")
class DoubtfulPerson:
    """A doubtful person."""

    id: strawberry.ID = strawberry.field(description="The id of that person.")
    name: str = strawberry.field(description="Their name.")
    doubt: IdentityDoubt = strawberry.field(description="What speaks for it.")


@strawberry.type(description="Why a person is one person.")
class IdentityExplanation:
    """An explanation."""

    contact: IdentityPerson = strawberry.field(description="The person.")
    identities: list[Identity] = strawberry.field(
        description="What stands for the person, addresses first. Of a person you see in part only addresses you see."
    )
    decisions: list[IdentityDecision] = strawberry.field(description="What people decided, newest first.")
    doubts: list[DoubtfulPerson] = strawberry.field(description="Who else they may be, surest first.")


@strawberry.type(description="Two people who may be one.")
class IdentityPair:
    """A pair to look at."""

    p: float = strawberry.field(description="How sure the surest doubt is, 0 to 1.")
    one: IdentityPerson = strawberry.field(description="The one person.")
    other: IdentityPerson = strawberry.field(description="The other person.")
    doubts: list[IdentityDoubt] = strawberry.field(description="What speaks for it, surest first.")


@strawberry.type(description="A pair in a page.")
class IdentityPairEdge:
    """An edge."""

    cursor: str = strawberry.field(description="Marks this place in the list.")
    node: IdentityPair = strawberry.field(description="The pair.")


@strawberry.type(description="A page of pairs who may be one person, surest first.")
class IdentityPairConnection:
    """A page."""

    edges: list[IdentityPairEdge] = strawberry.field(description="The pairs with their cursors.")
    page_info: PageInfo = strawberry.field(description="Where the page ends.")


@strawberry.type(description="A rule by which people are matched, and what decisions in this workspace say of it.")
class IdentityRule:
    """A rule."""

    rule: str = strawberry.field(description="Its code.")
    words: str = strawberry.field(description="What agrees where it fires.")
    start: float = strawberry.field(
        description="How often it is right, 0 to 1, as matching takes it; decisions do not change it."
    )
    kept: int = strawberry.field(description="How many of its matches people confirmed.")
    reverted: int = strawberry.field(description="How many of its matches people took back or refused.")
    learned: float = strawberry.field(description=LEARNED)


@strawberry.type(description="A decision was carried out, or had been before.")
class IdentityPayload:
    """The answer of a decision."""

    people: list[IdentityExplanation] = strawberry.field(description="Whom it was about, as they now are.")
    client_mutation_id: str | None = strawberry.field(description="What the caller sent as `clientMutationId`.")


IdentityResult = Annotated[
    IdentityPayload | UserError, strawberry.union("IdentityResult", description="The people, or a refusal.")
]


@strawberry.input(description="Two people who are one.")
class MergeContactsInput:
    """A merge."""

    contact_id: strawberry.ID = strawberry.field(description="The one person.")
    other_contact_id: strawberry.ID = strawberry.field(description="The other person.")
    reason: str | None = strawberry.field(default=None, description=REASON)
    client_mutation_id: str | None = strawberry.field(default=None, description=MUTATION_ID)


@strawberry.input(description="A person who is several: what is named belongs to somebody else.")
class SplitContactInput:
    """A split."""

    contact_id: strawberry.ID = strawberry.field(description="The person.")
    values: list[str] = strawberry.field(
        description="Addresses or record ids that belong to somebody else; at most 50."
    )
    reason: str | None = strawberry.field(default=None, description=REASON)
    client_mutation_id: str | None = strawberry.field(default=None, description=MUTATION_ID)


@strawberry.input(description="Two people who are not one, whatever speaks for it.")
class KeepContactsApartInput:
    """A refused match."""

    contact_id: strawberry.ID = strawberry.field(description="The one person.")
    other_contact_id: strawberry.ID = strawberry.field(description="The other person.")
    reason: str | None = strawberry.field(default=None, description=REASON)
    client_mutation_id: str | None = strawberry.field(default=None, description=MUTATION_ID)
