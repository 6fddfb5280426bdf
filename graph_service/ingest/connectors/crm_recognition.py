"""Which CRM table a header belongs to, judged by its columns and, a little, by the file's name.

Owns the marks that tell the tables apart. Reads no cells.
"""

import re
from collections.abc import Mapping

from graph_service.ingest.connectors.crm_columns import Header, Kind

# What tells one table from another, with its weight.
_MARKS: Mapping[Kind, str] = {
    "account": "website:3 companydomainname:4 accountnumber:4 annualrevenue:3 numberofemployees:3 billingcountry:3 "
    "billingcountrycode:3 billingcity:3 billingstreet:2 industry:2 companyowner:4 companyname:2 accountname:2 name:1 "
    "accountownerid:2 arr:3 annualrecurringrevenue:3 annualcontractvalue:3 renewaldate:3 contractenddate:3 "
    "sharedwith:3 domain:3 accountsource:3 customername:2 type:1 segment:1 lifecyclestage:1 accounttype:2 ownerid:1",
    "contact": "lastname:3 firstname:2 email:3 contactid:4 jobtitle:2 title:1 associatedcompanyid:3 contactowner:4 "
    "accountid:1 mailingcity:2 mailingcountry:2 hasoptedoutofemail:3 reportstoid:3 fullname:2 contactname:4 "
    "phone:1 vid:3 lifecyclestage:1 leadstatus:1",
    "user": "username:5 isactive:5 alias:3 profileid:4 userroleid:4 archived:5 teams:4 department:1 lastname:2 "
    "firstname:2 email:3 userid:2 timezonesidkey:3 hubspotteam:3 lastlogindate:3 userrole:3",
    "share": "accountaccesslevel:6 userorgroupid:6 rowcause:4 accountid:1 teammemberrole:5 usergroupid:5",
    "opportunity": "stagename:5 closedate:4 stage:2 dealname:6 dealstage:6 pipeline:4 dealowner:4 probability:3 "
    "amount:3 iswon:4 isclosed:3 forecastcategory:4 opportunityid:5 opportunityname:5 accountid:1",
    "task": "whatid:8 whoid:6 activitydate:5 taskid:8 iscalllog:9 notebody:9 tasktitle:6 tasknotes:8 tasksubtype:5 "
    "associatedcontactids:3 associatedcontactid:3 isclosed:1 subject:1 status:1 description:1",
    "ignore": "whatid:8 whoid:6 isconverted:9 leadid:9 casenumber:9 caseid:6 ticketname:9 "
    "ticketstatus:9 campaignid:5 eventid:8 startdatetime:5 enddatetime:5 contentdocumentid:9 opportunitylineitem:9 "
    "pricebookentryid:9 parentid:1 convertedaccountid:6 ticketid:6 productid:4 lineitemid:9 "
    "subject:2 body:3",
}
_HUBSPOT = (
    "recordid hsobjectid companydomainname companyowner contactowner dealowner dealname dealstage associatedcompanyid "
    "associatedcompanyids archived teams hubspotownerid hubspotteam sharedwith vid"
)
_FILE_HINTS = {
    "account": "account company companies customer organi",
    "contact": "contact people person",
    "user": "user owner",
    "share": "accountshare account_share share accountteam",
    "opportunity": "opportunit deal",
    "task": "task note",
    "ignore": "event lead case ticket campaign call product",
}
LEAST_SCORE = 4


def recognise(header: Header, file_stem: str) -> tuple[Kind, str] | None:
    """Return the kind of table and the CRM it comes from, or None when the columns say too little.

    The columns decide; the file's name adds a little, so that "customers.csv" with id and name is understood.
    """
    present = set(header.names)
    scores = {kind: _score(marks, present) + _hint(kind, file_stem) for kind, marks in _MARKS.items()}
    best = max(scores, key=lambda kind: (scores[kind], kind))
    if scores[best] < LEAST_SCORE:
        return None
    return best, "hubspot" if present & set(_HUBSPOT.split()) else "salesforce"


def _score(marks: str, present: set[str]) -> int:
    return sum(int(weight) for name, weight in (mark.split(":") for mark in marks.split()) if name in present)


def _hint(kind: str, file_stem: str) -> int:
    stem = re.sub(r"[^a-z]", "", file_stem.casefold())
    fits = [hint for hint in _FILE_HINTS[kind].split() if hint.replace("_", "") in stem]
    # "AccountShare" also contains "account": the longer name is the better hint.
    return 3 + max(map(len, fits)) // 8 if fits else 0
