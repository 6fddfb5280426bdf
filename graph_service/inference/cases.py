"""Rows of the graph → the case file of an account. Pure: it selects and names, and computes nothing."""

from typing import Any

from graph_service.domain.facts import DAY_MS
from graph_service.domain.workspace import Workspace
from graph_service.inference.case_events import CaseEvents, case_events, sayings
from graph_service.inference.casefile import CaseFile, Elsewhere, Job, Person, Ruling, Title, Usage
from graph_service.inference.happenings import Row
from graph_service.reading.identity.companies import parse_firm
from graph_service.reading.identity.company_agreement import WordWeights, compare_firms

SAME_FIRM = 0.8
"""Agreement of two firms' names from which they are taken for one (`reading.identity.company_agreement`)."""
EVEN = WordWeights()


def case_file(row: Row, happened: Row, workspace: Workspace) -> CaseFile:
    """Return the case file of one account, without what is inferred of its people alone (`own_facts`).

    `row` is one of `cypher/inference/read_case_people.cypher`, `happened` one of `read_case_events.cypher`.
    """
    events = case_events(happened, workspace)
    return CaseFile(
        uid=row["uid"],
        name=row["name"],
        country=happened["country"],
        arr=row["arr"],
        renewal_day=_day(row["renewal"], workspace),
        domains=tuple(row["domains"]),
        people=tuple(_person(one, row, events, workspace) for one in row["people"]),
        occasions=events.occasions,
        sayings=sayings(happened, events, workspace),
        usage=tuple(
            Usage(feature, who, tuple(days), tuple(counts)) for feature, who, days, counts in happened["usage"]
        ),
        answers={uid: events.asks.answers.get(uid) for uid in events.asks.decided},
    )


def _day(millis: int | None, workspace: Workspace) -> int | None:
    return None if millis is None else workspace.day_number(millis)


def _person(row: Row, account: Row, events: CaseEvents, workspace: Workspace) -> Person:
    crm_day = _day(row["crm_known"], workspace) if row["in_crm"] else None
    titles = [
        Title(text, "signature", workspace.day_number(known), workspace.day_number(last))
        for address, text, known, last in row["titles"]
        if last is not None and (not row["elsewhere"] or address.partition("@")[2] in account["domains"])
    ]
    if row["crm_title"] and crm_day is not None:
        titles.append(Title(row["crm_title"], "crm", crm_day, crm_day))
    return Person(
        uid=row["uid"], contact_uid=row["contact_uid"], name=row["name"], is_person=row["kind"] != "shared",
        first_seen_day=events.first_days.get(row["uid"]), crm_day=crm_day, addresses=tuple(row["addresses"]),
        touches=events.touches.get(row["uid"], ()), asks=events.asks.of_person.get(row["uid"], ()),
        titles=tuple(titles), jobs=tuple(_job(one, account["name"], workspace) for one in row["jobs"]),
        elsewhere=tuple(
            Elsewhere(office, name, place, _day(first, workspace))
            for office, name, place, first in row["elsewhere"]
        ),
        rulings=tuple(
            Ruling(kind, workspace.day_number(at), uid, by, None if last is None else last // DAY_MS, employer)
            for kind, at, uid, by, last, employer in row["rulings"]
        ),
    )  # fmt: skip


def _job(row: list[Any], account: str, workspace: Workspace) -> Job:
    company, title, start, end, known = row
    return Job(
        company, title, _day(start, workspace), _day(end, workspace), workspace.day_number(known),
        is_here=compare_firms(parse_firm(company), parse_firm(account), EVEN).score >= SAME_FIRM,
    )  # fmt: skip
