"""The mapping file of tickets: how the columns of any CSV become our fields.

```yaml
system: freshdesk            # goes into every record; default: "tickets"
tables:
  - file: "tickets*.csv"     # file name, with * and ?; the first entry that fits is used
    columns:                 # our field: their column, or a list of columns, best first
      id: Ticket ID
      requester_email: [Contact email, E-mail]
    dates: day_first         # or month_first: what 03/04/2026 means; default: such dates are left unknown
    delimiter: ";"           # default: found out
    encoding: cp1252         # default: found out
```

A field that is not named keeps its usual columns, so without a mapping file usual exports are read as well. A table
may have one row a ticket, or one row a comment with the ticket's own columns repeated.
This module reads and checks the file; it opens no table.
"""

import fnmatch
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from graph_service.errors import SourceError
from graph_service.ingest.connectors.crm_columns import Header, normalise
from graph_service.ingest.connectors.crm_dates import DateOrder
from graph_service.ingest.connectors.crm_mapping import nearest

# Field -> normalised column names, best first.
FIELDS: Mapping[str, str] = {
    "id": "id ticketid ticketnumber casenumber caseid requestid issuekey key number ticket",
    "subject": "subject summary title ticketsubject",
    "description": "description body message firstmessage details text question",
    "status": "status ticketstatus state",
    "priority": "priority urgency severity",
    "type": "type tickettype issuetype category",
    "tags": "tags labels label tag",
    "requester": "requester requestername customer customername contactname fullname reporter contact createdby name",
    "requester_email": "requesteremail customeremail contactemail email reporteremail emailaddress fromemail from",
    "assignee": "assignee assigneename agent agentname owner assignedto assignedagent",
    "assignee_email": "assigneeemail agentemail owneremail",
    "organization": "organization organisation organizationname company companyname account accountname",
    "organization_id": "organizationid organisationid companyid accountid",
    "organization_key": "organizationexternalid organisationexternalid companyexternalid organizationkey companykey "
    "accountkey crmid crmaccountid crmcompanyid accountid customernumber customerno",
    "organization_domains": "organizationdomains organisationdomains organizationdomain domainnames companydomains "
    "companydomain accountdomain customerdomain domains domain",
    "collaborators": "collaborators ccs cc ccemails watchers followers",
    "created": "createdat created createddate createdtime creationdate datecreated opened openedat dateopened "
    "ticketcreatedat createdon requestedat",
    "updated": "updatedat updated lastupdated lastmodified updateddate lastupdatedat modifiedat resolvedat closedat "
    "lastactivity updatedon lastupdatetime",
    "satisfaction": "satisfaction satisfactionscore satisfactionrating csat rating surveyresult",
    "via": "via channel source origin ticketchannel",
    "comment_id": "commentid messageid replyid",
    "comment": "comment commentbody commenttext reply replybody",
    "comment_author": "commentauthor commentby replyby authorname author",
    "comment_email": "commentauthoremail authoremail commentemail",
    "comment_at": "commentcreatedat commentat commentdate replydate commentedat",
    "comment_public": "commentpublic ispublic public",
}


def _as_list(value: object) -> object:
    return value if isinstance(value, list) else [value]


Columns = Annotated[list[str], BeforeValidator(_as_list), Field(min_length=1)]


class TicketTable(BaseModel):
    """How the files that fit `file` are read."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    file: str = "*"
    columns: dict[str, Columns] = {}
    dates: DateOrder = ""
    delimiter: Annotated[str, Field(max_length=1)] = ""
    encoding: str = ""


class TicketMapping(BaseModel):
    """A whole mapping file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    system: str = ""
    tables: list[TicketTable] = []

    def table_for(self, file: Path) -> TicketTable:
        """Return the first entry whose pattern fits the file's name, or one that changes nothing."""
        name = file.name.casefold()
        fits = (table for table in self.tables if fnmatch.fnmatchcase(name, table.file.casefold()))
        return next(fits, TicketTable())


def read_ticket_mapping(path: Path) -> TicketMapping:
    """Return the checked mapping file; raises SourceError naming the file, the key and the allowed values."""
    try:
        raw = yaml.safe_load(path.read_text(encoding="utf-8-sig"))
        mapping = TicketMapping.model_validate(raw if raw is not None else {})
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"{path}: cannot be read: {error}", "Check the path; save it as UTF-8.") from error
    except yaml.YAMLError as error:
        raise SourceError(f"{path}: not valid YAML: {error}", "Correct the file at this place.") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"])) or "the file"
        hint = "The head of `tickets_mapping.py` shows the form of a mapping file."
        raise SourceError(f"{path}: {where}: {first['msg']}.", hint) from error
    for table in mapping.tables:
        for name in table.columns:
            if name not in FIELDS:
                message = f"{path}: there is no field {name!r}.{nearest(name, list(FIELDS))}"
                raise SourceError(message, f"Allowed: {', '.join(FIELDS)}.")
    return mapping


def bind_columns(file: Path, header: Header, table: TicketTable) -> dict[str, tuple[int, ...]]:
    """Return the positions of each field's columns, best first; raises SourceError for a column that is not there."""
    found: dict[str, tuple[int, ...]] = {}
    for name, usual in FIELDS.items():
        places = tuple(header.names.index(one) for one in usual.split() if one in header.names)
        if places:
            found[name] = places
    for name, wanted in table.columns.items():
        found[name] = tuple(_position(file, header, column) for column in wanted)
    return found


def _position(file: Path, header: Header, column: str) -> int:
    for names, wanted in ((header.written, column), (header.names, normalise(column))):
        if wanted in names:
            return names.index(wanted)
    shown = [name for name in header.written if name][:40]
    message = f"{file}: the mapping file names a column {column!r} that is not there.{nearest(column, shown)}"
    raise SourceError(message, f"Columns found: {', '.join(map(repr, shown))}.")
