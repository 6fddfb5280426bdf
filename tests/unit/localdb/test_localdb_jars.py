"""The jar cache: what counts as good, what is fetched again."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph_service.errors import LocalDatabaseError
from graph_service.localdb import jars
from graph_service.localdb.jars import cache_folder, ensure_jars, forget_verification
from graph_service.localdb.lock import Lock
from graph_service.localdb.sources import Sources
from graph_service.settings import Settings

if TYPE_CHECKING:  # a conftest cannot be imported when the tests run
    from tests.unit.localdb.conftest import Repository


@pytest.fixture
def filled(settings: Settings, three_jars: Lock, repository: Repository, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Return the jars of a cache filled from the test's repository."""
    monkeypatch.setattr(Sources, "of_user", classmethod(lambda _: repository.sources))
    paths = ensure_jars(settings, three_jars, progress=False)
    repository.asked.clear()
    return paths


def test_the_class_path_keeps_the_order_of_the_lock(filled: list[Path]) -> None:
    assert [path.name for path in filled] == ["alpha-1.0.jar", "beta-1.0.jar", "gamma-1.0.jar"]


def test_a_second_start_reads_no_jar_and_asks_no_network(
    filled: list[Path], settings: Settings, three_jars: Lock, repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(file: Path) -> str:
        raise AssertionError(f"{file} was read")

    monkeypatch.setattr(jars, "file_sha256", refuse)
    assert ensure_jars(settings, three_jars, progress=False) == filled
    assert repository.asked == []


def test_a_truncated_jar_is_noticed_and_fetched_again_alone(
    filled: list[Path], settings: Settings, three_jars: Lock, repository: Repository
) -> None:
    filled[1].write_bytes(filled[1].read_bytes()[:100])
    ensure_jars(settings, three_jars, progress=False)
    assert repository.jars_asked() == ["beta-1.0.jar"]
    assert filled[1].read_bytes() == b"beta" * 4000


def test_a_changed_byte_is_noticed_although_the_size_is_right(
    filled: list[Path], settings: Settings, three_jars: Lock, repository: Repository
) -> None:
    filled[0].write_bytes(b"X" + filled[0].read_bytes()[1:])
    ensure_jars(settings, three_jars, progress=False)
    assert repository.jars_asked() == ["alpha-1.0.jar"]


def test_a_jar_with_a_new_date_but_the_right_content_stays(
    filled: list[Path], settings: Settings, three_jars: Lock, repository: Repository
) -> None:
    os.utime(filled[0], (1, 1))
    ensure_jars(settings, three_jars, progress=False)
    assert repository.asked == []


def test_damage_that_keeps_size_and_date_is_found_once_the_verification_is_forgotten(
    filled: list[Path], settings: Settings, three_jars: Lock, repository: Repository
) -> None:
    stat = filled[2].stat()
    filled[2].write_bytes(b"X" + filled[2].read_bytes()[1:])
    os.utime(filled[2], ns=(stat.st_atime_ns, stat.st_mtime_ns))
    forget_verification(settings, three_jars.version)
    ensure_jars(settings, three_jars, progress=False)
    assert repository.jars_asked() == ["gamma-1.0.jar"]


def test_a_broken_download_resumes_with_the_missing_jars_only(
    settings: Settings, three_jars: Lock, repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Sources, "of_user", classmethod(lambda _: repository.sources))
    path = f"/{three_jars.jars[2].path}"
    repository.refused.add(path)
    with pytest.raises(LocalDatabaseError, match="still missing"):
        ensure_jars(settings, three_jars, progress=False)
    kept = {file.name for file in cache_folder(settings).rglob("*.jar")}
    repository.refused.clear()
    repository.asked.clear()
    ensure_jars(settings, three_jars, progress=False)
    assert kept
    assert set(repository.jars_asked()) == {"alpha-1.0.jar", "beta-1.0.jar", "gamma-1.0.jar"} - kept


def test_a_cache_that_cannot_be_made_is_a_clear_error(settings: Settings, three_jars: Lock) -> None:
    settings.cache_dir.write_text("a file where a folder should be")
    with pytest.raises(LocalDatabaseError, match="cannot be written") as caught:
        ensure_jars(settings, three_jars, progress=False)
    assert "GRAPH_SERVICE_CACHE_DIR" in caught.value.hint
