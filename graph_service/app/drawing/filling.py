"""Makes the picture of a map out of the rows of the reads. Pure: it reads nothing and draws nothing."""

from collections.abc import Iterable, Iterator

from graph_service.app.drawing.pictures import MapColleague, MapPerson, MapPicture, MapTie
from graph_service.resolvers.account_facts import account_facts
from graph_service.resolvers.fact_words import champion_words, departure_words
from graph_service.resolvers.person_facts import PersonFacts, person_facts
from graph_service.resolvers.rows import MapRow, StakeholderSource

SHARED = "shared mailbox"


def map_picture(row: MapRow, day: int, gaps: Iterable[str]) -> MapPicture:
    """Return the map of an account on an epoch day; `gaps` are the sentences of `resolvers.gaps`."""
    said = account_facts(row.account)
    ours = {tie.uid: MapColleague(tie.uid, tie.name) for one in row.stakeholders for tie in one.ties}
    return MapPicture(
        account=row.account.name,
        day=day,
        health=said.health.value if said.health else None,
        health_band=said.health_band,
        people=[_person(one, person_facts(one, day)) for one in row.stakeholders],
        colleagues=list(ours.values()),
        ties=[
            MapTie(one.uid, tie.uid, tie.strength)
            for one in row.stakeholders
            for tie in one.ties
            if tie.strength is not None
        ],
        gaps=list(gaps),
        total=row.total,
    )


def _person(source: StakeholderSource, said: PersonFacts) -> MapPerson:
    title = said.role.title if said.role else source.title or ""
    return MapPerson(
        uid=source.uid,
        name=source.name,
        title=SHARED if source.is_shared else title,
        group=_group(said, source.engagement_level),
        influence=said.influence.value if said.influence else None,
        strength=source.strength,
        has_left=said.has_left,
        is_away=said.departure_state == "away",
        is_quiet=said.departure_state == "gone_quiet",
        is_ghost=bool(said.is_ghost),
        is_proxy=bool(said.role and said.role.is_proxy),
        note="; ".join(_notes(said)),
    )


def _group(said: PersonFacts, engagement: str | None) -> str:
    """Return the group of the picture: that of the map, champions at risk apart from the others."""
    group = said.group(engagement)
    if group == "champion":
        return "at_risk" if said.champion_state == "at_risk" else "champion"
    return "active" if group == "active" else "outside"


def _notes(said: PersonFacts) -> Iterator[str]:
    """Yield what stands out, in the words of the other views."""
    if said.champion_state not in {None, "none"}:
        yield champion_words(said) or ""
    if said.departure_state not in {None, "present"}:
        yield departure_words(said) or ""
