"""Who may write what: compares a statement's text and its `writes:` with the owners that the models declare."""

from graph_service.graph.catalog import CypherFile
from graph_service.graph.ddl import LOCK_LABEL, MIGRATION_LABEL
from graph_service.graph.models import LABELS, Record
from graph_service.graph.relationships import TYPES
from tests.cypher.statement_text import Written, written

AREA_OWNER = {
    "ingest": "ingest", "inference": "inference", "rules": "rules", "actions": "rules", "grants": "grants",
    "events": "events", "admin": "admin", "demo": "ingest", "forget": "ingest",
}  # fmt: skip
"""Which owner's facts the files of a folder may write; a folder that is not here may write nothing."""

ERASING = {"forget"}
"""Folders whose files may change or take away what anybody wrote, because a person is to be found nowhere any more.
What they make is their owner's alone."""

ANNOUNCED = {"Event", "Workspace.event_seq"}
"""Written by whoever changes something, in the same transaction as the change (decision 18)."""

MODELS: dict[str, type[Record]] = {model.__name__: model for model in LABELS}
TYPE_OWNER = {one.name: one.owner for one in TYPES}
BOOKKEEPING = {MIGRATION_LABEL, LOCK_LABEL}


def declared(file: CypherFile, key: str) -> set[str]:
    """Return the names that a header line lists, without what stands in brackets."""
    text = file.header.get(key, "-").partition("(")[0]
    return {item.strip() for item in text.split(",")} - {"-", ""}


def owner_of(item: str) -> str:
    """Return the owner of `Label`, `Label.property` or `TYPE`; empty when there is no such thing."""
    label, _, key = item.partition(".")
    if label in BOOKKEEPING:
        return "admin"
    if label in TYPE_OWNER:
        return TYPE_OWNER[label]
    model = MODELS.get(label)
    if model is None or (key and key not in properties_of(label)):
        return ""
    return model.OWNERS.get(key, model.OWNER)


def properties_of(label: str) -> set[str]:
    """Return the properties that a label declares."""
    return set(MODELS[label].defined_properties(rels=False, aliases=False))


def mistakes(file: CypherFile) -> list[str]:
    """Return what is wrong with a statement's `writes:` and `sweeps:`, in words."""
    done = written(file.text)
    lists, sweeps = declared(file, "writes"), declared(file, "sweeps")
    wrong = [f"cannot tell what `{name}` is; give it a label where it is bound" for name in sorted(done.unclear)]
    wrong += [f"writes {item}, which `writes:` does not list" for item in _missing(done, lists, sweeps)]
    wrong += [f"`writes:` lists {item}, which the text does not write" for item in _idle(file, done, lists | sweeps)]
    wrong += [f"{item} is {owner_of(item) or 'nobody'}'s to write" for item in _foreign(file, done, lists)]
    if sweeps and "(" not in file.header["sweeps"]:
        wrong.append("`sweeps:` needs its reason in brackets")
    return wrong


def _missing(done: Written, lists: set[str], sweeps: set[str]) -> list[str]:
    labels = {item.partition(".")[0] for item in lists}
    missing = {f"{label}.{key}" for label, key in done.properties if not {label, f"{label}.{key}"} & lists}
    missing |= (done.labels | done.types) - lists - sweeps
    missing |= done.deleted - lists - sweeps
    missing |= done.maps - labels
    return sorted(missing)


def _idle(file: CypherFile, done: Written, lists: set[str]) -> list[str]:
    """Return what is listed and not written. What a DETACH DELETE takes along cannot be seen in the text."""
    known = done.labels | done.types | done.deleted | done.maps | {label for label, _ in done.properties}
    known |= {f"{label}.{key}" for label, key in done.properties}
    idle = {item for item in lists - known if item.partition(".")[0] not in done.maps}
    return sorted(item for item in idle if item not in TYPE_OWNER or "DETACH DELETE" not in file.text)


def _foreign(file: CypherFile, done: Written, lists: set[str]) -> list[str]:
    owner = AREA_OWNER.get(file.name.partition(".")[0], "")
    own = {item for item in lists if owner_of(item) == owner}
    touched = lists | {f"{label}.{key}" for label, key in done.properties}
    inherited = {base.__name__ for item in own if item in MODELS for base in MODELS[item].__mro__[1:]}
    foreign = {item for item in touched - own - inherited - ANNOUNCED if owner_of(item) != owner}
    if file.name.partition(".")[0] in ERASING:
        foreign = {item for item in foreign if not owner_of(item) or item in done.labels}
    return sorted(foreign)
