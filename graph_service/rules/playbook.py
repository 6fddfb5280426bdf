"""A playbook: text (YAML) → a frozen, checked plan. Errors name file, line, key and what was allowed.

What it watches, when it fires, and the action it makes (A10). The condition is a question; the texts are templates
over the names in `PLACEHOLDERS`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from string import Formatter
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from rapidfuzz import process

from graph_service.errors import PlaybookError, QuestionError
from graph_service.query.ir import Question
from graph_service.query.parse import parse
from graph_service.rules import account_phrases, contact_phrases, people_phrases
from graph_service.rules.enrichments import names

PLACEHOLDERS = (
    "account", "contact", "quote", "subject", "message", "also_asked", "asked", "asked_on", "waiting",
    "last_inbound_on", "silent_days", "rhythm_days", "share", "coverage", "arr", "renewal_on", "before_renewal",
    *people_phrases.NAMES, *contact_phrases.NAMES, *account_phrases.NAMES,
)  # fmt: skip
_DURATION = re.compile(r"^(\d+) (business days?|days?)$")


class _ActionText(BaseModel):
    model_config = ConfigDict(extra="forbid")
    title: str = Field(max_length=200)
    suggestion: str = Field(max_length=600)
    due: str = "2 business days"
    reasons: list[str] = Field(min_length=1, max_length=8)


class _PlaybookText(BaseModel):
    model_config = ConfigDict(extra="forbid")
    name: str = Field(min_length=3, max_length=80)
    about: str
    target: Literal["account", "contact", "ask"]
    bucket: Literal["outreach", "risk", "growth"]
    priority: Literal["low", "normal", "high"] = "normal"
    watch: list[str] = Field(min_length=1)
    when: str
    identity: list[Literal["account", "contact", "ask"]] = Field(min_length=1)
    change: float = Field(0.1, gt=0, lt=1)
    cooldown: str = "30 days"
    max_actions: int = Field(100, ge=1, le=1000)
    action: _ActionText
    known_gaps: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time, in days or business days."""

    days: int
    business: bool


@dataclass(frozen=True, slots=True)
class Playbook:
    """A checked playbook. `change` is the chance that acting changes the outcome (inference.md, section 9)."""

    name: str
    about: str
    target: str
    bucket: str
    priority: str
    watch: tuple[str, ...]
    when: Question
    identity: tuple[str, ...]
    change: float
    cooldown: Span
    max_actions: int
    title: str
    suggestion: str
    due: Span
    reasons: tuple[str, ...]
    known_gaps: str
    text: str


def parse_playbook(text: str, file: str = "playbook") -> Playbook:
    """Return the playbook that `text` describes; raises `PlaybookError` with file, line, key and remedy."""
    lines = _lines(text, file)
    try:
        raw = _PlaybookText.model_validate(yaml.safe_load(text))
    except ValidationError as error:
        raise _invalid(error, lines, file) from error
    try:
        when = parse(raw.when)
    except QuestionError as error:
        raise PlaybookError(f"{file}, line {lines.get('when', 1)}, key 'when': {error.message}", error.hint) from error
    if when.target != raw.target:
        raise _wrong(file, lines, "when", f"asks for {when.target}s, but the target is {raw.target}", "make them agree")
    _check_names(raw, lines, file)
    return Playbook(
        name=raw.name, about=raw.about, target=raw.target, bucket=raw.bucket, priority=raw.priority,
        watch=tuple(raw.watch), when=when, identity=tuple(raw.identity), change=raw.change,
        cooldown=_span(raw.cooldown, "cooldown", lines, file), max_actions=raw.max_actions, title=raw.action.title,
        suggestion=raw.action.suggestion, due=_span(raw.action.due, "due", lines, file),
        reasons=tuple(raw.action.reasons), known_gaps=raw.known_gaps, text=text,
    )  # fmt: skip


def _lines(text: str, file: str) -> dict[str, int]:
    """Return the line of every key; raises when the text is no YAML mapping."""
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise PlaybookError(f"{file}, line {line}: not YAML: {getattr(error, 'problem', error)}", "see docs") from error
    if not isinstance(node, yaml.MappingNode):
        raise PlaybookError(f"{file}, line 1: a playbook is a mapping of keys", "start with `name: …`")
    return dict(_key_lines(node))


def _key_lines(node: yaml.MappingNode) -> list[tuple[str, int]]:
    out = []
    for key, value in node.value:
        out.append((str(key.value), key.start_mark.line + 1))
        if isinstance(value, yaml.MappingNode):
            out += _key_lines(value)
    return out


def _invalid(error: ValidationError, lines: Mapping[str, int], file: str) -> PlaybookError:
    found: list[Mapping[str, Any]] = list(error.errors())
    # A misspelt key is also a missing one; the misspelling is what a person can see.
    first = next((one for one in found if one["type"] == "extra_forbidden"), found[0])
    key = str(next((part for part in reversed(first["loc"]) if isinstance(part, str)), "?"))
    hint = first["msg"]
    if first["type"] == "extra_forbidden":
        allowed = [*_PlaybookText.model_fields, *_ActionText.model_fields]
        near = process.extractOne(key, allowed)
        hint = f"did you mean '{near[0]}'? allowed: {', '.join(allowed)}" if near else ""
    return _wrong(file, lines, key, first["msg"], hint)


def _wrong(file: str, lines: Mapping[str, int], key: str, problem: str, hint: str) -> PlaybookError:
    return PlaybookError(f"{file}, line {lines.get(key, 1)}, key '{key}': {problem}", hint)


def _check_names(raw: _PlaybookText, lines: Mapping[str, int], file: str) -> None:
    for watched in raw.watch:
        if watched not in names():
            raise _wrong(
                file, lines, "watch", f"there is no enrichment '{watched}'", f"there are: {', '.join(names())}"
            )
    if "ask" in raw.identity and raw.target != "ask":
        raise _wrong(
            file, lines, "identity", "only playbooks on asks can be told apart by ask", "use account or contact"
        )
    for key, template in (("title", raw.action.title), ("suggestion", raw.action.suggestion), *_reasons(raw)):
        for name in placeholders(template, file, lines, key):
            if name not in PLACEHOLDERS:
                near = process.extractOne(name, PLACEHOLDERS)
                raise _wrong(file, lines, key, f"there is no '{{{name}}}'", f"did you mean '{{{near[0]}}}'?")


def _reasons(raw: _PlaybookText) -> list[tuple[str, str]]:
    return [("reasons", template) for template in raw.action.reasons]


def placeholders(template: str, file: str, lines: Mapping[str, int], key: str) -> list[str]:
    """Return the plain names a template uses; anything but `{name}` is refused (no attributes, no formats)."""
    try:
        fields = list(Formatter().parse(template))
    except ValueError as error:
        raise _wrong(file, lines, key, f"a brace is not closed: {error}", "write {name}") from error
    out = []
    for _, name, spec, conversion in fields:
        if name is None:
            continue
        if spec or conversion or not name.isidentifier():
            raise _wrong(file, lines, key, f"'{{{name}}}' is no plain name", f"use one of: {', '.join(PLACEHOLDERS)}")
        out.append(name)
    return out


def _span(text: str, key: str, lines: Mapping[str, int], file: str) -> Span:
    match = _DURATION.match(text.strip())
    if not match:
        raise _wrong(file, lines, key, f"'{text}' is no length of time", "write `3 business days` or `30 days`")
    return Span(int(match[1]), match[2].startswith("business"))
