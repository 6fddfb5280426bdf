"""How well departures said in words and mentions of competitors are found, against an invented world with its truth.

Only customers' own words are read. The world is split by a hash of the wording (the sentence's first three words, or
the reference where the truth holds no sentence) into a part for tuning and a part that is only reported.
"""

import csv
import json
import mailbox
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime
from hashlib import sha256
from math import sqrt
from pathlib import Path
from typing import Any

from graph_service.reading.departures.finder import find_departures
from graph_service.reading.mentions.finder import find_mentions
from graph_service.reading.own_words import own_words
from graph_service.reading.setting import Setting, Turn, Vocabulary

PARTS = ("tuning", "reporting")
SAID = frozenset({"farewell by the person", "colleague in mail", "colleague in call", "person says so in a call"})
REAL = frozenset({"farewell", "colleague"})
STANCES = {
    "prefers": "favours the competitor", "rejects": "against the competitor", "left": "against the competitor",
    "considers": "evaluating or threat", "uses": "neutral", "neutral": "neutral",
}  # fmt: skip

_CUE = re.compile(r"<v ([^>]+)>(.*?)(?=</v>|<v |$)", re.DOTALL)
_AUTOMATIC = ("auto-submitted", "list-unsubscribe", "list-id", "x-autoreply", "precedence")


@dataclass(frozen=True, slots=True)
class Said:
    """A customer's own words with the reference that the truth gives them."""

    ref: str
    turn: Turn
    setting: Setting


def part_of(wording: str) -> str:
    """Return the part a wording belongs to: "tuning" or "reporting"."""
    return PARTS[int(sha256(f"mentions:{wording}".encode()).hexdigest()[:8], 16) % 2]


def measure(data: Path) -> list[dict[str, Any]]:
    """Return rows of figures (task, part, metric, value, n, low, high, bar); none where the world is absent."""
    world = data / "town_small"
    if not (world / "truth").is_dir():
        return []
    said = list(town(world))
    return [*_departure_rows(world, said), *_mention_rows(world, said)]


def town(world: Path) -> Iterator[Said]:
    """Yield the customers' mails, calls and ticket comments of an invented world, automatic mail left out."""
    settings = _settings(world)
    yield from _mails(world, settings)
    yield from _calls(world, settings)
    yield from _tickets(world, settings)


def _table(world: Path, name: str) -> list[dict[str, str]]:
    with (world / "truth" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _settings(world: Path) -> dict[str, Setting]:
    """Return what is known at each account, by person: vocabulary, firm, names of the contacts that the CRM holds."""
    made = json.loads((world / "input" / "workspace.json").read_text("utf-8"))
    product = made["product"]
    vocabulary = Vocabulary(
        (made["company"],),
        ((product["name"], *product["aliases"]), *((module,) for module in product["modules"])),
        tuple(product["features"]),
        tuple((one["name"], *one["aliases"]) for one in made["competitors"]),
    )
    people = {row["person_id"]: row for row in _table(world, "people") if row["kind"] != "team"}
    firms = {row["account_id"]: row["name"] for row in _table(world, "accounts")}
    jobs = [row for row in _table(world, "employments") if row["person_id"] in people]
    names: dict[str, set[str]] = {}
    for row in jobs:
        if people[row["person_id"]]["in_crm"] == "1":
            names.setdefault(row["account_id"], set()).add(people[row["person_id"]]["full_name"])
    return {
        row["person_id"]: Setting(
            vocabulary, firm=firms.get(row["account_id"], ""), people=tuple(sorted(names.get(row["account_id"], ())))
        )
        for row in jobs
    }


def _on(setting: Setting, day: date | None, channel: str) -> Setting:
    return Setting(setting.vocabulary, day, channel, setting.firm, people=setting.people)


def _mails(world: Path, settings: dict[str, Setting]) -> Iterator[Said]:
    people = {
        row["identifier"].lower(): row["person_id"] for row in _table(world, "identities") if row["source"] == "mail"
    }
    seen: set[str] = set()
    for path in sorted((world / "input" / "mail").glob("*.mbox")):
        for raw in mailbox.mbox(path):
            mail = BytesParser(policy=policy.default).parsebytes(raw.as_bytes())
            ref = str(mail["message-id"] or "").strip("<> ")
            setting = settings.get(people.get(parseaddr(str(mail["from"]))[1].lower(), ""))
            if setting is None or ref in seen or any(mail[name] for name in _AUTOMATIC):
                continue
            seen.add(ref)
            turn = Turn(own_words(_body(mail)), is_ours=False)
            yield Said(f"mail:{ref}", turn, _on(setting, _day(mail), "email"))


def _body(mail: EmailMessage) -> str:
    try:
        body = mail.get_body(("plain", "html"))
        text = str(body.get_content()) if body is not None else ""
    except (LookupError, ValueError, AttributeError):
        return ""
    return re.sub(r"<[^>]{1,400}>", " ", text) if body is not None and body.get_content_subtype() == "html" else text


def _day(mail: EmailMessage) -> date | None:
    try:
        return parsedate_to_datetime(str(mail["date"])).date()
    except (ValueError, TypeError):
        return None


def _calls(world: Path, settings: dict[str, Setting]) -> Iterator[Said]:
    speakers = {(row["call_id"], row["label"]): row["person_id"] for row in _table(world, "call_speakers")}
    with (world / "input" / "calls" / "index.csv").open(encoding="utf-8", newline="") as file:
        calls = list(csv.DictReader(file))
    for call in calls:
        text = (world / "input" / "calls" / Path(call["file"]).name).read_text("utf-8")
        earlier: tuple[Turn, ...] = ()
        for block in text.split("\n\n"):
            number, cue = block.strip().split("\n", 1)[0], _CUE.search(block)
            if cue is None:
                continue
            setting = settings.get(speakers.get((call["call_id"], cue[1]), ""))
            turn = Turn(" ".join(cue[2].split()), is_ours=setting is None, speaker=cue[1])
            if setting is not None:
                known = _on(setting, date.fromisoformat(call["started_at"][:10]), "call")
                known = Setting(known.vocabulary, known.said_on, "call", known.firm, "", earlier, known.people)
                yield Said(f"call:{call['call_id']}#{number}", turn, known)
            earlier = (*earlier[-2:], turn)


def _tickets(world: Path, settings: dict[str, Setting]) -> Iterator[Said]:
    made = json.loads((world / "input" / "tickets" / "tickets.json").read_text("utf-8"))
    people = {row["identifier"].lower(): row["person_id"] for row in _table(world, "identities")}
    owner = {user["id"]: people.get(str(user["email"]).lower(), "") for user in made["users"]}
    for ticket in made["tickets"]:
        for comment in ticket["comments"]:
            setting = settings.get(owner.get(comment["author_id"], ""))
            if setting is not None:
                day = date.fromisoformat(comment["created_at"][:10])
                turn = Turn(own_words(comment["body"]), is_ours=False)
                yield Said(f"ticket:{ticket['id']}#{comment['id']}", turn, _on(setting, day, "ticket"))


def _norm(ref: str) -> str:
    return ref.replace("<", "").replace(">", "").strip()


def wording(text: str) -> str:
    """Return the rough wording of a sentence: its first three words."""
    return " ".join(re.findall(r"[^\W\d_]+", text.lower())[:3])


def _near(ref: str, pool: Iterable[str]) -> str:
    """Return the reference itself, or the neighbouring cue of the same call; "" when neither is in the pool."""
    names = [ref]
    if ref.startswith("call:") and ref.rsplit("#", 1)[-1].isdigit():
        call, cue = ref.rsplit("#", 1)
        names += [f"{call}#{int(cue) + step}" for step in (-1, 1)]
    return next((name for name in names if name in pool), "")


def departure_truth(world: Path) -> tuple[set[str], set[str]]:
    """Return the references where a departure is said, and those that count neither way."""
    said: set[str] = set()
    neither: set[str] = set()
    for row in _table(world, "departures"):
        for sign in json.loads(row["evidence"]):
            (said if sign["type"] in SAID else neither).add(_norm(sign["ref"]))
    return said, neither - said


def departure_claims(said: Iterable[Said]) -> dict[str, list[str]]:
    """Return the references at which a departure is found, with the sentences."""
    claims: dict[str, list[str]] = {}
    for one in said:
        quotes = [found.quote for found in find_departures(one.turn, one.setting) if found.topic in REAL]
        if quotes:
            claims[one.ref] = quotes
    return claims


def _departure_rows(world: Path, said: list[Said]) -> Iterator[dict[str, Any]]:
    truth, neither = departure_truth(world)
    claims = departure_claims(said)
    for part in PARTS:
        here = {ref for ref in truth if part_of(ref) == part}
        hit = {_near(ref, truth) for ref in claims} & here
        wrong = [ref for ref in claims if part_of(ref) == part and not _near(ref, truth) and not _near(ref, neither)]
        yield share("departure said", part, "precision", len(hit), len(hit) + len(wrong), 0.90)
        yield share("departure said", part, "recall", len(hit), len(here), 0.75)


def mention_claims(said: Iterable[Said]) -> dict[str, tuple[str, str]]:
    """Return the references with a competitor's name ("ref|name") at which it is mentioned: stance and sentence."""
    claims: dict[str, tuple[str, str]] = {}
    for one in said:
        for found in find_mentions(one.turn, one.setting):
            if found.rule.startswith("competitor"):
                claims[f"{one.ref}|{found.value}"] = (found.topic, found.quote)
    return claims


def _mention_rows(world: Path, said: list[Said]) -> Iterator[dict[str, Any]]:
    rows = _table(world, "competitor_mentions")
    truth = {f"{_norm(row['ref'])}|{row['competitor']}": row for row in rows}
    claims = mention_claims(said)
    where = {key: _near_mention(key, truth) for key in claims}
    for part in PARTS:
        here = {key for key, row in truth.items() if part_of(wording(row["text"])) == part}
        hit = {near: claims[key] for key, near in where.items() if near in here}
        wrong = [key for key, near in where.items() if not near and part_of(wording(claims[key][1])) == part]
        right = sum(STANCES[stance] == truth[key]["stance"] for key, (stance, _) in hit.items())
        yield share("competitor", part, "precision", len(hit), len(hit) + len(wrong), 0.97)
        yield share("competitor", part, "recall", len(hit), len(here), 0.97)
        yield share("competitor", part, "stance right", right, len(hit), 0.75)


def _near_mention(key: str, truth: Iterable[str]) -> str:
    ref, name = key.rsplit("|", 1)
    near = _near(ref, {other.rsplit("|", 1)[0] for other in truth if other.endswith(f"|{name}")})
    return f"{near}|{name}" if near else ""


def share(task: str, part: str, metric: str, hits: int, n: int, bar: float | None) -> dict[str, Any]:
    """Return a row of a share with its Wilson interval; value None where n is 0."""
    low, high = _wilson(hits, n)
    return {
        "task": task, "part": part, "metric": metric, "value": hits / n if n else None, "n": n, "low": low,
        "high": high, "bar": bar,
    }  # fmt: skip


def _wilson(hits: int, n: int, z: float = 1.96) -> tuple[float, float]:
    if n == 0:
        return 0.0, 1.0
    rate, spread = hits / n, z * z / n
    middle, half = rate + spread / 2, z * sqrt(rate * (1 - rate) / n + spread / n / 4)
    return max(0.0, (middle - half) / (1 + spread)), min(1.0, (middle + half) / (1 + spread))
