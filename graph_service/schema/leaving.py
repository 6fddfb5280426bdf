"""What is lost if somebody leaves, and who can introduce us to somebody, as the API shows both. No I/O."""

from enum import Enum

import strawberry

from graph_service.schema.facts import AccountRef, Explained


@strawberry.type(description="Somebody in the network: one of ours, or a person at an account.")
class NetworkPerson:
    """A person by name."""

    id: strawberry.ID = strawberry.field(description="The id of our colleague, or of the person at the account.")
    name: str = strawberry.field(description="The name.")
    is_ours: bool = strawberry.field(description="Whether they are one of our people.")
    title: str | None = strawberry.field(description="The job title in the CRM; null for ours.")
    contact_id: strawberry.ID | None = strawberry.field(
        description="The id of the person, for `contact(id)`; null for ours."
    )


@strawberry.type(description="The same person at another account.")
class OtherPlace:
    """A place beside the one that is shown."""

    stakeholder_id: strawberry.ID = strawberry.field(description="The id of the person there.")
    account: AccountRef = strawberry.field(description="The account.")


@strawberry.type(description="How well we reach somebody who decides, with and without the person.")
class DecisionMakerReach:
    """Reach to one who decides: the product of the shares along the best path from one of ours."""

    person: NetworkPerson = strawberry.field(description="Who decides.")
    now: float = strawberry.field(description="How well we reach them today, 0 to 1.")
    without: float = strawberry.field(description="How well without the person, 0 to 1.")
    lost: float = strawberry.field(description="What is lost: `now` less `without`.")
    via: list[NetworkPerson] = strawberry.field(
        description="The best path today, from one of ours to them. Empty where nobody leads to them."
    )


@strawberry.type(description="How well somebody could take the place, 0 to 1: influence, strength, overlap.")
class ReplacementScore(Explained):
    """0.4 influence + 0.3 strength + 0.3 overlap."""


@strawberry.type(description="Somebody who could be turned to instead.")
class Replacement:
    """A replacement."""

    person: NetworkPerson = strawberry.field(description="Who.")
    score: ReplacementScore = strawberry.field(description="How well, as a sum of terms.")


@strawberry.type(description="What is lost if a person leaves. It says nothing of how likely that is.")
class LeaveReport:
    """The report of one person at one account."""

    person: NetworkPerson = strawberry.field(description="Who leaves.")
    account: AccountRef = strawberry.field(description="The account they leave.")
    other_places: list[OtherPlace] = strawberry.field(
        description="Other accounts of theirs that you see; ask for them by `stakeholderId`."
    )
    in_words: str = strawberry.field(description="The whole in one or two sentences.")
    reach: list[DecisionMakerReach] = strawberry.field(description="All who decide there, most lost first.")
    lost_share: float = strawberry.field(
        description="The share of our reach to those who decide that is lost, weighted by decision power, 0 to 1."
    )
    revenue: float | None = strawberry.field(description="The account's revenue a year; null where it is not known.")
    revenue_exposed: float | None = strawberry.field(
        description="That share of the revenue; null where the revenue is not known."
    )
    currency: str | None = strawberry.field(description="Its currency.")
    is_cut_point: bool = strawberry.field(description="Whether somebody we know loses every way to us.")
    cut_off: list[NetworkPerson] = strawberry.field(description="Who loses every way to us.")
    cut_points: list[NetworkPerson] = strawberry.field(
        description="All people there without whom somebody would be cut off from us today."
    )
    new_cut_points: list[NetworkPerson] = strawberry.field(description="Who becomes such a person.")
    replacements: list[Replacement] = strawberry.field(description="Whom to turn to instead, best first, at most five.")
    people_count: int = strawberry.field(description="How many people were looked at, ours and theirs: at most 400.")


@strawberry.enum(description="What joins two people of a path.")
class HopKind(Enum):
    """Kinds of hops."""

    KNOWS = strawberry.enum_value("knows", description="Ours knows theirs, from mail, meetings and calls.")
    KNEW_ELSEWHERE = strawberry.enum_value(
        "knew_elsewhere", description="Ours knows theirs from another account of theirs."
    )
    WORKS_WITH = strawberry.enum_value("works_with", description="Both are on mail and in meetings with us together.")


@strawberry.type(description="One step of a path.")
class Hop:
    """A hop."""

    from_person: NetworkPerson = strawberry.field(description="Who passes the word on.")
    to_person: NetworkPerson = strawberry.field(description="To whom.")
    kind: HopKind = strawberry.field(description="What joins them.")
    share: float = strawberry.field(description="How well the step holds, 0 to 1.")
    in_words: str = strawberry.field(description="Why we say so.")


@strawberry.type(description="A way to somebody. It begins with one of ours; only people you may see are on it.")
class IntroductionPath:
    """A path of at most four hops."""

    strength: float = strawberry.field(description="The product of the shares of its hops, 0 to 1.")
    people: list[NetworkPerson] = strawberry.field(description="Who is on it, from one of ours to the target.")
    hops: list[Hop] = strawberry.field(description="Its steps, each explained.")
    in_words: str = strawberry.field(description="The path by name.")


@strawberry.type(description="Somebody there whom one of ours knows from another account.")
class Alumnus:
    """A person met before."""

    person: NetworkPerson = strawberry.field(description="Who, there.")
    from_account: AccountRef = strawberry.field(description="The account we know them from.")
    was_champion: bool = strawberry.field(description="Whether they were a champion of ours there.")
    known_by: list[NetworkPerson] = strawberry.field(description="Who of ours knows them from there, best first.")
    in_words: str = strawberry.field(description="The same in a sentence.")


@strawberry.type(description="Who can introduce us to somebody.")
class Introductions:
    """The best paths to a person."""

    target: NetworkPerson = strawberry.field(description="Whom we want to reach.")
    account: AccountRef = strawberry.field(description="The account where they were seen last.")
    paths: list[IntroductionPath] = strawberry.field(
        description="The best paths, strongest first. Empty where nobody of ours leads to them."
    )
    alumni: list[Alumnus] = strawberry.field(
        description="People there whom we know from elsewhere, former champions first."
    )
