"""Departures said in words: own farewells, colleagues who left, successors who introduce themselves, inner moves.

At most one departure a sentence and person. Guesses are handed back as topic "hint" with low confidence; hypotheses,
jokes, leave, errands, people of other firms and the distant past are left out, and so is who follows whom on our own
side. It does not know who the names are.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from graph_service.reading.departures import exceptions
from graph_service.reading.departures.colleague_forms import COLLEAGUE_FORMS
from graph_service.reading.departures.details import employer_in, last_day_in, successor_in
from graph_service.reading.departures.follower_forms import FOLLOWER_FORMS
from graph_service.reading.departures.forms import Form, begins, said_as
from graph_service.reading.departures.gate import FormGate
from graph_service.reading.departures.idioms import COLLEAGUE_IDIOMS, OWN_IDIOMS
from graph_service.reading.departures.more_idioms import MORE_COLLEAGUE_IDIOMS, MORE_OWN_IDIOMS
from graph_service.reading.departures.newcomer_forms import NEWCOMER_FORMS
from graph_service.reading.departures.newcomers_abroad import NEWCOMERS_ABROAD
from graph_service.reading.departures.other_languages import OTHER_LANGUAGES
from graph_service.reading.departures.own_forms import OWN_FORMS
from graph_service.reading.departures.people import (
    as_it_sounds,
    is_person,
    is_same_firm,
    named_before,
    whole_name,
    with_apostrophes,
    with_capitals,
)
from graph_service.reading.departures.successor_forms import SUCCESSOR_FORMS
from graph_service.reading.findings import Finding
from graph_service.reading.sentence_cache import sentences_of
from graph_service.reading.sentences import Sentence
from graph_service.reading.setting import Setting, Turn

MAX_CHARACTERS = 20_000
SENTENCE_CHARACTERS = 500
HINT_CONFIDENCE = 0.3
KNOWN_BONUS = 0.04
MOST = 0.97

_OWN_FORMS = (*OWN_FORMS, *OWN_IDIOMS, *MORE_OWN_IDIOMS)
_FORMS = (
    *SUCCESSOR_FORMS, *NEWCOMER_FORMS, *NEWCOMERS_ABROAD, *_OWN_FORMS, *COLLEAGUE_FORMS, *FOLLOWER_FORMS,
    *COLLEAGUE_IDIOMS, *MORE_COLLEAGUE_IDIOMS, *OTHER_LANGUAGES,
)  # fmt: skip
_OWN = frozenset(form.name for form in _OWN_FORMS)
_GATE = FormGate(_FORMS)
_SUBJECT = re.compile(r"\b(?:[A-ZÀ-ÖØ-ÞĀ-Ž]|(?i:my|our|he|she|they|er|sie|il|elle|hij|zij|ze|his|her|their)\b)")
_BESIDE = re.compile(
    r"\b(?:vacation|holidays?|parental|maternity|paternity|leave of absence|sabbatical)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Departure:
    """A departure that a sentence tells of; `person` is "" for the speaker and for somebody who is not named.

    `finding.value` is the same name. `last_day` is None where no day is said; the other texts are "" where not said.
    For topic "successor" `person` is the one who was followed, and the speaker is the successor.
    """

    finding: Finding
    person: str
    last_day: date | None
    new_employer: str
    successor: str
    successor_address: str
    is_self: bool


def find_departures(turn: Turn, setting: Setting) -> list[Finding]:
    """Return what a turn says of people who leave, as findings of kind "departure_said", in order of the text."""
    return [departure.finding for departure in read_departures(turn, setting)]


def read_departures(turn: Turn, setting: Setting) -> list[Departure]:
    """Return what the first 20,000 characters of a turn say of people who leave, with last day and successor."""
    read = sentences_of(turn.text[:MAX_CHARACTERS])
    found: list[Departure] = []
    for index, sentence in enumerate(read):
        said = _in_one_line(sentence.text[:SENTENCE_CHARACTERS])
        lowered = f" {said.lower()} "
        forms = _GATE.forms_for(lowered, with_apostrophes(lowered))
        if forms:
            known = with_capitals(as_it_sounds(said, lowered), setting.people)
            found.extend(_departures_in(known, index, read, forms, turn, setting))
    return found


def _in_one_line(text: str) -> str:
    """Return a sentence with plain blanks and straight apostrophes."""
    straight = text if text.isascii() else text.replace("’", "'").replace("‘", "'")
    return " ".join(straight.split())


def _departures_in(
    said: str, index: int, read: tuple[Sentence, ...], forms: list[Form], turn: Turn, setting: Setting
) -> Iterator[Departure]:
    around = " ".join(one.text for one in read[index : index + 4])
    nameless: _Told | None = None
    for told in _holding(said, forms, read[index], turn, setting):
        is_nameless = told.topic == "successor" and told.people == [""]
        if not is_nameless and (nameless is None or told.topic in {"colleague", "successor"}):
            yield from _told(told, read[index], (said, around), turn, setting)
            return
        nameless = nameless or told  # whom somebody follows may be said in another form
    if nameless is not None:
        yield from _told(nameless, read[index], (said, around), turn, setting)


@dataclass(frozen=True, slots=True)
class _Told:
    """A form that holds in a sentence, as what, and of whom."""

    form: Form
    match: re.Match[str]
    topic: str
    people: list[str]


def _holding(said: str, forms: list[Form], sentence: Sentence, turn: Turn, setting: Setting) -> Iterator[_Told]:
    subjects = _Subjects(said)
    for form in forms:
        if form.topic == "successor" and turn.is_ours:
            continue
        for match in _matches(form, said, subjects):
            topic = _topic_of(form, match, said, setting)
            people = _people_of(form, match, sentence, turn, setting)
            if topic and people:
                yield _Told(form, match, topic, people)


class _Subjects:
    """Where a person can begin in a sentence, for each way of naming them; found out when it is first asked."""

    def __init__(self, said: str) -> None:
        self._said = said
        self._starts: list[int] | None = None
        self._by_mark: dict[str, list[int]] = {}

    def starts(self, mark: str) -> list[int]:
        """Return the places at which the placeholder `mark` ("{who}") holds."""
        if self._starts is None:
            self._starts = [match.start() for match in _SUBJECT.finditer(self._said)]
        if mark not in self._by_mark:
            self._by_mark[mark] = [at for at in self._starts if begins(mark, self._said, at)]
        return self._by_mark[mark]


def _matches(form: Form, said: str, subjects: _Subjects) -> Iterator[re.Match[str]]:
    """Yield where a form holds; one that begins with a person is tried only where a person begins."""
    mark = form.subject
    if not mark:
        yield from form.pattern.finditer(said)
        return
    for start in subjects.starts(mark):
        match = form.pattern.match(said, start)
        if match is not None:
            yield match


def _people_of(form: Form, match: re.Match[str], sentence: Sentence, turn: Turn, setting: Setting) -> list[str] | None:
    """Return the names of those who leave ("" for the speaker or an unknown one); None when it is no person."""
    who, role, pronoun = said_as(match, "who"), said_as(match, "role"), said_as(match, "pron")
    if form.topic == "farewell" or not (who or role or pronoun):
        return [""]
    if who:
        names = [name for name in (who, said_as(match, "also")) if name]
        return [whole_name(name, setting) for name in names if is_person(name, setting)] or None
    before = f"{turn.text[: sentence.start]} {match.string[: match.start()]}"
    name = role or named_before(before, pronoun, setting, turn)
    return [name or pronoun] if name or form.is_strong else None


def _topic_of(form: Form, match: re.Match[str], said: str, setting: Setting) -> str:
    """Return the class of what is said, "hint" when the writer does not know it, or "" when nobody leaves."""
    if _is_none(form, match, said, setting):
        return ""
    if form.topic == "internal_move":
        return "internal_move"
    is_asked = said.endswith("?") and exceptions.QUESTION.match(said) is not None
    if is_asked or (form.topic != "successor" and exceptions.GUESS.search(said)):
        return "" if form.topic == "farewell" and "?" in said else "hint"
    new = said_as(match, "new")
    is_inside = exceptions.INSIDE.search(said) or (new and setting.firm and is_same_firm(new, setting.firm))
    return "internal_move" if is_inside else form.topic


def _is_none(form: Form, match: re.Match[str], said: str, setting: Setting) -> bool:
    """Tell whether the words only look like leaving: not real, leave or errand, other people, long ago."""
    before = said[: match.start()]
    return (
        exceptions.UNREAL.search(said) is not None
        or exceptions.HYPOTHESIS.search(before) is not None
        or (not form.is_strong and _is_elsewhere(said))
        or _BESIDE.search(match[0]) is not None
        or exceptions.OUTSIDER_BEFORE.search(before[-40:] + said_as(match, "who")) is not None
        or exceptions.OUTSIDER_AFTER.search(said[match.start() : match.end() + 40]) is not None
        or _is_past(form, match, said, setting)
    )


def _is_elsewhere(said: str) -> bool:
    return exceptions.ABSENCE.search(said) is not None or exceptions.ERRAND.search(said) is not None


def _is_past(form: Form, match: re.Match[str], said: str, setting: Setting) -> bool:
    """Tell whether it was long ago, or at another firm than the speaker's."""
    firm = said_as(match, "firm")
    if firm and setting.firm and not is_same_firm(firm, setting.firm):
        return True
    if exceptions.LONG_AGO.search(said) and form.topic != "successor":
        return True
    year = exceptions.YEAR.search(said)
    if year is None or setting.said_on is None or form.topic == "successor":
        return False
    return int(year[1] or 2000 + int(year[2])) < setting.said_on.year - 1


def _told(
    told: _Told, sentence: Sentence, texts: tuple[str, str], turn: Turn, setting: Setting
) -> Iterator[Departure]:  # fmt: skip
    form, match, topic = told.form, told.match, told.topic
    said, around = texts
    confidence = HINT_CONFIDENCE if topic == "hint" else form.confidence
    is_self = topic == "farewell" or (topic == "internal_move" and form.name in _OWN)
    successor, address = successor_in(around, said_as(match, "next"))
    if topic == "successor":
        successor = turn.speaker
    last_day = last_day_in(said, around, setting.said_on)
    employer = employer_in(said, said_as(match, "new"), setting)
    for person in told.people:
        sure = confidence + (KNOWN_BONUS if person in setting.people and topic != "hint" else 0)
        finding = Finding(
            "departure_said", sentence.text, sentence.start, sentence.end, form.name, min(MOST, sure), person, topic,
            person=successor, address=address, firm=employer, until=last_day,
        )  # fmt: skip
        yield Departure(finding, person, last_day, employer, successor, address, is_self)
