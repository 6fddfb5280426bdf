"""Next steps: what somebody takes on, or both sides are to do, with the day on which it is due.

An ask ("can you send it?") is no next step; conditions, wishes and refusals are none either. It does not know
whether the step was done.
"""

import re
from datetime import date

from graph_service.reading.findings import Finding
from graph_service.reading.lower_source import lower_source
from graph_service.reading.next_steps import forms
from graph_service.reading.next_steps.days import days_in
from graph_service.reading.plain_text.gates import Gates
from graph_service.reading.sentence_cache import sentences_of
from graph_service.reading.setting import Setting, Turn

MAX_CHARACTERS = 20_000
SENTENCE_CHARACTERS = 500
_CUES = (
    "ll ", "will ", "shall ", "let me", "let's", "let us", "going to", "gonna", "can we", "could we", "should we",
    "next step", "action item",
    "we agreed", "as agreed", "deadline", "due ", "scheduled", "see you", "promise",
    "you said", "you agreed", "you offered", "you wanted", "plan to", "intend", "aim to",
    "commit", "i can ", "we can ",
    "how about", "what about", "i'm ", "i am ", "we're ", "we are ", "i need to", "we need to", "available",
    "suggest", "propose", "talk to you", "talk on", "talk next",
    "invite", "to-do", "todo", "does ", "would ", "works for", "are you",
)  # fmt: skip

_WORD = re.compile(r"\w+")
_GATES = Gates()
_BOTH, _YOU, _ONE, _GOING, _AGREED = (
    _GATES.pattern(lower_source(one.pattern)).bit
    for one in (forms.BOTH, forms.YOU, forms.ONE, forms.GOING, forms.AGREED)
)


def find_next_steps(turn: Turn, setting: Setting) -> list[Finding]:
    """Return the next steps of a turn in order, at most one a sentence.

    `value` is the day it is due as an ISO date, or "" where none is named (or the day it was said on is not known);
    `topic` is "ours", "theirs" or "both", or "" where nobody knows whose words they are.
    """
    text = turn.text[:MAX_CHARACTERS]
    lowered = text.lower().replace("’", "'")
    if not any(cue in lowered for cue in _CUES):
        return []
    found = []
    for sentence in sentences_of(text):
        said = " ".join(sentence.text[:SENTENCE_CHARACTERS].replace("’", "'").split())
        form = _form_of(said, turn)
        if form is None:
            continue
        rule, side, confidence, is_weak = form
        due = _due(said, setting.said_on)
        if is_weak and due == "":
            continue
        found.append(
            Finding(
                "next_step", sentence.text, sentence.start, sentence.end, rule, confidence + 0.1 * bool(due), due, side
            )
        )
    return found


def _form_of(said: str, turn: Turn) -> tuple[str, str, float, bool] | None:
    """Return rule, side, confidence and whether a day is needed; None where nothing is taken on."""
    lowered = f"{said.lower()} "
    passing = _GATES.passing(_WORD.findall(lowered))
    if not passing or not any(cue in lowered for cue in _CUES):
        return None
    form = _taken_on(said, turn, passing)
    return None if form is None or forms.UNREAL.search(said) else form


def _taken_on(said: str, turn: Turn, passing: int) -> tuple[str, str, float, bool] | None:
    own = {True: "ours", False: "theirs", None: ""}[turn.is_ours]
    other = {True: "theirs", False: "ours", None: ""}[turn.is_ours]
    if passing & _BOTH and forms.BOTH.search(said):
        return "together", "both", 0.7, forms.MEETS.search(said) is None or said.endswith("?")
    if passing & _YOU and forms.YOU.search(said):
        return "recalled", other, 0.6, False
    found = forms.ONE.search(said) if passing & _ONE and not said.endswith("?") else None
    if found is not None:
        is_weak = forms.is_weak(found[0])
        return "taken_on", own, 0.6 if is_weak else 0.8, is_weak
    if passing & _GOING and forms.GOING.search(said):
        return "under_way", own, 0.65, True
    return ("agreed", "both", 0.6, True) if passing & _AGREED and forms.AGREED.search(said) else None


def _due(said: str, said_on: date | None) -> str:
    """Return the first day in a sentence that is not over, as an ISO date, or ""."""
    if said_on is None or forms.DUE.search(said) is None:
        return ""
    return next((one.day.isoformat() for one in days_in(said, said_on) if one.day >= said_on), "")
