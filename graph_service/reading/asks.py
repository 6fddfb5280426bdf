"""Sentences in which the writer wants an answer or a deed from the reader; precision before recall.

Each ask may become somebody's task, so courtesy, rhetoric, set phrases, quoted speech and questions that the writer
answers are left out. It does not know who the reader is, nor whether the ask was answered elsewhere.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from graph_service.reading.ask_exceptions import BOILERPLATE, IDLE_QUESTION, SELF_ANSWER, SHORT_QUESTION
from graph_service.reading.ask_languages import OTHER_LANGUAGES
from graph_service.reading.ask_rules import RULES, Rule
from graph_service.reading.closings import is_signoff
from graph_service.reading.sentences import Sentence, sentences

LONG_CHARACTERS = 4_000
LONG_HEAD = 1_500
SENTENCE_CHARACTERS = 600

_LINK = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|<[^<>\s]*>", re.IGNORECASE)
_SPEECH = re.compile(r"\"[^\"]{8,}?\"|“[^”]{8,}”|„[^“”]{8,}[“”]|«[^»]{8,}»|(?<!\w)'[^']{12,}[?.!,]'(?!\w)")
_LEAD = re.compile(
    r"^(?:[-*•·–>\d().:\s]|(?:ps|p\.s\.|nb|btw|fyi|also|again|and|but|so|now|then|however|finally|first|second"
    r"|lastly|next|otherwise|in addition|meanwhile|actually|anyway|just|ok|okay|thanks|thank you|sorry|oh"
    r"|one (?:more|last) (?:thing|question)|question|quick question|(?:hi|hello|hey|dear)(?: \w+)?"
    r"|in the mean ?time|by the way|if possible|at your (?:earliest )?convenience|when you (?:get"
    r"|have) a (?:chance|moment|minute))[,:;.-]+\s+|(?:also|and|but|so|then|however|again) )+"
)
_QUESTION = re.compile(r"[^\W_)\]\"'”’.?!][)\]\"'”’]*(?:\s?\?|\?+|!\?+|\?!+)[)\]\"'”’]*\.?$|[)\]\"'”’%]\s?\?+$")
_ADDRESS = re.compile(
    r"\b(?:you|your|yours|u|we|us|our|i|me|my|any ?one|some ?one|anybody|somebody|sie|ihr|ihnen|du|dir|dein|wir"
    r"|uns|vous|votre|nous|tu|je|u|uw|jullie|jou|wij|ni|er|vi|oss)\b"
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_QUESTION_WORD = re.compile(
    r"^(?:who|whom|whose|what|when|where|which|why|how|is|are|was|were|do|does|did|has|have|had|can|could|will"
    r"|would|should|shall|may|am|any|isn't|aren't|don't|doesn't|didn't|won't|wouldn't|haven't|hasn't|can't)\b"
)
_LISTED = re.compile(r"^\W*(?:q\s*\d*\s*[:.)]|question \d+\b)", re.IGNORECASE)
_SECOND = re.compile(r"\b(?:you|your|u|sie|ihnen|ihr|du|dir|vous|votre|tu|je|jij|jullie|uw|ni|er|dig)\b")


@dataclass(frozen=True, slots=True)
class Ask:
    """A request found in a text: `quote` is exactly `own_text[start:end]` (code points); `rule` names its form.

    `confidence` in 0..1 orders the rules by how often they are right; it is no calibrated probability.
    """

    quote: str
    start: int
    end: int
    rule: str
    confidence: float


def find_asks(own_text: str) -> list[Ask]:
    """Return the asks in a writer's own text (see `own_words`), in order, at most one a sentence.

    In a text of more than 4,000 characters (a report, a pasted article) an ask must stand in the first 1,500 and
    speak to "you".
    """
    found: list[Ask] = []
    is_long = len(own_text) > LONG_CHARACTERS
    read = sentences(own_text[: LONG_HEAD + SENTENCE_CHARACTERS] if is_long else own_text)
    for index, sentence in enumerate(read):
        after = read[index + 1] if index + 1 < len(read) else None
        form = _form_of(sentence, after)
        if form is None or (is_long and not _counts_in_long(sentence)):
            continue
        found.append(Ask(sentence.text, sentence.start, sentence.end, *form))
    return found


def _counts_in_long(sentence: Sentence) -> bool:
    return sentence.start <= LONG_HEAD and _SECOND.search(sentence.text.lower()) is not None


def _form_of(sentence: Sentence, after: Sentence | None) -> tuple[str, float] | None:
    """Return the rule and confidence of the ask in a sentence, or None."""
    if len(sentence.text) > SENTENCE_CHARACTERS:
        return None
    said = _plain(sentence.text)
    clause = _LEAD.sub("", said)
    is_question = "?" in said and _QUESTION.search(said) is not None
    asked = _first_rule((clause,) if clause == said else (clause, said), RULES)
    asked = asked or _first_rule((clause,), OTHER_LANGUAGES)
    # Most sentences have no form of asking. What speaks against an ask is looked for only in the others.
    if (asked is None and not is_question) or _is_none(sentence, said):
        return None
    if not is_question:
        return asked
    if IDLE_QUESTION.search(clause) or _is_answered(sentence, after):
        return None
    return asked or _question(clause)


def _is_none(sentence: Sentence, said: str) -> bool:
    """Tell whether a sentence is a closing, an item of a list of questions, or a set phrase."""
    text = sentence.text
    return is_signoff(text) or _LISTED.match(text) is not None or BOILERPLATE.search(said) is not None


def _first_rule(texts: tuple[str, ...], rules: Iterable[Rule]) -> tuple[str, float] | None:
    for rule in rules:
        if any(rule.pattern.search(text) for text in texts):
            return rule.name, rule.confidence
    return None


def _question(clause: str) -> tuple[str, float] | None:
    """Return how sure a plain question is: one that speaks to us, or a whole one, or a known short form."""
    words = len(_WORD.findall(clause))
    if _SECOND.search(clause):
        return ("question", 0.85) if words > 2 else None
    if SHORT_QUESTION.match(clause):
        return "question", 0.75
    if words < 3:
        return None
    if _QUESTION_WORD.match(clause) or _ADDRESS.search(clause):
        return "question", 0.75
    return "question", 0.55


def _is_answered(sentence: Sentence, after: Sentence | None) -> bool:
    """Tell whether the writer goes on to answer the question in the same paragraph."""
    if after is None or after.block != sentence.block:
        return False
    return SELF_ANSWER.match(_plain(after.text)) is not None


def _plain(text: str) -> str:
    """Return a sentence lower-cased on one line, with links and quoted speech blanked out."""
    line = " ".join(text.replace("’", "'").replace("‘", "'").split())
    return _SPEECH.sub('"…"', _LINK.sub("link", line)).lower().strip()
