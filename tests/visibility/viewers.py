"""Who may not read what, in the canary worlds, and how it shows that they did."""

from collections.abc import Mapping
from typing import Any

from tests.visibility import records as r
from tests.visibility.reads import leaks
from tests.visibility.world import ADMIN, OLD_RITA, World

ANA, BEN, DORA, NORA, GUS = (one.address for one in (r.ANA, r.BEN, r.DORA, r.NORA, r.GUS))
BLIND = (ANA, BEN, DORA)
"""Who may not see the hidden account: an owner and a reader of another, and somebody who sees none."""
HIDDEN = {
    ANA: ("CANARY", "VACANT", "PSST", "Otto"),
    BEN: ("CANARY", "VACANT", "HUSH", "Otto", "Olga"),
    DORA: ("CANARY", "VACANT", "HUSH", "PSST", "Otto", "Olga", "Alpha"),
    NORA: ("VACANT", "HUSH", "PSST", "Otto", "Alpha"),
    ADMIN: ("HUSH", "PSST"),
}
"""Words that somebody never reads: of accounts without sight, without owner, of private playbooks, of others' mail."""


def problems(world: World, who: str, found: Mapping[str, Any]) -> list[str]:
    """Return what somebody reads though they may not: words, uids, matches by a hidden address, hidden mail."""
    out = leaks(found, *HIDDEN[who])
    if who in BLIND:
        out += leaks(found, *world.hidden)
        out += [f"{asked} finds {one}" for asked, one in found.items() if _finds_by_hidden_address(asked, one)]
        out += [f"{asked} follows an old id to her" for asked, one in found.items() if _follows_old_id(asked, one)]
        out += [f"{asked} tells of mail at the hidden account" for asked, one in found.items() if _has_hidden_mail(one)]
    return out


def _follows_old_id(asked: str, answer: Any) -> bool:
    """An old id of somebody with a hidden place would tell that the two were merged."""
    reads = ("read.contact", "read.explain_identity", "read.people_to_judge")
    return OLD_RITA in asked and asked.startswith(reads) and bool(answer)


def _finds_by_hidden_address(asked: str, answer: Any) -> bool:
    if not (asked.startswith("read.search ") and "canary" in asked.lower()):
        return False
    return any(row["accounts"] or row["contacts"] for row in answer)


def _has_hidden_mail(answer: Any) -> bool:
    """Rita has a place at both accounts and writes from the hidden one only."""
    rows = answer if isinstance(answer, list) else []
    ritas = [row for row in rows if "timeline" in row and row["contact"]["name"] == r.RITA.name]
    return any(row["timeline"] or row["channels"] or row["requests"] for row in ritas)
