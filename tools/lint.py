"""Runs this project's own lints over the whole tree.

python -m tools.lint        prints one line a finding; exit code 1 when there is any
"""

import sys

from tools import (
    lint_clock,
    lint_inline_cypher,
    lint_names,
    lint_requirements,
    lint_size,
    lint_statements,
    lint_traces,
)
from tools.sources import Finding, Source, read_sources

LINTS = (
    lint_inline_cypher.check,
    lint_clock.check,
    lint_size.check,
    lint_statements.check,
    lint_names.check,
    lint_traces.check,
    lint_requirements.check,
)


def findings(sources: list[Source]) -> list[Finding]:
    """Return what all lints say of the sources, by file and line."""
    return sorted(finding for source in sources for lint in LINTS for finding in lint(source))


def main() -> int:
    """Print all findings; return the exit code."""
    found = findings(read_sources())
    for finding in found:
        print(finding)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
