"""What is said of an account's strongest people in an action: who is there to turn to, on whom it all rests. Pure.

Owns these words. Who has left is named as somebody who has left, and never as one to turn to.
"""

from collections.abc import Sequence

from graph_service.rules.plain_words import number_text

NAMES = (
    "main_contact", "main_strength", "next_contact", "next_strength", "thread_contact", "thread_strength",
    "second_person", "introduction", "next_best", "main_relationship",
)  # fmt: skip
SOMEBODY = "somebody without a name"

Strong = tuple[str, str, float, bool]
"""Uid, name, strength (0..100), whether they have left."""


def people_phrases(people: Sequence[Strong]) -> dict[str, str]:
    """Return every name of `NAMES` with its text; `people` are the strongest first."""
    present = present_of(people)
    main = present[0] if present else None
    following = present[1] if len(present) > 1 else None
    thread = people[0] if people else None
    left = thread is not None and thread[3]
    best = main if left else following
    return {
        "main_contact": _name(main) if main else "whoever is there now",
        "main_strength": number_text(main[2] if main else None, "{:.0f}"),
        "next_contact": _name(following) if following else "someone new",
        "next_strength": number_text(following[2] if following else 0.0, "{:.0f}"),
        "thread_contact": f"{_name(thread)}, who has left" if thread and left else _name(thread),
        "thread_strength": number_text(thread[2] if thread else None, "{:.0f}"),
        "second_person": (_name(main) if main else "somebody who is there now") if left else "a second person",
        "introduction": _introduction(thread, best),
        "main_relationship": (
            f"Strongest relationship there: {_name(main)} ({main[2]:.0f} of 100)."
            if main
            else ("Everybody whom we knew well there has left." if people else "")
        ),
        "next_best": f"Next best: {_name(best)} ({best[2]:.0f} of 100)." if best else "Nobody else there is known.",
    }


def present_of(people: Sequence[Strong]) -> list[Strong]:
    """Return who has not left."""
    return [one for one in people if not one[3]]


def _introduction(thread: Strong | None, best: Strong | None) -> str:
    """Return how to get to know the next best; who has left can bring nobody."""
    if thread is None:
        return "Find out who is there."
    if thread[3]:
        return f"Write to {_name(best)} yourself." if best else "Find out who is there now."
    if best is None:
        return f"Ask {_name(thread)} who else works with us there."
    return f"Ask {_name(thread)} to bring {_name(best)} into the next conversation."


def _name(one: Strong | None) -> str:
    return (one[1] if one else "").strip() or SOMEBODY
