"""Reads the text of a statement as far as the catalog's promises need it: variables, what it writes, what it names.

No Cypher parser: statements of this project keep a plain form (full-word variables, labels where a variable is first
bound), and a variable that cannot be told apart counts as a mistake of the statement, never as silence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from graph_service.graph.relationships import TYPES

_STRING = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"")
_CLAUSE = re.compile(
    r"\b(ON CREATE SET|ON MATCH SET|OPTIONAL MATCH|DETACH DELETE|MATCH|MERGE|CREATE|SET|REMOVE|DELETE|WITH|UNWIND|CALL"
    r"|RETURN|WHERE|USING INDEX|ORDER BY|LIMIT|UNION ALL|UNION)\b"
)
_SUBQUERY = re.compile(r"\b(?:COLLECT|EXISTS|COUNT)\s*\{")
_NODE = re.compile(r"\(\s*(\w*)\s*((?::\s*\w+\s*)+)")
_EDGE = re.compile(r"-\[\s*(\w*)\s*:\s*([\w|]+)[^\]]*\]-")
_FORWARD = re.compile(r"-\[\s*\w*\s*:\s*([\w|]+)[^\]]*\]->\s*\(\s*(\w+)\s*\)")
_BACKWARD = re.compile(r"<-\[\s*\w*\s*:\s*([\w|]+)[^\]]*\]-\s*\(\s*(\w+)\s*\)")
_BY_NAME = {one.name: one for one in TYPES}


@dataclass(slots=True)
class Written:
    """What a statement writes: created labels, single properties, whole maps, deleted labels, relationship types."""

    labels: set[str] = field(default_factory=set)
    properties: set[tuple[str, str]] = field(default_factory=set)
    maps: set[str] = field(default_factory=set)
    deleted: set[str] = field(default_factory=set)
    types: set[str] = field(default_factory=set)
    unclear: set[str] = field(default_factory=set)


def bare(text: str) -> str:
    """Return the text without comments and with empty string literals."""
    lines = [line for line in text.splitlines() if not line.lstrip().startswith("//")]
    return _STRING.sub("''", "\n".join(lines))


def closing(text: str, opened: int) -> int:
    """Return the place of the bracket that closes the one at `opened`."""
    depth = 0
    for place in range(opened, len(text)):
        depth += (text[place] in "([{") - (text[place] in ")]}")
        if depth == 0:
            return place
    return len(text) - 1


def without_subqueries(text: str) -> str:
    """Return the text with EXISTS, COUNT and COLLECT blocks emptied: they cannot write."""
    while (found := _SUBQUERY.search(text)) is not None:
        text = text[: found.start()] + "[]" + text[closing(text, found.end() - 1) + 1 :]
    return text


def labels_of(text: str) -> dict[str, set[str]]:
    """Return the labels each node variable can have, by its own labels or else by the relationships that lead to it."""
    known: dict[str, set[str]] = {}
    for name, labels in _NODE.findall(text):
        if name:
            known.setdefault(name, set()).update(_split(labels))
    guessed: dict[str, set[str]] = {}
    for pattern, forward in ((_FORWARD, True), (_BACKWARD, False)):
        for types, name in pattern.findall(text):
            for one in types.split("|"):
                ends = _BY_NAME[one].end if forward else _BY_NAME[one].start
                guessed.setdefault(name, set()).update(ends.split("|"))
    return {**guessed, **known}


def types_of(text: str) -> dict[str, set[str]]:
    """Return the types each relationship variable can have."""
    known: dict[str, set[str]] = {}
    for name, types in _EDGE.findall(text):
        if name:
            known.setdefault(name, set()).update(types.split("|"))
    return known


def written(text: str) -> Written:
    """Return what the statement writes."""
    flat = without_subqueries(bare(text))
    out = Written()
    nodes, edges = labels_of(flat), types_of(flat)
    for clause, body in _clauses(flat):
        if clause in {"MERGE", "CREATE"}:
            out.labels |= {label for _, labels in _NODE.findall(body) for label in _split(labels)}
            out.types |= {one for _, types in _EDGE.findall(body) for one in types.split("|")}
        elif clause.endswith(("SET", "REMOVE")):
            for item in _items(body):
                _assigned(item, nodes, edges, out)
        elif clause.endswith("DELETE"):
            for name in _items(body):
                _removed(name, nodes, edges, out)
    return out


def named_properties(text: str) -> Iterator[tuple[str, set[str], str]]:
    """Yield (variable, its possible labels and types, property) for every property the statement names."""
    flat = bare(text)
    owners = {**labels_of(flat), **types_of(flat)}
    for name, key in re.findall(r"(?<![\w.$])(\w+)\.(\w+)", flat):
        if name in owners:
            yield name, owners[name], key
    for found in re.finditer(r"(?<![\w.])(\w+)\s*\{", flat):
        if found[1] in owners:
            inside = flat[found.end() : closing(flat, found.end() - 1)]
            for key in re.findall(r"(?:^|,)\s*\.(\w+)", inside):
                yield found[1], owners[found[1]], key


def _clauses(flat: str) -> Iterator[tuple[str, str]]:
    parts = _CLAUSE.split(flat)
    for clause, body in zip(parts[1::2], parts[2::2], strict=True):
        yield clause, _own(body)


def _own(body: str) -> str:
    """Cut the text of a clause where the block it stands in closes."""
    depth = 0
    for place, sign in enumerate(body):
        depth += (sign in "([{") - (sign in ")]}")
        if depth < 0:
            return body[:place]
    return body


def _items(body: str) -> list[str]:
    items, depth, start = [], 0, 0
    for place, sign in enumerate(body):
        depth += (sign in "([{") - (sign in ")]}")
        if sign == "," and depth == 0:
            items.append(body[start:place])
            start = place + 1
    return [item.strip() for item in (*items, body[start:]) if item.strip()]


def _assigned(item: str, nodes: dict[str, set[str]], edges: dict[str, set[str]], out: Written) -> None:
    name = re.split(r"\W", item, maxsplit=1)[0]
    if name in edges:
        out.types |= edges[name]
    elif name not in nodes:
        out.unclear.add(name)
    elif single := re.match(r"\w+\.(\w+)", item):
        out.properties |= {(label, single[1]) for label in nodes[name]}
    elif re.match(r"\w+\s*\+?=", item):
        out.maps |= nodes[name]
    else:
        out.labels |= _split(item[len(name) :])


def _removed(name: str, nodes: dict[str, set[str]], edges: dict[str, set[str]], out: Written) -> None:
    out.types |= edges.get(name, set())
    out.deleted |= nodes.get(name, set())
    if name not in edges and name not in nodes:
        out.unclear.add(name)


def _split(labels: str) -> set[str]:
    return {label.strip() for label in labels.split(":") if label.strip()}
