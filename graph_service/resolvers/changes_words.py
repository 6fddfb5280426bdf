"""Changes in plain words, the same in the API and on the command line. Words match the evidence. Pure."""

from collections.abc import Callable, Mapping, Sequence

from graph_service.resolvers.changes_parts import PartChange
from graph_service.resolvers.changes_rows import ChangeSource
from graph_service.resolvers.changes_weights import kind_of
from graph_service.resolvers.fact_words import CHAMPIONS
from graph_service.resolvers.term_words import MOST, champion_reasons, largest_terms
from graph_service.schema.changes import ChangeKind as K

CRM = {"arr": "ARR", "renewal_at": "renewal", "lifecycle": "stage", "segment": "segment"}
NOTHING = "none"
LEAST_MOVE = 0.05
"""Points; what moved health less is left out."""


def change_words(source: ChangeSource) -> str:
    """Return what changed, without the name of whom it is about."""
    words = _WORDS[kind_of(source.change)](source)
    is_over = source.change == f"{source.fact}:passed" and source.fact != "person"
    return f"{words}; over by now" if is_over else words


def why_words(source: ChangeSource, parts: Sequence[PartChange] = ()) -> str:
    """Return what a state was said for when it began; of health the parts that moved it, else what it rests on now."""
    if moved := [part for part in parts if abs(part.move) >= LEAST_MOVE][:MOST]:
        return ", ".join(f"{part.name} {part.move:+.1f}" for part in moved)
    names, values = source.term_names, source.term_values
    if source.fact == "champion":
        told = champion_reasons(source.after, source.after_detail, names, values)
    else:
        told = largest_terms(names, values)
    lead = "now rests on" if source.fact == "health points" else "said for"
    return f"{lead} {told}" if told else ""


def _champion(source: ChangeSource) -> str:
    before, after = _champion_word(source.before), _champion_word(source.after)
    return f"{before} → {after}"


def _champion_word(state: str | None) -> str:
    """Return the state of a champion; whether their last day has come, their departure tells."""
    return "leaving or gone" if state == "departed" else CHAMPIONS.get(state or NOTHING, state or NOTHING)


def _departed(source: ChangeSource) -> str:
    if source.is_ahead:
        return "is leaving" + (f", going to {source.after_detail}" if source.after_detail else "")
    return f"left, now at {source.after_detail}" if source.after_detail else "left"


def _moved(said: str) -> Callable[[ChangeSource], str]:
    def words(source: ChangeSource) -> str:
        return f"{said} from {source.before or NOTHING} to {source.after or NOTHING}"

    return words


def _plain(said: str) -> Callable[[ChangeSource], str]:
    return lambda _: said


def _about(said: str) -> Callable[[ChangeSource], str]:
    def words(source: ChangeSource) -> str:
        return f"{said}: {source.after_detail}" if source.after_detail else said

    return words


def _settled(source: ChangeSource) -> str:
    return f"tone no longer {source.before}"


def _calm(source: ChangeSource) -> str:
    return "escalation over" if source.fact == "escalation" else "surge of tickets over"


def _health(said: str) -> Callable[[ChangeSource], str]:
    def words(source: ChangeSource) -> str:
        return f"health {said} from {source.before_value or 0.0:.0f} to {source.after_value or 0.0:.0f}"

    return words


def _crm(source: ChangeSource) -> str:
    name = source.fact.removeprefix("crm ")
    return f"{CRM.get(name, name)} from {source.before} to {source.after}, says the CRM"


_WORDS: Mapping[K, Callable[[ChangeSource], str]] = {
    K.CHAMPION_LOST: _champion,
    K.CHAMPION_AT_RISK: _champion,
    K.CHAMPION_WON: _champion,
    K.SUPPORT_CHANGED: _champion,
    K.DEPARTED: _departed,
    K.GONE_QUIET: _plain("gone quiet, may have left"),
    K.DEPARTURE_WATCH: _plain("unusually quiet, worth watching"),
    K.NEW_EMPLOYER: _departed,
    K.BACK: _plain("there after all"),
    K.NEW_PERSON: _plain("seen for the first time"),
    K.TITLE_CHANGED: _moved("title"),
    K.ENGAGEMENT_UP: _moved("engagement up"),
    K.ENGAGEMENT_DOWN: _moved("engagement down"),
    K.SENTIMENT_FALLING: _plain("tone falling"),
    K.SENTIMENT_RISING: _plain("tone rising"),
    K.SENTIMENT_SETTLED: _settled,
    K.ACCOUNT_QUIET: _plain("silent beyond its own rhythm"),
    K.ACCOUNT_BACK: _plain("in touch again"),
    K.DOMAIN_MOVED: _plain("moved to another mail domain"),
    K.INCIDENT: _plain("tickets of an incident that hit many accounts"),
    K.USAGE_FALLING: _about("usage falling"),
    K.USAGE_RECOVERED: _plain("usage no longer falling"),
    K.TICKET_SURGE: _about("surge of tickets"),
    K.TICKETS_NORMAL: _calm,
    K.ESCALATED: _about("escalated"),
    K.COMPETITOR: _about("competitors named"),
    K.HEALTH_UP: _health("up"),
    K.HEALTH_DOWN: _health("down"),
    K.CRM_CHANGED: _crm,
}
