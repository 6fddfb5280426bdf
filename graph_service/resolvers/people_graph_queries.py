"""The reads of the people graph, bound to their types. The CLI uses the same ones."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from graph_service.domain.business_days import BusinessDays
from graph_service.graph.query import ReadQuery, as_parameters
from graph_service.graph.rows import to_row
from graph_service.graph.viewer import ViewerGateway
from graph_service.query.embedding import embedded
from graph_service.query.ir import Question
from graph_service.resolvers.moments import Moment
from graph_service.resolvers.people_graph_rows import PeopleRow


@dataclass(frozen=True, slots=True, kw_only=True)
class PeoplePage:
    """A page of people after the one that the `after_…` name, and a page of accounts after `cluster_…`.

    `from_name` may spare accounts by name that lie before both pages; of these nothing is counted (`spared`).
    `evidence_of` are the facts of people whose evidence is read (`evidence_paths`); facts are what was inferred of
    them beyond their strength. Of accounts, counts are of people by state, moods the tone of all of them.
    """

    limit: int
    cluster_limit: int
    from_name: str = ""
    after_name: str = ""
    after_account: str = ""
    after_person: str = ""
    after_uid: str = ""
    cluster_name: str = ""
    cluster_uid: str = ""
    include_clusters: bool = False
    include_people: bool = False
    include_ties: bool = False
    include_links: bool = False
    include_facts: bool = True
    include_counts: bool = True
    include_moods: bool = True
    include_total: bool = False
    evidence_of: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class PastPeoplePage(PeoplePage):
    """The same of a past moment."""

    as_of: datetime
    as_of_date: datetime
    as_of_day: int


PEOPLE_GRAPH = ReadQuery("read.people_graph", PeoplePage, PeopleRow)
PEOPLE_GRAPH_AS_OF = ReadQuery("read.people_graph_as_of", PastPeoplePage, PeopleRow)


def spared(page: PeoplePage) -> PeoplePage:
    """Return the page without a look at accounts before it, where that changes nothing: no total, one list only."""
    if page.include_total or page.include_clusters is page.include_people:
        return page
    return replace(page, from_name=page.cluster_name if page.include_clusters else page.after_name)


def past_page(page: PeoplePage, moment: Moment) -> PastPeoplePage:
    """Return the same page of a past moment."""
    return PastPeoplePage(**as_parameters(page), as_of=moment.at, as_of_date=moment.date, as_of_day=moment.day)


async def read_people(
    gateway: ViewerGateway, page: PeoplePage, question: Question, moment: Moment, calendar: BusinessDays
) -> PeopleRow:
    """Return a page of the people whom a question lets through, as they are or were; one round trip.

    Raises `QuestionError` where the question asks the past for what is not kept.
    """
    page = spared(page)
    query, params = (PEOPLE_GRAPH, page) if moment.live else (PEOPLE_GRAPH_AS_OF, past_page(page, moment))
    statement = embedded(
        query.name, as_parameters(params), question, moment.at, live=moment.live, calendar=calendar
    )  # fmt: skip
    records = await gateway.ask(statement)
    return to_row(records[0], PeopleRow)
