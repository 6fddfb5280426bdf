"""A small firm of four people and half a year of their mail: who leaves, who follows, who speaks for us.

Ida writes every week, tells her board that she wants more of the product, says farewell in June, and her mail comes
back. Jon takes over. Kai is only ever in copy and in no CRM. Lea goes on as ever.
"""

from pathlib import Path

from graph_service.domain.workspace import Workspace
from graph_service.graph.driver import Database
from graph_service.graph.system import SystemGateway
from graph_service.ingest.connector import AccountRecord, Address, ContactRecord, MailRecord, Place
from graph_service.ingest.dead_letters import DeadLetters
from graph_service.ingest.pipeline import Pipeline
from tests.integration.memory import END, START, MemoryConnector, mail
from tests.integration.people_world import not_reached

ANA = Address("ana@ours.example", "Ana Ours")
IDA, JON = Address("ida.berg@north.example", "Ida Berg"), Address("jon.hill@north.example", "Jon Hill")
KAI, LEA = Address("kai.moss@north.example", "Kai Moss"), Address("lea.holm@north.example", "Lea Holm")
LAST_DAY, BOUNCED = 150, 155
PRAISE = (
    "I told our board that we could not run the spring planning without the Planner and that we should roll it out to"
    " the second plant. I would be happy to be a reference for you.\nIda"
)
FAREWELL = "Today is my last day at North. Jon Hill will take over from me. It was a pleasure.\nIda"


def crm() -> list[AccountRecord | ContactRecord]:
    place = Place("memory", "row")
    return [
        AccountRecord(place, "fake", "A1", "North Ltd", START, domains=("north.example",), country="GB"),
        ContactRecord(place, "fake", "C1", "Ida Berg", START, "A1", IDA.address, "VP Planning"),
        ContactRecord(place, "fake", "C2", "Jon Hill", START, "A1", JON.address, "Planning Manager"),
        ContactRecord(place, "fake", "C3", "Lea Holm", START, "A1", LEA.address, "Buyer"),
    ]


def mails() -> list[MailRecord]:
    """Half a year of mail, one thread a week."""
    out: list[MailRecord] = []
    for week in range(24):
        day, number = 7 * week + 1, 100 + 10 * week
        if day < LAST_DAY:
            text = PRAISE if week in (6, 12) else "Thanks, that went well. We go on with the plan."
            out.append(mail(number, IDA, (ANA,), day=day, text=text, subject=f"Plan {week}", cc=(KAI,)))
            out.append(mail(number + 1, ANA, (IDA,), day=day + 0.2, subject=f"Re: Plan {week}", answers=number))
        else:
            text = f"I took over the planning from Ida. Here is plan {week}."
            out.append(mail(number, JON, (ANA,), day=day, text=text, subject=f"Re: Plan {week - 3}", cc=(KAI,)))
        out.append(mail(number + 2, LEA, (ANA,), day=day + 2, text="The order is placed.", subject=f"Order {week}"))
    out.append(mail(900, IDA, (ANA,), day=LAST_DAY, text=FAREWELL, subject="Farewell", cc=(JON, KAI)))
    out.append(mail(901, ANA, (IDA,), day=BOUNCED - 0.1, subject="One more thing"))
    out.append(not_reached(902, IDA, day=BOUNCED))
    return sorted(out, key=lambda one: one.sent_at)


async def load(database: Database, workspace: Workspace, folder: Path) -> None:
    """Write the firm's records; nothing is inferred yet."""
    system = SystemGateway(database, workspace.workspace_id)
    pipeline = Pipeline(system, workspace, DeadLetters(folder, workspace.workspace_id), END)
    await pipeline.run(MemoryConnector.of([*crm(), *mails()]))
    await pipeline.finish()
