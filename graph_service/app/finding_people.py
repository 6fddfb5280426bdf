"""From what somebody types to people at accounts, which is where everything said of a person hangs."""

from datetime import datetime

from graph_service.app.finding import find_account, find_contact
from graph_service.errors import AmbiguousNameError, NotFoundError
from graph_service.graph.viewer import ViewerGateway
from graph_service.resolvers import queries as q
from graph_service.resolvers.rows import StakeholderSource
from graph_service.schema.ids import Kind, decode_id


async def find_stakeholders(gateway: ViewerGateway, text: str, now: datetime) -> list[str]:
    """Return the uids of a person at each account that the viewer sees; raises when nobody is clearly meant."""
    uid = decode_id(text, Kind.STAKEHOLDER, gateway.viewer.workspace_id)
    return [uid] if uid else [one.uid for one in await _places(gateway, text, now)]


async def find_stakeholder(gateway: ViewerGateway, text: str, at: str, now: datetime) -> str:
    """Return the uid of a person at one account: the only one, or the one that `at` names."""
    uid = decode_id(text, Kind.STAKEHOLDER, gateway.viewer.workspace_id)
    if uid:
        return uid
    places = await _places(gateway, text, now)
    if at:
        account = await find_account(gateway, at)
        places = [one for one in places if one.account_uid == account]
    if len(places) > 1:
        names = "; ".join(one.account_name for one in places)
        raise AmbiguousNameError(f"'{text}' is at several accounts: {names}", "say which with --at")
    if not places:
        raise NotFoundError(f"'{text}' is not at {at}", "leave --at out, or name another account")
    return places[0].uid


async def _places(gateway: ViewerGateway, text: str, now: datetime) -> list[StakeholderSource]:
    contact = await find_contact(gateway, text)
    row = await gateway.first(q.CONTACT, q.OneContact(contact, now, 1))
    if row is None or not row.stakeholders:
        raise NotFoundError(f"'{text}' is at no account", "name somebody who is")
    return row.stakeholders
