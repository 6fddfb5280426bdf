"""Nothing of the machine it was written on: no personal paths, registry hosts, mail addresses or secrets in the tree.

Tests may hold hosts and addresses as data; paths, registries and secrets are refused everywhere. Lock files are read
by `lint_requirements`.
"""

import re
from collections.abc import Iterator

from tools.sources import Finding, Source

RULE = "trace"
HERE = "tools/lint_traces.py"
PROOF = "tests/architecture/"
"""The only two places that spell out what is refused."""

_PATH = re.compile(r"(?<![\w.$}/~-])/(?:home|Users|root|mnt|work|workspace|opt|private)/[\w.-]+|\b[A-Z]:\\\\?Users\b")
_REGISTRY = re.compile(
    r"\b(?:files\.pythonhosted|pypi|repo1?\.maven(?:\.apache)?|registry\.npmjs|registry\.yarnpkg|crates)\.(?:org|io|com)\b"
    r"|--(?:extra-)?index-url|--find-links|--trusted-host"
)
_SECRET = re.compile(
    r"-----BEGIN [A-Z ]*PRIVATE KEY|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_\w{30,}|\bxox[abprs]-[\w-]{10,}"
    r"|\bsk-[A-Za-z0-9_-]{24,}|\beyJ[\w-]{20,}\.[\w-]{20,}\."
)
_LOGIN = re.compile(r"\w+://[^\s/:@{}$\"']+:[^\s/@{}$\"']+@")
_URL = re.compile(r"\b(?:https?|bolt|neo4j)(?:\+s|\+ssc)?://(?P<host>\[[^\]]*\]|[\w.-]++)(?!\{)")
_MAIL = re.compile(r"[\w.+-]+@(?P<host>[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,})\b")
_FREE_HOST = re.compile(
    r"(?:.*\.)?(?:example|test|invalid|localhost)$|(?:.*\.)?example\.(?:com|org|net)$|localhost$|127\.0\.0\.1$"
    r"|\[::1\]$|0\.0\.0\.0$|HOST$|neo4j$|www\.apache\.org$|www\.w3\.org$|maven\.apache\.org$|keepachangelog\.com$"
)


def check(source: Source) -> Iterator[Finding]:
    """Yield machine paths, registries, secrets and, outside tests, hosts and mail addresses of others."""
    if source.place == HERE or source.place.startswith((PROOF, "requirements/")):
        return
    strict = not source.place.startswith("tests/")
    for number, line in enumerate(source.text.splitlines(), 1):
        for message in _problems(line, strict=strict):
            yield source.finding(number, RULE, message)


def _problems(line: str, *, strict: bool) -> Iterator[str]:
    if found := _PATH.search(line):
        yield f"'{found[0]}' is a path of one machine"
    if found := _REGISTRY.search(line):
        yield f"'{found[0]}': which registry is used is the installer's choice"
    if _SECRET.search(line):
        yield "this looks like a secret"
    if not strict:
        return
    if _LOGIN.search(line):
        yield "an address with a login in it"
    for kind, pattern in (("host", _URL), ("mail address", _MAIL)):
        for found in pattern.finditer(line):
            if not _FREE_HOST.match(found["host"]):
                yield f"'{found[0]}': use a .example name for a {kind}"
