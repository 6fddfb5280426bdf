"""The closed sets of words of the API, each with its meaning. Values are the words of the graph."""

from enum import Enum

import strawberry


@strawberry.enum(description="What an action is good for.")
class Bucket(Enum):
    """Buckets of the queue."""

    OUTREACH = strawberry.enum_value("outreach", description="Somebody waits for us, or is worth writing to.")
    RISK = strawberry.enum_value("risk", description="Something may be lost.")
    GROWTH = strawberry.enum_value("growth", description="Something may be won.")


@strawberry.enum(description="Where an action stands.")
class ActionStatus(Enum):
    """States of an action."""

    OPEN = strawberry.enum_value("open", description="To be done. A snooze that is over counts as open again.")
    SNOOZED = strawberry.enum_value("snoozed", description="Put off until a moment that has not come yet.")
    DONE = strawberry.enum_value("done", description="Somebody did it.")
    DISMISSED = strawberry.enum_value("dismissed", description="Somebody said that it is not worth doing.")
    EXPIRED = strawberry.enum_value("expired", description="What it was about no longer holds; it closed by itself.")


@strawberry.enum(description="Why an action is not worth doing.")
class DismissReason(Enum):
    """Reasons to dismiss."""

    NOT_RELEVANT = strawberry.enum_value("not_relevant", description="True, but not worth the time.")
    WRONG = strawberry.enum_value("wrong", description="What it says is not so.")
    ALREADY_HANDLED = strawberry.enum_value("already_handled", description="Somebody has done it another way.")
    OTHER = strawberry.enum_value("other", description="Another reason; say it in the note.")


@strawberry.enum(description="How engaged a person is, from their recent dealings with us.")
class EngagementLevel(Enum):
    """Levels of engagement."""

    HIGH = strawberry.enum_value("high", description="Among the most engaged.")
    MEDIUM = strawberry.enum_value("medium", description="Regularly in touch.")
    LOW = strawberry.enum_value("low", description="Now and then in touch.")
    INACTIVE = strawberry.enum_value("inactive", description="Not in touch, or never was.")


@strawberry.enum(description="How strong a relationship is, in words.")
class StrengthLevel(Enum):
    """Bands of strength."""

    STRONG = strawberry.enum_value("strong", description="70 or more of 100.")
    FAIR = strawberry.enum_value("fair", description="40 or more of 100.")
    WEAK = strawberry.enum_value("weak", description="Less than 40 of 100.")


@strawberry.enum(description="Where a number is going: its last three weeks against its last three months.")
class Trend(Enum):
    """Directions."""

    GROWING = strawberry.enum_value("growing", description="Clearly more than usual.")
    STEADY = strawberry.enum_value("steady", description="As usual, or too little is known to say.")
    COOLING = strawberry.enum_value("cooling", description="Clearly less than usual.")


@strawberry.enum(description="Groups of the stakeholder map, in their fixed order.")
class StakeholderGroupKind(Enum):
    """Groups of the map."""

    CHAMPION = strawberry.enum_value("champion", description="People who speak up for us.")
    ACTIVE = strawberry.enum_value("active", description="People in touch with us.")
    INACTIVE_OR_DEPARTED = strawberry.enum_value(
        "inactive_or_departed", description="People who went quiet, left, or were never in touch."
    )


@strawberry.enum(description="What a stakeholder map lacks.")
class GapKind(Enum):
    """Kinds of gaps."""

    NOBODY_ACTIVE = strawberry.enum_value("nobody_active", description="Nobody there is in touch with us.")
    SINGLE_THREADED = strawberry.enum_value(
        "single_threaded", description="Most of the relationship hangs on one person."
    )
    NOT_IN_CRM = strawberry.enum_value("not_in_crm", description="Active people whom the CRM does not know.")
    NO_CHAMPION = strawberry.enum_value("no_champion", description="Nobody there is a champion of ours.")
    CHAMPION_AT_RISK = strawberry.enum_value("champion_at_risk", description="A champion may be about to be lost.")
    NO_DECISION_MAKER = strawberry.enum_value(
        "no_decision_maker", description="Nobody in touch with us leads there: a director, a VP, or above."
    )


@strawberry.enum(description="Whether an account is silent for longer than its own rhythm explains.")
class QuietState(Enum):
    """States of silence."""

    QUIET = strawberry.enum_value("quiet", description="Silent for too long.")
    NORMAL = strawberry.enum_value("normal", description="Within its rhythm.")
    UNKNOWN = strawberry.enum_value("unknown", description="Too little mail to know a rhythm.")


@strawberry.enum(description="By what means people dealt with each other.")
class Channel(Enum):
    """Channels."""

    EMAIL = strawberry.enum_value("email", description="A mail.")
    MEETING = strawberry.enum_value("meeting", description="A meeting in a calendar.")
    CALL = strawberry.enum_value("call", description="A call with its transcript.")
    TICKET = strawberry.enum_value("ticket", description="A support ticket, or a comment on one.")
    CHAT = strawberry.enum_value("chat", description="A message in a chat.")


@strawberry.enum(description="Which way an interaction went.")
class Direction(Enum):
    """Directions of interactions."""

    INBOUND = strawberry.enum_value("inbound", description="From them to us.")
    OUTBOUND = strawberry.enum_value("outbound", description="From us to them.")
    INTERNAL = strawberry.enum_value("internal", description="Among our people.")
    EXTERNAL = strawberry.enum_value("external", description="Among people outside.")


@strawberry.enum(description="Who is asked.")
class AskDirection(Enum):
    """Directions of asks."""

    TO_US = strawberry.enum_value("to_us", description="They ask us.")
    FROM_US = strawberry.enum_value("from_us", description="We ask them.")


@strawberry.enum(description="What a piece of evidence is.")
class EvidenceKind(Enum):
    """Kinds of evidence."""

    ASK = strawberry.enum_value("ask", description="A sentence in which somebody asks for something.")
    INTERACTION = strawberry.enum_value("interaction", description="An interaction as a whole.")
    PERSON = strawberry.enum_value("person", description="A person the reason names.")
    REQUEST = strawberry.enum_value("request", description="A sentence that wishes for a change of the product.")
    ADVOCACY = strawberry.enum_value("advocacy", description="Something said or done in our favour, or against us.")
    MENTION = strawberry.enum_value("mention", description="A sentence that names somebody, or a competitor.")
    DEPARTURE_SAID = strawberry.enum_value("departure_said", description="A sentence that says that somebody left.")
    NEXT_STEP = strawberry.enum_value("next_step", description="A sentence that says what will be done.")
    HINT = strawberry.enum_value("hint", description="A sentence that hints at a role or an interest.")
    SENTIMENT = strawberry.enum_value("sentiment", description="A text with a tone.")
    BOUNCE = strawberry.enum_value("bounce", description="A mail that came back.")
    AUTO_REPLY = strawberry.enum_value("auto_reply", description="An automatic reply.")
    SIGNATURE = strawberry.enum_value("signature", description="A signature under a mail.")
    CRM_NOTE = strawberry.enum_value("crm_note", description="A note in the CRM.")


@strawberry.enum(description="In which line of a mail somebody stands, or what part they have.")
class Role(Enum):
    """Roles in an interaction."""

    FROM = strawberry.enum_value("from", description="The writer.")
    TO = strawberry.enum_value("to", description="Addressed.")
    CC = strawberry.enum_value("cc", description="In copy.")
    ORGANIZER = strawberry.enum_value("organizer", description="Who called the meeting, or recorded the call.")
    ATTENDEE = strawberry.enum_value("attendee", description="Invited to the meeting or call.")
    SPEAKER = strawberry.enum_value("speaker", description="Heard in the call.")


@strawberry.enum(description="Why a change was refused. The codes are stable.")
class ErrorCode(Enum):
    """Codes of user errors."""

    NOT_FOUND = strawberry.enum_value("NOT_FOUND", description="Nothing visible to you has this id.")
    BAD_INPUT = strawberry.enum_value("BAD_INPUT", description="The input cannot be meant so.")
    CONFLICT = strawberry.enum_value("CONFLICT", description="The thing is in a state that does not allow this.")
