"""What a reader may know beside the text: whose words they are, when they were said, and the names that matter."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The names of one workspace: our firm, our products (with modules and features), our competitors.

    Each tuple of aliases starts with the name to report. Empty tuples mean that nothing is known.
    """

    our_names: tuple[str, ...] = ()
    products: tuple[tuple[str, ...], ...] = ()
    features: tuple[str, ...] = ()
    competitors: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Turn:
    """One piece of talk: a mail's own words, a ticket comment, what one speaker said in a call until the next one.

    `is_ours` is None when nobody knows whose words they are (then a reader says what it finds and the caller decides).
    """

    text: str
    is_ours: bool | None = None
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a turn stands: the names that matter, the day it was said, the channel, and the turns before it.

    `channel` is "email", "call", "ticket" or "message"; `firm` is the speaker's own company where known; `earlier`
    holds at most the last few turns of the same conversation, oldest first; `people` are names of people who are
    known to be in the conversation or at the account.
    """

    vocabulary: Vocabulary = Vocabulary()
    said_on: date | None = None
    channel: str = "email"
    firm: str = ""
    subject: str = ""
    earlier: tuple[Turn, ...] = ()
    people: tuple[str, ...] = ()
