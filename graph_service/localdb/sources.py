"""Where jars may come from: what jgo and the user's Maven settings say. No host is written here.

Order: mirrors of Maven's own settings file, then jgo's default repository and the `[repositories]` of jgo's settings.
A jar that already lies in the local Maven repository is read from there. Credentials of Maven servers are not read.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Self
from xml.etree import ElementTree as ET

from jgo.config import GlobalSettings
from jgo.maven import MavenContext


@dataclass(frozen=True, slots=True)
class Sources:
    """Remote repositories by name, tried in order, and local Maven repositories, read only."""

    remote: dict[str, str]
    local: tuple[Path, ...] = ()

    @classmethod
    def of_user(cls) -> Self:
        """Return the sources that this user's Maven and jgo settings name."""
        settings = GlobalSettings.load()
        repo_cache = Path(settings.repo_cache)
        mirrors = maven_mirrors(repo_cache.parent / "settings.xml")
        known = {**MavenContext().remote_repos, **settings.repositories}
        remote = {**mirrors, **{name: url for name, url in known.items() if name not in mirrors}}
        return cls({name: url.rstrip("/") for name, url in remote.items()}, (repo_cache,))


def maven_mirrors(file: Path) -> dict[str, str]:
    """Return the mirror that a Maven settings file sets for Central, as {"central": url}; {} when there is none."""
    try:
        root = ET.parse(file).getroot()  # noqa: S314 - the user's own settings file
    except (OSError, ET.ParseError):
        return {}
    for mirror in root.iterfind(".//{*}mirrors/{*}mirror"):
        covers = {part.strip() for part in mirror.findtext("{*}mirrorOf", "").split(",")}
        url = mirror.findtext("{*}url", "").strip()
        if url and covers & {"*", "central", "external:*"} and "!central" not in covers:
            return {"central": url}
    return {}
