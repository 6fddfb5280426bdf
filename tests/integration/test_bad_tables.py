"""Damaged CRM exports through the command line, and names that look like queries."""

from pathlib import Path

import pytest

from tests.integration.commands import Shell

pytestmark = pytest.mark.neo4j

ACCOUNT_HEAD = "Id,Name,Website,OwnerId,CreatedDate,LastModifiedDate"
CONTACT_HEAD = "Id,AccountId,FirstName,LastName,Title,Email,CreatedDate,LastModifiedDate"
USER_HEAD = "Id,Username,Email,FirstName,LastName,Title,IsActive"
DAYS = "2025-01-07T08:00:00.000Z,2025-06-01T08:00:00.000Z"
NORTH = f"001A,North Ltd,https://north.example,005A,{DAYS}"
SOUTH = f"001B,South Ltd,https://south.example,005A,{DAYS}"
IDA = f"003A,001A,Ida,North,Head of Planning,ida@north.example,{DAYS}"
SOL = f"003B,001B,Sol,Ray,Owner,sol@south.example,{DAYS}"
ANA = "005A,ana@ours.example.crm,ana@ours.example,Ana,Ours,CSM,true"
BEN = "005B,ben@ours.example.crm,ben@ours.example,Ben,Ours,CSM,true"
SHARE_HEAD = "Id,AccountId,UserOrGroupId,AccountAccessLevel,RowCause"


def table(folder: Path, name: str, *rows: str) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}.csv"
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """A small Salesforce export: two accounts, two people, two of ours."""
    folder = tmp_path / "export"
    table(folder, "Account", ACCOUNT_HEAD, NORTH, SOUTH)
    table(folder, "Contact", CONTACT_HEAD, IDA, SOL)
    table(folder, "User", USER_HEAD, ANA, BEN)
    return folder


def people_of(shell: Shell, account: str, *more: str) -> list[str]:
    outcome = shell.run("map", account, "-w", shell.workspace, "--json", *more)
    assert outcome.code == 0, outcome.err
    return sorted(one["name"] for one in outcome.summary["stakeholders"])


def test_a_clean_export_lands(shell: Shell, export: Path) -> None:
    outcome = shell.ingest("crm", export)
    assert (outcome.code, outcome.summary["set_aside"]) == (0, 0)
    assert people_of(shell, "North Ltd") == ["Ida North"]
    assert people_of(shell, "south.example") == ["Sol Ray"]


@pytest.mark.parametrize(
    ("encoding", "delimiter"), [("utf-8-sig", ","), ("utf-16", ","), ("latin-1", ","), ("utf-8", ";"), ("utf-8", "\t")]
)
def test_marks_encodings_and_delimiters_of_other_programs_are_read(
    shell: Shell, export: Path, encoding: str, delimiter: str
) -> None:
    for file in export.iterdir():
        text = file.read_text(encoding="utf-8").replace(",", delimiter).replace("Ray", "R\u00e4y")
        text = text.replace("Owner", "Gesch\u00e4ftsf\u00fchrer f\u00fcr \u00d6l und Stra\u00dfen")
        file.write_bytes(text.encode(encoding))
    assert shell.ingest("crm", export).code == 0
    assert people_of(shell, "South Ltd") == ["Sol R\u00e4y"]


def test_a_missing_column_is_named_and_the_other_tables_land(shell: Shell, export: Path) -> None:
    table(export, "Contact", CONTACT_HEAD.replace("Id,", "", 1), IDA.replace("003A,", "", 1))
    outcome = shell.ingest("crm", export)
    said = outcome.err + " ".join(f"{one['file']} {one['reason']} {one['remedy']}" for one in shell.aside())
    assert outcome.code in {2, 3}
    assert "Contact.csv" in said
    assert "id" in said.lower()
    assert people_of(shell, "North Ltd") == []
    table(export, "Contact", CONTACT_HEAD, IDA)
    assert shell.ingest("crm", export).code == 0
    assert shell.aside() == []
    assert people_of(shell, "North Ltd") == ["Ida North"]


def test_a_doubled_column_is_named_and_mended_by_a_later_run(shell: Shell, export: Path) -> None:
    table(export, "Contact", f"{CONTACT_HEAD},Email", f"{IDA},other@north.example")
    outcome = shell.ingest("crm", export)
    said = outcome.err + " ".join(f"{one['file']} {one['reason']} {one['remedy']}" for one in shell.aside())
    assert outcome.code in {2, 3}
    assert "Contact.csv" in said
    assert "Email" in said
    table(export, "Contact", CONTACT_HEAD, IDA)
    assert shell.ingest("crm", export).code == 0
    assert shell.aside() == []


def test_a_ragged_row_costs_only_itself_until_it_is_mended(shell: Shell, export: Path) -> None:
    table(export, "Contact", CONTACT_HEAD, IDA, f"{SOL},one,too,many")
    outcome = shell.ingest("crm", export)
    assert (outcome.code, outcome.summary["set_aside"]) == (3, 1)
    (entry,) = shell.aside()
    assert (Path(entry["file"]).name, entry["position"]) == ("Contact.csv", "row 3")
    assert entry["remedy"]
    table(export, "Contact", CONTACT_HEAD, IDA, SOL)
    assert shell.ingest("crm", export).code == 0
    assert shell.aside() == []
    assert people_of(shell, "South Ltd") == ["Sol Ray"]


def test_nul_bytes_do_not_stop_the_file(shell: Shell, export: Path) -> None:
    table(export, "Contact", CONTACT_HEAD, IDA.replace("Head", "He\x00ad"), SOL)
    assert shell.ingest("crm", export).code in {0, 3}
    assert people_of(shell, "South Ltd") == ["Sol Ray"]
    assert people_of(shell, "North Ltd") == ["Ida North"] or shell.aside()[0]["position"] == "row 2"


def test_a_cell_of_ten_megabytes_costs_only_its_row(shell: Shell, export: Path) -> None:
    table(export, "Contact", CONTACT_HEAD, IDA.replace("Head of Planning", "x" * 10_000_000), SOL)
    outcome = shell.ingest("crm", export)
    assert (outcome.code, outcome.summary["set_aside"]) == (3, 1)
    (entry,) = shell.aside()
    assert entry["position"] == "row 2"
    assert len(entry["raw"]) <= 2000
    assert people_of(shell, "South Ltd") == ["Sol Ray"]


def test_a_file_of_no_known_kind_is_named_and_the_others_land(shell: Shell, export: Path) -> None:
    table(export, "Weather", "day,degrees", "2025-01-01,3")
    outcome = shell.ingest("crm", export)
    assert outcome.code == 3
    assert [Path(entry["file"]).name for entry in shell.aside()] == ["Weather.csv"]
    assert people_of(shell, "North Ltd") == ["Ida North"]
    alone = shell.ingest("crm", export / "Weather.csv")
    assert alone.code == 2
    assert "Weather.csv" in alone.err
    assert "do:" in alone.err


def test_an_empty_table_among_others_is_named(shell: Shell, export: Path) -> None:
    (export / "Contact.csv").write_bytes(b"")
    outcome = shell.ingest("crm", export)
    assert outcome.code == 3
    assert [Path(entry["file"]).name for entry in shell.aside()] == ["Contact.csv"]
    table(export, "Contact", CONTACT_HEAD, IDA)
    assert shell.ingest("crm", export).code == 0
    assert people_of(shell, "North Ltd") == ["Ida North"]


def test_a_person_at_an_account_of_a_later_export_is_taken_up_then(shell: Shell, export: Path) -> None:
    """The file with the person did not change; only the account's did."""
    table(export, "Account", ACCOUNT_HEAD, NORTH)
    outcome = shell.ingest("crm", export)
    assert (outcome.code, outcome.summary["set_aside"]) == (3, 1)
    assert "001B" in shell.aside()[0]["reason"]
    table(export, "Account", ACCOUNT_HEAD, NORTH, SOUTH)
    assert shell.ingest("crm", export).code == 0
    assert shell.aside() == []
    assert people_of(shell, "South Ltd") == ["Sol Ray"]


def test_a_new_table_of_shares_takes_nothing_from_the_owners_in_the_table_that_stayed(
    shell: Shell, export: Path
) -> None:
    """P21: sight comes from the whole export, also when one file of it changed."""
    table(export, "AccountShare", SHARE_HEAD)
    assert shell.ingest("crm", export).code == 0
    assert people_of(shell, "North Ltd", "--as", "ana@ours.example") == ["Ida North"]
    assert shell.run("map", "North Ltd", "-w", shell.workspace, "--as", "ben@ours.example").code == 2
    table(export, "AccountShare", SHARE_HEAD, "00rA,001A,005B,Read,Manual")
    assert shell.ingest("crm", export).code == 0
    assert people_of(shell, "North Ltd", "--as", "ana@ours.example") == ["Ida North"]
    assert people_of(shell, "North Ltd", "--as", "ben@ours.example") == ["Ida North"]
    table(export, "AccountShare", SHARE_HEAD)
    assert shell.ingest("crm", export).code == 0
    assert people_of(shell, "North Ltd", "--as", "ana@ours.example") == ["Ida North"]
    assert shell.run("map", "North Ltd", "-w", shell.workspace, "--as", "ben@ours.example").code == 2


def test_loading_one_table_alone_takes_nothing_from_what_another_said(shell: Shell, export: Path) -> None:
    """P21: shares come from their own table, owners from that of accounts; each is replaced by its own next export."""
    share = "00rA,001A,005B,Read,Manual"
    table(export, "AccountShare", SHARE_HEAD, share)
    assert shell.ingest("crm", export).code == 0
    assert shell.ingest("crm", export / "Account.csv", "--again").code == 0
    assert people_of(shell, "North Ltd", "--as", "ben@ours.example") == ["Ida North"]
    table(export, "AccountShare", SHARE_HEAD, share.replace("005B", "005X"))
    assert shell.ingest("crm", export / "AccountShare.csv").code == 0
    assert people_of(shell, "North Ltd", "--as", "ana@ours.example") == ["Ida North"]
    assert shell.run("map", "North Ltd", "-w", shell.workspace, "--as", "ben@ours.example").code == 2


NASTY = [
    "') DETACH DELETE n //", "$name {x: 1}) RETURN 1", "name:* || *:*", "north && (south ||", '"quoted" ~2^5 \\',
    "[bold]x[/bold]",
    "Robert'); MATCH (n) DETACH DELETE n;--",
]  # fmt: skip


def test_names_that_look_like_queries_are_only_names(shell: Shell, tmp_path: Path) -> None:
    """Stored as written, found by the command line, shown in tables, and nothing else happens."""
    quoted = [name.replace('"', '""') for name in NASTY]
    rows = [f'001{n},"{name}",https://a{n}.example,,{DAYS}' for n, name in enumerate(quoted)]
    people = [f'003{n},001{n},,"{name}",,p{n}@a{n}.example,{DAYS}' for n, name in enumerate(quoted)]
    folder = tmp_path / "export"
    table(folder, "Account", ACCOUNT_HEAD, *rows)
    table(folder, "Contact", CONTACT_HEAD, *people)
    assert shell.ingest("crm", folder).code == 0
    for number, name in enumerate(NASTY):
        found = shell.run("map", name, "-w", shell.workspace, "--json")
        assert found.code == 0, (name, found.err)
        assert found.summary["account"]["name"] == name
        shown = shell.run("map", f"a{number}.example", "-w", shell.workspace)
        assert name in shown.out
        person = shell.run("contact", name, "-w", shell.workspace, "--json")
        assert person.code == 0, (name, person.err)
        assert person.summary["contact"]["addresses"] == [f"p{number}@a{number}.example"]


@pytest.mark.parametrize("text", ["*", "~", "\\", '"', "(", "AND", "OR NOT", "a:b", "[*]", "x\x00y", " "])
def test_looking_for_what_is_not_there_says_so(shell: Shell, export: Path, text: str) -> None:
    assert shell.ingest("crm", export).code == 0
    for command in ("map", "contact"):
        outcome = shell.run(command, text, "-w", shell.workspace)
        assert outcome.code == 2
        assert "error:" in outcome.err
        assert "Traceback" not in outcome.err


@pytest.mark.parametrize("name", ["House of North", "A and B Partners", "The Works", "The Who", "IT", "On It"])
def test_an_account_with_a_small_word_in_its_name_is_found_by_its_full_name(
    shell: Shell, tmp_path: Path, name: str
) -> None:
    folder = tmp_path / "export"
    table(folder, "Account", ACCOUNT_HEAD, f"001A,{name},https://north.example,,{DAYS}")
    assert shell.ingest("crm", folder).code == 0
    assert shell.run("map", name, "-w", shell.workspace).code == 0


def test_one_accented_letter_of_an_old_encoding_is_read_as_it_was_written(shell: Shell, export: Path) -> None:
    table(export, "Contact", CONTACT_HEAD, IDA, SOL.replace("Ray", "R\u00e4y"))
    path = export / "Contact.csv"
    path.write_bytes(path.read_text(encoding="utf-8").encode("cp1252"))
    assert shell.ingest("crm", export).code == 0
    assert people_of(shell, "South Ltd") == ["Sol R\u00e4y"]
