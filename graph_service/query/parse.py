"""Text to question. Owns the parser; every way a text can be wrong comes out as one located `QuestionTextError`."""

import re
from functools import cache
from importlib.resources import files

from lark import Lark, Token, UnexpectedCharacters, UnexpectedInput, UnexpectedToken

from graph_service.query.interpret import interpret
from graph_service.query.ir import Question
from graph_service.query.literals import UNITS
from graph_service.query.names import known_words
from graph_service.query.problems import Place, QuestionTextError, nearest_word, quoted

MAX_CHARACTERS = 4000
_KEYWORDS = (
    "where", "and", "or", "not", "has", "count", "contains", "starts", "before", "after", "within", "change", "over",
    "order", "limit",
)  # fmt: skip
_SHORT = ("no", "in", "is", "for", "on", "ago", "the", "next", "last", "past", "by", "asc", "desc", "with")
_UNIT_WORDS = {word for name in UNITS for word in name.split()}
_TERMS = {
    "WORD": "a name",
    "NUMBER": "a number",
    "PERCENT": "a percentage",
    "STRING": 'a text in "quotes"',
    "DAY": "a date like 2026-01-31",
    "OP": "= != < <= > >=",
    "LPAR": "(",
    "RPAR": ")",
    "COMMA": ",",
    "$END": "the end",
}


@cache
def _parser() -> Lark:
    grammar = files("graph_service.query").joinpath("grammar.lark").read_text(encoding="utf-8")
    return Lark(grammar, parser="lalr", start="question", propagate_positions=False)


def parse(text: str) -> Question:
    """Return the checked question that `text` says; raises `QuestionTextError` with line and column."""
    if len(text) > MAX_CHARACTERS:
        raise QuestionTextError(
            Place(1, MAX_CHARACTERS + 1), "", f"the question is longer than {MAX_CHARACTERS} characters"
        )
    try:
        tree = _parser().parse(text)
    except UnexpectedInput as error:
        raise _unexpected(error, text) from error
    return interpret(tree)


def _unexpected(error: UnexpectedInput, text: str) -> QuestionTextError:
    if isinstance(error, UnexpectedToken):
        return _unexpected_token(error, text)
    place = Place(max(error.line, 1), max(error.column, 1))
    allowed = _words(error.allowed) if isinstance(error, UnexpectedCharacters) else []
    position = error.pos_in_stream or 0
    found = text[position : position + 1]
    if found == '"':
        return QuestionTextError(place, found, "a text begins here and its closing quote is missing", hint='write: "…"')
    return QuestionTextError(place, found, f"{quoted(found)} cannot stand here", allowed=allowed)


def _unexpected_token(error: UnexpectedToken, text: str) -> QuestionTextError:
    token: Token = error.token
    allowed = _words(error.accepts or error.expected)
    if token.type == "$END":
        return QuestionTextError(_end(text), "", "the question ends too early", allowed=allowed)
    if (slip := _misspelt(text, token.start_pos or 0)) is not None:
        return slip
    place = Place(token.line or 1, token.column or 1)
    return QuestionTextError(place, str(token), f"{quoted(str(token))} cannot stand here", allowed=allowed)


def _misspelt(text: str, position: int) -> QuestionTextError | None:
    """Find a keyword with a slip in it among the words just before the place where the parser got stuck."""
    run = re.search(r"(?:[A-Za-z_-]+\s+)+$", text[:position])
    known = {*known_words(), *_KEYWORDS, *_SHORT, *_UNIT_WORDS}
    for match in re.finditer(r"\S+", run[0]) if run else ():
        word = match[0].lower()
        if word not in known and (nearest := nearest_word(word, _KEYWORDS)):
            start = text[: run.start() + match.start()] if run else ""
            said = f"{quoted(match[0])} is not a word of the language"
            return QuestionTextError(_end(start), match[0], said, nearest=nearest)
    return None


def _end(text: str) -> Place:
    lines = text.split("\n")
    return Place(len(lines), len(lines[-1]) + 1)


def _words(terminals: set[str] | None) -> list[str]:
    return [_TERMS.get(name, name.lower()) for name in terminals or ()]
