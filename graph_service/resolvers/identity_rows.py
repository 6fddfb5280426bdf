"""The rows of the reads about identity, as `cypher/read` returns them. No behaviour."""

from dataclasses import dataclass

from graph_service.resolvers.rows import Millis, Named


@dataclass(frozen=True, slots=True)
class PersonSource:
    """A person by name, addresses and accounts."""

    uid: str
    name: str
    addresses: list[str]
    accounts: list[Named]


@dataclass(frozen=True, slots=True)
class DoubtSource:
    """What speaks for two identities being one person's; `matched` says it in words."""

    rule: str
    p: float
    matched: str
    one: str
    other: str


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """Two people who may be one; `p` is of the surest doubt, `key` breaks ties of the order."""

    key: str
    p: float
    people: list[PersonSource]
    doubts: list[DoubtSource]


@dataclass(frozen=True, slots=True)
class ExplainedContactSource:
    """The person whose identities are explained."""

    uid: str
    name: str
    accounts: list[Named]
    is_shared: bool


@dataclass(frozen=True, slots=True)
class IdentitySource:
    """One identity and why it stands for the person. Rule, p and `matched` are empty for whom sees them in part."""

    kind: str
    value: str
    name: str
    known_at: Millis | None
    rule: str
    p: float | None
    matched: str
    by: str


@dataclass(frozen=True, slots=True)
class JudgementSource:
    """What somebody said of one of the person's identities and another one."""

    is_same: bool
    own: str
    other: str
    person_uid: str
    person: str
    at: Millis | None
    by: str
    by_name: str | None


@dataclass(frozen=True, slots=True)
class StrangerSource:
    """Somebody else the person may be."""

    person_uid: str
    person: str
    rule: str
    p: float
    matched: str
    own: str
    other: str


@dataclass(frozen=True, slots=True)
class ExplanationRow:
    """Why a person is one person."""

    contact: ExplainedContactSource
    identities: list[IdentitySource]
    decisions: list[JudgementSource]
    doubts: list[StrangerSource]


@dataclass(frozen=True, slots=True)
class OwnIdentity:
    """An identity by uid."""

    uid: str
    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class JudgedRow:
    """A person whose identity the viewer may decide on.

    `asked` is the id that was given, perhaps an old one; `version` grows with each decision on them.
    """

    asked: str
    uid: str
    is_shared: bool
    is_settled: bool
    version: int
    identities: list[OwnIdentity]
