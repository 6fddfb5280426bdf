"""What can be set from outside; passed as a value, never imported as a global."""

from pathlib import Path
from typing import Self

from platformdirs import user_cache_path, user_data_path
from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Settings of one process, from the environment (see the README for the list).

    `NEO4J_URI` set means: use that server. Otherwise the local server of this project folder is used.
    """

    model_config = SettingsConfigDict(env_prefix="GRAPH_SERVICE_", extra="ignore", populate_by_name=True)

    neo4j_uri: str = Field("", validation_alias="NEO4J_URI")
    neo4j_user: str = Field("neo4j", validation_alias="NEO4J_USER")
    neo4j_password: SecretStr = Field(SecretStr(""), validation_alias="NEO4J_PASSWORD")
    neo4j_database: str = Field("neo4j", validation_alias="NEO4J_DATABASE")
    neo4j_version: str = Field("2026.08.1", description="version of the local server")
    data_dir: Path = Field(default_factory=lambda: user_data_path("graph-service"))
    cache_dir: Path = Field(default_factory=lambda: user_cache_path("graph-service"))
    project_dir: Path = Field(default_factory=Path.cwd, description="one local database per project folder")
    workspace: str = ""
    host: str = "127.0.0.1"
    port: int = 8000
    dev: bool = Field(default=False, description="no tokens, local admin; refused unless bound to loopback")
    cursor_secret: SecretStr = SecretStr("")
    reading_model: bool = Field(default=False, description="read with the sentence model too; needs the extra `model`")
    refresh_seconds: int = Field(default=60, ge=0, description="how often a server looks for news; 0: never")

    @classmethod
    def load(cls) -> Self:
        """Read the settings from the environment."""
        return cls()
