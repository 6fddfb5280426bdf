"""The report of what is lost, and its people → the API's types. Pure."""

from collections.abc import Iterable

from graph_service.inference.paths.leaving import LeaveReport as Report
from graph_service.inference.paths.leaving import Reach, if_leaves
from graph_service.inference.paths.leaving import Replacement as Ranked
from graph_service.resolvers.context import Context
from graph_service.resolvers.fact_types import terms_of
from graph_service.resolvers.leaving_network import Known, known_of
from graph_service.resolvers.leaving_rows import NetworkRow
from graph_service.schema import leaving as api
from graph_service.schema.facts import AccountRef
from graph_service.schema.ids import Kind

NAMES = 3


def report_of(row: NetworkRow, *, live: bool) -> tuple[Known, Report]:
    """Return the network of one account, and what is lost if its subject leaves."""
    known = known_of([row], live=live)
    arr = row.account.arr
    return known, if_leaves(known.people, known.ties, known.colleagues, row.subject.uid, arr)


def leave_report_of(row: NetworkRow, known: Known, report: Report, context: Context) -> api.LeaveReport:
    """Return the report as the API shows it."""
    return api.LeaveReport(
        person=network_person(row.subject.uid, known, context),
        account=AccountRef(id=context.id_of(Kind.ACCOUNT, row.account.uid), name=row.account.name),
        other_places=[
            api.OtherPlace(
                stakeholder_id=context.id_of(Kind.STAKEHOLDER, one.uid),
                account=AccountRef(id=context.id_of(Kind.ACCOUNT, one.account_uid), name=one.account_name),
            )
            for one in row.others
        ],
        in_words=leave_words(row, known, report),
        reach=[_reach(one, known, context) for one in report.reach],
        lost_share=report.lost_share,
        revenue=row.account.arr,
        revenue_exposed=report.revenue_exposed,
        currency=row.account.currency,
        is_cut_point=report.is_cut_point,
        cut_off=people_of(report.cut_off, known, context),
        cut_points=people_of(report.cut_points, known, context),
        new_cut_points=people_of(report.new_cut_points, known, context),
        replacements=[_replacement(one, known, context) for one in report.replacements],
        people_count=len(known.people),
    )


def _reach(one: Reach, known: Known, context: Context) -> api.DecisionMakerReach:
    return api.DecisionMakerReach(
        person=network_person(one.uid, known, context),
        now=one.now,
        without=one.without,
        lost=one.lost,
        via=people_of(one.via, known, context),
    )


def _replacement(one: Ranked, known: Known, context: Context) -> api.Replacement:
    terms = one.score.terms
    score = api.ReplacementScore(
        value=one.score.value,
        terms=terms_of([term.name for term in terms], [term.value for term in terms], (), context),
    )
    return api.Replacement(person=network_person(one.uid, known, context), score=score)


def people_of(uids: Iterable[str], known: Known, context: Context) -> list[api.NetworkPerson]:
    """Return people by their uids."""
    return [network_person(uid, known, context) for uid in uids]


def network_person(uid: str, known: Known, context: Context) -> api.NetworkPerson:
    """Return one of the network as the API shows them."""
    if uid in known.ours:
        return api.NetworkPerson(
            id=context.id_of(Kind.USER, uid), name=known.ours[uid], is_ours=True, title=None, contact_id=None
        )
    one = known.members[uid]
    return api.NetworkPerson(
        id=context.id_of(Kind.STAKEHOLDER, uid),
        name=one.name,
        is_ours=False,
        title=one.title,
        contact_id=context.id_of(Kind.CONTACT, one.contact_uid) if one.contact_uid else None,
    )


def leave_words(row: NetworkRow, known: Known, report: Report) -> str:
    """Return the report in one or two sentences."""
    name, account = row.subject.name, row.account.name
    if not report.reach:
        said = f"Nobody at {account} is known to decide, so no reach can be lost with {name}."
    elif not any(one.now for one in report.reach):
        said = f"Nobody of ours reaches those who decide at {account}, with or without {name}."
    elif report.lost_share:
        said = f"Without {name}, {report.lost_share:.0%} of our reach to those who decide at {account} is lost."
    else:
        said = f"Without {name}, our reach to those who decide at {account} stays as it is."
    if report.revenue_exposed:
        said += (
            f" That share of the revenue is {report.revenue_exposed:,.0f} {row.account.currency or ''}".rstrip()
            + " a year."
        )
    if report.cut_off:
        said += f" Cut off from us: {listed([known.members[uid].name for uid in report.cut_off])}."
    return said


def listed(names: list[str]) -> str:
    """Return a few names, and how many more there are."""
    shown = ", ".join(names[:NAMES])
    return shown if len(names) <= NAMES else f"{shown} and {len(names) - NAMES} more"
