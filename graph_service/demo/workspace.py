"""The demo workspace: writes an invented firm's mailboxes and CRM exports as files, which anyone's ingest then reads.

Pure but for the folder it is given: no clock, no network; the same seed gives the same bytes. The folder gets
`mail/<user>.mbox` (one per team member, mboxrd), `crm/salesforce/*.csv`, `workspace.json` (who we are) and
`truth.json` (what is really so; see `truth`), which the product never reads.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from graph_service.demo import hours, people
from graph_service.demo.absences import auto_replies, bounces, handover
from graph_service.demo.accounts import ACCOUNTS
from graph_service.demo.correspondence import Correspondence
from graph_service.demo.crm_export import exports
from graph_service.demo.letters import Mail, to_mbox
from graph_service.demo.noise import internal, newsletters
from graph_service.demo.people import PRODUCT, Person
from graph_service.demo.plots import write_plots
from graph_service.demo.team import TEAM, TEAM_NAMES
from graph_service.demo.threads import write_background
from graph_service.demo.truth import tell
from graph_service.errors import UsageError

OUR_NAME: str = people.OUR_COMPANY
OUR_DOMAIN: str = people.OUR_DOMAIN
FIRST_DAY: date = hours.FIRST_DAY
LAST_DAY: date = hours.LAST_DAY
SEED = 20260630
PARTS = frozenset({"mail", "crm", "truth.json", "workspace.json"})


@dataclass(frozen=True, slots=True)
class DemoSummary:
    """What was written: files, different mails, mails in all mailboxes, accounts, customer people, planted asks."""

    folder: Path
    last_day: date
    mails: int
    copies: int
    accounts: int
    people: int
    unanswered: int


def write_demo(folder: Path, seed: int = SEED) -> DemoSummary:
    """Write the demo into `folder` and return what was written.

    `workspace.json` is written last, so a folder that has it is complete; what an interrupted run left is replaced.
    Raises UsageError when the folder holds something else than a demo.
    """
    if folder.is_file() or (folder.is_dir() and not {file.name for file in folder.iterdir()} <= PARTS):
        raise UsageError(f"{folder} is not empty.", "Give an empty or new folder for the demo.")
    books = {account.key: Correspondence.of(account, seed) for account in ACCOUNTS}
    mails = _all_mails(books, seed)
    boxes = {member: [mail for mail in mails if member in mail.everyone] for member in TEAM}
    copies = sum(map(len, boxes.values()))
    truth = tell(books.values(), mails, copies, seed)
    for member, box in boxes.items():
        _write(folder / "mail" / f"{member.email.partition('@')[0]}.mbox", b"".join(map(to_mbox, box)))
    for name, text in exports().items():
        _write(folder / "crm" / "salesforce" / name, text.encode())
    _write(folder / "truth.json", _json(truth))
    _write(folder / "workspace.json", _json(_workspace()))
    heads = sum(len(account.people) for account in ACCOUNTS)
    return DemoSummary(folder, LAST_DAY, len(mails), copies, len(ACCOUNTS), heads, len(truth["unanswered"]))


def _all_mails(books: dict[str, Correspondence], seed: int) -> list[Mail]:
    """Return all mails in order of time."""
    for book in books.values():
        write_background(book)
        write_plots(book)
    handover(books.values())
    noise: Iterable[Mail] = (
        *bounces(seed, books),
        *auto_replies(seed, books.values()),
        *newsletters(seed),
        *internal(seed),
    )
    everyday = [mail for book in books.values() for mail in book.mails]
    return sorted([*everyday, *noise], key=lambda mail: (mail.sent, mail.message_id))


def _workspace() -> dict[str, object]:
    return {
        "company": OUR_NAME,
        "domains": [OUR_DOMAIN],
        "product": {"name": PRODUCT, "aliases": ["the Roster"]},
        "last_day": LAST_DAY.isoformat(),
        "team": [_member(person) for person in TEAM],
    }


def _member(person: Person) -> dict[str, str | None]:
    zone = {"GB": "Europe/London", "DE": "Europe/Berlin", "FR": "Europe/Paris", "NL": "Europe/Amsterdam"}[
        person.country
    ]
    return {
        "email": person.email,
        "name": person.name,
        "title": person.title,
        "team": TEAM_NAMES[person.area],
        "started_on": person.joined.isoformat() if person.joined else None,
        "left_on": person.left.isoformat() if person.left else None,
        "timezone": zone,
    }


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
