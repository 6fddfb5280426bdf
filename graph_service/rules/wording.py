"""What an action says: titles, suggestions and reasons, from a playbook's templates and the facts of a match. Pure."""

from dataclasses import dataclass
from datetime import date, datetime

from graph_service.domain.business_days import add_business_days, business_days_between
from graph_service.domain.facts import day_of
from graph_service.domain.workspace import Workspace, utc_millis
from graph_service.rules.account_phrases import account_phrases
from graph_service.rules.background import NOTHING
from graph_service.rules.contact_phrases import contact_phrases
from graph_service.rules.people_phrases import people_phrases
from graph_service.rules.plain_words import day_text, listed, number_text, quoted, short
from graph_service.rules.playbook import Playbook, Span
from graph_service.rules.queries import Detail

UNTITLED = frozenset({"", "(no subject)", "no subject", "(kein betreff)", "(aucun objet)", "(sin asunto)"})
"""What mail programs write where nobody wrote a subject."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The texts of one action."""

    title: str
    suggestion: str
    reasons: tuple[str, ...]


def word(playbook: Playbook, detail: Detail, workspace: Workspace, as_of: datetime) -> Wording:
    """Return the texts of one match as of a day.

    Unknown facts read as "unknown", never as an empty gap. A reason of which nothing is left (a whole sentence that
    there is nothing to say for) is left out.
    """
    names = facts_of(detail, workspace, as_of)
    reasons = (template.format(**names).strip() for template in playbook.reasons)
    return Wording(
        title=playbook.title.format(**names),
        suggestion=playbook.suggestion.format(**names),
        reasons=tuple(reason for reason in reasons if reason),
    )


def facts_of(detail: Detail, workspace: Workspace, as_of: datetime) -> dict[str, str]:
    """Return every placeholder with its text."""
    today = workspace.day(as_of)
    country = detail.country or workspace.country
    numbers = dict(detail.numbers)
    asked = None if detail.asked_at is None else workspace.day(utc_millis(detail.asked_at))
    inbound = numbers.get("last_inbound_day")
    last = None if inbound is None else day_of(int(inbound))
    renewal = None if detail.renewal_at is None else utc_millis(detail.renewal_at).date()
    return {
        "account": detail.account,
        "contact": detail.contact or "someone",
        "quote": short(detail.quote or ""),
        "subject": detail.subject or "(no subject)",
        "message": _message(detail.subject or "", asked),
        "also_asked": _also(detail),
        "asked": ", ".join(detail.asked) or "nobody in particular",
        "asked_on": day_text(asked),
        "waiting": _between(asked, today, country),
        "last_inbound_on": day_text(last),
        "silent_days": _between(last, today, country),
        "rhythm_days": number_text(numbers.get("rhythm_days"), "{:.0f}"),
        "share": number_text(numbers.get("single_threaded_share"), "{:.0%}"),
        "coverage": number_text(numbers.get("coverage"), "{:.0%}"),
        "arr": number_text(detail.arr, "{:,.0f}"),
        "renewal_on": day_text(renewal),
        "before_renewal": f" before the renewal on {day_text(renewal)}" if renewal and renewal >= today else "",
        **people_phrases(detail.people),
        **_behind(detail, workspace, today),
    }


def _also(detail: Detail) -> str:
    """Return a sentence on further asks in the same message; empty where there are none."""
    words = [quoted(text) for _, text in detail.also if text.strip()]
    return f"In the same message: {listed(words, '')}" if words else ""


def _message(subject: str, asked: date | None) -> str:
    """Return what to reply to: its subject, or its day where a mail program only says that there is none."""
    title = " ".join(subject.split())
    return f"their mail of {day_text(asked)}" if title.lower() in UNTITLED else quoted(title)


def _behind(detail: Detail, workspace: Workspace, today: date) -> dict[str, str]:
    """Return what the states behind a match say."""
    known = detail.background or NOTHING
    return {**contact_phrases(known, workspace, today), **account_phrases(known, workspace)}


def age_of(detail: Detail, begun: date, workspace: Workspace, as_of: datetime) -> int:
    """Return how old the matter is in business days: since the ask, else since it began."""
    start = begun if detail.asked_at is None else workspace.day(utc_millis(detail.asked_at))
    return business_days_between(start, workspace.day(as_of), detail.country or workspace.country)


def due_on(span: Span, first_fired: date, country: str) -> date:
    """Return the day by which an action should be done."""
    if span.business:
        return add_business_days(first_fired, span.days, country)
    return date.fromordinal(first_fired.toordinal() + span.days)


def _between(start: date | None, end: date, country: str) -> str:
    return "an unknown number of" if start is None else str(business_days_between(start, end, country))
