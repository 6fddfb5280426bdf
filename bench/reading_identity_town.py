"""Reads the identities of an invented town from its input files, and the truth about them. For the bench only."""

import csv
import json
import mailbox
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from email.header import decode_header, make_header
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime
from pathlib import Path

from graph_service.reading.identity.records import Record

Item = tuple[str, str]
"""Kind (email, salesforce, hubspot, linkedin) and identifier in lower case."""
MAIL_LIKE = frozenset({"mail", "mail quoted", "calendar", "ticket", "usage", "email"})
_QUOTED = re.compile(r"([^\n<>\"@:,;|*]{0,60})<(?:mailto:)?([\w.+'-]{1,64}@[\w.-]{3,120})>")
_ICS = re.compile(r"^(?:ATTENDEE|ORGANIZER)[^\n]{0,400}?mailto:([^\s;:\"]{3,120})", re.IGNORECASE | re.MULTILINE)
_CN = re.compile(r"CN=(\"[^\"]{0,80}\"|[^;:]{0,80})", re.IGNORECASE)


@dataclass(slots=True)
class _Seen:
    """One address under one name: when it was seen."""

    first: date | None = None
    last: date | None = None
    companies: set[str] = field(default_factory=set)
    domains: set[str] = field(default_factory=set)

    def at(self, day: date | None) -> None:
        if day:
            self.first = min(self.first or day, day)
            self.last = max(self.last or day, day)


def town_records(folder: Path) -> list[tuple[Item, Record]]:
    """Return each identity's item and record; an address has one record for each name it is seen under."""
    workspace = json.loads((folder / "workspace.json").read_text("utf-8"))
    ours = {one.lower() for one in workspace["domains"]}
    found: list[tuple[Item, Record]] = [*_salesforce(folder), *_hubspot(folder), *_linkedin(folder)]
    for (address, name), seen in sorted(_addresses(folder).items()):
        if address.rpartition("@")[2] not in ours:
            record = Record(
                source="address", name=name, emails=(address,), companies=tuple(sorted(seen.companies)),
                domains=tuple(sorted(seen.domains)), first_seen=seen.first, last_seen=seen.last,
            )  # fmt: skip
            found.append((("email", address), record))
    return found


def _addresses(folder: Path) -> dict[tuple[str, str], _Seen]:
    seen: dict[tuple[str, str], _Seen] = defaultdict(_Seen)
    for name, address, day in [*_mails(folder), *_calendars(folder), *_calls(folder)]:
        if "@" in address:
            seen[address.strip().lower(), " ".join(name.split())].at(day)
    tickets = json.loads((folder / "tickets/tickets.json").read_text("utf-8"))
    firms = {one["id"]: one for one in tickets["organizations"]}
    named = {one["external_id"]: one["name"] for one in tickets["organizations"]} | _account_keys(folder)
    for user in tickets["users"]:
        if user.get("email"):
            one = seen[user["email"].strip().lower(), user["name"]]
            one.companies |= {firms[user["organization_id"]]["name"]} if user.get("organization_id") in firms else set()
    for row in _rows(folder / "usage/usage.csv"):
        if "@" in row["user_email"]:
            one = seen[row["user_email"].strip().lower(), ""]
            one.at(date.fromisoformat(row["date"]))
            one.companies |= {named[row["account_key"]]} if row["account_key"] in named else set()
    return seen


def _account_keys(folder: Path) -> dict[str, str]:
    keys = {row["AccountNumber"]: row["Name"] for row in _rows(folder / "crm/salesforce/Account.csv")}
    return keys | {
        row["External account key"]: row["Company name"] for row in _rows(folder / "crm/hubspot/companies.csv")
    }


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(newline="", encoding="utf-8-sig") as file:
        yield from csv.DictReader(file)


def _salesforce(folder: Path) -> Iterator[tuple[Item, Record]]:
    accounts = {row["Id"]: row for row in _rows(folder / "crm/salesforce/Account.csv")}
    for row in _rows(folder / "crm/salesforce/Contact.csv"):
        account = accounts.get(row["AccountId"], {})
        yield ("salesforce", row["Id"].lower()), Record(
            source="salesforce", source_id=row["Id"], first=row["FirstName"], last=row["LastName"],
            emails=(row["Email"],) if row["Email"] else (), phones=(row["Phone"],), title=row["Title"],
            companies=(account["Name"],) if account else (), domains=_host(account.get("Website", "")),
        )  # fmt: skip


def _hubspot(folder: Path) -> Iterator[tuple[Item, Record]]:
    firms = {row["Record ID"]: row for row in _rows(folder / "crm/hubspot/companies.csv")}
    for row in _rows(folder / "crm/hubspot/contacts.csv"):
        firm = firms.get(row["Associated Company ID"], {})
        names = tuple(name for name in (row["Company Name"], firm.get("Company name", "")) if name)
        yield ("hubspot", row["Record ID"].lower()), Record(
            source="hubspot", source_id=row["Record ID"], first=row["First Name"], last=row["Last Name"],
            emails=(row["Email"],) if row["Email"] else (), title=row["Job Title"], companies=names,
            domains=_host(firm.get("Company Domain Name", "")),
        )  # fmt: skip


def _host(website: str) -> tuple[str, ...]:
    host = website.partition("//")[2] or website
    return (host.partition("/")[0].removeprefix("www."),) if host else ()


def _linkedin(folder: Path) -> Iterator[tuple[Item, Record]]:
    profiles: dict[str, Record] = {}
    for row in _rows(folder / "linkedin/feed.csv"):
        url = row["profile_url"].lower()
        before = profiles.get(url, Record(source="linkedin", source_id=url, url=url))
        names = before.companies + (
            (row["company"],) if row["company"] and row["company"] not in before.companies else ()
        )
        profiles[url] = replace(before, name=row["full_name"], companies=names, title=row["title"])
    for url, record in profiles.items():
        yield ("linkedin", url), record


def _mails(folder: Path) -> Iterator[tuple[str, str, date | None]]:
    for path in sorted((folder / "mail").glob("*.mbox")):
        with closing(mailbox.mbox(path, create=False)) as box:
            mails = list(box)
        for mail in mails:
            day = _day(mail)
            headers = [str(value) for key in ("from", "to", "cc", "reply-to") for value in mail.get_all(key, [])]
            for name, address in getaddresses(headers):
                yield _decoded(name), address, day
            for part in mail.walk():
                if part.get_content_type() == "text/plain":
                    yield from ((name, address, None) for name, address in _QUOTED.findall(_text(part)))


def _text(part: Message) -> str:
    raw = part.get_payload(decode=True)
    return raw.decode("utf-8", "replace")[:100_000] if isinstance(raw, bytes) else ""


def _decoded(name: str) -> str:
    try:
        return str(make_header(decode_header(name)))
    except (ValueError, LookupError):
        return name


def _day(mail: Message) -> date | None:
    try:
        return parsedate_to_datetime(str(mail["date"])).astimezone(UTC).date()
    except (ValueError, TypeError, OverflowError):
        return None


def _calendars(folder: Path) -> Iterator[tuple[str, str, date | None]]:
    for path in sorted((folder / "calendar").glob("*.ics")):
        text = re.sub(r"\r?\n[ \t]", "", path.read_text("utf-8", "replace"))
        for found in _ICS.finditer(text):
            name = _CN.search(found.group())
            yield (name.group(1).strip('"') if name else ""), found.group(1), None


def _calls(folder: Path) -> Iterator[tuple[str, str, date | None]]:
    for row in _rows(folder / "calls/index.csv"):
        day = datetime.fromisoformat(row["started_at"]).date()
        names, addresses = row["attendee_names"].split(";"), row["attendee_emails"].split(";")
        for place, address in enumerate(addresses):
            yield (names[place] if len(names) == len(addresses) else ""), address, day


def town_truth(folder: Path) -> dict[Item, str]:
    """Return whose each identity is; namesakes' profiles are strangers. Items of two people are left out."""
    kinds = {row["person_id"]: row["kind"] for row in _rows(folder / "people.csv")}
    who: dict[Item, set[str]] = defaultdict(set)
    for row in _rows(folder / "identities.csv"):
        if row["source"] != "call" and kinds[row["person_id"]] == "customer":
            kind = "email" if row["source"] in MAIL_LIKE else row["source"]
            who[kind, row["identifier"].strip().lower()].add(row["person_id"])
    truth = {item: next(iter(people)) for item, people in who.items() if len(people) == 1}
    for row in _rows(folder / "false_departure_hints.csv"):
        if row["kind"] == "profile of a namesake":
            url = row["ref"].partition(":")[2].rpartition("@")[0]
            truth.setdefault(("linkedin", url.lower()), f"stranger {url}")
    return truth


def item_clusters(items: list[Item], clusters: list[int]) -> dict[Item, int]:
    """Return one cluster for each item: that of most of its records."""
    votes: dict[Item, Counter[int]] = defaultdict(Counter)
    for item, cluster in zip(items, clusters, strict=True):
        votes[item][cluster] += 1
    return {item: min(counts, key=lambda one: (-counts[one], one)) for item, counts in votes.items()}
