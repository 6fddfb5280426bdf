"""Writes `docs/graph-model.md` from the declarations in `graph/`, so that the page cannot say something else.

`python -m tools.make_docs` writes it; with `--check` it writes nothing and ends with 1 when the page is out of date.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from graph_service.graph.ddl import declared_statements
from graph_service.graph.models import LABELS, Record
from graph_service.graph.relationships import TYPES

PAGE = Path(__file__).resolve().parents[1] / "docs" / "graph-model.md"
HIDDEN = {"workspace_id", "uid"}
INTRODUCTION = """# The graph

*Made from `graph_service/graph/models.py` and `relationships.py` by `python -m tools.make_docs`; do not edit.*

Every node carries `workspace_id` and `uid`, and is unique by both. Times are UTC. An owner is the one package whose
`.cypher` files may write a property. What is said of a person at an account hangs on their stakeholder, never on the
contact. Facts that hold for an interval are spells (`valid_from` included, `valid_to` excluded), numbers over time are
series (`values[i]` holds from `days[i]` on, in days since 1970-01-01), and a copy of the newest lies on the subject.
"""


def page() -> str:
    """Return the whole page."""
    parts = [
        INTRODUCTION,
        _picture(),
        "## Labels\n",
        *_labels(),
        "## Relationships\n",
        *_types(),
        "## Indexes\n",
        *_indexes(),
    ]
    return "\n".join(parts).rstrip() + "\n"


def _picture() -> str:
    edges = [
        f"  {start} -- {one.name} --> {end}"
        for one in TYPES
        for start in one.start.split("|")
        for end in one.end.split("|")
    ]
    return "\n".join(["```mermaid", "flowchart LR", *edges, "```", ""])


def _labels() -> Iterator[str]:
    for model in LABELS:
        parents = [base.__name__ for base in model.__mro__[1:] if base in LABELS]
        yield f"### {model.__name__}\n"
        also = f" A `{model.__name__}` is a `{parents[0]}` too." if parents else ""
        yield f"{model.ABOUT}{also} Owner: {model.OWNER}.\n"
        rows = list(_properties(model))
        if rows:
            yield "\n".join(["| property | type | written by |", "| --- | --- | --- |", *rows, ""])


def _properties(model: type[Record]) -> Iterator[str]:
    for name, definition in model.defined_properties(rels=False, aliases=False).items():
        if name not in HIDDEN:
            yield f"| `{name}` | {_kind(definition)} | {model.OWNERS.get(name, model.OWNER)} |"


def _kind(definition: object) -> str:
    base = getattr(definition, "base_property", None)
    if base is not None:
        return f"list of {_kind(base)}"
    names = {"StringProperty": "text", "IntegerProperty": "whole number", "FloatProperty": "number",
             "BooleanProperty": "yes or no", "DateTimeNeo4jFormatProperty": "moment"}  # fmt: skip
    choices = getattr(definition, "choices", None)
    return f"one of {', '.join(choices)}" if choices else names[type(definition).__name__]


def _types() -> Iterator[str]:
    yield "| relationship | from | to | properties | written by | what it says |\n| --- | --- | --- | --- | --- | --- |"
    for one in TYPES:
        ends = (", ".join(side.split("|")) for side in (one.start, one.end))
        keys = ", ".join(f"`{key}`" for key in one.properties) or "-"
        yield f"| `{one.name}` | {' | '.join(ends)} | {keys} | {one.owner} | {one.about} |"
    yield ""


def _indexes() -> Iterator[str]:
    yield "| name | statement |\n| --- | --- |"
    for one in declared_statements():
        yield f"| `{one.name}` | `{one.text.replace('`', '')}` |"


def main(arguments: list[str]) -> int:
    """Write the page, or check that it is current; return the exit code."""
    new = page()
    if "--check" not in arguments:
        PAGE.parent.mkdir(exist_ok=True)
        PAGE.write_text(new, encoding="utf-8")
        return 0
    if not PAGE.is_file() or PAGE.read_text(encoding="utf-8") != new:
        print("docs/graph-model.md is out of date; run `python -m tools.make_docs`")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
