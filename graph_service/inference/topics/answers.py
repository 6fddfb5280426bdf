"""Which past requests a release answers: listed by itself, or put before a person, with the change that answers.

Owns the order of releases and what people's word does. Only what was asked before the release shipped is an answer,
and a request that a release has answered is not listed again by itself for a later one. What somebody accepted or
rejected stays so, and moves the limits (`limits`) for all others.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from graph_service.domain.facts import Score
from graph_service.inference.topics.limits import FLOOR, Limits, limits_of
from graph_service.inference.topics.months import Months
from graph_service.inference.topics.records import ReleaseAnswer, ReleaseNote, Request
from graph_service.inference.topics.scoring import Read, read_change, read_request, score_pair
from graph_service.inference.topics.shipped import Change, Nature, changes_of
from graph_service.inference.topics.space import EMPTY, Model
from graph_service.inference.topics.wishes import wish_of

AUTO, REVIEW, ACCEPTED, REJECTED = "auto", "review", "accepted", "rejected"
SURE = (AUTO, ACCEPTED)
Judged = Mapping[tuple[str, str], bool]
"""(Release, request) → whether somebody accepted that the one answers the other."""
NOBODY: Judged = MappingProxyType({})
NOTHING = Score(0.0, ())
"""That of a pair without anything in common, which only somebody's word brings together."""


def answers_of(
    releases: Iterable[ReleaseNote],
    requests: Iterable[Request],
    horizon_day: int,
    *,
    features: Sequence[str] = (),
    judged: Judged = NOBODY,
) -> list[ReleaseAnswer]:
    """Return the answers known by the horizon, by day, release and falling score; `features` are the workspace's own.

    Formula: inference.md section 8. The customer's own sentence is that of the request.
    """
    asked = sorted((one for one in requests if one.day <= horizon_day), key=lambda one: (one.day, one.uid))
    shipped = sorted((_known(one), one.uid, one) for one in releases if _known(one) <= horizon_day)
    months = Months(texts_of(asked, [one for *_, one in shipped]))
    found: list[list[ReleaseAnswer]] = []
    desk = _Desk(EMPTY, tuple(features))
    for day, _, release in shipped:
        desk = desk.with_model(months.model(day))
        before = [one for one in asked if one.day < release.shipped_day]
        found.append(_answers(release, before, desk, judged))
    limits = limits_of((one.score.value, judged[one.pair]) for some in found for one in some if one.pair in judged)
    return _stated(found, limits, judged)


def _stated(found: Iterable[Sequence[ReleaseAnswer]], limits: Limits, judged: Judged) -> list[ReleaseAnswer]:
    """Return the answers of each release in turn with their states."""
    answered: set[str] = set()
    out: list[ReleaseAnswer] = []
    for near in found:
        some = [
            replace(one, state=_state(one, limits, answered, judged))
            for one in near
            if one.pair in judged or one.score.value >= limits.low
        ]
        answered |= {one.request_uid for one in some if one.state in SURE}
        out += sorted(some, key=lambda one: (-one.score.value, one.request_uid))
    return out


def texts_of(requests: Iterable[Request], releases: Iterable[ReleaseNote]) -> list[tuple[int, str]]:
    """Return (day known, text) of everything a model of a workspace's texts is fitted on."""
    wishes = [(one.day, wish_of(one).text) for one in requests]
    changes = [(_known(one), change.text) for one in releases for change in changes_of(one)]
    return [(day, text) for day, text in [*wishes, *changes] if text]


def _known(release: ReleaseNote) -> int:
    return max(release.shipped_day, release.known_day)


@dataclass(slots=True)
class _Desk:
    """Requests as one model of the texts reads them, each different one once."""

    model: Model
    features: tuple[str, ...]
    read: dict[tuple[str, str, str], Read | None] = field(default_factory=dict)

    def with_model(self, model: Model) -> "_Desk":
        """Return this desk, or an empty one where the model is another."""
        return self if model is self.model else _Desk(model, self.features)

    def reading(self, request: Request) -> Read | None:
        """Return a request prepared; None where nothing is wanted."""
        said = (request.quote, request.value, request.topic)
        if said not in self.read:
            self.read[said] = read_request(request, self.model, self.features)
        return self.read[said]


def _answers(release: ReleaseNote, requests: Sequence[Request], desk: _Desk, judged: Judged) -> list[ReleaseAnswer]:
    """Return the answers of one release that may be near enough, or that somebody judged; all for review as yet."""
    changes = [(change, read_change(change, desk.model, desk.features)) for change in changes_of(release)]
    found = []
    for request in requests:
        wanted = desk.reading(request)
        best = _best(wanted, changes, request.uid) if wanted else None
        score, item = (best[0], best[1].item) if best else (NOTHING, "")
        if score.value >= FLOOR or (release.uid, request.uid) in judged:
            found.append(ReleaseAnswer(release.uid, request.uid, score, REVIEW, item, _known(release)))
    return found


def _state(answer: ReleaseAnswer, limits: Limits, answered: set[str], judged: Judged) -> str:
    """Return a state: people's word, else what an earlier release has answered is listed again only by an issue key."""
    if answer.pair in judged:
        return ACCEPTED if judged[answer.pair] else REJECTED
    value = answer.score.value
    is_sure = value >= limits.high and (answer.request_uid not in answered or value >= 1.0)
    return AUTO if is_sure else REVIEW


def _best(wanted: Read, changes: Sequence[tuple[Change, Read]], request_uid: str) -> tuple[Score, Change] | None:
    """Return the change that answers best, the earlier one of equals; None where none has anything in common."""
    scored = [
        (score_pair(wanted, change, given, request_uid), change)
        for change, given in changes
        if wanted.keys & given.keys or (change.nature is not Nature.NONE and wanted.marks & given.marks)
    ]
    return max(scored, key=lambda one: one[0].value, default=None)
