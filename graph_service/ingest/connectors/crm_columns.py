"""Which columns of a header hold our fields.

Owns the names that Salesforce and HubSpot (and people who export from them) give to columns. Reads no cells.
Names are compared without case, spaces, punctuation, a Salesforce `__c` and a bracketed remark such as "(EUR)".
`AnnualRevenue` is the customer's own turnover, never what it pays us, so it is deliberately in no list.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

Kind = Literal["account", "contact", "user", "share", "opportunity", "task", "ignore"]

# Field -> normalised column names, best first. Several may be present: the first one with a value in the row counts.
_MODIFIED = "lastmodifieddate lastmodified modifieddate lastmodifiedon updatedat hslastmodifieddate systemmodstamp"
_CREATED = "createddate createdate createdat createdon dateentered"
_COMPANY = "associatedcompanyid associatedcompanyidsprimary primaryassociatedcompanyid associatedcompanyids companyid"
_PERSON = {
    "first": "firstname givenname",
    "last": "lastname surname familyname",
    "email": "email emailaddress workemail",
}
FIELDS: Mapping[str, Mapping[str, str]] = {
    "account": {
        "id": "id accountid accountid18 casesafeid recordid hsobjectid companyid customerid",
        "name": "name accountname companyname customername company account customer",
        "website": "website companydomainname domain domainname websiteurl emaildomain additionaldomains",
        "owner": "ownerid accountownerid hubspotownerid companyowner accountowner",
        "shared": "sharedwith sharedwithusers hssharedwith",
        "segment": "segment customersegment accountsegment customertier accounttier tier",
        "country": "billingcountrycode billingcountry countrycode country countryregion",
        "arr": "arr annualrecurringrevenue currentarr totalarr annualcontractvalue acv hsannualrecurringrevenue",
        "currency": "currencyisocode currency accountcurrency arrcurrency currencycode",
        "renewal": "renewaldate nextrenewaldate contractrenewaldate contractenddate subscriptionenddate renewal",
        "lifecycle": "customerstatus accountstatus type accounttype lifecyclestage lifecycle status",
        "key": "externalaccountkey accountkey accountnumber externalaccountid externalkey externalid productaccountkey "
        "productaccountid tenantid tenantkey customernumber",
        "created": _CREATED,
        "modified": _MODIFIED,
        "deleted": "isdeleted",
    },
    "contact": {
        "id": "id contactid contactid18 recordid hsobjectid vid",
        "name": "name fullname contactname",
        **_PERSON,
        "email": "email emailaddress workemail primaryemail",
        "account": f"accountid {_COMPANY}",
        "company": "companyname company accountname organization organisation employer",
        "title": "title jobtitle position",
        "phone": "phone phonenumber businessphone mobilephone mobilephonenumber mobile",
        "opted_out": "hasoptedoutofemail emailoptout optedoutofemail unsubscribedfromallemail hsemailoptout optedout",
        "note": "description notes contactnotes note comments contactdescription",
        "created": _CREATED,
        "modified": _MODIFIED,
        "deleted": "isdeleted",
    },
    "user": {
        "id": "id userid ownerid hsobjectid",
        "name": "name fullname owner ownername",
        **_PERSON,
        "title": "title jobtitle",
        "team": "department teams team hubspotteam userrolename userrole role division",
        "active": "isactive active status",
        "archived": "archived isarchived deactivated",
        "deleted": "isdeleted",
    },
    "share": {
        "account": "accountid companyid",
        "user": "userorgroupid usergroupid userid",
        "level": "accountaccesslevel accountaccess accesslevel level",
        "reason": "rowcause reason teammemberrole teamrole",
        "deleted": "isdeleted",
    },
    "opportunity": {
        "id": "id opportunityid opportunityid18 recordid hsobjectid dealid",
        "account": f"accountid {_COMPANY}",
        "name": "name opportunityname dealname",
        "stage": "stagename stage dealstage",
        "amount": "amount dealamount amountincompanycurrency",
        "close": "closedate closingdate",
        "won": "iswon won isclosedwon",
        "type": "type opportunitytype dealtype recordtypename",
        "pipeline": "pipeline",
        "created": _CREATED,
        "modified": _MODIFIED,
        "deleted": "isdeleted",
    },
    "task": {
        "id": "id taskid recordid hsobjectid activityid noteid engagementid",
        "account": f"accountid whatid relatedtoid {_COMPANY}",
        "contact": "whoid contactid associatedcontactid associatedcontactids associatedcontactidsprimary nameid",
        "subject": "subject tasktitle title activitysubject",
        "text": "description fullcomments comments notebody tasknotes body callnotes note notes",
        "at": "activitydate duedate date completeddatetime completeddate hstimestamp",
        "created": _CREATED,
        "modified": _MODIFIED,
        "deleted": "isdeleted",
    },
}
# Needed columns: of each group at least one must be there.
NEEDED: Mapping[str, Sequence[tuple[str, ...]]] = {
    "account": [("id",), ("name",)],
    "contact": [("id",), ("name", "first", "last", "email")],
    "user": [("id",), ("name", "first", "last", "email")],
    "share": [("account",), ("user",)],
    "opportunity": [("id",), ("name",)],
    "task": [("id",), ("text",), ("account", "contact")],
}


@dataclass(frozen=True, slots=True)
class Header:
    """The columns of one table: as written, and normalised."""

    written: tuple[str, ...]
    names: tuple[str, ...]

    @classmethod
    def of(cls, cells: Sequence[str]) -> "Header":
        """Return the header made of these cells."""
        return cls(tuple(cells), tuple(normalise(cell) for cell in cells))


def normalise(name: str) -> str:
    """Return a column name as it is compared: "Renewal_Date__c" and "Renewal Date (local)" are both "renewaldate"."""
    bare = re.sub(r"__c$", "", re.sub(r"\([^)]*\)\s*$", "", name.strip()), flags=re.IGNORECASE)
    return "".join(letter for letter in bare.casefold() if letter.isalnum())


def usual_columns(kind: str, header: Header) -> dict[str, tuple[int, ...]]:
    """Return, per field of `kind`, the positions of the columns that usually hold it, best first."""
    found: dict[str, tuple[int, ...]] = {}
    for field, names in FIELDS[kind].items():
        places = [place for name in names.split() for place, have in enumerate(header.names) if have == name]
        if places:
            found[field] = tuple(places)
    return found
