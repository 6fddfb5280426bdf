"""The relationship types: their ends, their properties, and the one package that may write each."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RelationshipType:
    """`(start)-[name {properties}]->(end)`; several labels are separated by `|`."""

    name: str
    start: str
    end: str
    owner: str
    about: str
    properties: tuple[str, ...] = ()


TYPES: tuple[RelationshipType, ...] = (
    RelationshipType("MEMBER_OF", "User|Team", "Team", "admin", "Sight of the team is sight of its members."),
    RelationshipType(
        "CAN_SEE", "Principal", "Account", "grants", "Sight, from the CRM's claims.", ("level", "via")
    ),
    RelationshipType("BELONGS_TO", "Domain", "Account", "ingest", "Its mail is this account's.", ("rule",)),
    RelationshipType(
        "SAME_AS", "Identity", "Contact", "ingest", "A merge adds these, an un-merge removes them.",
        ("rule", "p", "matched", "version", "by"),
    ),
    RelationshipType("ALIAS_OF", "Alias", "Contact", "ingest", "Whom an old id means."),
    RelationshipType(
        "MAY_MATCH", "Identity", "Identity", "ingest", "Perhaps one person; somebody should look.",
        ("rule", "p", "matched"),
    ),
    RelationshipType(
        "MUST_MATCH", "Identity", "Identity", "ingest", "Somebody said: one person.", ("by", "at", "rule")
    ),
    RelationshipType(
        "MUST_DIFFER", "Identity", "Identity", "ingest", "Somebody said: two people.", ("by", "at", "rule")
    ),
    RelationshipType("IS", "Contact", "Stakeholder", "ingest", "The person behind a stakeholder."),
    RelationshipType("AT", "Stakeholder", "Account", "ingest", "The account of a stakeholder."),
    RelationshipType(
        "WORKS_AT", "Contact", "Account", "ingest", "What a CRM says of employment.",
        ("title", "source", "source_id", "known_at", "name", "name_rank", "rule"),
    ),
    RelationshipType(
        "TOOK_PART", "Stakeholder|Contact|User", "Interaction", "ingest",
        "Who was in it: as from, to, cc, organizer, attendee, speaker.",
        ("role", "identity_uid", "response", "answered_at"),
    ),
    RelationshipType(
        "ABOUT", "Interaction|Evidence", "Account", "ingest", "The accounts of those who took part, or of a CRM note."
    ),
    RelationshipType("HAS_CONTENT", "Interaction", "Content", "ingest", "The words."),
    RelationshipType("FROM", "Evidence", "Interaction", "ingest", "Where the sentence stands."),
    RelationshipType(
        "SPEAKS_OF", "Evidence", "Stakeholder|Contact|User", "ingest", "Whom a bounce or a saying is about."
    ),
    RelationshipType("USES", "Account", "UsageSeries", "ingest", "What is used there, day by day."),
    RelationshipType("BY", "Evidence", "Stakeholder|Contact|User", "ingest", "Who wrote the sentence."),
    RelationshipType("OF", "Opportunity", "Account", "ingest", "The account of a deal."),
    RelationshipType("HAS_SOURCE_SPELL", "Account|Identity", "SourceSpell", "ingest", "An attribute or job over time."),
    RelationshipType(
        "KNOWS", "Stakeholder", "User", "inference", "A tie: its days, strength and terms.",
        ("days", "units_in", "units_out", "strength", "term_names", "term_values", "last_at", "series_days",
         "series_values"),
    ),
    RelationshipType("HAS_SPELL", "Stakeholder|Account", "Spell", "inference", "A state over time."),
    RelationshipType("HAS_SERIES", "Stakeholder|Account", "Series", "inference", "A number over time."),
    RelationshipType(
        "SUPPORTED_BY", "Series|Spell", "Interaction|Evidence", "inference", "What a term rests on.", ("term",)
    ),
    RelationshipType("ON_TOPIC", "Evidence", "Topic", "inference", "The group a request belongs to."),
    RelationshipType(
        "ANSWERS", "Release", "Evidence", "inference",
        "A change we shipped that answers a request; `state` auto, or review where somebody should look.",
        ("p", "state", "item", "known_at", "term_names", "term_values"),
    ),
    RelationshipType(
        "SUCCEEDED_BY", "Stakeholder", "Stakeholder", "inference", "Who may have taken over from somebody who left.",
        ("p", "known_at", "term_names", "term_values"),
    ),
    RelationshipType(
        "MOVED_TO", "Stakeholder", "Stakeholder", "inference", "The same person at the account they moved to.",
        ("p", "known_at", "term_names", "term_values"),
    ),
    RelationshipType("ANSWERED_BY", "Evidence", "Interaction", "inference", "What answers an ask.", ("rule",)),
    RelationshipType("MADE", "Playbook", "Action", "rules", "The playbook behind an action."),
    RelationshipType("CONCERNS", "Action", "Account|Stakeholder", "rules", "Whom the action is about."),
    RelationshipType(
        "TELLS_OF", "Action", "Account", "rules", "Another account in its words: only who sees it too sees the action."
    ),
    RelationshipType(
        "BECAUSE_OF", "Action", "Evidence|Interaction|Stakeholder|Spell", "rules", "The reasons, to click on.",
        ("term",),
    ),
    RelationshipType(
        "ON", "Decision", "Action|Identity|Evidence|Interaction|Release|Stakeholder", "rules",
        "What or who was decided about; `part` is that of a request in a decision on topics. Such a decision is also "
        "on the interactions that its requests are from: who may not read them all does not see it.", ("part",),
    ),
)  # fmt: skip
