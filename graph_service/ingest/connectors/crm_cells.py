"""The cells of one row as values, with a list of what could not be read.

A cell that cannot be read leaves its field unknown and is named in `problems`; only a row without id or name is
refused as a whole. Knows nothing about records.
"""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Literal, TypeVar

from graph_service.ingest.connectors.crm_amounts import read_amount
from graph_service.ingest.connectors.crm_columns import normalise
from graph_service.ingest.connectors.crm_dates import read_day, read_moment
from graph_service.ingest.connectors.crm_ids import record_id, record_ids
from graph_service.ingest.connectors.crm_table import Table
from graph_service.ingest.connectors.crm_values import is_nothing, read_domains, read_email, read_switch
from graph_service.ingest.connectors.csv_rows import Row

MAX_ID = 200
MAX_TEXT = 500
UNREADABLE_LETTER = "\ufffd"
FORMER = ("former", "churned", "churn", "lost", "past", "ehemalig", "cancelled", "canceled", "excustomer", "gekündigt")
PROSPECT = ("prospect", "lead", "subscriber", "marketingqualified", "salesqualified", "mql", "sql", "opportunity")
CUSTOMER = ("customer", "client", "evangelist", "kunde", "klant", "active")
Lifecycle = Literal["customer", "former", "prospect", ""]
T = TypeVar("T")


class RowError(Exception):
    """The row as a whole is refused; the message is the reason."""


class Cells:
    """One row of a bound table. Readers return None or "" for what is empty or cannot be read."""

    def __init__(self, table: Table, row: Row, export_at: datetime) -> None:
        self.table = table
        self.row = row
        self.export_at = export_at
        self.problems: list[str] = []

    def source_id(self, name: str = "id") -> str:
        """Return an id that must be there; raises RowError when it is not."""
        value = self.text(name, MAX_ID)
        if not value:
            raise RowError(f"The row has no value in {self.table.column_name(name)!r}.")
        return record_id(value, self.table.system)

    def ids(self, name: str) -> list[str]:
        """Return the ids that a cell lists, each once, in order."""
        return record_ids(self.table.cell(self.row, name), self.table.system)

    def text(self, name: str, longest: int = MAX_TEXT) -> str:
        """Return a cell on one line; longer than `longest` counts as unreadable."""
        value = self.table.cell(self.row, name)
        if is_nothing(value):
            return ""
        if len(value) > longest:
            return self._problem(name, f"longer than {longest} characters", "")
        if UNREADABLE_LETTER in value:
            self._problem(name, "holds letters that cannot be decoded", "")
        return " ".join(value.split())

    def full_name(self, fallback: str = "") -> str:
        """Return the name, else first and last name, else `fallback`; raises RowError when all are empty."""
        parts = [part for part in (self.text("first"), self.text("last")) if part]
        name = self.text("name") or " ".join(parts) or fallback
        if not name:
            raise RowError("The row has no name.")
        return name

    def amount(self, name: str) -> tuple[float | None, str]:
        """Return an amount that is not negative and the currency that its cell names."""
        decimal = self.table.options.decimal if self.table.options else ""
        unknown: tuple[float | None, str] = (None, "")
        value, currency = self._read(name, lambda text: read_amount(text, decimal), unknown)
        if value is not None and value < 0:
            return self._problem(name, "is negative", None), currency
        return value, currency

    def day(self, name: str) -> date | None:
        """Return a day."""
        order = self.table.options.dates if self.table.options else ""
        return self._read(name, lambda text: read_day(text, order), None)

    def moment(self, name: str) -> datetime | None:
        """Return a moment in UTC that does not lie after the export."""
        order = self.table.options.dates if self.table.options else ""
        value = self._read(name, lambda text: read_moment(text, order), None)
        if value is not None and value > self.export_at + timedelta(days=1):
            return self._problem(name, f"{value:%Y-%m-%d} lies after the export", None)
        return min(value, self.export_at) if value else None

    def known_at(self) -> datetime:
        """Return when the row was last changed, or the export's date when that is unknown or not sane."""
        before = len(self.problems)
        moment = self.moment("modified") or self.export_at
        # The export's date stands in for an unusable one, so nothing stays unknown and there is nothing to report.
        del self.problems[before:]
        return moment

    def switch(self, name: str) -> bool | None:
        """Return a yes/no cell."""
        return self._read(name, read_switch, None)

    def email(self) -> str:
        """Return the mail address."""
        return self._read("email", read_email, "")

    def domains(self) -> tuple[str, ...]:
        """Return the registrable domains of all website columns."""
        found = [domain for text in self.table.cells(self.row, "website") for domain in read_domains(text)]
        return tuple(dict.fromkeys(found))

    def lifecycle(self) -> Lifecycle:
        """Return what the type and stage columns say together; "former" outweighs "customer"."""
        own = {
            normalise(word): value
            for word, value in (self.table.options.lifecycle if self.table.options else {}).items()
        }
        said = [own.get(normalise(text), _usual_lifecycle(text)) for text in self.table.cells(self.row, "lifecycle")]
        found: list[Lifecycle] = [word for word in ("former", "customer", "prospect") if word in said]
        return found[0] if found else ""

    def _read(self, name: str, reader: Callable[[str], T], unknown: T) -> T:
        text = self.table.cell(self.row, name)
        try:
            return reader(text)
        except ValueError as error:
            return self._problem(name, str(error)[:MAX_TEXT], unknown)

    def _problem(self, name: str, reason: str, unknown: T) -> T:
        self.problems.append(f"{self.table.column_name(name)}: {reason}")
        return unknown


def _usual_lifecycle(text: str) -> Lifecycle:
    word = normalise(text)
    if word.startswith(FORMER) or "former" in word or word in {"inactive", "inactivecustomer"}:
        return "former"
    if word.startswith(PROSPECT):
        return "prospect"
    return "customer" if word.startswith(CUSTOMER) else ""
