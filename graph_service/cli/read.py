"""`graph-service read`: what the readers see in mail, transcripts, tickets and texts. Needs no database."""

import asyncio
import sys
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from graph_service import clock
from graph_service.app.reading_files import read_path, read_text_bytes
from graph_service.app.reading_json import Failure, Reading, encode_reading, json_schema
from graph_service.app.reading_known import Known, known_of
from graph_service.app.reading_strings import company_reading, name_reading, title_reading
from graph_service.cli.console import bars, out, remark
from graph_service.cli.options import JsonOption, QuietOption
from graph_service.cli.read_tables import reading_view
from graph_service.errors import EXIT_SET_ASIDE, UsageError
from graph_service.ingest.places import Place

STDIN = "-"
Words = list[str] | None


@dataclass(frozen=True, slots=True)
class _Inputs:
    """What is to be read: strings, then files; None is the standard input."""

    files: tuple[Path | None, ...]
    titles: tuple[str, ...]
    names: tuple[str, ...]
    companies: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.files or self.titles or self.names or self.companies)


def read(
    files: Annotated[
        Words, typer.Argument(metavar="[FILE]...", help="Mail, transcripts, tickets, texts; - for stdin.")
    ] = None,
    title: Annotated[Words, typer.Option(help="A job title to read; may be given several times.")] = None,
    name: Annotated[Words, typer.Option(help="A person's name to take apart; may be given several times.")] = None,
    company: Annotated[Words, typer.Option(help="A firm's name to take apart; may be given several times.")] = None,
    our_domain: Annotated[Words, typer.Option(help="Whose words are ours; may be given several times.")] = None,
    workspace_file: Annotated[
        str, typer.Option(help="A workspace.json: our domains, team, products, competitors.")
    ] = "",
    product: Annotated[Words, typer.Option(help="A product of ours, as 'Name|other name'; repeatable.")] = None,
    competitor: Annotated[Words, typer.Option(help="A competitor, as 'Name|other name'; repeatable.")] = None,
    on: Annotated[str, typer.Option(help="The day of what has no date of its own, such as 2026-06-30.")] = "",
    schema: Annotated[
        bool, typer.Option("--schema", help="Print the JSON Schema of --json, and read nothing.")
    ] = False,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """Show what the readers see: zones, kind of mail, signature, asks, requests, advocacy, mentions, tone, departures.

    Each finding comes with its place, its quote, the rule that fired, and how sure that rule is.

    Example: graph-service read --json --our-domain acme.example mail.eml call.vtt
    """
    if schema:
        sys.stdout.write(json_schema())
        return
    inputs = _Inputs(
        tuple(_path(one) for one in files or ()), tuple(title or ()), tuple(name or ()), tuple(company or ())
    )
    if not inputs:
        raise UsageError("there is nothing to read", "give files, - for stdin, or --title, --name, --company")
    known = known_of(workspace_file, our_domain or (), product or (), competitor or (), _day(on))
    failed = asyncio.run(_show(_readings(inputs, known), as_json=as_json, quiet=quiet))
    if failed:
        raise typer.Exit(EXIT_SET_ASIDE)


async def _show(readings: AsyncIterator[Reading], *, as_json: bool, quiet: bool) -> int:
    """Print the readings as they come and return how many inputs could not be read."""
    failed = done = 0
    with bars(quiet=quiet or not as_json or sys.stdout.isatty()) as steps:
        async for reading in readings:
            done += 1
            failed += isinstance(reading, Failure)
            if as_json:
                sys.stdout.write(encode_reading(reading) + "\n")
                steps("reading", done, done)
            else:
                out.print(reading_view(reading))
    if failed:
        remark(f"{failed} of {done} inputs could not be read.", quiet=quiet)
    return failed


async def _readings(inputs: _Inputs, known: Known) -> AsyncIterator[Reading]:
    for reading in _strings(inputs):
        yield reading
    now = clock.now()
    for file in inputs.files:
        if file is None:
            yield read_text_bytes(sys.stdin.buffer.read(), Place(STDIN, "stdin"), known)
            continue
        async for reading in read_path(file, known, now):
            yield reading


def _strings(inputs: _Inputs) -> Sequence[Reading]:
    return (
        *(title_reading(one) for one in inputs.titles),
        *(name_reading(one) for one in inputs.names),
        *(company_reading(one) for one in inputs.companies),
    )


def _path(text: str) -> Path | None:
    return None if text == STDIN else Path(text).expanduser()


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise UsageError(f"'{text}' is no day", "write it like 2026-06-30") from error
