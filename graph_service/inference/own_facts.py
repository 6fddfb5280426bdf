"""What is inferred of each person of an account alone, and the case file that the rest is inferred from. Pure."""

from dataclasses import replace

from graph_service.inference.casefile import CaseFile, Person
from graph_service.inference.models import Models
from graph_service.inference.results import StakeholderFacts
from graph_service.inference.stakeholders import infer_stakeholder
from graph_service.inference.touches import StakeholderInput


def with_own_facts(case: CaseFile, models: Models, horizon_day: int) -> tuple[CaseFile, dict[str, StakeholderFacts]]:
    """Return `case` with strength and engagement of its people filled in, and all that was inferred of each alone."""
    facts = {one.uid: infer_stakeholder(own_input(one, case.country), models, horizon_day) for one in case.people}
    people = [
        replace(one, strength=own.strength_series, units=own.units_series, engagement=own.spells)
        for one in case.people
        for own in (facts[one.uid],)
    ]
    return replace(case, people=tuple(people)), facts


def own_input(person: Person, country: str) -> StakeholderInput:
    """Return what is needed of a person alone."""
    return StakeholderInput(person.uid, person.name, person.touches, person.asks, person.first_seen_day, country)
