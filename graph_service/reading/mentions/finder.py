"""Mentions of competitors (with a stance), of our products and of known people, each with its exact sentence.

A name counts once a sentence. What it cannot know: a competitor that the vocabulary does not hold.
"""

import re

from graph_service.reading.findings import Finding
from graph_service.reading.mentions.names import Named, names_in
from graph_service.reading.mentions.stances import stance_in
from graph_service.reading.sentence_cache import sentences_of
from graph_service.reading.sentences import Sentence
from graph_service.reading.setting import Setting, Turn

MAX_CHARACTERS = 20_000
SENTENCE_CHARACTERS = 600


def find_mentions(turn: Turn, setting: Setting) -> list[Finding]:
    """Return what a turn names: kind "mention", rule "competitor", "product" or "person", value the name to report.

    `topic` is the stance towards a competitor ("uses", "considers", "prefers", "rejects", "left", "neutral"), or
    "product", or "person". The quote is the sentence.
    """
    named = names_in(turn.text[:MAX_CHARACTERS], setting.vocabulary, setting.people)
    if not named:
        return []
    found: dict[tuple[int, str], Finding] = {}
    read = sentences_of(turn.text[:MAX_CHARACTERS])
    at = 0
    for one in named:
        while at + 1 < len(read) and read[at + 1].start <= one.start:
            at += 1
        sentence = read[at] if read and read[at].start <= one.start < read[at].end else None
        if sentence is not None:
            key = (sentence.start, one.name)
            if key not in found:
                found[key] = _finding(one, sentence, named, setting)
    return list(found.values())


def _finding(one: Named, sentence: Sentence, named: list[Named], setting: Setting) -> Finding:
    topic, confidence = (one.kind, 0.9)
    if one.kind == "competitor":
        topic, confidence = stance_in(_marked(one, sentence, named, setting))
    return Finding("mention", sentence.text, sentence.start, sentence.end, one.kind, confidence, one.name, topic)


def _marked(one: Named, sentence: Sentence, named: list[Named], setting: Setting) -> str:
    """Return the words around a name, with X for it, Y for us and our products, Z for other competitors."""
    parts: list[str] = []
    begin = max(sentence.start, one.start - SENTENCE_CHARACTERS)
    end = min(sentence.end, one.end + SENTENCE_CHARACTERS)
    at = begin
    for other in named:
        if other.kind == "person" or other.start < at or other.end > end:
            continue
        mark = "X" if other.name == one.name else "Y" if other.kind == "product" else "Z"
        parts += [sentence.text[at - sentence.start : other.start - sentence.start], mark]
        at = other.end
    said = "".join(parts) + sentence.text[at - sentence.start : end - sentence.start]
    for name in setting.vocabulary.our_names:
        said = re.sub(rf"\b{re.escape(name)}\b", "Y", said, flags=re.IGNORECASE)
    return " ".join(said.replace("’", "'").split())
