"""`graph-service identity match`: who is who in a table of people or firms, and why. Needs no database."""

from pathlib import Path
from typing import Annotated, Any

import typer
from rich.markup import escape
from rich.table import Table

from graph_service.cli.console import out, remark, write_json
from graph_service.cli.options import JsonOption, QuietOption
from graph_service.errors import SourceError, UsageError
from graph_service.reading.identity.columns import Columns, columns_of, record_of
from graph_service.reading.identity.company_match import match_companies
from graph_service.reading.identity.match import SETTINGS, Matching, match, setting_of
from graph_service.reading.identity.tables import Line, read_lines, read_table


def match_identities(
    file: Annotated[str, typer.Argument(help="CSV, JSON Lines, or (with --companies) one firm's name a line.")],
    companies: Annotated[bool, typer.Option("--companies", help="Each row is a firm, not a person.")] = False,
    review: Annotated[bool, typer.Option("--review", help="List the doubtful pairs instead.")] = False,
    setting: Annotated[str, typer.Option(help="auto, business, community (addresses only), or register.")] = "auto",
    as_json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """Say which rows are one person or firm: a cluster for each row, the rule, how sure (p), and what agreed.

    Columns are known by their names: name, first_name, surname, email, phone, company, city, postcode, dob, linkedin …

    Example: graph-service identity match contacts.csv --json
    """
    if setting not in SETTINGS:
        raise UsageError(f"'{setting}' is no setting", f"choose from {', '.join(SETTINGS)}")
    lines = _read(Path(file), companies=companies)
    columns = columns_of(lines[0].cells if len(lines) == 1 else dict.fromkeys(c for line in lines for c in line.cells))
    records = [record_of(line.cells, columns) for line in lines]
    if companies:
        found = match_companies(records)
    else:
        _refuse_if_unknown(columns, file)
        found = match(records, setting)
        remark(f"Read as {setting_of(records) if setting == 'auto' else setting} records.", quiet=quiet or as_json)
    ids = [_id(line, columns) for line in lines]
    if review:
        _show_doubtful(found, ids, as_json=as_json)
    else:
        _show(found, ids, as_json=as_json)


def _read(path: Path, *, companies: bool) -> list[Line]:
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise SourceError(f"there is no file {path}", "check the path") from error
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"{path} cannot be read: {error}", "save it as text in UTF-8") from error
    if companies and _is_plain(text):
        return read_lines(text)
    return read_table(text, path.name)


def _is_plain(text: str) -> bool:
    """Tell whether a list of firms is plain lines: no JSON, and no header that names a known column."""
    first = text.removeprefix("\ufeff").lstrip().split("\n", 1)[0].strip()
    cells = [cell.strip(' "') for mark in ",;\t|" for cell in first.split(mark)]
    return not first.startswith(("{", "[")) and not set(columns_of(cells)) & {"name", "company", "id", "domain"}


def _refuse_if_unknown(columns: Columns, file: str) -> None:
    if not set(columns) & {"name", "first", "last", "email", "phone", "url"}:
        known = "name, first_name, last_name, email, phone, linkedin"
        raise SourceError(f"{file} has no column that tells a person", f"name at least one of the columns {known}")


def _id(line: Line, columns: Columns) -> str:
    return next((line.cells[name] for name in columns.get("id", ()) if line.cells.get(name)), str(line.number))


def _show(found: Matching, ids: list[str], *, as_json: bool) -> None:
    table = Table("id", "cluster", "rule", "p", "why")
    for one in found.matches:
        row: dict[str, Any] = {
            "id": ids[one.place], "cluster": ids[one.cluster], "row": one.place, "cluster_row": one.cluster,
            "rule": one.rule, "p": one.p, "matched": one.matched,
        }  # fmt: skip
        if as_json:
            write_json(row)
        else:
            table.add_row(escape(row["id"]), escape(row["cluster"]), one.rule, f"{one.p:.3f}", escape(one.matched))
    if not as_json:
        out.print(table)
        count = len({one.cluster for one in found.matches})
        out.print(
            f"{len(found.matches):,} rows, {count:,} clusters, {len(found.doubtful):,} doubtful pairs (--review)."
        )


def _show_doubtful(found: Matching, ids: list[str], *, as_json: bool) -> None:
    table = Table("one", "other", "rule", "p", "why")
    for pair in found.doubtful:
        evidence = pair.evidence
        if as_json:
            row: dict[str, Any] = {"one": ids[pair.one], "two": ids[pair.two]}
            write_json(row | {"rule": evidence.rule, "p": evidence.p, "matched": evidence.matched})
        else:
            cells = (escape(ids[pair.one]), escape(ids[pair.two]), evidence.rule, f"{evidence.p:.3f}")
            table.add_row(*cells, escape(evidence.matched))
    if not as_json:
        out.print(table if found.doubtful else "No doubtful pairs.")
