"""The reads that are measured: each a GraphQL document, and the best Cypher by hand for the same data."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from bench.place import Place
from bench.world import END
from graph_service.domain.workspace import Workspace
from graph_service.graph.catalog import predicate
from graph_service.graph.query import Statement
from graph_service.resolvers.search_terms import lucene_of, words_of
from graph_service.schema.ids import Kind, encode_id

FOLDER = Path(__file__).parent / "questions"
PAGE, MAP, TIMELINE = 50, 50, 20
BAR = 2.5
SEARCHED = "Vera"
_SIGHT = re.compile(r"/\* sight (\w+):(\w+) \*/ true")
Answer = dict[str, Any]
Names = Callable[[Answer], list[str]]
PICK = """
    MATCH (account:Account {workspace_id: $workspace_id})
    WITH account, COUNT { (account)<-[:AT]-() } AS size ORDER BY size DESC, account.uid LIMIT 1
    MATCH (account)<-[:AT]-(stakeholder:Stakeholder)<-[:IS]-(contact:Contact)
    WITH account, size, contact, stakeholder.interaction_count AS mails ORDER BY mails DESC, contact.uid LIMIT 1
    RETURN account.uid AS account, size, contact.uid AS contact, mails,
      head(COLLECT { MATCH (action:Action {workspace_id: $workspace_id, status: 'open'})
        RETURN action.uid ORDER BY action.score DESC LIMIT 1 }) AS action,
      COUNT { MATCH (action:Action {workspace_id: $workspace_id, status: 'open'}) } AS actions"""


@dataclass(frozen=True)
class Question:
    """One read in both forms. `ours` and `theirs` take from either answer the names that must agree."""

    name: str
    variables: dict[str, Any]
    params: dict[str, Any]
    ours: Names
    theirs: Names
    bar: float | None = None
    principals: tuple[str, ...] = field(default=("everyone", "admin"))

    @cached_property
    def document(self) -> str:
        """Return the GraphQL document."""
        return (FOLDER / f"{self.name}.graphql").read_text(encoding="utf-8")

    @cached_property
    def plain(self) -> str:
        """Return the Cypher by hand; whose data it is, it does not ask."""
        return (FOLDER / f"{self.name}.cypher").read_text(encoding="utf-8")

    @cached_property
    def seeing(self) -> str:
        """Return the same Cypher with the viewer's sight where it says so."""
        return _SIGHT.sub(lambda found: f"({predicate(found[2], found[1])})", self.plain)


@dataclass(frozen=True, slots=True)
class Subjects:
    """What is asked about: the largest account, who writes most there, the first action; and how large all that is."""

    account: str
    contact: str
    action: str | None
    people: int
    mails: int
    actions: int


async def subjects_of(place: Place, workspace: Workspace) -> Subjects:
    """Return the subjects of a world that was inferred and has a queue."""
    statement = Statement(PICK, {"workspace_id": workspace.workspace_id}, "bench.pick")
    row = (await place.database.read(statement, seconds=120.0))[0]
    return Subjects(row["account"], row["contact"], row["action"], row["size"], row["mails"], row["actions"])


def questions_of(subjects: Subjects, workspace: Workspace) -> list[Question]:
    """Return all reads about these subjects."""
    return [
        *_of_actions(subjects, workspace),
        *_of_accounts(subjects, workspace),
        *_of_people(subjects, workspace),
    ]


def _of_actions(subjects: Subjects, workspace: Workspace) -> Iterator[Question]:
    here = {"workspace_id": workspace.workspace_id}
    yield Question(
        "action_queue", {"first": PAGE}, {**here, "limit": PAGE + 1},
        lambda data: [edge["node"]["title"] for edge in data["actionQueue"]["edges"]],
        lambda row: [one["title"] for one in row["found"]][:PAGE], BAR,
    )  # fmt: skip
    if subjects.action is not None:
        yield Question(
            "action", {"id": encode_id(Kind.ACTION, workspace.workspace_id, subjects.action)},
            {**here, "uid": subjects.action},
            lambda data: [data["action"]["title"]], lambda row: [row["found"][0]["title"]],
        )  # fmt: skip


def _of_accounts(subjects: Subjects, workspace: Workspace) -> Iterator[Question]:
    here = {"workspace_id": workspace.workspace_id}
    account = encode_id(Kind.ACCOUNT, workspace.workspace_id, subjects.account)
    yield Question(
        "stakeholder_map", {"id": account, "first": MAP}, {**here, "uid": subjects.account, "limit": MAP},
        lambda data: sorted(one["name"] for group in data["stakeholderMap"]["groups"] for one in group["stakeholders"]),
        lambda row: sorted(one["name"] for one in row["found"]), BAR,
    )  # fmt: skip
    yield Question(
        "account", {"id": account}, {**here, "uid": subjects.account},
        lambda data: [data["account"]["name"], *(term["name"] for term in data["account"]["coverage"]["terms"])],
        lambda row: [row["found"][0]["name"], *_terms(row["found"][0])],
    )  # fmt: skip
    yield Question(
        "accounts", {"first": PAGE}, {**here, "limit": PAGE + 1},
        lambda data: [edge["node"]["name"] for edge in data["accounts"]["edges"]],
        lambda row: [one["name"] for one in row["found"]][:PAGE],
    )  # fmt: skip


def _of_people(subjects: Subjects, workspace: Workspace) -> Iterator[Question]:
    here = {"workspace_id": workspace.workspace_id}
    contact = encode_id(Kind.CONTACT, workspace.workspace_id, subjects.contact)
    yield Question(
        "contact", {"id": contact, "first": TIMELINE},
        {**here, "uid": subjects.contact, "limit": TIMELINE + 1, "now": END},
        lambda data: [edge["node"]["subject"] for edge in data["contact"]["timeline"]["edges"]],
        lambda row: [one["subject"] for one in row["found"]][:TIMELINE],
    )  # fmt: skip
    yield Question(
        "search", {"text": SEARCHED, "first": 20},
        {**here, "lucene": lucene_of(words_of(SEARCHED), workspace.workspace_id), "limit": 20},
        lambda data: [one["name"] for one in data["search"]["contacts"]],
        lambda row: [one["name"] for one in row["found"]],
    )  # fmt: skip


def _terms(account: Answer) -> list[str]:
    known = {person["uid"]: person["name"] for person in account["people"]}
    return [known.get(uid, "others") for uid in account["coverage_names"]]
