"""What a search finds."""

import strawberry

from graph_service.schema.facts import AccountRef


@strawberry.type(description="An account that was found.")
class AccountHit:
    """A found account."""

    id: strawberry.ID = strawberry.field(description="The id; ask `account(id)` for its facts.")
    name: str = strawberry.field(description="The name.")
    segment: str | None = strawberry.field(description="Its segment in the CRM.")
    domains: list[str] = strawberry.field(description="Its mail domains.")


@strawberry.type(description="A person who was found.")
class ContactHit:
    """A found person."""

    id: strawberry.ID = strawberry.field(description="The id; ask `contact(id)` for more.")
    name: str = strawberry.field(description="The name.")
    title: str | None = strawberry.field(description="A job title in the CRM.")
    addresses: list[str] = strawberry.field(description="Their mail addresses.")
    accounts: list[AccountRef] = strawberry.field(description="The accounts they belong to.")


@strawberry.type(description="What was found, best first.")
class SearchResults:
    """Accounts and people."""

    accounts: list[AccountHit] = strawberry.field(description="Accounts.")
    contacts: list[ContactHit] = strawberry.field(description="People.")
