"""Where the names of a workspace stand in a text: competitors, products and people, with their exact place.

A name that is also a common word ("Anchor", "Summit") counts only with a capital and in a place where a name can
stand, or in lower case beside words of buying. Names inside links and mail addresses do not count.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from graph_service.reading.setting import Vocabulary

MAX_CHARACTERS = 50_000
MIN_TYPO_LETTERS = 6
_LINK = re.compile(r"(?:https?://|www\.)\S{1,500}|[\w.+-]{1,64}@[\w.-]{1,100}")
_TOOL = (
    r"(?:app|account|tool|platform|system|software|suite|product|cloud|pro|enterprise|premium|plus|one|hq|crm|erp"
    r"|api|analytics|planner|contract|demo|quote"
    r"|offer|proposal|pricing|price|trial|pilot|licen[cs]e|seat|subscription|rep|reps|salesperson|sales|people"
    r"|guys|folks|team|users?|customers?|interface"
    r"|dashboard|integration|connector|import|export|module|workspace|instance|deal|pitch|poc|implementation"
    r"|migration|deployment|vendor|instead)s?\b"
)
_AFTER = re.compile(
    rf"(?:'s|’s)?\s+(?:{_TOOL}|(?:is|was|has|had|offers?|offered|does|did|doesn't|didn't|can|can't|could|would"
    rf"|will|won't|gave|gives|looks?|quoted|told|won|lost|says|said|and|or|for|came|comes"
    r"|costs?|charges?|sent|showed|shows|claims?|promised|promises|reached|keeps?|seems?|called|pitched|wants?"
    r"|made|makes|lets|just|still|also|already|already|at|seem|feels?|works|worked|isn't|wasn't|hasn't"
    r"|handles?|lacks?|undercut|approached|contacted|announced|launched|released|now)\b)",
    re.IGNORECASE,
)
_BUYING = re.compile(
    r"\b(?:switch\w*|mov(?:e|ed|es|ing)|migrat\w+|vs\.?|versus|against|compar\w+|evaluat\w+|demo\w*|quote\w*"
    r"|using|use|used|uses|alternatives?|pricing|price\w*|trial\w*|pilot\w*|competitors?|vendors?|tools?"
    r"|platforms?"
    r"|contract|licen[cs]\w+|cheaper|expensive|looking at|talk\w* to|went with|going with|go with|chose|choos\w+"
    r"|picked|prefer\w*|replac\w+|shortlist\w*|rfp|tender|proposals?|pitch\w*|bid|bids|signed with|sales ?people"
    r"|reps?|offer\w*|considering|instead of|rather than|come from|came from|renew\w*|test(?:ed|ing)?|than|left"
    r"|leaving|dropp\w+|tried|try|trying|coming from)\b",
    re.IGNORECASE,
)
_DETERMINED = re.compile(
    r"\b(?:the|a|an|our|your|their|his|her|my|this|that|each|every|annual|yearly|global|next|last|leadership|some"
    r"|any|no|another|one|two|to|can|could|will|would|please|must|should|let's|we|i|you|they|and)\s+$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    r"\b(?:the|a|an|our|your|their|his|her|my|each|every|annual|yearly|global|leadership|some|no"
    r"|another)\s+$",
    re.IGNORECASE,
)
_CAPITAL_BEFORE = re.compile(r"(?:^|[^.!?:\n])[ \t]([A-ZÀ-Þ][\w'’]+)[ \t]+$")
_CAPITAL_AFTER = re.compile(rf"^[ \t]+(?!{_TOOL})([A-ZÀ-Þ][a-zà-ÿ][\w'’]*)", re.IGNORECASE)
_STARTS = re.compile(r"(?:^|[.!?:;\n>*•–—-]|[\"“(])\s*$")


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a text: `text[start:end]` is how it is said, `name` the name to report, `kind` what it names."""

    name: str
    kind: str
    start: int
    end: int


@cache
def common_names() -> frozenset[str]:
    """Return the common words that are used as names, in lower case."""
    lines = files("graph_service.reading.mentions").joinpath("common_names.txt").read_text("utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


@dataclass(frozen=True, slots=True)
class _Names:
    pattern: re.Pattern[str] | None
    by_alias: dict[str, tuple[str, str]]
    squeezed: tuple[str, ...]
    slips: re.Pattern[str] | None


def names_in(text: str, vocabulary: Vocabulary, people: tuple[str, ...] = ()) -> list[Named]:
    """Return the names of the first 50,000 characters in order; overlapping names give the longest."""
    names = _compiled(vocabulary, people)
    text = text[:MAX_CHARACTERS]
    if names.pattern is None:
        return []
    found = [named for match in names.pattern.finditer(text) if (named := _named(match, text, names)) is not None]
    found += _misspelt(text, names, {named.name for named in found})
    if not found:
        return []
    links = [match.span() for match in _LINK.finditer(text)]
    kept = [one for one in found if not any(start <= one.start < end for start, end in links)]
    return sorted(kept, key=lambda one: one.start)


@lru_cache(maxsize=64)
def _compiled(vocabulary: Vocabulary, people: tuple[str, ...]) -> _Names:
    by_alias: dict[str, tuple[str, str]] = {}
    for person in people:
        for form in (person, *person.split()[:1]):
            taken = by_alias.get(form.lower())
            by_alias[form.lower()] = ("", "") if taken and taken[0] != person else (person, "person")
    for kind, groups in (("product", vocabulary.products), ("competitor", vocabulary.competitors)):
        for aliases in groups:
            for alias in aliases:
                by_alias[" ".join(alias.lower().split())] = (aliases[0], kind)
    by_alias = {alias: name for alias, name in by_alias.items() if name[0] and len(alias) > 1}
    words = sorted(map(_loose, by_alias), key=len, reverse=True)
    pattern = re.compile(rf"(?<![\w@/]){'(?:' + '|'.join(words) + ')'}(?![\w@])", re.IGNORECASE) if words else None
    rare = [alias for alias, (_, kind) in by_alias.items() if kind != "person" and _is_rare(alias)]
    squeezed = tuple(re.sub(r"[\W_]", "", alias) for alias in rare)
    return _Names(pattern, by_alias, squeezed, _slips(squeezed))


def _slips(squeezed: tuple[str, ...]) -> re.Pattern[str] | None:
    """Return a pattern of the words that can be a slip of a rare name: its first two letters, about its length."""
    starts = {rf"{re.escape(one[:2])}[^\W\d_]{{{len(one) - 3},{len(one) - 1}}}" for one in squeezed}
    return re.compile(rf"\b(?:{'|'.join(sorted(starts))})\b", re.IGNORECASE) if starts else None


def _loose(alias: str) -> str:
    """Return a pattern of an alias whose parts may be joined by any blank or hyphen."""
    return r"[\s-]{1,3}".join(re.escape(part) for part in re.split(r"[\s-]+", alias))


def _is_rare(alias: str) -> bool:
    """Tell whether a name is no common word, so that lower case and slips of the pen do not matter."""
    letters = re.sub(r"[\W_]", "", alias)
    return len(letters) >= MIN_TYPO_LETTERS and alias not in common_names()


def _named(match: re.Match[str], text: str, names: _Names) -> Named | None:
    alias = " ".join(re.split(r"[\s-]+", match[0].lower()))
    entry = names.by_alias.get(alias) or names.by_alias.get(match[0].lower())
    if entry is None:
        return None
    name, kind = entry
    if _stands_as_name(match, text, kind):
        return Named(name, kind, match.start(), match.end())
    return None


def _stands_as_name(match: re.Match[str], text: str, kind: str) -> bool:
    said = match[0]
    is_common = said.lower() in common_names()
    if len(said) <= 3 and said.isalpha() and kind != "person":
        return said.isupper()
    if kind == "person":
        return said[0].isupper() and (not is_common or _can_be_name(match, text))
    if len(said.split()) > 1 and not said.islower():
        return True
    if not is_common:
        return not said[0].isupper() or not _is_surname(match, text)
    return _can_be_name(match, text) if said[0].isupper() else _is_bought(match, text)


def _is_surname(match: re.Match[str], text: str) -> bool:
    """Tell whether a name stands inside a longer one: "Jane Kestrel", "Kestrel Road"."""
    before, after = text[max(0, match.start() - 40) : match.start()], text[match.end() : match.end() + 40]
    road = re.match(
        r"[ \t]+(?:road|street|avenue|lane|hotel|park|house|court|bay|hill|close|place|way|drive|bridge)\b",
        after,
        re.IGNORECASE,
    )
    title = re.search(r"\b(?:mr|ms|mrs|dr|frau|herr)\.?\s$", before, re.IGNORECASE)
    return road is not None or title is not None


def _can_be_name(match: re.Match[str], text: str) -> bool:
    """Tell whether a capitalised common word stands where only a name can."""
    before, after = text[max(0, match.start() - 60) : match.start()], text[match.end() : match.end() + 60]
    if _is_surname(match, text):
        return False
    is_tool = re.match(rf"(?:'s|’s)?[ \t]+{_TOOL}", after, re.IGNORECASE) is not None
    if _STARTS.search(before):
        return _AFTER.match(after) is not None
    if _ARTICLE.search(before) and not is_tool:
        return False
    capital = _CAPITAL_BEFORE.search(before)
    is_longer = (capital is not None and not _BUYING.search(capital[1])) or (_capital_follows(after) and not is_tool)
    return not is_longer


def _capital_follows(after: str) -> bool:
    follows = re.match(r"[ \t]+([A-ZÀ-Þ][a-zà-ÿ]\w*)", after)
    return follows is not None and re.match(_TOOL, follows[1], re.IGNORECASE) is None


def _is_bought(match: re.Match[str], text: str) -> bool:
    """Tell whether a common word in lower case stands right behind words of buying, bare of article and verb."""
    before, after = text[max(0, match.start() - 40) : match.start()], text[match.end() : match.end() + 30]
    if _DETERMINED.search(before) and not re.search(
        r"\b(?:switch\w*|mov\w+|migrat\w+|compared|talk\w*) to\s+$", before
    ):
        return False
    close = re.search(
        r"\b(?:switch\w* to|switch\w* from|mov(?:e|ed|ing) (?:to|from|off)|migrat\w+ (?:to|from)|vs\.?|versus"
        r"|compared (?:to|with)|evaluating|(?:demo|quote|trial|offer|proposal) (?:of|from|with)|talk\w* to"
        r"|going with|go with"
        r"|went with|than)\s+$",
        before,
        re.IGNORECASE,
    )  # fmt: skip
    return (
        close is not None
        and re.match(
            r"\s*(?:[.,;!?)]|$|\s(?:and|or|is|was|for|instead|because|next|last|right now|since|but)\b)", after
        )
        is not None
    )


def _misspelt(text: str, names: _Names, found: set[str]) -> Iterator[Named]:
    """Yield rare names that are written with one slip, or in two words."""
    if names.slips is None:
        return
    for match in names.slips.finditer(text):
        word = match[0].lower()
        for alias in names.squeezed:
            if word != alias and abs(len(word) - len(alias)) <= 1 and word[0] == alias[0] and _is_slip(word, alias):
                entry = next(
                    (names.by_alias[key] for key in names.by_alias if re.sub(r"[\W_]", "", key) == alias), None
                )
                if entry is not None and entry[0] not in found and word not in common_names():
                    yield Named(entry[0], entry[1], match.start(), match.end())


def _is_slip(word: str, alias: str) -> bool:
    """Tell whether two words differ by one letter more, less, changed or swapped; plurals and inflections do not."""
    if word == alias + "s" or alias == word + "s" or len(alias) < MIN_TYPO_LETTERS:
        return word == alias + "s"
    if len(word) == len(alias):
        differ = [at for at in range(len(word)) if word[at] != alias[at]]
        if len(differ) == 1:
            return differ[0] not in {0, len(word) - 1}
        return (
            len(differ) == 2
            and differ[1] == differ[0] + 1
            and word[differ[0]] == alias[differ[1]]
            and word[differ[1]] == alias[differ[0]]
        )
    long, short = (word, alias) if len(word) > len(alias) else (alias, word)
    return any(long[:at] + long[at + 1 :] == short for at in range(1, len(long)))
