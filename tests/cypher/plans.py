"""Plans as the server returns them: their operators, and the hits they cost."""

import re
from collections.abc import Iterator
from typing import Any

from graph_service.graph.catalog import CypherFile

NEVER = {"AllNodesScan", "DirectedAllRelationshipsScan", "UndirectedAllRelationshipsScan"}
LABEL_SCAN = "NodeByLabelScan"
TO_BE_NAMED = {"CartesianProduct", "Eager"}
"""Operators that need a reason, besides everything that scans instead of seeking."""


def nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the operators of a plan; a leaf may lack the key `children`."""
    yield plan
    for child in plan.get("children") or []:
        yield from nodes(child)


def operators(plan: dict[str, Any]) -> set[str]:
    """Return the names of the operators, without the suffix that names the database."""
    return {node["operatorType"].partition("@")[0] for node in nodes(plan)}


def hits(profile: dict[str, Any]) -> int:
    """Return the db hits of a profiled plan."""
    return sum(int(node.get("dbHits", 0)) for node in nodes(profile))


def foreign_hits(profile: dict[str, Any]) -> float:
    """Return what scans spent on nodes of other workspaces, which are none of the measured world.

    A scan costs one hit a node, and the filter above it the same for each node that it looks at.
    """
    spent = 0.0
    for parent in nodes(profile):
        for child in parent.get("children") or []:
            if "LabelScan" in child["operatorType"] or "LabelsScan" in child["operatorType"]:
                rows, kept = int(child.get("rows", 0)), int(parent.get("rows", 0))
                each = 1 + int(parent.get("dbHits", 0)) / max(rows, 1)
                spent += max(rows - kept, 0) * each if parent["operatorType"].startswith("Filter") else 0
    return spent


def to_explain(plan: dict[str, Any], used: frozenset[str]) -> set[str]:
    """Return the operators that a file must name under `allow:`. To scan a label that is not `used` costs nothing."""
    found = {name for name in operators(plan) if name in TO_BE_NAMED or "Scan" in name}
    return found if set(_scanned(plan)) & used else found - {LABEL_SCAN}


def _scanned(plan: dict[str, Any]) -> Iterator[str]:
    """Yield the labels whose nodes are all read; the operator calls it `mail:Email`."""
    for node in nodes(plan):
        if node["operatorType"].startswith(LABEL_SCAN):
            yield node["args"]["Details"].rpartition(":")[2]


def allowed(file: CypherFile) -> set[str]:
    """Return the operators that the header names, each with its reason."""
    return set(re.findall(r"(\w+) \([^()]+\)", file.header["allow"]))
