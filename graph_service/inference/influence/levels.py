"""How high a title stands, as a number: T in 0..1, and whether its holder works for one person.

Owns the scale only; what a title says is read by `reading.titles`.
"""

import re
from functools import lru_cache

from graph_service.reading.titles.titles import Title, read_title

BY_RANK = {6: 1.0, 5: 0.75, 4: 0.6, 3: 0.4, 2: 0.25, 1: 0.15}
BY_RULE = {
    "president": 0.9, "managing director": 0.9, "director general": 0.9, "president of a unit": 0.85,
    "senior vice president": 0.85, "head of": 0.65, "general manager": 0.65, "Leiter": 0.65, "lead of a craft": 0.35,
}  # fmt: skip
"""Forms that stand a little above or below others of their rank."""
_SENIOR_DIRECTOR = re.compile(r"\b(?:senior|sr\.?) director\b", re.IGNORECASE)
_CRAFT = re.compile(r"\b(?:principal|staff)\b", re.IGNORECASE)
LONGEST = 300


@lru_cache(maxsize=65_536)
def title_of(text: str, company: str) -> Title:
    """Return what a title says; `company` only tells whether it is a bank."""
    return read_title(text[:LONGEST], company)


def title_level(title: Title, text: str) -> float | None:
    """Return T in 0..1, None where the title names no rank.

    The scale of inference.md, section 3: board, founder, C-level 1.0; president, managing director 0.9; SVP 0.85; VP
    0.75; head, senior director 0.65; director 0.6; manager 0.4; lead, principal, staff 0.35; senior 0.25; others and
    assistants to somebody 0.15. A former holder has no level.
    """
    if title.rank is None or title.is_former:
        return None
    if title.is_assistant:
        return BY_RANK[1]
    basis = BY_RULE.get(title.rule, BY_RANK[title.rank])
    if title.rank == 4 and _SENIOR_DIRECTOR.search(text[:LONGEST]):
        return max(basis, 0.65)
    if title.rank == 2 and _CRAFT.search(text[:LONGEST]):
        return max(basis, 0.35)
    return basis
