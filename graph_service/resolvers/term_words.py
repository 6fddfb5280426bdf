"""Terms in words with the numbers they stand for, wherever a reason is told in one line. Pure.

Owns wording and the form of numbers. It may not say what a term means for somebody, nor what it rests on.
"""

from collections.abc import Mapping, Sequence

from graph_service.resolvers.alerts_words import REASONS, SIGNS

LEAST = 0.005
"""What adds less is left out."""
MOST = 3
LARGE, SMALL = 100.0, 0.0001
FEATURE = "feature "
BY_REASON = frozenset({"at_risk", "lapsed"})
"""States of a champion that are told by what went wrong; their terms are what still speaks for the person."""
MEASURED: Mapping[str, str] = {
    "rhythm_days": "usually every {:.0f} days", "limit_days": "called quiet after {:.0f} days",
    "recent_tone": "tone lately {:+.2f}", "earlier_tone": "tone before {:+.2f}", "harsh_text": "one text at {:+.2f}",
    "z": "a shift of {:.1f} standard errors", "recent_texts": "texts lately: {:.0f}", "tickets": "tickets: {:.0f}",
    "expected": "usually {:.1f}", "surprise": "surprise {:.1f}", "surprise of severity": "surprise of severity {:.1f}",
    "change": "use {:+.0%}", "cusum": "shortfall of many days {:.1f}", "dead_addresses": "dead addresses: {:.0f}",
}  # fmt: skip
"""Terms that are measures, not parts of a sum."""
NAMED: Mapping[str, str] = {
    **REASONS, **SIGNS, "base": "starting value", "prior": "usual rate of leaving",
    "said_by_colleague": "a colleague said so", "crm_says_left": "the CRM says so",
    "auto_reply_left": "an automatic reply says so",
}  # fmt: skip


def figure(value: float) -> str:
    """Return a number with three digits that count, and never in powers of ten."""
    if abs(value) >= LARGE:
        return f"{value:,.0f}"
    return f"{value:.3g}" if abs(value) >= SMALL else "0"


def signed(value: float) -> str:
    """Return what a term adds, in the form of `figure`."""
    return f"{'-' if value < 0 else '+'}{figure(abs(value))}"


def term_words(name: str, value: float) -> str:
    """Return one term; an unknown one by its own name."""
    if name.startswith(FEATURE):
        return f"{name.removeprefix(FEATURE)} {value:.0%} of it"
    if name in MEASURED:
        return MEASURED[name].format(value)
    words = NAMED.get(name, name.replace("_", " "))
    return words if abs(value) < LEAST else f"{words} {value:+.2f}"


def terms_in_words(names: Sequence[str], values: Sequence[float]) -> str:
    """Return terms in their order, without those that add nothing and give no reason."""
    told = zip(names, values, strict=True)
    return ", ".join(term_words(name, value) for name, value in told if _counts(name, value))


def largest_terms(names: Sequence[str], values: Sequence[float]) -> str:
    """Return the three largest terms by size; nothing where names and values do not fit together."""
    if len(names) != len(values):
        return ""
    found = sorted(zip(names, values, strict=True), key=lambda term: -abs(term[1]))[:MOST]
    return terms_in_words([name for name, _ in found], [value for _, value in found])


def champion_reasons(state: str | None, detail: str | None, names: Sequence[str], values: Sequence[float]) -> str:
    """Return why somebody is said to be a champion, or one no longer: what went wrong, else the largest terms."""
    return detail_words("champion", detail) if state in BY_REASON and detail else largest_terms(names, values)


def detail_words(kind: str, detail: str | None) -> str:
    """Return what a state leaves open; of a champion the reasons in words."""
    if kind != "champion":
        return detail or ""
    reasons = [one.strip() for one in (detail or "").split(",") if one.strip()]
    return ", ".join(REASONS.get(one, one.replace("_", " ")) for one in reasons)


def _counts(name: str, value: float) -> bool:
    return abs(value) >= LEAST or name in REASONS or name in SIGNS
