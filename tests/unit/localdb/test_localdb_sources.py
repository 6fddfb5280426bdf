"""Where jars may come from: the user's own Maven settings."""

from pathlib import Path

import pytest

from graph_service.localdb.sources import Sources, maven_mirrors


def write_mirror(file: Path, covers: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(
        '<settings xmlns="http://maven.apache.org/SETTINGS/1.0.0"><mirrors><mirror>'
        f"<id>own</id><mirrorOf>{covers}</mirrorOf><url>https://mirror.example/maven/</url>"
        "</mirror></mirrors></settings>"
    )
    return file


@pytest.mark.parametrize("covers", ["central", "*", "external:*", "*,!private"])
def test_a_mirror_of_central_is_used(tmp_path: Path, covers: str) -> None:
    assert maven_mirrors(write_mirror(tmp_path / "settings.xml", covers)) == {
        "central": "https://mirror.example/maven/"
    }


@pytest.mark.parametrize("covers", ["snapshots", "*,!central", ""])
def test_a_mirror_of_something_else_is_not(tmp_path: Path, covers: str) -> None:
    assert maven_mirrors(write_mirror(tmp_path / "settings.xml", covers)) == {}


def test_a_missing_or_broken_settings_file_is_no_mirror(tmp_path: Path) -> None:
    (tmp_path / "broken.xml").write_text("<settings>")
    assert maven_mirrors(tmp_path / "absent.xml") == {}
    assert maven_mirrors(tmp_path / "broken.xml") == {}


@pytest.fixture
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Point jgo's and Maven's settings into the test's folder."""
    monkeypatch.setenv("M2_REPO", str(tmp_path / ".m2" / "repository"))
    monkeypatch.setenv("JGO_CONFIG_FILE", str(tmp_path / "jgo.conf"))
    (tmp_path / "jgo.conf").write_text("")
    return tmp_path


def test_a_maven_mirror_replaces_the_default_repository(own_settings: Path) -> None:
    write_mirror(own_settings / ".m2" / "settings.xml", "*")
    sources = Sources.of_user()
    assert sources.remote == {"central": "https://mirror.example/maven"}
    assert sources.local == (own_settings / ".m2" / "repository",)


def test_jgos_own_repositories_are_added(own_settings: Path) -> None:
    (own_settings / "jgo.conf").write_text("[repositories]\nours = https://ours.example/maven\n")
    assert list(Sources.of_user().remote) == ["central", "ours"]
