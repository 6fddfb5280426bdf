"""A file appears only when it is whole, and never over another without being told."""

from pathlib import Path

import pytest

from graph_service.app.export_files import OutputError, whole_file
from graph_service.errors import UsageError


def test_a_file_appears_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    with whole_file(path, force=False) as stream:
        stream.write("one\n")
        assert not path.exists()
    assert path.read_text() == "one\n"
    assert path.stat().st_mode & 0o077 == 0
    assert [one.name for one in tmp_path.iterdir()] == ["out.jsonl"]


def test_a_file_that_is_there_stays_unless_told_otherwise(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_text("old")
    with pytest.raises(UsageError, match="is there already"), whole_file(path, force=False):
        pytest.fail("nothing is written")
    with whole_file(path, force=True) as stream:
        stream.write("new")
        assert path.read_text() == "old"
    assert path.read_text() == "new"


def test_what_fails_half_way_leaves_nothing_and_harms_nothing(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_text("old")
    with pytest.raises(ZeroDivisionError), whole_file(path, force=True) as stream:
        stream.write("half" * (1 // 0))
    assert path.read_text() == "old"
    assert [one.name for one in tmp_path.iterdir()] == ["out.csv"]


def test_a_file_that_came_up_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    with pytest.raises(UsageError), whole_file(path, force=False):
        path.write_text("theirs")
    assert path.read_text() == "theirs"


def test_no_room_is_told_plainly(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot be written"), whole_file(tmp_path / "out.csv", force=False):
        raise OSError(28, "No space left on device")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_or_a_missing_folder_is_a_usage_error(tmp_path: Path) -> None:
    for path, words in ((tmp_path, "is a folder"), (tmp_path / "no" / "out.csv", "there is no folder")):
        with pytest.raises(UsageError, match=words), whole_file(path, force=True):
            pytest.fail("nothing is written")
