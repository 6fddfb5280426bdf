"""What a title says its holder does: functions by `functions.tsv`, and the coarse area of business.

It reads words only; what a firm sells or how it is organised is not known here.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

CPO = ("product", "hr", "procurement")
"""A "CPO" may be the chief of any of these; the title alone does not tell."""

_TECHNICAL = re.compile(
    r"\b(?:engineer\w{0,3}|developer|software|technolog\w{1,6}|technical|technique|it|web|data|database|security|computer"
    r"|scien\w{2,5}|programmer|programming|architect\w{0,4}|analyst|analytics|systems?|cloud|mobile|hardware|electrical"
    r"|electronics?|algorithm\w?|r & d|research\w{0,3}|network\w{0,3}|devops|qa|testing|ai|machine learning|iot"
    r"|product development|infrastructure|platform|cyber|erp|sap|information technology|information systems|game|ux|ui"
    r"|product|geospatial|salesforce administrator|swqa|innovations?|robotics?|embedded|firmware|java\w{0,6}|python|php"
    r"|front ?end|back ?end|full ?stack|blockchain|simulation|asic|vlsi|rf|semiconductors?|automation|telecom\w{0,15}"
    r"|linux|oracle|sharepoint|tester|bioinformatics|mechatronics?|technician|helpdesk|help desk|iot|technologist)\b"
)
_SELLING = re.compile(
    r"\b(?:sales|marketing|seo|sem|advertising|brand marketing|growth marketing|marketer|business development manager"
    r"|account executive|sales\w{2,8})\b"
)
_PEOPLE = re.compile(
    r"\b(?:hr|human resources|communications?|content|membership|recruit\w{2,5}|talent|creative|people|experience\w?"
    r"|affiliates|pr|public relations|community|design|art|events?|education|learning|service)\b"
)
_BUSINESS = re.compile(r"\b(?:business|owner|entrepreneur|finance|operating partner|commercial)\b")
_TOP_OF_TECHNOLOGY = re.compile(
    r"\b(?:cto|cio|ciso|cdo|cdao|cito|cdio|chief (?:\w+ ){0,2}(?:technology|technical|information|data|scientist"
    r"|digital|security|engineer|science|scientific|innovation|software|analytics|ai|architect))\b"
)
_TOP_OF_ALL = re.compile(r"\b(?:ceo|coo|cfo|founder|founding|president|chairman|chair|board|owner|chief executive)\b")
_BUSINESS_OFFICE = re.compile(
    r"\b(?:c[abgsl]o|partner|director|chief (?:\w+ (?:& )?){0,2}(?:executive|operat\w{3}|financial|finance"
    r"|strateg\w{1,3}|business|compliance|legal|administrative|risk|investment|commercial|accounting|development)\w*)\b"
)
_CHIEF = re.compile(r"\b(?:chief|c[a-z]{1,3}o)\b")
_TOP_OF_SELLING = re.compile(r"\b(?:cmo|chief (?:marketing|sales|commercial|brand) officer)\b")


@dataclass(frozen=True, slots=True)
class FunctionHit:
    """A function with the place of the words that name it in a role's plain words."""

    function: str
    start: int
    end: int


def find_functions(plain: str) -> list[FunctionHit]:
    """Return the functions of one role: those its noun implies first, then in the order of the words."""
    hits: list[FunctionHit] = []
    taken: list[tuple[int, int]] = []
    for block in _forms():
        fresh = [
            FunctionHit(function, found.start(), found.end())
            for function, pattern in block
            for found in pattern.finditer(plain)
        ]
        fresh.sort(key=lambda hit: (hit.start - hit.end, hit.start, hit.function))
        kept = []
        for hit in fresh:
            if not any(start < hit.end and hit.start < end for start, end in taken):
                kept.append(hit)
                taken.append((hit.start, hit.end))
        hits += sorted(kept, key=lambda hit: hit.start)
    return hits


def find_area(plain: str, group: str) -> str:
    """Return the area of a whole title (plain words) of a coarse level: Business, Technical, Sales-Marketing, Other.

    Those who lead a firm or a large part of it count as Business unless their title names one trade.
    """
    if group == "C-Suite":
        return _area_of_top(plain)
    if group == "VP":
        return "Sales-Marketing" if _SELLING.search(plain) else "Business"
    if _SELLING.search(plain):
        return "Sales-Marketing"
    if group == "Director":
        return _area_of_director(plain)
    if _TECHNICAL.search(plain):
        return "Technical"
    return "Business" if group == "Other" and _BUSINESS.search(plain) else "Other"


def _area_of_top(plain: str) -> str:
    if _TOP_OF_ALL.search(plain):
        return "Business"
    if _TOP_OF_TECHNOLOGY.search(plain):
        return "Technical"
    if _TOP_OF_SELLING.search(plain):
        return "Sales-Marketing"
    # an owner or head of the firm in another language has no "chief" in the title
    return "Business" if _BUSINESS_OFFICE.search(plain) or not _CHIEF.search(plain) else "Other"


def _area_of_director(plain: str) -> str:
    if re.search(r"\bdirector (?:of|,|-|&)|\bpresident\b|\bmanaging director\b", plain):
        return "Other" if _PEOPLE.search(plain) else "Business"
    if _TECHNICAL.search(plain):
        return "Technical"
    return "Other" if _PEOPLE.search(plain) else "Business"


@cache
def _forms() -> tuple[tuple[tuple[str, re.Pattern[str]], ...], ...]:
    """Return the two blocks of `functions.tsv`: role nouns, then words of trade."""
    blocks: list[list[tuple[str, re.Pattern[str]]]] = []
    text = files("graph_service.reading.titles").joinpath("functions.tsv").read_text("utf-8")
    for line in text.splitlines():
        if line.startswith("="):
            blocks.append([])
        elif line and not line.startswith("#"):
            function, forms = line.split("\t")
            pattern = re.compile(rf"(?<![\w'])(?:{'|'.join(forms.split(' | '))})(?![\w'])")
            blocks[-1].append((function, pattern))
    return tuple(tuple(block) for block in blocks)
