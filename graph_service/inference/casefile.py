"""Everything that is known of one account: its people, what happened between them and us, and what was said.

Owns the records that the People Graph is inferred from, and a few looks into them. They hold facts of sources and
what was inferred of each person alone (strength, engagement), never what is inferred of the account as a whole.
Days are epoch days of the workspace's time zone. Every `known` day is the first on which the fact could be known:
what is known after the horizon must not be used.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from graph_service.domain.facts import SeriesFact, SpellFact
from graph_service.inference.touches import Answer, AskOutcome, Touch


@dataclass(frozen=True, slots=True)
class Saying:
    """One piece of evidence: a sentence, a bounce, an automatic reply, a note of the CRM. Rejected ones are left out.

    `kind`, `topic`, `value`, `weight`, `rule` are those of `reading.findings.Finding` (`docs/reading.md`); kinds beside
    the readers': `bounce` (topic hard or soft, value the address), `auto_reply` (topic left, away, leave …),
    `crm_note`. `by_uid` said it: a stakeholder's or user's uid, empty where unknown; `by_us`: one of ours or the CRM.
    `about_uid` is the stakeholder it speaks of, where known. `channel` is that of its interaction, empty for notes.
    `answered_day` is that of an ask. `asked` are whom an ask was put to.
    """

    uid: str
    kind: str
    at_ms: int
    day: int
    interaction_uid: str
    channel: str
    by_uid: str
    by_us: bool
    about_uid: str = ""
    topic: str = ""
    value: str = ""
    weight: float = 0.0
    confidence: float = 0.0
    rule: str = ""
    quote: str = ""
    person: str = ""
    address: str = ""
    firm: str = ""
    until_day: int | None = None
    answered_day: int | None = None
    asked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody's part in an occasion: role (from, to, cc, organizer, attendee, speaker, requester, assignee …)."""

    uid: str
    role: str
    response: str = ""


@dataclass(frozen=True, slots=True)
class Occasion:
    """One interaction of the account. `people` are stakeholders of this account, `users` ours.

    `size` counts all participants, strangers too. `sender_uid` is who wrote or opened it (a stakeholder or a user),
    empty where that is nobody known. `series_id` names a recurring meeting. Tickets: `priority`, `status`,
    `ticket_type`, `tags`, `satisfaction`; a comment on a ticket has the ticket's thread and channel `ticket` too, and
    `is_opening` is False for it.
    """

    uid: str
    at_ms: int
    day: int
    channel: str
    direction: str
    thread_id: str
    sender_uid: str
    people: tuple[Part, ...]
    users: tuple[Part, ...]
    size: int
    is_automatic: bool = False
    is_opening: bool = True
    series_id: str = ""
    status: str = ""
    priority: str = ""
    ticket_type: str = ""
    satisfaction: str = ""
    tags: tuple[str, ...] = ()

    @property
    def is_together(self) -> bool:
        """Tell whether both sides were there at once."""
        return self.channel in {"meeting", "call"}


@dataclass(frozen=True, slots=True)
class Title:
    """A title as a source said it. `source`: signature, linkedin or crm; `last_day` is when it was said last."""

    text: str
    source: str
    known_day: int
    last_day: int


@dataclass(frozen=True, slots=True)
class Job:
    """A job as a profile said it on `known_day`; `is_here`: at this account. Days are None where it gave none."""

    company: str
    title: str
    from_day: int | None
    to_day: int | None
    known_day: int
    is_here: bool


@dataclass(frozen=True, slots=True)
class Ruling:
    """What one of us decided: champion, not_champion, departed, not_departed; it holds from `day`.

    With `departed` may come the last day there (before or after `day`) and where they went.
    """

    kind: str
    day: int
    uid: str
    by_uid: str = ""
    last_day: int | None = None
    employer: str = ""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The same person at another account, first seen there on `first_day` (None: only listed)."""

    account_uid: str
    account_name: str
    stakeholder_uid: str
    first_day: int | None


@dataclass(frozen=True, slots=True)
class Person:
    """One stakeholder with all that is their own. `is_person` is False for shared mailboxes and automatic senders.

    `asks` are ours to them. `strength`, `engagement` (spells) and `units` (A_45, the decayed sum behind engagement)
    are inferred of them alone (`inference.own_facts`). `crm_day` is the first day the CRM is known to list them at
    this account (None: a ghost).
    """

    uid: str
    contact_uid: str
    name: str
    is_person: bool = True
    first_seen_day: int | None = None
    crm_day: int | None = None
    is_inactive_in_crm: bool = False
    addresses: tuple[str, ...] = ()
    touches: tuple[Touch, ...] = ()
    asks: tuple[AskOutcome, ...] = ()
    titles: tuple[Title, ...] = ()
    jobs: tuple[Job, ...] = ()
    elsewhere: tuple[Elsewhere, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    strength: SeriesFact = field(default=SeriesFact("strength", (), ()))
    units: SeriesFact = field(default=SeriesFact("engagement_units", (), ()))
    engagement: tuple[SpellFact, ...] = ()


@dataclass(frozen=True, slots=True)
class Usage:
    """Daily counts of one feature, by one user of the account or by nobody known (`stakeholder_uid` empty)."""

    feature: str
    stakeholder_uid: str
    days: tuple[int, ...]
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CaseFile:
    """One account with everything in it; occasions and sayings ascend by (time, uid), people by uid.

    `answers` are those of the asks that this account decides on, None for an open one.
    """

    uid: str
    name: str
    country: str = ""
    arr: float | None = None
    renewal_day: int | None = None
    domains: tuple[str, ...] = ()
    people: tuple[Person, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    sayings: tuple[Saying, ...] = ()
    usage: tuple[Usage, ...] = ()
    answers: Mapping[str, Answer | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Backdrop:
    """What holds for the whole workspace: the one channel allowed between accounts (decision 17).

    `frozen` are (channel, day) on which a source was unhealthy: silence in it says nothing. `shutdown_days` are days
    of weeks in which all our traffic lay still. `usage_common` is day → median change of use over all accounts, in
    ln units (see `inference.usage`). `tickets_per_week` is the mean of an account.
    """

    frozen: frozenset[tuple[str, int]] = frozenset()
    shutdown_days: frozenset[int] = frozenset()
    usage_common: tuple[tuple[int, float], ...] = ()
    tickets_per_week: float = 0.7


def sayings_of(case: CaseFile, kinds: Iterable[str], horizon_day: int) -> list[Saying]:
    """Return the sayings of `kinds` up to the horizon, in order."""
    wanted = frozenset(kinds)
    return [one for one in case.sayings if one.kind in wanted and one.day <= horizon_day]


def occasions_of(case: CaseFile, horizon_day: int) -> Sequence[Occasion]:
    """Return the occasions up to the horizon that people made, automatic mail left out."""
    return [one for one in case.occasions if one.day <= horizon_day and not one.is_automatic]
