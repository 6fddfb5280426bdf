"""The closed sets of words for what is inferred, each with its meaning. Values are the words of the graph."""

from enum import Enum

import strawberry


@strawberry.enum(description="Where the tone of somebody's texts is going.")
class SentimentTrend(Enum):
    """Directions of tone."""

    FALLING = strawberry.enum_value("falling", description="Clearly worse than before.")
    RISING = strawberry.enum_value("rising", description="Clearly better than before.")
    STEADY = strawberry.enum_value("steady", description="As before.")
    TOO_FEW = strawberry.enum_value("too_few", description="Too few texts to say.")


@strawberry.enum(description="Whether a person is still there, in words that match the evidence.")
class DepartureState(Enum):
    """States of leaving."""

    PRESENT = strawberry.enum_value("present", description="Nothing speaks for having left.")
    AWAY = strawberry.enum_value("away", description="Away for a while, by their own automatic reply.")
    WATCH = strawberry.enum_value("watch", description="Something is unusual; worth watching.")
    GONE_QUIET = strawberry.enum_value("gone_quiet", description="Gone quiet, may have left; nobody said so.")
    DEPARTED = strawberry.enum_value("departed", description="Left: somebody or something said so.")


@strawberry.enum(description="Whether a person speaks up for us.")
class ChampionState(Enum):
    """States of championship."""

    NONE = strawberry.enum_value("none", description="Nothing shows that they speak up for us.")
    SUPPORTER = strawberry.enum_value("supporter", description="Well-disposed, without a costly act for us.")
    COACH = strawberry.enum_value("coach", description="Helps us, with little influence there.")
    CHAMPION = strawberry.enum_value("champion", description="Acts for us, with influence there.")
    AT_RISK = strawberry.enum_value("at_risk", description="A champion who cools, grows unhappy, or went quiet.")
    LAPSED = strawberry.enum_value("lapsed", description="Was a champion; acts for us no longer.")
    DEPARTED = strawberry.enum_value("departed", description="Was a champion, and left.")


@strawberry.enum(description="Which source said a title.")
class RoleSource(Enum):
    """Sources of titles."""

    CRM = strawberry.enum_value("crm", description="The CRM.")
    SIGNATURE = strawberry.enum_value("signature", description="A signature under their own mail.")
    LINKEDIN = strawberry.enum_value("linkedin", description="Their public profile.")


@strawberry.enum(description="Health in words.")
class HealthBand(Enum):
    """Bands of health."""

    GOOD = strawberry.enum_value("good", description="70 or more of 100.")
    FAIR = strawberry.enum_value("fair", description="40 or more of 100.")
    POOR = strawberry.enum_value("poor", description="Less than 40 of 100.")


@strawberry.enum(description="How the use of our product goes at an account.")
class UsageState(Enum):
    """States of use."""

    STEADY = strawberry.enum_value("steady", description="As before.")
    FALLING = strawberry.enum_value("falling", description="Clearly less than before, others' use taken out.")
    STOPPED = strawberry.enum_value(
        "stopped", description="None for four weeks and longer than ever before; of a past day this is not kept."
    )
    UNKNOWN = strawberry.enum_value(
        "unknown",
        description="No use is known, or too little of it: also where it fell in the first weeks that are known.",
    )


@strawberry.enum(description="How many tickets an account opens.")
class TicketState(Enum):
    """States of tickets."""

    NORMAL = strawberry.enum_value("normal", description="As many as usual.")
    SURGE = strawberry.enum_value("surge", description="Clearly more than usual.")


@strawberry.enum(description="Kinds of states of an account.")
class SignalKind(Enum):
    """Kinds of signals."""

    USAGE = strawberry.enum_value("usage", description="The use of our product fell.")
    TICKETS = strawberry.enum_value("tickets", description="A surge of tickets.")
    ESCALATION = strawberry.enum_value("escalation", description="Something was escalated.")
    COMPETITOR = strawberry.enum_value("competitor", description="Competitors were spoken of.")
    EVENT = strawberry.enum_value("event", description="Something befell the whole account.")
    SENTIMENT = strawberry.enum_value("sentiment", description="The tone shifted.")
    HEALTH = strawberry.enum_value("health", description="The band of health.")
