"""What was set aside is kept by source, survives a killed run, and goes when its source was read without trouble."""

import stat
from pathlib import Path

from graph_service.ingest.connector import Place, Rejected
from graph_service.ingest.dead_letters import MAX_RAW, DeadLetters


def aside(tmp_path: Path) -> DeadLetters:
    return DeadLetters(tmp_path / "workspaces", "main")


def reject(file: Path, position: str = "message 1", reason: str = "broken", raw: str = "") -> Rejected:
    return Rejected(Place(str(file), position), reason, "mend it", raw)


def listed(letters: DeadLetters) -> list[tuple[str, str, str]]:
    return [(Path(one.file).name, one.position, one.reason) for one in letters.entries()]


def test_nothing_set_aside_writes_no_file(tmp_path: Path) -> None:
    letters = aside(tmp_path)
    letters.replace("mail", str(tmp_path / "a.mbox"), [])
    letters.add("mail", str(tmp_path / "a.mbox"), [])
    assert letters.entries() == []
    assert not letters.path.exists()


def test_the_list_is_for_its_owner_only(tmp_path: Path) -> None:
    letters = aside(tmp_path)
    letters.add("mail", str(tmp_path), [reject(tmp_path / "a.eml")])
    assert stat.S_IMODE(letters.path.stat().st_mode) == 0o600


def test_a_whole_reading_replaces_what_its_source_had_and_nothing_else(tmp_path: Path) -> None:
    letters = aside(tmp_path)
    for name in ("a", "b"):
        letters.replace("mail", str(tmp_path / name), [reject(tmp_path / name)])
    letters.replace("crm", str(tmp_path / "a"), [reject(tmp_path / "a", "row 2")])
    letters.replace("mail", str(tmp_path / "a"), [])
    assert listed(letters) == [("b", "message 1", "broken"), ("a", "row 2", "broken")]


def test_a_mended_file_of_a_folder_goes_with_the_folder_that_was_read(tmp_path: Path) -> None:
    letters = aside(tmp_path)
    letters.replace("mail", str(tmp_path), [reject(tmp_path / "a.eml"), reject(tmp_path / "b.eml")])
    letters.replace("mail", str(tmp_path), [reject(tmp_path / "b.eml")])
    assert listed(letters) == [("b.eml", "message 1", "broken")]


def test_a_reading_that_goes_on_adds_and_names_a_place_once(tmp_path: Path) -> None:
    letters, box = aside(tmp_path), tmp_path / "a.mbox"
    letters.add("mail", str(box), [reject(box)])
    letters.add("mail", str(box), [reject(box, reason="still broken"), reject(box, "message 9")])
    assert listed(letters) == [("a.mbox", "message 1", "still broken"), ("a.mbox", "message 9", "broken")]


def test_a_file_is_the_same_file_by_whatever_path_it_was_given(tmp_path: Path) -> None:
    letters, box = aside(tmp_path), tmp_path / "a.mbox"
    roundabout = tmp_path / "x" / ".." / "a.mbox"
    (tmp_path / "x").mkdir()
    letters.add("mail", str(roundabout), [reject(roundabout)])
    letters.replace("mail", str(box), [])
    assert letters.entries() == []


def test_an_excerpt_is_capped_and_a_torn_line_is_passed_over(tmp_path: Path) -> None:
    letters = aside(tmp_path)
    letters.add("mail", str(tmp_path), [reject(tmp_path / "a.eml", raw="x" * 10_000)])
    letters.path.write_bytes(letters.path.read_bytes() + b'{"connector": "mai')
    (entry,) = letters.entries()
    assert len(entry.raw) == MAX_RAW
