"""Small types shared by all others: evidence, named terms, explained values, page marks. No I/O."""

from datetime import datetime

import strawberry

from graph_service.schema.enums import Channel, Direction, EvidenceKind, StrengthLevel, Trend


@strawberry.type(description="Something a statement rests on, to click on.")
class Evidence:
    """A piece of evidence."""

    id: strawberry.ID = strawberry.field(description="The id of the sentence, interaction or person.")
    kind: EvidenceKind = strawberry.field(description="What it is.")
    term: str = strawberry.field(description="The term or reason it supports, by name.")
    quote: str | None = strawberry.field(description="The sentence, or the person's name; null for a whole mail.")
    at: datetime | None = strawberry.field(description="When it happened; for a person, their last interaction.")
    subject: str | None = strawberry.field(description="The subject line; null where you may not read the mail.")
    channel: Channel | None = strawberry.field(description="By what means; null for a person.")
    direction: Direction | None = strawberry.field(description="Which way the interaction went.")
    interaction_id: strawberry.ID | None = strawberry.field(description="The interaction it is from or is.")


@strawberry.type(description="One summand of a value, with what it rests on.")
class Term:
    """A named part of a score."""

    name: str = strawberry.field(description="What the part stands for.")
    value: float = strawberry.field(description="How much it adds.")
    evidence: list[Evidence] = strawberry.field(description="The newest few things it rests on.")


@strawberry.interface(description="A value that is the sum of its terms.")
class Explained:
    """What all explained values have."""

    value: float = strawberry.field(description="The value.")
    terms: list[Term] = strawberry.field(
        description="Its parts, which add up to it. Empty for a past moment whose parts are not kept."
    )
    in_words: str | None = strawberry.field(
        default=None, description="What the value means, in plain words; null where it has no words of its own."
    )
    confidence: float | None = strawberry.field(
        default=None, description="How sure the value is, 0 to 1; null where that is not measured."
    )
    sample_size: float | None = strawberry.field(
        default=None, description="On how much it rests, such as texts; null where that is not counted."
    )


@strawberry.type(description="What an action is worth, as a sum of terms.")
class Score(Explained):
    """The rank of an action."""


@strawberry.type(description="How much of an account our relationships cover, 0 to 1; a term for each person.")
class Coverage(Explained):
    """Coverage of an account."""


@strawberry.type(description="The strength of a relationship, 0 to 100, as a sum of terms.")
class Strength(Explained):
    """Strength of a relationship."""

    level: StrengthLevel = strawberry.field(description="The value in words.")
    trend: Trend | None = strawberry.field(description="Where it is going; not kept for every past moment.")


@strawberry.type(description="One of our people.")
class User:
    """A colleague."""

    id: strawberry.ID = strawberry.field(description="The id.")
    name: str = strawberry.field(description="The name.")


@strawberry.type(description="An account by name; ask `account(id)` for its facts.")
class AccountRef:
    """A reference to an account."""

    id: strawberry.ID = strawberry.field(description="The id.")
    name: str = strawberry.field(description="The name.")


@strawberry.type(description="A person at an account by name.")
class StakeholderRef:
    """A reference to a stakeholder."""

    id: strawberry.ID = strawberry.field(description="The id of the person at this account.")
    name: str = strawberry.field(description="The name.")


@strawberry.type(description="Where a page ends, and whether another follows.")
class PageInfo:
    """Marks of a page, as Relay has them. Pages go forward only."""

    start_cursor: str | None = strawberry.field(description="The cursor of the first edge; null for an empty page.")
    end_cursor: str | None = strawberry.field(description="The cursor of the last edge, to be passed as `after`.")
    has_next_page: bool = strawberry.field(description="Whether there is more behind this page.")
    has_previous_page: bool = strawberry.field(description="Whether this page came after a cursor.")


@strawberry.type(description="The workspace that the viewer looks into.")
class Workspace:
    """The workspace; known without asking the database."""

    name: str = strawberry.field(description="Its name.")
    as_of: datetime = strawberry.field(description="The moment that reads and decisions mean by now.")
    frozen: bool = strawberry.field(description="Whether time stands still here, as in a demo or an archive.")
