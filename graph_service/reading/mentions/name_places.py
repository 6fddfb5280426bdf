"""Whether a word that can be a name stands for one at its place in a text: capitals, and the words on both sides.

It judges one place; it does not look for names.
"""

import re
from functools import cache
from importlib.resources import files

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
_ROAD = re.compile(
    r"[ \t]+(?:road|street|avenue|lane|hotel|park|house|court|bay|hill|close|place|way|drive|bridge)\b", re.IGNORECASE
)
_TITLE = re.compile(r"\b(?:mr|ms|mrs|dr|frau|herr)\.?\s$", re.IGNORECASE)
_TOOL_AFTER = re.compile(rf"(?:'s|’s)?[ \t]+{_TOOL}", re.IGNORECASE)
_TOOL_WORD = re.compile(_TOOL, re.IGNORECASE)
_FOLLOWS = re.compile(r"[ \t]+([A-ZÀ-Þ][a-zà-ÿ]\w*)")
_TO = re.compile(r"\b(?:switch\w*|mov\w+|migrat\w+|compared|talk\w*) to\s+$")
_BOUGHT_BEFORE = re.compile(
    r"\b(?:switch\w* to|switch\w* from|mov(?:e|ed|ing) (?:to|from|off)|migrat\w+ (?:to|from)|vs\.?|versus"
    r"|compared (?:to|with)|evaluating|(?:demo|quote|trial|offer|proposal) (?:of|from|with)|talk\w* to"
    r"|going with|go with|went with|than)\s+$",
    re.IGNORECASE,
)
_BOUGHT_AFTER = re.compile(r"\s*(?:[.,;!?)]|$|\s(?:and|or|is|was|for|instead|because|next|last|right now|since|but)\b)")
_STARTS = re.compile(r"(?:^|[.!?:;\n>*•–—-]|[\"“(])\s*$")


@cache
def common_names() -> frozenset[str]:
    """Return the common words that are used as names, in lower case."""
    lines = files("graph_service.reading.mentions").joinpath("common_names.txt").read_text("utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def stands_as_name(text: str, start: int, end: int, kind: str) -> bool:
    """Tell whether `text[start:end]`, a name of this kind as it is written, stands for the one who bears it."""
    said = text[start:end]
    is_common = said.lower() in common_names()
    if len(said) <= 3 and said.isalpha() and kind != "person":
        return said.isupper()
    if kind == "person":
        return said[0].isupper() and (not is_common or _can_be_name(text, start, end))
    if len(said.split()) > 1 and not said.islower():
        return True
    if not is_common:
        return not said[0].isupper() or not _is_surname(text, start, end)
    return _can_be_name(text, start, end) if said[0].isupper() else _is_bought(text, start, end)


def _is_surname(text: str, start: int, end: int) -> bool:
    """Tell whether a name stands inside a longer one: "Ms Kestrel", "Kestrel Road"."""
    return bool(_ROAD.match(text[end : end + 40]) or _TITLE.search(text[max(0, start - 40) : start]))


def _can_be_name(text: str, start: int, end: int) -> bool:
    """Tell whether a capitalised common word stands where only a name can."""
    before, after = text[max(0, start - 60) : start], text[end : end + 60]
    if _is_surname(text, start, end):
        return False
    is_tool = _TOOL_AFTER.match(after) is not None
    if _STARTS.search(before):
        return _AFTER.match(after) is not None
    if _ARTICLE.search(before) and not is_tool:
        return False
    capital = _CAPITAL_BEFORE.search(before)
    is_longer = (capital is not None and not _BUYING.search(capital[1])) or (_capital_follows(after) and not is_tool)
    return not is_longer


def _capital_follows(after: str) -> bool:
    follows = _FOLLOWS.match(after)
    return follows is not None and _TOOL_WORD.match(follows[1]) is None


def _is_bought(text: str, start: int, end: int) -> bool:
    """Tell whether a common word in lower case stands right behind words of buying, bare of article and verb."""
    before, after = text[max(0, start - 40) : start], text[end : end + 30]
    if _DETERMINED.search(before) and not _TO.search(before):
        return False
    return _BOUGHT_BEFORE.search(before) is not None and _BOUGHT_AFTER.match(after) is not None
