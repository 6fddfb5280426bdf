"""`identity match`: rows in, clusters out with rule, p and reason; no database (decision 27 for exit codes)."""

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from graph_service.cli.identity_match import match_identities
from graph_service.errors import SourceError, UsageError

app = typer.Typer()
app.command()(match_identities)


def run(*words: str) -> str:
    result = CliRunner().invoke(app, list(words), catch_exceptions=False)
    assert result.exit_code == 0
    return result.stdout


def rows(*words: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in run(*words, "--json", "--quiet").splitlines()]


def written(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_each_row_gets_a_cluster_by_the_ids_of_the_file(tmp_path: Path) -> None:
    file = written(
        tmp_path,
        "a.csv",
        'id,name,email\nx1,Anna Quind,aq@one.example\nx2,"Quind, Anna",z@two.example\nx3,Paul,p@one.example\n',
    )
    found = rows(file)
    assert [(row["id"], row["cluster"]) for row in found] == [("x1", "x1"), ("x2", "x1"), ("x3", "x3")]
    assert (found[1]["rule"], found[1]["p"]) == ("A1", 0.97)
    assert found[1]["matched"]


def test_firms_are_matched_from_plain_lines_and_from_a_column(tmp_path: Path) -> None:
    plain = written(tmp_path, "firms.txt", "Zorgblatt AG\nZorgblatt GmbH\nQuindle\n")
    assert [row["cluster"] for row in rows(plain, "--companies")] == ["1", "1", "3"]
    table = written(tmp_path, "firms.csv", "id,company\n7,Zorgblatt AG\n8,zorgblatt\n9,Quindle\n")
    assert [row["cluster"] for row in rows(table, "--companies")] == ["7", "7", "9"]


def test_review_lists_the_doubtful_pairs(tmp_path: Path) -> None:
    text = "Delta\nDelta Faucet\nDelta Rubberworks\n"
    found = rows(written(tmp_path, "f.txt", text), "--companies", "--review")
    assert {(row["one"], row["two"]) for row in found} >= {("1", "2")}
    assert all(0.65 <= float(str(row["p"])) < 0.95 for row in found)


def test_a_table_is_printed_for_people(tmp_path: Path) -> None:
    printed = run(written(tmp_path, "a.csv", "name,email\nAnna Quind,aq@one.example\nAnna Quind,z@two.example\n"))
    assert "same whole name" in printed
    assert "2 rows, 1 clusters" in printed


@pytest.mark.parametrize(("text", "says"), [("colour,size\nred,2\n", "no column"), ("", "empty")])
def test_a_file_that_tells_no_person_is_refused_with_a_remedy(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(SourceError, match=says) as error:
        run(written(tmp_path, "a.csv", text))
    assert error.value.hint


def test_a_missing_file_and_an_unknown_setting_are_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no file"):
        run(str(tmp_path / "none.csv"))
    with pytest.raises(UsageError, match="no setting"):
        run(written(tmp_path, "a.csv", "name\nAnna\n"), "--setting", "odd")
