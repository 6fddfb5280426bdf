"""What the writer of a mail wrote in it: quotes, forwarded mails, signature and legal notice cut; a pure function.

Own lines between and below quotes are kept, and so is the closing formula. A pure forward gives "". What it cannot
know: a quote that carries no mark and no header (text pasted in) passes as own words.
"""

import re

from graph_service.reading.zones.lines import split_lines
from graph_service.reading.zones.zones import find_zones

OWN_KINDS = frozenset({"body", "greeting", "signoff"})

_BLANKS = re.compile(r"\n{3,}")
_PLACEHOLDER = re.compile(
    r"^[ \t]*(?:<<.*>>|\[(?:cid|image|inline|bild|afbeelding)\b[^\]]*\]|\ufffc)[ \t]*$", re.IGNORECASE
)


def own_words(text: str, sender: str = "") -> str:
    """Return the writer's own text, its lines as they were, blocks parted by one blank line; "" when there is none."""
    blocks: list[list[str]] = [[]]
    for zone in find_zones(text, sender):
        if zone.kind in OWN_KINDS:
            blocks[-1].extend(split_lines(text[zone.start : zone.end]).texts)
        elif blocks[-1]:
            blocks.append([])
    own = "\n\n".join("\n".join(kept) for block in blocks if (kept := _kept(block)))
    return _BLANKS.sub("\n\n", own).strip()


def _kept(lines: list[str]) -> list[str]:
    """Return a block without marks of pictures and without the blank lines and rules around it."""
    kept = [line.rstrip() for line in lines if not _PLACEHOLDER.match(line)]
    while kept and not kept[-1].strip(" \t-_=*"):
        kept.pop()
    while kept and not kept[0].strip():
        kept.pop(0)
    return kept
