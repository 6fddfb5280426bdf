"""Every file of `cypher/` keeps the promises of its header: no server, no skip list."""

import re
import types
from collections import Counter
from dataclasses import is_dataclass
from datetime import datetime
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest

from graph_service.errors import CatalogError
from graph_service.graph.catalog import (
    MAX_LINES,
    REQUIRED,
    CypherFile,
    catalog,
    check_visibility,
    parse,
    predicate,
    predicates,
    root,
)
from graph_service.graph.query import INJECTED, ReadQuery
from graph_service.graph.relationships import TYPES
from tests.cypher.bindings import GRAPH, Binding, bindings, used_by_name
from tests.cypher.ownership import ANNOUNCED, MODELS, TYPE_OWNER, mistakes, owner_of, properties_of
from tests.cypher.statement_text import bare, named_properties

FILES = sorted(catalog())
VIEWER_FILES = [name for name in FILES if catalog()[name].header["visibility"] == "viewer"]
BUDGET = re.compile(r"^[1-9]\d* db hits$")
ALLOW = re.compile(r"^(?:-|\w+ \([^()]+\)(?:, \w+ \([^()]+\))*)$")
SHARED_AREAS = {"events"}
"""Files that several packages bind beside their own statements, as siblings may not import each other."""

VALUE_TYPES: dict[str, type] = {
    "str": str, "int": int, "float": float, "bool": bool, "datetime": datetime, "map": dict, "list": list,
}  # fmt: skip


@pytest.fixture(params=FILES)
def file(request: pytest.FixtureRequest) -> CypherFile:
    return catalog()[request.param]


def test_the_header_is_complete_and_in_form(file: CypherFile) -> None:
    assert all(file.header[key] for key in REQUIRED)
    assert BUDGET.match(file.header["budget"]), "budget: NUMBER db hits"
    assert ALLOW.match(file.header["allow"]), "allow: Operator (reason), …"
    assert file.header["about"].endswith(".")
    assert all(name and kind for name, kind in (*file.params.items(),))


def test_the_file_is_short_and_speaks_one_statement(file: CypherFile) -> None:
    area, _, stem = file.name.partition(".")
    path = root() / area / f"{stem}.cypher"
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAX_LINES
    assert ";" not in bare(file.text)


def test_only_writing_files_say_that_they_write(file: CypherFile) -> None:
    """One writer per fact: what a statement writes is listed, and belongs to its folder's owner."""
    assert (file.header["mode"] == "write") == (file.header["writes"] != "-")
    assert not mistakes(file)


def test_every_property_it_names_is_declared(file: CypherFile) -> None:
    unknown = {
        f"{variable}.{key}"
        for variable, owners, key in named_properties(file.text)
        if key not in set().union(*(_known(owner) for owner in owners)) and not _bookkeeping(owners)
    }
    assert not unknown


def _known(owner: str) -> set[str]:
    if owner in MODELS:
        return properties_of(owner)
    return {key for one in TYPES if one.name == owner for key in one.properties}


def _bookkeeping(owners: set[str]) -> bool:
    return any(owner.startswith("__") for owner in owners)


def test_the_file_is_bound_once(file: CypherFile) -> None:
    bound = Counter(one.package for one in bindings() if one.query.name == file.name)
    if file.name.partition(".")[0] in SHARED_AREAS:
        assert bound, "no package binds it"
        assert set(bound.values()) == {1}
    elif file.name in used_by_name():
        assert not bound, "graph/ runs it by name; a binding is one too many"
    else:
        assert sum(bound.values()) == 1


def test_no_binding_names_a_missing_file() -> None:
    assert not [one for one in bindings() if one.query.name not in catalog()]


@pytest.mark.parametrize("binding", bindings(), ids=lambda one: f"{one.module}.{one.name}")
def test_both_ends_of_a_binding_are_what_the_header_says(binding: Binding) -> None:
    file = catalog()[binding.query.name]
    assert isinstance(binding.query, ReadQuery) == (file.header["mode"] == "read")
    given = get_type_hints(binding.query.params)
    injected = {name for name in file.params if name in INJECTED and name not in given}
    assert injected <= ({"workspace_id"} if file.header["visibility"] == "system" else INJECTED)
    assert set(given) | injected == set(file.params)
    for name, hint in given.items():
        assert _fits(hint, file.params[name]), f"{name}: {hint} is not {file.params[name]}"
    returned = dict(_returned(file))
    row = get_type_hints(binding.query.row)
    assert set(row) == set(returned)
    for name, hint in row.items():
        assert _fits(hint, returned[name]), f"{name}: {hint} is not {returned[name]}"


@pytest.mark.parametrize("binding", bindings(), ids=lambda one: f"{one.module}.{one.name}")
def test_params_and_rows_are_frozen_dataclasses(binding: Binding) -> None:
    for kind in (binding.query.params, binding.query.row):
        assert is_dataclass(kind)
        assert vars(kind)["__dataclass_params__"].frozen
        assert "__slots__" in vars(kind)


def _returned(file: CypherFile) -> list[tuple[str, str]]:
    if file.header["returns"] == "-":
        return []
    parts = [part.partition(":") for part in file.header["returns"].split(",")]
    return [(name.strip(), kind.strip()) for name, _, kind in parts]


def _fits(hint: Any, kind: str) -> bool:
    """Tell whether a field's type is the header's: `list[map]` is a list of maps, a dataclass is a map."""
    options = [one for one in get_args(hint) if one is not type(None)] if _is_union(hint) else [hint]
    outer, _, inner = kind.rstrip("]").partition("[")
    return all(_is_kind(option, outer) and (not inner or _fits(get_args(option)[0], inner)) for option in options)


def _is_union(hint: Any) -> bool:
    return get_origin(hint) in {Union, types.UnionType}


def _is_kind(option: Any, kind: str) -> bool:
    plain = get_origin(option) or option
    if kind == "map":
        return plain is dict or is_dataclass(plain)
    if getattr(plain, "__name__", "") == "Literal":
        return all(isinstance(value, VALUE_TYPES[kind]) for value in get_args(option))
    return isinstance(plain, type) and issubclass(plain, VALUE_TYPES[kind])


@pytest.mark.parametrize("name", VIEWER_FILES)
def test_a_viewer_statement_without_one_of_its_predicates_is_refused(name: str) -> None:
    """Nothing unseen: take any predicate out, and the catalog does not load the file."""
    file = catalog()[name]
    flat = re.sub(r"\s+", " ", file.text)
    claims = [claim.strip().partition(":") for claim in file.header["visible"].split(",") if ":" in claim]
    assert claims, "a viewer statement has at least one predicate of its own"
    for variable, _, kind in claims:
        text = flat.replace(predicate(kind, variable), "true")
        assert text != flat
        with pytest.raises(CatalogError, match=r"predicate is missing for|needs \$workspace_id and \$principal_ids"):
            check_visibility(CypherFile(name, text, file.header))


@pytest.mark.parametrize("name", VIEWER_FILES)
def test_a_viewer_statement_that_forgets_to_list_a_guarded_variable_is_refused(name: str) -> None:
    file = catalog()[name]
    claims = [claim.strip() for claim in file.header["visible"].split(",")]
    bound = {variable for variable, _ in re.findall(r"\((\w+):(\w+)", re.sub(r"\(hidden_\w+:\w+", "(", file.text))}
    for variable in {re.split(r":| via ", claim)[0] for claim in claims} & bound:
        kept = ", ".join(claim for claim in claims if re.split(r":| via ", claim)[0] != variable)
        with pytest.raises(CatalogError):
            check_visibility(CypherFile(name, file.text, {**file.header, "visible": kept}))


def test_every_predicate_reads_the_viewers_sight_and_nothing_else_from_outside() -> None:
    used = {claim.strip().partition(":")[2] for name in VIEWER_FILES for claim in _claims(name)}
    assert used <= set(predicates())
    for kind, text in predicates().items():
        assert "$principal_ids" in text, kind
        assert set(re.findall(r"\$(\w+)", text)) <= INJECTED, kind


def _claims(name: str) -> list[str]:
    return [claim for claim in catalog()[name].header["visible"].split(",") if ":" in claim]


HEADER = {
    "about": "Things.", "mode": "read", "visibility": "system", "params": "uid: str", "returns": "uid: str",
    "writes": "-", "budget": "10 db hits", "allow": "-",
}  # fmt: skip


def _source(text: str = "MATCH (n:Account {uid: $uid}) RETURN n.uid AS uid", **header: str) -> str:
    return "\n".join([*(f"// {key}: {value}" for key, value in {**HEADER, **header}.items() if value), text])


@pytest.mark.parametrize(
    "source",
    [
        *(_source(**{key: ""}) for key in HEADER),
        _source(mode="both"),
        _source(visibility="all"),
        _source(params="-"),
        _source(params="uid: str, other: str"),
        _source("\n" * 80),
        _source(visibility="viewer"),
    ],
)
def test_a_file_that_breaks_a_rule_is_not_loaded(source: str) -> None:
    assert parse("read.x", _source()).returns == ("uid",)
    with pytest.raises(CatalogError):
        parse("read.x", source)


@pytest.mark.parametrize(
    ("area", "writes", "text", "mistake"),
    [
        ("ingest", "Account", "MERGE (a:Account {uid: $uid}) SET a.coverage = 1", "inference's to write"),
        ("ingest", "Account", "MATCH (a:Account {uid: $uid}) SET a.seen_by = []", "grants's to write"),
        ("inference", "Account.coverage", "MATCH (a:Account {uid: $uid}) SET a.name = ''", "does not list"),
        ("ingest", "Account, Domain", "MERGE (a:Account {uid: $uid})", "does not write"),
        ("ingest", "Account", "MERGE (a:Account {uid: $uid}) CREATE (a)-[:OF]->(a)", "writes OF"),
        ("ingest", "Account", "MATCH (a:Account {uid: $uid})<-[r:AT]-() DELETE r SET a.name = ''", "writes AT"),
        (
            "ingest",
            "Account",
            "MATCH (a:Account {uid: $uid})<-[:AT]-(s) DETACH DELETE s SET a.name = ''",
            "Stakeholder",
        ),
        ("rules", "Account", "MERGE (a:Account {uid: $uid})", "ingest's to write"),
        ("ingest", "Account", "MATCH (a {uid: $uid}) SET a.name = ''", "cannot tell what `a` is"),
        ("read", "Account", "MERGE (a:Account {uid: $uid})", "ingest's to write"),
    ],
)
def test_a_statement_that_writes_what_it_may_not_or_does_not_list_is_found(
    area: str, writes: str, text: str, mistake: str
) -> None:
    file = parse(f"{area}.x", _source(text, mode="write", writes=writes))
    assert any(mistake in found for found in mistakes(file)), mistakes(file)


def test_every_label_and_type_has_one_owner_that_some_folder_may_write_for() -> None:
    owners = {model.OWNER for model in MODELS.values()} | set(TYPE_OWNER.values())
    owners |= {owner for model in MODELS.values() for owner in model.OWNERS.values()}
    assert owners <= {"ingest", "inference", "rules", "grants", "events", "admin"}
    assert all(owner_of(item) == "events" for item in ANNOUNCED)


def test_statements_by_name_are_the_admin_ones_only() -> None:
    assert {name for name in FILES if name.startswith("admin.")} == set(used_by_name())
    assert all(one.module.startswith(GRAPH) for one in bindings() if one.query.name.startswith("grants.write"))
