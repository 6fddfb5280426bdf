"""From the cells of one row to records: one function per kind of table.

Ids stay as the file writes them. Offsets in places are set by the connector; here they are 0.
"""

import re
from collections.abc import Callable, Iterator, Mapping

from graph_service.ingest.connector import (
    AccountRecord,
    ContactRecord,
    OpportunityRecord,
    Place,
    ShareRecord,
    SourceRecord,
    UserRecord,
)
from graph_service.ingest.connectors.crm_cells import Cells, RowError
from graph_service.ingest.connectors.crm_ids import people_in, record_id
from graph_service.ingest.connectors.crm_values import is_nothing
from graph_service.ingest.feed_records import NoteRecord

OWNER = "owner"
MAX_KEYS = 20
MAX_NOTE = 20_000
_RENEWAL = re.compile(r"renew|verlänger|verlenging|renouvel|reconduction|rinnovo|renovaci", re.IGNORECASE)


def read_records(cells: Cells, place: Place) -> Iterator[SourceRecord]:
    """Yield the records of one row; raises RowError when it has none to give."""
    if cells.switch("deleted"):
        raise RowError("The CRM marks this row as deleted.")
    yield from _READERS[cells.table.kind](cells, place)


def _account(cells: Cells, place: Place) -> Iterator[SourceRecord]:
    system, source_id = cells.table.system, cells.source_id()
    owner = record_id(cells.text("owner"), system)
    arr, currency = cells.amount("arr")
    account = AccountRecord(
        place,
        system,
        source_id,
        name=cells.full_name(),
        known_at=cells.known_at(),
        domains=cells.domains(),
        owner_source_id=owner,
        segment=cells.text("segment"),
        country=cells.text("country"),
        arr=arr,
        currency=cells.text("currency").upper() or currency or _currency_of_column(cells),
        renewal_at=cells.day("renewal"),
        lifecycle=cells.lifecycle(),
        created_at=cells.moment("created"),
        keys=tuple(dict.fromkeys(one for one in cells.table.cells(cells.row, "key") if not is_nothing(one)))[:MAX_KEYS],
    )
    yield account
    if owner:
        yield ShareRecord(place, system, source_id, owner, OWNER, "Owner")
    for user in people_in(cells.table.cell(cells.row, "shared"), system):
        if user != owner:
            yield ShareRecord(place, system, source_id, user, "read", "Shared with")


def _contact(cells: Cells, place: Place) -> Iterator[SourceRecord]:
    email = cells.email()
    accounts, source_id, known_at = cells.ids("account"), cells.source_id(), cells.known_at()
    if len(accounts) > 1:
        cells.problems.append(f"{cells.table.column_name('account')}: several accounts; the first one is used")
    account = accounts[0] if accounts else ""
    yield ContactRecord(
        place,
        cells.table.system,
        source_id,
        name=cells.full_name(fallback=email),
        known_at=known_at,
        account_source_id=account,
        email=email,
        title=cells.text("title"),
        phone=cells.text("phone"),
        created_at=cells.moment("created"),
        opted_out=cells.switch("opted_out"),
        company=cells.text("company"),
    )
    if note := cells.text("note", MAX_NOTE):
        key = f"contact/{source_id}"
        yield NoteRecord(place, cells.table.system, key, known_at, note, account, source_id, "Contact")


def _user(cells: Cells, place: Place) -> Iterator[SourceRecord]:
    email, is_archived, is_active = cells.email(), cells.switch("archived"), cells.switch("active")
    yield UserRecord(
        place,
        cells.table.system,
        cells.source_id(),
        email=email,
        name=cells.full_name(fallback=email),
        title=cells.text("title"),
        team=cells.text("team"),
        active=is_active is not False and is_archived is not True,
    )


def _share(cells: Cells, place: Place) -> Iterator[SourceRecord]:
    reason, level = cells.text("reason"), cells.text("level").casefold()
    # "None" is a level here, not a word for an empty cell.
    if cells.table.cell(cells.row, "level").casefold() == "none":
        raise RowError("The row grants no access (level None).")
    yield ShareRecord(
        place,
        cells.table.system,
        cells.source_id("account"),
        cells.source_id("user"),
        level=OWNER if OWNER in {reason.casefold(), level} else level or "read",
        reason=reason,
    )


def _opportunity(cells: Cells, place: Place) -> Iterator[SourceRecord]:
    accounts, stage, name = cells.ids("account"), cells.text("stage"), cells.full_name()
    hints = " ".join([cells.text("type"), cells.text("pipeline"), name])
    won = cells.switch("won")
    yield OpportunityRecord(
        place,
        cells.table.system,
        cells.source_id(),
        account_source_id=accounts[0] if accounts else "",
        name=name,
        known_at=cells.known_at(),
        stage=stage,
        amount=cells.amount("amount")[0],
        close_at=cells.day("close"),
        is_won=won or _outcome(stage),
        kind="renewal" if _RENEWAL.search(hints) else "other",
    )


def _task(cells: Cells, place: Place) -> Iterator[SourceRecord]:
    """Yield the note of a task, a call or a meeting. One without words is work, and says nothing of anybody."""
    text, subject, known_at = cells.text("text", MAX_NOTE), cells.text("subject"), cells.known_at()
    before = len(cells.problems)
    at = cells.moment("at") or known_at
    del cells.problems[before:]  # what is planned for later was written by now
    accounts, contacts = cells.ids("account"), cells.ids("contact")
    if text:
        account, contact = (ids[0] if ids else "" for ids in (accounts, contacts))
        yield NoteRecord(place, cells.table.system, cells.source_id(), at, text, account, contact, subject)


def _outcome(stage: str) -> bool | None:
    """Return True for a won deal, False for a lost one, None while it is open."""
    word = re.sub(r"[^a-z]", "", stage.casefold())
    if word.startswith(("closedwon", "won", "gewonnen")):
        return True
    return False if word.startswith(("closedlost", "lost", "verloren")) else None


def _currency_of_column(cells: Cells) -> str:
    """Return the currency that the header of the ARR column names: "ARR (EUR)"."""
    code = re.search(r"\b(EUR|USD|GBP|CHF|SEK|NOK|DKK|PLN|CAD|AUD|JPY)\b", cells.table.column_name("arr").upper())
    return code[1] if code and cells.table.cell(cells.row, "arr") else ""


_READERS: Mapping[str, Callable[[Cells, Place], Iterator[SourceRecord]]] = {
    "account": _account,
    "contact": _contact,
    "user": _user,
    "share": _share,
    "opportunity": _opportunity,
    "task": _task,
}
