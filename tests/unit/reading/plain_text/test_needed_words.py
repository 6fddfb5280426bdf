"""What a pattern needs is read off the pattern; nothing is demanded that a match could do without."""

import pytest

from graph_service.reading.plain_text.needed_words import needed, signs


@pytest.mark.parametrize(
    ("pattern", "demands"),
    [
        (r"\b(?:told|tells?) (?:our|the) (?:cfo|boss)\b", [{"=told", "=tell", "=tells"}]),
        (
            r"(?:^|[,;] ?|\bi )(?:told|showed) .{0,60}?\b(?:\w+ )?(?:great|good)\b",
            [{"=told", "=showed"}, {"=great", "=good"}],
        ),
        (r"\bprais\w* (?:you|it)\b", [{"prais"}, {"=you", "=it"}]),
        (r"\b(?:really )?(?:fast)?\b", []),
        (r"x\w+ed", []),
        (r"(?:auto)?(?:export|import)s?\b", []),
        (r"\?\s*$", []),
        (r"(?:one |two ){2,5}(?!three)four\b", [{"=four"}]),
    ],
)
def test_the_words_that_every_match_holds_are_demanded(pattern: str, demands: list[set[str]]) -> None:
    found = [set(keys) for keys in needed(pattern)]
    assert all(demand in found for demand in demands)
    assert len(demands) > 0 or found == []


def test_a_word_shows_itself_and_how_it_starts() -> None:
    assert signs("told") == ("=told", "t", "to", "tol", "told")
