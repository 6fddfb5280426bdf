"""What a signature says, field by field, each with its exact place; no rule lives here."""

from dataclasses import dataclass

PHONE_KINDS = ("work", "mobile", "fax", "home")


@dataclass(frozen=True, slots=True)
class Field:
    """One value of a signature: it was read from `text[start:end]` by `rule`; `confidence` in 0..1 orders the rules."""

    value: str
    start: int
    end: int
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True)
class Phone:
    """A telephone number: `value` in E.164 (without an extension), `raw` as written, `kind` one of `PHONE_KINDS`."""

    value: str
    kind: str
    raw: str
    start: int
    end: int
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True)
class Signature:
    """What the sender says of themself at the end of their own text; what is not said is None or empty.

    `start` and `end` enclose everything the fields were read from, in code points of the text.
    """

    start: int
    end: int
    name: Field | None = None
    title: Field | None = None
    department: Field | None = None
    company: Field | None = None
    phones: tuple[Phone, ...] = ()
    emails: tuple[Field, ...] = ()
    urls: tuple[Field, ...] = ()
    linkedin: Field | None = None
    address: tuple[Field, ...] = ()
