"""The golden cases: what a text means and the exact statement it becomes. `<<kind:variable>>` is a sight predicate.

`python -m tests.unit.query.golden_cases` writes the expectations anew from the texts; review the difference.
"""

import re
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml

from graph_service.domain.business_days import BusinessDays
from graph_service.graph.catalog import predicate
from graph_service.graph.query import Statement
from graph_service.query.compiler import compile_question
from graph_service.query.parse import parse
from graph_service.query.render import render

FOLDER = Path(__file__).parent / "golden"
AS_OF = datetime(2026, 3, 4, 15, tzinfo=UTC)
"""A Wednesday."""
KINDS = ("account", "stakeholder", "interaction", "words", "whole")
Case = dict[str, Any]


@cache
def cases() -> tuple[Case, ...]:
    """Return all cases of all files."""
    return tuple(case for path in sorted(FOLDER.glob("*.yaml")) for case in yaml.safe_load(path.read_text("utf-8")))


def compiled(case: Case, *, live: bool) -> Statement:
    """Return the statement of a case's text."""
    calendar = BusinessDays(case.get("country", ""), ZoneInfo(case.get("zone", "UTC")))
    return compile_question(parse(case["text"]), case.get("as_of", AS_OF), live=live, calendar=calendar)


def expanded(text: str) -> str:
    """Put the predicates of `cypher/visibility/` where their marks stand."""
    return re.sub(r"<<(\w+):(\w+)>>", lambda match: predicate(match[1], match[2]), text.strip())


def _folded(text: str) -> str:
    names = set(re.findall(r"\b(?:account|stakeholder(?:_\d+)?|interaction(?:_\d+)?|person_\d+)\b", text))
    for variable in sorted(names, key=len, reverse=True):
        for kind in KINDS:
            text = text.replace(predicate(kind, variable), f"<<{kind}:{variable}>>")
    return text


def _expectation(case: Case) -> Case:
    out: Case = {key: case[key] for key in ("text", "as_of", "zone", "country") if key in case}
    question = parse(case["text"])
    out |= {"canonical": render(question), "ir": repr(question)}
    for name, live in (("live", True), ("past", False)):
        if name == "past" and case.get("past") is False:
            out["past"] = False
            continue
        statement = compiled(case, live=live)
        out[name] = {"cypher": _folded(statement.text) + "\n", "params": statement.params}
    return out


class _Dumper(yaml.SafeDumper):
    """Writes several lines as a block, and every value where it stands."""

    def ignore_aliases(self, _data: object) -> bool:
        return True


def _block(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _block)


def main() -> None:
    """Write the expectations of all files anew."""
    for path in sorted(FOLDER.glob("*.yaml")):
        written = [_expectation(case) for case in yaml.safe_load(path.read_text("utf-8"))]
        path.write_text(yaml.dump(written, Dumper=_Dumper, sort_keys=False, width=10_000, allow_unicode=True), "utf-8")


if __name__ == "__main__":
    main()
