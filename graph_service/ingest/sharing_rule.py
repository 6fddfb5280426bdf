"""A sharing rule in a few fixed words → who sees accounts beside owners and shares. Pure.

Only sentences that are understood to the last word count; anything else gives nobody anything, because guessing who
may see something is worse than asking. A list of restricted accounts always counts.
"""

import re
from collections.abc import Sequence

_SEES = re.compile(
    r"(?P<who>[^.]{3,400}?) (?:see|sees|may see|can see) (?:an|each|every|all|any) accounts?", re.IGNORECASE
)
_RESTRICTED = re.compile(
    r"(?:an? |each |every )?accounts? (?:listed )?(?:under|as|in) restricted (?:is|are) seen only by (?:its|their|the) "
    r"owners? and (?:the )?executives",
    re.IGNORECASE,
)
_SPLIT = re.compile(r",\s*(?:and\s+)?|\s+and\s+", re.IGNORECASE)
USUAL = frozenset({"owner", "owners", "the owner", "named shares", "shares", "executives", "the executives"})


def open_teams(rule: str, teams: Sequence[str]) -> tuple[str, ...]:
    """Return the teams that see every account that is not restricted; none unless the whole rule is understood."""
    named = {team.casefold(): team for team in teams}
    found: list[str] = []
    for sentence in (part.strip() for part in rule.split(".") if part.strip()):
        said = _SEES.fullmatch(sentence)
        if said is None:
            if _RESTRICTED.fullmatch(sentence) is None:
                return ()
            continue
        for word in _SPLIT.split(said["who"].strip()):
            plain = word.strip().casefold().removeprefix("the team ").removesuffix(" team")
            if plain in named:
                found.append(named[plain])
            elif plain not in USUAL:
                return ()
    return tuple(dict.fromkeys(found))
