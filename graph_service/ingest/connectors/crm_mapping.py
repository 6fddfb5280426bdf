"""The mapping file: how columns of any CSV become our fields.

```yaml
system: pipedrive            # goes into every record; default: what the columns suggest
tables:
  - file: "orgs*.csv"        # file name, with * and ?; the first entry that fits is used
    kind: account            # account, contact, user, share, opportunity, task, ignore
    columns:                 # our field: their column, or a list of columns, best first
      id: Org ID
      name: Organisation
      website: [Homepage, Mail domain]
      arr: Jahresvertrag
    dates: day_first         # or month_first: what 03/04/2026 means; default: such dates are left unknown
    decimal: ","             # what 1.200 and 1,200 mean; default: by their look
    lifecycle: {Kunde: customer, Gekündigt: former}
    delimiter: ";"           # default: found out
    encoding: cp1252         # default: found out
```

Fields: account: id, name, website, owner, shared, segment, country, arr, currency, renewal, lifecycle, key, created,
modified, deleted. contact: id, name, first, last, email, account, title, phone, opted_out, note, created, modified,
deleted. user: id, name, first, last, email, title, team, active, archived, deleted. share: account, user, level,
reason, deleted. opportunity: id, account, name, stage, amount, close, won, type, pipeline, created, modified, deleted.
task: id, account, contact, subject, text, at, created, modified, deleted.
A field that is not named keeps its usual columns, so an entry may hold one column, or only `dates`.
This module reads and checks the file; it opens no table.
"""

import fnmatch
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails
from rapidfuzz import process

from graph_service.errors import SourceError
from graph_service.ingest.connectors.crm_columns import FIELDS, Kind
from graph_service.ingest.connectors.crm_dates import DateOrder

Path_ = tuple[int | str, ...]


def _as_list(value: object) -> object:
    return value if isinstance(value, list) else [value]


Columns = Annotated[list[str], BeforeValidator(_as_list), Field(min_length=1)]


class TableMapping(BaseModel):
    """How the files that fit `file` are read."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    file: str
    kind: Kind
    columns: dict[str, Columns] = {}
    dates: DateOrder = ""
    decimal: Literal["", ".", ","] = ""
    lifecycle: dict[str, Literal["customer", "former", "prospect", ""]] = {}
    delimiter: Annotated[str, Field(max_length=1)] = ""
    encoding: str = ""


class Mapping(BaseModel):
    """A whole mapping file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    system: str = ""
    tables: list[TableMapping] = []

    def table_for(self, file: Path) -> TableMapping | None:
        """Return the first entry whose pattern fits the file's name, or None."""
        name = file.name.casefold()
        return next((table for table in self.tables if fnmatch.fnmatchcase(name, table.file.casefold())), None)


def read_mapping(path: Path) -> Mapping:
    """Return the checked mapping file; raises SourceError naming file, line, key and the allowed values."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        raw = yaml.safe_load(text)
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(
            f"{path}: the mapping file cannot be read: {error}", "Check the path; save it as UTF-8."
        ) from error
    except yaml.YAMLError as error:
        raise SourceError(f"{path}: not valid YAML: {error}", "Correct the file at this place.") from error
    _refuse_doubled_keys(path, node)
    try:
        mapping = Mapping.model_validate(raw if raw is not None else {})
    except ValidationError as error:
        raise _explain(path, node, error.errors()[0]) from error
    for number, table in enumerate(mapping.tables):
        for field in table.columns:
            if field not in FIELDS.get(table.kind, {}):
                place: Path_ = ("tables", number, "columns", field)
                raise _unknown_key(path, node, place, list(FIELDS.get(table.kind, {})))
    return mapping


def nearest(word: str, allowed: list[str]) -> str:
    """Return " Did you mean 'x'?" for the allowed word most like `word`, or an empty text when none is like it."""
    best = process.extractOne(word.casefold(), allowed, processor=str.casefold, score_cutoff=55)
    return f" Did you mean {best[0]!r}?" if best else ""


def _explain(path: Path, node: yaml.Node | None, error: ErrorDetails) -> SourceError:
    place: Path_ = tuple(part for part in error["loc"] if part != "[key]")
    if error["type"] == "extra_forbidden":
        model: type[BaseModel] = TableMapping if place[0] == "tables" else Mapping
        return _unknown_key(path, node, place, list(model.model_fields))
    line, key = _line_of(node, place), ".".join(map(str, place)) or "the file"
    allowed = str(error.get("ctx", {}).get("expected", "")).replace(" or ", ", ")
    words = [word.strip().strip("'") for word in allowed.split(",")]
    hint = nearest(str(error["input"]), [word for word in words if word]) if allowed else ""
    said = f"{error['msg']}, not {error['input']!r}" if error["type"] == "literal_error" else error["msg"]
    return SourceError(
        f"{path}, line {line}: {key}: {said}.{hint}", "The head of `crm_mapping.py` shows the form of a mapping file."
    )


def _unknown_key(path: Path, node: yaml.Node | None, place: Path_, allowed: list[str]) -> SourceError:
    key, within = str(place[-1]), ".".join(map(str, place[:-1])) or "the file"
    return SourceError(
        f"{path}, line {_line_of(node, place)}: {within} has no key {key!r}.{nearest(key, allowed)}",
        f"Allowed: {', '.join(allowed)}." if allowed else "A table of kind ignore has no columns.",
    )


def _line_of(node: yaml.Node | None, place: Path_) -> int:
    """Return the line (from 1) of the deepest part of `place` that the file has."""
    line = 1
    for part in place:
        if isinstance(node, yaml.MappingNode):
            pair = next((pair for pair in node.value if pair[0].value == part), None)
            if pair is None:
                return line
            line, node = pair[0].start_mark.line + 1, pair[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            node = node.value[part]
            line = node.start_mark.line + 1
    return line


def _refuse_doubled_keys(path: Path, node: Any) -> None:
    """YAML keeps the last of two equal keys without a word; a mapping file with two is a mistake."""
    if isinstance(node, yaml.SequenceNode):
        for child in node.value:
            _refuse_doubled_keys(path, child)
    if isinstance(node, yaml.MappingNode):
        seen: dict[str, int] = {}
        for key, value in node.value:
            line = key.start_mark.line + 1
            if key.value in seen:
                raise SourceError(
                    f"{path}, line {line}: {key.value!r} is there twice (also line {seen[key.value]}).", "Keep one."
                )
            seen[key.value] = line
            _refuse_doubled_keys(path, value)
