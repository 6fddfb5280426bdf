"""The checked-in locks and their form."""

import json
from importlib import resources

import pytest

from graph_service.errors import LocalDatabaseError
from graph_service.localdb.lock import load_lock, locked_versions, parse_lock, version_key

LOCKS = resources.files("graph_service.localdb") / "locks"
GOOD = {
    "version": "1.0",
    "java": [25],
    "server_class": "S",
    "admin_class": "A",
}
JAR = {"coordinate": "org.x:y:1:linux", "sha256": "a" * 64, "size": 3}


def test_the_default_and_the_long_term_version_are_locked() -> None:
    assert locked_versions() == ["2026.08.1", "5.26.30"]


@pytest.mark.parametrize("version", ["2026.08.1", "5.26.30"])
def test_each_lock_names_its_own_version_and_both_main_artifacts(version: str) -> None:
    lock = load_lock(version)
    coordinates = [jar.coordinate for jar in lock.jars]
    assert lock.version == version
    assert {f"org.neo4j:neo4j:{version}", f"org.neo4j.app:neo4j-server:{version}"} <= set(coordinates)
    assert len(set(coordinates)) == len(coordinates) > 200
    assert all(jar.size > 0 for jar in lock.jars)


@pytest.mark.parametrize("version", ["2026.08.1", "5.26.30"])
def test_no_lock_holds_a_host(version: str) -> None:
    text = (LOCKS / f"{version}.json").read_text(encoding="utf-8")
    assert "//" not in text
    assert "repository" not in text


def test_a_jar_knows_its_place_in_a_maven_repository() -> None:
    jar = parse_lock(json.dumps({**GOOD, "jars": [JAR]})).jars[0]
    assert str(jar.path) == "org/x/y/1/y-1-linux.jar"


@pytest.mark.parametrize(
    "change",
    [{"sha256": "abc"}, {"coordinate": "only:two"}, {"coordinate": "a:..:1"}, {"coordinate": "a:b:../../../etc"}],
)
def test_a_lock_with_a_bad_entry_is_refused(change: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="not a locked jar"):
        parse_lock(json.dumps({**GOOD, "jars": [{**JAR, **change}]}))


def test_an_unknown_version_is_answered_with_the_known_ones() -> None:
    with pytest.raises(LocalDatabaseError, match=r"no local Neo4j 4\.4.*2026\.08\.1, 5\.26\.30") as caught:
        load_lock("4.4")
    assert "GRAPH_SERVICE_NEO4J_VERSION" in caught.value.hint


def test_versions_sort_by_number_and_not_by_letter() -> None:
    assert version_key("5.26.9") < version_key("5.26.30") < version_key("2026.08.1") < version_key("2026.10.0")
