"""Feeds the parsers and readers hostile bytes, guided by coverage: python -m tools.fuzz mail [--seconds 60].

Nothing but the project's own errors may come out; anything else stops the run and is kept as a file `crash-…`.
Needs Linux and Python 3.11 (atheris has no wheel elsewhere); the hypothesis tests cover the same functions everywhere.
"""

import argparse
import asyncio
import sys
import tempfile
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

Target = Callable[[bytes], Any]


def main(arguments: Sequence[str] | None = None) -> int:
    """Fuzz one target until the time is over."""
    parser = argparse.ArgumentParser(prog="python -m tools.fuzz", description=__doc__)
    parser.add_argument("target", choices=sorted(TARGETS))
    parser.add_argument("--seconds", type=int, default=60)
    options = parser.parse_args(arguments)
    import atheris  # noqa: PLC0415  # present where it can be installed

    with atheris.instrument_imports(include=["graph_service"]):
        run = TARGETS[options.target]()
    atheris.Setup([sys.argv[0], f"-max_total_time={options.seconds}", "-max_len=20000"], run)
    atheris.Fuzz()
    return 0


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _mail() -> Target:
    from graph_service.ingest.connector import Place  # noqa: PLC0415
    from graph_service.ingest.connectors.mail_dates import Window  # noqa: PLC0415
    from graph_service.ingest.connectors.mail_message import RawMail, read_mail  # noqa: PLC0415

    window = Window(datetime(1990, 1, 1, tzinfo=UTC), datetime(2030, 1, 1, tzinfo=UTC))
    return lambda data: read_mail(RawMail(Place("fuzz", "1"), data), window)


def _words() -> Target:
    from graph_service.reading.own_words import own_words  # noqa: PLC0415
    from graph_service.reading.reader import read_turn  # noqa: PLC0415
    from graph_service.reading.setting import Setting, Turn, Vocabulary  # noqa: PLC0415
    from graph_service.reading.signatures.signature import read_signature  # noqa: PLC0415

    setting = Setting(Vocabulary(("Acme",), (("Anchor", "AC"),), ("export",), (("Summit",),)), date(2026, 3, 2))

    def run(data: bytes) -> None:
        text = _text(data)
        read_signature(text, "Ada Berg", "ada.berg@north.example")
        read_turn(Turn(own_words(text)), setting)

    return run


def _files(connector: str, suffix: str) -> Target:
    from graph_service.app.ingesting import make_connector  # noqa: PLC0415
    from graph_service.errors import ServiceError  # noqa: PLC0415

    now = datetime(2026, 3, 2, tzinfo=UTC)

    async def read(path: Path) -> None:
        made = make_connector(connector, now, path=path)
        for source in made.sources():
            async for _ in made.records(source):
                pass

    def run(data: bytes) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, f"fuzz{suffix}")
            path.write_bytes(data)
            try:
                asyncio.run(read(path))
            except ServiceError:
                return

    return run


def _names() -> Target:
    from graph_service.reading.identity.companies import parse_firm  # noqa: PLC0415
    from graph_service.reading.identity.names import parse_name  # noqa: PLC0415
    from graph_service.reading.titles.titles import read_title  # noqa: PLC0415

    return lambda data: (parse_name(_text(data)), parse_firm(_text(data)), read_title(_text(data)))


TARGETS: dict[str, Callable[[], Target]] = {
    "mail": _mail,
    "words": _words,
    "names": _names,
    "calendar": lambda: _files("calendar", ".ics"),
    "calls": lambda: _files("calls", ".vtt"),
    "tickets": lambda: _files("tickets", ".json"),
    "crm": lambda: _files("crm", ".csv"),
    "usage": lambda: _files("usage", ".csv"),
}
"""What can be fuzzed, by name."""

if __name__ == "__main__":
    sys.exit(main())
