"""The root field by which a person is forgotten."""

from typing import Annotated

import strawberry

from graph_service.resolvers import forgetting
from graph_service.resolvers.context import Info
from graph_service.schema.forgetting import ForgetContactInput, ForgetContactResult

Input = strawberry.argument(description="Whom to forget.")


async def _forget(info: Info, input: Annotated[ForgetContactInput, Input]) -> ForgetContactResult:  # noqa: A002
    return await forgetting.forget_contact(info, input)


@strawberry.type(description="Forgetting.")
class ForgettingMutation:
    """Root of forgetting; `Mutation` inherits it."""

    forget_contact: ForgetContactResult = strawberry.field(
        resolver=_forget,
        description="Forget a person for good: everything that names them or comes from them goes, no load brings them "
        "back, facts are worked out again, and the answer proves it. For admins, and for who sees the person whole.",
    )
