"""The statements inference runs, bound to their types: one record a subject with compact lists, not a row a mail."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from graph_service.graph.query import NoParams, NoRow, ReadQuery, RowsParams, WriteQuery
from graph_service.graph.query import Uids as Uids  # noqa: PLC0414  # given on beside the statements that take it

Millis = int


@dataclass(frozen=True, slots=True)
class Due:
    """Up to when a review counts as due."""

    as_of: datetime


@dataclass(frozen=True, slots=True)
class EventsAfter:
    """Whose cursor, and how many events at once."""

    consumer: str
    limit: int


@dataclass(frozen=True, slots=True)
class EventsFrom:
    """From which event on, and how many at once."""

    seq: int
    limit: int


@dataclass(frozen=True, slots=True)
class CursorTo:
    """Where a consumer's cursor goes."""

    consumer: str
    seq: int


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event of the log."""

    seq: int
    type: str
    ids: list[str]
    min_day: int


@dataclass(frozen=True, slots=True)
class UidList:
    """Many uids in one record."""

    uids: list[str]


@dataclass(frozen=True, slots=True)
class FirstRow:
    """The moment of the first interaction."""

    first: Millis


@dataclass(frozen=True, slots=True)
class ModelRow:
    """One month's pinned values."""

    month: str
    names: list[str]
    values: list[float]


@dataclass(frozen=True, slots=True)
class ToneRows:
    """(evidence, at, stakeholder, channel, tone) of all texts."""

    texts: list[tuple[str, Millis, str, str, float]]


@dataclass(frozen=True, slots=True)
class RequestRows:
    """(evidence, at, account, stakeholder, quote, value, topic, confidence) of all requests."""

    requests: list[tuple[str, Millis, str, str, str, str, str, float]]


@dataclass(frozen=True, slots=True)
class ReleaseRows:
    """(release, name, notes, items, shipped at, known at) of all releases."""

    releases: list[tuple[str, str, str, list[str], Millis | None, Millis | None]]


@dataclass(frozen=True, slots=True)
class CorrectionRows:
    """(decision, kind, at, place in the log, note, (part, request) of each it names) of what holds of topics."""

    corrections: list[tuple[str, str, Millis, int, str, list[tuple[str, str]]]]


@dataclass(frozen=True, slots=True)
class AnswerRulingRows:
    """(release, request, whether it answers, at) of what people said of releases and requests."""

    rulings: list[tuple[str, str, bool, Millis]]


@dataclass(frozen=True, slots=True)
class InZone:
    """In which time zone days are counted."""

    time_zone: str


@dataclass(frozen=True, slots=True)
class VolumeRow:
    """How many interactions of a channel there were on each ISO day."""

    channel: str
    days: list[str]
    counts: list[int]


@dataclass(frozen=True, slots=True)
class UsageRow:
    """The series of use of one account, each as (feature, user, days, counts)."""

    account_uid: str
    series: list[tuple[str, str, list[int], list[int]]]


@dataclass(frozen=True, slots=True)
class TicketDaysRow:
    """When the tickets of one account were opened."""

    account_uid: str
    moments: list[Millis]


@dataclass(frozen=True, slots=True)
class CaseRow:
    """Half of an account's case file: its people, or what happened there (`cases` and `case_events` name the lists)."""

    case: dict[str, Any]


READ_EVENTS = ReadQuery("events.read_events", EventsAfter, EventRow)
READ_EVENTS_FROM = ReadQuery("events.read_events_from", EventsFrom, EventRow)
MOVE_CURSOR = WriteQuery("events.move_cursor", CursorTo, NoRow)
READ_TONES = ReadQuery("inference.read_tones", NoParams, ToneRows)
READ_REQUESTS = ReadQuery("inference.read_requests", NoParams, RequestRows)
READ_TOPIC_CORRECTIONS = ReadQuery("inference.read_topic_corrections", NoParams, CorrectionRows)
READ_ANSWER_RULINGS = ReadQuery("inference.read_answer_rulings", NoParams, AnswerRulingRows)
READ_RELEASES = ReadQuery("inference.read_releases", NoParams, ReleaseRows)
READ_VOLUMES = ReadQuery("inference.read_volumes", InZone, VolumeRow)
READ_USAGE = ReadQuery("inference.read_usage", NoParams, UsageRow)
READ_TICKET_DAYS = ReadQuery("inference.read_ticket_days", NoParams, TicketDaysRow)
WRITE_TOPICS = WriteQuery("inference.write_topics", RowsParams, NoRow)
DROP_TOPICS = WriteQuery("inference.drop_topics", Uids, NoRow)
WRITE_RELEASE_ANSWERS = WriteQuery("inference.write_release_answers", RowsParams, NoRow)
READ_CASE_PEOPLE = ReadQuery("inference.read_case_people", Uids, CaseRow)
READ_CASE_EVENTS = ReadQuery("inference.read_case_events", Uids, CaseRow)
LIST_ACCOUNTS = ReadQuery("inference.list_accounts", NoParams, UidList)
DUE_STAKEHOLDERS = ReadQuery("inference.due_stakeholders", Due, UidList)
DUE_ACCOUNTS = ReadQuery("inference.due_accounts", Due, UidList)
ACCOUNTS_OF = ReadQuery("inference.accounts_of", Uids, UidList)
PICK_ACCOUNTS = ReadQuery("inference.pick_accounts", Uids, UidList)
FIRST_DAY = ReadQuery("inference.first_day", NoParams, FirstRow)
READ_MODELS = ReadQuery("inference.read_models", NoParams, ModelRow)
WRITE_MODELS = WriteQuery("inference.write_models", RowsParams, NoRow)
WRITE_STAKEHOLDERS = WriteQuery("inference.write_stakeholders", RowsParams, NoRow)
WRITE_ACCOUNTS = WriteQuery("inference.write_accounts", RowsParams, NoRow)
WRITE_STAKEHOLDER_SERIES = WriteQuery("inference.write_stakeholder_series", RowsParams, NoRow)
DROP_SERIES = WriteQuery("inference.drop_series", Uids, NoRow)
WRITE_ACCOUNT_SERIES = WriteQuery("inference.write_account_series", RowsParams, NoRow)
WRITE_STAKEHOLDER_SPELLS = WriteQuery("inference.write_stakeholder_spells", RowsParams, NoRow)
WRITE_ACCOUNT_SPELLS = WriteQuery("inference.write_account_spells", RowsParams, NoRow)
WRITE_LINKS = WriteQuery("inference.write_links", RowsParams, NoRow)
WRITE_TIES = WriteQuery("inference.write_ties", RowsParams, NoRow)
WRITE_SUPPORT = WriteQuery("inference.write_support", RowsParams, NoRow)
WRITE_ANSWERS = WriteQuery("inference.write_answers", RowsParams, NoRow)
