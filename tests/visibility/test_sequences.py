"""Whatever happens in whatever order, nobody without sight of the hidden account reads a word of it (P21, A27-A28)."""

from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from graph_service.graph.driver import Database
from graph_service.ingest.connector import MailRecord
from graph_service.resolvers import queries as q
from tests.examples import few
from tests.integration.memory import mail
from tests.visibility import records as r
from tests.visibility.reads import Asker, answers, leaks
from tests.visibility.viewers import ANA, BEN, DORA, NORA
from tests.visibility.world import LATER, World, empty_world

pytestmark = [pytest.mark.neo4j, pytest.mark.slow, pytest.mark.timeout(900)]  # all stories together
PEOPLE = {
    "alpha": (r.ADA, (r.ANA,), ()),
    "canary": (r.CORA, (r.NORA,), (r.ANA,)),
    "joint by canary": (r.CORA, (r.ANA, r.ADA), ()),
    "joint by alpha": (r.ADA, (r.BEN,), (r.CORA,)),
    "loose": (r.OLGA, (r.BEN,), ()),
    "loose with canary": (r.KIM, (r.BEN,), (r.CID,)),
}
"""From, to and copies of a kind of mail."""
OPERATIONS = st.one_of(
    st.tuples(st.just("mail"), st.sampled_from(sorted(PEOPLE))),
    st.tuples(st.just("copy"), st.just("")),
    st.tuples(st.just("share"), st.booleans()),
    st.tuples(st.just("leave"), st.booleans()),
    st.tuples(st.just("refresh"), st.just("")),
    st.tuples(st.just("playbook"), st.sampled_from((BEN, NORA))),
    st.tuples(st.sampled_from(("done", "dismissed", "snoozed", "reopened")), st.sampled_from((ANA, NORA))),
)


@dataclass(slots=True)
class Story:
    """What has happened so far to one world, and what that means for Ben's sight of the hidden account."""

    world: World
    mails: list[MailRecord] = field(default_factory=list)
    shared: bool = False
    gone: bool = False

    async def begin(self) -> None:
        """Load the CRM and some mail of every kind, and make a queue."""
        await self.world.ingest([*r.mails()[30:], *r.canary_mails()[30:], *r.mixed()])
        await self.export()
        await self.world.refresh()

    async def export(self) -> None:
        """Load the CRM as it stands now."""
        claims = [*r.OWN_SHARES, *r.CANARY_SHARES, *([(r.CANARY, "U2", "read")] if self.shared else [])]
        left = r.LEFT | ({"U2"} if self.gone else set())
        crm = [*r.accounts(), *r.canary_accounts(), *r.mixed_people()]
        await self.world.ingest([*crm, *r.users(left), *r.shares(claims)])

    async def happen(self, what: str, how: Any) -> None:
        """Let one thing happen."""
        if what == "mail":
            await self.write(how)
        elif what == "copy" and self.mails:  # a fuller copy of the last mail, as another mailbox may hold it
            last = self.mails[-1]
            self.mails[-1] = replace(last, text=f"{last.text} The same {last.subject} at more length.")
            await self.world.ingest([self.mails[-1]])
        elif what in {"share", "leave"}:
            self.shared, self.gone = (how, self.gone) if what == "share" else (self.shared, how)
            await self.export()
        elif what == "refresh":
            await self.world.refresh()
        elif what == "playbook":
            await self.world.add_playbook("CANARY" if how == NORA else "PSST", how)
        elif what in {"done", "dismissed", "snoozed", "reopened"}:
            await self.decide(what, how)

    async def write(self, kind: str) -> None:
        """Let somebody write a mail with an ask in it."""
        sender, to, copies = PEOPLE[kind]
        number = 9000 + len(self.mails)
        word = "plan" if kind in {"alpha", "loose"} else "CANARY"
        text = f"Could you send us the {word} of the {number - 8999}. phase?"
        day = 160 + len(self.mails) / 4
        self.mails.append(mail(number, sender, to, day=day, subject=f"{word} {number}", text=text, cc=copies))
        await self.world.ingest([self.mails[-1]])

    async def decide(self, kind: str, who: str) -> None:
        """Let somebody decide on the first action they see."""
        gateway = await self.world.gateway(who)
        word = "CANARY" if who == NORA else "no news"  # who knows nothing of the hidden account cannot write of it
        by, until = gateway.viewer.user_uid, r.NOW + timedelta(days=3) if kind == "snoozed" else None
        for uid in (await self.world.uids())["Action"]:
            if kind == "reopened":
                answer = await gateway.decide(q.REOPEN_ACTION, q.Reopen(uid, "", by, r.NOW))
            else:
                answer = await gateway.decide(
                    q.DECIDE_ACTION, q.Decide(uid, kind, word, until, "", by, r.NOW, note=word)
                )
            if answer:
                return

    async def read_by(self, who: str) -> dict[str, Any]:
        """Return all that somebody reads now."""
        world = self.world
        gateway, seen = await world.gateway(who), await world.uids()
        return await answers(Asker(gateway, world.workspace, r.NOW, seen, (LATER,), thorough=False))

    async def check(self) -> None:
        """Ben reads of the hidden account exactly while it is shared with him and he is with us."""
        found = await self.read_by(BEN)
        if self.shared and not self.gone:
            assert leaks(found, "CANARY chief")
        else:
            assert leaks(found, "CANARY") == []
        if self.gone:
            assert leaks(found, "Alpha") == []


@few(8)
@example(operations=[("mail", "joint by alpha"), ("refresh", ""), ("copy", ""), ("done", NORA)])
@given(operations=st.lists(OPERATIONS, min_size=6, max_size=12))
async def test_after_every_step_of_any_story_the_hidden_account_stays_hidden(
    database: Database, tmp_path: Path, operations: list[tuple[str, Any]]
) -> None:
    story = Story(await empty_world(database, tmp_path))
    await story.begin()
    for what, how in operations:
        await story.happen(what, how)
        await story.check()
    for who in (ANA, DORA):
        assert leaks(await story.read_by(who), "CANARY") == []
