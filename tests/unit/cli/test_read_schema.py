"""The schema of `read --json` is generated, committed, and true of what is printed; no text breaks it."""

import asyncio
import json
import re
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, get_args, get_type_hints

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_service.app import reading_parts as parts
from graph_service.app.reading_files import read_path
from graph_service.app.reading_json import Mail, Reading, Text, decode_reading, encode_reading, json_schema
from graph_service.app.reading_known import Known
from graph_service.app.reading_places import own_places
from graph_service.app.reading_records import read_plain
from graph_service.app.reading_strings import company_reading, name_reading, title_reading
from graph_service.ingest.places import Place
from graph_service.reading import findings
from graph_service.reading.automatic import kinds
from graph_service.reading.own_words import own_words
from graph_service.reading.signatures.fields import PHONE_KINDS
from graph_service.reading.zones import zones
from tests.unit.cli.terminal import run
from tests.unit.cli.test_read import AWAY, BOUNCE, PLAN, TALK, TICKET

DOCS = Path(__file__).parents[3] / "docs"
HERE = Place("-", "stdin")
HOSTILE = (
    "Could you " * 10_000,
    "> " * 50_000,
    "a@b.example " * 8_000,
    "Name: x\n" * 12_000,
    "-" * 100_000,
    "(" * 100_000,
)


def words_of(shape: type, field: str) -> set[str]:
    return set(get_args(get_type_hints(shape)[field]))


def test_the_committed_schema_is_the_generated_one() -> None:
    """Write it anew with `graph-service read --schema > docs/reading.schema.json`."""
    assert (DOCS / "reading.schema.json").read_text(encoding="utf-8") == json_schema()


def test_the_schema_can_be_printed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(monkeypatch, capsys, "read", "--schema") == (0, json_schema(), "")


def test_every_object_must_say_which_schema_it_has_and_may_have_no_unknown_field() -> None:
    made: dict[str, Any] = json.loads(json_schema())
    for one in made["anyOf"]:
        shape = made["$defs"][one["$ref"].rpartition("/")[2]]
        assert shape["properties"]["schema"]["enum"] == [1]
        assert {"schema", "type"} <= set(shape["required"])
        assert shape["additionalProperties"] is False


def test_the_schema_knows_all_words_that_the_readers_use() -> None:
    assert words_of(parts.Zone, "kind") == set(zones.KINDS)
    assert words_of(parts.Finding, "kind") == set(findings.KINDS)
    assert words_of(parts.Phone, "kind") == set(PHONE_KINDS)
    named = (kinds.MailKind.__doc__ or "").partition("Kinds: ")[2].partition(".")[0]
    told = {one.strip() for one in re.sub(r"\([^)]*\)", "", named).split(",")}
    assert words_of(parts.Kind, "kind") == told


def test_what_is_printed_fits_the_schema_and_decodes_to_the_same(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    named = {
        "a.eml": PLAN,
        "b.eml": AWAY,
        "c.eml": BOUNCE,
        "d.txt": TALK,
        "e.json": json.dumps(TICKET),
        "f.md": "Well?",
    }
    for name, text in named.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    files = [str(tmp_path / name) for name in (*named, "gone.eml")]
    _, out, _ = run(monkeypatch, capsys, "read", "--json", *files, "--title", "CFO", "--name", "A B", "--company", "C")
    lines = out.splitlines()
    assert len(lines) == len(files) + 3
    for line in lines:
        assert json.loads(encode_reading(decode_reading(line))) == json.loads(line)
    spoiled = {**json.loads(lines[-1]), "more": 1}
    with pytest.raises(msgspec.ValidationError, match="more"):
        decode_reading(json.dumps(spoiled))


def test_the_words_before_an_answer_between_quotes_are_found_in_the_whole_text() -> None:
    text = "Hi,\n\n> Is it ready?\nYes, it is.\n\n> And the list?\nCould you make it?\n"
    own = own_words(text)
    places = own_places(own, text, zones.find_zones(text))
    for said in ("Yes, it is.", "Could you make it?"):
        start, end = places.in_text(own.index(said), own.index(said) + len(said)) or (0, 0)
        assert text[start:end] == said
    assert places.in_text(0, len(own)) is None


def test_the_example_in_the_documentation_is_of_this_shape() -> None:
    example = (DOCS / "reading.md").read_text(encoding="utf-8").partition("```json\n")[2].partition("```")[0]
    mail = decode_reading(example)
    assert isinstance(mail, Mail)
    assert len(mail.findings) > 1
    for one in mail.findings:
        assert mail.own_words[one.start : one.end] == mail.text[one.text_start : one.text_end] == one.quote


def test_the_acts_in_the_documentation_are_found_as_it_says() -> None:
    rows = re.findall(r'^\| `(\w+)` \| (\d) \| "(.+)" \|$', (DOCS / "reading.md").read_text("utf-8"), re.MULTILINE)
    assert len(rows) == 7
    for topic, weight, said in rows:
        reading = read_plain(said, HERE, Known())
        found = [(one.topic, one.weight) for one in reading.findings if one.kind == "advocacy"]
        assert found == [(topic, float(weight))], said


@given(st.text(max_size=600))
@settings(max_examples=60, deadline=None)
def test_any_text_gives_a_reading_that_fits_the_schema(text: str) -> None:
    reading = read_plain(text, HERE, Known(said_on=date(2026, 1, 5)))
    line = encode_reading(reading)
    again = decode_reading(line)
    assert isinstance(again, Text)
    assert len(again.text) == len(text)
    for one in again.findings:
        assert again.own_words[one.start : one.end] == one.quote


@given(st.text(max_size=200))
@settings(max_examples=60, deadline=None)
def test_any_string_is_a_title_a_name_and_a_firm_that_fit_the_schema(text: str) -> None:
    for reading in (title_reading(text), name_reading(text), company_reading(text)):
        decode_reading(encode_reading(reading))


@given(
    st.binary(max_size=400), st.sampled_from((".eml", ".mbox", ".vtt", ".srt", ".txt", ".json", ".jsonl", ".csv", ""))
)
@settings(max_examples=60, deadline=None)
def test_any_file_gives_readings_or_a_reason(data: bytes, suffix: str) -> None:
    async def all_of(path: Path) -> list[Reading]:
        return [one async for one in read_path(path, Known(said_on=date(2026, 1, 5)), datetime(2026, 7, 1, tzinfo=UTC))]

    with TemporaryDirectory() as folder:
        path = Path(folder) / f"input{suffix}"
        path.write_bytes(data)
        for one in asyncio.run(all_of(path)):
            decode_reading(encode_reading(one))


@pytest.mark.timeout(60)
@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:10]))
def test_a_hostile_text_takes_no_long_time(text: str) -> None:
    assert len(read_plain(text, HERE, Known()).text) == len(text)


def test_halves_of_surrogate_pairs_do_not_stop_the_stream() -> None:
    line = encode_reading(read_plain("Could you send \ud83d it?", HERE, Known()))
    found = decode_reading(line)
    assert not isinstance(found, Mail)
    assert "\ufffd" in line
