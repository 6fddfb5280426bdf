"""Which column of a table is what: names of columns, in many spellings, to the fields of a record. Pure."""

from collections.abc import Iterable, Mapping
from datetime import date

from graph_service.reading.identity.folding import skeleton
from graph_service.reading.identity.records import Record
from graph_service.reading.identity.word_classes import word_pairs

Columns = Mapping[str, tuple[str, ...]]
"""Field to the columns that hold it, in the order of the table."""
_PARTS = (
    ("mail", "email"), ("linkedin", "url"), ("profileurl", "url"), ("postcode", "postcode"), ("postalcode", "postcode"),
    ("zip", "postcode"), ("phone", "phone"), ("mobile", "phone"), ("telefon", "phone"), ("birthdate", "born"),
    ("dateofbirth", "born"), ("companyname", "company"), ("domain", "domain"),
)  # fmt: skip
"""What a column's name may contain, where the whole name is not in the list."""
_SKIPPED = frozenset({"skip", "cluster", "label"})


def columns_of(names: Iterable[str]) -> Columns:
    """Return which columns hold which field; columns that nobody knows are further fields ("other")."""
    known = {skeleton(name): field for name, field in word_pairs("column_words", "field").items()}
    found: dict[str, list[str]] = {}
    for name in names:
        key = skeleton(name)
        field = known.get(key) or next((field for part, field in _PARTS if part in key), "other")
        if field not in _SKIPPED:
            found.setdefault(field, []).append(name)
    return {field: tuple(columns) for field, columns in found.items()}


def record_of(row: Mapping[str, str], columns: Columns) -> Record:
    """Return the record of one row. Several columns of a field are all used where a record has room for several."""
    one = {field: _first(row, names) for field, names in columns.items()}
    street, rest = _streets(row, columns.get("street", ()))
    emails = _all(row, columns.get("email", ())) + ((street,) if "@" in street else ())
    others = [(name, row.get(name, "").strip()) for name in columns.get("other", ())]
    return Record(
        source=one.get("source", ""), source_id=one.get("id", "") if one.get("source") else "",
        name=one.get("name", ""), first=one.get("first", ""), last=one.get("last", ""),
        emails=emails, phones=_all(row, columns.get("phone", ())),
        companies=_all(row, columns.get("company", ())), domains=_all(row, columns.get("domain", ())),
        title=one.get("title", ""), url=one.get("url", ""), born=_born(row, columns),
        street="" if "@" in street else street, street_number=one.get("number", ""), city=one.get("city", ""),
        area=one.get("area", ""),
        postcode=one.get("postcode", ""), first_seen=_day(one.get("first_seen", "")),
        last_seen=_day(one.get("last_seen", "")),
        others=tuple((name, value) for name, value in (*rest, *others) if value),
    )  # fmt: skip


def _first(row: Mapping[str, str], names: Iterable[str]) -> str:
    return next((value for name in names if (value := row.get(name, "").strip())), "")


def _all(row: Mapping[str, str], names: Iterable[str]) -> tuple[str, ...]:
    """Return the values of several columns; one cell may hold several, parted by ";" or "|"."""
    cells = (cell for name in names for cell in row.get(name, "").replace("|", ";").split(";"))
    return tuple(dict.fromkeys(cell.strip() for cell in cells if cell.strip()))


def _streets(row: Mapping[str, str], names: tuple[str, ...]) -> tuple[str, list[tuple[str, str]]]:
    """Return the first street column, and the second as a further field that may stand in for it."""
    if not names:
        return "", []
    return row.get(names[0], "").strip(), [("street2", row.get(name, "").strip()) for name in names[1:2]]


def _born(row: Mapping[str, str], columns: Columns) -> str:
    if whole := _first(row, columns.get("born", ())) or _whole_birthday(row, columns):
        return whole
    parts = [_first(row, columns.get(field, ())) for field in ("birthyear", "birthmonth", "birthday")]
    return "-".join(part.zfill(2) for part in parts) if all(part.isdecimal() for part in parts) else ""


def _whole_birthday(row: Mapping[str, str], columns: Columns) -> str:
    """Serve a "birthday" that holds the whole date, not the day of the month."""
    cell = _first(row, columns.get("birthday", ()))
    return cell if len(cell) > 2 else ""


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None
