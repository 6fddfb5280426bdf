"""The instance file and the home folder (decision 25)."""

import stat
from dataclasses import replace
from pathlib import Path

import pytest

from graph_service.errors import LocalDatabaseError
from graph_service.localdb.instance import Instance, default_home, load_instance, new_password, save_instance
from graph_service.settings import Settings


def test_an_instance_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    instance = replace(Instance.at_port(tmp_path, 7700, "5.26.30", "open sesame"), pid=12, started=34.5)
    save_instance(instance)
    assert load_instance(tmp_path) == instance


def test_only_the_owner_may_read_the_password(tmp_path: Path) -> None:
    save_instance(Instance.at_port(tmp_path, 7700, "5.26.30", "open sesame"))
    assert stat.S_IMODE((tmp_path / "instance.json").stat().st_mode) == 0o600
    assert [file.name for file in tmp_path.iterdir()] == ["instance.json"]


def test_an_instance_never_shows_its_password(tmp_path: Path) -> None:
    assert "open sesame" not in repr(Instance.at_port(tmp_path, 7700, "5.26.30", "open sesame"))


def test_a_home_without_a_file_has_no_instance(tmp_path: Path) -> None:
    assert load_instance(tmp_path) is None


@pytest.mark.parametrize("text", ["", "{", "[]", '{"uri": "bolt://127.0.0.1:1"}', '{"unknown": 1}'])
def test_a_broken_file_is_an_error_and_not_a_new_password(tmp_path: Path, text: str) -> None:
    (tmp_path / "instance.json").write_text(text)
    with pytest.raises(LocalDatabaseError, match=r"instance\.json cannot be read") as caught:
        load_instance(tmp_path)
    assert "db reset" in caught.value.hint


def test_no_password_looks_like_an_option() -> None:
    """Neo4j's own command takes a leading dash for an option; one random password in 64 would begin with it."""
    passwords = {new_password() for _ in range(500)}
    assert len(passwords) == 500
    assert all(password[0].isalpha() and len(password) >= 32 for password in passwords)


def test_each_project_folder_has_a_home_of_its_own(settings: Settings, tmp_path: Path) -> None:
    one = settings.model_copy(update={"project_dir": tmp_path / "a" / "same name"})
    two = settings.model_copy(update={"project_dir": tmp_path / "b" / "same name"})
    assert default_home(one) != default_home(two)
    assert default_home(one) == default_home(one.model_copy())
    assert default_home(one).name.startswith("same-name-")
    assert default_home(one).parent == settings.data_dir / "instances"
