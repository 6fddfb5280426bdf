"""The rules that say two identities are one person, one function each: how sure, and what agreed. No clustering here.

R1 to R8 follow the design's table; A1 to A5 serve lists of addresses of one community, where no firm is known.
"""

from collections.abc import Callable
from dataclasses import dataclass

from graph_service.reading.identity import local_parts as fits
from graph_service.reading.identity.name_agreement import (
    CLOSE,
    INITIAL,
    NICKNAME,
    OTHER,
    SAME,
    UNKNOWN,
    first_agreement,
    is_turned,
    last_agreement,
    names_conflict,
    rarity,
)  # fmt: skip
from graph_service.reading.identity.persons import Person, mailbox_key
from graph_service.reading.identity.pools import Pools

MERGE, REVIEW = 0.95, 0.7


@dataclass(frozen=True, slots=True)
class Evidence:
    """Which rule fired, how often it is right (0..1), and in words what agreed."""

    rule: str
    p: float
    matched: str


Rule = Callable[[Person, Person, Pools], Evidence | None]


def same_address(one: Person, two: Person, _: Pools) -> Evidence | None:
    """R1: one mailbox, unless the names beside it are two people's."""
    shared = {mailbox_key(address) for address in one.addresses} & {mailbox_key(address) for address in two.addresses}
    if not shared:
        return None
    address = min(shared)
    if names_conflict(one.name, two.name) and first_agreement(
        one.name.given, two.name.given
    ) == OTHER == last_agreement(one.name, two.name):
        return Evidence("R1", 0.75, f"one address {address}, but two names")
    return Evidence("R1", 0.991, f"same address {address}")


def same_profile(one: Person, two: Person, _: Pools) -> Evidence | None:
    """R2: one profile page, or one id in one system."""
    if one.url and one.url == two.url:
        return Evidence("R2", 1.0, f"same profile {one.url}")
    if one.key and one.key == two.key:
        return Evidence("R2", 1.0, f"same id {one.key[1]} in {one.key[0]}")
    return None


def same_phone(one: Person, two: Person, _: Pools) -> Evidence | None:
    """R3: one phone number and one family name; the first names must not differ."""
    if not set(one.phones) & set(two.phones):
        return None
    first, last = (
        first_agreement(one.best_name.given, two.best_name.given),
        last_agreement(one.best_name, two.best_name),
    )
    if last not in (SAME, CLOSE) or first == OTHER:
        return None
    return Evidence("R3", 0.9 if first == UNKNOWN else 0.96, f"same phone, family name {one.best_name.last}")


def same_name_same_firm(one: Person, two: Person, pools: Pools) -> Evidence | None:
    """R4, R5, R6: one firm, and names that are the same, close, or an initial that fits nobody else there."""
    firms = one.firms & two.firms
    if not firms or not (one.name.given and two.name.given):
        return None
    if is_turned(one.name, two.name):
        return Evidence("R5", 0.97, f"same firm {min(firms)}, name the other way round")
    first, last = first_agreement(one.name.given, two.name.given), last_agreement(one.name, two.name)
    text = f"same firm {min(firms)}, first name {first}, family name {last}"
    if INITIAL in {first, last}:
        return _initial_fits(one, two, pools, (first, last, text))
    if last == SAME and first in (SAME, NICKNAME):
        return Evidence("R4", 0.98, text)
    if last in (SAME, CLOSE) and first in (SAME, NICKNAME, CLOSE):
        return Evidence("R5", 0.97 if last == SAME or first != CLOSE else 0.9, text)
    return None


def _initial_fits(one: Person, two: Person, pools: Pools, found: tuple[str, str, str]) -> Evidence | None:
    """R6: an initial for the first or the family name, the other name being the same; nobody else there may fit."""
    first, last, text = found
    firms = one.firms & two.firms
    if first == INITIAL and last in (SAME, CLOSE):
        only = pools.is_only_first(firms, min(one.name.first, two.name.first, key=len), one.name.last)
    elif last == INITIAL and first in (SAME, NICKNAME):
        short, whole = sorted((one.name, two.name), key=lambda name: len(name.last))
        only = pools.is_only_last(firms, whole.first, short.last)
    else:
        return None
    return Evidence("R6", 0.955 if only else 0.8, text + ("" if only else ", but others fit too"))


def address_spells_name(one: Person, two: Person, pools: Pools) -> Evidence | None:
    """R7: an address without a name, whose local part fits the other's name, in one firm."""
    bare, named = (one, two) if one.is_bare else (two, one)
    firms = one.firms & two.firms
    if not firms or not bare.is_bare or not named.best_name.last:
        return None
    name = named.best_name
    fit = min((fits.local_fit(local, name) for local in bare.locals), key=_GRADES.index, default=fits.NONE)
    if not fit:
        return None
    only = (
        name.is_full
        and pools.is_only_first(firms, name.first[0], name.last)
        and pools.is_only_last(firms, name.first, name.last[0])
    )
    p = {fits.FULL: 0.97, fits.INITIAL_LAST: 0.955 if only else 0.85, fits.LAST: 0.8}.get(fit, 0.75)
    if fit in (fits.FIRST, fits.FIRST_INITIAL) and name.is_full and pools.is_only_last(firms, name.first, ""):
        p = 0.955
    if named.work and not _are_variants(bare, named):
        p = min(p, 0.8)
    return Evidence("R7", p, f"same firm {min(firms)}, {fit} of the name spelled by the address")


_GRADES = (fits.FULL, fits.INITIAL_LAST, fits.FIRST_INITIAL, fits.LAST, fits.FIRST, fits.NONE)


def _are_variants(bare: Person, named: Person) -> bool:
    """Tell whether the other's addresses are at other domains (an old and a new one), so that both may be theirs."""
    return not {address.partition("@")[2] for address in bare.work} & {
        address.partition("@")[2] for address in named.work
    }


def first_name_only(one: Person, two: Person, pools: Pools) -> Evidence | None:
    """R8: a first name alone (a speaker, an attendee) at a firm where one person only can be meant."""
    called, whole = (one, two) if two.best_name.is_full else (two, one)
    firms = one.firms & two.firms
    if not firms or called.name.last or len(called.name.first) < 2 or called.addresses or called.url:
        return None
    first = whole.best_name.first
    if not whole.best_name.is_full or first_agreement(called.name.given, whole.best_name.given) not in (SAME, NICKNAME):
        return None
    if pools.is_only_called(firms, called.name.first) and pools.is_only_called(firms, first):
        return Evidence("R8", 0.978, f"first name {called.name.first}, borne by one person at {min(firms)}")
    return None


def private_address(one: Person, two: Person, pools: Pools) -> Evidence | None:
    """R10: a private address under a whole name that one firm's person alone bears."""
    alone, employed = (one, two) if two.firms else (two, one)
    if alone.firms or not employed.firms or not alone.private or employed.private:
        return None
    first, last = (
        first_agreement(one.best_name.given, two.best_name.given),
        last_agreement(one.best_name, two.best_name),
    )
    if last != SAME or first not in (SAME, NICKNAME) or not (one.best_name.is_full and two.best_name.is_full):
        return None
    name = employed.best_name
    rivals = pools.firms_with(name.first, name.last) - employed.firms
    fit = any(fits.local_fit(local, name) for local in alone.locals)
    if rivals or not employed.work:
        return Evidence("R10", 0.6, "same whole name on a private address")
    return Evidence(
        "R10", 0.955 if rarity(name) and fit else 0.8, "same whole name, borne in one firm only, on a private address"
    )


def changed_firm(one: Person, two: Person, _: Pools) -> Evidence | None:
    """R11: a rare whole name at two firms, the one address silent before the other begins: a person is asked."""
    if one.firms & two.firms or not (one.work and two.work) or not (one.name.is_full and two.name.is_full):
        return None
    if first_agreement(one.name.given, two.name.given) != SAME or last_agreement(one.name, two.name) != SAME:
        return None
    early, late = sorted((one, two), key=lambda person: str(person.record.first_seen or ""))
    if not early.record.last_seen or not late.record.first_seen:
        return None
    gap = (late.record.first_seen - early.record.last_seen).days
    if not 0 <= gap <= 400 or rarity(one.name) < 1:
        return None
    return Evidence("R11", 0.85, f"same name at another firm, {gap} days after the last sight at the first")


def same_handle_private(one: Person, two: Person, pools: Pools) -> Evidence | None:
    """R12: one distinctive local part at two hosts of private mail, and no second name."""
    shared = [local for local in one.locals if local in two.locals and pools.is_handle(local)]
    if not shared or one.work or two.work or names_conflict(one.name, two.name):
        return None
    return Evidence("R12", 0.955, f"same handle {shared[0]} at two hosts of private mail")


BUSINESS: tuple[Rule, ...] = (
    same_profile, same_address, same_name_same_firm, same_phone, address_spells_name, first_name_only,
    private_address, changed_firm,
    same_handle_private,
)  # fmt: skip


def judge(one: Person, two: Person, pools: Pools, rules: tuple[Rule, ...]) -> Evidence | None:
    """Return the surest evidence for one person, or None below `REVIEW`. The first rule wins a tie."""
    best: Evidence | None = None
    for rule in rules:
        found = rule(one, two, pools)
        if found and (best is None or found.p > best.p):
            best = found
    return best if best and best.p >= REVIEW else None
