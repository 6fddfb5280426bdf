"""What can be asked: the fields and relations of accounts, contacts, asks and ties, beside the models they come from.

A declarative table only. Choices are read from the models' declarations; a test holds every entry against them.
"""

from typing import Any

from graph_service.graph.models import Account, Evidence, Record, Stakeholder
from graph_service.query.words import Field, Kind, Past, Relation, Target

LATER = {"meeting": "meetings", "action": "actions", "user": "users"}
"""Targets whose facts are not in the graph yet; asking for one is refused in plain words."""


def _choices(model: type[Record], prop: str) -> tuple[tuple[str, str], ...]:
    declared: dict[str, Any] = model.defined_properties(rels=False, aliases=False)
    return tuple(sorted(dict(declared[prop].choices).items()))


SHIFTS = ("falling", "rising")
_LEAVING: dict[str, Any] = {
    "past": Past.SPELL, "stored_as": "departure", "otherwise": "present", "before": "away", "final": "departed",
}  # fmt: skip
"""How the state of somebody's departure is told of the past: who is away is so, unless they have left."""
_TOLD: dict[str, Any] = {"whole": True, "sourced": "role_source"}
"""What a title says: a profile or signature may be from the mail of an account that the viewer does not see."""

ACCOUNT = Target(
    "account",
    "A customer firm.",
    (
        Field("name", Kind.TEXT, "Account", "name", "Its name."),
        Field("segment", Kind.TEXT, "Account", "segment", "Its segment in the CRM.",
              past=Past.KNOWN, known_by="known_at", loose=True),
        Field("country", Kind.TEXT, "Account", "country", "Its country in the CRM.",
              past=Past.KNOWN, known_by="known_at", loose=True),
        Field("arr", Kind.NUMBER, "Account", "arr", "Its revenue a year, in its own currency.",
              ("annual revenue", "revenue"), Past.KNOWN, known_by="known_at"),
        Field("renewal", Kind.DAY, "Account", "renewal_at", "The day its contract renews.", ("renewal date", "renews"),
              Past.KNOWN, known_by="known_at", faces="future", whole_day=True),
        Field("lifecycle", Kind.TEXT, "Account", "lifecycle", "Its stage of life in the CRM.", ("life cycle", "stage"),
              Past.KNOWN, known_by="known_at", loose=True),
        Field("tracked", Kind.FLAG, "Account", "is_tracked", "It is one of the accounts we look after."),
        Field("in crm", Kind.FLAG, "Account", "in_crm", "The CRM has it.", past=Past.KNOWN, known_by="known_at"),
        Field("coverage", Kind.SHARE, "Account", "coverage", "How well its people are covered, 0 to 1.",
              past=Past.SERIES, stored_as="coverage", limits=(0, 1)),
        Field("single threaded share", Kind.SHARE, "Account", "single_threaded_share",
              "How much of the relationship hangs on one person, 0 to 1.", ("single threaded", "main contact share"),
              Past.SERIES, "single_threaded_share", limits=(0, 1)),
        Field("quiet", Kind.FLAG, "Account", "quiet_state", "It is silent beyond its own rhythm.",
              past=Past.SPELL, stored_as="quiet", equals="quiet"),
        Field("last inbound", Kind.DAY, "Account", "last_inbound_at", "The day of the last mail from them.",
              ("last mail from them",), Past.SERIES, "last_inbound_day", whole_day=True),
        Field("last interaction", Kind.DAY, "Account", "last_interaction_at", "The day of the last mail either way.",
              ("last contact",), Past.SERIES, "last_interaction_day", whole_day=True),
        Field("silence", Kind.AGE, "Account", "last_inbound_at", "How long since their last mail.", ("silent",),
              Past.SERIES, "last_inbound_day", whole_day=True),
        Field("rhythm days", Kind.NUMBER, "Account", "rhythm_days", "The usual days between their mails.",
              ("rhythm",), Past.SERIES, "rhythm_days"),
        Field("active contacts", Kind.NUMBER, "Account", "active_contact_count", "How many of its people are active.",
              ("active contact count",), Past.SERIES, "active_contact_count"),
        Field("contacts", Kind.NUMBER, "Account", "contact_count", "How many of its people are known.",
              ("contact count",), Past.SERIES, "contact_count"),
        Field("health", Kind.NUMBER, "Account", "health", "How it is doing, 0 to 100; unknown on too few signals.",
              ("health score",), Past.SERIES, "health", limits=(0, 100)),
        Field("health share", Kind.SHARE, "Account", "health_share", "The share of health's signals there, 0 to 1.",
              past=Past.LOST, limits=(0, 1)),
        Field("sentiment", Kind.NUMBER, "Account", "sentiment", "The tone of its people, -1 to 1.",
              ("tone",), Past.SERIES, "sentiment", limits=(-1, 1)),
        Field("sentiment trend", Kind.CHOICE, "Account", "sentiment_trend", "Where the tone of its people is heading.",
              ("tone trend",), Past.SPELL, "sentiment", choices=_choices(Account, "sentiment_trend"),
              otherwise="steady", kept=SHIFTS),
        Field("usage", Kind.CHOICE, "Account", "usage_state", "Whether use of the product is falling, or has stopped.",
              ("usage trend",), Past.SPELL, "usage", choices=_choices(Account, "usage_state"),
              otherwise="steady", kept=("falling",)),
        Field("usage change", Kind.SHARE, "Account", "usage_change", "How far use fell: -0.4 is down 40 %; only while "
              "it is falling.", ("change of usage",), Past.LOST),
        Field("ticket surge", Kind.FLAG, "Account", "ticket_state", "More tickets than its own rate explains.",
              ("surge of tickets", "surge in tickets"), Past.SPELL, "tickets", equals="surge"),
        Field("champions", Kind.NUMBER, "Account", "champion_count", "How many champions it has, those at risk too.",
              ("champion count",), Past.LOST),
        Field("departed contacts", Kind.NUMBER, "Account", "departed_count", "How many people left or are leaving.",
              ("departed contact count",), Past.LOST),
        Field("ghosts", Kind.NUMBER, "Account", "ghost_count", "How many take part whom the CRM lacks.",
              ("ghost count",), Past.LOST),
        Field("competitors", Kind.TEXTS, "Account", "competitors", "Competitors its people named in 90 days.",
              ("competitor",), Past.SPELL, "competitor", detail=True),
    ),
    (Relation("contact", "contact", ("contacts", "stakeholder")), Relation("ask", "ask", ("asks",))),
    ("accounts", "customer", "customers"),
    ("account_uid",),
)  # fmt: skip

CONTACT = Target(
    "contact",
    "A person at a customer firm.",
    (
        Field("name", Kind.TEXT, "Stakeholder", "name", "Their name."),
        Field("title", Kind.TEXT, "Stakeholder", "title", "Their job title in the CRM.", ("job title",),
              Past.KNOWN, known_by="crm_known_at"),
        Field("strength", Kind.NUMBER, "Stakeholder", "strength", "Strength of the relationship, 0 to 100.",
              past=Past.SERIES, stored_as="strength", limits=(0, 100)),
        Field("strength trend", Kind.CHOICE, "Stakeholder", "strength_trend", "Where the strength is heading.",
              ("trend",), Past.LOST, choices=_choices(Stakeholder, "strength_trend")),
        Field("engagement", Kind.CHOICE, "Stakeholder", "engagement_level", "How engaged they are.",
              ("engagement level",), Past.SPELL, "engagement", choices=_choices(Stakeholder, "engagement_level")),
        Field("reply rate", Kind.SHARE, "Stakeholder", "reply_rate", "The share of our asks they answer, 0 to 1.",
              past=Past.SERIES, stored_as="reply_rate", limits=(0, 1)),
        Field("reply hours", Kind.NUMBER, "Stakeholder", "reply_hours", "Business hours they take to answer.",
              ("reply time",), Past.SERIES, "reply_hours"),
        Field("last inbound", Kind.DAY, "Stakeholder", "last_inbound_at", "The day of the last mail from them.",
              ("last mail from them",), Past.SERIES, "last_inbound_day"),
        Field("last interaction", Kind.DAY, "Stakeholder", "last_interaction_at",
              "The day of the last mail either way.", ("last contact",), Past.SERIES, "last_interaction_day"),
        Field("silence", Kind.AGE, "Stakeholder", "last_inbound_at", "How long since their last mail.", ("silent",),
              Past.SERIES, "last_inbound_day"),
        Field("in crm", Kind.FLAG, "Stakeholder", "in_crm", "The CRM has them.",
              past=Past.KNOWN, known_by="crm_known_at"),
        Field("shared mailbox", Kind.FLAG, "Stakeholder", "kind", "A shared mailbox, not a person.", ("shared",),
              equals="shared"),
        Field("role", Kind.TEXT, "Stakeholder", "role_title", "Their title, from the best of all sources.",
              ("role title",), Past.SPELL, "role", loose=True, **_TOLD),
        Field("role source", Kind.TEXT, "Stakeholder", "role_source", "Where their title is from, such as linkedin.",
              past=Past.LOST, loose=True, **_TOLD),
        Field("level", Kind.NUMBER, "Stakeholder", "role_level", "Their rank, 1 (staff) to 6 (top management).",
              ("role level", "seniority", "rank"), Past.LOST, limits=(1, 6), **_TOLD),
        Field("function", Kind.TEXTS, "Stakeholder", "role_functions", "What they work in, such as finance.",
              ("functions", "role function"), Past.LOST, **_TOLD),
        Field("decision power", Kind.SHARE, "Stakeholder", "decision_power", "How much they decide, 0 to 1.",
              past=Past.SERIES, stored_as="decision_power", limits=(0, 1)),
        Field("proxy", Kind.FLAG, "Stakeholder", "is_proxy", "They act for somebody else, as an assistant does.",
              ("assistant",), Past.LOST, **_TOLD),
        Field("influence", Kind.SHARE, "Stakeholder", "influence", "How much others there look to them, 0 to 1.",
              past=Past.SERIES, stored_as="influence", limits=(0, 1)),
        Field("sentiment", Kind.NUMBER, "Stakeholder", "sentiment", "Their tone, -1 to 1.",
              ("tone",), Past.SERIES, "sentiment", limits=(-1, 1)),
        Field("sentiment trend", Kind.CHOICE, "Stakeholder", "sentiment_trend", "Where their tone is heading.",
              ("tone trend",), Past.SPELL, "sentiment", choices=_choices(Stakeholder, "sentiment_trend"),
              otherwise="steady", kept=SHIFTS),
        Field("sentiment texts", Kind.NUMBER, "Stakeholder", "sentiment_texts", "How many recent texts that rests on.",
              past=Past.SERIES, stored_as="sentiment_texts"),
        Field("champion", Kind.CHOICE, "Stakeholder", "champion_state", "Whether they speak up for us.",
              ("champion status", "champion state"), Past.SPELL, "champion",
              choices=_choices(Stakeholder, "champion_state"), otherwise="none"),
        Field("champion probability", Kind.SHARE, "Stakeholder", "champion_probability",
              "How likely they are a champion, 0 to 1.", past=Past.SERIES, stored_as="champion_probability",
              limits=(0, 1)),
        Field("departure", Kind.CHOICE, "Stakeholder", "departure_state", "Whether they are still there.",
              ("departure status", "departure state"), choices=_choices(Stakeholder, "departure_state"), **_LEAVING),
        Field("departed", Kind.DAY, "Stakeholder", "departure_state", "The day their departure was first known.",
              ("left", "departure day"), Past.OPENED, "departure", equals="departed", whole_day=True),
        Field("away", Kind.FLAG, "Stakeholder", "departure_state", "They are away for a while.", equals="away",
              **_LEAVING),
        Field("gone quiet", Kind.FLAG, "Stakeholder", "departure_state", "Gone quiet, may have left.",
              equals="gone_quiet", **_LEAVING),
        Field("departure probability", Kind.SHARE, "Stakeholder", "departure_probability",
              "How likely they have left, 0 to 1.", past=Past.SERIES, stored_as="departure_probability",
              limits=(0, 1)),
        Field("new employer", Kind.TEXT, "Stakeholder", "new_employer", "Where they went; of people seen whole.",
              past=Past.SPELL, stored_as="departure", loose=True, detail=True, whole=True),
        Field("ghost", Kind.FLAG, "Stakeholder", "is_ghost", "They take part, and the CRM lacks them.",
              past=Past.LOST),
    ),
    (
        Relation("account", "account", ("customer",), single=True, always=True),
        Relation("ask", "ask", ("asks",)),
        Relation("tie", "tie", ("ties",)),
    ),
    ("contacts", "stakeholder", "stakeholders"),
    ("account_uid", "stakeholder_uid"),
)  # fmt: skip

ASK = Target(
    "ask",
    "A sentence in which somebody asks for something.",
    (
        Field("open", Kind.FLAG, "Evidence", "answered_at", "No answer was seen.", ("unanswered",), Past.EVENT),
        Field("answered", Kind.FLAG, "Evidence", "answered_at", "An answer was seen.", past=Past.EVENT),
        Field("direction", Kind.CHOICE, "Evidence", "direction", "Who is asked: us, or them by us.",
              choices=_choices(Evidence, "direction"), shorthand=True),
        Field("waiting", Kind.AGE, "Evidence", "at", "How long since it was asked.", ("age",), Past.EVENT, clock=True),
        Field("confidence", Kind.SHARE, "Evidence", "confidence", "How sure the reader is, 0 to 1.", limits=(0, 1)),
    ),
    (
        Relation("account", "account", ("customer",), single=True, always=True),
        Relation("contact", "contact", ("stakeholder", "writer"), single=True),
    ),
    ("asks", "request", "requests"),
    ("account_uid", "stakeholder_uid", "evidence_uid"),
)  # fmt: skip

TIE = Target(
    "tie",
    "What binds a contact to one of our people.",
    (
        Field("user", Kind.TEXT, "User", "name", "The name of our colleague.", ("colleague",)),
        Field("strength", Kind.NUMBER, "KNOWS", "strength", "Strength of the tie, 0 to 100.",
              past=Past.EDGE_SERIES, limits=(0, 100)),
        Field("last interaction", Kind.DAY, "KNOWS", "last_at", "The day of their last mail.", ("last contact",),
              Past.EDGE_DAYS, whole_day=True),
    ),
    (),
    ("ties",),
    askable=False,
)  # fmt: skip

TARGETS: dict[str, Target] = {target.name: target for target in (ACCOUNT, CONTACT, ASK, TIE)}
"""All targets by name."""


def target_names() -> dict[str, Target]:
    """Return the targets that may be asked for, by every wording."""
    return {word: item for item in TARGETS.values() if item.askable for word in (item.name, *item.synonyms)}
