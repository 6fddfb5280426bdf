"""Forgetting a person, as the API shows it: what to forget, what was done, and the proof. No name stands in it."""

from typing import Annotated

import strawberry

from graph_service.schema.actions import UserError
from graph_service.schema.inputs import MUTATION_ID


@strawberry.type(description="How many of something.")
class ForgettingCount:
    """A count."""

    what: str = strawberry.field(description="What was counted: things, a property, or records of a source.")
    count: int = strawberry.field(description="How many.")


@strawberry.type(description="A place that was looked through when everything was done.")
class SearchedPlace:
    """A searched place."""

    place: str = strawberry.field(description="A property of nodes or relationships, or a file of the service.")
    values: int | None = strawberry.field(description="How many values or lines were looked at; told to admins.")
    found: int = strawberry.field(description="In how many of them the person was found.")


@strawberry.type(description="What was done to forget a person, and the proof. It names nobody.")
class ForgettingReport:
    """A report."""

    contact_id: strawberry.ID = strawberry.field(description="The person's id; it means nobody once this is done.")
    done: bool = strawberry.field(description="Whether it was done; false in a dry run.")
    done_before: bool = strawberry.field(description="Whether it had been done before; then this is a new proof.")
    proved: bool = strawberry.field(description="Whether every place was searched and nothing was found.")
    removed: list[ForgettingCount] = strawberry.field(description="What was removed, or would be.")
    masked: list[ForgettingCount] = strawberry.field(
        description="Texts of others in which the name was hidden in place, by property; told to admins."
    )
    sources: list[ForgettingCount] = strawberry.field(
        description="Sources that still hold records of the person. They are never edited; told to admins."
    )
    kept: list[ForgettingCount] = strawberry.field(
        description="Places that hold the name and stay, because they name a firm or somebody else; told to admins."
    )
    searched: list[SearchedPlace] = strawberry.field(description="The graph, place by place; empty in a dry run.")
    files: list[SearchedPlace] = strawberry.field(description="The service's own files; told to admins.")
    namesake_ids: list[strawberry.ID] = strawberry.field(
        description="Others of the same name, who may be the same person and were not forgotten; told to admins."
    )


@strawberry.type(description="A person was forgotten, or had been before.")
class ForgetContactPayload:
    """The answer."""

    report: ForgettingReport = strawberry.field(description="What was done, and the proof.")
    client_mutation_id: str | None = strawberry.field(description="What the caller sent as `clientMutationId`.")


ForgetContactResult = Annotated[
    ForgetContactPayload | UserError,
    strawberry.union("ForgetContactResult", description="The report, or a refusal."),
]


@strawberry.input(description="A person to forget: everything that names them or comes from them goes, for good.")
class ForgetContactInput:
    """A person to forget."""

    contact_id: strawberry.ID = strawberry.field(description="The person.")
    dry_run: bool = strawberry.field(default=False, description="Only say what would go.")
    client_mutation_id: str | None = strawberry.field(default=None, description=MUTATION_ID)
