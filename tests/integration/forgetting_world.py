"""A company's sources in which one invented person has left a marker everywhere; another of her family name has not.

`MARKER` is the person's first name, so it stands in names, addresses, signatures, greetings and file names; `TRACE` is
a word that only she wrote. Neither may be found once she is forgotten.
"""

import json
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path
from typing import Any

from graph_service.graph.driver import Database
from tests.integration.worlds import World

NOW = datetime(2026, 6, 30, 9, tzinfo=UTC)
START = datetime(2026, 1, 5, 9, tzinfo=UTC)
MARKER, TRACE, FAMILY = "Quillomar", "zyxtrace", "Vance"
GONE, GONE_ADDRESS = f"{MARKER} {FAMILY}", "quillomar.vance@north.example"
PRIVATE_ADDRESS = "quillomar.v@gmail.com"
PAGE = "linkedin.com/in/quillomar-v-77"
STAYS, STAYS_ADDRESS = f"Nadia {FAMILY}", "nadia.vance@north.example"
ANA, BEN = ("Ana Ours", "ana@ours.example"), ("Ben Ours", "ben@ours.example")
HER, NADIA = (GONE, GONE_ADDRESS), (STAYS, STAYS_ADDRESS)
SIGNATURE = f"""

Best regards

{GONE}
Director of {TRACE} Operations
North Ltd
Tel. +49 30 1234567
linkedin.com/in/quillomar-v-77"""
KINDS = ("crm", "mail", "jsonl", "usage", "linkedin", "releases")

Who = tuple[str, str]


def _mail(
    number: int, day: float, sender: Who, to: list[Who], subject: str, text: str, *, cc: list[Who] | None = None,
    answers: int | None = None, attachment: str = "",
) -> bytes:  # fmt: skip
    message = EmailMessage()
    message["From"] = f"{sender[0]} <{sender[1]}>"
    message["To"] = ", ".join(f"{name} <{address}>" for name, address in to)
    if cc:
        message["Cc"] = ", ".join(f"{name} <{address}>" for name, address in cc)
    message["Subject"], message["Date"] = subject, format_datetime(START + timedelta(days=day))
    message["Message-ID"] = f"<{number}.{sender[1].partition('@')[0]}@mail.example>"
    if answers is not None:
        message["In-Reply-To"] = message["References"] = f"<{answers}.{GONE_ADDRESS.partition('@')[0]}@mail.example>"
    message.set_content(text)
    if attachment:
        message.add_attachment(b"x", maintype="application", subtype="pdf", filename=attachment)
    return b"From x@mail.example Mon Jan  5 09:00:00 2026\n" + message.as_bytes() + b"\n"


def _mails() -> list[bytes]:
    weekly = [
        one
        for week in range(20)
        for one in (
            _mail(
                100 + week, week * 7, HER, [ANA], f"Week {week} {TRACE}",
                f"Hello Ana,\n\nthe {TRACE} rollout is great and goes on as planned. Could you send us the revised "
                f"plan by Friday?{SIGNATURE}",
                attachment=f"{TRACE}_{week}.pdf",
            ),
            _mail(
                200 + week, week * 7 + 0.2, ANA, [HER], f"Re: Week {week} {TRACE}",
                f"Dear {MARKER},\n\nhere is the plan. Ms {FAMILY}, thank you.\n\nAna", cc=[NADIA], answers=100 + week,
                attachment=f"plan for {MARKER}.pdf",
            ),
            _mail(
                300 + week, week * 7 + 1, NADIA, [ANA], f"Training {week}",
                "Hello Ana,\n\nwe love the product. Could you send us the training dates?\n\nRegards\nNadia",
            ),
        )
    ]  # fmt: skip
    others = [
        _mail(1, 20, NADIA, [BEN], "Who decides", f"Hello Ben,\n\n{GONE} signs off on the contract. Write to "
              f"{GONE_ADDRESS} or to {FAMILY}, {MARKER}.\n\nNadia {FAMILY}"),
        _mail(2, 21, (GONE, PRIVATE_ADDRESS), [ANA], f"From home {TRACE}", f"Ana, the {TRACE} line is down at home.\n"),
        _mail(3, 150, NADIA, [ANA], "News",
              f"Hello Ana,\n\n{GONE} has left the company. Please write to me instead.\n\nNadia"),
        _mail(4, 30, BEN, [ANA], f"Fwd: Week 1 {TRACE}", "For you."),
        _mail(5, 31, ("Max South", "max@south.example"), [ANA], "Hello", "We are happy with the product.\n\nMax"),
    ]  # fmt: skip
    return [*weekly, *others]


def _line(**fields: Any) -> str:
    return json.dumps(fields)


def _person(who: Who) -> dict[str, str]:
    return {"name": who[0], "email": who[1]}


def _interactions() -> list[str]:
    meetings = [
        _line(
            type="interaction", id=f"e{week}", channel="meeting", at=f"2026-03-{2 + week:02}T14:00:00Z",
            ended_at=f"2026-03-{2 + week:02}T15:00:00Z", subject=f"{MARKER} / Ana weekly", sender=_person(ANA),
            to=[_person(HER) | {"response": "accepted"}, _person(NADIA) | {"response": "accepted"}],
        )
        for week in range(3)
    ]  # fmt: skip
    speech = [
        {"speaker": "Ana Ours", "text": f"Welcome {MARKER} and Nadia.", "start": 1.0, "end": 2.0},
        {"speaker": GONE, "text": f"We love it, the {TRACE} team saved weeks.", "start": 3.0, "end": 5.0},
        {"speaker": STAYS, "text": "The reports are too slow for us.", "start": 6.0, "end": 8.0},
        {"speaker": MARKER, "text": f"I agree, {TRACE}.", "start": 40.0, "end": 41.0},
    ]
    call = _line(
        type="interaction", id="c1", channel="call", at="2026-03-12T10:00:00Z", ended_at="2026-03-12T10:30:00Z",
        subject=f"Call with {MARKER}", sender=_person(ANA), to=[_person(HER), _person(NADIA)], speech=speech,
    )  # fmt: skip
    ticket = _line(
        type="interaction", id="t1", channel="ticket", at="2026-03-15T08:00:00Z", updated_at="2026-03-16T12:00:00Z",
        subject=f"{TRACE} export fails", text=f"It stops at half, says {TRACE}.", sender=_person(HER), status="open",
        comments=[
            {"id": "1", "at": "2026-03-15T09:00:00Z", "author": _person(ANA), "text": f"{MARKER}, we are on it."},
            {"id": "2", "at": "2026-03-15T10:00:00Z", "author": _person(HER), "text": f"Thanks, {TRACE} again."},
        ],
    )  # fmt: skip
    chat = _line(
        type="interaction", id="1772960400.000100", channel="chat", at="2026-03-08T09:00:00Z", place="north-shared",
        sender=_person(HER), text=f"Is there {TRACE} news?",
    )  # fmt: skip
    broken = _line(type="interaction", id="x1", channel="email", at="never", subject=TRACE, sender=_person(HER))
    return [*meetings, call, ticket, chat, broken]


def _usage() -> str:
    days = [(START + timedelta(days=day)).date() for day in range(160)]
    users = (GONE_ADDRESS, STAYS_ADDRESS, "")
    rows = [f"{day},org-1,{user},maps,{3 if user else 1}" for day in days for user in users]
    return "date,account_key,user_email,feature,count\n" + "\n".join(rows) + "\n"


def _tables() -> dict[str, str]:
    """Tables of a CRM; the last contact has no id, so it is set aside with all that it says."""
    tables = {
        "accounts": (
            "Id,Name,Website,Owner Id,ARR", "A1,North Ltd,north.example,U1,50000", "A2,South Ltd,south.example,U1,9000",
        ),
        "users": ("Id,Name,Email", f"U1,{ANA[0]},{ANA[1]}", f"U2,{BEN[0]},{BEN[1]}"),
        "contacts": (
            "Id,Name,Email,Account Id,Title,Phone",
            f"C1,{GONE},{GONE_ADDRESS},A1,Director of {TRACE},+49 30 1234567",
            f"C2,{STAYS},{STAYS_ADDRESS},A1,Assistant to {GONE},",
            f"C3,{GONE},{PRIVATE_ADDRESS},A1,Director of {TRACE},+49 30 1234567",
            f",{GONE},{GONE_ADDRESS},A1,{TRACE},",
        ),
        "tasks": (
            "Id,Account Id,Contact Id,Subject,Description,Date",
            f"T1,A1,C1,Call {MARKER},{GONE} wants {TRACE},2026-02-02",
            f"T2,A1,C2,Call Nadia,Nadia says that {GONE} decides,2026-02-03",
            f"T3,A9,C9,Lost,{GONE} of {TRACE},2026-02-03",
        ),
        "opportunities": (
            "Id,Account Id,Name,Stage,Amount,Close Date,Is Won",
            f"O1,A1,Renewal by {GONE},Closed Won,50000,2026-01-31,true",
        ),
    }  # fmt: skip
    return {f"crm/{name}.csv": "\n".join(lines) + "\n" for name, lines in tables.items()}


def write_sources(folder: Path) -> None:
    """Write everything into one folder a kind of source."""
    for kind in KINDS:
        (folder / kind).mkdir(parents=True, exist_ok=True)
    texts = _tables() | {
        "usage/usage.csv": _usage(),
        "linkedin/profiles.csv": "Profile URL,Name,Company,Title,Started On,Observed At,Consent\n"
        f"https://www.{PAGE},{GONE},North Ltd,Director of {TRACE},2020-01-01,2026-02-01,yes\n",
        "releases/CHANGELOG.md": f"# Changelog\n## [1.4.0] - 2026-03-01\n- Maps, asked for by {GONE}\n- Exports\n",
        "jsonl/interactions.jsonl": "\n".join(_interactions()) + "\n",
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "mail" / "box.mbox").write_bytes(b"".join(_mails()))


async def load(world: World, folder: Path) -> None:
    """Load all sources through their connectors, as the command line does."""
    for kind in KINDS:
        await world.load(kind, folder / kind)


async def fresh(database: Database, folder: Path) -> World:
    """A world with everything loaded and inferred; its sources lie in `folder`/sources."""
    write_sources(folder / "sources")
    world = await World.fresh(database, folder / "data", NOW, "ours.example")
    await load(world, folder / "sources")
    await world.refresh()
    return world
