"""Title, department and firm among the pieces of a signature."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph_service.reading.signatures import wordings
from graph_service.reading.signatures.fields import Field
from graph_service.reading.signatures.segments import Segment
from graph_service.reading.zones.line_shapes import SUFFIXES
from graph_service.reading.zones.signoffs import is_signoff, may_close

NEAR_LINES = 4

_JOINT = re.compile(r"\s+(?:at|@|bei|chez|bij|hos|presso|en)\s+|,\s+|\s[-–—]\s")
_EDGES = " \t,;:.-–—|/*_<>"
_CAPITALS = re.compile(r"^[A-ZÀ-Þ][^\W\d][^\d:@/()]{1,60}$")
_LABEL = re.compile(
    r"^(?:contact|information|info|e-?mail|mail|tel|telephone|telefon|phone|fax|facsimile|mobile|mobil|cell|cellular|office"
    r"|direct|pager|web|website|address|traditional|home|work|usa|united|ext|x)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Organisation:
    """Where the writer says to work and as what; each is None when it is not said."""

    title: Field | None = None
    department: Field | None = None
    company: Field | None = None


def read_organisation(
    segments: Sequence[Segment], name: Field | None, taken: Sequence[tuple[int, int]], domain: str
) -> Organisation:
    """Return title, department and firm; `taken` spans are other fields, `domain` the sender's own, or ""."""
    found = Organisation()
    for piece in _pieces(segments, name, taken):
        found = _with_piece(found, _without_name(piece, name), domain)
    return found if found.company else replace(found, company=_below_name(segments, name, taken, found, domain))


def _without_name(piece: Segment, name: Field | None) -> Segment:
    """Return "Professor" for "Professor Ada Lane": the name once more is no part of a title."""
    words = [re.escape(word) for word in name.value.split() if len(word) > 2] if name else []
    if len(words) < 2:
        return piece
    again = re.search(rf"\b{words[0]}\b.{{0,20}}\b{words[-1]}\b", piece.text)
    return Segment(piece.text[: again.start()].rstrip(_EDGES), piece.start, piece.line) if again else piece


def _with_piece(found: Organisation, piece: Segment, domain: str) -> Organisation:
    """Return what is known with one more piece; the surest reading of a piece that is still open wins."""
    text, legal = piece.text, wordings.has_legal_form(piece.text)
    if found.company is None and _names_domain(text, domain):
        return replace(found, company=_field(piece, 0.9, "company.domain"))
    if wordings.is_title(text) and (not legal or _title_and_firm(piece, domain)):
        return found if found.title else _with_title(found, piece, domain)
    if found.company is None and legal:
        return replace(found, company=_field(piece, 0.85, "company.legal_form"))
    if found.department is None and wordings.is_department(text):
        return replace(found, department=_field(piece, 0.75, "department.word"))
    named = found.company is None and wordings.is_firm(text)
    return replace(found, company=_field(piece, 0.7, "company.word")) if named else found


def _with_title(found: Organisation, piece: Segment, domain: str) -> Organisation:
    parted = _title_and_firm(piece, domain)
    if parted is None:
        return replace(found, title=_field(piece, 0.85, "title.word"))
    return replace(found, title=parted[0], company=found.company or parted[1])


def _title_and_firm(piece: Segment, domain: str) -> tuple[Field, Field] | None:
    """Return title and firm of one piece ("Head of Plans, North Ltd"), or None when it names only a title."""
    for joint in reversed(list(_JOINT.finditer(piece.text))):
        left = Segment(piece.text[: joint.start()], piece.start, piece.line)
        right = Segment(piece.text[joint.end() :], piece.start + joint.end(), piece.line)
        firm = wordings.has_legal_form(right.text) or _names_domain(right.text, domain)
        said = re.match(r"\s+(?:at|@|bei|chez|bij|hos|presso)", joint[0]) and right.text[:1].isupper()
        if (firm or said) and wordings.is_title(left.text):
            return _field(left, 0.85, "title.word"), _field(right, 0.85, "company.beside_title")
    return None


def _below_name(
    segments: Sequence[Segment], name: Field | None, taken: Sequence[tuple[int, int]], found: Organisation, domain: str
) -> Field | None:
    """Return the first unexplained piece in capitals below the name, where a name block goes on: likely a firm."""
    if name is None or name.rule != "name.sender" or not domain or not taken:
        return None
    told = [one for one in (found.title, found.department) if one]
    for piece in _pieces(segments, name, taken):
        if any(one.start < piece.end and one.end > piece.start for one in told):
            continue
        if piece.text.lower().rstrip(".").split()[-1] in SUFFIXES:
            continue
        near = piece.start >= name.end and piece.line <= _line_of(segments, name) + NEAR_LINES
        plain = _CAPITALS.match(piece.text) and len(piece.text.split()) <= 6 and not _LABEL.match(piece.text)
        if near and plain and any(start > piece.start for start, _ in taken):
            return _field(piece, 0.5, "company.below_name")
    return None


def _line_of(segments: Sequence[Segment], name: Field) -> int:
    return next((one.line for one in segments if one.start <= name.start < one.end), 0)


def _names_domain(piece: str, domain: str) -> bool:
    """Tell whether a piece names the firm of the domain: "North Harbour Ltd" and northharbour.example."""
    label = re.sub(r"[^a-z0-9]", "", domain.partition(".")[0])
    plain = re.sub(r"[^a-z0-9]", "", piece.lower())
    if len(label) < 3 or len(piece) > wordings.TITLE_CHARACTERS or not piece[:1].isupper():
        return False
    starts = plain.startswith(label) and len(piece.split()) <= 6
    initials = "".join(word[0] for word in re.findall(r"[A-Z][\w]*", piece)).lower()
    return starts or (len(label) >= 3 and initials == label and len(piece.split()) > 2)


def _pieces(segments: Sequence[Segment], name: Field | None, taken: Sequence[tuple[int, int]]) -> Iterator[Segment]:
    """Yield what is left of the pieces when the name and the other fields are cut out of them."""
    cuts = sorted([*taken, (name.start, name.end)] if name else taken)
    for segment in segments:
        if is_signoff(segment.text) or may_close(segment.text):
            continue
        at = segment.start
        spans: list[tuple[int, int]] = []
        for start, end in cuts:
            if start < segment.end and end > segment.start:
                spans.append((at, start))
                at = max(at, end)
        spans.append((at, segment.end))
        for start, end in spans:
            text = segment.text[max(start - segment.start, 0) : max(end - segment.start, 0)]
            plain = text.strip(_EDGES)
            if wordings.has_legal_form(plain) and text[text.index(plain) + len(plain) :][:1] == ".":
                plain += "."
            if len(plain) > 2 and any(letter.isalpha() for letter in plain):
                offset = text.index(plain)
                yield Segment(plain, start + offset, segment.line)


def _field(piece: Segment, confidence: float, rule: str) -> Field:
    return Field(piece.text, piece.start, piece.end, confidence, rule)
