"""What the optional sentence model adds: the rows of tone, advocacy and requests once more, with the extra.

Where the extra is not installed, one row says so; where no set is there, there is nothing to compare with. The heads
never saw a text that is measured here; the lines of a third hand are the half of `tools/model_lines` they did not
learn from.
"""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from bench.reading_sayings import FINDERS, RULES, SURE, Find, Readers, rows_of, share_row
from bench.reading_tone import mail_rows, world_rows
from graph_service.reading.findings import Finding
from graph_service.reading.model.sayings import find_by_model
from graph_service.reading.model.sentence_model import is_installed
from graph_service.reading.setting import Setting, Turn
from graph_service.reading.tone.tone import read_tone
from tools.train_heads import NAMES, written_lines

NOTE = ", with the extra"
BARS = {
    ("advocacy", "precision"): 0.85,
    ("advocacy", "recall"): 0.6,
    ("request", "precision"): 0.85,
    ("request", "recall"): 0.65,
}
TONE_BAR = 0.75
SETS = ("enron_mail", "town_small", "transcripts")


def measure(data: Path) -> list[dict[str, Any]]:
    """Return the rows with the extra, or one row without a figure where it is not installed."""
    if not any((data / name).is_dir() for name in SETS):
        return []
    rows = list(_third_hand(RULES))
    if not is_installed():
        absent = {"task": "with the extra `model`", "part": "whole", "metric": "not installed", "value": 0.0, "n": 0}
        return [*rows, {**absent, "low": None, "high": None, "bar": None}]
    readers = Readers({task: partial(_find, task, find) for task, find in FINDERS.items()}, BARS, NOTE)
    read = partial(read_tone, by_model=True)
    if (path := data / "enron_mail" / "emails.jsonl.gz").is_file():
        rows += mail_rows(path, read, NOTE, TONE_BAR)
    if (data / "town_small").is_dir():
        rows += world_rows(data / "town_small", read, NOTE)
    return [*rows, *rows_of(data, readers), *_third_hand(readers)]


def _find(task: str, find: Find, turn: Turn, setting: Setting) -> list[Finding]:
    """Return what the rules find and what the model adds, as the reader does where it is switched on."""
    found = find(turn, setting)
    return found + [one for one in find_by_model(turn, setting, found) if one.kind == task]


def _third_hand(readers: Readers) -> Iterator[dict[str, Any]]:
    """Yield the figures on lines of every kind: what a task is about, and all that the others are about."""
    lines = written_lines(kept=True)
    for task, find in readers.finders.items():
        found = [_is_found(find, text) for *_, text in lines]
        real = [label == task if task == "request" else label not in {"none", "request"} for _, label, _ in lines]
        right = sum(one and other for one, other in zip(found, real, strict=True))
        name = f"{task}, own lines of a third hand{readers.note}"
        yield share_row(name, "reporting", "precision", right, sum(found), readers.bars[task, "precision"])
        yield share_row(name, "reporting", "recall", right, sum(real), readers.bars[task, "recall"])


def _is_found(find: Find, text: str) -> bool:
    return any(one.weight >= 0 and one.confidence >= SURE for one in find(Turn(text), Setting(NAMES)))
