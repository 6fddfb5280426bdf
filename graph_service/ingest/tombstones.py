"""Tombstones: how ingest knows, without any name, that somebody was forgotten; and how it hides them in texts.

A tombstone is an HMAC. It says of an identity, of a name (a sequence of words), of a word beside an identity, or of a
thread that it is to be kept out. Nothing can be read back from it. Owns the keys; decides nothing else.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from graph_service.domain.ids import Ids
from graph_service.domain.workspace import Workspace
from graph_service.graph.query import NoParams, NoRow, ReadQuery, RowsParams, WriteQuery
from graph_service.graph.system import SystemGateway
from graph_service.ingest.name_words import ADDRESS, MAX_TEXT, Word, words_in
from graph_service.reading.masking.secrets import MARK

KIND = "tombstone"
SIGN_BITS = 12
MAX_GAP = 3
SHORT = 5
"""Words shorter than this are names only with a capital: "Will" is, "will" is not."""


@dataclass(frozen=True, slots=True)
class TombstoneRow:
    """One tombstone; `size` (words) and `sign` (of the first word) are 0 and -1 but for names."""

    uid: str
    size: int
    sign: int


READ_TOMBSTONES = ReadQuery("forget.read_tombstones", NoParams, TombstoneRow)
WRITE_TOMBSTONES = WriteQuery("forget.write_tombstones", RowsParams, NoRow)


def key_of(ids: Ids, identity_uid: str) -> str:
    """Return the tombstone's uid of an identity (or of a contact's id)."""
    return ids.uid(KIND, identity_uid)


def name_row(ids: Ids, sequence: tuple[str, ...]) -> dict[str, object]:
    """Return the row of a name's tombstone."""
    return {"uid": ids.uid(KIND, "name", *sequence), "size": len(sequence), "sign": sign_of(ids, sequence[0])}


def word_key(ids: Ids, identity_uid: str, word: str) -> str:
    """Return the uid that says: this word means the person where this identity took part."""
    return ids.uid(KIND, "word", identity_uid, word)


def subject_key(ids: Ids, thread: str) -> str:
    """Return the uid that says: the subject of this thread is theirs, wherever it stands."""
    return ids.uid(KIND, "subject", thread)


def begun_key(ids: Ids, thread: str) -> str:
    """Return the uid that says: the subject of this thread is theirs in what they took part in."""
    return ids.uid(KIND, "begun", thread)


def sign_of(ids: Ids, word: str) -> int:
    """Return 12 bits of an HMAC: enough to pass over most words quickly, too few to tell which word it was."""
    return int.from_bytes(ids.uid(KIND, "sign", word).encode()[:8], "big") % (1 << SIGN_BITS)


@dataclass(slots=True)
class Tombstones:
    """All tombstones of a workspace, ready to be asked. False where nobody was forgotten."""

    ids: Ids
    uids: frozenset[str]
    sizes: Mapping[int, frozenset[int]]
    _signs: dict[str, frozenset[int]] = field(default_factory=dict)
    _words: dict[tuple[str, str], bool] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.uids)

    def covers(self, identity_uid: str | None) -> bool:
        """Tell whether an identity was forgotten."""
        return bool(identity_uid) and bool(self.uids) and key_of(self.ids, str(identity_uid)) in self.uids

    def gone(self, identities: Iterable[str]) -> frozenset[str]:
        """Return those of some identities that were forgotten."""
        return frozenset(one for one in set(identities) if self.covers(one)) if self.uids else frozenset()

    def hides_subject(self, thread: str, *, is_there: bool) -> bool:
        """Tell whether a thread's subject is a forgotten person's; `is_there`: in what one of them took part in."""
        if subject_key(self.ids, thread) in self.uids:
            return True
        return is_there and begun_key(self.ids, thread) in self.uids

    def names(self, text: str) -> bool:
        """Tell whether a text holds a name or an address of somebody who was forgotten."""
        return bool(self.uids) and bool(self._spans(text, (), frozenset()))

    def is_name(self, text: str) -> bool:
        """Tell whether a text is nothing but such a name or address."""
        return self.names(text) and not any(one.isalnum() for one in self.mask(text))

    def mask(self, text: str, beside: Iterable[str] = (), spare: frozenset[str] = frozenset()) -> str:
        """Return a text with them hidden, its length kept (decision 26).

        `beside` are forgotten identities that took part: there their single words are hidden too, but for those in
        `spare`, which are of others who took part.
        """
        spans = self._spans(text, tuple(beside), spare) if self.uids and text else []
        if not spans:
            return text
        letters = list(text)
        for start, end in spans:
            letters[start:end] = (one if one.isspace() else MARK for one in text[start:end])
        return "".join(letters)

    def _spans(self, text: str, beside: tuple[str, ...], spare: frozenset[str]) -> list[tuple[int, int]]:
        words = words_in(text)
        found = [_trimmed(one) for one in ADDRESS.finditer(text, 0, MAX_TEXT) if self._is_address(one[0])]
        for place, word in enumerate(words):
            found += self._names_at(text, words, place)
            if beside and word.folded not in spare and self._is_word(text, word, beside):
                found.append((word.start, word.end))
        return found

    def _is_address(self, text: str) -> bool:
        address = text.strip(".").lower()
        return self.covers(self.ids.uid("identity", "email", address))

    def _names_at(self, text: str, words: list[Word], place: int) -> list[tuple[int, int]]:
        sizes = self._signs.get(words[place].folded)
        if sizes is None:
            sign = sign_of(self.ids, words[place].folded) if self.sizes else -1
            sizes = self._signs[words[place].folded] = self.sizes.get(sign, frozenset())
        found = []
        for size in sizes:
            for run in _runs(words, place, size):
                key = self.ids.uid(KIND, "name", *(one.folded for one in run))
                if _is_joint(text, run) and key in self.uids:
                    found.append((run[0].start, run[-1].end))
        return found

    def _is_word(self, text: str, word: Word, beside: tuple[str, ...]) -> bool:
        if len(word.folded) < SHORT and not text[word.start].isupper():
            return False
        for identity in beside:
            key = identity, word.folded
            if key not in self._words:
                self._words[key] = word_key(self.ids, identity, word.folded) in self.uids
            if self._words[key]:
                return True
        return False


def _trimmed(found: re.Match[str]) -> tuple[int, int]:
    """Return where an address stands without the full stops of the sentence around it."""
    text = found[0]
    return found.start() + len(text) - len(text.lstrip(".")), found.end() - len(text) + len(text.rstrip("."))


def _runs(words: list[Word], place: int, size: int) -> list[list[Word]]:
    """Return the words from a place on that may be a name: as many as it has, or with one initial between two."""
    runs = [words[place : place + size]]
    if size == 2 and place + 2 < len(words) and len(words[place + 1].folded) == 1:
        runs.append([words[place], words[place + 2]])
    return [run for run in runs if len(run) == size]


def _is_joint(text: str, run: list[Word]) -> bool:
    return all(
        after.start - before.end <= MAX_GAP + 2 and text[before.end : after.start].count("\n") <= 1
        for before, after in pairwise(run)
    )


def tombstones_of(ids: Ids, rows: Iterable[TombstoneRow]) -> Tombstones:
    """Return tombstones ready to be asked."""
    listed = list(rows)
    sizes: dict[int, set[int]] = {}
    for row in listed:
        if row.size:
            sizes.setdefault(row.sign, set()).add(row.size)
    return Tombstones(ids, frozenset(row.uid for row in listed), {sign: frozenset(one) for sign, one in sizes.items()})


async def read_tombstones(system: SystemGateway, workspace: Workspace) -> Tombstones:
    """Return the tombstones of a workspace; one small read."""
    return tombstones_of(workspace.ids, await system.read(READ_TOMBSTONES, NoParams()))
