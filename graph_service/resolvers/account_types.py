"""Account rows → the API's accounts. Pure."""

from graph_service.resolvers.context import Context
from graph_service.resolvers.fact_types import moment, terms_of
from graph_service.resolvers.rows import AccountSource
from graph_service.schema.accounts import Account, Quiet
from graph_service.schema.enums import QuietState
from graph_service.schema.facts import Coverage, StakeholderRef, User
from graph_service.schema.ids import Kind

OTHERS = "others"


def account_of(source: AccountSource, context: Context) -> Account:
    """Return one account."""
    return Account(
        id=context.id_of(Kind.ACCOUNT, source.uid),
        name=source.name,
        segment=source.segment,
        country=source.country,
        lifecycle=source.lifecycle,
        arr=source.arr,
        currency=source.currency,
        renewal_at=moment(source.renewal_at),
        in_crm=source.in_crm,
        owners=[User(id=context.id_of(Kind.USER, owner.uid), name=owner.name) for owner in source.owners],
        coverage=_coverage(source, context),
        single_threaded_share=source.single_threaded_share,
        main_stakeholder=_stakeholder(source, source.main_stakeholder_uid, context),
        next_stakeholder=_stakeholder(source, source.next_stakeholder_uid, context),
        quiet=Quiet(
            state=QuietState(source.quiet_state), since=moment(source.quiet_since), rhythm_days=source.rhythm_days
        ),
        last_inbound_at=moment(source.last_inbound_at),
        last_interaction_at=moment(source.last_interaction_at),
        contact_count=source.contact_count,
        active_contact_count=source.active_contact_count,
    )


def _coverage(source: AccountSource, context: Context) -> Coverage | None:
    """Return the coverage; its terms are stored under the uids of people, and shown under their names."""
    if source.coverage is None:
        return None
    known = {person.uid: person.name for person in source.people}
    names = [known.get(name, OTHERS) for name in source.coverage_names]
    return Coverage(value=source.coverage, terms=terms_of(names, source.coverage_values, (), context))


def _stakeholder(source: AccountSource, uid: str | None, context: Context) -> StakeholderRef | None:
    found = next((person for person in source.people if person.uid == uid), None)
    if found is None:
        return None
    return StakeholderRef(id=context.id_of(Kind.STAKEHOLDER, found.uid), name=found.name)
