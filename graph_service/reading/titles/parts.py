"""The roles inside one title ("Founder & CEO | Board member"), each with its place and what is said about its time.

It cuts and marks; which role counts is decided in `titles`.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace

from graph_service.reading.titles.levels import LevelRule, find_level
from graph_service.reading.titles.words import Word

LONGEST_NAME = 80

_STRONG = frozenset("|;")
_NO_BREAK = frozenset({"&", "/", ",", "("})
_FORMER = re.compile(
    r"\b(?:former|formerly|ex|past|previous|previously|retired|emeritus|ehemalig\w{0,2}|ancien|ancienne|voormalig|exdirector)\b"
)
_ACTING = re.compile(
    r"\b(?:acting|interim|ad interim|temporary|kommissarisch\w{0,2}|waarnemend|par interim|tillforordnad|tf"
    r"|en funciones)\b"
)
_TO = re.compile(
    r"\b(?:assistant|secretary|aide|pa|adjutant|assistent|assistentin|assistante|assistenz|sekretarin|secretaresse|secretaria)"
    rf" (?:to|of|for|der|des|de|du|van|del) (?:the |la |le |het )?(?P<boss>[^|;]{{2,{LONGEST_NAME}}})"
)
_BOSS_FIRST = re.compile(
    r"\b(?P<boss>c[efotimr]o|president|managing director|chairman|vp) (?:executive |personal )?"
    r"(?:assistant|secretary)\b"
    rf"|^(?P<before>[^|;]{{2,{LONGEST_NAME}}}?) ,? ?(?:executive |personal )?assistant to$"
)
_OF_AN_OFFICE = re.compile(
    r"\b(?:executive|personal|administrative|administrator|management|office) (?:assistant|secretary)\b"
    r"|\b(?:(?:vorstands|direktions)assisten\w{1,3}|directiesecretaresse|(?:directie|management)assistent\w{0,2}"
    r"|chefsekreta?e?rin|assistante? de direction)\b"
)
_CHIEF_OF = re.compile(r"\bchief \w+$")
_STAFF_CHIEF = re.compile(rf"\bchief of staff (?:to|of|for) (?:the )?(?P<boss>[^|;,]{{2,{LONGEST_NAME}}})")


@dataclass(frozen=True, slots=True)
class Role:
    """One role of a title: `plain` are its words in plain spelling; `rule` is None where no rank is named.

    `start` and `end` are its place in the title, `hit_start` and `hit_end` that of the words of rank.
    """

    plain: str
    start: int
    end: int
    hit_start: int
    hit_end: int
    rule: LevelRule | None
    is_former: bool
    is_acting: bool
    is_assistant: bool
    is_mended: bool
    boss_start: int = 0
    boss_end: int = 0


def find_roles(words: list[Word]) -> list[Role]:
    """Return the roles of a title in order; a title without a word of rank is one role without a rule."""
    runs: list[list[Word]] = [[]]
    for chunk in _chunks(words):
        current = runs[-1]
        mark, rest = (chunk[0], chunk[1:]) if chunk[0].is_separator else (None, chunk)
        if not rest:
            current += chunk
        elif mark and ((mark.plain in _STRONG and current) or _starts_anew(current, mark, rest)):
            runs.append(rest)
        else:
            current += chunk
    return [_role(run) for run in runs if any(not word.is_separator for word in run)]


def _chunks(words: list[Word]) -> list[list[Word]]:
    """Return the words cut before each separator; the name after "at" or "@" is left out."""
    chunks: list[list[Word]] = []
    in_firm = False
    for word in words:
        if word.is_separator and word.plain != "&":
            in_firm = word.plain == "@"
        elif word.plain in {"at", "bei", "chez"} and chunks:
            in_firm = True
        if in_firm:
            continue
        if word.is_separator or not chunks:
            chunks.append([])
        chunks[-1].append(word)
    return chunks


def _starts_anew(current: list[Word], mark: Word, rest: list[Word]) -> bool:
    """Tell whether what follows a comma, a dash or an "and" is a role of its own beside the current one."""
    before, after = _plain(current), _plain(rest)
    if mark.plain in _NO_BREAK and (_TO.search(before) or before.endswith(" to")):
        return False
    if after.startswith("assistant to") and len(after) < 14:
        return False
    # "Chief Research & Development Director": the chief of both, no chief yet before the "and"
    if mark.plain == "&" and _CHIEF_OF.search(before):
        return False
    held, found = find_level(before), find_level(after)
    if held is None or found is None:
        # "ex-Larkspur, Product Manager": a firm of the past says nothing about what follows
        return found is not None and bool(_FORMER.match(before))
    # "Director: Board of Directors": a lower word only tells what kind the higher one is
    return mark.plain != "(" or (found[0].rank or 0) >= 3


def _plain(words: list[Word]) -> str:
    return " ".join(word.plain for word in words)


def _role(words: list[Word]) -> Role:
    plain = _plain(words)
    hit = find_level(plain)
    role = Role(
        plain, words[0].start, words[-1].end, words[0].start, words[-1].end, hit[0] if hit else None,
        bool(_FORMER.search(plain)), bool(_ACTING.search(plain)), is_assistant=False,
        is_mended=any(word.is_mended for word in words),
    )  # fmt: skip
    if hit:
        start, end = _place(words, hit[1], hit[2])
        role = replace(role, hit_start=start, hit_end=end)
    return _with_boss(role, words)


def _with_boss(role: Role, words: list[Word]) -> Role:
    """Return the role with whom it works for, where it is an assistant's or a chief of staff's."""
    first = _TO.search(role.plain) or _BOSS_FIRST.search(role.plain)
    found = first or _STAFF_CHIEF.search(role.plain)
    if found is None:
        return replace(role, is_assistant=bool(_OF_AN_OFFICE.search(role.plain)))
    name = next(key for key, value in found.groupdict().items() if value)
    boss_start, boss_end = _place(words, found.start(name), found.end(name))
    start, end = _place(words, found.start(), found.end())
    return replace(
        role, is_assistant=first is not None, boss_start=boss_start, boss_end=boss_end, hit_start=start, hit_end=end
    )


def _place(words: list[Word], begin: int, end: int) -> tuple[int, int]:
    """Return the place in the title of `plain[begin:end]`."""
    starts, at = [], 0
    for word in words:
        starts.append(at)
        at += len(word.plain) + 1
    first = words[max(bisect_right(starts, begin) - 1, 0)]
    last = words[max(bisect_right(starts, max(end - 1, begin)) - 1, 0)]
    return first.start, last.end
