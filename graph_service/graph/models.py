"""The constitution: every label, its properties, who may write each, its indexes, and its words.

neomodel classes are used as declarations only. Constraints, docs, row checks, the catalog's owner check and the
question language's vocabulary are made from them; nothing here is ever traversed or saved on a request path.
Owner = the one package whose `.cypher` files may write the property.
"""

# size: 660 lines, because the constitution is one list that is read from top to bottom.
from typing import ClassVar

from neomodel import (
    ArrayProperty,
    BooleanProperty,
    DateTimeNeo4jFormatProperty,
    FloatProperty,
    IntegerProperty,
    StringProperty,
    StructuredNode,
)


class Record(StructuredNode):
    """Root of all labels: unique by `(workspace_id, uid)`."""

    __abstract_node__ = True
    OWNER: ClassVar[str] = ""
    OWNERS: ClassVar[dict[str, str]] = {}
    INDEXES: ClassVar[tuple[tuple[str, ...], ...]] = ()
    FULLTEXT: ClassVar[tuple[str, ...]] = ()
    ABOUT: ClassVar[str] = ""

    workspace_id = StringProperty(required=True)
    uid = StringProperty(required=True)


USAGE_STATES = {"steady": "steady", "falling": "falling", "stopped": "stopped", "unknown": "unknown"}
SENTIMENT_TRENDS = {"falling": "falling", "rising": "rising", "steady": "steady", "too_few": "too few texts"}


class Workspace(Record):
    OWNER = "admin"
    ABOUT = "One company's data. `frozen_at` is the fixed last day of a demo or an archive."

    name = StringProperty()
    our_domains = ArrayProperty(StringProperty())
    our_names = ArrayProperty(StringProperty())
    products = ArrayProperty(StringProperty())
    features = ArrayProperty(StringProperty())
    competitors = ArrayProperty(StringProperty())
    restricted = ArrayProperty(StringProperty())
    time_zone = StringProperty()
    country = StringProperty()
    salt = StringProperty()
    frozen_at = DateTimeNeo4jFormatProperty()
    event_seq = IntegerProperty()
    OWNERS = {"event_seq": "events"}


class Principal(Record):
    OWNER = "admin"
    ABOUT = "Who can be given sight: a user or a team."

    name = StringProperty()


class User(Principal):
    OWNER = "ingest"
    ABOUT = "One of our people. Known from the CRM, or from mail under one of our domains."
    INDEXES = (("workspace_id", "email"),)
    OWNERS = {"is_admin": "admin"}

    name_rank = StringProperty()
    email = StringProperty()
    title = StringProperty()
    team = StringProperty()
    known_at = DateTimeNeo4jFormatProperty()
    is_active = BooleanProperty()
    is_admin = BooleanProperty()
    kind = StringProperty(choices={"person": "person", "shared": "shared mailbox"})
    crm_ids = ArrayProperty(StringProperty())


class Team(Principal):
    OWNER = "admin"
    ABOUT = "A group of users; sight given to it is given to its members. `sees_all`: every account not restricted."

    sees_all = BooleanProperty()


class Token(Record):
    OWNER = "admin"
    ABOUT = "An API token: only the SHA-256 of its secret is kept."
    INDEXES = (("secret_hash",),)

    secret_hash = StringProperty()
    name = StringProperty()
    user_uid = StringProperty()
    created_at = DateTimeNeo4jFormatProperty()
    expires_at = DateTimeNeo4jFormatProperty()


class Account(Record):
    OWNER = "ingest"
    ABOUT = "A customer firm: a CRM record, or an outside domain seen in mail."
    INDEXES = (("workspace_id", "name"), ("workspace_id", "review_at"), ("workspace_id", "in_crm"))
    FULLTEXT = ("name",)

    name = StringProperty()
    source = StringProperty()
    crm_ids = ArrayProperty(StringProperty())
    keys = ArrayProperty(StringProperty())
    in_crm = BooleanProperty()
    segment = StringProperty()
    country = StringProperty()
    arr = FloatProperty()
    currency = StringProperty()
    renewal_at = DateTimeNeo4jFormatProperty()
    lifecycle = StringProperty()
    created_at = DateTimeNeo4jFormatProperty()
    known_at = DateTimeNeo4jFormatProperty()
    seen_by = ArrayProperty(StringProperty())
    owner_uids = ArrayProperty(StringProperty())
    is_tracked = BooleanProperty()
    coverage = FloatProperty()
    coverage_names = ArrayProperty(StringProperty())
    coverage_values = ArrayProperty(FloatProperty())
    single_threaded_share = FloatProperty()
    main_stakeholder_uid = StringProperty()
    next_stakeholder_uid = StringProperty()
    quiet_state = StringProperty(choices={"quiet": "quiet", "normal": "normal", "unknown": "unknown"})
    rhythm_days = FloatProperty()
    first_inbound_at = DateTimeNeo4jFormatProperty()
    last_inbound_at = DateTimeNeo4jFormatProperty()
    last_interaction_at = DateTimeNeo4jFormatProperty()
    active_contact_count = IntegerProperty()
    contact_count = IntegerProperty()
    sentiment = FloatProperty()
    sentiment_names = ArrayProperty(StringProperty())
    sentiment_values = ArrayProperty(FloatProperty())
    sentiment_trend = StringProperty(choices=SENTIMENT_TRENDS)
    health = FloatProperty()
    health_names = ArrayProperty(StringProperty())
    health_values = ArrayProperty(FloatProperty())
    health_share = FloatProperty()
    usage_state = StringProperty(choices=USAGE_STATES)
    usage_change = FloatProperty()
    usage_since = IntegerProperty()
    ticket_state = StringProperty(choices={"normal": "normal", "surge": "surge"})
    champion_count = IntegerProperty()
    departed_count = IntegerProperty()
    ghost_count = IntegerProperty()
    competitors = ArrayProperty(StringProperty())
    review_at = DateTimeNeo4jFormatProperty()
    derived_digests = ArrayProperty(StringProperty())
    OWNERS = {
        **dict.fromkeys(("seen_by", "owner_uids", "is_tracked"), "grants"),
        **dict.fromkeys(
            (
                "coverage", "coverage_names", "coverage_values", "single_threaded_share", "main_stakeholder_uid",
                "next_stakeholder_uid", "quiet_state", "rhythm_days", "first_inbound_at", "last_inbound_at",
                "last_interaction_at", "active_contact_count", "contact_count", "review_at", "sentiment",
                "sentiment_names", "sentiment_values", "sentiment_trend", "health", "health_names", "health_values",
                "health_share", "usage_state", "usage_change", "usage_since", "ticket_state", "champion_count",
                "departed_count", "ghost_count", "competitors", "derived_digests",
            ),
            "inference",
        ),
    }  # fmt: skip


class Domain(Record):
    OWNER = "ingest"
    ABOUT = "A registrable mail domain and the account it belongs to."

    name = StringProperty()


class Contact(Record):
    OWNER = "ingest"
    ABOUT = "A person outside: identities, and the name mail gives them; what is said of them hangs on stakeholders."
    INDEXES = (("workspace_id", "name"),)
    FULLTEXT = ("name",)

    name = StringProperty()
    name_rank = StringProperty()
    kind = StringProperty(choices={"person": "person", "shared": "shared mailbox"})


class Identity(Record):
    OWNER = "ingest"
    ABOUT = "How a source names a person: an address, a CRM id, a profile, a speaker's label. Never altered."
    INDEXES = (("workspace_id", "value"),)

    kind = StringProperty(
        choices={"email": "mail address", "crm": "CRM record", "linkedin": "profile", "speaker": "label in a call",
                 "chat": "chat user"}
    )  # fmt: skip
    value = StringProperty()
    name = StringProperty()
    name_rank = StringProperty()
    phone = StringProperty()
    title = StringProperty()
    company = StringProperty()
    firms = ArrayProperty(StringProperty())
    account_keys = ArrayProperty(StringProperty())
    address = StringProperty()
    opted_out = BooleanProperty()
    known_at = DateTimeNeo4jFormatProperty()
    is_resolved = BooleanProperty()


class Alias(Record):
    OWNER = "ingest"
    ABOUT = "The id of a contact that was merged into another; it goes on meaning that other."


class Stakeholder(Record):
    OWNER = "ingest"
    ABOUT = (
        "One person at one account: everything known or inferred of them there hangs here. "
        "`name` is the account's CRM name, else the contact's."
    )
    INDEXES = (("workspace_id", "review_at"), ("workspace_id", "last_inbound_at"))
    FULLTEXT = ("name",)

    name = StringProperty()
    crm_name = StringProperty()
    crm_name_rank = StringProperty()
    kind = StringProperty(choices={"person": "person", "shared": "shared mailbox"})
    in_crm = BooleanProperty()
    title = StringProperty()
    crm_known_at = DateTimeNeo4jFormatProperty()
    first_seen_at = DateTimeNeo4jFormatProperty()
    strength = FloatProperty()
    strength_names = ArrayProperty(StringProperty())
    strength_values = ArrayProperty(FloatProperty())
    strength_trend = StringProperty(choices={"growing": "growing", "steady": "steady", "cooling": "cooling"})
    engagement_level = StringProperty(
        choices={"high": "high", "medium": "medium", "low": "low", "inactive": "inactive"}
    )
    reply_rate = FloatProperty()
    reply_hours = FloatProperty()
    last_inbound_at = DateTimeNeo4jFormatProperty()
    last_interaction_at = DateTimeNeo4jFormatProperty()
    interaction_count = IntegerProperty()
    model = StringProperty()
    role_title = StringProperty()
    role_source = StringProperty()
    role_level = IntegerProperty()
    role_functions = ArrayProperty(StringProperty())
    decision_power = FloatProperty()
    is_proxy = BooleanProperty()
    influence = FloatProperty()
    influence_names = ArrayProperty(StringProperty())
    influence_values = ArrayProperty(FloatProperty())
    influence_confidence = FloatProperty()
    sentiment = FloatProperty()
    sentiment_names = ArrayProperty(StringProperty())
    sentiment_values = ArrayProperty(FloatProperty())
    sentiment_trend = StringProperty(choices=SENTIMENT_TRENDS)
    sentiment_texts = FloatProperty()
    departure_state = StringProperty(
        choices={"present": "present", "away": "away", "watch": "watch", "gone_quiet": "gone quiet, may have left",
                 "departed": "departed"}
    )  # fmt: skip
    departure_probability = FloatProperty()
    departure_probability_names = ArrayProperty(StringProperty())
    departure_probability_values = ArrayProperty(FloatProperty())
    new_employer = StringProperty()
    champion_state = StringProperty(
        choices={"none": "none", "supporter": "supporter", "coach": "coach", "champion": "champion",
                 "at_risk": "champion at risk", "lapsed": "lapsed", "departed": "departed champion"}
    )  # fmt: skip
    champion_probability = FloatProperty()
    champion_probability_names = ArrayProperty(StringProperty())
    champion_probability_values = ArrayProperty(FloatProperty())
    is_ghost = BooleanProperty()
    review_at = DateTimeNeo4jFormatProperty()
    derived_digests = ArrayProperty(StringProperty())
    OWNERS = dict.fromkeys(
        (
            "first_seen_at", "strength", "strength_names", "strength_values", "strength_trend",
            "engagement_level", "reply_rate", "reply_hours", "last_inbound_at", "last_interaction_at",
            "interaction_count", "model", "review_at", "role_title", "role_source", "role_level", "role_functions",
            "decision_power", "is_proxy", "influence", "influence_names", "influence_values", "influence_confidence",
            "sentiment", "sentiment_names", "sentiment_values", "sentiment_trend", "sentiment_texts",
            "departure_state", "departure_probability", "departure_probability_names", "departure_probability_values",
            "new_employer", "champion_state", "champion_probability", "champion_probability_names",
            "champion_probability_values", "is_ghost", "derived_digests",
        ),
        "inference",
    )  # fmt: skip


class Interaction(Record):
    OWNER = "ingest"
    ABOUT = "Something that happened between people at a moment: a mail, a meeting, a call, a ticket, a message."
    INDEXES: ClassVar[tuple[tuple[str, ...], ...]] = (
        ("workspace_id", "at", "uid"), ("workspace_id", "thread_id"), ("workspace_id", "thread_group"),
    )  # fmt: skip

    at = DateTimeNeo4jFormatProperty()
    ended_at = DateTimeNeo4jFormatProperty()
    known_at = DateTimeNeo4jFormatProperty()
    channel = StringProperty(
        choices={"email": "email", "meeting": "meeting", "call": "call", "ticket": "ticket", "chat": "chat"}
    )
    direction = StringProperty(
        choices={"inbound": "inbound", "outbound": "outbound", "internal": "internal", "external": "external"}
    )
    subject = StringProperty()
    thread_id = StringProperty()
    thread_group = StringProperty()
    source = StringProperty()
    source_id = StringProperty()
    message_id = StringProperty()
    reply_keys = ArrayProperty(StringProperty())
    outside = ArrayProperty(StringProperty())
    participant_count = IntegerProperty()
    automatic = StringProperty()
    is_automatic = BooleanProperty()
    copy_rank = StringProperty()
    vouched = StringProperty()
    is_unsettled = BooleanProperty()
    reader = StringProperty()
    attachments = ArrayProperty(StringProperty())
    empty_slots = IntegerProperty()
    kept_accounts = ArrayProperty(StringProperty())


class Email(Interaction):
    OWNER = "ingest"
    ABOUT = "A mail; `answer…` is what its writer answers to an invitation."
    INDEXES = (("workspace_id", "answer_by"), ("workspace_id", "answer_series"), ("workspace_id", "is_unsettled"))

    answer_series = StringProperty()
    answer_day = StringProperty()
    answer_by = StringProperty()
    answer = StringProperty(choices={"accepted": "accepted", "declined": "declined", "tentative": "tentative"})
    answer_at = DateTimeNeo4jFormatProperty()


class Meeting(Interaction):
    OWNER = "ingest"
    ABOUT = "One meeting of a calendar, or one of a series."
    INDEXES = (("workspace_id", "is_unsettled"), ("workspace_id", "thread_id"))

    series_id = StringProperty()
    is_note = BooleanProperty()
    changed_at = DateTimeNeo4jFormatProperty()
    is_outvoted = BooleanProperty()
    status = StringProperty(choices={"confirmed": "confirmed", "tentative": "tentative", "cancelled": "cancelled"})


class Call(Interaction):
    OWNER = "ingest"
    ABOUT = "A call with its transcript; `unknown_speakers` are labels nobody could be found for."

    meeting_id = StringProperty()
    speaker_labels = ArrayProperty(StringProperty())
    speaker_uids = ArrayProperty(StringProperty())
    speaker_person_uids = ArrayProperty(StringProperty())
    unknown_speakers = ArrayProperty(StringProperty())


class Ticket(Interaction):
    OWNER = "ingest"
    ABOUT = "A support ticket as it was opened; what was written in it later are its messages."

    status = StringProperty()
    priority = StringProperty()
    ticket_type = StringProperty()
    tags = ArrayProperty(StringProperty())
    updated_at = DateTimeNeo4jFormatProperty()
    satisfaction = StringProperty()


class Message(Interaction):
    OWNER = "ingest"
    ABOUT = "A comment on a ticket, or a message in a chat."


class Content(Record):
    OWNER = "ingest"
    ABOUT = "The writer's own words; kept apart so that lists never read them."

    text = StringProperty()
    sha256 = StringProperty()


class Evidence(Record):
    OWNER = "ingest"
    ABOUT = "A sentence that says something, with its place in the text and the rule that found it."
    INDEXES = (("workspace_id", "kind", "at"),)

    kind = StringProperty(
        choices={
            "ask": "ask", "request": "feature request", "advocacy": "advocacy", "mention": "mention",
            "departure_said": "departure said", "next_step": "next step", "hint": "hint", "sentiment": "sentiment",
            "bounce": "bounce", "auto_reply": "automatic reply", "signature": "signature",
            "crm_note": "note in the CRM",
        }
    )  # fmt: skip
    value = StringProperty()
    topic = StringProperty()
    weight = FloatProperty()
    ref = StringProperty()
    identity_uid = StringProperty()
    about_identity_uid = StringProperty()
    person = StringProperty()
    address = StringProperty()
    firm = StringProperty()
    until = DateTimeNeo4jFormatProperty()
    quote = StringProperty()
    start = IntegerProperty()
    end = IntegerProperty()
    rule = StringProperty()
    confidence = FloatProperty()
    direction = StringProperty(choices={"to_us": "to us", "from_us": "from us"})
    at = DateTimeNeo4jFormatProperty()
    answered_at = DateTimeNeo4jFormatProperty()
    answer_rule = StringProperty()
    is_rejected = BooleanProperty()
    OWNERS = {"answered_at": "inference", "answer_rule": "inference", "is_rejected": "rules"}


class Opportunity(Record):
    OWNER = "ingest"
    ABOUT = "A deal in the CRM."

    name = StringProperty()
    stage = StringProperty()
    amount = FloatProperty()
    close_at = DateTimeNeo4jFormatProperty()
    is_won = BooleanProperty()
    kind = StringProperty()
    known_at = DateTimeNeo4jFormatProperty()


class UsageSeries(Record):
    OWNER = "ingest"
    ABOUT = (
        "Daily counts of one feature under one key of the product, by one user or by nobody known; "
        "`counts[i]` is on `days[i]`. `domain` is that of the user's address."
    )
    INDEXES = (("workspace_id", "account_key"),)

    account_key = StringProperty()
    domain = StringProperty()
    feature = StringProperty()
    identity_uid = StringProperty()
    days = ArrayProperty(IntegerProperty())
    counts = ArrayProperty(IntegerProperty())


class Release(Record):
    OWNER = "ingest"
    ABOUT = "What we shipped, and when; `items` are the single changes as the notes list them."

    source_id = StringProperty()
    name = StringProperty()
    notes = StringProperty()
    items = ArrayProperty(StringProperty())
    shipped_at = DateTimeNeo4jFormatProperty()
    known_at = DateTimeNeo4jFormatProperty()


class Topic(Record):
    OWNER = "inference"
    ABOUT = "What customers ask for: a group of requests. People correct and name it (`naming_uid`), else by `phrase`."
    INDEXES = (("workspace_id", "name"),)
    FULLTEXT = ("name",)

    name = StringProperty()
    phrase = StringProperty()
    naming_uid = StringProperty()


class Tombstone(Record):
    OWNER = "ingest"
    ABOUT = (
        "Somebody who was forgotten: its uid is an HMAC of how a source named them, so that no load brings them back. "
        "`size` and `sign` (12 bits) are there for names in texts only."
    )

    size = IntegerProperty()
    sign = IntegerProperty()


class ShareClaim(Record):
    OWNER = "ingest"
    ABOUT = "What a CRM says of who may see an account; `graph.grants` alone turns claims into sight."
    INDEXES = (("workspace_id", "system"),)

    system = StringProperty()
    table = StringProperty(choices={"account": "the table of accounts", "share": "a table of shares"})
    account_crm_id = StringProperty()
    user_crm_id = StringProperty()
    level = StringProperty()
    reason = StringProperty()


class SourceState(Record):
    OWNER = "ingest"
    ABOUT = "How far a source has been read, so that a run that was cut off goes on there."

    connector = StringProperty()
    offset = IntegerProperty()
    fingerprint = StringProperty()
    record_count = IntegerProperty()


class Spell(Record):
    OWNER = "inference"
    ABOUT = "A state of a stakeholder or an account that holds for an interval (`valid_to` excluded)."
    OWNERS = {}

    kind = StringProperty()
    state = StringProperty()
    valid_from = DateTimeNeo4jFormatProperty()
    valid_to = DateTimeNeo4jFormatProperty()
    known_at = DateTimeNeo4jFormatProperty()
    source = StringProperty()
    term_names = ArrayProperty(StringProperty())
    term_values = ArrayProperty(FloatProperty())
    probability = FloatProperty()
    began_at = DateTimeNeo4jFormatProperty()
    detail = StringProperty()


class SourceSpell(Record):
    OWNER = "ingest"
    ABOUT = "A CRM attribute over time (ARR, renewal date, stage, title) or a job, as each export or profile said it."

    kind = StringProperty()
    state = StringProperty()
    title = StringProperty()
    valid_from = DateTimeNeo4jFormatProperty()
    valid_to = DateTimeNeo4jFormatProperty()
    known_at = DateTimeNeo4jFormatProperty()
    last_at = DateTimeNeo4jFormatProperty()
    source = StringProperty()


class Series(Record):
    OWNER = "inference"
    ABOUT = "A number over time as change points: `values[i]` holds from `days[i]` (epoch days) on."

    metric = StringProperty()
    days = ArrayProperty(IntegerProperty())
    values = ArrayProperty(FloatProperty())


class ModelVersion(Record):
    OWNER = "inference"
    ABOUT = "Workspace statistics fitted at a month's start and pinned for that month."

    month = StringProperty()
    names = ArrayProperty(StringProperty())
    values = ArrayProperty(FloatProperty())
    fitted_on = IntegerProperty()


class Playbook(Record):
    OWNER = "rules"
    ABOUT = "What to watch, when to act, and the action it makes."

    name = StringProperty()
    target = StringProperty()
    bucket = StringProperty(choices={"outreach": "outreach", "risk": "risk", "growth": "growth"})
    priority = StringProperty(choices={"low": "low", "normal": "normal", "high": "high"})
    visibility = StringProperty(choices={"private": "private", "public": "public"})
    owner_uid = StringProperty()
    is_enabled = BooleanProperty()
    text = StringProperty()
    published_at = DateTimeNeo4jFormatProperty()


class Action(Record):
    OWNER = "rules"
    ABOUT = "One thing worth doing today, with its reasons. One open action per key."
    INDEXES = (("workspace_id", "status", "score", "uid"), ("workspace_id", "account_uid"))

    key = StringProperty()
    open_key = StringProperty()
    title = StringProperty()
    suggestion = StringProperty()
    bucket = StringProperty()
    status = StringProperty(
        choices={
            "open": "open",
            "snoozed": "snoozed",
            "done": "done",
            "dismissed": "dismissed",
            "expired": "expired",
        }
    )
    score = FloatProperty()
    term_names = ArrayProperty(StringProperty())
    term_values = ArrayProperty(FloatProperty())
    reasons = ArrayProperty(StringProperty())
    occurrence_count = IntegerProperty()
    first_fired_at = DateTimeNeo4jFormatProperty()
    last_fired_at = DateTimeNeo4jFormatProperty()
    due_at = DateTimeNeo4jFormatProperty()
    snoozed_until = DateTimeNeo4jFormatProperty()
    closed_at = DateTimeNeo4jFormatProperty()
    account_uid = StringProperty()
    stakeholder_uid = StringProperty()
    version = IntegerProperty()


class Decision(Record):
    OWNER = "rules"
    ABOUT = "What somebody decided on an action, a sentence, a person, topics; ranking and calibration learn from it."

    kind = StringProperty()
    reason = StringProperty()
    note = StringProperty()
    by_uid = StringProperty()
    at = DateTimeNeo4jFormatProperty()
    until = DateTimeNeo4jFormatProperty()
    seq = IntegerProperty()


class Event(Record):
    OWNER = "events"
    ABOUT = "The change log: written in the same transaction as the change, `seq` without gaps."
    INDEXES = (("workspace_id", "seq"),)

    seq = IntegerProperty()
    type = StringProperty()
    ids = ArrayProperty(StringProperty())
    min_day = IntegerProperty()


class Cursor(Record):
    OWNER = "events"
    ABOUT = "How far a consumer has followed the event log."

    seq = IntegerProperty()


LABELS: tuple[type[Record], ...] = (
    Workspace, Principal, User, Team, Token, Account, Domain, Contact, Identity, Alias, Stakeholder, Interaction, Email,
    Meeting, Call, Ticket, Message, Content, Evidence, UsageSeries, Release, Topic, Opportunity, ShareClaim,
    SourceState,
    Spell, SourceSpell, Series, ModelVersion, Playbook, Action, Decision, Event, Cursor, Tombstone,
)  # fmt: skip
"""All labels, in the order they are documented."""
