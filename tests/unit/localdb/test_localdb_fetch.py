"""Fetching jars: verified, resumable, and never a bad file in the cache."""

from __future__ import annotations

import errno
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from graph_service.errors import LocalDatabaseError
from graph_service.localdb import fetch
from graph_service.localdb.fetch import explain, fetch_jars
from graph_service.localdb.lock import Lock
from graph_service.localdb.sources import Sources
from graph_service.localdb.space import check_space

if TYPE_CHECKING:  # a conftest cannot be imported when the tests run
    from tests.unit.localdb.conftest import Repository


class Usage(NamedTuple):
    total: int
    used: int
    free: int


def files_in(cache: Path) -> list[str]:
    return sorted(file.name for file in cache.rglob("*.jar"))


def test_all_jars_arrive_whole_and_nothing_else_stays(repository: Repository, three_jars: Lock, tmp_path: Path) -> None:
    fetch_jars(three_jars.jars, tmp_path, repository.sources, progress=False)
    assert files_in(tmp_path) == ["alpha-1.0.jar", "beta-1.0.jar", "gamma-1.0.jar"]
    assert (tmp_path / three_jars.jars[0].path).read_bytes() == b"alpha" * 4000
    assert not (tmp_path / "incoming").exists()


def test_a_broken_download_leaves_no_half_jar_and_says_how_many_are_missing(
    repository: Repository, three_jars: Lock, tmp_path: Path
) -> None:
    bad = three_jars.jars[1]
    repository.broken.add(f"/{bad.path}")
    with pytest.raises(LocalDatabaseError, match=r"\d jars are still missing") as caught:
        fetch_jars(three_jars.jars, tmp_path, repository.sources, progress=False)
    assert not (tmp_path / bad.path).exists()
    assert "goes on where it stopped" in caught.value.hint
    assert "NEO4J_URI" in caught.value.hint


def test_a_connection_that_breaks_once_is_tried_again(repository: Repository, three_jars: Lock, tmp_path: Path) -> None:
    path = f"/{three_jars.jars[0].path}"
    repository.broken.add(path)
    repository.healing = True
    fetch_jars(three_jars.jars, tmp_path, repository.sources, progress=False)
    assert (tmp_path / three_jars.jars[0].path).exists()


def test_another_jar_under_the_same_name_is_deleted_and_named(
    repository: Repository, three_jars: Lock, tmp_path: Path
) -> None:
    repository.files[f"/{three_jars.jars[2].path}"] = b"something else"
    with pytest.raises(LocalDatabaseError, match=r"gamma-1\.0\.jar has the wrong checksum .* It was deleted") as caught:
        fetch_jars(three_jars.jars, tmp_path, repository.sources, progress=False)
    assert "gamma-1.0.jar" not in files_in(tmp_path)
    assert "again" in caught.value.hint


def test_no_network_is_one_clear_error(three_jars: Lock, repository: Repository, tmp_path: Path) -> None:
    repository.refused.update(repository.files)
    with pytest.raises(LocalDatabaseError, match="3 jars are still missing"):
        fetch_jars(three_jars.jars, tmp_path, repository.sources, progress=False)


def test_a_jar_of_the_local_maven_repository_needs_no_network(
    repository: Repository, three_jars: Lock, tmp_path: Path
) -> None:
    jar = three_jars.jars[0]
    local = tmp_path / "m2"
    (local / jar.path).parent.mkdir(parents=True)
    (local / jar.path).write_bytes(b"alpha" * 4000)
    fetch_jars([jar], tmp_path / "cache", Sources({"central": repository.url}, (local,)), progress=False)
    assert repository.asked == []
    assert (local / jar.path).exists()


def test_a_damaged_jar_of_the_local_maven_repository_is_passed_over(
    repository: Repository, three_jars: Lock, tmp_path: Path
) -> None:
    jar = three_jars.jars[0]
    local = tmp_path / "m2"
    (local / jar.path).parent.mkdir(parents=True)
    (local / jar.path).write_bytes(b"damaged")
    fetch_jars([jar], tmp_path / "cache", Sources({"central": repository.url}, (local,)), progress=False)
    assert repository.jars_asked() == ["alpha-1.0.jar"]
    assert (tmp_path / "cache" / jar.path).stat().st_size == jar.size


def test_too_little_space_is_said_before_anything_is_fetched(
    repository: Repository, three_jars: Lock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(100, 90, 10))
    with pytest.raises(LocalDatabaseError, match=r"0 MB free; \d+ MB are needed") as caught:
        fetch_jars(three_jars.jars, tmp_path / "deep" / "cache", repository.sources, progress=False)
    assert "GRAPH_SERVICE_CACHE_DIR" in caught.value.hint
    assert repository.asked == []


def test_space_is_measured_where_the_missing_folder_will_be(tmp_path: Path) -> None:
    check_space(tmp_path / "not" / "yet" / "there", 1)


def test_a_disk_that_fills_up_meanwhile_is_named_and_not_tried_again(
    repository: Repository, three_jars: Lock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[Path] = []

    def full(file: Path) -> str:
        tries.append(file)
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(fetch, "file_sha256", full)
    with pytest.raises(LocalDatabaseError, match="is full; 3 jars are still missing"):
        fetch_jars(three_jars.jars, tmp_path, repository.sources, progress=False)
    assert files_in(tmp_path / "org") == []
    assert len(tries) == len(set(tries))


def test_a_forbidden_cache_folder_is_no_network_error(tmp_path: Path) -> None:
    error = explain(PermissionError(errno.EACCES, "Permission denied"), 5, tmp_path)
    assert "cannot be written" in error.message


def test_a_mirrors_password_is_not_repeated_in_an_error(tmp_path: Path) -> None:
    error = explain(RuntimeError("not found in https://someone:hidden@mirror.example/maven"), 5, tmp_path)
    assert "hidden" not in error.message
    assert "mirror.example" in error.message
