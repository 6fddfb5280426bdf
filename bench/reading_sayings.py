"""How well advocacy and feature requests are found: in an invented world, in written lines, not in others' talk.

Sentences of the world are split by a hash of their wording (first three words) into a part for tuning and a part that
is only reported; recall is bootstrapped over wordings, since hundreds of sentences come from some dozens of them.
"""

import csv
import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr
from hashlib import sha256
from html import unescape
from itertools import chain
from mailbox import mbox
from math import sqrt
from pathlib import Path
from random import Random
from typing import Any

from bench.reading_mail_text import body_of
from bench.reading_strangers import enron_texts, meeting_texts
from graph_service.reading.advocacy.advocacy import find_advocacy
from graph_service.reading.findings import Finding
from graph_service.reading.own_words import own_words
from graph_service.reading.requests.requests import find_requests
from graph_service.reading.setting import Setting, Turn, Vocabulary

PARTS = ("tuning", "reporting")
SAMPLES = 1_000
SURE = 0.5
"""Claims about a world are acts towards others; praise told to us alone (prefers, relies) stays below this."""
BARS = {
    ("advocacy", "precision"): 0.8,
    ("advocacy", "recall"): 0.5,
    ("request", "precision"): 0.8,
    ("request", "recall"): 0.5,
}
LINES = Path(__file__).parent.parent / "tests" / "unit" / "reading"
LINE_NAMES = Vocabulary(("Fernhill",), (("Larkspur", "LK"),), ("rota", "bookings", "stock counts"), (("Quillan",),))
Find = Callable[[Turn, Setting], list[Finding]]
FINDERS: dict[str, Find] = {"advocacy": find_advocacy, "request": find_requests}


@dataclass(frozen=True, slots=True)
class Readers:
    """What is measured: a finder a task, the bar of each task and metric, and what is put behind the task's name."""

    finders: Mapping[str, Find]
    bars: Mapping[tuple[str, str], float]
    note: str = ""


RULES = Readers(FINDERS, BARS)

_CUE = re.compile(r"^(\d+)\n[\d:.]+ --> [^\n]*\n((?:.+\n?)+)", re.MULTILINE)
_VOICE = re.compile(r"<v(?:\.[^ >]*)? ([^>]*)>")


@dataclass(frozen=True, slots=True)
class Said:
    """A turn of the world with its setting; `marks` are the places (start, reference) of its parts."""

    turn: Turn
    setting: Setting
    marks: tuple[tuple[int, str], ...]

    def reference(self, start: int) -> str:
        """Return the reference of the part that holds position `start`."""
        return [ref for at, ref in self.marks if at <= start][-1]


@dataclass(frozen=True, slots=True)
class Claim:
    """A finding of a world with its reference."""

    ref: str
    finding: Finding


def wording(text: str) -> str:
    """Return the rough wording of a sentence: its first three words."""
    return " ".join(re.findall(r"[^\W\d_]+", text.lower())[:3])


def part_of(text: str) -> str:
    """Return the part a sentence belongs to by its wording: "tuning" or "reporting"."""
    return PARTS[int(sha256(f"sayings:{wording(text)}".encode()).hexdigest()[:8], 16) % 2]


def measure(data: Path) -> list[dict[str, Any]]:
    """Return rows of figures (task, part, metric, value, n, low, high, bar); sets that are absent are left out."""
    return rows_of(data, RULES)


def rows_of(data: Path, readers: Readers) -> list[dict[str, Any]]:
    """Return the rows of one set of readers."""
    rows: list[dict[str, Any]] = []
    if (data / "town_small").is_dir():
        rows += _world(data / "town_small", readers)
    rows += _lines(readers)
    rows += _strangers(data, readers)
    return rows


def said_in(world: Path) -> Iterator[Said]:
    """Yield what was said in a world: mails once each, turns of calls, comments of tickets."""
    company = json.loads((world / "input/workspace.json").read_text(encoding="utf-8"))
    yield from chain(_mails(world, company), _calls(world, company), _tickets(world, company))


def claims_in(world: Path, find: Find) -> list[Claim]:
    """Return what one finder finds in a world, acts against us left out."""
    return [
        Claim(said.reference(finding.start), finding)
        for said in said_in(world)
        for finding in find(said.turn, said.setting)
        if finding.weight >= 0 and finding.confidence >= SURE
    ]


def truth_of(world: Path, task: str) -> tuple[dict[str, str], dict[str, str]]:
    """Return the sentences to find and those that only look like them, by reference."""
    name = "requests" if task == "request" else task
    with (world / "truth" / f"{name}.csv").open(newline="", encoding="utf-8") as stream:
        rows = [(row["ref"].replace("<", "").replace(">", ""), row) for row in csv.DictReader(stream)]
    real = {ref: row["text"] for ref, row in rows if row.get("counts", "1") == "1"}
    return real, {ref: row["text"] for ref, row in rows if ref not in real}


def neighbour(ref: str, known: dict[str, str]) -> str | None:
    """Return the reference itself or that of the neighbouring cue of the same call, whichever is known."""
    if ref in known:
        return ref
    call, _, cue = ref.rpartition("#")
    if ref.startswith("call:") and cue.isdigit():
        return next((near for near in (f"{call}#{int(cue) - 1}", f"{call}#{int(cue) + 1}") if near in known), None)
    return None


def judged(world: Path, task: str, readers: Readers = RULES) -> Iterator[tuple[str, Claim, str | None, str]]:
    """Yield each claim once with its part, the true reference it meets (None: wrong), and the sentence as meant."""
    real, fake = truth_of(world, task)
    seen = set()
    for claim in claims_in(world, readers.finders[task]):
        met = neighbour(claim.ref, real)
        looks = neighbour(claim.ref, fake)
        meant = real[met] if met else fake[looks] if looks else claim.finding.quote
        if (met or claim.ref) not in seen:
            seen.add(met or claim.ref)
            yield part_of(meant), claim, met, meant


def _world(world: Path, readers: Readers) -> Iterator[dict[str, Any]]:
    for task in readers.finders:
        real, _ = truth_of(world, task)
        claims = list(judged(world, task, readers))
        name, bars = f"{task}, world{readers.note}", readers.bars
        hits = {met for _, _, met, _ in claims if met}
        for part in PARTS:
            mine = [met for one, _, met, _ in claims if one == part]
            right = sum(met is not None for met in mine)
            yield share_row(name, part, "precision", right, len(mine), bars[task, "precision"])
            groups: dict[str, list[int]] = defaultdict(lambda: [0, 0])
            for ref, text in real.items():
                if part_of(text) == part:
                    groups[wording(text)][0] += ref in hits
                    groups[wording(text)][1] += 1
            yield from _recalls(name, part, list(groups.values()), bars[task, "recall"])


def _recalls(task: str, part: str, groups: list[list[int]], bar: float) -> Iterator[dict[str, Any]]:
    """Yield recall over sentences and the mean over wordings, both with intervals that draw wordings."""
    for metric, value in (("recall", _pooled), ("recall, mean over wordings", _mean)):
        random = Random(7)
        drawn = sorted(value(random.choices(groups, k=len(groups))) for _ in range(SAMPLES)) if groups else [0.0, 1.0]
        low, high = drawn[int(len(drawn) * 0.025)], drawn[int(len(drawn) * 0.975)]
        n = sum(total for _, total in groups) if value is _pooled else len(groups)
        yield _row(task, part, metric, value(groups), n, low, high, bar)


def _pooled(groups: list[list[int]]) -> float:
    return sum(hit for hit, _ in groups) / (sum(total for _, total in groups) or 1)


def _mean(groups: list[list[int]]) -> float:
    return sum(hit / total for hit, total in groups) / (len(groups) or 1)


def _lines(readers: Readers) -> Iterator[dict[str, Any]]:
    """Yield the figures on our own written lines; the kept-apart ones were not read while the rules were tuned."""
    for task, folder in (("advocacy", "advocacy"), ("request", "requests")):
        for hand, prefix in (("own lines", ""), ("own lines of a second hand", "second_")):
            for part, name in zip(PARTS, ("tuning", "kept"), strict=True):
                path = LINES / folder / f"lines_{prefix}{name}.tsv"
                if path.is_file():
                    yield from _line_rows(task, hand, part, path, readers)


def _line_rows(task: str, hand: str, part: str, path: Path, readers: Readers) -> Iterator[dict[str, Any]]:
    pairs = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    setting = Setting(LINE_NAMES)
    least = SURE if hand != "own lines" else 0.0  # in the first lines plain praise is meant to be found too
    found = [
        any(one.weight >= 0 and one.confidence >= least for one in readers.finders[task](Turn(text), setting))
        for _, text in pairs
    ]
    real = [label != "none" for label, _ in pairs]
    right = sum(a and b for a, b in zip(found, real, strict=True))
    name, bars = f"{task}, {hand}{readers.note}", readers.bars
    yield share_row(name, part, "precision", right, sum(found), bars[task, "precision"])
    yield share_row(name, part, "recall", right, sum(real), bars[task, "recall"])


def _strangers(data: Path, readers: Readers) -> Iterator[dict[str, Any]]:
    """Yield how often something is found in mail and meetings where nobody speaks to a supplier of software."""
    sources = {"enron mail": enron_texts(data), "meetings": meeting_texts(data)}
    for name, texts in sources.items():
        if texts:
            for task, find in readers.finders.items():
                found = sum(bool(find(Turn(text), Setting())) for text in texts)
                row = share_row(
                    f"{task}, {name}{readers.note}", "open", "share with a finding", found, len(texts), None
                )
                yield row


def _names(company: dict[str, Any]) -> Vocabulary:
    product = company["product"]
    ours = (product["name"], *product["aliases"])
    return Vocabulary(
        our_names=(company["company"],),
        products=(ours, *((module,) for module in product["modules"])),
        features=tuple(product["features"]),
        competitors=tuple((one["name"], *one["aliases"]) for one in company["competitors"]),
    )


def _mails(world: Path, company: dict[str, Any]) -> Iterator[Said]:
    seen: set[str] = set()
    setting = Setting(_names(company))
    for path in sorted((world / "input/mail").glob("*.mbox")):
        for key in (box := mbox(path, create=False)).iterkeys():
            mail = message_from_bytes(box.get_bytes(key), policy=policy.default)
            ref = "mail:" + str(mail["Message-ID"] or "").strip().strip("<>")
            if ref in seen or not isinstance(mail, EmailMessage):
                continue
            seen.add(ref)
            sender = parseaddr(str(mail["From"] or ""))[1].lower()
            ours = sender.split("@")[-1] in company["domains"]
            yield Said(Turn(own_words(body_of(mail)), ours, sender), setting, ((0, ref),))


def _calls(world: Path, company: dict[str, Any]) -> Iterator[Said]:
    names, ours_in = _names(company), _team_speakers(world)
    for path in sorted((world / "input/calls").glob("*.vtt")):
        earlier: list[Turn] = []
        for label, cues in _turns(path):
            text, marks = "", []
            for number, words in cues:
                marks.append((len(text), f"call:{path.stem}#{number}"))
                text += words + " "
            turn = Turn(text, (path.stem, label) in ours_in, label)
            yield Said(turn, Setting(names, channel="call", earlier=tuple(earlier[-3:])), tuple(marks))
            earlier.append(turn)


def _team_speakers(world: Path) -> set[tuple[str, str]]:
    """Return the (call, label) of our own speakers, from the truth: who speaks is found by another reader."""
    tables = []
    for name in ("people", "call_speakers"):
        with (world / "truth" / f"{name}.csv").open(newline="", encoding="utf-8") as stream:
            tables.append(list(csv.DictReader(stream)))
    team = {row["person_id"] for row in tables[0] if row["kind"] == "team"}
    return {(row["call_id"], row["label"]) for row in tables[1] if row["person_id"] in team}


def _turns(path: Path) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Yield what one speaker said until the next one: the label and the numbered cues."""
    label = ""
    cues: list[tuple[str, str]] = []
    for number, body in _CUE.findall(path.read_text(encoding="utf-8").replace("\r\n", "\n")):
        voice = _VOICE.match(body)
        speaker = voice.group(1) if voice else label
        if speaker != label and cues:
            yield label, cues
            cues = []
        label = speaker
        cues.append((number, " ".join(unescape(re.sub(r"<[^>]*>", "", body)).split())))
    if cues:
        yield label, cues


def _tickets(world: Path, company: dict[str, Any]) -> Iterator[Said]:
    book = json.loads((world / "input/tickets/tickets.json").read_text(encoding="utf-8"))
    ours = {user["id"] for user in book["users"] if user["role"] != "end-user"}
    setting = Setting(_names(company), channel="ticket")
    for ticket in book["tickets"]:
        for comment in ticket["comments"]:
            turn = Turn(own_words(comment["body"]), comment["author_id"] in ours)
            yield Said(turn, setting, ((0, f"ticket:{ticket['id']}#{comment['id']}"),))


def share_row(task: str, part: str, metric: str, right: int, n: int, bar: float | None) -> dict[str, Any]:
    """Return a row for a share with its Wilson interval (95 %)."""
    if n == 0:
        return _row(task, part, metric, 0.0, 0, 0.0, 1.0, bar)
    share, z = right / n, 1.96
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return _row(task, part, metric, share, n, max(0.0, middle - half), min(1.0, middle + half), bar)


def _row(
    task: str, part: str, metric: str, value: float, n: int, low: float, high: float, bar: float | None
) -> dict[str, Any]:
    figures = {"value": round(value, 4), "n": n, "low": round(low, 4), "high": round(high, 4), "bar": bar}
    return {"task": task, "part": part, "metric": metric, **figures}
