"""Follows the event log to what was touched, infers it again, and writes it; a rebuild is the same over everything.

Every fact of a subject is a pure function of its sources, the pinned months and the horizon day, so a refresh and a
rebuild end in the same graph. The cursor moves last: killed anywhere, the next run does the work again.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from graph_service.domain.facts import epoch_day
from graph_service.domain.workspace import Workspace
from graph_service.graph.query import NoParams, ReadQuery, RowsParams
from graph_service.graph.system import SystemGateway
from graph_service.inference import queries as q
from graph_service.inference.account_stage import CaseReader, fitted_columns, infer_accounts
from graph_service.inference.backdrop_reading import read_backdrop
from graph_service.inference.backdrop_store import backdrop_row, goes_on, stored_backdrop
from graph_service.inference.casefile import Backdrop
from graph_service.inference.crew import Crew, crew_for
from graph_service.inference.fitting import fit_models
from graph_service.inference.happenings import Happenings
from graph_service.inference.model_store import model_rows, models_of
from graph_service.inference.models import Models
from graph_service.inference.prepared import Footing
from graph_service.inference.sentiment.texts import Text
from graph_service.inference.tone_models import with_tones
from graph_service.inference.topic_stage import TopicStage

CONSUMER = "inference"
OWN_EVENTS = frozenset({"facts.derived", "actions.changed", "action.decided"})
"""What is written because facts changed, and is no news for them."""
EVENTS_AT_ONCE = 2000


@dataclass(slots=True)
class News:
    """What the event log says since the cursor."""

    touched: set[str] = field(default_factory=set)
    min_day: int | None = None
    seq: int = 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run did."""

    stakeholders: int
    accounts: int
    rebuilt: bool
    months: int


class InferenceStage:
    """Keeps the derived facts of one workspace up to a horizon day."""

    def __init__(
        self,
        system: SystemGateway,
        workspace: Workspace,
        as_of: datetime,
        report: Callable[[str, int, int], None] = lambda _stage, _done, _total: None,
    ) -> None:
        self._system = system
        self._workspace = workspace
        self._as_of = as_of
        self._horizon = epoch_day(workspace.day(as_of))
        self._report = report

    async def run(self, *, rebuild: bool = False) -> Outcome:
        """Bring all facts up to the horizon; `rebuild` infers everything again, and writes it whatever is stored."""
        news = await self._news()
        kept = await self._system.read(q.READ_MODELS, NoParams())
        stored, known = models_of(kept), stored_backdrop(kept)
        backdrop = await read_backdrop(self._system, self._workspace, self._horizon)
        rests = goes_on(known, backdrop) and not rebuild
        fits = rebuild or self._must_fit(stored, news)
        every = [] if rests and not fits else sorted(await self._all(q.LIST_ACCOUNTS))
        named = sorted(await self._named(news)) if rests else []
        with Happenings(self._system) as happenings, crew_for(len(every) or len(named)) as crew:
            reader = CaseReader(self._system, happenings)
            models = await self._models(stored, reader, every, crew) if fits else stored
            everything = not rests or _changed(stored, models) or not stored.months
            accounts = every if everything else named
            footing = Footing(self._workspace, models, backdrop, self._horizon, rewrite=rebuild)
            people = await infer_accounts(reader, accounts, footing, crew, self._report)
        await TopicStage(self._system, self._workspace, self._horizon).run()
        await self._finish(models, backdrop, news, is_stored=models == stored and known == backdrop)
        return Outcome(people, len(accounts), everything, len(models.months))

    async def is_current(self) -> bool:
        """Tell whether nothing happened since the last run and nothing has come due; two small reads."""
        after = await self._system.read(q.READ_EVENTS, q.EventsAfter(CONSUMER, EVENTS_AT_ONCE))
        if any(event.type not in OWN_EVENTS for event in after):
            return False
        due = await self._system.read(q.DUE_STAKEHOLDERS, q.Due(self._as_of))
        due_accounts = await self._system.read(q.DUE_ACCOUNTS, q.Due(self._as_of))
        return not due[0].uids and not due_accounts[0].uids

    async def _news(self) -> News:
        news = News()
        after = await self._system.read(q.READ_EVENTS, q.EventsAfter(CONSUMER, EVENTS_AT_ONCE))
        while after:
            for event in after:
                news.seq = event.seq
                if event.type != "facts.derived":
                    news.touched.update(event.ids)
                    days = [day for day in (news.min_day, event.min_day or None) if day is not None]
                    news.min_day = min(days, default=None)
            if len(after) < EVENTS_AT_ONCE:
                break
            after = await self._more_events(news.seq)
        return news

    async def _more_events(self, seq: int) -> list[q.EventRow]:
        """Read on past a full page of events without moving the stored cursor."""
        return await self._system.read(q.READ_EVENTS_FROM, q.EventsFrom(seq, EVENTS_AT_ONCE))

    def _must_fit(self, stored: Models, news: News) -> bool:
        """Tell whether a month is missing, or news came from before the start of one that is pinned."""
        newest = stored.months[-1].month_day if stored.months else None
        this_month = epoch_day(self._workspace.day(self._as_of).replace(day=1))
        return newest is None or newest < this_month or (news.min_day is not None and news.min_day < newest)

    async def _models(self, stored: Models, reader: CaseReader, accounts: list[str], crew: Crew) -> Models:
        """Return the pinned months, fitted to all that happened."""
        first = await self._system.read(q.FIRST_DAY, NoParams())
        if not first:
            return stored
        columns = await fitted_columns(reader, accounts, self._workspace, crew, self._report)
        first_day = self._workspace.day_number(first[0].first)
        models = await asyncio.to_thread(fit_models, columns, first_day, self._horizon)
        return with_tones(models, await self._tones())

    async def _tones(self) -> list[Text]:
        rows = (await self._system.read(q.READ_TONES, NoParams()))[0].texts
        return [Text(self._workspace.day_number(at), at, uid, by, channel, tone) for uid, at, by, channel, tone in rows]

    async def _named(self, news: News) -> set[str]:
        """Return the accounts that news speak of, themselves or through one of their people, and those that are due."""
        due = await self._system.read(q.DUE_STAKEHOLDERS, q.Due(self._as_of))
        due_accounts = await self._system.read(q.DUE_ACCOUNTS, q.Due(self._as_of))
        named = await self._uids(q.PICK_ACCOUNTS, sorted(news.touched))
        theirs = await self._uids(q.ACCOUNTS_OF, sorted(news.touched.union(due[0].uids)))
        return {*due_accounts[0].uids, *named, *theirs}

    async def _finish(self, models: Models, backdrop: Backdrop, news: News, *, is_stored: bool) -> None:
        ids = self._workspace.ids
        rows = [] if is_stored else [*model_rows(models, ids), backdrop_row(backdrop, ids)]
        steps = [self._system.statement(q.WRITE_MODELS, RowsParams(rows))] if rows else []
        if news.seq:
            steps.append(self._system.statement(q.MOVE_CURSOR, q.CursorTo(CONSUMER, news.seq)))
        if steps:
            await self._system.write_all(steps)

    async def _all(self, query: ReadQuery[NoParams, q.UidList]) -> list[str]:
        return (await self._system.read(query, NoParams()))[0].uids

    async def _uids(self, query: ReadQuery[q.Uids, q.UidList], uids: list[str]) -> list[str]:
        return (await self._system.read(query, q.Uids(uids)))[0].uids if uids else []


def _changed(stored: Models, models: Models) -> bool:
    """Tell whether a month that was pinned is fitted anew: all that rests on it has to be inferred again."""
    months = {one.month_day: one for one in models.months}
    return any(months.get(one.month_day) != one for one in stored.months)
