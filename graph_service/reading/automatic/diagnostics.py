"""What servers write when they do not deliver, as classes; the phrases stand in `diagnostics.txt`. A pure reader.

The order of the table carries the meaning. What blames the sending side (spam, block lists, rates, authentication,
size) stands before what blames the address, so a refusal by policy is never taken for a dead mailbox though its code
is 550. A weak phrase ("delivery timed out") gives way to a telling status code.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from graph_service.reading.automatic.statuses import class_of_reply, class_of_status

EVIDENCE_CHARACTERS = 3000
HARD = frozenset({"user_unknown", "host_unknown", "moved", "not_accepted"})
"""The classes that say: this address will not work again (the labels of the open bounce sets draw the same line)."""
_TELLING = HARD | {"full", "suspended", "size", "policy", "content"}
_WRAPPED = re.compile(r"5\.1\.0 - unknown address error|5\.3\.0 - other mail system problem")
"""What IronPort writes before any reply of the other side; it tells nothing."""
_SPACES = re.compile(r"\s+")
_LISTS = ("WHO", "GONE", "BOX")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A class, the words that stand for it, and whether a telling status code beats them."""

    name: str
    pattern: re.Pattern[str]
    is_weak: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """The class of a failure, the words that said so ("" when a code did), and whether they were weak."""

    name: str = ""
    words: str = ""
    is_weak: bool = True


def classify(evidence: str, status: str, code: str, *, at_recipient: bool = False) -> Verdict:
    """Return the class of one failure from its diagnostic, its enhanced status and its reply code; name "" = unknown.

    A code of policy or of a closed mailbox (5.7.x, 5.2.1) makes "user unknown" doubtful: some servers say so to mail
    they filter. Only a reply to the recipient's name (`at_recipient`) settles it.
    """
    spoken = find_phrase(evidence)
    coded = class_of_status(status)
    if spoken.name == "user_unknown" and coded in ("policy", "suspended") and not status.endswith(".0"):
        is_sure = at_recipient and not spoken.is_weak
        return spoken if is_sure else Verdict("filtered", spoken.words, is_weak=False)
    if spoken.name == "suspended" and coded in HARD:
        return Verdict(coded, spoken.words, is_weak=False)
    if spoken.name and (not spoken.is_weak or coded not in _TELLING):
        return spoken
    if coded:
        return Verdict(coded, is_weak=False)
    return spoken if spoken.name else Verdict(class_of_reply(code))


def find_phrase(evidence: str) -> Verdict:
    """Return what the first known phrase in a diagnostic stands for; an empty verdict when none is in it."""
    line = _SPACES.sub(" ", evidence[:EVIDENCE_CHARACTERS]).lower().replace("\u2019", "'").replace("_", " ")
    line = _WRAPPED.sub("", line)
    for phrase in phrases():
        match = phrase.pattern.search(line)
        if match:
            return Verdict(phrase.name, match.group().strip(), phrase.is_weak)
    return Verdict()


@cache
def phrases() -> tuple[Phrase, ...]:
    """Return the table in its order."""
    lists: dict[str, str] = {}
    found: list[Phrase] = []
    for name, lines in _sections():
        if name in _LISTS:
            lists[name] = f"(?:{lines[0]})"
            continue
        text = "|".join(f"(?:{line})" for line in lines)
        for word, choice in lists.items():
            text = text.replace(f"{{{word}}}", choice)
        found.append(Phrase(name.rstrip("?"), re.compile(text), name.endswith("?")))
    return tuple(found)


def _sections() -> list[tuple[str, list[str]]]:
    found: list[tuple[str, list[str]]] = []
    for line in files("graph_service.reading.automatic").joinpath("diagnostics.txt").read_text("utf-8").splitlines():
        if line.startswith("[") and line.endswith("]") and line[1:-1].rstrip("?").replace("_", "").isalpha():
            found.append((line[1:-1], []))
        elif line.strip() and not line.startswith("#"):
            found[-1][1].append(line)
    return found
