"""The demo's CRM: Salesforce-style CSV exports of accounts, contacts, users and shares, as text."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date

from graph_service.demo.accounts import ACCOUNTS
from graph_service.demo.hours import seeded
from graph_service.demo.people import Account, Person
from graph_service.demo.team import CALLUM, HELENA, TEAM, TEAM_NAMES, THEO

EXPORTED = "2026-06-30T16:00:00.000Z"


def user_id(person: Person) -> str:
    """Return the CRM's id of one of us."""
    return f"005Or00000{TEAM.index(person):04d}AAAA"


def account_id(account: Account) -> str:
    """Return the CRM's id of an account."""
    return f"001Or00000{ACCOUNTS.index(account):04d}AAAA"


def exports() -> dict[str, str]:
    """Return the export files by name."""
    return {"Account.csv": _accounts(), "Contact.csv": _contacts(), "User.csv": _users(), "AccountShare.csv": _shares()}


def _table(header: str, rows: Iterable[Sequence[object]]) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(header.split(","))
    writer.writerows(rows)
    return out.getvalue()


def _stamp(day: date, *salt: object) -> str:
    rng = seeded("stamp", day, *salt)
    return f"{day}T{rng.randrange(8, 17):02d}:{rng.randrange(60):02d}:00.000Z"


def _modified(*salt: object) -> str:
    """Return a last change in the months before the export."""
    return _stamp(date(2026, 1 + seeded("month", *salt).randrange(6), 1 + seeded("day", *salt).randrange(28)), *salt)


def _accounts() -> str:
    header = (
        "Id,Name,Website,Industry,Type,BillingCity,BillingCountryCode,OwnerId,AnnualRevenue,ARR__c,CurrencyIsoCode,"
        "Renewal_Date__c,CreatedDate,LastModifiedDate"
    )
    return _table(
        header,
        (
            (
                account_id(account), account.name, f"https://www.{account.domain}", account.industry, "Customer",
                account.city, account.country, user_id(account.csm),
                seeded("revenue", account.key).randrange(4, 90) * 10**6, account.arr, account.currency,
                account.renewal, _stamp(account.since, account.key), _modified(account.key),
            )
            for account in ACCOUNTS
        ),
    )  # fmt: skip


def _contacts() -> str:
    header = "Id,AccountId,FirstName,LastName,Title,Email,Phone,OwnerId,CreatedDate,LastModifiedDate"
    people = ((account, person) for account in ACCOUNTS for person in account.people if person.in_crm)
    return _table(
        header,
        (
            (
                f"003Or00000{number:04d}AAAA", account_id(account), person.first_name, person.name.partition(" ")[2],
                person.title, person.email, person.phone, user_id(account.csm), _stamp(account.since, person.email),
                _modified(person.email),
            )
            for number, (account, person) in enumerate(people)
        ),
    )  # fmt: skip


def _users() -> str:
    header = "Id,Username,Email,FirstName,LastName,Title,Department,IsActive"
    return _table(
        header,
        (
            (
                user_id(person), f"{person.email}.crm", person.email, person.first_name, person.name.partition(" ")[2],
                person.title, TEAM_NAMES[person.area], "false" if person.left else "true",
            )
            for person in TEAM
        ),
    )  # fmt: skip


def _shares() -> str:
    rows: list[tuple[str, Person, str, str]] = []
    for account in ACCOUNTS:
        sellers = (CALLUM, THEO) if account.seller is CALLUM else (account.seller,)
        rows.append((account_id(account), account.csm, "All", "Owner"))
        rows.extend((account_id(account), seller, "Edit", "Team") for seller in sellers)
        rows.append((account_id(account), HELENA, "Read", "Manual"))
        rows.extend(
            (account_id(account), member, "Read", "Rule") for member in TEAM if member.area in {"support", "billing"}
        )
    return _table(
        "Id,AccountId,UserOrGroupId,AccountAccessLevel,RowCause",
        (
            (f"00rOr00000{number:04d}AAAA", account, user_id(person), level, cause)
            for number, (account, person, level, cause) in enumerate(rows)
        ),
    )
