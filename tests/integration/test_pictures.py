"""`--svg` of `map`, `contact` and `account`, through the command line: a picture in a file, and nothing on stdout."""

from pathlib import Path

import pytest

from tests.integration.commands import Shell
from tests.integration.test_bad_input import PEOPLE, mail, write
from tests.unit.app.drawing.svg_reading import parsed

pytestmark = pytest.mark.neo4j

AS_OF = ("--as-of", "2026-01-20")
VIEWS = {
    "map": (("map", "north.example"), ("North", "Ida North", "Ana")),
    "contact": (("contact", "ida@north.example"), ("Ida North", "Strength")),
    "account": (("account", "north.example"), ("North", "Health")),
}


@pytest.fixture
def loaded(shell: Shell, tmp_path: Path) -> Shell:
    """A workspace with one customer who wrote for three weeks and was answered."""
    letters = [
        mail(f"n{day}", f"{PEOPLE}Date: {day} Jan 2026 09:30:00 +0000\n", body="Thanks, the plan works well.")
        for day in range(2, 20, 3)
    ]
    path = write(tmp_path, *letters)
    outcome = shell.run("ingest", "mail", str(path), "-w", shell.workspace, "--our-domain", "ours.example", "--quiet")
    assert outcome.code == 0
    return shell


def test_each_view_is_written_as_a_picture_now_and_of_a_past_day(loaded: Shell, tmp_path: Path) -> None:
    for name, (words, said) in VIEWS.items():
        for when in ((), AS_OF):
            file = tmp_path / f"{name}{len(when)}.svg"
            outcome = loaded.run(*words, *when, "-w", loaded.workspace, "--svg", str(file))
            assert outcome.code == 0, outcome.err
            assert outcome.out == ""
            assert file.name in outcome.err
            text = " ".join(parsed(file.read_text(encoding="utf-8")).itertext())
            assert [one for one in said if one.lower() not in text.lower()] == [], text


def test_a_picture_of_a_past_day_holds_no_later_one(loaded: Shell, tmp_path: Path) -> None:
    file = tmp_path / "past.svg"
    assert loaded.run("contact", "Ida North", *AS_OF, "-w", loaded.workspace, "--svg", str(file)).code == 0
    text = " ".join(parsed(file.read_text(encoding="utf-8")).itertext())
    assert "On 2026-01-20: strength" in text
    assert "strength not known" not in text
    assert "2026-01-21" not in text


def test_a_file_that_cannot_be_written_is_a_usage_error(loaded: Shell, tmp_path: Path) -> None:
    file = tmp_path / "nowhere" / "north.svg"
    outcome = loaded.run("map", "north.example", "-w", loaded.workspace, "--svg", str(file))
    assert outcome.code == 2
    assert "cannot be written" in outcome.err
    assert "do:" in outcome.err
    assert not file.exists()


def test_a_person_not_known_yet_has_no_picture(loaded: Shell, tmp_path: Path) -> None:
    file = tmp_path / "none.svg"
    early = ("--as-of", "2025-12-01")
    outcome = loaded.run("contact", "Ida North", *early, "-w", loaded.workspace, "--svg", str(file))
    assert outcome.code == 2
    assert "not known then" in outcome.err
    assert not file.exists()
