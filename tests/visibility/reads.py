"""Everything a viewer can read, asked in every way: each read of the resolvers, each switch, each page, each moment."""

from collections.abc import AsyncGenerator, AsyncIterator, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from typing import Any

import msgspec

from graph_service.domain.facts import epoch_day
from graph_service.domain.workspace import Workspace
from graph_service.graph.query import ReadQuery, WriteQuery
from graph_service.graph.viewer import ViewerGateway
from graph_service.resolvers import alerts_rows, history_queries, leaving_queries, topics_queries
from graph_service.resolvers import changes_queries as c
from graph_service.resolvers import explaining_queries as x
from graph_service.resolvers import export_queries as e
from graph_service.resolvers import people_graph_queries as g
from graph_service.resolvers import queries as q
from graph_service.resolvers.evidence_paths import EVERYTHING
from graph_service.resolvers.search_terms import lucene_of, prefix_of, words_of
from tests.visibility.explaining_reads import CORRECTIONS, EXPLAINING
from tests.visibility.graph_reads import GRAPH
from tests.visibility.history_reads import HISTORY
from tests.visibility.leaving_reads import LEAVING
from tests.visibility.topic_reads import TOPIC_DECISIONS, TOPICS
from tests.visibility.world import MOMENTS

UNKNOWN = "aaaaaaaaaaaaaaaaaaaaaaaaaa"
STATUSES = ("open", "done", "dismissed", "snoozed", "expired")
BUCKETS = ("risk", "growth", "outreach", "coverage")
SEARCHES = (
    "canary", "CANARY Corp", "can", "c", "canary.example", "@canary.example", "cora@canary.example", "cora@", "cora",
    "rita@canary.example", "rita", "pat", "CANARY-1", "fake:CANARY", "olga", "olga@", "kim", "kim@gmail.com", "otto",
    "vacant", "vera", "alpha", "ada", "a", "o", "gmail.com", "ours.example", "ana",
)  # fmt: skip
UNORDERED = {"evidence", "participants", "points", "members"}
Answers = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Asker:
    """Somebody asking about everything there is: `seen` holds uids by kind, of whatever world."""

    gateway: ViewerGateway
    workspace: Workspace
    now: datetime
    seen: Mapping[str, tuple[str, ...]]
    moments: tuple[datetime, ...] = MOMENTS
    thorough: bool = True
    """Also page by page, with everything switched off, and by every filter; else each read once a thing."""

    def of(self, kind: str) -> tuple[str, ...]:
        """Return all uids of a kind, and one that nobody has."""
        return (*self.seen[kind], UNKNOWN)

    def day(self, moment: datetime) -> tuple[datetime, datetime, int]:
        """Return a moment, its day as stored, and its day as a number."""
        day = self.workspace.day(moment)
        return moment, datetime.combine(day, time(), UTC), epoch_day(day)


Found = AsyncIterator[tuple[str, Any]]


async def _one(asker: Asker, query: ReadQuery[Any, Any], params: Any) -> tuple[str, Any]:
    return f"{query.name} {params}", await asker.gateway.rows(query, params)


async def _pages(
    asker: Asker,
    query: ReadQuery[Any, Any],
    first: Any,
    rows_of: Callable[[Any], list[Any]],
    after: Callable[[Any], Any],
) -> tuple[str, Any]:
    """Return all pages of two from the first on."""
    found: list[Any] = []
    params = first
    while row := await asker.gateway.first(query, params):
        page = rows_of(row)
        found.append(row)
        if len(page) < first.limit:
            break
        params = replace(params, **after(page[-1]))
    return f"{query.name} pages {first}", found


def _past_mark(one: Any) -> dict[str, Any]:
    return {"after_score": one.score, "after_uid": one.uid}


async def queue(asker: Asker) -> Found:
    """The queue by status, bucket and account, with its total, and page by page."""
    for status in STATUSES:
        page = q.QueuePage(status, None, None, asker.now, 100, include_evidence=True, include_total=True)
        yield await _one(asker, q.ACTION_QUEUE, page)
        if not asker.thorough:
            continue
        yield await _pages(asker, q.ACTION_QUEUE, replace(page, limit=2), lambda row: list(row.actions), _past_mark)
        for bucket in BUCKETS:
            yield await _one(asker, q.ACTION_QUEUE, replace(page, bucket=bucket))
    for uid in asker.of("Account") if asker.thorough else ():
        page = q.QueuePage("open", None, uid, asker.now, 100, include_evidence=True, include_total=True)
        yield await _one(asker, q.ACTION_QUEUE, page)


async def queue_as_of(asker: Asker) -> Found:
    """The queue of past moments."""
    for moment in asker.moments:
        for status in STATUSES:
            page = q.PastQueuePage(status, None, None, moment, 100, include_evidence=True, include_total=True)
            yield await _one(asker, q.ACTION_QUEUE_AS_OF, page)
            page = replace(page, limit=2 if asker.thorough else 100)
            yield await _pages(asker, q.ACTION_QUEUE_AS_OF, page, lambda row: list(row.actions), _past_mark)
        for uid in asker.of("Account") if asker.thorough else ():
            page = q.PastQueuePage("open", None, uid, moment, 100, include_evidence=True, include_total=True)
            yield await _one(asker, q.ACTION_QUEUE_AS_OF, page)


async def action(asker: Asker) -> Found:
    """Every action by its uid."""
    for uid in asker.of("Action"):
        for evidence in (True, False)[: 2 if asker.thorough else 1]:
            yield await _one(asker, q.ACTION, q.OneAction(uid, asker.now, include_evidence=evidence))


async def account(asker: Asker) -> Found:
    """Every account by its uid."""
    for uid in asker.of("Account"):
        yield await _one(asker, q.ACCOUNT, q.OneAccount(uid, EVERYTHING))


async def account_as_of(asker: Asker) -> Found:
    """Every account at past moments."""
    for moment in asker.moments:
        for uid in asker.of("Account"):
            yield await _one(asker, q.ACCOUNT_AS_OF, q.PastAccount(uid, *asker.day(moment), EVERYTHING))


async def accounts(asker: Asker) -> Found:
    """The list of accounts, page by page, and by part of a name."""
    for text in ("", "canary", "vacant", "a"):
        page = q.AccountsPage(text, 1, include_total=True, evidence_of=EVERYTHING)
        yield await _pages(asker, q.ACCOUNTS, page, lambda row: list(row.accounts), _name_mark)


async def accounts_as_of(asker: Asker) -> Found:
    """The list of the accounts of past moments, page by page."""
    for moment in asker.moments:
        at, date, day = asker.day(moment)
        page = q.PastAccountsPage(
            "", 1, "", "", include_total=True, evidence_of=EVERYTHING, as_of=at, as_of_date=date, as_of_day=day
        )
        yield await _pages(asker, q.ACCOUNTS_AS_OF, page, lambda row: list(row.accounts), _name_mark)


def _name_mark(one: Any) -> dict[str, Any]:
    """Return where the next page begins, by name and uid."""
    return {"after_name": one.name, "after_uid": one.uid}


async def stakeholder_map(asker: Asker) -> Found:
    """The map of every account, with and without all it can show."""
    for uid in asker.of("Account"):
        for everything in (True, False)[: 2 if asker.thorough else 1]:
            yield await _one(asker, q.STAKEHOLDER_MAP, q.MapOf(uid, 50, everything, EVERYTHING if everything else []))


async def stakeholder_map_as_of(asker: Asker) -> Found:
    """The map of every account at past moments."""
    for moment in asker.moments:
        for uid in asker.of("Account"):
            past = q.PastMapOf(uid, *asker.day(moment), 50, include_ties=True, evidence_of=EVERYTHING)
            yield await _one(asker, q.STAKEHOLDER_MAP_AS_OF, past)


def _contact(uid: str, moment: datetime, *, everything: bool) -> q.OneContact:
    on = everything
    return q.OneContact(
        uid,
        moment,
        50,
        include_timeline=on,
        include_words=on,
        include_participants=on,
        include_ties=on,
        include_trends=on,
        include_story=on,
        evidence_of=EVERYTHING if on else [],
    )


def _timeline_mark(one: Any) -> dict[str, Any]:
    return {"after_at": one.at, "after_uid": one.uid}


async def contact(asker: Asker) -> Found:
    """Every person, with and without all there is, their timeline page by page."""
    for uid in asker.of("Contact"):
        full = _contact(uid, asker.now, everything=True)
        yield await _one(asker, q.CONTACT, full)
        if not asker.thorough:
            continue
        yield await _one(asker, q.CONTACT, _contact(uid, asker.now, everything=False))
        yield await _pages(asker, q.CONTACT, replace(full, limit=7), lambda row: list(row.timeline), _timeline_mark)


async def contact_as_of(asker: Asker) -> Found:
    """Every person at past moments."""
    for moment in asker.moments:
        _, date, day = asker.day(moment)
        for uid in asker.of("Contact"):
            full = q.past(_contact(uid, moment, everything=True), date, day)
            yield await _one(asker, q.CONTACT_AS_OF, full)


async def search(asker: Asker) -> Found:
    """Words, prefixes, addresses and ids, hidden and visible ones."""
    for text in SEARCHES if asker.thorough else SEARCHES[:5]:
        lucene = lucene_of(words_of(text), "WORKSPACE").replace("WORKSPACE", asker.workspace.workspace_id)
        found = await asker.gateway.rows(q.SEARCH, q.SearchFor(lucene, prefix_of(text), 20))
        yield f"{q.SEARCH.name} {text}", found


async def _exported(asker: Asker, query: ReadQuery[Any, Any], given: Callable[[datetime], dict[str, Any]]) -> Found:
    """An export of now and of past moments, whole and page by page, and of every account; contacts also outside."""
    for moment in (asker.now, *asker.moments):
        first = query.params(account_uid=None, as_of=moment, limit=100, after_uid="", **given(moment))
        yield await _one(asker, query, first)
        if query is e.EXPORT_CONTACTS:
            yield await _one(asker, query, replace(first, after_uid=e.OUTSIDE))
        if asker.thorough and moment == asker.now:
            mark = lambda one: {"after_uid": one.key}  # noqa: E731
            yield await _pages(asker, query, replace(first, limit=2), lambda row: list(row.page), mark)
            for uid in asker.of("Account"):
                yield await _one(asker, query, replace(first, account_uid=uid))


def _facts(asker: Asker) -> Callable[[datetime], dict[str, Any]]:
    def given(moment: datetime) -> dict[str, Any]:
        _, date, day = asker.day(moment)
        return {"as_of_date": date, "as_of_day": day, "include_undated": moment == asker.now}

    return given


async def export_sayings(asker: Asker) -> Found:
    """What is said of every person."""
    for moment in (asker.now, *asker.moments):
        for uid in asker.of("Contact"):
            asked = e.SayingsOf([uid], moment, moment == asker.now)
            found = await asker.gateway.first(e.EXPORT_SAYINGS, asked)
            yield f"{e.EXPORT_SAYINGS.name} {asked}", found.people if found else []


EXPORTS: dict[str, Callable[[Asker], Found]] = {
    "EXPORT_CONTACTS": lambda asker: _exported(asker, e.EXPORT_CONTACTS, _facts(asker)),
    "EXPORT_SAYINGS": export_sayings,
    "EXPORT_ACCOUNTS": lambda asker: _exported(asker, e.EXPORT_ACCOUNTS, _facts(asker)),
    "EXPORT_INTERACTIONS": lambda asker: _exported(asker, e.EXPORT_INTERACTIONS, lambda _: {"include_words": True}),
    "EXPORT_EVIDENCE": lambda asker: _exported(asker, e.EXPORT_EVIDENCE, lambda _: {}),
    "EXPORT_ACTIONS": lambda asker: _exported(asker, e.EXPORT_ACTIONS, lambda _: {}),
}


async def identity_review(asker: Asker) -> Found:
    """The pairs who may be one person, all at once and one by one."""
    yield await _one(asker, q.IDENTITY_REVIEW, q.ReviewPage(100))
    page, found = q.ReviewPage(1), []
    while rows := await asker.gateway.rows(q.IDENTITY_REVIEW, page):
        found.append(rows)
        page = q.ReviewPage(1, rows[-1].p, rows[-1].key)
    yield f"{q.IDENTITY_REVIEW.name} pages", found


async def explain_identity(asker: Asker) -> Found:
    """Why every person is one person."""
    for uid in asker.of("Contact"):
        yield await _one(asker, q.EXPLAIN_IDENTITY, q.WhoIs(uid))


async def people_to_judge(asker: Asker) -> Found:
    """Every person as one whose identity is to be decided on, alone and all together."""
    for uid in asker.of("Contact"):
        yield await _one(asker, q.PEOPLE_TO_JUDGE, q.ToJudge([uid], ""))
    everybody = await asker.gateway.rows(q.PEOPLE_TO_JUDGE, q.ToJudge(list(asker.of("Contact")), UNKNOWN))
    yield f"{q.PEOPLE_TO_JUDGE.name} all", everybody


READS: dict[str, Callable[[Asker], Found]] = {
    "ACTION_QUEUE": queue, "ACTION_QUEUE_AS_OF": queue_as_of, "ACTION": action, "ACCOUNT": account,
    "ACCOUNT_AS_OF": account_as_of, "ACCOUNTS": accounts, "ACCOUNTS_AS_OF": accounts_as_of,
    "STAKEHOLDER_MAP": stakeholder_map, "STAKEHOLDER_MAP_AS_OF": stakeholder_map_as_of, "CONTACT": contact,
    "CONTACT_AS_OF": contact_as_of, "SEARCH": search, "IDENTITY_REVIEW": identity_review,
    "EXPLAIN_IDENTITY": explain_identity, "PEOPLE_TO_JUDGE": people_to_judge, **EXPORTS, **EXPLAINING, **GRAPH,
    **LEAVING, **HISTORY, **TOPICS,
}  # fmt: skip
"""The canary case of every read, by its name in `resolvers.queries` and `resolvers.export_queries`."""
DECISIONS = {"DECIDE_ACTION", "REOPEN_ACTION", *CORRECTIONS, *TOPIC_DECISIONS}
"""The writes of a viewer, which have tests of their own."""


def bound() -> dict[str, ReadQuery[Any, Any] | WriteQuery[Any, Any]]:
    """Return every statement that the resolvers bind."""
    modules = (q, e, x, g, c, alerts_rows, leaving_queries, history_queries, topics_queries)
    named = {name: one for module in modules for name, one in vars(module).items()}
    return {name: one for name, one in named.items() if isinstance(one, ReadQuery | WriteQuery)}


async def answers(asker: Asker, *names: str) -> Answers:
    """Return all answers of the named reads (all of them by default) as plain data, by what was asked."""
    return {asked: answer async for asked, answer in each_answer(asker, *names)}


async def each_answer(asker: Asker, *names: str) -> AsyncGenerator[tuple[str, Any], None]:
    """Yield the same answers one by one, for whoever stops at the first that tells something."""
    for name in names or READS:
        async for asked, answer in READS[name](asker):
            yield asked, plain(msgspec.to_builtins(answer))


def plain(answer: Any) -> Any:
    """Return an answer with what comes in no order sorted: the evidence of an action, the people in a mail."""
    if isinstance(answer, dict):
        return {key: sorted(one or (), key=repr) if key in UNORDERED else plain(one) for key, one in answer.items()}
    return [plain(one) for one in answer] if isinstance(answer, list) else answer


def leaks(found: Mapping[str, Any], *words: str) -> list[str]:
    """Return which answers hold one of the words, in whatever case; the questions themselves may."""
    return [
        f"{asked}\n    → {answer}"
        for asked, answer in found.items()
        if any(word.lower() in repr(answer).lower() for word in words)
    ]
