"""After a load: gives the labels of calls to people, and takes them away again where people have changed.

A pure function of the calls and of who is at their accounts, so that it does not matter which came first.
"""

from graph_service.graph.events import announce
from graph_service.graph.query import NoParams, RowsParams
from graph_service.graph.system import SystemGateway
from graph_service.ingest import identity_queries as i
from graph_service.ingest.interaction_rows import Row
from graph_service.ingest.speakers import Candidate, Speaker, find_speakers

BATCH = 200
NOBODY = "nobody "
"""Somebody who was forgotten was in the call too: a label without a name may be theirs."""


async def settle_speakers(system: SystemGateway) -> int:
    """Bring the speakers of all calls in line with what is known of people; return how many calls changed."""
    calls = [row.call for row in await system.read(i.READ_CALLS, NoParams())]
    changed = [row for call in calls if (row := speaker_row(call))]
    for start in range(0, len(changed), BATCH):
        rows = changed[start : start + BATCH]
        touched = {uid for row in rows for uid in row.pop("touched")}
        link = system.statement(i.LINK_SPEAKERS, RowsParams(rows))
        await system.write_all([link, announce(system, "interactions.added", touched)])
    return len(changed)


def speaker_row(call: i.CallRow) -> Row | None:
    """Return what to write of a call, or None when everything stands as it should. Pure."""
    people = [Candidate(*person) for person in call.present]
    people += [Candidate(*person, in_call=False) for person in call.others]
    people += [Candidate(f"{NOBODY}{number}", "contact", "") for number in range(call.empty)]
    named = find_speakers(call.labels, people)
    found = {label: speaker for label, speaker in named.items() if not speaker.who.uid.startswith(NOBODY)}
    identities = dict(zip(call.labels, call.identity_uids, strict=True))
    wanted = {identities[label]: speaker.who.uid for label, speaker in found.items()}
    unknown = sorted(set(call.labels) - found.keys())
    behind = [wanted.get(identity, "") for identity in call.identity_uids]
    if _is_settled(call, wanted) and behind == call.person_uids and unknown == sorted(call.unknown):
        return None
    return {
        "call_uid": call.uid,
        "unknown": unknown,
        "person_uids": behind,
        "identity_uids": call.identity_uids,
        "speakers": [_speaker(identities[label], speaker) for label, speaker in sorted(found.items())],
        "touched": {*wanted.values(), *(uid for _, uid in call.linked)},
    }


def _is_settled(call: i.CallRow, wanted: dict[str, str]) -> bool:
    """Tell whether the links are those wanted: none of somebody else, and one of each who was not in the call."""
    guests = set(wanted.values()) - {uid for uid, *_ in call.present}
    linked = {uid for _, uid in call.linked}
    return guests <= linked and all(wanted.get(identity) == uid for identity, uid in call.linked)


def _speaker(identity_uid: str, speaker: Speaker) -> Row:
    return {"identity_uid": identity_uid, "person_uid": speaker.who.uid, "rule": speaker.rule, "p": speaker.p}
