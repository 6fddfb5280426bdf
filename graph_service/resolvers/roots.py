"""The root fields of the API with their arguments. Each hands over to one resolver, which makes one read.

The roots of one topic stand beside its resolvers (`<topic>_roots.py`), and are inherited here.
"""

from datetime import datetime
from typing import Annotated

import strawberry

from graph_service.resolvers import accounts, actions, decisions, identities, people
from graph_service.resolvers.alerts_roots import AlertQuery
from graph_service.resolvers.changes_roots import ChangesQuery
from graph_service.resolvers.context import Info, context_of
from graph_service.resolvers.explaining_roots import ExplainingMutation, ExplainingQuery
from graph_service.resolvers.forgetting_roots import ForgettingMutation
from graph_service.resolvers.leaving_roots import LeavingQuery
from graph_service.resolvers.people_graph_roots import PeopleGraphQuery
from graph_service.resolvers.topics_roots import TopicMutation, TopicQuery
from graph_service.schema.accounts import Account, AccountConnection
from graph_service.schema.actions import Action, ActionConnection, ActionResult
from graph_service.schema.enums import ActionStatus, Bucket
from graph_service.schema.facts import Workspace
from graph_service.schema.identity import (
    IdentityExplanation,
    IdentityPairConnection,
    IdentityResult,
    IdentityRule,
    KeepContactsApartInput,
    MergeContactsInput,
    SplitContactInput,
)
from graph_service.schema.inputs import (
    CompleteActionInput,
    DismissActionInput,
    ReopenActionInput,
    SnoozeActionInput,
)
from graph_service.schema.people import Contact, StakeholderMap
from graph_service.schema.search import SearchResults

AsOf = Annotated[
    datetime | None,
    strawberry.argument(
        description="A past moment: what was so, and was known, then. Left out: now. Without an offset, UTC."
    ),
]
First = Annotated[int, strawberry.argument(description="How many, at most 200.")]
MapFirst = Annotated[int, strawberry.argument(description="How many people, strongest first, at most 500.")]
After = Annotated[str | None, strawberry.argument(description="The cursor to go on from: `endCursor` of a page.")]
ById = Annotated[strawberry.ID, strawberry.argument(description="The id.")]
OfAccount = Annotated[strawberry.ID, strawberry.argument(description="The account.")]
OnlyAccount = Annotated[strawberry.ID | None, strawberry.argument(description="Only actions about this account.")]
OnlyBucket = Annotated[Bucket | None, strawberry.argument(description="Only actions of this bucket.")]
OfStatus = Annotated[ActionStatus, strawberry.argument(description="Only actions that stand so.")]
NamePart = Annotated[str | None, strawberry.argument(description="Only accounts whose name holds this.")]
Text = Annotated[str, strawberry.argument(description="Words of a name, or the start of a domain or mail address.")]
Input = strawberry.argument(description="What to decide.")


async def _workspace(info: Info) -> Workspace:
    context = context_of(info)
    return Workspace(name=context.workspace_name, as_of=context.now, frozen=context.frozen)


async def _queue(
    info: Info,
    first: First = 20,
    after: After = None,
    bucket: OnlyBucket = None,
    account_id: OnlyAccount = None,
    status: OfStatus = ActionStatus.OPEN,
    as_of: AsOf = None,
) -> ActionConnection:
    return await actions.resolve_queue(info, first, after, bucket, account_id, status, as_of)


async def _action(info: Info, id: ById) -> Action | None:  # noqa: A002 - the argument's name in the API
    return await actions.resolve_action(info, id)


async def _account(info: Info, id: ById, as_of: AsOf = None) -> Account | None:  # noqa: A002
    return await accounts.resolve_account(info, id, as_of)


async def _accounts(
    info: Info, first: First = 20, after: After = None, search: NamePart = None, as_of: AsOf = None
) -> AccountConnection:
    return await accounts.resolve_accounts(info, first, after, search, as_of)


async def _map(info: Info, account_id: OfAccount, first: MapFirst = 50, as_of: AsOf = None) -> StakeholderMap | None:
    return await accounts.resolve_map(info, account_id, first, as_of)


async def _contact(info: Info, id: ById, as_of: AsOf = None) -> Contact | None:  # noqa: A002
    return await people.resolve_contact(info, id, as_of)


async def _search(info: Info, text: Text, first: First = 20) -> SearchResults:
    return await people.resolve_search(info, text, first)


async def _review(info: Info, first: First = 20, after: After = None) -> IdentityPairConnection:
    return await identities.resolve_review(info, first, after)


async def _explain_identity(info: Info, id: ById) -> IdentityExplanation | None:  # noqa: A002
    return await identities.resolve_explanation(info, id)


async def _identity_rules(info: Info) -> list[IdentityRule]:
    return await identities.resolve_rules(info)


@strawberry.type(description="What can be read. Every field but `workspace` costs one round trip to the database.")
class Query(PeopleGraphQuery, ChangesQuery, ExplainingQuery, LeavingQuery, AlertQuery, TopicQuery):
    """Root of reads."""

    workspace: Workspace = strawberry.field(
        resolver=_workspace, description="The workspace; answered without asking the database."
    )
    action_queue: ActionConnection = strawberry.field(
        resolver=_queue,
        description="Things worth doing, best first. Of a past moment: what stood so then, in the words and with the "
        "score it had last.",
    )
    action: Action | None = strawberry.field(
        resolver=_action, description="One action; null where you see no such action."
    )
    account: Account | None = strawberry.field(
        resolver=_account, description="One account; null where you see no such account."
    )
    accounts: AccountConnection = strawberry.field(resolver=_accounts, description="The accounts you see, by name.")
    stakeholder_map: StakeholderMap | None = strawberry.field(
        resolver=_map, description="The people of one account in groups; null where you see no such account."
    )
    contact: Contact | None = strawberry.field(
        resolver=_contact, description="One person; null where you see no such person."
    )
    search: SearchResults = strawberry.field(
        resolver=_search, description="Accounts and people by name, domain or mail address."
    )
    identity_review: IdentityPairConnection = strawberry.field(
        resolver=_review,
        description="Pairs of people who may be one, surest first; only people of whom you see every account.",
    )
    explain_identity: IdentityExplanation | None = strawberry.field(
        resolver=_explain_identity,
        description="Why a person is one person: addresses and records, rules, decisions; null where you see no such "
        "person.",
    )
    identity_rules: list[IdentityRule] = strawberry.field(
        resolver=_identity_rules,
        description="The rules by which people are matched, and what decisions taught of them.",
    )


async def _complete(info: Info, input: Annotated[CompleteActionInput, Input]) -> ActionResult:  # noqa: A002
    return await decisions.complete(info, input)


async def _dismiss(info: Info, input: Annotated[DismissActionInput, Input]) -> ActionResult:  # noqa: A002
    return await decisions.dismiss(info, input)


async def _snooze(info: Info, input: Annotated[SnoozeActionInput, Input]) -> ActionResult:  # noqa: A002
    return await decisions.snooze(info, input)


async def _reopen(info: Info, input: Annotated[ReopenActionInput, Input]) -> ActionResult:  # noqa: A002
    return await decisions.reopen(info, input)


async def _merge(info: Info, input: Annotated[MergeContactsInput, Input]) -> IdentityResult:  # noqa: A002
    return await identities.merge(info, input)


async def _split(info: Info, input: Annotated[SplitContactInput, Input]) -> IdentityResult:  # noqa: A002
    return await identities.split(info, input)


async def _keep_apart(info: Info, input: Annotated[KeepContactsApartInput, Input]) -> IdentityResult:  # noqa: A002
    return await identities.keep_apart(info, input)


@strawberry.type(description="What can be decided. Every decision may be sent again without harm.")
class Mutation(ExplainingMutation, ForgettingMutation, TopicMutation):
    """Root of decisions."""

    complete_action: ActionResult = strawberry.field(resolver=_complete, description="Mark an action as done.")
    dismiss_action: ActionResult = strawberry.field(resolver=_dismiss, description="Say that it is not worth doing.")
    snooze_action: ActionResult = strawberry.field(resolver=_snooze, description="Put an action off.")
    reopen_action: ActionResult = strawberry.field(resolver=_reopen, description="Take a decision back.")
    merge_contacts: IdentityResult = strawberry.field(
        resolver=_merge,
        description="Say that two people are one. Facts and queue are worked out again before it answers.",
    )
    split_contact: IdentityResult = strawberry.field(
        resolver=_split,
        description="Say that some addresses or records of a person belong to somebody else; no load undoes it.",
    )
    keep_contacts_apart: IdentityResult = strawberry.field(
        resolver=_keep_apart, description="Say that two people are not one; no load will merge them."
    )
