"""The records of the canary worlds: what all worlds share, the account that one world lacks, and what mixes both.

Everything of the hidden account carries the word CANARY; what an account without an owner holds says VACANT.
"""

from collections.abc import Sequence
from datetime import date

from graph_service.ingest.connector import (
    AccountRecord,
    Address,
    ContactRecord,
    MailRecord,
    OpportunityRecord,
    Place,
    ShareRecord,
    SourceRecord,
    UserRecord,
)
from tests.integration.memory import END, START, mail

PLACE = Place("memory", "row 1")
ANA, BEN, NORA, DORA, GUS = (
    Address(f"{name}@ours.example", f"{name.title()} Ours") for name in ("ana", "ben", "nora", "dora", "gus")
)
ADA, CARL = Address("ada@alpha.example", "Ada Lane"), Address("carl@alpha.example", "Carl Moe")
CORA, CID = Address("cora@canary.example", "Cora Canary"), Address("cid@canary.example", "Cid Canary")
PAT, RITA = Address("pat@alpha.example", "Pat Both"), Address("rita@canary.example", "Rita Roe")
VERA, MAIL_ONLY = Address("vera@vacant.example", "Vera Vacant"), Address("max@vacantmail.example", "Max Vacant")
OLGA, OTTO = Address("olga@gmail.com", "Olga Private"), Address("otto@gmail.com", "Otto Private")
KIM = Address("kim@gmail.com", "Kim Canary")
USERS = {"U1": ANA, "U2": BEN, "U3": NORA, "U4": DORA, "U5": GUS}
LEFT = frozenset({"U5"})
ALPHA, CANARY, GAMMA = "A1", "CANARY-1", "A3"
OWN_SHARES = ((ALPHA, "U1", "owner"), (ALPHA, "U2", "read"), (ALPHA, "U5", "read"))
CANARY_SHARES = ((CANARY, "U3", "owner"),)
ASK = "Could you send us the rollout plan for the second site?"
CANARY_ASK = "Could you send us the CANARY price list by Friday?"


def users(left: frozenset[str] = LEFT) -> list[SourceRecord]:
    """Our people as the CRM knows them."""
    return [UserRecord(PLACE, "fake", uid, one.address, one.name, active=uid not in left) for uid, one in USERS.items()]


def shares(claims: Sequence[tuple[str, str, str]]) -> list[SourceRecord]:
    """Claims of sight: account, user, level."""
    return [ShareRecord(PLACE, "fake", account, user, level, level) for account, user, level in claims]


def accounts() -> list[SourceRecord]:
    """The CRM accounts all worlds have, with their people."""
    return [
        AccountRecord(
            PLACE, "fake", ALPHA, "Alpha Ltd", START, ("alpha.example",), segment="mid", country="DE",
            arr=50_000.0, currency="EUR", renewal_at=date(2026, 9, 1), lifecycle="customer",
        ),
        AccountRecord(PLACE, "fake", GAMMA, "Gamma Vacant", START, ("vacant.example",), arr=10.0),
        ContactRecord(PLACE, "fake", "C1", ADA.name, START, ALPHA, ADA.address, "Head of Planning"),
        ContactRecord(PLACE, "fake", "C3", VERA.name, START, GAMMA, VERA.address, "VACANT chair"),
    ]  # fmt: skip


def canary_accounts() -> list[SourceRecord]:
    """The CRM account that one world lacks."""
    return [
        AccountRecord(
            PLACE, "fake", CANARY, "Canary Corp", START, ("canary.example",), segment="CANARY", country="FR",
            arr=900_000.0, currency="CANARY", renewal_at=date(2026, 8, 1), lifecycle="CANARY",
        ),
        ContactRecord(PLACE, "fake", "CANARY-C1", CORA.name, START, CANARY, CORA.address, "CANARY chief"),
        ContactRecord(PLACE, "fake", "CANARY-C2", "Cleo Canary", START, CANARY, "cleo@canary.example", "CANARY clerk"),
        OpportunityRecord(PLACE, "fake", "CANARY-O1", CANARY, "CANARY renewal", START, "open", 1.0, date(2026, 8, 1)),
    ]  # fmt: skip


def mails() -> list[MailRecord]:
    """The mail all worlds have: of Alpha, of accounts without an owner, of nobody's account."""
    weekly = [
        one
        for week in range(15)
        for one in (
            mail(10 * week, ADA, (ANA,), day=7 * week, subject=f"Week {week}", text="The rollout goes on as planned."),
            mail(10 * week + 1, ANA, (ADA,), day=7 * week + 0.2, subject=f"Re: Week {week}", answers=10 * week,
                 cc=(BEN,), text="Thank you, Ada. Which day suits you for the review?"),
        )
    ]  # fmt: skip
    return [
        *weekly,
        mail(201, CARL, (BEN,), day=30, subject="Access", text="We need access for two people. Can you arrange it?"),
        mail(202, BEN, (CARL,), day=30.3, subject="Re: Access", answers=201, text="Done, they can log in now."),
        mail(203, OLGA, (ANA,), day=40, subject="Olga's news", text="I now work on my own. Shall we meet in May?"),
        mail(204, OTTO, (GUS,), day=41, subject="Otto's news", text="Here is what only you and I know."),
        mail(205, VERA, (ANA,), day=45, subject="VACANT news", text="VACANT: who looks after us now?"),
        mail(
            206, MAIL_ONLY, (BEN,), day=46, subject="VACANT hello", text="VACANT: what do you offer to firms like us?"
        ),
        mail(210, ADA, (ANA,), day=97, subject="Adviser", text="Somebody will help us in May.", cc=(OLGA,)),
        mail(207, ADA, (ANA,), day=170, subject="Second site", text=ASK),
        mail(208, ADA, (ANA,), day=174, subject="Consultant", text="Somebody helps us from now on.", cc=(OLGA,)),
        mail(209, DORA, (ANA,), day=175, subject="Lunch", text="Lunch at noon?"),
    ]


def canary_mails() -> list[MailRecord]:
    """All mail of the hidden account's people, some of it to people who may not see the account."""
    weekly = [
        one
        for week in range(15)
        for one in (
            mail(1000 + 10 * week, CORA, (NORA,), day=7 * week + 1, subject=f"CANARY week {week}",
                 text="CANARY goes on as planned."),
            mail(1001 + 10 * week, NORA, (CORA,), day=7 * week + 1.2, subject=f"Re: CANARY week {week}",
                 answers=1000 + 10 * week, text="CANARY noted. Which day suits you for the CANARY review?"),
        )
    ]  # fmt: skip
    return [
        *weekly,
        mail(1201, CORA, (NORA,), day=10, subject="CANARY and Olga", text="CANARY: Olga joins us.", cc=(OLGA, ANA)),
        mail(1202, CID, (ANA,), day=50, subject="CANARY astray", text="CANARY: is this for you or for Nora?"),
        mail(1203, OLGA, (NORA,), day=60, subject="CANARY by Olga", text="CANARY is great.", cc=(CID,)),
        mail(1205, KIM, (NORA,), day=61, subject="CANARY by Kim", text="CANARY: I help Cora.", cc=(ANA, CORA)),
        mail(1204, CORA, (NORA,), day=171, subject="CANARY prices", text=CANARY_ASK),
    ]


def mixed() -> list[MailRecord]:
    """Mail with people of both accounts; only who sees both may read it."""
    return [
        mail(2001, CORA, (ANA, ADA), day=80, subject="CANARY joint plan", text=f"CANARY for all. {CANARY_ASK}"),
        mail(
            2002, ADA, (ANA,), day=168, subject="CANARY joint price", text=f"As CANARY said. {CANARY_ASK}", cc=(CORA,)
        ),
        mail(2003, ANA, (ADA, CORA), day=100, subject="CANARY joint call", text="CANARY call: which day suits you?"),
        mail(2004, OLGA, (ADA, CORA, ANA), day=174.2, subject="CANARY joint news", text="CANARY: who is in?"),
        mail(2005, CARL, (BEN, CID), day=173, subject="CANARY last", text="CANARY: could you two settle this?"),
        mail(2009, ADA, (ANA,), day=99, subject="CANARY joint silence", text="CANARY: we go quiet now.", cc=(CORA,)),
        mail(2006, PAT, (ANA,), day=90, subject="Pat's start", text="I am new at Alpha. Who is who?"),
        mail(2007, RITA, (NORA,), day=91, subject="CANARY Rita", text="CANARY: I write from my other desk."),
        mail(2008, RITA, (ANA, ADA), day=92, subject="CANARY Rita joint", text="CANARY: shall we meet?"),
    ]


def mixed_people() -> list[SourceRecord]:
    """Two people with a place at both accounts: by mail at one, by the CRM at the other, one under another name."""
    return [
        ContactRecord(PLACE, "fake", "CANARY-C3", "Pat CANARY", START, CANARY, PAT.address, "CANARY adviser"),
        ContactRecord(PLACE, "fake", "C4", RITA.name, START, ALPHA, RITA.address, "Board member"),
    ]


def doubts() -> list[tuple[str, str, str]]:
    """Pairs of addresses that may be one person's, and what agrees: of each one whom some see, and one whom few do."""
    few = {CORA: "CANARY", KIM: "CANARY", RITA: "CANARY", PAT: "CANARY", VERA: "VACANT", OTTO: "Otto"}
    pairs = [(one.address, other.address, f"{word} agrees") for one in (ADA, CARL, OLGA) for other, word in few.items()]
    return [*pairs, (ADA.address, CARL.address, "the firm agrees")]


NOW = END
