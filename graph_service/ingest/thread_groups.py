"""Puts a batch of mails into threads together with what is stored of their groups.

Threads are a pure function of all mails of a group, so the order in which mails arrive never matters. The mails that
change thread are written in the transaction of the batch, and their people count as touched.
"""

from collections import defaultdict
from collections.abc import Sequence

import networkx as nx

from graph_service.domain.facts import epoch_day
from graph_service.domain.ids import Ids
from graph_service.domain.workspace import utc_millis
from graph_service.ingest.interaction_rows import InteractionRows
from graph_service.ingest.mail_facts import MailFacts
from graph_service.ingest.mail_rows import MAX_REFERENCES
from graph_service.ingest.queries import StoredMail
from graph_service.reading.threads import ThreadMail, assign_threads

_Placed = tuple[list[str], ThreadMail]
"""A mail with the firms in it."""


def thread_together(fresh: Sequence[MailFacts], stored: Sequence[StoredMail], rows: InteractionRows, ids: Ids) -> None:
    """Set `thread_id` on the rows of `fresh`; add what changes of the stored mails of their groups to `rows`.

    Touched are the people of a stored mail that moves to another thread, or whose thread got a new mail (an ask of
    theirs may be answered by it).
    """
    new = {mail.uid for mail in fresh}
    kept = [one for one in stored if one.uid not in new]
    groups: dict[str, list[_Placed]] = defaultdict(list)
    for mail in fresh:
        groups[mail.thread_group].append((mail.outside, _of_facts(mail)))
    for one in kept:
        groups[one.thread_group].append((one.outside, _of_stored(one)))
    threads = {
        (group, message_id): ids.uid("thread", group, root)
        for group, placed in groups.items()
        for circle in circles(placed)
        for message_id, root in assign_threads(circle).items()
    }
    for mail in fresh:
        rows.interactions[mail.uid]["thread_id"] = threads[mail.thread_group, mail.record.message_id]
    grown = {row["thread_id"] for row in rows.interactions.values()}
    for one in kept:
        thread = threads[one.thread_group, one.message_id]
        if thread != one.thread_id:
            rows.rethreaded.append({"uid": one.uid, "thread_id": thread})
        if thread != one.thread_id or thread in grown:
            rows.also_touched.update(one.stakeholders)
            rows.min_day = min(rows.min_day, epoch_day(utc_millis(one.at).date()))


def circles(placed: Sequence[_Placed]) -> list[list[ThreadMail]]:
    """Return the mails of a group in sets that share no firm: mail with one customer never threads mail with another.

    Whoever may not see an account could otherwise tell from other threads that it wrote.
    """
    graph = nx.Graph()
    for place, (firms, _) in enumerate(placed):
        graph.add_node(place)
        graph.add_edges_from((place, f"firm {firm}") for firm in firms)
    parts = nx.connected_components(graph)
    return [[placed[place][1] for place in sorted(one for one in part if isinstance(one, int))] for part in parts]


def _of_facts(mail: MailFacts) -> ThreadMail:
    record = mail.record
    return ThreadMail(
        id=record.message_id,
        sent_at=mail.at,
        subject=record.subject,
        sender=next((one.identity_uid for one in mail.participants if one.role == "from"), ""),
        participants=frozenset(one.identity_uid for one in mail.participants),
        outside=frozenset(one.identity_uid for one in mail.participants if not one.is_ours),
        references=tuple(dict.fromkeys((*record.references, *record.in_reply_to)))[:MAX_REFERENCES],
    )


def _of_stored(mail: StoredMail) -> ThreadMail:
    return ThreadMail(
        id=mail.message_id,
        sent_at=utc_millis(mail.at),
        subject=mail.subject,
        sender=mail.sender or "",
        participants=frozenset(mail.people),
        outside=frozenset(mail.outsiders),
        references=tuple(mail.reply_keys),
    )
