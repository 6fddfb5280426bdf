"""Job title to level, function and area: what a title says about rank, with the words that say it; a pure function.

It never guesses: a title without a known word of rank has level "unknown" and rank None.
"""

import re
from dataclasses import dataclass

from graph_service.reading.titles.areas import find_area
from graph_service.reading.titles.functions import CPO, find_functions
from graph_service.reading.titles.levels import GROUPS
from graph_service.reading.titles.parts import Role, find_roles
from graph_service.reading.titles.words import title_words

_BANK = re.compile(
    r"\b(?:banks?|banc\w{0,6}|bank\w{0,8}|banque|banco|banca|securities|asset management|investment management"
    r"|goldman sachs|morgan stanley|j\.? ?p\.? ?morgan|citi(?:group|bank)?|barclays|ubs|hsbc|credit suisse|nomura"
    r"|wells fargo|bnp paribas|societe generale|jefferies|lazard|evercore)\b",
    re.IGNORECASE,
)
ASSISTANTS = "administration"
"""The function of those who work for one person; what the other does is not theirs."""
OFFICES = frozenset({"chief officer", "chief", "chief of a profession", "deputy chief"})
_AT_BANKS = {"vp": ("senior", 2), "senior": ("head", 4), "assistant": ("staff", 1)}


@dataclass(frozen=True, slots=True)
class Part:
    """One role of a stacked title: exactly `title[start:end]`; its level and rank as read for this role alone."""

    text: str
    start: int
    end: int
    level: str
    rank: int | None
    rule: str
    is_former: bool
    is_acting: bool
    is_assistant: bool


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided ("level", "function", "former", ...), the value, the form that fired, and `title[start:end]`."""

    about: str
    value: str
    rule: str
    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Title:
    """What a title says. `rank`: 1 staff, 2 senior, 3 manager, 4 head or director, 5 VP, 6 C-level, founder or board.

    The highest current role counts, the first of equals. `area` and `level_group` are coarse classes of the whole
    title: they follow its words even where `rank` knows better (an account director leads no people). `proxy_for`
    quotes whom an assistant works for. `language` is "en", "other" or, without a word of rank, "unknown".
    `confidence` in 0..1 orders the rules by how often they are right; 0 where no rank was read.
    """

    level: str
    rank: int | None
    functions: tuple[str, ...]
    area: str
    level_group: str
    is_assistant: bool
    proxy_for: str
    is_acting: bool
    is_former: bool
    parts: tuple[Part, ...]
    language: str
    rule: str
    start: int
    end: int
    confidence: float
    decisions: tuple[Decision, ...]


def read_title(title: str, company: str = "") -> Title:
    """Return what `title` says of level, function and area; `company` only tells whether it is a bank."""
    words = title_words(title)
    roles = find_roles(words)
    at_bank = bool(_BANK.search(company[:200]) or _BANK.search(title[:200]))
    judged = [(role, *_judge(role, at_bank)) for role in roles]
    current = [one for one in judged if not one[0].is_former]
    best = max(current, key=lambda one: one[2] or 0, default=None)
    role, level, rank = best or (None, "unknown", None)
    plain = " ".join(word.plain for word in words)
    group = _group(roles)
    functions, reasons = _functions(title, [one[0] for one in current] or roles)
    assistant = role.is_assistant if role else False
    rule = role.rule if role and role.rule and rank is not None else None
    return Title(
        level=level,
        rank=rank,
        functions=functions,
        area=find_area(plain, group),
        level_group=group,
        is_assistant=assistant,
        proxy_for=title[role.boss_start : role.boss_end] if role else "",
        is_acting=bool(role and role.is_acting),
        is_former=bool(roles) and not current,
        parts=tuple(_part(title, *one) for one in judged),
        language=rule.language if rule else "other" if assistant else "unknown",
        rule="assistant to" if assistant else rule.name if rule else "",
        start=role.hit_start if role and rank else 0,
        end=role.hit_end if role and rank else 0,
        confidence=_confidence(role, rank, len({one[2] for one in current})),
        decisions=(*_level_reasons(title, judged), *reasons),
    )


def _judge(role: Role, at_bank: bool) -> tuple[str, int | None]:
    """Return level and rank of one role."""
    if role.is_assistant:
        return "staff", 1
    if role.rule is None:
        return "unknown", None
    if at_bank and role.rule.group == "VP" and "executive vp" not in role.plain:
        # banks call thousands of people vice president: it is a grade of experience there, not a post
        grade = next((word for word in ("senior", "assistant") if f"{word} vp" in role.plain), "vp")
        return _AT_BANKS[grade]
    return role.rule.level, role.rule.rank


def _group(roles: list[Role]) -> str:
    """Return the highest coarse group of the current roles, or of the former ones where no current one has any."""
    for wanted in (False, True):
        groups = [role.rule.group for role in roles if role.rule and role.is_former is wanted and not role.is_assistant]
        # "Senior Vice President & Chief Risk Officer": the grade is the group, unless the firm itself is led
        if (
            "VP" in groups
            and groups[0] != "C-Suite"
            and all(r.rule.name in OFFICES for r in roles if r.rule and r.rule.group == "C-Suite")
        ):
            groups = [one for one in groups if one != "C-Suite"]
        best = max(groups, key=GROUPS.index, default="Other")
        if best != "Other":
            return best
    return "Other"


def _functions(title: str, roles: list[Role]) -> tuple[tuple[str, ...], list[Decision]]:
    """Return the functions of the roles in order, each once, with why."""
    names: list[str] = []
    reasons: list[Decision] = []
    for role in roles:
        if role.is_assistant:
            names += [one for one in (ASSISTANTS,) if one not in names]
            continue
        for hit in find_functions(role.plain):
            if hit.function not in names:
                names.append(hit.function)
                quote = role.plain[hit.start : hit.end]
                reasons.append(
                    Decision("function", hit.function, quote, title[role.start : role.end], role.start, role.end)
                )
        if re.search(r"\bcpo\b", role.plain):
            names += [one for one in CPO if one not in names]
    if len(names) > 1 and "general management" in names:
        names.remove("general management")
        names.append("general management")
    return tuple(names), reasons


def _level_reasons(title: str, judged: list[tuple[Role, str, int | None]]) -> list[Decision]:
    reasons = []
    for role, level, rank in judged:
        rule = "assistant to" if role.is_assistant else role.rule.name if role.rule else ""
        if rule:
            quote = title[role.hit_start : role.hit_end]
            reasons.append(
                Decision("level", f"{level} {rank or ''}".strip(), rule, quote, role.hit_start, role.hit_end)
            )
        for about, is_so in (("former", role.is_former), ("acting", role.is_acting)):
            if is_so:
                reasons.append(Decision(about, "yes", about, title[role.start : role.end], role.start, role.end))
    return reasons


def _part(title: str, role: Role, level: str, rank: int | None) -> Part:
    rule = "assistant to" if role.is_assistant else role.rule.name if role.rule else ""
    return Part(
        title[role.start : role.end], role.start, role.end, level, rank, rule,
        role.is_former, role.is_acting, role.is_assistant,
    )  # fmt: skip


def _confidence(role: Role | None, rank: int | None, ranks: int) -> float:
    """Return the confidence of the rule, less where a slip was mended or roles of other ranks stand beside it."""
    if role is None or rank is None:
        return 0.0
    base = 0.9 if role.is_assistant else role.rule.confidence if role.rule else 0.0
    return round(base * (0.9 if role.is_mended else 1.0) * (0.95 if ranks > 1 else 1.0), 3)
