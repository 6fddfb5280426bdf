"""The compose file and the Dockerfile: no secret inside, no database port outside, health known, nobody is root."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from graph_service.localdb.config import config_text
from graph_service.settings import Settings

REPOSITORY = Path(__file__).resolve().parents[2]
TEXT = (REPOSITORY / "docker-compose.yml").read_text(encoding="utf-8")
DOCKERFILE = (REPOSITORY / "Dockerfile").read_text(encoding="utf-8")
COMPOSE: dict[str, Any] = yaml.safe_load(TEXT)
SERVICES: dict[str, Any] = COMPOSE["services"]
OURS = ("migrate", "service")
LOCAL_ONLY = {
    "server.default_listen_address", "server.bolt.listen_address", "server.bolt.advertised_address",
    "server.directories.import", "server.memory.pagecache.size", "db.tx_log.preallocate",
    "db.tx_log.rotation.size", "db.tx_log.rotation.retention_policy", "db.shutdown_transaction_end_timeout",
}  # fmt: skip
"""Settings of the local server that a container of its own needs not: it has its network, and keeps full logs."""


def setting(name: str) -> str:
    """Return the setting that a variable of the Neo4j image stands for: `_` is a dot, `__` an underscore."""
    return re.sub("_+", lambda found: "." if len(found[0]) == 1 else "_", name.removeprefix("NEO4J_"))


def test_passwords_come_from_the_environment_and_must_be_there() -> None:
    secrets = re.findall(r"(?:NEO4J_AUTH|\w*(?:PASSWORD|SECRET)): (.*)", TEXT)
    assert len(secrets) == 3
    for value in secrets:
        assert re.fullmatch(r"(?:neo4j/)?\$\{\w+:(?:\?[^}]+|-)\}", value)
    assert TEXT.count("${NEO4J_PASSWORD:?") == 2


def test_the_database_is_reached_by_nobody_but_the_service() -> None:
    assert "ports" not in SERVICES["neo4j"]
    assert SERVICES["neo4j"]["networks"] == ["database"]
    assert COMPOSE["networks"]["database"]["internal"] is True


def test_the_service_is_published_on_loopback_only() -> None:
    assert all(port.startswith("127.0.0.1:") for port in SERVICES["service"]["ports"])
    assert "dev" not in " ".join(SERVICES["service"].get("command", [])) + DOCKERFILE.split("CMD")[-1]


def test_the_server_has_the_safe_settings_of_the_local_one() -> None:
    given = {setting(name): str(value) for name, value in SERVICES["neo4j"]["environment"].items()}
    version = Settings.model_fields["neo4j_version"].default
    for line in config_text(version, 7687, "512m").splitlines():
        name, _, value = line.partition("=")
        if name not in LOCAL_ONLY and not name.endswith(("_period_duration", "_timeout", "wait_time")):
            assert given[name] == value, name
    assert given["db.transaction.timeout"] == "120s"
    assert given["db.lock.acquisition.timeout"] == "10s"


def test_the_images_version_is_the_one_that_is_tested() -> None:
    version = Settings.model_fields["neo4j_version"].default
    assert SERVICES["neo4j"]["image"] == f"neo4j:${{NEO4J_VERSION:-{version}}}-community"


def test_data_outlives_the_containers() -> None:
    assert SERVICES["neo4j"]["volumes"] == ["neo4j-data:/data"]
    assert set(COMPOSE["volumes"]) == {"neo4j-data", "service-data"}


def test_everything_starts_in_order_and_says_how_it_is() -> None:
    assert SERVICES["neo4j"]["healthcheck"]["test"]
    assert SERVICES["migrate"]["depends_on"] == {"neo4j": {"condition": "service_healthy"}}
    assert SERVICES["service"]["depends_on"] == {"migrate": {"condition": "service_completed_successfully"}}
    assert "/livez" in SERVICES["service"]["healthcheck"]["test"][-1]
    assert "PASSWORD" not in str([one["healthcheck"] for one in SERVICES.values()])


@pytest.mark.parametrize("name", OURS)
def test_our_containers_are_not_root_and_cannot_become_it(name: str) -> None:
    service = SERVICES[name]
    assert service["user"] == "10001"
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]


def test_the_image_is_built_from_the_lock_and_runs_as_nobody_special() -> None:
    last = DOCKERFILE.split("FROM ")[-1]
    assert "\nUSER 10001\n" in last
    assert "--require-hashes -r requirements/runtime.txt" in DOCKERFILE
    assert "/livez" in last


def test_every_file_the_image_is_built_from_is_there_and_sent() -> None:
    sent = {
        line.removeprefix("!") for line in (REPOSITORY / ".dockerignore").read_text().splitlines() if line[:1] == "!"
    }
    sources = {
        word for line in re.findall(r"^COPY (?!--from)(.+) \S+$", DOCKERFILE, re.MULTILINE) for word in line.split()
    }
    for source in sources:
        assert (REPOSITORY / source).exists(), source
        assert any(source == one or source.startswith(f"{one}/") for one in sent), source


def test_operations_names_every_setting_and_exit_code() -> None:
    """The page and the code say the same."""
    page = (REPOSITORY / "docs" / "operations.md").read_text(encoding="utf-8")
    for name, field in Settings.model_fields.items():
        alias = field.validation_alias if isinstance(field.validation_alias, str) else f"GRAPH_SERVICE_{name.upper()}"
        assert f"`{alias}`" in page, alias
    for code in (0, 2, 3, 4):
        assert f"| {code} |" in page
