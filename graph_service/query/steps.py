"""Relations to Cypher patterns, each with the guards that keep a viewer inside the workspace and their sight.

The predicates are those of `cypher/visibility/`; this module writes none of its own. A node that is guarded has
its predicate wherever it is bound, also inside EXISTS and COUNT.
"""

from dataclasses import dataclass

from graph_service.graph.catalog import predicate
from graph_service.query.asking import Asking, Bound


@dataclass(frozen=True, slots=True)
class Step:
    """A pattern to MATCH, the guards of what it binds, and the bindings behind it. No pattern: all is bound already."""

    pattern: str
    guards: tuple[str, ...]
    bound: Bound


def step(relation: str, bound: Bound, asking: Asking) -> Step:
    """Return the way from what is bound over a relation of its target."""
    match (bound.target, relation):
        case (_, "account"):
            return Step("", (), bound.step("account"))
        case ("account", "contact"):
            return _contacts(bound, asking)
        case ("ask", "contact"):
            return _writer(bound, asking)
        case ("account", "ask"):
            return _asks(bound, asking)
        case ("contact", "ask"):
            return _own_asks(bound, asking)
        case ("contact", "tie"):
            return _ties(bound, asking)
    raise AssertionError(f"unreachable: no step from {bound.target} over {relation}")


def account_guards(account: str, asking: Asking) -> tuple[str, ...]:
    """Return the guards of an account; of the past, one that existed or was known then."""
    sight = predicate("account", account)
    if asking.live:
        return (sight,)
    series = asking.fresh("series")
    mailed = (
        f"EXISTS {{ MATCH ({account})-[:HAS_SERIES]->({series}:Series) WHERE {series}.workspace_id = $workspace_id"
        f" AND {series}.metric = 'last_interaction_day' AND {series}.days[0] <= $as_of_day }}"
    )
    return (sight, f"({account}.created_at <= $as_of OR {account}.known_at <= $as_of OR {mailed})")


def contact_guards(stakeholder: str, asking: Asking) -> tuple[str, ...]:
    """Return the guards of a stakeholder; of the past, one that was seen in mail or the CRM by then."""
    sight = predicate("stakeholder", stakeholder)
    if asking.live:
        return (sight,)
    return (sight, f"({stakeholder}.first_seen_at <= $as_of_date OR {stakeholder}.crm_known_at <= $as_of)")


def ask_guards(evidence: str, interaction: str, asking: Asking) -> tuple[str, ...]:
    """Return the guards of an ask and its interaction: an ask is words, so its sight is that of words (decision 14)."""
    known = () if asking.live else (f"{interaction}.known_at <= $as_of",)
    return (
        f"{evidence}.workspace_id = $workspace_id AND {evidence}.kind = 'ask' AND {evidence}.at <= $as_of",
        predicate("interaction", interaction),
        predicate("words", interaction),
        *known,
    )


def _counts(evidence: str) -> str:
    """Return that nobody said that a sentence does not count, which holds for any day (decision 5).

    An ask that is itself the target is left in: a rejected one stands for its copies, and the rules see to both.
    """
    return f"coalesce({evidence}.is_rejected, false) = false"


def of_account(evidence: str, account: str) -> str:
    """Return that an ask concerns this one of its mail's accounts: the writer's own, or any for one of ours."""
    return (
        f"(EXISTS {{ MATCH ({evidence})-[:BY]->(:Stakeholder)-[:AT]->({account}) }}"
        f" OR NOT EXISTS {{ MATCH ({evidence})-[:BY]->(:Stakeholder) }})"
    )


def _contacts(bound: Bound, asking: Asking) -> Step:
    stakeholder = asking.fresh("stakeholder")
    return Step(
        f"({bound.of('Account')})<-[:AT]-({stakeholder}:Stakeholder)",
        contact_guards(stakeholder, asking),
        bound.step("contact", Stakeholder=stakeholder),
    )


def _writer(bound: Bound, asking: Asking) -> Step:
    if bound.has("Stakeholder"):
        return Step("", (), bound.step("contact"))
    stakeholder = asking.fresh("stakeholder")
    return Step(
        f"({bound.of('Evidence')})-[:BY]->({stakeholder}:Stakeholder)-[:AT]->({bound.of('Account')})",
        contact_guards(stakeholder, asking),
        bound.step("contact", Stakeholder=stakeholder),
    )


def _asks(bound: Bound, asking: Asking) -> Step:
    evidence, interaction, account = asking.fresh("evidence"), asking.fresh("interaction"), bound.of("Account")
    return Step(
        f"({account})<-[:ABOUT]-({interaction}:Interaction)<-[:FROM]-({evidence}:Evidence)",
        (*ask_guards(evidence, interaction, asking), _counts(evidence), of_account(evidence, account)),
        Bound("ask", {"Account": account, "Evidence": evidence, "Interaction": interaction}),
    )


def _own_asks(bound: Bound, asking: Asking) -> Step:
    evidence, interaction = asking.fresh("evidence"), asking.fresh("interaction")
    return Step(
        f"({bound.of('Stakeholder')})<-[:BY]-({evidence}:Evidence)-[:FROM]->({interaction}:Interaction)",
        (*ask_guards(evidence, interaction, asking), _counts(evidence)),
        bound.step("ask", Evidence=evidence, Interaction=interaction),
    )


def _ties(bound: Bound, asking: Asking) -> Step:
    tie, user = asking.fresh("tie"), asking.fresh("user")
    known = () if asking.live else (f"any(day IN {tie}.days WHERE day <= $as_of_day)",)
    return Step(
        f"({bound.of('Stakeholder')})-[{tie}:KNOWS]->({user}:User)",
        (f"{user}.workspace_id = $workspace_id", *known),
        bound.step("tie", KNOWS=tie, User=user),
    )
