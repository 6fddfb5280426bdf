"""Which files the lints look at, and what they report. Owns no rule.

Files are those git tracks or would track, so that a new file is checked before it is added.
"""

import ast
import subprocess
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
VENDORED = ("graph_service/web/static/graphiql/",)
"""Other people's files, kept as they came; their licences lie beside them."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One broken rule: `place` is the path from the repository root, `line` counts from 1 (0: the whole file)."""

    place: str
    line: int
    rule: str
    message: str

    def __str__(self) -> str:
        """Return one line that editors can jump to."""
        return f"{self.place}:{self.line}: {self.rule}: {self.message}"


@dataclass(frozen=True, slots=True)
class Source:
    """One file: `place` is the path from the repository root with forward slashes."""

    place: str
    text: str

    @property
    def is_python(self) -> bool:
        """Tell whether the file is Python."""
        return self.place.endswith(".py")

    @property
    def in_package(self) -> bool:
        """Tell whether the file is part of the product, not of its tests and tools."""
        return self.place.startswith("graph_service/")

    def tree(self) -> ast.Module:
        """Return the parsed module; raises `SyntaxError`."""
        return ast.parse(self.text, self.place)

    def finding(self, line: int, rule: str, message: str) -> Finding:
        """Return a finding in this file."""
        return Finding(self.place, line, rule, message)


def read_sources(repository: Path = REPOSITORY) -> list[Source]:
    """Return all text files of the repository but the vendored ones, by path."""
    sources = []
    for place in sorted(_listed(repository)):
        path = repository / place
        if place.startswith(VENDORED) or not path.is_file():
            continue
        try:
            sources.append(Source(place, path.read_text(encoding="utf-8")))
        except UnicodeDecodeError:
            continue  # a picture or an archive holds no rules to break
    return sources


def _listed(repository: Path) -> set[str]:
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        done = subprocess.run(command, cwd=repository, capture_output=True, check=True, text=True)
    except (OSError, subprocess.CalledProcessError):
        return _walked(repository)
    return {place for place in done.stdout.split("\0") if place}


def _walked(repository: Path) -> set[str]:
    """Return the files of a copy without git, say an unpacked archive, leaving hidden folders and caches out."""
    places = (path.relative_to(repository) for path in repository.rglob("*"))
    kept = (place for place in places if not any(part == "__pycache__" or part in _HIDDEN for part in place.parts))
    return {place.as_posix() for place in kept}


_HIDDEN = {".git", ".venv", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis", ".import_linter_cache"}
