"""The workspace file: who we are, in one JSON file that lies beside the sources.

Reads and checks the file, and nothing else; what is done with it is the caller's. Parts that a file leaves out are
empty, parts that this service does not know are passed over, so that a newer file can be read.
"""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, AliasChoices, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from graph_service.errors import SourceError
from graph_service.ingest.connector import UserRecord
from graph_service.ingest.places import Place

NAME = "workspace.json"
SYSTEM = "workspace"
MAX_FILE = 10 << 20
EXAMPLE = '{"company": "Acme", "domains": ["acme.example"]}'


def _cleaned_domain(text: str) -> str:
    domain = text.strip().lower().removeprefix("@").rstrip(".")
    if "." not in domain or " " in domain or "/" in domain or "@" in domain:
        raise ValueError("not a mail domain such as acme.example")
    return domain


def _cleaned_address(text: str) -> str:
    address = text.strip().lower()
    local, _, domain = address.partition("@")
    if not local or "." not in domain or any(letter.isspace() for letter in address):
        raise ValueError("not a mail address")
    return address


def _named(value: Any) -> Any:
    """Return a plain name as an object with a name."""
    return {"name": value} if isinstance(value, str) else value


def _or_empty(value: Any) -> Any:
    return [] if value is None else value


Domain = Annotated[str, AfterValidator(_cleaned_domain)]
Email = Annotated[str, AfterValidator(_cleaned_address)]
Name = Annotated[str, Field(min_length=1, max_length=300)]
Names = Annotated[tuple[Name, ...], BeforeValidator(_or_empty)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True, populate_by_name=True)


class Product(_Part):
    """What we sell: its name, what else people call it, its parts, and the features that usage is counted by."""

    name: Name
    aliases: Names = ()
    modules: Names = ()
    features: Names = ()


class Competitor(_Part):
    """Another firm that sells the like."""

    name: Name
    aliases: Names = ()


class Member(_Part):
    """One of our people. `left_on` is the last day, or None."""

    email: Email
    name: str = ""
    title: str = ""
    team: str = ""
    started_on: date | None = None
    left_on: date | None = None
    time_zone: str = Field(default="", validation_alias=AliasChoices("timezone", "time_zone"))


class Window(_Part):
    """The days that the sources cover."""

    start: date | None = None
    end: date | None = None


class Sharing(_Part):
    """Who sees accounts beside owners and shares: a rule in fixed words, and the accounts that are for owners alone."""

    rule: str = ""
    restricted: Names = ()


class WorkspaceFile(_Part):
    """What the file says. `executives` are addresses of those who see everything; `teams` are names of our teams."""

    company: Name = Field(validation_alias=AliasChoices("company", "name"))
    domains: Annotated[tuple[Domain, ...], Field(min_length=1)]
    product: Annotated[Product | None, BeforeValidator(_named)] = None
    competitors: Annotated[tuple[Annotated[Competitor, BeforeValidator(_named)], ...], BeforeValidator(_or_empty)] = ()
    team: Annotated[tuple[Member, ...], BeforeValidator(_or_empty)] = ()
    teams: Names = ()
    executives: Annotated[tuple[Email, ...], BeforeValidator(_or_empty)] = ()
    sharing: Sharing = Sharing()
    window: Window = Window()

    def products(self) -> tuple[tuple[str, ...], ...]:
        """Return the product and its modules, each with its other names, the name to report first."""
        if self.product is None:
            return ()
        whole = tuple(dict.fromkeys((self.product.name, *self.product.aliases)))
        return (whole, *((module,) for module in self.product.modules if module not in whole))

    def features(self) -> tuple[str, ...]:
        """Return the names of the features."""
        return self.product.features if self.product else ()

    def rivals(self) -> tuple[tuple[str, ...], ...]:
        """Return the competitors, each with its other names, the name to report first."""
        return tuple(tuple(dict.fromkeys((one.name, *one.aliases))) for one in self.competitors)

    def users(self, path: Path) -> tuple[UserRecord, ...]:
        """Return our people as a CRM would give them; who had left by the end of the window is not active."""
        return tuple(
            UserRecord(
                Place(str(path), f"team member {number}"), SYSTEM, one.email, one.email, one.name or one.email,
                one.title, one.team, active=self._is_active(one),
            )
            for number, one in enumerate(self.team, start=1)
        )  # fmt: skip

    def frozen_at(self) -> datetime | None:
        """Return the end of the window's last day, or None where the file names none."""
        end = self.window.end
        return None if end is None else datetime(end.year, end.month, end.day, 23, 59, 59, tzinfo=UTC)

    def _is_active(self, one: Member) -> bool:
        return one.left_on is None or (self.window.end is not None and one.left_on > self.window.end)


def read_workspace_file(path: Path) -> WorkspaceFile:
    """Return the checked file (a folder means the `workspace.json` in it); raises SourceError that names the key."""
    file = path / NAME if path.is_dir() else path
    try:
        if file.stat().st_size > MAX_FILE:
            raise SourceError(f"{file}: larger than {MAX_FILE >> 20} MB.", "Give the workspace file, not a source.")
        document = json.loads(file.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise SourceError(f"{file}: cannot be read: {error}", "Check the path and your rights.") from error
    except (ValueError, RecursionError) as error:
        raise SourceError(f"{file}: not valid JSON: {error}", f"It should look like {EXAMPLE}.") from error
    if not isinstance(document, dict):
        raise SourceError(f"{file}: this is no JSON object.", f"It should look like {EXAMPLE}.")
    try:
        return WorkspaceFile.model_validate(document)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        key = ".".join(str(part) for part in first["loc"]) or "the file"
        raise SourceError(f"{file}: {key}: {first['msg']}.", f"It should look like {EXAMPLE}.") from error
