"""The locks name versions and sums, never where files come from: that is the installer's choice.

python -m tools.lint_requirements        refuses a lock with a host, an option or an unpinned line
"""

import re
import sys
from collections.abc import Iterator

from tools.sources import Finding, Source, read_sources

RULE = "lock"
_PIN = re.compile(r"[A-Za-z0-9][\w.-]*(?:\[[\w,-]+\])?==[\w.!+]+(?: ; [^\\]+?)? \\$")
_HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}(?: \\)?$")
_NAMED = re.compile(r"[A-Za-z0-9][\w.-]*(?:\[[\w,-]+\])?(?:[<>=~!][\w.,<>=~!* ]*)?(?: ; .+)?$")


def check(source: Source) -> Iterator[Finding]:
    """Yield lines of `requirements/*` that are more than a name, a version and its sums."""
    if not source.place.startswith("requirements/"):
        return
    locked = source.place.endswith(".txt")
    for number, line in enumerate(source.text.splitlines(), 1):
        if not _plain(line, locked=locked):
            yield source.finding(number, RULE, f"'{line.strip()[:60]}' is not a name, a version or a sum")


def _plain(line: str, *, locked: bool) -> bool:
    if not line.strip() or (line.lstrip().startswith("#") and "://" not in line):
        return True
    if locked:
        return bool(_PIN.match(line) or _HASH.match(line))
    return line == "-c runtime.txt" or bool(_NAMED.match(line))


def main() -> int:
    """Print what is wrong with the locks; return 1 when something is."""
    findings = [finding for source in read_sources() for finding in check(source)]
    for finding in findings:
        print(finding)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
