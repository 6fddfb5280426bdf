"""Loads `cypher/`: one statement a file, each with a header that says what it is, takes, returns and writes.

The catalog refuses to load a file whose header is incomplete, whose parameters differ from the text in either
direction, or which lets a viewer read a guarded variable without its visibility predicate.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graph_service.errors import CatalogError

REQUIRED = ("about", "mode", "visibility", "params", "returns", "writes", "budget", "allow")
MAX_LINES = 100
_HEADER = re.compile(r"^// (\w+): (.*)$")
_PARAMETER = re.compile(r"\$(\w+)")
_STRING = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"")
GUARDED = (
    "Account", "Stakeholder", "Contact", "Interaction", "Email", "Evidence", "Content", "Spell", "Series",
    "Playbook", "Action", "Decision", "Opportunity", "Identity", "SourceSpell",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class CypherFile:
    """One statement: `name` is `area.verb_noun`, `text` what is sent, `header` the declared facts."""

    name: str
    text: str
    header: dict[str, str]

    @property
    def params(self) -> dict[str, str]:
        """Return the declared parameters, name → type."""
        return dict(_pairs(self.header["params"]))

    @property
    def returns(self) -> tuple[str, ...]:
        """Return the declared column names."""
        return tuple(name for name, _ in _pairs(self.header["returns"]))


def _pairs(text: str) -> list[tuple[str, str]]:
    if text.strip() == "-":
        return []
    parts = re.split(r",\s*(?![^\[]*\])", text)
    return [(name.strip(), kind.strip()) for name, _, kind in (part.partition(":") for part in parts)]


def root() -> Path:
    """Return the folder of Cypher files: inside an installed wheel, else beside the package."""
    package = Path(__file__).resolve().parents[1]
    packed = package / "_cypher"
    return packed if packed.is_dir() else package.parent / "cypher"


@cache
def catalog() -> dict[str, CypherFile]:
    """Return all statements by name; raises `CatalogError` naming the first file that breaks a rule."""
    files = {}
    for path in sorted(root().rglob("*.cypher")):
        area = path.parent.name
        if area not in {"visibility", "migrations"}:
            file = parse(f"{area}.{path.stem}", path.read_text(encoding="utf-8"))
            files[file.name] = file
    return files


def parse(name: str, source: str) -> CypherFile:
    """Return one file, checked; `source` is its whole text."""
    lines = source.splitlines()
    header: dict[str, str] = {}
    for line in lines:
        match = _HEADER.match(line)
        if not match:
            break
        header[match[1]] = match[2].strip()
    file = CypherFile(name, "\n".join(lines[len(header) :]).strip(), header)
    _check(file, len(lines))
    return file


def _check(file: CypherFile, line_count: int) -> None:
    if missing := [key for key in REQUIRED if key not in file.header]:
        raise CatalogError(f"{file.name}: header lacks {', '.join(missing)}")
    if file.header["mode"] not in {"read", "write", "schema"}:
        raise CatalogError(f"{file.name}: mode must be read, write or schema")
    if file.header["visibility"] not in {"viewer", "system", "auth"}:
        raise CatalogError(f"{file.name}: visibility must be viewer, system or auth")
    if line_count > MAX_LINES:
        raise CatalogError(f"{file.name}: {line_count} lines; at most {MAX_LINES}")
    used, declared = set(_PARAMETER.findall(_STRING.sub("''", file.text))), set(file.params)
    if used != declared:
        raise CatalogError(f"{file.name}: parameters differ between header and text: {sorted(used ^ declared)}")
    if file.header["visibility"] == "viewer":
        check_visibility(file)


@cache
def predicates() -> dict[str, str]:
    """Return the visibility predicate of each guarded kind, written for a variable named like the kind."""
    return {path.stem: _body(path.read_text(encoding="utf-8")) for path in (root() / "visibility").glob("*.cypher")}


def _body(source: str) -> str:
    return _flat("\n".join(line for line in source.splitlines() if not line.startswith("//")))


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def predicate(kind: str, variable: str) -> str:
    """Return the predicate of `kind` (a file in `cypher/visibility/`) for `variable`, on one line."""
    if kind not in predicates():
        raise CatalogError(f"no visibility predicate for {kind}", f"add cypher/visibility/{kind}.cypher")
    return re.sub(rf"\b{kind}\b(?!:)", variable, predicates()[kind])


def check_visibility(file: CypherFile) -> None:
    """Refuse a viewer statement in which a guarded variable is neither tested itself nor reached through one.

    Header `visible: account:account, stakeholder via account` lists each variable with the predicate it must
    satisfy verbatim, or the guarded variable whose path pattern it shares.
    """
    flat = _flat(file.text)
    if "$principal_ids" not in flat or "$workspace_id" not in flat:
        raise CatalogError(f"{file.name}: a viewer statement needs $workspace_id and $principal_ids")
    claims = [claim.strip() for claim in file.header.get("visible", "").split(",") if claim.strip()]
    listed = set()
    for claim in claims:
        if " via " in claim:
            variable, _, anchor = claim.partition(" via ")
            _check_path(file.name, flat, variable, anchor)
        else:
            variable, _, kind = claim.partition(":")
            if predicate(kind, variable) not in flat:
                raise CatalogError(f"{file.name}: the {kind} predicate is missing for `{variable}`")
        listed.add(variable)
    bound = {
        variable for variable, label in re.findall(r"\((\w+):(\w+)", _outside_predicates(flat)) if label in GUARDED
    }
    if unguarded := bound - listed:
        raise CatalogError(f"{file.name}: unguarded variables {sorted(unguarded)}", "list them under `visible:`")


def _check_path(name: str, flat: str, variable: str, anchor: str) -> None:
    paths = re.findall(r"\([^()]*\)(?:\s*<?-\[[^\]]*\]->?\s*\([^()]*\))+", flat)
    for path in paths:
        nodes = re.findall(r"\((\w+)", path)
        if variable in nodes and anchor in nodes:
            return
    raise CatalogError(f"{name}: no path pattern leads from `{anchor}` to `{variable}`")


def _outside_predicates(flat: str) -> str:
    """Remove the predicates' own inner variables (they read only `seen_by` and owners)."""
    return re.sub(r"\(hidden_\w+:\w+", "(", flat)
