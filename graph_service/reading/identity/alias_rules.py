"""Rules for lists of mail identities of one community, such as the developers of a project; no firms are known."""

from graph_service.reading.identity import local_parts as fits
from graph_service.reading.identity.name_agreement import (
    CLOSE,
    INITIAL,
    NICKNAME,
    OTHER,
    SAME,
    first_agreement,
    is_turned,
    last_agreement,
    rarity,
)  # fmt: skip
from graph_service.reading.identity.names import PersonName
from graph_service.reading.identity.persons import Person
from graph_service.reading.identity.pools import Pools
from graph_service.reading.identity.rules import Evidence, Rule, same_address, same_phone, same_profile
from graph_service.reading.identity.word_classes import common_names


def same_whole_name(one: Person, two: Person, _: Pools) -> Evidence | None:
    """A1: one whole name (either order, nicknames, a typo); two common names need an address that agrees."""
    if not (one.best_name.is_full and two.best_name.is_full):
        return None
    first, last = (
        first_agreement(one.best_name.given, two.best_name.given),
        last_agreement(one.best_name, two.best_name),
    )
    rare = min(rarity(one.best_name), rarity(two.best_name))
    agrees = _addresses_agree(one, two)
    if is_turned(one.best_name, two.best_name) or (first, last) == (SAME, SAME):
        return Evidence("A1", 0.97 if rare or agrees else 0.955, "same whole name")
    if (last == SAME and first in (NICKNAME, CLOSE)) or (last == CLOSE and first == SAME):
        sure = agrees or (rare and one.best_name.last not in common_names())
        return Evidence("A1", 0.955 if sure else 0.8, f"first name {first}, family name {last}")
    return None


def same_handle(one: Person, two: Person, pools: Pools) -> Evidence | None:
    """A2: one distinctive local part at two hosts, and names that do not speak against it."""
    for local in one.locals:
        if local in two.locals and pools.is_handle(local) and not _speak_against(one.name, two.name):
            return Evidence("A2", 0.96, f"same local part {local}")
    return None


def initial_and_last(one: Person, two: Person, _: Pools) -> Evidence | None:
    """A3: an initial before a family name that is not common."""
    first, last = (
        first_agreement(one.best_name.given, two.best_name.given),
        last_agreement(one.best_name, two.best_name),
    )
    if last != SAME or first != INITIAL or one.best_name.last in common_names():
        return None
    return Evidence("A3", 0.955, f"initial and rare family name {one.best_name.last}")


def local_part_spells_name(one: Person, two: Person, pools: Pools) -> Evidence | None:
    """A4: the local part of one is the other's name; its own name, if any, does not differ."""
    for bare, named in ((one, two), (two, one)):
        name = named.name
        if not name.is_full or _differ(bare.name, name) or _known(bare.name):
            continue
        for local in bare.locals:
            fit = fits.local_fit(local, name)
            if fit == fits.FULL and rarity(name):
                return Evidence("A4", 0.96, f"local part {local} is the whole name")
            if fit in (fits.INITIAL_LAST, fits.LAST) and name.last not in common_names() and len(name.last) > 4:
                sure = fit == fits.INITIAL_LAST or pools.is_only_bearer(name.last)
                return Evidence("A4", 0.955 if sure else 0.8, f"local part {local} is {fit} of the name")
    return None


def nick_is_local_part(one: Person, two: Person, pools: Pools) -> Evidence | None:
    """A5: a nick of one word is the other's nick or local part."""
    for nick, other in ((one, two), (two, one)):
        handle = nick.handle
        if not handle or not pools.is_handle(handle):
            continue
        if handle == other.handle:
            return Evidence("A5", 0.955, f"same nick {handle}")
        if any(handle == "".join(fits.local_words(local)) for local in other.locals):
            return Evidence("A5", 0.955, f"nick {handle} is the other's local part")
        fit = fits.local_fit(handle, other.name)
        if (
            other.name.is_full
            and fit in (fits.FULL, fits.INITIAL_LAST, fits.LAST)
            and pools.is_only_bearer(other.name.last)
        ):
            return Evidence("A5", 0.955, f"nick {handle} is {fit} of the name")
    return None


COMMUNITY: tuple[Rule, ...] = (
    same_profile, same_address, same_whole_name, same_handle, initial_and_last, local_part_spells_name,
    nick_is_local_part, same_phone,
)  # fmt: skip


def _known(name: PersonName) -> bool:
    return bool(name.given and name.last)


def _speak_against(one: PersonName, two: PersonName) -> bool:
    """Tell whether two whole names are two people's: both parts differ, or one does and nothing else is known."""
    if not (one.is_full and two.is_full) or is_turned(one, two):
        return False
    return OTHER in (first_agreement(one.given, two.given), last_agreement(one, two))


def _differ(one: PersonName, two: PersonName) -> bool:
    return first_agreement(one.given, two.given) == OTHER or last_agreement(one, two) == OTHER


def _addresses_agree(one: Person, two: Person) -> bool:
    """Tell whether both local parts fit one of the names, or are the same."""
    if set(one.locals) & set(two.locals):
        return True
    return any(fits.local_fit(local, two.best_name) not in (fits.NONE, fits.FIRST) for local in one.locals) and any(
        fits.local_fit(local, one.best_name) not in (fits.NONE, fits.FIRST) for local in two.locals
    )
